//! What a write is about to do, on the disk before it does it: enough for another process to finish it or take it back.
//!
//! The journal lies beside the lock, so there is one at most. It is written under another name, forced to the disk and only then
//! renamed: whoever finds it finds all of it. It goes last of all; as long as it is there, nothing was promised to anybody.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use git2::Oid;
use serde::{Deserialize, Serialize};

use super::ground::{Entry, Ground, Step, Tip, unwritable};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::{self, Unread};
use crate::base::place::Place;
use crate::msg;

/// What a journal of this version begins with.
const MARK: &[u8] = b"cop journal 1\n";

/// A larger one was not written by cop.
const LIMIT: u64 = 1 << 32;

/// A write, as it is on the disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Journal {
    /// The work tree, by the name of its folder in `worktrees`; `None` for the first.
    pub(super) worktree: Option<String>,
    /// What is done to the branch; `None`: the files are only written.
    pub(super) branch: Option<Branch>,
    /// The name, in cop's folder, of the file that `index.lock` is linked to.
    pub(super) private: Option<String>,
    /// The files, in the order in which they are written.
    pub(super) files: Vec<Written>,
    /// Folders that are made for them, outermost first.
    pub(super) folders: Vec<String>,
}

/// What is done to a branch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Branch {
    /// Its name, `refs/heads/main`.
    pub(super) reference: String,
    /// Its newest commit before.
    pub(super) old: Option<[u8; 20]>,
    /// Its newest commit afterwards.
    pub(super) new: [u8; 20],
    /// Whether the old commit is taken back, and the new one its parent.
    pub(super) back: bool,
}

/// What is done to a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Written {
    /// Its path from the top of the work tree.
    pub(super) path: String,
    /// The bytes that it had, for putting them back.
    pub(super) before: Option<Vec<u8>>,
    /// The hash of the bytes that it gets.
    pub(super) after: Option<[u8; 32]>,
    /// Whether the file on the disk is touched; what is committed as it stands is not.
    pub(super) touched: bool,
    /// What it may be run by (Unix), to put that back too.
    pub(super) permissions: Option<u32>,
    /// The temporary file, from the top of the work tree.
    pub(super) temporary: String,
    /// What git's index had.
    pub(super) staged: Option<([u8; 20], u32)>,
    /// What the commit and git's index get.
    pub(super) new: Option<([u8; 20], u32)>,
}

impl Journal {
    /// The journal of these steps, in a repository. Which folders are missing is looked up now.
    pub(super) fn of(ground: &Ground<'_>, steps: &[Step], nonce: &str) -> Self {
        let same = |one: &Path, other: &Path| one.canonicalize().ok() == other.canonicalize().ok();
        let name = ground.git_dir.file_name().and_then(|name| name.to_str()).map(str::to_owned);
        let worktree = name.filter(|_| !same(&ground.git_dir, &ground.common));
        Self { worktree, ..Self::without_git(&ground.root, steps, nonce) }
    }

    /// The same below a folder in no repository: it is never on the disk, and says what to put back if something fails.
    pub(super) fn without_git(root: &Path, steps: &[Step], nonce: &str) -> Self {
        let written = |(number, step): (usize, &Step)| {
            let folder = step.path.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
            Written {
                path: step.path.clone(),
                before: step.before.clone(),
                after: step.after.as_deref().map(hash),
                touched: step.writes(),
                permissions: permissions(&step.full),
                temporary: format!("{folder}.cop-{nonce}-{number}"),
                staged: step.staged.map(packed),
                new: step.new.map(packed),
            }
        };
        let mut folders: Vec<String> = Vec::new();
        for step in steps.iter().filter(|step| step.after.is_some()) {
            for (at, _) in step.path.match_indices('/') {
                let folder = &step.path[..at];
                if fs::symlink_metadata(root.join(folder)).is_err() && !folders.iter().any(|known| known == folder) {
                    folders.push(folder.to_owned());
                }
            }
        }
        let files = steps.iter().enumerate().map(written).collect();
        Self { worktree: None, branch: None, private: None, files, folders }
    }

    /// With what becomes of the branch.
    pub(super) fn moving(&mut self, tip: &Tip, new: Oid, back: bool) {
        let old = tip.commit.map(bytes);
        self.branch = Some(Branch { reference: tip.reference.clone(), old, new: bytes(new), back });
    }

    /// Puts it on the disk, in the place of one that is there.
    pub(super) fn write(&self, ground: &Ground<'_>) -> Result<()> {
        let (path, draft) = (place(ground), ground.shared().path().join("journal.new"));
        let write = || -> io::Result<()> {
            let payload = postcard::to_stdvec(self).map_err(io::Error::other)?;
            // Nobody but a writer that was killed can have left one.
            remove(&draft)?;
            let mut file = OpenOptions::new().write(true).create_new(true).open(&draft)?;
            file.write_all(&[MARK, &hash(&payload), &payload].concat())?;
            file.sync_all()?;
            drop(file);
            fs::rename(&draft, &path)?;
            sync_folder(ground.shared().path())
        };
        write().map_err(|error| unwritable(&path, &error))
    }

    /// The journal that a writer left; `None` if there is none.
    pub(super) fn read(ground: &Ground<'_>) -> Result<Option<Self>> {
        let path = place(ground);
        let bytes = match files::read(&path, LIMIT) {
            Ok(bytes) => bytes,
            Err(Unread::Io(error)) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(odd(&path).because(error)),
        };
        let journal = bytes.strip_prefix(MARK).and_then(|rest| {
            let (sum, payload) = rest.split_first_chunk::<32>()?;
            (hash(payload) == *sum).then(|| postcard::from_bytes(payload).ok())?
        });
        journal.map(Some).ok_or_else(|| odd(&path))
    }

    /// Takes it away: what it tells of is done, or undone.
    pub(super) fn clear(ground: &Ground<'_>) -> Result<()> {
        let path = place(ground);
        remove(&path).map_err(|error| unwritable(&path, &error))
    }
}

impl Written {
    /// Whether these bytes are the ones that were written.
    pub(super) fn is_after(&self, bytes: Option<&[u8]>) -> bool {
        bytes.map(hash) == self.after
    }

    pub(super) fn new_entry(&self) -> Option<Entry> {
        self.new.and_then(unpacked)
    }

    pub(super) fn staged_entry(&self) -> Option<Entry> {
        self.staged.and_then(unpacked)
    }
}

fn place(ground: &Ground<'_>) -> PathBuf {
    ground.shared().path().join("journal")
}

fn odd(path: &Path) -> Error {
    Error::new(ErrorKind::Io, msg!("write-journal-odd")).at(Place::file(path.to_string_lossy())).hint(msg!("write-journal-odd-hint"))
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    *blake3::hash(bytes).as_bytes()
}

pub(super) fn bytes(id: Oid) -> [u8; 20] {
    crate::store::git::open::id(id).0
}

pub(super) fn packed(entry: Entry) -> ([u8; 20], u32) {
    (bytes(entry.id), entry.mode)
}

pub(super) fn unpacked((id, mode): ([u8; 20], u32)) -> Option<Entry> {
    Some(Entry { id: Oid::from_bytes(&id).ok()?, mode })
}

#[cfg(unix)]
fn permissions(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    fs::symlink_metadata(path).ok().map(|about| about.permissions().mode() & 0o7777)
}

#[cfg(not(unix))]
fn permissions(_: &Path) -> Option<u32> {
    None
}

/// Removes a file, if it is there.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path).or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Forces the names in a folder to the disk, where a system can.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    let _ = File::open;
    Ok(())
}
