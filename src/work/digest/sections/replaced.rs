//! What holds no longer, and what does instead.

use crate::model::kind::Capability;
use crate::model::targets::{Target, of_relation};
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;
use crate::work::history::event::Action;

use super::Section;

pub(super) static SECTION: Section = Section { name: "replaced", heading: || msg!("digest-replaced"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let moved = ground.of_action(|action| action == Action::Status).into_iter();
    let entry = |(event, at): (&crate::work::history::event::Event, usize)| {
        let document = &ground.community.documents()[at];
        let state = ground.state_of(event, at).filter(|state| state.retired)?;
        let is_told = ground.community.kind(document).has(Capability::Stewarded);
        let successor = document.related("superseded_by").next().map(|relation| of_relation(ground.community, document, relation));
        let says = match successor {
            Some(Target::Document(next, _)) => {
                msg!(
                    "digest-instead",
                    state = state.label.text(ground.lang, &state.name),
                    title = &ground.community.documents()[next].title
                )
            }
            _ => msg!("digest-moved", state = state.label.text(ground.lang, &state.name), by = ground.names(&event.people)),
        };
        let reason = document.value("reason").map(str::to_owned);
        is_told.then(|| Entry { says: ground.say(&says), quote: reason, date: event.date, ..ground.entry(at) })
    };
    moved.filter_map(entry).collect()
}
