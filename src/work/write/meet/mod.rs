//! Meetings: planned, with an agenda of what waits; their minutes; and what they come to, each in a document of its own.

pub mod agenda;
pub mod close;
mod due;
mod marked;
pub mod minutes;
pub mod plan;
mod section;

use std::sync::Arc;

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::path::way;
use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::model::targets::{Target, of_link};
use crate::msg;
use crate::text::markdown;
use crate::work::meetings::{self, Meeting, Stage, is_meeting};
use crate::work::named;
use crate::work::session::Session;

use super::add::title::sparingly;

/// The kind of meetings, by its place among the kinds.
///
/// # Errors
/// The community has none.
fn kind_at(session: &Session) -> Result<usize> {
    let kinds = session.settings().kinds.all();
    kinds.iter().position(is_meeting).ok_or_else(|| Error::new(ErrorKind::Settings, msg!("meet-no-kind")))
}

/// The meeting that a person names.
///
/// # Errors
/// No document is called so, or it is no meeting.
fn named(session: &Session, typed: &str) -> Result<Meeting> {
    let community = session.community();
    let document = community.documents()[named::document(session, typed)?].clone();
    let found = meetings::all(community).into_iter().find(|meeting| meeting.document.path == document.path);
    found.ok_or_else(|| Error::new(ErrorKind::Usage, msg!("meet-no-meeting", name = &document.reference)))
}

/// The meeting that is meant where nobody names one: today's, else the last that is past and that nobody closed.
///
/// # Errors
/// There is none, and the error says which comes next; or there are several on that day.
fn at_hand(session: &Session) -> Result<Meeting> {
    let (today, all) = (session.today(), meetings::all(session.community()));
    let open = |meeting: &&Meeting| meeting.stage == Stage::Planned && meeting.day <= today;
    if let Some(meeting) = all.iter().rfind(open).or_else(|| all.iter().rfind(|meeting| meeting.day == today)) {
        let same: Vec<&Meeting> = all.iter().filter(|other| other.day == meeting.day && other.stage == meeting.stage).collect();
        if same.len() < 2 {
            return Ok(meeting.clone());
        }
        let error = Error::new(ErrorKind::Usage, msg!("meet-which", day = meeting.day.to_string()));
        return Err(same.into_iter().fold(error, |error, other| error.hint(Msg::literal(&other.document.reference))));
    }
    let error = Error::new(ErrorKind::NotFound, msg!("meet-none-at-hand"));
    Err(match all.iter().find(|meeting| meeting.stage == Stage::Planned) {
        Some(next) => error.hint(msg!("meet-none-next", name = &next.document.reference, day = next.day.to_string())),
        None => error.hint(msg!("do-this", command = "cop meet plan")),
    })
}

/// Refuses a meeting that is called off, or is still to come.
fn demand_past(session: &Session, meeting: &Meeting) -> Result<()> {
    let name = &meeting.document.reference;
    if meeting.stage == Stage::Cancelled {
        return Err(Error::new(ErrorKind::Usage, msg!("meet-cancelled", name = name)));
    }
    if meeting.day > session.today() {
        return Err(Error::new(ErrorKind::Usage, msg!("meet-future", name = name, day = meeting.day.to_string())));
    }
    Ok(())
}

/// A link from one document to another, with its title.
fn link(from: &str, to: &Document) -> String {
    format!("[{}]({})", label(&to.title), way(from, &to.path))
}

/// A title as the text of a link, so written that it is read as it was meant.
fn label(title: &str) -> String {
    let is_so = |text: &str| {
        let text = format!("[{text}](x.md)");
        let read = markdown::read(&text, 0, markdown::HeadingIds::GitHub, &crate::base::limits::Limits::default());
        read.links.len() == 1 && read.mentions.is_empty() && read.plain(&text, 0..text.len()) == title
    };
    sparingly(title, &is_so).unwrap_or_else(|| super::add::title::escaped(title))
}

/// The documents that a document's text links to.
fn linked(session: &Session, document: &Document) -> Vec<usize> {
    let community = session.community();
    let links = document.markdown.links.iter().filter(|link| !link.opaque && !link.form.is_wiki());
    let lead = links.filter_map(|link| match of_link(community, document, &link.target) {
        Target::Document(at, _) => Some(at),
        _ => None,
    });
    lead.collect()
}

/// The line ends of a text.
fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Whether a document is in a state in which something is still to be decided or answered.
fn is_open(document: &Document, kind: &Kind) -> bool {
    document.state.as_deref().and_then(|name| kind.state(name)).is_some_and(|state| state.open)
}

/// The days on which there is a meeting that is not called off.
fn days(all: &[Meeting]) -> Vec<(Date, Arc<Document>)> {
    all.iter().filter(|meeting| meeting.stage != Stage::Cancelled).map(|meeting| (meeting.day, meeting.document.clone())).collect()
}
