//! A line of YAML as a person reads it: dash, key, value, and what is wrong with the value.
//!
//! This stands beside the parser and is used only where the parser gave up.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::split::{Line, is_conflict, shorten};
use crate::base::lang::Msg;
use crate::base::problem::Problem;
use crate::msg;

/// The parts of a line, in bytes of the file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// The line.
    pub(super) line: Line,
    /// The first byte that is not blank.
    pub(super) ink: usize,
    /// Whether a list item begins on it.
    pub(super) dash: bool,
    /// The key, quotes and all.
    pub(super) key: Option<Range<usize>>,
    /// What follows the key and the dash, without a comment; empty if nothing does.
    pub(super) value: Range<usize>,
}

impl Row {
    /// How far the line is indented, in bytes.
    pub(super) fn indent(&self) -> usize {
        self.ink - self.line.start
    }

    /// Whether there is nothing on the line.
    pub(super) fn is_blank(&self) -> bool {
        self.ink >= self.line.end
    }
}

/// Takes a line apart.
pub(super) fn row(source: &str, line: Line) -> Row {
    let mut text = Cut { source, at: line.start, end: line.start + source[line.start..line.end].trim_end().len() };
    text.skip_blank();
    let ink = text.at;
    let mut dash = false;
    while text.rest() == "-" || text.rest().starts_with("- ") {
        dash = true;
        text.at += 1;
        text.skip_blank();
    }
    let key = key_end(text.rest()).map(|(end, colon)| {
        let key = text.at..text.at + end;
        text.at += colon + 1;
        text.skip_blank();
        key
    });
    let rest = text.rest();
    let kept = if rest.starts_with('#') {
        0
    } else if rest.starts_with(['"', '\'']) {
        rest.len()
    } else {
        rest.find(" #").or_else(|| rest.find("\t#")).map_or(rest.len(), |at| rest[..at].trim_end().len())
    };
    Row { line, ink, dash, key, value: text.at..text.at + kept }
}

struct Cut<'t> {
    source: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Cut<'t> {
    fn rest(&self) -> &'t str {
        self.source.get(self.at..self.end).unwrap_or_default()
    }

    fn skip_blank(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
    }
}

/// Where a key ends in a text, and where its colon stands.
fn key_end(text: &str) -> Option<(usize, usize)> {
    if let Some(quote) = text.chars().next().filter(|first| matches!(first, '"' | '\'')) {
        let end = closing_quote(text, quote)?;
        let blank = text[end..].len() - text[end..].trim_start().len();
        return is_colon(text, end + blank).then_some((end, end + blank));
    }
    if text.starts_with(['#', '[', '{', '|', '>', '-', ':']) {
        return None;
    }
    let colon = colon(text)?;
    let key = text[..colon].trim_end();
    (!key.contains(" #")).then_some((key.len(), colon))
}

/// The first colon in a value that YAML takes for the end of a key.
pub(super) fn colon(value: &str) -> Option<usize> {
    value.match_indices(':').map(|(at, _)| at).find(|at| is_colon(value, *at))
}

fn is_colon(text: &str, at: usize) -> bool {
    text[at..].starts_with(':') && text[at + 1..].chars().next().is_none_or(char::is_whitespace)
}

/// Past the quote that closes the one at the beginning of a text.
pub(super) fn closing_quote(text: &str, quote: char) -> Option<usize> {
    let mut letters = text.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' && quote == '"' {
            letters.next();
        } else if letter == quote {
            if quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'') {
                letters.next();
            } else {
                return Some(at + 1);
            }
        }
    }
    None
}

/// The key of `key:value`, where only the space is missing; addresses and times are no keys.
pub(super) fn glued_key(line: &str) -> Option<usize> {
    let colon = line.find(':')?;
    let key = &line[..colon];
    let named = key.starts_with(char::is_alphabetic) && key.chars().all(|letter| letter.is_alphanumeric() || "_-.".contains(letter));
    let value = line[colon + 1..].chars().next()?;
    (named && key.len() <= 80 && !value.is_whitespace() && value != '/' && value != ':').then_some(colon)
}

/// A cause that people know, of what the parser does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// A colon and a space in a plain value.
    Colon,
    /// A value that begins with a character that means something in YAML.
    Reserved(char),
    /// A template tag.
    Template,
    /// `'s Ochtends`
    Apostrophe,
    /// A quote that is not closed.
    OpenQuote,
    /// Text after the closing quote.
    AfterQuote,
    /// `\'` and the like between double quotes.
    Escape,
    /// A bracket or brace that opens a list or mapping that is none.
    Bracket(char),
    /// `key: - item`
    ListHere,
    /// `key:value` or `-item`
    NoSpace,
    /// A tab in the indentation.
    Tab,
    /// A line that is neither field nor value.
    Stray,
    /// Lines that do not line up.
    Indent,
    /// A key that stands further to the right than the key above it, which has a value.
    Deeper,
    /// What has no better name.
    Other,
}

/// What is wrong with a value for certain, whatever surrounds it; a value that goes on over several lines is not judged.
pub(super) fn certain(value: &str, after_key: bool) -> Option<Cause> {
    let first = value.chars().next()?;
    let has_template = value.contains("{{") || value.contains("{%") || value.contains("<%");
    match first {
        '@' | '`' => Some(Cause::Reserved(first)),
        '%' => Some(Cause::Reserved('%')),
        '"' | '\'' => {
            let rest = value[closing_quote(value, first)?..].trim_start();
            (!rest.is_empty() && !rest.starts_with('#')).then_some(if has_template { Cause::Template } else { Cause::AfterQuote })
        }
        '[' | '{' => {
            let end = balanced(value)?;
            if value.starts_with("{%") {
                return Some(Cause::Template);
            }
            let odd = !value[end..].trim_start().is_empty();
            odd.then_some(if has_template { Cause::Template } else { Cause::Bracket(first) })
        }
        '*' | '&' | '!' | '|' | '>' => None,
        '-' if after_key && value.starts_with("- ") => Some(Cause::ListHere),
        _ => colon(value).map(|_| Cause::Colon),
    }
}

/// What is probably wrong on the line where the parser gave up.
pub(super) fn likely(value: &str, after_key: bool, kind: &ErrorKind) -> Cause {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed | E::TabInBlockIndentation | E::TabInIndentation | E::TabAtBlockScalarStart => return Cause::Tab,
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape | E::InvalidUnicodeEscape => return Cause::Escape,
        _ => {}
    }
    if let Some(cause) = certain(value, after_key) {
        return cause;
    }
    match value.chars().next() {
        Some(first @ ('[' | '{')) => {
            if value.contains("{{") || value.contains("{%") {
                Cause::Template
            } else {
                Cause::Bracket(first)
            }
        }
        Some(first @ ('*' | '&' | '!' | '|' | '>')) => Cause::Reserved(first),
        Some(first @ ('"' | '\'')) if closing_quote(value, first).is_none() => Cause::OpenQuote,
        _ => match kind {
            E::InvalidIndentation | E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry | E::MappingValueNotAllowed => Cause::Indent,
            _ => Cause::Other,
        },
    }
}

/// Whether a value begins with an apostrophe that belongs to a word, as in `'s Ochtends` and `'t Hooft`.
pub(super) fn is_apostrophe(value: &str) -> bool {
    let mut letters = value.chars();
    letters.next() == Some('\'')
        && letters.next().is_some_and(|letter| "stknmrSTKNMR".contains(letter))
        && letters.next().is_none_or(|next| next == ' ')
}

/// Where the bracket that opens a text is closed again on the same line.
fn balanced(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// The problem with its advice: for a value the line to write instead.
pub(super) fn problem(cause: Cause, source: &str, row: &Row, at: Range<usize>) -> Problem {
    let msg = match cause {
        Cause::Colon => msg!("front-yaml-colon"),
        Cause::Reserved(letter) => msg!("front-yaml-reserved", letter = letter),
        Cause::Template => msg!("front-yaml-template"),
        Cause::Apostrophe => msg!("front-yaml-apostrophe"),
        Cause::OpenQuote => msg!("front-yaml-open-quote"),
        Cause::AfterQuote => msg!("front-yaml-after-quote"),
        Cause::Escape => msg!("front-yaml-escape"),
        Cause::Bracket(letter) => msg!("front-yaml-bracket", letter = letter),
        Cause::ListHere => msg!("front-yaml-list-here"),
        Cause::NoSpace => msg!("front-yaml-no-space"),
        Cause::Tab => msg!("front-yaml-tab"),
        Cause::Stray => msg!("front-yaml-stray"),
        Cause::Indent => msg!("front-yaml-indent"),
        Cause::Deeper => msg!("front-yaml-deeper", key = row.key.clone().map_or("", |key| &source[key])),
        Cause::Other => msg!("front-yaml-syntax"),
    };
    let problem = Problem::new("yaml-syntax", at, msg);
    let help = match cause {
        Cause::Tab => Some(msg!("front-yaml-tab-help")),
        Cause::Stray => Some(stray_help(source[row.ink.min(row.line.end)..row.line.end].trim_end())),
        Cause::Indent => Some(msg!("front-yaml-indent-help")),
        Cause::Deeper => Some(msg!("front-yaml-deeper-help")),
        Cause::Other if row.value.is_empty() => None,
        _ => Some(msg!("front-yaml-write", line = written(cause, source, row))),
    };
    let problem = match help {
        Some(help) => problem.help(help),
        None => problem,
    };
    match fix(cause, source, row) {
        Some((span, with)) => problem.fix(span, with),
        None => problem,
    }
}

/// What makes a value that was read as a text be one: quotes around it, or the space before it. Only where all of it stands on its line.
fn fix(cause: Cause, source: &str, row: &Row) -> Option<(Range<usize>, String)> {
    let value = source.get(row.value.clone()).filter(|value| !value.is_empty() && !value.contains(['\n', '\r']))?;
    let below = source.get(row.line.next..).unwrap_or_default().lines().next().unwrap_or_default();
    let goes_on = !below.trim().is_empty() && below.len() - below.trim_start().len() > row.indent();
    if goes_on {
        return None;
    }
    match cause {
        Cause::Colon | Cause::Reserved(_) | Cause::Template if as_meant(value) == value => Some((row.value.clone(), quoted(value))),
        Cause::NoSpace => Some(match value.strip_prefix('-') {
            Some(item) if row.ink == row.value.start => (row.value.clone(), format!("- {item}")),
            _ => (row.value.start..row.value.start, " ".to_owned()),
        }),
        _ => None,
    }
}

fn stray_help(line: &str) -> Msg {
    if is_conflict(line) {
        msg!("front-yaml-conflict-help")
    } else if line.starts_with("<!--") {
        msg!("front-yaml-comment-help")
    } else if line.split_whitespace().count() == 1 && line.len() <= 40 {
        msg!("front-yaml-key-help", word = line)
    } else {
        msg!("front-yaml-stray-help")
    }
}

/// The line as it should be typed, the value cut short if it is long.
fn written(cause: Cause, source: &str, row: &Row) -> String {
    let before = &source[row.ink..row.value.start];
    let first_line = source[row.value.clone()].lines().next().unwrap_or_default().trim_end();
    let value = shorten(first_line, 60);
    match cause {
        Cause::NoSpace => match value.strip_prefix('-') {
            Some(item) if before.is_empty() => format!("- {item}"),
            _ => format!("{before} {value}"),
        },
        Cause::Apostrophe => format!("{before}{}", quoted(&value)),
        Cause::Escape => format!("{before}{}", quoted(&unquoted(&value).replace("\\'", "'").replace("\\\"", "\""))),
        Cause::Bracket('[') if is_open_list(before, &value) => format!("{before}{value}]"),
        _ => format!("{before}{}", quoted(&as_meant(&value))),
    }
}

/// Whether a value is a list on one line that lacks nothing but its end, under a key for several, as `tags` is; another text may as well
/// begin with a bracket.
fn is_open_list(before: &str, value: &str) -> bool {
    let key = before.trim_end().trim_end_matches(':');
    let is_for_several = key.ends_with('s') && key != "status";
    value.len() > 1 && is_for_several && !value.ends_with([',', '…', ':']) && !value.contains(']')
}

fn unquoted(value: &str) -> &str {
    value.strip_prefix(['"', '\'']).map_or(value, |rest| rest.strip_suffix(['"', '\'']).unwrap_or(rest))
}

/// The text that a value which could not be read was probably meant to be: on one line, without the quotes around it.
pub(super) fn as_meant(raw: &str) -> String {
    let ends_quoted = raw.len() > 1 && raw.starts_with(['"', '\'']) && raw.ends_with(['"', '\'']);
    let half_open = raw.starts_with('"') && raw.matches('"').count() == 1;
    let text = if ends_quoted || half_open { unquoted(raw) } else { raw };
    if !text.contains(['\n', '\r']) {
        return text.to_owned();
    }
    text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text in the quotes that need the least escaping.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cause, certain, closing_quote, glued_key, is_apostrophe, quoted, row};
    use crate::base::limits::Limits;
    use crate::text::front;
    use crate::text::front::nodes::Node;
    use crate::text::front::split::line_at;

    #[test]
    fn a_line_is_taken_apart() {
        for (line, key, value, dash) in [
            ("title: Foo: bar # c", "title", "Foo: bar", false),
            ("  - twitter   : @foo", "twitter", "@foo", true),
            ("- @foo", "", "@foo", true),
            ("'a: b' : \"c\" # d", "'a: b'", "\"c\" # d", false),
            ("- - x", "", "x", true),
            ("title: #tag", "title", "", false),
            ("url: https://x", "url", "https://x", false),
            ("https://x", "", "https://x", false),
            ("", "", "", false),
            ("-", "", "", true),
        ] {
            let row = row(line, line_at(line, 0).unwrap_or(crate::text::front::split::Line { start: 0, end: 0, next: 0 }));
            assert_eq!((&line[row.key.unwrap_or(0..0)], &line[row.value], row.dash), (key, value, dash), "{line}");
        }
    }

    #[test]
    fn the_usual_causes_are_known() {
        for (value, cause) in [
            ("Foo: bar", Some(Cause::Colon)),
            ("Foo:", Some(Cause::Colon)),
            ("https://x.y", None),
            ("@a", Some(Cause::Reserved('@'))),
            ("`a`", Some(Cause::Reserved('`'))),
            ("{% img %}", Some(Cause::Template)),
            ("{{ a }}/b", Some(Cause::Template)),
            ("{{ a }}", None),
            ("[a](b)", Some(Cause::Bracket('['))),
            ("[a, b]", None),
            ("\"a\" b", Some(Cause::AfterQuote)),
            ("\"a\" # b", None),
            ("\"a", None),
            ("- a", Some(Cause::ListHere)),
            ("", None),
        ] {
            assert_eq!(certain(value, true), cause, "{value}");
        }
    }

    #[test]
    fn a_list_that_lacks_its_end_gets_one() {
        for (line, written) in [
            ("tags: [a", "tags: [a]"),
            ("  authors: [a, b", "authors: [a, b]"),
            ("title: [a", "title: \"[a\""),
            ("tags: [a](b)", "tags: \"[a](b)\""),
            ("tags: [a,", "tags: \"[a,\""),
        ] {
            let row = row(line, line_at(line, 0).unwrap());
            assert_eq!(super::written(Cause::Bracket('['), line, &row), written, "{line}");
        }
    }

    #[test]
    fn quotes_close_where_they_should() {
        assert_eq!(closing_quote("'a''b' c", '\''), Some(6));
        assert_eq!(closing_quote(r#""a\"b" c"#, '"'), Some(6));
        assert_eq!(closing_quote("\"a", '"'), None);
        assert_eq!(quoted("'s Ochtends: vroeg"), "\"'s Ochtends: vroeg\"");
        assert_eq!(quoted("say \"it's\""), "'say \"it''s\"'");
        assert!(is_apostrophe("'s Ochtends") && !is_apostrophe("'see"));
        assert_eq!((glued_key("category:技术"), glued_key("https://x"), glued_key("10:30")), (Some(8), None, None));
    }

    proptest! {
        #[test]
        fn a_fix_says_what_was_read(value in "[@a-c:{}%'\"`!&*#| -]{0,14}", key in "(title|tags|- x)?", below in "(next: x|  more|)") {
            let text = format!("---\nfirst: 1\n{key}: {value}\n{below}\nlast: 2\n---\n");
            let limits = Limits::default();
            let before = front::read(&text, &limits);
            for fix in before.problems.iter().filter_map(|problem| problem.fix.as_ref()) {
                let fixed = [&text[..fix.span.start], fix.with.as_str(), &text[fix.span.end..]].concat();
                let after = front::read(&fixed, &limits);
                prop_assert!(after.problems.len() < before.problems.len(), "{} {:?}", fixed, after.problems);
                let json = |front: &front::Front| front.root.as_ref().map(Node::to_json);
                prop_assert_eq!(json(&after), json(&before), "{} {}", text, fixed);
            }
        }
    }

    #[test]
    fn the_usual_causes_have_a_fix() {
        for (line, fixed) in [
            ("title: A: b", "title: \"A: b\""),
            ("owner: @ada # me", "owner: \"@ada\" # me"),
            ("title:word", "title: word"),
            ("x: {{ page }} y", "x: \"{{ page }} y\""),
        ] {
            let text = format!("---\na: b\n{line}\n---\n");
            let read = front::read(&text, &Limits::default());
            let fix =
                read.problems.iter().find_map(|problem| problem.fix.as_ref()).unwrap_or_else(|| panic!("{line}: {:?}", read.problems));
            assert_eq!([&text[..fix.span.start], fix.with.as_str(), &text[fix.span.end..]].concat(), format!("---\na: b\n{fixed}\n---\n"));
        }
    }
}
