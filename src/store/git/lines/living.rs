//! Who wrote the lines that a page has today: each belongs to the commit in which it came to be as it is.
//!
//! Version by version, from the oldest on, a line that a version before has is that one's, of a merge the first parent's that has it; any other
//! line is its commit's. A change of white space does not take a line over. What a page brings back after it was deleted is its own again, as in
//! `git blame -w`; and what was found where history begins is at least as old as that.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use git2::Blob;

use super::ancestry::{Ancestry, Parent, Revision, held};
use super::compare::{Hunk, Side, count, hunks};
use super::texts::{Patience, Texts};
use crate::model::history::{CommitView, History, ObjectId};
use crate::store::git::bends::Bends;
use crate::store::git::open::Repo;
use crate::store::git::reader::Reader;

/// Where a line comes from; commits by their place in history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// This commit wrote it.
    In(u32),
    /// It is at least as old as this commit, with which the history at hand begins.
    Before(u32),
    /// It is in the work tree only.
    Uncommitted,
    /// The contents that would tell are not in this clone, or are very large, or too much to compare.
    Unknown,
}

/// Asks for the lines of one page after another, on one thread.
pub struct Living<'a> {
    history: &'a History,
    tip: Option<ObjectId>,
    bends: Arc<Bends>,
    odb: git2::Odb<'a>,
    texts: Texts,
}

impl<'a> Living<'a> {
    /// Of the pages of a repository; `None` if its objects can't be read.
    pub fn of(repo: &'a Repo, history: &'a History) -> Option<Self> {
        Self::on(repo, history, &Arc::new(Bends::read(repo)), 0)
    }

    /// The same for a thread of that number.
    pub(super) fn on(repo: &'a Repo, history: &'a History, bends: &Arc<Bends>, thread: usize) -> Option<Self> {
        let (odb, texts) = (repo.objects(thread).ok()?, Texts::of(repo, bends, thread)?);
        Some(Self { history, tip: repo.tip().ok()?, bends: Arc::clone(bends), odb, texts })
    }

    /// Of each line of the page at a path, from the repository's root, as it is in the newest commit; `None` if it is not there.
    pub fn committed(&self, path: &str) -> Option<Vec<Origin>> {
        Some(self.at_tip(&self.reader(), path)?.1.to_vec())
    }

    /// Of each line of a content that stands at a path in the work tree.
    pub fn standing(&self, path: &str, content: &[u8]) -> Vec<Origin> {
        let Some((now, committed)) = self.at_tip(&self.reader(), path) else { return vec![Origin::Uncommitted; count(content)] };
        let now = self.texts.get(now).filter(|now| self.texts.bears(&Patience::default(), now.content(), content));
        let found = now.and_then(|now| hunks(&now, Side::Bytes(content)));
        let mut lines = vec![None; count(content)];
        let own = if found.is_some() { Origin::Uncommitted } else { Origin::Unknown };
        if let Some(hunks) = found {
            pass(&committed, &hunks, &mut lines);
        }
        lines.into_iter().map(|line| line.unwrap_or(own)).collect()
    }

    /// Reads trees of this thread's.
    pub(super) fn reader(&self) -> Reader<'_> {
        Reader::new(&self.odb, &self.bends.replaced)
    }

    /// What a page holds in the newest commit, and what came before that.
    pub(super) fn ancestry<'r, 'o>(&'r self, reader: &'r Reader<'o>, path: &str) -> Option<(ObjectId, Ancestry<'r, 'o>)> {
        let now = held(reader, self.tip?, path.as_bytes())?;
        Some((now, Ancestry::of(self.history, path, reader)))
    }

    /// The lines of a page that holds this now.
    pub(super) fn lines(&self, ancestry: &Ancestry<'_, '_>, now: ObjectId) -> Rc<[Origin]> {
        let pass = Pass { ancestry, texts: &self.texts, patience: Patience::default(), done: HashMap::new() };
        let unknown = || vec![Origin::Unknown; self.texts.get(now).map_or(0, |now| count(now.content()))].into();
        pass.of(now).unwrap_or_else(unknown)
    }

    /// Whether a content can be had.
    pub(super) fn has(&self, content: ObjectId) -> bool {
        self.texts.get(content).is_some()
    }

    /// The commit that wrote a line, if one is known.
    pub(super) fn written(&self, origin: Origin) -> Option<ObjectId> {
        let Origin::In(commit) = origin else { return None };
        self.history.commit(commit).map(CommitView::id)
    }

    fn at_tip(&self, reader: &Reader<'_>, path: &str) -> Option<(ObjectId, Rc<[Origin]>)> {
        let (now, ancestry) = self.ancestry(reader, path)?;
        let lines = self.lines(&ancestry, now);
        Some((now, lines))
    }
}

/// The lines of a version, and where they come from.
#[derive(Clone)]
struct Version<'t> {
    text: Rc<Blob<'t>>,
    lines: Rc<[Origin]>,
}

/// A version that others come from.
struct Done<'t> {
    blob: ObjectId,
    /// `None` if its content can't be had.
    version: Option<Version<'t>>,
    /// How many versions will still ask for it.
    waiting: usize,
}

struct Pass<'p, 'a, 'o> {
    ancestry: &'p Ancestry<'a, 'o>,
    texts: &'p Texts,
    patience: Patience,
    done: HashMap<usize, Done<'p>>,
}

impl Pass<'_, '_, '_> {
    /// The lines of the version that holds this now; `None` if history does not lead to it.
    fn of(mut self, blob: ObjectId) -> Option<Rc<[Origin]>> {
        let tip = self.ancestry.tip(blob)?;
        // Each stands behind those that it came from: backwards, all that lead to the newest are met.
        let mut waiting = vec![0_usize; tip + 1];
        waiting[tip] = 1;
        let mut revisions: Vec<(usize, Revision)> = Vec::new();
        for at in (0..=tip).rev() {
            let Some(revision) = (waiting[at] > 0).then(|| self.ancestry.revision(at)).flatten() else { continue };
            for parent in &revision.parents {
                if let Parent::Known(parent) = *parent {
                    waiting[parent] += 1;
                }
            }
            revisions.push((at, revision));
        }
        for (at, revision) in revisions.into_iter().rev() {
            let version = self.version(&revision);
            self.done.insert(at, Done { blob: revision.blob, version, waiting: waiting[at] });
        }
        self.done.remove(&tip)?.version.map(|version| version.lines)
    }
}

impl<'p> Pass<'p, '_, '_> {
    /// One version, when those that it came from are known; `None` if its content can't be had.
    fn version(&mut self, revision: &Revision) -> Option<Version<'p>> {
        let parents: Vec<_> = revision.parents.iter().map(|&parent| self.take(parent, revision.commit)).collect();
        if let Some((_, Some(same))) = parents.iter().find(|(blob, version)| *blob == revision.blob && version.is_some()) {
            return Some(same.clone());
        }
        let own = if revision.is_present { Origin::Before(revision.commit) } else { Origin::In(revision.commit) };
        let text = self.texts.get(revision.blob)?;
        let mut lines = vec![None; count(text.content())];
        let mut is_known = true;
        for (_, parent) in &parents {
            let parent = parent.as_ref().filter(|parent| self.texts.bears(&self.patience, parent.text.content(), text.content()));
            let hunks = parent.and_then(|parent| hunks(&parent.text, Side::Blob(&text)).map(|hunks| (hunks, &parent.lines)));
            match hunks {
                Some((hunks, theirs)) => pass(theirs, &hunks, &mut lines),
                None => is_known = false,
            }
        }
        // What is in no version that can be read may still have been in one that can't.
        let own = if is_known { own } else { Origin::Unknown };
        let lines = lines.into_iter().map(|line| line.unwrap_or(own)).collect();
        Some(Version { text: Rc::new(text), lines })
    }

    /// A version that another came from: what it held, and its lines.
    fn take(&mut self, parent: Parent, commit: u32) -> (ObjectId, Option<Version<'p>>) {
        match parent {
            Parent::Known(at) => {
                let Some(done) = self.done.get_mut(&at) else { return (ObjectId::default(), None) };
                done.waiting -= 1;
                let is_last = done.waiting == 0;
                let found = (done.blob, done.version.clone());
                if is_last {
                    self.done.remove(&at);
                }
                found
            }
            // It was there before, and nothing tells how long.
            Parent::Unknown(blob) => {
                let version = self.texts.get(blob).map(|text| {
                    let lines = vec![Origin::Before(commit); count(text.content())].into();
                    Version { text: Rc::new(text), lines }
                });
                (blob, version)
            }
        }
    }
}

/// Hands lines on to the version after theirs, save those that the hunks say are gone; what is known of a line already stays.
fn pass(theirs: &[Origin], hunks: &[Hunk], lines: &mut [Option<Origin>]) {
    let (mut from, mut to) = (0, 0);
    let end = Hunk { old: theirs.len()..theirs.len(), new: lines.len()..lines.len() };
    for hunk in hunks.iter().chain([&end]) {
        let kept = theirs.get(from..hunk.old.start).unwrap_or_default();
        let places = lines.get_mut(to..hunk.new.start).unwrap_or_default();
        for (line, origin) in places.iter_mut().zip(kept) {
            line.get_or_insert(*origin);
        }
        (from, to) = (hunk.old.end, hunk.new.end);
    }
}
