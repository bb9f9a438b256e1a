//! Where files went that are no longer where they were, for what is kept of them by their path.

use std::collections::HashMap;

use crate::model::document::Document;
use crate::model::history::ObjectId;
use crate::store::git::blobs::name_of;

use super::checks::baseline::Baseline;
use super::session::Session;

/// Has a baseline follow the files that went elsewhere: in a commit, or since the last one with every byte as it was.
pub(super) fn follow(session: &Session, known: &mut Baseline) {
    // Nearly always all are where they were, and that is known without reading any.
    let (files, left_out) = (&session.tree().files, session.left_out());
    let is_there = |path: &str| files.binary_search_by(|seen| seen.path.as_str().cmp(path)).is_ok() || left_out.contains_key(path);
    let gone: Vec<String> = known.paths().into_iter().filter(|path| !is_there(path)).collect();
    if gone.is_empty() {
        return;
    }
    let community = session.community();
    let Some(history) = session.history_if_any() else { return };
    let prefix = session.prefix();
    let mut went: HashMap<String, String> = HashMap::new();
    let mut fresh: Vec<&Document> = Vec::new();
    for document in community.documents() {
        let path = format!("{prefix}{}", document.path);
        let changes = history.of_path(&path);
        if changes.len() == 0 {
            fresh.push(document);
        }
        let earlier = changes.filter_map(|change| history.path(change.from?).strip_prefix(&prefix));
        went.extend(earlier.map(|path| (path.to_owned(), document.path.clone())));
    }
    let fresh: HashMap<ObjectId, &Document> =
        fresh.into_iter().filter_map(|document| Some((name_of(document.text.as_bytes())?, document))).collect();
    for path in gone {
        let last = history.last(&format!("{prefix}{path}")).and_then(|change| change.new);
        if let Some(document) = last.and_then(|content| fresh.get(&content)) {
            went.insert(path, document.path.clone());
        }
    }
    // What is there again is itself.
    went.retain(|path, _| !community.exists(path));
    known.follow(&went);
}
