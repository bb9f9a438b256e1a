//! Who took part, by organisation: how many members, and never how much each did.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::kind::Capability;
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;

use super::Section;

pub(super) static SECTION: Section = Section { name: "took-part", heading: || msg!("digest-took-part"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let active: BTreeSet<&str> =
        ground.events.iter().flat_map(|event| &event.people).filter_map(|person| person.handle.as_deref()).collect();
    let mut places: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for (_, document, kind) in ground.documents() {
        let is_active = kind.has(Capability::Person) && active.contains(document.handle());
        if let Some(place) = document.value("organisation").filter(|place| is_active && !place.trim().is_empty()) {
            places.entry(place.trim().to_lowercase()).or_insert_with(|| (place.trim().to_owned(), 0)).1 += 1;
        }
    }
    let entry = |(place, count): (String, usize)| Entry {
        title: Some(place),
        says: ground.say(&msg!("digest-members", count = count)),
        ..Entry::default()
    };
    places.into_values().map(entry).collect()
}
