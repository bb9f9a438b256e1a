//! Stories of what was tried and what came of it, with the value that they show.

use crate::model::kind::Capability;
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;
use crate::work::history::event::{Action, Event};

use super::Section;

pub(super) static SECTION: Section = Section { name: "stories", heading: || msg!("digest-stories"), find };

/// The section that says what came of it.
const OUTCOME: &str = "outcome";
/// The field that says which value it shows, after Wenger, Trayner and de Laat (2011).
const VALUE: &str = "value";

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let entry = |(event, at): (&Event, usize)| {
        let document = &ground.community.documents()[at];
        let values: Vec<String> = document.values(VALUE).iter().filter_map(|value| word(ground, &value.text)).collect();
        let by = ground.maker(at);
        let says =
            if values.is_empty() { msg!("digest-told-by", by = by) } else { msg!("digest-told-value", by = by, value = values.join(", ")) };
        Entry { says: ground.say(&says), quote_of: Some((at, Some(OUTCOME))), date: event.date, ..ground.entry(at) }
    };
    published(ground).into_iter().map(entry).collect()
}

/// What was published, newest first: of kinds that tell what came of something.
pub(super) fn published<'g>(ground: &'g Ground<'_>) -> Vec<(&'g Event, usize)> {
    let mut moved = ground.of_action(|action| matches!(action, Action::Status | Action::Created));
    let is_story = |at: usize| {
        let document = &ground.community.documents()[at];
        let kind = ground.community.kind(document);
        let state = document.state.as_deref().and_then(|name| kind.state(name));
        kind.field(VALUE).is_some()
            && !kind.has(Capability::Person)
            && state.is_some_and(|state| !kind.is_unsettled(state) && !state.retired)
    };
    let mut seen = std::collections::BTreeSet::new();
    moved.retain(|(_, at)| is_story(*at) && seen.insert(*at));
    moved
}

/// What a value is called.
fn word(ground: &Ground<'_>, value: &str) -> Option<String> {
    let msg = match value.trim().to_lowercase().as_str() {
        "immediate" => msg!("value-immediate"),
        "potential" => msg!("value-potential"),
        "applied" => msg!("value-applied"),
        "realised" => msg!("value-realised"),
        "reframing" => msg!("value-reframing"),
        _ => return None,
    };
    Some(ground.say(&msg))
}
