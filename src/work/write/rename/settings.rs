//! What `community.yaml` says of documents and people: the questions of goals, and who has a role.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::names::Found;
use crate::model::settings::FILE;
use crate::text::front::nodes::Node;
use crate::text::front::parse::parse;
use crate::work::meaning::Words;

use super::land::{Land, Side};
use super::plan::Plan;
use super::references::{edited, of_scalar};
use super::searches::searched;

/// A name in `community.yaml`.
struct Said {
    text: String,
    span: Range<usize>,
}

/// The settings with the names that documents and people have afterwards, and the text of what could not be changed; `None` where nothing is to be changed.
pub(super) fn renamed(plan: &Plan<'_, '_>) -> (Option<String>, Vec<Range<usize>>) {
    let (session, text) = (plan.land.session, plan.land.session.settings_text());
    let (mut edits, mut left, mut meant_to) = (Vec::new(), Vec::new(), HashMap::new());
    let mut replace = |said: &Said, new: &str| {
        if new != said.text {
            match of_scalar(text, &said.span, &said.text, new) {
                Some(edit) => {
                    meant_to.insert(said.span.start, new.to_owned());
                    edits.push(edit);
                }
                None => left.push(said.span.clone()),
            }
        }
    };
    let Some(root) = root(text, session.settings()) else { return (None, Vec::new()) };
    for said in questions(&root) {
        let Some(at) = meant(&plan.land.side, plan.land, &said.text) else { continue };
        let after = meant(&plan.after, plan.land, &said.text);
        if after == Some(at) && !plan.is_renamed(at) || plan.is_late && after.is_some_and(|after| after != at) {
            continue;
        }
        if let Some(new) = plan.names(&said.text, at).into_iter().find(|name| plan.leads_to(name, at)) {
            replace(&said, &new);
        }
    }
    for person in &plan.people {
        for said in holders(&root) {
            if said.text.trim_start_matches('@').eq_ignore_ascii_case(&person.handle.0) {
                let at = if said.text.starts_with('@') { "@" } else { "" };
                replace(&said, &format!("{at}{}", person.handle.1));
            }
        }
    }
    let queries = searches(&root);
    // Without the keys of documents nobody knows what a search means.
    if let Some(vocabulary) = Some(&queries).filter(|queries| !queries.is_empty()).and_then(|_| Words::of(session).ok()) {
        for said in &queries {
            replace(said, &searched(plan, &vocabulary, &said.text));
        }
    }
    edits.sort_by_key(|edit| edit.span.start);
    edits.dedup();
    if edits.is_empty() {
        return (None, left);
    }
    let changed = edited(text, &edits);
    // What is not read as it was meant is left to a person.
    let wanted = all(&root).into_iter().map(|said| meant_to.remove(&said.span.start).unwrap_or(said.text));
    let (now, problems) = parse(&changed, 0..changed.len(), &session.settings().limits);
    let faults = parse(text, 0..text.len(), &session.settings().limits).1.len();
    let is_so = now.is_some_and(|now| wanted.eq(all(&now).into_iter().map(|said| said.text)));
    if is_so && problems.len() == faults { (Some(changed), left) } else { (None, edits.into_iter().map(|edit| edit.span).collect()) }
}

/// Every name that the settings say, and every search.
fn all(root: &Node) -> Vec<Said> {
    questions(root).into_iter().chain(holders(root)).chain(searches(root)).collect()
}

/// The places at which the settings name a document as a question of a goal.
pub(super) fn naming(land: &Land<'_>, at: usize) -> Vec<Range<usize>> {
    let Some(root) = root(land.session.settings_text(), land.session.settings()) else { return Vec::new() };
    let named = questions(&root).into_iter().filter(|said| meant(&land.side, land, &said.text) == Some(at));
    named.map(|said| said.span).collect()
}

/// The places at which the settings name a person.
pub(super) fn naming_person(land: &Land<'_>, handle: &str) -> Vec<Range<usize>> {
    let Some(root) = root(land.session.settings_text(), land.session.settings()) else { return Vec::new() };
    let named = holders(&root).into_iter().filter(|said| said.text.trim_start_matches('@').eq_ignore_ascii_case(handle));
    named.map(|said| said.span).collect()
}

fn meant(side: &Side, land: &Land<'_>, text: &str) -> Option<usize> {
    match side.resolve(land.session.settings(), text) {
        Found::One(at) => Some(at),
        _ => None,
    }
}

fn root(text: &str, settings: &crate::model::settings::Settings) -> Option<Node> {
    parse(text, 0..text.len(), &settings.limits).0
}

fn questions(root: &Node) -> Vec<Said> {
    let goals = root.get("goals").and_then(Node::items).unwrap_or_default();
    goals.iter().filter_map(|goal| goal.get("questions")).flat_map(scalars).collect()
}

fn holders(root: &Node) -> Vec<Said> {
    let roles = root.get("governance").and_then(|governance| governance.get("roles")).and_then(Node::entries).unwrap_or_default();
    roles.iter().flat_map(|role| scalars(&role.value)).collect()
}

/// The searches that have a name.
fn searches(root: &Node) -> Vec<Said> {
    root.get("searches")
        .and_then(Node::entries)
        .unwrap_or_default()
        .iter()
        .flat_map(|search| scalars(search.value.get("query").unwrap_or(&search.value)))
        .collect()
}

/// The texts of a list, or of one value.
fn scalars(node: &Node) -> Vec<Said> {
    let nodes = node.items().unwrap_or(std::slice::from_ref(node));
    nodes
        .iter()
        .filter_map(|node| Some(Said { text: node.text()?.trim().to_owned(), span: node.span.clone() }))
        .filter(|said| !said.text.is_empty())
        .collect()
}

/// The file.
pub(super) const PATH: &str = FILE;
