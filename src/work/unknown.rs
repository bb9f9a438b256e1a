//! Values of a query that nothing here has: a tag that no document carries, a person whom nobody knows, a state that no kind has.

use std::collections::BTreeSet;

use crate::base::fold::fold_tag;
use crate::base::lang::Msg;
use crate::base::nearest::several;
use crate::model::kind::Kind;
use crate::model::query::ast::{Filter, Node, Query};
use crate::model::query::related::Related;
use crate::msg;
use crate::show::view::Remark;
use crate::store::index::Index;

use super::catalogue;
use super::echo;
use super::session::Session;
use super::strange::{Stranger, no_state, no_tag};

/// So many values are told of a key where none is near.
const TOLD: usize = 5;

/// Remarks on the values of a query that found nothing, with the nearest that there are.
pub(super) fn remark(session: &Session, query: &Query) {
    for msg in says(session, query) {
        session.remark(Remark { code: "unknown-value", msg, place: None });
    }
}

/// The same without remarking it.
pub(super) fn says(session: &Session, query: &Query) -> Vec<Msg> {
    strangers(session, query).into_iter().map(|stranger| stranger.says).collect()
}

/// What is likely meant by the value of a query's only field, where nothing here has that.
pub(super) fn nearest(session: &Session, query: &Query) -> Option<String> {
    strangers(session, query).into_iter().next()?.near
}

/// Whether something here has, or could have, every value of a query.
pub(super) fn is_known(session: &Session, query: &Query) -> bool {
    strangers(session, query).is_empty()
}

fn strangers(session: &Session, query: &Query) -> Vec<Stranger> {
    let mut filters = Vec::new();
    query.must.iter().for_each(|node| demanded(node, &mut filters));
    let kinds = kinds(session, &filters);
    filters.iter().filter_map(|terms| unknown(session, terms, &kinds)).collect()
}

/// The filters that a document has to meet; what is excluded may well be nothing.
fn demanded<'q>(node: &'q Node, filters: &mut Vec<&'q [String]>) {
    match node {
        Node::Filter(Filter::OneOf(terms)) => filters.push(terms),
        Node::And(nodes) | Node::Or(nodes) => nodes.iter().for_each(|node| demanded(node, filters)),
        Node::Filter(_) | Node::Leaf(_) | Node::Not(_) => {}
    }
}

/// The kinds that a query asks for; all, if it does not say.
fn kinds<'s>(session: &'s Session, filters: &[&[String]]) -> Vec<&'s Kind> {
    let all = &session.settings().kinds;
    let said = |term: &String| all.named(term.strip_prefix("kind=")?);
    let asked: Vec<&Kind> = filters.iter().flat_map(|terms| terms.iter()).filter_map(said).collect();
    if asked.is_empty() { all.all().iter().collect() } else { asked }
}

fn unknown(session: &Session, terms: &[String], kinds: &[&Kind]) -> Option<Stranger> {
    let (key, typed) = terms.first()?.split_once('=')?;
    let is_person = matches!(key, "by" | "creator" | "steward");
    if !is_person && !matches!(key, "tag" | "status" | "lang") {
        return no_value(session, key, terms);
    }
    if is_person && typed == "me" && catalogue::me(session).is_none() {
        return Some(Stranger { says: msg!("query-nobody"), near: None });
    }
    let key_of = key.to_owned();
    let values = session.ask(move |index: &mut Index, source| index.values(source, &key_of)).ok()?;
    let bare = |value: &str| value.strip_prefix(key).and_then(|rest| rest.strip_prefix('=')).unwrap_or(value).to_owned();
    let mut known: BTreeSet<String> = values.keys().map(|value| bare(value)).collect();
    match key {
        "tag" => known.extend(session.settings().tags.iter().map(|tag| fold_tag(&tag.name))),
        "status" => {
            let every = session.settings().kinds.all().iter().flat_map(|kind| &kind.states);
            known.extend(every.map(|state| state.name.clone()));
        }
        "lang" => known.extend(session.settings().languages.iter().chain([&session.settings().language]).cloned()),
        _ => known.extend(session.people().members().iter().map(|member| member.handle.clone())),
    }
    if terms.iter().any(|term| known.contains(&bare(term))) {
        return None;
    }
    if key == "status" {
        return Some(no_state(typed, kinds, session.lang()));
    }
    if key == "tag" {
        return Some(no_tag(typed, known.iter().map(String::as_str)));
    }
    let near = several(typed, known.iter().map(String::as_str), 1).first().map(|near| (*near).to_owned());
    let says = match (key, near.clone()) {
        ("lang", Some(near)) => msg!("query-no-language-near", typed = echo::value(typed), near = near),
        ("lang", None) => msg!("query-no-language", typed = echo::value(typed)),
        (_, Some(near)) => msg!("query-no-person-near", typed = echo::value(typed), near = near),
        (_, None) => msg!("query-no-person", typed = echo::value(typed)),
    };
    Some(Stranger { says, near })
}

/// A value that no document has under a key of front matter, where documents have others: the nearest, else those of most documents.
fn no_value(session: &Session, key: &str, terms: &[String]) -> Option<Stranger> {
    let is_key = catalogue::keys(session).ok()?.iter().any(|(known, _)| known == key);
    if !is_key || key == "kind" || Related::is_relation(&session.settings().kinds, key) {
        return None;
    }
    let key_of = key.to_owned();
    let values = session.ask(move |index: &mut Index, source| index.values(source, &key_of)).ok()?;
    let has = |term: &String| term.split_once('=').is_some_and(|(_, value)| values.contains_key(value));
    let (_, typed) = terms.first()?.split_once('=')?;
    if values.is_empty() || terms.iter().any(has) {
        return None;
    }
    if let Some(near) = several(typed, values.keys().map(String::as_str), 1).first() {
        let says = msg!("query-no-value-near", key = key, typed = echo::value(typed), near = *near);
        return Some(Stranger { says, near: Some((*near).to_owned()) });
    }
    let mut most: Vec<(&String, &u32)> = values.iter().collect();
    most.sort_by(|(one, less), (other, more)| more.cmp(less).then_with(|| one.cmp(other)));
    let told = most.iter().take(TOLD).map(|(value, _)| value.as_str()).collect::<Vec<_>>().join(", ");
    let more = if most.len() > TOLD { ", …" } else { "" };
    let says = msg!("query-no-value", key = key, typed = echo::value(typed), values = format!("{told}{more}"));
    Some(Stranger { says, near: None })
}
