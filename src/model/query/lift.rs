//! A closer look at the best documents: words that stand close together, answers that say what their question does not, and how each stands.
//!
//! What is looked at costs more than a count, so it is done for [`LOOKED_AT`](super::rank::LOOKED_AT) documents and the questions above them.
//! Whoever has the documents gathers what is to be known of each; what follows from it is the same for the index and the scan.

use super::ast::{Node, Query};
use super::rank::Scorer;
use super::standing::Standing;
use super::term::{self, ValueType};
use super::ties::Tie;

/// Of so many wanted things it is told which a document has; a query that asks for all of them has fewer.
const TOLD: usize = 64;

/// What is known of a document that is looked at closely.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looked {
    /// What its leaves add up to.
    pub sum: f64,
    /// Which of the wanted things it has, as [`met`] tells.
    pub met: u64,
    /// How close together the two words of each pair of the query stand in it.
    pub closeness: Vec<f64>,
    /// Whether each of the wanted things stands in its title.
    pub titled: bool,
    /// How it stands.
    pub standing: Standing,
    /// The places of its questions among those that are looked at, where it is an answer.
    pub questions: Vec<usize>,
}

/// What became of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lifted {
    /// What each pair of the query added.
    pub pairs: Vec<f64>,
    /// What it added that every wanted thing stands in its title.
    pub title: f64,
    /// What its best answer added.
    pub answer: f64,
    /// Whether it has every wanted thing together with its answers.
    pub every: bool,
    /// How it stands.
    pub standing: Standing,
    /// Its score.
    pub score: f64,
}

/// The terms of other documents that say how one stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// That it is the accepted answer.
    pub accepted: String,
    /// That somebody uses it.
    pub uses: Option<String>,
}

impl Said {
    /// What may be said of the document with a ref, at a path.
    pub fn of(reference: &str, path: &str) -> Self {
        Self { accepted: term::value("accepted", ValueType::Text, reference), uses: Tie::use_of(path).map(|tie| tie.term()) }
    }
}

/// Which wanted things of a query a document has: a bit for each.
pub fn met(query: &Query, holds: impl Fn(&Node) -> bool) -> u64 {
    query.wanted.iter().take(TOLD).enumerate().fold(0, |met, (at, node)| met | u64::from(holds(node)) << at)
}

/// Whether each wanted thing of a query stands in a title, given which leaves do.
pub fn titled(query: &Query, leaf: impl Fn(usize) -> bool) -> bool {
    // What is no word stands in no title.
    !query.wanted.is_empty() && query.wanted.iter().all(|node| node.holds(&leaf, &|_| false))
}

/// Scores the documents that are looked at, all of them together.
pub fn lift(scorer: &Scorer, query: &Query, looked: &[Looked]) -> Vec<Lifted> {
    let pairs = |one: &Looked| -> Vec<f64> { one.closeness.iter().enumerate().map(|(pair, close)| scorer.pair(pair, *close)).collect() };
    let mut lifted: Vec<Lifted> = looked.iter().map(|one| Lifted { pairs: pairs(one), ..Lifted::default() }).collect();
    for (one, lifted) in looked.iter().zip(&mut lifted) {
        lifted.title = if one.titled { scorer.titled(one.sum) } else { 0.0 };
    }
    let own = |one: &Looked, lifted: &Lifted| lifted.pairs.iter().fold(one.sum, |sum, pair| sum + pair) + lifted.title;
    let own: Vec<f64> = looked.iter().zip(&lifted).map(|(one, lifted)| own(one, lifted)).collect();
    let mut met: Vec<u64> = looked.iter().map(|one| one.met).collect();
    for (answer, sum) in looked.iter().zip(&own) {
        for question in &answer.questions {
            if let Some(lifted) = lifted.get_mut(*question) {
                lifted.answer = lifted.answer.max(scorer.answer(*sum));
                met[*question] |= answer.met;
            }
        }
    }
    let every = |met: u64| met.count_ones() as usize == query.wanted.len();
    for (at, (lifted, one)) in lifted.iter_mut().zip(looked).enumerate() {
        lifted.every = every(met[at]);
        lifted.standing = one.standing;
        lifted.score = scorer.score(own[at] + lifted.answer, lifted.every, &one.standing);
    }
    lifted
}
