//! The walk through history: what each commit did with pages.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use git2::Odb;

use super::assemble::{Seen, assemble};
use super::bends::Bends;
use super::graph::{Graph, Node};
use super::merges;
use super::open::{NoHistory, Reason, Repo};
use super::reader::Reader;
use super::renames;
use super::trees::{Differ, Folder, NOTHING};
use crate::model::history::{Change, ChangeKind, Commit, Endings, Facts, Gaps, Identity, ObjectId, Other};

/// So many new commits are worth a second thread.
const MANY: usize = 256;

/// What a walk gave.
pub(super) struct Walked {
    pub(super) facts: Facts,
    /// How many commits were not known before.
    pub(super) new: usize,
    /// Commits that were known are no longer reached: history was rewritten, or this is another branch.
    pub(super) rewritten: bool,
    /// Those of them that no new commit takes the place of, as one that was amended or rebased does; merges left out.
    pub(super) lost: Vec<ObjectId>,
    /// Objects that could not be read.
    pub(super) missing: BTreeSet<ObjectId>,
}

/// Walks from a commit back to the beginning, or to what is known already.
pub(super) fn walk(repo: &Repo, bends: &Bends, endings: &Endings, tip: ObjectId, known: Facts) -> Result<Walked, NoHistory> {
    let unreadable = |error: git2::Error| NoHistory { reason: Reason::Unreadable, cause: Some(error.message().to_owned()) };
    let store = repo.objects(0).map_err(unreadable)?;
    let reader = Reader::new(&store, &bends.replaced);
    let graph = Graph::read(&reader, bends, &known, tip);
    let mut seen = Seen::default();
    let root = root(&graph, &reader, &mut seen);
    seen.missing.extend(reader.into_missing());
    drop(store);
    let new = graph.nodes.iter().filter(|node| node.known.is_none()).count();
    let rewritten = graph.nodes.len() - new < known.commits.len();
    let lost = if rewritten { lost(&graph, &known) } else { Vec::new() };

    // Two threads: libgit2 has locks that all share, and more would wait for each other.
    let threads = if new >= MANY && thread::available_parallelism().is_ok_and(|count| count.get() > 1) { 2 } else { 1 };
    // Each step opens them anew: what is mapped of a pack to read commits is another part than for trees, and another for texts.
    let open = || (0..threads).map(|thread| repo.objects(thread)).collect::<Result<Vec<_>, _>>().map_err(unreadable);
    look(open()?, bends, endings, root, &mut seen);
    join_renames(&open()?, bends, &mut seen);
    merges::judge(&graph, &known, &open()?, bends, &mut seen);
    let found = |change: &&mut Change| graph.nodes.get(change.commit as usize).is_some_and(|node| node.boundary);
    seen.changes.iter_mut().filter(found).for_each(|change| change.kind = ChangeKind::Present);
    let gaps = Gaps {
        shallow: !bends.shallow.is_empty(),
        partial: repo.is_partial(),
        missing: known.gaps.missing.saturating_add(u32::try_from(seen.missing.len()).unwrap_or(u32::MAX)),
        malformed: 0,
    };
    let mut facts = assemble(&graph, known, &seen);
    let malformed = facts.commits.iter().filter(|commit| commit.malformed).count();
    facts.gaps = Gaps { malformed: malformed as u32, ..gaps };
    Ok(Walked { facts, new, rewritten, lost, missing: seen.missing })
}

/// The commits that are no longer reached and that no new one was made from: a commit that is amended or rebased keeps its author and the time.
fn lost(graph: &Graph, known: &Facts) -> Vec<ObjectId> {
    let still: HashSet<u32> = graph.nodes.iter().filter_map(|node| node.known).collect();
    let new = graph.nodes.iter().filter(|node| node.known.is_none());
    let new: HashSet<(&Identity, i64)> = new.map(|node| (&node.raw.author, node.raw.author_time)).collect();
    let gone = (0..).zip(&known.commits).filter(|(place, commit)| commit.parents.len() < 2 && !still.contains(place));
    let is_new = |commit: &Commit| known.identities.get(commit.author as usize).is_some_and(|who| new.contains(&(who, commit.author_time)));
    gone.filter(|(_, commit)| !is_new(commit)).map(|(_, commit)| commit.id).collect()
}

/// The root folder of all new commits, newest first.
fn root(graph: &Graph, reader: &Reader<'_>, seen: &mut Seen) -> Folder {
    // The tree of a commit that was known before is not kept: it is read once more.
    let tree = |node: &Node| if node.known.is_none() { Some(node.raw.tree) } else { reader.commit(node.id).map(|raw| raw.tree) };
    let mut root = Folder::default();
    for (place, node) in graph.nodes.iter().enumerate().rev().filter(|(_, node)| node.known.is_none()) {
        let place = place as u32;
        let parents: Option<Vec<_>> = node.parents.iter().map(|&parent| tree(graph.nodes.get(parent)?)).collect();
        match parents {
            // Against the parents that are there a merge looks as if it had made all that came from the others.
            Some(parents) if node.boundary && !parents.is_empty() => drop(seen.incomplete.insert(place)),
            None => drop(seen.incomplete.insert(place)),
            Some(parents) if parents.is_empty() => root.push(place, [NOTHING], node.raw.tree),
            Some(parents) if parents.contains(&node.raw.tree) => {}
            Some(parents) => root.push(place, parents, node.raw.tree),
        }
    }
    root
}

/// Looks at what became of a folder, with a thread for each store.
fn look(stores: Vec<Odb<'_>>, bends: &Bends, endings: &Endings, root: Folder, seen: &mut Seen) {
    let budget = AtomicUsize::new(root.len().saturating_mul(1000).saturating_add(2_000_000));
    let queue = Queue::new(root.split(stores.len()));
    let parts: Vec<_> = on_each(&stores, |thread, odb| {
        let reader = Reader::new(odb, &bends.replaced);
        let mut differ = Differ::new(&reader, endings, &budget);
        while let Some(folder) = queue.take(thread) {
            queue.give(thread, differ.look(folder));
        }
        (differ.into_seen(), reader.into_missing())
    });
    // What is mapped of packs is not needed beside what comes out.
    drop(stores);
    // Paths get the numbers of their order, so that what comes out does not depend on who saw what.
    let all: BTreeMap<&[u8], u32> = parts.iter().flat_map(|(part, _)| &part.paths).map(|path| (&path[..], 0)).collect();
    let all: BTreeMap<&[u8], u32> = all.into_keys().zip(0..).collect();
    let number = |path: &Vec<u8>| all.get(&path[..]).copied().unwrap_or_default();
    let numbers: Vec<Vec<_>> = parts.iter().map(|(part, _)| part.paths.iter().map(number).collect()).collect();
    seen.paths = all.into_keys().map(<[u8]>::to_vec).collect();
    for ((part, missing), numbers) in parts.into_iter().zip(numbers) {
        seen.changes.reserve_exact(part.changes.len());
        seen.changes.extend(part.changes.into_iter().map(|change| Change { path: numbers[change.path as usize], ..change }));
        seen.others.extend(part.others.into_iter().map(|other| Other { path: numbers[other.path as usize], ..other }));
        seen.incomplete.extend(part.incomplete);
        seen.missing.extend(missing);
    }
    seen.changes.sort_unstable_by_key(|change| (change.commit, change.path));
    // Of one page, the order of the parents stays.
    seen.others.sort_by_key(|other| (other.commit, other.path));
}

/// Finds what was renamed, commit by commit.
fn join_renames(stores: &[Odb<'_>], bends: &Bends, seen: &mut Seen) {
    let mut commits: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for commit in seen.changes.chunk_by(|one, other| one.commit == other.commit) {
        let has = |kind| commit.iter().any(|change| change.kind == kind);
        if has(ChangeKind::Added) && has(ChangeKind::Deleted) {
            commits.push(start..start + commit.len());
        }
        start += commit.len();
    }
    let next = AtomicUsize::new(0);
    let (changes, paths) = (&seen.changes, &seen.paths);
    let parts = on_each(stores, |_, odb| {
        let reader = Reader::new(odb, &bends.replaced);
        let mut done = Vec::new();
        while let Some(range) = commits.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push((range.clone(), renames::join(&changes[range.clone()], paths, &reader)));
        }
        (done, reader.into_missing())
    });
    let mut gone = Vec::new();
    for (done, missing) in parts {
        seen.missing.extend(missing);
        for (range, joined) in done {
            gone.extend(range.start + joined.len()..range.end);
            seen.changes[range.start..range.start + joined.len()].copy_from_slice(&joined);
        }
    }
    gone.sort_unstable();
    let (mut gone, mut at) = (gone.into_iter().peekable(), 0..);
    seen.changes.retain(|_| at.next().is_none_or(|at| gone.next_if_eq(&at).is_none()));
}

/// Does the same on a thread for each store, or right here if there is only one.
fn on_each<T: Send>(stores: &[Odb<'_>], work: impl Fn(usize, &Odb<'_>) -> T + Sync) -> Vec<T> {
    if let [only] = stores {
        return vec![work(0, only)];
    }
    let work = &work;
    thread::scope(|scope| {
        let threads: Vec<_> = stores.iter().enumerate().map(|(thread, odb)| scope.spawn(move || work(thread, odb))).collect();
        // A thread that panicked has said so; what the others saw still counts.
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
    })
}

/// Folders that are to be looked at, a list for each thread: what lies in one folder is best read by one thread.
struct Queue {
    state: Mutex<Waiting>,
    changed: Condvar,
}

struct Waiting {
    folders: Vec<Vec<Folder>>,
    /// How many threads are at work, and may find more.
    busy: usize,
}

impl Queue {
    /// With a folder for each thread.
    fn new(folders: Vec<Folder>) -> Self {
        let folders = folders.into_iter().map(|folder| vec![folder]).collect();
        Self { state: Mutex::new(Waiting { folders, busy: 0 }), changed: Condvar::new() }
    }

    /// A folder to look at; `None` when all is done. Whoever takes one gives what is found in it.
    fn take(&self, thread: usize) -> Option<Folder> {
        let mut state = self.lock();
        loop {
            // Its own that was found last, so that few are waiting; else, from who has most, what has waited longest and so holds most.
            let own = state.folders.get_mut(thread).and_then(Vec::pop);
            let fullest = state.folders.iter_mut().max_by_key(|list| list.len()).filter(|list| !list.is_empty());
            if let Some(folder) = own.or_else(|| fullest.map(|list| list.remove(0))) {
                state.busy += 1;
                return Some(folder);
            }
            if state.busy == 0 {
                return None;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn give(&self, thread: usize, found: Vec<Folder>) {
        let mut state = self.lock();
        if let Some(list) = state.folders.get_mut(thread) {
            list.extend(found);
        }
        state.busy -= 1;
        drop(state);
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
