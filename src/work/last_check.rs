//! The last check of everything, kept in cop's own folder: where nothing changed since, what it found is told again and no document is read.
//!
//! Nothing is what the check rests on: the files that are there, as the disk tells them apart, the settings, the history, the day, and
//! whatever it looked for outside the community. A check after which something has to be said of history, or in which a file is so young that
//! it can change unnoticed or that can't be read, is not kept.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::base::lang::{Arg, Msg};
use crate::model::finding::{Finding, Mend, Severity};
use crate::store::kept::{self, Stamp};
use crate::store::workspace::rules::RuleFile;
use crate::store::workspace::stat::Stat;
use crate::store::workspace::walk::{OddFile, Tree};

use super::checks::report::Report;
use super::checks::{Outside, rules};
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
    if session.remarks().len() == remarks && is_whole(session.tree(), &report) && !is_young(session.tree(), session.now().seconds()) {
        let asked = asked.into_inner().unwrap_or_else(PoisonError::into_inner);
        kept::keep(&own, FILE, &stamp, &Kept::of(&report, asked));
    }
    report
}

/// Whether everything could be read: what can't be by one person can be by another, and later.
fn is_whole(tree: &Tree, report: &Report) -> bool {
    let is_closed = tree.odd.iter().any(|(_, odd)| matches!(odd, OddFile::Unreadable(_)));
    !is_closed && report.findings.iter().all(|finding| finding.msg.key() != "file-unreadable")
}

/// Whether a file could have changed since it was looked at and look the same, `now` being seconds since 1970 before that.
fn is_young(tree: &Tree, now: i64) -> bool {
    let rules = tree.rules.iter().chain(&tree.outside).filter_map(|file| file.stat);
    tree.files.iter().map(|file| file.stat).chain(rules).any(|stat| stat.is_young(now.saturating_mul(1_000_000_000)))
}

/// What a check rests on, but for what it looks for outside the community.
fn stamp(session: &Session) -> Stamp {
    let mut hasher = blake3::Hasher::new();
    // Each with its length, and of lists first how long they are, so that what ends one can't begin the next.
    let mut add = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    };
    add(session.dir().as_os_str().as_encoded_bytes());
    add(session.settings_text().as_bytes());
    session.own_kinds().iter().for_each(|kind| [&kind.path, &kind.text].into_iter().for_each(|text| add(text.as_bytes())));
    add(session.past_key().as_bytes());
    add(session.today().to_string().as_bytes());
    let tree = session.tree();
    let left_out = session.left_out();
    for count in [session.own_kinds().len(), tree.files.len(), tree.folders.len(), tree.odd.len(), left_out.len(), tree.rules.len()] {
        add(&(count as u64).to_le_bytes());
    }
    for file in &tree.files {
        add(file.path.as_bytes());
        add(&bytes_of(file.stat));
    }
    tree.folders.iter().for_each(|folder| add(folder.path.as_bytes()));
    for (path, odd) in &tree.odd {
        add(path.as_bytes());
        add(format!("{odd:?}").as_bytes());
    }
    for (path, id) in left_out {
        add(path.as_bytes());
        add(&id.0);
    }
    for RuleFile { path, stat, trouble } in tree.rules.iter().chain(&tree.outside) {
        add(path.as_bytes());
        add(&stat.map(bytes_of).unwrap_or_default());
        add(format!("{trouble:?}").as_bytes());
    }
    *hasher.finalize().as_bytes()
}

fn bytes_of(stat: Stat) -> [u8; 32] {
    let mut bytes = [0; 32];
    let numbers = [stat.size.to_le_bytes(), stat.mtime.to_le_bytes(), stat.ctime.to_le_bytes(), stat.inode.to_le_bytes()];
    bytes.as_chunks_mut().0.copy_from_slice(&numbers);
    bytes
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
