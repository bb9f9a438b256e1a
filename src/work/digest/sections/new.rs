//! What was written: practices, terms and resources that were not there, and questions that were asked.

use crate::model::kind::Capability;
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;
use crate::work::history::event::Action;
use crate::work::write::flag;

use super::Section;

pub(super) static SECTION: Section = Section { name: "new", heading: || msg!("digest-new"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let made = ground.of_action(|action| action == Action::Created).into_iter();
    let entry = |(event, at): (&crate::work::history::event::Event, usize)| {
        let document = &ground.community.documents()[at];
        let kind = ground.community.kind(document);
        let is_other =
            kind.has(Capability::Person) || kind.has(Capability::Acceptable) || kind.name == flag::KIND || kind.has(Capability::Dated);
        let state = document.state.as_deref().and_then(|name| kind.state(name));
        if is_other
            || state.is_some_and(|state| state.retired)
            || kind.field("deciders").is_some() && state.is_some_and(|state| !state.open)
        {
            return None;
        }
        let label = kind.label(ground.lang);
        let says = if kind.relation("accepted").is_some() {
            msg!("digest-asked-by", by = ground.maker(at))
        } else {
            msg!("digest-made-by", kind = label, by = ground.maker(at))
        };
        Some(Entry { says: ground.say(&says), quote_of: Some((at, None)), date: event.date, ..ground.entry(at) })
    };
    made.filter_map(entry).collect()
}
