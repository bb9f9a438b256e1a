//! One document as rules look at it: with where its links lead.

use crate::model::document::Document;
use crate::model::kind::{Kind, State};
use crate::text::markdown::Link;

use super::fate::{Fate, fate};
use super::scope::Scope;

/// A document under a rule's eye.
pub struct Page<'a> {
    /// Its place among the documents.
    pub(super) at: usize,
    /// The document.
    pub(super) document: &'a Document,
    /// Its kind.
    pub(super) kind: &'a Kind,
    /// Where each of its links leads, in their order.
    pub(super) fates: Vec<Fate>,
}

impl<'a> Page<'a> {
    pub(super) fn new(scope: &Scope<'a>, at: usize) -> Self {
        let document = scope.document(at);
        let kind = scope.kind(at);
        let fates = document.markdown.links.iter().map(|link| fate(scope, document, kind, link)).collect();
        Self { at, document, kind, fates }
    }

    /// Its links with where they lead.
    pub(super) fn links(&self) -> impl Iterator<Item = (&'a Link, &Fate)> {
        self.document.markdown.links.iter().zip(&self.fates)
    }

    /// Whether its file was there before the community was.
    pub(super) fn is_adopted(&self) -> bool {
        self.kind.is_adopted()
    }

    /// The state that the document is in, if somebody wrote it.
    pub(super) fn state(&self) -> Option<&'a State> {
        state_of(self.document, self.kind)
    }
}

/// The state that a document is in, if somebody wrote it. In files from before the community the kind's first state is only what cop takes
/// them to be in, and asks nothing of anybody; unless the community says that such files are in it.
pub(super) fn state_of<'a>(document: &Document, kind: &'a Kind) -> Option<&'a State> {
    let state = document.state.as_deref().and_then(|name| kind.state(name))?;
    let is_guess = document.said_state.is_none() && kind.default_state.is_none() && kind.states.first() == Some(state);
    (!(kind.is_adopted() && is_guess)).then_some(state)
}
