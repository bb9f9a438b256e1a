//! Waiting for the right to change a small file that several processes may change.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::base::files;

/// Holds a lock file, which is made if it is not there, until what is returned is dropped.
///
/// # Errors
/// It can't be made, or another process holds it for longer than one waits ([`io::ErrorKind::WouldBlock`]).
pub(super) fn hold(lock: &Path, patience: Duration) -> io::Result<File> {
    let file = files::open_lock(lock)?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if start.elapsed() < patience => std::thread::sleep(Duration::from_millis(5)),
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}
