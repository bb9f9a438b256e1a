//! Objects by name, with what was read last kept at hand, and with what is missing noted.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use git2::{ObjectType, Odb, OdbLookupFlags, OdbObject};

use super::commits::RawCommit;
use super::open::oid;
use crate::model::history::ObjectId;

/// A map from objects, whose names are hashes already.
pub(super) type IdMap<V> = HashMap<ObjectId, V, BuildHasherDefault<IdHasher>>;

/// Takes the first eight bytes of a name as its hash.
#[derive(Default)]
pub(super) struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        if let Some(first) = bytes.first_chunk::<8>() {
            self.0 = u64::from_le_bytes(*first);
        }
    }

    fn write_usize(&mut self, _: usize) {}
}

/// So many trees are at hand. The walk goes from one version of a folder to the one before it, on a few branches at a time.
const RECENT: usize = 8;

/// Reads commits, trees and blobs of one repository, on one thread.
pub(super) struct Reader<'a> {
    odb: &'a Odb<'a>,
    /// What `git replace` has put in the place of what.
    replaced: &'a IdMap<ObjectId>,
    trees: RefCell<Vec<(ObjectId, Rc<OdbObject<'a>>)>>,
    turn: Cell<usize>,
    missing: RefCell<BTreeSet<ObjectId>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(odb: &'a Odb<'a>, replaced: &'a IdMap<ObjectId>) -> Self {
        Self { odb, replaced, trees: RefCell::default(), turn: Cell::default(), missing: RefCell::default() }
    }

    /// A commit; `None`, and noted, if it is not there or not a commit.
    pub(super) fn commit(&self, id: ObjectId) -> Option<RawCommit> {
        let commit = self.read(id, ObjectType::Commit).and_then(|object| RawCommit::parse(object.data()));
        self.note(id, commit)
    }

    /// A tree; `None`, and noted, if it is not there or not a tree.
    pub(super) fn tree(&self, id: ObjectId) -> Option<Rc<OdbObject<'a>>> {
        let mut trees = self.trees.borrow_mut();
        if let Some((_, tree)) = trees.iter().find(|(known, _)| *known == id) {
            return Some(Rc::clone(tree));
        }
        let tree = Rc::new(self.note(id, self.read(id, ObjectType::Tree))?);
        let entry = (id, Rc::clone(&tree));
        self.turn.set((self.turn.get() + 1) % RECENT);
        match trees.get_mut(self.turn.get()) {
            Some(oldest) => *oldest = entry,
            None => trees.push(entry),
        }
        Some(tree)
    }

    /// A blob of at most so many bytes; `None` if it is larger, and also, but noted, if it is not there.
    pub(super) fn blob(&self, id: ObjectId, limit: usize) -> Option<OdbObject<'a>> {
        let (size, _) = self.note(id, self.odb.read_header(oid(self.actual(id))).ok())?;
        if size > limit {
            return None;
        }
        self.note(id, self.read(id, ObjectType::Blob))
    }

    /// Whether an object is there and can be read, whatever it is; packs that came since the repository was opened don't count.
    pub(super) fn has(&self, id: ObjectId) -> bool {
        let actual = oid(self.actual(id));
        self.odb.exists_ext(actual, OdbLookupFlags::NO_REFRESH) && self.odb.read(actual).is_ok()
    }

    /// The objects that could not be read.
    pub(super) fn into_missing(self) -> BTreeSet<ObjectId> {
        self.missing.into_inner()
    }

    fn read(&self, id: ObjectId, kind: ObjectType) -> Option<OdbObject<'a>> {
        // libgit2 looks through the folder of packs again for each object that it does not find.
        if self.missing.borrow().contains(&id) {
            return None;
        }
        self.odb.read(oid(self.actual(id))).ok().filter(|object| object.kind() == kind)
    }

    fn actual(&self, id: ObjectId) -> ObjectId {
        if self.replaced.is_empty() { id } else { self.replaced.get(&id).copied().unwrap_or(id) }
    }

    fn note<T>(&self, id: ObjectId, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.missing.borrow_mut().insert(id);
        }
        found
    }
}
