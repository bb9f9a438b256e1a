//! What the community is about, and what its members owe each other.

use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;

use super::Section;

pub(super) static SECTION: Section = Section { name: "purpose", heading: || msg!("digest-purpose"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let settings = ground.session.settings();
    let said = settings.purpose.iter().chain(&settings.agreements);
    said.map(|text| Entry { says: text.split_whitespace().collect::<Vec<_>>().join(" "), ..Entry::default() }).collect()
}
