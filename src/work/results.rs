//! What `search` answers with: the documents that a query finds, and who knows about what it asks for, in the order of `who`.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::base::shell::quoted;
use crate::model::query::ast::{Form, Query};
use crate::model::query::conditions::{conditions, without};
use crate::model::query::parse::parse;
use crate::msg;
use crate::store::index::Index;

use super::catalogue;
use super::hits::Hits;
use super::instead::Instead;
use super::knowers::{self, Knower};
use super::meaning::Words;
use super::page::Page;
use super::retry;
use super::search::{Filters, KNOWERS, answer};
use super::session::Session;
use super::unclaimed::Unclaimed;
use super::who;

/// Up to so many files the history is read beside the index, which takes about as long as the search itself. In a larger community a search
/// would wait for it, and the index alone says who knows, by the documents of the page.
const SMALL: usize = 3000;

/// Answers a query.
///
/// # Errors
/// The index can't be asked, or the query not be meant.
pub fn search(session: &Session, text: &str, filters: &Filters, page: Page) -> Result<Hits> {
    let (hits, nothing) = looked_for(session, text, filters, page)?;
    Ok(match nothing {
        Some(nothing) => {
            let say = nothing.says(session, text);
            hits.or_say(say).known_by(nothing.may_know).or_search(nothing.instead)
        }
        None => hits,
    })
}

/// The same, with what there is to go on where nothing was found.
///
/// # Errors
/// As [`search`].
pub(super) fn looked_for(session: &Session, text: &str, filters: &Filters, page: Page) -> Result<(Hits, Option<Nothing>)> {
    let (hits, query) = answer(session, text, filters, page)?;
    if hits.total == 0 {
        return Ok((hits, Some(Nothing::of(session, &query, text, filters)?)));
    }
    if hits.hits.is_empty() {
        return Ok((hits, None));
    }
    let people = if is_small(session) {
        who::knowers(session, text, &query, KNOWERS)?
    } else {
        knowers::seen(session, hits.people.clone().unwrap_or_default(), KNOWERS)?
    };
    Ok((hits.known_by(people), None))
}

/// Asked of the index: to walk all folders for it takes longer than the search.
fn is_small(session: &Session) -> bool {
    session.ask(Index::files).is_ok_and(|files| files <= SMALL)
}

/// What there is to go on where nothing was found.
pub(super) struct Nothing {
    /// Words that are near to those that were looked for.
    pub near: Vec<String>,
    /// Who may know.
    pub may_know: Vec<Knower>,
    /// What finds something.
    pub instead: Option<Instead>,
    /// The words that were looked for as they were typed, without fields and what is excluded.
    pub words: String,
    /// There is no document at all.
    pub is_empty: bool,
}

impl Nothing {
    fn of(session: &Session, query: &Query, text: &str, filters: &Filters) -> Result<Self> {
        let is_empty = catalogue::find(session, &Query::default(), Page { limit: Some(0), ..Page::default() })?.total == 0;
        let words = words_of(query);
        let near = catalogue::near_words(session, &words);
        // With filters the words alone may lead to somebody; without, the nearest of those that there are.
        let others = if query.must.is_empty() { near.first().map_or("", String::as_str) } else { words.as_str() };
        let may_know = may_know(session, others).unwrap_or_default();
        let instead = if is_empty { None } else { retry::of(session, text, filters) };
        let parts = conditions(text, &Words::of(session)?);
        let is_phrase = |part: &&std::ops::Range<usize>| !text[(*part).clone()].starts_with(['"', '“', '”', '„']);
        let fields: Vec<_> = parts.iter().filter(is_phrase).cloned().collect();
        let words = if words.is_empty() { words } else { without(text, &fields).replace(['"', '“', '”', '„'], "") };
        Ok(Self { near, may_know, instead, words, is_empty })
    }

    /// What to say: what finds something, who may know, and what to type next.
    fn says(&self, session: &Session, text: &str) -> Vec<Msg> {
        if self.is_empty {
            return std::iter::once(msg!("list-nothing")).chain(Unclaimed::advice(session)).collect();
        }
        let mut say = self.known(text, session.lang(), session.today());
        if self.instead.is_none() {
            say.push(msg!("search-nothing-help"));
        }
        if !self.words.is_empty() {
            say.push(msg!("who-ask", title = quoted(self.words.trim()).into_owned()));
        }
        say
    }

    /// That nothing was found, near words and who may know.
    pub(super) fn known(&self, text: &str, lang: Lang, today: Date) -> Vec<Msg> {
        let mut say = vec![msg!("search-nothing", words = text.trim())];
        if let Some(instead) = &self.instead {
            say.extend(instead.says());
        } else if !self.near.is_empty() {
            say.push(msg!("search-near-words", words = self.near.join(", ")));
        }
        let told: Vec<String> = self.may_know.iter().map(|one| format!("{} ({})", one.name, one.says(lang, today))).collect();
        say.extend((!told.is_empty()).then(|| msg!("from-may-know", people = told.join(", "))));
        say
    }
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

/// The words that a query looks for, without its fields.
pub(super) fn words_of(query: &Query) -> String {
    let slots = query.leaves.iter().flat_map(|leaf| match &leaf.form {
        Form::Word(slot) => std::slice::from_ref(slot),
        Form::Phrase(slots) => slots,
        Form::Prefix(_) => &[],
    });
    let words: BTreeSet<&str> = slots.map(|slot| slot.surface.as_str()).collect();
    words.into_iter().collect::<Vec<_>>().join(" ")
}
