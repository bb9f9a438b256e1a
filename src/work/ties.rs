//! What a query means by `links-to:`, `answers:` and every other relation: the documents that it finds, by what people call another.

use std::cell::OnceCell;

use crate::base::slug::slug;
use crate::model::names::Found;
use crate::model::query::ast::Node;
use crate::model::query::card::Card;
use crate::model::query::related::{ANSWERS, Related};
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
        let session = self.session;
        if !Related::is_relation(&session.settings().kinds, key) {
            return None;
        }
        let is_written = is_key && key != ANSWERS;
        if typed.ends_with('*') && (is_written || typed != "*") {
            return if is_written { None } else { Some(Err(Unknown::default())) };
        }
        let related = self.related.get_or_init(|| self.look()).as_ref()?;
        if typed == "*" {
            return Some(Ok(related.to_any(key)));
        }
        let meant = self.meant(related, typed);
        let near = match meant {
            Found::One(at) => return Some(Ok(self.to(related, key, &[at]))),
            Found::Several(several) => {
                let told = several.iter().filter_map(|at| related.cards().get(*at)).take(TOLD).map(|card| card.reference.as_str());
                let more = if several.len() > TOLD { ", …" } else { "" };
                let names = told.collect::<Vec<_>>().join(", ") + more;
                let msg = msg!("query-several-documents", typed = echo::value(typed), names = names);
                session.remark(Remark { code: "query", msg, place: None });
                return Some(Ok(self.to(related, key, &several)));
            }
            Found::Nothing(near) => near,
        };
        // What leads nowhere can be looked for as it is written.
        if is_written && catalogue::has_value(session, key, typed).unwrap_or_default() {
            return None;
        }
        let nearest = near.into_iter().filter_map(|at| related.cards().get(at)).map(|card| card.reference.clone()).collect();
        Some(Err(Unknown { nearest, ..Unknown::default() }))
    }

    /// See [`Vocabulary::is_called`](crate::model::query::vocabulary::Vocabulary::is_called).
    pub(super) fn is_called(&self, key: &str, typed: &str) -> bool {
        if !Related::is_relation(&self.session.settings().kinds, key) {
            return false;
        }
        let Some(related) = self.related.get_or_init(|| self.look()).as_ref() else { return false };
        let found = match self.meant(related, typed) {
            Found::One(at) => vec![at],
            Found::Several(several) => several,
            Found::Nothing(_) => return false,
        };
        let is_title = |at: &usize| related.cards().get(*at).is_some_and(|card| slug(&card.title) == slug(typed));
        !typed.contains(char::is_whitespace) || found.iter().any(is_title)
    }

    fn look(&self) -> Option<Related<'s>> {
        let (cards, said) = self.session.ask(|index: &mut Index, source| Ok((index.cards(source)?, index.ties(source)?))).ok()?;
        let said = said.iter().filter_map(|term| Tie::of_term(term));
        Some(Related::of(self.session.settings(), cards, said, &|path| self.is_file(path)))
    }

    /// What a person means: a member by their handle, a document by anything else.
    fn meant(&self, related: &Related<'_>, typed: &str) -> Found {
        let typed = self.session.seen_from_here(typed);
        let member = typed.strip_prefix('@').and_then(|handle| self.session.people().by_handle(handle));
        let stands = |card: &Card| member.is_some_and(|member| member.path == card.path);
        match related.cards().iter().position(stands) {
            Some(at) => Found::One(at),
            None => related.find(&typed),
        }
    }

    fn to(&self, related: &Related<'_>, key: &str, all: &[usize]) -> Node {
        let mut nodes: Vec<Node> = all
            .iter()
            .map(|at| {
                let said = related.cards().get(*at).map(|card| self.said_by(card)).unwrap_or_default();
                related.to(key, *at, said, &|path| self.is_file(path))
            })
            .collect();
        if nodes.len() == 1 { nodes.remove(0) } else { Node::Or(nodes) }
    }

    /// What a document says of others, by its file as it is now.
    fn said_by(&self, card: &Card) -> Vec<Tie> {
        let document = by_path::at(self.session, &card.path);
        document.map(|document| ties(&document, self.session.settings()).into_iter().collect()).unwrap_or_default()
    }

    /// Whether anything that is no document stands at a path, so that it is no name of one.
    fn is_file(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        let is_there = |other: &str| other == path || other.starts_with(&folder);
        self.session.paths().any(is_there)
    }
}
