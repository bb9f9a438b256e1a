//! Which version of a page came from which: its revisions, and what stands between them.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::model::history::{Change, ChangeKind, CommitView, History, ObjectId, PagePath};
use crate::store::git::reader::Reader;
use crate::store::git::trees::find;

/// No revision: the page was never there.
const NONE: u32 = u32::MAX;
/// No revision either: the page was deleted.
const GONE: u32 = u32::MAX - 1;

/// A version of a page that a commit left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Revision {
    /// The commit, in topological order.
    pub(super) commit: u32,
    /// What the page held.
    pub(super) blob: ObjectId,
    /// The versions it came from, in the order of the commit's parents.
    pub(super) parents: Vec<Parent>,
    /// It was there already where history begins.
    pub(super) is_present: bool,
}

/// A version before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parent {
    /// By its place among the revisions.
    Known(usize),
    /// One that history does not tell of; what it held.
    Unknown(ObjectId),
}

/// The revisions of one page, each behind those that it came from.
pub(super) struct Ancestry<'a, 'o> {
    history: &'a History,
    changes: Vec<&'a Change>,
    /// The revisions with a content, oldest first.
    by_blob: HashMap<ObjectId, Vec<usize>>,
    reader: &'a Reader<'o>,
    standing: OnceCell<Vec<u32>>,
}

/// What a page holds in a commit; `None` if it is not there.
pub(super) fn held(reader: &Reader<'_>, commit: ObjectId, path: &[u8]) -> Option<ObjectId> {
    find(reader, reader.commit(commit)?.tree, path)
}

impl<'a, 'o> Ancestry<'a, 'o> {
    pub(super) fn of(history: &'a History, path: &str, reader: &'a Reader<'o>) -> Self {
        let changes: Vec<&Change> = history.of_path(path).collect();
        let mut by_blob: HashMap<ObjectId, Vec<usize>> = HashMap::new();
        for (at, change) in changes.iter().enumerate() {
            if let Some(new) = change.new {
                by_blob.entry(new).or_default().push(at);
            }
        }
        Self { history, changes, by_blob, reader, standing: OnceCell::new() }
    }

    /// A number that changes with anything of what the page was.
    pub(super) fn fingerprint(&self, now: ObjectId) -> u64 {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&now.0);
        for change in &self.changes {
            let id = |id: Option<ObjectId>| id.unwrap_or_default().0;
            let commit = self.history.commit(change.commit).map(CommitView::id);
            hasher.update(&id(commit)).update(&id(change.old)).update(&id(change.new));
        }
        hasher.finalize().as_bytes().first_chunk().copied().map_or(0, u64::from_le_bytes)
    }

    /// The revision that a change left; `None` if the page was gone after it.
    pub(super) fn revision(&self, at: usize) -> Option<Revision> {
        let change = self.changes.get(at)?;
        let is_present = change.kind == ChangeKind::Present;
        let mut parents: Vec<Parent> = Vec::new();
        if !is_present {
            for old in self.history.before(change) {
                let parent = self.before(at, old);
                if !parents.contains(&parent) {
                    parents.push(parent);
                }
            }
        }
        Some(Revision { commit: change.commit, blob: change.new?, parents, is_present })
    }

    /// The revision that had a content where a change found it.
    fn before(&self, at: usize, old: ObjectId) -> Parent {
        let earlier = self.by_blob.get(&old).map(Vec::as_slice).unwrap_or_default();
        let earlier = &earlier[..earlier.partition_point(|&other| other < at)];
        match earlier {
            [] => Parent::Unknown(old),
            [only] => Parent::Known(*only),
            // The page had this content more than once: which of them it was, the commits between them tell.
            [.., last] => {
                let commit = self.changes.get(at).and_then(|change| self.history.commit(change.commit));
                let parents = commit.map(CommitView::parents).unwrap_or_default();
                let standing = parents.iter().map(|&parent| self.standing_at(parent));
                let found = standing.flatten().find(|&at| earlier.contains(&at));
                Parent::Known(found.unwrap_or(*last))
            }
        }
    }

    /// The revision that the newest commit has, by what the page holds there; `None` if none left that.
    pub(super) fn tip(&self, blob: ObjectId) -> Option<usize> {
        match self.by_blob.get(&blob).map(Vec::as_slice)? {
            [only] => Some(*only),
            all => {
                let newest = self.history.commits().len().checked_sub(1)?;
                self.standing_at(newest as u32).filter(|at| all.contains(at)).or(all.last().copied())
            }
        }
    }

    /// The revision that stood in a commit.
    fn standing_at(&self, commit: u32) -> Option<usize> {
        let standing = self.standing.get_or_init(|| self.stand());
        let first = self.changes.first()?.commit;
        let at = *standing.get(commit.checked_sub(first)? as usize)?;
        (at < GONE).then_some(at as usize)
    }

    /// For each commit from the first that has the page, which revision stood in it.
    fn stand(&self) -> Vec<u32> {
        let Some(first) = self.changes.first().map(|change| change.commit) else { return Vec::new() };
        let mut standing: Vec<u32> = Vec::with_capacity(self.history.commits().len().saturating_sub(first as usize));
        let mut changes = self.changes.iter().enumerate().peekable();
        for (commit, view) in (0..).zip(self.history.commits()).skip(first as usize) {
            let mut now = None;
            while let Some((at, change)) = changes.next_if(|(_, change)| change.commit == commit) {
                now = Some(if change.new.is_some() { at as u32 } else { GONE });
            }
            let before = |parent: &u32| parent.checked_sub(first).and_then(|at| standing.get(at as usize).copied()).unwrap_or(NONE);
            let now = now.unwrap_or_else(|| {
                let mut all: Vec<u32> = view.parents().iter().map(before).filter(|&at| at != NONE).collect();
                all.dedup();
                match all.as_slice() {
                    [] => NONE,
                    [only] => *only,
                    several => self.taken(several, view.id()),
                }
            });
            standing.push(now);
        }
        standing
    }

    /// Which of several revisions a merge that did nothing with the page took: the first that it holds, else that the page is gone.
    fn taken(&self, several: &[u32], merge: ObjectId) -> u32 {
        let of = |at: u32| self.changes.get(at as usize).map(|change| (change.path, change.new));
        if several.iter().all(|&at| of(at) == several.first().and_then(|&first| of(first))) {
            return several.first().copied().unwrap_or(NONE);
        }
        let path = |path: u32| self.history.facts().paths.get(path as usize).map(PagePath::bytes);
        let holds = |&at: &u32| {
            let Some((Some(path), blob)) = of(at).map(|(at, blob)| (path(at), blob)) else { return false };
            blob.is_some() && held(self.reader, merge, path) == blob
        };
        several.iter().copied().find(holds).unwrap_or(GONE)
    }
}
