//! How many lines each commit added to pages and removed, as `git log --numstat` counts them.

use std::sync::Arc;
use std::thread;

use git2::Blob;

use super::compare::{count, is_binary, tally};
use super::kept::{Kept, Pair, pair};
use super::texts::{Patience, Texts};
use crate::base::files::OwnFolder;
use crate::model::history::{Change, History, ObjectId};
use crate::store::git::bends::Bends;
use crate::store::git::open::Repo;

pub use super::kept::Tally;

/// So many comparisons are worth a second thread.
const MANY: usize = 200;

/// The counts that were asked for.
#[derive(Debug, Default)]
pub struct Counts {
    kept: Kept,
}

impl Counts {
    /// Counts the lines of changes; those that were counted before are not looked at again. What is in `own` is used and kept up to date.
    pub fn of<'h>(repo: &Repo, own: &OwnFolder, history: &History, changes: impl IntoIterator<Item = &'h Change>) -> Self {
        let mut kept = Kept::read(own);
        let mut wanted: Vec<&Change> = changes.into_iter().filter(|change| is_counted(change)).collect();
        wanted.retain(|change| kept.tally(pair(change.old, change.new)).is_none());
        if !wanted.is_empty() {
            // Of one page, what one change leaves is mostly what the next one finds; and git has stored the versions of a page together.
            wanted.sort_by_key(|change| (change.path, change.commit));
            kept.add(compare(repo, &wanted));
            prune(&mut kept, history);
            kept.write(own);
        }
        Self { kept }
    }

    /// What a change did; nothing where it did nothing with lines: a content that is no text, what was found only, what a merge put together.
    /// `None` where it is not known, because the content is not in this clone or very large, or too much to compare.
    ///
    /// Whatever else a merge did is told against the first parent that has the page, with all that came from the others: it is not for adding up.
    pub fn get(&self, change: &Change) -> Option<Tally> {
        if !is_counted(change) {
            return Some(Tally::default());
        }
        self.kept.tally(pair(change.old, change.new))
    }
}

/// Whether there is anything to compare.
fn is_counted(change: &Change) -> bool {
    change.kind.is_work() && change.old != change.new
}

fn compare(repo: &Repo, wanted: &[&Change]) -> Vec<(Pair, Tally)> {
    let bends = Arc::new(Bends::read(repo));
    let (first, second) = wanted.split_at(if wanted.len() < MANY { wanted.len() } else { wanted.len() / 2 });
    let on = |thread: usize, part: &[&Change]| Texts::of(repo, &bends, thread).map(|texts| compare_on(&texts, part)).unwrap_or_default();
    if second.is_empty() {
        return on(0, first);
    }
    let texts = Texts::of(repo, &bends, 1);
    thread::scope(|scope| {
        let other = scope.spawn(move || texts.map(|texts| compare_on(&texts, second)).unwrap_or_default());
        let mut all = on(0, first);
        // A thread that panicked has said so; what it did not count is counted another time.
        all.extend(other.join().unwrap_or_default());
        all
    })
}

fn compare_on(texts: &Texts, wanted: &[&Change]) -> Vec<(Pair, Tally)> {
    let mut found = Vec::with_capacity(wanted.len());
    let mut last: Option<(ObjectId, Blob<'_>)> = None;
    for change in wanted {
        let old = change.old.map(|id| match last.take() {
            Some((known, blob)) if known == id => Some(blob),
            _ => texts.get(id),
        });
        let new = change.new.map(|id| texts.get(id));
        if let Some(tally) = between(texts, old.as_ref(), new.as_ref()) {
            found.push((pair(change.old, change.new), tally));
        }
        last = change.new.zip(new.flatten());
    }
    found
}

/// The lines between two contents, either of which may be nothing or not at hand, or both too much to compare; none of what is no text.
fn between(texts: &Texts, old: Option<&Option<Blob<'_>>>, new: Option<&Option<Blob<'_>>>) -> Option<Tally> {
    let bytes = |side: Option<&Option<Blob<'_>>>| side.and_then(Option::as_ref).is_some_and(|blob| is_binary(blob.content()));
    if bytes(old) || bytes(new) {
        return Some(Tally::default());
    }
    let (added, removed) = match (old, new) {
        (None, None) => (0, 0),
        (None, Some(Some(new))) => (count(new.content()), 0),
        (Some(Some(old)), None) => (0, count(old.content())),
        (Some(Some(old)), Some(Some(new))) if texts.bears(&Patience::default(), old.content(), new.content()) => tally(old, new)?,
        _ => return None,
    };
    let small = |lines: usize| u32::try_from(lines).unwrap_or(u32::MAX);
    Some(Tally { added: small(added), removed: small(removed) })
}

/// Leaves out what no history has any more, once that is most of it.
fn prune(kept: &mut Kept, history: &History) {
    let changes = &history.facts().changes;
    if kept.tallies.len() > changes.len().saturating_mul(2).saturating_add(1000) {
        let mut pairs: Vec<Pair> = changes.iter().map(|change| pair(change.old, change.new)).collect();
        pairs.sort_unstable();
        kept.tallies.retain(|(known, _)| pairs.binary_search(known).is_ok());
    }
}
