//! What somebody promised in a meeting: the open task items of minutes.

use crate::base::date::Date;
use crate::text::markdown::Task;
use crate::work::due::ground::Ground;
use crate::work::due::waits::{Duty, Sort, Urgency, Waits, Why};
use crate::work::meetings::{self, Meeting, Stage};

/// What is promised for within so many days is to be done now.
const A_WEEK: i32 = 7;
/// What is promised for later than that can wait.
const A_MONTH: i32 = 30;

pub(in crate::work::due) fn find(ground: &Ground<'_>) -> Vec<Waits> {
    // What was promised for a meeting that was called off nobody waits for.
    let meetings = meetings::all(ground.community).into_iter().filter(|meeting| meeting.stage != Stage::Cancelled);
    let open = |meeting: Meeting| {
        let tasks = meeting.document.markdown.tasks.iter().filter(|task| !task.done);
        tasks.map(|task| action(ground, &meeting, task)).collect::<Vec<_>>()
    };
    meetings.flat_map(open).collect()
}

fn action(ground: &Ground<'_>, meeting: &Meeting, task: &Task) -> Waits {
    let document = &meeting.document;
    let by = task.date.as_deref().and_then(Date::parse);
    let urgency = match by.map(|by| by.days() - ground.today.days()) {
        Some(days) if days <= A_WEEK => Urgency::Now,
        Some(days) if days > A_MONTH => Urgency::Later,
        _ => Urgency::Soon,
    };
    let why = Why::Promised { by, meeting: document.title.clone() };
    let command = format!("cop edit {}", document.reference);
    let waits = Waits::new(Sort::Action, urgency, why, Duty::Facilitator, command).about(document);
    let people = ground.here(task.mentions.iter().map(String::as_str));
    Waits { title: Some(said(task, by.is_some())), since: Some(meeting.day).filter(|day| *day <= ground.today), by, people, ..waits }
}

/// What is to be done, without its date and the name that begins it.
fn said(task: &Task, has_day: bool) -> String {
    let mut text = task.text.as_str();
    if has_day {
        text = text.rfind('(').map_or(text, |at| &text[..at]).trim_end();
    }
    let bare = task.mentions.first().and_then(|handle| {
        let rest = text.strip_prefix('@')?;
        let rest = rest.get(handle.len()..).filter(|_| rest.get(..handle.len()).is_some_and(|own| own.eq_ignore_ascii_case(handle)))?;
        Some(rest.trim_start_matches([':', ',', ' ']))
    });
    bare.filter(|rest| !rest.is_empty()).unwrap_or(text).to_owned()
}
