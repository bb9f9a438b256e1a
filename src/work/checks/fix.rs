//! What several rules propose as a fix.

use crate::base::path::way;
use crate::model::finding::{Mend, Safety};
use crate::text::markdown::Link;

use super::page::Page;

/// A link that leads to another path, with what stood behind the path.
pub(super) fn link(page: &Page<'_>, link: &Link, to: &str, safety: Safety) -> Mend {
    let written = page.document.text.get(link.target_span.clone()).unwrap_or_default();
    let rest = written.find(['#', '?']).map_or("", |at| &written[at..]);
    Mend::text(link.target_span.clone(), way(&page.document.path, to) + rest, safety)
}

/// A value of the front matter that is another word.
pub(super) fn word(page: &Page<'_>, span: std::ops::Range<usize>, was: &str, with: &str, safety: Safety) -> Option<Mend> {
    // Between quotes or behind an anchor another span would have to go.
    let stands = page.document.text.get(span.clone()) == Some(was);
    let is_plain = with.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    (stands && is_plain).then(|| Mend::text(span, with, safety))
}
