//! What is said of keys that nobody signed for.

use std::collections::BTreeSet;

use crate::model::finding::Severity;
use crate::model::governance::{Governance, STEWARD};
use crate::model::settings::FILE;
use crate::msg;
use crate::work::checks::rules::unsigned_change;

use super::judge::{Case, Judge};
use super::trust::Trust;

/// So many keys of a member are shown.
const SHOWN: usize = 8;

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

    /// Tells where signatures begin to count whose keys do: what came before could be put there by anybody, in anybody's name.
    pub(super) fn begins(&mut self, case: &mut Case<'_>, trust: &Trust, after: &Governance) {
        let nobody = Governance::default();
        let holders: BTreeSet<&str> = after.granted(&nobody).collect();
        for handle in holders {
            let mut keys = trust.keys_of(handle).map(|(key, commit)| match commit {
                Some(commit) => format!("{} ({})", shown(key), commit.get(..7).unwrap_or(commit)),
                None => shown(key),
            });
            let mut list = keys.by_ref().take(SHOWN).collect::<Vec<_>>().join(", ");
            if list.is_empty() {
                continue;
            }
            if keys.next().is_some() {
                list.push_str(", …");
            }
            let by = self.actor(case).by(&case.commit, self.actor(case).evidence(&trust.rules, &[STEWARD]));
            let says = msg!("governance-signed-begins", handle = handle, keys = list, by = by);
            let help = msg!("governance-signed-begins-help", handle = handle);
            self.find(case, &unsigned_change::RULE, Severity::Warning, FILE, says, Some(help));
        }
    }
}

/// A key by what it can be told from others by: its sort and its end.
fn shown(key: &str) -> String {
    let (sort, text) = key.split_once(' ').unwrap_or(("", key));
    let end: String = text.chars().skip(text.chars().count().saturating_sub(16)).collect();
    format!("{sort} …{end}").trim_start().to_owned()
}
