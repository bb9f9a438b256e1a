//! What `community.yaml` says of rules, or of what can be set of them, that there are not.

use std::ops::Range;

use crate::base::lang::Msg;
use crate::base::nearest::nearest;
use crate::base::problem::Problem;
use crate::model::check_settings::{Chosen, Weighed};
use crate::model::finding::Severity;
use crate::model::own_rules::OwnRule;
use crate::model::settings::FILE;
use crate::msg;

use super::options;
use super::problems;
use super::rule::Raw;
use super::rules::{self, settings_value};
use super::scope::Scope;

/// The names that no rule has: who turns off a rule that is spelled otherwise goes on hearing of it. A newer cop may know them.
pub(super) fn unknown(scope: &Scope<'_>) -> impl Iterator<Item = Raw> {
    let check = &scope.settings().check;
    let is_own = |weighed: &&Weighed| check.own.iter().any(|rule| rule.is_called(&weighed.rule));
    let unknown = check.all().filter(|weighed| !rules::all().any(|rule| rule.is_meant_by(&weighed.rule)));
    unknown
        .filter(move |weighed| !is_own(weighed))
        .map(|weighed| no_such_rule(&weighed.span, &weighed.rule, check.own.iter().map(|rule| rule.name.as_str())))
}

/// No rule is called so, and none of the community's `own` that can be meant here.
fn no_such_rule<'n>(span: &Range<usize>, name: &'n str, own: impl Iterator<Item = &'n str>) -> Raw {
    let near = nearest(name, own.chain(rules::all().flat_map(|rule| [rule.name, rule.code])));
    let help = near.map_or_else(|| msg!("check-rules-list"), |near| msg!("check-did-you-mean", name = near));
    raw(span, msg!("check-no-such-rule", name = name), help)
}

/// What the settings say of options that there are not, or that can't be meant so.
pub(super) fn unsettable(scope: &Scope<'_>) -> impl Iterator<Item = Raw> {
    let check = &scope.settings().check;
    check.options.iter().filter_map(|chosen| fault(&check.own, chosen))
}

fn fault(own: &[OwnRule], chosen: &Chosen) -> Option<Raw> {
    let (span, msg, help) = match rules::all().find(|rule| options::is_called(&chosen.rule, (rule.code, rule.name))) {
        None if own.iter().any(|rule| rule.is_called(&chosen.rule)) => {
            (&chosen.name_span, msg!("check-option-own"), msg!("check-option-none"))
        }
        None => return Some(no_such_rule(&chosen.rule_span, &chosen.rule, std::iter::empty())),
        Some(rule) => {
            let of_rule: Vec<_> = options::ALL.iter().filter(|option| option.is_of(rule)).collect();
            let Some(option) = of_rule.iter().find(|option| option.name().eq_ignore_ascii_case(&chosen.name)) else {
                let names: Vec<_> = of_rule.iter().map(|option| option.name()).collect();
                let help = if names.is_empty() { msg!("check-option-none") } else { msg!("check-option-known", names = names.join(", ")) };
                return Some(raw(&chosen.name_span, msg!("check-option-unknown", rule = rule.name, name = &chosen.name), help));
            };
            (&chosen.value_span, option.fault(&chosen.value)?, msg!("check-explain-see", rule = rule.name))
        }
    };
    Some(raw(span, msg, help))
}

fn raw(span: &Range<usize>, msg: Msg, help: Msg) -> Raw {
    let problem = Problem::new(settings_value::RULE.name, span.clone(), msg).help(help);
    Raw { severity: Severity::Warning, ..problems::raw(FILE, &problem) }
}
