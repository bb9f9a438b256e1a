//! What happens where a block ends: only then is it known what its text holds.

use std::ops::Range;

use super::{Name, Walk};
use crate::text::markdown::document::{Anchor, Markdown};
use crate::text::markdown::outline::{Heading, HeadingIds, Ids, attributes, set_sections};
use crate::text::markdown::runs::{Piece, Run, Zone, join};
use crate::text::markdown::tasks::Task;
use crate::text::markdown::{mentions, wiki};

/// How much of a heading's or task's text is kept, in bytes.
const LONGEST_LINE: usize = 2000;

impl Walk<'_> {
    pub(super) fn close_heading(&mut self, end: usize) {
        let Some((level, start)) = self.heading.take() else { return };
        let end = start + self.source.get(start..end).unwrap_or_default().trim_end().len();
        self.flush(Some((level, start..end)));
    }

    /// Ends the block that is being read; `heading` says that it was one.
    pub(super) fn flush(&mut self, heading: Option<(u8, Range<usize>)>) {
        self.glued = false;
        self.html_link = None;
        if self.pieces.is_empty() && heading.is_none() && self.task.is_none() {
            return;
        }
        let mut pieces = std::mem::take(&mut self.pieces);
        if let Some((_, span)) = &heading {
            self.name_heading(&mut pieces, span);
        }
        wiki::take(self.source, self.seen, &mut pieces, &mut self.out.links);
        let mentioned = self.out.mentions.len();
        mentions::find(self.seen, &pieces, &mut self.out.mentions);
        if let Some((level, span)) = heading {
            let words = pieces.iter().filter(|piece| piece.run.zone != Zone::Alt);
            let mut text = join(words, self.source, LONGEST_LINE).trim().to_owned();
            if text.is_empty() {
                join(&pieces, self.source, LONGEST_LINE).trim().clone_into(&mut text);
            }
            let section = span.start..span.end;
            self.out.headings.push(Heading { level, text, id: String::new(), span, section, nested: self.nested > 0 });
        }
        // A box without words is not a task anywhere.
        if let Some((done, mark)) = self.task.take().filter(|_| !pieces.is_empty()) {
            let end = pieces.last().map_or(mark.end, |piece| piece.run.span.end.max(mark.end));
            let text = join(&pieces, self.source, LONGEST_LINE);
            self.out.tasks.push(Task::new(done, &text, mark.start..end, &self.out.mentions[mentioned..]));
        }
        if !pieces.is_empty() {
            let block = self.block;
            self.out.runs.extend(pieces.drain(..).map(|piece| Run { block, ..piece.run }));
            self.block += 1;
        }
        self.pieces = pieces;
    }

    /// Keeps what the id of a heading is made of, and takes its attributes out of its text.
    fn name_heading(&mut self, pieces: &mut Vec<Piece>, span: &Range<usize>) {
        let words = pieces.iter().filter(|piece| piece.run.zone != Zone::Alt);
        let text = join(words, self.source, LONGEST_LINE);
        let end = pieces.last().map_or(span.start, |piece| piece.run.span.end);
        let found = self.seen.get(span.start..end).and_then(attributes);
        let mut given = None;
        if let Some(found) = found {
            let at = span.start + found.at;
            pieces.retain(|piece| piece.run.span.start < at);
            if let Some(last) = pieces.last_mut().filter(|last| last.run.text.is_none()) {
                let kept = self.seen.get(last.run.span.start..at.min(last.run.span.end)).unwrap_or_default();
                last.run.span.end = last.run.span.start + kept.trim_end().len();
            }
            pieces.retain(|piece| !piece.run.span.is_empty());
            given = found.id;
            if let Some(id) = &given {
                self.out.anchors.push(Anchor { id: id.clone(), span: at..end });
            }
        }
        self.names.push(Name { text, given });
    }

    /// What was read, put in order.
    pub(super) fn finish(self, style: HeadingIds) -> Markdown {
        let mut out = self.out;
        out.links.sort_by_key(|link| link.span.start);
        out.links.dedup_by(|next, link| next.span == link.span && next.target_span == link.target_span);
        out.code.sort_by_key(|range| range.start);
        out.code.dedup();
        let mut ids = Ids::new(style);
        if style == HeadingIds::MkDocs {
            out.anchors.iter().for_each(|anchor| ids.take(&anchor.id));
        }
        for (heading, name) in out.headings.iter_mut().zip(self.names) {
            heading.id = match name.given {
                Some(id) if style == HeadingIds::MkDocs => id,
                // A template's title is known to its template only.
                _ if heading.text.is_empty() && name.text.trim().is_empty() => String::new(),
                _ => ids.next(&name.text),
            };
        }
        set_sections(&mut out.headings, self.source.len());
        out
    }
}
