//! The result of a check.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::base::lang::{Lang, Msg};
use crate::base::place::Place;
use crate::model::finding::{Finding, Mend, Safety, Severity};
use crate::msg;
use crate::show::clean;
use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::numbers::decimal;
use crate::show::view::{Block, Excerpt, Row, Rows, Status, View};
use crate::work::governing::proof::Proof;

use super::baseline::Baseline;

/// So many findings of one sort about files that are not read because of what they are get a line of their own.
const ODD: usize = 20;

/// What a check found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Report {
    /// By path, line, column and code.
    #[schemars(with = "Vec<Entry>")]
    pub findings: Vec<Finding>,
    /// How many of what.
    pub summary: Summary,
    /// What the commits prove of who decided what, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(default)]
    pub history: Option<Proof>,
    /// The files that were looked at, each with its kind's name and path, by path.
    #[serde(skip)]
    pub files: Vec<(String, String)>,
    /// From the repository's root to the community's, with its slash: git hosts know files by their path from there.
    #[serde(skip)]
    pub prefix: String,
    /// How long it took, if a person wants to know.
    #[serde(skip)]
    pub took: Option<Duration>,
    /// The least severity at which the answer is no.
    #[serde(skip)]
    pub deny: Severity,
    /// Whether what can be mended unasked was: what is left of that is told why.
    #[serde(skip)]
    pub is_mended: bool,
    /// Whether it is of what is staged: no commit has that, so that what is mended has to be staged again.
    #[serde(skip)]
    pub is_staged: bool,
}

/// How many of what a check found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Summary {
    /// Documents that were looked at.
    pub files: usize,
    /// What is wrong.
    pub errors: usize,
    /// What is worth mending.
    pub warnings: usize,
    /// What is worth knowing.
    pub notes: usize,
    /// What is not told because it is known: it stands in the baseline, or was there before the change that is checked.
    pub known: usize,
}

impl Summary {
    fn of(findings: &[Finding], files: usize) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self { files, errors: count(Severity::Error), warnings: count(Severity::Warning), notes: count(Severity::Note), known: 0 }
    }
}

/// A finding as programs read it, in English.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Entry {
    /// The rule's stable code.
    pub code: String,
    /// The rule's name; of the community's own ones that.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// The file, from the community's root.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The line of the last character meant.
    pub end_line: u32,
    /// The column after it.
    pub end_column: u32,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Whether `check --fix` can mend it.
    pub fixable: bool,
    /// Whether it does so unasked (`safe`), with `--unsafe-fixes` too (`unsafe`), or once a person says that it is right (`asked`).
    pub fix: Option<Safety>,
}

impl Entry {
    /// A finding in English.
    pub fn of(finding: &Finding) -> Self {
        Self {
            code: finding.code.to_owned(),
            rule: finding.called().to_owned(),
            severity: finding.severity,
            path: finding.path.clone(),
            line: finding.line,
            column: finding.column,
            end_line: finding.end.0,
            end_column: finding.end.1,
            message: finding.msg.text(Lang::En),
            help: finding.help.as_ref().map(|help| help.text(Lang::En)),
            fixable: finding.fix.is_some(),
            fix: finding.fix.as_ref().map(Mend::safety),
        }
    }
}

/// As an [`Entry`].
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Entry::of(self).serialize(serializer)
    }
}

impl Report {
    /// The findings of so many files.
    pub fn new(findings: Vec<Finding>, files: usize) -> Self {
        let summary = Summary::of(&findings, files);
        Self {
            findings,
            summary,
            history: None,
            files: Vec::new(),
            prefix: String::new(),
            took: None,
            deny: Severity::Error,
            is_mended: false,
            is_staged: false,
        }
    }

    /// The same with what the commits prove, and what of it is wrong and wanted.
    #[must_use]
    pub fn with(self, proof: Proof, wants: impl Fn(&Finding) -> bool) -> Self {
        let mut findings = self.findings;
        findings.extend(proof.findings.iter().filter(|finding| wants(finding)).cloned());
        // Of one file they stay in the order of the commits.
        findings.sort_by(|one, other| order(one).cmp(&order(other)));
        Self { history: Some(proof), files: self.files, prefix: self.prefix, ..Self::new(findings, self.summary.files) }
    }

    /// The same without what is known; what is known and was not found stays in `known`.
    #[must_use]
    pub fn without(mut self, known: &mut Baseline) -> Self {
        let count = known.take_from(&mut self.findings);
        self.summary = Summary { known: self.summary.known + count, ..Summary::of(&self.findings, self.summary.files) };
        self
    }

    /// The findings with no more than so many of one sort about files that are not read because of what they are: a repository full of links
    /// tells one thing a hundred times. What follows is told in one line, at the first that is left out; the summary counts all. It is for
    /// people: programs are told each.
    pub(super) fn gathered(&self) -> Vec<Cow<'_, Finding>> {
        let is_odd = |finding: &Finding| finding.msg.key().starts_with("check-odd-");
        let mut all: HashMap<&'static str, usize> = HashMap::new();
        self.findings.iter().filter(|finding| is_odd(finding)).for_each(|finding| *all.entry(finding.msg.key()).or_default() += 1);
        let mut told: HashMap<&'static str, usize> = HashMap::new();
        let told = self.findings.iter().filter_map(|finding| {
            let key = finding.msg.key();
            let Some(count) = all.get(key).copied().filter(|count| *count > ODD + 1) else { return Some(Cow::Borrowed(finding)) };
            let told = told.entry(key).or_default();
            *told += 1;
            match (*told).cmp(&(ODD + 1)) {
                Ordering::Less => Some(Cow::Borrowed(finding)),
                Ordering::Equal => {
                    let (help, msg) = (Some(finding.msg.clone()), msg!("check-more-files", count = count - ODD));
                    Some(Cow::Owned(Finding { msg, help, ..finding.clone() }))
                }
                Ordering::Greater => None,
            }
        });
        told.collect()
    }

    /// The path of a finding's file from the repository's root.
    pub fn path_in_repository(&self, finding: &Finding) -> String {
        format!("{}{}", self.prefix, finding.path)
    }

    /// The last line: how many of what.
    fn says(&self, look: &Look) -> Line {
        let Summary { files, errors, warnings, notes, known } = self.summary;
        let mut parts = vec![
            look.say(&msg!("count-documents", count = files)),
            look.say(&msg!("check-errors", count = errors)),
            look.say(&msg!("check-warnings", count = warnings)),
        ];
        if notes > 0 {
            parts.push(look.say(&msg!("check-notes", count = notes)));
        }
        if known > 0 {
            parts.push(look.say(&msg!("check-known", count = known)));
        }
        let took = self.took.map(|took| format!(" ({} s)", decimal(took.as_secs_f64(), 1, look.lang)));
        Line::from(parts.join(", ")).dim(took.unwrap_or_default())
    }

    /// How much of it can be mended without a person, and with what; nothing where that is none.
    fn mendable(&self) -> Option<Msg> {
        let count = |safety| self.findings.iter().filter(|finding| finding.fix.as_ref().map(Mend::safety) == Some(safety)).count();
        let safe = if self.is_mended { 0 } else { count(Safety::Safe) };
        if self.is_staged && safe > 0 {
            return Some(msg!("check-mendable-staged", count = safe));
        }
        match (safe, count(Safety::Unsafe)) {
            (0, 0) => None,
            (safe, 0) => Some(msg!("check-mendable", count = safe)),
            (0, likely) => Some(msg!("check-mendable-likely", count = likely)),
            (safe, likely) => Some(msg!("check-mendable-both", count = safe, likely = likely)),
        }
    }
}

/// In which order findings are told.
pub(super) fn order(finding: &Finding) -> (&str, u32, u32, &str, usize) {
    (&finding.path, finding.line, finding.column, finding.code, finding.span.end)
}

/// The word for a severity, as it stands out.
fn word(severity: Severity, look: &Look) -> Line {
    let label = match severity {
        Severity::Error => Label::Error,
        Severity::Warning => Label::Warning,
        Severity::Note => Label::Note,
    };
    Line::of(label, look.say(&severity.msg()))
}

fn excerpt(finding: &Finding, look: &Look) -> Block {
    // What is said of the file as a whole shows no line of it.
    let whole = finding.span.is_empty() && finding.span.start == 0;
    let path = clean::first(&look.path(&finding.path)).into_owned();
    let place = if whole { Place::file(path) } else { Place::at(path, (finding.line, finding.column)) };
    let characters = if finding.end.0 == finding.line { finding.end.1.saturating_sub(finding.column) } else { u32::MAX };
    let rest = (finding.source.chars().count() as u32 + finding.skipped).saturating_sub(finding.column.saturating_sub(1));
    Block::Excerpt(Excerpt {
        place,
        says: word(finding.severity, look).plain(" ").plain(finding.called()).plain("  ").plain(look.say(&finding.msg)),
        source: if whole { String::new() } else { finding.source.clone() },
        skipped: finding.skipped as usize,
        length: characters.min(rest).max(1) as usize,
        label: finding.help.as_ref().map(|help| Line::from(look.say(help))).unwrap_or_default(),
    })
}

impl View for Report {
    const SCHEMA: &'static str = "check";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let told = self.gathered();
        let findings = told.iter().map(|finding| excerpt(finding, look));
        let history = self.history.iter().map(|proof| Block::Line(Line::from(look.say(&proof.says()))));
        let mendable = self.mendable().map(|msg| Block::Line(Line::from(look.say(&msg))));
        findings.chain(history).chain([Block::Line(self.says(look))]).chain(mendable).collect()
    }

    fn rows(&self) -> Option<Rows<'_>> {
        let rows = self.findings.iter().map(|finding| {
            let entry = Entry::of(finding);
            let cells = vec![
                Cow::from(entry.path.clone()),
                entry.line.to_string().into(),
                entry.column.to_string().into(),
                entry.severity.name().into(),
                finding.code.into(),
                finding.called().into(),
                entry.message.into(),
                entry.help.unwrap_or_default().into(),
            ];
            Row { path: Cow::from(&finding.path), cells, value: finding }
        });
        let columns = &["path", "line", "column", "severity", "code", "rule", "message", "help"];
        Some(Rows { columns, rows: rows.collect(), files: true })
    }

    fn status(&self) -> Status {
        if self.findings.iter().any(|finding| finding.severity >= self.deny) { Status::No } else { Status::Done }
    }
}
