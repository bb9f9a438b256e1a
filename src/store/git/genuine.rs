//! Whether a content is what its name says, which libgit2 does not look at.
//!
//! git hashes what comes into a pack when the pack is made or received, and each entry carries a checksum that unpacking compares. Loose objects are
//! files that anything can write to: only those are hashed again. To hash everything took a quarter of the time of counting contributions.

use std::fmt::Write;
use std::path::PathBuf;

use git2::{ObjectType, Oid};

use super::open::Repo;

/// Tells which contents are genuine.
pub(super) struct Genuine {
    /// The folder of the loose objects; `None` where objects lie elsewhere too, and all are hashed.
    loose: Option<PathBuf>,
}

impl Genuine {
    /// For the objects of a repository.
    pub(super) fn of(repo: &Repo) -> Self {
        let objects = repo.common_dir().join("objects");
        let borrows = objects.join("info/alternates").symlink_metadata().is_ok();
        Self { loose: Some(objects).filter(|_| !borrows) }
    }

    /// Whether this is the content of that name.
    pub(super) fn is(&self, id: Oid, content: &[u8]) -> bool {
        self.is_packed(id) || Oid::hash_object(ObjectType::Blob, content).is_ok_and(|real| real == id)
    }

    fn is_packed(&self, id: Oid) -> bool {
        let Some(objects) = &self.loose else { return false };
        let mut name = String::with_capacity(40);
        for byte in id.as_bytes() {
            let _ = write!(name, "{byte:02x}");
        }
        let (folder, file) = name.split_at(2);
        objects.join(folder).join(file).symlink_metadata().is_err()
    }
}
