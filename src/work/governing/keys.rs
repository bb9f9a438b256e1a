//! What is said of keys where they begin to decide, above all of those that nobody signed for.

use std::collections::BTreeSet;

use crate::base::lang::Msg;
use crate::model::finding::Severity;
use crate::model::governance::{Governance, STEWARD};
use crate::model::identity::shortened_key;
use crate::model::settings::FILE;
use crate::msg;
use crate::work::checks::rules::unsigned_change;

use super::judge::{Case, Judge};
use super::look::Member;
use super::trust::{Doubt, Mark, Trust, keys_of};

/// So many keys of a member are shown.
const SHOWN: usize = 8;

impl Judge<'_, '_> {
    /// Tells where a role is given whose keys decide from then on; warns of those that came in without a signature: they may be anybody's.
    pub(super) fn granted(&mut self, case: &mut Case<'_>, trust: &Trust, before: &Governance, after: &Governance) {
        for handle in after.granted(before) {
            let Some(keys) = shown_of(trust, handle) else { continue };
            let by = self.actor(case).by(&case.commit, self.actor(case).evidence(&trust.rules, &[STEWARD]));
            let says = match trust.listed(handle).find_map(|listed| listed.unsigned) {
                Some(commit) => {
                    let key = commit.get(..7).unwrap_or(commit);
                    msg!("governance-grant-unsigned", handle = handle, key = key, by = by)
                }
                None => msg!("governance-grant-signed", handle = handle, by = by),
            };
            self.doubt(case, trust, handle, &[], says, msg!("governance-grant-help", handle = handle, keys = keys));
        }
    }

    /// Tells where signatures begin to count whose keys do: what came before could be put there by anybody, in anybody's name.
    pub(super) fn begins(&mut self, case: &mut Case<'_>, trust: &Trust, after: &Governance) {
        let nobody = Governance::default();
        let holders: BTreeSet<&str> = after.granted(&nobody).collect();
        let own = self.actor(case).begins_with(after).to_vec();
        for handle in holders {
            let Some(keys) = shown_of(trust, handle) else { continue };
            let by = self.actor(case).by(&case.commit, self.actor(case).evidence(&trust.rules, &[STEWARD]));
            let says = msg!("governance-signed-begins", handle = handle, keys = keys, by = by);
            self.doubt(case, trust, handle, &own, says, msg!("governance-signed-begins-help", handle = handle));
        }
    }

    /// Notes the first keys in the file of a member who was there, put in without the signature of a key that was signed for: whoever types
    /// that member's name can do so.
    pub(super) fn first(&mut self, case: &mut Case<'_>, handle: &str, member: &Member) {
        let actor = self.actor(case);
        if actor.vouches {
            return;
        }
        let says = msg!("governance-first-key", handle = handle, by = actor.by(&case.commit, actor.evidence(&Governance::default(), &[])));
        let help = msg!("governance-first-key-help", handle = handle);
        let keys: Vec<Mark> = keys_of(&member.after).cloned().collect();
        self.unless_vouched(case, Severity::Note, &member.path, says, help, &keys);
    }

    /// Notes what is said of somebody's keys; where one of them was never signed for, and is none of `own`, as a warning, until a steward
    /// signs for it.
    fn doubt(&mut self, case: &mut Case<'_>, trust: &Trust, handle: &str, own: &[String], says: Msg, help: Msg) {
        let doubtful = trust.listed(handle).filter(|listed| listed.unsigned.is_some() && !own.iter().any(|key| key == listed.key));
        let keys: Vec<Mark> = doubtful.map(|listed| listed.mark.clone()).collect();
        if keys.is_empty() {
            self.find(case, &unsigned_change::RULE, Severity::Note, FILE, says, Some(help));
        } else {
            self.unless_vouched(case, Severity::Warning, FILE, says, help, &keys);
        }
    }

    /// Finds it at the end, unless somebody has signed for all of these keys by then.
    fn unless_vouched(&mut self, case: &mut Case<'_>, severity: Severity, path: &str, says: Msg, help: Msg, keys: &[Mark]) {
        let count = self.findings.len();
        self.find(case, &unsigned_change::RULE, severity, path, says, Some(help));
        let found = self.findings.split_off(count);
        self.doubts.extend(found.into_iter().map(|found| Doubt { keys: keys.to_vec(), found }));
    }

    /// Finds what was said of keys for which nobody signed to the end.
    pub(super) fn doubted(&mut self) {
        for Doubt { keys, found } in std::mem::take(&mut self.doubts) {
            if !keys.iter().all(|key| self.trust.is_vouched(key)) {
                self.findings.push(found);
            }
        }
    }
}

/// The keys of a member as they are shown, each with the commit in which it came in if nobody signed for it; `None` where there are none.
fn shown_of(trust: &Trust, handle: &str) -> Option<String> {
    let mut keys = trust.listed(handle).map(|listed| match listed.unsigned {
        Some(commit) => format!("{} ({})", shortened_key(listed.key), commit.get(..7).unwrap_or(commit)),
        None => shortened_key(listed.key),
    });
    let mut list = keys.by_ref().take(SHOWN).collect::<Vec<_>>().join(", ");
    if keys.next().is_some() {
        list.push_str(", …");
    }
    (!list.is_empty()).then_some(list)
}
