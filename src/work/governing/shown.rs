//! What is shown otherwise than it is judged.
//!
//! The judge reads a file however large it is, so that nothing hides behind a limit. Whoever looks at the community reads no more of it than
//! its limits, and may find another state there, or nothing.

use crate::msg;
use crate::work::checks::rules::foreign_move;

use super::judge::{Case, Judge, state};
use super::look::{Deed, Deeds};
use super::trust::Trust;

impl Judge<'_, '_> {
    /// Judges what a commit had others see as if it had said so.
    pub(super) fn shown(&mut self, case: &mut Case<'_>, trust: &Trust, deeds: &Deeds) {
        for deed in &deeds.documents {
            self.shown_document(case, trust, deed);
        }
        let cut = deeds.members.iter().filter(|(_, member)| member.is_cut && !member.before.is_empty());
        for (handle, member) in cut.filter(|_| !trust.rules.is_empty()) {
            self.loses_member(case, trust, handle, member, msg!("governance-shown-member", handle = handle));
        }
    }

    fn shown_document(&mut self, case: &mut Case<'_>, trust: &Trust, deed: &Deed) {
        let Some(new) = &deed.after else { return };
        let before = deed.before.as_ref().filter(|old| old.kind == new.kind);
        let was = before.and_then(|old| old.shown.as_deref());
        if new.shown.as_deref() == Some(new.state.as_str()) || before.is_some() && was == new.shown.as_deref() {
            return;
        }
        if let Some(shown) = &new.shown {
            let seen = new.in_state(shown);
            let says = msg!("governance-shown", shown = state(trust, &seen), state = state(trust, new));
            self.moved(case, trust, &deed.path, &seen, &foreign_move::RULE, says);
        }
        // What is said to be as it was and is not shown so any more is out of sight.
        if let Some(was) = was.filter(|was| new.shown.is_none() || new.state == *was) {
            let seen = new.in_state(was);
            let says = msg!("governance-cut", state = state(trust, &seen));
            self.moved(case, trust, &deed.path, &seen, &foreign_move::RULE, says);
        }
    }
}
