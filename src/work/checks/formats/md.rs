//! Markdown for a pull request: the most serious first, and no more than a comment or the summary of a run holds.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

use crate::base::lang::Msg;
use crate::model::finding::Finding;
use crate::msg;
use crate::show::clean;
use crate::show::look::Look;
use crate::text::markdown::{code, escaped};
use crate::work::checks::report::{Report, Summary};

use super::{ReportFormat, sentence};

/// `md`
pub(super) struct Md;

/// So many bytes at most, with what stands at the end: a comment at GitHub holds 65,536 characters, and whoever sends it may add a word.
const LARGEST: usize = 60_000;
/// What is left for that end.
const END: usize = 1_000;
/// So many characters of what is said of one finding, and of a path: a document can make both as long as it likes.
const LONGEST: usize = 500;

impl ReportFormat for Md {
    fn name(&self) -> &'static str {
        "md"
    }

    fn is_general(&self) -> bool {
        true
    }

    fn write(&self, report: &Report, look: &Look) -> String {
        let mut text = format!("### {}\n", outcome(&report.summary, look));
        if let Some(proof) = &report.history {
            let _ = writeln!(text, "\n{}", escaped(&clean::line(&look.say(&proof.says()))));
        }
        let (mut told, mut left, mut left_files) = (0, 0, 0);
        for (path, findings) in by_file(report, &report.gathered()) {
            let before = told;
            let mut head = format!("\n**{}**\n\n", code(&shortened(&clean::path(&path))));
            for finding in &findings {
                let line = line(finding, look);
                if left > 0 || text.len() + head.len() + line.len() > LARGEST - END {
                    left += 1;
                    continue;
                }
                text.push_str(&std::mem::take(&mut head));
                text.push_str(&line);
                told += 1;
            }
            left_files += usize::from(told - before < findings.len());
        }
        if left > 0 {
            text.push_str(&paragraph(&msg!("check-page-more", count = left, files = left_files), look));
        }
        if told > 0 {
            text.push_str(&paragraph(&msg!("check-page-explain"), look));
        }
        text
    }
}

/// A line of cop's own, which is Markdown already.
fn paragraph(msg: &Msg, look: &Look) -> String {
    format!("\n{}\n", look.say(msg))
}

/// The first line: how many of what.
fn outcome(summary: &Summary, look: &Look) -> String {
    let Summary { files, errors, warnings, notes, known } = *summary;
    let documents = look.say(&msg!("count-documents", count = files));
    if errors + warnings + notes == 0 {
        return look.say(&if known == 0 {
            msg!("check-page-well", documents = documents)
        } else {
            msg!("check-page-nothing-new", documents = documents, count = known)
        });
    }
    let counts = [
        (errors, msg!("check-errors", count = errors)),
        (warnings, msg!("check-warnings", count = warnings)),
        (notes, msg!("check-notes", count = notes)),
    ];
    let counts: Vec<String> = counts.iter().filter(|(count, _)| *count > 0).map(|(_, msg)| look.say(msg)).collect();
    let known = if known == 0 { String::new() } else { format!("; {}", look.say(&msg!("check-known", count = known))) };
    look.say(&msg!("check-page-found", counts = counts.join(", "), documents = documents)) + &known
}

/// The findings of each file, by its path from the repository's root: the files with the most serious first, and of each those.
fn by_file<'f>(report: &Report, findings: &'f [Cow<'_, Finding>]) -> Vec<(String, Vec<&'f Finding>)> {
    let mut files: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in findings.iter().map(AsRef::as_ref) {
        files.entry(report.path_in_repository(finding)).or_default().push(finding);
    }
    let mut files: Vec<_> = files.into_iter().collect();
    // Sorting keeps what is alike in its order: paths by the alphabet, lines from above.
    for (_, findings) in &mut files {
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    }
    files.sort_by_key(|(_, findings)| std::cmp::Reverse(findings.first().map(|finding| finding.severity)));
    files
}

/// A finding: how serious, where, what is wrong and what to do, and the rule.
fn line(finding: &Finding, look: &Look) -> String {
    let severity = look.say(&finding.severity.msg());
    // What is said of the file as a whole is in no line of it.
    let is_whole = finding.span.is_empty() && finding.span.start == 0;
    let place = if is_whole { String::new() } else { format!(", {}", look.say(&msg!("check-page-line", line = finding.line.to_string()))) };
    let says = escaped(&shortened(&sentence(finding, look.lang)));
    format!("- **{severity}**{place}: {says} ({})\n", code(finding.called()))
}

/// What is not too long as it is, the rest with a sign that there was more.
fn shortened(text: &str) -> String {
    text.char_indices().nth(LONGEST).map_or_else(|| text.to_owned(), |(end, _)| format!("{}…", &text[..end]))
}
