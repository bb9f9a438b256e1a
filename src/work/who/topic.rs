//! What somebody wants to know about: words, a tag or a document, and the documents that it is told by.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::error::{Error, ErrorKind, Result};
use crate::model::document::Document;
use crate::model::kind::Capability;
use crate::model::query::args::from_args;
use crate::model::query::ast::{Filter, Node, Query};
use crate::model::query::card::Card;
use crate::model::query::parse::parse;
use crate::model::query::term::{self, ValueType};
use crate::model::targets::join;
use crate::msg;
use crate::text::markdown::decode;
use crate::work::catalogue::{self, Found};
use crate::work::knowers;
use crate::work::meaning::Words;
use crate::work::named;
use crate::work::page::Page;
use crate::work::search::{self, Filters};
use crate::work::session::Session;
use crate::work::telling::{Word, telling};

use super::called::{self, Asked, Otherwise};
use super::weighty;

/// So many of the best documents tell who knows; those after them say next to nothing.
const BEST: usize = 100;
/// So many of a tag's documents tell it, the newest.
const TAGGED: usize = 300;
/// How well a document fits at least that has the tag which the words are.
const HAS_TAG: f64 = 0.7;
/// How well a document fits that another links to, and one that has all of its tags.
const LINKED: f64 = 0.25;
const SAME_TAGS: f64 = 0.05;
/// So many documents with the same tags count.
const ALIKE: usize = 20;
/// What is left of how well a document fits that is called by more words than these, where one is called by them alone.
const AMONG_OTHERS: f64 = 0.5;
/// What is left of how well a document fits that only speaks of what others are called by.
const IN_PASSING: f64 = 0.1;
/// What is left of how well a document fits that no longer holds.
const RETIRED: f64 = 0.5;

/// Documents with how well each fits, and whether none has every word.
type Matching = (Vec<(Card, f64)>, bool);

/// What is asked about.
#[derive(Debug, Default)]
pub(super) struct Topic {
    /// What it is called.
    pub(super) name: String,
    /// The documents that it is told by, each with how well it fits, from 0 to 1.
    pub(super) found: Vec<(Card, f64)>,
    /// The paths of those that are called so: they have all its words in their title, other names or tags, or are the document itself.
    pub(super) called: BTreeSet<String>,
    /// No document has every word.
    pub(super) relaxed: bool,
    /// The tags that are it; who says that all of these interest them is interested.
    pub(super) tags: BTreeSet<String>,
    /// Its words; who says them all of themselves is interested. None for a document.
    pub(super) words: Vec<Word>,
    /// What it is called can be the title of a question.
    pub(super) can_be_asked: bool,
    /// It is a document; the others are told of because they are tied to it.
    pub(super) is_document: bool,
}

impl Topic {
    /// What was typed: `#mail`, a document, or words as `search` takes them.
    ///
    /// # Errors
    /// It is a person, or a query that means nothing.
    pub(super) fn of(session: &Session, typed: &[String]) -> Result<Self> {
        let text = typed.join(" ");
        let text = text.trim();
        if text.is_empty() {
            return Err(Error::new(ErrorKind::Usage, msg!("who-nothing-asked")).hint(msg!("who-nothing-asked-help")));
        }
        if let Some(tag) = text.strip_prefix('#').filter(|tag| !tag.trim().is_empty()) {
            return Self::tag(session, tag.trim());
        }
        if let Some(handle) = text.strip_prefix('@') {
            let at = named::document(session, &format!("@{handle}"))?;
            return Err(person(session.community().documents()[at].handle()));
        }
        let is_tag = weighty::tag(session, text, &[])?.is_some();
        if !is_tag && let Some(member) = session.people().named(text) {
            return Err(person(&member.handle));
        }
        if !is_tag && let Some(document) = document(session, text)? {
            return Self::document(session, &document);
        }
        Self::words(session, text, &from_args(typed))
    }

    fn tag(session: &Session, tag: &str) -> Result<Self> {
        let found = tagged(session, &[tag], TAGGED)?;
        let name = session.settings().tag_name(tag);
        let found = found.cards.into_iter().map(|(card, _)| fit(card, 1.0)).collect();
        Ok(Self {
            name: format!("#{name}"),
            found: without_people(session, found),
            tags: [name].into(),
            can_be_asked: true,
            ..Self::default()
        })
    }

    fn words(session: &Session, name: &str, text: &str) -> Result<Self> {
        let query = search::meant(session, text, &Filters::default())?;
        if query.is_empty() {
            return Err(Error::new(ErrorKind::Usage, msg!("who-nothing-asked")).hint(msg!("who-nothing-asked-help")));
        }
        Self::meant(session, name, &query)
    }

    /// What somebody searches for.
    pub(super) fn searched(session: &Session, text: &str, query: &Query) -> Result<Self> {
        Self::meant(session, text.trim(), query)
    }

    fn meant(session: &Session, name: &str, query: &Query) -> Result<Self> {
        let is_plain = query.must.is_empty();
        let all = if is_plain { telling(name) } else { Vec::new() };
        let otherwise = called::otherwise(query);
        let (words, (mut found, relaxed)) = asked_about(session, query, all, &otherwise)?;
        let tag = if is_plain { weighty::tag(session, name, &words)? } else { None };
        if let Some(tag) = &tag {
            found = without_people(session, with_tag(session, found, tag)?);
        }
        let asked = Asked { words: &words, otherwise: &otherwise };
        let called = found.iter().filter(|(card, _)| asked.is_called(card)).map(|(card, _)| card.path.clone()).collect();
        Ok(Self {
            name: name.to_owned(),
            found,
            called,
            relaxed: relaxed && tag.is_none(),
            tags: tag.map(|tag| session.settings().tag_name(&tag)).into_iter().collect(),
            can_be_asked: !words.is_empty(),
            words,
            is_document: false,
        })
    }

    /// What documents are about that are like something, and what a query finds that has all of its words; without any, what a title asks about.
    pub(super) fn like(session: &Session, cards: &[Card], title: &str, query: &Query) -> Result<Self> {
        if cards.is_empty() {
            let topic = Self::meant(session, title, query)?;
            let found = if topic.relaxed { Vec::new() } else { without_people(session, topic.found) };
            return Ok(Self { found, called: topic.called, ..Self::default() });
        }
        let (mut found, relaxed) = matching(session, query, Asked { words: &[], otherwise: &[] })?;
        if relaxed {
            found.clear();
        }
        found.retain(|(card, _)| cards.iter().all(|like| like.path != card.path));
        for (_, worth) in &mut found {
            *worth *= IN_PASSING;
        }
        found.extend(cards.iter().map(|card| fit(card.clone(), 1.0)));
        let called = cards.iter().map(|card| card.path.clone()).collect();
        Ok(Self { found: without_people(session, found), called, ..Self::default() })
    }

    /// A document; what it links to, what is said to be related to it and what has the same tags weighs less.
    fn document(session: &Session, document: &Document) -> Result<Self> {
        let kind = session.settings().kinds.at(document.kind);
        if kind.has(Capability::Person) {
            return Err(person(document.handle()));
        }
        let term = |key: &str, text: &str| term::value(key, ValueType::Text, text);
        let mut near: Vec<String> = Vec::new();
        for link in document.markdown.links.iter().filter(|link| !link.opaque) {
            let path = link.target.split(['#', '?']).next().unwrap_or_default();
            near.extend(join(&document.path, &decode(path)).filter(|path| !path.is_empty()).map(|path| term("path", &path)));
        }
        for relation in &document.relations {
            near.push(term("ref", &relation.target));
            near.extend(join(&document.path, &relation.target).map(|path| term("path", &path)));
            // What names this one as the same.
            near.extend([&document.reference, &document.slug].map(|name| term(&term::key(&relation.name), name)));
        }
        let mut fits: BTreeMap<String, (Card, f64)> = BTreeMap::new();
        let mut add = |found: Found, worth: f64| {
            for (card, _) in found.cards {
                let one = fits.entry(card.path.clone()).or_insert_with(|| fit(card, 0.0));
                one.1 = one.1.max(worth);
            }
        };
        let filtered = |terms: Vec<String>, limit: usize| {
            let query = Query { must: vec![Node::Filter(Filter::OneOf(terms))], ..Query::default() };
            catalogue::find(session, &query, Page { limit: Some(limit), ..Page::default() })
        };
        add(filtered(vec![term("path", &document.path)], 1)?, 1.0);
        if !near.is_empty() {
            add(filtered(near, BEST)?, LINKED);
        }
        let tags: Vec<&str> = document.values("tags").iter().map(|tag| tag.text.as_str()).collect();
        if !tags.is_empty() {
            add(tagged(session, &tags, ALIKE)?, SAME_TAGS);
        }
        let found = without_people(session, fits.into_values().collect());
        let tags = tags.into_iter().map(|tag| session.settings().tag_name(tag)).collect();
        let called = [document.path.clone()].into();
        Ok(Self { name: document.title.clone(), found, called, tags, is_document: true, ..Self::default() })
    }
}

/// The words that are asked about, with what matches them. Where no document is called by all of them, those that only ask are left out, and where
/// still none is, those that are what the whole community is about step back behind the others.
fn asked_about(session: &Session, query: &Query, all: Vec<Word>, otherwise: &[Otherwise]) -> Result<(Vec<Word>, Matching)> {
    let found = matching(session, &weighty::only(query, &[]), Asked { words: &all, otherwise })?;
    if is_settled(Asked { words: &all, otherwise }, &found) {
        return Ok((all, found));
    }
    let subject = weighty::subject(&all);
    let (words, found) = fewer(session, query, (all, found), subject, otherwise)?;
    if is_settled(Asked { words: &words, otherwise }, &found) {
        return Ok((words, found));
    }
    let rare = weighty::rare(session, words.clone())?;
    fewer(session, query, (words, found), rare, otherwise)
}

/// Whether no word of these can be left out: there is one, or a document is called by all.
fn is_settled(asked: Asked<'_>, found: &Matching) -> bool {
    asked.words.len() < 2 || found.0.iter().any(|(card, _)| asked.is_called(card))
}

/// What matches fewer words than some; what matched those, where they are no fewer.
fn fewer(
    session: &Session,
    query: &Query,
    (words, found): (Vec<Word>, Matching),
    fewer: Vec<Word>,
    otherwise: &[Otherwise],
) -> Result<(Vec<Word>, Matching)> {
    if fewer.len() == words.len() {
        return Ok((words, found));
    }
    let found = matching(session, &weighty::only(query, &fewer), Asked { words: &fewer, otherwise })?;
    Ok((fewer, found))
}

/// What was found, and every document that has a tag.
fn with_tag(session: &Session, found: Vec<(Card, f64)>, tag: &str) -> Result<Vec<(Card, f64)>> {
    let mut fits: BTreeMap<String, (Card, f64)> = found.into_iter().map(|one| (one.0.path.clone(), one)).collect();
    for (card, _) in tagged(session, &[tag], TAGGED)?.cards {
        let one = fits.entry(card.path.clone()).or_insert_with(|| fit(card, 0.0));
        one.1 = one.1.max(if one.0.retired { HAS_TAG * RETIRED } else { HAS_TAG });
    }
    Ok(fits.into_values().collect())
}

/// The documents that match a query, each with how well it fits, and whether none has every word. Where some are called by the words, others
/// only speak of them.
fn matching(session: &Session, query: &Query, asked: Asked<'_>) -> Result<Matching> {
    let limit = if query.is_unranked() { TAGGED } else { BEST };
    let Found { cards, relaxed, .. } = catalogue::find(session, query, Page { limit: Some(limit), ..Page::default() })?;
    let tells = knowers::evidence(session, query, relaxed, &cards);
    // Within a tier the score is what lies above a whole number.
    let part = |score: f64| score - score.floor();
    let cards = cards.into_iter().zip(tells).filter(|(_, tells)| *tells).map(|(found, _)| found);
    let (named, others): (Vec<_>, Vec<_>) = cards.partition(|(card, _)| asked.is_called(card));
    let (whole, named): (Vec<_>, Vec<_>) = named.into_iter().partition(|(card, _)| asked.is_whole(card));
    let among = if whole.is_empty() { 1.0 } else { AMONG_OTHERS };
    let most = if whole.is_empty() && named.is_empty() { 1.0 } else { IN_PASSING };
    let fits = |cards: Vec<(Card, Option<f64>)>, most: f64| {
        let best = cards.iter().filter_map(|(_, score)| score.map(part)).fold(0.0, f64::max);
        // Squared: what has a word in passing, and there is much of that, is not to say more than the text that is about it.
        let worth = move |score: Option<f64>| most * score.filter(|_| best > 0.0).map_or(1.0, |score| (part(score) / best).powi(2));
        cards.into_iter().map(move |(card, score)| fit(card, worth(score)))
    };
    Ok((fits(whole, 1.0).chain(fits(named, among)).chain(fits(others, most)).collect(), relaxed))
}

fn fit(card: Card, worth: f64) -> (Card, f64) {
    let worth = if card.retired { worth * RETIRED } else { worth };
    (card, worth)
}

/// The newest documents that have all of these tags.
fn tagged(session: &Session, tags: &[&str], limit: usize) -> Result<Found> {
    let text: Vec<String> = tags.iter().map(|tag| format!("tag:\"{}\"", tag.replace('"', " "))).collect();
    let query = parse(&text.join(" "), &Words::of(session)?).map_err(|error| Error::new(ErrorKind::Usage, error.msg))?;
    catalogue::find(session, &query, Page { limit: Some(limit), ..Page::default() })
}

/// What a member's file says of a topic it says in passing.
fn without_people(session: &Session, mut found: Vec<(Card, f64)>) -> Vec<(Card, f64)> {
    found.retain(|(card, _)| session.settings().kinds.named(&card.kind).is_none_or(|kind| !kind.has(Capability::Person)));
    found
}

/// The document that is meant by one word that looks like the name of one; words that a text is full of are no names.
fn document(session: &Session, text: &str) -> Result<Option<std::sync::Arc<Document>>> {
    if !is_name(text) {
        return Ok(None);
    }
    if let Some(document) = named::by_file(session, text) {
        return Ok(Some(document));
    }
    // What begins as a ref is one, and a slip in it is told; `CI/CD` is no ref.
    let is_ref = text.split_once('/').is_some_and(|(kind, _)| session.settings().kinds.named(kind).is_some());
    if is_ref { named::one(session, text).map(Some) } else { Ok(None) }
}

/// Whether a text looks like the name of a document, and not like a word or a query.
fn is_name(text: &str) -> bool {
    !text.contains(char::is_whitespace) && text.contains(['/', '-', '.']) && !text.contains([':', '"', '*'])
}

/// Somebody is no topic.
fn person(handle: &str) -> Error {
    Error::new(ErrorKind::Usage, msg!("who-person", handle = handle)).hint(msg!("who-person-help", handle = handle))
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_word_is_a_topic_before_it_is_a_name() {
        for (text, expected) in [
            ("practice/scan-maps", true),
            ("scan-maps", true),
            ("practices/scan.md", true),
            ("scan", false),
            ("scan maps/letters", false),
            ("path:practices/scan.md", false),
            ("\"e-mail\"", false),
            ("e-m*", false),
        ] {
            assert_eq!(is_name(text), expected, "{text}");
        }
    }
}
