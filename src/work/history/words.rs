//! An event in the reader's words: what happened, and what changed besides.

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::base::width::truncate;
use crate::model::document::Document;
use crate::model::field::FieldType;
use crate::model::kind::{Capability, Kind};
use crate::model::names::Found;
use crate::model::targets::{Target, of_link, of_relation};
use crate::msg;

use super::changes::{FieldChange, PATH, STATUS};
use super::event::{About, Action, Event, Outcome};
use super::past::{Past, Subject};
use crate::work::did::has_own_title;
use crate::work::write::flag;

/// A value is told up to here, in cells of the screen.
const VALUE: usize = 60;

/// What happened.
pub(super) fn what(past: &Past<'_>, subject: &Subject, event: &Event) -> Msg {
    let (kind, lang) = (past.kind(subject), past.session.lang());
    let is_person = kind.has(Capability::Person);
    match event.action {
        Action::Created if is_person => msg!("event-joined"),
        Action::Created if kind.has(Capability::Acceptable) => msg!("event-answered"),
        Action::Created if kind.relation("accepted").is_some() => msg!("event-asked"),
        Action::Created if kind.name == flag::KIND => msg!("event-reported"),
        Action::Created => msg!("event-created"),
        Action::Present => msg!("event-present"),
        Action::Renamed => msg!("event-renamed"),
        Action::Status => status(kind, event, lang),
        Action::Reviewed if event.outcome == Some(Outcome::Revised) => msg!("event-revised"),
        Action::Reviewed => msg!("event-reviewed"),
        Action::Redated => msg!("event-redated"),
        Action::Accepted => msg!("event-accepted"),
        Action::Handed => msg!("event-handed"),
        Action::Retitled => msg!("event-retitled"),
        Action::Tagged => msg!("event-tagged"),
        Action::Used => msg!("event-used"),
        Action::Thanked => msg!("event-thanked"),
        Action::Followed => msg!("event-followed"),
        Action::Edited => msg!("event-edited"),
        Action::Deleted => msg!("event-deleted"),
        Action::Restored => msg!("event-restored"),
        Action::Answered => msg!("event-answered"),
        Action::Flagged => {
            let type_ = event.to.clone().unwrap_or_default();
            let word = flag::types(lang).into_iter().find(|(name, _)| *name == type_).map(|(_, word)| word);
            msg!("event-flagged", what = word.unwrap_or(type_))
        }
        Action::Settled => msg!("event-settled"),
    }
}

/// From one state to another; of a person, that they left or came back.
fn status(kind: &Kind, event: &Event, lang: Lang) -> Msg {
    let state = |name: &Option<String>| name.as_deref().and_then(|name| kind.state(name));
    let is_retired = |name: &Option<String>| state(name).is_some_and(|state| state.retired);
    if kind.has(Capability::Person) && is_retired(&event.from) != is_retired(&event.to) {
        return if is_retired(&event.to) { msg!("event-left") } else { msg!("event-back") };
    }
    let label = |name: &Option<String>| {
        let said = name.clone().unwrap_or_default();
        state(name).map_or(said.clone(), |state| state.label.text(lang, &said))
    };
    msg!("event-status", from = label(&event.from), to = label(&event.to))
}

/// What changed besides, field by field; what the action tells already is left out.
pub(super) fn details(past: &Past<'_>, subject: &Subject, event: &Event) -> Vec<Msg> {
    let kind = past.kind(subject);
    let mut all = Vec::new();
    match (event.action, &event.from, &event.to) {
        (Action::Used | Action::Followed, _, Some(to)) => all.push(Msg::literal(called(past, to))),
        (Action::Thanked, Some(whom), Some(to)) => {
            all.push(msg!("event-thanked-whom", whom = person(past, whom), what = called(past, to)));
        }
        (Action::Thanked, Some(whom), None) => all.push(Msg::literal(person(past, whom))),
        _ => {}
    }
    let told = event.changes.iter().filter(|change| !is_told(change, kind, event));
    let (paths, others): (Vec<_>, Vec<_>) = told.partition(|change| change.field == PATH);
    all.extend(paths.into_iter().chain(others).map(|change| detail(past, kind, change)));
    // What says more of it says nothing of its review.
    let is_told = matches!(event.action, Action::Reviewed | Action::Redated);
    let is_dated = event.changes.iter().any(|change| change.field == "reviewed" && self::is_told(change, kind, event));
    let is_reviewed = is_dated && !is_told && !past.is_bulk(event.order);
    // What another document's commit did to this one is told of that one.
    let is_visit = matches!(event.action, Action::Answered | Action::Flagged | Action::Settled);
    all.extend(match (is_reviewed, names(event).filter(|_| !is_visit)) {
        (true, Some(names)) => Some(msg!("event-reviewed-and", who = names)),
        (true, None) => Some(msg!("event-reviewed-too")),
        (false, Some(names)) => Some(msg!("event-reviewed-by", who = names)),
        (false, None) => None,
    });
    all
}

/// Who reviewed it, where the commit names them.
pub(super) fn reviewers(event: &Event) -> Option<Msg> {
    names(event).map(|names| msg!("event-reviewed-by", who = names))
}

fn names(event: &Event) -> Option<String> {
    let names: Vec<&str> = event.reviewers.iter().map(|person| person.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Whether a change is what the action says already, or follows from it.
fn is_told(change: &FieldChange, kind: &Kind, event: &Event) -> bool {
    let review = matches!(event.action, Action::Reviewed | Action::Redated);
    let is_named_otherwise = event.changes.iter().any(|change| matches!(change.field.as_str(), "title" | PATH));
    match change.field.as_str() {
        STATUS => event.action == Action::Status,
        "reviewed" | "review_by" if review => true,
        // What cop keeps of a name that was given up.
        "aliases" if is_named_otherwise => true,
        // A date that the event itself has.
        name if kind.field(name).is_some_and(|field| matches!(field.kind, FieldType::Date | FieldType::DateTime)) => {
            change.to.as_deref().and_then(Date::parse).is_some_and(|day| Some(day) == event.date)
        }
        _ => false,
    }
}

fn detail(past: &Past<'_>, kind: &Kind, change: &FieldChange) -> Msg {
    let lang = past.session.lang();
    let name = change.field.as_str();
    if name == PATH {
        return msg!("event-was-path", from = change.from.clone().unwrap_or_default());
    }
    if name == "title" {
        return msg!("event-was-title", from = change.from.clone().unwrap_or_default());
    }
    let field = kind.field(name);
    let label = match (field, kind.relation(name)) {
        (Some(field), _) => field.label.text(lang, name),
        (None, Some(relation)) => relation.label.text(lang, name),
        (None, None) => name.to_owned(),
    };
    let value = |text: &String| {
        let told = match field.map(|field| field.kind) {
            Some(FieldType::Person) => person(past, text),
            Some(FieldType::Ref) => told_of(past, text),
            None if kind.relation(name).is_some() => told_of(past, text),
            _ => text.clone(),
        };
        // Why something is as it is, is told whole.
        if name == "reason" { told.trim_end_matches('.').to_owned() } else { truncate(&told, VALUE).into_owned() }
    };
    if !change.added.is_empty() || !change.removed.is_empty() {
        let signed = |sign: &str, list: &[String]| list.iter().map(|text| format!("{sign}{}", value(text))).collect::<Vec<_>>();
        // A first successor is no addition to others.
        let plus = if field.is_none() && change.removed.is_empty() { "" } else { "+" };
        let all = [signed(plus, &change.added), signed("−", &change.removed)].concat();
        return msg!("event-field", field = label, to = all.join(", "));
    }
    match (&change.from, &change.to) {
        (Some(from), Some(to)) => msg!("event-field-from", field = label, from = value(from), to = value(to)),
        (None, Some(to)) => msg!("event-field", field = label, to = value(to)),
        (_, None) => msg!("event-field-gone", field = label),
    }
}

/// The name of a person, where it is a member.
fn person(past: &Past<'_>, text: &str) -> String {
    past.community.people().named(text).map_or_else(|| text.to_owned(), |member| member.name.clone())
}

/// What a document is called that a ref, path or name leads to; as it was written where that is none.
fn called(past: &Past<'_>, target: &str) -> String {
    match past.community.resolve(target) {
        Found::One(at) => name_of(past, at),
        _ => target.to_owned(),
    }
}

/// The same beside what it is: of an answer without a title of its own whose it is.
fn told_of(past: &Past<'_>, target: &str) -> String {
    let whose = match past.community.resolve(target) {
        Found::One(at) => whose(past, at),
        _ => None,
    };
    whose.map_or_else(|| called(past, target), |name| msg!("event-somebodys", name = name).text(past.session.lang()))
}

/// The ref of the document that a link leads to, or led to before it was renamed; else its target.
pub(super) fn linked(past: &Past<'_>, from: &Document, target: &str) -> String {
    let at = match of_link(past.community, from, target) {
        Target::Document(at, _) => Some(at),
        Target::Missing(path) => earlier(past, &path),
        _ => None,
    };
    at.map_or_else(|| target.to_owned(), |at| past.community.documents()[at].reference.clone())
}

/// The document that stood at a path by a name which is another one of it now.
fn earlier(past: &Past<'_>, path: &str) -> Option<usize> {
    let kinds = &past.community.settings.kinds;
    let claim = kinds.claim(path, &|_| false)?;
    match past.community.resolve(&format!("{}/{}", kinds.at(claim.kind).name, claim.slug)) {
        Found::One(at) => Some(at),
        _ => None,
    }
}

/// What a reader knows a document by: its title, and where it has none, who wrote it or what it is about.
pub(super) fn name_of(past: &Past<'_>, at: usize) -> String {
    let document = &past.community.documents()[at];
    whose(past, at).map_or_else(|| document.title.clone(), str::to_owned)
}

/// Who wrote an answer that has no title of its own, by name.
fn whose<'p>(past: &'p Past<'_>, at: usize) -> Option<&'p str> {
    past.community.parent(at).filter(|_| !has_own_title(past.community, at))?;
    let member = past.community.people().by_handle(past.community.documents()[at].handle())?;
    Some(&member.name)
}

/// A document as an event of the community tells of it: an answer by its question, a report without a title by what it is about.
pub(super) fn about(past: &Past<'_>, at: usize) -> About {
    let document = &past.community.documents()[at];
    let is_named = !document.title_span.is_empty();
    let subject = document.related("about").next().filter(|_| !is_named).map(|relation| of_relation(past.community, document, relation));
    let name = match (past.community.parent(at), subject) {
        (Some(parent), _) => name_of(past, parent),
        (None, Some(Target::Document(about, _))) => name_of(past, about),
        _ => document.title.clone(),
    };
    About {
        reference: document.reference.clone(),
        path: document.path.clone(),
        kind: past.community.kind(document).name.clone(),
        title: document.title.clone(),
        name,
    }
}
