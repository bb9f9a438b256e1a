//! The folder that an index is kept in: its files, and who may write them.
//!
//! Files are written under names that no file has, then the stamp takes the place of the old one in one step, then what no
//! stamp names is removed. So a reader has an old index or a new one, whole, and needs no lock; if what it was about to
//! open is gone, or another file has its name by now, there is a newer stamp. Nothing is forced to the disk: after a power cut the
//! files are not what the stamp says.
//!
//! The folder, and those on the way to it, are no links, and of what lies in it only regular files are read or removed.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use tantivy::Directory;
use tantivy::directory::{MmapDirectory, OwnedBytes};

use crate::base::files::{self, NoFolder, OwnFolder};
use crate::store::workspace::stat::Stat;

use super::broken::Broken;
use super::stamp::{self, Mark};

/// What files of volumes and catalogues are called, with a number behind it.
const VOLUME: &str = "volume-";
const CATALOGUE: &str = "catalogue-";

/// What files are called while they are written.
const UNFINISHED: &str = ".cop-";

const LOCK: &str = "lock";

/// The most digits of a number in a name; what has more is not ours.
const DIGITS: usize = 15;

/// How many names are tried for a file.
const TRIES: u64 = 1_000;

/// The largest stamp that is read, in bytes.
const LARGEST_STAMP: u64 = 1 << 20;

/// How long one waits for another process that is updating the index; then the answer comes from memory, which takes no longer than
/// a first index does.
const PATIENCE: Duration = Duration::from_secs(2);

/// An index's folder.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    own: OwnFolder,
}

/// The right to write, until it is dropped.
#[derive(Debug)]
pub(super) struct Held(#[expect(dead_code, reason = "the lock is held as long as its file is open")] File);

/// Why one may not write.
#[derive(Debug)]
pub(super) enum Refused {
    /// Another process has been writing for longer than one waits.
    Busy,
    /// Something that is no folder, or leads elsewhere, stands where the folder should be.
    InTheWay(String),
    /// The system says no.
    Unwritable(io::Error),
}

impl From<NoFolder> for Refused {
    fn from(none: NoFolder) -> Self {
        match none {
            NoFolder::InTheWay(path) => Self::InTheWay(path.to_string_lossy().into_owned()),
            NoFolder::Io(error) => Self::Unwritable(error),
        }
    }
}

impl Folder {
    /// A folder, whether or not it is there.
    pub(super) fn new(own: OwnFolder) -> Self {
        Self { own }
    }

    fn path(&self) -> &Path {
        self.own.path()
    }

    /// Whether it is there, and a folder.
    pub(super) fn is_there(&self) -> bool {
        self.own.is_there()
    }

    /// The bytes of the stamp; `None` where there is none.
    pub(super) fn stamp(&self) -> Option<Vec<u8>> {
        files::read(&self.path().join(stamp::FILE), LARGEST_STAMP).ok()
    }

    /// Whether anything was ever kept here.
    pub(super) fn is_empty(&self) -> bool {
        self.entries().next().is_none()
    }

    /// Whether a file is what it was when it was written, by its looks.
    pub(super) fn looks_whole(&self, mark: &Mark) -> bool {
        let metadata = fs::symlink_metadata(self.path().join(&mark.name));
        metadata.is_ok_and(|metadata| metadata.is_file() && Stat::of(&metadata) == mark.stat)
    }

    /// The mark that a file has now, if its bytes are what was written; it may have been copied with the folder.
    pub(super) fn mark_again(&self, mark: &Mark) -> Result<Mark, Broken> {
        let path = self.path().join(&mark.name);
        let metadata = fs::symlink_metadata(&path)?;
        if !metadata.is_file() || metadata.len() != mark.stat.size {
            return Err(Broken::new("a file has another size"));
        }
        if *blake3::hash(&files::read(&path, mark.stat.size)?).as_bytes() != mark.digest {
            return Err(Broken::new("a file has other bytes"));
        }
        Ok(Mark { stat: Stat::of(&metadata), ..mark.clone() })
    }

    /// A file's bytes, in memory.
    pub(super) fn read(&self, mark: &Mark) -> Result<Vec<u8>, Broken> {
        Ok(files::read(&self.path().join(&mark.name), mark.stat.size)?)
    }

    /// Files' bytes, mapped into memory.
    pub(super) fn map<'m>(&self, marks: impl Iterator<Item = &'m Mark>) -> Result<Vec<OwnedBytes>, Broken> {
        let directory = MmapDirectory::open(self.path()).map_err(Broken::new)?;
        marks.map(|mark| Ok(directory.open_read(Path::new(&mark.name))?.read_bytes()?)).collect()
    }

    /// Waits for the right to write.
    pub(super) fn hold(&self) -> Result<Held, Refused> {
        self.own.make()?;
        let file = files::open_lock(&self.path().join(LOCK)).map_err(Refused::Unwritable)?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Held(file)),
                Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(5)),
                Err(TryLockError::WouldBlock) => return Err(Refused::Busy),
                Err(TryLockError::Error(error)) => return Err(Refused::Unwritable(error)),
            }
        }
    }

    /// Writes a volume.
    pub(super) fn write_volume(&self, bytes: &[u8], _held: &Held) -> io::Result<Mark> {
        self.write(VOLUME, bytes)
    }

    /// Writes a catalogue.
    pub(super) fn write_catalogue(&self, bytes: &[u8], _held: &Held) -> io::Result<Mark> {
        self.write(CATALOGUE, bytes)
    }

    /// Puts a stamp in the place of the old one.
    pub(super) fn write_stamp(&self, bytes: &[u8], _held: &Held) -> io::Result<()> {
        let path = self.path().join(stamp::FILE);
        if fs::symlink_metadata(&path).is_ok_and(|about| about.is_dir()) {
            // An empty one goes; of any other the file can't take the place.
            let _ = fs::remove_dir(&path);
        }
        files::replace(&path, bytes)
    }

    /// Removes what a stamp does not name. What can't be removed now will be another time.
    pub(super) fn clean(&self, named: &[&str], _held: &Held) {
        for entry in self.entries() {
            let is_file = fs::symlink_metadata(entry.path()).is_ok_and(|about| about.is_file());
            if is_file && entry.file_name() != stamp::FILE && !named.iter().any(|named| entry.file_name() == **named) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Removes files that were just written and that no stamp will name.
    pub(super) fn take_back(&self, written: &[Mark], _held: &Held) {
        for mark in written {
            let _ = fs::remove_file(self.path().join(&mark.name));
        }
    }

    /// What is ours by its name. The lock stays and tells nothing.
    fn entries(&self) -> impl Iterator<Item = fs::DirEntry> {
        let ours = |entry: &fs::DirEntry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name == stamp::FILE || name.starts_with(UNFINISHED) || number(&name).is_some()
        };
        fs::read_dir(self.path()).into_iter().flatten().flatten().filter(ours)
    }

    /// Writes a file under a name that no file has. A file that a reader has mapped must not change.
    fn write(&self, prefix: &str, bytes: &[u8]) -> io::Result<Mark> {
        let last = self.entries().filter_map(|entry| number(&entry.file_name().to_string_lossy())).max().unwrap_or_default();
        // From the beginning again before a number gets too long; by then those are free.
        let first = if last.saturating_add(TRIES).ilog10() as usize >= DIGITS { 1 } else { last + 1 };
        let mut names = (first..first + TRIES).map(|number| format!("{prefix}{number}"));
        let (name, mut file) = loop {
            let name = names.next().ok_or(io::ErrorKind::AlreadyExists)?;
            match File::create_new(self.path().join(&name)) {
                Ok(file) => break (name, file),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        };
        let written = file.write_all(bytes);
        drop(file);
        let path = self.path().join(&name);
        if let Err(error) = written {
            let _ = fs::remove_file(&path);
            return Err(error);
        }
        let stat = Stat::of(&fs::symlink_metadata(&path)?);
        Ok(Mark { name, stat, digest: *blake3::hash(bytes).as_bytes() })
    }
}

/// The number in the name of a volume or a catalogue; `None` for any other name.
fn number(name: &str) -> Option<u64> {
    let digits = name.strip_prefix(VOLUME).or_else(|| name.strip_prefix(CATALOGUE))?;
    let fits = (1..=DIGITS).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|_| fits)
}
