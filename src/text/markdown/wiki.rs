//! Wikilinks, which `CommonMark` does not know: `[[slug]]`, `[[slug|text]]`, `[[slug#heading]]`, `![[embed]]`.
//!
//! They are looked for in what is left as text when everything `CommonMark` has been read, so that `[[1]](address)`, `[[label]]` with
//! a definition, and code stay what a git host makes of them.

use std::ops::Range;

use super::links::{Link, LinkForm};
use super::runs::{Edit, Piece, Zone, edit};

/// The longest name and the longest text of a wikilink, in bytes.
const LONGEST: usize = 500;

/// A wikilink within a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wiki {
    /// All of it, from `[[` or `![[` to `]]`.
    pub(super) span: Range<usize>,
    /// The name and what follows `#` in it.
    pub(super) name: Range<usize>,
    /// What is shown.
    pub(super) shown: Range<usize>,
    /// Whether it begins with `!`.
    pub(super) embed: bool,
}

/// The wikilink whose `[[` stands at `open`, if it is one; `start` is where the text before it begins.
pub(super) fn at(text: &str, start: usize, open: usize, end: usize) -> Option<Wiki> {
    let bytes = text.as_bytes();
    let end = end.min(bytes.len());
    let stop = |byte: &u8| matches!(*byte, b'[' | b']' | b'|' | b'\n' | b'\r' | b'<' | b'`');
    let from = open + 2;
    let name_end = from + bytes.get(from..end)?.iter().take(LONGEST).position(stop)?;
    let (name, shown) = match bytes[name_end] {
        b']' => (from..name_end, from..name_end),
        b'|' => {
            // Within a table the bar is escaped.
            let escaped = usize::from(bytes[name_end - 1] == b'\\');
            let stop = |byte: &u8| matches!(*byte, b'[' | b']' | b'\n' | b'\r');
            let shown = name_end + 1;
            let shown_end = shown + bytes[shown..end].iter().take(LONGEST).position(stop)?;
            (from..name_end - escaped, shown..shown_end)
        }
        _ => return None,
    };
    if !bytes.get(shown.end..end)?.starts_with(b"]]") {
        return None;
    }
    let close = shown.end + 2;
    let name = trimmed(text, name)?;
    let shown = trimmed(text, shown).unwrap_or(name.clone());
    let embed = open > start && bytes[open - 1] == b'!' && !(open - 1 == start && is_escaped(bytes, start));
    Some(Wiki { span: open - usize::from(embed)..close, name, shown, embed })
}

/// A range without the spaces around its text; `None` where nothing else is in it.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inner = text.get(range.clone())?;
    let start = range.start + inner.len() - inner.trim_start().len();
    let length = inner.trim().len();
    (length > 0).then_some(start..start + length)
}

/// Whether the first character of a piece of text is there because of a backslash before it.
fn is_escaped(bytes: &[u8], start: usize) -> bool {
    start > 0 && bytes[start - 1] == b'\\'
}

/// Finds the next `[[` of a text in which `start` begins it, at or after `from`; the last two of a row of brackets.
pub(super) fn next_open(text: &str, start: usize, from: usize, end: usize) -> Option<usize> {
    let mut from = from;
    loop {
        let mut open = from + text.get(from..end)?.find("[[")?;
        while open + 2 < end && text.as_bytes()[open + 2] == b'[' {
            open += 1;
        }
        if open > start || !is_escaped(text.as_bytes(), start) {
            return Some(open);
        }
        from = open + 2;
    }
}

/// Takes the wikilinks out of a block's pieces: their brackets and names are no text, what they show is quiet.
pub(super) fn take(source: &str, seen: &str, pieces: &mut Vec<Piece>, links: &mut Vec<Link>) {
    let is_text = |piece: &Piece| !piece.quiet && piece.run.text.is_none() && !matches!(piece.run.zone, Zone::Code | Zone::Alt);
    let end = pieces.last().map_or(0, |piece| piece.run.span.end);
    let mut edits = Vec::new();
    let mut done = 0;
    for piece in pieces.iter().filter(|piece| is_text(piece)) {
        let span = &piece.run.span;
        let mut from = span.start.max(done);
        while let Some(open) = next_open(seen, span.start, from, span.end) {
            from = open + 2;
            let Some(wiki) = at(seen, span.start, open, end) else { continue };
            // What closes it must be text too, and no template tag may be in its name.
            let close = pieces.partition_point(|piece| piece.run.span.end < wiki.span.end);
            let whole = pieces.get(close).is_some_and(|piece| is_text(piece) && piece.run.span.start <= wiki.span.end - 2);
            if !whole || source[wiki.name.clone()] != seen[wiki.name.clone()] {
                continue;
            }
            links.push(Link {
                form: if wiki.embed { LinkForm::Embed } else { LinkForm::Wiki },
                target: seen[wiki.name.clone()].to_owned(),
                opaque: false,
                text: source[wiki.shown.clone()].to_owned(),
                title: String::new(),
                span: wiki.span.clone(),
                target_span: wiki.name,
            });
            edits.push((wiki.span.start..wiki.shown.start, Edit::Drop));
            edits.push((wiki.shown.clone(), Edit::Quiet));
            edits.push((wiki.shown.end..wiki.span.end, Edit::Drop));
            (done, from) = (wiki.span.end, wiki.span.end);
        }
    }
    if !edits.is_empty() {
        edit(pieces, &edits);
    }
}
