//! Contents as libgit2 compares them, on one thread.

use std::sync::Arc;

use git2::{Blob, ObjectType, Repository};

use crate::model::history::ObjectId;
use crate::store::git::bends::Bends;
use crate::store::git::open::{Repo, oid};

/// A larger content is compared with none, in bytes.
const LARGEST: usize = 8 << 20;

/// Contents by name.
pub(super) struct Texts {
    objects: Repository,
    bends: Arc<Bends>,
}

impl Texts {
    /// The contents of a repository, for a thread of that number; `None` if they can't be read at all.
    pub(super) fn of(repo: &Repo, bends: &Arc<Bends>, thread: usize) -> Option<Self> {
        // A repository that is nothing but its objects has no attributes and no configuration that could bend a comparison.
        Some(Self { objects: Repository::from_odb(repo.objects(thread).ok()?).ok()?, bends: Arc::clone(bends) })
    }

    /// A content; `None` if it is not there, or very large.
    pub(super) fn get(&self, id: ObjectId) -> Option<Blob<'_>> {
        let id = oid(self.bends.replaced.get(&id).copied().unwrap_or(id));
        let (size, kind) = self.objects.odb().ok()?.read_header(id).ok()?;
        if size > LARGEST || kind != ObjectType::Blob {
            return None;
        }
        self.objects.find_blob(id).ok()
    }
}
