//! Questions that got an answer, or of which one was chosen.

use std::collections::BTreeMap;

use crate::model::targets::{Target, of_relation};
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;
use crate::work::history::event::{Action, Event};

use super::Section;

pub(super) static SECTION: Section = Section { name: "answered", heading: || msg!("digest-answered"), find };

pub(super) fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let mut chosen: BTreeMap<usize, Entry> = BTreeMap::new();
    let mut order = Vec::new();
    for event in &ground.events {
        let Some(at) = ground.subject(event) else { continue };
        if let Some((question, entry)) = accepted(ground, event, at).or_else(|| answer(ground, event, at))
            && !chosen.contains_key(&question)
        {
            order.push(question);
            chosen.insert(question, entry);
        }
    }
    order.into_iter().filter_map(|at| chosen.remove(&at)).collect()
}

/// A question whose answer was chosen.
fn accepted(ground: &Ground<'_>, event: &Event, at: usize) -> Option<(usize, Entry)> {
    let document = &ground.community.documents()[at];
    let relation = document.related("accepted").next()?;
    let is_moved = matches!(event.action, Action::Status | Action::Accepted);
    let Target::Document(answer, _) = of_relation(ground.community, document, relation) else { return None };
    if !is_moved {
        return None;
    }
    let says = ground.say(&msg!("digest-answer-chosen", by = ground.maker(answer)));
    Some((at, Entry { says, quote_of: Some((answer, None)), date: event.date, ..ground.entry(at) }))
}

/// A question that was answered, where nobody chose one of the answers yet.
fn answer(ground: &Ground<'_>, event: &Event, at: usize) -> Option<(usize, Entry)> {
    let question = ground.community.parent(at).filter(|_| event.action == Action::Created)?;
    let says = ground.say(&msg!("digest-answer-given", by = ground.maker(at)));
    Some((question, Entry { says, quote_of: Some((at, None)), date: event.date, ..ground.entry(question) }))
}
