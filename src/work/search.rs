//! Finding documents: by words, fields and people, what `search` and `list` do.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::nearest::several;
use crate::model::query::ast::{Filter, Node, Query};
use crate::model::query::card::Card;
use crate::model::query::fields::known as known_key;
use crate::model::query::of_kinds;
use crate::model::query::order::Order;
use crate::model::query::parse::{one, parse};
use crate::model::query::rank::is_tiered;
use crate::model::query::related::Related;
use crate::model::query::snippet::{Run, Snippet as Found, Widths, snippets};
use crate::model::query::term::key as fold_key;
use crate::model::query::vocabulary::Vocabulary;
use crate::model::query::zone::Zone;
use crate::msg;
use crate::store::workspace::load;
use crate::text::front;
use crate::text::markdown;

use super::beside;
use super::catalogue;
use super::explained;
use super::hits::{Hit, Hits};
use super::knowers::{self, Unasked};
use super::meaning::Words;
use super::nowhere;
use super::page::Page;
use super::reason;
use super::session::Session;
use super::snippet::Snippet;
use super::unclaimed::Unclaimed;
use super::unknown;

/// How many characters of a line a screen shows, about, and how many a result has at most: whole any line that was written to be read, and
/// of one that was not what is around the match.
const WIDTHS: Widths = Widths { seen: 100, most: 400 };

/// So many people are named who know about what was found.
pub(super) const KNOWERS: usize = 3;
/// So many are looked at for one who is still here.
const LOOKED_AT: usize = 8;

/// So many documents are shown where nothing else is asked.
pub(super) const SHOWN: usize = 10;

/// How many lines of a document a result shows.
const LINES: usize = 2;

/// Which documents: for each key any of its values, and all of the keys.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    /// Keys as a query names them, with their values.
    pub keys: Vec<(String, Vec<String>)>,
}

/// Answers a query.
///
/// # Errors
/// A value in the query or a filter can't be meant; the error shows where and what could be.
pub fn search(session: &Session, text: &str, filters: &Filters, page: Page) -> Result<Hits> {
    answer(session, text, filters, page).map(|(hits, _)| hits)
}

/// The same with what was meant.
///
/// # Errors
/// As [`search`].
pub(super) fn answer(session: &Session, text: &str, filters: &Filters, page: Page) -> Result<(Hits, Query)> {
    let mut query = meant(session, text, filters)?;
    // Who only says in what order wants everything in it.
    if query.is_empty() && query.order.is_none() {
        return Err(Error::new(ErrorKind::Usage, msg!("search-nothing-asked"))
            .hint(msg!("search-nothing-asked-help"))
            .hint(msg!("search-list-help")));
    }
    query.notes.extend(other_order(&query, page));
    let hits = found(session, &query, page)?;
    let nowhere = if hits.relaxed || hits.total == 0 { nowhere::of(session, &query, text) } else { Vec::new() };
    Ok((hits.without(nowhere, query.wanted.len() == 1), query))
}

/// What a query finds, with the lines that match and who knows about it.
///
/// # Errors
/// The index can't be asked.
pub(super) fn found(session: &Session, query: &Query, page: Page) -> Result<Hits> {
    let order = page.order.or_else(|| order_of(query));
    let found = catalogue::find(session, query, Page { limit: page.limit.or(Some(SHOWN)), order, ..page })?;
    shown(session, query, found, Page { order, ..page })
}

/// A page of what was found, with the lines that match and who knows about it.
///
/// # Errors
/// The index can't be asked.
pub(super) fn shown(session: &Session, query: &Query, found: catalogue::Found, page: Page) -> Result<Hits> {
    for note in &query.notes {
        session.remark(crate::show::view::Remark { code: "query", msg: note.clone(), place: None });
    }
    if found.total == 0 {
        unknown::remark(session, query);
    }
    let (kinds, lang) = (&session.settings().kinds, session.lang());
    let evidence = knowers::evidence(session, query, found.relaxed, &found.cards);
    let beside = knowers::beside(session, found.cards.iter().map(|(card, _)| card))?;
    let shown = found.cards.iter().flat_map(|(card, _)| &card.people);
    let unasked = Unasked::of(session, shown.chain(beside.iter().flatten()))?;
    let tells: Vec<(&Card, bool)> = found.cards.iter().map(|(card, _)| card).zip(evidence).collect();
    let people = knowers::of_page(&tells, &beside, &unasked, LOOKED_AT);
    let explained = explained::of_page(session, query, &found.cards, page)?;
    let mut hits = Vec::with_capacity(found.cards.len());
    for (((card, score), beside), explained) in found.cards.into_iter().zip(beside).zip(explained) {
        let (lines, reason) = lines(session, query, &card);
        let successor = successor(session, &card);
        hits.push(
            Hit::new(card, score, lines, kinds, lang)
                .succeeded_by(successor)
                .known_by(&beside, &unasked)
                .because(reason)
                .explained(explained),
        );
    }
    let newest_or_best = if query.is_unranked() { Order::Newest } else { Order::Score };
    let hits = Hits::new(found.total, page.offset, hits).searched(found.relaxed).in_order(page.order.unwrap_or(newest_or_best));
    Ok(hits.in_tiers(is_tiered(query)).known_by(people).also(beside::all(&query.also)))
}

/// What a text and filters ask for.
///
/// # Errors
/// As [`search`].
pub(super) fn meant(session: &Session, text: &str, filters: &Filters) -> Result<Query> {
    let mut words = Words::of(session)?;
    let mut query = parse(text, &words).map_err(|error| error.into_error(text))?;
    // What a state's name means may depend on the kinds that are asked for, which may stand behind it.
    words.kinds = kinds_of(&words, &query, filters);
    if !words.kinds.is_empty() {
        query = parse(text, &words).map_err(|error| error.into_error(text))?;
    }
    restrict(&words, &mut query, filters)?;
    Ok(query)
}

/// Lists documents that meet the filters, newest first.
///
/// # Errors
/// As [`search`].
pub fn list(session: &Session, filters: &Filters, page: Page) -> Result<Hits> {
    let query = of_filters(session, filters)?;
    let order = page.order.or_else(|| order_of(&query));
    let found = catalogue::find(session, &query, Page { order, ..page })?;
    if found.total == 0 {
        unknown::remark(session, &query);
    }
    let (kinds, lang) = (&session.settings().kinds, session.lang());
    let hits: Vec<Hit> = found
        .cards
        .into_iter()
        .map(|(card, _)| {
            let successor = successor(session, &card);
            Hit::new(card, None, Vec::new(), kinds, lang).succeeded_by(successor)
        })
        .collect();
    let empty = if !hits.is_empty() {
        Vec::new()
    } else if filters.keys.is_empty() {
        std::iter::once(msg!("list-nothing")).chain(Unclaimed::advice(session)).collect()
    } else {
        vec![msg!("list-nothing-such")]
    };
    Ok(Hits::new(found.total, page.offset, hits).or_say(empty).in_order(order.unwrap_or(Order::Newest)))
}

/// What to say where an option asks for another order than the query itself.
pub(super) fn other_order(query: &Query, page: Page) -> Option<Msg> {
    let (order, option) = query.order.zip(page.order).filter(|(order, option)| order != option)?;
    Some(msg!("query-option-order", option = option.name(), order = order.name()))
}

/// The order that a query says, else by change where the question is of changes and nothing ranks.
pub(super) fn order_of(query: &Query) -> Option<Order> {
    let is_of_changes = |node: &Node| matches!(node, Node::Filter(Filter::Between(from, _)) if from.starts_with("updated#"));
    let by_change = || (query.is_unranked() && query.must.iter().any(is_of_changes)).then_some(Order::Updated);
    query.order.or_else(by_change)
}

/// The query of filters alone.
///
/// # Errors
/// A filter that can't be meant.
pub fn of_filters(session: &Session, filters: &Filters) -> Result<Query> {
    let mut query = Query::default();
    // Which keys there are is asked only for a filter.
    if filters.keys.iter().any(|(_, values)| !values.is_empty()) {
        let mut words = Words::of(session)?;
        words.kinds = kinds_of(&words, &query, filters);
        restrict(&words, &mut query, filters)?;
    }
    Ok(query)
}

/// The kinds that a query and its filters leave; empty where they leave all.
fn kinds_of(words: &Words<'_>, query: &Query, filters: &Filters) -> Vec<String> {
    let asked = filters.keys.iter().filter(|(key, _)| key == "kind").flat_map(|(_, kinds)| kinds);
    of_kinds::asked(query).map(str::to_owned).chain(asked.filter_map(|kind| words.kind(kind).ok())).collect()
}

/// Adds filters to a query.
fn restrict(words: &Words<'_>, query: &mut Query, filters: &Filters) -> Result<()> {
    for (typed, values) in filters.keys.iter().filter(|(_, values)| !values.is_empty()) {
        let meant = if words.key(&fold_key(typed)).is_some() { None } else { known_key(&typed.replace(' ', "-"), words) };
        let key = meant.as_ref().unwrap_or(typed);
        let known = matches!(key.as_str(), "kind" | "tag" | "status" | "by" | "steward" | "lang" | "created" | "updated")
            || words.key(&fold_key(key)).is_some()
            || Related::is_relation(&words.session().settings().kinds, &fold_key(key));
        if !known {
            let keys = words.keys();
            let error = Error::new(ErrorKind::NotFound, msg!("filter-unknown-key", key = key));
            let near = several(key, keys.iter().map(String::as_str), 1);
            return Err(near.into_iter().fold(error, |error, near| error.hint(msg!("usage-nearest", name = near))));
        }
        let mut any = Vec::new();
        for value in values {
            let text = format!("{key}:\"{}\"", value.replace('"', " "));
            // The place would be one in a query that nobody typed.
            let filter = parse(&text, words).map_err(|error| {
                let hint = error.help.clone();
                hint.into_iter().fold(Error::new(ErrorKind::Usage, error.msg), Error::hint)
            })?;
            // A filter decides and does not rank, so it has no leaves that would have to be renumbered.
            any.push(one(filter.must));
            query.notes.extend(filter.notes);
        }
        query.must.push(if any.len() == 1 { any.remove(0) } else { Node::Or(any) });
    }
    Ok(())
}

/// The lines of a document in which a query matches; the file is read again, so they are as they are now.
///
/// Where none does, why it was found all the same stands beside them.
fn lines(session: &Session, query: &Query, card: &Card) -> (Vec<Snippet>, Option<Msg>) {
    let settings = session.settings();
    let Ok(text) = load::text(&session.dir().join(&card.path), settings.limits.file) else { return (Vec::new(), None) };
    let body = front::read(&text, &settings.limits).body;
    let read = markdown::read(&text, body, settings.heading_ids, &settings.limits);
    let runs: Vec<Run<'_>> =
        read.runs.iter().map(|run| Run { zone: zone(run.zone), text: run.text(&text), start: run.span.start }).collect();
    let lines = crate::base::lines::Lines::new(&text);
    let found = snippets(query, card.stems, &text, &lines, &runs, WIDTHS, LINES);
    let is_matched = found.iter().any(|snippet| !snippet.marks.is_empty());
    let reason = if is_matched { None } else { reason::of(settings, query, card, &text) };
    let snippet = |found: Found| Snippet { line: found.line, text: found.text, marks: found.marks, densest: found.densest };
    (found.into_iter().map(snippet).collect(), reason)
}

fn zone(zone: markdown::Zone) -> Zone {
    match zone {
        markdown::Zone::Heading(1) => Zone::Title,
        markdown::Zone::Heading(_) => Zone::Heading,
        markdown::Zone::Code => Zone::Code,
        markdown::Zone::Body | markdown::Zone::Alt => Zone::Body,
    }
}

/// The title of what replaced a document.
pub(super) fn successor(session: &Session, card: &Card) -> Option<String> {
    let reference = card.successor.as_deref().filter(|_| card.retired)?;
    catalogue::title_of(session, reference)
}
