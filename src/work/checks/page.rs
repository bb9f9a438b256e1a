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
        self.document.written_state(self.kind)
    }
}
