//! What the file system says of a file or folder without opening it.

use std::fs::Metadata;

/// Enough to tell that a file or folder changed: whoever writes to one changes at least its `ctime`, which nobody can set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Stat {
    /// Bytes; 0 for a folder.
    pub size: u64,
    /// When its content last changed, in nanoseconds since 1970.
    pub mtime: i64,
    /// When its content, name or mode last changed, in nanoseconds since 1970; where a system has no such time, when it was made.
    pub ctime: i64,
    /// Which file it is on its disk; 0 where a system does not say.
    pub inode: u64,
}

impl Stat {
    /// What a look at a file or folder gave.
    #[cfg(unix)]
    pub fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let nanoseconds = |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000).saturating_add(rest);
        Self {
            size: if metadata.is_dir() { 0 } else { metadata.size() },
            mtime: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            ctime: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
            inode: metadata.ino(),
        }
    }

    /// What a look at a file or folder gave.
    #[cfg(not(unix))]
    pub fn of(metadata: &Metadata) -> Self {
        let nanoseconds = |time: std::io::Result<std::time::SystemTime>| {
            let since = time.ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
            since.map_or(0, |since| i64::try_from(since.as_nanos()).unwrap_or(i64::MAX))
        };
        Self {
            size: if metadata.is_dir() { 0 } else { metadata.len() },
            mtime: nanoseconds(metadata.modified()),
            ctime: nanoseconds(metadata.created()),
            inode: 0,
        }
    }

    /// Whether a change made at once after this look could have left it the same, because the times on the disk are coarse:
    /// the file was changed so shortly before `now` (nanoseconds since 1970), or seemingly after it.
    pub fn is_young(&self, now: i64) -> bool {
        let changed = if cfg!(unix) { self.ctime } else { self.mtime.max(self.ctime) };
        changed >= now.saturating_sub(COARSEST)
    }
}

/// The coarsest time that a file system in use keeps: FAT counts in two seconds.
const COARSEST: i64 = 2_000_000_000;
