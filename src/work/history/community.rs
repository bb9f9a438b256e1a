//! The community's life: what `history` answers with where no document is named.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::base::width::truncate;
use crate::model::history::{Change, ChangeKind, TrailerKind};
use crate::model::kinds::Claim;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Rows, Table, View};

use super::event::{About, Action, Event};
use super::lines::{self, Told};
use super::past::{Before, Past, Subject};
use super::scope::Scope;
use super::words;
use crate::work::session::Session;

/// So many lines are told where nothing says how many, or since when.
pub const LINES: usize = 20;

/// So many titles are named of what one commit did to many documents.
const TITLES: usize = 3;

/// A title or message on one line of many is shown up to here, in cells of the screen.
const LONG: usize = 80;

/// What happened in a community, newest first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CommunityLife {
    /// What happened, newest first, each with the document that it happened to.
    pub events: Vec<Event>,
    /// Whether more happened than is told here; absent if not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// Part of the history is not at hand: there may be more events than these, and earlier ones.
    pub at_least: bool,
    #[serde(skip)]
    lines: Vec<Row>,
    /// What to say where nothing is told.
    #[serde(skip)]
    nothing: Msg,
}

/// A line of the story.
#[derive(Clone, Debug)]
struct Row {
    /// The newest of its events.
    event: Event,
    what: Msg,
    name: Msg,
    /// What changed, or what the commit says.
    beside: Vec<Msg>,
}

/// The life of a community, as far as the scope goes.
///
/// # Errors
/// There is no history.
pub fn of(session: &Session, scope: &Scope) -> Result<CommunityLife> {
    let past = Past::of(session)?;
    let teller = Teller::new(&past, scope);
    let limit = if scope.is_bounded() { scope.limit.unwrap_or(usize::MAX) } else { LINES };
    let (mut events, mut told) = (Vec::new(), Vec::new());
    let mut more = false;
    let commits = teller.commits();
    for day in commits.chunk_by(|one, other| one.0 == other.0) {
        if told.len() >= limit {
            more = day.iter().any(|(_, commit)| teller.tells_of(*commit));
            if more {
                break;
            }
            continue;
        }
        let from = events.len();
        for (_, commit) in day {
            teller.tell(*commit, &mut events);
        }
        told.extend(lines::of(&events[from..], from));
    }
    more |= told.len() > limit || events.len() > limit;
    told.truncate(limit);
    let lines = told.iter().filter_map(|told| teller.line(told, &events)).collect();
    events.truncate(limit);
    let at_least = past.history.gaps().at_least();
    let nothing = match (scope.why_nothing(past.history, session.today()), at_least) {
        (Some(why), _) => why,
        (None, _) if teller.is_narrow() => msg!("history-nothing-such"),
        (None, true) => msg!("history-nothing-known"),
        (None, false) => msg!("history-nothing-yet"),
    };
    Ok(CommunityLife { events, more, at_least, lines, nothing })
}

/// Tells what commits did to knowledge files.
struct Teller<'p, 'a> {
    past: &'p Past<'a>,
    scope: &'p Scope,
    /// Of each change in the life of a document that is still there, which it is and what was before it.
    known: HashMap<(u32, u32), (usize, Before)>,
    /// Every path that history has, for what stands below what.
    paths: OnceCell<HashSet<&'a str>>,
}

impl<'p, 'a> Teller<'p, 'a> {
    fn new(past: &'p Past<'a>, scope: &'p Scope) -> Self {
        let mut known = HashMap::new();
        for (at, document) in past.community.documents().iter().enumerate() {
            for (change, before) in past.changes(&document.path) {
                known.insert((change.commit, change.path), (at, before));
            }
        }
        Self { past, scope, known, paths: OnceCell::new() }
    }

    fn is_narrow(&self) -> bool {
        !self.scope.kinds.is_empty() || self.scope.paths.is_some() || self.scope.folder.is_some() || !self.scope.people.is_everyone()
    }

    /// The commits that may be told of, newest first, each with the day by which it is placed.
    ///
    /// A day that is still to come is a clock that was wrong: such a commit stands where the one before it does.
    fn commits(&self) -> Vec<(Option<Date>, u32)> {
        let today = self.past.session.today();
        let mut last = None;
        let mut all = Vec::new();
        for (at, commit) in (0..).zip(self.past.history.commits()) {
            let day = commit.day();
            let placed = day.filter(|day| *day <= today.add_days(1)).or(last);
            last = placed;
            if !commit.changes().is_empty() && self.scope.time.holds(day) && self.is_by_wanted(at) {
                all.push((placed, at));
            }
        }
        all.sort_by_key(|(day, at)| Reverse((*day, *at)));
        all
    }

    fn is_by_wanted(&self, commit: u32) -> bool {
        let authors = self.past.authors;
        let named = |commit| authors.writers(commit).into_iter().chain(authors.named(commit, TrailerKind::Reviewed)).collect::<Vec<_>>();
        let people = || self.past.history.commit(commit).map(named).unwrap_or_default();
        let is_wanted = |who: usize| self.past.authors.all().get(who).is_some_and(|author| self.scope.wants(author));
        self.scope.people.is_everyone() || people().into_iter().any(is_wanted)
    }

    fn changes(&self, commit: u32) -> &'a [Change] {
        self.past.history.commit(commit).map_or(&[], |commit| commit.changes())
    }

    /// Whether a commit did anything that would be told.
    fn tells_of(&self, commit: u32) -> bool {
        self.changes(commit).iter().any(|change| change.kind != ChangeKind::Merged && self.subject(change).is_some())
    }

    fn tell(&self, commit: u32, events: &mut Vec<Event>) {
        for change in self.changes(commit) {
            let Some((subject, before)) = self.subject(change) else { continue };
            let Some(event) = self.past.event(&subject, change, before) else { continue };
            // A commit that only names a member who is no author of what it presents is nobody's either.
            if self.scope.holds(&event) {
                let about = self.about(&subject, change);
                events.push(Event { subject: Some(about), ..event });
            }
        }
    }

    /// What a change happened to, if that is knowledge that is asked about, and what was there before.
    fn subject(&self, change: &Change) -> Option<(Subject, Before)> {
        let (subject, before) = match self.known.get(&(change.commit, change.path)) {
            Some((at, before)) => {
                let document = &self.past.community.documents()[*at];
                (Subject { claim: Claim { kind: document.kind, slug: document.slug.clone() }, at: Some(*at) }, *before)
            }
            None => self.gone(change)?,
        };
        let kind = &self.past.kind(&subject).name;
        let path = match subject.at {
            Some(at) => self.past.community.documents()[at].path.as_str(),
            None => self.past.inside(change.path)?,
        };
        let is_wanted = (self.scope.kinds.is_empty() || self.scope.kinds.contains(kind))
            && self.scope.paths.as_ref().is_none_or(|paths| paths.contains(path))
            && self.scope.folder.as_ref().is_none_or(|folder| path.starts_with(folder.as_str()));
        is_wanted.then_some((subject, before))
    }

    /// What a change happened to that is no more.
    fn gone(&self, change: &Change) -> Option<(Subject, Before)> {
        let inside = self.past.inside(change.path)?;
        let kinds = &self.past.community.settings.kinds;
        if !kinds.wants(inside) {
            return None;
        }
        let history = self.past.history;
        let paths = self.paths.get_or_init(|| history.facts().paths.iter().map(|path| path.text.as_str()).collect());
        let claim = kinds.claim(inside, &|path| paths.contains(format!("{}{path}", self.past.prefix).as_str()))?;
        // What was before is asked only of what may have been there.
        let before = match change.kind {
            ChangeKind::Added => {
                let changes = self.past.changes(inside);
                let own = changes.into_iter().find(|(other, _)| (other.commit, other.path) == (change.commit, change.path));
                own.map_or(Before::Nothing, |(_, before)| before)
            }
            _ => Before::There,
        };
        Some((Subject { claim, at: None }, before))
    }

    /// What an event happened to, as it is now, or as it was when it was last there.
    fn about(&self, subject: &Subject, change: &Change) -> About {
        if let Some(at) = subject.at {
            return words::about(self.past, at);
        }
        let kind = self.past.kind(subject);
        let path = self.past.inside(change.path).unwrap_or_default().to_owned();
        let last = change.new.or(change.old);
        let title = last.and_then(|id| self.past.version(subject, id, change.path)).map(|version| version.title.clone());
        let title = title.unwrap_or_else(|| subject.claim.slug.clone());
        let reference = format!("{}/{}", kind.name, subject.claim.slug);
        About { reference, path, kind: kind.name.clone(), name: title.clone(), title }
    }

    /// The line for what belongs together.
    fn line(&self, told: &Told, events: &[Event]) -> Option<Row> {
        let places = match told {
            Told::One(at) => std::slice::from_ref(at),
            Told::Again(places) | Told::Many(places) => places,
        };
        let event = events.get(*places.first()?)?;
        let about = event.subject.as_ref()?;
        let (what, name, beside) = match told {
            Told::One(_) => (event.what.clone(), self.named(event, about), beside(event, about)),
            Told::Again(_) => (msg!("event-edited-times", count = places.len()), self.named(event, about), Vec::new()),
            Told::Many(_) => {
                // What nobody did has no words of who did it.
                let message = Some(Msg::literal(truncate(&event.message, LONG).as_ref())).filter(|_| event.action != Action::Present);
                (event.what.clone(), self.many(places, events), words::reviewers(event).into_iter().chain(message).collect())
            }
        };
        let mut event = event.clone();
        // Who came and went by their own hand is named already.
        if event.people.len() == 1 && matches!(what.key(), "event-joined" | "event-left" | "event-back") {
            event.people.retain(|person| person.name != about.name);
        }
        Some(Row { event, what, name, beside })
    }

    /// What an event happened to, with its kind where nothing else says that.
    fn named(&self, event: &Event, about: &About) -> Msg {
        let lang = self.past.session.lang();
        if let (Action::Used | Action::Thanked | Action::Followed, Some(what)) = (event.action, event.details.first()) {
            return what.clone();
        }
        let name = truncate(&about.name, LONG);
        let kind = self.past.community.settings.kinds.named(&about.kind);
        let is_said = !matches!(event.what.key(), "event-joined" | "event-answered" | "event-asked" | "event-left" | "event-back");
        match kind.filter(|_| is_said) {
            Some(kind) => msg!("story-of-kind", name = name.as_ref(), kind = kind.label(lang)),
            None => Msg::literal(name.as_ref()),
        }
    }

    /// So many documents, and the titles of the first.
    fn many(&self, places: &[usize], events: &[Event]) -> Msg {
        let lang = self.past.session.lang();
        let all: Vec<&About> = places.iter().filter_map(|at| events.get(*at)?.subject.as_ref()).collect();
        let kind = all.first().filter(|first| all.iter().all(|about| about.kind == first.kind));
        let kind = kind.and_then(|about| self.past.community.settings.kinds.named(&about.kind));
        let titles: Vec<&str> = all.iter().take(TITLES).map(|about| about.name.as_str()).collect();
        let titles = titles.join(", ") + if all.len() > TITLES { ", …" } else { "" };
        match kind {
            Some(kind) => msg!("story-many", count = all.len(), kinds = kind.plural(lang), titles = titles),
            None => msg!("story-many-documents", count = all.len(), titles = titles),
        }
    }
}

/// What changed; of a change of the text, what the commit says.
fn beside(event: &Event, about: &About) -> Vec<Msg> {
    let is_said = matches!(event.action, Action::Used | Action::Thanked | Action::Followed);
    let mut beside: Vec<Msg> = event.details.iter().skip(usize::from(is_said)).cloned().collect();
    if event.action == Action::Edited {
        beside.push(Msg::literal(truncate(event.message_about(std::slice::from_ref(&about.reference)), LONG).as_ref()));
    }
    beside
}

impl Row {
    /// What changed, or what the commit says.
    fn beside(&self, look: &Look) -> Line {
        Line::join(self.beside.iter().map(|msg| Line::new().dim(look.say(msg))), "; ")
    }
}

impl CommunityLife {
    /// For a screen: what happened, below its day.
    fn days(&self, look: &Look) -> Block {
        let mut lines = Vec::new();
        let mut last = None;
        for line in &self.lines {
            let date = line.event.date;
            if last.replace(date) != Some(date) {
                let day = date.map_or_else(|| look.say(&msg!("story-undated")), |date| look.day(date));
                lines.push((0, Line::new().dim(day)));
            }
            let what = Line::new().plain(look.say(&line.what)).plain(": ").strong(look.say(&line.name));
            let who = Line::join([line.event.who(look), line.beside(look)], ": ");
            let commit = Line::new().dim(line.event.commit.get(..7).filter(|_| look.verbose).unwrap_or_default());
            lines.push((1, Line::join([what, who, commit], "  ")));
            lines.extend(line.event.reason.as_ref().filter(|_| look.verbose).map(|reason| (2, Line::from(reason.as_str()))));
        }
        Block::Tree(lines)
    }

    /// For a file: every line can stand by itself.
    fn table(&self, look: &Look) -> Block {
        let mut table = Table::new((0..6).map(|_| Column::new()));
        for line in &self.lines {
            let (name, beside) = (Line::new().strong(look.say(&line.name)), line.beside(look));
            let commit = Line::new().dim(line.event.commit.get(..7).unwrap_or_default());
            let (what, who) = (Line::new().plain(look.say(&line.what)), line.event.who(look));
            table.row([Line::new().dim(line.event.day()), what, name, who, commit, beside]);
        }
        Block::Table(table)
    }
}

impl View for CommunityLife {
    const SCHEMA: &'static str = "history-community";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        if self.lines.is_empty() {
            return vec![Block::Line(Line::new().plain(look.say(&self.nothing)))];
        }
        vec![if look.screen { self.days(look) } else { self.table(look) }]
    }

    fn rows(&self) -> Option<Rows<'_>> {
        const COLUMNS: &[&str] = &["ref", "title", "commit", "date", "people", "action", "from", "to", "message"];
        Some(Rows::of(COLUMNS, &self.events, |event| {
            let about = event.subject.as_ref();
            let cells = vec![
                about.map_or("", |about| &about.reference).into(),
                about.map_or("", |about| &about.title).into(),
                event.commit.as_str().into(),
                event.day().into(),
                event.people_names().into(),
                event.action_name().into(),
                event.from.as_deref().unwrap_or_default().into(),
                event.to.as_deref().unwrap_or_default().into(),
                event.message.as_str().into(),
            ];
            (about.map_or("", |about| &about.path).into(), cells)
        }))
    }
}
