//! Topics in which nothing was done for a year.

use std::collections::BTreeSet;

use crate::base::shell::quoted;
use crate::model::document::Document;
use crate::model::kind::Capability;
use crate::msg;
use crate::work::deeds::What;
use crate::work::deeds::seen::is_lately;
use crate::work::gaps::Gap;
use crate::work::gaps::ground::{Ground, JUDGED};

use super::Section;

pub(super) const SECTION: Section = Section { name: "at-rest", heading: || msg!("gaps-at-rest"), find };

fn find(ground: &Ground<'_>, _: &mut BTreeSet<usize>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (at, topic) in ground.topics.all.iter().enumerate().filter(|(at, _)| ground.is_wanted(*at)) {
        let documents = ground.about(at);
        let is_work = |what: What| !matches!(what, What::Thanked | What::Keeps);
        let days = documents.iter().flat_map(|at| ground.deeds(*at)).filter(|deed| is_work(deed.what)).filter_map(|deed| deed.day);
        let Some(last) = days.filter(|day| *day <= ground.today()).max().filter(|_| documents.len() >= JUDGED) else { continue };
        if is_lately(last, ground.today()) {
            continue;
        }
        let kept = documents.iter().map(|at| (*at, &ground.community.documents()[*at]));
        let is_kept = |at: usize, document: &Document| ground.community.kind(document).has(Capability::Stewarded) && ground.holds(at);
        let first = kept.into_iter().find(|(at, document)| is_kept(*at, document));
        let says = msg!("gaps-rests", day = last.to_string());
        let command = first.map(|(_, document)| msg!("do-this", command = format!("cop review {}", quoted(&document.reference))));
        let gap = ground.gap(SECTION.name, Some(topic), Vec::new(), documents.len(), documents, Vec::new());
        gaps.push(Gap { commands: command.into_iter().collect(), says, ..gap });
    }
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.documents));
    gaps
}
