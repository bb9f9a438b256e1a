//! Findings that are known: those of a baseline, which a community means to mend later, and those of another moment.
//!
//! A finding is known again by its rule, its file and the words that it marks, whatever line they stand on: lines move whenever somebody writes
//! above them. Of equal ones as many are known as there were.

use std::collections::BTreeMap;

use crate::base::percent::encoded;
use crate::model::finding::Finding;

/// How much of the words that are marked is compared, in characters.
const LONGEST: usize = 120;

/// What a baseline's file begins with.
const HEADER: &str = "# What cop check let be when this was written, and does not tell: the rule, the file, and the words.\n\
    # cop check --write-baseline writes it again, without what has been mended.\n";

/// Findings that are known, with how many of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline(BTreeMap<Mark, usize>);

/// By what a finding is known again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    path: String,
    code: String,
    words: String,
}

impl Mark {
    fn of(finding: &Finding) -> Self {
        let first = finding.column.saturating_sub(1).saturating_sub(finding.skipped) as usize;
        let last = if finding.end.0 == finding.line {
            finding.end.1.saturating_sub(1).saturating_sub(finding.skipped) as usize
        } else {
            usize::MAX
        };
        let is_whole = finding.span.is_empty() && finding.span.start == 0;
        let marked: String = finding.source.chars().take(last).skip(first).collect();
        let words = if is_whole { String::new() } else { marked.split_whitespace().collect::<Vec<_>>().join(" ") };
        // A rule of the community's own is about the document, whose title may change.
        let words = finding.own.as_ref().unwrap_or(&words);
        Self {
            path: written(&finding.path),
            code: finding.code.to_owned(),
            words: written(&words.chars().take(LONGEST).collect::<String>()),
        }
    }
}

/// A text as it stands in a baseline's file: one column of one line.
fn written(text: &str) -> String {
    encoded(text, |letter| !letter.is_control() && letter != '%')
}

impl Baseline {
    /// The findings of a report.
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut all = BTreeMap::new();
        for finding in findings {
            *all.entry(Mark::of(finding)).or_default() += 1;
        }
        Self(all)
    }

    /// Reads a baseline's file; a line that is none says where it stands, from 1.
    ///
    /// # Errors
    /// A line is not three columns with tabs between them, of which the first is a code.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut all = BTreeMap::new();
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let mut columns = line.splitn(3, '\t');
            let (Some(code), Some(path), Some(words)) = (columns.next(), columns.next(), columns.next()) else { return Err(at + 1) };
            if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) || path.is_empty() {
                return Err(at + 1);
            }
            *all.entry(Mark { path: path.to_owned(), code: code.to_owned(), words: words.to_owned() }).or_default() += 1;
        }
        Ok(Self(all))
    }

    /// The file's text: a line a finding, in order, so that two people's lines come together in git as any lines do.
    pub fn write(&self) -> String {
        let mut text = HEADER.to_owned();
        for (Mark { path, code, words }, count) in &self.0 {
            for _ in 0..*count {
                text.extend([code, "\t", path, "\t", words, "\n"]);
            }
        }
        text
    }

    /// How many findings it knows.
    pub fn len(&self) -> usize {
        self.0.values().sum()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes from some findings those that it knows, and gives how many those were; what it knows and was not found stays in it.
    pub fn take_from(&mut self, findings: &mut Vec<Finding>) -> usize {
        let before = findings.len();
        findings.retain(|finding| match self.0.get_mut(&Mark::of(finding)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        });
        self.0.retain(|_, left| *left > 0);
        before - findings.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Baseline;
    use crate::model::finding::Finding;
    use crate::work::checks::selection::Selection;
    use crate::work::checks::testing::{community, report};

    fn findings(text: &str) -> Vec<Finding> {
        report(&community("", &[("practices/a.md", text)]), &Selection::new(vec!["dead-link".into()], Vec::new(), Vec::new(), &[]).unwrap())
            .findings
    }

    #[test]
    fn lines_may_move_and_what_is_new_is_told() {
        let mut known = Baseline::of(&findings("# A\n\nSee [b](b.md) and [b](b.md).\n"));
        assert_eq!(known.len(), 2);
        let mut now = findings("# A\n\nMore.\n\nSee [c](c.md),\n[b](b.md), [b](b.md) and [b](b.md).\n");
        assert_eq!((known.take_from(&mut now), known.is_empty()), (2, true));
        assert_eq!(now.iter().map(|finding| (finding.line, finding.column)).collect::<Vec<_>>(), [(5, 9), (6, 30)]);
    }

    #[test]
    fn what_is_mended_stays_in_it() {
        let mut known = Baseline::of(&findings("# A\n\n[b](b.md) [c](c.md)\n"));
        assert_eq!(known.take_from(&mut findings("# A\n\n[c](c.md)\n")), 1);
        assert_eq!(known.write().lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>(), ["REF001\tpractices/a.md\tb.md"]);
    }

    #[test]
    fn a_line_that_is_none_says_where_it_stands() {
        assert_eq!(Baseline::parse("# x\n\nREF001\ta.md\tb.md\nREF001 a.md\n"), Err(4));
        assert_eq!(Baseline::parse("\ta.md\tb\n"), Err(1));
        assert_eq!(Baseline::parse("").map(|all| all.len()), Ok(0));
        assert_eq!(Baseline::parse("REF001\ta.md\t\r\n").map(|all| all.len()), Ok(1));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in "(\\PC|\\[b\\]\\(b.md\\)|\t|%){0,20}") {
            let known = Baseline::of(&findings(&format!("# A\n\n{text} [x](y%09.md)\n")));
            prop_assert_eq!(Baseline::parse(&known.write()), Ok(known));
        }
    }
}
