//! Two values of one field, of which neither is what was there before.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::base::fold::fold_tag;
use crate::base::limits::Limits;
use crate::model::field::FieldType;
use crate::model::kind::Kind;
use crate::text::front::edit::{New, Scalar, set};
use crate::text::front::nodes::{Node, Style, Value};

/// What is to become of a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choice {
    /// Ours stays.
    Ours,
    /// Theirs is taken.
    Theirs,
    /// The items of both.
    List(Vec<Scalar>),
    /// Both are mappings, each key of which is a field again.
    Map,
    /// The values themselves say nothing.
    None,
}

/// Chooses between values: base, ours, theirs; `None` where the key is not there.
pub(super) fn choose(key: &str, all: [Option<&Node>; 3], kind: Option<&Kind>) -> Choice {
    let [base, ours, theirs] = all;
    let is_map = |node: Option<&Node>| node.is_none_or(|node| node.is_null() || node.entries().is_some());
    if is_map(ours) && is_map(theirs) && (ours.or(theirs)).is_some_and(|node| node.entries().is_some()) {
        return if is_map(base) { Choice::Map } else { Choice::None };
    }
    if is_list(key, [ours, theirs], kind) {
        let items = all.map(|node| items(node, key, kind));
        return match items {
            [base, Some(ours), Some(theirs)] => {
                let is_tags = kind.and_then(|kind| kind.field_of_key(key)).is_some_and(|field| field.kind == FieldType::Tag);
                Choice::List(union(&base.unwrap_or_default(), ours, theirs, is_tags))
            }
            _ => Choice::None,
        };
    }
    let (Some(ours), Some(theirs)) = (ours.and_then(Node::text), theirs.and_then(Node::text)) else { return Choice::None };
    let field = kind.and_then(|kind| kind.field_of_key(key));
    let name = field.map_or(key, |field| field.name.as_str());
    if let Some(kind) = kind.filter(|_| name == "status") {
        return of_states(kind, base.and_then(Node::text), ours, theirs);
    }
    of_days(name, ours, theirs)
}

/// Whether a field is a list: its kind says so, or both sides write one.
fn is_list(key: &str, sides: [Option<&Node>; 2], kind: Option<&Kind>) -> bool {
    let said = kind.and_then(|kind| match (kind.field_of_key(key), kind.relation_of_key(key)) {
        (Some(field), _) => Some(field.list),
        (None, Some(relation)) => Some(relation.list),
        (None, None) => None,
    });
    let lists = sides.iter().flatten().filter(|node| node.items().is_some()).count();
    said == Some(true) || lists > 0 && lists == sides.iter().flatten().count()
}

/// The items of a value; a single text is one item, or several with commas between them where they are tags. `None` where they are no texts.
fn items(node: Option<&Node>, key: &str, kind: Option<&Kind>) -> Option<Vec<Scalar>> {
    let Some(node) = node.filter(|node| !node.is_null()) else { return Some(Vec::new()) };
    let scalar = |node: &Node| match &node.value {
        Value::Scalar { text, style } if !node.indirect => Some(Scalar { text: text.clone(), typed: *style == Style::Plain }),
        _ => None,
    };
    if let Some(items) = node.items() {
        return items.iter().map(scalar).collect();
    }
    let one = scalar(node)?;
    let is_tags = kind.and_then(|kind| kind.field_of_key(key)).is_some_and(|field| field.kind == FieldType::Tag);
    if is_tags && one.text.contains(',') {
        let parts = one.text.split(',').map(str::trim).filter(|part| !part.is_empty());
        return Some(parts.map(Scalar::text).collect());
    }
    Some(vec![one])
}

/// Our items in our order without what they took away, and behind them what they added. Tags are one where they differ only in how they
/// are spelled; then ours stays.
fn union(base: &[Scalar], ours: Vec<Scalar>, theirs: Vec<Scalar>, is_tags: bool) -> Vec<Scalar> {
    let name = |item: &Scalar| if is_tags { fold_tag(&item.text) } else { item.text.clone() };
    let names = |items: &[Scalar]| items.iter().map(name).collect::<BTreeSet<_>>();
    let (before, mine, other) = (names(base), names(&ours), names(&theirs));
    let mut out: Vec<Scalar> = ours.into_iter().filter(|item| other.contains(&name(item)) || !before.contains(&name(item))).collect();
    let mut seen = BTreeSet::new();
    let added = theirs.into_iter().filter(|item| !mine.contains(&name(item)) && !before.contains(&name(item)));
    out.extend(added.filter(|item| seen.insert(name(item))));
    out
}

/// Front matter with these items under a key, in the notation that it has.
pub(super) fn with_items(text: &str, key: &str, items: Vec<Scalar>, limits: &Limits) -> Option<String> {
    set(text, key, &New::List(items), limits).ok()
}

/// Of two states the one to which the other still leads, by moves that go on and not back; neither where none does, or where one side
/// went back from what was there before.
fn of_states(kind: &Kind, base: Option<&str>, ours: &str, theirs: &str) -> Choice {
    let place = |text: &str| {
        let name = kind.state_meant_by(text)?.name.as_str();
        kind.states.iter().position(|state| state.name == name)
    };
    let (Some(ours), Some(theirs)) = (place(ours), place(theirs)) else { return Choice::None };
    if ours == theirs {
        return Choice::Ours;
    }
    let went_back = |side: usize| base.and_then(place).is_some_and(|base| side != base && !leads(kind, base, side));
    if went_back(ours) || went_back(theirs) {
        return Choice::None;
    }
    if leads(kind, theirs, ours) {
        Choice::Ours
    } else if leads(kind, ours, theirs) {
        Choice::Theirs
    } else {
        Choice::None
    }
}

/// Whether moves that go on lead from one state to another. States stand in the order of a life, so going on is going to a later one.
fn leads(kind: &Kind, from: usize, to: usize) -> bool {
    let mut reached = vec![false; kind.states.len()];
    if let Some(first) = reached.get_mut(from) {
        *first = true;
    }
    for (at, state) in kind.states.iter().enumerate() {
        if reached.get(at) != Some(&true) {
            continue;
        }
        for next in kind.moves.get(&state.name).into_iter().flatten() {
            let place = kind.states.iter().position(|state| state.name == *next);
            if let Some(next) = place.filter(|next| *next > at).and_then(|next| reached.get_mut(next)) {
                *next = true;
            }
        }
    }
    from != to && reached.get(to) == Some(&true)
}

/// The fields of which the newer day counts.
const NEWER: [&str; 4] = ["reviewed", "review_by", "updated", "modified"];

/// Of two days the newer, where a field tells when something last happened; of two beginnings the older.
fn of_days(name: &str, ours: &str, theirs: &str) -> Choice {
    let name = name.replace('-', "_");
    let (newer, older) = (NEWER.contains(&name.as_str()) || name.starts_with("last_"), name == "created");
    let (Some(a), Some(b)) = (Date::parse(ours), Date::parse(theirs)) else { return Choice::None };
    match a.cmp(&b) {
        _ if !newer && !older => Choice::None,
        // One day in two notations, or at two hours.
        std::cmp::Ordering::Equal if (ours < theirs) == newer => Choice::Theirs,
        std::cmp::Ordering::Greater if older => Choice::Theirs,
        std::cmp::Ordering::Less if newer => Choice::Theirs,
        _ => Choice::Ours,
    }
}
