//! What was looked at and found true, or made so.

use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;
use crate::work::history::event::{Action, Outcome};

use super::Section;

pub(super) static SECTION: Section = Section { name: "reviewed", heading: || msg!("digest-reviewed"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let reviewed = ground.of_action(|action| action == Action::Reviewed).into_iter();
    let entry = |(event, at): (&crate::work::history::event::Event, usize)| {
        let by = ground.names(&event.people);
        let says =
            if event.outcome == Some(Outcome::Revised) { msg!("digest-revised", by = by) } else { msg!("digest-still-true", by = by) };
        Entry { says: ground.say(&says), date: event.date, ..ground.entry(at) }
    };
    reviewed.map(entry).collect()
}
