//! The document that a person names, and for a name that nothing has a way on that leads somewhere.

use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold;
use crate::model::document::Document;
use crate::model::names::{Name, Names};
use crate::msg;
use crate::store::workspace::load::{self, Claimed};

use super::asked;
use super::by_path::{at_path, read};
use super::page::Page;
use super::search::{self, Filters};
use super::session::Session;

/// So many documents are proposed.
const PROPOSED: usize = 3;

/// The document that a person means.
///
/// # Errors
/// No document, or more than one, is called so; what the error says to type next has an answer.
pub fn document(session: &Session, typed: &str) -> Result<usize> {
    session.document(typed).map_err(|error| refused(session, typed, error))
}

/// What is said about a name that the session refused, with a way on.
pub fn refused(session: &Session, typed: &str, error: Error) -> Error {
    if error.kind() != ErrorKind::NotFound {
        return error;
    }
    let closed = session.closed_folder().map(|path| msg!("document-behind", path = path));
    let error = if typed.starts_with('@') { asked::nobody(session, typed) } else { advised(session, typed, error) };
    closed.into_iter().fold(error, Error::hint)
}

/// The same document itself. Where the names of files tell which it is, no other file is read.
///
/// # Errors
/// As [`document`].
pub fn one(session: &Session, typed: &str) -> Result<Arc<Document>> {
    if let Some(document) = by_file(session, typed) {
        return Ok(document);
    }
    let at = document(session, typed)?;
    Ok(session.community().documents()[at].clone())
}

/// The document that the names of files tell; `None` where they leave a doubt, or it can't be read.
///
/// It is the one that the whole community would give: what files are called goes before titles and aliases, and a file that can't be read,
/// which is no document, could only have left a doubt.
pub(super) fn by_file(session: &Session, typed: &str) -> Option<Arc<Document>> {
    let (settings, typed) = (session.settings(), session.seen_from_here(typed));
    if let Some(claimed) = at_path(session, &typed) {
        return read(session, claimed);
    }
    let (mut claimed, _) = load::claims(settings, session.paths());
    claimed.sort_by(|one, other| one.path.cmp(&other.path));
    let member = typed.strip_prefix('@').and_then(|handle| session.people().by_handle(handle));
    let at = if let Some(member) = member {
        claimed.iter().position(|claimed| claimed.path == member.path)?
    } else {
        let name = |claimed: &Claimed| {
            let kind = settings.kinds.at(claimed.claim.kind);
            Name {
                reference: format!("{}/{}", kind.name, claimed.claim.slug),
                path: claimed.path.clone(),
                numbered: kind.numbered.is_some(),
                is_child: kind.parent.is_some(),
                ..Name::default()
            }
        };
        let names = Names::new(claimed.iter().map(name).collect());
        names.by_file(&typed, &|word| settings.kinds.meant_by(word).map(|kind| kind.name.clone()))?
    };
    read(session, claimed.into_iter().nth(at)?)
}

fn advised(session: &Session, typed: &str, error: Error) -> Error {
    let mut error = error;
    if error.hints().is_empty() {
        for reference in with_words(session, typed) {
            error = error.hint(session.propose(&reference));
        }
    }
    if error.hints().is_empty() {
        error = asked::near_guests(session, typed).into_iter().fold(error, |error, name| error.hint(session.propose(&name)));
    }
    let first = Page { limit: Some(1), ..Page::default() };
    let kind = Filters { keys: vec![("kind".to_owned(), vec![typed.to_owned()])] };
    if search::list(session, &kind, first).is_ok_and(|found| found.total > 0) {
        return error.hint(msg!("document-list", command = format!("cop list {typed}")));
    }
    if !error.hints().is_empty() {
        return error;
    }
    match search::search(session, typed, &Filters::default(), first) {
        Ok(found) if found.relaxed => error.hint(msg!("document-search-some", name = typed)),
        Ok(found) if found.total > 0 => error.hint(msg!("document-search", name = typed, count = found.total)),
        _ => error.hint(msg!("search-list-help")),
    }
}

/// Documents in whose title or name all the words stand.
fn with_words(session: &Session, typed: &str) -> Vec<String> {
    let parts = |text: &str| {
        let folded = fold(text);
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let words = parts(typed);
    if words.is_empty() {
        return Vec::new();
    }
    let has_all = |text: &str| {
        let own = parts(text);
        words.iter().all(|word| own.contains(word))
    };
    let documents = session.community().documents().iter();
    let found = documents.filter(|document| has_all(&document.title) || has_all(&document.slug));
    found.take(PROPOSED).map(|document| document.reference.clone()).collect()
}
