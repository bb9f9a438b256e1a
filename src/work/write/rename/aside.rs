//! A document that gives way to what somebody else sent: its file's name, its number, or what it was renamed to.

use std::collections::HashMap;

use crate::base::error::Result;
use crate::base::path::last;
use crate::base::slug::slug;
use crate::model::document::{Document, number_of};
use crate::work::session::Session;
use crate::work::write::outcome::About;
use crate::work::write::{How, send};

use super::heading::number_before;
use super::land::Land;
use super::place::Moves;
use super::plan::Plan;
use super::{Subject, Wish, called, carried, faulty, place, titled, unread};

/// What somebody else has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::work) enum Same {
    /// The path.
    Path,
    /// The number.
    Number,
}

/// Gives a document the next free name or number, and all that refers to it another reference, in a commit; its new path. `None` where its name is not its
/// own to change. `taken` are paths that are somebody's already, though they are not here.
///
/// # Errors
/// The document can't be read, or git says no. Then nothing is changed.
pub(in crate::work) fn aside(session: &Session, path: &str, same: Same, taken: &[String]) -> Result<Option<String>> {
    let land = Land::of(session);
    let Some(at) = land.at(path) else { return Ok(None) };
    let document = land.document(at).ok_or_else(|| unread(&land, at))?;
    faulty(&document)?;
    let moves = match same {
        Same::Path => place::counted(&land, at, &document, taken),
        Same::Number => place::numbered(&land, at, &document, taken),
    };
    let Some(to) = moves.files.get(path).cloned() else { return Ok(None) };
    let title = if same == Same::Number { renumbered(session, &document, &to) } else { None };
    // The name that it had is the other's.
    let subjects = [Subject { at, document, title, leaves_alias: false }];
    let changed = if subjects[0].title.is_some() { titled(&land, &subjects, &moves)? } else { HashMap::new() };
    let plan = Plan::new(&land, moves, Vec::new(), &changed);
    let how = How::default();
    let (set, _) = carried(&plan, &subjects, &how)?;
    let about = About::One(plan.list[at].reference.clone(), to.clone());
    let is_done = send(session, set, about, &how)?.is_written();
    Ok(is_done.then_some(to))
}

/// The title with the number of its new file, for a document that has the old one there too.
pub(super) fn renumbered(session: &Session, document: &Document, to: &str) -> Option<String> {
    let settings = session.settings();
    let kind = settings.kinds.at(document.kind);
    let before = number_before(&document.title, document.number(kind));
    let start = before.find(|letter: char| letter.is_ascii_digit())?;
    let length = before[start..].bytes().take_while(u8::is_ascii_digit).count();
    let number = number_of(&slug(last(to)))?;
    // As many digits as before, where it began with a nought.
    let width = if before[start..].starts_with('0') { length } else { 0 };
    Some(format!("{}{number:0width$}{}", &before[..start], &document.title[start + length..]))
}

/// Calls a document as somebody else did at the same time: gives it that path, and that title if it is another than before. What it is called
/// now stays among its aliases. Whether that is done; not where the path is taken.
///
/// # Errors
/// The document can't be read, is being edited, or git says no. Then nothing is changed.
pub(in crate::work) fn onto(session: &Session, path: &str, to: &str, title: Option<String>) -> Result<bool> {
    let land = Land::of(session);
    let Some(at) = land.at(path) else { return Ok(false) };
    let document = land.document(at).ok_or_else(|| unread(&land, at))?;
    faulty(&document)?;
    let moves = if path == to { Some(Moves::default()) } else { place::onto(&land, at, &document, to) };
    let Some(moves) = moves else { return Ok(false) };
    let (renamed, _) = called(&land, at, document, &Wish { title, file: None }, moves, &How::default())?;
    Ok(renamed.0.is_written())
}
