//! Documents to look at again: what was flagged, what leads to something that changed, whose steward has left, what is past its day, and those
//! whose date was moved without anybody having read them.

use std::collections::HashSet;

use crate::model::document::Document;
use crate::model::targets::{Target, of_relation};
use crate::work::bumps;
use crate::work::due::ground::{Ground, holds, is_open};
use crate::work::due::waits::{Duty, Sort, Urgency, Waits, Why};
use crate::work::waiting::{Reason, Waiting};
use crate::work::write::flag;

pub(in crate::work::due) fn find(ground: &Ground<'_>) -> Vec<Waits> {
    let waiting = &ground.waiting;
    let at = |path: &str| ground.community.names().by_path(path).map(|at| &*ground.community.documents()[at]);
    let mut found: Vec<Waits> = waiting.iter().filter_map(|one| Some(review(ground, at(&one.path)?, one))).collect();
    let known: HashSet<&str> = waiting.iter().map(|one| one.path.as_str()).collect();
    for bump in bumps::of(ground.session) {
        let others = bump.paths.len().saturating_sub(1);
        let documents = bump.paths.iter().filter(|path| !known.contains(path.as_str())).filter_map(|path| at(path));
        for document in documents.filter(|document| holds(document, ground.community.kind(document))) {
            let why = Why::Bumped { day: bump.date, others };
            found.push(Waits { since: bump.date, ..of(ground, document, Urgency::Later, why) });
        }
    }
    found.extend(lost(ground));
    found
}

fn review(ground: &Ground<'_>, document: &Document, waiting: &Waiting) -> Waits {
    let (urgency, why) = match waiting.reason {
        Reason::Flagged => {
            let first = waiting.flags.first();
            let (what, by) = (first.and_then(|flag| flag.what.clone()), first.and_then(|flag| flag.by.clone()));
            (Urgency::Now, Why::Flagged { what, by, more: waiting.flags.len().saturating_sub(1) })
        }
        Reason::Nearby => (Urgency::Soon, Why::Nearby(waiting.changed.clone())),
        Reason::Left => (Urgency::Soon, Why::Left(waiting.steward_name.clone().unwrap_or_default())),
        Reason::Overdue => (Urgency::Later, Why::Overdue(waiting.since.unwrap_or(ground.today))),
    };
    let by = waiting.since.filter(|_| waiting.reason == Reason::Overdue);
    Waits { by, since: waiting.since, ..of(ground, document, urgency, why) }
}

fn of(ground: &Ground<'_>, document: &Document, urgency: Urgency, why: Why) -> Waits {
    let waits = Waits::new(Sort::Review, urgency, why, Duty::Steward, format!("cop review {}", document.reference)).about(document);
    let people = ground.members(document, "steward");
    // Who is no member is a team.
    let is_team = |name: &&str| ground.community.people().named(name).is_none() && !name.trim().is_empty();
    let team = document.value("steward").filter(is_team).map(str::to_owned);
    Waits { people, team, ..waits }
}

/// What was reported of documents that are not there any more.
fn lost(ground: &Ground<'_>) -> Vec<Waits> {
    let flags = ground.documents().filter(|(_, document, kind)| kind.name == flag::KIND && is_open(document, kind));
    let leads = |document: &Document| {
        document.related("about").any(|value| matches!(of_relation(ground.community, document, value), Target::Document(..)))
    };
    let lost = flags.filter(|(_, document, _)| !leads(document)).map(|(_, document, _)| {
        let command = format!("cop show {}", document.reference);
        let waits = Waits::new(Sort::Flag, Urgency::Soon, Why::Lost, Duty::Steward, command).about(document);
        Waits { since: ground.created(document), ..waits }
    });
    lost.collect()
}
