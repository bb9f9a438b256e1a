//! The plain text of a document, in order, each piece with the bytes that it stands for.

use std::ops::Range;

/// What kind of text a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// A heading of this level, code in it included.
    Heading(u8),
    /// Paragraphs, list items, table cells, visible text of HTML.
    Body,
    /// Code blocks and code spans.
    Code,
    /// The text that stands in for a picture.
    Alt,
}

/// A piece of plain text.
///
/// Runs come in the order of the text. Runs of one `block` may hold one phrase; runs of different blocks (paragraphs, items, table cells)
/// never do. Within a block a run either continues the word that the run before it ended in (`glued`), as `ld` does in
/// `**bo**ld`, or begins after a space or line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What kind of text it is.
    pub zone: Zone,
    /// The block it belongs to, counted from 0.
    pub block: u32,
    /// Whether nothing but markup stands between it and the run before it.
    pub glued: bool,
    /// The bytes of the file that it stands for.
    pub span: Range<usize>,
    /// The text, only where it is not what stands in the file: entities, code that spans lines.
    pub text: Option<Box<str>>,
}

impl Run {
    /// The text of the run; `source` is the file that was read.
    pub fn text<'t>(&'t self, source: &'t str) -> &'t str {
        match &self.text {
            Some(text) => text,
            None => source.get(self.span.clone()).unwrap_or_default(),
        }
    }
}

/// A run of the block that is being read, before it is known what else it is.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) run: Run,
    /// Whether it is code, the text of a link or of a picture, where nobody is mentioned and no wikilink begins.
    pub(super) quiet: bool,
}

/// The pieces as one line of at most about `limit` bytes.
pub(super) fn join<'p>(pieces: impl IntoIterator<Item = &'p Piece>, source: &str, limit: usize) -> String {
    let mut line = String::new();
    for piece in pieces {
        if line.len() >= limit {
            break;
        }
        append(&mut line, &piece.run, source);
    }
    line
}

/// Adds a run to a line of text: a space where it begins a word, line ends as spaces.
pub(super) fn append(line: &mut String, run: &Run, source: &str) {
    append_part(line, run.glued, run.text(source));
}

/// Adds part of a run's text to a line.
pub(super) fn append_part(line: &mut String, glued: bool, text: &str) {
    if !glued && !line.is_empty() && !line.ends_with([' ', '\n']) {
        line.push(' ');
    }
    if text.contains(['\n', '\r']) {
        line.extend(text.chars().filter(|letter| *letter != '\r').map(|letter| if letter == '\n' { ' ' } else { letter }));
    } else {
        line.push_str(text);
    }
}

/// What happens to bytes of pieces that turn out to be markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    /// They are no text.
    Drop,
    /// They are the text of a link.
    Quiet,
}

/// Carries out edits, which are in order and do not overlap, on pieces in order.
pub(super) fn edit(pieces: &mut Vec<Piece>, edits: &[(Range<usize>, Edit)]) {
    let mut edited = Vec::with_capacity(pieces.len() + edits.len());
    let mut next = 0;
    for piece in pieces.drain(..) {
        while edits.get(next).is_some_and(|(range, _)| range.end <= piece.run.span.start) {
            next += 1;
        }
        split(piece, &edits[next..], &mut edited);
    }
    *pieces = edited;
}

/// Adds what the edits leave of one piece.
fn split(mut piece: Piece, edits: &[(Range<usize>, Edit)], edited: &mut Vec<Piece>) {
    for (range, edit) in edits {
        if range.start >= piece.run.span.end {
            break;
        }
        let inside = range.start.max(piece.run.span.start)..range.end.min(piece.run.span.end);
        if piece.run.text.is_some() {
            // A decoded piece is one thing: it goes or it stays.
            if *edit == Edit::Drop {
                return;
            }
            piece.quiet = true;
            continue;
        }
        if piece.run.span.start < inside.start {
            let mut head = piece.clone();
            head.run.span.end = inside.start;
            edited.push(head);
            piece.run.glued = true;
        }
        if *edit == Edit::Quiet && !inside.is_empty() {
            let mut middle = piece.clone();
            middle.run.span = inside.clone();
            middle.quiet = true;
            edited.push(middle);
            piece.run.glued = true;
        }
        piece.run.span.start = inside.end;
        if piece.run.span.is_empty() {
            return;
        }
    }
    edited.push(piece);
}
