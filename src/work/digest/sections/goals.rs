//! What the community wants to reach, and how far it is.

use crate::model::names::Found;
use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;

use super::Section;

pub(super) static SECTION: Section = Section { name: "goals", heading: || msg!("digest-goals"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let is_open = |name: &String| match ground.community.find(name) {
        Found::One(at) => {
            let document = &ground.community.documents()[at];
            let state = document.state.as_deref().and_then(|name| ground.community.kind(document).state(name));
            Some(state.is_some_and(|state| state.open))
        }
        _ => None,
    };
    let goals = ground.session.settings().goals.iter();
    let entry = |goal: &crate::model::settings::Goal| {
        let questions: Vec<bool> = goal.questions.iter().filter_map(is_open).collect();
        let done = questions.iter().filter(|is_open| !**is_open).count();
        let by = goal.until.map(|day| ground.look.day(day));
        let says = match (by, questions.len()) {
            (Some(day), 0) => msg!("digest-goal-by", day = day),
            (Some(day), all) => msg!("digest-goal-questions", day = day, done = done, count = all),
            (None, 0) => return Entry { title: Some(goal.text.clone()), ..Entry::default() },
            (None, all) => msg!("digest-goal-open", done = done, count = all),
        };
        Entry { title: Some(goal.text.clone()), says: ground.say(&says), date: goal.until, ..Entry::default() }
    };
    goals.map(entry).collect()
}
