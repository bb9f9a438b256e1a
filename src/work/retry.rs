//! What to search for where nothing was found: what was mistyped put right, all without the condition that leaves nothing, or what stands in
//! the words that are nowhere.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::error::Result;
use crate::model::query::conditions::{QUOTES, Wanted, conditions, wanted, without};
use crate::store::index::{LOOKED_UP, Within};
use crate::text::words::surfaces;

use super::catalogue;
use super::instead::{Instead, Nearest, Why};
use super::meaning::Words;
use super::page::Page;
use super::search::{Filters, meant};
use super::session::Session;
use super::unknown;

/// So many of the documents that it finds are named.
const NAMED: usize = 3;

/// So many conditions are left out, and so many words looked into, in turn.
const TRIED: usize = 8;

/// Of a word that begins no other so many letters are taken off at most, and so many are left at least: inflections and endings, and not
/// another word.
const OFF: usize = 3;
const LEFT: usize = 5;

/// What finds something; `None` where nothing that is near does.
pub(super) fn of(session: &Session, text: &str, filters: &Filters) -> Option<Instead> {
    let whole = with_filters(text, filters);
    mistyped(session, &whole).or_else(|| unconditional(session, &whole)).or_else(|| inside(session, text, &whole))
}

/// All of it with its words and the values of its fields put right.
fn mistyped(session: &Session, whole: &str) -> Option<Instead> {
    let typed = wanted(whole, &Words::of(session).ok()?);
    let near = catalogue::near_each(session, typed.iter().map(|word| word.surface.as_str()));
    let mut looked_up = 0;
    let is_nowhere = |word: &str| {
        looked_up += 1;
        looked_up <= LOOKED_UP && matches!(within(session, word), Ok(Some(_)))
    };
    let words = if near.is_empty() { None } else { Some(respelt(whole, &typed, &near, is_nowhere)) };
    let tries = words.iter().flat_map(|words| [Some(words.clone()), with_values(session, words)]).chain([with_values(session, whole)]);
    tries.flatten().find_map(|query| tried(session, Why::Spelling, query))
}

/// All of it without the condition that leaves nothing.
fn unconditional(session: &Session, whole: &str) -> Option<Instead> {
    let parts = conditions(whole, &Words::of(session).ok()?);
    let left_out = |query: String, typed: &[&str]| {
        let without = typed.iter().map(|typed| (*typed).to_owned()).collect();
        tried(session, Why::Condition, query).map(|instead| Instead { without, ..instead })
    };
    let one = |part: &Range<usize>| {
        let typed = whole.get(part.clone()).unwrap_or_default();
        let instead = left_out(without(whole, std::slice::from_ref(part)), &[typed])?;
        Some((tried(session, Why::Condition, typed.to_owned()).is_none(), instead))
    };
    // What leaves nothing by itself is more to blame than what does so beside others.
    let each = parts.iter().take(TRIED).filter_map(one);
    let single = each.max_by_key(|(is_alone, instead)| (*is_alone, instead.total)).map(|(_, instead)| instead);
    single.or_else(|| {
        let typed: Vec<&str> = parts.iter().filter_map(|part| whole.get(part.clone())).collect();
        if typed.len() > 1 { left_out(without(whole, &parts), &typed) } else { None }
    })
}

/// All of it with what stands in the words that are nowhere: the words that they begin, the two that they are written as here, or the half of
/// a compound that is a word here.
fn inside(session: &Session, text: &str, whole: &str) -> Option<Instead> {
    // What stands for another word would have to do so under its operator too.
    let is_grouped = text.contains(QUOTES) || text.contains(['(', ')', '*']);
    if is_grouped || text.split_whitespace().any(|word| matches!(word, "OR" | "OF" | "NOT" | "NIET") || word.starts_with('-')) {
        return None;
    }
    let (mut reason, mut changed, mut typed) = (None, Vec::new(), Vec::new());
    let mut nowhere = 0;
    let mut put = |token: &str| {
        let own = surfaces(token);
        let ([word], false, true) = (own.as_slice(), token.contains(':'), nowhere < TRIED) else { return Some(token.to_owned()) };
        let Ok(Some(within)) = within(session, word) else { return Some(token.to_owned()) };
        nowhere += 1;
        let (why, other, told) = stands_in(session, word, &within)?;
        reason.get_or_insert(why);
        changed.push(told);
        typed.push(word.clone());
        Some(other)
    };
    // A word that leads nowhere is left out beside one that does.
    let query: Vec<String> = whole.split_whitespace().filter_map(&mut put).collect();
    let instead = tried(session, reason?, query.join(" "))?;
    Some(Instead { changed: changed.join(", "), typed: typed.join(", "), ..instead })
}

/// Why something stands for a word that is nowhere, what is to be searched for, and how it is told.
fn stands_in(session: &Session, word: &str, within: &Within) -> Option<(Why, String, String)> {
    let finds = |query: &String| tried(session, Why::Beginning, query.clone()).is_some();
    let letters = word.chars().count();
    let begun = |off: usize| {
        let start: String = word.chars().take(letters - off).collect();
        let query = format!("{start}*");
        finds(&query).then_some((Why::Beginning, query, start))
    };
    let apart = |pair: &[String; 2]| {
        let query = format!("\"{}\"", pair.join(" "));
        finds(&query).then(|| (Why::Apart, query.clone(), query))
    };
    let whole = if letters < LEFT { None } else { begun(0) };
    let half = || within.half.iter().find(|half| finds(half)).map(|half| (Why::Part, half.clone(), half.clone()));
    let shorter = || (1..=OFF).take_while(|off| letters >= LEFT + off).find_map(begun);
    whole.or_else(|| within.pairs.iter().find_map(apart)).or_else(half).or_else(shorter)
}

fn within(session: &Session, word: &str) -> Result<Option<Within>> {
    session.ask(|index, source| index.within(source, word))
}

/// A query as one text with the filters that were given beside it.
pub(super) fn with_filters(text: &str, filters: &Filters) -> String {
    let field = |(key, values): &(String, Vec<String>)| {
        format!("{key}:{}", values.iter().map(|value| as_value(value)).collect::<Vec<_>>().join(","))
    };
    let fields = filters.keys.iter().filter(|(_, values)| !values.is_empty()).map(field);
    std::iter::once(text.trim().to_owned()).filter(|text| !text.is_empty()).chain(fields).collect::<Vec<_>>().join(" ")
}

/// A value as it stands behind a key.
fn as_value(value: &str) -> String {
    let value = value.replace('"', " ");
    if value.chars().all(|letter| letter.is_alphanumeric() || "-_./".contains(letter)) { value } else { format!("\"{value}\"") }
}

/// A text with words in place of those that were mistyped, and without those that are nowhere; all that stands around a word stays.
fn respelt(text: &str, words: &[Wanted], near: &BTreeMap<String, String>, mut is_nowhere: impl FnMut(&str) -> bool) -> String {
    let (mut put, mut at) = (String::new(), 0);
    for word in words {
        let other = match near.get(&word.surface) {
            Some(near) => near.as_str(),
            // A word that is nowhere is left out beside one that was mistyped.
            None if word.is_loose && is_nowhere(&word.surface) => "",
            None => continue,
        };
        put.push_str(text.get(at..word.span.start).unwrap_or_default());
        put.push_str(other);
        at = word.span.end;
    }
    put.push_str(text.get(at..).unwrap_or_default());
    put.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with values that are there in place of those of its fields that nothing has; `None` where there are no such.
fn with_values(session: &Session, text: &str) -> Option<String> {
    let (mut put, mut at, mut is_other) = (String::new(), 0, false);
    for part in conditions(text, &Words::of(session).ok()?) {
        let typed = text.get(part.clone())?;
        let Some((key, value)) =
            typed.split_once(':').filter(|(key, _)| key.chars().all(|letter| letter.is_alphanumeric() || letter == '-'))
        else {
            continue;
        };
        let near = meant(session, typed, &Filters::default()).ok().and_then(|query| unknown::nearest(session, &query));
        if let Some(near) = near.filter(|_| !value.contains(',') && !key.starts_with('-')) {
            put.push_str(text.get(at..part.start)?);
            put = format!("{put}{key}:{}", as_value(&near));
            (at, is_other) = (part.end, true);
        }
    }
    put.push_str(text.get(at..)?);
    is_other.then_some(put)
}

fn tried(session: &Session, reason: Why, query: String) -> Option<Instead> {
    let parsed = meant(session, &query, &Filters::default()).ok().filter(|query| !query.is_empty())?;
    let found = catalogue::find(session, &parsed, Page { limit: Some(NAMED), ..Page::default() }).ok()?;
    // Behind those with every word come some with a few of them.
    let documents =
        found.cards.into_iter().take(found.total).map(|(card, _)| Nearest { reference: card.reference, title: card.title }).collect();
    let (changed, typed, without) = (String::new(), String::new(), Vec::new());
    (found.total > 0).then_some(Instead { reason, query, changed, typed, without, total: found.total, documents })
}
