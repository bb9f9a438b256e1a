//! What is said of a state that no kind has, and of a tag that no document carries: to who searches for it, and of what the settings ask for.

use crate::base::lang::{Lang, Msg};
use crate::base::nearest::several;
use crate::model::kind::Kind;
use crate::model::query::of_kinds;
use crate::msg;

use super::echo;

/// A value that nothing here has.
pub(super) struct Stranger {
    /// What is said of it.
    pub(super) says: Msg,
    /// The nearest that there is.
    pub(super) near: Option<String>,
}

/// A state that none of some kinds has: the nearest word for one; of one kind all its states, else where they stand.
pub(super) fn no_state(typed: &str, kinds: &[&Kind], lang: Lang) -> Stranger {
    let near = several(typed, of_kinds::words_for_states(kinds.iter().copied()), 1).first().map(|near| (*near).to_owned());
    let ([kind], None) = (kinds, &near) else {
        let says = match near.clone() {
            Some(near) => msg!("query-no-state-near", typed = echo::value(typed), near = near),
            None => msg!("query-no-state", typed = echo::value(typed)),
        };
        return Stranger { says, near };
    };
    let states: Vec<String> = kind.states.iter().map(|state| state.label.text(lang, &state.name)).collect();
    if states.is_empty() {
        return Stranger { says: msg!("query-no-states", kind = kind.label(lang).to_lowercase()), near };
    }
    let says = msg!("query-no-state-of", typed = echo::value(typed), kind = kind.label(lang).to_lowercase(), states = states.join(", "));
    Stranger { says, near }
}

/// A tag that no document carries and nobody agreed on: the nearest of those that are `known`.
pub(super) fn no_tag<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Stranger {
    let near = several(typed, known, 1).first().map(|near| (*near).to_owned());
    let says = match near.clone() {
        Some(near) => msg!("query-no-tag-near", typed = echo::value(typed), near = near),
        None => msg!("query-no-tag", typed = echo::value(typed)),
    };
    Stranger { says, near }
}
