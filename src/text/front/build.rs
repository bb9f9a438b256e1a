//! From the parser's events to nodes.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, Span, StructureStyle, options};

use super::nodes::{Entry, Node, Style, Value};
use super::rows::{as_meant, quoted};
use super::split::shorten;
use crate::base::limits::Limits;
use crate::base::lines::floor_char_boundary;
use crate::base::problem::Problem;
use crate::msg;

/// Nodes that anchors and aliases may add to those that were written.
const COPIES: usize = 10_000;
/// The deepest nesting that is ever read, whatever the limits say: the depth that dropping and walking nodes may take of the stack.
const DEEPEST: usize = 256;
/// Problems of one text; whoever has that many needs to see the first ones.
pub(super) const MOST_PROBLEMS: usize = 50;

/// A piece of YAML, and the file that it stands in.
pub(super) struct Piece<'t> {
    /// The whole file.
    pub(super) source: &'t str,
    /// What is parsed: the same bytes, or as many with what can't be read filled in.
    pub(super) yaml: &'t str,
    /// Where the piece begins in the file.
    pub(super) base: usize,
    /// Bytes of the file, sorted, that were filled in: their node is the text that stands in the file.
    pub(super) filled: &'t [Range<usize>],
}

/// Where the parser gave up, and why.
#[derive(Debug)]
pub(super) struct Fault {
    /// The byte of the file.
    pub(super) at: usize,
    /// What the parser says.
    pub(super) kind: ErrorKind,
}

fn parser<'t>(yaml: &'t str, limits: &Limits) -> Parser<'t, granit_parser::StrInput<'t>> {
    let depth = limits.depth.min(DEEPEST);
    let options = options! {
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        disallow_directives: true,
        flow_nesting_limit: depth,
        block_nesting_limit: depth,
    };
    Parser::new_from_str_with_options(yaml, options)
}

/// Whether the parser can read a piece.
pub(super) fn probe(yaml: &str, base: usize, limits: &Limits) -> Result<(), Fault> {
    let mut ended = false;
    for event in parser(yaml, limits) {
        match event {
            Ok((Event::DocumentStart(..), _)) if ended => break,
            Ok((event, _)) => ended |= event == Event::DocumentEnd,
            Err(error) => {
                return Err(Fault { at: base + error.marker().byte_offset().unwrap_or(0).min(yaml.len()), kind: error.kind().clone() });
            }
        }
    }
    Ok(())
}

/// The nodes of the first document in a piece, and what is wrong with what could be read.
pub(super) fn build(piece: &Piece<'_>, limits: &Limits) -> Result<(Option<Node>, Vec<Problem>), Fault> {
    let mut builder = Builder::new(piece, limits);
    let mut ended = false;
    for event in parser(piece.yaml, limits) {
        match event {
            Ok((Event::DocumentStart(..), span)) if ended => {
                let at = builder.range(span);
                builder.problem(Problem::new("yaml-documents", at, msg!("front-yaml-documents")));
                break;
            }
            Ok((Event::DocumentEnd, _)) => ended = true,
            Ok((event, span)) => builder.take(event, span)?,
            Err(error) => {
                let at = piece.base + error.marker().byte_offset().unwrap_or(0).min(piece.yaml.len());
                return Err(Fault { at, kind: error.kind().clone() });
            }
        }
    }
    builder.unused_anchors();
    Ok((builder.root, builder.problems))
}

/// A list or mapping whose end has not come yet.
struct Open {
    kind: Kind,
    flow: bool,
    start: usize,
    anchor: usize,
    tagged: bool,
    nodes: usize,
}

enum Kind {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<(String, Range<usize>, bool)>, merges: Vec<Node> },
}

struct Anchor {
    span: Range<usize>,
    id: usize,
    scalar: bool,
}

struct Builder<'t> {
    piece: &'t Piece<'t>,
    limits: &'t Limits,
    open: Vec<Open>,
    root: Option<Node>,
    problems: Vec<Problem>,
    /// The end of what was read last, in bytes of the file.
    last: usize,
    /// How many nodes there are so far.
    nodes: usize,
    copies: usize,
    aliases: usize,
    has_aliases: bool,
    /// Whether an alias that is not filled in has been reported.
    refused: bool,
    anchors: Vec<Anchor>,
    anchored: HashMap<usize, Node>,
    used: HashSet<usize>,
}

impl<'t> Builder<'t> {
    fn new(piece: &'t Piece<'t>, limits: &'t Limits) -> Self {
        Self {
            piece,
            limits,
            open: Vec::new(),
            root: None,
            problems: Vec::new(),
            last: piece.base,
            nodes: 0,
            copies: 0,
            aliases: 0,
            has_aliases: piece.yaml.contains('*'),
            refused: false,
            anchors: Vec::new(),
            anchored: HashMap::new(),
            used: HashSet::new(),
        }
    }

    fn problem(&mut self, problem: Problem) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// A span of the parser as bytes of the file, on the boundaries of the characters that stand there: what was filled in has others.
    fn range(&self, span: Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or(0..0);
        let within = |at: usize| floor_char_boundary(self.piece.source, at.min(self.piece.yaml.len()) + self.piece.base);
        let start = within(range.start);
        start..within(range.end).max(start)
    }

    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Fault> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let tagged = tag.is_some();
                let node = self.scalar(text.into_owned(), style, span, tagged);
                self.complete(node, anchor, 1);
            }
            Event::SequenceStart(style, anchor, tag) => self.begin(Kind::List(Vec::new()), style, anchor, tag.is_some(), span)?,
            Event::MappingStart(style, anchor, tag) => {
                let kind = Kind::Map { entries: Vec::new(), key: None, merges: Vec::new() };
                self.begin(kind, style, anchor, tag.is_some(), span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(id) => self.alias(Some(id), span),
            Event::UnresolvedAlias(_) => self.alias(None, span),
            Event::Anchor(id, _) => {
                let span = self.range(span);
                let scalar = self.last >= span.end && self.open.last().is_none_or(|open| open.anchor != id);
                self.anchors.push(Anchor { span, id, scalar });
            }
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, kind: Kind, style: StructureStyle, anchor: usize, tagged: bool, span: Span) -> Result<(), Fault> {
        let at = self.range(span);
        if self.open.len() >= self.limits.depth.min(DEEPEST) {
            return Err(Fault { at: at.start, kind: ErrorKind::RecursionLimitExceeded });
        }
        if tagged {
            self.tag(span);
        }
        self.last = at.end;
        self.open.push(Open { kind, flow: style == StructureStyle::Flow, start: at.start, anchor, tagged, nodes: self.nodes });
        Ok(())
    }

    fn end(&mut self, span: Span) {
        let at = self.range(span);
        let Some(Open { kind, flow, start, anchor, tagged, nodes }) = self.open.pop() else { return };
        let (first, last) = match &kind {
            Kind::List(items) => (items.first().map(|node| node.span.start), items.last().map(|node| node.span.end)),
            Kind::Map { entries, merges, .. } => (
                entries.first().map(|entry| entry.key_span.start),
                entries.last().map(|entry| entry.value.span.end).max(merges.last().map(|node| node.span.end)),
            ),
        };
        let start = first.map_or(start, |first| first.min(start));
        let end = if flow { at.end } else { last.unwrap_or(start).max(start) };
        let value = match kind {
            Kind::List(items) => Value::List { items, flow },
            Kind::Map { mut entries, merges, .. } => {
                self.duplicates(&entries);
                merge(&mut entries, merges);
                Value::Map { entries, flow }
            }
        };
        if flow {
            self.last = at.end;
        }
        let weight = self.nodes - nodes + 1;
        self.complete(Node { value, span: start..end, indirect: anchor != 0 || tagged }, anchor, weight);
    }

    /// Puts a finished node where it belongs: into the list or mapping that is open, or at the root.
    fn complete(&mut self, mut node: Node, anchor: usize, weight: usize) {
        self.nodes += 1;
        if anchor != 0 {
            node.indirect = true;
            if self.has_aliases && weight <= COPIES.saturating_sub(self.copies) {
                self.copies += weight;
                self.anchored.insert(anchor, node.clone());
            }
        }
        let source = self.piece.source;
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => self.root = Some(node),
            Some(Kind::List(items)) => items.push(node),
            Some(Kind::Map { entries, key, merges }) => match key.take() {
                None => {
                    let Node { value, span, .. } = node;
                    let (text, plain) = match value {
                        Value::Scalar { text, style } => (text, style == Style::Plain),
                        _ => (source.get(span.clone()).unwrap_or_default().to_owned(), false),
                    };
                    *key = Some((text, span, plain));
                }
                Some((text, _, true)) if text == "<<" && is_mergeable(&node) => merges.push(node),
                Some((key, key_span, _)) => entries.push(Entry { key, key_span, value: node }),
            },
        }
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, span: Span, tagged: bool) -> Node {
        let at = self.range(span);
        let style = match style {
            ScalarStyle::SingleQuoted => Style::Single,
            ScalarStyle::DoubleQuoted => Style::Double,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
            ScalarStyle::Plain => Style::Plain,
        };
        let absent = style == Style::Plain && at.is_empty();
        let mut node = match style {
            Style::Literal | Style::Folded => Node { span: self.block(at), value: Value::Scalar { text, style }, indirect: false },
            _ if absent => {
                Node { span: self.absent(at.start, tagged), value: Value::Scalar { text: String::new(), style }, indirect: false }
            }
            _ => Node { span: at, value: Value::Scalar { text, style }, indirect: false },
        };
        if let Some(filled) = self.filled(&node.span) {
            let text = as_meant(&self.piece.source[filled.clone()]);
            node = Node { span: filled, value: Value::Scalar { text, style: Style::Plain }, indirect: true };
        }
        if tagged {
            node.indirect = true;
            if let Some(tag) = self.tag(span)
                && style == Style::Plain
                && !self.piece.source[tag.clone()].starts_with("!!")
            {
                // `title: !important news` was meant as it reads.
                let whole = tag.start..node.span.end.max(tag.end);
                node.value = Value::Scalar { text: self.piece.source[whole.clone()].to_owned(), style };
                node.span = whole;
            }
        }
        self.last = node.span.end;
        node
    }

    fn filled(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let after = self.piece.filled.partition_point(|filled| filled.start <= span.start);
        let filled = self.piece.filled.get(after.checked_sub(1)?)?;
        (span.end <= filled.end && span.start < filled.end).then(|| filled.clone())
    }

    /// The place of a value that is not there: right after the colon or the dash.
    fn absent(&mut self, at: usize, tagged: bool) -> Range<usize> {
        if let Some(Open { kind: Kind::List(_), flow: false, .. }) = self.open.last() {
            let dash = self.seek(at, b"-");
            let place = if dash < at && !tagged { dash + 1 } else { at };
            return place..place;
        }
        let in_value = matches!(self.open.last(), Some(Open { kind: Kind::Map { key: Some(_), .. }, .. }));
        let rest = self.piece.source.get(self.last..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if !in_value || !rest[blank..].starts_with(':') {
            return at..at;
        }
        let place = at.max(self.last + blank + 1);
        let after = rest[blank + 1..].trim_start_matches([' ', '\t']);
        if !tagged && after.strip_prefix('#').is_some_and(|comment| comment.starts_with(char::is_alphanumeric)) {
            // Whoever writes `title: #NewYear` means a value.
            let start = self.piece.source.len() - after.len();
            let line = after.split(['\n', '\r']).next().unwrap_or_default().trim_end();
            let problem = Problem::new("yaml-comment", start..start + line.len(), msg!("front-yaml-comment"));
            self.problem(problem.help(msg!("front-yaml-quote-it", text = quoted(&shorten(line, 60)))));
        }
        place..place
    }

    /// The next of some bytes after what was read last, comments, tags and anchors apart; `end` if there is none before it.
    fn seek(&self, end: usize, wanted: &[u8]) -> usize {
        let bytes = self.piece.source.as_bytes();
        let mut at = self.last;
        while at < end && !wanted.contains(&bytes[at]) {
            let until: &[u8] = match bytes[at] {
                b'#' => b"\r\n",
                b'!' | b'&' => b" \t\r\n",
                _ => b"",
            };
            at += 1;
            while !until.is_empty() && at < end && !until.contains(&bytes[at]) {
                at += 1;
            }
        }
        at
    }

    /// The bytes of a block scalar from its `|` or `>` to the end of its last line; the parser's begin after the indentation.
    fn block(&self, at: Range<usize>) -> Range<usize> {
        let header = self.seek(at.start, b"|>");
        let text = &self.piece.source[header..at.end];
        let indicator = text.find(|letter: char| !matches!(letter, '|' | '>' | '+' | '-' | '0'..='9')).unwrap_or(text.len());
        let keeps = text[..indicator].contains('+');
        let content = if keeps {
            // The parser's bytes go on to the indentation of the next line.
            let lines = text.trim_end_matches([' ', '\t']);
            let text = if lines.ends_with(['\n', '\r']) { lines } else { text };
            text.strip_suffix("\r\n").or_else(|| text.strip_suffix(['\n', '\r'])).unwrap_or(text)
        } else {
            let inked = text.trim_end().len();
            // Blanks at the end of the last line belong to it.
            let end = text[inked..].find(['\n', '\r']).map_or(text.len(), |at| inked + at);
            &text[..end]
        };
        let only_header = !content.contains(['\n', '\r']);
        header..header + if only_header { indicator } else { content.len() }
    }

    /// Says that a tag means nothing here; gives its bytes.
    fn tag(&mut self, span: Span) -> Option<Range<usize>> {
        let at = self.range(span.tag_span()?);
        let written = self.piece.source.get(at.clone())?;
        let msg = msg!("front-yaml-tag", tag = written);
        self.problem(Problem::new("yaml-tag", at.clone(), msg).help(msg!("front-yaml-tag-help")));
        Some(at)
    }

    /// A copy of what an alias stands for, or its own text where that can't be had.
    fn alias(&mut self, id: Option<usize>, span: Span) {
        let at = self.range(span);
        self.last = at.end;
        self.aliases += 1;
        let written = self.piece.source[at.clone()].to_owned();
        let as_text = |text: String| Node { value: Value::Scalar { text, style: Style::Plain }, span: at.clone(), indirect: true };
        let Some(id) = id else {
            self.problem(
                Problem::new("yaml-syntax", at.clone(), msg!("front-yaml-alias-unknown", alias = &written))
                    .help(msg!("front-yaml-quote-it", text = quoted(&written))),
            );
            return self.complete(as_text(written), 0, 1);
        };
        self.used.insert(id);
        let copy = self.anchored.get(&id).filter(|_| self.aliases <= self.limits.aliases).map(|node| (weight(node), node));
        match copy {
            Some((weight, node)) if weight <= COPIES.saturating_sub(self.copies) => {
                let mut node = node.clone();
                moved(&mut node, &at);
                self.copies += weight;
                self.nodes += weight;
                self.complete(node, 0, weight);
            }
            _ => {
                if !self.refused {
                    let msg = msg!("front-yaml-aliases", alias = &written, limit = self.limits.aliases);
                    self.problem(Problem::new("yaml-aliases", at.clone(), msg).help(msg!("front-yaml-aliases-help")));
                    self.refused = true;
                }
                self.complete(as_text(written), 0, 1);
            }
        }
    }

    fn duplicates(&mut self, entries: &[Entry]) {
        let few = entries.len() <= 12;
        let mut seen: HashSet<&str> = HashSet::with_capacity(if few { 0 } else { entries.len() });
        for (at, entry) in entries.iter().enumerate() {
            let again = if few { entries[..at].iter().any(|before| before.key == entry.key) } else { !seen.insert(&entry.key) };
            if again && !entry.value.indirect {
                let problem = Problem::new("duplicate-key", entry.key_span.clone(), msg!("front-duplicate-key", key = &entry.key));
                self.problem(problem.help(msg!("front-duplicate-key-help", key = &entry.key)));
            }
        }
    }

    /// `title: &c. and more`: an anchor that nothing refers to was probably meant as text.
    fn unused_anchors(&mut self) {
        for anchor in std::mem::take(&mut self.anchors) {
            if anchor.scalar && !self.used.contains(&anchor.id) {
                let written = &self.piece.source[anchor.span.clone()];
                let problem = Problem::new("yaml-anchor", anchor.span.clone(), msg!("front-yaml-anchor", anchor = written));
                self.problem(problem.help(msg!("front-yaml-anchor-help")));
            }
        }
    }
}

/// Adds what merge keys bring in, after the entries of the mapping itself, which go before it.
fn merge(entries: &mut Vec<Entry>, merges: Vec<Node>) {
    if merges.is_empty() {
        return;
    }
    let mut known: HashSet<String> = entries.iter().map(|entry| entry.key.clone()).collect();
    for merge in merges {
        let at = merge.span.clone();
        let maps = match merge.value {
            Value::List { items, .. } => items,
            _ => vec![merge],
        };
        for map in maps {
            let Value::Map { entries: others, .. } = map.value else { continue };
            for mut entry in others {
                if known.insert(entry.key.clone()) {
                    moved(&mut entry.value, &at);
                    entry.key_span = at.clone();
                    entries.push(entry);
                }
            }
        }
    }
}

fn is_mergeable(node: &Node) -> bool {
    match &node.value {
        Value::Map { .. } => true,
        Value::List { items, .. } => !items.is_empty() && items.iter().all(|item| matches!(item.value, Value::Map { .. })),
        Value::Scalar { .. } => false,
    }
}

fn weight(node: &Node) -> usize {
    match &node.value {
        Value::Scalar { .. } => 1,
        Value::List { items, .. } => 1 + items.iter().map(weight).sum::<usize>(),
        Value::Map { entries, .. } => 1 + entries.iter().map(|entry| weight(&entry.value)).sum::<usize>(),
    }
}

/// What came in from elsewhere stands where it was asked for, as far as places go.
fn moved(node: &mut Node, at: &Range<usize>) {
    node.span = at.clone();
    node.indirect = true;
    match &mut node.value {
        Value::Scalar { .. } => {}
        Value::List { items, .. } => items.iter_mut().for_each(|item| moved(item, at)),
        Value::Map { entries, .. } => {
            for entry in entries {
                entry.key_span = at.clone();
                moved(&mut entry.value, at);
            }
        }
    }
}
