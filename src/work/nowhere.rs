//! The words of a search that are in no document, which is why none has every word: so that what has only the others does not look like an answer.

use std::collections::BTreeSet;

use crate::base::lang::Msg;
use crate::model::query::ast::{Form, Leaf, Node, Query};
use crate::msg;
use crate::text::words::function::{is_asking_word, is_function_word};
use crate::text::words::surfaces;

use super::catalogue;
use super::echo;
use super::page::Page;
use super::session::Session;

/// So many words of a search are looked for one by one.
const LOOKED_FOR: usize = 32;

/// What was typed and is in no document, in no inflection and under no other name, in the order in which it was typed.
///
/// Words that every text is full of are never told, nor those of asking where there are others.
pub(super) fn of(session: &Session, query: &Query, text: &str) -> Vec<String> {
    let chunks: Vec<(&str, Vec<String>)> = text.split_whitespace().map(|chunk| (bare(chunk), surfaces(chunk))).collect();
    let typed = |number: usize| {
        let leaf = query.leaves.get(number).filter(|_| query.reasons.iter().all(|(other, _)| *other != number))?;
        let words = words(leaf)?;
        chunks.iter().position(|(_, surfaces)| *surfaces == words)
    };
    let says = |number: &usize| {
        let words = query.leaves.get(*number).and_then(words).unwrap_or_default();
        !words.iter().all(|word| is_function_word(word))
    };
    let mut nowhere = BTreeSet::new();
    for node in query.wanted.iter().take(LOOKED_FOR) {
        let mut leaves = Vec::new();
        leaves_of(node, &mut leaves);
        leaves.retain(|number| typed(*number).is_some() && says(number));
        if leaves.is_empty() || is_somewhere(session, query, node) {
            continue;
        }
        // Of several words of which none will do each may be somewhere.
        let is_alone = leaves.len() == 1;
        let missed = leaves.into_iter().filter(|number| is_alone || !is_somewhere(session, query, &Node::Leaf(*number)));
        nowhere.extend(missed.filter_map(typed));
    }
    let words = || nowhere.iter().filter_map(|at| chunks.get(*at));
    let is_asking = |surfaces: &[String]| surfaces.iter().all(|word| is_asking_word(word));
    let all_ask = chunks.iter().all(|(_, surfaces)| is_asking(surfaces) || surfaces.iter().all(|word| is_function_word(word)));
    words().filter(|(_, surfaces)| all_ask || !is_asking(surfaces)).map(|(chunk, _)| (*chunk).to_owned()).collect()
}

/// That no document has every word: which of them are nowhere, if any are, and how many documents have others. `is_one_word` tells whether
/// no other word was typed.
pub(super) fn says(nowhere: &[String], is_one_word: bool, total: usize) -> Msg {
    let all = nowhere.join(", ");
    let words = echo::query(&all);
    match nowhere.len() {
        0 => msg!("hits-relaxed", count = total),
        _ if is_one_word => msg!("hits-parts", word = words, count = total),
        _ => msg!("hits-nowhere", words = words, count = total),
    }
}

/// Whether any document has what a node of a query asks for.
fn is_somewhere(session: &Session, query: &Query, node: &Node) -> bool {
    let mut wanted = Vec::new();
    leaves_of(node, &mut wanted);
    let leaf = |(number, leaf): (usize, &Leaf)| Leaf { wanted: wanted.contains(&number), ..leaf.clone() };
    let alone = Query { leaves: query.leaves.iter().enumerate().map(leaf).collect(), wanted: vec![node.clone()], ..Query::default() };
    let found = catalogue::find(session, &alone, Page { limit: Some(0), ..Page::default() });
    // What can't be looked up is not said to be nowhere.
    found.map_or(true, |found| found.total > 0 && !found.relaxed)
}

fn leaves_of(node: &Node, leaves: &mut Vec<usize>) {
    match node {
        Node::Leaf(number) => leaves.push(*number),
        Node::And(nodes) | Node::Or(nodes) => nodes.iter().for_each(|node| leaves_of(node, leaves)),
        Node::Not(_) | Node::Filter(_) => {}
    }
}

/// The words of what is looked for, folded.
fn words(leaf: &Leaf) -> Option<Vec<String>> {
    match &leaf.form {
        Form::Word(slot) => Some(vec![slot.surface.clone()]),
        Form::Phrase(slots) => Some(slots.iter().map(|slot| slot.surface.clone()).collect()),
        Form::Prefix(_) => None,
    }
}

/// A word without the punctuation around it.
fn bare(chunk: &str) -> &str {
    chunk.trim_matches(|letter: char| !letter.is_alphanumeric())
}
