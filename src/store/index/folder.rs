//! The folder that an index is kept in: its files, and who may write them.
//!
//! Files are written under names that were never used, then the stamp takes the place of the old one in one step, then what no
//! stamp names is removed. So a reader has an old index or a new one, whole, and needs no lock; if what it was about to
//! open is gone, there is a newer stamp. Nothing is forced to the disk: after a power cut the files are not what the stamp says.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tantivy::Directory;
use tantivy::directory::{MmapDirectory, OwnedBytes};

use crate::base::files;
use crate::store::workspace::stat::Stat;

use super::broken::Broken;
use super::stamp::{self, Mark};

/// What files of volumes and catalogues are called, with a number behind it.
const VOLUME: &str = "volume-";
const CATALOGUE: &str = "catalogue-";

/// What files are called while they are written.
const UNFINISHED: &str = ".cop-";

const LOCK: &str = "lock";

/// How long one waits for another process that is updating the index.
const PATIENCE: Duration = Duration::from_secs(10);

/// An index's folder.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    path: PathBuf,
}

/// The right to write, until it is dropped.
#[derive(Debug)]
pub(super) struct Held(#[expect(dead_code, reason = "the lock is held as long as its file is open")] File);

/// Why one may not write.
#[derive(Debug)]
pub(super) enum Refused {
    /// Another process has been writing for longer than one waits.
    Busy,
    /// The system says no.
    Unwritable(io::Error),
}

impl Folder {
    /// The folder at a path, whether or not it is there.
    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// The bytes of the stamp; `None` where there is none.
    pub(super) fn stamp(&self) -> Option<Vec<u8>> {
        fs::read(self.path.join(stamp::FILE)).ok()
    }

    /// Whether anything was ever kept here.
    pub(super) fn is_empty(&self) -> bool {
        self.entries().next().is_none()
    }

    /// Whether a file is what it was when it was written, by its looks.
    pub(super) fn looks_whole(&self, mark: &Mark) -> bool {
        let metadata = fs::symlink_metadata(self.path.join(&mark.name));
        metadata.is_ok_and(|metadata| metadata.is_file() && Stat::of(&metadata) == mark.stat)
    }

    /// The mark that a file has now, if its bytes are what was written; it may have been copied with the folder.
    pub(super) fn mark_again(&self, mark: &Mark) -> Result<Mark, Broken> {
        let path = self.path.join(&mark.name);
        let metadata = fs::symlink_metadata(&path)?;
        if !metadata.is_file() || metadata.len() != mark.stat.size {
            return Err(Broken::new("a file has another size"));
        }
        if *blake3::hash(&fs::read(&path)?).as_bytes() != mark.digest {
            return Err(Broken::new("a file has other bytes"));
        }
        Ok(Mark { stat: Stat::of(&metadata), ..mark.clone() })
    }

    /// A file's bytes, in memory.
    pub(super) fn read(&self, mark: &Mark) -> Result<Vec<u8>, Broken> {
        Ok(fs::read(self.path.join(&mark.name))?)
    }

    /// Files' bytes, mapped into memory.
    pub(super) fn map<'m>(&self, marks: impl Iterator<Item = &'m Mark>) -> Result<Vec<OwnedBytes>, Broken> {
        let directory = MmapDirectory::open(&self.path).map_err(Broken::new)?;
        marks.map(|mark| Ok(directory.open_read(Path::new(&mark.name))?.read_bytes()?)).collect()
    }

    /// Waits for the right to write.
    pub(super) fn hold(&self) -> Result<Held, Refused> {
        fs::create_dir_all(&self.path).map_err(Refused::Unwritable)?;
        let file = File::options().create(true).append(true).open(self.path.join(LOCK)).map_err(Refused::Unwritable)?;
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
        files::replace(&self.path.join(stamp::FILE), bytes, false)
    }

    /// Removes what a stamp does not name. What can't be removed now will be another time.
    pub(super) fn clean(&self, named: &[&str], _held: &Held) {
        for entry in self.entries() {
            if entry.file_name() != stamp::FILE && !named.iter().any(|named| entry.file_name() == **named) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// The files that are ours by their names. The lock stays and tells nothing.
    fn entries(&self) -> impl Iterator<Item = fs::DirEntry> {
        let ours = |entry: &fs::DirEntry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name == stamp::FILE || [VOLUME, CATALOGUE, UNFINISHED].iter().any(|start| name.starts_with(start))
        };
        fs::read_dir(&self.path).into_iter().flatten().flatten().filter(ours)
    }

    /// Writes a file under a name that was never used. A file that a reader has mapped must not change.
    fn write(&self, prefix: &str, bytes: &[u8]) -> io::Result<Mark> {
        let used = |entry: fs::DirEntry| entry.file_name().to_str()?.rsplit_once('-')?.1.parse::<u64>().ok();
        let last = self.entries().filter_map(used).max().unwrap_or_default();
        let mut number = last;
        let (name, mut file) = loop {
            number = number.saturating_add(1);
            let name = format!("{prefix}{number}");
            match File::create_new(self.path.join(&name)) {
                Ok(file) => break (name, file),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < last.saturating_add(1_000) => {}
                Err(error) => return Err(error),
            }
        };
        let written = file.write_all(bytes);
        drop(file);
        let path = self.path.join(&name);
        if let Err(error) = written {
            let _ = fs::remove_file(&path);
            return Err(error);
        }
        let stat = Stat::of(&fs::symlink_metadata(&path)?);
        Ok(Mark { name, stat, digest: *blake3::hash(bytes).as_bytes() })
    }
}
