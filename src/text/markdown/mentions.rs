//! Mentions: `@handle` where a person means a person.

use std::ops::Range;

use super::runs::{Piece, Zone};

/// A mention of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The handle as written, without `@`.
    pub handle: String,
    /// From `@` to its end.
    pub span: Range<usize>,
}

/// Whether a character can be part of a handle.
fn in_handle(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_')
}

/// Adds the mentions of one block.
///
/// Not counted: what is in code, in the text of a link or after a backslash; addresses (`a@b.nl`, `@a@b.social`, `@a:b.org`), teams and packages
/// (`@org/team`), calls (`@name(…)`), and anything in a path or an address of the web.
pub(super) fn find(seen: &str, pieces: &[Piece], mentions: &mut Vec<Mention>) {
    for (index, piece) in pieces.iter().enumerate() {
        if piece.quiet || piece.run.text.is_some() || piece.run.zone == Zone::Code {
            continue;
        }
        let Some(text) = seen.get(piece.run.span.clone()).filter(|text| text.contains('@')) else { continue };
        let start = piece.run.span.start;
        // Where the word that is being read begins, so that an address is seen as a whole without reading it again and again.
        let (mut word, mut address) = (0, false);
        let mut read = 0;
        let mut last_end = None;
        for (at, _) in text.match_indices('@') {
            if at < read {
                continue;
            }
            if let Some(space) = text[read..at].rfind(char::is_whitespace) {
                word = read + space;
                address = false;
            }
            address |= is_address(&text[word.max(read)..at]);
            read = at + 1;
            let before = seen[..start + at].chars().next_back();
            let handed_on = before == Some('/') && last_end.is_some_and(|end| end + 1 == at);
            if address || !(may_precede(before, at == 0) || handed_on) {
                continue;
            }
            let Some((handle, end)) = handle(seen, pieces, index, start + at + 1) else { continue };
            if ends_handle(seen, end) {
                mentions.push(Mention { handle, span: start + at..end });
                read = (end - start).clamp(read, text.len());
                last_end = Some(read);
            }
        }
    }
}

/// Whether part of a word shows that it is an address of the web.
fn is_address(part: &str) -> bool {
    part.contains("://") || part.trim_start().starts_with("www.") || part.trim_start().starts_with("mailto:")
}

/// Whether a mention may follow a character; `first` says that only markup stands between them.
fn may_precede(before: Option<char>, first: bool) -> bool {
    match before {
        None => true,
        Some('_') => first,
        Some('/' | '\\' | '.' | '-' | '=' | '+' | '%' | '&' | '#' | '@' | '$' | '`') => false,
        Some(letter) => !letter.is_alphanumeric(),
    }
}

/// The handle that begins at a byte, and where it ends; an escaped `_` in it is read on into the next piece.
fn handle(seen: &str, pieces: &[Piece], index: usize, from: usize) -> Option<(String, usize)> {
    let mut handle = String::new();
    let mut end = from;
    for (piece, at) in pieces[index..].iter().zip(std::iter::once(from).chain(pieces[index + 1..].iter().map(|piece| piece.run.span.start)))
    {
        let continues =
            at == from || (at == end + 1 && seen.as_bytes().get(end) == Some(&b'\\') && piece.run.text.is_none() && !piece.quiet);
        if !continues {
            break;
        }
        let text = seen.get(at..piece.run.span.end)?;
        let length = text.find(|letter| !in_handle(letter)).unwrap_or(text.len());
        handle.push_str(&text[..length]);
        end = at + length;
        if length < text.len() || length == 0 {
            break;
        }
    }
    let trimmed = handle.trim_end_matches('-').len();
    end -= handle.len() - trimmed;
    handle.truncate(trimmed);
    handle.contains(char::is_alphanumeric).then_some((handle, end))
}

/// Whether what follows leaves it a handle.
fn ends_handle(seen: &str, end: usize) -> bool {
    let mut rest = seen[end..].chars();
    let next = rest.next();
    let after = rest.next();
    match next {
        Some('@' | '(') => false,
        Some('/' | '.' | ':') => !after.is_some_and(char::is_alphanumeric),
        _ => true,
    }
}
