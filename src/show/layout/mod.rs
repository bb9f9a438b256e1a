//! Blocks laid out on a screen of so many columns: lines, still without colour.

mod bars;
mod excerpt;
mod facts;
mod hits;
mod parts;
mod prose;
mod table;
mod wrap;

use super::label::Label;
use super::line::Line;
use super::view::Block;
use parts::{all, hang, spaces};
use wrap::wrap;

/// The narrowest screen that is laid out for; a narrower one wraps by itself.
pub(super) const NARROWEST: usize = 20;

/// What goes on of an entry in a tree stands so much deeper than it began.
const DEEPER: usize = 2;

/// The lines of a result on a screen of so many cells.
pub fn lay(blocks: &[Block], width: usize) -> Vec<Line> {
    lay_on(blocks, width, true)
}

/// The lines of a result that goes to a file or a program: texts have the width of a screen, while rows, what was found and what is said
/// of a place are as long as they are.
pub(super) fn lay_whole(blocks: &[Block], width: usize) -> Vec<Line> {
    lay_on(blocks, width, false)
}

fn lay_on(blocks: &[Block], width: usize, screen: bool) -> Vec<Line> {
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
            Block::Table(table) if screen => lines.extend(table::lay(table, width)),
            Block::Table(table) => lines.extend(table::lay_whole(table)),
            Block::Hits(hits) if screen => lines.extend(hits::lay(hits, width, false)),
            Block::Close(hits) if screen => lines.extend(hits::lay(hits, width, true)),
            Block::Hits(hits) | Block::Close(hits) => lines.extend(hits::lay_whole(hits)),
            Block::Items(items) => lines.extend(items.iter().flat_map(|item| hang(item, width, &Line::from("- "), 2))),
            Block::Tree(branches) => lines.extend(branches.iter().flat_map(|(depth, line)| {
                let indent = depth.saturating_mul(2).min(width / 2);
                // What goes on is not taken for the next entry.
                hang(line, width, &spaces(indent), indent + DEEPER)
            })),
            Block::Excerpt(excerpt) if screen => lines.extend(excerpt::lay(excerpt, width)),
            Block::Excerpt(excerpt) => lines.extend(excerpt::lay_whole(excerpt)),
            Block::Prose(markdown) => lines.extend(prose::lay(markdown, width)),
            Block::Bars(bars) => lines.extend(bars::lay(bars, width)),
            Block::Facts(facts) => lines.extend(facts::lay(facts, width)),
        }
    }
    lines
}
