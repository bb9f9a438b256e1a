//! A document's life: from one state to the next, with what that takes: what `mark` does.

use crate::base::error::{Error, ErrorKind, Result};
use crate::model::document::{Document, FOLLOWS};
use crate::model::kind::{Kind, Relation, State};
use crate::msg;
use crate::text::front::edit::{New, Scalar};
use crate::work::named;
use crate::work::session::Session;

use super::draft::Draft;
use super::relations::{Mode, relate};
use super::set::move_of;
use super::{Assignment, How, Marked, fields, record, states, write};

/// The relation by which a document names what took its place.
const SUCCESSOR: &str = "superseded_by";

/// Brings a document into a state, on both sides of what that says about another.
///
/// # Errors
/// No such document or state, a field that the state needs is missing, or git says no. Then nothing is changed.
pub fn mark(session: &Session, name: &str, state: &str, assignments: &[Assignment], how: &How) -> Result<Marked> {
    let before = named::one(session, name)?;
    let kind = session.settings().kinds.at(before.kind);
    let (word, state) = (state, states::meant(session, kind, state)?);
    let assignments = &fields::in_keys(kind, Some(&before), assignments)?[..];
    let mut draft = Draft::new(session);
    let path = draft.ask(&before);
    for assignment in assignments {
        fields::assign(&mut draft, &path, assignment, Mode::Add)?;
    }
    let is_given = assignments.iter().any(|assignment| relation_of(kind, assignment).is_some_and(|relation| relation.name == SUCCESSOR));
    let was_retired = before.state.as_deref().and_then(|name| kind.state(name)).is_some_and(|state| state.retired);
    if was_retired && !state.retired && !is_given {
        back_in_force(&mut draft, &path, kind)?;
    }
    let says_why = |assignment: &Assignment| kind.field_of_key(&assignment.key).is_some_and(|field| field.name == "reason");
    if let Some(why) = how.message.as_deref().filter(|why| state.retired && !why.trim().is_empty() && !assignments.iter().any(says_why))
        && let Some(field) = kind.field("reason")
    {
        let document = draft.document(&path)?;
        draft.put(&path, &fields::key_of(&document, kind, field), &New::One(Scalar::text(why.trim())))?;
    }
    enter(&mut draft, &path, kind, state)?;
    let after = draft.document(&path)?;
    states::demand(session, &after, kind, state, Some(word))?;
    states::remark_move(session, kind, &after, before.state.as_deref());
    let lang = session.settings().tongue();
    let subject = if before.state == after.state {
        msg!("commit-of", name = &after.reference, what = states::label(kind, after.state.as_deref(), lang))
    } else {
        move_of(&before, &after, kind, lang)
    };
    let became = super::set::became(session, &before, &after, kind).into_iter().chain(draft.also_changed());
    let left_behind = super::stewards::left_behind(session, &before, &after);
    Ok(Marked(write(session, &draft, &subject, how)?.became(became).became(left_behind)))
}

fn relation_of<'k>(kind: &'k Kind, assignment: &Assignment) -> Option<&'k Relation> {
    kind.relation_of_key(&assignment.key).or_else(|| kind.relation(&assignment.key))
}

/// What is in force again was replaced by nothing: neither it nor the other says so any longer.
fn back_in_force(draft: &mut Draft<'_>, path: &str, kind: &Kind) -> Result<()> {
    let document = draft.document(path)?;
    match kind.relation(SUCCESSOR).filter(|relation| document.related(&relation.name).next().is_some()) {
        Some(relation) => relate(draft, path, relation, &[], Mode::Replace),
        None => Ok(()),
    }
}

/// Another document that a state takes, or the word for it speaks of, and that nobody has named yet.
#[derive(Debug)]
pub struct Unnamed {
    /// The relation's key.
    pub key: String,
    /// Its name for readers.
    pub label: String,
    /// The state's own name for readers, which says no more than that, if it can do without.
    pub without: Option<String>,
}

/// The document that a person is to be asked for before a document is brought into a state.
///
/// # Errors
/// No such document or state.
pub fn unnamed(session: &Session, name: &str, word: &str, assignments: &[Assignment]) -> Result<Option<Unnamed>> {
    let document = named::one(session, name)?;
    let kind = session.settings().kinds.at(document.kind);
    let state = states::meant(session, kind, word)?;
    let is_given = |name: &str| {
        let meant = |key: &str| kind.relation_of_key(key).or_else(|| kind.relation(key)).is_some_and(|relation| relation.name == name);
        assignments.iter().any(|one| !one.values.is_empty() && meant(&one.key))
    };
    let has = |name: &str| kind.relation(name).is_none() || document.related(name).next().is_some() || is_given(name);
    Ok(states::lack(session, kind, state, Some(word), &has).map(|lack| Unnamed {
        key: lack.name.to_owned(),
        without: lack.is_in_word.then(|| state.label.text(session.lang(), &state.name)),
        label: lack.label,
    }))
}

/// Lets the front matter say a state, or what it follows from.
fn enter(draft: &mut Draft<'_>, path: &str, kind: &Kind, state: &State) -> Result<()> {
    let document = draft.document(path)?;
    let follows = || FOLLOWS.into_iter().filter(|(relation, name)| kind.relation(relation).is_some() && kind.state(name).is_some());
    // What another state follows from goes, unless this state goes before it anyway.
    for (relation, _) in follows().filter(|(_, name)| *name != state.name && !state.retired) {
        if let Some(relation) = kind.relation(relation)
            && document.related(&relation.name).next().is_some()
        {
            relate(draft, path, relation, &[], Mode::Replace)?;
        }
    }
    let document = draft.document(path)?;
    let Some(field) = kind.field("status") else { return Ok(()) };
    let key = fields::key_of(&document, kind, field);
    let said = document.values("status").first().map(|value| value.text.as_str());
    let means_it = said.is_some_and(|text| kind.state_meant_by(text).is_some_and(|meant| meant.name == state.name));
    // A document says nothing of what goes without saying, or follows from something else.
    let goes_without = |document: &Document| document.state.as_deref() == Some(state.name.as_str());
    if means_it || said.is_none() && goes_without(&document) {
        return Ok(());
    }
    if said.is_none() && record::put_state(draft, path, state)? {
        return Ok(());
    }
    if follows().next().is_some() && !state.retired {
        draft.put(path, &key, &New::Nothing)?;
        if goes_without(&*draft.document(path)?) {
            return Ok(());
        }
    }
    if follows().any(|(_, name)| name == state.name) && !state.retired {
        let error =
            Error::new(ErrorKind::Usage, msg!("mark-follows", state = states::label(kind, Some(&state.name), draft.session().lang())));
        return Err(error.hint(msg!("mark-follows-help", name = &document.slug)));
    }
    draft.put(path, &key, &New::One(Scalar::text(states::word(state))))
}
