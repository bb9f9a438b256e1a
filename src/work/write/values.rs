//! What a person types for a field, as the value that stands in the file.

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold_tag;
use crate::base::lang::Msg;
use crate::base::nearest::{is_slip, several};
use crate::base::when::DateRange;
use crate::model::field::{Field, FieldType, typed};
use crate::model::kind::Kind;
use crate::model::reading::yes_no;
use crate::msg;
use crate::show::clean::is_hidden;
use crate::show::view::Remark;
use crate::store::index::Index;
use crate::text::front::edit::Scalar;
use crate::work::catalogue;
use crate::work::checks::rules::wrong_type::wants;
use crate::work::session::Session;

use super::{nobody, states, unknown_member};

/// A key and what it is set to, as typed; without a value it is taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The key.
    pub key: String,
    /// The values, in the order in which they were typed.
    pub values: Vec<String>,
    /// They come behind those that are there.
    pub adds: bool,
}

impl Assignment {
    /// Reads `KEY=VALUE`, a key given again adding a value, `KEY+=VALUE` adding to what is there, and keys to take away.
    ///
    /// # Errors
    /// Something without `=`, or without a key.
    pub fn read(typed: &[String], removed: &[String]) -> Result<Vec<Self>> {
        let mut all: Vec<Self> = Vec::new();
        let same = |one: &str, other: &str| one.replace('-', "_") == other.replace('-', "_");
        for text in typed {
            let Some((key, value)) = text.split_once('=').map(|(key, value)| (key.trim(), value)).filter(|(key, _)| !key.is_empty()) else {
                return Err(Error::new(ErrorKind::Usage, msg!("set-no-assignment", text = text)).hint(msg!("set-no-assignment-help")));
            };
            let values: Vec<String> = if value.trim().is_empty() { Vec::new() } else { vec![value.to_owned()] };
            let (key, adds) = key.strip_suffix('+').map_or((key, false), |key| (key.trim_end(), true));
            if key.is_empty() || adds && values.is_empty() {
                return Err(Error::new(ErrorKind::Usage, msg!("set-no-assignment", text = text)).hint(msg!("set-no-assignment-help")));
            }
            match all.iter_mut().find(|known| same(&known.key, key)) {
                Some(known) if known.values.is_empty() || values.is_empty() || known.adds != adds => {
                    return Err(Error::new(ErrorKind::Usage, msg!("set-contradiction", key = key)));
                }
                Some(known) => known.values.extend(values),
                None => all.push(Self { key: key.to_owned(), values, adds }),
            }
        }
        for key in removed.iter().map(|key| key.trim()) {
            if all.iter().any(|known| same(&known.key, key)) {
                return Err(Error::new(ErrorKind::Usage, msg!("set-contradiction", key = key)));
            }
            all.push(Self { key: key.to_owned(), values: Vec::new(), adds: false });
        }
        Ok(all)
    }

    /// One value of one key.
    pub fn one(key: &str, value: &str) -> Self {
        Self { key: key.to_owned(), values: vec![value.to_owned()], adds: false }
    }
}

/// The values of a list field in what was typed: those of short values are parted by commas.
pub(super) fn parts(field: &Field, values: &[String]) -> Vec<String> {
    let is_short = !matches!(field.kind, FieldType::Line | FieldType::Text | FieldType::Url);
    let split = |value: &String| -> Vec<String> {
        if field.list && is_short { value.split(',').map(str::to_owned).collect() } else { vec![value.clone()] }
    };
    let all = values.iter().flat_map(split).map(|part| if field.kind == FieldType::Text { part } else { part.trim().to_owned() });
    let mut parts: Vec<String> = Vec::new();
    for part in all.filter(|part| !part.trim().is_empty()) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

/// A value as it stands in a file.
///
/// # Errors
/// It is none that the field takes; the error says which would be.
pub(super) fn scalar(session: &Session, kind: &Kind, field: &Field, text: &str) -> Result<Scalar> {
    demand_visible(&field.name, text)?;
    match (field.name.as_str(), field.kind) {
        ("status", _) => Ok(Scalar::text(states::word(states::meant(session, kind, text)?))),
        ("kind", _) => own_kind(session, kind, text),
        ("steward", FieldType::Person) => {
            let handle = person(session, text)?;
            super::stewards::demand_there(session, &handle)?;
            Ok(Scalar::text(handle))
        }
        (_, FieldType::Person) => person(session, text).map(Scalar::text),
        (_, FieldType::Tag) => tag(session, text).map(Scalar::text),
        // A review that is still to come would keep everybody from looking until long after it.
        ("reviewed", FieldType::Date | FieldType::DateTime) => match day(session, field, text)? {
            date if date > session.today() => {
                let error = Error::new(ErrorKind::Usage, msg!("check-future-review", date = date.to_string()));
                Err(error.hint(msg!("check-future-review-help")))
            }
            date => Ok(Scalar::typed(date.to_string())),
        },
        (_, FieldType::DateTime) if Date::parse(text).is_some() => Ok(Scalar::typed(text)),
        (_, FieldType::Date | FieldType::DateTime) => Ok(Scalar::typed(day(session, field, text)?.to_string())),
        (_, FieldType::YesNo) => match yes_no(text) {
            Some(yes) => Ok(Scalar::typed(if yes { "yes" } else { "no" })),
            None => Err(wrong(field, text)),
        },
        (_, FieldType::OneOf) => {
            let known = field.values.iter().find(|value| value.eq_ignore_ascii_case(text));
            known.map(Scalar::text).ok_or_else(|| wrong(field, text))
        }
        _ if typed(field.kind, &field.values, text).is_none() => Err(wrong(field, text)),
        (_, FieldType::Number) => Ok(Scalar::typed(text)),
        _ => Ok(Scalar::text(text)),
    }
}

/// Demands that nothing in a text hides, or steers the terminal of whoever reads it. Lines and tabs may be.
///
/// # Errors
/// There is such a character; `what` says in what.
pub(in crate::work) fn demand_visible(what: &str, text: &str) -> Result<()> {
    let odd = |letter: &char| !matches!(letter, '\n' | '\r' | '\t') && is_hidden(*letter);
    match text.chars().find(odd) {
        Some(letter) => Err(Error::new(ErrorKind::Usage, msg!("set-hidden", key = what, letter = format!("U+{:04X}", u32::from(letter))))),
        None => Ok(()),
    }
}

fn refused(field: &Field, text: &str, help: Msg) -> Error {
    let shown: String = text.chars().take(60).collect();
    Error::new(ErrorKind::Usage, msg!("set-wrong", key = &field.name, value = shown)).hint(help)
}

fn wrong(field: &Field, text: &str) -> Error {
    refused(field, text, wants(field, text))
}

/// A kind's own name is all that a document may say of its kind: where it stands decides.
fn own_kind(session: &Session, kind: &Kind, text: &str) -> Result<Scalar> {
    match session.settings().kinds.meant_by(text) {
        Some(meant) if meant.name == kind.name => Ok(Scalar::text(&kind.name)),
        _ => Err(Error::new(ErrorKind::Usage, msg!("set-kind", kind = &kind.name)).hint(msg!("set-kind-help"))),
    }
}

/// A day, in any words that mean one.
fn day(session: &Session, field: &Field, text: &str) -> Result<Date> {
    if let Some(date) = Date::parse(text) {
        return Ok(date);
    }
    match DateRange::parse(text, session.today()) {
        Ok(DateRange { from: Some(from), to: Some(to) }) if from == to => Ok(from),
        _ => Err(refused(field, text, msg!("set-wants-day"))),
    }
}

/// A person: a member's handle, or the name of a team or of somebody who is no member.
///
/// # Errors
/// It looks like a handle and nobody has it.
pub(super) fn person(session: &Session, text: &str) -> Result<String> {
    let bare = text.trim().trim_start_matches('@');
    if bare == "me" {
        return catalogue::me(session).ok_or_else(nobody);
    }
    if let Some(handle) = catalogue::handle_of(session, bare) {
        return Ok(handle);
    }
    let members = session.people().members();
    let is_name = bare.contains(char::is_whitespace) || bare.starts_with(char::is_uppercase);
    let is_slip_of = |member: &&crate::model::person::Member| is_slip(bare, &member.name) || is_slip(bare, &member.handle);
    let is_near = members.iter().any(|member| is_slip_of(&member));
    if members.is_empty() && !bare.is_empty() || is_name && !is_near && !text.starts_with('@') {
        return Ok(bare.to_owned());
    }
    Err(unknown_member(session, bare).hint(msg!("set-person-help")))
}

/// A tag in the community's words.
///
/// # Errors
/// It is not on a list that is closed, or is none.
pub(super) fn tag(session: &Session, text: &str) -> Result<String> {
    let settings = session.settings();
    let bare = text.trim().trim_start_matches('#').trim();
    demand_visible("tags", bare)?;
    let folded = fold_tag(bare);
    if folded.is_empty() || bare.contains(['\n', '\r']) {
        return Err(Error::new(ErrorKind::Usage, msg!("tag-none", text = text)));
    }
    if let Some(known) = settings.agreed_tag(bare) {
        return Ok(known.name.clone());
    }
    let agreed = || settings.tags.iter().map(|tag| tag.name.as_str());
    if settings.tags_closed {
        let error = Error::new(ErrorKind::NotFound, msg!("tag-unknown", tag = bare));
        let near = several(bare, agreed(), 1);
        let error = near.into_iter().fold(error, |error, near| error.hint(msg!("usage-nearest", name = near)));
        return Err(error.hint(msg!("tag-unknown-help")));
    }
    let used = session.ask(|index: &mut Index, source| index.values(source, "tag")).unwrap_or_default();
    let used: Vec<&str> = used.keys().map(|value| value.strip_prefix("tag=").unwrap_or(value)).collect();
    if !used.contains(&folded.as_str())
        && let Some(near) = agreed().chain(used.iter().copied()).find(|known| is_slip(&folded, known))
    {
        session.remark(Remark { code: "near-tag", msg: msg!("tag-new-near", tag = bare, near = near), place: None });
    }
    Ok(bare.to_owned())
}
