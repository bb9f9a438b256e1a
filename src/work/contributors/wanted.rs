//! Which changes are counted.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::history::{Change, History};
use crate::work::knowledge::Knowledge;

use super::Scope;

/// Which changes are asked for: those of knowledge files, or of some documents only.
pub(super) struct Wanted<'a> {
    knowledge: Knowledge<'a>,
    /// Of the documents that are asked for, by commit and path.
    own: Option<HashSet<(u32, u32)>>,
}

impl<'a> Wanted<'a> {
    /// Of a community; `prefix` leads to it from the repository's root.
    pub(super) fn of(history: &'a History, community: &'a Community, prefix: &'a str, scope: &Scope) -> Self {
        let own = scope.documents.as_ref().map(|documents| {
            let documents = documents.iter().filter_map(|at| community.documents().get(*at));
            let path = |document: &Arc<Document>| format!("{prefix}{}", document.path);
            let of = |document| history.of_path(&path(document)).map(|change| (change.commit, change.path)).collect();
            documents.flat_map::<Vec<_>, _>(of).collect()
        });
        Self { knowledge: Knowledge::of(history, &community.settings.kinds, prefix), own }
    }

    /// Whether a path, by its number in the history, is that of a knowledge file.
    pub(super) fn is_knowledge(&mut self, path: u32) -> bool {
        self.knowledge.has(path)
    }

    /// Whether a change is one of them, and somebody did it.
    pub(super) fn has(&mut self, change: &Change) -> bool {
        change.kind.is_work()
            && match &self.own {
                Some(own) => own.contains(&(change.commit, change.path)),
                None => self.knowledge.has(change.path) || change.from.is_some_and(|from| self.knowledge.has(from)),
            }
    }
}
