//! Documents whose steward left: nobody keeps them true any more.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::shell::quoted;
use crate::msg;
use crate::work::deeds::What;
use crate::work::gaps::Gap;
use crate::work::gaps::ground::{Ground, first_handle};

use super::Section;

pub(super) const SECTION: Section = Section { name: "steward-left", heading: || msg!("gaps-steward-left"), find };

fn find(ground: &Ground<'_>, told: &mut BTreeSet<usize>) -> Vec<Gap> {
    let mut kept: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in ground.documents() {
        let keeps = ground.deeds(at).iter().filter(|deed| deed.what == What::Keeps && ground.cast.all()[deed.who].left);
        keeps.for_each(|deed| kept.entry(deed.who).or_default().push(at));
    }
    let gap = |(who, documents): (usize, Vec<usize>)| {
        told.extend(&documents);
        let second = ground.seconds(&ground.knowers(&documents), &[who], None);
        let holder = ground.holder(who);
        let to = first_handle(&second);
        // One command for all of them, unless the answer is only about a part.
        let commands = match (&holder.handle, documents.as_slice()) {
            (Some(handle), _) if ground.is_whole() => vec![msg!("gaps-do-steward-all", left = quoted(handle).into_owned(), who = to)],
            _ => vec![ground.hand_over(&documents, &second)],
        };
        let says = msg!("gaps-kept", count = documents.len());
        Gap { commands, says, ..ground.gap(SECTION.name, None, vec![holder], documents.len(), &documents, second) }
    };
    let mut gaps: Vec<Gap> = kept.into_iter().map(gap).collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.documents));
    gaps
}
