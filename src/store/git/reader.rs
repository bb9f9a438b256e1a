//! Objects by name, with what is read often kept at hand, and with what is missing noted.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use git2::{ObjectType, Odb, OdbObject};

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

/// How many bytes of trees one generation keeps; there are two.
const KEPT: usize = 1 << 20;

/// Reads commits, trees and blobs of one repository, on one thread.
pub(super) struct Reader<'a> {
    odb: &'a Odb<'a>,
    /// What `git replace` has put in the place of what.
    replaced: &'a IdMap<ObjectId>,
    trees: RefCell<Trees<'a>>,
    missing: RefCell<BTreeSet<ObjectId>>,
}

/// Trees in two generations: a tree that is used moves to the young one, and the old one is forgotten as a whole.
#[derive(Default)]
struct Trees<'a> {
    young: IdMap<Rc<OdbObject<'a>>>,
    old: IdMap<Rc<OdbObject<'a>>>,
    bytes: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(odb: &'a Odb<'a>, replaced: &'a IdMap<ObjectId>) -> Self {
        Self { odb, replaced, trees: RefCell::default(), missing: RefCell::default() }
    }

    /// A commit; `None`, and noted, if it is not there or not a commit.
    pub(super) fn commit(&self, id: ObjectId) -> Option<RawCommit> {
        let commit = self.read(id, ObjectType::Commit).and_then(|object| RawCommit::parse(object.data()));
        self.note(id, commit)
    }

    /// A tree; `None`, and noted, if it is not there or not a tree.
    pub(super) fn tree(&self, id: ObjectId) -> Option<Rc<OdbObject<'a>>> {
        let mut trees = self.trees.borrow_mut();
        if let Some(tree) = trees.young.get(&id) {
            return Some(Rc::clone(tree));
        }
        let tree = match trees.old.remove(&id) {
            Some(tree) => tree,
            None => Rc::new(self.note(id, self.read(id, ObjectType::Tree))?),
        };
        trees.bytes += tree.len() + 200;
        if trees.bytes > KEPT {
            trees.old = std::mem::take(&mut trees.young);
            trees.bytes = 0;
        }
        trees.young.insert(id, Rc::clone(&tree));
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
