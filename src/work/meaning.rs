//! What a query's words mean in a community.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::fold::fold_tag;
use crate::base::lang::Lang;
use crate::model::query::ast::{Filter, Node, Query, Reason};
use crate::model::query::of_document::{CALLED, names};
use crate::model::query::of_kinds;
use crate::model::query::related::Related;
use crate::model::query::term::{ValueType, is, value as term_of};
use crate::model::query::vocabulary::{OtherName, Unknown, Vocabulary, Wider};
use crate::store::index::LOOKED_UP;
use crate::store::workspace::load::Claimed;
use crate::text::words::{Language, stands_alone};

use super::by_path::read;
use super::catalogue;
use super::page::Page;
use super::session::Session;
use super::ties::Ties;

/// A shorter word has no other words looked up for it, in letters.
const LONG: usize = 4;

/// So many terms of the glossary are read for one query.
const MOST_TERMS: usize = 32;

/// So many other names has a name at most.
const MOST_NAMES: usize = 8;

/// What a query's words mean in this community.
pub(super) struct Words<'s> {
    session: &'s Session,
    keys: Vec<(String, ValueType)>,
    /// The kinds that are asked for; empty for all.
    pub(super) kinds: Vec<String>,
    ties: Ties<'s>,
    languages: LookedUp<String, Option<Vec<Language>>>,
    wider: LookedUp<(String, bool), Wider>,
    names: LookedUp<Vec<String>, Vec<Vec<OtherName>>>,
    values: LookedUp<String, BTreeSet<String>>,
    /// How many words were nowhere, for which a correction was looked for.
    strangers: Cell<usize>,
}

/// What the index was asked, with what it answered: a query may be read twice, and the second time asks the same.
#[derive(Debug)]
struct LookedUp<K, V>(RefCell<BTreeMap<K, V>>);

impl<K: Ord, V: Clone> LookedUp<K, V> {
    fn new() -> Self {
        Self(RefCell::new(BTreeMap::new()))
    }

    /// What is known, else what `look` finds.
    fn once(&self, key: K, look: impl FnOnce() -> V) -> V {
        if let Some(known) = self.0.borrow().get(&key) {
            return known.clone();
        }
        let found = look();
        self.0.borrow_mut().insert(key, found.clone());
        found
    }
}

impl<'s> Words<'s> {
    /// The words of a session's community.
    ///
    /// # Errors
    /// The keys of its documents can't be had.
    pub(super) fn of(session: &'s Session) -> Result<Self> {
        let (keys, ties) = (catalogue::keys(session)?, Ties::of(session));
        let (languages, wider, names, values) = (LookedUp::new(), LookedUp::new(), LookedUp::new(), LookedUp::new());
        Ok(Self { session, keys, kinds: Vec::new(), ties, languages, wider, names, values, strangers: Cell::new(0) })
    }

    /// Whose words they are.
    pub(super) fn session(&self) -> &'s Session {
        self.session
    }
}

impl Words<'_> {
    /// All names that a term of the glossary has, from its file as it is now.
    fn names_in(&self, path: &str) -> Option<Vec<OtherName>> {
        let claim = self.session.settings().kinds.claim(path, &|_| false)?;
        let document = read(self.session, Claimed { path: path.to_owned(), claim })?;
        Some(names(&document).collect())
    }

    /// The languages with stems in which documents have a word; what it looks like where none has.
    fn languages_of(&self, surface: &str) -> Option<Vec<Language>> {
        // Where everything is in one language no other's stem can meet its words.
        let settings = self.session.settings();
        let spoken: BTreeSet<&str> = std::iter::once(&settings.language).chain(&settings.languages).map(String::as_str).collect();
        if spoken.len() < 2 {
            return None;
        }
        let own = self.session.ask(|index, source| index.languages(source, surface)).unwrap_or_default();
        match own.as_slice() {
            // Nobody wrote it so; what it looks like is the best guess there is.
            [] if ends_in_dutch(surface) => Some(vec![Language::Dutch]),
            [] => Language::guess(surface).filter(|language| *language != Language::Other).map(|language| vec![language]),
            _ => Some(own),
        }
    }

    /// Other words of the documents for one.
    fn wider_than(&self, surface: &str, few: bool) -> Wider {
        let mut wider = Wider::default();
        if surface.chars().nth(LONG - 1).is_none() || stands_alone(surface) || surface.contains(|letter: char| letter.is_ascii_digit()) {
            return wider;
        }
        let settings = self.session.settings();
        if std::iter::once(&settings.language).chain(&settings.languages).any(|tag| Language::of(tag) == Language::Dutch) {
            if few {
                wider.compounds = self.session.ask(|index, source| index.compounds(source, surface)).unwrap_or_default();
            }
            wider.parts = self.session.ask(|index, source| index.parts(source, surface)).unwrap_or_default();
        }
        // What is made with it, or it of, is what is here; else it is likely not what was meant.
        if wider == Wider::default() && self.strangers.get() < LOOKED_UP {
            wider.corrections = self.session.ask(|index, source| index.corrections(source, surface)).unwrap_or_default();
            let is_nowhere = || self.session.ask(|index, source| index.languages(source, surface)).is_ok_and(|own| own.is_empty());
            let is_stranger = !wider.corrections.is_empty() || is_nowhere();
            self.strangers.set(self.strangers.get() + usize::from(is_stranger));
        }
        wider
    }

    /// What else names are called, by the glossary; each by what should be said before what should not.
    fn also_called(&self, typed: &[String]) -> Vec<Vec<OtherName>> {
        let terms: Vec<String> = typed.iter().map(|name| term_of(CALLED, ValueType::Tag, name)).collect();
        let retired = Filter::OneOf(vec![is("retired")]);
        let must = vec![Node::Filter(Filter::OneOf(terms)), Node::Not(Box::new(Node::Filter(retired)))];
        let query = Query { must, ..Query::default() };
        let page = Page { limit: Some(MOST_TERMS), ..Page::default() };
        let Ok(found) = catalogue::find(self.session, &query, page) else { return vec![Vec::new(); typed.len()] };
        let known: Vec<Vec<OtherName>> = found.cards.iter().filter_map(|(card, _)| self.names_in(&card.path)).collect();
        let settings = self.session.settings();
        let others = |name: &String| {
            let name = fold_tag(name);
            let of = known.iter().filter(|names| names.iter().any(|known| fold_tag(&known.name) == name)).flatten();
            let mut of: Vec<&OtherName> = of.filter(|other| fold_tag(&other.name) != name).collect();
            // One term may avoid what another one is called.
            of.sort_by_key(|other| other.avoided);
            // A document that has a tag can be found by every word for that; others say it with the tag itself.
            let tag = settings.agreed_tag(&name).filter(|tag| fold_tag(&tag.name) != name);
            let tag = tag.map(|tag| OtherName { name: tag.name.replace(['-', '_'], " "), avoided: false, reason: Reason::Tag });
            let mut others: Vec<OtherName> = Vec::new();
            for other in of.into_iter().chain(&tag) {
                if !others.iter().any(|known| fold_tag(&known.name) == fold_tag(&other.name)) {
                    others.push(other.clone());
                }
            }
            others.truncate(MOST_NAMES);
            others
        };
        typed.iter().map(others).collect()
    }
}

impl Vocabulary for Words<'_> {
    fn today(&self) -> Date {
        self.session.today()
    }

    fn lang(&self) -> Lang {
        self.session.lang()
    }

    fn me(&self) -> Option<String> {
        catalogue::me(self.session)
    }

    fn kind(&self, typed: &str) -> std::result::Result<String, Unknown> {
        of_kinds::kind(&self.session.settings().kinds, self.session.lang(), typed)
    }

    fn states(&self, typed: &str) -> std::result::Result<Vec<String>, Unknown> {
        let is_there = || catalogue::has_value(self.session, "status", typed).unwrap_or_default();
        of_kinds::states(&self.session.settings().kinds, &self.kinds, typed, is_there)
    }

    fn key(&self, key: &str) -> Option<ValueType> {
        self.keys.iter().find(|(known, _)| known == key).map(|(_, kind)| *kind)
    }

    fn keys(&self) -> Vec<String> {
        self.keys.iter().map(|(key, _)| key.clone()).collect()
    }

    fn labelled(&self, label: &str) -> Option<String> {
        of_kinds::labelled(&self.session.settings().kinds, label)
    }

    fn languages(&self, surface: &str) -> Option<Vec<Language>> {
        self.languages.once(surface.to_owned(), || self.languages_of(surface))
    }

    fn tags(&self, typed: &str) -> Vec<String> {
        self.session.settings().tags_below(typed)
    }

    fn related(&self, key: &str, typed: &str) -> Option<std::result::Result<Node, Unknown>> {
        self.ties.related(key, typed, self.key(key).is_some())
    }

    fn is_relation(&self, key: &str) -> bool {
        Related::is_relation(&self.session.settings().kinds, key)
    }

    fn is_called(&self, key: &str, typed: &str) -> bool {
        self.ties.is_called(key, typed)
    }

    fn has_value(&self, key: &str, typed: &str) -> bool {
        let values = self.values.once(key.to_owned(), || catalogue::values(self.session, key).unwrap_or_default());
        let kind = if key == "tag" { ValueType::Tag } else { self.key(key).unwrap_or(ValueType::Text) };
        let is_agreed = || key == "tag" && self.session.settings().agreed_tag(typed).is_some();
        values.contains(&term_of(key, kind, typed)) || is_agreed()
    }

    fn search(&self, typed: &str) -> std::result::Result<(&str, &str), Unknown> {
        self.session.settings().searches.meant(typed)
    }

    fn wider(&self, surface: &str, few: bool) -> Wider {
        self.wider.once((surface.to_owned(), few), || self.wider_than(surface, few))
    }

    fn other_names(&self, typed: &[String]) -> Vec<Vec<OtherName>> {
        self.names.once(typed.to_vec(), || self.also_called(typed))
    }

    fn person(&self, typed: &str) -> Option<String> {
        catalogue::handle_of(self.session, typed)
    }
}

/// Whether a word ends in a doubled consonant and `e`, as `stille` and `dikke` do: in Dutch that is an inflection, in English none.
fn ends_in_dutch(word: &str) -> bool {
    match word.as_bytes() {
        [.., before, last, b'e'] => before == last && last.is_ascii_lowercase() && !b"aeiou".contains(last),
        _ => false,
    }
}
