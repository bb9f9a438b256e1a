//! What waits for whoever reads: of all of them only what anybody can do.

use crate::msg;
use crate::work::digest::ground::Ground;
use crate::work::digest::{Audience, Entry};
use crate::work::due::{Item, Sort, Urgency};

use super::Section;

pub(super) static SECTION: Section = Section { name: "needs-you", heading: || msg!("digest-needs-you"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let items: Vec<Item> = match ground.audience {
        Audience::Person(handle) => ground.waiting(Some(handle)),
        Audience::Steward => ground.waiting(Some("steward")),
        Audience::Member | Audience::Newcomer | Audience::Sponsor => {
            let is_anybodys = |item: &Item| matches!(item.sort, Sort::Question | Sort::Proposal) && item.people.is_empty();
            ground.waiting(None).into_iter().filter(is_anybodys).collect()
        }
    };
    // What nothing but a date says is not worth a letter, where there is anything else.
    let soon: Vec<&Item> = items.iter().filter(|item| item.urgency != Urgency::Later).collect();
    let told = if soon.is_empty() { items.iter().collect() } else { soon };
    told.into_iter().map(|item| entry(ground, item)).collect()
}

fn entry(ground: &Ground<'_>, item: &Item) -> Entry {
    let url = item.path.as_deref().and_then(|path| ground.url(path));
    Entry {
        title: item.title.clone().or_else(|| Some(ground.say(&msg!("due-no-meeting")))),
        reference: item.reference.clone(),
        path: item.path.clone(),
        url,
        says: item.says(&ground.look),
        quote: None,
        quote_of: None,
        date: item.by,
        command: Some(item.command.clone()),
    }
}
