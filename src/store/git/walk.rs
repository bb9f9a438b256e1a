//! The walk through history: which commits there are, in which order, and what each did with pages.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashMap};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use git2::{Odb, Repository};

use super::commits::RawCommit;
use super::open::{NoHistory, Reason, Repo};
use super::reader::{IdMap, Reader};
use super::renames;
use super::trees::Differ;
use crate::model::history::{Change, ChangeKind, Commit, Endings, Facts, Gaps, Identity, ObjectId, PagePath, Trailer};

/// Commits are handed to the threads in pieces of so many: long enough for folders to be met again.
const PIECE: usize = 128;
/// Two threads: libgit2 shares its packs between them, and more wait for each other.
const THREADS: usize = 2;

/// What git lets stand in the place of commits' parents and of objects.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Bends {
    /// The commits whose parents are others, or none: `shallow` and `info/grafts`.
    parents: IdMap<Vec<ObjectId>>,
    /// The commits at which a shallow clone was cut.
    shallow: BTreeSet<ObjectId>,
    /// `git replace`.
    replaced: IdMap<ObjectId>,
}

impl Bends {
    /// Reads them; what can't be read does not bend anything.
    pub(super) fn read(repo: &Repo) -> Self {
        let ids = |line: &str| line.split_whitespace().map(ObjectId::parse).collect::<Option<Vec<_>>>();
        let lines = |name: &str| std::fs::read_to_string(repo.common_dir().join(name)).unwrap_or_default();
        let mut bends = Self::default();
        for graft in lines("info/grafts").lines().filter_map(ids) {
            if let Some((&commit, parents)) = graft.split_first() {
                bends.parents.insert(commit, parents.to_vec());
            }
        }
        bends.shallow = lines("shallow").lines().filter_map(ids).flatten().collect();
        bends.parents.extend(bends.shallow.iter().map(|&commit| (commit, Vec::new())));
        let Ok(references) = repo.raw().references_glob("refs/replace/*") else { return bends };
        for reference in references.flatten() {
            let old = reference.name().ok().and_then(|name| ObjectId::parse(name.strip_prefix("refs/replace/")?));
            if let (Some(old), Some(new)) = (old, reference.target()) {
                bends.replaced.insert(old, super::open::id(new));
            }
        }
        bends
    }

    /// A number that changes when they do.
    pub(super) fn fingerprint(&self) -> [u8; 32] {
        let mut all: Vec<_> = self.parents.iter().map(|(commit, parents)| (0_u8, *commit, parents.clone())).collect();
        all.extend(self.shallow.iter().map(|&commit| (1, commit, Vec::new())));
        all.extend(self.replaced.iter().map(|(&old, &new)| (2, old, vec![new])));
        all.sort();
        let mut hasher = blake3::Hasher::new();
        for (kind, id, others) in all {
            hasher.update(&[kind]).update(&id.0).update(&(others.len() as u64).to_le_bytes());
            for other in others {
                hasher.update(&other.0);
            }
        }
        *hasher.finalize().as_bytes()
    }
}

/// What a walk gave.
pub(super) struct Walked {
    pub(super) facts: Facts,
    /// How many commits were not known before.
    pub(super) new: usize,
    /// Commits that were known are no longer reached: history was rewritten, or this is another branch.
    pub(super) rewritten: bool,
}

/// Walks from a commit back to the beginning, or to what is known already.
pub(super) fn walk(repo: &Repo, bends: &Bends, endings: &Endings, tip: ObjectId, known: Facts) -> Result<Walked, NoHistory> {
    let unreadable = |error: git2::Error| NoHistory { reason: Reason::Unreadable, cause: Some(error.message().to_owned()) };
    let odb = repo.raw().odb().map_err(unreadable)?;
    let reader = Reader::new(&odb, &bends.replaced);
    let graph = Graph::read(&reader, bends, &known, tip);
    let order = graph.order();
    let fresh: Vec<_> = order.iter().copied().filter(|&node| graph.nodes[node].known.is_none()).collect();
    let seen = look(repo, bends, endings, &graph, &fresh).map_err(unreadable)?;

    let mut missing = seen.missing;
    missing.extend(reader.into_missing());
    let reached = order.len() - fresh.len();
    let (new, rewritten) = (fresh.len(), reached < known.commits.len());
    let mut gaps = Gaps { shallow: !bends.shallow.is_empty(), partial: repo.is_partial(), missing: known.gaps.missing, malformed: 0 };
    gaps.missing = gaps.missing.saturating_add(u32::try_from(missing.len()).unwrap_or(u32::MAX));
    let mut facts = assemble(&graph, &order, known, seen.changes, &seen.paths);
    gaps.malformed = facts.commits.iter().filter(|commit| commit.malformed).count() as u32;
    facts.gaps = gaps;
    Ok(Walked { facts, new, rewritten })
}

/// A commit of the graph: one that is known, by its place, or one that was just read.
struct Node {
    id: ObjectId,
    time: i64,
    known: Option<u32>,
    raw: RawCommit,
    parents: Vec<usize>,
    boundary: bool,
}

/// All commits that are reached from the tip.
struct Graph {
    nodes: Vec<Node>,
}

impl Graph {
    fn read(reader: &Reader<'_>, bends: &Bends, known: &Facts, tip: ObjectId) -> Self {
        let places: IdMap<u32> = (0..).zip(&known.commits).map(|(place, commit)| (commit.id, place)).collect();
        let mut graph = Self { nodes: Vec::new() };
        // Of each commit its node; `None` if it is not there.
        let mut found: IdMap<Option<usize>> = IdMap::default();
        let mut waiting = vec![tip];
        while let Some(id) = waiting.pop() {
            if found.contains_key(&id) {
                continue;
            }
            let node = match places.get(&id) {
                Some(&place) => Some(Node::known(known, place)),
                None => reader.commit(id).map(|raw| Node::read(id, raw, bends)),
            };
            found.insert(id, node.is_some().then_some(graph.nodes.len()));
            if let Some(node) = node {
                waiting.extend(node.raw.parents.iter().filter(|&parent| !found.contains_key(parent)));
                graph.nodes.push(node);
            }
        }
        for node in &mut graph.nodes {
            node.parents = node.raw.parents.iter().filter_map(|parent| found.get(parent).copied().flatten()).collect();
            node.boundary |= node.parents.len() < node.raw.parents.len();
        }
        graph
    }

    /// Parents before children; of those that may come next the one committed first, so that every clone has the same order.
    fn order(&self) -> Vec<usize> {
        let mut children = vec![Vec::new(); self.nodes.len()];
        let mut open: Vec<usize> = self.nodes.iter().map(|node| node.parents.len()).collect();
        for (at, node) in self.nodes.iter().enumerate() {
            node.parents.iter().for_each(|&parent| children[parent].push(at));
        }
        let entry = |at: usize| Reverse((self.nodes[at].time, self.nodes[at].id, at));
        let mut ready: BinaryHeap<_> = (0..self.nodes.len()).filter(|&at| open[at] == 0).map(entry).collect();
        let mut order = Vec::with_capacity(self.nodes.len());
        while let Some(Reverse((_, _, at))) = ready.pop() {
            order.push(at);
            for &child in &children[at] {
                open[child] -= 1;
                if open[child] == 0 {
                    ready.push(entry(child));
                }
            }
        }
        order
    }
}

impl Node {
    fn read(id: ObjectId, mut raw: RawCommit, bends: &Bends) -> Self {
        if let Some(parents) = bends.parents.get(&id) {
            raw.parents.clone_from(parents);
        }
        // A commit that names a parent twice has it once, as git sees it.
        let mut seen = BTreeSet::new();
        raw.parents.retain(|parent| seen.insert(*parent));
        Self { id, time: raw.commit_time, known: None, raw, parents: Vec::new(), boundary: bends.shallow.contains(&id) }
    }

    fn known(facts: &Facts, place: u32) -> Self {
        let commit = &facts.commits[place as usize];
        let parents = facts.parents.get(commit.parents.start as usize..commit.parents.end as usize).unwrap_or_default();
        let parents = parents.iter().filter_map(|&parent| facts.commits.get(parent as usize)).map(|parent| parent.id).collect();
        let raw = RawCommit { parents, ..RawCommit::default() };
        Self { id: commit.id, time: commit.commit_time, known: Some(place), raw, parents: Vec::new(), boundary: commit.boundary }
    }
}

/// What the threads saw.
struct Seen {
    /// Of each new commit its changes, and whether that is all of them.
    changes: HashMap<usize, (Vec<Change>, bool)>,
    paths: Vec<PagePath>,
    missing: BTreeSet<ObjectId>,
}

/// Looks at what the new commits did, on two threads if they are many.
fn look(repo: &Repo, bends: &Bends, endings: &Endings, graph: &Graph, fresh: &[usize]) -> Result<Seen, git2::Error> {
    let mut seen = Seen { changes: HashMap::with_capacity(fresh.len()), paths: Vec::new(), missing: BTreeSet::new() };
    let pieces: Vec<_> = fresh.chunks(PIECE).rev().collect();
    let next = AtomicUsize::new(0);
    let take = || pieces.get(next.fetch_add(1, Ordering::Relaxed)).copied();
    let threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS).min(pieces.len());
    if threads < 2 {
        let raw = repo.raw();
        seen.add(look_on(&raw.odb()?, bends, endings, graph, take));
        return Ok(seen);
    }
    let raws = (0..threads).map(|_| repo.again()).collect::<Result<Vec<Repository>, _>>()?;
    let parts = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for raw in raws {
            scope.spawn(|| {
                let raw = raw;
                let Ok(odb) = raw.odb() else { return };
                let part = look_on(&odb, bends, endings, graph, take);
                parts.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(part);
            });
        }
    });
    parts.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner).into_iter().for_each(|part| seen.add(part));
    Ok(seen)
}

fn look_on<'p>(odb: &Odb<'_>, bends: &Bends, endings: &Endings, graph: &Graph, take: impl Fn() -> Option<&'p [usize]>) -> Seen {
    let reader = Reader::new(odb, &bends.replaced);
    let mut differ = Differ::new(&reader, endings);
    let mut changes = HashMap::new();
    while let Some(piece) = take() {
        // The newest first: git packs an older object as its difference from a newer one.
        for &at in piece.iter().rev() {
            changes.insert(at, look_at(&graph.nodes[at], graph, &reader, &mut differ));
        }
    }
    let paths = std::mem::take(&mut differ.paths).into_list();
    let paths = paths.iter().map(|path| PagePath::of(path)).collect();
    Seen { changes, paths, missing: reader.into_missing() }
}

fn look_at(node: &Node, graph: &Graph, reader: &Reader<'_>, differ: &mut Differ<'_, '_>) -> (Vec<Change>, bool) {
    // The tree of a commit that was known before is not kept: it is read once more.
    let tree = |at: &usize| match &graph.nodes[*at] {
        parent if parent.known.is_none() => Some(parent.raw.tree),
        parent => reader.commit(parent.id).map(|raw| raw.tree),
    };
    let parents = node.parents.iter().map(tree).collect::<Option<Vec<_>>>();
    let Some(parents) = parents else { return (Vec::new(), false) };
    if node.boundary && !parents.is_empty() {
        // Against the parents that are there a merge looks as if it had made all that came from the others.
        return (Vec::new(), false);
    }
    let (mut changes, complete) = differ.changes(&parents, node.raw.tree);
    renames::join(&mut changes, &differ.paths, reader);
    if node.boundary {
        changes.iter_mut().for_each(|change| change.kind = ChangeKind::Present);
    }
    (changes, complete)
}

impl Seen {
    /// Adds what another thread saw; its paths get other numbers.
    fn add(&mut self, other: Self) {
        let shift = self.paths.len() as u32;
        self.paths.extend(other.paths);
        self.missing.extend(other.missing);
        self.changes.extend(other.changes.into_iter().map(|(at, (mut changes, complete))| {
            for change in &mut changes {
                change.path += shift;
                change.from = change.from.map(|from| from + shift);
            }
            (at, (changes, complete))
        }));
    }
}

/// Puts known and new commits together, in order.
fn assemble(graph: &Graph, order: &[usize], known: Facts, mut changes: HashMap<usize, (Vec<Change>, bool)>, paths: &[PagePath]) -> Facts {
    let mut place = vec![0_u32; graph.nodes.len()];
    (0..).zip(order).for_each(|(at, &node)| place[node] = at);
    let mut table = Table::over(known.identities, known.paths);
    let mut facts = Facts::default();
    facts.commits.reserve(order.len());
    facts.changes.reserve(known.changes.len() + changes.values().map(|(changes, _)| changes.len()).sum::<usize>());
    // Of each path that the threads saw its number here.
    let mut numbers = vec![None; paths.len()];
    for &at in order {
        let node = &graph.nodes[at];
        let start = Starts::of(&facts);
        let number = place[at];
        facts.parents.extend(node.parents.iter().map(|&parent| place[parent]));
        let mut commit = match node.known.and_then(|known_place| known.commits.get(known_place as usize)) {
            Some(commit) => {
                let wide = |range: &std::ops::Range<u32>| range.start as usize..range.end as usize;
                facts.subjects.push_str(known.subjects.get(wide(&commit.subject)).unwrap_or_default());
                facts.trailers.extend(known.trailers.get(wide(&commit.trailers)).unwrap_or_default());
                facts.changes.extend(known.changes.get(wide(&commit.changes)).unwrap_or_default());
                commit.clone()
            }
            None => {
                let (changes, complete) = changes.remove(&at).unwrap_or_default();
                let mut path = |local: u32| match numbers.get_mut(local as usize) {
                    Some(number) => *number.get_or_insert_with(|| table.path(&paths[local as usize])),
                    None => u32::MAX,
                };
                facts.changes.extend(changes.into_iter().map(|change| Change {
                    path: path(change.path),
                    from: change.from.map(&mut path),
                    ..change
                }));
                facts.subjects.push_str(&node.raw.subject);
                facts.trailers.extend(node.raw.trailers.iter().map(|(kind, who)| Trailer { kind: *kind, who: table.identity(who) }));
                Commit {
                    id: node.id,
                    author: table.identity(&node.raw.author),
                    committer: table.identity(&node.raw.committer),
                    author_time: node.raw.author_time,
                    author_offset: node.raw.author_offset,
                    commit_time: node.raw.commit_time,
                    malformed: node.raw.malformed,
                    boundary: node.boundary,
                    partial: !complete,
                    ..Commit::default()
                }
            }
        };
        let end = Starts::of(&facts);
        facts.changes[start.changes as usize..].iter_mut().for_each(|change| change.commit = number);
        commit.parents = start.parents..end.parents;
        commit.trailers = start.trailers..end.trailers;
        commit.subject = start.subjects..end.subjects;
        commit.changes = start.changes..end.changes;
        facts.commits.push(commit);
    }
    (facts.identities, facts.paths) = (table.identities, table.paths);
    facts
}

/// How long the lists are.
struct Starts {
    parents: u32,
    trailers: u32,
    subjects: u32,
    changes: u32,
}

impl Starts {
    fn of(facts: &Facts) -> Self {
        let [parents, trailers, subjects, changes] =
            [facts.parents.len(), facts.trailers.len(), facts.subjects.len(), facts.changes.len()].map(|length| length as u32);
        Self { parents, trailers, subjects, changes }
    }
}

/// Identities and paths by number, each once.
struct Table {
    identities: Vec<Identity>,
    identity_numbers: HashMap<Identity, u32>,
    paths: Vec<PagePath>,
    path_numbers: HashMap<Box<[u8]>, u32>,
}

impl Table {
    fn over(identities: Vec<Identity>, paths: Vec<PagePath>) -> Self {
        let identity_numbers = identities.iter().cloned().zip(0..).collect();
        let path_numbers = paths.iter().map(|path| path.bytes().into()).zip(0..).collect();
        Self { identities, identity_numbers, paths, path_numbers }
    }

    fn identity(&mut self, who: &Identity) -> u32 {
        if let Some(&number) = self.identity_numbers.get(who) {
            return number;
        }
        let number = self.identities.len() as u32;
        self.identities.push(who.clone());
        self.identity_numbers.insert(who.clone(), number);
        number
    }

    fn path(&mut self, path: &PagePath) -> u32 {
        if let Some(&number) = self.path_numbers.get(path.bytes()) {
            return number;
        }
        let number = self.paths.len() as u32;
        self.paths.push(path.clone());
        self.path_numbers.insert(path.bytes().into(), number);
        number
    }
}
