//! What `community.yaml` says of rules that there are not.

use crate::base::nearest::nearest;
use crate::base::problem::Problem;
use crate::model::finding::Severity;
use crate::model::settings::FILE;
use crate::msg;

use super::problems;
use super::rule::Raw;
use super::rules::{self, settings_value};
use super::scope::Scope;

/// The names that no rule has: who turns off a rule that is spelled otherwise goes on hearing of it. A newer cop may know them.
pub(super) fn unknown(scope: &Scope<'_>) -> impl Iterator<Item = Raw> {
    let unknown = scope.settings().check.all().filter(|weighed| !rules::all().any(|rule| rule.is_meant_by(&weighed.rule)));
    unknown.map(|weighed| {
        let near = nearest(&weighed.rule, rules::all().flat_map(|rule| [rule.name, rule.code]));
        let help = near.map_or_else(|| msg!("check-rules-list"), |near| msg!("check-did-you-mean", name = near));
        let problem = Problem::new(settings_value::RULE.name, weighed.span.clone(), msg!("check-no-such-rule", name = &weighed.rule));
        Raw { severity: Severity::Warning, ..problems::raw(FILE, &problem.help(help)) }
    })
}
