//! git's index, written without git seeing half of it, and `index.lock`, taken so that anybody can tell whose it is.
//!
//! git takes `index.lock` by making it, and who finds one can't say who made it. cop makes an empty file of its own, writes its name
//! in the journal, and links `index.lock` to it: a link fails if the name is taken, as git's own way does, and as long as both
//! names stand for one file, the lock is proved to be ours. No other file can be mistaken for it, since a file that still has a
//! name keeps its number.

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use git2::{Index, IndexEntry, IndexTime};

use super::ground::{Entry, Ground, unreadable, unwritable};
use super::lock::NAP;
use crate::base::clock;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::{self, Scratch};
use crate::base::place::Place;
use crate::msg;

/// The mark of an entry that is only intended to be added.
const INTENT_TO_ADD: u16 = 1 << 13;

/// The mark of an entry that a sparse checkout leaves out.
const SKIP_WORKTREE: u16 = 1 << 14;

/// The stage of an entry: not 0 in a conflict.
const STAGE: u16 = 0x3000;

/// So often an index that can't be read is looked at again.
const LOOKS: usize = 3;

/// Where git's index is.
pub(super) fn place(ground: &Ground<'_>) -> PathBuf {
    ground.git_dir.join("index")
}

fn lock_place(ground: &Ground<'_>) -> PathBuf {
    ground.git_dir.join("index.lock")
}

/// git's index as it is on the disk now; an empty one where there is none.
///
/// Others may put a new one there all the while: of one that is odd another look is taken, before it is called so.
pub(super) fn read(ground: &Ground<'_>) -> Result<Index> {
    let place = place(ground);
    for _ in 0..LOOKS {
        if let Ok(index) = open(&place) {
            return Ok(index);
        }
        std::thread::sleep(NAP);
    }
    open(&place)
}

fn open(path: &Path) -> Result<Index> {
    // libgit2 gives up on what it must not ignore: the list of a sparse index, and an index in two files.
    Index::open(path).map_err(|error| match fs::read(path) {
        // It says of any file that it can't read that it is no longer there.
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Error::io(msg!("write-index-odd"), path, &cause),
        _ => {
            let odd = Error::new(ErrorKind::Git, msg!("write-index-odd")).at(Place::file(path.to_string_lossy()));
            odd.because(error.message()).hint(msg!("write-index-odd-hint"))
        }
    })
}

/// What stands under a path, and whether it is left out by a sparse checkout.
pub(super) fn staged(index: &Index, path: &str) -> (Option<Entry>, bool) {
    let Some(entry) = index.get_path(Path::new(path), 0) else { return (None, false) };
    // What is only intended has no content yet, and equals nothing that could be committed.
    let id = if entry.flags_extended & INTENT_TO_ADD == 0 { entry.id } else { git2::Oid::ZERO_SHA1 };
    (Some(Entry { id, mode: entry.mode }), entry.flags_extended & SKIP_WORKTREE != 0)
}

/// Whether any path is in conflict.
pub(super) fn has_conflicts(index: &Index) -> bool {
    index.iter().any(|entry| entry.flags & STAGE != 0)
}

/// The bytes that git's index is to have.
pub(super) struct Draft {
    bytes: Vec<u8>,
    modified: SystemTime,
    permissions: Option<Permissions>,
}

/// git's index as it is now, with these entries changed and every other one as it was.
pub(super) fn draft(ground: &Ground<'_>, entries: &[(&str, Option<Entry>, bool)]) -> Result<Draft> {
    Drafting::begin(ground)?.with(ground, entries)
}

/// A copy of git's index that is worked on. It is read once, however often it is written.
pub(super) struct Drafting {
    copy: PathBuf,
    index: Index,
    about: Option<Metadata>,
    _scratch: Scratch,
}

impl Drafting {
    /// Begins with the index as it is now.
    pub(super) fn begin(ground: &Ground<'_>) -> Result<Self> {
        let (index, own) = (place(ground), ground.own());
        let scratch = Scratch::new_in(own.path()).map_err(|error| unwritable(own.path(), &error))?;
        let copy = scratch.path().join("index");
        let about = match fs::copy(&index, &copy) {
            Ok(_) => fs::metadata(&index).ok(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(unwritable(&index, &error)),
        };
        let index = open(&copy)?;
        Ok(Self { copy, index, about, _scratch: scratch })
    }

    /// What it has now.
    pub(super) fn index(&self) -> &Index {
        &self.index
    }

    /// With these entries changed and every other one as it was.
    ///
    /// Where the third is true, the entry gets what the disk says about its file, which has to be there and to be the entry's content.
    pub(super) fn with(&mut self, ground: &Ground<'_>, entries: &[(&str, Option<Entry>, bool)]) -> Result<Draft> {
        let (had, draft) = (self.index.len(), &mut self.index);
        let (mut more, mut fewer) = (0, 0);
        for (path, entry, is_there) in entries {
            let is = draft.get_path(Path::new(path), 0).is_some();
            match entry {
                Some(entry) => {
                    let about = is_there.then(|| fs::symlink_metadata(ground.root.join(path)).ok()).flatten();
                    draft.add(&index_entry(path, *entry, about.as_ref())).map_err(unreadable)?;
                    more += usize::from(!is);
                }
                None if is => {
                    draft.remove(Path::new(path), 0).map_err(unreadable)?;
                    fewer += 1;
                }
                None => {}
            }
        }
        // Where a file would have to be a folder too, libgit2 drops the one that was there.
        if draft.len() + fewer != had + more {
            return Err(Error::new(ErrorKind::Git, msg!("write-index-clash")).hint(msg!("write-index-clash-hint")));
        }
        draft.write().map_err(unreadable)?;
        let bytes = fs::read(&self.copy).map_err(|error| unwritable(&self.copy, &error))?;
        // The first index of all is as old as can be: git then reads our files once more instead of trusting the moment.
        let modified = self.about.as_ref().and_then(|about| about.modified().ok());
        let modified = modified.unwrap_or(SystemTime::UNIX_EPOCH + Duration::from_secs(1));
        Ok(Draft { bytes, modified, permissions: self.about.as_ref().map(Metadata::permissions) })
    }
}

pub(super) fn index_entry(path: &str, entry: Entry, about: Option<&Metadata>) -> IndexEntry {
    let nothing = IndexTime::new(0, 0);
    let mut made = IndexEntry {
        ctime: nothing,
        mtime: nothing,
        dev: 0,
        ino: 0,
        mode: entry.mode,
        uid: 0,
        gid: 0,
        file_size: 0,
        id: entry.id,
        flags: 0,
        flags_extended: 0,
        path: path.as_bytes().to_vec(),
    };
    if let Some(about) = about {
        tell(&mut made, about);
    }
    made
}

/// What git compares to see whether a file may have changed. Where that is not known, git reads the file.
#[cfg(unix)]
#[allow(clippy::cast_sign_loss, reason = "git keeps the lower 32 bits too")]
fn tell(entry: &mut IndexEntry, about: &Metadata) {
    use std::os::unix::fs::MetadataExt;
    entry.ctime = IndexTime::new(about.ctime() as i32, about.ctime_nsec() as u32);
    entry.mtime = IndexTime::new(about.mtime() as i32, about.mtime_nsec() as u32);
    (entry.dev, entry.ino) = (about.dev() as u32, about.ino() as u32);
    (entry.uid, entry.gid, entry.file_size) = (about.uid(), about.gid(), about.size() as u32);
}

#[cfg(not(unix))]
fn tell(_: &mut IndexEntry, _: &Metadata) {}

/// Our own file, to which `index.lock` is linked.
pub(super) struct Private {
    path: PathBuf,
    file: File,
}

impl Private {
    /// A new one, under that name in cop's folder. It has a text that no index begins with, so that systems without numbers of
    /// files can tell it apart.
    pub(super) fn make(ground: &Ground<'_>, name: &str) -> Result<Self> {
        let path = ground.own().path().join(name);
        let make = || {
            let mut file = OpenOptions::new().read(true).write(true).create_new(true).open(&path)?;
            file.write_all(name.as_bytes())?;
            Ok(file)
        };
        let file = make().map_err(|error| unwritable(&path, &error))?;
        Ok(Self { path, file })
    }

    /// Takes `index.lock`, and waits not longer than that for whoever has it.
    pub(super) fn link(&self, ground: &Ground<'_>, wait: Duration) -> Result<()> {
        let (lock, start) = (lock_place(ground), Instant::now());
        loop {
            match fs::hard_link(&self.path, &lock) {
                Ok(()) => return Ok(()),
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(unlinked(&lock, &error)),
                Err(_) if start.elapsed() < wait => std::thread::sleep(NAP),
                Err(_) => return Err(held(&lock)),
            }
        }
    }

    /// Writes what git's index is to be. `index.lock` is the same file, and git does not look into it.
    ///
    /// The file gets the time of the index that it replaces. git takes an entry whose file is as young as the index for one that
    /// may have changed unseen, and reads the file. With a younger time, an edit that the user made in the same second as the old
    /// index was written would never be seen again.
    pub(super) fn fill(&mut self, draft: &Draft) -> Result<()> {
        let mut fill = || -> io::Result<()> {
            self.file.rewind()?;
            self.file.set_len(draft.bytes.len() as u64)?;
            self.file.write_all(&draft.bytes)?;
            if let Some(permissions) = &draft.permissions {
                self.file.set_permissions(permissions.clone())?;
            }
            self.file.set_modified(draft.modified)?;
            self.file.sync_all()
        };
        fill().map_err(|error| unwritable(&self.path, &error))
    }

    /// Opens the one that a journal names.
    pub(super) fn open(ground: &Ground<'_>, name: &str) -> Result<Self> {
        let path = ground.own().path().join(name);
        let file = OpenOptions::new().read(true).write(true).open(&path).map_err(|error| unwritable(&path, &error))?;
        Ok(Self { path, file })
    }
}

/// Makes what stands in `index.lock` git's index; only if it still is the file that a journal names. Who removes a lock by hand
/// lets another git make one, and that must not become the index.
pub(super) fn publish(ground: &Ground<'_>, name: &str) -> Result<()> {
    let (lock, index) = (lock_place(ground), place(ground));
    still_locked(ground, name)?;
    fs::rename(&lock, &index).map_err(|error| unwritable(&index, &error))
}

/// Whether `index.lock` is the file that a journal names.
pub(super) fn is_locked_by(ground: &Ground<'_>, name: &str) -> bool {
    is_same(&ground.own().path().join(name), &lock_place(ground))
}

/// An error if somebody took `index.lock` from us.
pub(super) fn still_locked(ground: &Ground<'_>, name: &str) -> Result<()> {
    let lost = || Error::new(ErrorKind::Busy, msg!("write-index-lost")).at(Place::file(lock_place(ground).to_string_lossy()));
    if is_locked_by(ground, name) { Ok(()) } else { Err(lost().hint(msg!("write-changed-hint"))) }
}

/// Whether git's index is the file that a journal names, so that it was published and not changed since.
pub(super) fn is_published(ground: &Ground<'_>, name: &str) -> bool {
    is_same(&ground.own().path().join(name), &place(ground))
}

/// Gives `index.lock` free without having changed git's index, if it is the file that a journal names.
pub(super) fn unlock(ground: &Ground<'_>, name: &str) -> Result<()> {
    let lock = lock_place(ground);
    if is_locked_by(ground, name) { fs::remove_file(&lock).map_err(|error| unwritable(&lock, &error)) } else { Ok(()) }
}

#[cfg(unix)]
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let number = |path| fs::symlink_metadata(path).map(|about| (about.dev(), about.ino())).ok();
    number(one).is_some_and(|one| number(other) == Some(one))
}

/// Without numbers of files: they say the same, and it is not nothing, as in a lock that git just made.
#[cfg(not(unix))]
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    let text = |path| files::read(path, 1 << 32).ok().filter(|text| !text.is_empty());
    text(one).is_some_and(|one| text(other) == Some(one))
}

/// A lock that could not be linked to a file of ours. Some disks, such as memory cards, have no links at all.
pub(super) fn unlinked(lock: &Path, error: &io::Error) -> Error {
    let has_none =
        matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::TooManyLinks) || cfg!(unix) && error.raw_os_error() == Some(1);
    if !has_none {
        return unwritable(lock, error);
    }
    Error::io(msg!("write-no-links"), lock, error).hint(msg!("write-hook-hint"))
}

/// Who has the lock can't be known; where it is and how old, can.
fn held(lock: &Path) -> Error {
    let made = files::open(lock).ok().and_then(|(_, about)| about.modified().ok());
    let made = made.and_then(|made| made.duration_since(SystemTime::UNIX_EPOCH).ok()).map_or(0, |made| made.as_secs());
    let now = u64::try_from(clock::system_nanoseconds() / 1_000_000_000).unwrap_or_default();
    Error::new(ErrorKind::Busy, msg!("write-index-held", seconds = now.saturating_sub(made)))
        .at(Place::file(lock.to_string_lossy()))
        .hint(msg!("write-index-held-hint"))
}
