//! Known and new commits put together as facts.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::graph::{Graph, Node};
use crate::model::history::{Change, Commit, Facts, Identity, ObjectId, Other, PagePath, Trailer};

/// What was seen of the new commits.
#[derive(Default)]
pub(super) struct Seen {
    /// The changes, by the commit's place and then by path.
    pub(super) changes: Vec<Change>,
    /// What pages that merges changed were in the parents beside the first, in the same order.
    pub(super) others: Vec<Other>,
    /// The paths, in order.
    pub(super) paths: Vec<Vec<u8>>,
    /// The places of the commits of which something could not be seen.
    pub(super) incomplete: BTreeSet<u32>,
    /// The objects that could not be read.
    pub(super) missing: BTreeSet<ObjectId>,
}

/// Puts known and new commits together, in order.
pub(super) fn assemble(graph: &Graph, known: Facts, seen: &Seen) -> Facts {
    let mut table = Table::over(known.identities, known.paths);
    let mut facts = Facts::default();
    facts.commits.reserve(graph.nodes.len());
    facts.changes.reserve(known.changes.len() + seen.changes.len());
    // Of each path that was seen its number here.
    let mut numbers = vec![None; seen.paths.len()];
    let mut rest = &seen.changes[..];
    for (place, node) in (0..).zip(&graph.nodes) {
        let start = Starts::of(&facts);
        facts.parents.extend(node.parents.iter().map(|&parent| parent as u32));
        let mut commit = if let Some((then, commit)) = node.known.and_then(|then| Some((then, known.commits.get(then as usize)?))) {
            let wide = |range: &Range<u32>| range.start as usize..range.end as usize;
            facts.subjects.push_str(known.subjects.get(wide(&commit.subject)).unwrap_or_default());
            facts.trailers.extend(known.trailers.get(wide(&commit.trailers)).unwrap_or_default());
            let changes = known.changes.get(wide(&commit.changes)).unwrap_or_default();
            facts.changes.extend(changes.iter().map(|change| Change { commit: place, ..*change }));
            facts.others.extend(of(&known.others, then).map(|other| Other { commit: place, ..*other }));
            commit.clone()
        } else {
            let (own, others) = rest.split_at(rest.iter().take_while(|change| change.commit == place).count());
            rest = others;
            let mut path = |seen_path: u32| match (numbers.get_mut(seen_path as usize), seen.paths.get(seen_path as usize)) {
                (Some(number), Some(path)) => *number.get_or_insert_with(|| table.path(path)),
                _ => u32::MAX,
            };
            facts.changes.extend(own.iter().map(|change| Change { path: path(change.path), from: change.from.map(&mut path), ..*change }));
            facts.others.extend(of(&seen.others, place).map(|other| Other { path: path(other.path), ..*other }));
            facts.subjects.push_str(&node.raw.subject);
            facts.trailers.extend(node.raw.trailers.iter().map(|(kind, who)| Trailer { kind: *kind, who: table.identity(who) }));
            Commit { partial: seen.incomplete.contains(&place), ..table.commit(node) }
        };
        let end = Starts::of(&facts);
        commit.parents = start.parents..end.parents;
        commit.trailers = start.trailers..end.trailers;
        commit.subject = start.subjects..end.subjects;
        commit.changes = start.changes..end.changes;
        facts.commits.push(commit);
    }
    (facts.identities, facts.paths) = (table.identities, table.paths);
    facts
}

/// Those of one commit.
fn of(others: &[Other], commit: u32) -> impl Iterator<Item = &Other> {
    let from = others.partition_point(|other| other.commit < commit);
    others.iter().skip(from).take_while(move |other| other.commit == commit)
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

    fn commit(&mut self, node: &Node) -> Commit {
        let raw = &node.raw;
        Commit {
            id: node.id,
            author: self.identity(&raw.author),
            committer: self.identity(&raw.committer),
            author_time: raw.author_time,
            author_offset: raw.author_offset,
            commit_time: raw.commit_time,
            malformed: raw.malformed,
            boundary: node.boundary,
            ..Commit::default()
        }
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

    fn path(&mut self, path: &[u8]) -> u32 {
        if let Some(&number) = self.path_numbers.get(path) {
            return number;
        }
        let number = self.paths.len() as u32;
        self.paths.push(PagePath::of(path));
        self.path_numbers.insert(path.into(), number);
        number
    }
}
