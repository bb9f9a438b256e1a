//! Documents of which nobody who is still here knows more than by a touch.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::fold::fold;
use crate::model::targets::{Target, of_relation};
use crate::msg;
use crate::work::deeds::What;
use crate::work::deeds::weigh::Knower;
use crate::work::gaps::ground::Ground;
use crate::work::gaps::{Gap, Holder};

use super::Section;

pub(super) const SECTION: Section = Section { name: "only-left", heading: || msg!("gaps-only-left"), find };

/// So many of those who made a document together are named.
const MAKERS: usize = 3;

fn find(ground: &Ground<'_>, told: &mut BTreeSet<usize>) -> Vec<Gap> {
    let mut left: BTreeMap<BTreeSet<usize>, Vec<usize>> = BTreeMap::new();
    // What stands below another goes after it: where that is told, it is told with it.
    let (below, roots): (Vec<usize>, Vec<usize>) = ground.documents().partition(|at| ground.community.parent(*at).is_some());
    for at in roots.into_iter().chain(below) {
        let parent = ground.community.parent(at);
        if told.contains(&at) || parent.is_some_and(|parent| told.contains(&parent) || is_beside(ground, parent, at)) {
            continue;
        }
        // What somebody who is here says below it is known by them too.
        let whole: Vec<usize> = ground.with_children(at);
        let knowers = ground.knowers(&whole);
        let is_known = knowers.iter().any(|knower| ground.is_here(knower.who) && keeps(knower));
        let first = knowers.iter().find(|knower| !ground.is_here(knower.who) && is_more_than_a_touch(knower));
        if let Some(first) = first.filter(|_| !is_known) {
            let gone = knowers.iter().filter(|knower| !ground.is_here(knower.who));
            left.entry(together(first, gone, at)).or_default().push(at);
            told.insert(at);
        }
    }
    let gap = |(who, documents): (BTreeSet<usize>, Vec<usize>)| {
        let who: Vec<usize> = who.into_iter().collect();
        let second = ground.seconds(&ground.knowers(&documents), &who, ground.common_tag(&documents).as_deref());
        let commands = vec![ground.hand_over(&documents, &second)];
        let says = msg!("gaps-made", count = documents.len());
        let mut people: Vec<Holder> = who.iter().map(|who| ground.holder(*who)).collect();
        people.sort_by_cached_key(|holder| fold(&holder.name).into_owned());
        Gap { commands, says, ..ground.gap(SECTION.name, None, people, documents.len(), &documents, second) }
    };
    let mut gaps: Vec<Gap> = left.into_iter().map(gap).collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.documents));
    gaps
}

/// Who of those who are gone is named for a document: who knew most of it, and where they made it, who made it with them.
fn together<'k>(first: &Knower, gone: impl Iterator<Item = &'k Knower>, at: usize) -> BTreeSet<usize> {
    let made = |knower: &Knower| knower.evidence.iter().any(|evidence| evidence.what == What::Created && evidence.document == at);
    let others = gone.filter(|knower| made(first) && made(knower)).map(|knower| knower.who).take(MAKERS);
    std::iter::once(first.who).chain(others).collect()
}

/// Whether a question accepted another answer than this one: then nobody has to rescue it.
fn is_beside(ground: &Ground<'_>, question: usize, answer: usize) -> bool {
    let community = ground.community;
    let document = &community.documents()[question];
    let mut accepted = document.related("accepted").map(|relation| of_relation(community, document, relation)).peekable();
    accepted.peek().is_some() && !accepted.any(|target| matches!(target, Target::Document(at, _) if at == answer))
}

/// Whether somebody did more with a document than change it once: that may have been a comma, or a link in all documents.
fn is_more_than_a_touch(knower: &Knower) -> bool {
    knower.evidence.iter().any(|evidence| evidence.what != What::Edited || evidence.times > 1)
}

/// Whether a document is not left alone as long as somebody is here: they did more with it than that, and more than move its review date.
fn keeps(knower: &Knower) -> bool {
    let reviewed = |at: usize| {
        let reviews = knower.evidence.iter().filter(|evidence| evidence.document == at && evidence.what == What::Reviewed);
        reviews.map(|evidence| evidence.times).sum::<usize>()
    };
    knower.evidence.iter().any(|evidence| match evidence.what {
        What::Reviewed => false,
        What::Edited => evidence.times + reviewed(evidence.document) > 1,
        _ => true,
    })
}
