//! The searches that `community.yaml` holds, read as whoever searches would have them read: those that it gives a name, and those of the
//! community's own rules.

use std::ops::Range;

use crate::base::lang::Msg;
use crate::base::problem::Problem;
use crate::model::finding::Severity;
use crate::model::own_rules::{Demand, OwnRule, Said};
use crate::model::query::ast::Query;
use crate::model::query::error::QueryError;
use crate::model::query::parse::{parse, unpaired};
use crate::model::settings::FILE;
use crate::msg;

use super::own;
use super::problems;
use super::rule::{Raw, Rule};
use super::rules::{self, settings_value};
use super::scope::{Asked, Scope};
use super::strangers;
use super::words::Words;

/// What nobody could search for, and words that look like a field and are none.
pub(super) fn searches(scope: &Scope<'_>) -> Vec<Raw> {
    let text = scope.context.settings.iter().find(|(path, _)| path == FILE).map_or("", |(_, text)| text);
    let mut told = Told { text, raws: Vec::new() };
    let words = Words::of(scope);
    for search in scope.settings().searches.all() {
        let said = Said { text: search.query.clone(), span: search.span.clone() };
        told.search(scope, &words, &said, parse(&search.query, &words).as_ref());
    }
    for (rule, asked) in scope.settings().check.own.iter().zip(own::asked(scope)) {
        let before = told.raws.len();
        told.rule(scope, &words, rule, asked);
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

    /// What can't be meant by a search, and what it asks for that nothing here has: it would find nothing for ever, in silence.
    fn search(&mut self, scope: &Scope<'_>, words: &Words<'_, '_>, said: &Said, read: Result<&Query, &QueryError>) {
        let Said { text, span } = said;
        let query = match read {
            Ok(query) => query,
            Err(error) => {
                let place = self.within(text, span, &error.span);
                self.tell(Severity::Error, place, error.msg.clone(), error.help.clone());
                return;
            }
        };
        query.notes.iter().for_each(|note| self.tell(Severity::Warning, span.clone(), note.clone(), None));
        if let Some(part) = unpaired(text, words) {
            let sign = text.get(part.clone()).unwrap_or_default();
            let place = self.within(text, span, &part);
            self.tell(Severity::Error, place, msg!("search-unpaired", sign = sign), Some(msg!("search-unpaired-help")));
        }
        for (severity, typed, says) in strangers::of(scope, query) {
            let part = text.find(typed).map(|at| at..at + typed.len());
            let place = part.map_or_else(|| span.clone(), |part| self.within(text, span, &part));
            self.tell(severity, place, says, None);
        }
    }

    /// Where a part of a query stands in the file; all of the query where it is written otherwise than it reads.
    fn within(&self, query: &str, span: &Range<usize>, part: &Range<usize>) -> Range<usize> {
        let start = self.text.get(span.clone()).and_then(|raw| raw.find(query)).map(|at| span.start + at);
        start.map_or_else(|| span.clone(), |start| start + part.start..start + part.end)
    }

    /// What can't be meant by a rule of the community's own.
    fn rule(&mut self, scope: &Scope<'_>, words: &Words<'_, '_>, rule: &OwnRule, asked: &Asked) {
        let Asked { which, none } = asked;
        let searches = rule.which.iter().zip(which).chain(rule.none().into_iter().zip(none));
        for (said, read) in searches {
            self.search(scope, words, said, read.as_ref());
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
