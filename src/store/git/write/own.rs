//! cop's own folder in the git folder: names in it, and what was left there.

use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::ground::{Ground, unwritable};
use super::lock::Lock;
use crate::base::clock;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::NoFolder;
use crate::base::place::Place;
use crate::msg;

/// What is older was left by a process that was killed: no hook and no editor takes that long.
const OLD: Duration = Duration::from_secs(7 * 24 * 3600);

/// The file that names cop's last commits.
pub(super) const LAST: &str = "last";

/// A text that no other writer has.
pub(super) fn nonce() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{:x}-{:x}-{count:x}", std::process::id(), clock::system_nanoseconds())
}

/// Makes the folder.
pub(super) fn make(ground: &Ground<'_>) -> Result<()> {
    let folder = ground.own();
    folder.make().map_err(|error| match error {
        NoFolder::Io(error) => unwritable(folder.path(), &error),
        NoFolder::InTheWay(path) => Error::new(ErrorKind::Io, msg!("write-in-the-way")).at(Place::file(path.to_string_lossy())),
    })
}

/// Removes what killed processes left. Nobody minds if that fails.
///
/// Whoever holds the lock has not made a private index yet, so one that is here belongs to nobody. Anything else, such as the
/// index that a hook looks at, may be in use, and goes once it is old.
pub(super) fn tidy(ground: &Ground<'_>, _held: &Lock) {
    let now = u64::try_from(clock::system_nanoseconds()).unwrap_or_default();
    let is_old = |about: &fs::Metadata| {
        let age = about.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        age.is_some_and(|made| Duration::from_nanos(now).saturating_sub(made) > OLD)
    };
    for entry in fs::read_dir(ground.own().path()).into_iter().flatten().flatten() {
        let Ok(about) = entry.metadata() else { continue };
        let name = entry.file_name();
        if name != LAST && is_old(&about) || name.to_string_lossy().starts_with("index-") {
            let _ = if about.is_dir() { fs::remove_dir_all(entry.path()) } else { fs::remove_file(entry.path()) };
        }
    }
}
