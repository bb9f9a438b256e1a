//! What git's changes were: each of them told as an event.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::model::community::Community;
use crate::model::contribution::Authors;
use crate::model::document::Document;
use crate::model::history::{Change, ChangeKind, CommitView, History, ObjectId};
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::Claim;
use crate::store::git::blobs::{Blobs, Content};
use crate::text::front::split::split;

use super::super::reviews;
use super::super::said::{self, About as Object, Verb};
use super::super::session::Session;
use super::changes::{Differences, FieldChange, PATH, STATUS, between};
use super::event::{Action, Actor, Event, Outcome, reason};
use super::words;

/// So many old versions are at hand: what one change finds is mostly what the one before it left.
const VERSIONS: usize = 1000;

/// A document that events are told of, whether or not it is still there.
pub(super) struct Subject {
    /// The kind, and the name among documents of it.
    pub(super) claim: Claim,
    /// The document as it is now, by its place.
    pub(super) at: Option<usize>,
}

/// What a document was before something was added at its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing: this is the first that is known of it.
    Nothing,
    /// It had been taken away.
    Gone,
    /// It was there: it came on two branches.
    There,
}

/// The past of a community, and what is needed to read it.
pub(super) struct Past<'a> {
    pub(super) session: &'a Session,
    pub(super) community: &'a Community,
    pub(super) history: &'a History,
    pub(super) authors: &'a Authors,
    /// From the repository's root to the community's, with its slash.
    pub(super) prefix: String,
    blobs: Option<Blobs<'a>>,
    versions: RefCell<HashMap<(ObjectId, u32), Option<Arc<Document>>>>,
    bulk: RefCell<HashMap<u32, bool>>,
    /// The last commit that was asked why, and what it says.
    reason: RefCell<Option<(u32, Option<String>)>>,
}

/// What a change did, before it is put in words.
#[derive(Default)]
struct Did {
    action: Option<Action>,
    from: Option<String>,
    to: Option<String>,
    differences: Differences,
    outcome: Option<Outcome>,
}

impl<'a> Past<'a> {
    /// The past of a session's community.
    ///
    /// # Errors
    /// There is no history.
    pub(super) fn of(session: &'a Session) -> Result<Self> {
        Ok(Self {
            session,
            community: session.community(),
            history: session.history()?,
            authors: session.authors()?,
            prefix: session.prefix(),
            blobs: session.repo().and_then(Blobs::of),
            versions: RefCell::default(),
            bulk: RefCell::default(),
            reason: RefCell::default(),
        })
    }

    /// The path of a change as the community has it; `None` outside it.
    pub(super) fn inside(&self, path: u32) -> Option<&str> {
        self.history.path(path).strip_prefix(self.prefix.as_str())
    }

    /// What is known of the document that stands at a place now, oldest first, each change with what was there before it.
    pub(super) fn changes(&self, path: &str) -> Vec<(&'a Change, Before)> {
        let mut before = Before::Nothing;
        let path = format!("{}{path}", self.prefix);
        let of_path = self.history.of_path(&path);
        of_path
            .map(|change| {
                let was = before;
                // What a merge put together was there on one of its sides.
                before = if change.kind == ChangeKind::Deleted { Before::Gone } else { Before::There };
                (change, was)
            })
            .collect()
    }

    /// The kind of what is told of.
    pub(super) fn kind(&self, subject: &Subject) -> &'a Kind {
        self.community.settings.kinds.at(subject.claim.kind)
    }

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
        let people = if is_work { self.authors.writers(commit) } else { Vec::new() };
        let people = people.into_iter().filter_map(|who| self.authors.all().get(who));
        let actor = |author: &crate::model::contribution::Author| Actor {
            handle: author.handle.clone(),
            name: author.name.clone(),
            left: author.left,
        };
        let mut event = Event {
            commit: commit.id().to_string(),
            date: commit.day(),
            people: people.map(actor).collect(),
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

    /// Why a commit was made, as far as it says; one that did much is asked once.
    fn reason(&self, commit: CommitView<'_>, order: u32) -> Option<String> {
        let mut known = self.reason.borrow_mut();
        if known.as_ref().is_none_or(|(of, _)| *of != order) {
            let limit = self.community.settings.limits.file;
            let body = self.blobs.as_ref().and_then(|blobs| blobs.body(commit.id(), limit));
            *known = Some((order, body.and_then(|body| reason(&body))));
        }
        known.as_ref().and_then(|(_, reason)| reason.clone())
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
        let outcome = (action == Action::Reviewed && !is_bulk).then_some(match differences.text {
            true => Outcome::Revised,
            false => Outcome::StillTrue,
        });
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

    /// A version of a document as it was at a path; `None` where it can't be read.
    pub(super) fn version(&self, subject: &Subject, id: ObjectId, path: u32) -> Option<Arc<Document>> {
        if let Some(known) = self.versions.borrow().get(&(id, path)) {
            return known.clone();
        }
        let whole = self.history.path(path);
        let inside = whole.strip_prefix(self.prefix.as_str()).unwrap_or(whole);
        let settings = &self.community.settings;
        let read = self.text(id).map(|text| Arc::new(Document::read(inside, text.into(), &subject.claim, settings)));
        let mut versions = self.versions.borrow_mut();
        if versions.len() >= VERSIONS {
            versions.clear();
        }
        versions.insert((id, path), read.clone());
        read
    }

    fn text(&self, id: ObjectId) -> Option<String> {
        match self.blobs.as_ref()?.read(id, self.community.settings.limits.file) {
            Content::Bytes(bytes) => String::from_utf8(bytes).ok(),
            Content::TooLarge(_) | Content::Missing => None,
        }
    }

    /// Whether only text below the title changed, as mostly it did: to see that takes no reading of YAML and Markdown.
    ///
    /// Said only where it is sure. What a numbered document says of its state, and a member of what they use, stands in the text.
    fn is_text_alone(&self, change: &Change, kind: &Kind) -> bool {
        if kind.numbered.is_some() || kind.has(Capability::Person) {
            return false;
        }
        let mut olds = self.history.before(change);
        let (Some(old), None) = (olds.next(), olds.next()) else { return false };
        let (Some(old), Some(new)) = (self.text(old), change.new.and_then(|id| self.text(id))) else { return false };
        let (Some(above), Some(above_new)) = (up_to_title(&old), up_to_title(&new)) else { return false };
        above == above_new && !old[above.len()..].split_whitespace().eq(new[above.len()..].split_whitespace())
    }

    fn is_bulk(&self, commit: u32) -> bool {
        let read = |id| self.session.blob(id);
        let answer = || reviews::is_bulk(&self.community.settings, self.history, commit, &self.prefix, &read);
        *self.bulk.borrow_mut().entry(commit).or_insert_with(answer)
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

/// A text up to the end of its first heading; `None` where that is not plain to see.
fn up_to_title(text: &str) -> Option<&str> {
    let body = split(text).body;
    let mut end = body;
    for line in text.get(body..)?.split_inclusive('\n') {
        end += line.len();
        if line.starts_with("# ") {
            return text.get(..end);
        }
        if !line.trim().is_empty() {
            break;
        }
    }
    None
}
