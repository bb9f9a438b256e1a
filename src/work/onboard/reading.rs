//! What to read first, in order: what is explored, the words that are used, what most builds on, and what fits.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::field::Label;
use crate::model::names::Found;
use crate::msg;
use crate::work::topics::{is_living, of_tag};

use super::Says;
use super::newcomer::Welcome;

/// At most so many documents.
const MOST: usize = 7;
/// So many words at first, so many on which much builds, and so many that fit.
const EACH: usize = 2;
/// Where there is little of one, there may be more of another, up to so many.
const ENOUGH: usize = 5;

/// Why something is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// It is a question that the community explores on the way to a goal.
    Goal,
    /// It is a word that others build on.
    Word,
    /// Much builds on it, or many use it.
    Basis,
    /// It is about what the newcomer cares for.
    Interest,
}

/// Something to read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Reading {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// The title.
    pub title: String,
    /// The kind's name.
    pub kind: String,
    /// Why.
    pub why: Why,
    /// The same in words.
    #[schemars(with = "String")]
    pub reason: Says,
    #[serde(skip)]
    pub(super) label: Label,
    #[serde(skip)]
    pub(super) at: usize,
}

/// What to read, in order.
pub(super) fn path(welcome: &Welcome<'_>) -> Vec<Reading> {
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut known = |at: usize| {
        // One of a text's languages is enough.
        let group = welcome.translations(at);
        let is_new = group.is_disjoint(&welcome.knows) && group.is_disjoint(&taken);
        taken.extend(group);
        is_new
    };
    let goals: Vec<Reading> =
        goal(welcome).filter(|(at, _)| known(*at)).into_iter().map(|(at, why)| reading(welcome, at, Why::Goal, why)).collect();
    let weight = |at: usize| welcome.links[at] + 2 * welcome.uses[at];
    let is_spoken = |at: usize| welcome.document(welcome.in_tongue(at)).lang == welcome.tongue();
    let best = |wanted: &dyn Fn(usize) -> bool| {
        let all = 0..welcome.community.documents().len();
        let mut found: Vec<usize> = all.filter(|at| welcome.is_text(*at) && welcome.holds(*at) && wanted(*at)).collect();
        // What is in their language goes first, where there is a choice.
        found.sort_by_key(|at| (Reverse((is_spoken(*at), weight(*at))), *at));
        found
    };
    let is_used = |at: usize| weight(at) > 0;
    let words = best(&|at| welcome.is_word(at) && is_used(at));
    let basis = best(&|at| !welcome.is_word(at) && is_used(at));
    let fits = best(&|at| !welcome.is_word(at) && welcome.fit(at).is_some());
    let mut take = |from: &[usize], most: usize| -> Vec<usize> {
        let mut found = Vec::new();
        for at in from.iter().map(|at| welcome.in_tongue(*at)) {
            if found.len() < most && !found.contains(&at) && known(at) {
                found.push(at);
            }
        }
        found
    };
    // What fits is chosen first, or it would all go as what much builds on.
    let mut fitting = take(&fits, EACH);
    let words = take(&words, EACH);
    let mut based = take(&basis, EACH);
    let lacking = |more: usize| ENOUGH.saturating_sub(goals.len() + words.len() + more);
    fitting.extend(take(&fits, lacking(fitting.len() + based.len())));
    based.extend(take(&basis, lacking(fitting.len() + based.len())));
    let mut all = goals;
    all.extend(words.into_iter().map(|at| reading(welcome, at, Why::Word, word(welcome, at))));
    all.extend(based.into_iter().map(|at| reading(welcome, at, Why::Basis, built(welcome, at))));
    all.extend(fitting.into_iter().map(|at| reading(welcome, at, Why::Interest, fit(welcome, at))));
    all.truncate(MOST);
    all
}

/// The first question on the way to a goal that is not past, and why.
fn goal(welcome: &Welcome<'_>) -> Option<(usize, Says)> {
    let settings = &welcome.community.settings;
    let ahead = settings.goals.iter().filter(|goal| goal.until.is_none_or(|until| until >= welcome.today));
    let mut questions = ahead.flat_map(|goal| goal.questions.iter().map(move |question| (goal, question)));
    questions.find_map(|(goal, question)| match welcome.community.resolve(question) {
        Found::One(at) if is_living(welcome.community, at) => {
            let text = goal.text.trim().trim_end_matches('.');
            Some((at, msg!("onboard-goal", goal = text).into()))
        }
        _ => None,
    })
}

fn word(welcome: &Welcome<'_>, at: usize) -> Says {
    msg!("onboard-word", count = welcome.links[at]).into()
}

fn built(welcome: &Welcome<'_>, at: usize) -> Says {
    let (links, uses) = (welcome.links[at], welcome.uses[at]);
    let msg = match (links, uses) {
        (_, 0) => msg!("onboard-linked", count = links),
        (0, _) => msg!("onboard-used", count = uses),
        _ => msg!("onboard-both", links = links, count = uses),
    };
    msg.into()
}

fn fit(welcome: &Welcome<'_>, at: usize) -> Says {
    let topic = of_tag(welcome.community, welcome.fit(at).unwrap_or_default());
    match welcome.uses[at] {
        0 => Says::about("onboard-fits", topic),
        uses => Says::counted("onboard-fits-used", topic, uses),
    }
}

fn reading(welcome: &Welcome<'_>, at: usize, why: Why, reason: Says) -> Reading {
    let document = welcome.document(at);
    let kind = welcome.community.kind(document);
    Reading {
        reference: document.reference.clone(),
        path: document.path.clone(),
        title: document.title.clone(),
        kind: kind.name.clone(),
        why,
        reason,
        label: kind.singular.clone(),
        at,
    }
}
