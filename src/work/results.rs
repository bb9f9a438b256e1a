//! What `search` answers with: the documents that a query finds, and who knows about what it asks for, in the order of `who`.

use std::collections::BTreeSet;

use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::base::shell::quoted;
use crate::model::query::ast::{Form, Query};
use crate::model::query::parse::parse;
use crate::msg;

use super::catalogue;
use super::hits::Hits;
use super::knowers::{self, Knower};
use super::page::Page;
use super::search::{Filters, KNOWERS, Words, answer};
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
    let (hits, query) = answer(session, text, filters, page)?;
    if hits.total == 0 {
        let nothing = nothing_found(session, &query, text);
        return Ok(hits.or_say(nothing));
    }
    if hits.hits.is_empty() {
        return Ok(hits);
    }
    if !is_small(session) {
        let people = knowers::seen(session, hits.people.clone().unwrap_or_default(), KNOWERS)?;
        return Ok(hits.known_by(people));
    }
    let people = who::knowers(session, text, &query, KNOWERS)?;
    Ok(hits.known_by(people))
}

fn is_small(session: &Session) -> bool {
    session.tree().files.len() <= SMALL
}

/// What to say where nothing was found: near words, who may know, and what to type next.
fn nothing_found(session: &Session, query: &Query, text: &str) -> Vec<Msg> {
    let mut say = vec![msg!("search-nothing", words = text.trim())];
    let words = words_of(query);
    let near = catalogue::near_words(session, &words);
    if !near.is_empty() {
        say.push(msg!("search-near-words", words = near.join(", ")));
    }
    // With filters the words alone may lead to somebody; without, the nearest of those that there are.
    let others = if query.must.is_empty() { near.first().map_or("", String::as_str) } else { words.as_str() };
    say.extend(may_know(session, others));
    say.push(msg!("search-nothing-help"));
    if !words.is_empty() {
        say.push(msg!("who-ask", title = quoted(text.trim()).into_owned()));
    }
    say
}

/// Who may know about some words, in a line.
fn may_know(session: &Session, words: &str) -> Option<Msg> {
    let query = parse(words, &Words::of(session).ok()?).ok().filter(|query| !query.is_empty())?;
    let known = if is_small(session) {
        who::knowers(session, words, &query, KNOWERS).ok()?
    } else {
        let found = answer(session, words, &Filters::default(), Page { limit: Some(10), ..Page::default() }).ok()?.0.people?;
        knowers::seen(session, found, KNOWERS).ok()?
    };
    let (lang, today) = (session.lang(), session.today());
    let told = |one: &Knower| format!("{} ({})", one.name, one.says(lang, today));
    let told: Vec<String> = known.iter().filter(|one| !one.left).map(told).collect();
    (!told.is_empty()).then(|| msg!("from-may-know", people = told.join(", ")))
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
