//! Where a new value goes.

use std::ops::Range;

use super::write::{Around, Scalar, flow_lists, literal, notations};
use super::{New, Refusal, Splice, entry, list};
use crate::msg;
use crate::text::front::Front;
use crate::text::front::nodes::{Entry, Node, Style, Value};
use crate::text::front::split::line_at;

/// Ways to make the change, the best first; each is tried until one reads as it should.
pub(super) fn candidates(text: &str, front: &Front, key: &str, new: &New) -> Result<Vec<Vec<Splice>>, Refusal> {
    let Some(found) = entry(front, key)? else {
        return Ok(if *new == New::Nothing { vec![Vec::new()] } else { added(text, front, key, new) });
    };
    match new {
        New::Nothing => removed(text, front, found).map(|splice| vec![vec![splice]]),
        New::One(scalar) => one(text, front, found, scalar),
        New::List(items) => match &found.value.value {
            Value::List { items: old, flow: true } => list::flow(text, &found.value, old, items),
            Value::List { items: old, flow: false } => list::block(text, found, old, items),
            _ => {
                let whole = replaced(text, found)?;
                Ok(flow_lists(items).into_iter().map(|list| vec![Splice { range: whole.clone(), with: padded(found, list) }]).collect())
            }
        },
    }
}

/// A scalar in the place of whatever stands there.
fn one(text: &str, front: &Front, entry: &Entry, scalar: &Scalar) -> Result<Vec<Vec<Splice>>, Refusal> {
    let range = replaced(text, entry)?;
    let had = match &entry.value.value {
        Value::Scalar { style, .. } if !entry.value.span.is_empty() => Some(*style),
        _ => None,
    };
    let around = if is_flow(front) { Around::Flow } else { Around::Block };
    let mut written = Vec::new();
    let alone = text[range.end..].starts_with(['\n', '\r']);
    if around == Around::Block && alone {
        let indent = text[..entry.key_span.start].rsplit('\n').next().map_or(0, str::len) + 2;
        written.extend(literal(&scalar.text, indent, end_of_line(text)));
    }
    written.extend(notations(scalar, had, around));
    Ok(written.into_iter().map(|with| vec![Splice { range: range.clone(), with: padded(entry, with) }]).collect())
}

/// The bytes of a value that goes away wholly; a comment among them is not cop's to throw away.
fn replaced(text: &str, entry: &Entry) -> Result<Range<usize>, Refusal> {
    let node = &entry.value;
    let span = node.span.clone();
    match &node.value {
        Value::List { items, flow } => {
            list::demand_no_comments(text, node, items)?;
            // A list below its key begins on the next line; what replaces it stands on the key's.
            let colon = colon(text, entry);
            let between = text.get(colon..span.start).unwrap_or_default();
            if *flow {
                return Ok(span);
            }
            if between.contains('#') {
                return Err(Refusal::new(colon..span.start, msg!("edit-comment")));
            }
            Ok(colon..span.end)
        }
        Value::Scalar { style: Style::Literal | Style::Folded, .. } => {
            let header = line_at(text, span.start).map_or(span.end, |line| line.end);
            if text[span.start..header].contains('#') {
                return Err(Refusal::new(span.start..header, msg!("edit-comment")));
            }
            Ok(span.start..text[..span.end].trim_end_matches(['\n', '\r', ' ']).len().max(header.min(span.end)))
        }
        _ => Ok(span),
    }
}

/// A space before what stands right after a colon.
fn padded(entry: &Entry, with: String) -> String {
    let block = matches!(entry.value.value, Value::List { flow: false, .. });
    if entry.value.span.is_empty() || block { format!(" {with}") } else { with }
}

/// The byte after the colon of an entry.
fn colon(text: &str, entry: &Entry) -> usize {
    let end = entry.key_span.end;
    text[end..].find(':').map_or(end, |at| end + at + 1)
}

/// A line of its own for a key that is not there yet.
fn added(text: &str, front: &Front, key: &str, new: &New) -> Vec<Vec<Splice>> {
    let eol = end_of_line(text);
    let around = if is_flow(front) { Around::Flow } else { Around::Block };
    let key = notations(&Scalar::text(key), None, Around::Flow).swap_remove(0);
    let mut values = Vec::new();
    match new {
        New::One(scalar) => {
            if around == Around::Block {
                values.extend(literal(&scalar.text, 2, eol));
            }
            values.extend(notations(scalar, None, around));
        }
        New::List(items) => values = flow_lists(items),
        New::Nothing => {}
    }
    let lines = values.into_iter().map(|value| format!("{key}: {value}"));
    let Some(range) = &front.range else {
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let gap = if text[start..].is_empty() || text[start..].starts_with(['\n', '\r']) { "" } else { eol };
        return lines.map(|line| vec![Splice { range: start..start, with: format!("---{eol}{line}{eol}---{eol}{gap}") }]).collect();
    };
    match &front.root {
        Some(Node { value: Value::Map { entries, flow: true }, span, .. }) => {
            let at = entries.last().map_or(span.start + 1, |last| last.value.span.end.max(last.key_span.end));
            let comma = if entries.is_empty() { "" } else { ", " };
            lines.map(|line| vec![Splice { range: at..at, with: format!("{comma}{line}") }]).collect()
        }
        root => {
            let first = root.as_ref().and_then(Node::entries).and_then(<[Entry]>::first).map(|entry| entry.key_span.start);
            let indent = first.map_or("", |first| &text[..first][text[..first].rfind(['\n', '\r']).map_or(0, |at| at + 1)..]);
            lines.map(|line| vec![Splice { range: range.end..range.end, with: format!("{indent}{line}{eol}") }]).collect()
        }
    }
}

/// The lines of a key, taken away whole.
fn removed(text: &str, front: &Front, entry: &Entry) -> Result<Splice, Refusal> {
    if is_flow(front) {
        return Err(Refusal::new(entry.key_span.clone(), msg!("edit-unsafe", key = &entry.key)));
    }
    if let Value::List { items, .. } = &entry.value.value {
        list::demand_no_comments(text, &entry.value, items)?;
    }
    // Between the key and its value there may be one too, and behind the sign of a block.
    let value = entry.value.span.start;
    let is_block = matches!(entry.value.value, Value::Scalar { style: Style::Literal | Style::Folded, .. });
    let head = if is_block { line_at(text, value).map_or(value, |line| line.end) } else { value };
    let between = colon(text, entry)..head;
    if text.get(between.clone()).is_some_and(|between| between.contains('#')) {
        return Err(Refusal::new(between, msg!("edit-comment")));
    }
    let start = text[..entry.key_span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let last = entry.value.span.end.max(colon(text, entry));
    // The span of a block ends where the next line begins.
    let last = text[..last].trim_end_matches(['\n', '\r']).len().max(entry.key_span.end);
    let end = line_at(text, last).map_or(text.len(), |line| line.next);
    let rest = &text[last..end];
    if rest.contains('#') {
        return Err(Refusal::new(last..end, msg!("edit-comment")));
    }
    Ok(Splice { range: start..end, with: String::new() })
}

/// Whether all of the front matter stands in braces.
fn is_flow(front: &Front) -> bool {
    matches!(front.root, Some(Node { value: Value::Map { flow: true, .. }, .. }))
}

/// How lines end in a file: as the first one does.
fn end_of_line(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}
