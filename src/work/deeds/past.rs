//! What old versions of documents say in a field, and when it changed.

use std::cell::RefCell;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::thread;

use crate::model::document::Document;
use crate::model::history::{Change, ChangeKind, History, ObjectId};
use crate::model::settings::Settings;
use crate::store::git::blobs::{Blobs, Content};
use crate::work::reviews;
use crate::work::session::Session;

/// So many versions are worth a second thread.
const MANY: usize = 200;

/// A version, the kind that it is read as, and the field or relation.
type Place = (ObjectId, usize, &'static str);
/// What stands there; `None` where nothing does, or the version can't be read.
type Value = Option<Arc<str>>;

/// What a version says.
#[derive(Clone, Debug, Default)]
struct Version {
    value: Value,
    /// A hash of all that it says besides.
    rest: Option<blake3::Hash>,
}

/// Old versions, each read once for a field.
pub(super) struct Past<'a> {
    session: &'a Session,
    known: RefCell<HashMap<Place, Version>>,
}

impl<'a> Past<'a> {
    /// Of a session's repository; nothing is read yet.
    pub(super) fn of(session: &'a Session) -> Self {
        Self { session, known: RefCell::default() }
    }

    /// What a field or relation is in a version of a document of a kind.
    pub(super) fn value(&self, id: ObjectId, kind: usize, name: &'static str) -> Value {
        self.version((id, kind, name)).value
    }

    fn version(&self, place: Place) -> Version {
        if let Some(known) = self.known.borrow().get(&place) {
            return known.clone();
        }
        let blobs = self.session.repo().and_then(Blobs::of);
        let value = Reader::new(blobs, self.session.settings()).version(place);
        self.known.borrow_mut().insert(place, value.clone());
        value
    }

    /// Those of some commits that gave a field or relation of a document another value, by their place in history; not the one that made
    /// it. `path` is the document's from the repository's root.
    pub(super) fn moved(
        &self,
        history: &History,
        document: &Document,
        name: &'static str,
        path: &str,
        of: &dyn Fn(u32) -> bool,
    ) -> Vec<u32> {
        let value = |id| self.value(id, document.kind, name);
        let is_move = |change: &&Change| {
            let new = change.new.and_then(value);
            new.is_some() && history.before(change).all(|old| new != value(old))
        };
        changes(history, path, of).filter(is_move).map(|change| change.commit).collect()
    }

    /// Those of some commits that changed a field or relation of a document and nothing else of it.
    pub(super) fn only(
        &self,
        history: &History,
        document: &Document,
        name: &'static str,
        path: &str,
        mut commits: BTreeSet<u32>,
    ) -> BTreeSet<u32> {
        let rest = |id| self.version((id, document.kind, name)).rest;
        let asked = commits.clone();
        for change in changes(history, path, &|one| asked.contains(&one)) {
            let new = change.new.and_then(rest);
            let is_only = change.kind == ChangeKind::Modified && new.is_some() && history.before(change).all(|old| new == rest(old));
            if !is_only {
                commits.remove(&change.commit);
            }
        }
        commits
    }

    /// Reads what [`Self::moved`] will ask for of many documents, on two threads where that is quicker.
    pub(super) fn read_ahead<'d>(
        &self,
        history: &History,
        documents: impl Iterator<Item = (&'d Document, String)>,
        name: &'static str,
        of: &dyn Fn(u32) -> bool,
    ) {
        let versions = |(document, path): (&Document, String)| {
            let kind = document.kind;
            let versions = changes(history, &path, of).flat_map(|change| history.before(change).chain(change.new));
            versions.map(|id| (id, kind, name)).collect::<Vec<Place>>()
        };
        let mut known = self.known.borrow_mut();
        let mut is_new = |place: &Place| match known.entry(*place) {
            Entry::Occupied(_) => false,
            Entry::Vacant(free) => {
                free.insert(Version::default());
                true
            }
        };
        // In the order of the documents: git has stored the versions of one together.
        let places: Vec<Place> = documents.flat_map(versions).filter(|place| is_new(place)).collect();
        if places.len() < MANY {
            for place in &places {
                known.remove(place);
            }
            return;
        }
        let (first, second) = places.split_at(places.len() / 2);
        let settings: &Settings = self.session.settings();
        let reader = |thread| Reader::new(self.session.repo().and_then(|repo| Blobs::on(repo, thread)), settings);
        let (mut one, mut other) = (reader(0), reader(1));
        thread::scope(|scope| {
            let other = scope.spawn(move || second.iter().map(|place| (*place, other.version(*place))).collect::<Vec<_>>());
            known.extend(first.iter().map(|place| (*place, one.version(*place))));
            match other.join() {
                Ok(values) => known.extend(values),
                // It has said so; what it did not read is read when it is asked for.
                Err(_) => second.iter().for_each(|place| drop(known.remove(place))),
            }
        });
    }
}

/// The changes to a path, of some commits, that may have moved a field.
fn changes<'h>(history: &'h History, path: &str, of: &dyn Fn(u32) -> bool) -> impl Iterator<Item = &'h Change> {
    history.of_path(path).filter(move |change| matches!(change.kind, ChangeKind::Modified | ChangeKind::Renamed) && of(change.commit))
}

/// Reads versions for a field, on one thread.
struct Reader<'r> {
    blobs: Option<Blobs<'r>>,
    settings: &'r Settings,
    /// The front matter that was read last, as what, and what stood there.
    last: (String, usize, &'static str, Value),
}

impl<'r> Reader<'r> {
    fn new(blobs: Option<Blobs<'r>>, settings: &'r Settings) -> Self {
        Self { blobs, settings, last: (String::new(), 0, "", None) }
    }

    fn version(&mut self, place: Place) -> Version {
        self.read(place).unwrap_or_default()
    }

    fn read(&mut self, (id, kind, name): Place) -> Option<Version> {
        let Content::Bytes(bytes) = self.blobs.as_ref()?.read(id, self.settings.limits.file) else { return None };
        let text = String::from_utf8(bytes).ok()?;
        // Most changes are of the text below the front matter.
        let top = reviews::front(&text);
        if (self.last.0.as_str(), self.last.1, self.last.2) != (top, kind, name) {
            let value = reviews::value(&text, self.settings.kinds.at(kind), name, self.settings);
            self.last = (top.to_owned(), kind, name, value.map(Into::into));
        }
        let rest = reviews::without(&text, self.settings.kinds.at(kind), name);
        Some(Version { value: self.last.3.clone(), rest: Some(rest) })
    }
}
