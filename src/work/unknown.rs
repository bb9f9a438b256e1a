//! Values of a query that nothing here has: a tag that no document carries, a person whom nobody knows.

use std::collections::BTreeSet;

use crate::base::lang::Msg;
use crate::base::nearest::several;
use crate::model::query::ast::{Filter, Node, Query};
use crate::msg;
use crate::show::view::Remark;
use crate::store::index::Index;

use super::catalogue;
use super::session::Session;

/// Remarks on the tags and people of a query that found nothing, with the nearest that there are.
pub(super) fn remark(session: &Session, query: &Query) {
    let mut filters = Vec::new();
    query.must.iter().for_each(|node| demanded(node, &mut filters));
    for terms in filters {
        if let Some(msg) = unknown(session, terms) {
            session.remark(Remark { code: "unknown-value", msg, place: None });
        }
    }
}

/// The filters that a document has to meet; what is excluded may well be nothing.
fn demanded<'q>(node: &'q Node, filters: &mut Vec<&'q [String]>) {
    match node {
        Node::Filter(Filter::OneOf(terms)) => filters.push(terms),
        Node::And(nodes) | Node::Or(nodes) => nodes.iter().for_each(|node| demanded(node, filters)),
        Node::Filter(_) | Node::Leaf(_) | Node::Not(_) => {}
    }
}

fn unknown(session: &Session, terms: &[String]) -> Option<Msg> {
    let (key, typed) = terms.first()?.split_once('=')?;
    let is_person = matches!(key, "by" | "creator" | "steward");
    if key != "tag" && !is_person {
        return None;
    }
    if is_person && typed == "me" && catalogue::me(session).is_none() {
        return Some(msg!("query-nobody"));
    }
    let key_of = key.to_owned();
    let values = session.ask(move |index: &mut Index, source| index.values(source, &key_of)).ok()?;
    let bare = |value: &str| value.strip_prefix(key).and_then(|rest| rest.strip_prefix('=')).unwrap_or(value).to_owned();
    let mut known: BTreeSet<String> = values.keys().map(|value| bare(value)).collect();
    if is_person {
        known.extend(session.people().members().iter().map(|member| member.handle.clone()));
    } else {
        known.extend(session.settings().tags.iter().map(|tag| crate::base::fold::fold_tag(&tag.name)));
    }
    if terms.iter().any(|term| known.contains(&bare(term))) {
        return None;
    }
    let near = several(typed, known.iter().map(String::as_str), 1).first().map(|near| (*near).to_owned());
    Some(match (is_person, near) {
        (true, Some(near)) => msg!("query-no-person-near", typed = typed, near = near),
        (true, None) => msg!("query-no-person", typed = typed),
        (false, Some(near)) => msg!("query-no-tag-near", typed = typed, near = near),
        (false, None) => msg!("query-no-tag", typed = typed),
    })
}
