//! What a rule of the community's own says of itself: its own words where it has any, else what it demands.

use crate::base::lang::{Lang, Msg};
use crate::base::width::truncate;
use crate::model::field::Label;
use crate::model::own_rules::{Demand, OwnRule, Said};
use crate::msg;

use super::rules::own_rule;

/// So much of a search or a pattern is said, in cells.
const SHOWN: usize = 400;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Both {
    pub(super) en: String,
    pub(super) nl: String,
}

impl Both {
    pub(super) fn of(msg: &Msg) -> Self {
        Self { en: msg.text(Lang::En), nl: msg.text(Lang::Nl) }
    }

    /// What the community says, in the one language where it does not say it in the other.
    fn of_label(label: &Label) -> Option<Self> {
        let (en, nl) = (label.en.as_ref().or(label.nl.as_ref())?, label.nl.as_ref().or(label.en.as_ref())?);
        Some(Self { en: en.clone(), nl: nl.clone() })
    }
}

/// What it objects to, in the community's words or by what it demands.
pub(super) fn says(rule: &OwnRule) -> Both {
    Both::of_label(&rule.says).unwrap_or_else(|| demands(rule))
}

/// What it demands, and of which documents.
pub(super) fn why(rule: &OwnRule) -> Both {
    let (demands, is_for) = (demands(rule), Both::of(&is_for(rule)));
    Both { en: format!("{} {}", is_for.en, demands.en), nl: format!("{} {}", is_for.nl, demands.nl) }
}

/// What to do about what it finds.
pub(super) fn mend(rule: &OwnRule) -> Both {
    let about = &own_rule::RULE.about;
    Both::of_label(&rule.mend).unwrap_or_else(|| Both { en: about.en.mend.to_owned(), nl: about.nl.mend.to_owned() })
}

fn demands(rule: &OwnRule) -> Both {
    match &rule.demand {
        Demand::None(said) => Both::of(&msg!("own-demands-none", search = truncate(&said.text, SHOWN))),
        Demand::Section(section) => {
            let says = |lang| msg!("own-demands-section", section = section.title.text(lang, &section.name)).text(lang);
            Both { en: says(Lang::En), nl: says(Lang::Nl) }
        }
        Demand::Field { field, pattern: None } => Both::of(&msg!("own-demands-field", field = &field.text)),
        Demand::Field { field, pattern: Some(pattern) } => {
            Both::of(&msg!("own-demands-form", field = &field.text, pattern = truncate(pattern.text(), SHOWN)))
        }
    }
}

fn is_for(rule: &OwnRule) -> Msg {
    let kinds = rule.kinds.iter().map(|said| said.text.as_str()).collect::<Vec<_>>().join(", ");
    let search = |Said { text, .. }: &Said| truncate(text, SHOWN).into_owned();
    match (rule.kinds.is_empty(), rule.which.as_ref().map(search)) {
        (true, None) => msg!("own-for-all"),
        (true, Some(search)) => msg!("own-for-found", search = search),
        (false, None) => msg!("own-for-kinds", kinds = kinds),
        (false, Some(search)) => msg!("own-for-both", kinds = kinds, search = search),
    }
}
