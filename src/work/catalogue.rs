//! What there is to find, asked through the session.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::error::Result;
use crate::base::fold::fold;
use crate::model::history::Identity;
use crate::model::query::ast::{Filter, Node, Query};
use crate::model::query::card::Card;
use crate::model::query::of_kinds;
use crate::model::query::order::Order;
use crate::model::query::rank;
use crate::model::query::term::{self, ValueType};
use crate::store::index::{self, Index, Sort, Tally};
use crate::text::words::surfaces;

use super::page::Page;
use super::session::Session;

/// So many near words are told.
const NEAR: usize = 5;

/// A page of what was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How many documents there are in all: of a short query with every word, or with any where `relaxed`; of a long one with any.
    pub total: usize,
    /// No document has every word of a short query.
    pub relaxed: bool,
    /// The documents of the page with their scores; without a score where nothing ranks.
    pub cards: Vec<(Card, Option<f64>)>,
}

/// The documents that a query finds.
///
/// # Errors
/// There is no way to make an index, not even in memory.
pub fn find(session: &Session, query: &Query, page: Page) -> Result<Found> {
    let ranked = !query.is_unranked();
    let order = page.order.unwrap_or(if ranked { Order::Score } else { Order::Newest });
    let sort = match order {
        Order::Score => Some(Sort::Best),
        Order::Newest => Some(Sort::Created),
        Order::Updated => Some(Sort::Updated),
        // The index does not keep these orders.
        Order::Oldest | Order::Reviewed | Order::Title => None,
    };
    let limit = page.limit.unwrap_or(usize::MAX);
    let wanted = sort.map_or_else(index::Page::all, |sort| index::Page { skip: page.offset, most: limit, sort });
    let found = session.ask(|index, source| index.search(source, query, wanted))?;
    let mut cards: Vec<(Card, Option<f64>)> = found.hits.into_iter().map(|hit| (hit.card, ranked.then_some(hit.score))).collect();
    if sort.is_none() {
        cards.sort_by(|a, b| compare(order, &a.0, &b.0));
        cards = cards.into_iter().skip(page.offset).take(limit).collect();
    }
    // Nobody means every word of a sentence, so of a long query each document counts that has any.
    let demands_every = rank::is_tiered(query) || query.wanted.is_empty();
    let (total, relaxed) = if demands_every { (found.total, found.relaxed) } else { (found.found, false) };
    Ok(Found { total: if relaxed { found.found } else { total }, relaxed, cards })
}

/// The front-matter keys that can be asked for, with how their values are compared.
///
/// # Errors
/// As [`find`].
pub fn keys(session: &Session) -> Result<Vec<(String, ValueType)>> {
    let mut keys = of_kinds::keys(&session.settings().kinds);
    for key in session.ask(Index::keys)?.into_keys() {
        keys.entry(key).or_insert(ValueType::Text);
    }
    Ok(keys.into_iter().collect())
}

/// Whether any document has a value under a key.
///
/// # Errors
/// As [`find`].
pub fn has_value(session: &Session, key: &str, value: &str) -> Result<bool> {
    let key = term::key(key);
    Ok(values(session, &key)?.contains(&term::value(&key, ValueType::Text, value)))
}

/// The terms of all values that documents have under a key.
///
/// # Errors
/// As [`find`].
pub fn values(session: &Session, key: &str) -> Result<BTreeSet<String>> {
    let values = session.ask(|index, source| index.values(source, key))?;
    Ok(values.into_keys().map(|value| format!("{key}={value}")).collect())
}

/// The handle of who asks, by what their git says.
pub fn me(session: &Session) -> Option<String> {
    // Without a repository git still knows who somebody is.
    let (name, email) = session.identity();
    session.people().by_identity(&Identity { name: name?, email: email? }).map(|member| member.handle.clone())
}

/// The handle of a member who is meant by a handle, a name, or a part of a name that only they have.
pub fn handle_of(session: &Session, typed: &str) -> Option<String> {
    let people = session.people();
    if let Some(member) = people.by_handle(typed) {
        return Some(member.handle.clone());
    }
    let wanted = fold(typed.trim()).into_owned();
    let is_meant = |name: &str| *name == *wanted || name.split_whitespace().any(|part| part == wanted);
    let named: Vec<_> = people.members().iter().filter(|member| is_meant(&fold(&member.name))).collect();
    if let [one] = named.as_slice() { Some(one.handle.clone()) } else { None }
}

/// The title of the document with a ref, the last parts of one, or a path.
pub fn title_of(session: &Session, reference: &str) -> Option<String> {
    let name = reference.trim_start_matches("../").trim_start_matches("./");
    let terms = ["ref", "path"].map(|key| term::value(key, ValueType::Text, name)).to_vec();
    let query = Query { must: vec![Node::Filter(Filter::OneOf(terms))], ..Query::default() };
    let page = Page { limit: Some(1), ..Page::default() };
    find(session, &query, page).ok()?.cards.pop().map(|(card, _)| card.title)
}

/// Every word, folded, of the documents that a query finds, with how they have it.
///
/// # Errors
/// As [`find`].
pub fn words(session: &Session, query: &Query) -> Result<BTreeMap<String, Tally>> {
    session.ask(|index, source| index.words(source, query))
}

/// Words of the community that are nearly those of a text which are not among them; of equally near ones those of most documents.
pub fn near_words(session: &Session, text: &str) -> Vec<String> {
    let words = surfaces(text);
    let near = near_each(session, words.iter().map(String::as_str));
    let mut told = Vec::new();
    for near in words.iter().filter_map(|word| near.get(word)) {
        if !told.contains(near) && told.len() < NEAR {
            told.push(near.clone());
        }
    }
    told
}

/// For words, folded, that are not among those of the community the nearest that is.
pub(super) fn near_each<'w>(session: &Session, words: impl Iterator<Item = &'w str>) -> BTreeMap<String, String> {
    let mut seen = BTreeSet::new();
    let long: Vec<String> = words.filter(|word| word.chars().count() > 3 && seen.insert(*word)).map(str::to_owned).collect();
    if long.is_empty() {
        return BTreeMap::new();
    }
    let near = session.ask(|index, source| index.near(source, &long)).unwrap_or_default();
    long.into_iter().zip(near).filter_map(|(word, near)| Some((word, near?))).collect()
}

/// Which of two documents comes first in an order, where nothing ranks them also in that of the best; equals in the order of their paths.
pub(super) fn compare(order: Order, a: &Card, b: &Card) -> Ordering {
    let made = |card: &Card| card.created.or(card.updated);
    let newest = |a: &Card, b: &Card| made(b).cmp(&made(a));
    let first = match order {
        Order::Score | Order::Newest => newest(a, b),
        // What has no date stands behind what has one, in this order too.
        Order::Oldest => made(a).is_none().cmp(&made(b).is_none()).then_with(|| newest(b, a)),
        Order::Updated => b.updated.cmp(&a.updated),
        Order::Reviewed => {
            let stood = |card: &Card| card.reviewed.or(card.created).or(card.updated);
            // What nothing is known of comes last.
            (stood(a).is_none(), stood(a)).cmp(&(stood(b).is_none(), stood(b)))
        }
        Order::Title => fold(&a.title).cmp(&fold(&b.title)),
    };
    first.then_with(|| a.path.cmp(&b.path))
}
