//! States: which is meant, how it is written, and what it takes to be in one.

use std::collections::BTreeSet;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::{Lang, Msg};
use crate::base::nearest::several;
use crate::base::place::Place;
use crate::model::document::Document;
use crate::model::kind::{Kind, State};
use crate::msg;
use crate::show::view::Remark;
use crate::work::catalogue::me;
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

/// What a document lacks to be in a state.
#[derive(Debug)]
pub(super) struct Lack<'k> {
    /// The field or relation.
    pub(super) name: &'k str,
    /// Its name for readers.
    pub(super) label: String,
    /// Whether only the word that was typed asks for it, and not the state itself.
    pub(super) is_in_word: bool,
}

/// The first thing that is not there and that a state needs, or that the word speaks of in which a person asked for it.
pub(super) fn lack<'k>(
    session: &Session,
    kind: &'k Kind,
    state: &'k State,
    word: Option<&str>,
    has: &dyn Fn(&str) -> bool,
) -> Option<Lack<'k>> {
    let lang = session.lang();
    let needed = state.needs.iter().map(|need| (need.as_str(), false));
    let kinds = session.settings().kinds.all();
    let said = word.filter(|_| state.needs.is_empty()).and_then(|word| kind.relation_in_word(state, word, kinds));
    let (name, is_in_word) = needed.chain(said.map(|relation| (relation.name.as_str(), true))).find(|(name, _)| !has(name))?;
    let relation = kind.relation(name).map(|relation| relation.label.text(lang, name));
    let field = || kind.field(name).map(|field| field.label.text(lang, name));
    Some(Lack { name, label: relation.or_else(field).unwrap_or_else(|| name.to_owned()), is_in_word })
}

/// Demands that a document is in a state, and has what that takes. `word` is how a person called the state, if they did.
///
/// # Errors
/// Something in its text says another state, or a field is missing that the state needs or the word speaks of.
pub(super) fn demand(session: &Session, document: &Document, kind: &Kind, state: &State, word: Option<&str>) -> Result<()> {
    if document.state.as_deref() != Some(state.name.as_str()) {
        return Err(elsewhere(document, document.said_state.as_ref().map_or(0, |said| said.span.start)));
    }
    let has = |name: &str| document.value(name).is_some() || document.related(name).next().is_some();
    let Some(lack) = lack(session, kind, state, word, &has) else { return Ok(()) };
    let lang = session.lang();
    let label = state.label.text(lang, &state.name);
    let is_new = session.community().documents().iter().all(|known| known.reference != document.reference);
    let plain = format!("cop mark {} {label}", document.reference);
    let flag = match lack.name {
        "superseded_by" | "duplicate_of" | "deciders" => format!("--{}", lack.name.replace('_', "-")),
        name => format!("--set {name}="),
    };
    let error = |msg| Error::new(ErrorKind::Usage, msg);
    let field = || msg!("mark-field", label = &lack.label, key = lack.name);
    let help = || {
        if is_new { msg!("mark-new-help", key = lack.name) } else { msg!("mark-needs-help", command = &plain, flag = flag) }
    };
    if !lack.is_in_word {
        return Err(error(msg!("mark-needs", kind = kind.label(lang), state = label, field = field())).hint(help()));
    }
    let without = if is_new { msg!("mark-new-none", state = label) } else { msg!("mark-word-none", command = &plain) };
    Err(error(msg!("mark-word", word = word.unwrap_or_default(), field = &lack.label)).hint(help()).hint(without))
}

/// The text says something else at a place, and is not cop's to change.
pub(super) fn elsewhere(document: &Document, at: usize) -> Error {
    document.fault(&(at..at), msg!("mark-elsewhere")).hint(msg!("mark-elsewhere-help"))
}

/// Remarks on a move that the kind does not list, or that takes a role which whoever makes it does not hold: nothing keeps a commit from
/// being made, and who hears of it after the push has told everybody something that does not hold.
pub(super) fn remark_move(session: &Session, kind: &Kind, document: &Document, from: Option<&str>) {
    remark_role(session, kind, document, from);
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

/// Remarks on a state that takes a role which whoever brings a document into it does not hold; `from` is the one before, if there was one.
pub(super) fn remark_role(session: &Session, kind: &Kind, document: &Document, from: Option<&str>) {
    let rules = &session.settings().governance;
    let Some(to) = document.state.as_deref().filter(|to| Some(*to) != from) else { return };
    let Some(movers) = rules.movers(&kind.name, to) else { return };
    let me = me(session);
    if me.is_some_and(|me| movers.iter().any(|role| rules.holds(&me, role))) {
        return;
    }
    let who: Vec<&str> = rules.holders(&movers).into_iter().collect();
    let named = if movers.is_empty() { msg!("governance-no-role-at-all") } else { Msg::literal(movers.join(", ")) };
    let msg = if who.is_empty() {
        msg!("governance-not-yours-nobody", roles = named)
    } else {
        msg!("governance-not-yours", roles = named, who = who.join(", "))
    };
    session.remark(Remark { code: "not-yours", msg, place: Some(Place::file(&document.path)) });
}
