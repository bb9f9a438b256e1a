//! Events of a day as lines: what belongs together is told once.

use std::collections::HashMap;

use super::event::{Action, Event, Outcome};

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
        // What somebody reviewed is told by itself.
        if !is_small || !event.reviewers.is_empty() {
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

type Key<'e> = (u32, Action, Option<Outcome>, Option<&'e str>, Option<&'e str>);

/// What events have in common that one commit did to many documents. Names and paths are each document's own.
fn same_done(event: &Event) -> Key<'_> {
    let is_shared = matches!(event.action, Action::Status | Action::Handed);
    let (from, to) = if is_shared { (event.from.as_deref(), event.to.as_deref()) } else { (None, None) };
    (event.order, event.action, event.outcome, from, to)
}

#[cfg(test)]
mod tests {
    use super::super::event::{About, Action, Actor, Event};
    use super::Told::{Again, Many, One};
    use super::of;
    use crate::base::lang::Msg;

    /// Events as `commit action path person`.
    fn events(text: &str) -> Vec<Event> {
        let event = |line: &str| {
            let words: Vec<_> = line.split_whitespace().collect();
            let action = match words[1] {
                "made" => Action::Created,
                "status" => Action::Status,
                _ => Action::Edited,
            };
            let subject = About {
                reference: String::new(),
                path: words[2].to_owned(),
                kind: String::new(),
                title: String::new(),
                name: String::new(),
            };
            Event {
                commit: String::new(),
                date: None,
                people: vec![Actor { handle: None, name: words[3].to_owned(), left: false }],
                reviewers: Vec::new(),
                action,
                outcome: None,
                from: None,
                to: words.get(4).map(|to| (*to).to_owned()),
                changes: Vec::new(),
                text_changed: false,
                message: String::new(),
                reason: None,
                subject: Some(subject),
                what: Msg::literal(""),
                details: Vec::new(),
                order: words[0].parse().unwrap(),
            }
        };
        text.lines().map(event).collect()
    }

    #[test]
    fn what_belongs_together_is_told_once() {
        for (name, text, lines) in [
            ("edits of one person", "3 edit a ada\n2 edit a ada\n1 edit a bo", vec![Again(vec![0, 1]), One(2)]),
            ("with others between", "3 edit a ada\n2 made b ada\n1 edit a ada", vec![Again(vec![0, 2]), One(1)]),
            ("two of one commit", "1 edit a ada\n1 edit b ada", vec![Many(vec![0, 1])]),
            ("three new ones", "1 made a ada\n1 made b ada\n1 made c ada", vec![One(0), One(1), One(2)]),
            ("four new ones", "1 made a ada\n1 made b ada\n1 edit x ada\n1 made c ada\n1 made d ada", vec![Many(vec![0, 1, 3, 4]), One(2)]),
            ("states that differ", "1 status a ada x\n1 status b ada y\n1 status c ada x\n1 status d ada y", (0..4).map(One).collect()),
            ("nothing", "", vec![]),
        ] {
            assert_eq!(of(&events(text), 0), lines, "{name}");
        }
        assert_eq!(of(&events("1 edit a ada"), 7), [One(7)]);
    }
}
