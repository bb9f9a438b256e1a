//! How good rankings are, and how sure that is.

use std::fmt;

use super::collection::Judgements;

/// How often queries are drawn anew.
const DRAWS: usize = 2_000;

/// Where the draws begin, so that each run gives the same intervals.
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// A way to say how good a ranking is, from 0 to 1.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Gains of the first ten, each divided by the logarithm of its rank, against those of the best ten that were judged.
    Ndcg,
    /// Whether the first answers.
    First,
    /// Which part of what answers is among the first hundred.
    Recall,
}

impl Measure {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Ndcg, Self::First, Self::Recall];

    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ndcg => "nDCG@10",
            Self::First => "P@1",
            Self::Recall => "recall@100",
        }
    }

    /// How good a ranking is, given what answers the query.
    pub(crate) fn of(self, ranking: &[(String, f64)], judged: &Judgements) -> f64 {
        let gains = || ranking.iter().map(|(document, _)| judged.get(document).copied().unwrap_or_default());
        match self {
            Self::Ndcg => {
                let mut best: Vec<f64> = judged.values().copied().collect();
                best.sort_by(|a, b| b.total_cmp(a));
                discounted(gains()) / discounted(best.into_iter())
            }
            Self::First => f64::from(u8::from(gains().next().is_some_and(|gain| gain > 0.0))),
            Self::Recall => gains().take(100).filter(|gain| *gain > 0.0).count() as f64 / judged.len() as f64,
        }
    }
}

fn discounted(gains: impl Iterator<Item = f64>) -> f64 {
    gains.take(10).zip(2_u32..).map(|(gain, place)| gain / f64::from(place).log2()).sum()
}

/// A mean, and between what it lies with a certainty of 95 %.
pub(crate) struct Estimate {
    pub(crate) mean: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl fmt::Display for Estimate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:.3} [{:.3}, {:.3}]", self.mean, self.low, self.high)
    }
}

/// The mean of a figure over queries, with its interval by drawing queries anew.
pub(crate) fn estimate(figures: &[f64]) -> Estimate {
    let count = figures.len().max(1);
    let mean = figures.iter().sum::<f64>() / count as f64;
    let mut state = SEED;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % count
    };
    let mut draw = || (0..count).map(|_| figures.get(next()).copied().unwrap_or_default()).sum::<f64>() / count as f64;
    let mut means: Vec<f64> = (0..DRAWS).map(|_| draw()).collect();
    means.sort_by(f64::total_cmp);
    Estimate { mean, low: means[DRAWS / 40], high: means[DRAWS - 1 - DRAWS / 40] }
}
