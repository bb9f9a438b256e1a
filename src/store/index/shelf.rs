//! Where tantivy finds the parts of volumes: all of them lie in memory, or in files that are mapped into it.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tantivy::directory::error::{DeleteError, OpenReadError, OpenWriteError};
use tantivy::directory::{FileHandle, OwnedBytes, WatchCallback, WatchHandle, WritePtr};
use tantivy::index::{Index, IndexSettings};
use tantivy::{Directory, directory::DirectoryLock, directory::Lock, directory::error::LockError};

use super::broken::Broken;
use super::schema::{self, FIELDS};

/// The parts of all volumes of one index, by the names that tantivy has for them.
pub(super) struct Shelf {
    parts: Parts,
    index: Index,
}

impl Shelf {
    /// An empty shelf.
    pub(super) fn new() -> Result<Self, Broken> {
        let parts = Parts::default();
        let mut index = Index::create(parts.clone(), FIELDS.schema.clone(), IndexSettings::default())?;
        index.set_tokenizers(schema::tokenizers());
        Ok(Self { parts, index })
    }

    /// What tantivy wants to know besides segments.
    pub(super) fn index(&self) -> &Index {
        &self.index
    }

    /// Adds a part.
    pub(super) fn add(&self, name: PathBuf, bytes: OwnedBytes) {
        self.parts.lock().insert(name, bytes);
    }

    /// The parts, for whoever has to take some away again.
    pub(super) fn parts(&self) -> Parts {
        self.parts.clone()
    }
}

/// The parts as a directory that can only be read.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts(Arc<Mutex<HashMap<PathBuf, OwnedBytes>>>);

impl Parts {
    /// Takes a part away; whoever reads it reads on.
    pub(super) fn remove(&self, path: &Path) {
        self.lock().remove(path);
    }

    fn get(&self, path: &Path) -> Option<OwnedBytes> {
        self.lock().get(path).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PathBuf, OwnedBytes>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Directory for Parts {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let bytes = self.get(path).ok_or_else(|| OpenReadError::FileDoesNotExist(path.to_owned()))?;
        Ok(Arc::new(bytes))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::FileDoesNotExist(path.to_owned()))
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.get(path).is_some())
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::FileAlreadyExists(path.to_owned()))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        Err(OpenReadError::FileDoesNotExist(path.to_owned()))
    }

    /// What tantivy would write here is which segments there are; the catalogue knows better.
    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}
