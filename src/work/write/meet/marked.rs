//! The lines of minutes that must not get lost: `decision: …`, `vraag: …`, `- **Action:** …`.

use std::ops::Range;

use crate::base::fold::fold;
use crate::base::nearest::is_slip;
use crate::model::document::Document;

use super::section::marker;

/// What a line comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Something was decided.
    Decision,
    /// Something is to be decided.
    Proposal,
    /// Something is asked.
    Question,
    /// Somebody will do something.
    Action,
}

/// The words that only somebody who writes Dutch begins a line with.
const DUTCH: [&str; 6] = ["besluit", "besloten", "voorstel", "vraag", "actie", "actiepunt"];

/// The words that a line begins with, folded, in English and Dutch.
const WORDS: [(&str, Mark); 11] = [
    ("decision", Mark::Decision),
    ("decided", Mark::Decision),
    ("besluit", Mark::Decision),
    ("besloten", Mark::Decision),
    ("proposal", Mark::Proposal),
    ("voorstel", Mark::Proposal),
    ("question", Mark::Question),
    ("vraag", Mark::Question),
    ("action", Mark::Action),
    ("actie", Mark::Action),
    ("actiepunt", Mark::Action),
];

/// A marked line, with those that go on with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What it comes to.
    pub(super) mark: Mark,
    /// The word, as it was written.
    pub(super) word: String,
    /// From the first letter of the line to the last of what goes on with it, without the last line end.
    pub(super) span: Range<usize>,
    /// The bytes of what is said behind the word.
    pub(super) said: Range<usize>,
    /// What stands before the list's marker.
    pub(super) indent: String,
    /// The list's marker; `-` where it was no list.
    pub(super) marker: String,
}

impl Line {
    /// Whether its word is Dutch.
    pub(super) fn is_dutch(&self) -> bool {
        DUTCH.contains(&&*fold(&self.word))
    }
}

/// A line that nearly is a marked one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Near {
    /// Where it is.
    pub(super) span: Range<usize>,
    /// What was meant, as it is to be written.
    pub(super) meant: String,
}

/// The marked lines in a part of a document's text, and those that nearly are; what stands in code or in a comment is neither.
pub(super) fn read(document: &Document, range: Range<usize>) -> (Vec<Line>, Vec<Near>) {
    let text = &document.text;
    let (mut lines, mut near): (Vec<Line>, Vec<Near>) = (Vec::new(), Vec::new());
    let mut at = range.start;
    let mut goes_on = false;
    for whole in text.get(range).unwrap_or_default().split_inclusive('\n') {
        let start = at;
        at += whole.len();
        let line = whole.trim_end_matches(['\n', '\r']);
        let end = start + line.len();
        let shown = line.trim_start();
        if is_hidden(document, start + (line.len() - shown.len())) || shown.is_empty() {
            goes_on = false;
            continue;
        }
        match parsed(line) {
            Parsed::Marked(mark, word, behind) => {
                let (indent, marker) = lead(line);
                let said = start + behind..end;
                lines.push(Line {
                    mark,
                    word,
                    span: start + indent.len()..end,
                    said,
                    indent: indent.to_owned(),
                    marker: marker.to_owned(),
                });
                goes_on = true;
            }
            Parsed::Near(meant) => {
                near.push(Near { span: start + (line.len() - shown.len())..end, meant });
                goes_on = false;
            }
            Parsed::Plain if goes_on && !begins_block(shown) => {
                if let Some(last) = lines.last_mut() {
                    last.span.end = end;
                    last.said.end = end;
                }
            }
            Parsed::Plain => goes_on = false,
        }
    }
    (lines, near)
}

/// Whether a place is in code, in a comment, or in what a template fills in.
fn is_hidden(document: &Document, at: usize) -> bool {
    let markdown = &document.markdown;
    let mut blocks = markdown.code.iter().chain(&markdown.opaque).chain(markdown.comments.iter().map(|comment| &comment.span));
    blocks.any(|span| span.contains(&at))
}

/// Whether a line is no part of the paragraph before it.
fn begins_block(line: &str) -> bool {
    line.starts_with(['#', '>', '|', '='])
        || line.starts_with("```")
        || line.starts_with("~~~")
        || line.starts_with("---")
        || marker(line).is_some()
}

enum Parsed {
    /// What it comes to, the word as written, and how many bytes of the line stand before what is said.
    Marked(Mark, String, usize),
    Near(String),
    Plain,
}

/// What stands before a line's words: blanks, and the marker of a list.
fn lead(line: &str) -> (&str, &str) {
    let shown = line.trim_start();
    let indent = &line[..line.len() - shown.len()];
    (indent, marker(shown).map_or("-", |(mark, _)| mark))
}

fn parsed(line: &str) -> Parsed {
    let shown = line.trim_start();
    let mut rest = marker(shown).map_or(shown, |(_, rest)| rest);
    // A box was put there for an action.
    rest = ["[ ]", "[x]", "[X]"].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest).trim_start();
    let bold = ["**", "__", "*", "_"].into_iter().find(|bold| rest.starts_with(bold)).unwrap_or_default();
    rest = &rest[bold.len()..];
    let length = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
    let (word, mut rest) = rest.split_at(length);
    let folded = fold(word);
    let known = WORDS.iter().find(|(known, _)| *known == folded);
    let strip = |rest: &mut &str| {
        *rest = rest.strip_prefix(bold).filter(|_| !bold.is_empty()).unwrap_or(rest);
    };
    strip(&mut rest);
    rest = rest.trim_start();
    let is_colon = rest.starts_with(':');
    if is_colon {
        rest = &rest[1..];
        strip(&mut rest);
        rest = rest.trim_start();
    }
    let behind = line.len() - rest.len();
    match known {
        Some((_, mark)) if is_colon => Parsed::Marked(*mark, word.to_owned(), behind),
        Some((meant, _)) if rest.starts_with(['-', '–', '—', ';', '.']) => Parsed::Near(format!("{meant}:")),
        None if is_colon && !rest.is_empty() && word.len() > 3 => {
            let slip = WORDS.iter().find(|(known, _)| is_slip(&folded, known) || is_jumbled(&folded, known));
            slip.map_or(Parsed::Plain, |(meant, _)| Parsed::Near(format!("{meant}:")))
        }
        _ => Parsed::Plain,
    }
}

/// Whether the letters of a word are those of another in another order: `desicion`.
fn is_jumbled(typed: &str, known: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    typed.chars().next() == known.chars().next() && letters(typed) == letters(known)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Mark, read};
    use crate::model::document::Document;
    use crate::model::settings::Settings;

    fn marked(text: &str) -> (Vec<(Mark, String)>, Vec<String>) {
        let (settings, _) = Settings::read("name: X", &[]);
        let claim = settings.kinds.claim("meetings/2026-12-10-a.md", &|_| false).expect("a meeting");
        let document = Document::read("meetings/2026-12-10-a.md", text.into(), &claim, &settings);
        let (lines, near) = read(&document, 0..text.len());
        let said = |line: &super::Line| text[line.said.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        (lines.iter().map(|line| (line.mark, said(line))).collect(), near.into_iter().map(|near| near.meant).collect())
    }

    proptest! {
        #[test]
        fn whatever_stands_there_lines_follow_one_another(parts in prop::collection::vec(
            prop::sample::select(vec!["decision: ", "- ", "**Vraag:** ", "\n", "\r\n", "é ", "```\n", "<!-- ", "-->", "# ", "1. ", "x", "  ", "actie -", ":"]), 0..40,
        )) {
            let text = parts.concat();
            let (settings, _) = Settings::read("name: X", &[]);
            let claim = settings.kinds.claim("meetings/2026-12-10-a.md", &|_| false).expect("a meeting");
            let document = Document::read("meetings/2026-12-10-a.md", text.as_str().into(), &claim, &settings);
            let mut end = 0;
            for line in read(&document, document.front.body..text.len()).0 {
                prop_assert!(end <= line.span.start && line.span.start <= line.said.start && line.said.end == line.span.end);
                prop_assert!(text.get(line.span.clone()).is_some() && text.get(line.said.clone()).is_some());
                end = line.span.end;
            }
        }
    }

    #[test]
    fn a_line_is_marked_by_its_first_word() {
        for (text, mark, said) in [
            ("decision: We meet", Mark::Decision, "We meet"),
            ("Besluit: wij", Mark::Decision, "wij"),
            ("- **Proposal:** a", Mark::Proposal, "a"),
            ("  * __VRAAG__: a?", Mark::Question, "a?"),
            ("1. actie : b", Mark::Action, "b"),
            ("- [ ] action: c", Mark::Action, "c"),
            ("*Voorstel*: d", Mark::Proposal, "d"),
            ("decision: one\nand two\n\nthree", Mark::Decision, "one and two"),
            ("- decision: one\n  and two\n- three", Mark::Decision, "one and two"),
            ("decision:", Mark::Decision, ""),
            ("decision: a\r\nb\r\n", Mark::Decision, "a b"),
            ("decision: a\n```\nx\n```", Mark::Decision, "a"),
        ] {
            assert_eq!(marked(text), (vec![(mark, said.to_owned())], Vec::new()), "{text:?}");
        }
    }

    #[test]
    fn what_nearly_is_one_is_told_and_all_else_is_text() {
        for (text, meant) in
            [("desicion: a", "decision:"), ("besluit - a", "besluit:"), ("- actions: a", "action:"), ("**Vraagg**: b", "vraag:")]
        {
            assert_eq!(marked(text), (Vec::new(), vec![meant.to_owned()]), "{text:?}");
        }
        for text in [
            "The decision: a",
            "> decision: a",
            "```\ndecision: a\n```",
            "    decision: a",
            "<!-- decision: a -->",
            "<!--\ndecision: a\n-->",
            "`decision:` a",
            "We took a decision",
            "note: a",
            "decisions:",
            "time: a",
            "",
        ] {
            assert_eq!(marked(text), (Vec::new(), Vec::new()), "{text:?}");
        }
        assert_eq!(marked("vraag: a\nactie: b").0.len(), 2);
    }
}
