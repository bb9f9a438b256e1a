//! A text as blocks of styled words, for showing it where there is no HTML.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::mask::{end, mask, start};
use super::walk::dialect;
use super::wiki;
use crate::base::limits::Limits;

/// A block of a text and how deep it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// How many quotes it stands in.
    pub quotes: u8,
    /// How many lists it stands in; a paragraph of an item has the depth of its item.
    pub lists: u8,
    /// What it is.
    pub prose: Prose,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prose {
    /// A heading of level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// The first paragraph of a list item: its number in an ordered list, its box in a task item.
    Item {
        /// The number in an ordered list.
        number: Option<u64>,
        /// Whether the box of a task item is ticked.
        done: Option<bool>,
        /// Its text.
        text: Vec<Inline>,
    },
    /// A code block and the language that it says it is in, often empty.
    Code {
        /// The first word after the fence.
        lang: String,
        /// The code, with its last line end.
        text: String,
    },
    /// A table, its first row the head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A line across.
    Rule,
    /// Raw HTML as written.
    Html(String),
}

/// Words in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// The words; `\n` where a line must end.
    pub text: String,
    /// How they are shown.
    pub style: Style,
}

/// A style of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// Struck through.
    pub strike: bool,
    /// Code.
    pub code: bool,
    /// Where the words lead, or the picture that they describe.
    pub link: Option<Arc<str>>,
}

/// The blocks of a text from byte `body` on, as far as the limits let it be read.
pub fn blocks(text: &str, body: usize, limits: &Limits) -> Vec<Block> {
    let base = start(text, body);
    let text = &text[..end(text, base, limits.parts.saturating_mul(Limits::SIGNS))];
    let mask = mask(text, base, limits.depth);
    let mut render = Render { text, ..Render::default() };
    for (event, range) in Parser::new_ext(&mask.seen[base..], dialect()).into_offset_iter() {
        render.event(event, base + range.start..base + range.end, &mask.opaque);
    }
    render.end_block();
    render.blocks
}

/// The block that is being read.
#[derive(Clone, Copy, Default)]
enum Kind {
    #[default]
    Paragraph,
    Heading(u8),
    Item(Option<u64>, Option<bool>),
}

#[derive(Default)]
struct Render<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    kind: Kind,
    words: Vec<Inline>,
    quotes: u8,
    /// The next number of every open list.
    lists: Vec<Option<u64>>,
    strong: u32,
    emphasis: u32,
    strike: u32,
    links: Vec<Arc<str>>,
    code: Option<(String, String)>,
    table: Vec<Vec<Vec<Inline>>>,
    in_html: bool,
}

impl Render<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>, opaque: &[Range<usize>]) {
        let hidden = opaque.get(opaque.partition_point(|tag| tag.end <= range.start)).is_some_and(|tag| tag.start < range.end);
        // A template tag is shown as it is written.
        let shown = |seen: &str| match self.text.get(range.clone()) {
            Some(source) if hidden && source.len() == seen.len() => source.to_owned(),
            _ => seen.to_owned(),
        };
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(_) | Event::Html(_) if self.in_html => {}
            Event::Text(text) => {
                let text = shown(&text);
                match &mut self.code {
                    Some((_, code)) => code.push_str(&text),
                    None => self.push(&text, false),
                }
            }
            Event::Code(text) => {
                let text = if hidden { self.text[range].trim_matches('`').trim().to_owned() } else { text.into_string() };
                self.push(&text, true);
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push(&text, false),
            Event::FootnoteReference(label) => self.push(&format!("[{label}]"), false),
            Event::SoftBreak => self.push(" ", false),
            Event::HardBreak => self.push("\n", false),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.push("\n", false),
            Event::InlineHtml(_) | Event::Html(_) => {}
            Event::Rule => {
                self.end_block();
                self.add(Prose::Rule);
            }
            Event::TaskListMarker(done) => {
                if let Kind::Item(_, ticked) = &mut self.kind {
                    *ticked = Some(done);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis => return self.emphasis += 1,
            Tag::Strong => return self.strong += 1,
            Tag::Strikethrough => return self.strike += 1,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => return self.links.push(Arc::from(&*dest_url)),
            // The first paragraph of an item is the item, that of a footnote follows its label.
            Tag::Paragraph => return,
            _ => self.end_block(),
        }
        match tag {
            Tag::Heading { level, .. } => self.kind = Kind::Heading(level as u8),
            Tag::BlockQuote(_) => self.quotes = self.quotes.saturating_add(1),
            Tag::List(first) => self.lists.push(first),
            Tag::Item => {
                let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| std::mem::replace(next, next.saturating_add(1)));
                self.kind = Kind::Item(number, None);
            }
            Tag::FootnoteDefinition(label) => self.push(&format!("[{label}] "), false),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let lang = info.split([' ', ',', '{']).next().unwrap_or_default().to_owned();
                self.code = Some((lang, String::new()));
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => self.code = Some(Default::default()),
            Tag::HtmlBlock => {
                self.in_html = true;
                self.add(Prose::Html(self.text[range].to_owned()));
            }
            Tag::TableHead | Tag::TableRow => self.table.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Strikethrough => self.strike = self.strike.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => drop(self.links.pop()),
            TagEnd::TableCell => {
                let words = self.take_words();
                if let Some(row) = self.table.last_mut() {
                    row.push(words);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.table);
                self.add(Prose::Table(rows));
            }
            TagEnd::CodeBlock => {
                let (lang, text) = self.code.take().unwrap_or_default();
                self.add(Prose::Code { lang, text });
            }
            TagEnd::HtmlBlock => self.in_html = false,
            TagEnd::TableHead | TagEnd::TableRow => {}
            _ => {
                // An item without words is shown too.
                if matches!((tag, self.kind), (TagEnd::Item, Kind::Item(..))) && self.words.is_empty() {
                    self.push(" ", false);
                }
                self.end_block();
                match tag {
                    TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
                    TagEnd::List(_) => drop(self.lists.pop()),
                    _ => {}
                }
            }
        }
    }

    /// Adds words in the style that is open.
    fn push(&mut self, text: &str, code: bool) {
        let style =
            Style { strong: self.strong > 0, emphasis: self.emphasis > 0, strike: self.strike > 0, code, link: self.links.last().cloned() };
        match self.words.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.words.push(Inline { text: text.to_owned(), style }),
        }
    }

    fn take_words(&mut self) -> Vec<Inline> {
        std::mem::take(&mut self.words).into_iter().flat_map(wikilinks).collect()
    }

    fn end_block(&mut self) {
        if self.words.is_empty() {
            return;
        }
        let words = self.take_words();
        let prose = match std::mem::take(&mut self.kind) {
            Kind::Paragraph => Prose::Paragraph(words),
            Kind::Heading(level) => Prose::Heading(level, words),
            Kind::Item(number, done) => Prose::Item { number, done, text: words },
        };
        self.add(prose);
    }

    fn add(&mut self, prose: Prose) {
        let lists = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
        self.blocks.push(Block { quotes: self.quotes, lists, prose });
    }
}

/// Splits words at the wikilinks in them.
fn wikilinks(words: Inline) -> Vec<Inline> {
    let Inline { text, style } = words;
    let mut parts = Vec::new();
    let mut done = 0;
    let mut from = 0;
    while let Some(open) = wiki::next_open(&text, 0, from, text.len()).filter(|_| !style.code && style.link.is_none()) {
        from = open + 2;
        if let Some(found) = wiki::at(&text, done, open, text.len()) {
            parts.push(Inline { text: text[done..found.span.start].to_owned(), style: style.clone() });
            let link = Some(Arc::from(&text[found.name]));
            parts.push(Inline { text: text[found.shown].to_owned(), style: Style { link, ..style.clone() } });
            (done, from) = (found.span.end, found.span.end);
        }
    }
    parts.push(Inline { text: text[done..].to_owned(), style });
    parts.retain(|part| !part.text.is_empty());
    parts
}
