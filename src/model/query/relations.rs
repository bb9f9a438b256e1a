//! What a query means by a relation and what stands behind it, whoever knows the documents: the index, or a community in memory.

use crate::base::slug::slug;
use crate::model::kinds::Kinds;
use crate::model::names::Found;

use super::ast::Node;
use super::card::Card;
use super::related::{ANSWERS, Related};
use super::ties::Tie;
use super::vocabulary::Unknown;

/// Who knows the documents that are asked for.
pub trait Knows<'s> {
    /// How documents stand to one another; `None` where that can't be had.
    fn related(&self) -> Option<&Related<'s>>;

    /// What a person means: a member by their handle, a document by anything else.
    fn meant(&self, related: &Related<'_>, typed: &str) -> Found;

    /// What a document says of others.
    fn said_by(&self, card: &Card) -> Vec<Tie>;

    /// Whether anything stands at a path.
    fn is_file(&self, path: &str) -> bool;

    /// Whether a document has this value under a key.
    fn has_value(&self, key: &str, typed: &str) -> bool;

    /// Several documents are called what was typed, and all are meant.
    fn several(&self, related: &Related<'_>, typed: &str, all: &[usize]) {
        let _ = (related, typed, all);
    }
}

/// See [`Vocabulary::related`](super::vocabulary::Vocabulary::related); `is_key` tells whether files have a key of that name.
pub fn node<'s>(kinds: &Kinds, knows: &impl Knows<'s>, key: &str, typed: &str, is_key: bool) -> Option<Result<Node, Unknown>> {
    if !Related::is_relation(kinds, key) {
        return None;
    }
    let is_written = is_key && key != ANSWERS;
    if typed.ends_with('*') && (is_written || typed != "*") {
        return if is_written { None } else { Some(Err(Unknown::default())) };
    }
    let related = knows.related()?;
    if typed == "*" {
        return Some(Ok(related.to_any(key)));
    }
    let to = |at: usize| {
        let said = related.cards().get(at).map(|card| knows.said_by(card)).unwrap_or_default();
        related.to(key, at, said, &|path| knows.is_file(path))
    };
    let near = match knows.meant(related, typed) {
        Found::One(at) => return Some(Ok(to(at))),
        Found::Several(several) => {
            knows.several(related, typed, &several);
            return Some(Ok(Node::Or(several.into_iter().map(to).collect())));
        }
        Found::Nothing(near) => near,
    };
    // What leads nowhere can be looked for as it is written.
    if is_written && knows.has_value(key, typed) {
        return None;
    }
    let nearest = near.into_iter().filter_map(|at| related.cards().get(at)).map(|card| card.reference.clone()).collect();
    Some(Err(Unknown { nearest, ..Unknown::default() }))
}

/// See [`Vocabulary::is_called`](super::vocabulary::Vocabulary::is_called).
pub fn is_called<'s>(kinds: &Kinds, knows: &impl Knows<'s>, key: &str, typed: &str) -> bool {
    if !Related::is_relation(kinds, key) {
        return false;
    }
    let Some(related) = knows.related() else { return false };
    let found = match knows.meant(related, typed) {
        Found::One(at) => vec![at],
        Found::Several(several) => several,
        Found::Nothing(_) => return false,
    };
    let is_title = |at: &usize| related.cards().get(*at).is_some_and(|card| slug(&card.title) == slug(typed));
    !typed.contains(char::is_whitespace) || found.iter().any(is_title)
}
