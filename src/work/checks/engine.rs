//! Letting the rules look, and putting what they find in order.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::lines::Lines;
use crate::model::check_settings::Weighed;
use crate::model::community::Community;
use crate::model::finding::{Finding, Mend, Safety, Severity};
use crate::model::own_rules::OwnRule;
use crate::model::settings::Settings;
use crate::msg;

use super::allow::{Allowances, unused};
use super::holders;
use super::page::Page;
use super::problems;
use super::report::{Report, order};
use super::rule::{Check, Found, Later, Raw, Rule, Where};
use super::rules::{self, own_rule};
use super::scope::{Context, Scope};
use super::searches;
use super::selection::Selection;
use super::weights;

/// How many findings get advice that takes a long look: nobody reads so much more.
const LONG_LOOKS: usize = 200;
/// Of a longer line only what is around the part that is meant is kept, so many bytes at most.
const LONGEST_LINE: usize = 2_000;

/// A finding in its place, and the advice that is still to be looked for.
type Placed = (Finding, Option<Later>);

/// Checks a community.
pub fn check(community: &Community, context: &Context<'_>, selection: &Selection) -> Report {
    let scope = Scope::new(community, context);
    let settings = scope.settings();
    let active: Vec<&'static Rule> = rules::all().filter(|rule| selection.has_rule(rule) && is_on(rule, settings)).collect();
    let wanted = |path: &str| selection.has_path(path) && !settings.check.exclude.iter().any(|glob| glob.matches(path));

    let pages: Vec<usize> = (0..scope.documents().len()).filter(|at| wanted(&scope.document(*at).path)).collect();
    let allowances = Allowances::new(scope.documents().len(), &settings.check.own);
    let mut placed: Vec<Placed> = pages.par_iter().flat_map_iter(|at| one_page(&scope, *at, &active, &allowances)).collect();

    let whole: Vec<Raw> = active.par_iter().flat_map_iter(|rule| one_rule(&scope, rule, selection, &allowances)).collect();
    let mut texts = Texts::default();
    let unread = problems::unread(community)
        .chain(problems::faults(community))
        .chain(holders::holders(&scope))
        .chain(searches::searches(&scope))
        .chain(weights::unknown(&scope))
        .chain(weights::unsettable(&scope))
        .chain(problems::odd(&scope))
        .chain(problems::rule_files(&scope))
        .chain(community.left_out().is_empty().then(|| unused(&scope, &allowances, &active)).into_iter().flatten())
        .filter(|raw| active.iter().any(|rule| rule.code == raw.rule.code) || is_of_chosen(raw, selection));
    for raw in whole.into_iter().chain(unread) {
        let path = path_of(&scope, &raw);
        if wanted(path) && severity_at(&raw, settings, path) != Some(Said::Off) {
            placed.push(texts.place(&scope, raw));
        }
    }
    placed.sort_by(|(one, _), (other, _)| order(one).cmp(&order(other)));
    look_long(&scope, &mut placed);
    let unread = community.unread().iter().filter(|unread| wanted(&unread.path));
    let kind_of = |path: &str| settings.kinds.claim(path, &|_| false).map(|claim| settings.kinds.at(claim.kind).name.clone());
    let unread = unread.map(|unread| (kind_of(&unread.path).unwrap_or_default(), unread.path.clone()));
    let read = pages.iter().map(|at| (scope.kind(*at).name.clone(), scope.document(*at).path.clone()));
    let mut files: Vec<(String, String)> = read.chain(unread).collect();
    files.sort_by(|(_, one), (_, other)| one.cmp(other));
    let report = Report::new(placed.into_iter().map(|(finding, _)| finding).collect(), files.len());
    Report { files, ..report }
}

/// Whether it is about a rule of the community's own that was chosen: one that can't be meant would pass for ever.
fn is_of_chosen(raw: &Raw, selection: &Selection) -> bool {
    raw.own.as_ref().is_some_and(|own| selection.has_rule(&own_rule::RULE) && selection.has_own(&own_rule::RULE, own))
}

/// What a community says of a rule: nothing, `Some(None)` for off, or how much it matters. A code or name goes before an area.
pub fn severity_of(rule: &Rule, settings: &Settings) -> Option<Option<Severity>> {
    said_of(rule, &settings.check.severities).map(|said| match said {
        Said::Off => None,
        Said::As(severity) => Some(severity),
    })
}

/// How much one of the community's own rules matters, `None` for off: as is said of it, of all of those, or as it says itself.
pub(super) fn severity_of_own(rule: &OwnRule, settings: &Settings) -> Option<Severity> {
    let weighed = &settings.check.severities;
    let own = weighed.iter().rfind(|weighed| rule.is_called(&weighed.rule)).map(said);
    match own.or_else(|| said_of(&own_rule::RULE, weighed)) {
        None => Some(rule.severity),
        Some(Said::As(severity)) => Some(severity),
        Some(Said::Off) => None,
    }
}

/// How much a community says that a rule matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Off,
    As(Severity),
}

/// The same of what was found in one file.
fn severity_at(raw: &Raw, settings: &Settings, path: &str) -> Option<Said> {
    let here = settings.check.paths.iter().rev().filter(|(glob, _)| glob.matches(path));
    here.into_iter().find_map(|(_, weighed)| said_of_found(raw, weighed)).or_else(|| said_of_found(raw, &settings.check.severities))
}

/// What is said of a rule of the community's own goes before what is said of all of those.
fn said_of_found(raw: &Raw, weighed: &[Weighed]) -> Option<Said> {
    let own = raw.own.as_ref().and_then(|own| weighed.iter().rfind(|weighed| weighed.rule.eq_ignore_ascii_case(own)));
    own.map(said).or_else(|| said_of(raw.rule, weighed))
}

fn said(weighed: &Weighed) -> Said {
    Severity::parse(&weighed.word).map_or(Said::Off, Said::As)
}

fn said_of(rule: &Rule, weighed: &[Weighed]) -> Option<Said> {
    let meant = weighed.iter().filter(|weighed| rule.is_meant_by(&weighed.rule));
    meant.max_by_key(|said| if said.rule.eq_ignore_ascii_case(rule.code) { usize::MAX } else { said.rule.len() }).map(said)
}

/// Whether a rule matters anywhere.
fn is_on(rule: &Rule, settings: &Settings) -> bool {
    let somewhere = || settings.check.paths.iter().any(|(_, weighed)| matches!(said_of(rule, weighed), Some(Said::As(_))));
    let is_own = |weighed: &Weighed| settings.check.own.iter().any(|own| own.is_called(&weighed.rule));
    let has_own = || rule.code == own_rule::RULE.code && settings.check.all().any(|weighed| is_own(weighed) && said(weighed) != Said::Off);
    severity_of(rule, settings) != Some(None) || somewhere() || has_own()
}

/// What all rules find in one document.
fn one_page(scope: &Scope<'_>, at: usize, active: &[&'static Rule], allowances: &Allowances<'_>) -> Vec<Placed> {
    let document = scope.document(at);
    let Some(first) = active.first() else { return Vec::new() };
    let page = Page::new(scope, at);
    let mut found = Found::new(first);
    for problem in &document.problems {
        if let Some(rule) = active.iter().find(|rule| rule.name == problem.rule) {
            found.turn(rule);
            let raw = found.at(at, problem.span.clone(), problem.msg.clone());
            raw.help.clone_from(&problem.help);
            if let Some(fix) = &problem.fix {
                raw.fix(Mend::text(fix.span.clone(), fix.with.clone(), Safety::Safe));
            }
        }
    }
    for rule in active {
        if let Check::Page(look) = rule.check {
            found.turn(rule);
            look(scope, &page, &mut found);
        }
    }
    for (rule, count) in std::mem::take(&mut found.left_out) {
        found.turn(rule);
        found.at(at, 0..0, msg!("check-more", rule = rule.name, count = count));
    }
    if found.list.is_empty() {
        return Vec::new();
    }
    let place = |raw: Raw| place(scope, raw, &document.text, &document.lines, &document.path);
    let is_on = |raw: &Raw| severity_at(raw, scope.settings(), &document.path) != Some(Said::Off);
    let kept = found.list.into_iter().filter(is_on).filter(|raw| !allowances.allow(at, document, raw));
    kept.map(place).collect()
}

/// What one rule finds in the community as a whole.
fn one_rule(scope: &Scope<'_>, rule: &'static Rule, selection: &Selection, allowances: &Allowances<'_>) -> Vec<Raw> {
    let Check::Community(look) = rule.check else { return Vec::new() };
    let mut found = Found::new(rule);
    look(scope, &mut found);
    let allows = |raw: &Raw| match raw.place {
        Where::Document(at) => allowances.allow(at, scope.document(at), raw),
        Where::File(_) => false,
    };
    found.list.retain(|raw| raw.own.as_ref().is_none_or(|own| selection.has_own(rule, own)) && !allows(raw));
    found.list
}

fn path_of<'s>(scope: &'s Scope<'_>, raw: &'s Raw) -> &'s str {
    match &raw.place {
        Where::Document(at) => &scope.document(*at).path,
        Where::File(path) => path,
    }
}

/// The texts of files that are no documents, each asked for once.
#[derive(Default)]
struct Texts(HashMap<String, Option<(Arc<str>, Lines)>>);

impl Texts {
    fn place(&mut self, scope: &Scope<'_>, raw: Raw) -> Placed {
        match &raw.place {
            Where::Document(at) => {
                let document = scope.document(*at);
                place(scope, raw, &document.text, &document.lines, &document.path)
            }
            Where::File(path) => {
                let path = path.clone();
                let known = scope.context.settings.iter().find(|(known, _)| *known == path);
                let read = || known.map(|(_, text)| (Arc::clone(text), Lines::new(text)));
                match self.0.entry(path.clone()).or_insert_with(read) {
                    Some((text, lines)) => place(scope, raw, text, lines, &path),
                    None => place(scope, raw, "", &Lines::new(""), &path),
                }
            }
        }
    }
}

/// A finding with its line and column, and as much weight as it has here.
fn place(scope: &Scope<'_>, raw: Raw, text: &str, lines: &Lines, path: &str) -> Placed {
    let span = within(&raw.span, text);
    let (line, column) = lines.position(text, span.start);
    let end = lines.position(text, span.end);
    let range = lines.range(text, line);
    let (skipped, source) = around(text, range, span.start);
    let said = severity_at(&raw, scope.settings(), path);
    let adopted = matches!(raw.place, Where::Document(at) if scope.kind(at).is_adopted());
    let usual = if adopted && !raw.firm { raw.severity.min(raw.rule.adopted) } else { raw.severity };
    let is_of_all = matches!(raw.place, Where::Document(at) if scope.document(at).title_span == raw.span);
    let finding = Finding {
        code: raw.rule.code,
        rule: raw.rule.name,
        own: raw.own.filter(|_| raw.rule.code == own_rule::RULE.code),
        severity: if let Some(Said::As(said)) = said { said } else { usual },
        path: path.to_owned(),
        span,
        is_of_all,
        line,
        column,
        end,
        source,
        skipped,
        msg: raw.msg,
        help: raw.help,
        fix: raw.fix,
    };
    (finding, raw.later)
}

/// What is shown of a line: all of it, or what is around a place in it, with how many characters stand before that.
fn around(text: &str, line: Range<usize>, place: usize) -> (u32, String) {
    if line.len() <= LONGEST_LINE {
        return (0, text[line].to_owned());
    }
    let half = LONGEST_LINE / 2;
    let kept = within(&(place.saturating_sub(half).max(line.start)..place.saturating_add(half).min(line.end)), text);
    let before = text.get(line.start..kept.start).map_or(0, |before| before.chars().count());
    (u32::try_from(before).unwrap_or(u32::MAX), text[kept].to_owned())
}

/// The span within the text, on character boundaries.
fn within(span: &Range<usize>, text: &str) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.start);
    start..floor(span.end).max(start)
}

/// Looks for the advice of the first findings that want it.
fn look_long(scope: &Scope<'_>, placed: &mut [Placed]) {
    let wanting: Vec<&mut Placed> = placed.iter_mut().filter(|(_, later)| later.is_some()).take(LONG_LOOKS).collect();
    wanting.into_par_iter().for_each(|(finding, later)| {
        if let Some(help) = later.as_ref().and_then(|later| later(scope)) {
            finding.help = Some(help);
        }
    });
}

#[cfg(test)]
mod tests {
    #[test]
    fn of_a_very_long_line_only_what_is_around_the_place_is_kept() {
        let text = format!("first\n{}x{}\nlast", "é".repeat(5_000), "é".repeat(5_000));
        let place = 6 + 10_000;
        let (skipped, source) = super::around(&text, 6..text.len() - 5, place);
        assert!(source.len() <= super::LONGEST_LINE && source.contains('x'), "{}", source.len());
        assert_eq!(source.chars().position(|letter| letter == 'x').map(|at| at + skipped as usize), Some(5_000));
        assert_eq!(super::around("first\nlast", 6..10, 7), (0, "last".to_owned()));
    }
}
