//! The words of a community, from the index's dictionaries.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use crate::base::nearest::Typed;
use crate::base::typing_error::is_typing_error;
use crate::model::query::ast::Query;
use crate::model::query::zone::Zone;
use crate::text::words::{Language, stem_term};

use super::bits::Bits;
use super::broken::Broken;
use super::candidates::found;
use super::filter::add;
use super::leaf::read;
use super::schema::FIELDS;
use super::state::{Bound, State};

/// So many words are proposed for one that was mistyped.
const CORRECTIONS: usize = 3;

/// For so many words that are nowhere the nearest is looked for.
pub const LOOKED_UP: usize = 64;

/// How documents have a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many have it.
    pub documents: u32,
    /// How many of them have it in the title.
    pub titles: u32,
    /// How many of the others have it in a tag or another name.
    pub labels: u32,
    /// How many have it more than twice.
    pub often: u32,
}

/// What one document has of a word.
#[derive(Clone, Copy, Default)]
struct Here {
    times: u32,
    title: bool,
    label: bool,
}

impl State {
    /// Every word, folded, of the documents that a query finds, with how they have it.
    pub(super) fn words(&self, query: &Query) -> Result<BTreeMap<String, Tally>, Broken> {
        let mut words = BTreeMap::new();
        for bound in &self.volumes {
            let wanted = found(query, bound)?;
            if wanted.count() > 0 {
                count(bound, &wanted, &mut words)?;
            }
        }
        Ok(words)
    }

    /// For each of some words the nearest of which it may be a typing error, in folded spelling; of equally near ones that of most documents.
    /// Nothing for a word that is there, and for one that no other is near to.
    ///
    /// Which words are near is seen in the dictionaries alone. In how many documents they are is counted for those few, since a word whose
    /// documents are gone is still in a dictionary.
    pub(super) fn near(&self, typed: &[String]) -> Result<Vec<Option<String>>, Broken> {
        let mut strangers = Vec::new();
        let mut count = 0;
        for word in typed {
            let is_stranger = count < LOOKED_UP && self.documents_with(word)? == 0;
            count += usize::from(is_stranger);
            strangers.push(is_stranger.then(|| (word, Typed::new(word), BTreeMap::new())));
        }
        if strangers.iter().any(Option::is_some) {
            self.each_word(None, |word| {
                for (typed, slip, near) in strangers.iter_mut().flatten() {
                    if let Some(nearness) = slip.nearness(word)
                        && is_typing_error(typed, word)
                    {
                        near.entry(word.to_owned()).or_insert(nearness);
                    }
                }
            })?;
        }
        strangers.into_iter().map(|stranger| stranger.map_or(Ok(None), |(.., near)| self.nearest(near))).collect()
    }

    /// Words for one that is in no document, so near that it can hardly be anything but a typing error; the nearest first, of equally near
    /// ones those of more documents.
    pub(super) fn corrections(&self, typed: &str) -> Result<Vec<String>, Broken> {
        // A number or a name with digits is not a word that was mistyped.
        if !typed.chars().all(char::is_alphabetic) || self.is_there(typed)? {
            return Ok(Vec::new());
        }
        let slip = Typed::new(typed);
        let mut near: BTreeMap<String, usize> = BTreeMap::new();
        // What it may be a slip for begins alike, or with its second letter.
        let letters: Vec<char> = typed.chars().take(2).collect();
        self.each_word(Some(&letters), |word| {
            if let Some(slips) = slip.slips(word)
                && word.chars().all(char::is_alphabetic)
            {
                near.insert(word.to_owned(), slips);
            }
        })?;
        let mut counted = Vec::new();
        for (word, slips) in near {
            let documents = self.documents_with(&word)?;
            counted.extend((documents > 0).then_some((slips, std::cmp::Reverse(documents), word)));
        }
        counted.sort();
        counted.truncate(CORRECTIONS);
        Ok(counted.into_iter().map(|(.., word)| word).collect())
    }

    /// Whether a document has a word in whatever inflection.
    pub(super) fn is_there(&self, word: &str) -> Result<bool, Broken> {
        if self.documents_with(word)? > 0 {
            return Ok(true);
        }
        for form in self.forms_of(word)? {
            if self.documents_with(&form)? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A word, and the others of the documents with its stem.
    pub(super) fn forms_of(&self, word: &str) -> Result<BTreeSet<String>, Broken> {
        let mut forms = BTreeSet::from([word.to_owned()]);
        for stem in Language::STEMMED.iter().filter_map(|language| stem_term(word, *language)) {
            for bound in &self.volumes {
                forms.extend(bound.volume.forms.of(&stem)?);
            }
        }
        Ok(forms)
    }

    /// The nearest of some words that is in a document.
    fn nearest(&self, near: BTreeMap<String, f64>) -> Result<Option<String>, Broken> {
        let mut near: Vec<(String, f64)> = near.into_iter().collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        for equal in near.chunk_by(|a, b| a.1.total_cmp(&b.1).is_eq()) {
            let mut best = (0, None);
            for (word, _) in equal {
                let documents = self.documents_with(word)?;
                if documents > best.0 {
                    best = (documents, Some(word));
                }
            }
            if let (_, Some(word)) = best {
                return Ok(Some(word.clone()));
            }
        }
        Ok(None)
    }

    /// How many documents have a word, in whichever zone.
    pub(super) fn documents_with(&self, word: &str) -> Result<u32, Broken> {
        let mut count = 0;
        for bound in &self.volumes {
            count += having(bound, word)?.count();
        }
        Ok(count)
    }

    /// The languages with stems in which documents have a word as it is written.
    pub(super) fn languages(&self, word: &str) -> Result<Vec<Language>, Broken> {
        let mut found = Vec::new();
        for language in Language::STEMMED {
            for bound in &self.volumes {
                if !found.contains(&language) && is_in(bound, word, language)? {
                    found.push(language);
                }
            }
        }
        Ok(found)
    }

    /// Calls `each` for every word in a dictionary, some of them several times; with letters, for those that begin with one of them, and some
    /// others, as [`Forms::each_word_with`](super::forms::Forms::each_word_with) does.
    fn each_word(&self, letters: Option<&[char]>, mut each: impl FnMut(&str)) -> Result<(), Broken> {
        for bound in &self.volumes {
            let forms = &bound.volume.forms;
            let is_listed = match letters {
                Some(letters) => forms.each_word_with(letters, &mut each)?,
                None => forms.each_word(&mut each)?,
            };
            if is_listed {
                continue;
            }
            for zone in FIELDS.zones {
                let index = bound.volume.reader.inverted_index(zone)?;
                let mut terms = index.terms().stream()?;
                while terms.advance() {
                    each(std::str::from_utf8(terms.key()).map_err(Broken::new)?);
                }
            }
        }
        Ok(())
    }
}

/// The zones, those first in which words are likeliest to be.
const LIKELIEST: [Zone; Zone::COUNT] = [Zone::Body, Zone::Code, Zone::Heading, Zone::Title, Zone::Label];

/// Whether a document of a volume that is in a language has a word as it is written.
pub(super) fn is_in(bound: &Bound, word: &str, language: Language) -> Result<bool, Broken> {
    for zone in LIKELIEST {
        let Some(field) = FIELDS.zones.get(zone.place()) else { continue };
        let index = bound.volume.reader.inverted_index(*field)?;
        let Some(mut postings) = read(&index, word.as_bytes(), IndexRecordOption::Basic)? else { continue };
        let mut doc = postings.doc();
        while doc != TERMINATED {
            if bound.alive.contains(doc) && bound.volume.language(doc) == language {
                return Ok(true);
            }
            doc = postings.advance();
        }
    }
    Ok(false)
}

/// The documents of a volume that are there and have a word, in whichever zone.
pub(super) fn having(bound: &Bound, word: &str) -> Result<Bits, Broken> {
    let mut bits = Bits::new(bound.volume.documents);
    for zone in FIELDS.zones {
        let index = bound.volume.reader.inverted_index(zone)?;
        if let Some(postings) = read(&index, word.as_bytes(), IndexRecordOption::Basic)? {
            add(&mut bits, postings);
        }
    }
    bits.keep(&bound.alive);
    Ok(bits)
}

/// Adds the words of some documents of a volume.
fn count(bound: &Bound, wanted: &Bits, words: &mut BTreeMap<String, Tally>) -> Result<(), Broken> {
    let indexes = FIELDS.zones.iter().map(|zone| bound.volume.reader.inverted_index(*zone)).collect::<Result<Vec<_>, _>>()?;
    // A document that has a word in several zones counts once, so the dictionaries are gone through side by side.
    let mut zones = Vec::new();
    for (zone, index) in Zone::ALL.iter().zip(&indexes) {
        let mut terms = index.terms().stream()?;
        if terms.advance() {
            zones.push((*zone, index, terms));
        }
    }
    let mut holding: HashMap<u32, Here> = HashMap::new();
    let mut word = Vec::new();
    while let Some(least) = zones.iter().map(|(.., terms)| terms.key()).min() {
        word.clear();
        word.extend_from_slice(least);
        holding.clear();
        for (zone, index, terms) in zones.iter_mut().filter(|(.., terms)| terms.key() == word) {
            let mut postings = index.read_postings_from_terminfo(terms.value(), IndexRecordOption::WithFreqs)?;
            while postings.doc() != TERMINATED {
                if wanted.contains(postings.doc()) {
                    let here = holding.entry(postings.doc()).or_default();
                    here.times += postings.term_freq();
                    here.title |= *zone == Zone::Title;
                    here.label |= *zone == Zone::Label;
                }
                postings.advance();
            }
        }
        zones.retain_mut(|(.., terms)| terms.key() != word || terms.advance());
        if !holding.is_empty() {
            let tally = words.entry(std::str::from_utf8(&word).map_err(Broken::new)?.to_owned()).or_default();
            for here in holding.values() {
                tally.add(*here);
            }
        }
    }
    Ok(())
}

impl Tally {
    fn add(&mut self, here: Here) {
        self.documents += 1;
        self.titles += u32::from(here.title);
        self.labels += u32::from(here.label && !here.title);
        self.often += u32::from(here.times > 2);
    }
}
