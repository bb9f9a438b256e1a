//! What a text holds, and what can be asked of that.

use std::ops::Range;

use super::links::{Link, Undefined};
use super::mentions::Mention;
use super::outline::Heading;
use super::runs::{Run, append_part};
use super::tasks::Task;
use crate::base::problem::Problem;

/// What a text holds; each list is in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Markdown {
    /// Headings of every level.
    pub headings: Vec<Heading>,
    /// Links and pictures of every form.
    pub links: Vec<Link>,
    /// Reference links without a definition.
    pub undefined: Vec<Undefined>,
    /// `@handle`s.
    pub mentions: Vec<Mention>,
    /// Task items.
    pub tasks: Vec<Task>,
    /// HTML comments outside code.
    pub comments: Vec<Comment>,
    /// Places that a link's fragment can name, other than by a heading's own id: `id` and `name` in HTML, `{#id}` at a heading.
    pub anchors: Vec<Anchor>,
    /// Raw HTML: whole blocks and single tags, comments included.
    pub html: Vec<Range<usize>>,
    /// Code blocks with their fences and code spans with their backticks.
    pub code: Vec<Range<usize>>,
    /// Template tags outside code: `<% %>`, `{{ }}`, `{% %}`.
    pub opaque: Vec<Range<usize>>,
    /// The plain text.
    pub runs: Vec<Run>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// An HTML comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What it says, without the spaces around it.
    pub text: String,
    /// From `<!--` to `-->`, or to where its block ends if it is never closed.
    pub span: Range<usize>,
}

/// A place with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Its name, as a fragment says it.
    pub id: String,
    /// Where the name is given.
    pub span: Range<usize>,
}

impl Markdown {
    /// The heading that names the document: the first of level 1, else one that begins the text and stands above all others. One of
    /// several of its level names a section, and headings without text, and those inside quotes, items and footnotes, name nothing.
    pub fn first_heading(&self) -> Option<&Heading> {
        let named = || self.headings.iter().filter(|heading| !heading.nested && !heading.text.is_empty());
        let begins = |first: &Heading| self.runs.first().is_none_or(|run| run.span.start >= first.span.start);
        let top = || named().next().filter(|first| begins(first) && named().skip(1).all(|other| other.level > first.level));
        named().find(|heading| heading.level == 1).or_else(top)
    }

    /// The plain text of a range of the file that was read, without markup, for excerpts: a line a block.
    pub fn plain(&self, source: &str, range: Range<usize>) -> String {
        let first = self.runs.partition_point(|run| run.span.end <= range.start);
        let mut lines = String::new();
        let mut block = None;
        for run in self.runs[first..].iter().take_while(|run| run.span.start < range.end) {
            let same_block = block.replace(run.block) == Some(run.block);
            if !same_block && !lines.is_empty() && !lines.ends_with('\n') {
                lines.push('\n');
            }
            let inside = run.span.start.max(range.start)..run.span.end.min(range.end);
            let part = if run.text.is_some() { Some(run.text(source)) } else { source.get(inside) };
            append_part(&mut lines, run.glued, part.unwrap_or_default());
        }
        lines.truncate(lines.trim_end().len());
        lines
    }
}
