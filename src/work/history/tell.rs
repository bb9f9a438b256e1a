//! What git's changes were: each of them told as an event.

use std::sync::Arc;

use crate::base::lang::Msg;
use crate::model::contribution::Author;
use crate::model::document::Document;
use crate::model::history::{Change, ChangeKind, CommitView, TrailerKind};
use crate::model::kind::{Capability, Kind};
use crate::model::said::{self, About as Object, Verb};

use super::changes::{Differences, FieldChange, PATH, STATUS, between};
use super::event::{Action, Actor, Event, Outcome};
use super::past::{Before, Past, Subject};
use super::words;

/// What a change did, before it is put in words.
#[derive(Default)]
struct Did {
    action: Option<Action>,
    from: Option<String>,
    to: Option<String>,
    differences: Differences,
    outcome: Option<Outcome>,
}

impl Past<'_> {
    /// One change as an event; `None` of what nobody did and nobody needs to know.
    pub(super) fn event(&self, subject: &Subject, change: &Change, before: Before) -> Option<Event> {
        let commit = self.history.commit(change.commit)?;
        let did = match change.kind {
            ChangeKind::Added if before == Before::Gone => Did::only(Action::Restored),
            ChangeKind::Added if before == Before::Nothing => Did::only(Action::Created),
            ChangeKind::Added => Did::only(Action::Edited),
            ChangeKind::Present => Did::only(Action::Present),
            ChangeKind::Deleted => Did::only(Action::Deleted),
            // What a merge only put together is told where it was done.
            ChangeKind::Merged => return None,
            ChangeKind::Renamed => self.renamed(subject, change),
            ChangeKind::Modified | ChangeKind::Mode | ChangeKind::Type => self.changed(subject, change),
        };
        Some(self.told(subject, commit, change.commit, did))
    }

    /// An event of this action and nothing else.
    pub(super) fn plain(&self, subject: &Subject, change: &Change, action: Action, to: Option<String>) -> Option<Event> {
        let commit = self.history.commit(change.commit)?;
        Some(self.told(subject, commit, change.commit, Did { to, ..Did::only(action) }))
    }

    fn told(&self, subject: &Subject, commit: CommitView<'_>, order: u32, did: Did) -> Event {
        let action = did.action.unwrap_or(Action::Edited);
        // Who made the first commit at hand of a shallow clone did not make what was there already.
        let is_work = action != Action::Present;
        let actor = |author: &Author| Actor { handle: author.handle.clone(), name: author.name.clone(), left: author.left };
        let actors = |of: Vec<usize>| of.into_iter().filter(|_| is_work).filter_map(|who| self.authors.all().get(who)).map(actor).collect();
        let mut event = Event {
            commit: commit.id().to_string(),
            date: commit.day(),
            people: actors(self.authors.writers(commit)),
            reviewers: actors(self.authors.named(commit, TrailerKind::Reviewed)),
            action,
            outcome: did.outcome,
            from: did.from,
            to: did.to,
            changes: did.differences.fields,
            text_changed: did.differences.text,
            message: commit.subject().to_owned(),
            reason: if is_work { self.reason(commit, order) } else { None },
            subject: None,
            what: Msg::literal(""),
            details: Vec::new(),
            order,
        };
        event.what = words::what(self, subject, &event);
        event.details = words::details(self, subject, &event);
        event
    }

    fn renamed(&self, subject: &Subject, change: &Change) -> Did {
        let short = |path: u32| {
            let path = self.history.path(path);
            path.strip_prefix(self.prefix.as_str()).unwrap_or(path).to_owned()
        };
        let (from, to) = (change.from.map(short), Some(short(change.path)));
        let mut did = self.changed(subject, change);
        did.differences.fields.push(FieldChange::of(PATH, from.clone(), to.clone()));
        // A record that moved to another folder with its new state: the state says more.
        if did.action == Some(Action::Status) { did } else { Did { action: Some(Action::Renamed), from, to, outcome: None, ..did } }
    }

    /// What a change of the content was. A merge gave a field the value that no parent has.
    fn changed(&self, subject: &Subject, change: &Change) -> Did {
        let kind = self.kind(subject);
        if change.kind == ChangeKind::Modified && self.is_text_alone(change, kind) {
            return Did { differences: Differences { text: true, ..Differences::default() }, ..Did::only(Action::Edited) };
        }
        let source = change.from.unwrap_or(change.path);
        let olds: Option<Vec<_>> = self.history.before(change).map(|id| self.version(subject, id, source)).collect();
        let new = change.new.and_then(|id| self.version(subject, id, change.path));
        let (Some(olds), Some(new)) = (olds, new) else { return Did::default() };
        let differences = between(&olds, &new, kind);
        let said = if kind.has(Capability::Person) { self.said(&olds, &new, kind) } else { None };
        let (action, from, to) = said.unwrap_or_else(|| most_telling(&differences));
        let is_bulk = action == Action::Reviewed && self.is_bulk(change.commit);
        let came_of_it = if differences.text { Outcome::Revised } else { Outcome::StillTrue };
        let outcome = (action == Action::Reviewed && !is_bulk).then_some(came_of_it);
        let action = if is_bulk { Action::Redated } else { action };
        Did { action: Some(action), from, to, differences, outcome }
    }

    /// What a member came to say in their file: the first thing that no version before has, if it says nothing less.
    fn said(&self, olds: &[Arc<Document>], new: &Document, kind: &Kind) -> Option<(Action, Option<String>, Option<String>)> {
        if olds.iter().any(|old| old.state != new.state) {
            return None;
        }
        let before: Vec<_> = olds.iter().flat_map(|old| said::of(old, kind)).collect();
        let item = said::of(new, kind).into_iter().find(|item| !before.iter().any(|old| old.is(item)))?;
        let to = match &item.about {
            Some(Object::Tag(tag)) => Some(format!("#{tag}")),
            Some(Object::Link(target)) => Some(words::linked(self, new, target)),
            None => None,
        };
        let action = match item.verb {
            Verb::Uses => Action::Used,
            Verb::Thanks => Action::Thanked,
            Verb::Follows => Action::Followed,
        };
        Some((action, item.whom, to))
    }
}

impl Did {
    fn only(action: Action) -> Self {
        Self { action: Some(action), ..Self::default() }
    }
}

/// The action that says most of what changed, with its from and to.
fn most_telling(differences: &Differences) -> (Action, Option<String>, Option<String>) {
    let told = [
        (STATUS, Action::Status),
        ("reviewed", Action::Reviewed),
        ("accepted", Action::Accepted),
        ("steward", Action::Handed),
        ("title", Action::Retitled),
    ];
    for (field, action) in told {
        // What was only taken away is not what the action says.
        if let Some(change) = differences.field(field).filter(|change| change.to.is_some()) {
            return (action, change.from.clone(), change.to.clone());
        }
    }
    let is_tagged = !differences.text && matches!(differences.fields.as_slice(), [change] if change.field == "tags");
    (if is_tagged { Action::Tagged } else { Action::Edited }, None, None)
}
