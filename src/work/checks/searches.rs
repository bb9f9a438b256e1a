//! The searches that `community.yaml` gives a name, read as whoever searches would have them read.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::base::problem::Problem;
use crate::model::community::Community;
use crate::model::finding::Severity;
use crate::model::names::Found;
use crate::model::query::ast::Node;
use crate::model::query::of_kinds;
use crate::model::query::parse::parse;
use crate::model::query::related::Related;
use crate::model::query::term::{self, ValueType};
use crate::model::query::vocabulary::{Unknown, Vocabulary};
use crate::model::searches::Search;
use crate::model::settings::FILE;

use super::problems;
use super::rule::Raw;
use super::rules::settings_value;
use super::scope::Scope;

/// What nobody could search for, and words that look like a field and are none.
pub(super) fn searches(scope: &Scope<'_>) -> Vec<Raw> {
    let words = Words { community: scope.community, today: scope.context.today, keys: OnceCell::new() };
    let text = scope.context.settings.iter().find(|(path, _)| path == FILE).map_or("", |(_, text)| text);
    let mut raws = Vec::new();
    for search in scope.settings().searches.all() {
        let mut tell = |severity: Severity, span: std::ops::Range<usize>, msg: Msg, help: Option<Msg>| {
            let problem = Problem::new(settings_value::RULE.name, span, msg);
            let problem = help.into_iter().fold(problem, Problem::help);
            raws.push(Raw { severity, ..problems::raw(FILE, &problem) });
        };
        match parse(&search.query, &words) {
            Err(error) => tell(Severity::Error, within(text, search, &error.span), error.msg, error.help),
            Ok(query) => query.notes.into_iter().for_each(|note| tell(Severity::Warning, search.span.clone(), note, None)),
        }
    }
    raws
}

/// Where a part of a query stands in the file; all of the query where it is written otherwise than it reads.
fn within(text: &str, search: &Search, part: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = text.get(search.span.clone()).and_then(|raw| raw.find(&search.query)).map(|at| search.span.start + at);
    start.map_or_else(|| search.span.clone(), |start| start + part.start..start + part.end)
}

/// What a query's words may mean here, without history and an index: who asks is somebody.
struct Words<'a> {
    community: &'a Community,
    today: Date,
    keys: OnceCell<BTreeMap<String, ValueType>>,
}

impl Words<'_> {
    fn keys(&self) -> &BTreeMap<String, ValueType> {
        self.keys.get_or_init(|| {
            let mut keys = of_kinds::keys(&self.community.settings.kinds);
            for extra in self.community.documents().iter().flat_map(|document| &document.extra) {
                keys.entry(term::key(&extra.key)).or_insert(ValueType::Text);
            }
            keys
        })
    }
}

impl Vocabulary for Words<'_> {
    fn today(&self) -> Date {
        self.today
    }

    fn me(&self) -> Option<String> {
        Some("me".to_owned())
    }

    fn kind(&self, typed: &str) -> Result<String, Unknown> {
        of_kinds::kind(&self.community.settings.kinds, Lang::default(), typed)
    }

    fn states(&self, typed: &str) -> Result<Vec<String>, Unknown> {
        Ok(vec![typed.to_owned()])
    }

    fn key(&self, key: &str) -> Option<ValueType> {
        self.keys().get(key).copied()
    }

    fn keys(&self) -> Vec<String> {
        self.keys().keys().cloned().collect()
    }

    fn labelled(&self, label: &str) -> Option<String> {
        of_kinds::labelled(&self.community.settings.kinds, label)
    }

    fn related(&self, key: &str, typed: &str) -> Option<Result<Node, Unknown>> {
        if !Related::is_relation(&self.community.settings.kinds, key) || typed.ends_with('*') {
            return None;
        }
        let typed = typed.trim_start_matches('@');
        let Found::Nothing(near) = self.community.find(typed) else { return Some(Ok(Node::And(Vec::new()))) };
        let mut relations = self.community.documents().iter().flat_map(|document| &document.relations);
        if relations.any(|relation| relation.target == typed) {
            return None;
        }
        let reference = |at: usize| self.community.documents().get(at).map(|document| document.reference.clone());
        Some(Err(Unknown { nearest: near.into_iter().filter_map(reference).collect(), ..Unknown::default() }))
    }

    fn search(&self, typed: &str) -> Result<(&str, &str), Unknown> {
        let searches = &self.community.settings.searches;
        let nearest = || searches.near(typed).into_iter().map(str::to_owned).collect();
        searches
            .named(typed)
            .map(|search| (search.name.as_str(), search.query.as_str()))
            .ok_or_else(|| Unknown { nearest: nearest(), ..Unknown::default() })
    }
}
