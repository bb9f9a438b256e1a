//! cop's last commits in this work tree, and what stood there before each of them, for `undo`.
//!
//! A commit does not tell what it was made over: what somebody wrote by hand and then saved was in no commit yet, and what was
//! staged may never be. So that is noted beside the commit. A note is a help and no promise: without it, a commit is not taken back.

use std::fs;

use git2::{ObjectType, Oid};
use serde::{Deserialize, Serialize};

use super::ground::{Entry, Ground, Step};
use super::journal::{bytes, packed, unpacked};
use super::{own, recover};
use crate::base::files;

/// What the file begins with.
const MARK: &[u8] = b"cop last 2\n";
/// So many commits are remembered at most.
const MOST: usize = 20;
/// And so much of what stood there before, in bytes.
const LARGEST: usize = 16 << 20;

/// One commit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Note {
    commit: [u8; 20],
    files: Vec<Noted>,
}

/// One file of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Noted {
    path: String,
    /// What cop wrote over.
    pub(super) disk: Disk,
    /// What git's index had, which counts where that was not what the commit before had.
    staged: Option<([u8; 20], u32)>,
    is_staged: bool,
}

/// What stood on the disk before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Disk {
    /// What the commit before had.
    Committed,
    /// What was committed: cop did not touch the file.
    Same,
    /// Something else; `None`: nothing.
    Was(Option<Vec<u8>>),
}

impl Note {
    /// The note of a commit that consists of these steps.
    pub(super) fn of(commit: Oid, steps: &[Step]) -> Self {
        let files = steps.iter().map(|step| Noted {
            path: step.path.clone(),
            disk: if !step.writes() {
                Disk::Same
            } else if is_committed(step) {
                Disk::Committed
            } else {
                Disk::Was(step.before.clone())
            },
            staged: step.staged.map(packed),
            is_staged: step.staged != step.committed,
        });
        Self { commit: bytes(commit), files: files.collect() }
    }

    /// The commit.
    pub(super) fn commit(&self) -> Option<Oid> {
        Oid::from_bytes(&self.commit).ok()
    }

    /// The files, by path.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|noted| noted.path.as_str())
    }

    /// What is known of a file.
    pub(super) fn file(&self, path: &str) -> Option<&Noted> {
        self.files.iter().find(|noted| noted.path == path)
    }

    fn weight(&self) -> usize {
        let weight = |noted: &Noted| match &noted.disk {
            Disk::Was(Some(bytes)) => bytes.len() + noted.path.len(),
            _ => noted.path.len(),
        };
        self.files.iter().map(weight).sum()
    }
}

impl Noted {
    /// What git's index gets back, where the commit before has `then`. A content that git has thrown away since can't come back.
    pub(super) fn staged(&self, odb: &git2::Odb<'_>, then: Option<Entry>) -> Option<Entry> {
        match self.staged {
            _ if !self.is_staged => then,
            None => None,
            Some(entry) => unpacked(entry).filter(|entry| odb.exists(entry.id)).or(then),
        }
    }
}

/// Whether the disk had what the commit before has, as it is, so that it can be had from there.
fn is_committed(step: &Step) -> bool {
    match (&step.before, step.committed) {
        (None, None) => true,
        (Some(before), Some(entry)) => Oid::hash_object(ObjectType::Blob, before).is_ok_and(|id| id == entry.id),
        _ => false,
    }
}

/// The notes, the newest commit last.
pub(super) fn all(ground: &Ground<'_>) -> Vec<Note> {
    let read = || {
        let bytes = files::read(&ground.own().path().join(own::LAST), 4 * LARGEST as u64).ok()?;
        postcard::from_bytes(bytes.strip_prefix(MARK)?).ok()
    };
    read().unwrap_or_default()
}

/// Remembers a commit.
pub(super) fn remember(ground: &Ground<'_>, commit: Oid, steps: &[Step]) {
    let mut notes = all(ground);
    notes.push(Note::of(commit, steps));
    keep(ground, notes);
}

/// Forgets a commit that was taken back.
pub(super) fn forget(ground: &Ground<'_>, commit: Oid) {
    let mut notes = all(ground);
    notes.retain(|note| note.commit() != Some(commit));
    keep(ground, notes);
}

/// The newest of the noted commits that a branch at `tip` still has.
pub(super) fn newest(ground: &Ground<'_>, tip: Oid) -> Option<Note> {
    all(ground).into_iter().rev().find(|note| note.commit().is_some_and(|commit| recover::contains(ground, tip, commit).unwrap_or(false)))
}

fn keep(ground: &Ground<'_>, mut notes: Vec<Note>) {
    while notes.len() > MOST || notes.iter().map(Note::weight).sum::<usize>() > LARGEST {
        notes.remove(0);
    }
    let path = ground.own().path().join(own::LAST);
    let _ = match postcard::to_stdvec(&notes) {
        Ok(payload) if !notes.is_empty() => files::replace(&path, &[MARK, &payload].concat()),
        _ => fs::remove_file(&path),
    };
}
