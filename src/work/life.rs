//! A document's life: what `history REF` answers with.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::base::width::truncate;
use crate::model::community::Community;
use crate::model::contribution::Authors;
use crate::model::document::Document;
use crate::model::history::{Change, ChangeKind, History, ObjectId};
use crate::model::kinds::Claim;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Rows, Table, View};

use super::reviews;

/// A reason is shown up to here.
const REASON: usize = 160;

/// Someone who took part in an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Actor {
    /// The handle; null for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// It was made.
    Created,
    /// It was there where the history at hand begins.
    Present,
    /// It got another path; `from` and `to` are the paths.
    Renamed,
    /// It went from one state to another; `from` and `to` are the states.
    Status,
    /// It was looked at and its review date moved; `from` and `to` are the dates.
    Reviewed,
    /// Its review date moved with those of very many others in one commit, which is no review; `from` and `to` are the dates.
    Redated,
    /// Its text or fields changed.
    Edited,
    /// It was taken away.
    Deleted,
    /// It was brought back.
    Restored,
}

/// One thing that happened to a document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Event {
    /// The commit, in full.
    pub commit: String,
    /// The author's day.
    pub date: Option<Date>,
    /// Who wrote the commit, co-authors included.
    pub people: Vec<Actor>,
    /// What happened.
    pub action: Action,
    /// What it was before.
    pub from: Option<String>,
    /// What it is since.
    pub to: Option<String>,
    /// The first line of the commit's message.
    pub message: String,
    /// Why, as far as the commit says: the first paragraph below that line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A document's life, newest first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DocumentLife {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// What happened, newest first.
    pub events: Vec<Event>,
    /// Part of the history is not at hand: there may be more events than these, and earlier ones.
    pub at_least: bool,
    #[serde(skip)]
    title: String,
    #[serde(skip)]
    states: BTreeMap<String, String>,
}

/// Reads an old version of the document; `None` where it can't be had.
pub type Reader<'a> = dyn Fn(ObjectId) -> Option<Arc<str>> + 'a;

/// The life of a document. `prefix` leads from the repository's root to the community's.
pub fn of(
    community: &Community,
    at: usize,
    history: &History,
    authors: &Authors,
    prefix: &str,
    read: &Reader<'_>,
    lang: Lang,
) -> DocumentLife {
    let document = &community.documents()[at];
    let whole = format!("{prefix}{}", document.path);
    let mut events: Vec<Event> = Vec::new();
    let mut gone = false;
    for change in history.of_path(&whole) {
        let Some(commit) = history.commit(change.commit) else { continue };
        let (action, from, to) = match change.kind {
            ChangeKind::Added if gone => (Action::Restored, None, None),
            ChangeKind::Added if events.is_empty() => (Action::Created, None, None),
            ChangeKind::Added => (Action::Edited, None, None),
            ChangeKind::Present => (Action::Present, None, None),
            ChangeKind::Deleted => (Action::Deleted, None, None),
            // What a merge only put together is told where it was done.
            ChangeKind::Merged => continue,
            ChangeKind::Renamed => match changed(community, document, history, change, read) {
                // A record that moved to another folder with its new state: the state says more.
                state @ (Action::Status, ..) => state,
                _ => renamed(history, change, prefix),
            },
            ChangeKind::Modified | ChangeKind::Mode | ChangeKind::Type => changed(community, document, history, change, read),
        };
        let is_bulk = || reviews::is_bulk(&community.settings, history, change.commit, prefix, read);
        let action = if action == Action::Reviewed && is_bulk() { Action::Redated } else { action };
        gone = change.kind == ChangeKind::Deleted;
        // Who made the first commit at hand of a shallow clone did not make what was there already.
        let people = if action == Action::Present { Vec::new() } else { authors.writers(commit) };
        let people = people.into_iter().filter_map(|who| authors.all().get(who));
        let people = people.map(|author| Actor { handle: author.handle.clone(), name: author.name.clone() }).collect();
        events.push(Event {
            commit: commit.id().to_string(),
            date: commit.day(),
            people,
            action,
            from,
            to,
            message: commit.subject().to_owned(),
            reason: None,
        });
    }
    events.reverse();
    let states = community.kind(document).states.iter().map(|state| (state.name.clone(), state.label.text(lang, &state.name))).collect();
    let (reference, path, title) = (document.reference.clone(), document.path.clone(), document.title.clone());
    DocumentLife { reference, path, events, title, states, at_least: history.gaps().at_least() }
}

/// The reason in what a commit says below its subject: its first paragraph on one line, unless that only names people.
fn reason(body: &str) -> Option<String> {
    let first = body.split("\n\n").map(str::trim).find(|text| !text.is_empty())?;
    let is_trailer = |line: &str| {
        let key = line.split_once(": ").map(|(key, _)| key);
        key.is_some_and(|key| key.contains('-') && key.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '-'))
    };
    if first.lines().all(is_trailer) {
        return None;
    }
    Some(first.split_whitespace().collect::<Vec<_>>().join(" "))
}

impl DocumentLife {
    /// The same with the reasons that commits give; `body` reads what one says below its subject.
    #[must_use]
    pub fn with_reasons(mut self, body: &dyn Fn(ObjectId) -> Option<String>) -> Self {
        for event in &mut self.events {
            let said = ObjectId::parse(&event.commit).and_then(body);
            event.reason = said.and_then(|body| reason(&body)).filter(|_| event.action != Action::Present);
        }
        self
    }
}

type What = (Action, Option<String>, Option<String>);

fn renamed(history: &History, change: &Change, prefix: &str) -> What {
    let short = |path: &str| path.strip_prefix(prefix).unwrap_or(path).to_owned();
    (Action::Renamed, change.from.map(|from| short(history.path(from))), Some(short(history.path(change.path))))
}

/// What a change of the content was: of the state, of the review date, or of anything else. A merge gave a field the value that no parent has.
fn changed(community: &Community, document: &Document, history: &History, change: &Change, read: &Reader<'_>) -> What {
    let version = |id: ObjectId| {
        let claim = Claim { kind: document.kind, slug: document.slug.clone() };
        read(id).map(|text| Document::read(&document.path, text, &claim, &community.settings))
    };
    let olds: Option<Vec<_>> = history.before(change).map(version).collect();
    let (Some(olds), Some(new)) = (olds, change.new.and_then(version)) else { return (Action::Edited, None, None) };
    let Some(old) = olds.first() else { return (Action::Edited, None, None) };
    if olds.iter().all(|old| old.state != new.state) {
        return (Action::Status, old.state.clone(), new.state);
    }
    let reviewed = |version: &Document| version.value("reviewed").map(str::to_owned);
    if reviewed(&new).is_some() && olds.iter().all(|old| reviewed(old) != reviewed(&new)) {
        return (Action::Reviewed, reviewed(old), reviewed(&new));
    }
    (Action::Edited, None, None)
}

impl Event {
    /// The first two of those who wrote it, and how many more there were.
    fn who(&self) -> Msg {
        let names: Vec<_> = self.people.iter().take(2).map(|person| person.name.as_str()).collect();
        let more = self.people.len().saturating_sub(2);
        msg!("event-people", names = names.join(", "), more = more)
    }

    /// The message without the document's own name before it, which stands above the table already; of a new path, the old one first.
    fn about(&self, reference: &str, look: &Look) -> Line {
        let slug = reference.split_once('/').map_or(reference, |(_, slug)| slug);
        let after = [reference, slug].into_iter().find_map(|name| self.message.strip_prefix(name)?.strip_prefix(':'));
        let message = after.map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(&self.message);
        // A subject that only says what is said beside it need not be read.
        let repeats = match self.action {
            Action::Status => message.contains(" → "),
            Action::Created => message.contains(reference) && message.split_whitespace().count() < 4,
            _ => false,
        };
        match &self.from {
            _ if self.action == Action::Present || repeats => Line::new(),
            Some(from) if self.action == Action::Renamed => Line::new().dim(look.say(&msg!("event-was", from = from, message = message))),
            _ => Line::new().dim(message),
        }
    }

    fn says(&self, states: &BTreeMap<String, String>) -> Msg {
        let state = |name: &Option<String>| {
            let name = name.clone().unwrap_or_default();
            states.get(&name).cloned().unwrap_or(name)
        };
        match self.action {
            Action::Created => msg!("event-created"),
            Action::Present => msg!("event-present"),
            Action::Renamed => msg!("event-renamed"),
            Action::Status => msg!("event-status", from = state(&self.from), to = state(&self.to)),
            Action::Reviewed => msg!("event-reviewed"),
            Action::Redated => msg!("event-redated"),
            Action::Edited => msg!("event-edited"),
            Action::Deleted => msg!("event-deleted"),
            Action::Restored => msg!("event-restored"),
        }
    }
}

impl View for DocumentLife {
    const SCHEMA: &'static str = "history";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let title = Line::new().strong(&self.title).dim("  ").path(look.path(&self.path));
        if self.events.is_empty() {
            let nothing = if self.at_least { msg!("history-nothing-here") } else { msg!("history-nothing") };
            return vec![Block::Title(title), Block::Line(Line::new().plain(look.say(&nothing)))];
        }
        // The message has the room that is left; where that is little it goes below, and on a narrow screen the name of the commit and then who wrote it do too.
        let mut table = Table::new([
            Column::new(),
            Column::new(),
            Column::new().min(14).spare(1),
            Column::new().min(40).below(),
            Column::new().spare(3),
        ]);
        for event in &self.events {
            table.row([
                Line::new().dim(event.date.map(|date| date.to_string()).unwrap_or_default()),
                Line::new().plain(look.say(&event.says(&self.states))),
                Line::new().person(look.say(&event.who())),
                event.about(&self.reference, look),
                Line::new().dim(event.commit.get(..7).unwrap_or_default()),
            ]);
            if let Some(reason) = &event.reason {
                let reason = if look.screen && !look.verbose { truncate(reason, REASON).into_owned() } else { reason.clone() };
                table.row([Line::new(), Line::new(), Line::new(), Line::new().plain(reason)]);
            }
        }
        vec![Block::Title(title), Block::Table(table)]
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(Rows::of(&["commit", "date", "people", "action", "from", "to", "message"], &self.events, |event| {
            let people: Vec<_> = event.people.iter().map(|person| person.handle.clone().unwrap_or_else(|| person.name.clone())).collect();
            let action = serde_json::to_value(event.action).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
            let cells = vec![
                event.commit.as_str().into(),
                event.date.map(|date| date.to_string()).unwrap_or_default().into(),
                people.join(" ").into(),
                action.into(),
                event.from.as_deref().unwrap_or_default().into(),
                event.to.as_deref().unwrap_or_default().into(),
                event.message.as_str().into(),
            ];
            (self.path.as_str().into(), cells)
        }))
    }
}
