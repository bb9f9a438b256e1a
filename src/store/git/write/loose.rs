//! Files written without a commit: with `--no-commit`, and where there is no git that could have one.

use std::fs;
use std::path::Path;

use super::ground::{Ground, Moment, Step, Watch};
use super::journal::Journal;
use super::names::Names;
use super::{Options, lock, look, own, place, recover};
use crate::base::error::Result;
use crate::model::change::ChangeSet;
use crate::msg;

/// Writes the files into the work tree of a repository, and leaves the rest to its user. git's index and the branch are not touched.
///
/// The journal has no branch, so a write that is cut off is always taken back.
pub(super) fn in_work_tree(ground: &Ground<'_>, mut steps: Vec<Step>, options: &Options, watch: Watch<'_>) -> Result<()> {
    let held = lock::take(ground, options.wait)?;
    recover::leftovers(ground, &held)?;
    own::tidy(ground, &held);
    watch(Moment::Locked)?;
    place::order(&mut steps);
    let journal = Journal::of(ground, &steps, &own::nonce());
    let done = journal
        .write(ground)
        .and_then(|()| watch(Moment::Journaled))
        .and_then(|()| place::all(&ground.root, &steps, &journal, watch))
        .and_then(|()| Journal::clear(ground));
    done.map_err(|error| match recover::settle(ground, &journal) {
        Ok(_) => error,
        Err(_) => error.hint(msg!("write-half-hint")),
    })
}

/// Writes the files where there is no git. There is no place for a journal, so only what fails is taken back, and not what is killed.
pub(super) fn outside_git(community: &Path, mut steps: Vec<Step>, watch: Watch<'_>) -> Result<()> {
    place::order(&mut steps);
    let journal = Journal::without_git(community, &steps, &own::nonce());
    let done = place::all(community, &steps, &journal, watch);
    done.map_err(|error| {
        let back: Result<()> =
            journal.files.iter().rev().filter(|file| file.touched).try_for_each(|file| recover::put_back(community, file));
        let swept = place::sweep(community, &journal);
        for folder in journal.folders.iter().rev() {
            let _ = fs::remove_dir(community.join(folder));
        }
        if back.and(swept).is_err() { error.hint(msg!("write-half-hint")) } else { error }
    })
}

/// The steps of a set, looked at on the disk alone.
pub(super) fn steps(root: &Path, community: &Path, set: &ChangeSet) -> Result<Vec<Step>> {
    let steps = look::steps(root, community, set)?;
    Names::below(root).are_free(&steps)?;
    Ok(steps)
}
