//! Events of a day as lines: what belongs together is told once.

use std::collections::HashMap;

use super::event::{Action, Event};

/// So many documents to which one commit did the same are one line.
const MANY: usize = 4;

/// The same of small changes, which have no more to tell than their commit.
const SMALL: usize = 2;

/// What is told on one line, by the places of its events: the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// One event.
    One(usize),
    /// Small changes that the same people made to one document.
    Again(Vec<usize>),
    /// What one commit did to many documents.
    Many(Vec<usize>),
}

/// The lines for the events of one day, in their order; `from` is the place of the first.
pub(super) fn of(events: &[Event], from: usize) -> Vec<Told> {
    let mut by_commit: HashMap<Key<'_>, Vec<usize>> = HashMap::new();
    for (at, event) in events.iter().enumerate() {
        by_commit.entry(same_done(event)).or_default().push(at);
    }
    let mut lines: Vec<Told> = Vec::new();
    // Where the line of a document and its people stands already.
    let mut again: HashMap<(&str, Vec<&str>), usize> = HashMap::new();
    for (at, event) in events.iter().enumerate() {
        let same = by_commit.get(&same_done(event)).map_or(&[][..], Vec::as_slice);
        let is_small = matches!(event.action, Action::Edited | Action::Tagged);
        if same.len() >= if is_small { SMALL } else { MANY } {
            if same.first() == Some(&at) {
                lines.push(Told::Many(same.iter().map(|at| at + from).collect()));
            }
            continue;
        }
        if !is_small {
            lines.push(Told::One(at + from));
            continue;
        }
        let path = event.subject.as_ref().map_or("", |subject| subject.path.as_str());
        let people = event.people.iter().map(|person| person.name.as_str()).collect();
        let line = *again.entry((path, people)).or_insert(lines.len());
        match lines.get_mut(line) {
            Some(Told::Again(places)) => places.push(at + from),
            Some(told) => {
                if let Told::One(first) = told {
                    *told = Told::Again(vec![*first, at + from]);
                }
            }
            None => lines.push(Told::One(at + from)),
        }
    }
    lines
}

type Key<'e> = (u32, Action, Option<&'e str>, Option<&'e str>);

/// What events have in common that one commit did to many documents. Names and paths are each document's own.
fn same_done(event: &Event) -> Key<'_> {
    let is_shared = matches!(event.action, Action::Status | Action::Handed);
    let (from, to) = if is_shared { (event.from.as_deref(), event.to.as_deref()) } else { (None, None) };
    (event.order, event.action, from, to)
}
