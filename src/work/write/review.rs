//! Whether a document is still true: what `review` writes.

use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::place::Place;
use crate::model::change::{ChangeSet, Message};
use crate::model::document::Document;
use crate::model::review::next_review;
use crate::msg;
use crate::store::git::write::{Options, carry_out};
use crate::text::front::edit::{New, Scalar};
use crate::work::named;
use crate::work::session::Session;

use super::add::Edit;
use super::draft::Draft;
use super::flag::{Fault, KIND, OUTDATED, about_flag, open_flags, raise};
use super::{How, Reviewed, fields, states, write};

/// What a refusal is called where a file has edits of the person's own.
const OWN_EDITS: &str = "write-own-edits";

/// What a reader found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All of it holds.
    StillTrue,
    /// It holds again, after a change.
    Revised,
    /// It holds no longer, and somebody else has to mend it.
    Outdated,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::StillTrue, Self::Revised, Self::Outdated];

    /// The one that a word in any language means.
    pub fn parse(text: &str) -> Option<Self> {
        let typed = text.trim().to_lowercase().replace([' ', '_'], "-");
        match typed.as_str() {
            "still-true" | "true" | "ok" | "still-ok" | "unchanged" | "klopt-nog" | "klopt" | "nog-waar" => Some(Self::StillTrue),
            "revised" | "updated" | "changed" | "herzien" | "bijgewerkt" | "aangepast" => Some(Self::Revised),
            "outdated" | "stale" | "verouderd" | "achterhaald" => Some(Self::Outdated),
            _ => None,
        }
    }

    /// As it is typed, in English or Dutch by the reader's language.
    pub fn word(self) -> crate::base::lang::Msg {
        match self {
            Self::StillTrue => msg!("review-still-true"),
            Self::Revised => msg!("review-revised"),
            Self::Outdated => msg!("review-outdated"),
        }
    }
}

/// Notes that a document was reviewed, and settles what was flagged about it; what is outdated is flagged so instead.
///
/// What was revised is what the person has changed in the file and not committed; where they have changed nothing, `edit` lets them.
///
/// # Errors
/// No such document, one that nobody reviews, nothing was revised, or git says no. Then nothing is changed.
pub fn review(session: &Session, name: &str, verdict: Verdict, edit: Option<&Edit<'_>>, how: &How) -> Result<Reviewed> {
    let community = session.community();
    let at = named::document(session, name)?;
    let document = &community.documents()[at];
    let kind = community.kind(document);
    if kind.name == KIND {
        return Err(about_flag(session, document));
    }
    if verdict == Verdict::Outdated {
        return raise(session, &Fault { document: &document.path, what: OUTDATED, duplicate_of: None }, how).map(Reviewed);
    }
    if document.state.as_deref().and_then(|state| kind.state(state)).is_some_and(|state| state.retired) {
        let state = states::label(kind, document.state.as_deref(), session.lang());
        let error = Error::new(ErrorKind::Usage, msg!("review-retired", name = &document.reference, state = state));
        let first = kind.first_state().map(|state| state.name.as_str()).unwrap_or_default();
        return Err(error.hint(msg!("review-retired-help", command = format!("cop mark {} {first}", document.reference))));
    }
    let Some(field) = kind.field("reviewed") else {
        return Err(Error::new(ErrorKind::NotFound, msg!("set-unknown", key = "reviewed", kind = kind.label(session.lang()))));
    };
    let mut draft = Draft::new(session);
    let path = draft.ask(document);
    let mut how = how.clone();
    let has_edits = has_own_edits(session, document)?;
    match (verdict, has_edits) {
        (Verdict::Revised, true) => how.with_my_edits = true,
        (Verdict::Revised, false) => draft.rewrite(&path, &revised(session, document, edit)?),
        _ if has_edits && session.repo().is_some() && !how.with_my_edits && !how.no_commit => {
            let error = Error::new(ErrorKind::Git, msg!("write-own-edits")).at(Place::file(&path));
            return Err(error.hint(msg!("review-own-edits-help", name = &document.reference)).hint(msg!("write-own-edits-hint")));
        }
        _ => {}
    }
    let now = draft.document(&path)?;
    let day = New::One(Scalar::typed(session.today().to_string()));
    draft.put(&path, &fields::key_of(&now, kind, field), &day)?;
    let flags = open_flags(community, at);
    for flag in &flags {
        settle(&mut draft, flag, session.repo().is_some() && has_edits && verdict == Verdict::Revised)?;
    }
    let subject = match verdict {
        Verdict::Revised => msg!("review-commit-revised", name = &document.reference),
        _ => msg!("review-commit-still-true", name = &document.reference),
    };
    let after = draft.document(&path)?;
    let mut outcome = write(session, &draft, &subject, &how)?;
    if !flags.is_empty() {
        outcome = outcome.also(msg!("review-settled", count = flags.len()));
    }
    if let Some(next) = next_review(&after, session.settings(), Some(session.today())) {
        outcome = outcome.also(msg!("review-next", day = next.to_string()));
    }
    Ok(Reviewed(outcome))
}

/// What a person made of a document in their editor.
fn revised(session: &Session, document: &Arc<Document>, edit: Option<&Edit<'_>>) -> Result<String> {
    let Some(edit) = edit else {
        let error = Error::new(ErrorKind::Usage, msg!("review-not-revised", name = &document.reference)).at(Place::file(&document.path));
        return Err(error.hint(msg!("review-not-revised-help")).hint(msg!("review-still-help", name = &document.reference)));
    };
    let text = edit(&document.text)?;
    if *text == *document.text {
        let error = Error::new(ErrorKind::Usage, msg!("review-not-revised", name = &document.reference));
        return Err(error.hint(msg!("review-still-help", name = &document.reference)));
    }
    if text.trim().is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("add-empty")));
    }
    let after = super::edit::read(session, document, &text);
    if let Some(problem) = super::edit::fault(Some(document), &after) {
        return Err(after.fault_of(&problem));
    }
    Ok(text)
}

/// Lets a flag say that it is settled. Its own edits stay where they are, also where those of the document go along.
fn settle(draft: &mut Draft<'_>, flag: &Arc<Document>, takes_edits: bool) -> Result<()> {
    if takes_edits && has_own_edits(draft.session(), flag)? {
        let error = Error::new(ErrorKind::Git, msg!("write-own-edits")).at(Place::file(&flag.path));
        return Err(error.hint(msg!("write-own-edits-hint")));
    }
    let kind = draft.kind(flag);
    let settled = kind.states.iter().find(|state| state.name == "settled").or_else(|| kind.states.iter().find(|state| !state.open));
    let (Some(state), Some(field)) = (settled, kind.field("status")) else { return Ok(()) };
    let path = draft.follow(flag);
    draft.put(&path, &fields::key_of(flag, kind, field), &New::One(Scalar::text(states::word(state))))
}

/// Whether a file differs from what is committed. Outside git nobody can tell, and whatever stands there is the person's.
fn has_own_edits(session: &Session, document: &Document) -> Result<bool> {
    if session.repo().is_none() {
        return Ok(true);
    }
    let mut set = ChangeSet::new(Message::new("look"));
    set.edit(&document.path, document.text.as_bytes(), format!("{} ", document.text).into_bytes())?;
    match carry_out(session.repo(), session.dir(), &set, &Options { dry_run: true, ..Options::at(session.now().into()) }) {
        Err(error) if error.msg().key() == OWN_EDITS => Ok(true),
        // What is wrong besides is said where it is written.
        Ok(_) | Err(_) => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict;
    use crate::base::lang::Lang;

    #[test]
    fn a_verdict_is_meant_by_its_words_in_both_languages() {
        for verdict in Verdict::ALL {
            for lang in Lang::ALL {
                assert_eq!(Verdict::parse(&verdict.word().text(lang)), Some(verdict), "{verdict:?}");
            }
        }
        assert_eq!(Verdict::parse("Klopt nog"), Some(Verdict::StillTrue));
        assert_eq!(Verdict::parse("nice"), None);
    }
}
