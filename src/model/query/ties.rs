//! What a document says about others, as filter terms: where its links, relations and references lead.
//!
//! A term says what stands there and not what it leads to, since that depends on every other document: another one may take a name, or
//! leave it. So an index need only read what changed, and [`super::related`] finds out what a term means when it is asked.

use std::collections::BTreeSet;

use crate::model::document::Document;
use crate::model::field::FieldType;
use crate::model::kind::Capability;
use crate::model::said::{self, About, Verb};
use crate::model::settings::Settings;
use crate::model::targets::{is_external, join};
use crate::text::markdown::{LinkForm, decode};

use super::fields::{LINKS_TO, USES};
use super::term;

/// What every such term begins with; the terms of keys begin with the key, which has none of it.
pub const START: &str = "#";

/// What stands between the parts of a term; no part has it.
const BETWEEN: char = '\u{1f}';

/// The longest target that can lead anywhere, in bytes.
const LONGEST: usize = 8 << 10;

/// One reference of a document to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tie {
    /// The relation or field that says so, folded as keys are; [`LINKS_TO`] for a link in the text.
    pub relation: String,
    /// The kind of the document that says so, whose relations decide between documents of one name; empty for a link in the text.
    pub kind: String,
    /// The path from the community's root that it leads to.
    pub path: Option<String>,
    /// The name that it leads to; where there is a path too, only if nothing stands at that.
    pub name: Option<String>,
}

impl Tie {
    /// It as a filter term.
    pub fn term(&self) -> String {
        let (path, name) = (self.path.as_deref().unwrap_or_default(), self.name.as_deref().unwrap_or_default());
        format!("{START}{}{BETWEEN}{}{BETWEEN}{path}{BETWEEN}{name}", self.relation, self.kind)
    }

    /// That a member says that they use the document at a path.
    pub fn use_of(path: &str) -> Option<Self> {
        Self::new(USES, "", Some(path.to_owned()), None)
    }

    /// Reads what [`Tie::term`] wrote, without [`START`].
    pub fn of_term(term: &str) -> Option<Self> {
        let mut parts = term.split(BETWEEN);
        let mut part = || parts.next().map(str::to_owned);
        let (relation, kind, path, name) = (part()?, part()?, part()?, part()?);
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        Some(Self { relation, kind, path: filled(path), name: filled(name) })
    }

    /// A reference, if what it says can lead anywhere.
    fn new(relation: &str, kind: &str, path: Option<String>, name: Option<&str>) -> Option<Self> {
        let is_possible = |text: &String| !text.is_empty() && text.len() <= LONGEST;
        let path = path.filter(|path| is_possible(path) && !path.contains(char::is_control));
        let name = name.map(|name| name.trim().replace(char::is_control, " ")).filter(is_possible);
        let relation = term::key(relation).replace(char::is_control, "-");
        (path.is_some() || name.is_some()).then(|| Self { relation, kind: kind.replace(char::is_control, "-"), path, name })
    }
}

/// Everything that a document refers to in its community, each once. What shows a picture refers to nothing, nor does a path of its own.
pub fn ties(document: &Document, settings: &Settings) -> BTreeSet<Tie> {
    let kind = settings.kinds.at(document.kind);
    let path = |target: &str| {
        let bare = target.trim().split(['#', '?']).next().unwrap_or_default();
        if bare.is_empty() { Some(document.path.clone()) } else { join(&document.path, &decode(bare)) }
    };
    let is_own = |path: &Option<String>| path.as_ref() == Some(&document.path);
    let mut all = BTreeSet::new();
    if kind.has(Capability::Person) {
        let used = said::of(document, kind).into_iter().filter(|said| said.verb == Verb::Uses);
        all.extend(used.filter_map(|said| said.about).filter_map(|about| match about {
            About::Link(target) if !is_external(target.trim()) => Tie::use_of(&path(&target)?),
            _ => None,
        }));
    }
    let links = document.markdown.links.iter().filter(|link| !link.opaque);
    for link in links.filter(|link| !link.form.is_image() || link.form == LinkForm::Embed) {
        all.extend(if link.form.is_wiki() {
            Tie::new(LINKS_TO, "", None, link.target.split('#').next())
        } else if is_external(link.target.trim()) {
            None
        } else {
            Tie::new(LINKS_TO, "", path(&link.target).filter(|path| *path != document.path), None)
        });
    }
    for relation in document.relations.iter().filter(|relation| !is_external(&relation.target)) {
        let leads = if relation.is_path { path(&relation.target) } else { None };
        if !is_own(&leads) {
            all.extend(Tie::new(&relation.name, &kind.name, leads, Some(relation.target.as_str())));
        }
    }
    for field in &document.fields {
        if kind.field(&field.name).is_some_and(|known| known.kind == FieldType::Ref) {
            all.extend(field.values.iter().filter_map(|value| Tie::new(&field.name, &kind.name, None, Some(value.text.as_str()))));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{START, Tie, ties};
    use crate::model::document::Document;
    use crate::model::settings::Settings;

    #[test]
    fn a_term_says_what_stands_there() {
        let (settings, _) = Settings::read("name: A\n", &[]);
        let claim = settings.kinds.claim("practices/git/a.md", &|_| false).expect("a practice");
        let text = "---\nrelated: [scan, ../b.md, https://x.org]\nsuperseded_by: practice/c\n---\n\n# A\n\n[one](../b.md#x) [two](/practices/c%20d.md?y) [[Scan|it]] \
                    ![p](../p.md) [self](a.md) [here](#x) `[code](../code.md)` [away](../../../../x.md) <https://y.org>\n\n```\n[[no]]\n```\n";
        let document = Document::read("practices/git/a.md", text.into(), &claim, &settings);
        let said: Vec<String> = ties(&document, &settings)
            .iter()
            .map(|tie| {
                assert_eq!(tie.term().strip_prefix(START).and_then(Tie::of_term).as_ref(), Some(tie));
                let Tie { relation, kind, path, name } = tie;
                format!("{relation}|{kind}|{}|{}", path.as_deref().unwrap_or_default(), name.as_deref().unwrap_or_default())
            })
            .collect();
        let expected = [
            "links-to|||Scan",
            "links-to||practices/b.md|",
            "links-to||practices/c d.md|",
            "related|practice||scan",
            "related|practice|practices/b.md|../b.md",
            "superseded-by|practice||practice/c",
        ];
        assert_eq!(said, expected);
    }
}
