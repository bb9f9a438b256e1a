//! The parts of a letter: a file each, and its line here.

mod answered;
mod asked;
mod decided;
mod followed;
mod goals;
mod meetings;
mod needs;
mod new;
mod people;
mod purpose;
mod read_first;
mod replaced;
mod reviewed;
mod stories;
mod thanked;
mod took_part;

mod outcome;

use crate::base::lang::Msg;

use super::ground::Ground;
use super::{Audience, Entry, Part, SHOWN};

pub(super) use outcome::result;

/// A part of a letter.
pub(super) struct Section {
    /// What programs call it.
    name: &'static str,
    /// What stands above it.
    heading: fn() -> Msg,
    /// What it tells.
    find: fn(&Ground<'_>) -> Vec<Entry>,
}

/// The parts of a letter for somebody, in order.
fn for_whom(audience: &Audience) -> Vec<&'static Section> {
    match audience {
        Audience::Member => vec![
            &answered::SECTION,
            &new::SECTION,
            &decided::SECTION,
            &replaced::SECTION,
            &thanked::SECTION,
            &people::SECTION,
            &needs::SECTION,
            &meetings::SECTION,
        ],
        Audience::Person(_) => vec![
            &needs::SECTION,
            &followed::SECTION,
            &answered::SECTION,
            &new::SECTION,
            &decided::SECTION,
            &replaced::SECTION,
            &thanked::SECTION,
            &people::SECTION,
            &meetings::SECTION,
        ],
        Audience::Steward => vec![
            &needs::SECTION,
            &replaced::SECTION,
            &decided::SECTION,
            &reviewed::SECTION,
            &new::SECTION,
            &answered::SECTION,
            &meetings::SECTION,
        ],
        Audience::Newcomer => {
            vec![&purpose::SECTION, &read_first::SECTION, &asked::SECTION, &answered::SECTION, &people::SECTION, &meetings::SECTION]
        }
        Audience::Sponsor => {
            vec![&stories::SECTION, &goals::SECTION, &decided::SECTION, &answered::SECTION, &took_part::SECTION, &meetings::SECTION]
        }
    }
}

/// The parts in which there is something to tell that the letter does not open with.
pub(super) fn of(ground: &Ground<'_>, result: Option<&Entry>) -> Vec<Part> {
    let is_told = |entry: &Entry| result.is_some_and(|result| result.reference.is_some() && result.reference == entry.reference);
    let part = |section: &&Section| {
        let mut entries = (section.find)(ground);
        // What stands above everything need not be told again, unless it waits for somebody.
        entries.retain(|entry| entry.command.is_some() || !is_told(entry));
        let more = entries.len().saturating_sub(SHOWN);
        entries.truncate(SHOWN);
        (!entries.is_empty()).then(|| Part { name: section.name, heading: ground.say(&(section.heading)()), entries, more })
    };
    for_whom(ground.audience).iter().filter_map(part).collect()
}
