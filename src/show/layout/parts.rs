//! What every layout is put together from: indents, padding, a label for words without one.

use crate::show::label::Label;
use crate::show::line::Line;

use super::wrap::wrap;

/// A line after a prefix, its further lines indented.
pub(super) fn hang(line: &Line, width: usize, prefix: &Line, indent: usize) -> Vec<Line> {
    let first = width.saturating_sub(prefix.width());
    let wrapped = wrap(line, first, width.saturating_sub(indent));
    let before = |at: usize| if at == 0 { prefix.clone() } else { spaces(indent) };
    wrapped.into_iter().enumerate().map(|(at, part)| before(at).then(part)).collect()
}

/// The same words, those without a meaning of their own under a label.
pub(super) fn all(line: &Line, label: Label) -> Line {
    line.pieces().iter().fold(Line::new(), |line, piece| {
        let own = if piece.label() == Label::Plain { label } else { piece.label() };
        line.with(own, piece.text())
    })
}

/// So many of them.
pub(super) fn spaces(count: usize) -> Line {
    Line::from(" ".repeat(count))
}

/// A line with spaces behind it, or before it if `right`, up to a width.
pub(super) fn pad(line: Line, width: usize, right: bool) -> Line {
    let missing = spaces(width.saturating_sub(line.width()));
    if right { missing.then(line) } else { line.then(missing) }
}
