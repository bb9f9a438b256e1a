//! Two people who, each in their own clone, gave one document another name: the name that is upstream stands, and ours leads there too.

use crate::base::error::Result;
use crate::base::path::last;
use crate::model::document::Document;
use crate::model::history::{Identity, ObjectId};
use crate::model::kind::Capability;
use crate::model::reading::Weight;
use crate::store::git::open::Repo;
use crate::store::git::program::Program;
use crate::store::git::sync::mend::{Held, bring, held, is_saved, on_disk};
use crate::store::git::sync::news;
use crate::store::git::write::undo;
use crate::work::session::Session;
use crate::work::write::rename::aside::onto;

use super::renamed::{Renamed, Sides, claim, files, merged};

/// A document that both call otherwise, each in their own way.
pub(super) struct Both {
    /// The path that it had, from the community's root.
    pub(super) from: String,
    /// What it is called upstream, and its reference.
    pub(super) theirs: (String, String),
    /// What it was called here.
    pub(super) ours: String,
    /// Who renamed it there.
    pub(super) by: Vec<Identity>,
}

/// What has the same old path on both sides: ours and theirs.
pub(super) fn pairs(all: &[Renamed]) -> Vec<(&Renamed, &Renamed)> {
    let of = |is_ours: bool| all.iter().filter(move |renamed| renamed.is_ours == is_ours);
    of(true).filter_map(|ours| Some((ours, of(false).find(|theirs| theirs.from == ours.from)?))).collect()
}

/// The paths, from the repository's root, of everything that both call otherwise and that leaves nothing to a person.
pub(super) fn settled<'r>(repo: &Repo, sides: Sides, all: &'r [Renamed]) -> Vec<&'r str> {
    let mut paths = Vec::new();
    let pairs = pairs(all);
    // What leads to one of them here is going to lead to where it leads there.
    let names: Vec<(&str, &str)> = pairs.iter().map(|(ours, theirs)| (stem(&ours.to), stem(&theirs.to))).collect();
    for (ours, theirs) in &pairs {
        let left = versions(repo, sides, ours, theirs).and_then(|mut all| {
            let text = String::from_utf8_lossy(&all[1].bytes).into_owned();
            all[1].bytes = names.iter().fold(text, |text, (ours, theirs)| text.replace(ours, theirs)).into_bytes();
            Some(merged(repo, &theirs.to, &all)?.1)
        });
        // Two titles are one, which is none any more then.
        let is_clean = left.is_some_and(|left| left <= usize::from(ours.to != theirs.to));
        paths.extend([&*ours.from, &*ours.to].into_iter().chain(is_clean.then_some(&*theirs.to)));
    }
    paths
}

/// A file's name without its endings.
fn stem(path: &str) -> &str {
    let name = last(path);
    name.split('.').next().unwrap_or(name)
}

/// The three versions of what has the same old path on both sides: base, ours, theirs.
fn versions(repo: &Repo, sides: Sides, ours: &Renamed, theirs: &Renamed) -> Option<[Held; 3]> {
    files(repo, sides, [&ours.from, &ours.to, &theirs.to])
}

/// Calls everything that both call otherwise as it is called upstream: a commit of its own for each before the merge. What can't be, because it
/// is being edited or its name is taken, is left to the merge.
///
/// # Errors
/// The repository can't be read.
pub(super) fn agree(session: &Session, repo: &Repo, sides: Sides, all: &[Renamed]) -> Result<Vec<Both>> {
    let mut done = Vec::new();
    let pairs = pairs(all);
    if pairs.is_empty() {
        return Ok(done);
    }
    let theirs_all = news::between(repo, Some(sides.base), Some(sides.theirs))?;
    for (ours, theirs) in pairs {
        // Answers and pictures go along with what they belong to.
        let Some(kind) = claim(session, &ours.from).filter(|kind| kind.parent.is_none()) else { continue };
        let read = |commit, path: &str| document(session, repo, commit, path);
        let all = read(sides.base, &ours.from).zip(read(sides.ours, &ours.to)).zip(read(sides.theirs, &theirs.to));
        let Some(((before, mine), other)) = all else { continue };
        let title = Some(&other.title).filter(|title| **title != before.title && **title != mine.title).cloned();
        if ours.to == theirs.to && title.is_none() {
            continue;
        }
        // Each is found in what the one before left.
        let session = session.anew()?;
        if session.faults().iter().any(|fault| fault.weight == Weight::Error) {
            break;
        }
        if let Ok(true) = onto(&session, &mine.path, &other.path, title) {
            undo::disown(repo);
            let by = theirs_all.iter().find(|different| different.path == theirs.to).map(|different| different.by.clone());
            let is_person = kind.has(Capability::Person) && mine.handle() != other.handle();
            let called = |document: &Document| if is_person { format!("@{}", document.handle()) } else { document.title.clone() };
            let (ours, theirs) = (called(&mine), (called(&other), other.reference.clone()));
            done.push(Both { from: before.path, theirs, ours, by: by.unwrap_or_default() });
        }
    }
    Ok(done)
}

/// A document as it is in a commit, by its path from the repository's root.
fn document(session: &Session, repo: &Repo, commit: ObjectId, path: &str) -> Option<Document> {
    let settings = session.settings();
    let text = String::from_utf8(held(repo, commit, path)?.bytes).ok()?;
    let path = path.strip_prefix(&session.prefix())?;
    let claim = settings.kinds.claim(path, &|_| true)?;
    Some(Document::read(path, text.into(), &claim, settings))
}

/// Merges anew what both call the same now: git may not know that it was one document, and then does not see what either of them changed in it.
///
/// # Errors
/// git can't be started, or a file can't be written.
pub(super) fn mend(program: &Program<'_>, sides: Sides, all: &[Renamed], conflicts: &[String]) -> Result<()> {
    let repo = program.repository();
    for (ours, theirs) in pairs(all).into_iter().filter(|(ours, theirs)| ours.to == theirs.to) {
        let Some(all) = versions(repo, sides, ours, theirs) else { continue };
        let Some((bytes, left)) = merged(repo, &ours.to, &all) else { continue };
        let is_so = on_disk(repo, &ours.to).is_some_and(|now| now == bytes);
        let is_left = conflicts.contains(&ours.to);
        if is_left || !is_so && is_saved(program, &ours.to)? {
            bring(program, &ours.from, &ours.to, &bytes, (left > 0).then_some(all.each_ref()))?;
        }
    }
    Ok(())
}
