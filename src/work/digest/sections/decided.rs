//! What was decided and adopted.

use crate::model::kind::Capability;
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;
use crate::work::history::event::{Action, Event};

use super::Section;

pub(super) static SECTION: Section = Section { name: "decided", heading: || msg!("digest-decided"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let moved = ground.of_action(|action| matches!(action, Action::Status | Action::Created)).into_iter();
    moved.filter_map(|(event, at)| decided(ground, event, at)).collect()
}

fn decided(ground: &Ground<'_>, event: &Event, at: usize) -> Option<Entry> {
    let document = &ground.community.documents()[at];
    let kind = ground.community.kind(document);
    let state = match event.action {
        Action::Status => ground.state_of(event, at)?,
        // What was written down as decided was decided then.
        _ => document.state.as_deref().and_then(|name| kind.state(name)).filter(|_| kind.field("deciders").is_some())?,
    };
    if !kind.has(Capability::Stewarded) || state.open || state.retired || kind.is_unsettled(state) {
        return None;
    }
    let deciders: Vec<String> = document.values("deciders").iter().map(|value| ground.called(&value.text)).collect();
    let by = if deciders.is_empty() { ground.names(&event.people) } else { ground.listed(deciders.iter().map(String::as_str).collect()) };
    let says = ground.say(&msg!("digest-moved", state = state.label.text(ground.lang, &state.name), by = by));
    Some(Entry { says, quote_of: Some((at, None)), date: event.date, ..ground.entry(at) })
}
