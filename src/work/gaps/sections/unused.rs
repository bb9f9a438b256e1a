//! What holds, and nobody says that they use.

use std::collections::BTreeSet;

use crate::base::shell::quoted;
use crate::model::kind::Capability;
use crate::msg;
use crate::work::deeds::What;
use crate::work::gaps::Gap;
use crate::work::gaps::ground::Ground;

use super::Section;

pub(super) const SECTION: Section = Section { name: "unused", heading: || msg!("gaps-unused"), find };

/// Where fewer uses are told nobody has the habit, and that nothing is said says nothing.
const HABIT: usize = 5;

fn find(ground: &Ground<'_>, _: &mut BTreeSet<usize>) -> Vec<Gap> {
    let uses = |at: usize| ground.deeds(at).iter().filter(|deed| deed.what == What::Used).count();
    let is_practice = |at: &usize| {
        let kind = ground.community.kind(&ground.community.documents()[*at]);
        // Words are used without saying so, and decisions are kept.
        let is_other = kind.has(Capability::Glossary) || kind.field("deciders").is_some();
        kind.has(Capability::Stewarded) && !is_other && ground.holds(*at)
    };
    let all: Vec<usize> = ground.documents().filter(is_practice).collect();
    let unused: Vec<usize> = all.iter().copied().filter(|at| uses(*at) == 0).collect();
    if unused.is_empty() || all.iter().map(|at| uses(*at)).sum::<usize>() < HABIT {
        return Vec::new();
    }
    let first = &ground.community.documents()[unused[0]].reference;
    let says = msg!("gaps-nobody-uses", count = unused.len(), all = all.len());
    let command = msg!("do-this", command = format!("cop review {}", quoted(first)));
    vec![Gap { commands: vec![command], says, ..ground.gap(SECTION.name, None, Vec::new(), unused.len(), &unused, Vec::new()) }]
}
