//! Topics of which most is known by one person, who may not be here any more.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::lang::Msg;
use crate::base::shell::quoted;
use crate::model::community::Community;
use crate::msg;
use crate::work::deeds::weigh::Knower;
use crate::work::did::Proof;
use crate::work::gaps::ground::{Ground, JUDGED};
use crate::work::gaps::{Gap, Holder, Much};
use crate::work::topics::{By, Topic};

use super::Section;

pub(super) const SECTION: Section = Section { name: "one-person", heading: || msg!("gaps-one-person"), find };

/// A topic hangs on whom so great a part of what shows who knows it comes from.
const PART: f64 = 0.6;
/// So great a part is nearly all.
const NEARLY_ALL: f64 = 0.9;

/// On whom a topic hangs.
#[derive(Debug, PartialEq)]
struct Hung {
    /// Who, as a place in the cast.
    on: usize,
    /// How much of it, of what anybody knows who is here; of what anybody knows, where they are gone themselves.
    much: Much,
    /// Whether they are not here any more.
    gone: bool,
    /// Whether others who are gone knew some of it.
    beside: bool,
}

fn find(ground: &Ground<'_>, told: &mut BTreeSet<usize>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (at, topic) in ground.topics.all.iter().enumerate().filter(|(at, _)| ground.is_wanted(*at)) {
        let documents = ground.about(at);
        if documents.len() < JUDGED {
            continue;
        }
        let knowers = ground.knowers(documents);
        let Some(hung) = hung(&knowers, &|who| ground.is_here(who)) else { continue };
        let roots = roots(ground.community, &knowers);
        let mine: BTreeSet<usize> = leaning(ground.community, &knowers, hung.on);
        if roots.len() < JUDGED || mine.len() < JUDGED - 1 {
            continue;
        }
        if hung.gone {
            // What others left behind on the same topic is still to be told.
            told.extend(&mine);
        }
        let second = ground.seconds(&knowers, &[hung.on], (topic.by == By::Tag).then_some(topic.name.as_str()));
        let people: Vec<Holder> = vec![ground.holder(hung.on)];
        let says = says(&hung, mine.len(), roots.len());
        let count = mine.len();
        let examples: Vec<usize> = mine.into_iter().collect();
        let mut commands = vec![ground.hand_over(&examples, &second)];
        commands.extend(who(topic));
        gaps.push(Gap { much: Some(hung.much), commands, says, ..ground.gap(SECTION.name, Some(topic), people, count, &examples, second) });
    }
    // What hangs on nobody who is here goes first, then what most hangs on one.
    gaps.sort_by_key(|gap| (gap.people.iter().any(|holder| !holder.gone), std::cmp::Reverse(gap.documents)));
    gaps
}

/// How much hangs on them, and with how many of how many documents. What others took with them is no part of that "all".
fn says(hung: &Hung, count: usize, all: usize) -> Msg {
    match (hung.gone, hung.beside, hung.much) {
        (true, ..) => msg!("gaps-topic-gone", count = count, all = all),
        (false, false, Much::Most) => msg!("gaps-topic-most", count = count, all = all),
        (false, false, Much::NearlyAll) => msg!("gaps-topic-nearly", count = count, all = all),
        (false, false, Much::All) => msg!("gaps-topic-all", count = count, all = all),
        (false, true, Much::Most) => msg!("gaps-topic-most-here", count = count, all = all),
        (false, true, Much::NearlyAll) => msg!("gaps-topic-nearly-here", count = count, all = all),
        (false, true, Much::All) => msg!("gaps-topic-all-here", count = count, all = all),
    }
}

/// How to see everybody who knows about a topic.
fn who(topic: &Topic) -> Option<Msg> {
    (topic.by == By::Tag).then(|| Msg::literal(format!("cop who {}", quoted(&topic.name))))
}

/// On whom it hangs, if on one person. What several left behind hangs on none of them: that is told document by document.
fn hung(knowers: &[Knower], is_here: &dyn Fn(usize) -> bool) -> Option<Hung> {
    let sum = |here: bool| knowers.iter().filter(|knower| is_here(knower.who) == here).map(|knower| knower.weight).sum::<f64>();
    let (here, gone) = (sum(true), sum(false));
    let much = |part: f64| match part {
        part if part >= 1.0 => Much::All,
        part if part >= NEARLY_ALL => Much::NearlyAll,
        _ => Much::Most,
    };
    let left = knowers.iter().find(|knower| !is_here(knower.who)).map(|first| (first, first.weight / (here + gone)));
    if let Some((first, part)) = left.filter(|(_, part)| *part >= PART) {
        return Some(Hung { on: first.who, much: much(part), gone: true, beside: gone > first.weight });
    }
    let first = knowers.iter().find(|knower| is_here(knower.who))?;
    let part = first.weight / here;
    (part >= PART).then(|| Hung { on: first.who, much: much(part), gone: false, beside: gone > 0.0 })
}

/// The documents that anybody knows something of, a question with its answers once.
fn roots(community: &Community, knowers: &[Knower]) -> BTreeSet<usize> {
    let evidence = knowers.iter().flat_map(|knower| &knower.evidence);
    evidence.map(|evidence| Proof::of(community, evidence).at).collect()
}

/// Those of them of which one person knows most.
fn leaning(community: &Community, knowers: &[Knower], on: usize) -> BTreeSet<usize> {
    let mut sums: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for knower in knowers {
        for evidence in &knower.evidence {
            let (theirs, all) = sums.entry(Proof::of(community, evidence).at).or_default();
            *all += evidence.weight;
            if on == knower.who {
                *theirs += evidence.weight;
            }
        }
    }
    sums.into_iter().filter(|(_, (theirs, all))| 2.0 * theirs >= *all).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::{Hung, Much, hung};
    use crate::work::deeds::weigh::Knower;

    #[test]
    fn a_topic_hangs_on_whom_most_of_it_comes_from() {
        let on = |who: usize, much| Some(Hung { on: who, much, gone: false, beside: false });
        let beside = |who: usize, much| Some(Hung { on: who, much, gone: false, beside: true });
        let gone = |who: usize, much| Some(Hung { on: who, much, gone: true, beside: false });
        // People from 10 on are gone.
        for (weights, expected) in [
            (vec![(1, 8.0), (2, 2.0)], on(1, Much::Most)),
            (vec![(1, 5.5), (2, 4.5)], None),
            (vec![(1, 9.5), (2, 0.5)], on(1, Much::NearlyAll)),
            (vec![(1, 9.5)], on(1, Much::All)),
            // What those knew who are gone is no second person.
            (vec![(10, 5.0), (1, 5.0)], beside(1, Much::All)),
            (vec![(10, 8.0), (1, 2.0)], gone(10, Much::Most)),
            // What several took with them hangs on none of them.
            (vec![(10, 5.0), (11, 4.0), (1, 1.0)], beside(1, Much::All)),
            (vec![(10, 5.0), (11, 4.0)], None),
            (vec![(10, 5.0), (1, 4.0), (2, 3.0)], None),
            (vec![], None),
        ] {
            let knowers: Vec<Knower> =
                weights.iter().map(|(who, weight)| Knower { who: *who, weight: *weight, evidence: Vec::new() }).collect();
            assert_eq!(hung(&knowers, &|who| who < 10), expected, "{weights:?}");
        }
    }
}
