//! A branch moved from the commit that was read to the new one, and from no other.
//!
//! `HEAD` and the branch are both locked, as git locks them, and only then read and compared: libgit2's transaction holds
//! `HEAD.lock` and `refs/heads/….lock` from before the reading to the writing. While they are held, no git can move the branch, nor
//! point `HEAD` elsewhere.

use std::time::{Duration, Instant};

use git2::{ErrorCode, Oid, Signature, Time};

use super::ground::{Ground, Tip, unreadable};
use super::lock::NAP;
use super::message::Stamp;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::place::Place;
use crate::msg;

/// Locks of references are held for moments; one that stays longer was left by a git that was killed.
const PATIENCE: Duration = Duration::from_secs(3);

/// Moves a branch. `false`: it, or `HEAD`, is not where it was, and nothing was done.
pub(super) fn move_to(ground: &Ground<'_>, tip: &Tip, new: Oid, who: &Stamp, note: &str) -> Result<bool> {
    let time = Time::new(who.seconds, who.offset);
    let who = Signature::new(&who.name, &who.email, &time).map_err(unreadable)?;
    let note: String = note.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let start = Instant::now();
    loop {
        let mut transaction = ground.raw.transaction().map_err(unreadable)?;
        let locked = transaction.lock_ref("HEAD").and_then(|()| transaction.lock_ref(&tip.reference));
        match locked {
            Ok(()) => {
                if ground.tip().ok().as_ref() != Some(tip) {
                    return Ok(false);
                }
                transaction.set_target(&tip.reference, new, Some(&who), &note).map_err(unmoved)?;
                return transaction.commit().map_err(unmoved).map(|()| true);
            }
            Err(error) if error.code() == ErrorCode::Locked && start.elapsed() < PATIENCE => {
                drop(transaction);
                std::thread::sleep(NAP);
            }
            Err(error) if error.code() == ErrorCode::Locked => {
                // The lock that it did get is ours, and not the one to be named.
                drop(transaction);
                return Err(held(ground, tip).because(error.message()));
            }
            Err(error) => return Err(unmoved(error)),
        }
    }
}

#[allow(clippy::needless_pass_by_value, reason = "errors are handed over, and `map_err` can name this")]
fn unmoved(error: git2::Error) -> Error {
    Error::new(ErrorKind::Git, msg!("write-unmoved")).because(error.message()).hint(msg!("write-unmoved-hint"))
}

/// Which of the two locks stays, by its path.
fn held(ground: &Ground<'_>, tip: &Tip) -> Error {
    let locks = [ground.git_dir.join("HEAD.lock"), ground.common.join(format!("{}.lock", tip.reference))];
    let error = Error::new(ErrorKind::Busy, msg!("write-branch-held")).hint(msg!("write-index-held-hint"));
    match locks.iter().find(|lock| lock.symlink_metadata().is_ok()) {
        Some(lock) => error.at(Place::file(lock.to_string_lossy())),
        None => error,
    }
}
