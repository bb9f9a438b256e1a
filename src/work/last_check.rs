//! The last check of everything, kept in cop's own folder: where nothing changed since, what it found is told again and no document is read.
//!
//! It rests on what every report does, and on whatever it looked for outside the community. A check after which something has to be said of
//! history, or in which a file is so young that it can change unnoticed or that can't be read, is not kept.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::base::lang::{Arg, Msg};
use crate::model::finding::{Finding, Mend, Severity};
use crate::store::kept;

use super::checks::report::Report;
use super::checks::{Outside, rules};
use super::kept_report::{is_settled, stamp};
use super::session::Session;

/// The name of the file.
const FILE: &str = "check";

/// What looks outside the community.
type Look<'l> = dyn Fn(&str) -> Outside + Sync + 'l;

/// What the last check of everything found, if nothing changed since, nor what stands `outside`; else what `check` finds with what looks there,
/// which is kept for the next time.
pub(super) fn or(session: &Session, outside: &Look<'_>, check: impl FnOnce(&Look<'_>) -> Report) -> Report {
    let own = session.own_dir().filter(|_| session.repository().is_ok());
    let Some(own) = own else { return check(outside) };
    let stamp = stamp(session);
    let last = kept::read::<Kept>(&own, FILE, &stamp);
    let last = last.filter(|last| last.outside.iter().all(|(path, there)| outside(path) == *there));
    if let Some(report) = last.and_then(Kept::report) {
        return report;
    }
    let asked = Mutex::new(BTreeMap::new());
    let asking = |path: &str| {
        let there = outside(path);
        asked.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), there);
        there
    };
    let remarks = session.remarks().len();
    let report = check(&asking);
    if session.remarks().len() == remarks && is_whole(&report) && is_settled(session) {
        let asked = asked.into_inner().unwrap_or_else(PoisonError::into_inner);
        kept::keep(&own, FILE, &stamp, &Kept::of(&report, asked));
    }
    report
}

/// Whether every file could be read: what can't be by one person can be by another, and later.
fn is_whole(report: &Report) -> bool {
    report.findings.iter().all(|finding| finding.msg.key() != "file-unreadable")
}

/// A check as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// What it looked for outside the community.
    outside: BTreeMap<String, Outside>,
    /// The files that were looked at, each with its kind's name and path.
    files: Vec<(String, String)>,
    findings: Vec<KeptFinding>,
}

#[derive(Serialize, Deserialize)]
struct KeptFinding {
    code: String,
    own: Option<String>,
    severity: Severity,
    path: String,
    span: Range<usize>,
    start: (u32, u32),
    end: (u32, u32),
    source: String,
    skipped: u32,
    msg: Said,
    help: Option<Said>,
    fix: Option<Mend>,
    is_of_all: bool,
}

/// A message.
#[derive(Serialize, Deserialize)]
struct Said {
    key: String,
    args: Vec<(String, Filled)>,
}

/// What is filled in.
#[derive(Serialize, Deserialize)]
enum Filled {
    Text(String),
    Number(i64),
    Msg(Said),
}

impl Kept {
    fn of(report: &Report, outside: BTreeMap<String, Outside>) -> Self {
        Self { outside, files: report.files.clone(), findings: report.findings.iter().map(KeptFinding::of).collect() }
    }

    fn report(self) -> Option<Report> {
        let findings = self.findings.into_iter().map(KeptFinding::finding).collect::<Option<_>>()?;
        Some(Report { files: self.files.clone(), ..Report::new(findings, self.files.len()) })
    }
}

impl KeptFinding {
    fn of(finding: &Finding) -> Self {
        Self {
            code: finding.code.to_owned(),
            own: finding.own.clone(),
            severity: finding.severity,
            path: finding.path.clone(),
            span: finding.span.clone(),
            start: (finding.line, finding.column),
            end: finding.end,
            source: finding.source.clone(),
            skipped: finding.skipped,
            msg: Said::of(&finding.msg),
            help: finding.help.as_ref().map(Said::of),
            fix: finding.fix.clone(),
            is_of_all: finding.is_of_all,
        }
    }

    fn finding(self) -> Option<Finding> {
        let rule = rules::all().find(|rule| rule.code == self.code)?;
        let help = match self.help {
            Some(help) => Some(help.msg()?),
            None => None,
        };
        Some(Finding {
            code: rule.code,
            rule: rule.name,
            own: self.own,
            severity: self.severity,
            path: self.path,
            span: self.span,
            line: self.start.0,
            column: self.start.1,
            end: self.end,
            source: self.source,
            skipped: self.skipped,
            msg: self.msg.msg()?,
            help,
            fix: self.fix,
            is_of_all: self.is_of_all,
        })
    }
}

impl Said {
    fn of(msg: &Msg) -> Self {
        let filled = |arg: &Arg| match arg {
            Arg::Text(text) => Filled::Text(text.clone()),
            Arg::Number(number) => Filled::Number(*number),
            Arg::Msg(msg) => Filled::Msg(Self::of(msg)),
        };
        Self { key: msg.key().to_owned(), args: msg.args().map(|(name, arg)| (name.to_owned(), filled(arg))).collect() }
    }

    fn msg(self) -> Option<Msg> {
        let arg = |filled| {
            Some(match filled {
                Filled::Text(text) => Arg::Text(text),
                Filled::Number(number) => Arg::Number(number),
                Filled::Msg(said) => Arg::Msg(Box::new(said.msg()?)),
            })
        };
        let args = self.args.into_iter().map(|(name, filled)| Some((name, arg(filled)?))).collect::<Option<_>>()?;
        Msg::of_parts(&self.key, args)
    }
}
