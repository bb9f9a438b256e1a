//! What stood in a community's folder in a commit, or stands in git's index: what a check is asked of beside the files themselves.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::path::Path;
use std::sync::Arc;

use git2::{Index, Oid, TreeWalkMode, TreeWalkResult};

use crate::base::problem::Problem;
use crate::model::history::ObjectId;
use crate::store::workspace::load;

use super::blobs::{Blobs, Content};
use super::open::{Repo, id, oid};

/// The files of a repository at one moment.
pub struct Snapshot<'r> {
    blobs: Blobs<'r>,
    /// What stands at each path, from the repository's root.
    files: BTreeMap<String, Entry>,
    /// From there to the community's folder, with its slash.
    prefix: String,
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    File(ObjectId),
    Link,
    Repository,
}

impl Entry {
    /// By the mode that git keeps; nothing for what git does not keep.
    fn of(mode: i32, name: Oid) -> Option<Self> {
        match mode & 0o170_000 {
            0o100_000 => Some(Self::File(id(name))),
            0o120_000 => Some(Self::Link),
            0o160_000 => Some(Self::Repository),
            _ => None,
        }
    }
}

/// Why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSnapshot {
    /// Nothing is called so.
    Unknown,
    /// This clone does not go back so far.
    Cut,
    /// Two lines of history that have nothing in common.
    Apart,
    /// A merge waits for somebody to finish it, so that git's index has several versions of a file.
    Merging,
    /// A commit, or git's index, can't be read.
    Damaged,
}

impl<'r> Snapshot<'r> {
    /// The files in a commit; `prefix` leads from the repository's root to the community's folder, with its slash.
    ///
    /// # Errors
    /// The commit, or a folder in it, is missing or damaged.
    pub fn of_commit(repo: &'r Repo, commit: ObjectId, prefix: &str) -> Result<Self, NoSnapshot> {
        let damaged = |_| NoSnapshot::Damaged;
        let tree = repo.raw().find_commit(oid(commit)).and_then(|commit| commit.tree()).map_err(damaged)?;
        let mut files = BTreeMap::new();
        tree.walk(TreeWalkMode::PreOrder, |folder, entry| {
            // What has no name in UTF-8 is no document, as on the disk.
            if let (Ok(name), Some(what)) = (std::str::from_utf8(entry.name_bytes()), Entry::of(entry.filemode(), entry.id())) {
                files.insert(format!("{folder}{name}"), what);
            }
            TreeWalkResult::Ok
        })
        .map_err(damaged)?;
        Ok(Self { blobs: Blobs::of(repo).ok_or(NoSnapshot::Damaged)?, files, prefix: prefix.to_owned() })
    }

    /// The files in git's index: what `git commit` would keep now. In a hook git says which one that is: `git commit FILE` makes one for itself.
    ///
    /// # Errors
    /// It can't be read, or a merge has left several versions of a file in it.
    pub fn of_index(repo: &'r Repo, prefix: &str, other: Option<&Path>) -> Result<Self, NoSnapshot> {
        let opened = other.map_or_else(|| repo.raw().index(), Index::open);
        let mut index = opened.map_err(|_| NoSnapshot::Damaged)?;
        index.read(true).map_err(|_| NoSnapshot::Damaged)?;
        if index.has_conflicts() {
            return Err(NoSnapshot::Merging);
        }
        let file =
            |entry: git2::IndexEntry| Some((String::from_utf8(entry.path).ok()?, Entry::of(i32::try_from(entry.mode).ok()?, entry.id)?));
        let files = index.iter().filter_map(file).collect();
        Ok(Self { blobs: Blobs::of(repo).ok_or(NoSnapshot::Damaged)?, files, prefix: prefix.to_owned() })
    }

    /// The paths of the files below the community's folder, from there, without what is hidden.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let is_shown = |path: &str| !path.split('/').any(|part| part.starts_with('.'));
        self.below("").filter(move |(path, what)| matches!(what, Entry::File(_)) && is_shown(path)).map(|(path, _)| path)
    }

    /// The paths of symbolic links below it.
    pub fn links(&self) -> impl Iterator<Item = &str> {
        self.below("").filter(|(_, what)| *what == Entry::Link).map(|(path, _)| path)
    }

    /// The paths of all files that begin so, from the community's folder.
    pub fn starting(&self, start: &str) -> Vec<&str> {
        self.below(start).map(|(path, _)| path).collect()
    }

    /// What stands at the paths that begin so, from the community's folder.
    fn below(&self, start: &str) -> impl Iterator<Item = (&str, Entry)> {
        let start = format!("{}{start}", self.prefix);
        let from = self.files.range::<str, _>((Bound::Included(start.as_str()), Bound::Unbounded));
        from.take_while(move |(path, _)| path.starts_with(&start)).map(|(path, what)| (&path[self.prefix.len()..], *what))
    }

    /// The text of a file, by its path from the community's folder, or what is wrong with it; `None` where there is none.
    pub fn text(&self, path: &str, limit: u64) -> Option<Result<Arc<str>, Problem>> {
        let Some(Entry::File(id)) = self.files.get(&format!("{}{path}", self.prefix)) else { return None };
        Some(match self.blobs.read(*id, limit) {
            Content::Bytes(bytes) => load::decoded(bytes),
            Content::TooLarge(_) => Err(load::too_large(limit)),
            Content::Missing => Err(load::missing()),
        })
    }

    /// Where files of an earlier moment stand here, with the bytes that they had, at paths at which nothing stood then; from the community's folder.
    pub fn moved_since(&self, before: &Self) -> HashMap<String, String> {
        let name = |path: &str, what: &Entry| match what {
            Entry::File(id) => Some((*id, path.get(self.prefix.len()..)?.to_owned())),
            Entry::Link | Entry::Repository => None,
        };
        let is_below = |path: &String| path.starts_with(&self.prefix);
        let new = self.files.iter().filter(|(path, _)| is_below(path) && !before.files.contains_key(*path));
        let new: HashMap<ObjectId, String> = new.filter_map(|(path, what)| name(path, what)).collect();
        let gone = before.files.iter().filter(|(path, _)| is_below(path) && !self.files.contains_key(*path));
        gone.filter_map(|(path, what)| name(path, what)).filter_map(|(id, path)| Some((path, new.get(&id)?.clone()))).collect()
    }

    /// Whether a file or a folder stands at a path from the repository's root.
    pub fn has(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let mut from = self.files.range::<str, _>((Bound::Included(below.as_str()), Bound::Unbounded));
        path.is_empty() || self.files.contains_key(path) || from.next().is_some_and(|(found, _)| found.starts_with(&below))
    }
}

/// The files in the newest commit of the repository in a folder, from its root, with what they hold; none where that can't be read.
pub fn newest(root: &Path) -> HashMap<String, ObjectId> {
    let repo = Repo::discover(root).ok().flatten();
    let snapshot = repo.as_ref().and_then(|repo| Snapshot::of_commit(repo, repo.tip().ok()??, "").ok());
    let file = |(path, entry)| if let Entry::File(id) = entry { Some((path, id)) } else { None };
    snapshot.map(|snapshot| snapshot.files.into_iter().filter_map(file).collect()).unwrap_or_default()
}

/// The commit from which on what a person did counts: the last one that `HEAD` and what `name` means have in common.
///
/// # Errors
/// Nothing is called so, or the two have nothing in common.
pub fn parting(repo: &Repo, name: &str) -> Result<ObjectId, NoSnapshot> {
    let cut = |otherwise| if repo.raw().is_shallow() { NoSnapshot::Cut } else { otherwise };
    let head = repo.tip().map_err(|_| NoSnapshot::Damaged)?.ok_or(NoSnapshot::Unknown)?;
    let named = repo.raw().revparse_single(name).and_then(|object| object.peel_to_commit()).map_err(|_| cut(NoSnapshot::Unknown))?;
    match repo.raw().merge_base(oid(head), named.id()) {
        Ok(common) => Ok(id(common)),
        Err(error) if error.code() == git2::ErrorCode::NotFound => Err(cut(NoSnapshot::Apart)),
        Err(_) => Err(cut(NoSnapshot::Damaged)),
    }
}
