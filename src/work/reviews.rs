//! What a review is: somebody looked at a document, and a commit moved its review date.
//!
//! A commit that moves the dates of very many documents is a change of dates: nobody looks at forty texts between two commits, and what is
//! bumped in bulk was read by no one. It changes those documents, and reviews none.

use std::sync::Arc;

use crate::model::history::{ChangeKind, History, ObjectId};
use crate::model::kind::Kind;
use crate::model::settings::Settings;
use crate::text::front;

/// A commit that moves the review dates of more documents than this reviews none of them.
pub const MOST: usize = 10;

/// What stands above the text of a document.
pub(super) fn front(text: &str) -> &str {
    text.split_at(front::split::split(text).body).0
}

/// The value of a field or relation in a version of a document, as text; `None` where it has none.
pub(super) fn value(text: &str, kind: &Kind, name: &str, settings: &Settings) -> Option<String> {
    let of_field = kind.field(name).map(|field| &field.keys);
    let keys = of_field.or_else(|| kind.relation(name).map(|relation| &relation.keys));
    // Most versions do not have it, and to look for a word is quicker than to read YAML.
    let top = front(text);
    if !keys.into_iter().flatten().map(String::as_str).chain([name]).any(|key| top.contains(key)) {
        return None;
    }
    let front = front::read(text, &settings.limits);
    keys.into_iter().flatten().map(String::as_str).chain([name]).find_map(|key| {
        let node = front.get(key).filter(|node| !node.is_null())?;
        Some(node.text().map_or_else(|| node.raw(text).to_owned(), |text| text.trim().to_owned()))
    })
}

/// A hash of a version of a document without the line of a field or relation above its text.
pub(super) fn without(text: &str, kind: &Kind, name: &str) -> blake3::Hash {
    let of_field = kind.field(name).map(|field| &field.keys);
    let keys = of_field.or_else(|| kind.relation(name).map(|relation| &relation.keys)).into_iter().flatten();
    let keys: Vec<&str> = keys.map(String::as_str).chain([name]).collect();
    let is_its = |line: &str| keys.iter().any(|key| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':')));
    let top = front(text);
    let mut hash = blake3::Hasher::new();
    for line in top.split_inclusive('\n').filter(|line| !is_its(line)) {
        hash.update(line.as_bytes());
    }
    hash.update(text.get(top.len()..).unwrap_or_default().as_bytes());
    hash.finalize()
}

/// Whether a commit, by its place in history, moves so many review dates that it is no review. `prefix` leads from the repository's root to
/// the community's; `version` tells the review date of a version, read as one of a kind.
pub(super) fn is_bulk(
    settings: &Settings,
    history: &History,
    commit: u32,
    prefix: &str,
    version: &dyn Fn(ObjectId, usize) -> Option<Arc<str>>,
) -> bool {
    let Some(commit) = history.commit(commit).filter(|commit| commit.changes().len() > MOST) else { return false };
    let moves = commit.changes().iter().filter(|change| {
        // Where a file comes into being its date comes along; that many do so at once is an import.
        let is_change = matches!(change.kind, ChangeKind::Modified | ChangeKind::Renamed | ChangeKind::Added);
        let path = history.path(change.path).strip_prefix(prefix).filter(|_| is_change);
        let Some(claim) = path.and_then(|path| settings.kinds.claim(path, &|_| false)) else { return false };
        let version = |id| version(id, claim.kind);
        let new = change.new.and_then(version);
        new.is_some() && history.before(change).all(|old| new != version(old))
    });
    moves.take(MOST + 1).count() > MOST
}
