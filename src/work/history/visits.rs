//! What other files tell of a document: the answers below it, and the reports about it.

use crate::model::history::ChangeKind;
use crate::model::kind::Capability;
use crate::model::kinds::Claim;
use crate::model::targets::{Target, of_relation};

use super::super::write::flag;
use super::changes::STATUS;
use super::event::{Action, Event};
use super::past::{Before, Past, Subject};
use super::words::about;

/// The events of answers and reports that belong to the story of the document at a place, in no order.
pub(super) fn of(past: &Past<'_>, at: usize) -> Vec<Event> {
    let mut events = Vec::new();
    for child in past.community.children(at) {
        let kind = past.community.kind(&past.community.documents()[child]);
        let action = if kind.has(Capability::Acceptable) { Action::Answered } else { Action::Created };
        events.extend(made(past, child, action, None));
    }
    for (at, document) in reports(past, at) {
        let kind_of = document.value("type").map(str::to_owned);
        let mut made = made(past, at, Action::Flagged, kind_of);
        if let Some(event) = &mut made {
            event.reason = document.value("reason").map(str::to_owned).or(event.reason.take());
        }
        events.extend(made);
        events.extend(settled(past, at));
    }
    events
}

/// The reports about a document, with their places.
fn reports<'p>(past: &'p Past<'_>, about: usize) -> impl Iterator<Item = (usize, &'p crate::model::document::Document)> {
    let documents = past.community.documents().iter().map(AsRef::as_ref).enumerate();
    documents.filter(move |(_, document)| {
        let is_about = |relation| matches!(of_relation(past.community, document, relation), Target::Document(to, _) if to == about);
        past.community.kind(document).name == flag::KIND && document.related("about").any(is_about)
    })
}

fn subject(past: &Past<'_>, at: usize) -> Subject {
    let document = &past.community.documents()[at];
    Subject { claim: Claim { kind: document.kind, slug: document.slug.clone() }, at: Some(at) }
}

/// When a document came to be, if that is known.
fn made(past: &Past<'_>, at: usize, action: Action, to: Option<String>) -> Option<Event> {
    let (change, _) = past.changes(&past.community.documents()[at].path).into_iter().next()?;
    let event = (change.kind == ChangeKind::Added).then(|| past.plain(&subject(past, at), change, action, to)).flatten()?;
    Some(Event { subject: Some(about(past, at)), ..event })
}

/// When a report came into a state in which nothing is waited for.
fn settled(past: &Past<'_>, at: usize) -> Vec<Event> {
    let (subject, document) = (subject(past, at), &past.community.documents()[at]);
    let kind = past.community.kind(document);
    let is_open = |state: &Option<String>| state.as_deref().and_then(|name| kind.state(name)).is_some_and(|state| state.open);
    let mut events = Vec::new();
    for (change, before) in past.changes(&document.path) {
        if before == Before::Nothing || change.kind == ChangeKind::Deleted {
            continue;
        }
        let Some(event) = past.event(&subject, change, before) else { continue };
        let moved = event.changes.iter().any(|change| change.field == STATUS && is_open(&change.from) && !is_open(&change.to));
        if moved && let Some(event) = past.plain(&subject, change, Action::Settled, None) {
            events.push(Event { subject: Some(about(past, at)), ..event });
        }
    }
    events
}
