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

use std::collections::BTreeSet;

use crate::base::lang::Msg;
use crate::model::targets::{Target, of_relation};

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
        let mut entries = once(ground, (section.find)(ground), result);
        // What stands above everything need not be told again, unless it waits for somebody.
        entries.retain(|entry| entry.command.is_some() || !is_told(entry));
        let more = entries.len().saturating_sub(SHOWN);
        entries.truncate(SHOWN);
        for entry in &mut entries {
            ground.quote(entry);
        }
        (!entries.is_empty()).then(|| Part { name: section.name.to_owned(), heading: ground.say(&(section.heading)()), entries, more })
    };
    for_whom(ground.audience).iter().filter_map(part).collect()
}

/// The same without what is told in another language already: of a text and its translation the one in the letter's language, or the text.
fn once(ground: &Ground<'_>, entries: Vec<Entry>, result: Option<&Entry>) -> Vec<Entry> {
    let at = |entry: &Entry| ground.community.names().by_path(entry.path.as_deref()?);
    let original = |at: usize| {
        let document = &ground.community.documents()[at];
        let relation = document.related("translation_of").next()?;
        match of_relation(ground.community, document, relation) {
            Target::Document(original, _) => Some(original),
            _ => None,
        }
    };
    let told: BTreeSet<usize> = entries.iter().chain(result).filter_map(at).collect();
    let is_own = |at: usize| ground.community.documents()[at].lang.eq_ignore_ascii_case(ground.lang.tag());
    let opens = result.and_then(at);
    let is_spare = |entry: &Entry| {
        let Some(at) = at(entry) else { return false };
        let other = original(at).or_else(|| told.iter().copied().find(|other| original(*other) == Some(at)));
        let Some(other) = other.filter(|other| told.contains(other)) else { return false };
        opens == Some(other) || opens != Some(at) && if is_own(at) == is_own(other) { original(at).is_some() } else { is_own(other) }
    };
    let spare: Vec<bool> = entries.iter().map(is_spare).collect();
    entries.into_iter().zip(spare).filter(|(_, spare)| !spare).map(|(entry, _)| entry).collect()
}
