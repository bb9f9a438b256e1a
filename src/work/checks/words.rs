//! What the words of a query mean in a community in memory, without an index.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

use crate::base::date::Date;
use crate::base::lang::Lang;
use crate::model::names::Found;
use crate::model::query::ast::Node;
use crate::model::query::card::Card;
use crate::model::query::of_kinds;
use crate::model::query::related::Related;
use crate::model::query::relations::{self, Knows};
use crate::model::query::term::{self, ValueType};
use crate::model::query::ties::{Tie, ties};
use crate::model::query::vocabulary::{Unknown, Vocabulary};

use super::scope::Scope;

/// The words of a community that is checked.
pub(super) struct Words<'s, 'a> {
    scope: &'s Scope<'a>,
    /// Whether it was asked who asks.
    asked_me: Cell<bool>,
    /// The kinds that are asked for; empty for all.
    pub(super) kinds: Vec<String>,
    keys: OnceCell<BTreeMap<String, ValueType>>,
    related: OnceCell<Related<'a>>,
}

impl<'s, 'a> Words<'s, 'a> {
    /// The words of a community; whoever asks is somebody.
    pub(super) fn of(scope: &'s Scope<'a>) -> Self {
        Self { scope, asked_me: Cell::new(false), kinds: Vec::new(), keys: OnceCell::new(), related: OnceCell::new() }
    }

    /// Forgets what was asked before: from here on it is another query.
    pub(super) fn begin(&mut self) {
        self.kinds.clear();
        self.asked_me.set(false);
    }

    /// Whether what was asked depends on who asks.
    pub(super) fn are_of_somebody(&self) -> bool {
        self.asked_me.get()
    }

    /// The keys of kinds and documents.
    pub(super) fn known_keys(&self) -> &BTreeMap<String, ValueType> {
        self.keys.get_or_init(|| {
            let mut keys = of_kinds::keys(&self.scope.settings().kinds);
            for extra in self.scope.documents().iter().flat_map(|document| &document.extra) {
                keys.entry(term::key(&extra.key)).or_insert(ValueType::Text);
            }
            keys
        })
    }

    fn is_there(&self, term: &str) -> bool {
        // What is left out may say it.
        !self.scope.community.left_out().is_empty() || self.scope.entries().iter().any(|entry| entry.terms.contains(term))
    }

    /// Whether a document has this whole value under a key, or the community agreed on it as a tag.
    fn has(&self, key: &str, typed: &str) -> bool {
        let kind = if key == "tag" { ValueType::Tag } else { self.known_keys().get(key).copied().unwrap_or(ValueType::Text) };
        self.is_there(&term::value(key, kind, typed)) || key == "tag" && self.scope.settings().agreed_tag(typed).is_some()
    }
}

impl<'a> Knows<'a> for Words<'_, 'a> {
    fn related(&self) -> Option<&Related<'a>> {
        let related = self.related.get_or_init(|| {
            let settings = self.scope.settings();
            let cards = self.scope.entries().iter().map(|entry| entry.card.clone()).collect();
            let said = self.scope.documents().iter().flat_map(|document| ties(document, settings));
            Related::of(settings, cards, said, &|path| self.is_file(path))
        });
        Some(related)
    }

    fn meant(&self, related: &Related<'_>, typed: &str) -> Found {
        let member = typed.strip_prefix('@').and_then(|handle| self.scope.community.people().by_handle(handle));
        let of_member = member.and_then(|member| related.cards().iter().position(|card| card.path == member.path));
        match of_member.map_or_else(|| related.find(typed), Found::One) {
            Found::Nothing(_) if self.scope.may_be_left_out(typed) => Found::Several(Vec::new()),
            found => found,
        }
    }

    fn said_by(&self, card: &Card) -> Vec<Tie> {
        let document = self.scope.community.names().by_path(&card.path).map(|at| self.scope.document(at));
        document.map(|document| ties(document, self.scope.settings()).into_iter().collect()).unwrap_or_default()
    }

    fn is_file(&self, path: &str) -> bool {
        self.scope.community.exists(path)
    }

    fn has_value(&self, key: &str, typed: &str) -> bool {
        self.has(key, typed)
    }
}

impl Vocabulary for Words<'_, '_> {
    fn today(&self) -> Date {
        self.scope.context.today
    }

    fn me(&self) -> Option<String> {
        self.asked_me.set(true);
        Some("me".to_owned())
    }

    fn kind(&self, typed: &str) -> Result<String, Unknown> {
        of_kinds::kind(&self.scope.settings().kinds, Lang::default(), typed)
    }

    fn states(&self, typed: &str) -> Result<Vec<String>, Unknown> {
        let is_there = || self.is_there(&term::value("status", ValueType::Text, typed));
        of_kinds::states(&self.scope.settings().kinds, &self.kinds, typed, is_there)
    }

    fn key(&self, key: &str) -> Option<ValueType> {
        self.known_keys().get(key).copied()
    }

    fn keys(&self) -> Vec<String> {
        self.known_keys().keys().cloned().collect()
    }

    fn labelled(&self, label: &str) -> Option<String> {
        of_kinds::labelled(&self.scope.settings().kinds, label)
    }

    fn tags(&self, typed: &str) -> Vec<String> {
        self.scope.settings().tags_below(typed)
    }

    fn related(&self, key: &str, typed: &str) -> Option<Result<Node, Unknown>> {
        relations::node(&self.scope.settings().kinds, self, key, typed, self.known_keys().contains_key(key))
    }

    fn is_relation(&self, key: &str) -> bool {
        Related::is_relation(&self.scope.settings().kinds, key)
    }

    fn is_called(&self, key: &str, typed: &str) -> bool {
        relations::is_called(&self.scope.settings().kinds, self, key, typed)
    }

    fn has_value(&self, key: &str, typed: &str) -> bool {
        self.has(key, typed)
    }

    fn search(&self, typed: &str) -> Result<(&str, &str), Unknown> {
        self.scope.settings().searches.meant(typed)
    }

    fn person(&self, typed: &str) -> Option<String> {
        self.scope.community.people().named(typed).map(|member| member.handle.clone())
    }
}
