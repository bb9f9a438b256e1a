//! When the members come together: the meetings that are planned, whether the rhythm is kept, and all of it as a calendar.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::coming::time_of;
use crate::base::date::Date;
use crate::base::lang::Msg;
use crate::base::timespan::Timespan;
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::kind::{Capability, Kind};
use crate::model::rhythm::Pulse;
use crate::msg;
use crate::show::dates::weekday;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Rows, Table, View};

use super::letter;
use super::render::calendar::{self, Entry, Past, Sort, When};
use super::session::Session;

/// What has become of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// It is to be, or was, and nobody has said yet that it took place.
    Planned,
    /// It took place.
    Held,
    /// It is called off.
    Cancelled,
}

/// A meeting: a document with its day.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// The document.
    pub document: Arc<Document>,
    /// The day.
    pub day: Date,
    /// What has become of it.
    pub stage: Stage,
}

/// Whether documents of a kind are meetings: they have a day, and people who were there.
pub fn is_meeting(kind: &Kind) -> bool {
    kind.has(Capability::Dated) && kind.field("attendees").is_some() && kind.parent.is_none()
}

/// The meetings of a community that have a day, by day; of one day by path.
pub fn all(community: &Community) -> Vec<Meeting> {
    let meeting = |document: &Arc<Document>| {
        let kind = community.kind(document);
        let named = || document.handle().get(..10).and_then(Date::parse);
        let day = document.date("when").or_else(named).filter(|_| is_meeting(kind))?;
        Some(Meeting { document: document.clone(), day, stage: stage(document, kind) })
    };
    let mut all: Vec<Meeting> = community.documents().iter().filter_map(meeting).collect();
    all.sort_by(|a, b| (a.day, &a.document.path).cmp(&(b.day, &b.document.path)));
    all
}

/// What has become of a meeting, by the state it is in.
pub fn stage(document: &Document, kind: &Kind) -> Stage {
    match document.state.as_deref().and_then(|name| kind.state(name)) {
        Some(state) if state.retired => Stage::Cancelled,
        Some(state) if !state.open => Stage::Held,
        _ => Stage::Planned,
    }
}

/// The rhythm of a community, if it has one that can be read.
pub fn rhythm(session: &Session) -> Option<Timespan> {
    session.settings().rhythm.as_deref().and_then(Timespan::parse_recurring)
}

/// The rhythm held against the meetings that took place and are planned.
pub fn pulse(session: &Session) -> Pulse {
    let all = all(session.community());
    let days = |stage: Stage| all.iter().filter(|meeting| meeting.stage == stage).map(|meeting| meeting.day).collect::<Vec<_>>();
    Pulse::of(rhythm(session), &days(Stage::Held), &days(Stage::Planned), session.today())
}

/// A meeting as it is listed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Listed {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    reference: String,
    /// The path from the community's root.
    path: String,
    /// The title.
    title: String,
    /// The day.
    date: Date,
    /// The hour and minute on the clocks of the community: `14:00`.
    time: Option<String>,
    /// Where it is.
    place: Option<String>,
    /// What has become of it.
    stage: Stage,
}

/// The meetings that are planned, and whether the rhythm is kept.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Planned {
    /// Those that are still to be, and those that are past and that nobody closed, by day.
    meetings: Vec<Listed>,
    /// How often the community means to meet, in its own words.
    rhythm: Option<String>,
    /// The last day on which they met.
    last: Option<Date>,
    /// The first day from today on for which a meeting is planned.
    next: Option<Date>,
    /// The day on which they would meet next by the rhythm.
    expected: Option<Date>,
    /// Whether they meet as often as they mean to; null where there is no rhythm.
    kept: Option<bool>,
    #[serde(skip)]
    every: Option<Timespan>,
}

/// The meetings that are planned, and whether the rhythm is kept.
pub fn list(session: &Session) -> Planned {
    let every = rhythm(session);
    let pulse = pulse(session);
    let planned = all(session.community()).into_iter().filter(|meeting| meeting.stage == Stage::Planned);
    Planned {
        meetings: planned.map(|meeting| listed(&meeting)).collect(),
        rhythm: session.settings().rhythm.clone(),
        kept: every.map(|every| pulse.is_kept(every, session.today())),
        last: pulse.last,
        next: pulse.next,
        expected: pulse.expected,
        every,
    }
}

fn listed(meeting: &Meeting) -> Listed {
    let document = &meeting.document;
    let time = document.value("when").and_then(time_of).map(|(hour, minute)| format!("{hour:02}:{minute:02}"));
    Listed {
        reference: document.reference.clone(),
        path: document.path.clone(),
        title: document.title.clone(),
        date: meeting.day,
        time,
        place: document.value("where").map(str::to_owned),
        stage: meeting.stage,
    }
}

/// All meetings as a calendar to subscribe to: those that took place too, so that nothing is lost from it, and those that are called off.
pub fn calendar(session: &Session) -> String {
    let settings = session.settings();
    let host = letter::host(session);
    let prefix = session.prefix();
    let entry = |meeting: Meeting| {
        let document = &meeting.document;
        let past = Past::of(session, &document.path);
        Entry {
            uid: calendar::uid(&settings.name, &past.first, None),
            sort: Sort::Meeting,
            when: document.value("when").and_then(|text| When::read(text, &settings.timezone)).or(Some(When::Day(meeting.day))),
            title: document.title.clone(),
            place: document.value("where").map(str::to_owned),
            description: agenda(document, session.community().kind(document)),
            url: host.as_ref().map(|host| host.view(&format!("{prefix}{}", document.path))),
            modified: past.modified,
            cancelled: meeting.stage == Stage::Cancelled,
        }
    };
    let entries: Vec<Entry> = all(session.community()).into_iter().map(entry).collect();
    calendar::calendar(&settings.name, &entries, session.now())
}

/// What is on the agenda, as plain text; `None` where nothing is.
fn agenda(document: &Document, kind: &Kind) -> Option<String> {
    let section = kind.sections.iter().find(|section| section.name == "agenda")?;
    let heading = document.markdown.headings.iter().find(|heading| !heading.nested && section.is_headed_by(&heading.text))?;
    let text = document.markdown.plain(&document.text, heading.content());
    Some(text).filter(|text| !text.trim().is_empty())
}

impl Planned {
    /// Whether the rhythm is kept, in a sentence.
    fn says(&self, look: &Look) -> Msg {
        let Some(every) = self.every else {
            return match &self.rhythm {
                Some(rhythm) => msg!("meet-rhythm-unread", rhythm = rhythm),
                None => msg!("meet-rhythm-none"),
            };
        };
        let said = every.says_every().unwrap_or_else(|| Msg::literal(self.rhythm.clone().unwrap_or_default()));
        let day = |day: Date| weekday(day, look.today, look.lang);
        match (self.last, self.next, self.expected) {
            (Some(last), Some(next), Some(expected)) => {
                let apart = Timespan { months: 0, days: next.days() - last.days() }.says().unwrap_or_else(|| Msg::literal(""));
                if self.kept == Some(true) {
                    msg!("meet-rhythm-kept", every = said, last = day(last), next = day(next), apart = apart)
                } else {
                    msg!("meet-rhythm-late", every = said, last = day(last), next = day(next), apart = apart, expected = day(expected))
                }
            }
            (Some(last), _, Some(expected)) if expected < look.today => {
                msg!("meet-rhythm-past", every = said, last = day(last), expected = day(expected))
            }
            (Some(last), _, Some(expected)) => msg!("meet-rhythm-open", every = said, last = day(last), expected = day(expected)),
            _ => msg!("meet-rhythm-first", every = said),
        }
    }
}

impl View for Planned {
    const SCHEMA: &'static str = "meet";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = Vec::new();
        if self.meetings.is_empty() {
            blocks.push(Block::Line(look.say(&msg!("meet-nothing")).into()));
        } else {
            let mut table = Table::new([Column::new(), Column::new().min(20), Column::new().below()]);
            for meeting in &self.meetings {
                let day = weekday(meeting.date, look.today, look.lang);
                let when = meeting.time.as_ref().map_or_else(|| day.clone(), |time| format!("{day} {time}"));
                let beside = if meeting.date < look.today {
                    Line::new().command(format!("cop meet close {}", meeting.reference))
                } else {
                    Line::from(meeting.place.clone().unwrap_or_default())
                };
                table.row([when.into(), Line::from(&meeting.title), beside]);
            }
            blocks.push(Block::Table(table));
        }
        blocks.push(Block::Line(look.say(&self.says(look)).into()));
        if self.next.is_none() {
            blocks.push(Block::Line(Line::new().command("cop meet plan")));
        }
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(Rows::of(&["ref", "path", "title", "date", "time", "place", "stage"], &self.meetings, |meeting| {
            let text = |text: &Option<String>| text.clone().unwrap_or_default().into();
            let stage = match meeting.stage {
                Stage::Planned => "planned",
                Stage::Held => "held",
                Stage::Cancelled => "cancelled",
            };
            (
                meeting.path.as_str().into(),
                vec![
                    meeting.reference.as_str().into(),
                    meeting.path.as_str().into(),
                    meeting.title.as_str().into(),
                    meeting.date.to_string().into(),
                    text(&meeting.time),
                    text(&meeting.place),
                    stage.into(),
                ],
            )
        }))
    }
}
