//! Contents as libgit2 compares them, on one thread.

use std::cell::Cell;
use std::sync::Arc;

use git2::{Blob, ObjectType, Repository};

use super::compare::effort;
use crate::model::history::ObjectId;
use crate::store::git::bends::Bends;
use crate::store::git::genuine::Genuine;
use crate::store::git::open::{Repo, oid};

/// A larger content is compared with none, in bytes.
const LARGEST: usize = 8 << 20;

/// So many lines, of contents that differ in very many, are compared for one answer on one thread: some seconds where all are alike.
const ENOUGH: usize = 2_000_000;
/// So many of them for one page or one change.
const ENOUGH_OF_ONE: usize = 400_000;

/// How much may still be compared of one page.
pub(super) struct Patience(Cell<usize>);

impl Default for Patience {
    fn default() -> Self {
        Self(Cell::new(ENOUGH_OF_ONE))
    }
}

/// Contents by name.
pub(super) struct Texts {
    objects: Repository,
    bends: Arc<Bends>,
    genuine: Genuine,
    /// How many lines may still be compared.
    left: Cell<usize>,
}

impl Texts {
    /// The contents of a repository, for a thread of that number; `None` if they can't be read at all.
    pub(super) fn of(repo: &Repo, bends: &Arc<Bends>, thread: usize) -> Option<Self> {
        // A repository that is nothing but its objects has no attributes and no configuration that could bend a comparison.
        let objects = Repository::from_odb(repo.objects(thread).ok()?).ok()?;
        Some(Self { objects, bends: Arc::clone(bends), genuine: Genuine::of(repo), left: Cell::new(ENOUGH) })
    }

    /// Whether two contents may be compared, or that would be too much of what page or change they are of.
    pub(super) fn bears(&self, patience: &Patience, old: &[u8], new: &[u8]) -> bool {
        let effort = effort(old, new);
        let less = patience.0.get().checked_sub(effort).zip(self.left.get().checked_sub(effort));
        if let Some((one, all)) = less {
            patience.0.set(one);
            self.left.set(all);
        }
        less.is_some()
    }

    /// A content; `None` if it is not there, or not what its name says, or very large.
    pub(super) fn get(&self, id: ObjectId) -> Option<Blob<'_>> {
        let id = oid(self.bends.replaced.get(&id).copied().unwrap_or(id));
        let (size, kind) = self.objects.odb().ok()?.read_header(id).ok()?;
        if size > LARGEST || kind != ObjectType::Blob {
            return None;
        }
        self.objects.find_blob(id).ok().filter(|blob| self.genuine.is(id, blob.content()))
    }
}
