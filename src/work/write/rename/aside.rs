//! A document that keeps its title and gives its file's name to another.

use std::collections::HashMap;

use crate::base::error::Result;
use crate::work::session::Session;
use crate::work::write::outcome::About;
use crate::work::write::{How, send};

use super::land::Land;
use super::plan::Plan;
use super::{Subject, carried, faulty, place, unread};

/// Gives a document the next free name, and all that refers to it another reference, in a commit; its new path. `None` where its name is not its
/// own to change. `taken` are paths that are somebody's already, though they are not here.
///
/// # Errors
/// The document can't be read, or git says no. Then nothing is changed.
pub(in crate::work) fn aside(session: &Session, path: &str, taken: &[String]) -> Result<Option<String>> {
    let land = Land::of(session);
    let Some(at) = land.at(path) else { return Ok(None) };
    let document = land.document(at).ok_or_else(|| unread(&land, at))?;
    faulty(&document)?;
    let moves = place::counted(&land, at, &document, taken);
    let Some(to) = moves.files.get(path).cloned() else { return Ok(None) };
    let mut plan = Plan::new(&land, moves, Vec::new(), &HashMap::new());
    // The name that it had is the other's.
    plan.leaves_alias = false;
    let how = How::default();
    let (set, _) = carried(&plan, &[Subject { at, title: None, document }], &how)?;
    let about = About::One(plan.list[at].reference.clone(), to.clone());
    let is_done = send(session, set, about, &how)?.is_written();
    Ok(is_done.then_some(to))
}
