//! Reading kinds: the built-in ones, a community's own, and what `community.yaml` changes in them, one layer over another.

use crate::base::glob::Glob;
use crate::base::lang::Msg;
use crate::base::limits::settings::{ENTRIES, STATES};
use crate::base::timespan::Timespan;
use crate::msg;
use crate::text::front::nodes::{Entry, Node};

use super::field::{Field, FieldType, Label};
use super::kind::{Capability, Kind, Relation, Section, State};
use super::reading::Reader;

/// What a kind can say of itself: the keys of a `kind.yaml`, and of what stands under a kind's name in `community.yaml`.
pub const KEYS: [&str; 18] = [
    "name",
    "label",
    "folder",
    "paths",
    "exclude",
    "numbered",
    "parent",
    "capabilities",
    "states",
    "moves",
    "fields",
    "relations",
    "sections",
    "review",
    "default_status",
    "audience",
    "description",
    "site",
];

/// Where a layer comes from, for what depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    /// A `kind.yaml`.
    Own,
    /// The `kinds:` of `community.yaml`, whose words are the ones to write.
    Community,
}

/// Lays what a mapping says over a kind: maps are merged key by key, lists replace, an absent value removes.
pub(super) fn apply(kind: &mut Kind, node: &Node, layer: Layer, read: &mut Reader<'_>) {
    for entry in read.map(node) {
        let value = &entry.value;
        match entry.key.as_str() {
            "name" | "site" => {}
            "description" => description(kind, value, read),
            "label" => labels(kind, value, read),
            "folder" => folders(kind, value, read),
            "paths" => kind.paths = globs(value, read),
            "exclude" => kind.exclude = globs(value, read),
            "numbered" => kind.numbered = numbered(value, read),
            "parent" => kind.parent = parent(value, read),
            "capabilities" => capabilities(kind, value, read),
            "states" => named(
                &mut kind.states,
                value,
                (STATES, msg!("settings-limit-states", limit = STATES)),
                read,
                |state| &state.name,
                |state, value, read| apply_state(state, value, layer, read),
                new_state,
            ),
            "default_status" => kind.default_state = read.text(value),
            "moves" => moves(kind, value, read),
            "fields" => {
                let new = |name: &str| Field::new(name, FieldType::Text);
                named(&mut kind.fields, value, entries(), read, |field| &field.name, apply_field, new);
            }
            "relations" => named(&mut kind.relations, value, entries(), read, |relation| &relation.name, apply_relation, new_relation),
            "sections" => named(&mut kind.sections, value, entries(), read, |section| &section.name, apply_section, new_section),
            "review" => {
                kind.review = review(value, read);
                kind.review_is_said = layer == Layer::Community;
            }
            "audience" => kind.audience = read.text(value).filter(|text| matches!(text.as_str(), "public" | "members")),
            _ => read.unknown(entry, &KEYS),
        }
    }
}

/// What has to hold between the parts of a kind once all layers are laid.
pub(super) fn finish(kind: &mut Kind) {
    let inverses: Vec<_> = kind.relations.iter().filter(|relation| !relation.is_inverse).filter_map(inverse).collect();
    for inverse in inverses {
        if kind.relation(&inverse.name).is_none() {
            kind.relations.push(inverse);
        }
    }
}

/// The other side of a relation that is written in both documents.
fn inverse(relation: &Relation) -> Option<Relation> {
    let name = relation.inverse.clone().filter(|name| relation.both && *name != relation.name)?;
    Some(Relation {
        to: relation.to.clone(),
        list: true,
        inverse: Some(relation.name.clone()),
        both: true,
        is_inverse: true,
        keys: vec![name.clone()],
        label: relation.inverse_label.clone(),
        inverse_label: relation.label.clone(),
        name,
    })
}

/// How many of most things a kind has at most, and what is said of more.
fn entries() -> (usize, Msg) {
    (ENTRIES, msg!("settings-limit-entries", limit = ENTRIES))
}

/// Merges a mapping of named things into a list of them, which keeps its order.
fn named<T>(
    list: &mut Vec<T>,
    node: &Node,
    limit: (usize, Msg),
    read: &mut Reader<'_>,
    name: impl Fn(&T) -> &str,
    apply: impl Fn(&mut T, &Node, &mut Reader<'_>),
    new: impl Fn(&str) -> T,
) {
    for entry in read.map_of(node, limit.0, limit.1) {
        let at = list.iter().position(|one| name(one) == entry.key);
        let removed = entry.value.is_null() && at.is_some();
        match at {
            Some(at) if removed => drop(list.remove(at)),
            Some(at) => apply(&mut list[at], &entry.value, read),
            None => {
                let mut one = new(&entry.key);
                apply(&mut one, &entry.value, read);
                list.push(one);
            }
        }
    }
}

/// What a kind is for; said in one language, it is said so in all.
fn description(kind: &mut Kind, node: &Node, read: &mut Reader<'_>) {
    label(node, read, &mut kind.description);
    if node.text().is_some() {
        kind.description.nl.clone_from(&kind.description.en);
    }
}

fn labels(kind: &mut Kind, node: &Node, read: &mut Reader<'_>) {
    if node.text().is_some() || node.items().is_some() {
        let words = read.texts(node);
        kind.singular.en = words.first().cloned();
        kind.plural.en = words.get(1).cloned();
        return;
    }
    for entry in read.map(node) {
        let words = read.texts(&entry.value);
        let (one, many) = (words.first().cloned(), words.get(1).cloned());
        match entry.key.as_str() {
            "en" => (kind.singular.en, kind.plural.en) = (one, many),
            "nl" => (kind.singular.nl, kind.plural.nl) = (one, many),
            _ => {}
        }
    }
}

/// Reads a name for readers: a text, which is English, or one in each language.
pub(super) fn label(node: &Node, read: &mut Reader<'_>, into: &mut Label) {
    if node.text().is_some() {
        into.en = read.text(node);
        return;
    }
    for entry in read.map(node) {
        match entry.key.as_str() {
            "en" => into.en = read.text(&entry.value),
            "nl" => into.nl = read.text(&entry.value),
            _ => {}
        }
    }
}

fn folders(kind: &mut Kind, node: &Node, read: &mut Reader<'_>) {
    let clean = |folder: String| folder.trim_matches('/').trim_start_matches("./").to_owned();
    kind.folders = match node.text() {
        Some(folder) if read.place(&node.span) => vec![(String::new(), clean(folder.to_owned()))],
        Some(_) => Vec::new(),
        None => {
            let entries = read.map(node).iter().take_while(|entry| read.place(&entry.key_span)).collect::<Vec<_>>();
            entries.into_iter().filter_map(|entry| Some((entry.key.clone(), clean(read.text(&entry.value)?)))).collect()
        }
    };
    kind.folders.retain(|(_, folder)| !folder.is_empty());
}

fn globs(node: &Node, read: &mut Reader<'_>) -> Vec<Glob> {
    read.globs(node, |text| {
        let outside = text.starts_with('/') || text.split('/').any(|part| part == "..");
        if outside { Err(msg!("settings-glob-outside", glob = text)) } else { Ok(()) }
    })
}

fn numbered(node: &Node, read: &mut Reader<'_>) -> Option<usize> {
    if node.is_null() {
        return None;
    }
    let width = match node.get("width") {
        Some(width) => read.number(width)?,
        None => 4,
    };
    usize::try_from(width).ok().filter(|width| (1..=9).contains(width))
}

fn parent(node: &Node, read: &mut Reader<'_>) -> Option<String> {
    if node.is_null() {
        return None;
    }
    match node.get("kind") {
        Some(kind) => read.text(kind),
        None => read.text(node),
    }
}

fn capabilities(kind: &mut Kind, node: &Node, read: &mut Reader<'_>) {
    kind.capabilities = read
        .texts(node)
        .iter()
        .filter_map(|name| {
            let known = Capability::NAMES.iter().find(|(known, _)| known == name).map(|(_, capability)| *capability);
            if known.is_none() {
                read.bad(&node.span, msg!("settings-capability", name = name));
            }
            known
        })
        .collect();
}

fn moves(kind: &mut Kind, node: &Node, read: &mut Reader<'_>) {
    for entry in read.map(node) {
        if entry.value.is_null() {
            kind.moves.remove(&entry.key);
        } else {
            kind.moves.insert(entry.key.clone(), read.texts(&entry.value));
        }
    }
}

fn review(node: &Node, read: &mut Reader<'_>) -> Option<Timespan> {
    if node.is_null() {
        return None;
    }
    let node = node.get("every").unwrap_or(node);
    read.parsed(node, Timespan::parse_recurring, msg!("settings-wants-duration"))
}

fn new_state(name: &str) -> State {
    State { name: name.to_owned(), ..State::default() }
}

fn apply_state(state: &mut State, node: &Node, layer: Layer, read: &mut Reader<'_>) {
    for entry in read.map(node) {
        let value = &entry.value;
        match entry.key.as_str() {
            "label" => label(value, read, &mut state.label),
            "open" => state.open = read.flag(value).unwrap_or(state.open),
            "retired" => state.retired = read.flag(value).unwrap_or(state.retired),
            "needs" => state.needs = read.texts(value),
            "also" => {
                also(state, value, read);
                if layer == Layer::Community {
                    // Words of each language don't say which of them this community writes.
                    let is_of_one = value.entries().is_none();
                    state.written = state.also.first().filter(|word| is_of_one && !word.ends_with('*')).cloned();
                }
            }
            _ => read.unknown(entry, &["label", "open", "retired", "needs", "also"]),
        }
    }
}

/// Other spellings: a list, or one for each language.
fn also(state: &mut State, node: &Node, read: &mut Reader<'_>) {
    state.dutch = Vec::new();
    if node.entries().is_none() {
        state.also = read.texts(node);
        return;
    }
    state.also = Vec::new();
    for entry in read.map(node) {
        let words = read.texts(&entry.value);
        match entry.key.as_str() {
            "en" => {}
            "nl" => state.dutch.clone_from(&words),
            _ => {
                read.unknown(entry, &["en", "nl"]);
                continue;
            }
        }
        state.also.extend(words);
    }
}

/// The keys to read, where no more is said of a field or relation than those: a text or a list.
fn only_keys(node: &Node, read: &mut Reader<'_>) -> Option<Vec<String>> {
    (node.text().is_some() || node.items().is_some()).then(|| read.texts(node))
}

fn apply_field(field: &mut Field, node: &Node, read: &mut Reader<'_>) {
    if let Some(keys) = only_keys(node, read) {
        field.keys = keys;
        return;
    }
    for entry in read.map(node) {
        let value = &entry.value;
        match entry.key.as_str() {
            "type" => {
                let wants = FieldType::NAMES.map(|(name, _)| name).join(", ");
                let known = read.parsed(value, FieldType::parse, msg!("settings-wants-one-of", values = wants));
                field.kind = known.unwrap_or(field.kind);
            }
            "list" => field.list = read.flag(value).unwrap_or(field.list),
            "required" => field.required = read.flag(value).unwrap_or(field.required),
            "map" => field.map = read.text(value).is_some(),
            "key" => field.keys = read.texts(value),
            "values" => field.values = read.texts(value),
            "pattern" => field.pattern = read.text(value),
            "label" => label(value, read, &mut field.label),
            _ => read.unknown(entry, &["type", "list", "required", "map", "key", "values", "pattern", "label"]),
        }
    }
}

fn new_relation(name: &str) -> Relation {
    Relation {
        name: name.to_owned(),
        to: Vec::new(),
        list: false,
        inverse: None,
        both: false,
        is_inverse: false,
        keys: vec![name.to_owned()],
        label: Label::default(),
        inverse_label: Label::default(),
    }
}

fn apply_relation(relation: &mut Relation, node: &Node, read: &mut Reader<'_>) {
    if let Some(keys) = only_keys(node, read) {
        relation.keys = keys;
        return;
    }
    for entry in read.map(node) {
        let value = &entry.value;
        match entry.key.as_str() {
            "to" => relation.to = read.texts(value).into_iter().filter(|kind| kind != "any").collect(),
            "list" => relation.list = read.flag(value).unwrap_or(relation.list),
            "inverse" => relation.inverse = read.text(value),
            "stored" => relation.both = read.text(value).is_some_and(|text| text == "both"),
            "key" => relation.keys = read.texts(value),
            "label" => label(value, read, &mut relation.label),
            "inverse_label" => label(value, read, &mut relation.inverse_label),
            _ => read.unknown(entry, &["to", "list", "inverse", "stored", "key", "label", "inverse_label"]),
        }
    }
}

fn new_section(name: &str) -> Section {
    Section { name: name.to_owned(), title: Label::default(), also: Vec::new(), required: false }
}

fn apply_section(section: &mut Section, node: &Node, read: &mut Reader<'_>) {
    for entry in read.map(node) {
        let Entry { value, .. } = entry;
        match entry.key.as_str() {
            "title" => label(value, read, &mut section.title),
            "also" => section.also = read.texts(value),
            "required" => section.required = read.flag(value).unwrap_or(section.required),
            _ => read.unknown(entry, &["title", "also", "required"]),
        }
    }
}
