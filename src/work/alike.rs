//! Documents that are like another one or a text: what is about the same, and the same question in other words.

use std::path::Path;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::shell::quoted;
use crate::model::query::ast::{Filter, Node};
use crate::model::query::order::Order;
use crate::model::query::term::{self, ValueType};
use crate::msg;

use super::catalogue;
use super::hits::Hits;
use super::instead::Said;
use super::likeness;
use super::named;
use super::page::Page;
use super::search::{Filters, SHOWN, shown};
use super::session::Session;
use super::write::add::read_text;

/// What scores less than this share of the most alike is not like it.
const ALIKE: f64 = 0.2;

/// A longer line is no title, in letters.
const TITLE: usize = 100;

/// So many are like it at most.
const MOST: usize = 100;

/// The documents that are most like the one that is called so, or like what is piped in for `-`.
///
/// It is a search for its title, its tags and the words that its text says most, of which none has to be there, with the words of the
/// best documents added as for any long query.
///
/// # Errors
/// There is no such document, what is piped in is no text, or it has no word.
pub fn like(session: &Session, typed: &str, filters: &Filters, page: Page) -> Result<Hits> {
    if typed == "-" {
        let text = read_text(session, Path::new("-"))?;
        let hits = like_text(session, &text, filters, page)?;
        return Ok(hits.or_tell(nothing_like(&text)));
    }
    let document = named::one(session, typed).map_err(|error| named::refused(session, typed, error))?;
    let hits = found(session, &likeness::of_document(&document), Some(&document.reference), filters, page)?;
    Ok(hits.or_say(vec![msg!("search-like-no-other", title = &document.title)]))
}

/// What to say of a text that nothing is like; one that can be asked as it is, can be.
fn nothing_like(text: &str) -> Vec<Said> {
    let mut say = vec![Said::Words(msg!("search-like-none"))];
    let first = text.trim().lines().next().unwrap_or_default().trim_start_matches('#').trim();
    if !first.is_empty() && first.chars().count() <= TITLE {
        say.push(Said::Words(msg!("who-ask", command = format!("cop ask {}", quoted(first)))));
    }
    say
}

/// The documents that are most like a text.
///
/// # Errors
/// It has no word, or the index can't be asked.
pub fn like_text(session: &Session, text: &str, filters: &Filters, page: Page) -> Result<Hits> {
    found(session, &likeness::of_text(text), None, filters, page)
}

/// The documents that are most like some words, but for the one that they are of.
fn found(session: &Session, text: &str, own: Option<&str>, filters: &Filters, page: Page) -> Result<Hits> {
    if text.is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("search-like-nothing")));
    }
    let mut query = likeness::query(session, text, filters)?;
    if let Some(own) = own {
        let own = Filter::OneOf(vec![term::value("ref", ValueType::Text, own)]);
        query.must.push(Node::Not(Box::new(Node::Filter(own))));
    }
    let mut found = catalogue::find(session, &query, Page { limit: Some(MOST), ..Page::default() })?;
    let best = found.cards.first().and_then(|(_, score)| *score).unwrap_or_default();
    found.cards.retain(|(_, score)| score.unwrap_or_default() >= best * ALIKE);
    found.total = found.cards.len();
    if let Some(order) = page.order.filter(|order| *order != Order::Score) {
        found.cards.sort_by(|(a, _), (b, _)| catalogue::compare(order, a, b));
    }
    found.cards = found.cards.into_iter().skip(page.offset).take(page.limit.unwrap_or(SHOWN)).collect();
    shown(session, &query, found, page)
}
