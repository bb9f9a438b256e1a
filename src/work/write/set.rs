//! Setting fields, and nothing else: what `set` does.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::{Lang, Msg};
use crate::base::shell::quoted;
use crate::model::document::Document;
use crate::model::identity::{shortened_key, without_addresses};
use crate::model::kind::{Capability, Kind};
use crate::msg;
use crate::work::session::Session;

use super::draft::Draft;
use super::relations::Mode;
use super::values::demand_visible;
use super::{Assignment, How, Set, Which, fields, states, write};

/// More letters than this of a value do not fit the first line of a commit.
const VALUE: usize = 40;
/// More letters than this of several fields do not fit it either.
const LINE: usize = 50;

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
        let assignments = &fields::in_keys(draft.kind(&before), Some(&before), assignments)?[..];
        demand_fit(which, draft.kind(&before), &before, assignments)?;
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
            let set = msg!("set-became", title = &after.title, what = what(Some(&before), &after, kind, assignments, session.lang()));
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

/// Demands that this is the way to set these fields.
///
/// # Errors
/// The title is the heading of the text; or many are to have been reviewed at once.
fn demand_fit(which: &Which, kind: &Kind, document: &Document, assignments: &[Assignment]) -> Result<()> {
    let value_of = |name: &str| {
        let is_so = |one: &&Assignment| kind.field_of_key(&one.key).is_some_and(|field| field.name == name);
        assignments.iter().find(is_so).and_then(|one| one.values.first())
    };
    let is_heading =
        document.value("title").is_none() && document.title_span.start >= document.front.body && !document.title_span.is_empty();
    if let Some(title) = value_of("title").filter(|_| is_heading) {
        demand_visible("title", title)?;
        let error = document.fault(&document.title_span, msg!("set-title"));
        let title = quoted(title.trim()).into_owned();
        return Err(error.hint(msg!("set-title-help", name = quoted(&document.reference).into_owned(), title = title)));
    }
    if matches!(which, Which::Many(_)) && value_of("reviewed").is_some() {
        let error = Error::new(ErrorKind::Usage, msg!("set-reviewed"));
        return Err(error.hint(msg!("set-reviewed-help", name = &document.reference)));
    }
    Ok(())
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
    msg!("commit-of", name = name, what = what(Some(before), after, kind, assignments, lang))
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

/// What is set, with the names of fields in a language and the values as they are written now, of a list that grew those that came; of many
/// fields only the names. A message of a commit stays for good, and so addresses and keys are shortened in it.
fn what(before: Option<&Document>, document: &Document, kind: &Kind, assignments: &[Assignment], lang: Lang) -> Msg {
    let label = |key: &str| {
        let field = kind.field_of_key(key).map(|field| field.label.text(lang, &field.name));
        let relation = || kind.relation_of_key(key).map(|relation| relation.label.text(lang, &relation.name));
        field.or_else(relation).unwrap_or_else(|| key.to_owned()).to_lowercase()
    };
    let said = |one: &Assignment| -> Msg {
        if one.values.is_empty() {
            return msg!("commit-without", field = label(&one.key));
        }
        let mut values = written(document, kind, one);
        let known = before.filter(|_| one.adds).map(|before| written(before, kind, one)).unwrap_or_default();
        let is_longer = one.adds && values.iter().any(|value| !known.contains(value));
        values.retain(|value| !is_longer || !known.contains(value));
        let is_keys = kind.has(Capability::Person) && kind.field_of_key(&one.key).is_some_and(|field| field.name == "keys");
        let shown = |value: &String| if is_keys { shortened_key(value) } else { without_addresses(value).into_owned() };
        let value = values.iter().map(shown).collect::<Vec<_>>().join(", ").split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = value.chars().take(VALUE).collect();
        let short = if short.len() < value.len() { short + "…" } else { short };
        let field = label(&one.key);
        if is_longer { msg!("commit-field-more", field = field, value = short) } else { msg!("commit-field", field = field, value = short) }
    };
    if let [one] = assignments {
        return said(one);
    }
    let all = assignments.iter().map(|one| said(one).text(lang)).collect::<Vec<_>>().join(", ");
    let names = || assignments.iter().map(|one| label(&one.key)).collect::<Vec<_>>().join(", ");
    Msg::literal(if all.chars().count() <= LINE { all } else { names() })
}

/// What a document says now where something was set, as it is written.
fn written(document: &Document, kind: &Kind, one: &Assignment) -> Vec<String> {
    let values: Vec<String> = match kind.field_of_key(&one.key) {
        Some(field) if field.name == "status" => document.said_state.iter().map(|said| said.text.clone()).collect(),
        Some(field) => document.values(&field.name).iter().map(|value| value.text.clone()).collect(),
        None => {
            let relation = kind.relation_of_key(&one.key).or_else(|| kind.relation(&one.key));
            relation.map(|relation| document.related(&relation.name).map(|known| known.target.clone()).collect()).unwrap_or_default()
        }
    };
    if values.is_empty() { one.values.clone() } else { values }
}

/// What a commit says of all documents together.
fn whole(draft: &Draft<'_>, mut subjects: Vec<Msg>, session: &Session, assignments: &[Assignment]) -> Msg {
    if subjects.len() <= 1 {
        return subjects.pop().unwrap_or_else(|| Msg::literal(""));
    }
    let lang = session.settings().tongue();
    let changed = draft.changed();
    let like = changed.first().map(|document| (document, draft.kind(document)));
    let keys = |(document, kind): (&&Document, &Kind)| fields::in_keys(kind, Some(document), assignments).unwrap_or_default();
    let what = like.map_or_else(|| Msg::literal(""), |(document, kind)| what(None, document, kind, &keys((document, kind)), lang));
    msg!("commit-many", count = subjects.len(), what = what)
}
