//! The rules that a community made for itself, held against its documents.

use std::ops::Range;

use crate::base::lang::{Lang, Msg};
use crate::base::nearest::nearest;
use crate::base::width::truncate;
use crate::model::document::Document;
use crate::model::field::Label;
use crate::model::finding::Severity;
use crate::model::kind::{Kind, Section};
use crate::model::own_rules::{Demand, OwnRule, Said};
use crate::model::query::ast::Query;
use crate::model::query::error::QueryError;
use crate::model::query::of_kinds;
use crate::model::query::parse::parse;
use crate::model::query::scan::meeting;
use crate::model::query::term;
use crate::model::settings::FILE;
use crate::msg;
use crate::text::front::nodes;

use super::rule::Found;
use super::scope::{Asked, Scope};
use super::words::Words;

/// A search of a rule: nobody in particular asks it.
///
/// # Errors
/// A field has a value that it can't have, or the answer would depend on who asks.
fn parsed(words: &mut Words<'_, '_>, text: &str) -> Result<Query, QueryError> {
    words.begin();
    let query = parse(text, words)?;
    if words.are_of_somebody() {
        return Err(QueryError { span: 0..text.len(), msg: msg!("own-asks-me"), help: Some(msg!("own-asks-me-help")) });
    }
    // What a state's name means may depend on the kinds that are asked for.
    words.kinds = of_kinds::asked(&query).map(str::to_owned).collect();
    if words.kinds.is_empty() { Ok(query) } else { parse(text, words) }
}

/// The searches of all rules as they were read: what they can't mean is told in one place, what they find in another.
pub(super) fn asked<'s>(scope: &'s Scope<'_>) -> &'s [Asked] {
    scope.asked(|| {
        let mut words = Words::of(scope);
        let mut read = |said: Option<&Said>| said.map(|said| parsed(&mut words, &said.text));
        let rules = scope.settings().check.own.iter();
        rules.map(|rule| Asked { which: read(rule.which.as_ref()), none: read(rule.none()) }).collect()
    })
}

/// The nearest key to one that no kind knows and no document has, if one is near: a community may ask for what nobody wrote so far.
pub(super) fn nearest_key(words: &Words<'_, '_>, name: &str) -> Option<String> {
    let (keys, name) = (words.known_keys(), term::key(name));
    if keys.contains_key(&name) || BESIDE.contains(&name.as_str()) {
        return None;
    }
    nearest(&name, keys.keys().map(String::as_str).chain(BESIDE)).map(str::to_owned)
}

/// So much of a value, a pattern or a search is said, in cells.
const SHOWN: usize = 80;

/// What a document has that is no key of its front matter, and can be asked for as if it were.
const BESIDE: [&str; 3] = ["title", "path", "status"];

/// A rule with the searches that it has, by their numbers.
struct Asking<'r> {
    rule: &'r OwnRule,
    which: Option<usize>,
    none: Option<usize>,
}

/// What the rules object to, one after another. What one of them can't mean is told elsewhere, and the rule left out.
pub(super) fn check(scope: &Scope<'_>, found: &mut Found) {
    let rules = &scope.settings().check.own;
    let mut queries = Vec::new();
    let mut asking = Vec::new();
    for (rule, Asked { which, none }) in rules.iter().zip(asked(scope)) {
        let mut number = |read: &Option<Result<Query, QueryError>>| match read {
            None => Some(None),
            Some(read) => read.as_ref().ok().map(|query| {
                queries.push(query.clone());
                Some(queries.len() - 1)
            }),
        };
        if let (Some(which), Some(none)) = (number(which), number(none)) {
            asking.push(Asking { rule, which, none });
        }
    }
    let met = if queries.is_empty() { Vec::new() } else { meeting(&queries, scope.entries()) };
    let words = Words::of(scope);
    let mut objections = Objections { scope, found, told: 0, more: 0, severity: Severity::Note };
    for Asking { rule, which, none } in asking {
        let numbers = |number: Option<usize>| number.and_then(|number| met.get(number)).map(Vec::as_slice);
        // A field whose name is most likely mistyped is told once, where it is typed, and not of every document.
        let is_mistyped = matches!(&rule.demand, Demand::Field { field, .. } if nearest_key(&words, &field.text).is_some());
        if let Some(concerned) = concerned(scope, rule, numbers(which)).filter(|_| !is_mistyped) {
            demand(&mut objections, rule, &concerned, numbers(none).unwrap_or_default());
        }
    }
    let (more, severity) = (objections.more, objections.severity);
    if more > 0 {
        found.about(scope, FILE, msg!("own-more", count = more)).weighs(severity);
    }
}

/// So many findings of a community's own rules are kept; of the rest is said how many there are. Hundreds of rules that nothing keeps would
/// fill the memory with what nobody reads.
const MOST: usize = 100_000;

/// What the rules object to.
struct Objections<'o, 's> {
    scope: &'o Scope<'s>,
    found: &'o mut Found,
    /// How many are told.
    told: usize,
    /// How many more there are.
    more: usize,
    /// How much the worst of those matters.
    severity: Severity,
}

/// What a rule objects to in the documents that it is for; `hits` are what its search finds.
fn demand(objections: &mut Objections<'_, '_>, rule: &OwnRule, concerned: &[usize], hits: &[usize]) {
    let scope = objections.scope;
    match &rule.demand {
        Demand::None(said) => {
            for at in hits.iter().filter(|at| concerned.binary_search(at).is_ok()) {
                objections.object(rule, *at, None, (msg!("own-found", search = truncate(&said.text, SHOWN)), None));
            }
        }
        Demand::Section(section) => {
            for at in concerned {
                let document = scope.document(*at);
                if !document.markdown.headings.iter().any(|heading| section.is_begun_by(&heading.text)) {
                    objections.object(rule, *at, None, no_section(section, document));
                }
            }
        }
        Demand::Field { field, pattern } => {
            for at in concerned {
                let values = values(scope.document(*at), scope.kind(*at), &field.text);
                if values.is_empty() {
                    let said =
                        (msg!("check-missing-field", field = &field.text), Some(msg!("check-missing-field-help", field = &field.text)));
                    objections.object(rule, *at, None, said);
                }
                let Some(pattern) = pattern else { continue };
                for (text, span) in values.into_iter().filter(|(text, _)| !pattern.is_in(text)) {
                    let (value, form) = (truncate(&text, SHOWN), truncate(pattern.text(), SHOWN));
                    let said = msg!("own-other-form", field = &field.text, value = value, pattern = form);
                    objections.object(rule, *at, Some(span), (said, None));
                }
            }
        }
    }
}

fn no_section(section: &Section, document: &Document) -> (Msg, Option<Msg>) {
    let title = section.title.text(Lang::of(&document.lang).unwrap_or_default(), &section.name);
    (msg!("check-missing-section", section = &title), Some(msg!("check-missing-section-help", section = title)))
}

/// The documents that a rule is for, in order; `which` are those that its condition finds. `None` where that can't be known.
fn concerned(scope: &Scope<'_>, rule: &OwnRule, which: Option<&[usize]>) -> Option<Vec<usize>> {
    let kinds = &scope.settings().kinds;
    let meant: Option<Vec<&str>> = rule.kinds.iter().map(|said| kinds.meant_by(&said.text).map(|kind| kind.name.as_str())).collect();
    let meant = meant?;
    let is_meant = |at: &usize| meant.is_empty() || meant.contains(&scope.kind(*at).name.as_str());
    let all = which.map_or_else(|| (0..scope.documents().len()).collect(), <[usize]>::to_vec);
    Some(all.into_iter().filter(is_meant).collect())
}

impl Objections<'_, '_> {
    /// Notes that a document does not keep a rule: in the community's words, where it has any, else in ours.
    fn object(&mut self, rule: &OwnRule, at: usize, span: Option<Range<usize>>, ours: (Msg, Option<Msg>)) {
        if self.told == MOST {
            self.more += 1;
            self.severity = self.severity.max(rule.severity);
            return;
        }
        self.told += 1;
        let (what, advice) = ours;
        let (says, mend) = (in_both(&rule.says), in_both(&rule.mend));
        let span = span.unwrap_or_else(|| self.scope.document(at).title_span.clone());
        let raw = self.found.at(at, span, says.unwrap_or(what)).own(&rule.name).weighs(rule.severity);
        if let Some(advice) = mend.or(advice) {
            raw.help(advice);
        }
    }
}

/// What is said in the reader's language, where it is; `None` where nothing is said.
fn in_both(label: &Label) -> Option<Msg> {
    let (en, nl) = (label.en.as_ref().or(label.nl.as_ref())?, label.nl.as_ref().or(label.en.as_ref())?);
    Some(msg!("own-says", en = en, nl = nl))
}

/// The values that a document has under a name, with their places.
fn values(document: &Document, kind: &Kind, name: &str) -> Vec<(String, Range<usize>)> {
    let name = term::key(name);
    match name.as_str() {
        "title" if document.value("title").is_none() => return vec![(document.title.clone(), document.title_span.clone())],
        "path" => return vec![(document.path.clone(), document.title_span.clone())],
        _ => {}
    }
    let is_so = |key: &str| term::key(key) == name;
    let is_called = |field: &str| kind.fields.iter().any(|one| one.name == field && one.keys.iter().any(|key| is_so(key)));
    let fields = document.fields.iter().filter(|field| is_so(&field.name) || is_so(&field.key) || is_called(&field.name));
    let fields = fields.flat_map(|field| &field.values).map(|value| (value.text.clone(), value.span.clone()));
    let relations = document.relations.iter().filter(|relation| is_so(&relation.name));
    let relations = relations.map(|relation| (relation.target.clone(), relation.span.clone()));
    let extra = document.extra.iter().filter(|extra| is_so(&extra.key)).flat_map(|extra| texts(&extra.value));
    let mut all: Vec<_> = fields.chain(relations).chain(extra).filter(|(text, _)| !text.trim().is_empty()).collect();
    if name == "status" && all.is_empty() {
        all.extend(document.said_state.iter().map(|said| (said.text.clone(), said.span.clone())));
    }
    all
}

/// The texts in a value.
fn texts(node: &nodes::Node) -> Vec<(String, Range<usize>)> {
    let items = node.items().unwrap_or(std::slice::from_ref(node));
    items.iter().filter_map(|item| Some((item.text()?.trim().to_owned(), item.span.clone()))).collect()
}
