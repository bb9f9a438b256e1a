//! When the members meet next, and what came of the last meeting.

use crate::base::date::Date;
use crate::base::path::last;
use crate::model::document::Document;
use crate::model::kind::Capability;
use crate::msg;
use crate::show::dates::weekday;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;

use super::Section;

pub(super) static SECTION: Section = Section { name: "meetings", heading: || msg!("digest-meetings"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let today = ground.session.today();
    let meetings = ground.documents().filter(|(_, _, kind)| kind.has(Capability::Dated) && kind.field("attendees").is_some());
    let on = meetings.filter(|(_, document, kind)| {
        let state = document.state.as_deref().and_then(|name| kind.state(name));
        state.is_none_or(|state| !state.retired)
    });
    let mut dated: Vec<(Date, usize, &Document)> = on.filter_map(|(at, document, _)| Some((day(document)?, at, document))).collect();
    dated.sort_by_key(|(day, at, _)| (*day, *at));
    let coming = dated.iter().filter(|(day, ..)| *day >= today).map(|(day, at, document)| {
        let time = document.value("when").and_then(|when| when.get(11..16)).unwrap_or_default();
        let on = weekday(*day, today, ground.lang);
        let when = if time.is_empty() { on } else { format!("{on} {time}") };
        let place = document.value("where").unwrap_or_default();
        let says = if place.is_empty() { when } else { ground.say(&msg!("digest-when-where", when = when, place = place)) };
        Entry { says, date: Some(*day), ..ground.entry(*at) }
    });
    let held = dated.iter().rev().filter(|(day, ..)| *day < today && ground.is_told(Some(*day))).map(|(day, at, _)| {
        let says = ground.say(&msg!("digest-held", day = ground.look.on(*day)));
        Entry { says, quote: ground.gist(*at, Some("minutes")), date: Some(*day), ..ground.entry(*at) }
    });
    coming.chain(held).collect()
}

/// The day of a meeting: what it says, else how its name begins.
fn day(document: &Document) -> Option<Date> {
    let said = document.value("when").and_then(|text| Date::parse(text.get(..10)?));
    said.or_else(|| last(&document.slug).get(..10).and_then(Date::parse))
}
