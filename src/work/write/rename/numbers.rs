//! Documents under other numbers: what `check --fix` does about a number that is given twice, or not at all.

use std::collections::HashMap;
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::path::folder;
use crate::base::place::Place;
use crate::model::change::ChangeSet;
use crate::model::document::Document;
use crate::msg;
use crate::work::checks::numbers::{Series, called};
use crate::work::session::Session;

use super::aside::renumbered;
use super::land::Land;
use super::place::{self, Moves};
use super::plan::Plan;
use super::{Subject, carried_into, elsewhere, faulty, referrers, titled, unread};

/// A document that is to have a number.
#[derive(Clone, Debug)]
pub(in crate::work::write) struct Wanted {
    /// Its path, from the community's root.
    pub(in crate::work::write) path: String,
    /// The number.
    pub(in crate::work::write) number: u32,
    /// Whether that is only the next.
    pub(in crate::work::write) is_next: bool,
}

/// What has become of it.
pub(in crate::work::write) struct Renumbered {
    /// Every file that changes and stays, by its ref, or its path if it is no document, and its path.
    pub(in crate::work::write) about: Vec<(String, String)>,
    /// Why some keep the name that they have.
    pub(in crate::work::write) refused: Vec<Error>,
}

/// Adds to a set that documents have other numbers, in their files' names and in titles that begin with one, and that all that refers to them
/// goes on doing so. `texts` is what the set makes of documents already.
///
/// # Errors
/// A file can't be read. Then the set is not to be used.
pub(in crate::work::write) fn renumber(
    session: &Session,
    texts: HashMap<String, Arc<str>>,
    wanted: &[Wanted],
    set: &mut ChangeSet,
) -> Result<Renumbered> {
    let land = Land::with(session, texts);
    let settings = session.settings();
    let (mut moves, mut subjects, mut refused) = (Moves::default(), Vec::new(), Vec::new());
    for (Wanted { path, .. }, number) in wanted.iter().zip(numbers(session, wanted)) {
        let Some(at) = land.at(path) else { continue };
        let document = land.document(at).ok_or_else(|| unread(&land, at))?;
        if let Err(error) = faulty(&document) {
            refused.push(error);
            continue;
        }
        let kind = settings.kinds.at(document.kind);
        let Some(name) = called(&document, kind, number) else { continue };
        let to = if folder(path).is_empty() { name } else { format!("{}/{name}", folder(path)) };
        let Some(own) = place::onto(&land, at, &document, &to).filter(|own| !own.files.values().any(|to| is_target(&moves, to))) else {
            let error = Error::new(ErrorKind::Usage, msg!("add-taken", kind = kind.label(session.lang()), name = &to));
            refused.push(error.at(Place::file(path)));
            continue;
        };
        if let Err(error) = demand_here(&land, at, &document, &own) {
            refused.push(error.at(Place::file(path)));
            continue;
        }
        moves.files.extend(own.files);
        moves.folders.extend(own.folders);
        let title = renumbered(session, &document, &to);
        // What was called by the old number somewhere is found under it; nobody gets front matter for that who has none.
        let leaves_alias = document.number(kind).is_some() && document.front.root.is_some();
        subjects.push(Subject { at, document, title, leaves_alias });
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

/// Refuses what a file would have to follow that a sparse checkout leaves out.
fn demand_here(land: &Land<'_>, at: usize, document: &Document, moves: &Moves) -> Result<()> {
    if !land.is_part() {
        return Ok(());
    }
    land.demand_here(moves.files.keys().map(String::as_str))?;
    let folder = moves.folders.keys().min_by_key(|folder| folder.len());
    land.demand_here(referrers(land, at, document, folder.map(String::as_str)).iter().map(|place| place.path.as_str()))
}

fn is_target(moves: &Moves, path: &str) -> bool {
    moves.files.values().any(|to| to == path)
}

/// The number of each. Those that get the next get it in the order of what is proposed: so there is no gap where not all of that is done.
fn numbers(session: &Session, wanted: &[Wanted]) -> Vec<u32> {
    let community = session.community();
    let mut series = Series::of(community);
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    // Who has a claim to a number goes before those that take what is free.
    order.sort_by_key(|at| (wanted[*at].is_next, wanted[*at].number));
    let mut given: HashMap<(usize, &str, u32), u32> = HashMap::new();
    let mut numbers: Vec<u32> = wanted.iter().map(|wanted| wanted.number).collect();
    for at in order {
        let Wanted { path, number, is_next } = &wanted[at];
        let Some(document) = community.names().by_path(path).map(|at| &community.documents()[at]) else { continue };
        // What is one in two languages is proposed one number.
        let proposed = (document.kind, folder(&document.path), *number);
        let give = || series.give_to(document, (!*is_next).then_some(*number));
        numbers[at] = *given.entry(proposed).or_insert_with(give);
    }
    numbers
}
