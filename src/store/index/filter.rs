//! Which documents of a volume meet a filter, and which filter terms there are.

use std::collections::{BTreeMap, HashSet};

use tantivy::postings::SegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use crate::base::date::Date;
use crate::model::query::ast::{Filter, Node, Query};
use crate::model::query::entry::{each_name, is_called};

use super::bits::Bits;
use super::broken::Broken;
use super::leaf::read;
use super::schema::FIELDS;
use super::state::Bound;

/// The filters of a query with what meets them in one volume.
#[derive(Debug)]
pub(super) struct Filters<'q> {
    met: Vec<(&'q Filter, Bits)>,
    /// The documents that are there and meet every filter that stands by itself: no other can be found.
    pub among: Bits,
}

impl<'q> Filters<'q> {
    /// Looks up every filter of a query.
    pub(super) fn of(query: &'q Query, bound: &Bound) -> Result<Self, Broken> {
        let mut filters = Vec::new();
        let mut each = |filter| filters.push(filter);
        query.must.iter().chain(&query.wanted).for_each(|node: &Node| node.each_filter(&mut each));
        // What documents are called is in no dictionary, so it is asked of those alone that meet all else which a document must.
        let (named, others): (Vec<&Filter>, Vec<&Filter>) = filters.into_iter().partition(|filter| is_of_names(filter));
        let met = others.into_iter().map(|filter| Ok::<_, Broken>((filter, meeting(filter, bound)?)));
        let mut met: Vec<(&Filter, Bits)> = met.collect::<Result<_, _>>()?;
        let is_demanded = |filter: &Filter| query.must.iter().any(|node| matches!(node, Node::Filter(one) if std::ptr::eq(one, filter)));
        let mut among = Bits::clone(&bound.alive);
        met.iter().filter(|(filter, _)| is_demanded(filter)).for_each(|(_, bits)| among.keep(bits));
        for filter in named {
            let mut bits = meeting(filter, bound)?;
            called(filter, bound, &among, &mut bits);
            if is_demanded(filter) {
                among.keep(&bits);
            }
            met.push((filter, bits));
        }
        Ok(Self { met, among })
    }

    /// The documents that meet a filter of the query.
    pub(super) fn meeting(&self, filter: &Filter) -> Option<&Bits> {
        self.met.iter().find(|(known, _)| std::ptr::eq(*known, filter)).map(|(_, bits)| bits)
    }

    /// Whether a document meets a filter of the query.
    pub(super) fn meets(&self, filter: &Filter, doc: u32) -> bool {
        self.meeting(filter).is_some_and(|bits| bits.contains(doc))
    }
}

fn meeting(filter: &Filter, bound: &Bound) -> Result<Bits, Broken> {
    let mut bits = Bits::new(bound.volume.documents);
    match filter {
        Filter::OneOf(terms) => {
            let index = bound.volume.reader.inverted_index(FIELDS.terms)?;
            for term in terms {
                if let Some(postings) = read(&index, term.as_bytes(), IndexRecordOption::Basic)? {
                    add(&mut bits, postings);
                }
            }
        }
        Filter::StartsWith(start) => {
            let within = |term: &[u8]| term.starts_with(start.as_bytes());
            each_term(bound, start, within, |_, postings| add(&mut bits, postings))?;
        }
        Filter::Between(from, to) => {
            let within = |term: &[u8]| term <= to.as_bytes();
            each_term(bound, from, within, |_, postings| add(&mut bits, postings))?;
        }
    }
    bits.keep(&bound.alive);
    Ok(bits)
}

/// When the text of a document that meets a filter last changed; `None` where none does, or nobody knows. Not for filters of names.
pub(super) fn latest(volumes: &[Bound], filter: &Filter) -> Result<Option<Date>, Broken> {
    let mut latest = None;
    for bound in volumes {
        let days = meeting(filter, bound)?.iter().filter_map(|doc| bound.volume.record(doc).updated).max();
        latest = latest.max(days);
    }
    Ok(latest.and_then(Date::from_days))
}

/// So few names are compared one by one.
const FEW: usize = 8;

/// Adds those of some documents that a filter finds by what they are called.
fn called(filter: &Filter, bound: &Bound, among: &Bits, bits: &mut Bits) {
    // What a document links to may be many names, and every document has several.
    let wanted: HashSet<&str> = match filter {
        Filter::OneOf(terms) if terms.len() > FEW => terms.iter().map(String::as_str).collect(),
        Filter::OneOf(_) | Filter::StartsWith(_) | Filter::Between(..) => HashSet::new(),
    };
    for doc in among.iter() {
        let (reference, path) = bound.volume.names(doc);
        let is_met = match filter {
            Filter::OneOf(terms) if terms.len() <= FEW => is_called(reference, path, terms),
            Filter::OneOf(_) => any_name(reference, path, |name| wanted.contains(name)),
            Filter::StartsWith(_) | Filter::Between(..) => any_name(reference, path, |name| filter.is_met_by(name)),
        };
        if is_met {
            bits.insert(doc);
        }
    }
}

fn any_name(reference: &str, path: &str, is_it: impl Fn(&str) -> bool) -> bool {
    let mut any = false;
    each_name(reference, path, |name| any = any || is_it(name));
    any
}

/// Whether a filter asks for what documents are called, which no dictionary has.
fn is_of_names(filter: &Filter) -> bool {
    let is_name = |term: &String| NAMES.iter().any(|key| term.starts_with(key));
    match filter {
        Filter::OneOf(terms) => terms.iter().any(is_name),
        Filter::StartsWith(start) => is_name(start),
        Filter::Between(from, _) => is_name(from),
    }
}

/// How the terms of names begin.
const NAMES: [&str; 2] = ["path=", "ref="];

/// Adds the documents of a list.
pub(super) fn add(bits: &mut Bits, mut postings: SegmentPostings) {
    let mut doc = postings.doc();
    while doc != TERMINATED {
        bits.insert(doc);
        doc = postings.advance();
    }
}

/// Goes through the filter terms of a volume from one on, as long as they are within.
fn each_term(
    bound: &Bound,
    from: &str,
    within: impl Fn(&[u8]) -> bool,
    mut each: impl FnMut(&[u8], SegmentPostings),
) -> Result<(), Broken> {
    let index = bound.volume.reader.inverted_index(FIELDS.terms)?;
    let mut terms = index.terms().range().ge(from).into_stream()?;
    while terms.advance() && within(terms.key()) {
        let postings = index.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?;
        each(terms.key(), postings);
    }
    Ok(())
}

/// The filter terms that begin so, less that beginning, with how many documents have each.
pub(super) fn terms(volumes: &[Bound], start: &str) -> Result<BTreeMap<String, u32>, Broken> {
    let mut found = BTreeMap::new();
    for bound in volumes {
        let within = |term: &[u8]| term.starts_with(start.as_bytes());
        let all_are_there = bound.alive.count() == bound.volume.documents;
        each_term(bound, start, within, |term, postings| {
            // Where no document is gone, the dictionary knows how many have a term.
            let count = if all_are_there {
                postings.doc_freq()
            } else {
                let mut bits = Bits::new(bound.volume.documents);
                add(&mut bits, postings);
                bits.keep(&bound.alive);
                bits.count()
            };
            let rest = std::str::from_utf8(&term[start.len()..]);
            if let Some(rest) = rest.ok().filter(|_| count > 0) {
                *found.entry(rest.to_owned()).or_default() += count;
            }
        })?;
        for doc in bound.alive.iter().filter(|_| NAMES.contains(&start)) {
            let (reference, path) = bound.volume.names(doc);
            each_name(reference, path, |name| {
                if let Some(rest) = name.strip_prefix(start) {
                    *found.entry(rest.to_owned()).or_default() += 1;
                }
            });
        }
    }
    Ok(found)
}
