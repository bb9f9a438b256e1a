//! What there is to go on where a search found nothing: another search, who may know, and what to type next.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::base::shell::quoted;
use crate::model::query::ast::{Filter, Node, Query};
use crate::model::query::conditions::{QUOTES, Wanted, conditions, wanted, without};
use crate::model::query::order::Order;
use crate::model::query::parse::parse;
use crate::msg;
use crate::show::dates::on;
use crate::store::index::Index;

use super::catalogue;
use super::echo;
use super::instead::{Instead, Said, Why};
use super::knowers::{self, Knower};
use super::meaning::Words;
use super::page::Page;
use super::retry;
use super::search::{Filters, KNOWERS, answer};
use super::session::Session;
use super::unclaimed::Unclaimed;
use super::unknown;
use super::who;

/// Up to so many files the history is read beside the index, which takes about as long as the search itself. In a larger community a search
/// would wait for it, and the index alone says who knows, by the documents of the page.
const SMALL: usize = 3000;

/// What there is to go on where nothing was found.
pub(super) struct Nothing {
    /// Who may know.
    pub may_know: Vec<Knower>,
    /// What finds something.
    pub instead: Option<Instead>,
    /// The words that were looked for as they were typed, without fields and what is excluded.
    pub words: String,
    /// There is no document at all.
    is_empty: bool,
    /// What there is to say of a search without words.
    of_fields: Option<OfFields>,
}

/// What there is to say of fields that no document has.
enum OfFields {
    /// Documents could have them; that none has may be good news.
    NotNow,
    /// Something that helps on.
    Other(Msg),
}

impl Nothing {
    /// Of a query that found nothing.
    ///
    /// # Errors
    /// The index can't be asked.
    pub(super) fn of(session: &Session, query: &Query, text: &str, filters: &Filters) -> Result<Self> {
        let is_empty = catalogue::find(session, &Query::default(), Page { limit: Some(0), ..Page::default() })?.total == 0;
        let instead = if is_empty { None } else { retry::of(session, text, filters) };
        let meant = Words::of(session)?;
        let words = words_of(text, &meant);
        // What was typed leads to somebody, and so does what was clearly meant by it; what is only like it does not.
        let told = match &instead {
            Some(instead) if matches!(instead.reason, Why::Spelling | Why::Apart) && !words.is_empty() => instead.query.as_str(),
            _ => words.as_str(),
        };
        let may_know = may_know(session, told).unwrap_or_default();
        let parts = conditions(text, &meant);
        let is_field = |part: &&std::ops::Range<usize>| !text[(*part).clone()].starts_with(QUOTES);
        let fields: Vec<_> = parts.iter().filter(is_field).cloned().collect();
        let words = if words.is_empty() { words } else { without(text, &fields).replace(QUOTES, "") };
        let of_fields = if query.leaves.is_empty() && instead.is_none() && !is_empty { of_fields(session, query)? } else { None };
        Ok(Self { may_know, instead, words, is_empty, of_fields })
    }

    /// What several communities have to go on together.
    pub(super) fn of_several(may_know: Vec<Knower>, instead: Option<Instead>) -> Self {
        Self { may_know, instead, words: String::new(), is_empty: false, of_fields: None }
    }

    /// What to say: what finds something and how to get there, who may know, and what to type next.
    pub(super) fn says(&self, session: &Session, text: &str, filters: &Filters, way: &str) -> Vec<Said> {
        if self.is_empty {
            return std::iter::once(msg!("list-nothing")).chain(Unclaimed::advice(session)).map(Said::Words).collect();
        }
        let typed = retry::with_filters(text, filters);
        let mut say = self.known(&typed, way, session.lang(), session.today());
        match &self.of_fields {
            Some(OfFields::NotNow) => say = vec![Said::Words(msg!("search-not-now", words = echo::query(&typed)))],
            Some(OfFields::Other(msg)) => say.push(Said::Words(msg.clone())),
            None => {}
        }
        let command = format!("cop ask {}", quoted(self.words.trim()));
        if !self.words.is_empty() && echo::is_typable(&command) {
            say.push(Said::Words(msg!("who-ask", command = command)));
        }
        say
    }

    /// That nothing was found, what finds something, and who may know.
    pub(super) fn known(&self, text: &str, way: &str, lang: Lang, today: Date) -> Vec<Said> {
        let mut say = vec![Said::Words(msg!("search-nothing", words = echo::query(text)))];
        if let Some(instead) = &self.instead {
            say.extend(instead.says(way).map(Said::Words));
            say.push(Said::Words(msg!("search-nearest")));
            say.push(Said::Nearest(instead.clone()));
        }
        let told: Vec<String> = self.may_know.iter().map(|one| format!("{} ({})", one.name, one.says(lang, today))).collect();
        say.extend((!told.is_empty()).then(|| Said::Words(msg!("from-may-know", people = told.join(", ")))));
        say
    }
}

/// What to say of fields that no document has: when the last change was where that was asked, and that it is not so now where it could be.
fn of_fields(session: &Session, query: &Query) -> Result<Option<OfFields>> {
    let of = |field: &str| query.must.iter().any(|node| matches!(node, Node::Filter(Filter::Between(from, _)) if from.starts_with(field)));
    let (is_changed, is_made) = (of("updated#"), of("created#"));
    if !is_changed && !is_made {
        let is_known = unknown::is_known(session, query);
        return Ok(Some(if is_known { OfFields::NotNow } else { OfFields::Other(msg!("search-all")) }));
    }
    let order = if is_changed { Order::Updated } else { Order::Newest };
    let page = Page { limit: Some(1), order: Some(order), ..Page::default() };
    let Some((card, _)) = catalogue::find(session, &Query::default(), page)?.cards.pop() else { return Ok(None) };
    let day = if is_changed { card.updated } else { card.created };
    Ok(day.filter(|day| *day != Date::LAST).map(|day| {
        let when = on(day, session.today(), session.lang());
        OfFields::Other(if is_changed {
            msg!("search-last-changed", title = card.title, when = when)
        } else {
            msg!("search-last-made", title = card.title, when = when)
        })
    }))
}

/// Who may know about some words: nobody who left.
fn may_know(session: &Session, words: &str) -> Option<Vec<Knower>> {
    let query = parse(words, &Words::of(session).ok()?).ok().filter(|query| !query.is_empty())?;
    let mut known = if is_small(session) {
        who::knowers(session, words, &query, KNOWERS).ok()?
    } else {
        let found = answer(session, words, &Filters::default(), Page { limit: Some(10), ..Page::default() }).ok()?.0.people?;
        knowers::seen(session, found, KNOWERS).ok()?
    };
    known.retain(|one| !one.left);
    Some(known)
}

/// Asked of the index: to walk all folders for it takes longer than the search.
pub(super) fn is_small(session: &Session) -> bool {
    session.ask(Index::files).is_ok_and(|files| files <= SMALL)
}

/// The words that a query looks for whole, without its fields and what is excluded.
fn words_of(text: &str, words: &Words<'_>) -> String {
    let is_whole = |word: &Wanted| !text.get(word.span.end..).is_some_and(|rest| rest.starts_with('*'));
    let found: BTreeSet<String> = wanted(text, words).into_iter().filter(is_whole).map(|word| word.surface).collect();
    found.into_iter().collect::<Vec<_>>().join(" ")
}
