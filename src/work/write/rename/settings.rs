//! What `community.yaml` says of documents and people: the questions of goals, and who has a role.

use std::ops::Range;

use crate::model::names::Found;
use crate::model::settings::FILE;
use crate::text::front::nodes::Node;
use crate::text::front::parse::parse;

use super::land::{Land, Side};
use super::plan::Plan;
use super::references::{edited, of_scalar};

/// A name in `community.yaml`.
struct Said {
    text: String,
    span: Range<usize>,
}

/// The settings with the names that documents and people have afterwards, and the text of what could not be changed; `None` where nothing is to be changed.
pub(super) fn renamed(plan: &Plan<'_, '_>) -> (Option<String>, Vec<Range<usize>>) {
    let (session, text) = (plan.land.session, plan.land.session.settings_text());
    let (mut edits, mut left) = (Vec::new(), Vec::new());
    let mut replace = |said: &Said, new: &str| {
        if new != said.text {
            match of_scalar(text, &said.span, &said.text, new) {
                Some(edit) => edits.push(edit),
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
    for said in searches(&root) {
        let new = searched(plan, &said.text);
        replace(&said, &new);
    }
    edits.sort_by_key(|edit| edit.span.start);
    edits.dedup();
    if edits.is_empty() {
        return (None, left);
    }
    let changed = edited(text, &edits);
    // What is not read as it was meant is left to a person.
    let count = |text: &str| root_count(text, session.settings());
    if count(text) == count(&changed) { (Some(changed), left) } else { (None, edits.into_iter().map(|edit| edit.span).collect()) }
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

fn root_count(text: &str, settings: &crate::model::settings::Settings) -> (usize, usize, usize) {
    let (root, problems) = parse(text, 0..text.len(), &settings.limits);
    root.map_or((0, 0, problems.len()), |root| (questions(&root).len(), holders(&root).len(), problems.len()))
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
    root.get("searches").and_then(Node::entries).unwrap_or_default().iter().flat_map(|search| scalars(&search.value)).collect()
}

/// A search with what it says behind a colon as it is called afterwards: `steward:bob`, `link:practice/scan-maps`.
fn searched(plan: &Plan<'_, '_>, query: &str) -> String {
    let person = plan.people.iter().map(|person| (person.handle.0.as_str(), person.handle.1.as_str()));
    let renamed = plan.land.list.iter().zip(&plan.list).filter(|(old, new)| old.reference != new.reference || old.path != new.path);
    let named = renamed.flat_map(|(old, new)| {
        let bare = |name: &'_ str| name.split_once('/').map_or(name, |(_, slug)| slug).to_owned();
        [(old.reference.clone(), new.reference.clone()), (bare(&old.reference), bare(&new.reference)), (old.path.clone(), new.path.clone())]
    });
    let pairs: Vec<(String, String)> = person.map(|(old, new)| (old.to_owned(), new.to_owned())).chain(named).collect();
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '/' | '.');
    // What these say is no name, though it may look like one.
    let others = ["tag", "tags", "status", "kind", "lang", "language", "audience", "title", "text"];
    let mut out = String::with_capacity(query.len());
    let mut rest = query;
    while let Some(at) = rest.find(':') {
        let (before, value) = rest.split_at(at + 1);
        out.push_str(before);
        let open = value.len() - value.trim_start_matches(['"', '@', '=']).len();
        let end = value[open..].find(|letter| !is_part(letter)).map_or(value.len(), |end| open + end);
        let said = &value[open..end];
        let key = before.trim_end_matches(':').rsplit(|letter| !is_part(letter)).next().unwrap_or_default();
        let is_name = !others.iter().any(|other| other.eq_ignore_ascii_case(key));
        let new = pairs.iter().find(|(old, _)| is_name && old.eq_ignore_ascii_case(said)).map_or(said, |(_, new)| new);
        out.push_str(&value[..open]);
        out.push_str(new);
        rest = &value[end..];
    }
    out + rest
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
