//! A document: one Markdown file as its kind understands it.
//!
//! Reading never fails. What is wrong is in [`Document::problems`] or can be seen from a value without a type; what could be read is all here.

mod older;

use std::ops::Range;
use std::sync::Arc;

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind};
use crate::base::lang::Msg;
use crate::base::lines::Lines;
use crate::base::path::last;
use crate::base::place::Place;
use crate::base::problem::Problem;
use crate::msg;
use crate::text::front::nodes::{Node, Value as NodeValue};
use crate::text::front::{Front, read as read_front};
use crate::text::markdown::{Markdown, read as read_markdown};

use super::field::{Field, FieldType, Typed, Value, typed};
use super::kind::{Capability, Kind, Relation, State};
use super::kinds::{Claim, is_markdown};
use super::settings::Settings;

/// States that follow from what a document says about others, for a kind that has both: a relation and the state. The first counts.
pub const FOLLOWS: [(&str, &str); 2] = [("duplicate_of", "closed"), ("accepted", "answered")];

/// One file that a kind claims.
#[derive(Clone, Debug)]
pub struct Document {
    /// The path from the community's root, with forward slashes.
    pub path: String,
    /// The kind's place among the community's kinds.
    pub kind: usize,
    /// `kind/slug`.
    pub reference: String,
    /// The name among documents of its kind.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Where the title stands; empty where it is the file's name.
    pub title_span: Range<usize>,
    /// Its language: a BCP 47 tag.
    pub lang: String,
    /// Whether its front matter, its name or a folder says so; else it is the community's.
    pub says_lang: bool,
    /// The state it says it is in, as written, and where; `None` where it does not say.
    pub said_state: Option<Value>,
    /// The state it is in by its kind: what was said in whatever words, what follows from its relations, or the default.
    pub state: Option<String>,
    /// The fields that it has, in file order.
    pub fields: Vec<FieldValue>,
    /// What it says about other documents, in file order.
    pub relations: Vec<RelationValue>,
    /// Keys that mean nothing to its kind.
    pub extra: Vec<Extra>,
    /// The whole file.
    pub text: Arc<str>,
    /// Its front matter.
    pub front: Front,
    /// Its text.
    pub markdown: Markdown,
    /// Where its lines begin.
    pub lines: Lines,
    /// What reading met.
    pub problems: Vec<Problem>,
}

/// A field as a document has it.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldValue {
    /// Our name for it.
    pub name: String,
    /// The key in the file.
    pub key: String,
    /// The key's bytes.
    pub key_span: Range<usize>,
    /// Its values; none where the key stands there empty.
    pub values: Vec<Value>,
    /// Whether a list was written where the field takes one value, or a mapping where it takes text.
    pub misshapen: bool,
}

/// What a document says about another.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationValue {
    /// The relation.
    pub name: String,
    /// The other document, as it was written: a ref, a slug, a path or a number.
    pub target: String,
    /// The bytes of the target.
    pub span: Range<usize>,
    /// Whether the target is a path from the document's folder, as in a link.
    pub is_path: bool,
}

/// A key that means nothing to the kind; kept and searchable all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Extra {
    /// The key.
    pub key: String,
    /// The key's bytes.
    pub key_span: Range<usize>,
    /// The value as it was written.
    pub value: Node,
}

impl Document {
    /// Reads a file as a document of the kind that claims it.
    pub fn read(path: &str, text: Arc<str>, claim: &Claim, settings: &Settings) -> Self {
        let kind = settings.kinds.at(claim.kind);
        let front = read_front(&text, &settings.limits);
        let markdown = read_markdown(&text, front.body, settings.heading_ids, &settings.limits);
        let mut document = Self {
            path: path.to_owned(),
            kind: claim.kind,
            reference: format!("{}/{}", kind.name, claim.slug),
            slug: claim.slug.clone(),
            title: String::new(),
            title_span: 0..0,
            lang: String::new(),
            says_lang: false,
            said_state: None,
            state: None,
            fields: Vec::new(),
            relations: Vec::new(),
            extra: Vec::new(),
            lines: Lines::new(&text),
            problems: front.problems.iter().chain(&markdown.problems).cloned().collect(),
            text,
            front,
            markdown,
        };
        document.read_front(kind);
        if kind.numbered.is_some() {
            older::read(&mut document, kind);
        }
        document.find_title(kind, settings);
        document.find_language(settings);
        document.find_state(kind);
        document
    }

    /// The values of a field, by our name; none where the document does not have it.
    pub fn values(&self, name: &str) -> &[Value] {
        self.fields.iter().find(|field| field.name == name).map_or(&[], |field| &field.values)
    }

    /// The first value of a field as text, unless it is empty.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values(name).first().map(|value| value.text.as_str()).filter(|text| !text.is_empty())
    }

    /// A field as a day.
    pub fn date(&self, name: &str) -> Option<Date> {
        match self.values(name).first()?.typed {
            Some(Typed::Date(date)) => Some(date),
            _ => None,
        }
    }

    /// What it says under a relation, as written.
    pub fn related<'d>(&'d self, name: &'d str) -> impl Iterator<Item = &'d RelationValue> {
        self.relations.iter().filter(move |relation| relation.name == name)
    }

    /// The state that it is in, if somebody wrote it. In files from before the community the kind's first state is only what cop takes them to be
    /// in, and asks nothing of anybody; unless the community says that such files are in it.
    pub fn written_state<'k>(&self, kind: &'k Kind) -> Option<&'k State> {
        let state = self.state.as_deref().and_then(|name| kind.state(name))?;
        let is_guess = self.said_state.is_none() && kind.default_state.is_none() && kind.states.first() == Some(state);
        (!(kind.is_adopted() && is_guess)).then_some(state)
    }

    /// The number that its name begins with, if its kind is numbered.
    pub fn number(&self, kind: &Kind) -> Option<u32> {
        kind.numbered?;
        number_of(&self.slug)
    }

    /// The line and column at which a span begins, both from 1.
    pub fn position(&self, span: &Range<usize>) -> (u32, u32) {
        self.lines.position(&self.text, span.start)
    }

    /// Why a command can't be carried out, shown at a place in this text.
    pub fn fault(&self, span: &Range<usize>, msg: Msg) -> Error {
        let position = self.position(span);
        let error = Error::new(ErrorKind::Usage, msg).at(Place::at(&self.path, position));
        error.line(self.lines.text(&self.text, position.0))
    }

    /// The same of a problem, with its advice.
    pub fn fault_of(&self, problem: &Problem) -> Error {
        let error = self.fault(&problem.span, problem.msg.clone());
        problem.help.iter().fold(error, |error, help| error.hint(help.clone()))
    }

    /// The text below the front matter.
    pub fn body(&self) -> &str {
        self.text.get(self.front.body..).unwrap_or_default()
    }

    /// The last part of its name: a member's handle, an answer's author.
    pub fn handle(&self) -> &str {
        last(&self.slug)
    }

    fn read_front(&mut self, kind: &Kind) {
        let Some(root) = self.front.root.take() else { return };
        let mut seen: Vec<&str> = Vec::new();
        for entry in root.entries().unwrap_or_default() {
            // Of a key given twice the first counts; the second is a problem already.
            if seen.contains(&entry.key.as_str()) {
                continue;
            }
            seen.push(&entry.key);
            if let Some(field) = kind.field_of_key(&entry.key) {
                let (values, misshapen) = field_values(field, &entry.value, &self.text);
                // Two keys that are read as one field: what stands first counts, an empty one does not.
                if let Some(earlier) = self.fields.iter_mut().find(|earlier| earlier.name == field.name) {
                    if earlier.values.is_empty() {
                        earlier.values = values;
                    }
                    continue;
                }
                let (name, key, key_span) = (field.name.clone(), entry.key.clone(), entry.key_span.clone());
                self.fields.push(FieldValue { name, key, key_span, values, misshapen });
            } else if let Some(relation) = kind.relation_of_key(&entry.key) {
                self.relations.extend(relation_values(relation, &entry.value));
            } else {
                self.extra.push(Extra { key: entry.key.clone(), key_span: entry.key_span.clone(), value: entry.value.clone() });
            }
        }
        self.front.root = Some(root);
    }

    /// The title that it says, a person's name, what an older record calls itself, the first heading, or the file's name.
    fn find_title(&mut self, kind: &Kind, settings: &Settings) {
        let field = |name: &str| {
            let value = self.values(name).first()?;
            Some((one_line(&value.text), value.span.clone())).filter(|(text, _)| !text.is_empty())
        };
        let name = || if kind.has(Capability::Person) { field("name") } else { None };
        let subject = || if kind.numbered.is_some() { older::subject(self) } else { None };
        let heading = || {
            let is_section = |text: &str| kind.sections.iter().any(|section| section.is_begun_by(text));
            let heading = self.markdown.first_heading().filter(|heading| heading.level == 1 || !is_section(&heading.text))?;
            Some((one_line(&heading.text), heading.span.clone())).filter(|(text, _)| !text.is_empty() && !is_template(text))
        };
        let said = field("title").or_else(name).or_else(subject).or_else(heading);
        let (mut title, span) = said.unwrap_or_else(|| (self.file_title(), 0..0));
        if let Some((end, _)) = title.char_indices().nth(settings.limits.title) {
            title.truncate(end);
            let msg = msg!("document-title-long", limit = settings.limits.title);
            self.problems.push(Problem::new("limit", span.clone(), msg));
        }
        self.title = title;
        self.title_span = span;
    }

    fn file_title(&self) -> String {
        let name = last(&self.path);
        let stem = name.split('.').find(|part| !part.is_empty()).unwrap_or(name);
        let is_index = stem.eq_ignore_ascii_case("index") || stem.eq_ignore_ascii_case("readme");
        match self.path.rsplit('/').nth(1) {
            Some(folder) if is_index => folder.to_owned(),
            _ => stem.to_owned(),
        }
    }

    fn find_language(&mut self, settings: &Settings) {
        let name = last(&self.path);
        let ending = || name.split('.').skip(1).find(|part| settings.is_language(part)).map(str::to_ascii_lowercase);
        let folder = || self.path.split('/').rev().skip(1).find(|part| settings.is_language(part)).map(str::to_ascii_lowercase);
        let said = self.value("lang").map(str::to_owned);
        let named = said.or_else(ending).or_else(folder);
        self.says_lang = named.is_some();
        self.lang = named.unwrap_or_else(|| settings.language.clone());
    }

    /// What is said counts, but for what follows from a relation: a question is answered by an accepted answer.
    fn find_state(&mut self, kind: &Kind) {
        if self.said_state.is_none() {
            self.said_state = self.values("status").first().filter(|value| !value.text.is_empty()).cloned();
        }
        let said = self.said_state.as_ref().map(|value| {
            let known = kind.state_meant_by(&value.text);
            known.map_or_else(|| value.text.clone(), |state| state.name.clone())
        });
        let is_closed = said.as_deref().is_some_and(|name| kind.state(name).is_some_and(|state| state.retired));
        let derived = FOLLOWS
            .into_iter()
            .filter(|(relation, state)| {
                kind.relation(relation).is_some() && kind.state(state).is_some() && self.related(relation).next().is_some()
            })
            .map(|(_, state)| state.to_owned())
            .next()
            .filter(|_| !is_closed);
        self.state = derived.or(said).or_else(|| kind.first_state().map(|state| state.name.clone()));
    }
}

/// Whether a text is nothing but what a site's template puts in its place: `<%= current_page.data.title %>`, `{{ page.title }}`.
pub fn is_template(text: &str) -> bool {
    let text = text.trim();
    [("<%", "%>"), ("{{", "}}"), ("{%", "%}")].iter().any(|(open, close)| text.starts_with(open) && text.ends_with(close))
}

/// The number that a name begins with: digits up to a `-` or the end, which may stand behind `adr-`.
///
/// A year with another number behind it is a date, or a number of another sort: `2026-12-03-looking-back`, `2020-01`.
pub fn number_of(slug: &str) -> Option<u32> {
    let name = last(slug);
    let named = name.strip_prefix("adr-").unwrap_or(name);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = named.split_at_checked(digits(named))?;
    let next = rest.strip_prefix('-').filter(|next| matches!(digits(next), 1..=3));
    let ends = rest.is_empty() || rest.starts_with('-');
    let part_ends = next.is_some_and(|next| matches!(next.as_bytes().get(digits(next)), None | Some(b'-')));
    let is_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20")) && part_ends;
    if ends && !is_year { number.parse().ok() } else { None }
}

/// A text on one line, without white space around it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The values of a field and whether they were written in a shape that it does not have.
fn field_values(field: &Field, node: &Node, text: &str) -> (Vec<Value>, bool) {
    if node.is_null() {
        return (Vec::new(), false);
    }
    let value = |node: &Node, part: Option<&str>| scalar(field, node, part, text);
    match &node.value {
        NodeValue::Scalar { text: scalar, .. } if field.list && is_split(field) => {
            (parts(scalar, node, text).into_iter().map(|(part, span)| typed_value(field, &part, None, span)).collect(), false)
        }
        NodeValue::Scalar { .. } => (vec![value(node, None)], field.map),
        NodeValue::List { items, .. } => {
            let values = items.iter().filter(|item| !item.is_null()).map(|item| value(item, None)).collect();
            (values, !field.list)
        }
        NodeValue::Map { entries, .. } if field.map => (entries.iter().map(|entry| value(&entry.value, Some(&entry.key))).collect(), false),
        NodeValue::Map { .. } => (vec![value(node, None)], true),
    }
}

/// Whether a text stands for several values of a list field.
fn is_split(field: &Field) -> bool {
    matches!(field.kind, FieldType::Tag | FieldType::Person | FieldType::Email)
}

/// `a, b` as its parts, each with its place where the text stands in the file as it is.
fn parts(scalar: &str, node: &Node, text: &str) -> Vec<(String, Range<usize>)> {
    let raw = text.get(node.span.clone()).unwrap_or_default();
    let offset = raw.find(scalar).map(|at| node.span.start + at);
    let mut at = 0;
    let mut parts = Vec::new();
    for part in scalar.split(',') {
        let trimmed = part.trim();
        let lead = part.len() - part.trim_start().len();
        if !trimmed.is_empty() {
            let span = offset.map_or(node.span.clone(), |start| start + at + lead..start + at + lead + trimmed.len());
            parts.push((trimmed.to_owned(), span));
        }
        at += part.len() + 1;
    }
    parts
}

fn scalar(field: &Field, node: &Node, part: Option<&str>, text: &str) -> Value {
    match node.text() {
        Some(scalar) => typed_value(field, scalar.trim(), part, node.span.clone()),
        // A list or mapping where a text is due: what stands there, without a meaning.
        None => Value { text: node.raw(text).to_owned(), part: part.map(str::to_owned), span: node.span.clone(), typed: None },
    }
}

fn typed_value(field: &Field, text: &str, part: Option<&str>, span: Range<usize>) -> Value {
    let text = if field.kind == FieldType::Person { text.trim_start_matches('@') } else { text };
    Value { text: text.to_owned(), part: part.map(str::to_owned), span, typed: typed(field.kind, &field.values, text) }
}

fn relation_values(relation: &Relation, node: &Node) -> Vec<RelationValue> {
    let nodes: &[Node] = if node.is_null() { &[] } else { node.items().unwrap_or(std::slice::from_ref(node)) };
    let value = |node: &Node| {
        let target = node.text()?.trim();
        let target = target.trim_start_matches("[[").trim_end_matches("]]");
        let name = relation.name.clone();
        let is_path = target.starts_with('.') || is_markdown(target);
        (!target.is_empty()).then(|| RelationValue { name, target: target.to_owned(), span: node.span.clone(), is_path })
    };
    nodes.iter().filter_map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::{Document, is_template, number_of};
    use crate::model::settings::Settings;

    fn read(path: &str, text: &str) -> Document {
        let (settings, _) = Settings::read("name: X\nlanguages: [fr]\nkinds: {practice: {paths: ['source/**/*.md']}}", &[]);
        let claim = settings.kinds.claim(path, &|_| false).expect("a path that a kind claims");
        Document::read(path, text.into(), &claim, &settings)
    }

    #[test]
    fn a_title_comes_from_the_first_place_that_has_one() {
        for (path, text, title) in [
            ("source/a.md", "---\ntitle: Said\n---\n# Heading\n", "Said"),
            ("source/a.md", "---\ntitle:\n---\n# Heading `x`\n", "Heading x"),
            ("source/a.md", "## Heading\n\n### Part\n", "Heading"),
            ("source/a.md", "## Steps\n\n## Pitfalls\n", "a"),
            ("source/a.md", "Text.\n\n## Steps\n", "a"),
            ("source/a.md", "## Pitfalls\n\n### One\n", "a"),
            ("source/a.md", "### Before\n\n## Steps\n", "a"),
            ("source/a.md", "# \n\n## Steps\n\n## Pitfalls\n", "a"),
            ("source/a.md", "# <%= current_page.data.title %>\n", "a"),
            ("source/how-to/index.md", "text\n", "how-to"),
            ("members/anna.md", "---\nname: Anna de Vries\n---\n# Hello\n", "Anna de Vries"),
            ("members/anna.md", "# Anna\n", "Anna"),
            ("source/a.md", "---\nname: Anna\n---\n# Heading\n", "Heading"),
        ] {
            assert_eq!(read(path, text).title, title, "{path} {text}");
        }
    }

    #[test]
    fn names_may_begin_with_a_number() {
        for (slug, number) in [
            ("0007-use-x", Some(7)),
            ("sub/12", Some(12)),
            ("adr-0003-y", Some(3)),
            ("0007-10-things", Some(7)),
            ("1999-bottles", Some(1999)),
            ("2026-12-03-looking-back", None),
            ("2020-01", None),
            ("2020-101-x", None),
            ("7x", None),
            ("use-7", None),
            ("", None),
        ] {
            assert_eq!(number_of(slug), number, "{slug}");
        }
    }

    #[test]
    fn a_language_is_said_or_in_the_name_or_in_a_folder() {
        for (path, text, lang) in [
            ("source/a.md", "", "en"),
            ("source/a.nl.md", "", "nl"),
            ("source/fr/a.md", "", "fr"),
            ("source/fr/a.nl.md", "", "nl"),
            ("source/fr/a.nl.md", "---\nlang: de\n---\n", "de"),
            ("source/de/a.md", "", "en"),
        ] {
            assert_eq!(read(path, text).lang, lang, "{path}");
        }
    }

    #[test]
    fn a_template_is_no_text() {
        assert!(is_template(" <%= title %> ") && is_template("{{ page.title }}"));
        assert!(!is_template("{short title}") && !is_template("On <%= title %>"));
    }
}
