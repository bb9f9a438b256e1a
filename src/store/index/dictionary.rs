//! The words of a community, from the index's dictionaries.

use std::collections::{BTreeMap, HashMap};

use tantivy::postings::{Postings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use crate::model::query::ast::Query;
use crate::model::query::zone::Zone;

use super::bits::Bits;
use super::broken::Broken;
use super::find::found;
use super::schema::FIELDS;
use super::state::{Bound, State};

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
}

/// Adds the words of some documents of a volume.
fn count(bound: &Bound, wanted: &Bits, words: &mut BTreeMap<String, Tally>) -> Result<(), Broken> {
    let indexes = FIELDS.zones.iter().map(|zone| bound.volume.reader.inverted_index(*zone)).collect::<Result<Vec<_>, _>>()?;
    // A document that has a word in several zones counts once, so a word's lists are read together.
    let mut lists: BTreeMap<Vec<u8>, Vec<(Zone, TermInfo)>> = BTreeMap::new();
    for (zone, index) in Zone::ALL.iter().zip(&indexes) {
        let mut terms = index.terms().stream()?;
        while terms.advance() {
            lists.entry(terms.key().to_vec()).or_default().push((*zone, terms.value().clone()));
        }
    }
    let mut holding: HashMap<u32, Here> = HashMap::new();
    for (word, zones) in lists {
        holding.clear();
        for (zone, info) in zones {
            let mut postings = indexes[zone.place()].read_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?;
            while postings.doc() != TERMINATED {
                if wanted.contains(postings.doc()) {
                    let here = holding.entry(postings.doc()).or_default();
                    here.times += postings.term_freq();
                    here.title |= zone == Zone::Title;
                    here.label |= zone == Zone::Label;
                }
                postings.advance();
            }
        }
        if !holding.is_empty() {
            let tally = words.entry(String::from_utf8(word).map_err(Broken::new)?).or_default();
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
