//! Whom to ask about something: people by what they did with the documents that tell of it, each with the evidence.

mod called;
mod interest;
mod part;
mod result;
mod topic;
mod weighty;

use std::collections::HashMap;

use crate::base::error::Result;
use crate::base::fold::{fold, fold_tag};
use crate::base::lang::Msg;
use crate::base::nearest::several;
use crate::base::shell::quoted;
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::query::ast::Query;
use crate::model::query::card::Card;
use crate::msg;
use crate::store::index::Index;

use self::part::Part;
use self::result::{Action, Evidence, Hand};
pub use self::result::{Person, Who};
use self::topic::Topic;
use super::catalogue;
use super::deeds::cast::Someone;
use super::deeds::seen::Seen;
use super::deeds::weigh::{self, weigh_fitting};
use super::deeds::{Deed, Deeds, What};
use super::echo::is_typable;
use super::knowers::Knower;
use super::session::Session;

/// So many people are told unless more are asked for.
const PEOPLE: usize = 5;
/// So many open questions are told where nobody knows.
const OPEN: usize = 2;
/// Whose evidence says less than this part of what says most only came past.
const CAME_PAST: f64 = 0.1;
/// Whoever works on a question has a hand in the asking, and need not know the answer.
const ASKING: f64 = 0.25;

/// Whom to ask about what was typed: words as `search` takes them, a tag or a document.
///
/// # Errors
/// It is a person, or means nothing.
pub fn who(session: &Session, typed: &[String], most: Option<usize>) -> Result<Who> {
    let topic = Topic::of(session, typed)?;
    let mut who = of(session, &topic)?;
    if who.total == 0 {
        who.nobody = nobody(session, &topic)?;
    }
    who.typed = typed.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ");
    who.people.truncate(most.unwrap_or(PEOPLE));
    Ok(who)
}

/// Whom to ask about what these documents tell of, and those that a query finds whole: nobody who left, and not the person themselves.
///
/// # Errors
/// The index can't be asked.
pub(super) fn behind(session: &Session, cards: &[Card], title: &str, query: &Query, most: usize) -> Result<Who> {
    let mut who = of(session, &Topic::like(session, cards, title, query)?)?;
    who.people.retain(|person| !person.left && !person.is_me);
    who.people.truncate(most);
    Ok(who)
}

/// Who knows about what a search asks for, best first, in a few words each: nobody who only says that it interests them.
///
/// # Errors
/// The index can't be asked.
pub(super) fn knowers(session: &Session, text: &str, query: &Query, most: usize) -> Result<Vec<Knower>> {
    let who = of(session, &Topic::searched(session, text, query)?)?;
    let people = who.people.iter().filter(|person| !person.only_interested);
    Ok(people.take(most).map(Person::in_count).collect())
}

fn of(session: &Session, topic: &Topic) -> Result<Who> {
    let Part { community, fits } = part::of(session, &topic.found)?;
    let called = called(&community, topic);
    let deeds = Deeds::of(session, &community);
    let everyone = deeds.cast().all();
    let same = namesakes(everyone);
    let mut seen = Seen::of(session, deeds.cast());
    (0..same.len()).for_each(|at| seen.hear(same[at], seen.last(at)));
    let told = told(&deeds, &fits).into_iter().map(|deed| Deed { who: same[deed.who], ..deed });
    let told: Vec<Deed> = told.inspect(|deed| seen.hear_of(deed)).collect();
    let knowers = weigh_fitting(told, &|deed| share(&deeds, deed), &|at| fits[at], session.today());
    let me = catalogue::me(session);
    let mut people: Vec<Person> = Vec::new();
    // Of each, their place in the cast.
    let mut known = vec![None; everyone.len()];
    for knower in knowers {
        known[knower.who] = Some(people.len());
        let hand = Hand::of(&knower.evidence, &called);
        let is_itself = |at: usize| topic.is_document && called[at];
        let person = Person::new(&everyone[knower.who], knower.weight, told_of(&deeds, knower.evidence, &is_itself));
        people.push(Person { gone: !seen.is_here(knower.who), last: seen.last(knower.who), hand, ..person });
    }
    for (at, evidence) in interest::of(&deeds, topic, &fits) {
        let place = *known[at].get_or_insert_with(|| {
            let person = Person { only_interested: true, ..Person::new(&everyone[at], 0.0, Vec::new()) };
            people.push(Person { gone: !seen.is_here(at), last: seen.last(at), ..person });
            people.len() - 1
        });
        people[place].add(evidence);
    }
    people.retain(|person| !person.is_bot);
    for person in &mut people {
        person.is_me = person.handle.is_some() && person.handle == me;
        person.about(&community);
        person.evidence.sort_by_key(|evidence| !evidence.of_itself);
    }
    // Those who did something first, those with most in the document itself that is asked about, then those whom it interests, then those who left.
    let place = |person: &Person| (person.left, person.only_interested);
    let by_weight = |a: &Person, b: &Person| b.in_itself().total_cmp(&a.in_itself()).then(b.score.total_cmp(&a.score));
    people.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| by_weight(a, b)));
    let unasked = people.iter().take_while(|person| person.silent).filter(|person| !person.left).count();
    people.retain(|person| !person.silent);
    let people = with_the_page_before_those_without(people);
    let people = begin_with_one_who_is_here(people);
    Ok(Who {
        topic: topic.name.clone(),
        total: people.len(),
        relaxed: topic.relaxed && !people.is_empty(),
        people,
        unasked,
        typed: String::new(),
        documents: fits.iter().filter(|fit| **fit > 0.0).count(),
        is_of_document: topic.is_document,
        at_least: session.history_if_any().is_some_and(|history| history.gaps().at_least()),
        nobody: Vec::new(),
    })
}

/// Puts the first who can be asked today before those who know more and have long not been seen; these stay where they are, marked, for one sees
/// by them whose knowledge it was. Whoever only came past can't stand in for them, nor who moved a review date for those who did more than that.
fn begin_with_one_who_is_here(mut people: Vec<Person>) -> Vec<Person> {
    let most = people.iter().filter(|person| !person.left).map(|person| person.score).fold(0.0, f64::max);
    let has_page = people.iter().any(|person| !person.hand.came_past);
    let is_of_page = |person: &Person| !(has_page && person.hand.came_past);
    let is_dated = |person: &Person| person.hand.only_dated;
    // Dates that were moved lately weigh more than a text of long ago, and yet it is the writer whose knowledge it is.
    if people.first().is_some_and(is_dated)
        && let Some(at) = people.iter().position(|person| person.hand.wrote && !person.left && is_of_page(person))
    {
        people[..=at].rotate_right(1);
    }
    let stands_in = |at: usize, person: &Person| {
        let instead = is_dated(person) && !people[..at].iter().all(is_dated);
        person.can_be_asked() && person.score >= CAME_PAST * most && is_of_page(person) && !instead
    };
    if let Some(at) = (0..people.len()).find(|at| stands_in(*at, &people[*at])) {
        people[..=at].rotate_right(1);
    }
    people
}

/// Puts who only worked on documents that have the words somewhere after everybody here who worked on one that is called so, however much more
/// they did.
fn with_the_page_before_those_without(mut people: Vec<Person>) -> Vec<Person> {
    let last = people.iter().rposition(|person| person.can_be_asked() && !person.hand.came_past);
    let rest = people.split_off(last.map_or(0, |last| last + 1));
    let (first, after): (Vec<_>, Vec<_>) = people.into_iter().partition(|person| !person.hand.came_past);
    first.into_iter().chain(after).chain(rest).collect()
}

/// Of each document of a community whether it is called what is asked about; an answer is called as its question.
fn called(community: &Community, topic: &Topic) -> Vec<bool> {
    let is_called = |at: usize| topic.called.contains(&community.documents()[at].path);
    (0..community.documents().len()).map(|at| is_called(at) || community.parent(at).is_some_and(is_called)).collect()
}

/// Of each in a cast, the first who is called so. Those who are no members and have one name are told apart by their addresses; but to be asked
/// there is only the name, and mostly they are one person.
fn namesakes(everyone: &[Someone]) -> Vec<usize> {
    let mut first: HashMap<String, usize> = HashMap::new();
    let one = |(at, someone): (usize, &Someone)| match someone.handle {
        Some(_) => at,
        None => *first.entry(fold(someone.name.trim()).into_owned()).or_insert(at),
    };
    everyone.iter().enumerate().map(one).collect()
}

/// The deeds that tell who knows. To have asked is not to know: of a question, what whoever asked it did with it tells nothing.
fn told(deeds: &Deeds<'_>, fits: &[f64]) -> Vec<Deed> {
    let community = deeds.community();
    let mut told = Vec::new();
    for (at, document) in community.documents().iter().enumerate() {
        if fits[at] > 0.0 {
            let mut all = deeds.of_document(at);
            if is_asked(deeds, document) {
                let askers: Vec<usize> = all.iter().filter(|deed| deed.what == What::Created).map(|deed| deed.who).collect();
                all.retain(|deed| deed.what == What::Keeps || !askers.contains(&deed.who));
            }
            told.extend(all);
        }
        told.extend(deeds.said(at));
    }
    told
}

/// How much of a deed tells that somebody knows.
fn share(deeds: &Deeds<'_>, deed: &Deed) -> f64 {
    let Some(at) = deed.document else { return 0.0 };
    let asked = is_asked(deeds, &deeds.community().documents()[at]) && deed.what == What::Edited;
    deeds.share(deed) * if asked { ASKING } else { 1.0 }
}

/// Whether a document is a question.
fn is_asked(deeds: &Deeds<'_>, document: &Document) -> bool {
    deeds.community().kind(document).relation("accepted").is_some()
}

/// Evidence as it is told: an answer by the title of its question, and reviews of one document together, however they are known.
/// `is_itself` tells of a document by its place whether it is what was asked about.
fn told_of(deeds: &Deeds<'_>, all: Vec<weigh::Evidence>, is_itself: &dyn Fn(usize) -> bool) -> Vec<Evidence> {
    let community = deeds.community();
    let mut told: Vec<Evidence> = Vec::new();
    for weigh::Evidence { what, document: at, day, times, weight } in all {
        let document = &community.documents()[at];
        let action = Action::of(what, community.kind(document).parent.is_some());
        if let Some(known) = told.iter_mut().find(|known| known.action == action && known.reference == document.reference) {
            known.date = known.date.max(day);
            known.times += times;
            known.weight += weight;
            continue;
        }
        let question = community.parent(at).map(|parent| &community.documents()[parent]);
        let about = question.unwrap_or(document);
        let (title, about) = (about.title.clone(), about.reference.clone());
        let of_itself = is_itself(at);
        told.push(Evidence { reference: document.reference.clone(), action, date: day, times, weight, title, about, of_itself });
    }
    told
}

/// What to type next where nobody is known.
fn nobody(session: &Session, topic: &Topic) -> Result<Vec<Msg>> {
    let mut say = Vec::new();
    let words: Vec<&str> = topic.words.iter().map(|word| word.surface.as_str()).collect();
    let near = if topic.found.is_empty() { catalogue::near_words(session, &words.join(" ")) } else { Vec::new() };
    if !near.is_empty() {
        say.push(msg!("search-near-words", words = near.join(", ")));
    }
    let tag = topic.name.trim_start_matches('#');
    let used = session.ask(|index: &mut Index, source| index.values(source, "tag"))?;
    let used = used.keys().map(|value| value.strip_prefix("tag=").unwrap_or(value));
    let tags: Vec<&str> = used.chain(session.settings().tags.iter().map(|tag| tag.name.as_str())).collect();
    let near = several(&fold_tag(tag), tags.into_iter().filter(|known| *known != tag), 3);
    if !near.is_empty() {
        let near: Vec<String> = near.into_iter().map(|tag| format!("#{tag}")).collect();
        say.push(msg!("who-near-tags", tags = near.join(", ")));
    }
    // Who asks what stands open asks it twice.
    let kinds = &session.settings().kinds;
    let is_question = |card: &Card| kinds.named(&card.kind).is_some_and(|kind| kind.relation("accepted").is_some());
    let open = topic.found.iter().map(|(card, _)| card).filter(|card| !topic.relaxed && card.open && is_question(card));
    let open: Vec<Msg> = open.take(OPEN).map(|card| msg!("who-open-question", title = &card.title, reference = &card.reference)).collect();
    let command = format!("cop ask {}", quoted(tag));
    if topic.can_be_asked && open.is_empty() && is_typable(&command) {
        say.push(msg!("who-ask", command = command));
    }
    say.extend(open);
    Ok(say)
}

impl Hand {
    /// By the documents that are called what is asked about, if they did anything with one; else by all.
    fn of(evidence: &[weigh::Evidence], called: &[bool]) -> Self {
        let came_past = !evidence.iter().any(|evidence| called[evidence.document]);
        let did = || evidence.iter().filter(|evidence| came_past || called[evidence.document]).map(|evidence| evidence.what);
        Self { came_past, only_dated: did().all(|what| what == What::Reviewed), wrote: did().any(|what| what == What::Created) }
    }
}

impl Person {
    /// Whether somebody who asks can turn to them: they did something with it, are here, and are not the one who asks.
    fn can_be_asked(&self) -> bool {
        !(self.only_interested || self.gone || self.left || self.is_me)
    }

    fn new(someone: &Someone, score: f64, evidence: Vec<Evidence>) -> Self {
        Self {
            handle: someone.handle.clone(),
            name: someone.name.clone(),
            score,
            left: someone.left,
            evidence,
            path: someone.path.clone(),
            silent: someone.silent,
            is_bot: someone.is_bot,
            ..Self::default()
        }
    }
}
