//! Who came.

use crate::model::kind::Capability;
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;
use crate::work::history::event::Action;

use super::Section;

pub(super) static SECTION: Section = Section { name: "people", heading: || msg!("digest-people"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let made = ground.of_action(|action| action == Action::Created).into_iter();
    let entry = |(event, at): (&crate::work::history::event::Event, usize)| {
        let document = &ground.community.documents()[at];
        let member = ground.community.people().by_handle(document.handle()).filter(|member| !member.left)?;
        ground.community.kind(document).has(Capability::Person).then_some(())?;
        let says = match document.value("organisation").filter(|text| !text.is_empty()) {
            Some(place) => msg!("digest-came-from", place = place),
            None => msg!("digest-came"),
        };
        // What somebody may be asked is where a talk begins.
        let ask = document.value("ask_me").filter(|text| crate::model::reading::yes_no(text).is_none());
        let quote = ask.map(|text| ground.say(&msg!("digest-ask-about", about = text)));
        Some(Entry { title: Some(member.name.clone()), says: ground.say(&says), quote, date: event.date, ..ground.entry(at) })
    };
    made.filter_map(entry).collect()
}
