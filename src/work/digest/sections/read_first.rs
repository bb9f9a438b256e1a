//! What members use most: what to read first.

use std::collections::BTreeMap;

use crate::model::kind::Capability;
use crate::model::said::Verb;
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;

use super::Section;

/// So many are enough to begin with.
const FIRST: usize = 3;

pub(super) static SECTION: Section = Section { name: "read-first", heading: || msg!("digest-read-first"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let mut used: BTreeMap<usize, usize> = BTreeMap::new();
    for word in ground.words.iter().filter(|word| word.said.verb == Verb::Uses) {
        word.about.into_iter().for_each(|at| *used.entry(at).or_default() += 1);
    }
    let holds = |at: usize| {
        let document = &ground.community.documents()[at];
        let kind = ground.community.kind(document);
        let state = document.state.as_deref().and_then(|name| kind.state(name));
        kind.has(Capability::Stewarded) && state.is_none_or(|state| !state.open && !state.retired)
    };
    let mut most: Vec<(usize, usize)> = used.into_iter().filter(|(at, _)| holds(*at)).collect();
    most.sort_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
    let entry = |(at, count): (usize, usize)| Entry {
        says: ground.say(&msg!("digest-used-by", count = count)),
        quote_of: Some((at, None)),
        ..ground.entry(at)
    };
    most.into_iter().take(FIRST).map(entry).collect()
}
