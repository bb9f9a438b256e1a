//! States: which is meant, how it is written, and what it takes to be in one.

use std::collections::BTreeSet;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Lang;
use crate::base::nearest::several;
use crate::base::place::Place;
use crate::model::document::Document;
use crate::model::kind::{Kind, State};
use crate::msg;
use crate::show::view::Remark;
use crate::work::session::Session;

/// The state that a person means.
///
/// # Errors
/// The kind has no states, or none that is called so.
pub(super) fn meant<'k>(session: &Session, kind: &'k Kind, text: &str) -> Result<&'k State> {
    let lang = session.lang();
    if kind.states.is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("mark-no-states", kind = kind.label(lang))));
    }
    if let Some(state) = kind.state_meant_by(text) {
        return Ok(state);
    }
    let error = Error::new(ErrorKind::NotFound, msg!("check-unknown-state", kind = kind.label(lang), state = text));
    let words: BTreeSet<String> = kind.states.iter().flat_map(|state| [state.name.clone(), state.label.text(lang, &state.name)]).collect();
    let near = several(text, words.iter().map(String::as_str), 1);
    let all: Vec<String> = kind.states.iter().map(|state| state.label.text(lang, &state.name)).collect();
    Err(match near.first() {
        Some(near) => error.hint(msg!("usage-nearest", name = *near)),
        None => error.hint(msg!("usage-values", values = all.join(", "))),
    })
}

/// The word under which the community writes a state.
pub(super) fn word(state: &State) -> &str {
    state.written.as_deref().unwrap_or(&state.name)
}

/// What a state is called in a language.
pub(super) fn label(kind: &Kind, name: Option<&str>, lang: Lang) -> String {
    let name = name.unwrap_or_default();
    kind.state(name).map_or_else(|| name.to_owned(), |state| state.label.text(lang, name))
}

/// Demands that a document is in a state, and has what that takes.
///
/// # Errors
/// Something in its text says another state, or a field that the state needs is missing.
pub(super) fn demand(document: &Document, kind: &Kind, state: &State) -> Result<()> {
    if document.state.as_deref() != Some(state.name.as_str()) {
        return Err(elsewhere(document, document.said_state.as_ref().map_or(0, |said| said.span.start)));
    }
    for need in &state.needs {
        let has = document.value(need).is_some() || document.related(need).next().is_some();
        if !has {
            let error = Error::new(ErrorKind::Usage, msg!("mark-needs", kind = &kind.name, state = &state.name, field = need));
            let flag = match need.as_str() {
                "superseded_by" | "duplicate_of" | "deciders" => format!("--{} …", need.replace('_', "-")),
                _ => format!("--set {need}=…"),
            };
            let command = format!("cop mark {} {} {flag}", document.reference, state.name);
            return Err(error.hint(msg!("mark-needs-help", command = command)));
        }
    }
    Ok(())
}

/// The text says something else at a place, and is not cop's to change.
pub(super) fn elsewhere(document: &Document, at: usize) -> Error {
    let position = document.lines.position(&document.text, at);
    let error = Error::new(ErrorKind::Usage, msg!("mark-elsewhere")).at(Place::at(&document.path, position));
    error.line(document.lines.text(&document.text, position.0)).hint(msg!("mark-elsewhere-help"))
}

/// Remarks on a move that the kind does not list.
pub(super) fn remark_move(session: &Session, kind: &Kind, document: &Document, from: Option<&str>) {
    let (Some(from), Some(to)) = (from, document.state.as_deref()) else { return };
    let is_listed = kind.moves.is_empty() || kind.moves.get(from).is_some_and(|moves| moves.iter().any(|state| state == to));
    if from != to && !is_listed && kind.state(from).is_some() {
        let lang = session.lang();
        let usual = kind.moves.get(from).map(Vec::as_slice).unwrap_or_default();
        let usual: Vec<String> = usual.iter().map(|state| label(kind, Some(state), lang)).collect();
        let (from, to) = (label(kind, Some(from), lang), label(kind, Some(to), lang));
        let msg = if usual.is_empty() {
            msg!("mark-odd-move-last", from = from, to = to)
        } else {
            msg!("mark-odd-move", from = from, to = to, usual = usual.join(", "))
        };
        session.remark(Remark { code: "odd-move", msg, place: Some(Place::file(&document.path)) });
    }
}
