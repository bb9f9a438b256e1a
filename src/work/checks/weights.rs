//! What `community.yaml` says of rules that there are not.

use crate::base::nearest::nearest;
use crate::base::problem::Problem;
use crate::model::check_settings::Weighed;
use crate::model::finding::Severity;
use crate::model::settings::FILE;
use crate::msg;

use super::problems;
use super::rule::Raw;
use super::rules::{self, settings_value};
use super::scope::Scope;

/// The names that no rule has: who turns off a rule that is spelled otherwise goes on hearing of it. A newer cop may know them.
pub(super) fn unknown(scope: &Scope<'_>) -> impl Iterator<Item = Raw> {
    let check = &scope.settings().check;
    let is_own = |weighed: &&Weighed| check.own.iter().any(|rule| rule.is_called(&weighed.rule));
    let unknown = check.all().filter(|weighed| !rules::all().any(|rule| rule.is_meant_by(&weighed.rule)));
    unknown.filter(move |weighed| !is_own(weighed)).map(|weighed| {
        let own = check.own.iter().map(|rule| rule.name.as_str());
        let near = nearest(&weighed.rule, own.chain(rules::all().flat_map(|rule| [rule.name, rule.code])));
        let help = near.map_or_else(|| msg!("check-rules-list"), |near| msg!("check-did-you-mean", name = near));
        let problem = Problem::new(settings_value::RULE.name, weighed.span.clone(), msg!("check-no-such-rule", name = &weighed.rule));
        Raw { severity: Severity::Warning, ..problems::raw(FILE, &problem.help(help)) }
    })
}
