//! What to search for where nothing was found: a word that is written nearly so, or all without the condition that leaves nothing.

use std::ops::Range;

use crate::model::query::conditions::{conditions, without};
use crate::text::words::surfaces;

use super::catalogue;
use super::instead::{Instead, Nearest};
use super::meaning::Words;
use super::page::Page;
use super::search::{Filters, meant};
use super::session::Session;

/// So many of the documents that it finds are named.
const NAMED: usize = 3;

/// So many conditions are left out in turn.
const TRIED: usize = 8;

/// What finds something; `None` where nothing that is near does.
pub(super) fn of(session: &Session, text: &str, filters: &Filters) -> Option<Instead> {
    let whole = with_filters(text, filters);
    let near = catalogue::near_each(session, text);
    if !near.is_empty()
        && let Some(instead) = tried(session, respelt(&whole, &near), &[])
    {
        return Some(instead);
    }
    let parts = conditions(&whole, &Words::of(session).ok()?);
    let one = |part: &Range<usize>| {
        let typed = whole.get(part.clone()).unwrap_or_default();
        let instead = tried(session, without(&whole, std::slice::from_ref(part)), &[typed])?;
        Some((tried(session, typed.to_owned(), &[]).is_none(), instead))
    };
    // What leaves nothing by itself is more to blame than what does so beside others.
    let each = parts.iter().take(TRIED).filter_map(one);
    let single = each.max_by_key(|(is_alone, instead)| (*is_alone, instead.total)).map(|(_, instead)| instead);
    single.or_else(|| {
        let typed: Vec<&str> = parts.iter().filter_map(|part| whole.get(part.clone())).collect();
        if typed.len() > 1 { tried(session, without(&whole, &parts), &typed) } else { None }
    })
}

/// A query as one text with the filters that were given beside it.
fn with_filters(text: &str, filters: &Filters) -> String {
    let value = |value: &String| {
        let value = value.replace('"', " ");
        if value.chars().all(|letter| letter.is_alphanumeric() || "-_./".contains(letter)) { value } else { format!("\"{value}\"") }
    };
    let field = |(key, values): &(String, Vec<String>)| format!("{key}:{}", values.iter().map(value).collect::<Vec<_>>().join(","));
    let fields = filters.keys.iter().filter(|(_, values)| !values.is_empty()).map(field);
    std::iter::once(text.trim().to_owned()).chain(fields).collect::<Vec<_>>().join(" ")
}

/// A text with words in place of those that are nowhere.
fn respelt(text: &str, near: &[(String, String)]) -> String {
    let put = |typed: &str| match surfaces(typed).as_slice() {
        [word] if !typed.contains(':') => {
            near.iter().find(|(known, _)| known == word).map_or_else(|| typed.to_owned(), |(_, near)| near.clone())
        }
        _ => typed.to_owned(),
    };
    text.split_whitespace().map(put).collect::<Vec<_>>().join(" ")
}

fn tried(session: &Session, query: String, left_out: &[&str]) -> Option<Instead> {
    let parsed = meant(session, &query, &Filters::default()).ok().filter(|query| !query.is_empty())?;
    let found = catalogue::find(session, &parsed, Page { limit: Some(NAMED), ..Page::default() }).ok()?;
    // Behind those with every word come some with a few of them.
    let documents =
        found.cards.into_iter().take(found.total).map(|(card, _)| Nearest { reference: card.reference, title: card.title }).collect();
    let without = left_out.iter().map(|typed| (*typed).to_owned()).collect();
    (found.total > 0).then_some(Instead { query, without, total: found.total, documents })
}
