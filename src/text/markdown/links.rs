//! Links: every form that leads somewhere, with the bytes in which it says where.

use std::borrow::Cow;
use std::ops::Range;

/// How a link is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkForm {
    /// `[text](target)`
    Inline,
    /// `[text][label]`, `[label][]` or `[label]`, with a definition elsewhere.
    Reference,
    /// `<https://…>` or `<anna@example.org>`
    Autolink,
    /// `![text](target)`
    Image,
    /// `![text][label]`
    ReferenceImage,
    /// `[[slug]]`, `[[slug|text]]`, `[[slug#heading]]`
    Wiki,
    /// `![[slug]]`
    Embed,
    /// `<a href="target">`
    Html,
    /// `<img src="target">`, and anything else with a `src`.
    HtmlImage,
}

impl LinkForm {
    /// Whether it shows its target instead of leading to it.
    pub fn is_image(self) -> bool {
        matches!(self, Self::Image | Self::ReferenceImage | Self::Embed | Self::HtmlImage)
    }

    /// Whether its target is the name of a document rather than an address.
    pub fn is_wiki(self) -> bool {
        matches!(self, Self::Wiki | Self::Embed)
    }
}

/// A link in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// How it is written.
    pub form: LinkForm,
    /// Where it leads: escapes and entities are resolved, percent signs are not ([`decode`]); `mailto:` is added to an e-mail address.
    pub target: String,
    /// Whether a template tag is part of the target, so that nobody can say where it leads; `target` is then as written.
    pub opaque: bool,
    /// The text that is shown, plain, at most about [`LONGEST_TEXT`] bytes; the alternative text of a picture.
    pub text: String,
    /// Its title, often empty.
    pub title: String,
    /// All of the link.
    pub span: Range<usize>,
    /// The bytes of the target, which replacing makes the link lead elsewhere: without `<>` or quotes, with the fragment; in the definition of a
    /// reference link.
    pub target_span: Range<usize>,
}

/// How much of a link's text is kept.
pub const LONGEST_TEXT: usize = 1000;

impl Link {
    /// The target without its fragment; empty for a link within the document.
    pub fn path(&self) -> &str {
        self.target.split_once('#').map_or(&self.target, |(path, _)| path)
    }
}

/// A `[text][label]` or `[label][]` whose label is defined nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undefined {
    /// The label, as written.
    pub label: String,
    /// All of the would-be link.
    pub span: Range<usize>,
}

/// A target with its percent signs resolved; as it is where that gives no UTF-8.
pub fn decode(target: &str) -> Cow<'_, str> {
    if !target.contains('%') {
        return Cow::Borrowed(target);
    }
    let bytes = target.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).map_or(Cow::Borrowed(target), Cow::Owned)
}

/// Where the destination of an inline link stands; `from` is the end of its text, `end` that of the link.
pub(super) fn inline_destination(seen: &str, from: usize, end: usize) -> Range<usize> {
    let open = seen.get(from..end).and_then(|rest| rest.find("](")).map_or(end, |at| from + at + 2);
    destination(seen, open.min(end), end)
}

/// Where the destination of a definition stands.
pub(super) fn defined_destination(seen: &str, definition: Range<usize>) -> Range<usize> {
    let bytes = seen.as_bytes();
    let mut at = definition.start;
    while at < definition.end {
        match bytes[at] {
            b'\\' => at += 2,
            b']' => return destination(seen, (at + 2).min(definition.end), definition.end),
            _ => at += 1,
        }
    }
    definition.end..definition.end
}

/// The destination that begins at or after `from`: in `<>`, or up to a space or the bracket that closes the link.
fn destination(seen: &str, from: usize, end: usize) -> Range<usize> {
    let bytes = seen.as_bytes();
    let mut start = from;
    while start < end && bytes[start].is_ascii_whitespace() {
        let line_end = bytes[start] == b'\n';
        start += 1;
        // A destination on the next line of a quote.
        while line_end && start < end && matches!(bytes[start], b' ' | b'\t' | b'>') {
            start += 1;
        }
    }
    let angled = bytes.get(start) == Some(&b'<') && start < end;
    start += usize::from(angled);
    let (mut at, mut depth) = (start, 0usize);
    while at < end {
        match bytes[at] {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
            b'>' if angled => break,
            _ if angled => {}
            b'(' => depth += 1,
            b')' if depth == 0 => break,
            b')' => depth -= 1,
            byte if byte.is_ascii_whitespace() => break,
            _ => {}
        }
        at += 1;
    }
    start..at.min(end)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn percent_signs_are_resolved() {
        for (target, decoded) in [
            ("a%20b", "a b"),
            ("caf%C3%A9", "café"),
            ("100%", "100%"),
            ("%zz%4", "%zz%4"),
            ("%ff", "%ff"),
            ("é%20", "é "),
            ("plain", "plain"),
        ] {
            assert_eq!(decode(target), decoded, "{target}");
        }
    }
}
