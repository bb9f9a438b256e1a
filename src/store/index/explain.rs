//! What the scores of documents are made of.

use std::collections::HashMap;

use crate::model::query::ast::{Leaf, Query};
use crate::model::query::explain::{Counted, Explanation};

use super::broken::Broken;
use super::candidates::{Candidate, Reread};
use super::find::Ranked;
use super::state::State;

impl State {
    /// Explains the scores of the documents at some paths, each of which is `None` where the query does not find it.
    pub(super) fn explain(&self, query: &Query, paths: &[&str], reread: Reread<'_>) -> Result<Vec<Option<Explanation>>, Broken> {
        let ranked = self.rank(query, true, reread)?;
        let path = |candidate: &&Candidate| ranked.asked.volumes[candidate.volume].bound.volume.path(candidate.doc);
        let found: HashMap<&str, &Candidate> = ranked.candidates.iter().map(|candidate| (path(&candidate), candidate)).collect();
        Ok(paths.iter().map(|path| found.get(path).map(|candidate| ranked.explanation(candidate))).collect())
    }
}

impl Ranked<'_> {
    fn explanation(&self, candidate: &Candidate) -> Explanation {
        let volume = &self.asked.volumes[candidate.volume];
        let record = volume.bound.volume.record(candidate.doc);
        let counted = |(number, leaf): (usize, &Leaf)| {
            let counts = volume.leaves.get(number)?.counts_in(candidate.doc)?;
            let points = self.scorer.leaf(number, counts, &record.lengths);
            Some(Counted { number, leaf: leaf.clone(), counts: *counts, documents: self.asked.holding(number), points })
        };
        let lifted = candidate.looked.and_then(|at| self.lifted.get(at)).cloned();
        Explanation {
            words: self.asked.ranked.leaves.iter().enumerate().filter_map(counted).collect(),
            standing: lifted.as_ref().map_or_else(|| record.standing(self.asked.today()), |lifted| lifted.standing),
            lifted,
            every: candidate.every,
            highest: self.scorer.highest(),
            score: candidate.score,
        }
    }
}
