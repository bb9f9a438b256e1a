//! The searches that `community.yaml` holds, read as whoever searches would have them read: those that it gives a name, and those of the
//! community's own rules.

use std::ops::Range;

use crate::base::lang::Msg;
use crate::base::problem::Problem;
use crate::model::finding::Severity;
use crate::model::own_rules::{Demand, OwnRule, Said};
use crate::model::query::error::QueryError;
use crate::model::query::parse::parse;
use crate::model::settings::FILE;
use crate::msg;

use super::own;
use super::problems;
use super::rule::{Raw, Rule};
use super::rules::{self, settings_value};
use super::scope::Scope;
use super::words::Words;

/// What nobody could search for, and words that look like a field and are none.
pub(super) fn searches(scope: &Scope<'_>) -> Vec<Raw> {
    let text = scope.context.settings.iter().find(|(path, _)| path == FILE).map_or("", |(_, text)| text);
    let mut told = Told { text, raws: Vec::new() };
    let mut words = Words::of(scope);
    for search in scope.settings().searches.all() {
        match parse(&search.query, &words) {
            Err(error) => told.error(&search.query, &search.span, error),
            Ok(query) => query.notes.into_iter().for_each(|note| told.tell(Severity::Warning, search.span.clone(), note, None)),
        }
    }
    for rule in &scope.settings().check.own {
        let before = told.raws.len();
        told.rule(scope, &mut words, rule);
        told.raws[before..].iter_mut().for_each(|raw| raw.own = Some(rule.name.clone()));
    }
    told.raws
}

/// What is said of the settings.
struct Told<'a> {
    text: &'a str,
    raws: Vec<Raw>,
}

impl Told<'_> {
    fn tell(&mut self, severity: Severity, span: Range<usize>, msg: Msg, help: Option<Msg>) {
        let problem = Problem::new(settings_value::RULE.name, span, msg);
        let problem = help.into_iter().fold(problem, Problem::help);
        self.raws.push(Raw { severity, ..problems::raw(FILE, &problem) });
    }

    fn error(&mut self, query: &str, span: &Range<usize>, error: QueryError) {
        let place = self.within(query, span, &error.span);
        self.tell(Severity::Error, place, error.msg, error.help);
    }

    /// Where a part of a query stands in the file; all of the query where it is written otherwise than it reads.
    fn within(&self, query: &str, span: &Range<usize>, part: &Range<usize>) -> Range<usize> {
        let start = self.text.get(span.clone()).and_then(|raw| raw.find(query)).map(|at| span.start + at);
        start.map_or_else(|| span.clone(), |start| start + part.start..start + part.end)
    }

    /// What can't be meant by a rule of the community's own.
    fn rule(&mut self, scope: &Scope<'_>, words: &mut Words<'_, '_>, rule: &OwnRule) {
        let none = match &rule.demand {
            Demand::None(said) => Some(said),
            Demand::Section(_) | Demand::Field { .. } => None,
        };
        for Said { text, span } in rule.which.iter().chain(none) {
            match own::parsed(words, text) {
                Err(error) => self.error(text, span, error),
                Ok(query) => query.notes.into_iter().for_each(|note| self.tell(Severity::Warning, span.clone(), note, None)),
            }
        }
        let is_taken = |known: &&Rule| [known.name, known.code].into_iter().any(|name| rule.is_called(name));
        if let Some(known) = rules::all().find(is_taken) {
            self.tell(Severity::Error, rule.span.clone(), msg!("own-name-taken", name = &rule.name, rule = known.name), None);
        }
        let kinds = &scope.settings().kinds;
        for Said { text, span } in rule.kinds.iter().filter(|said| kinds.meant_by(&said.text).is_none()) {
            let help = kinds.nearest_to(text).map(|near| msg!("check-did-you-mean", name = &near.name));
            self.tell(Severity::Error, span.clone(), msg!("own-no-such-kind", kind = text), help);
        }
        if let Demand::Field { field, .. } = &rule.demand
            && let Some(near) = own::nearest_key(words, &field.text)
        {
            let help = msg!("check-did-you-mean", name = near);
            self.tell(Severity::Warning, field.span.clone(), msg!("own-no-such-field", field = &field.text), Some(help));
        }
    }
}
