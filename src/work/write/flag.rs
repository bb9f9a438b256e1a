//! A reader's word that something is not right with a document: what `flag` does.

use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::{Lang, Msg};
use crate::base::nearest::several;
use crate::base::slug::slug;
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::model::targets::{Target, of_relation};
use crate::msg;
use crate::text::front::edit::{New, Scalar};
use crate::work::named;
use crate::work::session::Session;

use super::add::{NewDocument, Place, add};
use super::draft::Draft;
use super::outcome::Fate;
use super::values::demand_visible;
use super::{Assignment, Flagged, How, Outcome, behalf, fields, member, write};

/// The kind of a flag.
pub const KIND: &str = "flag";
/// The field that says why.
const REASON: &str = "reason";
/// The type of what is no longer so.
pub const OUTDATED: &str = "outdated";
/// The type of what says the same as another.
pub const DUPLICATE: &str = "duplicate";
/// More bytes than this a name never has.
const NAME: usize = 80;

/// What can be the matter, each with the words that mean it.
const TYPES: [(&str, &[&str]); 4] = [
    (OUTDATED, &["old", "stale", "verouderd", "achterhaald", "oud"]),
    ("unclear", &["confusing", "vague", "onduidelijk", "vaag"]),
    (DUPLICATE, &["double", "duplicated", "dubbel", "dubbelop"]),
    ("wrong", &["incorrect", "false", "onjuist", "fout"]),
];

/// What is the matter with a document.
#[derive(Clone, Debug)]
pub struct Fault<'a> {
    /// The document, as typed.
    pub document: &'a str,
    /// The type, as typed.
    pub what: &'a str,
    /// What says the same, as typed.
    pub duplicate_of: Option<&'a str>,
}

/// The names of what can be the matter, with what each is called in a language.
pub fn types(lang: Lang) -> Vec<(&'static str, String)> {
    TYPES.iter().map(|(name, _)| (*name, called(name).text(lang))).collect()
}

/// The type that a word in any language means.
///
/// # Errors
/// None.
pub fn meant(text: &str, lang: Lang) -> Result<&'static str> {
    let typed = text.trim().to_lowercase();
    let known = TYPES.iter().find(|(name, words)| *name == typed || words.contains(&typed.as_str()));
    known.map(|(name, _)| *name).ok_or_else(|| {
        let error = Error::new(ErrorKind::Usage, msg!("flag-no-type", typed = text));
        let all: Vec<String> = types(lang).into_iter().map(|(_, word)| word).collect();
        let words = TYPES.iter().flat_map(|(name, words)| words.iter().chain([name])).copied();
        match several(&typed, words, 1).first() {
            Some(near) => error.hint(msg!("usage-nearest", name = *near)),
            None => error.hint(msg!("usage-values", values = all.join(", "))),
        }
    })
}

/// Reports a fault in a document.
///
/// # Errors
/// No such document or type, or git says no. Then nothing is changed.
pub fn flag(session: &Session, fault: &Fault<'_>, how: &How) -> Result<Flagged> {
    raise(session, fault, how).map(Flagged)
}

/// The same for who answers otherwise.
pub(super) fn raise(session: &Session, fault: &Fault<'_>, how: &How) -> Result<Outcome> {
    let community = session.community();
    let at = named::document(session, fault.document)?;
    let target = community.documents()[at].clone();
    let what = meant(fault.what, session.lang())?;
    if session.settings().kinds.named(KIND).is_none() {
        return Err(Error::new(ErrorKind::Settings, msg!("flag-no-kind")));
    }
    if community.kind(&target).name == KIND {
        return Err(about_flag(session, &target));
    }
    let other = other(session, fault, what, &target)?;
    let who = writer(session, how)?;
    let told = told(session, &target);
    if let Some(known) = open_flags(community, at).into_iter().find(|flag| flag.value("type") == Some(what) && is_by(flag, &who)) {
        return again(session, &known, &target, what, how).map(|outcome| outcome.also(told));
    }
    let lang = session.settings().tongue();
    let title = title(session, &target, what, other.as_deref(), lang);
    let mut assignments = vec![
        Assignment::one("about", &target.reference),
        Assignment::one("type", what),
        Assignment {
            key: REASON.to_owned(),
            values: how.message.iter().map(|why| why.trim().to_owned()).filter(|why| !why.is_empty()).collect(),
            adds: false,
        },
    ];
    assignments.extend(other.map(|other| Assignment::one("related", &other.reference)));
    let new = NewDocument {
        place: Place::Kind(KIND.to_owned()),
        title: Some(title.clone()),
        name: Some(name(session, &target, &who)),
        subject: Some(msg!("flag-commit", name = &target.reference, what = called(what))),
        lang: None,
        assignments,
        body: Some(format!("# {title}\n")),
        edit: None,
    };
    Ok(add(session, &new, how)?.also(told))
}

/// What the document is a duplicate of, if the report is of that.
fn other(session: &Session, fault: &Fault<'_>, what: &str, target: &Document) -> Result<Option<Arc<Document>>> {
    let Some(typed) = fault.duplicate_of else { return Ok(None) };
    if what != DUPLICATE {
        let error = Error::new(ErrorKind::Usage, msg!("flag-not-duplicate"));
        return Err(error.hint(msg!("flag-not-duplicate-help", name = &target.reference)));
    }
    let other = session.community().documents()[named::document(session, typed)?].clone();
    if other.path == target.path {
        return Err(Error::new(ErrorKind::Usage, msg!("relate-itself", key = DUPLICATE, name = &target.reference)));
    }
    Ok(Some(other))
}

/// The same report a second time: nothing changes, but for a reason that it did not give before.
fn again(session: &Session, known: &Arc<Document>, target: &Document, what: &str, how: &How) -> Result<Outcome> {
    let kind = session.community().kind(known);
    let mut draft = Draft::new(session);
    let path = draft.ask(known);
    let since = known.slug.get(..10).unwrap_or_default().to_owned();
    let why = how.message.as_deref().map(str::trim).filter(|why| !why.is_empty());
    if let (Some(why), Some(field)) = (why, kind.field(REASON)) {
        demand_visible("-m", why)?;
        let said = known.value(REASON).unwrap_or_default();
        if !said.contains(why) {
            let reason = if said.is_empty() { why.to_owned() } else { format!("{said}; {why}") };
            draft.put(&path, &fields::key_of(known, kind, field), &New::One(Scalar::text(reason)))?;
            let subject = msg!("flag-commit-why", name = &target.reference, what = called(what));
            return Ok(write(session, &draft, &subject, how)?.also(msg!("flag-already-why", day = since)));
        }
    }
    Ok(Outcome::new(draft.about(), Fate::Unchanged).also(msg!("flag-already", day = since)))
}

/// The open flags about a document.
pub(super) fn open_flags(community: &Community, about: usize) -> Vec<Arc<Document>> {
    let is_open =
        |document: &Document, kind: &Kind| document.state.as_deref().and_then(|name| kind.state(name)).is_some_and(|state| state.open);
    let is_about = |document: &Document| {
        let mut said = document.related("about");
        said.any(|value| matches!(of_relation(community, document, value), Target::Document(at, _) if at == about))
    };
    let flags = community.documents().iter().filter(|document| {
        let kind = community.kind(document);
        kind.name == KIND && is_open(document, kind) && is_about(document)
    });
    flags.cloned().collect()
}

/// Who is told of it: the steward, who finds it among what waits for them.
fn told(session: &Session, target: &Document) -> Msg {
    match target.value("steward") {
        Some(steward) => {
            match session.people().named(steward) {
                Some(member) if member.left => msg!("flag-told-gone", who = &member.name, name = &target.reference),
                Some(member) => msg!("flag-told", name = &member.name),
                // Who or what that is nobody can tell, and nobody sees a community as it.
                None => msg!("flag-told-team", who = steward, name = &target.reference),
            }
        }
        None => msg!("flag-told-nobody", name = &target.reference),
    }
}

/// A flag is not flagged: it is settled by a review of what it is about.
pub(super) fn about_flag(session: &Session, flag: &Document) -> Error {
    let community = session.community();
    let error = Error::new(ErrorKind::Usage, msg!("flag-of-flag", name = &flag.reference));
    let mut about = flag.related("about").filter_map(|value| match of_relation(community, flag, value) {
        Target::Document(at, _) => Some(community.documents()[at].reference.clone()),
        _ => None,
    });
    about.next().into_iter().fold(error, |error, name| error.hint(msg!("do-this", command = format!("cop review {name}"))))
}

/// Who writes it, as part of a file's name: a member's handle, else what git calls them.
fn writer(session: &Session, how: &How) -> Result<String> {
    if let Some(member) = behalf(session, how)? {
        return Ok(member.handle.clone());
    }
    if let Ok(me) = member(session, "me") {
        return Ok(me.handle.clone());
    }
    let name = session.repo().and_then(crate::store::git::open::Repo::identity).map(|(name, _)| slug(&name));
    Ok(name.unwrap_or_default())
}

/// Whether a flag is by somebody: its file is called after them, or it names them as who made it.
fn is_by(flag: &Document, who: &str) -> bool {
    if who.is_empty() {
        return false;
    }
    let bare = flag.slug.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let ends = |slug: &str| slug.ends_with(&format!("-{}", who.to_lowercase()));
    ends(&flag.slug) || bare.strip_suffix('-').is_some_and(ends) || flag.values("authors").iter().any(|value| value.text == who)
}

/// `2026-11-22-short-branches-ada`
fn name(session: &Session, target: &Document, who: &str) -> String {
    let about = target.slug.replace('/', "-");
    let day = session.today().to_string();
    let room = NAME.saturating_sub(day.len() + who.len() + 2);
    let about: String = about.chars().take(room.max(8)).collect();
    let parts = [day.as_str(), about.trim_end_matches('-'), who];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// The title in the community's language, no longer than a title may be.
fn title(session: &Session, target: &Document, what: &str, other: Option<&Document>, lang: Lang) -> String {
    let said = |title: &str| match (what, other) {
        (DUPLICATE, Some(other)) => msg!("flag-title-duplicate-of", title = title, other = &other.title),
        (OUTDATED, _) => msg!("flag-title-outdated", title = title),
        ("unclear", _) => msg!("flag-title-unclear", title = title),
        (DUPLICATE, None) => msg!("flag-title-duplicate", title = title),
        _ => msg!("flag-title-wrong", title = title),
    };
    let whole = said(&target.title).text(lang);
    if whole.chars().count() <= session.settings().limits.title {
        return whole;
    }
    let short: String = target.title.chars().take(40).collect();
    let other = other.map(|other| other.title.chars().take(40).collect::<String>());
    match (what, other) {
        (DUPLICATE, Some(other)) => msg!("flag-title-duplicate-of", title = short + "…", other = other + "…").text(lang),
        _ => said(&(short + "…")).text(lang),
    }
}

/// What a type is called.
pub(in crate::work) fn called(what: &str) -> Msg {
    match what {
        OUTDATED => msg!("flag-outdated"),
        "unclear" => msg!("flag-unclear"),
        DUPLICATE => msg!("flag-duplicate"),
        _ => msg!("flag-wrong"),
    }
}

#[cfg(test)]
mod tests {
    use super::meant;
    use crate::base::lang::Lang;

    #[test]
    fn a_type_is_meant_by_its_words() {
        for (text, what) in [("outdated", Some("outdated")), ("Verouderd", Some("outdated")), ("fout", Some("wrong")), ("nice", None)] {
            assert_eq!(meant(text, Lang::En).ok(), what, "{text}");
        }
    }
}
