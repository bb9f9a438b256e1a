//! Which commits there are, and in which order.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::bends::Bends;
use super::commits::RawCommit;
use super::reader::{IdMap, Reader};
use crate::model::history::{Facts, ObjectId};

/// A commit of the graph: one that is known, by its place, or one that was just read.
pub(super) struct Node {
    pub(super) id: ObjectId,
    pub(super) time: i64,
    pub(super) known: Option<u32>,
    pub(super) raw: RawCommit,
    pub(super) parents: Vec<usize>,
    pub(super) boundary: bool,
}

/// All commits that are reached from the tip, parents before children; a number of a parent is its place.
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
}

impl Graph {
    pub(super) fn read(reader: &Reader<'_>, bends: &Bends, known: &Facts, tip: ObjectId) -> Self {
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
        graph.sorted()
    }

    fn sorted(mut self) -> Self {
        let order = self.order();
        let mut place = vec![0; self.nodes.len()];
        order.iter().enumerate().for_each(|(at, &node)| place[node] = at);
        self.nodes.iter_mut().for_each(|node| node.parents.iter_mut().for_each(|parent| *parent = place[*parent]));
        let mut nodes: Vec<_> = self.nodes.into_iter().map(Some).collect();
        Self { nodes: order.into_iter().filter_map(|at| nodes[at].take()).collect() }
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
