//! The searches of `community.yaml` with the names that people, documents and files have afterwards.

use std::ops::Range;

use crate::base::fold::fold;
use crate::model::field::FieldType;
use crate::model::kind::Kind;
use crate::model::query::fields::{LINKED_BY, LINKS_TO, USES};
use crate::model::query::named::values;
use crate::model::query::term::{self, ValueType};
use crate::model::query::vocabulary::Vocabulary;

use super::plan::Plan;
use super::references::{Edit, edited};

/// What the values of a key name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    Person,
    Document,
    File,
}

/// A search in which whoever and whatever is called otherwise afterwards is called so: `steward:bob`, `ref:practice/scan-maps`. Only behind keys
/// that name somebody or something: a tag may be called as a document is.
pub(super) fn searched(plan: &Plan<'_, '_>, vocabulary: &dyn Vocabulary, query: &str) -> String {
    let mut edits = Vec::new();
    for said in values(query, vocabulary) {
        let Some(names) = names(plan, vocabulary, &said.key) else { continue };
        let raw = query.get(said.span.clone()).unwrap_or_default();
        let typed = raw.trim_start_matches(['=', '@', '"']).trim_end_matches('"');
        let lead = raw.len() - raw.trim_start_matches(['=', '@', '"']).len();
        let span = said.span.start + lead..said.span.start + lead + typed.len();
        let new = match names {
            Names::Person => person(plan, typed),
            Names::Document => document(plan, typed),
            Names::File => file(plan, typed),
        };
        edits.extend(new.iter().find_map(|new| standing(query, &span, new)));
    }
    edited(query, &edits)
}

/// What the values of a key name, as the key is compared; `None` where they are no names.
fn names(plan: &Plan<'_, '_>, vocabulary: &dyn Vocabulary, key: &str) -> Option<Names> {
    match key {
        "by" | "creator" | "steward" => return Some(Names::Person),
        "ref" | LINKS_TO | LINKED_BY | USES => return Some(Names::Document),
        "path" => return Some(Names::File),
        // What these say is no name, whatever kinds make of them.
        "kind" | "tag" | "tags" | "status" | "lang" | "title" | "created" | "updated" | "has" | "no" | "is" | "search" | "sort" => {
            return None;
        }
        _ => {}
    }
    if vocabulary.key(key) == Some(ValueType::Person) {
        return Some(Names::Person);
    }
    let is_so = |name: &String| term::key(name) == key;
    let refers = |kind: &Kind| {
        let fields = kind.fields.iter().filter(|field| field.kind == FieldType::Ref);
        fields.flat_map(|field| field.keys.iter().chain([&field.name])).any(is_so)
            || kind.relations.iter().flat_map(|relation| relation.keys.iter().chain([&relation.name]).chain(&relation.inverse)).any(is_so)
    };
    plan.settings().kinds.all().iter().any(refers).then_some(Names::Document)
}

/// What a person is called instead; the first that can stand there counts.
fn person(plan: &Plan<'_, '_>, typed: &str) -> Vec<String> {
    let own = plan.people.iter().find_map(|person| {
        if typed.eq_ignore_ascii_case(&person.handle.0) {
            return Some(vec![person.handle.1.clone()]);
        }
        let is_name = person.name.0 != person.name.1 && fold(typed) == fold(&person.name.0);
        is_name.then(|| vec![person.name.1.clone(), person.handle.1.clone()])
    });
    own.unwrap_or_default()
}

/// What a document is called instead, by as many parts of its ref as before.
fn document(plan: &Plan<'_, '_>, typed: &str) -> Vec<String> {
    let count = typed.split('/').count();
    let ends = |reference: &str| {
        let (own, typed) = (reference.to_lowercase(), typed.to_lowercase());
        own == typed || own.strip_suffix(&typed).is_some_and(|rest| rest.ends_with('/'))
    };
    let mut meant = plan.land.list.iter().zip(&plan.list).filter(|(old, _)| !typed.is_empty() && ends(&old.reference));
    let (Some((old, new)), None) = (meant.next(), meant.next()) else { return Vec::new() };
    let parts: Vec<&str> = new.reference.split('/').collect();
    // All of a ref stays all of one.
    let kept = if old.reference.split('/').count() == count { parts.len() } else { count.min(parts.len()) };
    vec![parts[parts.len() - kept..].join("/")]
}

/// Where a file or folder stands instead.
fn file(plan: &Plan<'_, '_>, typed: &str) -> Vec<String> {
    let (bare, slash) = typed.strip_suffix('/').map_or((typed, ""), |bare| (bare, "/"));
    let (bare, dot) = bare.strip_prefix("./").map_or((bare, ""), |bare| (bare, "./"));
    let new = plan.moves.folders.get(bare).or_else(|| plan.moves.files.get(bare));
    new.map(|new| format!("{dot}{new}{slash}")).into_iter().collect()
}

/// A value put where another stands, in quotes if it needs them; `None` where it can't stand there, or is the same.
fn standing(query: &str, span: &Range<usize>, new: &str) -> Option<Edit> {
    if query.get(span.clone()) == Some(new) || new.contains(['"', '“', '”', '„', '«', '»']) {
        return None;
    }
    let is_quoted = query[..span.start].ends_with(['"', '“', '”', '„', '«']);
    let is_plain = !new.contains(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '(' | ')' | ';' | '?' | '!'));
    let with = if is_quoted || is_plain { new.to_owned() } else { format!("\"{new}\"") };
    Some(Edit { span: span.clone(), with })
}
