//! Files that git leaves out of the work tree: a sparse checkout. They are absent, and not deleted.

use super::open::{Repo, id};
use crate::model::history::ObjectId;

/// The mark of a file in git's index that is not to be in the work tree.
const SKIP_WORKTREE: u16 = 1 << 14;

/// The paths from the repository's root that are left out, with what they hold; none where git's index can't be read.
pub fn left_out(repo: &Repo) -> Vec<(String, ObjectId)> {
    let Ok(index) = repo.raw().index() else { return Vec::new() };
    let left_out = index.iter().filter(|entry| entry.flags_extended & SKIP_WORKTREE != 0);
    left_out.filter_map(|entry| Some((String::from_utf8(entry.path.clone()).ok()?, id(entry.id)))).collect()
}
