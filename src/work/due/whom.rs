//! For whom it waits: a member, those who hold a role, or everybody.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::{fold, fold_tag};
use crate::base::nearest::nearest;
use crate::model::governance::STEWARD;
use crate::msg;
use crate::work::catalogue;
use crate::work::session::Session;

use super::waits::{Duty, Waits};

/// What who brings people together is called.
const FACILITATOR: [&str; 6] = ["facilitator", "begeleider", "procesbegeleider", "community-manager", "gespreksleider", "moderator"];
/// What who keeps knowledge true is called.
const STEWARDS: [&str; 4] = [STEWARD, "beheerder", "kennisbeheerder", "rentmeester"];
/// How a person calls themselves.
const ME: [&str; 4] = ["me", "mij", "my", "ik"];

/// For whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// For everybody.
    Everyone,
    /// For a member, by handle.
    Member(String),
    /// For those who hold a role, by its folded name.
    Role(String),
    /// For a team that is no member, by its folded name.
    Team(String),
}

impl Whom {
    /// Whom a person means by `me`, a handle or name, a role or a team.
    ///
    /// # Errors
    /// Who asks is no member, or there is no such member, role or team.
    pub(super) fn of(
        session: &Session,
        typed: Option<&str>,
        holders: &BTreeMap<String, BTreeSet<String>>,
        waits: &[Waits],
    ) -> Result<Self> {
        let Some(typed) = typed.map(str::trim) else { return Ok(Self::Everyone) };
        if ME.contains(&typed.to_lowercase().as_str()) {
            let me = catalogue::me(session).ok_or_else(|| Error::new(ErrorKind::Usage, msg!("due-no-member")));
            return Ok(Self::Member(me.map_err(|error| error.hint(msg!("do-this", command = "cop join")))?));
        }
        if let Some(member) = session.people().named(typed) {
            return Ok(Self::Member(member.handle.clone()));
        }
        let role = fold_tag(typed);
        if duty_of(&role).is_some() || holders.contains_key(&role) {
            return Ok(Self::Role(role));
        }
        let team = fold(typed).into_owned();
        if waits.iter().any(|one| one.team.as_ref().is_some_and(|own| fold(own.trim()) == team)) {
            return Ok(Self::Team(team));
        }
        let error = Error::new(ErrorKind::NotFound, msg!("due-nobody", typed = typed));
        let handles = session.people().members().iter().map(|member| member.handle.as_str());
        let known = handles.chain(holders.keys().map(String::as_str));
        Err(match nearest(&typed.to_lowercase(), known) {
            Some(near) => error.hint(msg!("usage-nearest", name = near)),
            None => error.hint(msg!("due-nobody-hint")),
        })
    }

    /// Whether something waits for them.
    pub(super) fn is_meant(&self, waits: &Waits, holders: &BTreeMap<String, BTreeSet<String>>) -> bool {
        let is_nobodys = waits.people.is_empty() && waits.team.is_none();
        match self {
            Self::Everyone => true,
            Self::Member(handle) => {
                let is_named = waits.people.contains(handle) || waits.watchers.contains(handle);
                is_named || is_nobodys && on_duty(waits.duty, holders).is_none_or(|duty| duty.contains(handle))
            }
            Self::Role(role) => {
                let is_held = |handle: &String| holders.get(role).is_some_and(|held| held.contains(handle));
                // What a steward promised at a meeting they do not do as a steward.
                let is_its = duty_of(role).is_none_or(|duty| duty == waits.duty);
                is_its && (waits.people.iter().any(is_held) || is_nobodys && duty_of(role).is_some())
            }
            Self::Team(team) => waits.team.as_ref().is_some_and(|own| fold(own.trim()) == *team),
        }
    }
}

/// What a role is there for, if it is one of those that communities have.
fn duty_of(role: &str) -> Option<Duty> {
    if STEWARDS.iter().any(|name| fold_tag(name) == role) {
        Some(Duty::Steward)
    } else if FACILITATOR.iter().any(|name| fold_tag(name) == role) {
        Some(Duty::Facilitator)
    } else {
        None
    }
}

/// Who does what nobody in particular has to; where nobody has that role, those of the other; `None` where nobody has either, and it is for all.
fn on_duty(duty: Duty, holders: &BTreeMap<String, BTreeSet<String>>) -> Option<BTreeSet<&String>> {
    let held = |wanted: Duty| -> BTreeSet<&String> {
        holders.iter().filter(|(role, _)| duty_of(role) == Some(wanted)).flat_map(|(_, held)| held).collect()
    };
    let other = if duty == Duty::Steward { Duty::Facilitator } else { Duty::Steward };
    [held(duty), held(other)].into_iter().find(|held| !held.is_empty())
}
