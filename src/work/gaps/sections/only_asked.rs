//! Topics about which people ask, and of which nothing is written down that holds.

use std::collections::BTreeSet;

use crate::base::shell::quoted;
use crate::model::kind::Capability;
use crate::msg;
use crate::work::gaps::Gap;
use crate::work::gaps::ground::Ground;
use crate::work::topics::{By, is_asked};

use super::Section;

pub(super) const SECTION: Section = Section { name: "only-asked", heading: || msg!("gaps-only-asked"), find };

/// One question may be the only one there will ever be.
const QUESTIONS: usize = 2;

fn find(ground: &Ground<'_>, _: &mut BTreeSet<usize>) -> Vec<Gap> {
    let kind = |at: usize| ground.community.kind(&ground.community.documents()[at]);
    let mut gaps = Vec::new();
    for (at, topic) in ground.topics.all.iter().enumerate().filter(|(at, topic)| ground.is_wanted(*at) && topic.by != By::Kind) {
        let questions: Vec<usize> = ground.about(at).iter().copied().filter(|at| is_asked(kind(*at))).collect();
        let holds = |at: &usize| kind(*at).has(Capability::Stewarded) && !kind(*at).has(Capability::Glossary) && ground.holds(*at);
        if questions.len() < QUESTIONS || ground.about(at).iter().any(holds) {
            continue;
        }
        // An answered question is half a practice.
        let answered = questions.iter().find(|at| ground.community.documents()[**at].related("accepted").next().is_some());
        let command = match answered {
            Some(at) => msg!("gaps-do-from", question = quoted(&ground.community.documents()[*at].reference).into_owned()),
            None => msg!("gaps-do-add", tag = quoted(&topic.name).into_owned()),
        };
        let says = msg!("gaps-asked", count = questions.len());
        let second = ground.seconds(&ground.knowers(ground.about(at)), &[], (topic.by == By::Tag).then_some(topic.name.as_str()));
        let count = questions.len();
        gaps.push(Gap { commands: vec![command], says, ..ground.gap(SECTION.name, Some(topic), Vec::new(), count, &questions, second) });
    }
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.documents));
    gaps
}
