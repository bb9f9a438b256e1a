//! Questions without an answer, and those of which nobody chose one yet.

use crate::model::document::Document;
use crate::work::due::ground::{Ground, is_open};
use crate::work::due::waits::{Duty, Sort, Urgency, Waits, Why};

/// Whoever asks counts on hearing something within so many days.
const A_WEEK: i32 = 7;

pub(in crate::work::due) fn find(ground: &Ground<'_>) -> Vec<Waits> {
    let questions = ground.documents().filter(|(_, document, kind)| kind.relation("accepted").is_some() && is_open(document, kind));
    questions.filter_map(|(at, document, _)| question(ground, at, document)).collect()
}

fn question(ground: &Ground<'_>, at: usize, document: &Document) -> Option<Waits> {
    let answers: Vec<&Document> = ground.community.children(at).map(|answer| &*ground.community.documents()[answer]).collect();
    let since = ground.created(document);
    let following = ground.followers(at);
    if answers.is_empty() {
        let days = ground.age(since);
        let urgency = if days >= A_WEEK { Urgency::Now } else { Urgency::Soon };
        let why = Why::Unanswered { days, following: following.len() };
        let command = format!("cop answer {}", document.reference);
        let waits = Waits::new(Sort::Question, urgency, why, Duty::Facilitator, command).about(document);
        // Who asked can't answer, and knows that it waits.
        let asked = ground.who(document, "asked");
        let concerned = following.into_iter().chain(ground.interested(document)).filter(|handle| !asked.contains(handle));
        return Some(Waits { since, watchers: concerned.collect(), ..waits });
    }
    if document.related("accepted").next().is_some() {
        return None;
    }
    let command = match answers.as_slice() {
        [only] => format!("cop accept {}", only.reference),
        _ => format!("cop show {}", document.reference),
    };
    let why = Why::Unchosen(answers.len());
    let newest = answers.iter().filter_map(|answer| ground.created(answer)).max();
    let waits = Waits::new(Sort::Question, Urgency::Soon, why, Duty::Facilitator, command).about(document);
    Some(Waits { since: newest.or(since), people: ground.who(document, "asked"), ..waits })
}
