//! Who `community.yaml` gives a role, held against who is there: by reading the settings alone nobody knows the members.

use std::ops::Range;

use crate::base::lang::Msg;
use crate::base::nearest::is_slip;
use crate::base::problem::Problem;
use crate::model::finding::Severity;
use crate::model::governance::STEWARD;
use crate::model::kind::Capability;
use crate::model::settings::FILE;
use crate::msg;
use crate::store::git::signature::key;
use crate::text::front::nodes::Node;
use crate::text::front::parse::parse;

use super::problems;
use super::rule::Raw;
use super::rules::settings_value;
use super::scope::Scope;

/// Roles that nobody holds who could act in them, and a signature that nobody can make.
pub(super) fn holders(scope: &Scope<'_>) -> Vec<Raw> {
    let rules = &scope.settings().governance;
    let text = scope.context.settings.iter().find(|(path, _)| path == FILE).map(|(_, text)| text);
    let Some(text) = text.filter(|_| !rules.is_empty()) else { return Vec::new() };
    let root = parse(text, 0..text.len(), &scope.settings().limits).0;
    let Some(governance) = root.as_ref().and_then(|root| root.get("governance")) else { return Vec::new() };
    let mut raws = Vec::new();
    // What a member says whose file is left out nobody knows.
    if scope.lacks_members() {
        return raws;
    }
    let mut tell = |severity: Severity, span: &Range<usize>, msg: Msg, help: Option<Msg>| {
        let problem = Problem::new(settings_value::RULE.name, span.clone(), msg);
        let problem = help.into_iter().fold(problem, Problem::help);
        raws.push(Raw { severity, ..problems::raw(FILE, &problem) });
    };
    let people = scope.community.people();
    for role in governance.get("roles").and_then(Node::entries).unwrap_or_default() {
        let name = role.key.trim().to_lowercase();
        let mut is_held = false;
        for holder in role.value.items().unwrap_or(std::slice::from_ref(&role.value)) {
            let Some(said) = holder.text().map(str::trim).filter(|said| !said.is_empty()) else { continue };
            let handle = said.trim_start_matches('@');
            match people.by_handle(handle) {
                Some(member) if member.left => {
                    tell(Severity::Warning, &holder.span, msg!("governance-holder-left", handle = handle, role = &role.key), None);
                }
                Some(_) => is_held = true,
                None => {
                    let near = people.members().iter().find(|member| is_slip(&handle.to_lowercase(), &member.handle.to_lowercase()));
                    let severity = if near.is_some() { Severity::Error } else { Severity::Warning };
                    let help = match near {
                        Some(member) => msg!("check-did-you-mean", name = &member.handle),
                        None => msg!("governance-holder-unknown-help"),
                    };
                    tell(severity, &holder.span, msg!("governance-holder-unknown", handle = handle), Some(help));
                }
            }
        }
        if !is_held && (name == STEWARD || rules.is_mover(&name)) {
            tell(Severity::Warning, &role.key_span, msg!("governance-role-empty", role = &role.key), None);
        }
    }
    let has_key = |at: &usize| scope.document(*at).values("keys").iter().any(|value| key(&value.text).is_some());
    let is_steward = |at: &usize| scope.kind(*at).has(Capability::Person) && rules.holds(scope.document(*at).handle(), STEWARD);
    if rules.signs_any()
        && !(0..scope.documents().len()).filter(is_steward).any(|at| has_key(&at))
        && let Some(signed) = governance.get("signed")
    {
        tell(Severity::Warning, &signed.span, msg!("governance-no-key"), Some(msg!("governance-no-key-help")));
    }
    raws
}
