//! Goals to which no question leads.

use std::collections::BTreeSet;

use crate::base::shell::quoted;
use crate::model::names::Found;
use crate::msg;
use crate::work::gaps::Gap;
use crate::work::gaps::ground::Ground;

use super::Section;

pub(super) const SECTION: Section = Section { name: "goal-without-question", heading: || msg!("gaps-goals"), find };

fn find(ground: &Ground<'_>, _: &mut BTreeSet<usize>) -> Vec<Gap> {
    if !ground.is_whole() {
        return Vec::new();
    }
    let leads = |name: &String| matches!(ground.community.find(name), Found::One(_));
    let goals = ground.community.settings.goals.iter().filter(|goal| !goal.questions.iter().any(leads));
    let gap = |goal: &crate::model::settings::Goal| {
        let command = msg!("gaps-do-ask", text = quoted(&goal.text).into_owned());
        let says = msg!("gaps-goal", text = &goal.text);
        Gap { commands: vec![command], says, ..ground.gap(SECTION.name, None, Vec::new(), 0, &[], Vec::new()) }
    };
    goals.map(gap).collect()
}
