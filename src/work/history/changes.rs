//! What differs between two versions of a document, field by field.

use std::borrow::Cow;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::document::Document;
use crate::model::identity::without_addresses;
use crate::model::kind::Kind;

/// The name under which a change of the state stands.
pub(super) const STATUS: &str = "status";
/// The name under which another path stands.
pub(super) const PATH: &str = "path";

/// A field or relation that got another value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldChange {
    /// Our name for it; the key in the file of one that means nothing to the kind. `path` of a document that moved.
    pub field: String,
    /// The value before; null if there was none, and of a list.
    pub from: Option<String>,
    /// The value since; null if there is none, and of a list.
    pub to: Option<String>,
    /// What a list got; absent if nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// What a list lost; absent if nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
}

impl FieldChange {
    /// A field with one value.
    pub(super) fn of(field: &str, from: Option<String>, to: Option<String>) -> Self {
        Self { field: field.to_owned(), from, to, added: Vec::new(), removed: Vec::new() }
    }
}

/// All that differs.
#[derive(Clone, Debug, Default)]
pub(super) struct Differences {
    /// The fields and relations.
    pub(super) fields: Vec<FieldChange>,
    /// Whether the text below the front matter does, in more than its spacing.
    pub(super) text: bool,
}

impl Differences {
    /// The change of a field, if it did.
    pub(super) fn field(&self, name: &str) -> Option<&FieldChange> {
        self.fields.iter().find(|change| change.field == name)
    }
}

/// What a version has that none of those before it had; there are several before a merge. `kind` says what is a list.
pub(super) fn between(olds: &[Arc<Document>], new: &Document, kind: &Kind) -> Differences {
    let mut all = Differences::default();
    let Some(first) = olds.first() else { return all };
    if olds.iter().all(|old| old.state != new.state) {
        all.fields.push(FieldChange::of(STATUS, first.state.clone(), new.state.clone()));
    }
    if olds.iter().all(|old| old.title != new.title) {
        all.fields.push(FieldChange::of("title", Some(first.title.clone()), Some(new.title.clone())));
    }
    let mut names: Vec<&str> = Vec::new();
    for document in std::iter::once(new).chain(olds.iter().map(AsRef::as_ref)) {
        let relations = document.relations.iter().map(|relation| relation.name.as_str());
        let extra = document.extra.iter().map(|extra| extra.key.as_str());
        for name in document.fields.iter().map(|field| field.name.as_str()).chain(relations).chain(extra) {
            if !names.contains(&name) && name != STATUS && name != "title" {
                names.push(name);
            }
        }
    }
    for name in names {
        let now = values(new, name);
        let before: Vec<Vec<String>> = olds.iter().map(|old| values(old, name)).collect();
        if before.contains(&now) {
            continue;
        }
        let is_list = kind.field(name).is_some_and(|field| field.list || field.map)
            || kind.relation(name).is_some_and(|relation| relation.list)
            || before.iter().chain([&now]).any(|values| values.len() > 1);
        if is_list {
            let added: Vec<String> = now.iter().filter(|value| !before.iter().any(|old| old.contains(value))).cloned().collect();
            let lost = |value: &&String| !now.contains(value) && before.iter().all(|old| old.contains(value));
            let removed: Vec<String> = before.first().into_iter().flatten().filter(lost).cloned().collect();
            // In another order they are the same.
            if !added.is_empty() || !removed.is_empty() {
                all.fields.push(FieldChange { added, removed, ..FieldChange::of(name, None, None) });
            }
        } else {
            let old = before.into_iter().next().unwrap_or_default();
            all.fields.push(FieldChange::of(name, old.into_iter().next(), now.into_iter().next()));
        }
    }
    all.fields.iter_mut().for_each(shorten);
    all.text = olds.iter().all(|old| !old.body().split_whitespace().eq(new.body().split_whitespace()));
    all
}

/// Shortens the addresses of people: what happened goes out in letters and onto pages.
fn shorten(change: &mut FieldChange) {
    for value in change.from.iter_mut().chain(&mut change.to).chain(&mut change.added).chain(&mut change.removed) {
        if let Cow::Owned(shortened) = without_addresses(value) {
            *value = shortened;
        }
    }
}

/// What a document says under a name: as a field, a relation, or a key of its own. An empty value is none.
fn values(document: &Document, name: &str) -> Vec<String> {
    let field = document.values(name).iter().map(|value| match &value.part {
        Some(part) => format!("{part}: {}", value.text),
        None => value.text.clone(),
    });
    let related = document.related(name).map(|relation| relation.target.clone());
    let extra = document.extra.iter().filter(|extra| extra.key == name).map(|extra| {
        let raw = || extra.value.raw(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
        extra.value.text().map_or_else(raw, str::to_owned)
    });
    field.chain(related).chain(extra).filter(|text| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{FieldChange, between};
    use crate::model::document::Document;
    use crate::model::settings::Settings;

    /// What changes between two versions of a practice, as text.
    fn told(olds: &[&str], new: &str) -> Vec<String> {
        let (settings, _) = Settings::read("name: A\n", &[]);
        let claim = settings.kinds.claim("practices/a.md", &|_| false).unwrap();
        let read = |text: &&str| Arc::new(Document::read("practices/a.md", (*text).into(), &claim, &settings));
        let olds: Vec<_> = olds.iter().map(read).collect();
        let all = between(&olds, &read(&new), settings.kinds.at(claim.kind));
        let one = |change: &FieldChange| {
            let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
            let list = |sign: char, list: &[String]| list.iter().fold(String::new(), |all, value| all + &format!(" {sign}{value}"));
            if change.added.is_empty() && change.removed.is_empty() {
                return format!("{} {} {}", change.field, value(&change.from), value(&change.to));
            }
            format!("{}{}{}", change.field, list('+', &change.added), list('-', &change.removed))
        };
        all.fields.iter().map(one).chain(all.text.then(|| "text".to_owned())).collect()
    }

    #[test]
    fn what_changed_is_told_by_field() {
        let front = |fields: &str| format!("---\n{fields}\n---\n\n# A\n\nText.\n");
        for (old, new, expected) in [
            (front("tags: [b, a]"), front("tags: [a, b]"), &[][..]),
            (front("tags: b, a"), front("tags: [a, c, d]"), &["tags +c +d -b"]),
            (front("status: draft"), front("status: vastgesteld"), &["status draft adopted"]),
            (front("steward: '@anna'"), front("steward: anna"), &[]),
            (front("steward: anna"), front("steward:"), &["steward anna -"]),
            (front("superseded_by: b"), front("superseded_by: c"), &["superseded_by +c -b"]),
            (front("weight: 1"), front("weight: {a: 1,\n  b: 2}"), &["weight 1 {a: 1, b: 2}"]),
            (front("tags: [a]"), front("tags: [a]").replace("# A\n\n", "# A\n"), &[]),
            (front("tags: [a]"), front("tags: [a]").replace("# A", "# B"), &["title A B", "text"]),
            (front("tags: [a]"), front("tags: [a]").replace("Text", "Texts"), &["text"]),
            (front("emails: [anna@x.org]"), front("emails: [anna@x.org, bram@x.org]"), &["emails [a…@x.org] [a…@x.org, br…@x.org]"]),
            (front("contact: anna@x.org"), front("contact: ask cees@x.org"), &["contact an…@x.org ask ce…@x.org"]),
            (front("steward: '@anna'"), front("steward: '@bram'"), &["steward anna bram"]),
        ] {
            assert_eq!(told(&[&old], &new), expected, "{old} {new}");
        }
    }

    #[test]
    fn a_merge_did_what_no_side_has() {
        let front = |fields: &str| format!("---\n{fields}\n---\n\n# A\n");
        let (one, other) = (front("status: draft\ntags: [a]"), front("status: adopted\ntags: [b]"));
        assert_eq!(told(&[&one, &other], &front("status: adopted\ntags: [a, b]")), Vec::<String>::new());
        assert_eq!(told(&[&one, &other], &front("status: retired\ntags: [a, c]")), ["status draft retired", "tags +c"]);
        assert!(told(&[], &one).is_empty());
    }
}
