//! Asking a query of an index. It finds, counts and ranks exactly as [`scan`](crate::model::query::scan) does.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::query::ast::{Leaf, Node, Query};
use crate::model::query::card::Card;
use crate::model::query::entry::Entry;
use crate::model::query::rank::{self, Collection, Scorer};
use crate::model::query::{feedback, length};

use super::bits::Bits;
use super::broken::Broken;
use super::filter::Filters;
use super::leaf::{self, Matches};
use super::state::{Bound, State};
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

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// The documents of the page, in order.
    pub hits: Vec<Hit>,
    /// How many documents have any wanted thing and meet every condition.
    pub found: usize,
    /// How many of them have every wanted thing.
    pub total: usize,
    /// No document has every wanted thing, so that those which have any are all there is.
    pub relaxed: bool,
}

/// A document that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What a list shows of it.
    pub card: Card,
    /// How well it answers; only for comparison within one query.
    pub score: f64,
    /// Whether it has every wanted thing.
    pub every: bool,
    /// The numbers of the query's leaves that it matches.
    pub leaves: Vec<usize>,
}

/// What a query matches in one volume.
struct Searched<'a> {
    bound: &'a Bound,
    leaves: Vec<Matches>,
    filters: Filters<'a>,
}

/// A document that was found, before it is known whether it is shown.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    volume: usize,
    doc: u32,
    /// What its leaves add up to.
    sum: f64,
    score: f64,
    every: bool,
}

/// Reads a document of a volume again, as there is to find of it; `None` where it can't be read any more.
pub(super) type Reread<'r> = &'r dyn Fn(&str) -> Option<Entry>;

impl State {
    /// Asks a query.
    pub(super) fn search(&self, query: &Query, page: Page, reread: Reread<'_>) -> Result<Hits, Broken> {
        let volumes: Vec<Searched<'_>> = self.volumes.iter().map(|bound| Searched::of(query, bound)).collect::<Result<_, Broken>>()?;
        let mut asked = Asked { query, ranked: query.clone(), volumes, collection: &self.collection };
        let mut scorer = asked.scorer();
        let mut candidates = asked.candidates(&scorer);
        if page.sort == Sort::Best {
            if feedback::applies(query) {
                asked.feed_back(&mut candidates, reread)?;
                scorer = asked.scorer();
                candidates = asked.candidates(&scorer);
            }
            asked.lift(&mut candidates, &scorer)?;
        }
        let total = candidates.iter().filter(|candidate| candidate.every).count();
        let found = candidates.len();
        sort(&mut candidates, page, &asked.volumes);
        let shown = candidates.get(page.skip.min(found)..page.skip.saturating_add(page.most).min(found)).unwrap_or_default();
        let hits = shown.iter().map(|candidate| hit(candidate, query, &asked.volumes)).collect::<Result<_, _>>()?;
        Ok(Hits { hits, found, total, relaxed: total == 0 && found > 0 })
    }
}

/// A query that is being asked of all volumes.
struct Asked<'a> {
    /// What was typed, which decides what is found.
    query: &'a Query,
    /// The same with leaves that only rank.
    ranked: Query,
    volumes: Vec<Searched<'a>>,
    collection: &'a Collection,
}

impl Asked<'_> {
    fn scorer(&self) -> Scorer {
        let holding = |leaf: usize| self.volumes.iter().map(|volume| volume.leaves[leaf].counts.len() as u32).sum();
        let holding: Vec<u32> = (0..self.ranked.leaves.len()).map(holding).collect();
        Scorer::new(&self.ranked, self.collection, &holding)
    }

    fn candidates(&self, scorer: &Scorer) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (number, volume) in self.volumes.iter().enumerate() {
            volume.candidates(number, self.query, scorer, &mut candidates);
        }
        candidates
    }

    /// Adds words of the best documents to the query.
    fn feed_back(&mut self, candidates: &mut [Candidate], reread: Reread<'_>) -> Result<(), Broken> {
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
        let matches = |leaf: &Leaf| self.volumes.iter().map(|volume| Matches::of(leaf, volume.bound)).collect::<Result<Vec<_>, _>>();
        let mut found: Vec<Vec<Matches>> = words.iter().map(|word| matches(&word.leaf)).collect::<Result<_, _>>()?;
        let holding: Vec<u32> = found.iter().map(|found| found.iter().map(|matches| matches.counts.len() as u32).sum()).collect();
        for (at, weight) in feedback::chosen(&words, &holding, self.collection) {
            self.ranked.leaves.push(Leaf { weight, ..words[at].leaf.clone() });
            for (volume, matches) in self.volumes.iter_mut().zip(found[at].drain(..)) {
                volume.leaves.push(matches);
            }
        }
        Ok(())
    }

    /// Lifts the best candidates in which words of the query stand close together.
    fn lift(&self, candidates: &mut [Candidate], scorer: &Scorer) -> Result<(), Broken> {
        if self.query.pairs.is_empty() {
            return Ok(());
        }
        sort(candidates, Page::first(rank::LOOKED_AT), &self.volumes);
        let end = candidates.len().min(rank::LOOKED_AT);
        let best = &mut candidates[..end];
        let words: BTreeSet<usize> = self.query.pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
        for (number, volume) in self.volumes.iter().enumerate() {
            let mut here: Vec<&mut Candidate> = best.iter_mut().filter(|candidate| candidate.volume == number).collect();
            here.sort_unstable_by_key(|candidate| candidate.doc);
            let docs: Vec<u32> = here.iter().map(|candidate| candidate.doc).collect();
            let mut places = BTreeMap::new();
            for word in &words {
                places.insert(word, leaf::places(&self.query.leaves[*word], volume.bound, &docs)?);
            }
            for (at, candidate) in here.into_iter().enumerate() {
                for (pair, (one, other)) in self.query.pairs.iter().enumerate() {
                    candidate.sum += scorer.pair(pair, rank::closeness(&places[one][at], &places[other][at]));
                }
                candidate.score = scorer.score(candidate.sum, candidate.every, volume.bound.volume.record(candidate.doc).retired);
            }
        }
        Ok(())
    }
}

impl<'a> Searched<'a> {
    fn of(query: &'a Query, bound: &'a Bound) -> Result<Self, Broken> {
        let leaves = query.leaves.iter().map(|leaf| Matches::of(leaf, bound)).collect::<Result<_, _>>()?;
        Ok(Self { bound, leaves, filters: Filters::of(query, bound)? })
    }

    /// The leaves because of which a document is found.
    fn wanted(&self, query: &Query) -> Vec<&Matches> {
        query.leaves.iter().zip(&self.leaves).filter(|(leaf, _)| leaf.wanted).map(|(_, matches)| matches).collect()
    }

    /// Whether a document is found, given those leaves.
    fn is_found(&self, query: &Query, wanted: &[&Matches], doc: u32) -> bool {
        let any = query.wanted.is_empty() || wanted.iter().any(|matches| matches.bits.contains(doc));
        any && query.must.iter().all(|node| self.holds(node, doc))
    }

    fn holds(&self, node: &Node, doc: u32) -> bool {
        let leaf = |leaf: usize| self.leaves.get(leaf).is_some_and(|matches| matches.bits.contains(doc));
        node.holds(&leaf, &|filter| self.filters.meets(filter, doc))
    }

    /// The documents of the volume that are found, with their scores.
    fn candidates(&self, volume: usize, query: &Query, scorer: &Scorer, found: &mut Vec<Candidate>) {
        let wanted = self.wanted(query);
        let mut sums = vec![0.0; self.bound.volume.documents as usize];
        // Leaf by leaf, so that a document's sum is added up in the order of the query.
        for (leaf, matches) in self.leaves.iter().enumerate() {
            for (doc, counts) in &matches.counts {
                sums[*doc as usize] += scorer.leaf(leaf, counts, &self.bound.volume.record(*doc).lengths);
            }
        }
        for doc in self.filters.among.iter() {
            if self.is_found(query, &wanted, doc) {
                let every = query.wanted.iter().all(|node| self.holds(node, doc));
                let sum = sums[doc as usize];
                let score = scorer.score(sum, every, self.bound.volume.record(doc).retired);
                found.push(Candidate { volume, doc, sum, score, every });
            }
        }
    }
}

/// The documents of a volume that a query finds.
pub(super) fn found(query: &Query, bound: &Bound) -> Result<Bits, Broken> {
    let searched = Searched::of(query, bound)?;
    let wanted = searched.wanted(query);
    let mut bits = Bits::new(bound.volume.documents);
    searched.filters.among.iter().filter(|doc| searched.is_found(query, &wanted, *doc)).for_each(|doc| bits.insert(doc));
    Ok(bits)
}

/// Puts the documents of a page in their places; those before and behind it are in no order.
fn sort(candidates: &mut [Candidate], page: Page, volumes: &[Searched<'_>]) {
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

fn hit(candidate: &Candidate, query: &Query, volumes: &[Searched<'_>]) -> Result<Hit, Broken> {
    let volume = &volumes[candidate.volume];
    let leaves = volume.leaves.iter().take(query.leaves.len()).enumerate().filter(|(_, matches)| matches.bits.contains(candidate.doc));
    Ok(Hit {
        card: volume.bound.volume.card(candidate.doc)?,
        score: candidate.score,
        every: candidate.every,
        leaves: leaves.map(|(leaf, _)| leaf).collect(),
    })
}
