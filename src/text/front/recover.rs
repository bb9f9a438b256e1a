//! What can still be read of YAML that the parser gave up on.
//!
//! The text is cut at its top-level keys. In an entry that can't be read, the value at fault is filled in with as many bytes of
//! plain text, and a line that belongs nowhere with blanks, until the parser takes it; then the whole is read once more. So every
//! key keeps its value, every byte its place, and a value that was filled in is the text that stands in the file.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::build::{Fault, MOST_PROBLEMS, Piece, build, probe};
use super::nodes::{Node, Style, Value};
use super::rows::{Cause, Row, certain, closing_quote, colon, glued_key, is_apostrophe, likely, problem, row};
use super::split::{is_conflict, is_key, lines};
use crate::base::limits::Limits;
use crate::base::problem::Problem;
use crate::msg;

/// How often one entry is mended before its whole value is taken as text.
const ATTEMPTS: usize = 8;
/// Entries that are tried together before each is tried by itself.
const RUN: usize = 64;

/// Reads what can be read in some bytes of a file of which [`build`] could not make anything.
pub(super) fn recover(source: &str, range: Range<usize>, limits: &Limits) -> (Option<Node>, Vec<Problem>) {
    let parts = parts(source, range.clone());
    let mut mend = Mend::new(source, range.clone(), limits);
    mend.all(&parts);
    let mut problems = mend.problems.clone();
    let read = mend.read().or_else(|fault| {
        if problems.is_empty() {
            let at = fault.at.min(range.end);
            problems.push(deep(&fault, at..at).unwrap_or_else(|| Problem::new("yaml-syntax", at..at, msg!("front-yaml-syntax"))));
        }
        let mut mend = Mend::new(source, range.clone(), limits);
        for part in &parts {
            if part.stray { mend.blank(part.range.clone()) } else { mend.give_up(part.range.clone()) }
        }
        mend.read()
    });
    let (root, more) = read.unwrap_or_else(|_| (raw_root(source, range), Vec::new()));
    problems.extend(more);
    problems.truncate(MOST_PROBLEMS);
    (root, problems)
}

fn raw_root(source: &str, range: Range<usize>) -> Option<Node> {
    let whole = &source[range.clone()];
    let text = whole.trim();
    let start = range.start + whole.len() - whole.trim_start().len();
    let value = Value::Scalar { text: text.to_owned(), style: Style::Plain };
    (!text.is_empty()).then(|| Node { value, span: start..start + text.len(), indirect: true })
}

/// A run of lines: an entry from its key to the next key, or lines before the first key that belong to none.
struct Part {
    range: Range<usize>,
    stray: bool,
    /// Its key is glued to its value, so that the parser may take it for a text.
    glued: bool,
}

/// Cuts a text at its top-level keys; a text without any is one entry.
fn parts(source: &str, range: Range<usize>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut base = None;
    for line in lines(source, range.clone()) {
        let row = row(source, line);
        let text = &source[row.ink.min(line.end)..line.end];
        let is_head = (is_key(text) || glued_key(text).is_some()) && !is_conflict(text) && base.is_none_or(|base| base == row.indent());
        if is_head {
            base = Some(row.indent());
            parts.push(Part { range: line.start..line.next, stray: false, glued: !is_key(text) });
        } else if let Some(part) = parts.last_mut() {
            part.range.end = line.next;
        } else {
            parts.push(Part { range: line.start..line.next, stray: true, glued: false });
        }
    }
    if parts.iter().all(|part| part.stray) {
        return vec![Part { range, stray: false, glued: false }];
    }
    parts
}

fn deep(fault: &Fault, at: Range<usize>) -> Option<Problem> {
    (fault.kind == ErrorKind::RecursionLimitExceeded)
        .then(|| Problem::new("yaml-too-deep", at, msg!("front-yaml-too-deep")).help(msg!("front-yaml-too-deep-help")))
}

struct Mend<'t> {
    source: &'t str,
    base: usize,
    limits: &'t Limits,
    copy: Vec<u8>,
    filled: Vec<Range<usize>>,
    problems: Vec<Problem>,
    /// Whether a merge that was left unfinished has been reported.
    conflict: bool,
}

impl<'t> Mend<'t> {
    fn new(source: &'t str, range: Range<usize>, limits: &'t Limits) -> Self {
        let copy = source.as_bytes()[range.clone()].to_vec();
        Self { source, base: range.start, limits, copy, filled: Vec::new(), problems: Vec::new(), conflict: false }
    }

    fn read(mut self) -> Result<(Option<Node>, Vec<Problem>), Fault> {
        self.filled.sort_by_key(|filled| filled.start);
        let yaml = String::from_utf8_lossy(&self.copy);
        build(&Piece { source: self.source, yaml: &yaml, base: self.base, filled: &self.filled }, self.limits)
    }

    fn probe(&self, range: &Range<usize>) -> Result<(), Fault> {
        let yaml = String::from_utf8_lossy(&self.copy[range.start - self.base..range.end - self.base]);
        probe(&yaml, range.start, self.limits)
    }

    fn write(&mut self, range: Range<usize>, byte: u8) {
        self.copy[range.start - self.base..range.end - self.base].fill(byte);
    }

    fn fill(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.write(range.clone(), b'x');
        let before = range.start.checked_sub(1).and_then(|at| self.source.as_bytes().get(at));
        if matches!(before, Some(b':' | b'-')) {
            // What is glued to its colon or dash gets its space from its own first byte.
            self.write(range.start..range.start + 1, b' ');
        }
        self.filled.push(range);
    }

    fn blank(&mut self, range: Range<usize>) {
        for byte in &mut self.copy[range.start - self.base..range.end - self.base] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }

    fn say(&mut self, cause: Cause, row: &Row, at: Range<usize>) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem(cause, self.source, row, at));
        }
    }

    fn rows(&self, range: &Range<usize>) -> Vec<Row> {
        lines(self.source, range.clone()).map(|line| row(self.source, line)).collect()
    }

    /// Mends the parts that need it; whole runs that can be read are left as they are.
    fn all(&mut self, parts: &[Part]) {
        for run in parts.chunks(RUN) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let plain = run.len() > 1 && run.iter().all(|part| !part.stray && !part.glued);
            if plain && self.probe(&(first.range.start..last.range.end)).is_ok() {
                continue;
            }
            for part in run {
                self.part(part);
            }
        }
    }

    fn part(&mut self, part: &Part) {
        if part.stray {
            let rows = self.rows(&part.range);
            return self.strays(&rows, 0);
        }
        if part.glued
            && let Some(line) = lines(self.source, part.range.clone()).next()
        {
            self.glued(&row(self.source, line));
        }
        let Err(fault) = self.probe(&part.range) else { return };
        if self.problems.len() >= MOST_PROBLEMS {
            return self.give_up(part.range.clone());
        }
        let rows = self.rows(&part.range);
        if let Some(problem) = deep(&fault, fault.at..fault.at) {
            self.problems.push(problem);
            return self.give_up(part.range.clone());
        }
        self.tabs(&rows, &fault);
        self.certain(&rows, &part.range);
        if self.probe(&part.range).is_err() {
            self.strays(&rows, 1);
            self.one_by_one(&rows, &part.range);
        }
    }

    /// Tabs in the indentation are taken for blanks.
    fn tabs(&mut self, rows: &[Row], fault: &Fault) {
        // Below a value the parser may stop at that value instead, or take the line for more of it.
        let mut near = rows.iter().filter(|row| !row.is_blank()).skip_while(|row| row.line.next <= fault.at).take(2);
        if likely("", false, &fault.kind) != Cause::Tab && !near.any(|row| self.is_tabbed(row)) {
            return;
        }
        let mut said = false;
        for row in rows {
            let indent = row.line.start..row.ink;
            if let Some(at) = self.source[indent.clone()].find('\t') {
                self.write(indent.clone(), b' ');
                if !said {
                    self.say(Cause::Tab, row, indent.start + at..indent.start + at + 1);
                    said = true;
                }
            }
        }
    }

    /// Whether a tab stands before a line.
    fn is_tabbed(&self, row: &Row) -> bool {
        self.source[row.line.start..row.ink].contains('\t')
    }

    /// `key:value` is read as if the space were there.
    fn glued(&mut self, head: &Row) {
        if head.key.is_some() || head.is_blank() {
            return;
        }
        let text = self.source[head.ink..head.line.end].trim_end();
        let Some(colon) = glued_key(text) else { return };
        let value = head.ink + colon + 1..head.ink + text.len();
        let mended = Row { value: value.clone(), ..head.clone() };
        self.say(Cause::NoSpace, &mended, head.ink + colon..head.ink + colon + 1);
        self.fill(value);
    }

    /// Fills in every value of an entry that can't be right, whatever surrounds it.
    fn certain(&mut self, rows: &[Row], part: &Range<usize>) {
        let base = rows.first().map_or(0, Row::indent);
        let mut skip_below: Option<usize> = None;
        let mut skip_to = 0;
        for (at, row) in rows.iter().enumerate() {
            if row.line.start < skip_to || row.is_blank() {
                continue;
            }
            if skip_below.is_some_and(|indent| row.indent() > indent) {
                continue;
            }
            skip_below = None;
            let value = &self.source[row.value.clone()];
            if is_block_header(value) {
                skip_below = Some(row.indent());
                continue;
            }
            if value.starts_with(['"', '\'']) && closing_quote(value, value.chars().next().unwrap_or('"')).is_none() {
                skip_to = self.long_quote(row, &rows[at + 1..], part, row.indent() == base && at == 0);
                continue;
            }
            // A line that neither key nor dash begins goes on from the one above.
            if (row.key.is_some() || row.dash)
                && let Some(cause) = certain(value, row.key.is_some())
            {
                let place = match cause {
                    Cause::Colon => row.value.start + colon(value).unwrap_or(0),
                    Cause::AfterQuote => row.value.start + closing_quote(value, value.chars().next().unwrap_or('"')).unwrap_or(0),
                    _ => row.value.start,
                };
                self.say(cause, row, place..row.value.end);
                self.fill(row.value.clone());
            }
        }
    }

    /// A quote that is not closed on its line: either it is further on, or what it opens is filled in. Gives where reading goes on.
    fn long_quote(&mut self, row: &Row, below: &[Row], part: &Range<usize>, head: bool) -> usize {
        let rest = &self.source[row.value.start..part.end];
        let quote = rest.chars().next().unwrap_or('"');
        let inner = |end: usize| below.iter().take_while(move |row| row.line.start < end).filter(|row| !row.is_blank());
        if let Some(close) = closing_quote(rest, quote).map(|close| row.value.start + close) {
            let line_end = below.iter().find(|row| row.line.end >= close).map_or(close, |row| row.line.end);
            let after = self.source[close..line_end].trim();
            if (after.is_empty() || after.starts_with('#')) && inner(close).all(|inner| inner.indent() > row.indent()) {
                return close;
            }
        }
        let apostrophe = is_apostrophe(rest);
        let to_end = head && !apostrophe && !below.iter().find(|row| !row.is_blank()).is_some_and(|row| row.dash);
        let end = if to_end { row.value.start + rest.trim_end().len() } else { row.value.end };
        self.say(if apostrophe { Cause::Apostrophe } else { Cause::OpenQuote }, row, row.value.clone());
        self.fill(row.value.start..end);
        end
    }

    /// Blanks lines that stand at the left without being a field, an item or a comment.
    fn strays(&mut self, rows: &[Row], from: usize) {
        let base = rows.first().map_or(0, Row::indent);
        let mut run = false;
        for row in rows.iter().skip(from) {
            if row.is_blank() {
                continue;
            }
            let text = &self.source[row.ink..row.line.end];
            let conflict = is_conflict(text);
            let left = from == 0 || row.indent() <= base;
            let filled = self.filled.iter().rev().take(4).any(|filled| filled.contains(&row.ink));
            let stray = conflict || left && !row.dash && !text.starts_with(['#', ']', '}']) && text.trim_end() != "---";
            if filled || !(stray || run && row.indent() > base) {
                run = false;
                continue;
            }
            let known = run || conflict && self.conflict;
            if !known {
                self.say(Cause::Stray, row, row.ink..row.line.end);
            }
            run = !conflict;
            self.conflict |= conflict;
            self.blank(row.ink..row.line.end);
        }
    }

    /// Mends the line at which the parser stops, until it no longer does; at last takes the whole value as text.
    fn one_by_one(&mut self, rows: &[Row], part: &Range<usize>) {
        let mut seen = Vec::new();
        let mut reported = self.problems.iter().any(|problem| part.contains(&problem.span.start));
        for _ in 0..ATTEMPTS {
            let Err(fault) = self.probe(part) else { return };
            let inked = rows.iter().enumerate().filter(|(_, row)| !row.is_blank());
            let Some((at, row)) = inked.take_while(|(_, row)| row.line.start <= fault.at).last() else { break };
            if seen.contains(&at) {
                break;
            }
            seen.push(at);
            let place = fault.at.clamp(row.ink, row.line.end)..row.line.end;
            let Some(cause) = self.mend(rows, at, &fault) else { break };
            // Where a tab stands before a line, that has been said, and is why it stands too far to the right.
            if !self.is_tabbed(row) {
                self.say(cause, row, place);
            }
            reported = true;
        }
        let Err(fault) = self.probe(part) else { return };
        if !reported && let Some(row) = rows.iter().rev().find(|row| row.line.start <= fault.at) {
            let at = fault.at.min(part.end);
            self.say(likely(&self.source[row.value.clone()], row.key.is_some(), &fault.kind), row, at..at.max(row.line.end));
        }
        self.give_up(part.clone());
    }

    /// Mends one line; says what was wrong with it, or nothing if it can't be mended by itself.
    fn mend(&mut self, rows: &[Row], at: usize, fault: &Fault) -> Option<Cause> {
        let row = &rows[at];
        let value = &self.source[row.value.clone()];
        let text = &self.source[row.ink..row.line.end];
        if fault.kind == ErrorKind::MappingValueNotAllowed && self.align(rows, at) {
            return Some(Cause::Deeper);
        }
        if !value.is_empty() && (row.key.is_some() || row.dash && row.indent() > 0) {
            let cause = likely(value, row.key.is_some(), &fault.kind);
            self.fill(row.value.clone());
            return Some(cause);
        }
        if at == 0 {
            return None;
        }
        if !row.dash && text.starts_with('-') && !text.starts_with("--") {
            self.fill(row.ink + 1..row.value.end);
            return Some(Cause::NoSpace);
        }
        let goes_on = |next: &&Row| next.is_blank() || (next.key.is_none() && !next.dash && next.indent() >= row.indent().max(1));
        let end = rows[at + 1..].iter().take_while(goes_on).last().map_or(row.line.end, |last| last.line.end);
        self.blank(row.line.start..end);
        Some(likely(value, false, &fault.kind))
    }

    /// Moves a key that stands too far to the right to the column of the key above it, by ending the line before it in its indentation.
    fn align(&mut self, rows: &[Row], at: usize) -> bool {
        let row = &rows[at];
        let column = |row: &Row| row.key.as_ref().map(|key| key.start - row.line.start);
        let Some(own) = column(row).filter(|_| !row.dash) else { return false };
        let above = rows[..at].iter().rev().find_map(|above| column(above).filter(|_| !above.value.is_empty()));
        let Some(above) = above.filter(|above| *above < own) else { return false };
        let end = row.ink - above - 1;
        self.write(end..end + 1, b'\n');
        true
    }

    /// Takes all that follows the key of an entry as its text; without a key, all of it.
    fn give_up(&mut self, part: Range<usize>) {
        while self.filled.last().is_some_and(|filled| filled.start >= part.start) {
            self.filled.pop();
        }
        let original = &self.source.as_bytes()[part.clone()];
        self.copy[part.start - self.base..part.end - self.base].copy_from_slice(original);
        let Some(head) = lines(self.source, part.clone()).map(|line| row(self.source, line)).find(|row| !row.is_blank()) else { return };
        let text = &self.source[head.ink..part.end];
        let end = head.ink + text.trim_end().len();
        let (key, value) = match (&head.key, glued_key(text)) {
            (Some(key), _) => (Some(key.clone()), head.value.start..end.max(head.value.start)),
            (None, Some(colon)) => (Some(head.ink..head.ink + colon), head.ink + colon + 1..end),
            (None, None) => (None, head.ink..end),
        };
        if let Some(key) = key {
            self.blank(head.line.start..head.ink);
            if self.source[key.clone()].starts_with(|first: char| !first.is_alphanumeric()) {
                self.fill(key);
            }
        }
        self.fill(value);
    }
}

fn is_block_header(value: &str) -> bool {
    value.starts_with(['|', '>']) && value[1..].chars().all(|letter| matches!(letter, '+' | '-' | '0'..='9'))
}

#[cfg(test)]
mod tests {
    use crate::base::lang::Lang;
    use crate::base::limits::Limits;
    use crate::text::front::parse::parse;

    /// What is read, and each problem's bytes, up to its line end, with its advice.
    fn seen(yaml: &str) -> (String, Vec<String>) {
        let (root, problems) = parse(yaml, 0..yaml.len(), &Limits::default());
        let said = problems.iter().map(|problem| {
            let line = yaml[problem.span.start..].lines().next().unwrap_or_default();
            let help = problem.help.as_ref().map(|help| help.text(Lang::En)).unwrap_or_default();
            format!("{line} / {help}")
        });
        (root.map(|root| root.to_json().to_string()).unwrap_or_default(), said.collect())
    }

    #[test]
    fn a_tab_is_told_where_it_stands() {
        for (yaml, read, at) in [
            ("name: Club\n\ttab: 1\n", r#"{"name":"Club","tab":"1"}"#, "\ttab: 1 / Use spaces."),
            ("review:\n\tevery: 6 months\n", r#"{"review":{"every":"6 months"}}"#, "\tevery: 6 months / Use spaces."),
            ("tags: x\n\t- a\n", r#"{"tags":"x - a"}"#, "\t- a / Use spaces."),
        ] {
            assert_eq!(seen(yaml), (read.to_owned(), vec![at.to_owned()]), "{yaml}");
        }
        assert_eq!(seen("name: Club\n\ttab: 1\n\tmore: 2\nend: 3\n").1, ["\ttab: 1 / Use spaces."]);
        assert_eq!(
            seen("purpose: to keep\n\trecords\n"),
            (r#"{"purpose":"to keep records"}"#.to_owned(), vec!["\trecords / Use spaces.".to_owned()])
        );
    }

    #[test]
    fn the_line_to_write_instead_is_shown() {
        for (yaml, json, place, write) in [
            ("title: Foo: bar\n", r#"{"title":"Foo: bar"}"#, ": bar", r#"title: "Foo: bar""#),
            ("title: Foo: \"bar\" # c\n", r#"{"title":"Foo: \"bar\""}"#, ": \"bar\" # c", r#"title: 'Foo: "bar"'"#),
            ("title: 's Ochtends\n", r#"{"title":"'s Ochtends"}"#, "'s Ochtends", r#"title: "'s Ochtends""#),
            ("title: 's Ochtends: vroeg\n", r#"{"title":"'s Ochtends: vroeg"}"#, "'s Ochtends: vroeg", r#"title: "'s Ochtends: vroeg""#),
            ("title: \"Foo\n", r#"{"title":"Foo"}"#, "\"Foo", r#"title: "Foo""#),
            ("title: \"Foo\" bar\n", r#"{"title":"\"Foo\" bar"}"#, " bar", r#"title: '"Foo" bar'"#),
            ("title: @a\n", r#"{"title":"@a"}"#, "@a", r#"title: "@a""#),
            ("title: `a`\n", r#"{"title":"`a`"}"#, "`a`", r#"title: "`a`""#),
            ("title: %a\n", r#"{"title":"%a"}"#, "%a", r#"title: "%a""#),
            ("title: *\n", r#"{"title":"*"}"#, "*", r#"title: "*""#),
            ("title: > a\n", r#"{"title":"> a"}"#, "> a", r#"title: "> a""#),
            ("title: [a](b)\n", r#"{"title":"[a](b)"}"#, "[a](b)", r#"title: "[a](b)""#),
            ("title: [a, b\n", r#"{"title":"[a, b"}"#, "[a, b", r#"title: "[a, b""#),
            ("title: {{ a }} b\n", r#"{"title":"{{ a }} b"}"#, "{{ a }} b", r#"title: "{{ a }} b""#),
            ("title:a\n", r#"{"title":"a"}"#, ":a", "title: a"),
            ("tags:\n  - a\n  -b\n", r#"{"tags":["a","b"]}"#, "-b", "- b"),
            ("tags:\n  - @a\n  - c\n", r#"{"tags":["@a","c"]}"#, "@a", r#"- "@a""#),
            ("title: - a\n", r#"{"title":"- a"}"#, "- a", r#"title: "- a""#),
        ] {
            for (before, after, (open, close)) in [("", "", ("{", "}")), ("one: 1\n", "two: 2\n", ("{\"one\":\"1\",", ",\"two\":\"2\"}"))] {
                // `title:a` alone is a text.
                if before.is_empty() && yaml == "title:a\n" {
                    continue;
                }
                let (read, said) = seen(&format!("{before}{yaml}{after}"));
                assert_eq!(read, format!("{open}{}{close}", &json[1..json.len() - 1]), "{yaml}");
                let [said] = said.as_slice() else { panic!("{yaml}: {said:?}") };
                let (found, help) = said.split_once(" / ").expect("a place and advice");
                assert_eq!((found.trim(), help), (place.trim(), format!("Write: {write}").as_str()), "{yaml}");
            }
        }
    }

    #[test]
    fn what_surrounds_a_fault_is_kept() {
        for (yaml, json, count) in [
            ("a: b\nkey\nc: d\n", r#"{"a":"b","c":"d"}"#, 1),
            ("<!-- x -->\na: b\n", r#"{"a":"b"}"#, 1),
            ("a: b\n- c\nd: e\n", r#"{"a":"b","d":"e"}"#, 1),
            ("a:\n\tb: c\n\td: e\nf: g\n", r#"{"a":{"b":"c","d":"e"},"f":"g"}"#, 1),
            ("a: one\n  b: two\nc: d\n", r#"{"a":"one","b":"two","c":"d"}"#, 1),
            ("a:\n  b: one\n    c: two\nd: e\n", r#"{"a":{"b":"one","c":"two"},"d":"e"}"#, 1),
            ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x: y\nd: e\n", r#"{"a":"b","d":"e"}"#, 2),
            ("a: |\n  x: y: z\n  @\nb: c: d\n", r#"{"a":"x: y: z\n@\n","b":"c: d"}"#, 1),
            ("a: \"x\n  y: z: @\"\nb: @c\n", r#"{"a":"x y: z: @","b":"@c"}"#, 1),
            ("x: &x y\na: @b\nc: *x\n", r#"{"x":"y","a":"@b","c":"y"}"#, 1),
            ("a: @b\r\nc:\r\n  - d: e: f\r\n", r#"{"a":"@b","c":[{"d":"e: f"}]}"#, 2),
            ("- a: @b\n- c\n", r#"[{"a":"@b"},"c"]"#, 1),
            ("a: b\n'c': 'd' e\n", r#"{"a":"b","c":"'d' e"}"#, 1),
            ("a: \"\\q\"\nb: c\n", r#"{"a":"\\q","b":"c"}"#, 1),
            ("a: b\nc: [d,\n  e: }\nf: g\n", r#"{"a":"b","c":"[d, e: }","f":"g"}"#, 2),
        ] {
            let (read, said) = seen(yaml);
            assert_eq!((read.as_str(), said.len()), (json, count), "{yaml} {said:?}");
        }
    }

    #[test]
    fn what_could_not_be_read_is_not_for_editing() {
        let yaml = "a: b\nc: @d # e\n";
        let (root, _) = parse(yaml, 0..yaml.len(), &Limits::default());
        let root = root.expect("a mapping");
        let bad = root.get("c").expect("c");
        assert_eq!((bad.raw(yaml), bad.indirect, root.get("a").expect("a").indirect), ("@d", true, false));
    }

    #[test]
    fn hostile_nesting_is_refused_at_once() {
        let limits = Limits::default();
        for deep in ["[".repeat(10_000), "a: ".to_owned() + &"{a: ".repeat(10_000), "- ".repeat(10_000), "? ".repeat(10_000)] {
            for text in [deep.clone(), format!("a: b\nx: {deep}\nc: d\n")] {
                let (root, problems) = parse(&text, 0..text.len(), &limits);
                assert!(problems.iter().any(|problem| problem.rule == "yaml-too-deep" || problem.rule == "yaml-syntax"), "{problems:?}");
                let kept = root.and_then(|root| root.get("a").and_then(|a| a.text().map(str::to_owned)));
                assert!(!text.starts_with("a: b") || kept.as_deref() == Some("b"));
            }
        }
        let twice = |key: char| format!("{key}: &{key} [*{0},*{0}]\n", char::from(key as u8 - 1));
        let bomb = "a: &a [x,x]\n".to_owned() + &('b'..='z').map(twice).collect::<Vec<_>>().concat();
        let (root, problems) = parse(&bomb, 0..bomb.len(), &limits);
        assert!(root.is_some() && problems.iter().any(|problem| problem.rule == "yaml-aliases"));
        let long = "a: b\n".repeat(20_000);
        let (root, problems) = parse(&long, 0..long.len(), &limits);
        assert_eq!((root, problems[0].rule), (None, "front-too-large"));
    }

    #[test]
    fn to_raise_a_limit_is_proposed_where_it_can_be_raised() {
        let long = |most: usize| "a: b\n".repeat(most / 5 + 1);
        for (limits, proposed) in [
            (Limits { front: 100, ..Limits::default() }, true),
            (Limits { front: 100, ..Limits::of_settings() }, false),
            (Limits::HIGHEST, false),
        ] {
            let text = long(limits.front);
            let (_, problems) = parse(&text, 0..text.len(), &limits);
            let help = problems[0].help.as_ref().map(|help| help.text(crate::base::lang::Lang::En)).unwrap_or_default();
            assert_eq!((problems[0].rule, help.contains("raise")), ("front-too-large", proposed), "{help}");
        }
    }

    /// Values as people write them, and what each is read as where that is beyond doubt.
    const VALUES: &[(&str, Option<&str>)] = &[
        (" plain # c", Some("plain")),
        (" 'quoted: @'", Some("quoted: @")),
        (" |\n  x: y: z\n\n  @", Some("x: y: z\n\n@\n")),
        (" \"on\n  two: lines\"", Some("on two: lines")),
        (" Foo: bar", Some("Foo: bar")),
        (" @a", Some("@a")),
        (" 's Ochtends", Some("'s Ochtends")),
        (" {{ a }}/b", Some("{{ a }}/b")),
        (" [a](b)", Some("[a](b)")),
        (" \"half", Some("half")),
        (" a \"b\" c", Some("a \"b\" c")),
        (" \"a\" b", Some("\"a\" b")),
        ("", Some("")),
        (" *", Some("*")),
        (" [a, b", None),
        (" }", None),
        ("\n  - a\n  -b\n  - @c", None),
        ("\n  - \"half\n  - b", None),
        ("\n  x: y\n   z: q", None),
        ("\n\tx: y", None),
        (" a\nstray", None),
        (" a\n- stray", None),
        (" a\n=======", None),
        (" |\n  x\n y", None),
    ];

    proptest::proptest! {
        #[test]
        fn no_key_is_ever_lost(chosen in proptest::collection::vec(0..VALUES.len(), 1..8), crlf in proptest::bool::ANY) {
            let lines: Vec<String> = chosen.iter().enumerate().map(|(at, value)| format!("key {at}:{}\n", VALUES[*value].0)).collect();
            let yaml = lines.concat();
            let yaml = if crlf { yaml.replace('\n', "\r\n") } else { yaml };
            let (root, _) = parse(&yaml, 0..yaml.len(), &Limits::default());
            let root = root.expect("a mapping");
            let entries = root.entries().expect("a mapping");
            for (at, value) in chosen.iter().enumerate() {
                let key = format!("key {at}");
                let entry = entries.iter().find(|entry| entry.key == key);
                let entry = entry.unwrap_or_else(|| panic!("{key} of {yaml}"));
                assert_eq!(&yaml[entry.key_span.clone()], key);
                if let Some(text) = VALUES[*value].1 {
                    assert_eq!(entry.value.text(), Some(text), "{key} of {yaml}");
                }
            }
        }
    }
}
