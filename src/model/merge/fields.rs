//! Front matter, merged key by key.
//!
//! A key has its lines, with the comments above them. Lines that only one side changed are taken as they are; only where both did are
//! the values looked at.

use std::collections::BTreeSet;
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
    if ours.is_empty() || theirs.is_empty() {
        return guarded(three, value(key, all, kind, limits, lines, depth));
    }
    // What stands above a key and behind its value is no part of the value, and is merged for itself.
    let (above, rests): (Vec<&str>, Vec<&str>) = [base, ours, theirs].map(above).into_iter().unzip();
    let above = Three { base: above[0], ours: above[1], theirs: above[2] };
    let above = above.settled().map_or_else(|| lines(above), Merged::clean);
    let rest = Three { base: rests[0], ours: rests[1], theirs: rests[2] };
    let merged = behind(key, rest, limits, |three: Three<'_>| {
        let all = [Some(three.base).filter(|_| !base.is_empty()), Some(three.ours), Some(three.theirs)];
        three.settled().map_or_else(|| guarded(three, value(key, all, kind, limits, lines, depth)), Merged::clean)
    });
    if above.conflicts > 0 { Merged::both(ours, theirs) } else { Merged { text: above.text + &merged.text, conflicts: merged.conflicts } }
}

/// The comments above a key, and the rest.
fn above(chunk: &str) -> (&str, &str) {
    let is_above = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
    chunk.split_at(chunk.split_inclusive('\n').take_while(is_above).map(str::len).sum())
}

/// Merges lines of a key with the comment behind a value of one line apart from it.
fn behind(key: &str, three: Three<'_>, limits: &Limits, merge: impl Fn(Three<'_>) -> Merged) -> Merged {
    let cut = |text: &'_ str| -> Option<usize> {
        if text.is_empty() {
            return Some(0);
        }
        let line = text.strip_suffix('\n').filter(|line| !line.contains('\n'))?;
        let own = alone(text);
        let front = read(&own, limits);
        let end = front.get(key)?.span.end.checked_sub("---\n".len())?;
        let end = text.get(..end)?.trim_end().len();
        let comment = line.get(end..)?;
        (comment.is_empty() || comment.trim_start().starts_with('#')).then_some(end)
    };
    let [Some(base), Some(ours), Some(theirs)] = [three.base, three.ours, three.theirs].map(cut) else { return merge(three) };
    let comments = Three { base: &three.base[base..], ours: &three.ours[ours..], theirs: &three.theirs[theirs..] };
    let Some(comment) = comments.settled() else { return Merged::both(three.ours, three.theirs) };
    let values = [&three.base[..base], &three.ours[..ours], &three.theirs[..theirs]]
        .map(|text| if text.is_empty() { String::new() } else { format!("{text}\n") });
    let merged = merge(Three { base: &values[0], ours: &values[1], theirs: &values[2] });
    match merged.text.strip_suffix('\n').filter(|line| !line.contains('\n')) {
        _ if merged.conflicts > 0 => Merged::both(three.ours, three.theirs),
        Some(line) => Merged::clean(format!("{line}{}", if comment.is_empty() { "\n" } else { comment })),
        None if comment.trim().is_empty() => merged,
        None => Merged::both(three.ours, three.theirs),
    }
}

/// The same, unless a comment that one side wrote would be lost: then both are left for a person.
fn guarded(three: Three<'_>, merged: Merged) -> Merged {
    let before: BTreeSet<(&str, &str)> = comments(three.base).collect();
    // One comment may stand at several places, each of which counts.
    let count = |said: &BTreeSet<(&str, &str)>, comment: &str| said.iter().filter(|(_, own)| *own == comment).count();
    let wanted: BTreeSet<_> = comments(three.ours).chain(comments(three.theirs)).filter(|said| !before.contains(said)).collect();
    let after: BTreeSet<_> = comments(&merged.text).filter(|said| !before.contains(said)).collect();
    let loses = wanted.iter().any(|(_, comment)| count(&after, comment) < count(&wanted, comment));
    if merged.conflicts == 0 && loses { Merged::both(three.ours, three.theirs) } else { merged }
}

/// What looks like a comment in lines of front matter, with its line. A text in quotes may look like one too: then there is one question more.
fn comments(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter_map(|line| {
        let start = if line.trim_start().starts_with('#') { line.find('#') } else { line.find(" #").map(|at| at + 1) };
        line.get(start?..).map(|comment| (line.trim(), comment.trim_end()))
    })
}

/// The lines of one key that both sides changed.
fn value(key: &str, all: [Option<&str>; 3], kind: Option<&Kind>, limits: &Limits, lines: Lines<'_>, depth: usize) -> Merged {
    let [base, ours, theirs] = all.map(Option::unwrap_or_default);
    let three = Three { base, ours, theirs };
    let texts = all.map(|text| text.map(alone));
    let fronts = texts.each_ref().map(|text| text.as_ref().map(|text| read(text, limits)));
    if fronts.iter().flatten().any(|front| !front.problems.is_empty()) {
        return Merged::both(ours, theirs);
    }
    let nodes = fronts.each_ref().map(|front| front.as_ref().and_then(|front| front.get(key)));
    // A key without a value says as much as no key.
    let json = nodes.map(|node| node.filter(|node| !node.is_null()).map(Node::to_json));
    // Only the notation or a comment is different on one side; where git can bring them together, neither is lost.
    if json[1] == json[2] || json[2] == json[0] || json[1] == json[0] {
        let wanted = if json[1] == json[0] { &json[2] } else { &json[1] };
        let merged = lines(three);
        let own = alone(&merged.text);
        let front = read(&own, limits);
        let is_same = || front.get(key).filter(|node| !node.is_null()).map(Node::to_json) == *wanted;
        if merged.conflicts == 0 && front.problems.is_empty() && is_same() {
            return merged;
        }
    }
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
