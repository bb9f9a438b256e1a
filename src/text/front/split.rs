//! Where a file's front matter ends and its text begins.

use std::ops::Range;

use crate::base::problem::Problem;

/// The parts of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// The bytes between the `---` lines, without them; `None` where a file has no front matter.
    pub front: Option<Range<usize>>,
    /// The byte at which the text begins, after the closing fence and its line end.
    pub body: usize,
    /// Blank lines before the fence, a fence that is never closed, a fence of another form.
    pub problems: Vec<Problem>,
}
