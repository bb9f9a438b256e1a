//! What `search` answers with: the documents that a query finds, and who knows about what it asks for, in the order of `who`.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::base::shell::quoted;
use crate::model::query::ast::{Form, Query};
use crate::model::query::parse::parse;
use crate::msg;
use crate::store::index::Index;

use super::catalogue;
use super::hits::Hits;
use super::knowers::{self, Knower};
use super::meaning::Words;
use super::page::Page;
use super::search::{Filters, KNOWERS, answer};
use super::session::Session;
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
        Some(nothing) => hits.or_say(nothing.says(text, session.lang(), session.today())),
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
        return Ok((hits, Some(Nothing::of(session, &query))));
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
    /// The words that were looked for, without fields.
    pub words: String,
}

impl Nothing {
    fn of(session: &Session, query: &Query) -> Self {
        let words = words_of(query);
        let near = catalogue::near_words(session, &words);
        // With filters the words alone may lead to somebody; without, the nearest of those that there are.
        let others = if query.must.is_empty() { near.first().map_or("", String::as_str) } else { words.as_str() };
        Self { may_know: may_know(session, others).unwrap_or_default(), near, words }
    }

    /// What to say: near words, who may know, and what to type next.
    fn says(&self, text: &str, lang: Lang, today: Date) -> Vec<Msg> {
        let mut say = self.known(text, lang, today);
        say.push(msg!("search-nothing-help"));
        if !self.words.is_empty() {
            say.push(msg!("who-ask", title = quoted(text.trim()).into_owned()));
        }
        say
    }

    /// That nothing was found, near words and who may know.
    pub(super) fn known(&self, text: &str, lang: Lang, today: Date) -> Vec<Msg> {
        let mut say = vec![msg!("search-nothing", words = text.trim())];
        if !self.near.is_empty() {
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
