//! A document as what there is to find.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::base::fold::fold;
use crate::base::lang::Lang;
use crate::text::front::nodes::Node;
use crate::text::markdown::{Run, Zone as TextZone};

use super::ast::Reason;
use super::card::{Card, Person};
use super::entry::Entry;
use super::kin::{Kin, Sharing};
use super::language;
use super::term::ValueType;
use super::ties::{Tie, ties};
use super::vocabulary::OtherName;
use super::zone::Zone;
use crate::model::document::Document;
use crate::model::field::{FieldType, Typed};
use crate::model::kind::{Capability, Kind};
use crate::model::settings::Settings;

/// What is known of a document from elsewhere than its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// When it was made, as history has it.
    pub created: Option<Date>,
    /// When its text last changed; [`Date::LAST`] if it is in no commit yet.
    pub updated: Option<Date>,
    /// Everyone who had a hand in it, those who did most first; who made it has the role `created`.
    pub people: Vec<Person>,
}

/// The key of what a term of the glossary is called, by any of its names.
pub const CALLED: &str = "called";

/// Every name that a term of the glossary has: its title, its aliases, its synonyms, its abbreviation, its translations, and last, as
/// avoided, what should not be said for it and is all the same.
pub fn names(document: &Document) -> impl Iterator<Item = OtherName> {
    let of = |name: &'static str| document.values(name).iter().map(|value| value.text.as_str());
    let said = ["aliases", "synonyms", "abbreviation", "translations"].into_iter().flat_map(of);
    let said = std::iter::once(document.title.as_str()).chain(said).map(|name| (name, false));
    let all = said.chain(of("not").map(|name| (name, true))).map(|(name, avoided)| (name.trim(), avoided));
    all.filter(|(name, _)| !name.is_empty()).map(|(name, avoided)| OtherName { name: name.to_owned(), avoided, reason: Reason::Glossary })
}

/// The role of who made a document.
pub const CREATED: &str = "created";

impl Past {
    /// A number that differs where anything in it does.
    pub fn fingerprint(&self) -> u64 {
        let mut bytes = Vec::new();
        let mut add = |text: &str| {
            bytes.extend((text.len() as u64).to_le_bytes());
            bytes.extend(text.as_bytes());
        };
        for date in [self.created, self.updated] {
            add(&date.map(|date| date.to_string()).unwrap_or_default());
        }
        for person in &self.people {
            // A handle has no space in it, so no name can be taken for one.
            add(person.handle.as_deref().unwrap_or(" "));
            add(&person.name);
            add(&person.roles.join(" "));
        }
        blake3::hash(&bytes).as_bytes()[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

/// What there is to find of a document. `answers` is how many documents stand below it, if its kind has such; `past` what history tells.
pub fn entry(document: &Document, settings: &Settings, past: &Past, answers: Option<u32>) -> Entry {
    let kind = settings.kinds.at(document.kind);
    let mut entry = Entry::new(card(document, settings, kind, past, answers), language::of(document, settings));
    entry.kin = Kin::of(kind, &document.slug, settings);
    entry.sharing = Sharing::of(settings);
    people(&mut entry, document, past);
    number(&mut entry, document, kind);
    labels(&mut entry, document, settings);
    fields(&mut entry, document, kind);
    if kind.has(Capability::Glossary) {
        entry.terms.extend(names(document).map(|one| super::term::value(CALLED, ValueType::Tag, &one.name)));
    }
    entry.terms.extend(ties(document, settings).iter().map(Tie::term));
    text(&mut entry, document, kind);
    entry
}

/// A numbered document is cited as `decision 4` and `0004`, so these are words of its title and its labels.
fn number(entry: &mut Entry, document: &Document, kind: &Kind) {
    let Some(number) = document.number(kind) else { return };
    let (plain, padded) = (number.to_string(), format!("{number:0width$}", width = kind.numbered.unwrap_or_default()));
    entry.text(Zone::Title, &padded);
    if plain != padded {
        entry.text(Zone::Title, &plain);
    }
    let labels = [Lang::En, Lang::Nl].map(|lang| kind.label(lang));
    let names: BTreeSet<&str> = labels.iter().map(String::as_str).chain([kind.name.as_str()]).collect();
    for name in names {
        entry.text(Zone::Label, name);
    }
}

fn card(document: &Document, settings: &Settings, kind: &Kind, past: &Past, answers: Option<u32>) -> Card {
    let state = document.state.as_deref().and_then(|name| kind.state(name));
    let texts = |name: &str| document.values(name).iter().map(|value| value.text.clone()).filter(|text| !text.is_empty()).collect();
    let retired = state.is_some_and(|state| state.retired);
    Card {
        reference: document.reference.clone(),
        path: document.path.clone(),
        kind: kind.name.clone(),
        title: document.title.clone(),
        state: document.state.clone(),
        retired,
        open: state.is_some_and(|state| state.open),
        unsettled: state.is_some_and(|state| kind.is_unsettled(state)),
        tags: texts("tags"),
        aliases: texts("aliases"),
        lang: document.lang.clone(),
        steward: document.value("steward").map(|steward| steward.trim_start_matches('@').to_owned()),
        created: document.date("created").or(past.created),
        updated: past.updated,
        reviewed: document.date("reviewed"),
        next_review: if retired { None } else { next_review(document, settings, past.updated.filter(|day| *day != Date::LAST)) },
        people: past.people.iter().take(Card::PEOPLE).cloned().collect(),
        answers,
        successor: ["superseded_by", "duplicate_of"]
            .into_iter()
            .find_map(|name| document.related(name).next())
            .map(|relation| relation.target.clone()),
        ..Card::default()
    }
}

/// When a document is to be looked at again: the day it names, if that lies after its last review; else its interval after the last
/// review, or after the last change of its text where it was never reviewed.
pub fn next_review(document: &Document, settings: &Settings, updated: Option<Date>) -> Option<Date> {
    let reviewed = document.date("reviewed");
    if let Some(named) = document.date("review_by").filter(|named| reviewed.is_none_or(|reviewed| *named > reviewed)) {
        return Some(named);
    }
    let kind = settings.kinds.at(document.kind);
    let own = document.values("review_every").first().and_then(|value| match value.typed {
        Some(Typed::Duration(every)) => Some(every),
        _ => None,
    });
    let general = || settings.review.filter(|_| kind.has(Capability::Stewarded));
    let every = own.or(kind.review).or_else(general)?;
    reviewed.or(updated).or_else(|| document.date("created")).map(|since| every.after(since))
}

fn people(entry: &mut Entry, document: &Document, past: &Past) {
    let named = document.values("authors").iter().map(|value| value.text.as_str());
    let handle = |person: &'_ Person| person.handle.clone().unwrap_or_else(|| person.name.clone());
    let everyone: Vec<String> = past.people.iter().map(handle).chain(named.clone().map(str::to_owned)).collect();
    let makers = past.people.iter().filter(|person| person.roles.iter().any(|role| role == CREATED)).map(handle);
    let makers: Vec<String> = makers.chain(named.map(str::to_owned)).collect();
    entry.field("by", ValueType::Person, everyone);
    entry.field("creator", ValueType::Person, makers);
}

/// What it is called and filed under beside its title and tags as written.
fn labels(entry: &mut Entry, document: &Document, settings: &Settings) {
    for alias in document.values("aliases") {
        entry.text(Zone::Label, &alias.text);
    }
    let written: Vec<&str> = document.values("tags").iter().map(|value| value.text.as_str()).collect();
    for tag in &written {
        let agreed = settings.tag_name(tag);
        entry.field("tag", ValueType::Tag, [&agreed]);
        let known = settings.agreed_tag(tag);
        let words = known.into_iter().flat_map(|known| {
            let labels = [known.label.en.as_ref(), known.label.nl.as_ref()];
            std::iter::once(&known.name).chain(&known.synonyms).chain(labels.into_iter().flatten())
        });
        for word in words.filter(|word| !written.contains(&word.as_str())) {
            entry.text(Zone::Label, word);
        }
    }
}

/// Every key of the front matter: as terms, and what is running text as words.
fn fields(entry: &mut Entry, document: &Document, kind: &Kind) {
    let is_person = kind.has(Capability::Person);
    for field in &document.fields {
        let kind = kind.field(&field.name).map_or(FieldType::Line, |field| field.kind);
        let values = || field.values.iter().map(|value| value.text.as_str());
        if !matches!(field.name.as_str(), "title" | "kind" | "status" | "lang") {
            entry.field(if field.name == "tags" { "tag" } else { &field.name }, value_type(kind), values());
        }
        if field.key != field.name {
            entry.field(&field.key, value_type(kind), values());
        }
        let zone = match (field.name.as_str(), kind) {
            ("title" | "kind" | "status" | "aliases" | "lang", _) => continue,
            ("name" | "synonyms" | "abbreviation" | "translations", _) => Zone::Label,
            (_, FieldType::Line | FieldType::Text) if is_person => Zone::Code,
            (_, FieldType::Line | FieldType::Text) => Zone::Body,
            _ => continue,
        };
        for value in values() {
            entry.text(zone, value);
        }
    }
    for relation in &document.relations {
        entry.field(&relation.name, ValueType::Text, [&relation.target]);
    }
    for extra in &document.extra {
        let values = texts(&extra.value);
        // One word is more often a setting of some program than something that was written to be read.
        for value in values.iter().filter(|value| value.contains(char::is_whitespace)) {
            entry.text(Zone::Body, value);
        }
        entry.field(&extra.key, ValueType::Text, values);
    }
}

/// How the values of a field are compared.
pub fn value_type(kind: FieldType) -> ValueType {
    match kind {
        FieldType::Date | FieldType::DateTime => ValueType::Date,
        FieldType::Number => ValueType::Number,
        FieldType::Person => ValueType::Person,
        FieldType::Tag => ValueType::Tag,
        _ => ValueType::Text,
    }
}

/// The texts of a value: its own, or those of its items.
fn texts(node: &Node) -> Vec<&str> {
    match (node.text(), node.items()) {
        (Some(text), _) => vec![text],
        (None, Some(items)) => items.iter().filter_map(Node::text).collect(),
        (None, None) => Vec::new(),
    }
}

/// The text below the front matter. The heading that is the title is not counted twice.
///
/// What a member's file says of a topic it says in passing; and the titles of what they use and thank for, to which it links, are no words
/// of its own: it would stand before those documents themselves.
fn text(entry: &mut Entry, document: &Document, kind: &Kind) {
    let is_person = kind.has(Capability::Person);
    let title = fold(&document.title).into_owned();
    let mut titled = false;
    let mut flush = |zone: Zone, text: &str| {
        if zone == Zone::Heading && !titled && fold(text) == title {
            titled = true;
        } else if !text.is_empty() {
            entry.text(zone, text);
        }
    };
    let mut block = String::new();
    let mut here = None;
    let is_linked = |run: &&Run| {
        let links = &document.markdown.links;
        let before = links.partition_point(|link| link.span.start <= run.span.start);
        is_person && before.checked_sub(1).is_some_and(|at| run.span.end <= links[at].span.end)
    };
    for run in document.markdown.runs.iter().filter(|run| !is_linked(run)) {
        let zone = match run.zone {
            TextZone::Heading(level) if is_person && level > 1 => Zone::Code,
            TextZone::Body | TextZone::Alt if is_person => Zone::Code,
            TextZone::Heading(_) => Zone::Heading,
            TextZone::Body | TextZone::Alt => Zone::Body,
            TextZone::Code => Zone::Code,
        };
        if here.is_some_and(|here| here != (run.block, zone)) {
            flush(here.map_or(zone, |(_, zone)| zone), &block);
            block.clear();
        }
        here = Some((run.block, zone));
        if !run.glued && !block.is_empty() {
            block.push(' ');
        }
        block.push_str(run.text(&document.text));
    }
    if let Some((_, zone)) = here {
        flush(zone, &block);
    }
}
