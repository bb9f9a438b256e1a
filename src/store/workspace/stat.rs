//! What the file system says of a file or folder without opening it.

use std::fs::{self, Metadata};
use std::path::Path;

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
        Self {
            size: if metadata.is_dir() { 0 } else { metadata.size() },
            mtime: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            ctime: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
            inode: metadata.ino(),
        }
    }

    /// The same of what the system itself says; `None` if that is of something other than `what`.
    #[cfg(unix)]
    #[allow(
        clippy::cast_sign_loss,
        clippy::cast_possible_wrap,
        clippy::unnecessary_cast,
        reason = "systems differ in the types of these numbers, and in none is one too large"
    )]
    fn of_raw(raw: &rustix::fs::Stat, what: What) -> Option<Self> {
        use rustix::fs::FileType;
        let size = match (what, FileType::from_raw_mode(raw.st_mode)) {
            (What::Folder, FileType::Directory) => 0,
            (What::File, FileType::RegularFile) => raw.st_size as u64,
            _ => return None,
        };
        Some(Self {
            size,
            mtime: nanoseconds(raw.st_mtime as i64, raw.st_mtime_nsec as i64),
            ctime: nanoseconds(raw.st_ctime as i64, raw.st_ctime_nsec as i64),
            inode: raw.st_ino as u64,
        })
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

#[cfg(unix)]
fn nanoseconds(seconds: i64, rest: i64) -> i64 {
    seconds.saturating_mul(1_000_000_000).saturating_add(rest)
}

/// What a path is looked at for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A file with content; neither a link nor anything else.
    File,
    /// A folder; no link to one.
    Folder,
}

impl What {
    fn is(self, metadata: &Metadata) -> bool {
        match self {
            Self::File => metadata.is_file(),
            Self::Folder => metadata.is_dir(),
        }
    }
}

/// A folder below which many paths are looked at. Where the system can, it is held open, so that the way down to it is not gone for
/// each of them: of 15,000 files that is half the time.
#[derive(Debug)]
pub struct Base<'a> {
    root: &'a Path,
    #[cfg(unix)]
    held: Option<rustix::fd::OwnedFd>,
}

impl<'a> Base<'a> {
    /// The folder `root`; one that can't be opened is looked below all the same.
    pub fn new(root: &'a Path) -> Self {
        #[cfg(unix)]
        {
            use rustix::fs::{Mode, OFlags, open};
            let held = open(root, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).ok();
            Self { root, held }
        }
        #[cfg(not(unix))]
        Self { root }
    }

    /// What a path below it is, if it is there and is `what`; a link is neither a file nor a folder. The empty path is the folder itself.
    pub fn look(&self, path: &str, what: What) -> Option<Stat> {
        #[cfg(unix)]
        if let Some(held) = self.held.as_ref().filter(|_| !path.is_empty()) {
            use rustix::fs::{AtFlags, statat};
            return statat(held, path, AtFlags::SYMLINK_NOFOLLOW).ok().and_then(|raw| Stat::of_raw(&raw, what));
        }
        let metadata = fs::symlink_metadata(self.root.join(path)).ok()?;
        what.is(&metadata).then(|| Stat::of(&metadata))
    }
}

/// The coarsest time that a file system in use keeps: FAT counts in two seconds.
const COARSEST: i64 = 2_000_000_000;

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Base, Stat, What};

    #[test]
    fn a_look_from_a_folder_is_a_look_at_the_whole_path() {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir(root.path().join("é")).expect("made");
        fs::write(root.path().join("é/a.md"), "text").expect("written");
        #[cfg(unix)]
        std::os::unix::fs::symlink("é/a.md", root.path().join("link")).expect("linked");
        let base = Base::new(root.path());
        for (path, what, is_there) in [
            ("", What::Folder, true),
            ("", What::File, false),
            ("é", What::Folder, true),
            ("é", What::File, false),
            ("é/a.md", What::File, true),
            ("é/a.md", What::Folder, false),
            ("é/b.md", What::File, false),
            ("é/a.md/b", What::File, false),
            ("link", What::File, false),
            ("a\0b", What::File, false),
        ] {
            let expected = is_there.then(|| Stat::of(&fs::symlink_metadata(root.path().join(path)).expect("there")));
            assert_eq!(base.look(path, what), expected, "{path:?} as {what:?}");
        }
    }

    #[test]
    fn below_a_folder_that_is_missing_nothing_stands() {
        let root = tempfile::tempdir().expect("a folder");
        let gone = root.path().join("gone");
        assert_eq!(Base::new(&gone).look("a.md", What::File), None);
        assert_eq!(Base::new(&gone).look("", What::Folder), None);
    }
}
