//! Documents under other numbers: what `check --fix` does about a number that is given twice, or not at all.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::path::folder;
use crate::base::place::Place;
use crate::base::slug::slug;
use crate::model::change::ChangeSet;
use crate::model::document::Document;
use crate::msg;
use crate::work::checks::numbers::{Customs, Series};
use crate::work::session::Session;

use super::aside::renumbered;
use super::land::Land;
use super::place::{self, FileName, Moves, own_folder};
use super::plan::Plan;
use super::{Subject, carried_into, elsewhere, faulty, followers, titled, unread};

/// A document that is to have a number.
#[derive(Clone, Debug)]
pub(in crate::work::write) struct Wanted {
    /// Its path, from the community's root.
    pub(in crate::work::write) path: String,
    /// The number.
    pub(in crate::work::write) number: u32,
    /// Whether that is only the next.
    pub(in crate::work::write) is_next: bool,
    /// The rule that asks for it.
    pub(in crate::work::write) rule: &'static str,
}

/// The files that are not changed.
pub(in crate::work::write) struct Held<'h> {
    /// Their paths, from the community's root.
    pub(in crate::work::write) paths: &'h BTreeSet<String>,
    /// What a person can do about it.
    pub(in crate::work::write) way_out: Msg,
}

/// What has become of it.
pub(in crate::work::write) struct Renumbered {
    /// Every file that changes and stays, by its ref, or its path if it is no document, and its path.
    pub(in crate::work::write) about: Vec<(String, String)>,
    /// Why some, by their paths, keep the name that they have.
    pub(in crate::work::write) refused: Vec<(String, Error)>,
}

/// Adds to a set that documents have other numbers, in their files' names and in titles that begin with one, and that all that refers to them
/// goes on doing so. `texts` is what the set makes of documents already; files that are `held` are not changed.
///
/// # Errors
/// A file can't be read. Then the set is not to be used.
pub(in crate::work::write) fn renumber(
    session: &Session,
    texts: HashMap<String, Arc<str>>,
    wanted: &[Wanted],
    held: &Held<'_>,
    set: &mut ChangeSet,
) -> Result<Renumbered> {
    let land = Land::with(session, texts);
    let (mut moves, mut subjects, mut refused) = (Moves::default(), Vec::new(), Vec::new());
    let community = session.community();
    let mut customs = Customs::of(community);
    // What the check found is what is done, whatever else changes in the text.
    let mut named = |path: &str, number: u32| {
        let name = customs.called(&community.documents()[community.names().by_path(path)?], number)?;
        Some(if folder(path).is_empty() { name } else { format!("{}/{name}", folder(path)) })
    };
    let mut free = Vec::new();
    for one in wanted {
        let Some(at) = land.at(&one.path) else { continue };
        let document = land.document(at).ok_or_else(|| unread(&land, at))?;
        let to = named(&one.path, one.number);
        let demanded = faulty(&document).and_then(|()| match &to {
            Some(to) => demand_free(&land, at, &document, to, held).map_err(|error| error.at(Place::file(&one.path))),
            None => Ok(()),
        });
        match demanded {
            Ok(()) => free.push((one, at, document)),
            Err(error) => refused.push((one.path.clone(), error)),
        }
    }
    let numbers = numbers(session, &free.iter().map(|(one, ..)| *one).collect::<Vec<_>>());
    for ((Wanted { path, .. }, at, document), number) in free.into_iter().zip(numbers) {
        let kind = session.settings().kinds.at(document.kind);
        let Some(to) = named(path, number) else { continue };
        let Some(own) = place::onto(&land, at, &document, &to).filter(|own| !own.files.values().any(|to| is_target(&moves, to))) else {
            let error = Error::new(ErrorKind::Usage, msg!("add-taken", kind = kind.label(session.lang()), name = &to));
            refused.push((path.clone(), error.at(Place::file(path))));
            continue;
        };
        moves.files.extend(own.files);
        moves.folders.extend(own.folders);
        subjects.push(subject(session, at, document, &to));
    }
    if subjects.is_empty() {
        return Ok(Renumbered { about: Vec::new(), refused });
    }
    let changed = titled(&land, &subjects, &moves)?;
    let plan = Plan::new(&land, moves, Vec::new(), &changed);
    carried_into(&plan, &subjects, set)?;
    elsewhere::tell(&land, &plan.moves);
    let stays = set.changes().filter(|(_, change)| change.after.is_some()).map(|(path, _)| path);
    let named = |path: &str| plan.after.names.by_path(path).map_or_else(|| path.to_owned(), |at| plan.list[at].reference.clone());
    let about = stays.map(|path| (named(path), path.to_owned())).collect();
    Ok(Renumbered { about, refused })
}

/// A document that is to be called otherwise, with what it is to say.
fn subject(session: &Session, at: usize, document: Document, to: &str) -> Subject {
    let settings = session.settings();
    let kind = settings.kinds.at(document.kind);
    let title = renumbered(session, &document, to);
    // What was called by the old number somewhere is found under it; nobody gets front matter for that who has none.
    let is_called_otherwise = slug(FileName::of(&document.path, kind, settings).stem) != slug(FileName::of(to, kind, settings).stem);
    let leaves_alias = is_called_otherwise || document.number(kind).is_some() && document.front.root.is_some();
    Subject { at, document, title, leaves_alias }
}

/// Refuses to move what a file would have to follow that a sparse checkout leaves out, or that is `held`.
fn demand_free(land: &Land<'_>, at: usize, document: &Document, to: &str, held: &Held<'_>) -> Result<()> {
    let left_out = land.left_out();
    if left_out.is_empty() && held.paths.is_empty() {
        return Ok(());
    }
    let settings = land.session.settings();
    let folder = own_folder(land, at, document, &FileName::of(&document.path, settings.kinds.at(document.kind), settings));
    let mut follow = folder.iter().flat_map(|folder| land.below(folder)).collect::<Vec<_>>();
    // What would have to change is what does so when it alone is moved.
    if let Some(moves) = place::onto(land, at, document, to) {
        let subjects = [subject(land.session, at, document.clone(), to)];
        let changed = titled(land, &subjects, &moves)?;
        let plan = Plan::new(land, moves, Vec::new(), &changed);
        follow.extend(followers(&plan, &subjects, &|path| held.paths.contains(path) || left_out.contains(path)));
    }
    land.demand_here(follow.iter().map(String::as_str))?;
    match follow.iter().find(|path| held.paths.contains(*path)) {
        Some(path) => Err(Error::new(ErrorKind::Git, msg!("mend-follows-edited", path = path)).hint(held.way_out.clone())),
        None => Ok(()),
    }
}

fn is_target(moves: &Moves, path: &str) -> bool {
    moves.files.values().any(|to| to == path)
}

/// The number of each. Those that get the next get it in the order of what is proposed: so there is no gap where not all of that is done.
fn numbers(session: &Session, wanted: &[&Wanted]) -> Vec<u32> {
    let community = session.community();
    let mut series = Series::of(community);
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    // Who has a claim to a number goes before those that take what is free.
    order.sort_by_key(|at| (wanted[*at].is_next, wanted[*at].number));
    let mut given: HashMap<(usize, &str, u32), u32> = HashMap::new();
    let mut numbers: Vec<u32> = wanted.iter().map(|wanted| wanted.number).collect();
    for at in order {
        let Wanted { path, number, is_next, .. } = wanted[at];
        let Some(document) = community.names().by_path(path).map(|at| &community.documents()[at]) else { continue };
        // What is one in two languages is proposed one number.
        let proposed = (document.kind, folder(&document.path), *number);
        let give = || series.give_to(document, (!*is_next).then_some(*number));
        numbers[at] = *given.entry(proposed).or_insert_with(give);
    }
    numbers
}
