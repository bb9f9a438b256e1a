//! What is said of keys: whose nobody signed for, and who has none yet.

use crate::base::lang::Msg;
use crate::model::finding::Severity;
use crate::model::governance::{Governance, STEWARD};
use crate::model::settings::FILE;
use crate::msg;
use crate::work::checks::rules::unsigned_change;

use super::actor::Actor;
use super::judge::{Case, Judge};
use super::trust::Trust;

impl Judge<'_, '_> {
    /// Warns where a role is given to whoever has a key that came in without a signature: it may be anybody's.
    pub(super) fn granted(&mut self, case: &mut Case<'_>, trust: &Trust, before: &Governance, after: &Governance) {
        for handle in after.granted(before) {
            if let Some(commit) = trust.unsigned_key(handle) {
                let by = self.actor(case).by(&case.commit, self.actor(case).evidence(&trust.rules, &[STEWARD]));
                let key = commit.get(..7).unwrap_or(commit);
                let says = msg!("governance-grant-unsigned", handle = handle, key = key, by = by);
                let help = msg!("governance-grant-unsigned-help", handle = handle);
                self.find(case, &unsigned_change::RULE, Severity::Warning, FILE, says, Some(help));
            }
        }
    }
}

/// What whoever has to sign can do. Who has no key yet can't sign for the first one.
pub(super) fn unsigned_help(trust: &Trust, actor: &Actor) -> Msg {
    let has_none = !actor.handles.is_empty() && !actor.handles.iter().any(|handle| trust.has_key(handle));
    if has_none { msg!("governance-unsigned-help-none") } else { msg!("governance-unsigned-help") }
}
