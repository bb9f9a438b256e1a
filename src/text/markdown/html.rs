//! Raw HTML in Markdown, read just far enough for its links, anchors, comments, headings and visible text.

use std::borrow::Cow;
use std::ops::Range;

/// A part of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// `<!-- text -->`; the range of the text.
    Comment(Range<usize>),
    /// An opening or closing tag, its name in lower case.
    Tag { name: String, closes: bool, attributes: Vec<Attribute> },
    /// Text between tags.
    Text,
}

/// An attribute of a tag that has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    /// Its name in lower case.
    pub(super) name: String,
    /// Where its value stands, without quotes.
    pub(super) value: Range<usize>,
}

/// The parts of a range of raw HTML, each with all its bytes.
pub(super) struct Parts<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    /// The element whose content is not text for people, until its end tag.
    raw: Option<&'static str>,
}

impl<'t> Parts<'t> {
    pub(super) fn new(text: &'t str, range: Range<usize>) -> Self {
        Self { text, at: range.start, end: range.end, raw: None }
    }

    fn search(&self, from: usize, what: &str) -> Option<usize> {
        self.text.get(from..self.end)?.find(what).map(|at| from + at)
    }

    fn starts_with(&self, what: &str) -> bool {
        self.text.as_bytes()[self.at..self.end].starts_with(what.as_bytes())
    }

    /// Passes over `<script>` and the like; what it holds is no part.
    fn skip_raw(&mut self) {
        let Some(name) = self.raw.take() else { return };
        let bytes = &self.text.as_bytes()[self.at..self.end];
        let closes = |window: &[u8]| window.starts_with(b"</") && window[2..].eq_ignore_ascii_case(name.as_bytes());
        self.at = bytes.windows(name.len() + 2).position(closes).map_or(self.end, |at| self.at + at);
    }

    /// Reads the tag at the current place, which is a `<`; what is never closed ends with the text.
    fn tag(&mut self) -> Part {
        let bytes = self.text.as_bytes();
        let end = self.end;
        let until = |from: usize, stop: fn(u8) -> bool| (from..end).find(|at| stop(bytes[*at])).unwrap_or(end);
        let mut at = self.at + 1;
        let closes = bytes.get(at) == Some(&b'/');
        at += usize::from(closes);
        let name_end = until(at, |byte| !(byte.is_ascii_alphanumeric() || byte == b'-'));
        let name = self.text[at..name_end].to_ascii_lowercase();
        let mut attributes = Vec::new();
        at = name_end;
        loop {
            at = until(at, |byte| !(byte.is_ascii_whitespace() || byte == b'/'));
            if at >= end || bytes[at] == b'>' {
                break;
            }
            let start = at;
            at = until(at + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/'));
            let name = start..at;
            let equals = until(at, |byte| !byte.is_ascii_whitespace());
            if equals >= end || bytes[equals] != b'=' {
                continue;
            }
            at = until(equals + 1, |byte| !byte.is_ascii_whitespace());
            let value = match bytes.get(at).filter(|_| at < end) {
                Some(quote @ (b'"' | b'\'')) => {
                    let close = (at + 1..end).find(|at| bytes[*at] == *quote).unwrap_or(end);
                    at + 1..close
                }
                _ => at..until(at, |byte| byte.is_ascii_whitespace() || byte == b'>'),
            };
            at = if value.start > at { (value.end + 1).min(end) } else { value.end };
            if self.text.is_char_boundary(name.start) && self.text.is_char_boundary(name.end) {
                attributes.push(Attribute { name: self.text[name].to_ascii_lowercase(), value });
            }
        }
        self.at = (at + 1).min(end);
        if !closes {
            self.raw = ["script", "style", "template"].into_iter().find(|raw| *raw == name);
        }
        Part::Tag { name, closes, attributes }
    }
}

impl Iterator for Parts<'_> {
    type Item = (Part, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_raw();
        while self.at < self.end {
            let start = self.at;
            let next = self.text.as_bytes().get(start + 1).copied().unwrap_or_default();
            if self.starts_with("<!--") {
                let inner = (start + 4).min(self.end);
                let close = self.search(inner, "-->").unwrap_or(self.end);
                self.at = (close + 3).min(self.end);
                return Some((Part::Comment(inner..close), start..self.at));
            }
            if self.starts_with("<!") || self.starts_with("<?") {
                self.at = self.search(start, ">").map_or(self.end, |at| at + 1);
                continue;
            }
            if self.starts_with("<") && (next.is_ascii_alphabetic() || next == b'/') {
                let part = self.tag();
                return Some((part, start..self.at));
            }
            let from = start + usize::from(self.starts_with("<"));
            self.at = self.search(from, "<").unwrap_or(self.end);
            return Some((Part::Text, start..self.at));
        }
        None
    }
}

/// Whether a tag stands within a line of text, so that what is around it is one block.
pub(super) fn is_inline(name: &str) -> bool {
    let inline = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
    ];
    inline.binary_search(&name).is_ok()
}

/// The level of `h1` to `h6`.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// The entity at the start of a text: how many bytes it takes and what it stands for; nothing for one of the thousands that are not known here.
pub(super) fn entity(text: &str) -> Option<(usize, Option<char>)> {
    let inner = text.strip_prefix('&')?;
    let length = inner.bytes().take(33).position(|byte| byte == b';')?;
    let name = inner.get(..length)?;
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    let letter = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => number.and_then(char::from_u32),
    };
    let named = name.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !name.is_empty();
    (named || number.is_some()).then_some((length + 2, letter))
}

/// The value of an attribute, entities resolved.
pub(super) fn unescape(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut plain = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (length, letter) = match entity(rest) {
            Some((length, Some(letter))) => (length, letter),
            _ => (1, '&'),
        };
        plain.push(letter);
        rest = &rest[length..];
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::{Part, Parts, unescape};

    fn shown(html: &str) -> String {
        let part = |(part, range): (Part, std::ops::Range<usize>)| match part {
            Part::Comment(text) => format!("#{}", &html[text]),
            Part::Tag { name, closes, attributes } => {
                let values: Vec<_> = attributes.iter().map(|one| format!(" {}={}", one.name, &html[one.value.clone()])).collect();
                format!("<{}{name}{}", if closes { "/" } else { "" }, values.concat())
            }
            Part::Text => html[range].to_owned(),
        };
        Parts::new(html, 0..html.len()).map(part).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn tags_text_and_comments_are_told_apart() {
        for (html, parts) in [
            ("<p align=center>a <B>b</B></p>", "<p align=center|a |<b|b|</b|</p"),
            ("<a id='x' HREF=\"y z\" hidden>", "<a id=x href=y z"),
            ("<img src=a/b.png/>", "<img src=a/b.png/"),
            ("<img\n src='é'/>t", "<img src=é|t"),
            ("<!-- a --> b<!-- c", "# a | b|# c"),
            ("<!---->a", "#|a"),
            ("<!DOCTYPE html><?php ?>a", "a"),
            ("<script>if (a < b) '<p>'</SCRIPT>c", "<script|</script|c"),
            ("a < b <3", "a |< b |<3"),
            ("<a b='", "<a b="),
            ("<", "<"),
            ("<é>", "<é>"),
            ("<a é='b'>", "<a é=b"),
        ] {
            assert_eq!(shown(html), parts, "{html}");
        }
    }

    #[test]
    fn entities_are_resolved() {
        assert_eq!(unescape("?a=1&amp;b=&#65;&#x42;&c"), "?a=1&b=AB&c");
        assert_eq!(unescape("&&;&#;&nosuch;"), "&&;&#;&nosuch;");
    }
}
