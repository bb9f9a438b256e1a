//! What documents say about one another, on both sides.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::model::document::{Document, RelationValue};
use crate::model::kind::Relation;
use crate::model::targets::{Target, of_relation};
use crate::msg;
use crate::text::front::edit::{New, Scalar};
use crate::text::front::nodes::Node;
use crate::work::named;

use super::draft::Draft;
use super::record;

/// Whether what is typed is all that a relation says afterwards, or comes to what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Replace,
    Add,
}

/// Lets a document say that it is related to others, each named as a person names it; those say so too where that is the way.
///
/// # Errors
/// A name that nothing has, or a document that can't be in this relation.
pub(super) fn relate(draft: &mut Draft<'_>, path: &str, relation: &Relation, typed: &[String], mode: Mode) -> Result<()> {
    let session = draft.session();
    let community = session.community();
    let document = draft.document(path)?;
    let mut wanted: Vec<usize> = Vec::new();
    for name in typed {
        let at = named::document(session, name)?;
        let target = &community.documents()[at];
        let kind = community.kind(target);
        if !relation.to.is_empty() && !relation.to.contains(&kind.name) {
            let error = Error::new(ErrorKind::Usage, msg!("relate-wrong-kind", key = &relation.name, name = &target.reference));
            return Err(error.hint(msg!("usage-values", values = relation.to.join(", "))));
        }
        if target.path == path {
            return Err(Error::new(ErrorKind::Usage, msg!("relate-itself", key = &relation.name, name = &target.reference)));
        }
        demand_no_circle(draft, &document, relation, at)?;
        if !wanted.contains(&at) {
            wanted.push(at);
        }
    }
    let leads =
        |value: &RelationValue| if let Target::Document(at, _) = of_relation(community, &document, value) { Some(at) } else { None };
    let said: Vec<(RelationValue, Option<usize>)> = document.related(&relation.name).map(|value| (value.clone(), leads(value))).collect();
    let (kept, gone): (Vec<_>, Vec<_>) = match mode {
        Mode::Add if relation.list => (said, Vec::new()),
        _ => said.into_iter().partition(|(_, at)| at.is_some_and(|at| wanted.contains(&at))),
    };
    let new: Vec<usize> = wanted.into_iter().filter(|at| !kept.iter().any(|(_, known)| known == &Some(*at))).collect();
    let names = kept.iter().map(|(value, _)| value.target.clone());
    let names: Vec<String> = names.chain(new.iter().map(|at| community.documents()[*at].reference.clone())).collect();
    say(draft, path, relation, &names)?;
    if !relation.both {
        return Ok(());
    }
    for at in new {
        other_side(draft, &community.documents()[at], relation, &document, true)?;
    }
    for at in gone.into_iter().filter_map(|(_, at)| at) {
        other_side(draft, &community.documents()[at], relation, &document, false)?;
    }
    Ok(())
}

/// Demands that what takes a document's place did not have its place taken by that document before, directly or by others.
///
/// # Errors
/// It did; the error names the documents on the way.
fn demand_no_circle(draft: &Draft<'_>, document: &Document, relation: &Relation, target: usize) -> Result<()> {
    // A relation that is its own inverse is a circle by nature.
    if !relation.both || relation.inverse.as_ref().is_none_or(|inverse| *inverse == relation.name) {
        return Ok(());
    }
    let community = draft.session().community();
    let mut ways: Vec<Vec<usize>> = vec![vec![target]];
    let mut seen = BTreeSet::from([target]);
    while let Some(way) = ways.pop() {
        let Some(other) = way.last().map(|at| &community.documents()[*at]) else { continue };
        for value in other.related(&relation.name) {
            let Target::Document(next, _) = of_relation(community, other, value) else { continue };
            if community.documents()[next].path == document.path {
                let names = way.iter().map(|at| community.documents()[*at].reference.as_str());
                let names: Vec<&str> =
                    [document.reference.as_str()].into_iter().chain(names).chain([document.reference.as_str()]).collect();
                let error = Error::new(ErrorKind::Usage, msg!("relate-circle", key = &relation.name, way = names.join(" → ")));
                // What lost its place and is to take that of its successor is in force again.
                let back: &Document = if relation.is_inverse { &community.documents()[target] } else { document };
                let in_force = community.kind(back).states.iter().rfind(|state| !state.retired && !state.open);
                let name = &back.slug;
                return Err(in_force.map_or(error.clone(), |state| {
                    error.hint(msg!("relate-circle-help", name = name, state = state.label.text(draft.session().lang(), &state.name)))
                }));
            }
            if seen.insert(next) {
                ways.push(way.iter().copied().chain([next]).collect());
            }
        }
    }
    Ok(())
}

/// Writes what a document says under a relation.
fn say(draft: &mut Draft<'_>, path: &str, relation: &Relation, names: &[String]) -> Result<()> {
    let document = draft.document(path)?;
    let entries = document.front.root.as_ref().and_then(Node::entries).unwrap_or_default();
    let kind = draft.kind(&document);
    let is_own = |key: &str| kind.field_of_key(key).is_none() && kind.relation_of_key(key).is_some_and(|known| known.name == relation.name);
    let entry = entries.iter().find(|entry| is_own(&entry.key));
    if entry.is_none() && record::put_relation(draft, path, &relation.name, names)? {
        return Ok(());
    }
    let is_list = entry.is_some_and(|entry| entry.value.items().is_some());
    let key = entry.map(|entry| entry.key.clone()).or_else(|| relation.keys.first().cloned()).unwrap_or_else(|| relation.name.clone());
    let new = match names {
        [] => New::Nothing,
        [one] if !is_list => New::One(Scalar::text(one)),
        [_] | [_, ..] if relation.list => New::List(names.iter().map(Scalar::text).collect()),
        _ => return Err(Error::new(ErrorKind::Usage, msg!("set-one", key = &relation.name))),
    };
    draft.put(path, &key, &new)
}

/// Lets another document say the same from its side, or no longer.
///
/// # Errors
/// It can't be said there without touching something else.
pub(super) fn other_side(
    draft: &mut Draft<'_>,
    other: &Arc<Document>,
    relation: &Relation,
    document: &Document,
    holds: bool,
) -> Result<()> {
    let community = draft.session().community();
    let Some(inverse) = relation.inverse.as_deref().and_then(|name| community.kind(other).relation(name)).cloned() else { return Ok(()) };
    let path = draft.follow(other);
    let now = draft.document(&path)?;
    let mine = community.names().by_path(&document.path);
    let is_me = |value: &RelationValue| {
        value.target == document.reference || matches!(of_relation(community, &now, value), Target::Document(at, _) if Some(at) == mine)
    };
    let said: Vec<&RelationValue> = now.related(&inverse.name).collect();
    let has_me = said.iter().any(|value| is_me(value));
    if has_me == holds {
        return Ok(());
    }
    let others = said.iter().filter(|value| !is_me(value)).map(|value| value.target.clone());
    let me = holds.then(|| document.reference.clone());
    let names: Vec<String> = if inverse.list || !holds { others.chain(me).collect() } else { me.into_iter().collect() };
    say(draft, &path, &inverse, &names)
}
