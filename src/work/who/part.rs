//! The part of a community that tells who knows about a topic: what was found, the answers to the questions among it, the questions of the
//! answers among it, and all members.

use std::collections::BTreeMap;

use crate::base::error::Result;
use crate::model::community::Community;
use crate::model::kind::Capability;
use crate::model::kinds::{Claim, folders_of_children};
use crate::model::query::ast::{Filter, Node, Query};
use crate::model::query::card::Card;
use crate::model::query::term::{self, ValueType};
use crate::store::workspace::load::{self, Claimed};
use crate::work::catalogue;
use crate::work::page::Page;
use crate::work::session::Session;

/// A part of a community.
pub(super) struct Part {
    /// Its documents.
    pub(super) community: Community,
    /// How well each fits the topic, from 0 to 1, by its place.
    pub(super) fits: Vec<f64>,
}

/// The part of a community that documents make which fit so well.
///
/// # Errors
/// The index can't be asked.
pub(super) fn of(session: &Session, found: &[(Card, f64)]) -> Result<Part> {
    let mut cards: BTreeMap<String, (Card, f64)> = found.iter().map(|(card, fit)| (card.path.clone(), (card.clone(), *fit))).collect();
    // Whoever answered a question knows about it, whatever words the answer has.
    let below: Vec<(String, f64)> = found
        .iter()
        .filter(|(card, _)| card.answers.is_some_and(|answers| answers > 0))
        .flat_map(|(card, fit)| folders_of_children(&card.path).map(|folder| (format!("{folder}/"), *fit)))
        .collect();
    for card in beginning(session, below.iter().map(|(folder, _)| folder.as_str()))? {
        let fits = below.iter().filter(|(folder, _)| card.path.starts_with(folder.as_str())).map(|(_, fit)| *fit);
        let fit = fits.fold(0.0, f64::max);
        let one = cards.entry(card.path.clone()).or_insert((card, 0.0));
        one.1 = one.1.max(fit);
    }
    // An answer is called by its question, which says too whether it was the one.
    let is_child = |card: &Card| session.settings().kinds.named(&card.kind).is_some_and(|kind| kind.parent.is_some());
    let folders = found.iter().filter(|(card, _)| is_child(card)).filter_map(|(card, _)| card.path.rsplit_once('/'));
    let starts: Vec<String> = folders.map(|(folder, _)| format!("{folder}.")).collect();
    for card in beginning(session, starts.iter().map(String::as_str))? {
        cards.entry(card.path.clone()).or_insert((card, 0.0));
    }
    for card in members(session)? {
        cards.entry(card.path.clone()).or_insert((card, 0.0));
    }
    let claimed = cards.values().filter_map(|(card, _)| claimed(session, card)).collect();
    let community = load::part(session.dir(), session.settings().clone(), claimed);
    let fits = community.documents().iter().map(|document| cards.get(&document.path).map_or(0.0, |(_, fit)| *fit)).collect();
    Ok(Part { community, fits })
}

/// The documents whose paths begin with one of these.
fn beginning<'p>(session: &Session, starts: impl Iterator<Item = &'p str>) -> Result<Vec<Card>> {
    let starts: Vec<&str> = starts.collect();
    if starts.is_empty() {
        return Ok(Vec::new());
    }
    let start = |start: &&str| Node::Filter(Filter::StartsWith(term::value("path", ValueType::Text, start)));
    let found = filtered(session, Node::Or(starts.iter().map(start).collect()))?;
    // A term is folded, and of a very long path it is only the beginning.
    Ok(found.into_iter().filter(|card| starts.iter().any(|start| card.path.starts_with(start))).collect())
}

/// All members.
fn members(session: &Session) -> Result<Vec<Card>> {
    let kinds = session.settings().kinds.all().iter().filter(|kind| kind.has(Capability::Person));
    filtered(session, Node::Filter(Filter::OneOf(kinds.map(|kind| term::value("kind", ValueType::Text, &kind.name)).collect())))
}

fn filtered(session: &Session, node: Node) -> Result<Vec<Card>> {
    let query = Query { must: vec![node], ..Query::default() };
    Ok(catalogue::find(session, &query, Page::default())?.cards.into_iter().map(|(card, _)| card).collect())
}

/// What the index knows a file as.
fn claimed(session: &Session, card: &Card) -> Option<Claimed> {
    let kind = session.settings().kinds.all().iter().position(|kind| kind.name == card.kind)?;
    let (_, slug) = card.reference.split_once('/')?;
    Some(Claimed { path: card.path.clone(), claim: Claim { kind, slug: slug.to_owned() } })
}
