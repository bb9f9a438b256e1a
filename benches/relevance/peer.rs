//! The peer: BM25 as the textbooks have it, over the stems of everything that a document says.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use cop::model::document::Document;
use cop::text::words::{Language, stem_term};

use super::collection::id;

/// How soon further occurrences stop counting.
const K1: f64 = 1.2;

/// How much length takes away.
const B: f64 = 0.75;

/// Documents as bags of stems.
pub(crate) struct Peer {
    language: Language,
    ids: Vec<String>,
    lengths: Vec<f64>,
    /// A stem, and how often each document has it.
    postings: HashMap<String, BTreeMap<usize, u32>>,
}

impl Peer {
    /// Takes titles, tags and texts in.
    pub(crate) fn new(documents: &[Arc<Document>], language: Language) -> Self {
        let mut peer = Self { language, ids: Vec::new(), lengths: Vec::new(), postings: HashMap::new() };
        for (number, document) in documents.iter().enumerate() {
            let mut length = 0.0;
            let tags = document.values("tags").iter().map(|tag| tag.text.as_str());
            let runs = document.markdown.runs.iter().map(|run| run.text(&document.text));
            for stem in std::iter::once(document.title.as_str()).chain(tags).chain(runs).flat_map(|text| stems(text, language)) {
                *peer.postings.entry(stem).or_default().entry(number).or_default() += 1;
                length += 1.0;
            }
            peer.ids.push(id(&document.path));
            peer.lengths.push(length);
        }
        peer
    }

    /// The best documents for a query, with their scores.
    pub(crate) fn ask(&self, text: &str, most: usize) -> Vec<(String, f64)> {
        let all = self.ids.len() as f64;
        let average = self.lengths.iter().sum::<f64>() / all.max(1.0);
        let mut scores: BTreeMap<usize, f64> = BTreeMap::new();
        for postings in stems(text, self.language).iter().filter_map(|stem| self.postings.get(stem)) {
            let holding = postings.len() as f64;
            let rarity = (1.0 + (all - holding + 0.5) / (holding + 0.5)).ln();
            for (number, count) in postings {
                let count = f64::from(*count);
                let damped = count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * self.lengths[*number] / average));
                *scores.entry(*number).or_default() += rarity * damped;
            }
        }
        let mut found: Vec<(String, f64)> = scores.into_iter().map(|(number, score)| (self.ids[number].clone(), score)).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        found.truncate(most);
        found
    }
}

/// The stems of a text: of what lies between anything that is no letter or digit.
fn stems(text: &str, language: Language) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).map(|word| stem_term(&word, language).unwrap_or(word)).collect()
}
