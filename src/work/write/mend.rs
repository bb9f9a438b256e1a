//! Mending what a check found: what `check --fix` does.

use std::io;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::Unread;
use crate::base::lang::Msg;
use crate::base::place::Place;
use crate::base::shell::quoted;
use crate::model::change::ChangeSet;
use crate::model::document::Document;
use crate::model::finding::{Finding, Mend};
use crate::model::identity::shortened;
use crate::msg;
use crate::show::look::Look;
use crate::show::view::{Block, Rows, View};
use crate::work::checks::report::Report;
use crate::work::session::Session;

use super::draft::Draft;
use super::outcome::{About, Fate, Outcome, Written};
use super::relations::Mode;
use super::{Assignment, How, fields, message, send, whole};

/// What was mended: what `check --fix --dry-run` answers with.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mended {
    #[serde(flatten)]
    outcome: Outcome,
    #[serde(skip)]
    refused: Vec<Error>,
}

impl Mended {
    /// Why some of it could not be mended.
    pub fn refused(&self) -> &[Error] {
        &self.refused
    }
}

impl View for Mended {
    const SCHEMA: &'static str = "fix";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        self.outcome.shown(look)
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(self.outcome.listed())
    }
}

impl Written for Mended {
    fn outcome(&self) -> &Outcome {
        &self.outcome
    }
}

/// What there is to mend for sure, a file and what is added to it each, for who is asked first.
pub fn planned(report: &Report) -> Vec<Msg> {
    sure(report)
        .map(|change| match change {
            Mend::Value { path, value, .. } => msg!("mend-value", path = path, value = seen(value)),
            Mend::Lines { path, lines } => msg!("mend-lines", path = path, count = lines.len()),
        })
        .collect()
}

/// What can be mended and may be wrong: what to type if it is right.
pub fn unsure(session: &Session, report: &Report) -> Vec<Msg> {
    let line = |finding: &Finding| {
        let fix = finding.fix.as_ref().filter(|fix| !fix.is_sure)?;
        let Mend::Value { path, field, value } = &fix.change else { return None };
        let document = document(session, path)?;
        let command = format!("cop set {} {field}+={}", quoted(&format!("@{}", document.handle())), quoted(value));
        Some(msg!("mend-unsure", what = finding.msg.clone(), command = command))
    };
    report.findings.iter().filter_map(line).collect()
}

/// Mends everything in a report that can be mended for sure, in one commit. A file in which it can't be is left as it is.
///
/// # Errors
/// Git says no. Then nothing is changed.
pub fn mend(session: &Session, report: &Report, how: &How) -> Result<Mended> {
    let mut draft = Draft::of_many(session);
    let mut refused = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for change in sure(report) {
        if let Mend::Value { path, field, value } = change
            && let Some(document) = document(session, path)
        {
            draft.follow(document);
            match add(&mut draft, path, field, value) {
                Ok(()) => names.push(document.value("name").unwrap_or(&document.title).to_owned()),
                Err(error) => refused.push(error),
            }
        }
    }
    let mended = names.len();
    names.dedup();
    let lines: Vec<(&str, &[String])> = sure(report)
        .filter_map(|change| match change {
            Mend::Lines { path, lines } => Some((path.as_str(), lines.as_slice())),
            Mend::Value { .. } => None,
        })
        .collect();
    let subject = match names.as_slice() {
        [one] if lines.is_empty() => msg!("commit-mend-one", name = one),
        _ => msg!("commit-mend", count = mended + lines.len()),
    };
    let mut set = draft.add_to(ChangeSet::new(message(session, &subject, how)))?;
    let mut about: Vec<(String, String)> =
        draft.changed().iter().map(|document| (document.reference.clone(), document.path.clone())).collect();
    for (path, lines) in lines {
        match append(session, &mut set, path, lines) {
            Ok(()) => about.push((path.to_owned(), path.to_owned())),
            Err(error) => refused.push(error),
        }
    }
    let about = About::Many(about);
    let outcome = if set.is_empty() { Outcome::new(about, Fate::Unchanged) } else { send(session, set, about, how)? };
    Ok(Mended { outcome, refused })
}

fn sure(report: &Report) -> impl Iterator<Item = &Mend> {
    report.findings.iter().filter_map(|finding| finding.fix.as_ref()).filter(|fix| fix.is_sure).map(|fix| &fix.change)
}

fn document<'s>(session: &'s Session, path: &str) -> Option<&'s std::sync::Arc<Document>> {
    let community = session.community();
    community.names().by_path(path).map(|at| &community.documents()[at])
}

/// One value more under a field.
fn add(draft: &mut Draft<'_>, path: &str, field: &str, value: &str) -> Result<()> {
    fields::assign(draft, path, &Assignment { adds: true, ..Assignment::one(field, value) }, Mode::Add)
}

/// Lines at the end of a file, which end as those before them do.
fn append(session: &Session, set: &mut ChangeSet, path: &str, lines: &[String]) -> Result<()> {
    let before = match whole(session, path) {
        Ok(bytes) => Some(bytes),
        Err(Unread::Io(cause)) if cause.kind() == io::ErrorKind::NotFound => None,
        Err(cause) => {
            return Err(Error::new(ErrorKind::Io, msg!("file-not-regular")).because(io::Error::from(cause)).at(Place::file(path)));
        }
    };
    let old = before.as_deref().unwrap_or_default();
    let end = if old.windows(2).any(|pair| pair == b"\r\n") { "\r\n" } else { "\n" };
    let mut after = old.to_vec();
    if !after.is_empty() && !after.ends_with(b"\n") {
        after.extend(end.as_bytes());
    }
    for line in lines {
        after.extend(line.as_bytes());
        after.extend(end.as_bytes());
    }
    match before {
        Some(before) => set.edit(path, before, after)?,
        None => set.create(path, after)?,
    }
    Ok(())
}

/// An address as it is shown to whoever runs a check; anything else whole.
fn seen(value: &str) -> String {
    if value.contains('@') { shortened(value) } else { value.to_owned() }
}
