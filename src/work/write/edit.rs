//! A document in the person's own editor: what `edit` does.

use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::problem::Problem;
use crate::model::change::ChangeSet;
use crate::model::document::Document;
use crate::model::kinds::Claim;
use crate::msg;
use crate::work::named;
use crate::work::session::Session;

use super::add::Edit;
use super::outcome::{About, Fate};
use super::set::move_of;
use super::{Edited, How, Outcome, author_of, carry, message};

/// The document that a person wants to edit.
///
/// # Errors
/// No document, or more than one, is called so.
pub fn find(session: &Session, name: &str) -> Result<Arc<Document>> {
    let at = named::document(session, name)?;
    Ok(session.community().documents()[at].clone())
}

/// Lets a person change a document's text, and writes what they made of it.
///
/// # Errors
/// The text is empty or its front matter can't be read, the file was changed meanwhile, or git says no. Then nothing is changed.
pub fn edit(session: &Session, document: &Document, how: &How, edit: &Edit<'_>) -> Result<Edited> {
    let about = || About::One(document.reference.clone(), document.path.clone());
    let author = author_of(session, how)?;
    let before = document.text.as_bytes();
    let set = |subject: &crate::base::lang::Msg, text: &str| -> Result<ChangeSet> {
        let mut set = ChangeSet::new(message(session, subject, how));
        set.edit(&document.path, before, text)?;
        Ok(set)
    };
    // Nobody should write for an hour what can't be written then.
    let trial = set(&msg!("edit-commit", name = &document.reference), &format!("{}\n", document.text))?;
    carry(session, trial, about(), &How { dry_run: true, ..how.clone() }, author.clone())?;
    let text = edit(&document.text)?;
    if *text == *document.text {
        return Ok(Edited(Outcome::new(about(), Fate::Unchanged)));
    }
    if text.trim().trim_matches('\u{feff}').is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("edit-empty")).hint(msg!("edit-empty-help", name = &document.reference)));
    }
    let after = read(session, document, &text);
    if let Some(problem) = fault(Some(document), &after) {
        return Err(after.fault_of(&problem));
    }
    let set = set(&subject(session, document, &after), &text)?;
    carry(session, set, about(), how, author).map(Edited)
}

/// Another text of a document.
pub(super) fn read(session: &Session, document: &Document, text: &str) -> Document {
    let claim = Claim { kind: document.kind, slug: document.slug.clone() };
    Document::read(&document.path, text.into(), &claim, session.settings())
}

/// What is wrong with the front matter of a text that was not wrong before, or a conflict of a merge that is still in it.
pub(super) fn fault(before: Option<&Document>, after: &Document) -> Option<Problem> {
    let had = |rule: &str| before.is_some_and(|before| before.front.problems.iter().any(|problem| problem.rule == rule));
    let front = after.front.problems.iter().find(|problem| !had(problem.rule)).cloned();
    front.or_else(|| {
        let start = conflict(&after.text).filter(|_| before.is_none_or(|before| conflict(&before.text).is_none()))?;
        Some(Problem::new("merge-conflict", start..start + 7, msg!("edit-conflict")))
    })
}

/// Where a conflict of a merge begins that nobody has solved.
fn conflict(text: &str) -> Option<usize> {
    let begins = |mark: &str| if text.starts_with(mark) { Some(0) } else { text.find(&format!("\n{mark}")).map(|at| at + 1) };
    begins("<<<<<<< ").filter(|start| text[*start..].contains("\n=======") && text[*start..].contains("\n>>>>>>> "))
}

/// What a commit says of a text that a person changed: the step, if that is all that changed.
pub(super) fn subject(session: &Session, before: &Document, after: &Document) -> crate::base::lang::Msg {
    let kind = session.settings().kinds.at(after.kind);
    let lang = session.settings().tongue();
    let others = |document: &Document| {
        let said = document.fields.iter().filter(|field| field.name != "status");
        let fields: Vec<_> =
            said.map(|field| (field.name.clone(), field.values.iter().map(|value| value.text.clone()).collect::<Vec<_>>())).collect();
        let relations: Vec<_> = document.relations.iter().map(|relation| (relation.name.clone(), relation.target.clone())).collect();
        let extra: Vec<_> = document.extra.iter().map(|extra| (extra.key.clone(), extra.value.to_json())).collect();
        (fields, relations, extra)
    };
    if before.state != after.state && before.body() == after.body() && others(before) == others(after) {
        return move_of(before, after, kind, lang);
    }
    msg!("edit-commit", name = &after.reference)
}
