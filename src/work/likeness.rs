//! By what a document or a text is found to be like another one: the words in it that say what it is about, none of which has to be there.

use std::collections::BTreeSet;

use crate::base::error::Result;
use crate::model::document::Document;
use crate::model::query::ast::{Node, Query};
use crate::text::words::surfaces;

use super::search::{Filters, meant};
use super::session::Session;
use super::telling::most_telling;

/// Of a longer text that is given the words that it says most are looked for, in words.
const SHORT: usize = 60;

/// The query for what is like some words. It is ranked as a long one, with the words of the best documents added, however few words there are:
/// none of them was chosen.
///
/// # Errors
/// A filter that can't be meant, or the index can't be asked.
pub(super) fn query(session: &Session, words: &str, filters: &Filters) -> Result<Query> {
    let mut query = meant(session, words, filters)?;
    let any = Node::Or(std::mem::take(&mut query.wanted));
    query.wanted.push(any);
    query.loose = true;
    query.also.clear();
    query.notes.clear();
    Ok(query)
}

/// The words by which a document is sought among others.
pub(super) fn of_document(document: &Document) -> String {
    let body: Vec<&str> = document.markdown.runs.iter().map(|run| run.text(&document.text)).collect();
    let tags = document.values("tags").iter().map(|tag| tag.text.as_str()).collect::<Vec<_>>().join(" ");
    joined(&[document.title.as_str(), &tags], &body.join(" "))
}

/// The same of a text: all of a short one, as a question is.
pub(super) fn of_text(text: &str) -> String {
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
