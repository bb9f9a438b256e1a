//! Whether a branch was rewritten: what it led to is gone from it, and from everywhere else.

use std::collections::HashSet;

use super::open::{Head, Repo, oid};
use crate::base::files;
use crate::model::history::ObjectId;

/// The largest list of what a branch was that is read, in bytes: some 50,000 steps.
const LARGEST: u64 = 8 << 20;
/// So many commits of other branches are looked through.
const OTHERS: usize = 50_000;

/// How many of these commits are on no branch and under no tag any more, where the branch at hand led to `old`; 0 where it never did,
/// because another branch was checked out then, or where it can't be told.
pub(super) fn gone(repo: &Repo, old: ObjectId, lost: &[ObjectId]) -> usize {
    let Head::Branch(name, tip) = repo.head() else { return 0 };
    if lost.is_empty() || !was_at(repo, name, old) {
        return 0;
    }
    elsewhere(repo, *tip, lost).map_or(0, |found| lost.len() - found)
}

/// Whether a branch was at a commit, by what git noted of its steps.
fn was_at(repo: &Repo, branch: &str, commit: ObjectId) -> bool {
    let notes = files::read(&repo.common_dir().join("logs/refs/heads").join(branch), LARGEST).unwrap_or_default();
    let id = commit.to_string();
    notes.split(|byte| *byte == b'\n').any(|line| line.split(|byte| *byte == b' ').take(2).any(|word| word == id.as_bytes()))
}

/// How many of these commits other branches and tags lead to; `None` where that would take too long.
fn elsewhere(repo: &Repo, tip: ObjectId, lost: &[ObjectId]) -> Option<usize> {
    let raw = repo.raw();
    let mut walk = raw.revwalk().ok()?;
    for reference in raw.references().ok()?.flatten() {
        let is_kept = reference.is_branch() || reference.is_remote() || reference.is_tag();
        if let (true, Ok(commit)) = (is_kept, reference.peel_to_commit()) {
            walk.push(commit.id()).ok()?;
        }
    }
    walk.hide(oid(tip)).ok()?;
    let lost: HashSet<git2::Oid> = lost.iter().map(|id| oid(*id)).collect();
    let mut found = 0;
    for (number, commit) in walk.enumerate() {
        found += usize::from(commit.is_ok_and(|commit| lost.contains(&commit)));
        if number >= OTHERS {
            return None;
        }
        if found == lost.len() {
            break;
        }
    }
    Some(found)
}
