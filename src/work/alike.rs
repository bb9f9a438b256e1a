//! Documents that are like another one or a text: what is about the same, and the same question in other words.

use std::collections::BTreeSet;
use std::path::Path;

use crate::base::error::{Error, ErrorKind, Result};
use crate::model::document::Document;
use crate::model::query::ast::{Filter, Node};
use crate::model::query::feedback;
use crate::model::query::order::Order;
use crate::model::query::term::{self, ValueType};
use crate::msg;
use crate::text::words::surfaces;

use super::catalogue;
use super::hits::Hits;
use super::named;
use super::page::Page;
use super::search::{Filters, SHOWN, meant, shown};
use super::session::Session;
use super::telling::most_telling;
use super::write::add::read_text;

/// What scores less than this share of the most alike is not like it.
const ALIKE: f64 = 0.2;

/// So many are like it at most.
const MOST: usize = 100;

/// Of a longer text that is given the words that it says most are looked for, in words.
const SHORT: usize = 60;

/// The documents that are most like the one that is called so, or like what is piped in for `-`.
///
/// It is a search for its title, its tags and the words that its text says most, of which none has to be there, with the words of the
/// best documents added as for any long query.
///
/// # Errors
/// There is no such document, what is piped in is no text, or it has no word.
pub fn like(session: &Session, typed: &str, filters: &Filters, page: Page) -> Result<Hits> {
    let (text, own) = if typed == "-" {
        (of_text(&read_text(session, Path::new("-"))?), None)
    } else {
        let document = named::one(session, typed).map_err(|error| named::refused(session, typed, error))?;
        (of_document(&document), Some(document.reference.clone()))
    };
    if text.is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("search-like-nothing")));
    }
    let mut query = meant(session, &text, filters)?;
    let any = Node::Or(std::mem::take(&mut query.wanted));
    query.wanted.push(any);
    // No word was chosen, however few there are.
    query.passing = query.passing.max(feedback::MANY);
    query.also.clear();
    query.notes.clear();
    if let Some(own) = own {
        let own = Filter::OneOf(vec![term::value("ref", ValueType::Text, &own)]);
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

/// The words by which a document is sought among others.
fn of_document(document: &Document) -> String {
    let body: Vec<&str> = document.markdown.runs.iter().map(|run| run.text(&document.text)).collect();
    let tags = document.values("tags").iter().map(|tag| tag.text.as_str()).collect::<Vec<_>>().join(" ");
    joined(&[document.title.as_str(), &tags], &body.join(" "))
}

/// The same of a text: all of a short one, as a question is.
fn of_text(text: &str) -> String {
    if surfaces(text).len() <= SHORT {
        return joined(&[text], "");
    }
    let (first, rest) = text.trim().split_once('\n').unwrap_or((text, ""));
    joined(&[first], rest)
}

/// All words of some texts, and those that another one says most; words alone, so that nothing in them is an operator.
fn joined(whole: &[&str], body: &str) -> String {
    let words: Vec<String> = whole.iter().flat_map(|text| surfaces(text)).collect();
    let known: BTreeSet<&str> = words.iter().map(String::as_str).collect();
    let more: Vec<String> = most_telling(body).into_iter().map(|word| word.surface).filter(|word| !known.contains(word.as_str())).collect();
    words.into_iter().chain(more).collect::<Vec<_>>().join(" ")
}
