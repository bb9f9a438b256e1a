//! From what has changed to the index that holds now.
//!
//! A document is read again if its file changed, if it is called otherwise, if another number of documents stands below it, or if history
//! tells something else of it. Documents that were read go into new volumes; the old ones keep theirs, of which less is
//! there.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;
use tantivy::directory::OwnedBytes;

use crate::model::kind::Capability;
use crate::model::kinds::{Claim, folders_of_children};
use crate::model::query::kin::Sharing;
use crate::model::query::of_document::Past;
use crate::model::query::rank::Collection;
use crate::store::workspace::freshness::Changes;
use crate::store::workspace::table::Table;

use super::broken::Broken;
use super::build::{Job, Made, build};
use super::catalogue::{Catalogue, Keys, Place, Row};
use super::shelf::Shelf;
use super::source::{NoPast, Reader, Source, digest};
use super::state::{Bound, State, bind};
use super::tidy::tidy;
use super::volume::Volume;

/// What an update did.
pub(super) struct Updated {
    /// The index that holds now.
    pub state: State,
    /// How many documents were read.
    pub read: usize,
}

/// A row of the new catalogue while it is made.
#[derive(Clone, Copy, Debug, Default)]
struct Draft {
    row: Row,
    /// The row that it had.
    old: Option<usize>,
    /// Its document is read again.
    again: bool,
    /// Its document is new or called otherwise than before.
    renamed: bool,
}

/// Makes the index that holds after the changes; without an old one, from everything.
pub(super) fn update(old: Option<&State>, changes: Changes, source: &Source<'_>) -> Result<Updated, Broken> {
    let reader = Reader { root: source.root, settings: source.settings, pasts: &NoPast };
    let empty = Catalogue::new();
    let before = old.map_or(&empty, |old| &old.catalogue);
    let mut written: HashSet<usize> = changes.changed.iter().map(|(row, _)| *row).collect();
    written.extend(rewritten(&changes.young, before, reader));
    let removed: Vec<usize> = changes.removed.clone();
    let table = changes.table(before.table.clone(), |_| None);

    let mut drafts = drafts(&table, before, &written);
    claim_again(&mut drafts, &table, before, &removed, reader);
    let people = old.is_some() && people_changed(&drafts, &table, before, &removed, reader);
    count_again(&mut drafts, before, &removed);
    // History is read only if it is asked: of a document that was there under the same name it tells what it told.
    let same = old.filter(|old| !people && old.past == source.past_key);
    let mut known = known_pasts(&drafts, same);
    let asked = same.is_none() || drafts.iter().enumerate().any(|(at, draft)| draft.again && !known.contains_key(&at));
    let pasts = if asked { (source.pasts)(&table.files) } else { Box::new(NoPast) };
    let reader = Reader { pasts: &*pasts, ..reader };
    read_past(&mut drafts, &table, old, people, source.past_key, reader);

    let rows = drafts.iter().map(|draft| Row { place: None, ..draft.row }).collect();
    let mut catalogue = Catalogue { table, rows, sharing: Sharing::of(reader.settings) };
    let children = catalogue.children();
    let mut jobs: Vec<Job> =
        (0..drafts.len()).into_par_iter().filter(|at| drafts[*at].again).filter_map(|at| job(at, reader, &catalogue, &children)).collect();
    for job in &mut jobs {
        job.past = known.remove(&job.row);
    }
    let made = build(&jobs, reader)?;
    let read = jobs.len();
    drop(jobs);

    for (row, draft) in catalogue.rows.iter_mut().zip(&drafts).filter(|(_, draft)| !draft.again) {
        row.place = draft.row.place;
    }
    let (shelf, mut volumes) = match old {
        Some(old) => (old.shelf.clone(), old.volumes.clone()),
        None => (Arc::new(Shelf::new()?), Vec::new()),
    };
    for made in made {
        volumes.extend(take_up(made, volumes.len() as u32, &mut catalogue, &shelf)?);
    }
    let unbound = volumes.into_iter().map(|bound| (bound.volume, bound.mark, bound.bytes)).collect();
    let volumes = bind(unbound, catalogue.rows.iter().filter_map(|row| row.place));
    let volumes = tidy(volumes, &mut catalogue, &shelf)?;
    let collection = collection(&volumes);
    let past = reader.pasts.key().unwrap_or_else(|| source.past_key.to_owned());
    let settings = source.settings.fingerprint;
    Ok(Updated { state: State { shelf, catalogue, volumes, collection, settings, past, stamp: Vec::new() }, read })
}

/// Notes in the catalogue which documents were made, and opens the volume that holds them under its number; `None` if it would be empty.
fn take_up(made: Made, number: u32, catalogue: &mut Catalogue, shelf: &Shelf) -> Result<Option<Bound>, Broken> {
    for document in made.documents {
        if let Some(row) = catalogue.rows.get_mut(document.row) {
            row.place = document.doc.map(|doc| Place { volume: number, doc });
            row.past = document.past;
        }
        if let Some(digest) = catalogue.table.digests.get_mut(document.row) {
            *digest = document.digest;
        }
        if !document.is_seen {
            catalogue.table.files.forget(document.row);
        }
    }
    let Some(bytes) = made.bytes.map(OwnedBytes::new) else { return Ok(None) };
    let volume = Arc::new(Volume::open(shelf, &bytes)?);
    Ok(Some(Bound { volume, alive: Arc::default(), mark: None, bytes: Some(bytes) }))
}

/// Of the files that look as they did but are young, those whose text is another.
fn rewritten(young: &[usize], before: &Catalogue, reader: Reader<'_>) -> Vec<usize> {
    let differs = |row: &&usize| {
        let known = before.table.digests.get(**row).copied().unwrap_or_default();
        let (text, is_seen) = reader.text_of(before.table.files.path(**row), before.table.files.stat(**row));
        !is_seen || known != text.map(|text| digest(&text)).unwrap_or_default()
    };
    young.par_iter().filter(differs).copied().collect()
}

/// The rows of the new catalogue, with what is known of each.
fn drafts(table: &Table, before: &Catalogue, written: &HashSet<usize>) -> Vec<Draft> {
    let mut at = 0;
    let files = &before.table.files;
    let draft = |(path, _)| {
        while at < files.len() && files.path(at) < path {
            at += 1;
        }
        let old = (at < files.len() && files.path(at) == path).then_some(at);
        let row = old.and_then(|old| before.rows.get(old)).copied().unwrap_or_default();
        let again = old.is_none_or(|old| written.contains(&old));
        Draft { row, old, again, renamed: false }
    };
    table.files.iter().map(draft).collect()
}

/// Finds out how documents are called that are new, or that may be a document's child now or no longer. Those that are called otherwise
/// are read again.
fn claim_again(drafts: &mut [Draft], table: &Table, before: &Catalogue, removed: &[usize], reader: Reader<'_>) {
    let new = drafts.iter().enumerate().filter(|(_, draft)| draft.old.is_none()).map(|(at, _)| table.files.path(at));
    let gone = removed.iter().map(|row| before.table.files.path(*row));
    let beside: HashSet<&str> = new.chain(gone).flat_map(folders_of_children).collect();
    let may_differ = |at: &usize| {
        let folder = table.files.path(*at).rsplit_once('/').map(|(folder, _)| folder);
        drafts[*at].old.is_none() || folder.is_some_and(|folder| beside.contains(folder))
    };
    let claimed = |at: usize| {
        let claim = reader.claim(table.files.path(at), &table.files);
        (at, claim.map(|claim| Keys::of(&claim, reader.settings)).unwrap_or_default())
    };
    let keys: Vec<(usize, Keys)> = (0..drafts.len()).into_par_iter().filter(may_differ).map(claimed).collect();
    for (at, keys) in keys {
        let draft = &mut drafts[at];
        if draft.old.is_none() || draft.row.keys != keys {
            draft.row.keys = keys;
            (draft.again, draft.renamed) = (true, true);
        }
    }
}

/// Whether a person's file is among what changed, so that authors may be others than before.
fn people_changed(drafts: &[Draft], table: &Table, before: &Catalogue, removed: &[usize], reader: Reader<'_>) -> bool {
    let is_person = |claim: Option<Claim>| claim.is_some_and(|claim| reader.settings.kinds.at(claim.kind).has(Capability::Person));
    let now = |at: usize| reader.claim(table.files.path(at), &table.files);
    let then = |row: usize| reader.claim(before.table.files.path(row), &before.table.files);
    (0..drafts.len()).any(|at| drafts[at].again && is_person(now(at))) || removed.iter().any(|row| is_person(then(*row)))
}

/// Asks history of documents of which it may tell something else; those of which it does are read again.
fn read_past(drafts: &mut [Draft], table: &Table, old: Option<&State>, people: bool, past_key: &str, reader: Reader<'_>) {
    let Some(old) = old else { return };
    if !people && old.past == past_key {
        return;
    }
    // Another person's file, and anybody may be somebody else.
    let touched = if people { None } else { reader.pasts.touched(&old.past) };
    let other = |at: &usize| {
        let (draft, path) = (&drafts[*at], table.files.path(*at));
        let asked = touched.as_ref().is_none_or(|touched| touched.contains(path));
        asked && !draft.again && draft.row.place.is_some() && reader.pasts.past(path).fingerprint() != draft.row.past
    };
    let others: Vec<usize> = (0..drafts.len()).into_par_iter().filter(other).collect();
    for at in others {
        drafts[at].again = true;
    }
}

/// What history tells of the documents that are read again, as an index of the same history has it.
fn known_pasts(drafts: &[Draft], same: Option<&State>) -> HashMap<usize, Past> {
    let Some(same) = same else { return HashMap::new() };
    let past = |(at, draft): (usize, &Draft)| {
        let place = draft.row.place.filter(|_| draft.again && !draft.renamed)?;
        Some((at, same.volumes.get(place.volume as usize)?.volume.past(place.doc).ok()?))
    };
    drafts.iter().enumerate().filter_map(past).collect()
}

/// Documents below which others may stand now than before are read again.
fn count_again(drafts: &mut [Draft], before: &Catalogue, removed: &[usize]) {
    let renamed = drafts.iter().filter(|draft| draft.renamed);
    let now = renamed.clone().map(|draft| draft.row.keys);
    let then = renamed.filter_map(|draft| draft.old).chain(removed.iter().copied());
    let then = then.filter_map(|row| before.rows.get(row)).map(|row| row.keys);
    // Who is a parent can change with a document that comes or goes as well as who is a child.
    let keys: HashSet<u64> = now.chain(then).flat_map(|keys| [keys.parent, keys.reference, keys.family]).filter(|key| *key != 0).collect();
    for draft in drafts.iter_mut() {
        draft.again |= keys.contains(&draft.row.keys.reference) || keys.contains(&draft.row.keys.family);
    }
}

/// What is to be read for a row; `None` where no kind claims the file.
fn job(at: usize, reader: Reader<'_>, catalogue: &Catalogue, children: &HashMap<usize, u32>) -> Option<Job> {
    let path = catalogue.table.files.path(at);
    let claim = reader.claim(path, &catalogue.table.files)?;
    let kinds = &reader.settings.kinds;
    let name = &kinds.at(claim.kind).name;
    let answered = kinds.all().iter().any(|kind| kind.parent.as_ref() == Some(name));
    let answers = answered.then(|| children.get(&at).copied().unwrap_or_default());
    Some(Job { row: at, path: path.to_owned(), seen: catalogue.table.files.stat(at), claim, answers, past: None })
}

/// What ranking needs of all documents together.
fn collection(volumes: &[Bound]) -> Collection {
    Collection::of(volumes.iter().flat_map(|bound| bound.alive.iter().map(|doc| bound.volume.record(doc).lengths)))
}
