//! The answer that helped: what `accept` does.

use crate::base::error::{Error, ErrorKind, Result};
use crate::model::document::Document;
use crate::model::kind::Capability;
use crate::msg;
use crate::text::front::edit::New;
use crate::work::named;
use crate::work::session::Session;

use super::draft::Draft;
use super::relations::{Mode, relate};
use super::{Accepted, How, fields, states, write};

/// The relation by which a document names the one of its children that was accepted.
const ACCEPTED: &str = "accepted";
/// The kind of document that an accepted answer may grow into.
const PRACTICE: &str = "practice";
/// So many answers are proposed.
const SHOWN: usize = 5;

/// What is named is no answer; where it is a question, which answers there are, or how it gets one.
fn no_answer(session: &Session, at: usize) -> Error {
    let community = session.community();
    let named = &community.documents()[at];
    let answers: Vec<_> = community.children(at).map(|child| &community.documents()[child]).collect();
    if answers.is_empty() && community.kind(named).relation(ACCEPTED).is_some() {
        let error = Error::new(ErrorKind::Usage, msg!("accept-none-yet", name = &named.reference));
        return error.hint(msg!("do-this", command = format!("cop answer {}", named.slug)));
    }
    if answers.is_empty() {
        return Error::new(ErrorKind::Usage, msg!("accept-no-answer", name = &named.reference));
    }
    let error = Error::new(ErrorKind::Usage, msg!("accept-which", name = &named.reference, count = answers.len()));
    answers.iter().take(SHOWN).fold(error, |error, answer| error.hint(msg!("do-this", command = format!("cop accept {}", answer.slug))))
}

/// Accepts an answer, named itself or by the question of which it is the only one: its question says so.
///
/// # Errors
/// It is no answer, its question is closed, or git says no. Then nothing is changed.
pub fn accept(session: &Session, name: &str, how: &How) -> Result<Accepted> {
    let community = session.community();
    let at = named::document(session, name)?;
    // Of a question with one answer there is no doubt which is meant.
    let mut answers = community.children(at);
    let at = answers.next().filter(|_| answers.next().is_none()).unwrap_or(at);
    let answer = &community.documents()[at];
    let is_acceptable = community.kind(answer).has(Capability::Acceptable);
    let parent = community.parent(at).filter(|_| is_acceptable).map(|at| community.documents()[at].clone());
    let Some(before) = parent else {
        return Err(no_answer(session, at));
    };
    let kind = community.kind(&before);
    let Some(relation) = kind.relation(ACCEPTED) else {
        return Err(Error::new(ErrorKind::NotFound, msg!("set-unknown", key = ACCEPTED, kind = kind.label(session.lang()))));
    };
    if before.state.as_deref().and_then(|name| kind.state(name)).is_some_and(|state| state.retired) {
        let error = Error::new(ErrorKind::Usage, msg!("accept-closed", name = &before.reference));
        return Err(error.hint(msg!("accept-closed-help", name = &before.slug)));
    }
    let mut draft = Draft::new(session);
    let path = draft.ask(&before);
    relate(&mut draft, &path, relation, std::slice::from_ref(&answer.reference), Mode::Replace)?;
    // What it said by hand would only repeat or contradict it.
    if let Some(field) = kind.field("status").filter(|_| before.said_state.is_some()) {
        let document = draft.document(&path)?;
        draft.put(&path, &fields::key_of(&document, kind, field), &New::Nothing)?;
    }
    let after = draft.document(&path)?;
    let lang = session.settings().tongue();
    let state = |state: &Option<String>| states::label(kind, state.as_deref(), lang);
    let who = session.people().by_handle(answer.handle()).map_or_else(|| answer.handle(), |member| &member.name);
    let mine = |document: &Document| states::label(kind, document.state.as_deref(), session.lang());
    let mut became = vec![if before.state == after.state {
        msg!("accept-became-another", title = &after.title, who = who)
    } else {
        msg!("accept-became", title = &after.title, from = mine(&before), to = mine(&after), who = who)
    }];
    let kinds = &session.settings().kinds;
    if let Some(practice) = kinds.named(PRACTICE).filter(|practice| practice.parent.is_none()) {
        let command = format!("cop add {} --from {}", kinds.word_for(practice, session.lang()), after.slug);
        became.push(msg!("accept-next", kind = practice.label(session.lang()), command = command));
    }
    let subject = if before.state == after.state {
        msg!("accept-commit-another", name = &after.reference, who = who)
    } else {
        msg!("commit-accept", name = &after.reference, from = state(&before.state), to = state(&after.state), who = who)
    };
    Ok(Accepted(write(session, &draft, &subject, how)?.became(became)))
}
