//! A branch moved from the commit that was read to the new one, and from no other.
//!
//! `HEAD` and the branch are both locked as git locks them, by `HEAD.lock` and `refs/heads/….lock`, and only then read and compared:
//! while the two are there, no git moves the branch or points `HEAD` elsewhere. libgit2 compares under the lock too, but a lock
//! that it leaves when it is killed can't be told from another git's, and would stop the next commit. So both are links to
//! files of ours, as `index.lock` is, and the journal proves them.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use git2::Oid;

use super::ground::{Ground, Moment, Tip, Watch, unwritable};
use super::journal::remove;
use super::lock::NAP;
use super::message::Stamp;
use super::private::{is_same, unlinked};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::place::Place;
use crate::msg;

/// Locks of references are held for moments; one that stays longer was left by a git that was killed.
const PATIENCE: Duration = Duration::from_secs(3);

/// The two locks, each with the file of ours that it is a link to.
struct Locks {
    head: PathBuf,
    branch: PathBuf,
    ours: PathBuf,
    ours_of_branch: PathBuf,
}

impl Locks {
    fn of(ground: &Ground<'_>, private: &str, reference: &str) -> Self {
        let own = ground.own();
        Self {
            head: ground.git_dir.join("HEAD.lock"),
            branch: ground.common.join(format!("{reference}.lock")),
            ours: own.path().join(private),
            ours_of_branch: own.path().join(format!("{private}.ref")),
        }
    }

    /// Gives free what is ours of them, and only then the name that proves it.
    fn release(&self) -> Result<()> {
        for (lock, ours) in [(&self.branch, &self.ours_of_branch), (&self.head, &self.ours)] {
            if is_same(ours, lock) {
                remove(lock).map_err(|error| unwritable(lock, &error))?;
            }
        }
        remove(&self.ours_of_branch).map_err(|error| unwritable(&self.ours_of_branch, &error))
    }
}

/// Gives free the locks that a write which was cut off may have left.
pub(super) fn release(ground: &Ground<'_>, private: &str, reference: &str) -> Result<()> {
    Locks::of(ground, private, reference).release()
}

/// A branch that is to be moved.
pub(super) struct Move<'m> {
    /// The name of the private file, which the journal has.
    pub(super) private: &'m str,
    /// Where `HEAD` and the branch have to be.
    pub(super) tip: &'m Tip,
    /// Where the branch goes.
    pub(super) new: Oid,
    /// Who moves it, and why, for the reflog.
    pub(super) who: &'m Stamp,
    pub(super) note: String,
    pub(super) watch: Watch<'m>,
}

/// Moves a branch. `false`: it, or `HEAD`, is not where it was, and nothing was done.
pub(super) fn carry_out(ground: &Ground<'_>, to: &Move<'_>) -> Result<bool> {
    let locks = Locks::of(ground, to.private, &to.tip.reference);
    let done = locked(ground, &locks, to);
    // After a branch that moved, this only tidies up; what can't be tidied now, recovery will.
    let released = locks.release();
    let done = done?;
    released.map(|()| done)
}

fn locked(ground: &Ground<'_>, locks: &Locks, to: &Move<'_>) -> Result<bool> {
    let branch = ground.common.join(&to.tip.reference);
    // The branch will be this very file, so it is written before it is linked and never after.
    let draft = || -> io::Result<()> {
        remove(&locks.ours_of_branch)?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(&locks.ours_of_branch)?;
        writeln!(file, "{}", to.new)?;
        file.sync_all()?;
        branch.parent().map_or(Ok(()), fs::create_dir_all)
    };
    draft().map_err(|error| unwritable(&branch, &error))?;
    take(&locks.ours, &locks.head)?;
    take(&locks.ours_of_branch, &locks.branch)?;
    if ground.tip().ok().as_ref() != Some(to.tip) {
        return Ok(false);
    }
    let unmoved = |error: io::Error| {
        Error::new(ErrorKind::Git, msg!("write-unmoved")).because(error).at(at(&branch)).hint(msg!("write-unmoved-hint"))
    };
    // As git does: first what tells of it, then the move. A line too many in the reflog hurts nobody.
    log(ground, to).map_err(unmoved)?;
    (to.watch)(Moment::Held)?;
    if branch.is_dir() {
        // Left of a branch whose name began like this one's.
        let _ = fs::remove_dir(&branch);
    }
    fs::rename(&locks.branch, &branch).map_err(unmoved)?;
    Ok(true)
}

fn at(path: &Path) -> Place {
    Place::file(path.to_string_lossy())
}

fn take(ours: &Path, lock: &Path) -> Result<()> {
    let start = Instant::now();
    loop {
        match fs::hard_link(ours, lock) {
            Ok(()) => return Ok(()),
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(unlinked(lock, &error)),
            Err(_) if start.elapsed() < PATIENCE => std::thread::sleep(NAP),
            Err(_) => return Err(Error::new(ErrorKind::Busy, msg!("write-branch-held")).at(at(lock)).hint(msg!("write-index-held-hint"))),
        }
    }
}

/// Adds a line to the reflogs of the branch and of `HEAD`, where `core.logAllRefUpdates` wants one or there is one already.
fn log(ground: &Ground<'_>, to: &Move<'_>) -> io::Result<()> {
    let wanted = ground.raw.config().and_then(|config| config.get_string("core.logAllRefUpdates"));
    let wanted = !wanted.is_ok_and(|text| ["false", "no", "off", "0"].contains(&text.to_lowercase().as_str()));
    let note: String = to.note.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let old = to.tip.commit.unwrap_or(Oid::ZERO_SHA1);
    let line = format!("{old} {} {} {}\t{}\n", to.new, to.who.who(), to.who.when(), note.trim());
    for path in [ground.common.join("logs").join(&to.tip.reference), ground.git_dir.join("logs/HEAD")] {
        if wanted && let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        match OpenOptions::new().append(true).create(wanted).open(&path) {
            Ok(mut file) => file.write_all(line.as_bytes())?,
            Err(error) if !wanted && error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
