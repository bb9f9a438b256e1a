//! A document's life: what `history REF` answers with.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::base::width::truncate;
use crate::model::kinds::Claim;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Rows, Table, View};

use super::super::session::Session;
use super::event::{Action, Event};
use super::past::{Past, Subject};
use super::scope::Scope;
use super::visits;

/// A reason is shown up to here.
const REASON: usize = 160;

/// A document's life, newest first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DocumentLife {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// What happened, newest first; of an answer or a report about it with its own ref.
    pub events: Vec<Event>,
    /// Whether more happened than is told here; absent if not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// Part of the history is not at hand: there may be more events than these, and earlier ones.
    pub at_least: bool,
    /// Its ref, and those that it had under earlier names.
    #[serde(skip)]
    names: Vec<String>,
    #[serde(skip)]
    title: String,
    /// What to say where nothing is told.
    #[serde(skip)]
    nothing: Msg,
}

/// The life of the document at a place, as far as the scope goes.
///
/// # Errors
/// There is no history.
pub fn of(session: &Session, at: usize, scope: &Scope) -> Result<DocumentLife> {
    let past = Past::of(session)?;
    let document = &past.community.documents()[at];
    let subject = Subject { claim: Claim { kind: document.kind, slug: document.slug.clone() }, at: Some(at) };
    let changes = past.changes(&document.path);
    let paths = changes.iter().filter_map(|(change, _)| change.from).collect::<Vec<_>>().into_iter();
    let mut events: Vec<Event> = changes.into_iter().filter_map(|(change, before)| past.event(&subject, change, before)).collect();
    events.reverse();
    // Each has been seen in the order of history; what others tell stands among its own by that order, below what the same commit did to it.
    events.extend(visits::of(&past, at));
    events.sort_by_key(|event| Reverse(event.order));
    let is_empty = events.is_empty();
    events.retain(|event| scope.holds(event));
    let at_least = past.history.gaps().at_least();
    let nothing = match (is_empty, at_least) {
        (false, _) => scope.why_nothing(past.history, session.today()).unwrap_or_else(|| msg!("history-nothing-such")),
        (true, true) => msg!("history-nothing-here"),
        (true, false) => msg!("history-nothing"),
    };
    let limit = scope.limit.unwrap_or(usize::MAX);
    let more = events.len() > limit;
    events.truncate(limit);
    let (reference, path, title) = (document.reference.clone(), document.path.clone(), document.title.clone());
    let kinds = &past.community.settings.kinds;
    let earlier = paths.filter_map(|path| kinds.claim(past.inside(path)?, &|_| false));
    let earlier = earlier.map(|claim| format!("{}/{}", kinds.at(claim.kind).name, claim.slug));
    let mut names: Vec<String> = std::iter::once(reference.clone()).chain(earlier).collect();
    names.dedup();
    Ok(DocumentLife { reference, path, events, more, at_least, names, title, nothing })
}

impl DocumentLife {
    /// What stands beside an event: its message, unless that only says what is said beside it, and what changed besides.
    fn about(&self, event: &Event, look: &Look) -> Line {
        let message = event.message_about(&self.names);
        let words = message.split_whitespace().count();
        // A subject that only says what is said beside it need not be read.
        let repeats = match event.action {
            Action::Status if message.contains(" → ") => true,
            Action::Status | Action::Reviewed => look.say(&event.what).to_lowercase().contains(&message.to_lowercase()),
            Action::Created => message.contains(&self.reference) && words < 4,
            Action::Used | Action::Thanked | Action::Followed => event.to.as_ref().is_some_and(|to| message.contains(to)),
            Action::Answered | Action::Flagged | Action::Settled => true,
            _ => false,
        };
        let told = event.details.iter().map(|msg| Line::from(look.say(msg)));
        let message = if event.action == Action::Present || repeats { Line::new() } else { Line::new().dim(message) };
        Line::join(told.chain([message]), "; ")
    }

    /// What happened, and to what if that is another document.
    fn what(&self, event: &Event, look: &Look) -> Line {
        let what = Line::new().plain(look.say(&event.what));
        match &event.subject {
            Some(subject) if event.action == Action::Created => what.plain(format!(": {}", subject.name)),
            _ => what,
        }
    }
}

impl View for DocumentLife {
    const SCHEMA: &'static str = "history";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let title = Line::new().strong(&self.title).dim("  ").path(look.path(&self.path));
        if self.events.is_empty() {
            return vec![Block::Title(title), Block::Line(Line::new().plain(look.say(&self.nothing)))];
        }
        // The message has the room that is left; where that is little it goes below, and on a narrow screen the name of the commit and then who wrote it do too.
        let mut table = Table::new([
            Column::new(),
            Column::new(),
            Column::new().min(14).spare(1),
            Column::new().min(40).below(),
            Column::new().spare(3),
        ]);
        let mut reason_of = None;
        for event in &self.events {
            table.row([
                Line::new().dim(event.day()),
                self.what(event, look),
                event.who(look),
                self.about(event, look),
                Line::new().dim(event.commit.get(..7).unwrap_or_default()),
            ]);
            // What one commit did is told once why.
            let is_told = reason_of.replace((event.order, &event.reason)) == Some((event.order, &event.reason));
            if let Some(reason) = event.reason.as_ref().filter(|_| !is_told) {
                let reason = if look.screen && !look.verbose { truncate(reason, REASON).into_owned() } else { reason.clone() };
                table.row([Line::new(), Line::new(), Line::new(), Line::new().plain(reason)]);
            }
        }
        vec![Block::Title(title), Block::Table(table)]
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(Rows::of(&["commit", "date", "people", "action", "from", "to", "message"], &self.events, |event| {
            let cells = vec![
                event.commit.as_str().into(),
                event.day().into(),
                event.people_names().into(),
                event.action_name().into(),
                event.from.as_deref().unwrap_or_default().into(),
                event.to.as_deref().unwrap_or_default().into(),
                event.message.as_str().into(),
            ];
            (event.subject.as_ref().map_or(&self.path, |subject| &subject.path).as_str().into(), cells)
        }))
    }
}
