//! Communities in memory, for the tests of rules.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::date::Date;
use crate::base::lang::Lang;
use crate::model::community::{Community, Source};
use crate::model::settings::Settings;

use super::report::Report;
use super::scope::Context;
use super::selection::Selection;

/// The day on which tests are run.
pub(super) fn today() -> Date {
    Date::parse("2026-11-22").unwrap()
}

/// A community of these settings and files; what no kind claims is just a file.
pub(in crate::work) fn community(settings: &str, files: &[(&str, &str)]) -> Community {
    let text = if settings.contains("name:") { settings.to_owned() } else { format!("name: A\n{settings}") };
    let (settings, faults) = Settings::read(&text, &[]);
    let exists = |path: &str| files.iter().any(|(known, _)| *known == path);
    let (mut sources, mut others) = (Vec::new(), BTreeSet::from(["community.yaml".to_owned()]));
    for (path, text) in files {
        match settings.kinds.claim(path, &exists) {
            Some(claim) => sources.push(Source { path: (*path).to_owned(), claim, text: Ok((*text).into()) }),
            None => drop(others.insert((*path).to_owned())),
        }
    }
    Community::read(Arc::new(settings), faults, sources, others)
}

/// What a check of it finds on the day of tests.
pub(super) fn report(community: &Community, selection: &Selection) -> Report {
    super::check(community, &Context::plain(today()), selection)
}

/// What one rule finds in these files: `path:line:column severity message; help`, or only the path for a file as a whole.
pub(super) fn found(rule: &str, files: &[(&str, &str)]) -> Vec<String> {
    found_in(rule, "", files)
}

/// The same in a community of its own settings.
pub(super) fn found_in(rule: &str, settings: &str, files: &[(&str, &str)]) -> Vec<String> {
    let selection = Selection::new(vec![rule.to_owned()], Vec::new(), Vec::new(), &[]).unwrap();
    lines(&report(&community(settings, files), &selection))
}

/// The findings of a report, a line each.
pub(super) fn lines(report: &Report) -> Vec<String> {
    let line = |finding: &crate::model::finding::Finding| {
        let whole = finding.span.is_empty() && finding.span.start == 0;
        let place = if whole { finding.path.clone() } else { format!("{}:{}:{}", finding.path, finding.line, finding.column) };
        let help = finding.help.as_ref().map(|help| format!("; {}", help.text(Lang::En))).unwrap_or_default();
        format!("{place} {} {}{help}", finding.severity.name(), finding.msg.text(Lang::En))
    };
    report.findings.iter().map(line).collect()
}
