//! What a letter opens with: a result.

use crate::model::kind::Capability;
use crate::model::said::Verb;
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::{Ground, Word};
use crate::work::history::event::Action;

use super::stories;

/// The kind of what was tried and what came of it has this section.
const OUTCOME: &str = "outcome";

/// The best that there is: a story of what came of something, what somebody says it did for them, what was adopted, what was answered.
pub(in crate::work::digest) fn result(ground: &Ground<'_>) -> Option<Entry> {
    let mut best = story(ground).or_else(|| words(ground)).or_else(|| adopted(ground)).or_else(|| answered(ground))?;
    ground.quote(&mut best);
    Some(best)
}

fn story(ground: &Ground<'_>) -> Option<Entry> {
    let all = stories::published(ground);
    let is_own = |at: usize| ground.community.documents()[at].lang.eq_ignore_ascii_case(ground.lang.tag());
    // Of a story in two languages that of the letter opens it.
    let (_, at) = all.iter().find(|(_, at)| is_own(*at)).or(all.first())?;
    let at = *at;
    let says = ground.say(&msg!("digest-result-story", by = ground.maker(at)));
    Some(Entry { says, quote_of: Some((at, Some(OUTCOME))), ..ground.entry(at) })
}

fn words(ground: &Ground<'_>) -> Option<Entry> {
    let has_words = |word: &&Word| !word.said.words.is_empty() && word.about.is_some();
    let used = ground.words.iter().filter(|word| word.is(ground, Verb::Uses)).find(has_words);
    let word = used.or_else(|| ground.words.iter().filter(|word| word.is(ground, Verb::Thanks)).find(has_words))?;
    let at = word.about?;
    let says = match word.said.verb {
        Verb::Thanks => {
            let whom = word.said.whom.as_deref().map(|whom| ground.called(whom)).unwrap_or_default();
            ground.say(&msg!("digest-thanks", who = &word.who, whom = whom))
        }
        Verb::Uses | Verb::Follows => ground.say(&msg!("digest-used", who = &word.who)),
    };
    Some(Entry { says, quote: Some(ground.quoted(&word.said.words)), date: word.said.day, ..ground.entry(at) })
}

fn adopted(ground: &Ground<'_>) -> Option<Entry> {
    let moved = ground.of_action(|action| action == Action::Status);
    let (event, at) = moved.into_iter().find(|(event, at)| {
        let is_kept = ground.community.kind(&ground.community.documents()[*at]).has(Capability::Stewarded);
        is_kept && ground.state_of(event, *at).is_some_and(|state| !state.open && !state.retired)
    })?;
    let says = ground.say(&msg!("digest-result-adopted", by = ground.names(&event.people)));
    Some(Entry { says, quote_of: Some((at, None)), date: event.date, ..ground.entry(at) })
}

fn answered(ground: &Ground<'_>) -> Option<Entry> {
    super::answered::find(ground).into_iter().next()
}
