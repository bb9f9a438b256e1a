//! Setting a field without touching anything else in the file.
//!
//! The bytes of a value are replaced where they stand; comments, quotes, order, indentation and line ends of everything else stay. What was
//! written is read again before it is given out: the field must have exactly the new value and every other key the one it
//! had, or nothing is changed. What can't be done in this way is refused, with the place, and left to a person.

pub mod below;
mod list;
mod place;
mod write;

use std::ops::Range;

use super::nodes::{Node, Value};
use super::{Front, read};
use crate::base::lang::Msg;
use crate::base::limits::Limits;
use crate::base::problem::Problem;
use crate::msg;

pub use write::Scalar;

/// What a field is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum New {
    /// One value.
    One(Scalar),
    /// A list.
    List(Vec<Scalar>),
    /// The key is taken away.
    Nothing,
}

/// Why a field can't be set, and where in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The bytes in question.
    pub span: Range<usize>,
    /// Why.
    pub msg: Msg,
}

impl Refusal {
    fn new(span: Range<usize>, msg: Msg) -> Self {
        Self { span, msg }
    }
}

/// Bytes that are replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Splice {
    range: Range<usize>,
    with: String,
}

/// The file with a field set to a value, in which nothing else is different.
///
/// A key that is not there is added below the others; a file without front matter gets one. Of a list, items that stay
/// keep their notation and comments.
///
/// # Errors
/// The front matter is faulty at the place, or holds something that can't be changed without being written anew: a key given twice,
/// an anchor, an alias or a tag, a mapping, a comment in the middle of what goes away.
pub fn set(text: &str, key: &str, new: &New, limits: &Limits) -> Result<String, Refusal> {
    let front = read(text, limits);
    if let Some(problem) = front.problems.iter().find(|problem| !is_elsewhere(problem, &front, key)) {
        return Err(Refusal::new(problem.span.clone(), msg!("edit-faulty")));
    }
    let mut refusal = None;
    for splices in place::candidates(text, &front, key, new)? {
        let changed = splice(text, &splices);
        match verify(text, &front, &changed, key, new, limits) {
            Ok(()) => return Ok(changed),
            Err(found) => refusal = refusal.or(Some(found)),
        }
    }
    Err(refusal.unwrap_or_else(|| unsafe_here(&front, key)))
}

/// Whether a problem is of another field alone, and leaves no doubt about where the fields are.
fn is_elsewhere(problem: &Problem, front: &Front, key: &str) -> bool {
    let is_own = |span: &Range<usize>| problem.span.start < span.end && span.start < problem.span.end.max(problem.span.start + 1);
    let entries = front.root.as_ref().and_then(Node::entries).unwrap_or_default();
    let touches = entries.iter().filter(|entry| entry.key == key).any(|entry| is_own(&(entry.key_span.start..entry.value.span.end + 1)));
    matches!(problem.rule, "duplicate-key" | "yaml-comment" | "yaml-tag" | "yaml-anchor") && !touches
}

/// Carries splices out; they are in order and do not overlap.
fn splice(text: &str, splices: &[Splice]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for Splice { range, with } in splices {
        out.push_str(&text[at..range.start]);
        out.push_str(with);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Demands that the changed file has the new value, every other value as before, and the same text below.
fn verify(text: &str, front: &Front, changed: &str, key: &str, new: &New, limits: &Limits) -> Result<(), Refusal> {
    let refused = || Err(unsafe_here(front, key));
    let now = read(changed, limits);
    let (body, now_body) = (&text[front.body..], &changed[now.body..]);
    // Between front matter that is new and the text there is an empty line.
    let stays = body == now_body || front.range.is_none() && now_body.trim_start_matches(['\r', '\n']) == body;
    if now.problems.len() > front.problems.len() || !stays {
        return refused();
    }
    if !is(now.get(key), new) {
        return refused();
    }
    let others = |front: &Front| -> Vec<(String, serde_json::Value)> {
        let entries = front.root.as_ref().and_then(Node::entries).unwrap_or_default().iter();
        entries.filter(|entry| entry.key != key).map(|entry| (entry.key.clone(), entry.value.to_json())).collect()
    };
    if others(front) == others(&now) { Ok(()) } else { refused() }
}

/// Whether a value is what it was to become.
fn is(node: Option<&Node>, new: &New) -> bool {
    match (node, new) {
        (None, New::Nothing) => true,
        (Some(node), New::One(scalar)) => node.text() == Some(&scalar.text),
        (Some(node), New::List(list)) => node
            .items()
            .is_some_and(|items| items.len() == list.len() && items.iter().zip(list).all(|(item, new)| item.text() == Some(&new.text))),
        _ => false,
    }
}

fn unsafe_here(front: &Front, key: &str) -> Refusal {
    let whole = front.range.clone().unwrap_or_default();
    let span = front.get(key).map_or(whole, |node| node.span.clone());
    Refusal::new(span, msg!("edit-unsafe", key = key))
}

/// The one entry of a key, if it is there and can be edited.
fn entry<'f>(front: &'f Front, key: &str) -> Result<Option<&'f super::nodes::Entry>, Refusal> {
    let Some(root) = &front.root else { return Ok(None) };
    let Value::Map { entries, .. } = &root.value else {
        return Err(Refusal::new(root.span.clone(), msg!("edit-faulty")));
    };
    let mut found = entries.iter().filter(|entry| entry.key == key);
    let (first, second) = (found.next(), found.next());
    if let Some(second) = second {
        return Err(Refusal::new(second.key_span.clone(), msg!("edit-twice", key = key)));
    }
    let Some(first) = first else { return Ok(None) };
    if first.value.indirect || root.indirect {
        return Err(Refusal::new(first.value.span.clone(), msg!("edit-indirect", key = key)));
    }
    if matches!(first.value.value, Value::Map { .. }) {
        return Err(Refusal::new(first.value.span.clone(), msg!("edit-mapping", key = key)));
    }
    Ok(Some(first))
}

#[cfg(test)]
mod tests;
