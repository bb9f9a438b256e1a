//! When a field of a document changed.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::model::document::Document;
use crate::model::history::{ChangeKind, History, ObjectId};
use crate::work::reviews;
use crate::work::session::Session;

/// Those of some commits that gave a field or relation of a document another value, by their place in history; not the one that made it.
/// `path` is the document's from the repository's root.
pub(super) fn moved(
    session: &Session,
    history: &History,
    document: &Document,
    name: &str,
    path: &str,
    of: &dyn Fn(u32) -> bool,
) -> Vec<u32> {
    let kind = session.settings().kinds.at(document.kind);
    // What one change leaves is mostly what the next one finds.
    let known: RefCell<HashMap<ObjectId, Option<String>>> = RefCell::default();
    let last: RefCell<(String, Option<String>)> = RefCell::default();
    let value = |id: ObjectId| {
        let read = |id| {
            let text = session.blob(id)?;
            // Most changes are of the text below the front matter.
            let (top, mut last) = (reviews::front(&text), last.borrow_mut());
            if last.0 != top {
                *last = (top.to_owned(), reviews::value(&text, kind, name, session.settings()));
            }
            last.1.clone()
        };
        known.borrow_mut().entry(id).or_insert_with_key(|id| read(*id)).clone()
    };
    history
        .of_path(path)
        .filter(|change| matches!(change.kind, ChangeKind::Modified | ChangeKind::Renamed) && of(change.commit))
        .filter(|change| {
            let new = change.new.and_then(&value);
            new.is_some() && history.before(change).all(|old| new != value(old))
        })
        .map(|change| change.commit)
        .collect()
}
