//! What to begin with: two things that are small, of different sorts, and of which one needs nothing but hands.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::fold::fold;
use crate::base::shell::quoted;
use crate::model::kind::Capability;
use crate::model::review::next_review;
use crate::model::targets::{Target, of_wikilink};
use crate::msg;
use crate::work::checking;
use crate::work::checks::selection::Selection;
use crate::work::deeds::What;
use crate::work::topics::{is_knowledge, is_living, of_tag};

use super::Says;
use super::newcomer::Welcome;
use super::reading::{Reading, Why};

/// What somebody can mend without knowing much.
const SMALL: [&str; 5] = ["dead-link", "missing-heading", "missing-image", "image-without-text", "template-text"];
/// A name of more bytes is no word.
const WORD: usize = 40;

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// To say what interests them.
    Interests,
    /// To answer a question.
    Question,
    /// To look whether something that they know still holds.
    Review,
    /// To try something, and say how that went.
    Try,
    /// To mend something small.
    Mend,
    /// To say what a word means.
    Term,
}

/// Something to begin with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Begin {
    /// What sort of thing.
    #[serde(rename = "type")]
    pub sort: Sort,
    /// The document: `kind/slug`; null for a word that has none yet.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// Its title, or the word.
    pub title: String,
    /// Why this.
    #[schemars(with = "String")]
    pub reason: Says,
    /// What to type.
    pub command: String,
}

/// Two things to begin with: one that takes a thought, and one that is small and sure.
pub(super) fn with(welcome: &Welcome<'_>, read: &[Reading]) -> Vec<Begin> {
    let thoughts: [&dyn Fn() -> Option<Begin>; 4] =
        [&|| question(welcome, true), &|| review(welcome), &|| question(welcome, false), &|| term(welcome)];
    let hands: [&dyn Fn() -> Option<Begin>; 4] =
        [&|| interests(welcome), &|| mend(welcome, true), &|| attempt(welcome, read), &|| mend(welcome, false)];
    let first = |ways: &[&dyn Fn() -> Option<Begin>], but: Option<&Begin>| {
        ways.iter().find_map(|way| way().filter(|begin| but.is_none_or(|but| but.sort != begin.sort)))
    };
    let (thought, hand) = (first(&thoughts, None), first(&hands, None));
    // Where there is nothing of the one, there may be two of the other.
    let more = match (&thought, &hand) {
        (None, Some(one)) => first(&hands, Some(one)),
        (Some(one), None) => first(&thoughts, Some(one)),
        _ => None,
    };
    thought.into_iter().chain(hand).chain(more).collect()
}

/// That they say what interests them, where their page is silent.
fn interests(welcome: &Welcome<'_>) -> Option<Begin> {
    let page = welcome.document(welcome.page);
    let has_none = page.values("interests").is_empty();
    let command = format!("cop edit {}", quoted(&page.reference));
    has_none.then(|| begin(welcome, Sort::Interests, welcome.page, msg!("onboard-interests").into(), command))
}

/// An open question: about what they care for, or any that nobody answered yet; the one with the fewest answers, and of those the newest.
fn question(welcome: &Welcome<'_>, must_fit: bool) -> Option<Begin> {
    let community = welcome.community;
    let answered = |at: usize| community.children(at).any(|child| welcome.knows.contains(&child));
    let mut open: Vec<(usize, usize)> = (0..community.documents().len())
        .filter(|at| welcome.is_open_question(*at) && (!must_fit || welcome.fit(*at).is_some()))
        .filter(|at| !welcome.knows.contains(at) && !answered(*at))
        .map(|at| (community.children(at).count(), at))
        .collect();
    let asked =
        |at: usize| welcome.deeds.iter().find(|deed| deed.document == Some(at) && deed.what == What::Created).and_then(|deed| deed.day);
    open.sort_by_cached_key(|(answers, at)| (*answers, Reverse(asked(*at)), *at));
    let (answers, at) = *open.first()?;
    let reason = match (welcome.fit(at), answers) {
        (Some(tag), 0) => Says::about("onboard-question-fits", of_tag(community, tag)),
        (Some(tag), answers) => Says::counted("onboard-question-fits-more", of_tag(community, tag), answers),
        (None, 0) => msg!("onboard-question").into(),
        (None, answers) => msg!("onboard-question-more", count = answers).into(),
    };
    Some(begin(welcome, Sort::Question, at, reason, format!("cop answer {}", name(welcome, at))))
}

/// Something that they changed or use, and that is past its day.
fn review(welcome: &Welcome<'_>) -> Option<Begin> {
    let community = welcome.community;
    let mut overdue: Vec<_> = welcome
        .knows
        .iter()
        .filter(|at| is_knowledge(community, **at) && is_living(community, **at) && !welcome.is_decision(**at))
        .filter_map(|at| {
            let changed =
                welcome.deeds.iter().filter(|deed| deed.document == Some(*at) && deed.commit.is_some()).filter_map(|deed| deed.day).max();
            Some((next_review(welcome.document(*at), &community.settings, changed).filter(|day| *day < welcome.today)?, *at))
        })
        .collect();
    overdue.sort_unstable();
    let at = overdue.first()?.1;
    Some(begin(welcome, Sort::Review, at, msg!("onboard-review").into(), format!("cop review {}", name(welcome, at))))
}

/// Something that is done rather than read, of what they are to read if possible: to be tried.
fn attempt(welcome: &Welcome<'_>, read: &[Reading]) -> Option<Begin> {
    let is_done = |at: &usize| {
        let kind = welcome.community.kind(welcome.document(*at));
        let is_text = welcome.is_text(*at) && !welcome.is_word(*at) && !welcome.is_decision(*at) && welcome.holds(*at);
        is_text && kind.states.iter().any(|state| state.name == "adopted") && !welcome.knows.contains(at)
    };
    let fitting = read.iter().filter(|reading| reading.why == Why::Interest).chain(read).map(|reading| reading.at).find(is_done);
    let at = fitting.or_else(|| {
        let all = (0..welcome.community.documents().len()).filter(is_done);
        all.max_by_key(|at| (welcome.uses[*at], welcome.links[*at], Reverse(*at)))
    })?;
    let reason = match welcome.uses[at] {
        0 => msg!("onboard-try-first"),
        uses => msg!("onboard-try", count = uses),
    };
    Some(begin(welcome, Sort::Try, at, reason.into(), format!("cop used {}", name(welcome, at))))
}

/// Something small that is broken.
fn mend(welcome: &Welcome<'_>, must_fit: bool) -> Option<Begin> {
    let select = SMALL.map(str::to_owned).to_vec();
    let selection = Selection::new(select, Vec::new(), Vec::new(), &[]).ok()?;
    let report = checking::texts(welcome.session, welcome.community, &selection);
    let mut findings = report.findings.iter().filter_map(|finding| {
        let at = welcome.community.names().by_path(&finding.path)?;
        let fits = !must_fit || welcome.fit(at).is_some();
        (fits && is_knowledge(welcome.community, at) && is_living(welcome.community, at) && !welcome.is_decision(at))
            .then_some((finding, at))
    });
    let (finding, at) = findings.next()?;
    let reason = msg!("onboard-mend", line = finding.line, what = finding.msg.clone());
    Some(begin(welcome, Sort::Mend, at, reason.into(), format!("cop edit {}", name(welcome, at))))
}

/// A word that texts lead to and that nobody has explained: the one that most of them do.
fn term(welcome: &Welcome<'_>) -> Option<Begin> {
    let community = welcome.community;
    let kind = community.settings.kinds.all().iter().find(|kind| kind.has(Capability::Glossary))?;
    let mut words: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for (at, document) in community.documents().iter().enumerate().filter(|(at, _)| is_knowledge(community, *at)) {
        for link in document.markdown.links.iter().filter(|link| link.form.is_wiki() && !link.opaque && is_living(community, at)) {
            let word = link.target.trim();
            let is_word = word.len() <= WORD && word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-'));
            if is_word && word.chars().any(char::is_alphabetic) && of_wikilink(community, document, word) == Target::Unknown {
                words.entry(fold(word).into_owned()).or_insert((0, word)).0 += 1;
            }
        }
    }
    let (count, word) = words.into_values().max_by_key(|(count, word)| (*count, Reverse(*word)))?;
    Some(Begin {
        sort: Sort::Term,
        reference: None,
        title: word.to_owned(),
        reason: msg!("onboard-term", count = count).into(),
        command: format!("cop add {} {}", kind.name, quoted(word)),
    })
}

fn begin(welcome: &Welcome<'_>, sort: Sort, at: usize, reason: Says, command: String) -> Begin {
    let document = welcome.document(at);
    Begin { sort, reference: Some(document.reference.clone()), title: document.title.clone(), reason, command }
}

/// How a document is named in a command.
fn name(welcome: &Welcome<'_>, at: usize) -> String {
    quoted(&welcome.document(at).reference).into_owned()
}
