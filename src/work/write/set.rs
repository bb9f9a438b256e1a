//! Setting fields, and nothing else: what `set` does.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::{Lang, Msg};
use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::msg;
use crate::work::session::Session;

use super::draft::Draft;
use super::relations::Mode;
use super::{Assignment, How, Set, Which, fields, states, write};

/// More letters than this of a value do not fit the first line of a commit.
const VALUE: usize = 40;

/// Sets fields of documents.
///
/// # Errors
/// A document, field or value that does not exist, or git says no. Then nothing is changed.
pub fn set(session: &Session, which: &Which, assignments: &[Assignment], how: &How) -> Result<Set> {
    // `set steward=bram`: the field is there, and it is the document that is missing.
    if let (Which::One(name), []) = (which, assignments)
        && name.contains('=')
    {
        let error = Error::new(ErrorKind::Usage, msg!("which-nothing"));
        return Err(error.hint(msg!("which-set-help", what = name)));
    }
    if assignments.is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("set-nothing")).hint(msg!("set-no-assignment-help")));
    }
    let (mut draft, paths) = which.draft(session)?;
    let mut subjects = Vec::new();
    let mut says = Vec::new();
    for path in &paths {
        let before = draft.document(path)?;
        for assignment in assignments {
            fields::assign(&mut draft, path, assignment, Mode::Replace)?;
        }
        let (after, kind) = (draft.document(path)?, draft.kind(&before));
        let says_state = assignments.iter().any(|assignment| is_state(kind, assignment));
        if let Some(state) = after.state.as_deref().and_then(|name| kind.state(name)).filter(|_| says_state) {
            for assignment in assignments.iter().filter(|assignment| is_state(kind, assignment)) {
                let word = assignment.values.first().map(String::as_str);
                let wanted = word.map(|word| states::meant(session, kind, word)).transpose()?;
                states::demand(session, &after, kind, wanted.unwrap_or(state), word)?;
            }
            states::remark_move(session, kind, &after, before.state.as_deref());
        }
        if before.text != after.text {
            subjects.push(subject(session, &before, &after, kind, assignments));
            let moved = became(session, &before, &after, kind);
            let is_only_move = moved.is_some() && assignments.len() == 1;
            let set = msg!("set-became", title = &after.title, what = what(kind, assignments, session.lang()));
            says.extend(moved.into_iter().chain((!is_only_move).then_some(set)));
        }
    }
    let subject = whole(&draft, subjects, session, assignments);
    // Of many documents the paths say enough.
    if let Which::Many(_) = which {
        says.clear();
    }
    let says = says.into_iter().chain(draft.also_changed());
    Ok(Set(write(session, &draft, &subject, how)?.became(says)))
}

fn is_state(kind: &Kind, assignment: &Assignment) -> bool {
    kind.field_of_key(&assignment.key).is_some_and(|field| field.name == "status")
}

/// What a commit says of one document.
fn subject(session: &Session, before: &Document, after: &Document, kind: &Kind, assignments: &[Assignment]) -> Msg {
    let lang = session.settings().tongue();
    let name = &after.reference;
    if before.state != after.state && assignments.len() == 1 {
        return move_of(before, after, kind, lang);
    }
    msg!("commit-of", name = name, what = what(kind, assignments, lang))
}

/// Says a document's move from one state to another to whoever made it.
pub(super) fn became(session: &Session, before: &Document, after: &Document, kind: &Kind) -> Option<Msg> {
    let label = |document: &Document| states::label(kind, document.state.as_deref(), session.lang());
    let msg = || msg!("mark-became", title = &after.title, from = label(before), to = label(after));
    (before.state != after.state).then(msg)
}

/// A document's move from one state to another, for a commit.
pub(super) fn move_of(before: &Document, after: &Document, kind: &Kind, lang: Lang) -> Msg {
    let label = |document: &Document| states::label(kind, document.state.as_deref(), lang);
    msg!("commit-move", name = &after.reference, from = label(before), to = label(after))
}

/// What is set, in the words of a language: one field with its value, several by their names.
fn what(kind: &Kind, assignments: &[Assignment], lang: Lang) -> Msg {
    let label = |key: &str| {
        let field = kind.field_of_key(key).map(|field| field.label.text(lang, &field.name));
        let relation = || kind.relation_of_key(key).map(|relation| relation.label.text(lang, &relation.name));
        field.or_else(relation).unwrap_or_else(|| key.to_owned()).to_lowercase()
    };
    match assignments {
        [one] if one.values.is_empty() => msg!("commit-without", field = label(&one.key)),
        [one] => {
            let value = one.values.join(", ").split_whitespace().collect::<Vec<_>>().join(" ");
            let short: String = value.chars().take(VALUE).collect();
            let short = if short.len() < value.len() { short + "…" } else { short };
            msg!("commit-field", field = label(&one.key), value = short)
        }
        several => Msg::literal(several.iter().map(|one| label(&one.key)).collect::<Vec<_>>().join(", ")),
    }
}

/// What a commit says of all documents together.
fn whole(draft: &Draft<'_>, mut subjects: Vec<Msg>, session: &Session, assignments: &[Assignment]) -> Msg {
    if subjects.len() <= 1 {
        return subjects.pop().unwrap_or_else(|| Msg::literal(""));
    }
    let lang = session.settings().tongue();
    let kind = draft.changed().first().map(|document| draft.kind(document));
    let what = kind.map_or_else(|| Msg::literal(""), |kind| what(kind, assignments, lang));
    msg!("commit-many", count = subjects.len(), what = what)
}
