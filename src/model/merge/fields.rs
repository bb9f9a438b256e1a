//! Front matter, merged key by key.
//!
//! A key has its lines, with the comments above them. Lines that only one side changed are taken as they are; only where both did are
//! the values looked at.

use std::ops::Range;

use crate::base::limits::Limits;
use crate::model::kind::Kind;
use crate::text::front::nodes::{Node, Value};
use crate::text::front::read;

use super::values::{self, Choice};
use super::{Lines, Merged, Three};

/// Mappings in mappings are merged key by key so deep.
const DEPTH: usize = 3;

/// The lines of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    pub(super) key: String,
    /// Comments above the key, the key, and all lines of its value.
    pub(super) text: String,
}

/// Merged lines of keys.
pub(super) struct Fields {
    pub(super) text: String,
    pub(super) conflicts: usize,
    /// The keys that are left, in their order.
    pub(super) keys: Vec<String>,
}

/// The lines of each key of a mapping that stands in this part of a text, and what follows the last. `None` if it is not a key a line.
pub(super) fn chunks<'t>(text: &'t str, map: &Node, range: Range<usize>) -> Option<(Vec<Chunk>, &'t str)> {
    let Value::Map { entries, flow: false } = &map.value else { return None };
    let mut all = Vec::with_capacity(entries.len());
    let mut at = range.start;
    for entry in entries {
        let start = text.get(..entry.key_span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
        let is_alone = start >= at && text.get(start..entry.key_span.start)?.bytes().all(|byte| byte == b' ');
        if !is_alone || entry.key == "<<" {
            return None;
        }
        let last = text.get(..entry.value.span.end.max(entry.key_span.end))?.trim_end_matches('\n').len().max(entry.key_span.end);
        let end = last + text.get(last..)?.find('\n')? + 1;
        if end > range.end {
            return None;
        }
        all.push(Chunk { key: entry.key.clone(), text: text.get(at..end)?.to_owned() });
        at = end;
    }
    Some((all, text.get(at..range.end)?))
}

/// Merges the keys of three mappings: base, ours, theirs.
pub(super) fn merge(all: [&[Chunk]; 3], kind: Option<&Kind>, limits: &Limits, lines: Lines<'_>, depth: usize) -> Fields {
    let [base, ours, theirs] = all;
    let mut merged = Fields { text: String::new(), conflicts: 0, keys: Vec::new() };
    for key in order(ours, theirs) {
        let [b, o, t] = [base, ours, theirs].map(|side| side.iter().find(|chunk| chunk.key == key).map(|chunk| chunk.text.as_str()));
        let Merged { text, conflicts } = one(key, [b, o, t], kind, limits, lines, depth);
        if !text.is_empty() {
            merged.keys.push(key.to_owned());
        }
        merged.text.push_str(&text);
        merged.conflicts += conflicts;
    }
    merged
}

/// Our keys in our order, and each that only they have behind the one that it follows there.
fn order<'c>(ours: &'c [Chunk], theirs: &'c [Chunk]) -> Vec<&'c str> {
    let mut order: Vec<&str> = ours.iter().map(|chunk| chunk.key.as_str()).collect();
    let mut at = 0;
    for chunk in theirs {
        if let Some(place) = order.iter().position(|key| *key == chunk.key) {
            at = place + 1;
        } else {
            order.insert(at, &chunk.key);
            at += 1;
        }
    }
    order
}

/// The lines of one key.
fn one(key: &str, all: [Option<&str>; 3], kind: Option<&Kind>, limits: &Limits, lines: Lines<'_>, depth: usize) -> Merged {
    let [base, ours, theirs] = all.map(Option::unwrap_or_default);
    let three = Three { base, ours, theirs };
    if let Some(text) = three.settled() {
        return Merged::clean(text);
    }
    let texts = all.map(|text| text.map(alone));
    let fronts = texts.each_ref().map(|text| text.as_ref().map(|text| read(text, limits)));
    if fronts.iter().flatten().any(|front| !front.problems.is_empty()) {
        return Merged::both(ours, theirs);
    }
    let nodes = fronts.each_ref().map(|front| front.as_ref().and_then(|front| front.get(key)));
    // A key without a value says as much as no key.
    let json = nodes.map(|node| node.filter(|node| !node.is_null()).map(Node::to_json));
    // Only the notation or a comment is different on one side.
    if json[1] == json[2] || json[2] == json[0] {
        return Merged::clean(ours);
    }
    if json[1] == json[0] {
        return Merged::clean(theirs);
    }
    match values::choose(key, nodes, kind) {
        Choice::Ours => return Merged::clean(ours),
        Choice::Theirs => return Merged::clean(theirs),
        Choice::List(items) => {
            // The notation is ours, where we have any.
            let carrier = texts[1].as_ref().or(texts[2].as_ref());
            if let Some(text) = carrier.and_then(|text| values::with_items(text, key, items, limits)).as_deref().and_then(inside) {
                return Merged::clean(text);
            }
        }
        Choice::Map if depth < DEPTH => {
            if let Some(merged) = maps(&texts, nodes, limits, lines, depth) {
                return merged;
            }
        }
        Choice::Map | Choice::None => {}
    }
    let merged = lines(three);
    let is_whole = || {
        let front = read(&alone(&merged.text), limits);
        front.problems.is_empty() && super::names(&front) == [key]
    };
    if merged.conflicts == 0 && is_whole() { merged } else { Merged::both(ours, theirs) }
}

/// Lines as front matter of their own.
fn alone(lines: &str) -> String {
    format!("---\n{lines}---\n")
}

/// The lines of front matter that was made by [`alone`].
fn inside(text: &str) -> Option<&str> {
    text.strip_prefix("---\n")?.strip_suffix("---\n")
}

/// Mappings that both sides changed, each of a key alone.
fn maps(texts: &[Option<String>; 3], nodes: [Option<&Node>; 3], limits: &Limits, lines: Lines<'_>, depth: usize) -> Option<Merged> {
    let mut heads = [""; 3];
    let mut chunks_of: [Vec<Chunk>; 3] = Default::default();
    let mut tails = [""; 3];
    for (side, (text, node)) in texts.iter().zip(nodes).enumerate() {
        let (Some(text), Some(node)) = (text.as_deref(), node) else { continue };
        if node.is_null() {
            continue;
        }
        let first = node.entries()?.first()?.key_span.start;
        let start = text.get(..first)?.rfind('\n')? + 1;
        let end = text.len() - "---\n".len();
        heads[side] = text.get("---\n".len()..start)?;
        (chunks_of[side], tails[side]) = chunks(text, node, start..end)?;
    }
    let merged = merge([&chunks_of[0], &chunks_of[1], &chunks_of[2]], None, limits, lines, depth + 1);
    // A mapping of which nothing is left is another thing than none.
    if merged.keys.is_empty() {
        return None;
    }
    let head = if heads[1].is_empty() { heads[2] } else { heads[1] };
    let text = format!("{head}{}{}", merged.text, tails[1]);
    let is_read = merged.conflicts > 0 || read(&alone(&text), limits).problems.is_empty();
    is_read.then_some(Merged { text, conflicts: merged.conflicts })
}
