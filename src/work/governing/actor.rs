//! Who made a commit, and how well that is known.

use crate::base::lang::Msg;
use crate::model::governance::{Governance, STEWARD};
use crate::msg;
use crate::store::git::signature::Signature;

use super::trust::Trust;

/// Whoever made a commit: who signed it with a key that is listed, else whoever it says.
///
/// Of a merge that is who merged: what came in with it is theirs. The committer is not asked: that is often the host, or whoever moved the
/// commit.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    /// The handles of the members that it can be, in small letters.
    pub(super) handles: Vec<String>,
    /// The name that the commit gives its author.
    pub(super) name: String,
    /// What its signature is worth.
    pub(super) signature: Signature,
    /// Whether the key that made it was signed for: one that anybody may have put there vouches for no other.
    pub(super) vouches: bool,
    /// The keys that made it.
    pub(super) keys: Vec<String>,
}

impl Actor {
    /// Whether a signature says who it was.
    pub(super) fn is_signed(&self) -> bool {
        matches!(self.signature, Signature::Good(_))
    }

    pub(super) fn is(&self, handle: &str) -> bool {
        self.handles.iter().any(|known| known == handle)
    }

    /// Whether they hold one of these roles.
    pub(super) fn holds(&self, governance: &Governance, roles: &[&str]) -> bool {
        self.handles.iter().any(|handle| roles.iter().any(|role| governance.holds(handle, role)))
    }

    /// The keys with which a steward signs that signatures count from here on. Before that a name was enough for everything: no more can be
    /// asked of who begins than that they have the key.
    pub(super) fn begins_with(&self, rules: &Governance) -> &[String] {
        if self.holds(rules, &[STEWARD]) { &self.keys } else { &[] }
    }

    /// How well it is known, where these roles are asked for.
    pub(super) fn evidence(&self, governance: &Governance, roles: &[&str]) -> u8 {
        match (self.is_signed(), self.holds(governance, roles)) {
            (true, true) => 3,
            (true, false) => 2,
            (false, _) => 0,
        }
    }

    /// The member, or the name that the commit gives.
    pub(super) fn shown(&self) -> String {
        self.handles.first().map_or_else(|| self.name.clone(), |handle| format!("@{handle}"))
    }

    /// Who, in which commit, and how well that is known.
    pub(super) fn by(&self, commit: &str, evidence: u8) -> Msg {
        let short = commit.get(..7).unwrap_or(commit);
        let who = if self.shown().trim().is_empty() { msg!("governance-nobody") } else { Msg::literal(self.shown()) };
        msg!("governance-by", commit = short, actor = who, evidence = self.told(evidence))
    }

    /// What they can do who have to sign. Who has no key yet can't sign for the first one.
    pub(super) fn unsigned_help(&self, trust: &Trust) -> Msg {
        let has_none = !self.handles.is_empty() && !self.handles.iter().any(|handle| trust.has_key(handle));
        if has_none { msg!("governance-unsigned-help-none") } else { msg!("governance-unsigned-help") }
    }

    fn told(&self, evidence: u8) -> Msg {
        match (&self.signature, evidence) {
            (Signature::Good(_), _) if !self.vouches => msg!("governance-evidence-unvouched", evidence = evidence),
            (_, 3) => msg!("governance-evidence-role"),
            (Signature::Good(_), _) => msg!("governance-evidence-signed"),
            (Signature::Absent, _) => msg!("governance-evidence-claimed"),
            (Signature::Unlisted, _) => msg!("governance-evidence-unlisted"),
            (Signature::Bad, _) => msg!("governance-evidence-bad"),
            (Signature::Odd, _) => msg!("governance-evidence-odd"),
            (Signature::NoProgram(program), _) => msg!("governance-evidence-no-program", program = *program),
            (Signature::Failed(_), _) => msg!("governance-evidence-failed"),
        }
    }
}
