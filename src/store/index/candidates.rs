//! A query that is being asked of an index: what it matches, and what it is worth, before the best are looked at more closely.

use std::cmp::Ordering;

use crate::base::date::Date;
use crate::model::query::ast::{Leaf, Node, Query};
use crate::model::query::entry::Entry;
use crate::model::query::rank::{Collection, Scorer};
use crate::model::query::{feedback, length};

use super::bits::Bits;
use super::broken::Broken;
use super::catalogue::Catalogue;
use super::filter::Filters;
use super::leaf::Matches;
use super::state::Bound;
use super::volume::Record;

/// In what order documents are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best first; without a ranking, last changed first.
    #[default]
    Best,
    /// Last changed first.
    Updated,
    /// Last made first.
    Created,
    /// By path.
    Path,
}

/// Which of the documents that are found are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// How many are left out at the beginning.
    pub skip: usize,
    /// How many are given at most.
    pub most: usize,
    /// In what order.
    pub sort: Sort,
}

impl Page {
    /// The first so many, best first.
    pub fn first(most: usize) -> Self {
        Self { skip: 0, most, sort: Sort::Best }
    }

    /// All of them.
    pub fn all() -> Self {
        Self::first(usize::MAX)
    }
}

/// What a query matches in one volume.
pub(super) struct Searched<'a> {
    pub bound: &'a Bound,
    pub leaves: Vec<Matches>,
    filters: Filters<'a>,
}

/// A document that was found, before it is known whether it is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The number of its volume, and its own in there.
    pub volume: usize,
    pub doc: u32,
    /// What its leaves add up to.
    pub sum: f64,
    pub score: f64,
    pub every: bool,
    /// Its place among those that were looked at more closely.
    pub looked: Option<usize>,
}

/// Reads a document of a volume again, as there is to find of it; `None` where it can't be read any more.
pub(super) type Reread<'r> = &'r dyn Fn(&str) -> Option<Entry>;

/// A query that is being asked of all volumes.
pub(super) struct Asked<'a> {
    /// What was typed, which decides what is found.
    pub query: &'a Query,
    /// The same with leaves that only rank.
    pub ranked: Query,
    pub volumes: Vec<Searched<'a>>,
    pub catalogue: &'a Catalogue,
    pub collection: &'a Collection,
}

impl Asked<'_> {
    pub(super) fn scorer(&self) -> Scorer {
        let holding: Vec<u32> = (0..self.ranked.leaves.len()).map(|leaf| self.holding(leaf)).collect();
        Scorer::new(&self.ranked, self.collection, &holding)
    }

    /// How many documents match a leaf.
    pub(super) fn holding(&self, leaf: usize) -> u32 {
        self.volumes.iter().map(|volume| volume.leaves[leaf].counts.len() as u32).sum()
    }

    /// The day on which it is asked, in days since 1970.
    pub(super) fn today(&self) -> Option<i32> {
        self.query.today.map(Date::days)
    }

    pub(super) fn candidates(&self, scorer: &Scorer) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (number, volume) in self.volumes.iter().enumerate() {
            volume.candidates(number, self.query, scorer, &mut candidates);
        }
        candidates
    }

    /// Adds words of the best documents to the query.
    pub(super) fn feed_back(&mut self, candidates: &mut [Candidate], reread: Reread<'_>) -> Result<(), Broken> {
        sort(candidates, Page::first(feedback::DOCUMENTS), &self.volumes);
        let mut best = Vec::new();
        for candidate in candidates.iter().take(feedback::DOCUMENTS) {
            let volume = &self.volumes[candidate.volume].bound.volume;
            if length::sum(volume.record(candidate.doc).lengths) <= feedback::LONGEST {
                best.extend(reread(volume.path(candidate.doc)).map(|entry| (candidate.score, entry)));
            }
        }
        let best: Vec<(f64, &Entry)> = best.iter().map(|(score, entry)| (*score, entry)).collect();
        let words = feedback::candidates(self.collection, &best);
        let holding = |leaf: &Leaf| self.volumes.iter().map(|volume| Matches::holding(leaf, volume.bound)).sum::<Result<u32, _>>();
        let holding: Vec<u32> = words.iter().map(|word| holding(&word.leaf)).collect::<Result<_, _>>()?;
        for (at, weight) in feedback::chosen(&words, &holding, self.collection) {
            let leaf = Leaf { weight, ..words[at].leaf.clone() };
            for volume in &mut self.volumes {
                volume.leaves.push(Matches::of(&leaf, volume.bound)?);
            }
            self.ranked.leaves.push(leaf);
        }
        Ok(())
    }
}

impl<'a> Searched<'a> {
    pub(super) fn of(query: &'a Query, bound: &'a Bound) -> Result<Self, Broken> {
        let leaves = query.leaves.iter().map(|leaf| Matches::of(leaf, bound)).collect::<Result<_, _>>()?;
        Ok(Self { bound, leaves, filters: Filters::of(query, bound)? })
    }

    /// The documents that are found.
    fn found(&self, query: &Query) -> Bits {
        let mut among = self.filters.among.clone();
        if !query.wanted.is_empty() {
            let mut any = Bits::new(self.bound.volume.documents);
            let wanted = query.leaves.iter().zip(&self.leaves).filter(|(leaf, _)| leaf.wanted);
            wanted.for_each(|(_, matches)| any.add(&matches.bits));
            among.keep(&any);
        }
        // A filter that stands by itself has been met by all of them.
        query.must.iter().filter(|node| !matches!(node, Node::Filter(_))).for_each(|node| among.keep(&self.holding(node)));
        among
    }

    /// The documents that meet a condition of the query, of all that the volume ever had.
    fn holding(&self, node: &Node) -> Bits {
        let size = self.bound.volume.documents;
        let all = |nodes: &[Node], mut holding: Bits, with: fn(&mut Bits, &Bits)| {
            for node in nodes {
                with(&mut holding, &self.holding(node));
            }
            holding
        };
        match node {
            Node::Leaf(leaf) => self.leaves.get(*leaf).map_or_else(|| Bits::new(size), |matches| matches.bits.clone()),
            Node::Filter(filter) => self.filters.meeting(filter).cloned().unwrap_or_else(|| Bits::new(size)),
            Node::And(nodes) => all(nodes, Bits::all(size), Bits::keep),
            Node::Or(nodes) => all(nodes, Bits::new(size), Bits::add),
            Node::Not(node) => self.holding(node).others(),
        }
    }

    /// Whether a document meets a condition of the query.
    pub(super) fn holds(&self, node: &Node, doc: u32) -> bool {
        let leaf = |leaf: usize| self.leaves.get(leaf).is_some_and(|matches| matches.bits.contains(doc));
        node.holds(&leaf, &|filter| self.filters.meets(filter, doc))
    }

    /// The documents of the volume that are found, with their scores.
    fn candidates(&self, volume: usize, query: &Query, scorer: &Scorer, found: &mut Vec<Candidate>) {
        let docs = self.found(query);
        found.reserve(docs.count() as usize);
        if self.leaves.is_empty() {
            // Nothing ranks.
            found.extend(docs.iter().map(|doc| Candidate { volume, doc, sum: 0.0, score: 0.0, every: true, looked: None }));
            return;
        }
        let today = query.today.map(Date::days);
        let mut sums = vec![0.0; self.bound.volume.documents as usize];
        // Leaf by leaf, so that a document's sum is added up in the order of the query.
        for (leaf, matches) in self.leaves.iter().enumerate() {
            for (doc, counts) in &matches.counts {
                sums[*doc as usize] += scorer.leaf(leaf, counts, &self.bound.volume.record(*doc).lengths);
            }
        }
        let mut every = Bits::all(self.bound.volume.documents);
        query.wanted.iter().for_each(|node| every.keep(&self.holding(node)));
        for doc in docs.iter() {
            let every = every.contains(doc);
            let sum = sums[doc as usize];
            let score = scorer.score(sum, every, &self.bound.volume.record(doc).standing(today));
            found.push(Candidate { volume, doc, sum, score, every, looked: None });
        }
    }
}

/// The documents of a volume that a query finds.
pub(super) fn found(query: &Query, bound: &Bound) -> Result<Bits, Broken> {
    Ok(Searched::of(query, bound)?.found(query))
}

/// Puts the documents of a page in their places; those before and behind it are in no order.
pub(super) fn sort(candidates: &mut [Candidate], page: Page, volumes: &[Searched<'_>]) {
    let record = |candidate: &Candidate| -> Record { volumes[candidate.volume].bound.volume.record(candidate.doc) };
    let path = |candidate: &Candidate| volumes[candidate.volume].bound.volume.path(candidate.doc);
    let updated = |a: &Candidate, b: &Candidate| record(b).updated.cmp(&record(a).updated);
    // What is in no commit yet was made after all that are.
    let made = |candidate: &Candidate| record(candidate).created.or(record(candidate).updated);
    let order = |a: &Candidate, b: &Candidate| {
        let first = match page.sort {
            Sort::Best if a.score == 0.0 && b.score == 0.0 => updated(a, b),
            Sort::Best => b.score.total_cmp(&a.score),
            Sort::Updated => updated(a, b),
            Sort::Created => made(b).cmp(&made(a)),
            Sort::Path => Ordering::Equal,
        };
        first.then_with(|| path(a).cmp(path(b)))
    };
    let end = page.skip.saturating_add(page.most);
    if end == 0 {
        return;
    }
    let shown = match candidates.len() {
        all if end < all => candidates.select_nth_unstable_by(end - 1, order).0.len() + 1,
        all => all,
    };
    candidates[..shown].sort_unstable_by(order);
}
