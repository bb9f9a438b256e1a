//! How documents stand to one another: what the references in them lead to, and which conditions find who refers to whom.

use std::collections::{BTreeSet, HashMap};

use crate::model::field::FieldType;
use crate::model::kinds::Kinds;
use crate::model::names::{Found, Name, Names};
use crate::model::settings::Settings;

use super::ast::{Filter, Node};
use super::card::Card;
use super::fields::{LINKED_BY, LINKS_TO, USES};
use super::kin;
use super::term::{self, ValueType};
use super::ties::Tie;

/// The relation that follows from where a document stands.
pub const ANSWERS: &str = "answers";

/// What documents are called and what they say of one another.
#[derive(Debug)]
pub struct Related<'s> {
    kinds: &'s Kinds,
    cards: Vec<Card>,
    names: Names,
    /// Below which documents each stands that does.
    parents: HashMap<usize, Vec<usize>>,
    /// What any document says, and the document that it leads to.
    said: Vec<(Tie, usize)>,
}

impl<'s> Related<'s> {
    /// The documents of a community, by path, and everything that any of them says, as [`Tie::term`] gives it. `is_file` tells whether
    /// anything stands at a path.
    pub fn of(settings: &'s Settings, cards: Vec<Card>, said: impl IntoIterator<Item = Tie>, is_file: &dyn Fn(&str) -> bool) -> Self {
        let name = |card: &Card| {
            let kind = settings.kinds.named(&card.kind);
            Name {
                reference: card.reference.clone(),
                path: card.path.clone(),
                title: card.title.clone(),
                aliases: card.aliases.clone(),
                numbered: kind.is_some_and(|kind| kind.numbered.is_some()),
                is_child: kind.is_some_and(|kind| kind.parent.is_some()),
            }
        };
        let names = Names::new(cards.iter().map(name).collect());
        let mut related = Self { kinds: &settings.kinds, names, parents: HashMap::new(), said: Vec::new(), cards };
        related.parents =
            (0..related.cards.len()).map(|at| (at, related.parents(at, settings))).filter(|(_, above)| !above.is_empty()).collect();
        related.said = said.into_iter().filter_map(|tie| related.leads_to(&tie, is_file).map(|to| (tie, to))).collect();
        related
    }

    /// The documents, by path.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// What a person means by a name.
    pub fn find(&self, typed: &str) -> Found {
        self.names.find(typed, &|word| self.kind_of(word))
    }

    /// The name that a key has among relations: whether any document can stand in it.
    pub fn is_relation(kinds: &Kinds, key: &str) -> bool {
        let is_so = |name: &str| term::key(name) == key;
        let mut relations = kinds.all().iter().flat_map(|kind| &kind.relations);
        matches!(key, LINKS_TO | LINKED_BY | USES)
            || relations.any(|relation| is_so(&relation.name) || relation.inverse.as_deref().is_some_and(is_so))
            || is_reference(kinds, key)
    }

    /// The documents that stand in a relation to one, whichever of the two says so; `own` is what that one says.
    pub fn to(&self, key: &str, one: usize, own: impl IntoIterator<Item = Tie>, is_file: &dyn Fn(&str) -> bool) -> Node {
        let said = self.said.iter().filter(|(tie, to)| *to == one && says(key, tie)).map(|(tie, _)| tie.term()).collect();
        let of_it = self.said_otherwise(key);
        let own = own.into_iter().filter(|tie| key == LINKED_BY || of_it.contains(&tie.relation));
        let mut others: BTreeSet<usize> = own.filter_map(|tie| self.leads_to(&tie, is_file)).collect();
        if key == ANSWERS {
            others.extend(self.parents.iter().filter(|(_, above)| above.contains(&one)).map(|(child, _)| *child));
        }
        if of_it.contains(ANSWERS) {
            others.extend(self.parents.get(&one).into_iter().flatten());
        }
        others.remove(&one);
        // Nothing is related to itself, though a name in it may lead there.
        let not_itself = Node::Not(Box::new(self.at_paths([one])));
        Node::Or(vec![Node::And(vec![Node::Filter(Filter::OneOf(said)), not_itself]), self.at_paths(others)])
    }

    /// The documents that stand in a relation to any.
    pub fn to_any(&self, key: &str) -> Node {
        let of_it = self.said_otherwise(key);
        let terms = self.said.iter().filter(|(tie, _)| says(key, tie)).map(|(tie, _)| tie.term()).collect();
        let led = self.said.iter().filter(|(tie, _)| key == LINKED_BY || of_it.contains(&tie.relation)).map(|(_, to)| *to);
        let mut others: BTreeSet<usize> = led.collect();
        if key == ANSWERS {
            others.extend(self.parents.keys());
        }
        if of_it.contains(ANSWERS) {
            others.extend(self.parents.values().flatten());
        }
        Node::Or(vec![Node::Filter(Filter::OneOf(terms)), self.at_paths(others)])
    }

    /// The relations that say a relation from the other side: `superseded-by` of `supersedes`, and the other way round.
    fn said_otherwise(&self, key: &str) -> BTreeSet<String> {
        let relations = self.kinds.all().iter().flat_map(|kind| &kind.relations);
        let other = relations.filter(|relation| relation.inverse.as_deref().is_some_and(|name| term::key(name) == key));
        other.map(|relation| term::key(&relation.name)).collect()
    }

    fn at_paths(&self, all: impl IntoIterator<Item = usize>) -> Node {
        let paths = all.into_iter().filter_map(|at| self.cards.get(at));
        Node::Filter(Filter::OneOf(paths.map(|card| term::value("path", ValueType::Text, &card.path)).collect()))
    }

    fn kind_of(&self, word: &str) -> Option<String> {
        self.kinds.meant_by(word).map(|kind| kind.name.clone())
    }

    /// The document that a reference leads to, as [`of_link`](crate::model::targets::of_link) and the others there have it.
    fn leads_to(&self, tie: &Tie, is_file: &dyn Fn(&str) -> bool) -> Option<usize> {
        if let Some(path) = &tie.path {
            let there = self.names.by_path(path);
            if there.is_some() || tie.name.is_none() || is_file(path) {
                return there;
            }
        }
        match self.names.resolve(tie.name.as_deref()?, &|word| self.kind_of(word)) {
            Found::One(at) => Some(at),
            // The kinds that a relation may point to decide between documents of one name.
            Found::Several(several) => {
                let kind = self.kinds.named(&tie.kind)?;
                let relation = kind.relations.iter().find(|relation| term::key(&relation.name) == tie.relation)?;
                let mut fit = several.into_iter().filter(|at| relation.to.contains(&self.cards[*at].kind));
                fit.next().filter(|_| fit.next().is_none())
            }
            Found::Nothing(_) => None,
        }
    }

    /// Below which documents another stands, by its name.
    fn parents(&self, at: usize, settings: &Settings) -> Vec<usize> {
        let card = &self.cards[at];
        let named = self.kinds.named(&card.kind).zip(card.reference.split_once('/'));
        named.map(|(kind, (_, slug))| kin::parents(kind, slug, settings, |name| self.names.by_ref(name))).unwrap_or_default()
    }
}

/// Whether a reference is what a key asks for: every one is a link.
fn says(key: &str, tie: &Tie) -> bool {
    key == LINKS_TO || tie.relation == key
}

/// Whether a key is a field that names a document.
fn is_reference(kinds: &Kinds, key: &str) -> bool {
    let mut fields = kinds.all().iter().flat_map(|kind| &kind.fields).filter(|field| field.kind == FieldType::Ref);
    fields.any(|field| term::key(&field.name) == key)
}
