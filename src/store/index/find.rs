//! Asking a query of an index. It finds, counts and ranks exactly as [`scan`](crate::model::query::scan) does.

use crate::model::query::ast::Query;
use crate::model::query::card::Card;
use crate::model::query::feedback;
use crate::model::query::lift::Lifted;
use crate::model::query::rank::{Scorer, is_tiered};

use super::broken::Broken;
use super::candidates::{Asked, Candidate, Page, Reread, Searched, Sort, sort};
use super::lift::lift;
use super::state::State;

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

/// What a query found, with its scores.
pub(super) struct Ranked<'a> {
    /// The query as it was asked.
    pub asked: Asked<'a>,
    /// What scored it.
    pub scorer: Scorer,
    /// What was found, in no order.
    pub candidates: Vec<Candidate>,
    /// What became of those that were looked at more closely.
    pub lifted: Vec<Lifted>,
}

impl State {
    /// Asks a query.
    pub(super) fn search(&self, query: &Query, page: Page, reread: Reread<'_>) -> Result<Hits, Broken> {
        let Ranked { asked, mut candidates, .. } = self.rank(query, page.sort == Sort::Best, reread)?;
        let total = candidates.iter().filter(|candidate| candidate.every).count();
        let found = candidates.len();
        sort(&mut candidates, page, &asked.volumes);
        let shown = candidates.get(page.skip.min(found)..page.skip.saturating_add(page.most).min(found)).unwrap_or_default();
        let hits = shown.iter().map(|candidate| hit(candidate, query, &asked.volumes)).collect::<Result<_, _>>()?;
        Ok(Hits { hits, found, total, relaxed: total == 0 && found > 0 })
    }

    /// Finds the documents that answer a query, and looks more closely at the best of them where they are to be given best first.
    pub(super) fn rank<'a>(&'a self, query: &'a Query, best_first: bool, reread: Reread<'_>) -> Result<Ranked<'a>, Broken> {
        let volumes: Vec<Searched<'_>> = self.volumes.iter().map(|bound| Searched::of(query, bound)).collect::<Result<_, Broken>>()?;
        let mut asked = Asked { query, ranked: query.clone(), volumes, catalogue: &self.catalogue, collection: &self.collection };
        let mut scorer = asked.scorer();
        let mut candidates = asked.candidates(&scorer);
        if best_first && feedback::applies(query) {
            asked.feed_back(&mut candidates, reread)?;
            scorer = asked.scorer();
            candidates = asked.candidates(&scorer);
        }
        // Whether a question has every word with its answers does not depend on the order.
        let lifted = if best_first || is_tiered(query) { lift(&asked, &mut candidates, &scorer)? } else { Vec::new() };
        Ok(Ranked { asked, scorer, candidates, lifted })
    }
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
