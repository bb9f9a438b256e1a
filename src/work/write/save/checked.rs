//! What a check says of the documents that are about to be kept: an error stays out of git, a warning is told.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::place::Place;
use crate::base::shell::{from_top, quoted};
use crate::model::document::Document;
use crate::model::field::{FieldType, Value};
use crate::model::finding::{Finding, Severity};
use crate::model::kinds::Claim;
use crate::msg;
use crate::show::view::Remark;
use crate::work::checking::texts;
use crate::work::checks::selection::Selection;
use crate::work::session::Session;
use crate::work::write::values::person;

use super::Item;

/// So many warnings about one document are told; `check` has them all.
const TOLD: usize = 3;
/// A state that nobody knows is no more than a warning in what stands there already; nothing new goes in with one.
const STATE: &str = "unknown-state";

/// What is wrong with documents since they were last committed, by path.
pub(super) struct Checked(BTreeMap<String, Met>);

#[derive(Default)]
struct Met {
    errors: Vec<Finding>,
    warnings: Vec<Remark>,
}

impl Checked {
    /// Checks the documents among these, as they are and as they were: only what was not wrong before counts.
    pub(super) fn of(session: &Session, items: &[Item]) -> Self {
        let now: Vec<(&Item, &Document)> = items.iter().filter_map(|item| Some((item, item.after.as_ref()?.as_ref().ok()?))).collect();
        let mut checked = Self(BTreeMap::new());
        if now.is_empty() {
            return checked;
        }
        let paths = |of: &mut dyn Iterator<Item = &str>| Selection::of_paths(of.map(str::to_owned).collect());
        let serious = |finding: &Finding| finding.severity >= Severity::Warning;
        let report = texts(session, session.community(), &paths(&mut now.iter().map(|(item, _)| item.path.as_str())));
        let found: Vec<Finding> = report.findings.into_iter().filter(serious).collect();
        let before = now.iter().filter(|(item, _)| found.iter().any(|finding| finding.path == item.path));
        let before = before.filter_map(|(item, document)| {
            let claim = Claim { kind: document.kind, slug: document.slug.clone() };
            Some((item.path.clone(), claim, Arc::clone(&item.before.as_ref()?.text)))
        });
        let before: Vec<(String, Claim, Arc<str>)> = before.collect();
        let selection = paths(&mut before.iter().map(|(path, ..)| path.as_str()));
        let known =
            if before.is_empty() { Vec::new() } else { texts(session, &session.community().with_more(before), &selection).findings };
        for finding in found {
            let is_same = |other: &Finding| other.path == finding.path && other.rule == finding.rule && other.msg == finding.msg;
            if known.iter().any(is_same) {
                continue;
            }
            let met = checked.0.entry(finding.path.clone()).or_default();
            if finding.severity == Severity::Error || finding.rule == STATE {
                met.errors.push(finding);
            } else {
                let place = Place::at(&finding.path, (finding.line, finding.column));
                met.warnings.push(Remark { code: finding.rule, msg: finding.msg, place: Some(place) });
            }
        }
        for (item, document) in now {
            let strangers = strangers(session, item.before.as_ref(), document);
            if !strangers.is_empty() {
                let warnings = &mut checked.0.entry(item.path.clone()).or_default().warnings;
                let new = |stranger: &Remark| !warnings.iter().any(|known| known.place == stranger.place);
                let new: Vec<Remark> = strangers.into_iter().filter(new).collect();
                warnings.extend(new);
            }
        }
        checked
    }

    /// Demands that a check finds no error in the document at a path that it did not have before. `prefix` leads from the top of the repository to
    /// the community.
    ///
    /// # Errors
    /// There is one; the error shows where.
    pub(super) fn demand(&self, prefix: &str, path: &str) -> Result<()> {
        let Some((first, others)) = self.0.get(path).and_then(|met| met.errors.split_first()) else { return Ok(()) };
        let error = Error::new(ErrorKind::Usage, first.msg.clone()).at(Place::at(path, (first.line, first.column))).line(&first.source);
        let error = first.help.iter().fold(error, |error, help| error.hint(help.clone()));
        let error =
            if others.is_empty() { error } else { error.hint(msg!("save-more", count = others.len(), path = quoted(path).into_owned())) };
        Err(error.hint(msg!("save-as-it-is", path = from_top(&format!("{prefix}{path}")))))
    }

    /// Remarks on what a check warns of in the document at a path, now that it is kept.
    pub(super) fn remark(&self, session: &Session, path: &str) {
        let Some(met) = self.0.get(path) else { return };
        met.warnings.iter().take(TOLD).for_each(|remark| session.remark(remark.clone()));
        let more = met.warnings.len().saturating_sub(TOLD);
        if more > 0 {
            let msg = msg!("save-more", count = more, path = quoted(path).into_owned());
            session.remark(Remark { code: "save-more", msg, place: Some(Place::file(path)) });
        }
    }
}

/// People in fields who are no members, and whose name does not look like that of a guest or a team; `set` would not take them.
fn strangers(session: &Session, before: Option<&Document>, document: &Document) -> Vec<Remark> {
    let kind = session.settings().kinds.at(document.kind);
    if kind.is_adopted() {
        return Vec::new();
    }
    let had: HashSet<&str> =
        before.iter().flat_map(|before| &before.fields).flat_map(|field| &field.values).map(|value| value.text.as_str()).collect();
    let is_person = |name: &str| kind.field(name).is_some_and(|field| field.kind == FieldType::Person);
    let people = document.fields.iter().filter(|field| is_person(&field.name)).flat_map(|field| &field.values);
    let new = people.filter(|value| !value.text.is_empty() && !had.contains(value.text.as_str()));
    let unknown = new.filter_map(|value| Some((value, person(session, &value.text).err()?)));
    let remark = |(value, error): (&Value, Error)| {
        let position = document.lines.position(&document.text, value.span.start);
        Remark { code: "unknown-handle", msg: error.msg().clone(), place: Some(Place::at(&document.path, position)) }
    };
    unknown.map(remark).collect()
}
