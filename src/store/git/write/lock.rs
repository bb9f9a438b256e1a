//! The right to write: one process at a time, whichever work tree it is in.

use std::fs::{File, TryLockError};
use std::time::{Duration, Instant};

use super::ground::{Ground, unwritable};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::{self, NoFolder};
use crate::base::place::Place;
use crate::msg;

/// So long is slept between two tries.
pub(super) const NAP: Duration = Duration::from_millis(5);

/// The lock, held. It is the system's own, so it ends with its process, however that ends; the file stays where it is.
pub(super) struct Lock(#[allow(dead_code, reason = "it is held, and not used")] File);

fn file(ground: &Ground<'_>) -> Result<File> {
    let folder = ground.shared();
    let path = folder.path().join("lock");
    folder.make().map_err(|error| match error {
        NoFolder::Io(error) => unwritable(folder.path(), &error),
        NoFolder::InTheWay(path) => Error::new(ErrorKind::Io, msg!("write-in-the-way")).at(Place::file(path.to_string_lossy())),
    })?;
    files::open_lock(&path).map_err(|error| unwritable(&path, &error))
}

/// Waits for the lock, but not longer than that.
pub(super) fn take(ground: &Ground<'_>, wait: Duration) -> Result<Lock> {
    let (file, start) = (file(ground)?, Instant::now());
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock(file)),
            Err(TryLockError::WouldBlock) if start.elapsed() < wait => std::thread::sleep(NAP),
            Err(TryLockError::WouldBlock) => {
                return Err(Error::new(ErrorKind::Busy, msg!("write-busy", seconds = wait.as_secs())).hint(msg!("write-busy-hint")));
            }
            Err(TryLockError::Error(error)) => return Err(unwritable(&ground.shared().path().join("lock"), &error)),
        }
    }
}

/// The lock, if nobody holds it.
pub(super) fn try_take(ground: &Ground<'_>) -> Result<Option<Lock>> {
    let file = file(ground)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock(file))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(unwritable(&ground.shared().path().join("lock"), &error)),
    }
}
