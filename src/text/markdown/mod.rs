//! Markdown: one pass over a text that keeps what cop works with.
//!
//! The dialect is `CommonMark` with GitHub's tables, task lists, footnotes, strikethrough and alerts, and wikilinks. Every range is in
//! bytes of the whole file, so that a change can be made in place. Reading never fails: any bytes that are text give a [`Markdown`].

mod document;
mod html;
mod links;
mod mask;
mod mentions;
mod outline;
mod plain;
mod render;
mod runs;
mod tasks;
mod walk;
mod wiki;

pub use document::{Anchor, Comment, Markdown};
pub use links::{LONGEST_TEXT, Link, LinkForm, Undefined, decode};
pub use mentions::Mention;
pub use outline::{Heading, HeadingIds, heading_id};
pub use plain::{code, escaped};
pub use render::{Block, Inline, Prose, Style, blocks};
pub use runs::{Run, Zone};
pub use tasks::Task;

use crate::base::limits::Limits;

/// Reads the text of a file from byte `body` on, where its front matter ends.
///
/// `style` says whose rules make the ids of headings. A byte order mark at `body` is passed over; a `body` outside the text or inside a character
/// is moved to the next place that is neither.
pub fn read(text: &str, body: usize, style: HeadingIds, limits: &Limits) -> Markdown {
    walk::read(text, mask::start(text, body), style, limits)
}

#[cfg(test)]
mod tests;
