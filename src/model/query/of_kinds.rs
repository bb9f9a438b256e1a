//! What the kinds of a community tell of the words of a query.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::lang::Lang;
use crate::base::nearest::several;
use crate::model::field::Label;
use crate::model::kind::Kind;
use crate::model::kinds::Kinds;

use super::ast::{Filter, Node, Query};
use super::of_document::value_type;
use super::term::{self, ValueType};
use super::vocabulary::Unknown;

/// The keys of the kinds' fields and relations, folded, with how their values are compared.
pub fn keys(kinds: &Kinds) -> BTreeMap<String, ValueType> {
    // Reckoned from when it was reviewed last, and asked for like what is written.
    let mut keys = BTreeMap::from([("next-review".to_owned(), ValueType::Date)]);
    for kind in kinds.all() {
        for field in &kind.fields {
            for name in field.keys.iter().chain([&field.name]) {
                keys.entry(term::key(name)).or_insert_with(|| value_type(field.kind));
            }
        }
        for relation in &kind.relations {
            keys.entry(term::key(&relation.name)).or_insert(ValueType::Text);
        }
    }
    keys
}

/// The names of the kinds whose documents a query asks for; none where it asks for all.
pub fn asked(query: &Query) -> impl Iterator<Item = &str> {
    let terms = query.must.iter().filter_map(|node| match node {
        Node::Filter(Filter::OneOf(terms)) => terms.iter().map(|term| term.strip_prefix("kind=")).collect::<Option<Vec<_>>>(),
        _ => None,
    });
    terms.flatten()
}

/// The name of the kind that is meant; the nearest are in the words of a language.
///
/// # Errors
/// No kind is called so.
pub fn kind(kinds: &Kinds, lang: Lang, typed: &str) -> Result<String, Unknown> {
    kinds.meant_by(typed).map(|kind| kind.name.clone()).ok_or_else(|| match kinds.nearest_to(typed) {
        Some(near) => Unknown { nearest: vec![kinds.word_for(near, lang)], are_all: false },
        None => Unknown { nearest: kinds.all().iter().map(|kind| kinds.word_for(kind, lang)).collect(), are_all: true },
    })
}

/// The names of the states that are meant in some kinds, or in any where none is named; the nearest are in any language.
/// `is_there` tells whether a state that no kind knows stands in a file all the same.
///
/// # Errors
/// No state is called so.
pub fn states(kinds: &Kinds, among: &[String], typed: &str, is_there: impl FnOnce() -> bool) -> Result<Vec<String>, Unknown> {
    let meant = kinds.states_meant_by(typed, among);
    if !meant.is_empty() {
        return Ok(meant.into_iter().map(str::to_owned).collect());
    }
    if is_there() {
        return Ok(vec![typed.to_owned()]);
    }
    let near = several(typed, words_for_states(kinds.all()), 3);
    Err(Unknown { nearest: near.into_iter().map(str::to_owned).collect(), ..Unknown::default() })
}

/// What the states of kinds are called, in any language.
pub fn words_for_states<'k>(kinds: impl IntoIterator<Item = &'k Kind>) -> BTreeSet<&'k str> {
    let states = kinds.into_iter().flat_map(|kind| &kind.states);
    states.flat_map(|state| [Some(&state.name), state.label.en.as_ref(), state.label.nl.as_ref()]).flatten().map(String::as_str).collect()
}

/// The key of the field or relation that is called so for readers, or that is the other side of a relation: `besloten-door`, `answered-by`.
pub fn labelled(kinds: &Kinds, label: &str) -> Option<String> {
    let is_so = |words: &Label| [&words.en, &words.nl].into_iter().flatten().any(|word| term::key(&word.replace(' ', "-")) == label);
    let mut fields = kinds.all().iter().flat_map(|kind| &kind.fields);
    let relations = || kinds.all().iter().flat_map(|kind| &kind.relations);
    let field = fields.find(|field| is_so(&field.label)).map(|field| &field.name);
    let relation = || relations().find(|one| is_so(&one.label)).map(|one| &one.name);
    // The other side of a relation need not be a key of any file.
    let is_other = |name: &String, words: &Label| term::key(name) == label || is_so(words);
    let other = || relations().find_map(|one| one.inverse.as_ref().filter(|name| is_other(name, &one.inverse_label)));
    field.or_else(relation).or_else(other).map(|name| term::key(name))
}
