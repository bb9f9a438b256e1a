//! A write that was cut off: completed if its commit is in the branch, else taken back. Nothing in between is left.
//!
//! Whoever holds cop's lock and finds a journal knows that its writer is dead: the lock ends with its process, and a living writer
//! takes its journal away before it lets go. So there is nobody to race with but git and editors, and each step below only
//! touches what is still as the dead writer left it. Recovery can itself be cut off anywhere, and then begins again.

use std::fs;
use std::path::Path;

use git2::{Oid, Repository};

use super::ground::{Entry, Ground, unreadable, unwritable};
use super::journal::{Branch, Journal, Written, remove};
use super::{branch, lock, place, private, tree};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files;
use crate::msg;
use crate::store::git::open::{Head, Repo, head, oid};

/// What became of a write that was cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovered {
    /// Its commit was there, and now everything else is.
    Completed,
    /// It is as if it had never begun; a file that somebody changed since is as they left it.
    Withdrawn,
}

/// Completes or withdraws a write that was cut off. `None`: there was none, or its writer lives.
///
/// Every command of cop does this first. One that only reads goes on if it fails, and says so.
pub fn recover(repo: &Repo) -> Result<Option<Recovered>> {
    let ground = Ground::of(repo);
    // Nearly always there is nothing, and then nothing is made: no folder, no lock.
    if fs::symlink_metadata(ground.shared().path().join("journal")).is_err() {
        return Ok(None);
    }
    match lock::try_take(&ground)? {
        Some(held) => leftovers(&ground, &held),
        None => Ok(None),
    }
}

/// The same for whoever holds the lock already.
pub(super) fn leftovers(ground: &Ground<'_>, _held: &lock::Lock) -> Result<Option<Recovered>> {
    let Some(journal) = Journal::read(ground)? else { return Ok(None) };
    let theirs = match &journal.worktree {
        Some(name) => ground.common.join("worktrees").join(name),
        None => ground.common.clone(),
    };
    if theirs.canonicalize().ok() == ground.git_dir.canonicalize().ok() {
        return settle(ground, &journal).map(Some);
    }
    // It was in another work tree. If that is gone, there is nothing left to put right.
    let raw = Repository::open(&theirs).ok();
    match raw.as_ref().and_then(Ground::of_raw) {
        Some(ground) => settle(&ground, &journal).map(Some),
        None => Journal::clear(ground).map(|()| Some(Recovered::Withdrawn)),
    }
}

/// Finishes or takes back what a journal tells of, and takes the journal away.
pub(super) fn settle(ground: &Ground<'_>, journal: &Journal) -> Result<Recovered> {
    let outcome = match &journal.branch {
        Some(branch) if is_reached(ground, branch)? => {
            complete(ground, journal)?;
            Recovered::Completed
        }
        _ => {
            withdraw(ground, journal)?;
            Recovered::Withdrawn
        }
    };
    place::sweep(&ground.root, journal)?;
    release(ground, journal)?;
    Journal::clear(ground)?;
    Ok(outcome)
}

/// Gives git's locks free, and then the name that proves them ours. The other way round, a lock would be left that nobody can prove.
pub(super) fn release(ground: &Ground<'_>, journal: &Journal) -> Result<()> {
    let Some(name) = &journal.private else { return Ok(()) };
    if let Some(on) = &journal.branch {
        branch::release(ground, name, &on.reference)?;
    }
    private::unlock(ground, name)?;
    let path = ground.own().path().join(name);
    remove(&path).map_err(|error| unwritable(&path, &error))
}

/// Whether the branch went where the journal says: it contains the new commit, or no longer the one that was taken back.
fn is_reached(ground: &Ground<'_>, branch: &Branch) -> Result<bool> {
    let tip = match ground.raw.refname_to_id(&branch.reference) {
        Ok(tip) => tip,
        Err(error) if error.code() == git2::ErrorCode::NotFound => return Ok(false),
        Err(error) => return Err(unreadable(error)),
    };
    let new = Oid::from_bytes(&branch.new).map_err(unreadable)?;
    let old = branch.old.and_then(|old| Oid::from_bytes(&old).ok());
    match (branch.back, old) {
        (true, Some(old)) => Ok(!contains(ground, tip, old)?),
        _ => contains(ground, tip, new),
    }
}

pub(super) fn contains(ground: &Ground<'_>, tip: Oid, commit: Oid) -> Result<bool> {
    // A commit that was never written, or that did not reach the disk, is in no history.
    if tip == commit {
        return Ok(true);
    }
    if !ground.odb()?.exists(commit) {
        return Ok(false);
    }
    ground.raw.graph_descendant_of(tip, commit).map_err(unreadable)
}

/// What the newest commit of `HEAD` has under each path. `HEAD` may be elsewhere by now.
fn committed(ground: &Ground<'_>, journal: &Journal) -> Result<Vec<Option<Entry>>> {
    let tip = match head(ground.raw) {
        Head::Branch(_, tip) | Head::Detached(tip) => oid(tip),
        Head::Unborn(_) => return Ok(vec![None; journal.files.len()]),
        Head::Broken(_) => return Err(ground.tip().err().unwrap_or_else(|| Error::new(ErrorKind::Git, msg!("write-index-odd")))),
    };
    let odb = ground.odb()?;
    let tree = tree::of(&odb, tip)?;
    Ok(journal.files.iter().map(|written| tree::find(&odb, tree, &written.path).unwrap_or_default()).collect())
}

/// The commit is in the branch, and the files were written before it: what may be missing is git's index.
fn complete(ground: &Ground<'_>, journal: &Journal) -> Result<()> {
    let Some(name) = &journal.private else { return Ok(()) };
    if !private::is_locked_by(ground, name) && private::is_published(ground, name) {
        return Ok(());
    }
    let index = private::read(ground)?;
    let committed = committed(ground, journal)?;
    // What is taken back leaves in the index what was staged before, which no commit has; that goes by where the branch is.
    let back = journal.branch.as_ref().filter(|branch| branch.back);
    let is_back = back.is_some_and(|branch| {
        let tip = ground.raw.refname_to_id("HEAD").ok();
        tip.is_some() && tip == Oid::from_bytes(&branch.new).ok()
    });
    // Only what HEAD has as we wrote it, and what the index still has as it was: who removed the lock by hand may have gone on.
    let due = |(written, committed): &(&Written, Option<Entry>)| {
        let (staged, _) = private::staged(&index, &written.path);
        (is_back || *committed == written.new_entry()) && staged != written.new_entry() && staged == written.staged_entry()
    };
    let due: Vec<_> = journal.files.iter().zip(committed).filter(due).collect();
    let due: Vec<_> = due.iter().map(|(written, _)| (written.path.as_str(), written.new_entry(), !is_back)).collect();
    if due.is_empty() {
        return Ok(());
    }
    if private::is_locked_by(ground, name) {
        let mut ours = private::Private::open(ground, name)?;
        ours.fill(&private::draft(ground, &due)?)?;
        return private::publish(ground, name);
    }
    // Somebody removed our lock, as git advises. It is taken once more, by the same name, so that the journal still proves it.
    let path = ground.own().path().join(name);
    remove(&path).map_err(|error| unwritable(&path, &error))?;
    let mut ours = private::Private::make(ground, name)?;
    ours.link(ground, std::time::Duration::ZERO)?;
    ours.fill(&private::draft(ground, &due)?)?;
    private::publish(ground, name)
}

/// The commit is in no branch: every file that is still as we wrote it goes back to what it was. Git is kept out meanwhile, if
/// `index.lock` is still ours, and its index was never touched.
fn withdraw(ground: &Ground<'_>, journal: &Journal) -> Result<()> {
    if !journal.files.iter().any(|written| written.touched) {
        return Ok(());
    }
    let index = private::read(ground)?;
    let committed = committed(ground, journal)?;
    for (written, committed) in journal.files.iter().zip(committed).rev() {
        // Somebody made it theirs since: it is staged or committed as we wrote it.
        let taken = |entry: Option<Entry>| entry.is_some() && entry != written.staged_entry() && entry == written.new_entry();
        if written.touched && !taken(committed) && !taken(private::staged(&index, &written.path).0) {
            put_back(&ground.root, written)?;
        }
    }
    // Before the folders that they may be in.
    place::sweep(&ground.root, journal)?;
    for folder in journal.folders.iter().rev() {
        let _ = fs::remove_dir(ground.root.join(folder));
    }
    Ok(())
}

/// Puts back one file, if it still is what we wrote.
pub(super) fn put_back(root: &Path, written: &Written) -> Result<()> {
    let (path, temporary) = (root.join(&written.path), root.join(&written.temporary));
    let found = match files::read(&path, 1 << 32) {
        Ok(bytes) => Some(bytes),
        Err(files::Unread::Io(error)) if matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => None,
        // Whatever this is, it is not ours.
        Err(_) => return Ok(()),
    };
    if found == written.before || !written.is_after(found.as_deref()) {
        return Ok(());
    }
    let back = || match &written.before {
        None => fs::remove_file(&path),
        Some(before) => {
            remove(&temporary)?;
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            place::put(&temporary, before, written.permissions.into())?;
            if found.is_some() { fs::rename(&temporary, &path) } else { place::claim(&temporary, &path) }
        }
    };
    back().map_err(|error| unwritable(&path, &error))
}
