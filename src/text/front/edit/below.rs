//! An entry of a mapping that stands under a key of a file that is YAML from beginning to end, put in or taken out.
//!
//! As with a field of front matter everything else keeps its bytes, and what was written is read again before it is given out.

use serde_json::{Map, Value as Json};

use super::write::{Around, Scalar, notations};
use super::{New, Refusal, Splice, splice};
use crate::base::limits::Limits;
use crate::msg;
use crate::text::front::nodes::{Entry, Node, Value};
use crate::text::front::parse::parse;

/// How far an entry stands in where there is none yet to go by.
const INDENT: &str = "  ";

/// The text with one more entry under `key`, behind those that are there. Where there is no such key it is added at the end.
///
/// # Errors
/// The text is faulty, or what stands under the key is no mapping, or is written so that nothing can be put in safely.
pub fn put(text: &str, key: &str, name: &str, value: &str) -> Result<String, Refusal> {
    let root = sound(text)?;
    let under = root.as_ref().and_then(|root| find(root, key));
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let written = |around: Around| {
        let first = |text: &str| notations(&Scalar::text(text), None, around).swap_remove(0);
        // A key is read up to its colon, so it is as plain as between braces or else in quotes.
        let name = notations(&Scalar::text(name), None, Around::Flow).swap_remove(0);
        format!("{name}: {}", first(value))
    };
    let line = |indent: &str| format!("{indent}{}{eol}", written(Around::Block));
    let splices = match under {
        None if root.as_ref().is_none_or(|root| root.is_null() || is_block(root)) => {
            let before = if text.is_empty() || text.ends_with('\n') { "" } else { eol };
            vec![at(text.len(), format!("{before}{key}:{eol}{}", line(INDENT)))]
        }
        None => return Err(refused(key, 0..0)),
        Some(entry) if entry.value.is_null() => {
            let end = end_of_line(text, entry.value.span.end.max(entry.key_span.end));
            let gone = Splice { range: entry.value.span.clone(), with: String::new() };
            vec![gone, at(end, opened(text, end, eol) + &line(&(indent(text, entry) + INDENT)))]
        }
        Some(entry) => match (&entry.value.value, entry.value.indirect) {
            (Value::Map { entries, flow: true }, false) => {
                let inside = &text[..entry.value.span.end.saturating_sub(1)];
                let between = if entries.is_empty() { "" } else { ", " };
                vec![at(inside.trim_end().len(), format!("{between}{}", written(Around::Flow)))]
            }
            (Value::Map { entries, flow: false }, false) => {
                let Some(last) = entries.last() else { return Err(refused(key, entry.key_span.clone())) };
                let end = end_of_line(text, end_of(text, last));
                vec![at(end, opened(text, end, eol) + &line(&indent(text, last)))]
            }
            _ => return Err(refused(key, entry.value.span.clone())),
        },
    };
    let mut expected = root.map(|root| root.to_json()).filter(Json::is_object).unwrap_or_else(|| Json::Object(Map::new()));
    if expected[key].is_null() {
        expected[key] = Json::Object(Map::new());
    }
    expected[key][name] = Json::String(value.to_owned());
    verified(splice(text, &splices), &expected, key)
}

/// The text without an entry under `key`: its lines, with what is remarked on them; between braces it alone.
///
/// # Errors
/// As [`put`]; an entry that is not there is none to take out.
pub fn take(text: &str, key: &str, name: &str) -> Result<String, Refusal> {
    let root = sound(text)?;
    let Some(under) = root.as_ref().and_then(|root| find(root, key)) else { return Ok(text.to_owned()) };
    let Value::Map { entries, flow } = &under.value.value else { return Ok(text.to_owned()) };
    let Some(place) = entries.iter().position(|entry| entry.key == name) else { return Ok(text.to_owned()) };
    let (entry, before, after) = (&entries[place], place.checked_sub(1).map(|before| &entries[before]), entries.get(place + 1));
    let range = match (flow, before, after) {
        (true, _, Some(after)) => entry.key_span.start..after.key_span.start,
        (true, Some(before), None) => before.value.span.end..entry.value.span.end,
        (true, None, None) => entry.key_span.start..entry.value.span.end,
        (false, ..) => entry.key_span.start - indent(text, entry).len()..end_of_line(text, end_of(text, entry)),
    };
    let mut expected = root.as_ref().map(Node::to_json).unwrap_or_default();
    if let Some(entries) = expected[key].as_object_mut() {
        entries.remove(name);
        if entries.is_empty() && !flow {
            expected[key] = Json::Null;
        }
    }
    verified(splice(text, &[Splice { range, with: String::new() }]), &expected, key)
}

/// The text with a truth under a key of its own.
///
/// # Errors
/// As [`super::set`].
pub fn flag(text: &str, key: &str, value: bool) -> Result<String, Refusal> {
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { eol };
    // Between fences it is front matter, whose fields can be set.
    let fence = format!("---{eol}");
    let back = |at: usize| at.saturating_sub(fence.len()).min(text.len());
    let framed = format!("{fence}{text}{end}{fence}");
    let set = super::set(&framed, key, &New::One(Scalar::typed(value.to_string())), &Limits::of_settings());
    let set = set.map_err(|refusal| Refusal::new(back(refusal.span.start)..back(refusal.span.end), refusal.msg))?;
    let bare = set.strip_prefix(&fence).and_then(|set| set.strip_suffix(&fence));
    bare.map(str::to_owned).ok_or_else(|| refused(key, 0..0))
}

/// What the text holds, if nothing is wrong with it.
fn sound(text: &str) -> Result<Option<Node>, Refusal> {
    let (root, problems) = parse(text, 0..text.len(), &Limits::of_settings());
    match problems.first() {
        Some(problem) => Err(Refusal::new(problem.span.clone(), msg!("edit-faulty"))),
        None => Ok(root),
    }
}

/// What was written, if it reads as it should.
fn verified(changed: String, expected: &Json, key: &str) -> Result<String, Refusal> {
    let now = sound(&changed).map_err(|_| refused(key, 0..0))?;
    let now = now.map(|root| root.to_json()).unwrap_or_default();
    if now == *expected { Ok(changed) } else { Err(refused(key, 0..0)) }
}

fn refused(key: &str, span: std::ops::Range<usize>) -> Refusal {
    Refusal::new(span, msg!("edit-unsafe", key = key))
}

fn find<'n>(root: &'n Node, key: &str) -> Option<&'n Entry> {
    root.entries()?.iter().find(|entry| entry.key == key)
}

fn is_block(node: &Node) -> bool {
    matches!(node.value, Value::Map { flow: false, .. })
}

fn at(place: usize, with: String) -> Splice {
    Splice { range: place..place, with }
}

/// What stands before an entry on its line, if that is nothing but spaces.
fn indent(text: &str, entry: &Entry) -> String {
    let before = &text[..entry.key_span.start];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    before[start..].chars().take_while(|letter| *letter == ' ').collect()
}

/// Where an entry ends; the span of a block scalar goes on to the next line.
fn end_of(text: &str, entry: &Entry) -> usize {
    text[..entry.value.span.end].trim_end_matches(['\n', '\r']).len().max(entry.key_span.end)
}

/// Behind the end of the line that a place is in.
fn end_of_line(text: &str, place: usize) -> usize {
    text[place..].find('\n').map_or(text.len(), |at| place + at + 1)
}

/// What has to stand before a new line at a place: an end for the last line, where it has none.
fn opened(text: &str, place: usize, eol: &str) -> String {
    if place == 0 || text[..place].ends_with('\n') { String::new() } else { eol.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{flag, put, take};

    #[test]
    fn an_entry_goes_in_and_everything_else_stays() {
        for (before, after) in [
            ("", "communities:\n  a: ~/a\n"),
            ("# mine\nlanguage: nl", "# mine\nlanguage: nl\ncommunities:\n  a: ~/a\n"),
            ("communities:\nlanguage: nl\n", "communities:\n  a: ~/a\nlanguage: nl\n"),
            ("communities: ~ # none\n", "communities:  # none\n  a: ~/a\n"),
            ("communities: {}\n", "communities: {a: ~/a}\n"),
            ("communities: {b: /b }\n", "communities: {b: /b, a: ~/a }\n"),
            ("communities:\n    b: /b # work\n\nlanguage: nl\n", "communities:\n    b: /b # work\n    a: ~/a\n\nlanguage: nl\n"),
            ("communities:\n  b: {path: /b}", "communities:\n  b: {path: /b}\n  a: ~/a\n"),
            ("communities:\n  b:\n    path: /b\nx: 1\n", "communities:\n  b:\n    path: /b\n  a: ~/a\nx: 1\n"),
            ("language: nl\r\ncommunities:\r\n  b: /b\r\n", "language: nl\r\ncommunities:\r\n  b: /b\r\n  a: ~/a\r\n"),
        ] {
            assert_eq!(put(before, "communities", "a", "~/a").as_deref(), Ok(after), "{before}");
        }
        for odd in
            ["communities: [a]\n", "communities: x\n", "- a\n", "{language: nl}\n", "communities:\n  b: 'open\n", "communities: &x {}\n"]
        {
            assert!(put(odd, "communities", "a", "~/a").is_err(), "{odd}");
        }
    }

    #[test]
    fn an_entry_goes_out_and_everything_else_stays() {
        for (before, after) in [
            ("communities:\n  a: /a # old\n  b: /b # work\n", "communities:\n  b: /b # work\n"),
            ("communities:\n  b: /b\n  # the other\n  a: /a\nx: 1\n", "communities:\n  b: /b\n  # the other\nx: 1\n"),
            ("communities:\n  a: /a\nx: 1\n", "communities:\nx: 1\n"),
            ("communities:\n  a:\n    path: /a\n  b: /b", "communities:\n  b: /b"),
            ("communities: {a: /a, b: /b}\n", "communities: {b: /b}\n"),
            ("communities: {b: /b, a: /a}\n", "communities: {b: /b}\n"),
            ("communities: {a: /a}\n", "communities: {}\n"),
            ("language: nl\n", "language: nl\n"),
        ] {
            assert_eq!(take(before, "communities", "a").as_deref(), Ok(after), "{before}");
        }
    }

    #[test]
    fn a_truth_is_set_and_everything_else_stays() {
        for (before, after) in [
            ("", "remember: true\n"),
            ("# mine\nlanguage: nl", "# mine\nlanguage: nl\nremember: true\n"),
            ("remember: no # for now\ncommunities:\n  a: /a\n", "remember: true # for now\ncommunities:\n  a: /a\n"),
            ("a: {b: c}\r\n", "a: {b: c}\r\nremember: true\r\n"),
        ] {
            assert_eq!(flag(before, "remember", true).as_deref(), Ok(after), "{before}");
        }
        assert!(flag("a: 'b\n", "remember", true).is_err());
    }

    proptest! {
        #[test]
        fn what_went_in_comes_out_again(
            text in r"(# [a-z]{0,5}\n|language: nl\n){0,2}(communities:( \{\}|\n  [b-z]{2}: /[a-z ]{1,4}[a-z]( # x)?)\n)?",
            name in "[a-z][a-z0-9-]{2,8}",
            path in "[ -~é]{1,12}",
        ) {
            let Ok(more) = put(&text, "communities", &name, &path) else { return Ok(()) };
            let less = take(&more, "communities", &name).unwrap();
            prop_assert_eq!(less.replace("communities:\n", ""), text.replace("communities:\n", ""));
        }
    }
}
