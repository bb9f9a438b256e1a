//! What a query means by `links-to:`, `answers:` and every other relation: the documents that it finds, by what people call another.

use std::cell::OnceCell;

use crate::model::names::Found;
use crate::model::query::ast::Node;
use crate::model::query::card::Card;
use crate::model::query::related::Related;
use crate::model::query::relations::{self, Knows};
use crate::model::query::ties::{Tie, ties};
use crate::model::query::vocabulary::Unknown;
use crate::msg;
use crate::show::view::Remark;
use crate::store::index::Index;

use super::by_path;
use super::catalogue;
use super::echo;
use super::session::Session;

/// So many of the documents that share a name are told.
const TOLD: usize = 4;

/// How documents stand to one another, looked up when it is first asked.
pub(super) struct Ties<'s> {
    session: &'s Session,
    related: OnceCell<Option<Related<'s>>>,
}

impl<'s> Ties<'s> {
    pub(super) fn of(session: &'s Session) -> Self {
        Self { session, related: OnceCell::new() }
    }

    /// See [`Vocabulary::related`](crate::model::query::vocabulary::Vocabulary::related); `is_key` tells whether files have a key of that name.
    pub(super) fn related(&self, key: &str, typed: &str, is_key: bool) -> Option<Result<Node, Unknown>> {
        relations::node(&self.session.settings().kinds, self, key, typed, is_key)
    }

    /// See [`Vocabulary::is_called`](crate::model::query::vocabulary::Vocabulary::is_called).
    pub(super) fn is_called(&self, key: &str, typed: &str) -> bool {
        relations::is_called(&self.session.settings().kinds, self, key, typed)
    }

    fn look(&self) -> Option<Related<'s>> {
        let (cards, said) = self.session.ask(|index: &mut Index, source| Ok((index.cards(source)?, index.ties(source)?))).ok()?;
        let said = said.iter().filter_map(|term| Tie::of_term(term));
        Some(Related::of(self.session.settings(), cards, said, &|path| self.is_file(path)))
    }
}

impl<'s> Knows<'s> for Ties<'s> {
    fn related(&self) -> Option<&Related<'s>> {
        self.related.get_or_init(|| self.look()).as_ref()
    }

    fn meant(&self, related: &Related<'_>, typed: &str) -> Found {
        let typed = self.session.seen_from_here(typed);
        let member = typed.strip_prefix('@').and_then(|handle| self.session.people().by_handle(handle));
        let stands = |card: &Card| member.is_some_and(|member| member.path == card.path);
        match related.cards().iter().position(stands) {
            Some(at) => Found::One(at),
            None => related.find(&typed),
        }
    }

    /// By its file as it is now.
    fn said_by(&self, card: &Card) -> Vec<Tie> {
        let document = by_path::at(self.session, &card.path);
        document.map(|document| ties(&document, self.session.settings()).into_iter().collect()).unwrap_or_default()
    }

    fn is_file(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        let is_there = |other: &str| other == path || other.starts_with(&folder);
        self.session.paths().any(is_there)
    }

    fn has_value(&self, key: &str, typed: &str) -> bool {
        catalogue::has_value(self.session, key, typed).unwrap_or_default()
    }

    fn several(&self, related: &Related<'_>, typed: &str, all: &[usize]) {
        let told = all.iter().filter_map(|at| related.cards().get(*at)).take(TOLD).map(|card| card.reference.as_str());
        let more = if all.len() > TOLD { ", …" } else { "" };
        let names = told.collect::<Vec<_>>().join(", ") + more;
        let msg = msg!("query-several-documents", typed = echo::value(typed), names = names);
        self.session.remark(Remark { code: "query", msg, place: None });
    }
}
