//! A document's Markdown as it reads in a terminal.

use super::clean;
use super::line::Line;

/// The lines of a document on a screen of so many cells.
pub(super) fn lay(markdown: &str, width: usize) -> Vec<Line> {
    clean::lines(markdown).lines().flat_map(|line| super::layout::wrap(&line.into(), width, width)).collect()
}
