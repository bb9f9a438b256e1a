//! When the members meet next, and what came of the last meeting.

use crate::base::coming::time_of;
use crate::msg;
use crate::show::dates::weekday;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;
use crate::work::meetings::{self, Meeting, Stage};

use super::Section;

pub(super) static SECTION: Section = Section { name: "meetings", heading: || msg!("digest-meetings"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let today = ground.session.today();
    let on: Vec<Meeting> = meetings::all(ground.community).into_iter().filter(|meeting| meeting.stage != Stage::Cancelled).collect();
    let entry = |meeting: &Meeting| ground.community.names().by_path(&meeting.document.path).map(|at| ground.entry(at)).unwrap_or_default();
    let coming = on.iter().filter(|meeting| meeting.day >= today).map(|meeting| {
        let document = &meeting.document;
        let time = document.value("when").and_then(time_of).map(|(hour, minute)| format!(" {hour:02}:{minute:02}"));
        let when = weekday(meeting.day, today, ground.lang) + &time.unwrap_or_default();
        let place = document.value("where").unwrap_or_default();
        let says = if place.is_empty() { when } else { ground.say(&msg!("digest-when-where", when = when, place = place)) };
        Entry { says, date: Some(meeting.day), ..entry(meeting) }
    });
    let held = on.iter().rev().filter(|meeting| meeting.day < today && ground.is_told(Some(meeting.day))).map(|meeting| {
        let says = ground.say(&msg!("digest-held", day = ground.look.on(meeting.day)));
        let at = ground.community.names().by_path(&meeting.document.path);
        Entry { says, quote_of: at.map(|at| (at, Some("minutes"))), date: Some(meeting.day), ..entry(meeting) }
    });
    coming.chain(held).collect()
}
