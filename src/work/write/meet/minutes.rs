//! The minutes of a meeting: what was said, and who was there.

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::work::session::Session;
use crate::work::write::add::Edit;
use crate::work::write::draft::Draft;
use crate::work::write::edit::fault;
use crate::work::write::relations::Mode;
use crate::work::write::{Assignment, How, Met, demand_visible, fields, write};

use super::section::{MINUTES, heading, with};
use super::{at_hand, demand_past, line_end, named};

/// What is to be written down.
#[derive(Default)]
pub struct Minutes<'a> {
    /// The meeting, as typed; without one it is today's, or the last that nobody closed.
    pub meeting: Option<&'a str>,
    /// Who was there, as typed.
    pub attendees: Vec<String>,
    /// What was said: it comes behind what stands there.
    pub text: Option<String>,
    /// Lets a person write it.
    pub edit: Option<&'a Edit<'a>>,
}

/// The reference of the meeting that is meant, and who was there as far as it says.
///
/// # Errors
/// There is no such meeting, it is called off or is still to come.
pub fn meant(session: &Session, name: Option<&str>) -> Result<(String, usize)> {
    let meeting = name.map_or_else(|| at_hand(session), |name| named(session, name))?;
    demand_past(session, &meeting)?;
    Ok((meeting.document.reference.clone(), meeting.document.values("attendees").len()))
}

/// Writes minutes into the document of a meeting. Its state stays: `close` says that it was held.
///
/// # Errors
/// There is no such meeting, it is still to come, what is written can't be read, or git says no. Then nothing is changed.
pub fn minutes(session: &Session, minutes: &Minutes<'_>, how: &How) -> Result<Met> {
    let meeting = minutes.meeting.map_or_else(|| at_hand(session), |name| named(session, name))?;
    demand_past(session, &meeting)?;
    let before = meeting.document.clone();
    let mut draft = Draft::new(session);
    let path = draft.ask(&before);
    attend(&mut draft, &path, &minutes.attendees)?;
    let kind = draft.kind(&before);
    if let Some(text) = &minutes.text {
        let text = text.trim_start_matches('\u{feff}').trim_matches(['\r', '\n']).trim_end();
        if text.trim().is_empty() {
            return Err(Error::new(ErrorKind::Usage, msg!("add-empty")));
        }
        demand_visible("--from", text)?;
        let now = draft.document(&path)?;
        // The same text a second time is no second meeting.
        let flat = |text: &str| text.replace("\r\n", "\n");
        if !flat(&now.text).contains(&flat(text)) {
            draft.rewrite(&path, &with(&now, kind, MINUTES, text));
        }
    }
    if let Some(edit) = minutes.edit {
        let mut now = draft.document(&path)?;
        if heading(&now, kind, MINUTES).is_none() {
            let text = with(&now, kind, MINUTES, "");
            draft.rewrite(&path, &format!("{}{}", text.trim_end(), line_end(&text)));
            now = draft.document(&path)?;
        }
        let text = edit(&now.text)?;
        draft.rewrite(&path, &text);
    }
    let after = draft.document(&path)?;
    if let Some(problem) = fault(Some(&before), &after) {
        return Err(after.fault_of(&problem));
    }
    let subject = msg!("meet-commit-minutes", name = &before.reference);
    let next = (meeting.stage == crate::work::meetings::Stage::Planned)
        .then(|| msg!("meet-close-next", command = format!("cop meet close {}", before.reference)));
    Ok(Met(write(session, &draft, &subject, how)?.became(next)))
}

/// Says who was there, beside those who are named already.
pub(super) fn attend(draft: &mut Draft<'_>, path: &str, attendees: &[String]) -> Result<()> {
    let attendees: Vec<String> = attendees.iter().filter(|name| !name.trim().is_empty()).cloned().collect();
    if attendees.is_empty() {
        return Ok(());
    }
    let assignment = Assignment { key: "attendees".to_owned(), values: attendees, adds: true };
    fields::assign(draft, path, &assignment, Mode::Add)
}
