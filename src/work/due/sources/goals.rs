//! Goals whose day comes near, or is past.

use crate::model::names::Found;
use crate::model::settings::{FILE, Goal};
use crate::work::due::ground::{Ground, is_open};
use crate::work::due::waits::{Duty, Sort, Urgency, Waits, Why};

/// So many days before its day a goal is talked about: at least one meeting of nearly every rhythm lies in between.
const NEAR: i32 = 90;

pub(in crate::work::due) fn find(ground: &Ground<'_>) -> Vec<Waits> {
    ground.settings().goals.iter().filter_map(|goal| waits(ground, goal)).chain(end(ground)).collect()
}

fn waits(ground: &Ground<'_>, goal: &Goal) -> Option<Waits> {
    let until = goal.until.filter(|until| until.days() - ground.today.days() <= NEAR)?;
    let questions = goal.questions.iter().filter_map(|name| match ground.community.find(name) {
        Found::One(at) => Some(&ground.community.documents()[at]),
        _ => None,
    });
    let open: Vec<_> = questions.filter(|document| is_open(document, ground.community.kind(document))).collect();
    // Whether it is reached is to be talked about, and what the community says of it stands in its settings.
    let command = open.first().map_or_else(|| "cop meet plan".to_owned(), |question| format!("cop show {}", question.reference));
    let urgency = if until < ground.today { Urgency::Now } else { Urgency::Soon };
    let why = Why::Goal { until, open: open.len() };
    let waits = Waits::new(Sort::Goal, urgency, why, Duty::Facilitator, command);
    Some(Waits { path: Some(FILE.to_owned()), title: Some(goal.text.clone()), by: Some(until), ..waits })
}

/// The end of the community: what came of it is told before everybody is gone.
fn end(ground: &Ground<'_>) -> Option<Waits> {
    let day = ground.settings().ends.filter(|ends| (-NEAR..=NEAR).contains(&(ends.days() - ground.today.days())))?;
    let command = "cop digest --for sponsor -f html -o report.html".to_owned();
    let urgency = if day < ground.today { Urgency::Now } else { Urgency::Soon };
    let waits = Waits::new(Sort::Goal, urgency, Why::Ends(day), Duty::Facilitator, command);
    Some(Waits { path: Some(FILE.to_owned()), title: Some(ground.settings().name.clone()), by: Some(day), ..waits })
}
