//! Meetings to prepare, to write down, or to plan.

use crate::base::date::Date;
use crate::base::path::last;
use crate::base::timespan::Timespan;
use crate::model::document::Document;
use crate::model::kind::{Capability, Kind};
use crate::work::due::ground::{Ground, is_open, state};
use crate::work::due::waits::{Duty, Sort, Urgency, Waits, Why};

/// So many days before a meeting its agenda is made.
const NEAR: i32 = 14;
/// So many days before it, that is to be done now.
const A_WEEK: i32 = 7;
/// What is further in the past than this, in days, nobody writes down any more.
const FORGOTTEN: i32 = -180;

pub(in crate::work::due) fn find(ground: &Ground<'_>) -> Vec<Waits> {
    let meetings = || ground.documents().filter(|(_, _, kind)| is_meeting(kind));
    let open = meetings().filter(|(_, document, kind)| is_open(document, kind));
    let mut found: Vec<Waits> = open.filter_map(|(_, document, kind)| waits(ground, document, kind)).collect();
    let is_on = |document: &Document, kind: &Kind| state(document, kind).is_none_or(|state| !state.retired);
    let days: Vec<Date> =
        meetings().filter(|(_, document, kind)| is_on(document, kind)).filter_map(|(_, document, _)| day(document)).collect();
    found.extend(unplanned(ground, &days));
    found
}

/// Whether documents of a kind are meetings.
pub(in crate::work::due) fn is_meeting(kind: &Kind) -> bool {
    kind.has(Capability::Dated) && kind.field("attendees").is_some()
}

/// The day of a meeting: what it says, else how its name begins.
pub(in crate::work::due) fn day(document: &Document) -> Option<Date> {
    let said = document.value("when").and_then(|text| Date::parse(text.get(..10)?));
    said.or_else(|| last(&document.slug).get(..10).and_then(Date::parse))
}

fn waits(ground: &Ground<'_>, document: &Document, kind: &Kind) -> Option<Waits> {
    let day = day(document)?;
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
fn unplanned(ground: &Ground<'_>, days: &[Date]) -> Option<Waits> {
    let every = ground.settings().rhythm.as_deref().and_then(Timespan::parse_recurring)?;
    let last = days.iter().copied().max().filter(|last| *last < ground.today)?;
    let next = every.after(last);
    // A community that ends has no next one.
    let is_over = ground.settings().ends.is_some_and(|ends| ends < next);
    if is_over || next.days() - ground.today.days() > NEAR {
        return None;
    }
    let urgency = if next < ground.today { Urgency::Now } else { Urgency::Soon };
    let waits = Waits::new(Sort::Meeting, urgency, Why::Unplanned(next), Duty::Facilitator, "cop meet plan".to_owned());
    Some(Waits { since: Some(last), by: Some(next), ..waits })
}
