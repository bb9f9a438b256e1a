//! Meetings to prepare, to write down, or to plan.

use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::work::due::ground::Ground;
use crate::work::due::waits::{Duty, Sort, Urgency, Waits, Why};
use crate::work::meetings::{self, Meeting, Stage};

/// So many days before a meeting its agenda is made.
const NEAR: i32 = 14;
/// So many days before it, that is to be done now.
const A_WEEK: i32 = 7;
/// What is further in the past than this, in days, nobody writes down any more.
const FORGOTTEN: i32 = -180;

pub(in crate::work::due) fn find(ground: &Ground<'_>) -> Vec<Waits> {
    let planned = meetings::all(ground.community).into_iter().filter(|meeting| meeting.stage == Stage::Planned);
    planned.filter_map(|meeting| waits(ground, &meeting)).chain(unplanned(ground)).collect()
}

fn waits(ground: &Ground<'_>, meeting: &Meeting) -> Option<Waits> {
    let (document, day) = (&*meeting.document, meeting.day);
    let kind = ground.community.kind(document);
    let days = day.days() - ground.today.days();
    let (urgency, why, command) = match days {
        0..=NEAR => {
            let has_agenda = has_items(document, kind, "agenda");
            let urgency = if days <= A_WEEK { Urgency::Now } else { Urgency::Soon };
            (urgency, Why::Prepare { day, has_agenda }, "plan")
        }
        FORGOTTEN..0 => {
            let is_written = has_items(document, kind, "minutes");
            (Urgency::Now, Why::Unminuted(day), if is_written { "close" } else { "minutes" })
        }
        _ => return None,
    };
    let waits = Waits::new(Sort::Meeting, urgency, why, Duty::Facilitator, format!("cop meet {command} {}", document.reference));
    Some(Waits { by: Some(day), ..waits.about(document) })
}

/// Whether anything stands in a section but what the template asks for.
fn has_items(document: &Document, kind: &Kind, name: &str) -> bool {
    let Some(section) = kind.sections.iter().find(|section| section.name == name) else { return false };
    let headings = &document.markdown.headings;
    let Some(at) = headings.iter().position(|heading| section.is_headed_by(&heading.text)) else { return false };
    let end = headings[at + 1..].iter().find(|next| next.level <= headings[at].level).map_or(document.text.len(), |next| next.span.start);
    let text = document.text.get(headings[at].span.end..end).unwrap_or_default();
    let comments = &document.markdown.comments;
    let said: usize =
        comments.iter().filter(|one| one.span.start >= headings[at].span.end && one.span.end <= end).map(|one| one.span.len()).sum();
    text.trim().len() > said
}

/// The meeting that there would be by the rhythm, where none is planned.
fn unplanned(ground: &Ground<'_>) -> Option<Waits> {
    let pulse = meetings::pulse(ground.session);
    let next = pulse.expected.filter(|_| pulse.next.is_none())?;
    // A community that ends has no next one.
    let is_over = ground.settings().ends.is_some_and(|ends| ends < next);
    if is_over || next.days() - ground.today.days() > NEAR {
        return None;
    }
    let urgency = if next < ground.today { Urgency::Now } else { Urgency::Soon };
    let waits = Waits::new(Sort::Meeting, urgency, Why::Unplanned(next), Duty::Facilitator, "cop meet plan".to_owned());
    Some(Waits { since: pulse.last, by: Some(next), ..waits })
}
