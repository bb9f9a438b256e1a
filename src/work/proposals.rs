//! What is a proposal: something that somebody is to decide on.

use crate::model::document::Document;
use crate::model::kind::{Capability, Kind};

/// Whether a document is one, and nobody decided on it yet.
pub fn is_proposal(document: &Document, kind: &Kind) -> bool {
    let is_open = document.written_state(kind).is_some_and(|state| state.open);
    kind.has(Capability::Stewarded) && is_open && !kind.is_filed_as_settled(&document.path)
}
