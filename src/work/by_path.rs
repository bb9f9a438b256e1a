//! A document by its path, for which no other file is read.

use std::sync::Arc;

use crate::base::path::last;
use crate::model::document::Document;
use crate::store::workspace::load::{self, Claimed};

use super::session::Session;

/// The file that has this very path. Only the folders on the way to it are listed, which says whether it is ignored and whose it is.
pub(super) fn at_path(session: &Session, typed: &str) -> Option<Claimed> {
    // What is called so goes before what stands there, but no ref has a dot in it.
    let is_path = last(typed).contains('.') && !typed.starts_with('@') && typed == typed.trim();
    let is_on_the_way = |folder: &str| typed.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let paths = is_path.then(|| session.paths_in(&is_on_the_way))?;
    let (claimed, _) = load::claims(session.settings(), paths.iter().map(String::as_str));
    claimed.into_iter().find(|claimed| claimed.path == typed)
}

/// The document at a path from the community's root; `None` where none can be read.
pub(super) fn at(session: &Session, path: &str) -> Option<Arc<Document>> {
    at_path(session, path).and_then(|claimed| read(session, claimed))
}

/// The document in a file that a kind claims; `None` where it can't be read.
pub(super) fn read(session: &Session, Claimed { path, claim }: Claimed) -> Option<Arc<Document>> {
    let settings = session.settings();
    let text = load::text(&session.dir().join(&path), settings.limits.file).ok()?;
    Some(Arc::new(Document::read(&path, text, &claim, settings)))
}
