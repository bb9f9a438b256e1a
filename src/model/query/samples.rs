//! A small community for the tests of queries.

use crate::base::date::Date;
use crate::base::nearest::several;
use crate::text::words::Language;

use super::ast::Query;
use super::card::Card;
use super::entry::Entry;
use super::parse::parse;
use super::term::ValueType;
use super::vocabulary::{Unknown, Vocabulary};
use super::zone::Zone;

/// Kinds and states with their Dutch names, a few keys, and Anna who asks on 22 November 2026.
pub(super) struct Sample;

/// What is typed, as a query to that community.
pub(super) fn query(typed: &str) -> Query {
    parse(typed, &Sample).expect("a query")
}

const KINDS: [(&str, &str); 4] = [("practice", "practices"), ("practice", "praktijk"), ("question", "question"), ("question", "vragen")];
const STATES: [(&str, &str); 3] = [("adopted", "adopted"), ("adopted", "vastgesteld"), ("open", "open")];
const KEYS: [(&str, ValueType); 6] = [
    ("answers", ValueType::Text),
    ("organisation", ValueType::Text),
    ("votes", ValueType::Number),
    ("revisit", ValueType::Date),
    ("deciders", ValueType::Person),
    ("next-review", ValueType::Date),
];

fn named(table: &[(&str, &str)], typed: &str) -> Result<String, Unknown> {
    let found = table.iter().find(|(name, word)| [name, word].contains(&&typed));
    let nearest = || several(typed, table.iter().flat_map(|(name, word)| [*name, *word]), 1).into_iter().map(str::to_owned).collect();
    found.map(|(name, _)| (*name).to_owned()).ok_or_else(|| Unknown { nearest: nearest(), ..Unknown::default() })
}

impl Vocabulary for Sample {
    fn today(&self) -> Date {
        Date::parse("2026-11-22").expect("a date")
    }

    fn me(&self) -> Option<String> {
        Some("anna".into())
    }

    fn kind(&self, typed: &str) -> Result<String, Unknown> {
        named(&KINDS, typed)
    }

    fn states(&self, typed: &str) -> Result<Vec<String>, Unknown> {
        named(&STATES, typed).map(|state| vec![state])
    }

    fn key(&self, key: &str) -> Option<ValueType> {
        KEYS.iter().find(|(name, _)| *name == key).map(|(_, kind)| *kind)
    }

    fn labelled(&self, label: &str) -> Option<String> {
        (label == "besloten-door").then(|| "deciders".to_owned())
    }

    fn is_relation(&self, key: &str) -> bool {
        key == "answers"
    }

    fn is_called(&self, key: &str, typed: &str) -> bool {
        self.is_relation(key) && typed == "How do we stop?"
    }

    fn has_value(&self, key: &str, typed: &str) -> bool {
        key == "organisation" && ["Utrecht", "City of Utrecht"].contains(&typed)
    }

    fn person(&self, typed: &str) -> Option<String> {
        ["anna", "Anna de Vries"].contains(&typed).then(|| "anna".to_owned())
    }

    fn keys(&self) -> Vec<String> {
        KEYS.iter().map(|(name, _)| (*name).to_owned()).collect()
    }
}

/// A document with a title and a body.
pub(super) fn document(name: &str, title: &str, body: &str) -> Entry {
    let card = Card {
        reference: format!("practice/{name}"),
        path: format!("practices/{name}.md"),
        kind: "practice".into(),
        title: title.into(),
        lang: "en".into(),
        ..Card::default()
    };
    entry(card, body)
}

/// A document with a card and a body.
pub(super) fn entry(card: Card, body: &str) -> Entry {
    let language = Language::of(&card.lang);
    let mut entry = Entry::new(card, language);
    entry.text(Zone::Body, body);
    entry
}
