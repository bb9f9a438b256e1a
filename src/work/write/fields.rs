//! Setting what a document says under a key: a field of its kind, a relation, or a key that it has of its own.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::nearest::several;
use crate::model::document::Document;
use crate::model::field::Field;
use crate::model::kind::{Capability, Kind};
use crate::msg;
use crate::text::front::edit::{New, Scalar};
use crate::text::front::nodes::Node;
use crate::work::session::Session;

use super::draft::Draft;
use super::record;
use super::relations::{Mode, relate};
use super::states;
use super::values::{Assignment, demand_visible, parts, scalar};

/// The assignments under the keys of a kind: what a field or relation is called on the screen, in any language, is understood.
pub(super) fn in_keys(kind: &Kind, document: Option<&Document>, assignments: &[Assignment]) -> Result<Vec<Assignment>> {
    let mut known: Vec<Assignment> = Vec::with_capacity(assignments.len());
    for assignment in assignments {
        let key = assignment.key.as_str();
        let is_key = kind.field_of_key(key).is_some()
            || kind.relation_of_key(key).or_else(|| kind.relation(key)).is_some()
            || document.is_some_and(|document| document.extra.iter().any(|extra| extra.key == key));
        let key = kind.key_labelled(key).filter(|_| !is_key).unwrap_or(key);
        if key != assignment.key && known.iter().chain(assignments).any(|other| other.key == key) {
            return Err(Error::new(ErrorKind::Usage, msg!("set-twice", key = key, label = &assignment.key)));
        }
        known.push(Assignment { key: key.to_owned(), ..assignment.clone() });
    }
    Ok(known)
}

/// Sets what an assignment says.
///
/// # Errors
/// There is no such field, or it does not take such a value.
pub(super) fn assign(draft: &mut Draft<'_>, path: &str, assignment: &Assignment, mode: Mode) -> Result<()> {
    let session = draft.session();
    let document = draft.document(path)?;
    let kind = draft.kind(&document);
    let (key, values) = (assignment.key.as_str(), &assignment.values);
    let mode = if assignment.adds { Mode::Add } else { mode };
    if let Some(field) = kind.field_of_key(key) {
        if assignment.adds && !field.list && document.value(&field.name).is_some() {
            return Err(Error::new(ErrorKind::Usage, msg!("set-one", key = &field.name)));
        }
        if let ("status", [one], []) = (field.name.as_str(), values.as_slice(), document.values("status"))
            && record::put_state(draft, path, states::meant(session, kind, one)?)?
        {
            return Ok(());
        }
        let new = value(session, kind, field, values)?;
        let new = if assignment.adds { with_those_there(&document, field, new) } else { new };
        if kind.has(Capability::Person) && ["emails", "accounts"].contains(&field.name.as_str()) {
            demand_own(session, &document, &new)?;
        }
        return draft.put(path, &key_of(&document, kind, field), &new);
    }
    if let Some(relation) = kind.relation_of_key(key).or_else(|| kind.relation(key)) {
        let typed: Vec<String> = values.iter().flat_map(|value| value.split(',')).map(|part| part.trim().to_owned()).collect();
        let typed: Vec<String> = typed.into_iter().filter(|part| !part.is_empty()).collect();
        relate(draft, path, relation, &typed, mode)?;
        // What an older record says in its text goes with the state that says it.
        let now = draft.document(path)?;
        let left = now.related(&relation.name).find(|known| typed.is_empty() && known.span.start >= now.front.body);
        return left.map_or(Ok(()), |left| Err(states::elsewhere(&now, left.span.start)));
    }
    // What only this document has is a text; what it means nobody here knows.
    if document.extra.iter().any(|extra| extra.key == key) {
        if assignment.adds {
            return Err(Error::new(ErrorKind::Usage, msg!("set-one", key = key)));
        }
        values.iter().try_for_each(|value| demand_visible(key, value))?;
        let new = match values.as_slice() {
            [] => New::Nothing,
            [one] => New::One(Scalar::text(one.trim())),
            many => New::List(many.iter().map(|value| Scalar::text(value.trim())).collect()),
        };
        return draft.put(path, key, &new);
    }
    Err(unknown(session, kind, key))
}

/// A list with what stands there before it, each once.
fn with_those_there(document: &Document, field: &Field, new: New) -> New {
    let New::List(added) = new else { return new };
    let there = document.values(&field.name).iter().filter(|value| !value.text.is_empty());
    let mut all: Vec<Scalar> = there.map(|value| Scalar::text(&value.text)).collect();
    for scalar in added {
        if !all.iter().any(|known| known.text == scalar.text) {
            all.push(scalar);
        }
    }
    New::List(all)
}

/// Refuses an address or account that is another member's.
fn demand_own(session: &Session, document: &Document, new: &New) -> Result<()> {
    let scalars = match new {
        New::One(scalar) => std::slice::from_ref(scalar),
        New::List(scalars) => scalars,
        New::Nothing => &[],
    };
    let is_new = |text: &String| !["emails", "accounts"].iter().any(|name| document.values(name).iter().any(|value| value.text == *text));
    for text in scalars.iter().map(|scalar| &scalar.text).filter(|text| is_new(text)) {
        let same = text.to_lowercase();
        let mut others = session.people().members().iter().filter(|member| member.path != document.path);
        if let Some(other) = others.find(|other| other.emails.contains(&same) || other.accounts.contains(&same)) {
            let error = Error::new(ErrorKind::Usage, msg!("check-shared-address", address = text, path = &other.path));
            return Err(error.hint(msg!("check-shared-address-help")));
        }
    }
    Ok(())
}

/// What a field is set to.
pub(super) fn value(session: &Session, kind: &Kind, field: &Field, values: &[String]) -> Result<New> {
    let parts = parts(field, values);
    if field.map && !parts.is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("edit-mapping", key = &field.name)));
    }
    let mut scalars = Vec::with_capacity(parts.len());
    for part in &parts {
        let scalar = scalar(session, kind, field, part)?;
        if !scalars.contains(&scalar) {
            scalars.push(scalar);
        }
    }
    match scalars.len() {
        0 => Ok(New::Nothing),
        _ if field.list => Ok(New::List(scalars)),
        1 => Ok(New::One(scalars.swap_remove(0))),
        _ => Err(Error::new(ErrorKind::Usage, msg!("set-one", key = &field.name))),
    }
}

/// The key under which a document has a field, else the one that the community prefers.
pub(super) fn key_of(document: &Document, kind: &Kind, field: &Field) -> String {
    let entries = document.front.root.as_ref().and_then(Node::entries).unwrap_or_default();
    let is_own = |key: &str| kind.field_of_key(key).is_some_and(|known| known.name == field.name);
    let own = entries.iter().find(|entry| is_own(&entry.key)).map(|entry| entry.key.clone());
    own.or_else(|| field.keys.first().cloned()).unwrap_or_else(|| field.name.clone())
}

fn unknown(session: &Session, kind: &Kind, key: &str) -> Error {
    let lang = session.lang();
    let error = Error::new(ErrorKind::NotFound, msg!("set-unknown", key = key, kind = kind.label(lang)));
    let names = kind.fields.iter().map(|field| field.name.as_str());
    let names: Vec<&str> = names.chain(kind.relations.iter().map(|relation| relation.name.as_str())).chain(kind.known_keys()).collect();
    match several(key, names, 1).first() {
        Some(near) => error.hint(msg!("usage-nearest", name = *near)),
        None => error.hint(msg!("set-unknown-help", kind = &kind.name, key = key)),
    }
}
