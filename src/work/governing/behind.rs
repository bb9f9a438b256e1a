//! What lies behind the base.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::store::git::mainline::{Mainline, Step};

/// So many commits behind the base are looked through.
const FAR: usize = 1000;

/// The commits behind the base, and which documents are no longer as the base has them.
#[derive(Default)]
pub(super) struct Behind {
    steps: OnceCell<Vec<Step>>,
    moved: BTreeSet<String>,
}

impl Behind {
    /// Whether it was noted.
    pub(super) fn has_moved(&self, path: &str) -> bool {
        self.moved.contains(path)
    }

    /// The commits, the newest first.
    pub(super) fn steps(&self, way: &Mainline<'_>) -> &[Step] {
        self.steps.get_or_init(|| way.behind(FAR))
    }

    /// Notes that what stands at a path is in another state than in the base, or is another document.
    pub(super) fn moved(&mut self, path: &str) {
        self.moved.insert(path.to_owned());
    }
}
