//! Which changes in a history are to knowledge files: paths that a kind claims, whether or not anything is still there.

use crate::model::history::{Change, History};
use crate::model::kinds::Kinds;

/// Tells knowledge files from others; of each path it is worked out once.
pub(super) struct Knowledge<'a> {
    history: &'a History,
    kinds: &'a Kinds,
    /// From the repository's root to the community's, with its slash.
    prefix: &'a str,
    known: Vec<Option<bool>>,
}

impl<'a> Knowledge<'a> {
    /// Of a history; `prefix` leads from the repository's root to the community's.
    pub(super) fn of(history: &'a History, kinds: &'a Kinds, prefix: &'a str) -> Self {
        Self { history, kinds, prefix, known: vec![None; history.facts().paths.len()] }
    }

    /// Whether somebody changed a knowledge file by it, where the file stands since.
    pub(super) fn is_work(&mut self, change: &Change) -> bool {
        change.kind.is_work() && self.has(change.path)
    }

    /// Whether a path, by its number in the history, is that of a knowledge file.
    pub(super) fn has(&mut self, path: u32) -> bool {
        let (history, kinds, prefix) = (self.history, self.kinds, self.prefix);
        let answer = || history.path(path).strip_prefix(prefix).is_some_and(|path| kinds.wants(path));
        match self.known.get_mut(path as usize) {
            Some(known) => *known.get_or_insert_with(answer),
            None => answer(),
        }
    }
}
