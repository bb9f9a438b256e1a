//! Words of the best documents, added to a long query: what they are about is likely what is asked about, in the community's own language.
//!
//! This is pseudo-relevance feedback with Rocchio's idea: a word counts by how much the best documents are about it and by how rare it is.
//! The words rank and find nothing, so a document is still found only for what was typed. Of a few words each was chosen, so a
//! short query is left as it is.

use std::collections::BTreeMap;

use crate::text::words::function::is_function_word;
use crate::text::words::stem_term;

use super::ast::{Form, Leaf, Query, Slot};
use super::entry::Entry;
use super::length;
use super::rank::{Collection, is_tiered};
use super::tuning::Tuning;
use super::zone::Zone;

/// From how many of the best documents words are taken.
pub const DOCUMENTS: usize = 3;

/// How many words are added.
pub const WORDS: usize = 20;

/// Of how many words it is looked up how rare they are.
const CANDIDATES: usize = 50;

/// What the best of them counts against a word that was typed.
const WEIGHT: f64 = 0.6;

/// How soon further occurrences in one document stop counting, for a document of average length.
const DAMPING: f64 = 2.5;

/// From a longer document no words are taken, in words: it is about too much.
pub const LONGEST: u32 = 50_000;

/// A word of the best documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What would be added to the query.
    pub leaf: Leaf,
    /// How much the documents are about it.
    value: f64,
}

/// Whether words are added to a query.
pub fn applies(query: &Query) -> bool {
    !query.wanted.is_empty() && !is_tiered(query)
}

/// The words that the best documents are about, which are given with their scores, best first. Those of the query are among them: what it
/// says that the best documents say too counts more, and keeps the others in proportion.
pub fn candidates(collection: &Collection, best: &[(f64, &Entry)]) -> Vec<Candidate> {
    let Some(highest) = best.first().map(|(score, _)| *score).filter(|score| *score > 0.0) else { return Vec::new() };
    let average = collection.average.iter().sum::<f64>().max(1.0);
    let mut words: BTreeMap<String, Said> = BTreeMap::new();
    for (score, entry) in best {
        let long = length::sum(entry.lengths().map(length::code));
        let damping = DAMPING * f64::from(long) / average;
        for (term, said) in counted(entry) {
            let here = said.times / (said.times + damping) * score / highest;
            let word = words.entry(term).or_default();
            word.times += here;
            said.surfaces.into_iter().for_each(|(surface, times)| *word.surfaces.entry(surface).or_default() += times);
        }
    }
    let mut candidates: Vec<Candidate> = words.into_iter().filter_map(|(term, said)| said.candidate(&term)).collect();
    candidates.sort_by(|a, b| b.value.total_cmp(&a.value));
    candidates.truncate(CANDIDATES);
    candidates
}

/// Of the candidates those that are added, with their weights, given how many documents have each; by their places, best first.
pub fn chosen(candidates: &[Candidate], holding: &[u32], collection: &Collection) -> Vec<(usize, f64)> {
    let mut chosen: Vec<(usize, f64)> =
        candidates.iter().zip(holding).map(|(candidate, holding)| candidate.value * collection.rarity(*holding)).enumerate().collect();
    chosen.sort_by(|a, b| b.1.total_cmp(&a.1));
    chosen.truncate(WORDS);
    let highest = chosen.first().map_or(1.0, |(_, value)| *value);
    chosen.into_iter().filter(|(_, value)| *value > 0.0).map(|(at, value)| (at, WEIGHT * value / highest)).collect()
}

/// What is said of a word, by all its inflections.
#[derive(Default)]
struct Said {
    times: f64,
    surfaces: BTreeMap<String, u32>,
}

impl Said {
    /// The word as it is most often written, in the inflections of its stem.
    fn candidate(self, term: &str) -> Option<Candidate> {
        let most = self.surfaces.values().max().copied()?;
        let (surface, _) = self.surfaces.into_iter().find(|(_, times)| *times == most)?;
        let stems = if term == surface { Vec::new() } else { vec![term.to_owned()] };
        let leaf = Leaf { form: Form::Word(Slot { surface, stems }), zone: None, weight: 0.0, wanted: false };
        Some(Candidate { leaf, value: self.times })
    }
}

/// The words of a document that say something, by stem, weighed by where they stand.
fn counted(entry: &Entry) -> BTreeMap<String, Said> {
    let mut words: BTreeMap<String, Said> = BTreeMap::new();
    for zone in Zone::ALL {
        for word in &entry.zones[zone.place()] {
            if !says(word.surface) {
                continue;
            }
            let term = stem_term(word.surface, entry.language).unwrap_or_else(|| word.surface.to_owned());
            let said = words.entry(term).or_default();
            said.times += Tuning::CHOSEN.weights[zone.place()];
            *said.surfaces.entry(word.surface.to_owned()).or_default() += 1;
        }
    }
    words
}

/// Whether a word can say what a text is about.
fn says(surface: &str) -> bool {
    surface.chars().nth(1).is_some() && surface.contains(char::is_alphabetic) && !is_function_word(surface)
}

#[cfg(test)]
mod tests {
    use super::super::ast::Form;
    use super::super::rank::Collection;
    use super::super::samples::{document, query};
    use super::super::{length, scan};
    use super::{applies, candidates, chosen};

    #[test]
    fn only_long_queries_are_fed_back() {
        assert!(!applies(&query("export a mailbox")) && !applies(&query("")));
        assert!(!applies(&query("how can we export the mailbox of somebody")), "which asks for two things");
        assert!(applies(&query("how can we export the whole shared mailbox of a colleague who left")));
    }

    #[test]
    fn rare_words_of_the_best_documents_are_added_and_function_words_never() {
        let best = document("a", "Retention of chat", "The retention of chat and of the chat archive, 12 and 13.");
        let other = document("b", "The chat", "And more of the chat");
        let collection = Collection::of([&best, &other].map(|entry| entry.lengths().map(length::code)));
        let words = candidates(&collection, &[(1.0, &best)]);
        let surface = |at: usize| match &words[at].leaf.form {
            Form::Word(slot) => slot.surface.clone(),
            _ => String::new(),
        };
        let holding: Vec<u32> = (0..words.len()).map(|at| if surface(at) == "chat" { 2 } else { 1 }).collect();
        let chosen = chosen(&words, &holding, &collection);
        let found: Vec<String> = chosen.iter().map(|(at, _)| surface(*at)).collect();
        assert_eq!(found, ["retention", "archive", "chat"]);
        assert!(chosen.windows(2).all(|pair| pair[0].1 >= pair[1].1), "{chosen:?}");
        assert!(candidates(&collection, &[]).is_empty());
    }

    #[test]
    fn a_document_that_shares_the_language_of_the_best_comes_before_one_that_does_not() {
        let typed = "what should we know before somebody keeps the old mailbox";
        let best = |name: &str| document(name, "Keep an old mailbox", "Journaling keeps the old mailbox for retention.");
        let entries = [
            best("a"),
            best("b"),
            best("c"),
            document("far", "A mailbox", "Garden fences by painting."),
            document("near", "A mailbox", "Retention by journaling."),
        ];
        let order: Vec<usize> = scan::scan(&query(typed), &entries).hits.iter().map(|hit| hit.entry).collect();
        assert_eq!(order, [0, 1, 2, 4, 3]);
    }
}
