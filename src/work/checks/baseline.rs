//! Findings that are known: those of a baseline, which a community means to mend later, and those of another moment.
//!
//! A finding is known again by its rule, its file and the words that it marks, whatever line they stand on: lines move whenever somebody writes
//! above them. What is about a document as a whole is known by its rule and file alone, whatever the title becomes. Of equal ones as many
//! are known as there were.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::base::lang::Arg;
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
        let mark = Self::by_words(finding);
        // Of what is not there, it is what that is, and not where it should be.
        let lacks = ["field", "section", "need", "names"].into_iter().find_map(|name| finding.msg.arg(name));
        let lacks = lacks.map(|lacks| if let Arg::Text(text) = lacks { text } else { String::new() });
        let is_without_words = finding.span.is_empty();
        match lacks.filter(|lacks| !lacks.is_empty()) {
            _ if finding.own.is_some() => mark,
            Some(lacks) if finding.is_of_all || is_without_words => {
                Self { words: written(&lacks.chars().take(LONGEST).collect::<String>()), ..mark }
            }
            _ if finding.is_of_all => Self { words: String::new(), ..mark },
            _ => mark,
        }
    }

    /// By the words at its place, which in files of before include a title.
    fn by_words(finding: &Finding) -> Self {
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

/// What was written so.
fn read(text: &str) -> String {
    crate::text::markdown::decode(text).into_owned()
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
    /// A line is not a code, a path and words, with tabs between them.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut all = BTreeMap::new();
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let mut columns = line.splitn(3, '\t');
            // Some editors take a tab at the end of a line away.
            let (Some(code), Some(path), words) = (columns.next(), columns.next(), columns.next().unwrap_or_default()) else {
                return Err(at + 1);
            };
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

    /// Takes one that it knows.
    fn takes(&mut self, mark: &Mark) -> bool {
        let left = self.0.get_mut(mark).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    }

    /// The files that it knows findings of.
    pub fn paths(&self) -> BTreeSet<String> {
        self.0.keys().map(|mark| read(&mark.path)).collect()
    }

    /// Follows files that went elsewhere: what is known of the one path is known of the other from here on.
    pub fn follow(&mut self, went: &HashMap<String, String>) {
        for (mark, count) in std::mem::take(&mut self.0) {
            let path = went.get(&read(&mark.path)).map_or(mark.path, |path| written(path));
            *self.0.entry(Mark { path, ..mark }).or_default() += count;
        }
    }

    /// Takes from some findings those that it knows, and gives how many those were; what it knows and was not found stays in it.
    pub fn take_from(&mut self, findings: &mut Vec<Finding>) -> usize {
        let before = findings.len();
        let mut is_known = |finding: &Finding| self.takes(&Mark::of(finding)) || self.takes(&Mark::by_words(finding));
        findings.retain(|finding| !is_known(finding));
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
    fn what_is_about_a_document_survives_another_title_and_another_path() {
        let practice = |path: &'static str, title: &str| {
            let text = format!("---\nsteward: anna\n---\n\n# {title}\n\nText.\n");
            let selection = Selection::new(vec!["missing-section".into()], Vec::new(), Vec::new(), &[]).unwrap();
            report(
                &community("kinds: {practice: {sections: {when: {title: When, required: true}}}}\n", &[(path, text.as_str())]),
                &selection,
            )
            .findings
        };
        let before = practice("practices/a.md", "A");
        let mut known = Baseline::of(&before);
        assert!(!known.is_empty() && known.write().lines().all(|line| !line.ends_with("\tA")), "{}", known.write());
        let mut now = practice("practices/b/c.md", "Another");
        assert_eq!(known.clone().take_from(&mut now.clone()), 0);
        known.follow(&[("practices/a.md".to_owned(), "practices/b/c.md".to_owned())].into());
        assert_eq!((known.take_from(&mut now), now.len(), known.is_empty()), (before.len(), 0, true));
        // Files of before have the title.
        let mut old = Baseline::parse(&format!("{}\tpractices/a.md\t# A\n", before[0].code)).unwrap();
        assert_eq!(old.take_from(&mut before.clone()), 1);
    }

    #[test]
    fn a_line_that_is_none_says_where_it_stands() {
        assert_eq!(Baseline::parse("# x\n\nREF001\ta.md\tb.md\nREF001 a.md\n"), Err(4));
        assert_eq!(Baseline::parse("\ta.md\tb\n"), Err(1));
        assert_eq!(Baseline::parse("").map(|all| all.len()), Ok(0));
        assert_eq!(Baseline::parse("REF001\ta.md\t\r\n"), Baseline::parse("REF001\ta.md\n"));
        assert_eq!(Baseline::parse("REF001\ta.md\n").map(|all| all.len()), Ok(1));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in "(\\PC|\\[b\\]\\(b.md\\)|\t|%){0,20}") {
            let known = Baseline::of(&findings(&format!("# A\n\n{text} [x](y%09.md)\n")));
            prop_assert_eq!(Baseline::parse(&known.write()), Ok(known));
        }
    }
}
