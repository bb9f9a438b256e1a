//! The words of a community, from the index's dictionaries.

use std::collections::BTreeMap;

use tantivy::DocSet;
use tantivy::TERMINATED;
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;

use crate::model::query::ast::Query;

use super::bits::Bits;
use super::broken::Broken;
use super::find::found;
use super::schema::FIELDS;
use super::state::{Bound, State};

impl State {
    /// Every word, folded, of the documents that a query finds, with how many of them have it.
    pub(super) fn words(&self, query: &Query) -> Result<BTreeMap<String, u32>, Broken> {
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
fn count(bound: &Bound, wanted: &Bits, words: &mut BTreeMap<String, u32>) -> Result<(), Broken> {
    let indexes = FIELDS.zones.iter().map(|zone| bound.volume.reader.inverted_index(*zone)).collect::<Result<Vec<_>, _>>()?;
    // A document that has a word in several zones counts once, so a word's lists are read together.
    let mut lists: BTreeMap<Vec<u8>, Vec<(usize, TermInfo)>> = BTreeMap::new();
    for (zone, index) in indexes.iter().enumerate() {
        let mut terms = index.terms().stream()?;
        while terms.advance() {
            lists.entry(terms.key().to_vec()).or_default().push((zone, terms.value().clone()));
        }
    }
    for (word, zones) in lists {
        let mut holding = Bits::new(bound.volume.documents);
        for (zone, info) in zones {
            let mut postings = indexes[zone].read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
            while postings.doc() != TERMINATED {
                holding.insert(postings.doc());
                postings.advance();
            }
        }
        holding.keep(wanted);
        let (count, word) = (holding.count(), String::from_utf8(word).map_err(Broken::new)?);
        if count > 0 {
            *words.entry(word).or_default() += count;
        }
    }
    Ok(())
}
