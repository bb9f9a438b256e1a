//! Why a document stands where it does: everything that its score is made of.

use super::ast::Leaf;
use super::lift::Lifted;
use super::rank::Counts;
use super::standing::Standing;
use super::zone::Zone;

/// What the score of a document is made of.
///
/// The words', the pairs', the title's and the answer's points, added up and multiplied by the standing's factor, are so much of the highest that a document could have;
/// of a short query a whole number stands before it, which [`Scorer::score`](super::rank::Scorer::score) tells of.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Every leaf that it matches, in the order of the query; those behind the query's own were taken from the best documents.
    pub words: Vec<Counted>,
    /// What a closer look added; `None` where there was none, since too many others are better.
    pub lifted: Option<Lifted>,
    /// How it stands, as far as was looked at.
    pub standing: Standing,
    /// Whether it has every wanted thing.
    pub every: bool,
    /// The highest that the points could add up to.
    pub highest: f64,
    /// The score.
    pub score: f64,
}

/// What one leaf adds.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Its number.
    pub number: usize,
    /// What it looks for.
    pub leaf: Leaf,
    /// How often it stands in each zone.
    pub counts: [Counts; Zone::COUNT],
    /// How many documents have it.
    pub documents: u32,
    /// What it adds.
    pub points: f64,
}

impl Explanation {
    /// Everything added up.
    pub fn points(&self) -> f64 {
        let words = self.words.iter().fold(0.0, |sum, word| sum + word.points);
        self.lifted.iter().fold(words, |sum, lifted| lifted.pairs.iter().fold(sum, |sum, pair| sum + pair) + lifted.title + lifted.answer)
    }
}
