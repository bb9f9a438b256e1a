//! What is a proposal: something that somebody is to decide on.

use crate::model::document::Document;
use crate::model::kind::{Capability, Kind};

/// Whether a document is one, and nobody decided on it yet.
///
/// A record that was there before and stands in a folder such as `approved/` is none: where it was filed tells more than a line that nobody
/// went back to.
pub fn is_proposal(document: &Document, kind: &Kind) -> bool {
    let is_open = document.state.as_deref().and_then(|name| kind.state(name)).is_some_and(|state| state.open);
    kind.has(Capability::Stewarded) && is_open && !is_filed_as_decided(document, kind)
}

fn is_filed_as_decided(document: &Document, kind: &Kind) -> bool {
    let folder = document.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    kind.is_adopted() && folder.split('/').any(|name| kind.state_meant_by(name).is_some_and(|state| !state.open))
}
