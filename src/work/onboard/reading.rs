//! What to read first, in order: what is explored, the words that are used, what most builds on, and what fits.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::fold::fold;
use crate::base::path::last;
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
/// What so many people worked on is more than one person's.
const SEVERAL: usize = 2;
/// What is here for so many days has proved itself.
const LONG: i32 = 730;

/// Why something is to be read, in the order in which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// It is a question that the community explores on the way to a goal.
    Goal,
    /// It is a word that others build on.
    Word,
    /// Much builds on it, or many use it.
    Basis,
    /// Several people worked on it within a year.
    Lively,
    /// It has been here for years, and several people worked on it.
    Lasting,
    /// It is about what the newcomer cares for.
    Interest,
    /// There is little to read, and this is part of it.
    Rest,
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
    let mut titles: BTreeSet<String> = BTreeSet::new();
    let mut known = |at: usize| {
        let at = welcome.in_tongue(at);
        // One of a text's languages is enough, and of two texts with one title nobody knows which is meant.
        let group = welcome.translations(at);
        let is_new = group.is_disjoint(&welcome.knows) && group.is_disjoint(&taken);
        taken.extend(group);
        (is_new && titles.insert(fold(&welcome.document(at).title).into_owned())).then_some(at)
    };
    let goals: Vec<Reading> =
        goal(welcome).filter(|(at, _)| known(*at).is_some()).into_iter().map(|(at, why)| reading(welcome, at, Why::Goal, why)).collect();
    let all = 0..welcome.community.documents().len();
    let signs: Vec<Sign> = all.filter(|at| welcome.is_text(*at) && welcome.holds(*at)).map(|at| Sign::of(welcome, at)).collect();
    let chosen = choose(goals.len(), &signs, &mut known);
    let rest = rest(welcome).into_iter().filter_map(known).map(|at| (Why::Rest, at)).collect::<Vec<_>>();
    let chosen = chosen.into_iter().chain(rest).map(|(why, at)| {
        let reason = match why {
            Why::Goal | Why::Basis => built(welcome, at),
            Why::Word => word(welcome, at),
            Why::Lively => msg!("onboard-lively", count = welcome.work[at].lately).into(),
            Why::Lasting => lasting(welcome, at),
            Why::Interest => fit(welcome, at),
            Why::Rest => shelved(welcome, at),
        };
        reading(welcome, at, why, reason)
    });
    goals.into_iter().chain(chosen).take(MOST).collect()
}

/// All that there is to read, where that is no more than fits: what is settled first, then what is still in the making.
fn rest(welcome: &Welcome<'_>) -> Vec<usize> {
    let is_read = |at: &usize| {
        let document = welcome.document(*at);
        let is_one = welcome.is_text(*at) || welcome.is_question(*at) && !welcome.is_open_question(*at);
        is_one && is_living(welcome.community, *at) && !is_aside(&document.path, &document.title)
    };
    let mut all: Vec<usize> = (0..welcome.community.documents().len()).filter(is_read).collect();
    if all.len() > MOST {
        return Vec::new();
    }
    all.sort_by_key(|at| (!welcome.holds(*at), Reverse((welcome.links[*at], welcome.work[*at].hands)), *at));
    all
}

/// What is said of a document for which nothing else speaks than that it is there.
fn shelved(welcome: &Welcome<'_>, at: usize) -> Says {
    let msg = match (welcome.is_question(at), welcome.holds(at)) {
        (true, _) => msg!("onboard-answered"),
        (false, true) => msg!("onboard-settled"),
        (false, false) => msg!("onboard-draft"),
    };
    msg.into()
}

/// What speaks for a document.
#[derive(Clone, Copy, Debug, Default)]
struct Sign {
    at: usize,
    /// It is in their language, as it is or as a translation.
    is_spoken: bool,
    is_word: bool,
    /// It is about the repository rather than about what the community knows.
    is_aside: bool,
    fits: bool,
    links: usize,
    uses: usize,
    /// So many people worked on it within a year.
    lately: usize,
    /// So many people ever did.
    hands: usize,
    /// It was made so many days ago.
    age: i32,
}

impl Sign {
    fn of(welcome: &Welcome<'_>, at: usize) -> Self {
        let (document, work) = (welcome.document(at), &welcome.work[at]);
        Self {
            at,
            is_spoken: welcome.document(welcome.in_tongue(at)).lang == welcome.tongue(),
            is_word: welcome.is_word(at),
            is_aside: is_aside(&document.path, &document.title),
            fits: welcome.fit(at).is_some(),
            links: welcome.links[at],
            uses: welcome.uses[at],
            lately: work.lately,
            hands: work.hands,
            age: work.made.map_or(0, |day| welcome.today.days().saturating_sub(day.days())),
        }
    }

    fn weight(&self) -> usize {
        self.links + 2 * self.uses
    }
}

/// What a repository has for the sake of its host, the law or the record, by the names or titles that these have everywhere.
const ASIDE: [&str; 15] = [
    "authors",
    "changelog",
    "code of conduct",
    "codeowners",
    "contributors",
    "issue template",
    "licence",
    "license",
    "news",
    "pull request template",
    "release notes",
    "releases",
    "security",
    "support",
    "version history",
];

/// Whether a document is about the repository rather than about what the community knows.
pub(super) fn is_aside(path: &str, title: &str) -> bool {
    let plain = |name: &str| fold(name).replace(['_', '-'], " ");
    let name = last(path).split('.').next().unwrap_or_default();
    [name, title].into_iter().any(|name| ASIDE.contains(&plain(name).trim()))
}

/// What to read after what was chosen already. `take` gives the document that stands for one, unless it is known or taken already.
fn choose(already: usize, signs: &[Sign], take: &mut dyn FnMut(usize) -> Option<usize>) -> Vec<(Why, usize)> {
    let best = |wanted: &dyn Fn(&Sign) -> bool, by: &dyn Fn(&Sign) -> (usize, usize)| -> Vec<usize> {
        let mut found: Vec<&Sign> = signs.iter().filter(|sign| wanted(sign)).collect();
        // What is in their language goes first, where there is a choice.
        found.sort_by_key(|sign| (Reverse((sign.is_spoken, by(sign))), sign.at));
        found.into_iter().map(|sign| sign.at).collect()
    };
    let by_weight = |sign: &Sign| (sign.weight(), sign.hands);
    let is_text = |sign: &Sign| !sign.is_word && !sign.is_aside;
    let words = best(&|sign| sign.is_word && sign.weight() > 0, &by_weight);
    let basis = best(&|sign| is_text(sign) && sign.weight() > 0, &by_weight);
    let fits = best(&|sign| !sign.is_word && sign.fits, &by_weight);
    let lively = best(&|sign| is_text(sign) && sign.lately >= SEVERAL, &|sign| (sign.lately, sign.weight()));
    let lasting = best(&|sign| is_text(sign) && sign.age >= LONG && sign.hands >= SEVERAL, &|sign| (sign.hands, sign.weight()));
    let mut chosen: Vec<(Why, usize)> = Vec::new();
    let mut fill = |why: Why, from: &[usize], most: &dyn Fn(usize) -> usize| {
        let most = chosen.len() + most(already + chosen.len());
        for at in from {
            if chosen.len() >= most {
                break;
            }
            chosen.extend(take(*at).map(|at| (why, at)));
        }
    };
    let each = |_: usize| EACH;
    let lacking = |so_far: usize| ENOUGH.saturating_sub(so_far);
    let few = |so_far: usize| lacking(so_far).min(EACH);
    // What fits is chosen first, or it would all go as what much builds on.
    fill(Why::Interest, &fits, &each);
    fill(Why::Word, &words, &each);
    fill(Why::Basis, &basis, &each);
    fill(Why::Interest, &fits, &lacking);
    // Where nobody said yet what is good, what people worked on does.
    fill(Why::Lively, &lively, &few);
    fill(Why::Lasting, &lasting, &few);
    fill(Why::Basis, &basis, &lacking);
    fill(Why::Lively, &lively, &lacking);
    fill(Why::Lasting, &lasting, &lacking);
    chosen.sort_by_key(|(why, _)| *why);
    chosen
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

fn lasting(welcome: &Welcome<'_>, at: usize) -> Says {
    let work = &welcome.work[at];
    let year = work.made.map_or(0, Date::year);
    msg!("onboard-lasting", year = year.to_string(), count = work.hands).into()
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

#[cfg(test)]
mod tests {
    use super::{Sign, Why, choose, is_aside};

    /// A case by its name: what there is to read, and what is chosen of it with the reason.
    type Case = (&'static str, usize, Vec<Sign>, &'static [(Why, usize)]);

    #[test]
    fn what_is_read_first_is_what_others_lean_on_and_then_what_they_work_on() {
        let sign = |at: usize| Sign { at, is_spoken: true, ..Sign::default() };
        let linked = |at, links| Sign { links, ..sign(at) };
        let worked = |at, lately| Sign { lately, hands: lately, ..sign(at) };
        let old = |at, hands| Sign { hands, age: 2000, ..sign(at) };
        let fits = |at| Sign { fits: true, ..sign(at) };
        let word = |at| Sign { is_word: true, ..linked(at, 1) };
        let foreign = |sign: Sign| Sign { is_spoken: false, ..sign };
        let cases: [Case; 8] = [
            ("nothing speaks for anything", 0, vec![sign(0), worked(1, 1), Sign { age: 10, ..old(2, 9) }], &[]),
            (
                "much builds on it, and then on what is worked",
                0,
                vec![worked(0, 2), linked(1, 1), linked(2, 5)],
                &[(Why::Basis, 2), (Why::Basis, 1), (Why::Lively, 0)],
            ),
            (
                "two of a sort before more of one",
                0,
                vec![linked(0, 9), linked(1, 8), linked(2, 7), worked(3, 3), old(4, 4), linked(5, 1)],
                &[(Why::Basis, 0), (Why::Basis, 1), (Why::Basis, 2), (Why::Lively, 3), (Why::Lasting, 4)],
            ),
            (
                "only work tells",
                0,
                vec![worked(0, 2), worked(1, 3), worked(2, 4), old(3, 9)],
                &[(Why::Lively, 2), (Why::Lively, 1), (Why::Lively, 0), (Why::Lasting, 3)],
            ),
            (
                "what fits is chosen before all, and read last",
                0,
                vec![linked(0, 3), Sign { links: 9, ..fits(1) }, word(2)],
                &[(Why::Word, 2), (Why::Basis, 0), (Why::Interest, 1)],
            ),
            ("where there is enough nothing is added", 5, vec![worked(0, 9), old(1, 9)], &[]),
            (
                "their language goes first",
                0,
                vec![foreign(linked(0, 9)), linked(1, 1), linked(2, 2)],
                &[(Why::Basis, 2), (Why::Basis, 1), (Why::Basis, 0)],
            ),
            ("what is about the repository is aside", 0, vec![Sign { is_aside: true, ..linked(0, 9) }], &[]),
        ];
        for (name, already, signs, expected) in cases {
            let mut taken = Vec::new();
            let mut take = |at| (!taken.contains(&at)).then(|| taken.push(at)).map(|()| at);
            assert_eq!(choose(already, &signs, &mut take), expected, "{name}");
        }
    }

    #[test]
    fn files_that_hosts_ask_for_are_aside() {
        for (path, title, aside) in [
            ("AUTHORS.md", "Who we are", true),
            ("docs/Code-of-Conduct.md", "", true),
            ("docs/booknews.Rmd", "NEWS", true),
            ("CONTRIBUTING.md", "Contributing", false),
            ("license/which.md", "Which license to take", false),
        ] {
            assert_eq!(is_aside(path, title), aside, "{path}");
        }
    }
}
