//! Questions that are open: where a newcomer can bring something.

use crate::msg;
use crate::work::digest::Entry;
use crate::work::digest::ground::Ground;
use crate::work::due::Sort;

use super::Section;

pub(super) static SECTION: Section = Section { name: "asked", heading: || msg!("digest-asked"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let open = ground.waiting(None).into_iter().filter(|item| item.sort == Sort::Question);
    let entry = |item: crate::work::due::Item| {
        let at = ground.community.names().by_path(item.path.as_deref()?)?;
        Some(Entry { says: item.says(&ground.look), quote_of: Some((at, None)), ..ground.entry(at) })
    };
    open.filter_map(entry).collect()
}
