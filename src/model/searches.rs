//! The searches that a community has given a name: `searches:` in `community.yaml`.

use std::ops::Range;

use crate::base::fold::fold_tag;
use crate::base::limits::settings::TOP_ENTRIES;
use crate::base::nearest::several;
use crate::msg;
use crate::text::front::nodes::Node;

use super::field::Label;
use super::query::vocabulary::Unknown;
use super::reading::Reader;

/// The keys of a search that is more than its query.
pub const KEYS: [&str; 2] = ["query", "label"];

/// A search that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The name, as it is written.
    pub name: String,
    /// What it searches for.
    pub query: String,
    /// Its name for readers.
    pub label: Label,
    /// Where the query stands in `community.yaml`.
    pub span: Range<usize>,
}

/// The searches that have a name, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searches(Vec<Search>);

impl Searches {
    /// Reads `searches:`: under each name a query, or a mapping with `query` and `label`.
    pub(super) fn read(node: &Node, read: &mut Reader<'_>) -> Self {
        let mut all = Vec::new();
        for entry in read.map_of(node, TOP_ENTRIES, msg!("settings-limit-entries", limit = TOP_ENTRIES)) {
            let mut search =
                Search { name: entry.key.clone(), query: String::new(), label: Label::default(), span: entry.value.span.clone() };
            let mut said = |node: &Node, read: &mut Reader<'_>| {
                search.query = read.text(node).unwrap_or_default();
                search.span = node.span.clone();
            };
            if entry.value.text().is_some() {
                said(&entry.value, read);
            } else {
                for part in read.map(&entry.value) {
                    match part.key.as_str() {
                        "query" => said(&part.value, read),
                        "label" => search.label = label(&part.value, read),
                        _ => read.unknown(part, &KEYS),
                    }
                }
            }
            if search.query.trim().is_empty() {
                read.bad(&search.span, msg!("settings-wants-query"));
            } else {
                all.push(search);
            }
        }
        Self(all)
    }

    /// All of them.
    pub fn all(&self) -> &[Search] {
        &self.0
    }

    /// The search that a person means: by its name, or what it is called for readers.
    pub fn named(&self, typed: &str) -> Option<&Search> {
        let wanted = fold_tag(typed);
        let is_called = |search: &&Search| [&search.label.en, &search.label.nl].into_iter().flatten().any(|word| fold_tag(word) == wanted);
        self.0.iter().find(|search| fold_tag(&search.name) == wanted).or_else(|| self.0.iter().find(is_called))
    }

    /// The name and the query of the search that a person means.
    ///
    /// # Errors
    /// None is called so.
    pub fn meant(&self, typed: &str) -> Result<(&str, &str), Unknown> {
        let unknown = || Unknown { nearest: self.near(typed).into_iter().map(str::to_owned).collect(), ..Unknown::default() };
        self.named(typed).map(|search| (search.name.as_str(), search.query.as_str())).ok_or_else(unknown)
    }

    /// The names nearest to one that is none; where none is near, the first few that there are.
    pub fn near(&self, typed: &str) -> Vec<&str> {
        let names = || self.0.iter().map(|search| search.name.as_str());
        let near = several(typed, names(), 3);
        if near.is_empty() { names().take(SHOWN).collect() } else { near }
    }
}

/// So many names are told where none is near.
const SHOWN: usize = 8;

fn label(node: &Node, read: &mut Reader<'_>) -> Label {
    let mut label = Label::default();
    // One word is the same in every language.
    if node.text().is_some() {
        let text = read.text(node);
        return Label { en: text.clone(), nl: text };
    }
    for part in read.map(node) {
        let text = read.text(&part.value);
        match part.key.as_str() {
            "en" => label.en = text,
            "nl" => label.nl = text,
            _ => {}
        }
    }
    label
}

#[cfg(test)]
mod tests {
    use crate::model::settings::Settings;

    #[test]
    fn a_search_is_a_query_or_one_with_a_label() {
        let text = "name: A\nsearches:\n  open-mail: is:open tag:email\n  Late Reviews:\n    query: 'is:stale'\n    label: {en: Overdue, nl: Te laat}\n";
        let (settings, faults) = Settings::read(text, &[]);
        assert_eq!(faults, []);
        for (typed, query) in [
            ("open-mail", Some("is:open tag:email")),
            ("OPEN mail", Some("is:open tag:email")),
            ("late-reviews", Some("is:stale")),
            ("te laat", Some("is:stale")),
            ("late", None),
        ] {
            assert_eq!(settings.searches.named(typed).map(|search| search.query.as_str()), query, "{typed}");
        }
        let first = &settings.searches.all()[0];
        assert_eq!(text.get(first.span.clone()), Some("is:open tag:email"));
        assert_eq!(settings.searches.near("open-mial"), ["open-mail"]);
        assert_eq!(settings.searches.near("xyz"), ["open-mail", "Late Reviews"]);
    }

    #[test]
    fn what_is_no_search_is_told_where_it_stands() {
        for (text, place) in [("searches: [a]", "[a]"), ("searches: {a: {qury: x}}", "qury"), ("searches: {a: ''}", "''")] {
            let text = format!("name: A\n{text}\n");
            let (_, faults) = Settings::read(&text, &[]);
            assert_eq!(faults.first().and_then(|fault| text.get(fault.problem.span.clone())), Some(place), "{text}");
        }
    }
}
