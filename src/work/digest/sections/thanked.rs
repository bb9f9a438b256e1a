//! Thanks, and what members say they used.

use crate::model::said::Verb;
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::{Ground, Word};

use super::Section;

pub(super) static SECTION: Section = Section { name: "thanked", heading: || msg!("digest-thanked"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let said = ground.words.iter().filter(|word| word.is(ground, Verb::Thanks) || word.is(ground, Verb::Uses));
    said.map(|word| entry(ground, word)).collect()
}

fn entry(ground: &Ground<'_>, word: &Word) -> Entry {
    let says = match (word.said.verb, word.said.whom.as_deref()) {
        (Verb::Thanks, Some(whom)) => msg!("digest-thanks", who = &word.who, whom = ground.called(whom)),
        _ => msg!("digest-used", who = &word.who),
    };
    let about = word.about.map(|at| ground.entry(at)).unwrap_or_default();
    let quote = Some(&word.said.words).filter(|words| !words.is_empty()).map(|words| ground.quoted(words));
    Entry { says: ground.say(&says), quote, date: word.said.day, ..about }
}
