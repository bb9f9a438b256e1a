//! Settings behind a link or in another repository: whoever reads the community there may find what no commit here tells of.

use crate::msg;
use crate::store::git::mainline::NoWay;
use crate::work::checks::rules::foreign_rules;

use super::judge::{Case, Judge};

impl Judge<'_, '_> {
    /// Finds what of the settings a commit put behind a link. Nobody may: from there on nothing could be judged, not even by a steward.
    pub(super) fn linked(&mut self, case: &mut Case<'_>) -> Result<(), NoWay> {
        for path in self.way.newly_linked(case.step)? {
            let actor = self.actor(case);
            let by = actor.by(&case.commit, actor.evidence(&self.trust.rules, &[]));
            let (rule, help) = (&foreign_rules::RULE, msg!("governance-linked-help"));
            self.find(case, rule, rule.severity, &path, msg!("governance-linked", by = by), Some(help));
        }
        Ok(())
    }
}
