//! What is believed where commits come together that each decided something.

use std::sync::Arc;

use super::trust::{Mark, Trust};

impl Trust {
    /// This together with what is believed beside it, both out of `bases`: what either changed. What one side may have taken away is gone
    /// where nobody knows out of what both were made.
    pub(super) fn joined(&self, other: &Self, bases: &[Arc<Self>]) -> Self {
        let mut joined = self.clone();
        let rules: Vec<_> = bases.iter().map(|base| &base.rules).collect();
        joined.rules = self.rules.joined(&other.rules, &rules);
        if !bases.is_empty() {
            if bases.iter().all(|base| base.settings.kinds == self.settings.kinds) {
                joined.settings = Arc::clone(&other.settings);
            }
            if bases.iter().all(|base| base.shown.kinds == self.shown.kinds && base.shown.limits == self.shown.limits) {
                joined.shown = Arc::clone(&other.shown);
            }
        }
        let is_new = |mark: &Mark| !bases.is_empty() && bases.iter().all(|base| !base.marks.contains(mark));
        joined.marks.retain(|mark| other.marks.contains(mark) || is_new(mark));
        // Whoever signed for a key on one side signed for it.
        joined.unsigned.retain(|mark, _| !other.marks.contains(mark) || other.unsigned.contains_key(mark));
        for mark in other.marks.difference(&self.marks).filter(|mark| is_new(mark)) {
            joined.marks.insert(mark.clone());
            if let Some(at) = other.since.get(mark) {
                joined.since.insert(mark.clone(), *at);
            }
            if let Some(commit) = other.unsigned.get(mark) {
                joined.unsigned.insert(mark.clone(), commit.clone());
            }
        }
        joined
    }
}
