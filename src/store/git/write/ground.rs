//! What a write stands on: the repository, the steps that the files take, and the moments at which it can be cut off.

use std::path::{Path, PathBuf};

use git2::{Odb, Oid, Repository};

use crate::base::environment::Who;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::OwnFolder;
use crate::base::lang::Msg;
use crate::base::place::Place;
use crate::msg;
use crate::store::git::open::{self, Head, NoHistory, Reason, Repo};

/// The mode of an ordinary file in a tree.
pub(super) const FILE: u32 = 0o100_644;
/// That of one that can be run.
pub(super) const PROGRAM: u32 = 0o100_755;

/// A repository, and where its folders are.
pub(super) struct Ground<'a> {
    pub(super) raw: &'a Repository,
    /// The top of the work tree.
    pub(super) root: PathBuf,
    /// The git folder of this work tree.
    pub(super) git_dir: PathBuf,
    /// The git folder that all work trees share.
    pub(super) common: PathBuf,
    /// What the environment says of who commits.
    pub(super) who: Who,
}

/// The branch that `HEAD` names, and its newest commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tip {
    /// The branch, `refs/heads/main`.
    pub(super) reference: String,
    /// `None`: the branch has no commit yet.
    pub(super) commit: Option<Oid>,
}

impl<'a> Ground<'a> {
    pub(super) fn of(repo: &'a Repo) -> Self {
        let [root, git_dir, common] = [repo.root(), repo.git_dir(), repo.common_dir()].map(Path::to_owned);
        Self { raw: repo.raw(), root, git_dir, common, who: repo.who().clone() }
    }

    /// The same for a repository that was opened by its git folder; `None` where its work tree is gone.
    pub(super) fn of_raw(raw: &'a Repository) -> Option<Self> {
        let root = raw.workdir()?.canonicalize().ok()?;
        Some(Self { raw, root, git_dir: raw.path().to_owned(), common: raw.commondir().to_owned(), who: Who::default() })
    }

    /// cop's folder that all work trees share: the lock and the journal.
    pub(super) fn shared(&self) -> OwnFolder {
        OwnFolder::new(&self.common, "cop")
    }

    /// cop's folder for what a write needs for a while. It is on the same disk as git's index, which is linked to from here.
    pub(super) fn own(&self) -> OwnFolder {
        OwnFolder::new(&self.git_dir, "cop/write")
    }

    pub(super) fn odb(&self) -> Result<Odb<'a>> {
        self.raw.odb().map_err(unreadable)
    }

    /// What `HEAD` says now. Only a branch can be written to.
    pub(super) fn tip(&self) -> Result<Tip> {
        // A name that is not UTF-8 is not known here letter by letter, and what is unborn need not be a branch.
        let unknown = |name: &str| name.contains('\u{fffd}');
        let is_branch = || {
            self.raw.find_reference("HEAD").is_ok_and(|head| head.symbolic_target_bytes().is_some_and(|to| to.starts_with(b"refs/heads/")))
        };
        match open::head(self.raw) {
            Head::Branch(name, _) | Head::Unborn(name) if unknown(&name) || !is_branch() => {
                Err(NoHistory { reason: Reason::Head, cause: Some(name) }.error())
            }
            Head::Branch(name, tip) => Ok(Tip { reference: format!("refs/heads/{name}"), commit: Some(open::oid(tip)) }),
            Head::Unborn(name) => Ok(Tip { reference: format!("refs/heads/{name}"), commit: None }),
            Head::Detached(_) => Err(Error::new(ErrorKind::Git, msg!("write-detached")).hint(msg!("write-detached-hint"))),
            Head::Broken(cause) => Err(NoHistory { reason: Reason::Head, cause: Some(cause) }.error()),
        }
    }
}

/// What one file goes through, its path counting from the top of the work tree.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// The path with forward slashes.
    pub(super) path: String,
    /// The same on the disk.
    pub(super) full: PathBuf,
    /// Its bytes now; `None`: it is not there.
    pub(super) before: Option<Vec<u8>>,
    /// Its bytes afterwards; `None`: it is gone.
    pub(super) after: Option<Vec<u8>>,
    /// What the newest commit has under this path.
    pub(super) committed: Option<Entry>,
    /// What git's index has under this path.
    pub(super) staged: Option<Entry>,
    /// What is to be committed.
    pub(super) new: Option<Entry>,
    /// The file that it comes from, where it is one under another name.
    pub(super) from: Option<String>,
    /// Whether a file that is new on the disk can be run, as the one it comes from or the one it brings back.
    pub(super) runs: bool,
    /// Whether the disk stays as it is although git's index gets something else: its entry must not be taken for what is there.
    pub(super) is_apart: bool,
}

impl Step {
    /// Whether the file on the disk is touched at all; what is only committed is not.
    pub(super) fn writes(&self) -> bool {
        self.before != self.after
    }
}

/// A file in a tree or in git's index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) id: Oid,
    pub(super) mode: u32,
}

/// The moments between which a write can be cut off; tests do so at each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// All was looked at, nothing done.
    Looked,
    /// The contents are objects, the hooks have agreed.
    Agreed,
    /// cop's lock is held.
    Locked,
    /// The commit is an object.
    Committed,
    /// The journal is on the disk.
    Journaled,
    /// `index.lock` is ours.
    Linked,
    /// git's next index stands in it.
    Drafted,
    /// A temporary file is written, beside the one that it is for.
    Put(usize),
    /// So many files are in their place.
    Placed(usize),
    /// git's next index knows the files as they are on the disk.
    Restated,
    /// `HEAD` and the branch are locked.
    Held,
    /// The branch has the commit.
    Moved,
    /// The next index is git's index.
    Renamed,
    /// Our private name for it is gone.
    Released,
    /// The journal is gone.
    Cleared,
}

/// Is told every moment, and can put an end to it. Outside of tests it never does.
pub(super) type Watch<'w> = &'w dyn Fn(Moment) -> Result<()>;

/// A repository that can't be read where a write needs it.
#[allow(clippy::needless_pass_by_value, reason = "errors are handed over, and `map_err` can name this")]
pub(super) fn unreadable(error: git2::Error) -> Error {
    NoHistory { reason: Reason::Unreadable, cause: Some(error.message().to_owned()) }.error()
}

/// A file or folder that can't be written.
pub(super) fn unwritable(path: &Path, error: &std::io::Error) -> Error {
    Error::io(msg!("write-unwritable"), path, error)
}

/// A refusal by git's rules that is about one file.
pub(super) fn refusal(msg: Msg, path: &str) -> Error {
    Error::new(ErrorKind::Git, msg).at(Place::file(path))
}
