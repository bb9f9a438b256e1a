//! Decisions whose makers said when to look at them again.

use crate::model::field::FieldType;
use crate::work::due::ground::{Ground, holds};
use crate::work::due::waits::{Duty, Sort, Urgency, Waits, Why};

/// The field that says when.
const REVISIT: &str = "revisit";
/// So many days before that day it is told, and a review since then counts as done.
const NEAR: i32 = 30;

pub(in crate::work::due) fn find(ground: &Ground<'_>) -> Vec<Waits> {
    let kept = ground.documents().filter(|(_, document, kind)| {
        let has_day = kind.field(REVISIT).is_some_and(|field| field.kind == FieldType::Date);
        has_day && holds(document, kind)
    });
    let near = kept.filter_map(|(_, document, _)| {
        let day = document.date(REVISIT).filter(|day| day.days() - ground.today.days() <= NEAR)?;
        let is_done = document.date("reviewed").is_some_and(|reviewed| reviewed.days() >= day.days() - NEAR);
        (!is_done).then_some((document, day))
    });
    let waits = near.map(|(document, day)| {
        let command = format!("cop review {}", document.reference);
        let waits = Waits::new(Sort::Decision, Urgency::Soon, Why::Revisit(day), Duty::Facilitator, command).about(document);
        let (stewards, deciders) = (ground.members(document, "steward"), ground.members(document, "deciders"));
        Waits { by: Some(day), people: if stewards.is_empty() { deciders } else { stewards }, ..waits }
    });
    waits.collect()
}
