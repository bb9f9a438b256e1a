//! Proposals that nobody decided on.

use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::work::checks::patience;
use crate::work::due::ground::{Ground, state};
use crate::work::due::waits::{Duty, Sort, Urgency, Waits, Why};
use crate::work::proposals::is_proposal;

pub(in crate::work::due) fn find(ground: &Ground<'_>) -> Vec<Waits> {
    let proposals = ground.documents().filter(|(_, document, kind)| is_proposal(document, kind));
    proposals.map(|(_, document, kind)| proposal(ground, document, kind)).collect()
}

fn proposal(ground: &Ground<'_>, document: &Document, kind: &Kind) -> Waits {
    let since = ground.created(document).or_else(|| document.date("date"));
    let is_late = since.is_some_and(|since| patience(ground.settings()).1.after(since) < ground.today);
    let urgency = if is_late { Urgency::Now } else { Urgency::Soon };
    let command = format!("cop mark {} {}", document.reference, decided(document, kind));
    let why = Why::Undecided(ground.age(since));
    let waits = Waits::new(Sort::Proposal, urgency, why, Duty::Facilitator, command).about(document);
    let deciders = ground.members(document, "deciders");
    let people = if deciders.is_empty() { ground.members(document, "steward") } else { deciders };
    Waits { since, people, ..waits }
}

/// The state into which a proposal is brought by saying yes to it.
fn decided<'k>(document: &Document, kind: &'k Kind) -> &'k str {
    let holds = |name: &&String| kind.state(name).is_some_and(|state| !state.open && !state.retired);
    let now = state(document, kind).map(|state| state.name.as_str()).unwrap_or_default();
    let next = kind.moves.get(now).and_then(|moves| moves.iter().rfind(holds));
    let any = || kind.states.iter().map(|state| &state.name).find(holds);
    next.or_else(any).map_or("accepted", String::as_str)
}
