//! The one pass: events of the parser become what a text holds.

mod block;
mod markup;

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};

use super::document::Markdown;
use super::links::{LONGEST_TEXT, Link, LinkForm, Undefined, defined_destination, inline_destination};
use super::mask::{end, mask};
use super::outline::HeadingIds;
use super::runs::{Piece, Run, Zone, join};
use crate::base::limits::Limits;
use crate::base::problem::Problem;
use crate::msg;

/// The extensions of `CommonMark` that the dialect has.
pub(super) fn dialect() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_GFM
}

/// Reads a text from `base` on, which is a place between characters.
pub(super) fn read(whole: &str, base: usize, style: HeadingIds, limits: &Limits) -> Markdown {
    let end = end(whole, base, limits.parts.saturating_mul(Limits::SIGNS));
    let source = &whole[..end];
    let mut unread = (end < whole.len()).then_some(end);
    let mask = mask(source, base, limits.depth);
    let seen: &str = &mask.seen;
    let mut undefined = Vec::new();
    let mut walk = Walk::new(source, seen, base, &mask.opaque);
    let broken = |link: BrokenLink<'_>| {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            let collapsed =
                seen[base..].get(link.span.end..).is_some_and(|rest| rest.starts_with("[]") && link.link_type == LinkType::Collapsed);
            let end = link.span.end + if collapsed { 2 } else { 0 };
            undefined.push(Undefined { label: link.reference.to_string(), span: link.span.start + base..end + base });
        }
        None::<(CowStr<'_>, CowStr<'_>)>
    };
    let mut events = Parser::new_with_broken_link_callback(&seen[base..], dialect(), Some(broken)).into_offset_iter();
    while let Some((event, range)) = events.next() {
        let definition = definition(&events, &event).map(|range| range.start + base..range.end + base);
        if walk.is_full(limits.parts) {
            unread = Some(range.start + base);
            break;
        }
        walk.event(event, range.start + base..range.end + base, definition);
    }
    drop(events);
    walk.flush(None);
    undefined.dedup();
    let mut out = walk.finish(style);
    out.undefined = undefined;
    if let Some(span) = mask.deep.into_iter().find(|span| !within(&out.code, span)) {
        let problem = Problem::new("markdown-too-deep", span, msg!("markdown-too-deep", depth = limits.depth));
        let higher = limits.depth < Limits::HIGHEST.depth;
        out.problems.push(problem.help(if higher { msg!("markdown-too-deep-help") } else { msg!("markdown-too-deep-highest") }));
    }
    if let Some(at) = unread {
        let line = whole.get(at..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
        let problem = Problem::new("limit", at..at + line, msg!("markdown-too-much", limit = limits.parts));
        let higher = limits.parts < Limits::HIGHEST.parts;
        out.problems.push(problem.help(if higher { msg!("markdown-too-much-help") } else { msg!("markdown-too-much-highest") }));
    }
    out.opaque = mask.opaque;
    out.opaque.retain(|tag| !within(&out.code, tag));
    out
}

/// Where the definition of the reference link stands that an event begins.
fn definition<'e, F>(events: &OffsetIter<'e, F>, event: &Event<'e>) -> Option<Range<usize>>
where
    F: pulldown_cmark::BrokenLinkCallback<'e>,
{
    match event {
        Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. })
            if matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut) =>
        {
            events.reference_definitions().get(id).map(|definition| definition.span.clone())
        }
        _ => None,
    }
}

/// Whether one of some ranges, which are in order and apart, holds all of another.
fn within(ranges: &[Range<usize>], inner: &Range<usize>) -> bool {
    let at = ranges.partition_point(|range| range.end < inner.end);
    ranges.get(at).is_some_and(|range| range.start <= inner.start)
}

/// A link whose end has not been read.
struct OpenLink {
    link: Link,
    /// The first piece of its text.
    first: usize,
    /// Where the last thing within it ends.
    inner_end: usize,
    /// Whether its destination stands after its text.
    inline: bool,
}

/// A heading's text before anything is taken out of it, of which a host makes its id, and the id that its author gave.
struct Name {
    text: String,
    given: Option<String>,
}

struct Walk<'t> {
    source: &'t str,
    seen: &'t str,
    base: usize,
    opaque: &'t [Range<usize>],
    out: Markdown,
    names: Vec<Name>,
    /// The text of the block that is being read.
    pieces: Vec<Piece>,
    /// Whether the next piece continues the last.
    glued: bool,
    block: u32,
    /// Where the text that was kept last ends.
    read_to: usize,
    /// The level and first byte of the heading that is being read.
    heading: Option<(u8, usize)>,
    /// The box of the item that is being read.
    task: Option<(bool, Range<usize>)>,
    links: Vec<OpenLink>,
    /// How many of the open links are pictures.
    images: usize,
    /// How many quotes, items and footnotes are open.
    nested: usize,
    in_code: bool,
    in_html: bool,
    /// Whether the raw HTML that is being read shows code.
    html_code: bool,
    /// The open `<a>`: the place of its link and its first piece.
    html_link: Option<(usize, usize)>,
}

impl<'t> Walk<'t> {
    fn new(source: &'t str, seen: &'t str, base: usize, opaque: &'t [Range<usize>]) -> Self {
        Self {
            source,
            seen,
            base,
            opaque,
            out: Markdown::default(),
            names: Vec::new(),
            pieces: Vec::new(),
            glued: false,
            block: 0,
            read_to: 0,
            heading: None,
            task: None,
            links: Vec::new(),
            images: 0,
            nested: 0,
            in_code: false,
            in_html: false,
            html_code: false,
            html_link: None,
        }
    }

    /// Whether there is as much of anything as is kept.
    fn is_full(&self, most: usize) -> bool {
        let Markdown { headings, links, mentions, tasks, comments, anchors, html, code, .. } = &self.out;
        let longest = [headings.len(), links.len(), mentions.len(), tasks.len(), comments.len(), anchors.len(), html.len(), code.len()];
        longest.into_iter().any(|length| length >= most)
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>, definition: Option<Range<usize>>) {
        let end = range.end;
        match event {
            Event::Start(tag) => return self.start(tag, range, definition),
            Event::End(tag) => self.end(tag, range),
            Event::Text(_) | Event::Html(_) if self.in_html => {}
            Event::Text(text) if self.in_code => self.push_code(range, &text),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.push_text(range, &text),
            Event::Code(text) => {
                self.out.code.push(range.clone());
                self.push_code_span(range, &text);
            }
            Event::InlineHtml(_) | Event::Html(_) => self.html(range, false),
            Event::SoftBreak | Event::HardBreak | Event::FootnoteReference(_) => self.glued = false,
            Event::Rule => self.flush(None),
            Event::TaskListMarker(done) => self.task = Some((done, range)),
        }
        if let Some(open) = self.links.last_mut() {
            open.inner_end = end;
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>, definition: Option<Range<usize>>) {
        match tag {
            Tag::Link { link_type, dest_url, title, .. } => return self.open_link(link_type, &dest_url, &title, range, definition, false),
            Tag::Image { link_type, dest_url, title, .. } => return self.open_link(link_type, &dest_url, &title, range, definition, true),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => return,
            _ => self.flush(None),
        }
        match tag {
            Tag::Heading { level, .. } => self.heading = Some((level as u8, range.start)),
            Tag::CodeBlock(_) => {
                self.in_code = true;
                self.out.code.push(range);
            }
            Tag::HtmlBlock => {
                self.in_html = true;
                self.html(range, true);
            }
            Tag::Item | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) => self.nested += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Link | TagEnd::Image => self.close_link(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Heading(_) => self.close_heading(range.end),
            _ => {
                self.flush(None);
                match tag {
                    TagEnd::CodeBlock => self.in_code = false,
                    TagEnd::HtmlBlock => (self.in_html, self.html_code) = (false, false),
                    TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => self.nested = self.nested.saturating_sub(1),
                    _ => {}
                }
            }
        }
    }

    // Links

    fn open_link(&mut self, kind: LinkType, target: &str, title: &str, range: Range<usize>, definition: Option<Range<usize>>, image: bool) {
        let form = match (kind, image) {
            (LinkType::Autolink | LinkType::Email, _) => LinkForm::Autolink,
            (LinkType::Inline, false) => LinkForm::Inline,
            (LinkType::Inline, true) => LinkForm::Image,
            (_, false) => LinkForm::Reference,
            (_, true) => LinkForm::ReferenceImage,
        };
        let target = if kind == LinkType::Email { format!("mailto:{target}") } else { target.to_owned() };
        let target_span = match form {
            LinkForm::Autolink => range.start + 1..range.end.saturating_sub(1).max(range.start + 1),
            _ => definition.map_or(range.end..range.end, |definition| defined_destination(self.seen, definition)),
        };
        self.images += usize::from(image);
        // What stands before a picture is not the same word as its alternative text.
        self.glued &= !image;
        let inner_end = range.start + 1 + usize::from(image);
        let inline = matches!(form, LinkForm::Inline | LinkForm::Image);
        let link = Link { form, target, opaque: false, text: String::new(), title: title.to_owned(), span: range, target_span };
        self.links.push(OpenLink { link, first: self.pieces.len(), inner_end, inline });
    }

    fn close_link(&mut self) {
        let Some(OpenLink { mut link, first, inner_end, inline }) = self.links.pop() else { return };
        if link.form.is_image() {
            self.images = self.images.saturating_sub(1);
            self.glued = false;
        }
        if inline {
            link.target_span = inline_destination(self.seen, inner_end, link.span.end);
        }
        // Pictures within the text of pictures are text within text: a few levels are plenty.
        let first = if self.images < 8 { first } else { self.pieces.len() };
        join(self.pieces.get(first..).unwrap_or_default(), self.source, LONGEST_TEXT).trim().clone_into(&mut link.text);
        self.mark_opaque(&mut link);
        self.out.links.push(link);
    }

    /// Shows a target that holds a template tag as it was written.
    fn mark_opaque(&self, link: &mut Link) {
        let at = self.opaque.partition_point(|tag| tag.end <= link.target_span.start);
        if self.opaque.get(at).is_some_and(|tag| tag.start < link.target_span.end) {
            link.opaque = true;
            self.source.get(link.target_span.clone()).unwrap_or_default().clone_into(&mut link.target);
        }
    }

    // Text

    fn zone(&self) -> Zone {
        match self.heading {
            _ if self.images > 0 => Zone::Alt,
            Some((level, _)) => Zone::Heading(level),
            None if self.html_code => Zone::Code,
            None => Zone::Body,
        }
    }

    /// Adds text that is as in the source, or that stands for the source's bytes.
    fn push(&mut self, zone: Zone, span: Range<usize>, text: Option<&str>, quiet: bool) {
        // Where a table grows beyond what the parser allows, it gives the last row a second time, as a paragraph.
        let span = span.start.max(self.read_to)..span.end;
        if span.start >= span.end {
            return;
        }
        self.read_to = span.end;
        let glued = std::mem::replace(&mut self.glued, true) && !self.pieces.is_empty();
        if let Some(last) = self.pieces.last_mut().filter(|last| glued && text.is_none() && last.run.text.is_none())
            && last.run.span.end == span.start
            && last.run.zone == zone
            && last.quiet == quiet
        {
            last.run.span.end = span.end;
            return;
        }
        self.pieces.push(Piece { run: Run { zone, block: 0, glued, span, text: text.map(Box::from) }, quiet });
    }

    /// Adds text outside code; template tags in it are none.
    fn push_text(&mut self, range: Range<usize>, text: &str) {
        let zone = self.zone();
        let quiet = !self.links.is_empty() || self.html_link.is_some() || zone == Zone::Code;
        if self.seen.get(range.clone()) != Some(text) {
            return self.push(zone, range, Some(text), quiet);
        }
        let mut from = range.start;
        let first = self.opaque.partition_point(|tag| tag.end <= range.start);
        for tag in self.opaque[first..].iter().take_while(|tag| tag.start < range.end) {
            self.push(zone, from..tag.start.max(from), None, quiet);
            self.glued = false;
            from = tag.end.min(range.end);
        }
        self.push(zone, from..range.end, None, quiet);
    }

    /// Adds a line of a code block.
    fn push_code(&mut self, range: Range<usize>, text: &str) {
        let same = self.seen.get(range.clone()) == Some(text);
        self.push(Zone::Code, range, if same { None } else { Some(text) }, true);
    }

    /// Adds a code span: the bytes between its backticks.
    fn push_code_span(&mut self, range: Range<usize>, text: &str) {
        let ticks = self.seen[range.clone()].bytes().take_while(|byte| *byte == b'`').count();
        let mut inner = range.start + ticks..range.end.saturating_sub(ticks).max(range.start + ticks);
        if self.seen.get(inner.clone()) != Some(text) {
            let stripped = inner.start + 1..inner.end.saturating_sub(1);
            if self.seen.get(stripped.clone()) == Some(text) {
                inner = stripped;
            }
        }
        let zone = if self.heading.is_some() || self.images > 0 { self.zone() } else { Zone::Code };
        let same = self.seen.get(inner.clone()) == Some(text);
        self.push(zone, inner, if same { None } else { Some(text) }, true);
    }
}
