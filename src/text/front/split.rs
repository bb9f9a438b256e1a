//! Where a file's front matter ends and its text begins.

use std::ops::Range;

use crate::base::problem::Problem;
use crate::msg;

/// The parts of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// The bytes between the `---` lines, without them; `None` where a file has no front matter.
    pub front: Option<Range<usize>>,
    /// The byte at which the text begins, after the closing fence and its line end; after a byte order mark where there is no fence.
    pub body: usize,
    /// Blank lines before the fence, a fence that is never closed, a fence of another form.
    pub problems: Vec<Problem>,
}

/// Finds the front matter of a file.
///
/// It stands between `---` on the first line and `---` or `...`; white space may follow on those lines. What people meant as front
/// matter but wrote otherwise (blank lines before it, a fence of four dashes) is read all the same, and is a problem.
/// A `---` that opens nothing is a rule across the page, and the whole file is text.
pub fn split(text: &str) -> Split {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let whole = Split { front: None, body: start, problems: Vec::new() };
    let Some((fence, first)) = opening(text, start) else { return whole };
    match fence {
        Fence::Right => closed_or_not(text, whole, first),
        Fence::Late => match closing(text, first.next, str::trim, is_close) {
            Some(close) if begins_with_key(text, first.next..close.start) => {
                let problem =
                    Problem::new("front-not-first", first.start..first.end, msg!("front-not-first")).help(msg!("front-not-first-help"));
                let is_blank = text[start..first.start].trim().is_empty();
                let problem = if is_blank { problem.fix(start..first.end, "---") } else { problem };
                Split { front: Some(first.next..close.start), body: close.next, problems: vec![problem] }
            }
            _ => whole,
        },
        Fence::Dashes => match closing(text, first.next, str::trim_end, is_dashes) {
            Some(close) if begins_with_key(text, first.next..close.start) => {
                let written = text[first.start..first.end].trim_end();
                let shown = if written.chars().count() > 20 { "----…" } else { written };
                let problem =
                    Problem::new("front-wrong-fence", first.start..first.start + written.len(), msg!("front-wrong-fence", fence = shown))
                        .help(msg!("front-wrong-fence-help"));
                Split { front: Some(first.next..close.start), body: close.next, problems: vec![problem] }
            }
            _ => whole,
        },
        Fence::Other(name) => {
            let written = text[first.start..first.end].trim_end();
            if closing(text, first.next, str::trim_end, |line| line == written).is_none() {
                return whole;
            }
            // What cop can't read stays in the text, where it is at least found and seen.
            let problem =
                Problem::new("front-wrong-fence", first.start..first.start + written.len(), msg!("front-other-notation", notation = name))
                    .help(msg!("front-other-notation-help", fence = written));
            Split { problems: vec![problem], ..whole }
        }
    }
}

/// Whether a line reads `key:` or `key: value`, as it would in front matter; comments and list items do not.
pub(super) fn is_key(line: &str) -> bool {
    let line = line.trim_end();
    let Some(first) = line.chars().next() else { return false };
    if first.is_whitespace() || "#-[]{}<>|=:,`!&*%".contains(first) {
        return false;
    }
    let colon = line.match_indices(':').map(|(at, _)| at).find(|at| line[at + 1..].chars().next().is_none_or(char::is_whitespace));
    colon.is_some_and(|at| line[..at].chars().count() <= 80)
}

/// Whether a line is one of those that git leaves in a file that it could not merge.
pub(super) fn is_conflict(line: &str) -> bool {
    let line = line.trim_end();
    ["<<<<<<<", ">>>>>>>", "|||||||", "======="]
        .iter()
        .any(|mark| line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// A line: from its first byte to its line end, and where the next begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    /// Its first byte.
    pub(super) start: usize,
    /// Past its last byte, before the line end.
    pub(super) end: usize,
    /// The first byte of the next line, or the end of the text.
    pub(super) next: usize,
}

/// The line that begins at a byte; `None` at the end of the text.
pub(super) fn line_at(text: &str, start: usize) -> Option<Line> {
    let bytes = text.as_bytes();
    if start >= bytes.len() {
        return None;
    }
    let end = bytes[start..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).map_or(bytes.len(), |at| start + at);
    let next = match (bytes.get(end), bytes.get(end + 1)) {
        (None, _) => end,
        (Some(b'\r'), Some(b'\n')) => end + 2,
        _ => end + 1,
    };
    Some(Line { start, end, next })
}

/// The lines of a part of a text.
pub(super) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Line> + '_ {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let line = line_at(&text[..range.end], at)?;
        at = line.next;
        Some(line)
    })
}

enum Fence {
    /// `---` on the first line.
    Right,
    /// `---` after blank lines or space.
    Late,
    /// Another number of dashes, or typographic ones, or `---` with more on its line.
    Dashes,
    /// The fence of a notation that cop does not read.
    Other(&'static str),
}

fn opening(text: &str, start: usize) -> Option<(Fence, Line)> {
    let first = line_at(text, start)?;
    let line = &text[first.start..first.end];
    match line.trim_end() {
        "---" => return Some((Fence::Right, first)),
        "+++" => return Some((Fence::Other("TOML"), first)),
        ";;;" => return Some((Fence::Other("JSON"), first)),
        written
            if is_dashes(written)
                || written.strip_prefix("---").is_some_and(|rest| !rest.contains(char::is_whitespace) || rest.starts_with(' ')) =>
        {
            return Some((Fence::Dashes, first));
        }
        _ => {}
    }
    if !(line.trim().is_empty() || line.trim() == "---") {
        return None;
    }
    let blank = text.len() - text[start..].trim_start().len() - start;
    let late = lines(text, start..text.len()).take_while(|line| line.start <= start + blank).last()?;
    (text[late.start..late.end].trim() == "---").then_some((Fence::Late, late))
}

fn is_close(line: &str) -> bool {
    matches!(line, "---" | "...")
}

/// Nothing but dashes of any sort, at least two wide; a single em dash is what a word processor makes of three hyphens.
fn is_dashes(line: &str) -> bool {
    let wide: usize = line.chars().map(|letter| if letter == '—' { 3 } else { 1 }).sum();
    wide >= 2 && line.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '−'))
}

fn closing(text: &str, from: usize, trim: fn(&str) -> &str, closes: impl Fn(&str) -> bool) -> Option<Line> {
    lines(text, from..text.len()).find(|line| closes(trim(&text[line.start..line.end])))
}

fn closed_or_not(text: &str, whole: Split, first: Line) -> Split {
    if let Some(close) = closing(text, first.next, str::trim_end, is_close) {
        let front = first.next..close.start;
        if !is_meant(text, front.clone()) {
            return whole;
        }
        return Split { front: Some(front), body: close.next, problems: Vec::new() };
    }
    if !begins_with_key(text, first.next..text.len()) {
        return whole;
    }
    let problem = Problem::new("front-unclosed", first.start..first.start + 3, msg!("front-unclosed"));
    let glued = lines(text, first.next..text.len()).find(|line| text[line.start..line.end].starts_with("---"));
    let problem = match glued {
        Some(line) => problem.help(msg!("front-unclosed-glued", rest = shorten(text[line.start + 3..line.end].trim(), 40))),
        None => problem.help(msg!("front-unclosed-help")),
    };
    Split { problems: vec![problem], ..whole }
}

/// Whether what stands between two `---` lines is front matter, rather than text between two rules across the page.
fn is_meant(text: &str, front: Range<usize>) -> bool {
    let mut content = lines(text, front.clone()).map(|line| text[line.start..line.end].trim_end()).peekable();
    let after_blank = content.peek().is_some_and(|line| line.is_empty());
    if after_blank {
        return text[front.clone()].trim().is_empty() || begins_with_key(text, front);
    }
    let mut gap = false;
    for line in content {
        if is_key(line) {
            return true;
        }
        gap |= line.is_empty();
    }
    !gap || text[front.clone()].trim_start().starts_with(['{', '[']) || only_comments(text, front)
}

fn only_comments(text: &str, range: Range<usize>) -> bool {
    lines(text, range).map(|line| text[line.start..line.end].trim()).all(|line| line.is_empty() || line.starts_with('#'))
}

/// Whether the first line that is neither blank nor a comment is a key; a conflict mark or a template's comment before it does not count.
fn begins_with_key(text: &str, range: Range<usize>) -> bool {
    lines(text, range)
        .map(|line| text[line.start..line.end].trim())
        .find(|line| !(line.is_empty() || line.starts_with(['#', '\u{feff}']) || line.starts_with("<!--") || is_conflict(line)))
        .is_some_and(is_key)
}

/// A text cut to a number of characters, with an ellipsis where something was cut.
pub(super) fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    fn seen(text: &str) -> (Option<&str>, &str, Vec<&'static str>) {
        let split = split(text);
        (split.front.map(|range| &text[range]), &text[split.body..], split.problems.iter().map(|problem| problem.rule).collect())
    }

    #[test]
    fn front_matter_stands_between_two_fences() {
        let good: &[(&str, &str, &str)] = &[
            ("---\na: b\n---\ntext", "a: b\n", "text"),
            ("\u{feff}---\r\na: b\r\n---\r\ntext", "a: b\r\n", "text"),
            ("---\ra: b\r---\rtext", "a: b\r", "text"),
            ("--- \t\na: b\n---  \ntext", "a: b\n", "text"),
            ("---\na: b\n...\ntext", "a: b\n", "text"),
            ("---\n---\ntext", "", "text"),
            ("---\n\n---\ntext", "\n", "text"),
            ("---\n# only this\n---", "# only this\n", ""),
            ("---\na: b\n---", "a: b\n", ""),
            ("---\n\n# comment\n\na: b\n---\n", "\n# comment\n\na: b\n", ""),
            ("---\n- a\n---\n", "- a\n", ""),
            ("---\n{a: b}\n---\n", "{a: b}\n", ""),
            ("---\n<<<<<<< HEAD\na: b\n=======\n---\n", "<<<<<<< HEAD\na: b\n=======\n", ""),
            ("---\na: b\n  ---\n---\n", "a: b\n  ---\n", ""),
        ];
        for (text, front, body) in good {
            assert_eq!(seen(text), (Some(*front), *body, Vec::new()), "{text:?}");
        }
    }

    #[test]
    fn a_rule_across_the_page_opens_nothing() {
        for text in [
            "",
            "text",
            "---",
            "---\n",
            "---\ntext\n",
            "---\n\n# Title\n\nText\n\n---\nMore\n",
            "---\nText\n\nMore\n\n---\n",
            "----\ntext",
            "--\n",
            "\n\n---\n\ntext\n---\n",
            "\n",
        ] {
            assert_eq!(seen(text), (None, text, Vec::new()), "{text:?}");
        }
        assert_eq!(seen("\u{feff}text"), (None, "text", Vec::new()));
    }

    #[test]
    fn what_was_meant_as_front_matter_is_read_and_is_a_problem() {
        let odd: &[(&str, &str, &str)] = &[
            ("\n\n---\na: b\n---\ntext", "a: b\n", "front-not-first"),
            ("\u{feff}\r\n---\r\n# c\r\na: b\r\n---\r\ntext", "# c\r\na: b\r\n", "front-not-first"),
            ("  ---\na: b\n  ---\ntext", "a: b\n", "front-not-first"),
            ("----\na: b\n----\ntext", "a: b\n", "front-wrong-fence"),
            ("—\na: b\n—\ntext", "a: b\n", "front-wrong-fence"),
            ("--\na: b\n---\ntext", "a: b\n", "front-wrong-fence"),
            ("---yaml\na: b\n---\ntext", "a: b\n", "front-wrong-fence"),
        ];
        for (text, front, rule) in odd {
            assert_eq!(seen(text), (Some(*front), "text", vec![*rule]), "{text:?}");
        }
    }

    #[test]
    fn what_can_not_be_read_stays_in_the_text() {
        for (text, rule) in [
            ("---\ntitle: a\n\n# Text\n", "front-unclosed"),
            ("---\ntags:\n  - MOC\n---%% list %%\n", "front-unclosed"),
            ("+++\ntitle = \"a\"\n+++\ntext", "front-wrong-fence"),
            (";;;\n\"title\": \"a\"\n;;;\ntext", "front-wrong-fence"),
        ] {
            assert_eq!(seen(text), (None, text, vec![rule]), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_text_can_be_split(text in "(?s)(\u{feff}|[ \n\r]{0,3})(-{2,4}|\\+\\+\\+|—)?[ a]?[\n\r](.{0,20}|a: b)[\n\r]{0,2}(---|\\.\\.\\.)?.{0,10}") {
            let split = split(&text);
            assert!(text.is_char_boundary(split.body));
            if let Some(front) = split.front {
                assert!(front.end <= split.body && text.get(front).is_some());
            }
        }
    }
}
