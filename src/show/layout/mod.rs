//! Blocks laid out on a screen of so many columns: lines, still without colour.

mod bars;
mod excerpt;
mod facts;
mod hits;
mod table;
mod wrap;

pub(super) use wrap::{cut, wrap};

use super::label::Label;
use super::line::Line;
use super::prose;
use super::view::Block;

/// The narrowest screen that is laid out for; a narrower one wraps by itself.
pub(super) const NARROWEST: usize = 20;

/// The lines of a result on a screen of so many cells.
pub(super) fn lay(blocks: &[Block], width: usize) -> Vec<Line> {
    let width = width.max(NARROWEST);
    let mut lines: Vec<Line> = Vec::new();
    for block in blocks {
        match block {
            Block::Title(line) => lines.extend(wrap(&all(line, Label::Strong), width, width)),
            Block::Heading(line) => {
                if lines.last().is_some_and(|last| !last.is_empty()) {
                    lines.push(Line::new());
                }
                lines.extend(wrap(&all(line, Label::Strong), width, width));
            }
            Block::Line(line) => lines.extend(wrap(line, width, width)),
            Block::Bare(line) => lines.push(line.clone()),
            Block::Blank => lines.push(Line::new()),
            Block::Table(table) => lines.extend(table::lay(table, width)),
            Block::Hits(hits) => lines.extend(hits::lay(hits, width)),
            Block::Items(items) => lines.extend(items.iter().flat_map(|item| hang(item, width, &Line::from("- "), 2))),
            Block::Tree(branches) => lines.extend(branches.iter().flat_map(|(depth, line)| {
                let indent = depth.saturating_mul(2).min(width / 2);
                hang(line, width, &spaces(indent), indent)
            })),
            Block::Excerpt(excerpt) => lines.extend(excerpt::lay(excerpt, width)),
            Block::Prose(markdown) => lines.extend(prose::lay(markdown, width)),
            Block::Bars(bars) => lines.extend(bars::lay(bars, width)),
            Block::Facts(facts) => lines.extend(facts::lay(facts, width)),
        }
    }
    lines
}

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

fn spaces(count: usize) -> Line {
    Line::from(" ".repeat(count))
}

/// A line with spaces behind it, or before it if `right`, up to a width.
fn pad(line: Line, width: usize, right: bool) -> Line {
    let missing = spaces(width.saturating_sub(line.width()));
    if right { missing.then(line) } else { line.then(missing) }
}
