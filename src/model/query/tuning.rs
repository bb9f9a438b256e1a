//! The numbers of the ranking, each with its reason.

use super::zone::Zone;

/// The numbers that ranking depends on.
///
/// | number | chosen | reason |
/// | --- | --- | --- |
/// | damping | 2 | k1; above the usual 1.2 because one occurrence in a title already counts as several |
/// | weights | title 3, heading 1.5, label .75, body 1, code .4 | a title is chosen to say what a text is about; a tag says it broadly; what stands in code is often a name in passing |
/// | dilution | title, body, code .75, heading .5, label .3 | the usual b; a text with many headings is not about less, and many tags dilute each other hardly at all |
/// | inflected | .85 | the word as it was typed says a bit more than another form of it |
/// | every word up to | 4 | of so few words each was chosen, so documents with all of them come first; a sentence has words that matter little |
/// | retired | .25 | what no longer holds comes last, unless it answers a long query far better than anything else |
/// | near | .3 | two words of the query that stand close together in a text are more often meant together; a third of a word at most, since many good texts keep them apart |
/// | titled | .2 | a title that has all of it is about that, and a long text that repeats one word of it need not be |
/// | answer | .3 | what answers a question is found under it: a question counts some of what its best answer says, and has the words that any has; less than its own words, which were chosen to be found by |
/// | unsettled | .08 | what is agreed goes before a draft or a proposal that says the same, and not before one that says more |
/// | fresh | .04, half of it each year | of two alike, the one that somebody wrote or reviewed lately; no more, since old practices are often the good ones |
/// | accepted | .1 | of the answers to a question, the one that the asker chose |
/// | used | .03 when the number of users doubles, .12 at most | what members say they use has shown that it works; few say so, so its absence means nothing |
#[derive(Clone, Copy, Debug)]
pub struct Tuning {
    /// How soon further occurrences of a word stop counting (k1).
    pub damping: f64,
    /// What an occurrence counts, by zone.
    pub weights: [f64; Zone::COUNT],
    /// How much a zone's length takes away from its occurrences, from 0 to 1, by zone (b).
    pub dilution: [f64; Zone::COUNT],
    /// What another inflection counts against the word itself.
    pub inflected: f64,
    /// Up to so many wanted things a document that has every one comes before all that have not.
    pub every_word_up_to: usize,
    /// What is left of the score of a retired document where a query has more wanted things than that.
    pub retired: f64,
    /// What two neighbouring words of a query count that stand close together, against the more common of the two.
    pub near: f64,
    /// What of its sum is added to a document in whose title every wanted thing stands.
    pub titled: f64,
    /// What of its best answer's sum a question counts beside its own.
    pub answer: f64,
    /// What is taken from the factor of a document that does not hold yet.
    pub unsettled: f64,
    /// What is added to the factor of a document that was changed or reviewed today; half of it for each year since.
    pub fresh: f64,
    /// What is added to the factor of an accepted answer.
    pub accepted: f64,
    /// What is added to the factor of a document as often as the number of those who use it doubles.
    pub used: f64,
    /// The most of that.
    pub used_most: f64,
}

impl Tuning {
    /// What cop ranks by.
    pub const CHOSEN: Self = Self {
        damping: 2.0,
        weights: [3.0, 1.5, 0.75, 1.0, 0.4],
        dilution: [0.75, 0.5, 0.3, 0.75, 0.75],
        inflected: 0.85,
        every_word_up_to: 4,
        retired: 0.25,
        near: 0.3,
        titled: 0.2,
        answer: 0.3,
        unsettled: 0.08,
        fresh: 0.04,
        accepted: 0.1,
        used: 0.03,
        used_most: 0.12,
    };
}
