//! The score: how well a document answers a query, from counts and lengths alone.
//!
//! Shared by the index and the scan in memory, so that both rank alike. It is BM25F: the counts of a word in the zones of a
//! document are weighted, divided by the zone's length against the average, added up, and damped once; rare words weigh more.
//! Only documents that are there count for rarity and averages, so an index that was updated ranks as one that was rebuilt.

use std::cmp::Ordering;

use super::ast::Query;
use super::zone::Zone;

/// Everything that was chosen, in the order of [`Zone::ALL`] where it is one a zone.
///
/// | constant | value | reason |
/// | --- | --- | --- |
/// | [`DAMPING`] | 1.2 | the usual k1: a word that stands there ten times says little more than three times |
/// | [`WEIGHTS`] | title 3, heading 1.5, label 1.5, body 1, code .7 | a title is chosen to say what a text is about; what stands in code is often a name in passing |
/// | [`LENGTH`] | title .5, heading .5, label .3, body .75, code .75 | the usual b for running text; a long title is not as diluted as a long text, and many tags hardly at all |
/// | [`INFLECTED`] | .9 | the word as it was typed counts a bit more than another form of it |
/// | [`EVERY_WORD_UP_TO`] | 4 | of so few words each was chosen, so documents with all of them come first; a sentence has words that matter little |
/// | [`RETIRED`] | .25 | what no longer holds comes last, unless it answers a long question far better than the rest |
pub const TABLE: () = ();

/// How soon further occurrences of a word stop counting (k1).
pub const DAMPING: f64 = 1.2;

/// What an occurrence counts, by zone.
pub const WEIGHTS: [f64; Zone::COUNT] = [3.0, 1.5, 1.5, 1.0, 0.7];

/// How much a zone's length takes away, from 0 to 1, by zone (b).
pub const LENGTH: [f64; Zone::COUNT] = [0.5, 0.5, 0.3, 0.75, 0.75];

/// What another inflection counts against the word itself.
pub const INFLECTED: f64 = 0.9;

/// Up to so many wanted things a document that has every one of them comes before all that don't.
pub const EVERY_WORD_UP_TO: usize = 4;

/// What is left of the score of a retired document where there are no tiers.
pub const RETIRED: f64 = 0.25;
