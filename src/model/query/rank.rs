//! The score: how well a document answers a query, from counts and lengths alone.
//!
//! Shared by the index and the scan in memory, so that both rank alike. It is BM25F: the counts of a word in the zones of a
//! document are weighted, divided by the zone's length against the average, added up, and damped once; rare words weigh more.
//! Only documents that are there count for rarity and averages, so an index that was updated ranks as one that was made anew.

use std::cmp::Ordering;

use super::ast::Query;
use super::card::Card;
use super::length;
use super::standing::Standing;
use super::tuning::Tuning;
use super::zone::Zone;

/// So many of the best documents are looked at for words that stand close together; it can only lift them, so the others stay below.
pub const LOOKED_AT: usize = 100;

/// How many words apart two words of a query may stand to be close together.
const WINDOW: u32 = 8;

/// Where something stands in each zone of a document, in order.
pub type Places = [Vec<u32>; Zone::COUNT];

/// How close two things stand together in a document: what every pair of places no more than eight words apart gives, one divided by their
/// distance, added up.
pub fn closeness(a: &Places, b: &Places) -> f64 {
    let mut sum = 0.0;
    for (a, b) in a.iter().zip(b) {
        let mut from = 0;
        for place in a {
            from += b[from..].iter().take_while(|other| other.saturating_add(WINDOW) < *place).count();
            let within = b[from..].iter().take_while(|other| **other <= place.saturating_add(WINDOW));
            sum += within.map(|other| other.abs_diff(*place)).filter(|apart| *apart > 0).map(|apart| 1.0 / f64::from(apart)).sum::<f64>();
        }
    }
    sum
}

/// What a word counts in a title that is about as long as the query: `Value story` is about value stories more than `Collect value stories`.
const WHOLE: f64 = 2.0;

/// How often something stands in one zone of one document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the form that was typed.
    pub exact: u32,
    /// In any form, that one included.
    pub any: u32,
}

/// What is known of all documents together; retired ones count, deleted ones don't.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Collection {
    /// How many documents there are.
    pub documents: u32,
    /// How long a zone is on average, in terms, where there is one.
    pub average: [f64; Zone::COUNT],
}

impl Collection {
    /// Adds the documents up, given the codes of their zones' lengths ([`length::code`]).
    pub fn of(lengths: impl IntoIterator<Item = [u8; Zone::COUNT]>) -> Self {
        let mut documents = 0;
        let mut sums = [(0_u64, 0_u64); Zone::COUNT];
        for codes in lengths {
            documents += 1;
            for ((sum, filled), code) in sums.iter_mut().zip(codes) {
                *sum += u64::from(length::length(code));
                *filled += u64::from(code > 0);
            }
        }
        Self { documents, average: sums.map(|(sum, filled)| sum as f64 / filled.max(1) as f64) }
    }

    /// How rare something is that so many documents have: at least 0, and more the fewer have it (BM25's idf, never negative).
    pub fn rarity(&self, holding: u32) -> f64 {
        let (all, holding) = (f64::from(self.documents), f64::from(holding));
        (1.0 + (all - holding + 0.5).max(0.5) / (holding + 0.5)).ln()
    }
}

/// Scores the documents of one collection for one query.
#[derive(Clone, Debug)]
pub struct Scorer {
    tuning: Tuning,
    /// What a leaf counts at most per unit of damped frequency: rarity times weight.
    leaves: Vec<f64>,
    /// The same of the query's pairs.
    pairs: Vec<f64>,
    /// What an occurrence in a zone of a length counts.
    occurrence: Box<[[f64; 256]; Zone::COUNT]>,
    highest: f64,
    tiered: bool,
    words: u32,
}

impl Scorer {
    /// Prepares for a query; `holding` says for every leaf how many documents match it.
    pub fn new(query: &Query, collection: &Collection, holding: &[u32]) -> Self {
        Self::tuned(Tuning::CHOSEN, query, collection, holding)
    }

    /// The same with other numbers, to measure what they do.
    pub fn tuned(tuning: Tuning, query: &Query, collection: &Collection, holding: &[u32]) -> Self {
        let leaves: Vec<f64> = query.leaves.iter().zip(holding).map(|(leaf, holding)| leaf.weight * collection.rarity(*holding)).collect();
        let of = |leaf: usize| leaves.get(leaf).copied().unwrap_or_default();
        let pairs: Vec<f64> = query.pairs.iter().map(|(one, other)| tuning.near * of(*one).min(of(*other))).collect();
        let mut occurrence = Box::new([[0.0; 256]; Zone::COUNT]);
        for (place, zone) in occurrence.iter_mut().enumerate() {
            let (dilution, average) = (tuning.dilution[place], collection.average[place].max(1.0));
            for (counted, code) in zone.iter_mut().zip(0..=u8::MAX) {
                *counted = tuning.weights[place] / (1.0 - dilution + dilution * f64::from(length::length(code)) / average);
            }
        }
        let most = (1.0 + tuning.titled) * (1.0 + tuning.answer) * Standing::highest(&tuning);
        let highest = leaves.iter().chain(&pairs).sum::<f64>() * (tuning.damping + 1.0) * most;
        let tiered = tiered(tuning, query);
        Self { tuning, leaves, pairs, occurrence, highest, tiered, words: query.wanted.len() as u32 }
    }

    /// The highest that a document's points could add up to.
    pub fn highest(&self) -> f64 {
        self.highest
    }

    /// What a pair of the query adds to the sum of a document, from how close its two words stand together there.
    pub fn pair(&self, pair: usize, closeness: f64) -> f64 {
        let weight = self.pairs.get(pair).copied().unwrap_or_default();
        weight * closeness * (self.tuning.damping + 1.0) / (closeness + self.tuning.damping)
    }

    /// Whether a title has as many words as a short query asks for, so that a word which stands in it is most or all of it.
    fn is_whole(&self, words: u32) -> bool {
        self.tiered && words == self.words
    }

    /// What a leaf adds to the sum of a document: from how often it stands in each zone, and the codes of the zones' lengths.
    pub fn leaf(&self, leaf: usize, counts: &[Counts; Zone::COUNT], lengths: &[u8; Zone::COUNT]) -> f64 {
        let mut frequency = 0.0;
        for place in 0..Zone::COUNT {
            let Counts { exact, any } = counts[place];
            if any > 0 {
                let occurrences = f64::from(exact) + self.tuning.inflected * f64::from(any.saturating_sub(exact));
                let whole = place == Zone::Title.place() && self.is_whole(length::length(lengths[place]));
                frequency += occurrences * self.occurrence[place][usize::from(lengths[place])] * if whole { WHOLE } else { 1.0 };
            }
        }
        let weight = self.leaves.get(leaf).copied().unwrap_or_default();
        weight * frequency * (self.tuning.damping + 1.0) / (frequency + self.tuning.damping)
    }

    /// What it adds to a document's sum that every wanted thing stands in its title.
    pub fn titled(&self, sum: f64) -> f64 {
        self.tuning.titled * sum
    }

    /// What a question's best answer adds to its sum, from that of the answer.
    pub fn answer(&self, sum: f64) -> f64 {
        self.tuning.answer * sum
    }

    /// The score, from the sum over a document's leaves **in the order of the query**, whether it has every wanted thing, and
    /// how it stands.
    ///
    /// It lies between 0 and 1 within a tier. For a short query there are four, a whole number apart: everything, everything but
    /// retired, something, something and retired.
    pub fn score(&self, sum: f64, every: bool, standing: &Standing) -> f64 {
        let part = if self.highest > 0.0 { sum * standing.factor(&self.tuning) / self.highest } else { 0.0 };
        let retired = standing.retired;
        match (self.tiered, retired) {
            (true, _) => part + f64::from(u8::from(every)) * 2.0 + f64::from(u8::from(!retired)),
            (false, true) => part * self.tuning.retired,
            (false, false) => part,
        }
    }
}

/// Whether a query is so short that documents with every word of it come before all others.
fn tiered(tuning: Tuning, query: &Query) -> bool {
    !query.wanted.is_empty() && !query.loose && query.wanted.len() <= tuning.every_word_up_to
}

/// Whether the scores of a query lie in tiers a whole number apart, so that [`has_every`] can tell.
pub fn is_tiered(query: &Query) -> bool {
    tiered(Tuning::CHOSEN, query)
}

/// Whether a score in tiers is that of a document with every wanted thing.
pub fn has_every(score: f64) -> bool {
    score >= 2.0
}

/// Which of two found documents comes first: the better one; without a ranking the newer one; else by path.
pub fn order(a: (f64, &Card), b: (f64, &Card)) -> Ordering {
    let newest = || b.1.updated.cmp(&a.1.updated);
    let score = b.0.total_cmp(&a.0);
    let unranked = a.0 == 0.0 && b.0 == 0.0;
    score.then_with(|| if unranked { newest() } else { Ordering::Equal }).then_with(|| a.1.path.cmp(&b.1.path))
}

#[cfg(test)]
mod tests {
    use super::super::ast::{Form, Leaf, Node, Query, Slot};
    use super::{Collection, Counts, Scorer, Standing, Zone, length, order};

    fn query(words: usize) -> Query {
        let leaf = || Leaf { form: Form::Word(Slot::exact("x")), zone: None, weight: 1.0, wanted: true };
        Query { leaves: (0..words).map(|_| leaf()).collect(), wanted: (0..words).map(Node::Leaf).collect(), ..Query::default() }
    }

    fn once(zone: Zone, counts: Counts) -> [Counts; Zone::COUNT] {
        let mut all = [Counts::default(); Zone::COUNT];
        all[zone.place()] = counts;
        all
    }

    #[test]
    fn what_says_more_counts_more() {
        let lengths = [8, 0, 0, length::code(200), 0];
        let collection = Collection::of([lengths; 100]);
        assert_eq!(collection.documents, 100);
        assert!(collection.average[1] < 1e-9, "no headings");
        let scorer = Scorer::new(&query(2), &collection, &[2, 50]);
        let [one, two] = [1, 2].map(|count| Counts { exact: count, any: count });
        let inflected = Counts { exact: 0, any: 1 };
        let body = scorer.leaf(0, &once(Zone::Body, one), &lengths);
        assert!(body > 0.0);
        assert!(scorer.leaf(0, &once(Zone::Title, one), &lengths) > body, "a title says more");
        assert!(scorer.leaf(0, &once(Zone::Body, two), &lengths) > body, "twice says more");
        assert!(scorer.leaf(0, &once(Zone::Body, inflected), &lengths) < body, "another form says less");
        assert!(scorer.leaf(1, &once(Zone::Body, one), &lengths) < body, "a common word says less");
        assert!(scorer.leaf(0, &once(Zone::Body, one), &[8, 0, 0, length::code(900), 0]) < body, "a long text says less");
        assert!(scorer.leaf(9, &once(Zone::Body, one), &lengths) < 1e-9, "no such leaf");
    }

    #[test]
    fn few_words_make_tiers_and_many_do_not() {
        let collection = Collection::of([[2; Zone::COUNT]; 10]);
        let few = Scorer::new(&query(2), &collection, &[3, 3]);
        let tiers = [(true, false), (true, true), (false, false), (false, true)]
            .map(|(every, retired)| few.score(0.1, every, &Standing { retired, ..Standing::default() }));
        assert_eq!(tiers.map(super::has_every), [true, true, false, false]);
        assert!(super::is_tiered(&query(2)) && !super::is_tiered(&query(9)));
        assert!(tiers.windows(2).all(|pair| pair[0] >= pair[1] + 0.999), "{tiers:?}");
        let many = Scorer::new(&query(9), &collection, &[3; 9]);
        let (plain, retired) = (Standing::default(), Standing { retired: true, ..Standing::default() });
        assert!((many.score(0.1, true, &plain) - many.score(0.1, false, &plain)).abs() < 1e-9);
        assert!(many.score(0.1, true, &retired) < many.score(0.1, true, &plain));
        assert!(many.score(0.1, true, &Standing { accepted: true, ..plain }) > many.score(0.1, true, &plain));
    }

    #[test]
    fn ties_are_broken_by_age_or_path() {
        use std::cmp::Ordering::{Greater, Less};
        let card = |path: &str, updated: &str| super::Card {
            path: path.into(),
            updated: crate::base::date::Date::parse(updated),
            ..super::Card::default()
        };
        let (old, new) = (card("a", "2025-01-01"), card("b", "2026-01-01"));
        assert_eq!(order((0.0, &old), (0.0, &new)), Greater);
        assert_eq!(order((0.5, &old), (0.5, &new)), Less);
        assert_eq!(order((0.5, &old), (0.6, &new)), Greater);
    }
}
