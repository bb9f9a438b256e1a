//! States and tags that a search in the settings asks for and nothing here has.

use std::collections::BTreeSet;

use crate::base::fold::fold_tag;
use crate::base::lang::Msg;
use crate::model::finding::Severity;
use crate::model::kind::Kind;
use crate::model::query::ast::{Filter, Query};
use crate::model::query::of_kinds;
use crate::work::strange::{no_state, no_tag};

use super::scope::Scope;

/// Those of a query, each with how much it matters, as it was typed, and with what is said of it. No state comes of itself, but a tag may
/// be one that nobody has used so far: it is told where it is nearly one that is there, or could not come.
pub(super) fn of<'q>(scope: &Scope<'_>, query: &'q Query) -> Vec<(Severity, &'q str, Msg)> {
    let kinds = &scope.settings().kinds;
    let asked: Vec<&Kind> = of_kinds::asked(query).filter_map(|name| kinds.named(name)).collect();
    let asked = if asked.is_empty() { kinds.all().iter().collect() } else { asked };
    let mut all = Vec::new();
    let mut look = |filter: &'q Filter| {
        let Filter::OneOf(terms) = filter else { return };
        let Some((key, typed)) = terms.first().and_then(|term| term.split_once('=')) else { return };
        let known = match key {
            "status" => states(scope, &asked),
            "tag" => tags(scope),
            _ => return,
        };
        if terms.iter().filter_map(|term| term.split_once('=')).any(|(_, value)| known.contains(value)) {
            return;
        }
        if key == "status" {
            all.push((Severity::Error, typed, no_state(typed, &asked, scope.settings().tongue()).says));
        } else {
            let stranger = no_tag(typed, known.iter().map(String::as_str));
            let is_likely = stranger.near.is_some() || scope.settings().tags_closed;
            all.extend(is_likely.then_some((Severity::Warning, typed, stranger.says)));
        }
    };
    query.must.iter().for_each(|node| node.each_filter(&mut look));
    all
}

/// The states that documents of some kinds can have, and those that any has all the same.
fn states(scope: &Scope<'_>, kinds: &[&Kind]) -> BTreeSet<String> {
    let said = kinds.iter().flat_map(|kind| &kind.states).map(|state| state.name.clone());
    said.chain(values(scope, "status=")).collect()
}

/// The tags that documents have, and those that the community agreed on.
fn tags(scope: &Scope<'_>) -> BTreeSet<String> {
    scope.settings().tags.iter().map(|tag| fold_tag(&tag.name)).chain(values(scope, "tag=")).collect()
}

/// The values that documents have under a key, which ends in `=`.
fn values<'s>(scope: &'s Scope<'_>, key: &'s str) -> impl Iterator<Item = String> + 's {
    let terms =
        scope.entries().iter().flat_map(move |entry| entry.terms.range(key.to_owned()..).take_while(move |term| term.starts_with(key)));
    terms.map(move |term| term[key.len()..].to_owned())
}
