//! What the parser is shown instead of the text: the same bytes, with what it must not see written over.
//!
//! Two things are written over. Template tags (`<% %>`, `{{ }}`, `{% %}`) stand for something that only another program
//! knows; and containers that are nested too deep would make every line below them cost as much as their depth.
//! Nothing moves: a byte of the mask is a byte of the file.

use std::borrow::Cow;
use std::ops::Range;

/// The text as the parser sees it, and what was hidden from it.
pub(super) struct Mask<'t> {
    /// As long as the text, byte for byte.
    pub(super) seen: Cow<'t, str>,
    /// The template tags, in order.
    pub(super) opaque: Vec<Range<usize>>,
    /// Ends of lines that are nested deeper than the limit, in order.
    pub(super) deep: Vec<Range<usize>>,
}

/// Where reading begins.
pub(super) fn start(text: &str, body: usize) -> usize {
    let mut body = body.min(text.len());
    while !text.is_char_boundary(body) {
        body += 1;
    }
    if text[body..].starts_with('\u{feff}') { body + '\u{feff}'.len_utf8() } else { body }
}

/// How far a text is read from `body` on: to the end, or to the start of the line with one sign more than `most`.
///
/// The parser keeps something for everything that may begin or end a part, so counting such signs bounds what it takes.
pub(super) fn end(text: &str, body: usize, most: usize) -> usize {
    let bytes = text.as_bytes();
    if text.len() - body <= most {
        return text.len();
    }
    let (mut signs, mut line) = (0, body);
    for (at, byte) in bytes.iter().enumerate().skip(body) {
        let next = || bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace);
        signs += match byte {
            b'\n' | b'\r' | b'[' | b']' | b'{' | b'*' | b'_' | b'`' | b'<' | b'>' | b'|' | b'&' | b'\\' | b'~' | b'@' | b'=' | 0 => 1,
            b'-' | b'+' if next() => 1,
            _ => 0,
        };
        if signs > most {
            // Within one long line the sign itself is where it ends; all of them are ASCII.
            return if line > body { line } else { at };
        }
        if matches!(byte, b'\n' | b'\r') {
            line = at + 1;
        }
    }
    text.len()
}

/// Masks a text from `body` on.
pub(super) fn mask(text: &str, body: usize, depth: usize) -> Mask<'_> {
    let opaque = opaque(text, body);
    let deep = deep(text, body, depth);
    if opaque.is_empty() && deep.is_empty() {
        return Mask { seen: Cow::Borrowed(text), opaque, deep };
    }
    let mut bytes = text.as_bytes().to_vec();
    for range in &opaque {
        // A word in its place keeps links, emphasis and tables around it whole; a line of statements only says nothing.
        let fill = if is_statement_line(text, range) { b' ' } else { b'x' };
        blank(&mut bytes, range, fill);
    }
    for range in &deep {
        blank(&mut bytes, range, b' ');
    }
    // Whole characters were overwritten with ASCII, so this cannot fail.
    let seen = String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned);
    Mask { seen, opaque, deep }
}

fn blank(bytes: &mut [u8], range: &Range<usize>, fill: u8) {
    for byte in bytes[range.clone()].iter_mut().filter(|byte| !matches!(**byte, b'\n' | b'\r')) {
        *byte = fill;
    }
}

/// Whether a tag is a statement (`{% … %}`, `<% … %>` but not `<%= … %>`) that has its line to itself.
fn is_statement_line(text: &str, range: &Range<usize>) -> bool {
    let tag = &text[range.clone()];
    let alone_before =
        text[..range.start].bytes().rev().take_while(|byte| *byte != b'\n').take(64).all(|byte| byte == b' ' || byte == b'\t');
    let alone_after = text[range.end..].bytes().take_while(|byte| *byte != b'\n').all(|byte| byte.is_ascii_whitespace());
    !tag.starts_with("{{") && !tag.starts_with("<%=") && alone_before && alone_after
}

/// The template tags of a text.
///
/// A tag ends before a blank line and holds no backtick and no second opening of its kind: what looks otherwise is prose
/// about templates.
fn opaque(text: &str, body: usize) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let after = |at: usize, next: &[u8]| bytes.get(at + 1).is_some_and(|byte| next.contains(byte));
    let braces = text[body..].match_indices('{').map(|(at, _)| body + at).filter(|at| after(*at, b"{%"));
    let mut openings: Vec<usize> = braces.collect();
    if text[body..].contains("<%") {
        openings.extend(text[body..].match_indices("<%").map(|(at, _)| body + at));
        openings.sort_unstable();
    }
    let mut tags: Vec<Range<usize>> = Vec::new();
    for start in openings {
        if tags.last().is_none_or(|last| last.end <= start)
            && let Some(end) = closing(bytes, start)
        {
            tags.push(start..end);
        }
    }
    tags
}

/// Where the tag that opens at `start` ends.
fn closing(bytes: &[u8], start: usize) -> Option<usize> {
    let opening = [bytes[start], bytes[start + 1]];
    let closing = match &opening {
        b"{{" => *b"}}",
        b"{%" => *b"%}",
        _ => *b"%>",
    };
    let mut blank = false;
    let mut at = start + 2;
    while at + 1 < bytes.len() {
        let pair = [bytes[at], bytes[at + 1]];
        if pair == closing {
            // `{{{ x }}}`
            let more = bytes[at + 2..].iter().take_while(|byte| opening == *b"{{" && **byte == b'}').count();
            return Some(at + 2 + more);
        }
        match bytes[at] {
            b'`' => return None,
            b'\n' if blank => return None,
            b'\n' => blank = true,
            b' ' | b'\t' | b'\r' => {}
            _ if pair == opening => return None,
            _ => blank = false,
        }
        at += 1;
    }
    None
}

/// The ends of the lines whose quote and list marks go deeper than `depth`.
///
/// Two columns of indentation can hold one level of a list, so they count for one where a mark follows.
fn deep(text: &str, body: usize, depth: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = body;
    for line in text[body..].split_inclusive('\n') {
        // Old line ends begin a line for the parser too.
        let mut at = start;
        for line in line.split_inclusive('\r') {
            if let Some(cut) = deep_mark(line.as_bytes(), depth) {
                found.push(at + cut..at + line.len());
            }
            at += line.len();
        }
        start += line.len();
    }
    found
}

/// Where in a line the first mark stands that is too deep.
fn deep_mark(line: &[u8], depth: usize) -> Option<usize> {
    // A level takes a byte at least, or half a tab.
    if line.len() <= depth / 2 {
        return None;
    }
    let (mut at, mut columns, mut marks) = (0, 0, 0);
    loop {
        match line.get(at)? {
            b' ' => columns += 1,
            b'\t' => columns += 4,
            first => {
                let width = mark(line, at, *first)?;
                marks += 1;
                if marks + columns / 2 > depth {
                    return Some(at);
                }
                at += width;
                // The space after a mark belongs to it.
                columns = columns.saturating_sub(1);
                continue;
            }
        }
        at += 1;
    }
}

/// The width of the quote, list or footnote mark at a byte.
fn mark(line: &[u8], at: usize, first: u8) -> Option<usize> {
    let spaced = |at: usize| line.get(at).is_none_or(u8::is_ascii_whitespace);
    match first {
        b'>' => Some(1),
        b'-' | b'*' | b'+' if spaced(at + 1) => Some(1),
        b'0'..=b'9' => {
            let digits = line[at..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
            let dot = matches!(line.get(at + digits), Some(b'.' | b')'));
            (dot && digits < 10 && spaced(at + digits + 1)).then_some(digits + 1)
        }
        b'[' if line.get(at + 1) == Some(&b'^') => {
            let label = line[at..].iter().take(200).position(|byte| *byte == b']')?;
            (line.get(at + label + 1) == Some(&b':')).then_some(label + 2)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{end, mask};

    #[test]
    fn template_tags_become_words_or_blank_lines() {
        for (text, seen) in [
            ("a {{ b }} c", "a xxxxxxx c"),
            ("a {{{ b }}} c", "a xxxxxxxxx c"),
            ("{% if x %}\ntext\n", "          \ntext\n"),
            ("  <% if x %>\r\ntext\n", "            \r\ntext\n"),
            ("<%= title %>\n===\n", "xxxxxxxxxxxx\n===\n"),
            ("[a]({% link é.md %})", "[a](xxxxxxxxxxxxxxxx)"),
            ("<%= a,\n b %>", "xxxxxx\nxxxxx"),
            ("write `{{` and `}}`", "write `{{` and `}}`"),
            ("{{ a\n\n}}", "{{ a\n\n}}"),
            ("{{ {{ a }}", "{{ xxxxxxx"),
            ("{{", "{{"),
            ("100 %> <%", "100 %> <%"),
        ] {
            assert_eq!(mask(text, 0, 64).seen, seen, "{text}");
        }
    }

    #[test]
    fn a_text_is_read_up_to_the_line_with_too_many_signs() {
        assert_eq!(end("# a\n# b\n# c\n", 0, 2), 8);
        assert_eq!(end("# a\n# b\n# c\n", 4, 2), 12);
        assert_eq!(end("# a\n# b\n# c\n", 0, 3), 12);
        assert_eq!(end("é*é*é*é", 0, 2), 8);
        assert_eq!(end("many words and no signs, and well-known ones", 0, 0), 44);
    }

    #[test]
    fn marks_that_are_too_deep_are_not_read() {
        let lines = |text: &str| mask(text, 0, 4).deep.len();
        assert_eq!(lines(">>>> a\n"), 0);
        assert_eq!(lines(">>>>> a\n"), 1);
        assert_eq!(lines("- - 1. > * a\n"), 1);
        assert_eq!(lines("- - - - a\n"), 0);
        assert_eq!(lines("          - a\r          - b\n"), 2);
        assert_eq!(lines("                    indented without a mark\n"), 0);
    }
}
