//! What the words of a query mean in a community in memory, without an index.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::Date;
use crate::base::lang::Lang;
use crate::base::nearest::several;
use crate::base::slug::slug;
use crate::model::names::Found;
use crate::model::query::ast::Node;
use crate::model::query::card::Card;
use crate::model::query::of_kinds;
use crate::model::query::related::{ANSWERS, Related};
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

    fn related_documents(&self) -> &Related<'a> {
        self.related.get_or_init(|| {
            let settings = self.scope.settings();
            let cards = self.scope.entries().iter().map(|entry| entry.card.clone()).collect();
            let said = self.scope.documents().iter().flat_map(|document| ties(document, settings));
            Related::of(settings, cards, said, &|path| self.is_file(path))
        })
    }

    fn is_file(&self, path: &str) -> bool {
        self.scope.community.exists(path)
    }

    /// The documents that are called so: a member by the handle, any other by any name.
    fn meant(&self, typed: &str) -> Result<Vec<usize>, Vec<usize>> {
        let related = self.related_documents();
        let member = typed.strip_prefix('@').and_then(|handle| self.scope.community.people().by_handle(handle));
        if let Some(at) = member.and_then(|member| related.cards().iter().position(|card| card.path == member.path)) {
            return Ok(vec![at]);
        }
        match related.find(typed) {
            Found::One(at) => Ok(vec![at]),
            Found::Several(several) => Ok(several),
            Found::Nothing(near) => Err(near),
        }
    }

    fn said_by(&self, card: &Card) -> BTreeSet<Tie> {
        let document = self.scope.community.names().by_path(&card.path).map(|at| self.scope.document(at));
        document.map(|document| ties(document, self.scope.settings())).unwrap_or_default()
    }

    fn is_there(&self, term: &str) -> bool {
        self.scope.entries().iter().any(|entry| entry.terms.contains(term))
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
        let kinds = &self.scope.settings().kinds;
        let meant = kinds.states_meant_by(typed, &self.kinds);
        if !meant.is_empty() {
            return Ok(meant.into_iter().map(str::to_owned).collect());
        }
        // A state that no kind knows can still stand in a file.
        if self.is_there(&term::value("status", ValueType::Text, typed)) {
            return Ok(vec![typed.to_owned()]);
        }
        let states: BTreeSet<&str> = kinds.all().iter().flat_map(|kind| &kind.states).map(|state| state.name.as_str()).collect();
        Err(Unknown { nearest: several(typed, states, 3).into_iter().map(str::to_owned).collect(), ..Unknown::default() })
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
        if !self.is_relation(key) {
            return None;
        }
        let is_written = self.known_keys().contains_key(key) && key != ANSWERS;
        if typed.ends_with('*') && (is_written || typed != "*") {
            return if is_written { None } else { Some(Err(Unknown::default())) };
        }
        let related = self.related_documents();
        if typed == "*" {
            return Some(Ok(related.to_any(key)));
        }
        let near = match self.meant(typed) {
            Ok(all) => {
                let to = |at: usize| {
                    let said = related.cards().get(at).map(|card| self.said_by(card)).unwrap_or_default();
                    related.to(key, at, said, &|path| self.is_file(path))
                };
                return Some(Ok(Node::Or(all.into_iter().map(to).collect())));
            }
            Err(near) => near,
        };
        // What leads nowhere can be looked for as it is written.
        if is_written && self.has_value(key, typed) {
            return None;
        }
        let nearest = near.into_iter().filter_map(|at| related.cards().get(at)).map(|card| card.reference.clone()).collect();
        Some(Err(Unknown { nearest, ..Unknown::default() }))
    }

    fn is_relation(&self, key: &str) -> bool {
        Related::is_relation(&self.scope.settings().kinds, key)
    }

    fn is_called(&self, key: &str, typed: &str) -> bool {
        let is_title = |at: &usize| slug(&self.scope.entries()[*at].card.title) == slug(typed);
        self.is_relation(key) && self.meant(typed).is_ok_and(|all| !typed.contains(char::is_whitespace) || all.iter().any(is_title))
    }

    fn has_value(&self, key: &str, typed: &str) -> bool {
        let kind = if key == "tag" { ValueType::Tag } else { self.key(key).unwrap_or(ValueType::Text) };
        self.is_there(&term::value(key, kind, typed)) || key == "tag" && self.scope.settings().agreed_tag(typed).is_some()
    }

    fn search(&self, typed: &str) -> Result<(&str, &str), Unknown> {
        let searches = &self.scope.settings().searches;
        let nearest = || searches.near(typed).into_iter().map(str::to_owned).collect();
        searches
            .named(typed)
            .map(|search| (search.name.as_str(), search.query.as_str()))
            .ok_or_else(|| Unknown { nearest: nearest(), ..Unknown::default() })
    }

    fn person(&self, typed: &str) -> Option<String> {
        self.scope.community.people().named(typed).map(|member| member.handle.clone())
    }
}
