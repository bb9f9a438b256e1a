//! Who knows about what was searched for: those behind the documents that answer it, and behind the answers to the questions among them.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::model::kind::Capability;
use crate::model::kinds::folders_of_children;
use crate::model::query::ast::{Filter, Node, Query};
use crate::model::query::card::{Card, Person};
use crate::model::query::of_document::CREATED;
use crate::model::query::rank;
use crate::model::query::term::{self, ValueType};
use crate::model::reading::NO;
use crate::msg;

use super::catalogue;
use super::deeds::seen::{away, is_lately};
use super::page::Page;
use super::session::Session;

/// Where no document has every word, or words are too many to demand each, those count that come this near to the best.
const STRONG: f64 = 0.6;

/// The role of who keeps a document true.
const KEEPS: &str = "steward";

/// The role of who answered.
const ANSWERED: &str = "answered";

/// Which of the documents of a page say something of who knows about a query: those that match the whole of it. Where that can't be
/// told, because no document has every word or there are many, the strongest; never what a member's file says in passing.
pub(super) fn evidence(session: &Session, query: &Query, relaxed: bool, found: &[(Card, Option<f64>)]) -> Vec<bool> {
    let best = found.iter().filter_map(|(_, score)| *score).fold(0.0, f64::max);
    let strong = |score: f64| {
        // Within a tier the score is what lies above a whole number.
        let floor = if rank::is_tiered(query) { best.floor() } else { 0.0 };
        score - floor >= STRONG * (best - floor)
    };
    let answers = |score: f64| if rank::is_tiered(query) && !relaxed { rank::has_every(score) } else { strong(score) };
    let is_person = |card: &Card| session.settings().kinds.named(&card.kind).is_some_and(|kind| kind.has(Capability::Person));
    found.iter().map(|(card, score)| score.is_none_or(answers) && !is_person(card)).collect()
}

/// Of each document who knows about it beside those who worked on its file: who answered it, and who keeps it true.
///
/// # Errors
/// The index can't be asked.
pub(super) fn beside<'c>(session: &Session, cards: impl Iterator<Item = &'c Card> + Clone) -> Result<Vec<Vec<Person>>> {
    let mut all = answerers(session, cards.clone())?;
    let stewards = stewards(session, cards.clone())?;
    for (people, card) in all.iter_mut().zip(cards) {
        let steward = card.steward.as_ref().and_then(|steward| stewards.iter().find(|person| person.handle.as_ref() == Some(steward)));
        people.extend(steward.cloned());
    }
    Ok(all)
}

/// The members who keep these documents true.
fn stewards<'c>(session: &Session, cards: impl Iterator<Item = &'c Card>) -> Result<Vec<Person>> {
    let handles: BTreeSet<&str> = cards.filter_map(|card| card.steward.as_deref()).collect();
    if handles.is_empty() {
        return Ok(Vec::new());
    }
    let terms = handles.iter().map(|handle| term::value("ref", ValueType::Text, handle)).collect();
    let query = Query { must: vec![are_members(session), Node::Filter(Filter::OneOf(terms))], ..Query::default() };
    let found = catalogue::find(session, &query, Page::default())?.cards.into_iter();
    let person = |card: Card| Person { handle: Some(handle(&card)), name: card.title, roles: vec![KEEPS.to_owned()] };
    Ok(found.map(|(card, _)| person(card)).collect())
}

/// That a document is a member's file.
fn are_members(session: &Session) -> Node {
    let kinds = session.settings().kinds.all().iter().filter(|kind| kind.has(Capability::Person));
    Node::Filter(Filter::OneOf(kinds.map(|kind| term::value("kind", ValueType::Text, &kind.name)).collect()))
}

/// The handle of the member whose file it is.
fn handle(card: &Card) -> String {
    card.reference.rsplit('/').next().unwrap_or_default().to_owned()
}

/// Of each document who answered it, in the order in which the answers stand in their folder; nobody for what is no question.
///
/// # Errors
/// The index can't be asked.
fn answerers<'c>(session: &Session, cards: impl Iterator<Item = &'c Card>) -> Result<Vec<Vec<Person>>> {
    let folders: Vec<Option<String>> = cards.map(folder).collect();
    let start = |folder: &String| Node::Filter(Filter::StartsWith(term::value("path", ValueType::Text, folder)));
    let below: Vec<Node> = folders.iter().flatten().map(start).collect();
    if below.is_empty() {
        return Ok(vec![Vec::new(); folders.len()]);
    }
    let query = Query { must: vec![Node::Or(below)], ..Query::default() };
    let mut answers: Vec<Card> = catalogue::find(session, &query, Page::default())?.cards.into_iter().map(|(card, _)| card).collect();
    answers.sort_by(|a, b| a.path.cmp(&b.path));
    let of = |folder: &Option<String>| {
        let Some(folder) = folder else { return Vec::new() };
        let mut people: Vec<Person> = Vec::new();
        for card in answers.iter().filter(|card| card.path.starts_with(folder.as_str())) {
            let makers = card.people.iter().filter(|person| has(person, ANSWERED) || has(person, CREATED));
            for maker in makers {
                if !people.iter().any(|known| is_same(known, maker)) {
                    people.push(Person { roles: vec![ANSWERED.to_owned()], ..maker.clone() });
                }
            }
        }
        people
    };
    Ok(folders.iter().map(of).collect())
}

/// The folder in which the answers to a question stand; `None` for what has none.
fn folder(card: &Card) -> Option<String> {
    card.answers.filter(|answers| *answers > 0)?;
    folders_of_children(&card.path).next().map(|folder| format!("{folder}/"))
}

/// Members who are asked last or not at all.
#[derive(Clone, Debug, Default)]
pub(super) struct Unasked {
    /// The handles of those who left.
    left: BTreeSet<String>,
    /// The handles of those who do not want to be asked.
    silent: BTreeSet<String>,
}

impl Unasked {
    /// The members of whom the index knows it; none where nobody among these people is a member.
    ///
    /// # Errors
    /// The index can't be asked.
    pub(super) fn of<'p>(session: &Session, mut people: impl Iterator<Item = &'p Person>) -> Result<Self> {
        let mut unasked = Self::default();
        if !people.any(|person| person.handle.is_some()) {
            return Ok(unasked);
        }
        let term = |key: &str, text: &str| term::value(&term::key(key), ValueType::Text, text);
        let is_member = are_members(session);
        let one_of = |terms: &[String]| -> Result<Vec<Card>> {
            let query = Query { must: vec![is_member.clone(), Node::Filter(Filter::OneOf(terms.to_vec()))], ..Query::default() };
            Ok(catalogue::find(session, &query, Page::default())?.cards.into_iter().map(|(card, _)| card).collect())
        };
        let no = NO.map(|word| term("ask_me", word));
        // Mostly there is nobody of either, and one question tells.
        let both = one_of(&[&no[..], &[term("is", "retired")]].concat())?;
        unasked.left = both.iter().filter(|card| card.retired).map(handle).collect();
        if !both.is_empty() {
            unasked.silent = one_of(&no)?.iter().map(handle).collect();
        }
        Ok(unasked)
    }

    fn has_left(&self, person: &Person) -> bool {
        person.handle.as_ref().is_some_and(|handle| self.left.contains(handle))
    }

    /// Whether somebody does not want to be asked.
    pub(super) fn is_silent(&self, person: &Person) -> bool {
        person.handle.as_ref().is_some_and(|handle| self.silent.contains(handle))
    }
}

/// Whether two are one person.
fn is_same(a: &Person, b: &Person) -> bool {
    a.handle == b.handle && (a.handle.is_some() || a.name == b.name)
}

fn has(person: &Person, role: &str) -> bool {
    person.roles.iter().any(|own| own == role)
}

/// Someone who knows about what was searched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Knower {
    /// The handle; null for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    /// Whether their page says that they left.
    pub left: bool,
    /// Whether they are not here any more: they left, or are no member and were not seen for a year.
    pub gone: bool,
    /// When they last worked on a document; null where that is not known, as in very large communities.
    pub last: Option<Date>,
    /// What they did that tells most: `answered`, `created`, `steward`, `decided`, `reviewed`, `edited`, `used` or `thanked`.
    pub did: String,
    /// With how many documents.
    pub documents: usize,
    /// In which communities; absent where only one was asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub communities: Vec<String>,
}

impl Knower {
    /// What they did, and that they are not here any more: `left, wrote 2`.
    pub(super) fn says(&self, lang: Lang, today: Date) -> String {
        let did = did(&self.did, self.documents).text(lang);
        let unseen = || (self.gone && !self.left && self.last.is_none()).then(|| msg!("did-not-seen").text(lang));
        let away = away(self.left, self.gone, self.last, lang, today).or_else(unseen);
        let told = away.into_iter().chain([did]).collect::<Vec<_>>().join(", ");
        if self.communities.is_empty() { told } else { format!("{told}; {}", self.communities.join(", ")) }
    }
}

/// People whom the index alone names, with who was not seen for a year by it: no document that a person had a hand in was changed since, by
/// them or by anybody. The first who is here comes first, as in `who`; the day on which somebody was last seen takes the history.
///
/// # Errors
/// The index can't be asked.
pub(super) fn seen(session: &Session, mut people: Vec<Knower>, most: usize) -> Result<Vec<Knower>> {
    for person in people.iter_mut().filter(|person| person.handle.is_none()) {
        let theirs = Filter::OneOf(vec![term::value("by", ValueType::Person, &person.name)]);
        let last = session.ask(|index, source| index.latest(source, &theirs))?;
        person.gone = last.is_some_and(|day| !is_lately(day, session.today()));
    }
    if let Some(at) = people.iter().position(|person| !person.gone && !person.left) {
        people[..=at].rotate_right(1);
    }
    people.truncate(most);
    Ok(people)
}

/// What somebody did with how many documents, in a word.
fn did(role: &str, count: usize) -> Msg {
    match role {
        "created" => msg!("did-created", count = count),
        "answered" => msg!("did-answered", count = count),
        "asked" => msg!("did-asked", count = count),
        "reviewed" => msg!("did-reviewed", count = count),
        "steward" => msg!("did-steward", count = count),
        "decided" => msg!("did-decided", count = count),
        "used" => msg!("did-used", count = count),
        "thanked" => msg!("did-thanked", count = count),
        _ => msg!("did-edited", count = count),
    }
}

/// Someone who knows, with the documents that show it.
#[derive(Debug)]
struct Pile<'h> {
    person: &'h Person,
    /// What they did, and with which documents.
    did: Vec<(&'h str, &'h str)>,
    weight: usize,
}

/// Everyone who knows by what the index has of documents, those who did most first.
#[derive(Debug, Default)]
struct Piles<'h>(Vec<Pile<'h>>);

/// Who knows by the documents of a page, those that say something of it, and by who else knows about each: those who left after the others, and
/// those who do not want to be asked left out.
pub(super) fn of_page(page: &[(&Card, bool)], beside: &[Vec<Person>], unasked: &Unasked, most: usize) -> Vec<Knower> {
    let mut piles = Piles::default();
    let evidence = || page.iter().zip(beside).filter(|((_, tells), _)| *tells).map(|((card, _), beside)| (*card, beside));
    for (card, _) in evidence() {
        card.people.iter().for_each(|person| piles.add(person, &card.path));
    }
    for (card, person) in evidence().flat_map(|(card, beside)| beside.iter().map(move |person| (card, person))) {
        // An answer that was found itself has told of its makers already.
        let is_told = |other: &Card| is_below(&other.path, &card.path) && other.people.iter().any(|maker| is_same(maker, person));
        if !evidence().any(|(other, _)| is_told(other)) {
            piles.add(person, &card.path);
        }
    }
    piles.first(unasked, most)
}

/// Whether a file stands where the children of a document do.
fn is_below(path: &str, document: &str) -> bool {
    folders_of_children(document).any(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
}

/// What people do, most telling first, with what it counts.
const ROLES: [(&str, usize); 6] = [(ANSWERED, 4), (CREATED, 4), (KEEPS, 4), ("reviewed", 2), ("edited", 2), ("consulted", 2)];

impl<'h> Piles<'h> {
    /// Adds what somebody did with the document at a path.
    fn add(&mut self, person: &'h Person, path: &'h str) {
        // To have asked is not to know: whoever asked made the question and nothing else. Whoever answered made the answer: that is one
        // thing and not two.
        let role = match () {
            () if has(person, ANSWERED) => ROLES.iter().find(|(role, _)| *role == ANSWERED),
            () if has(person, "asked") => None,
            () => ROLES.iter().find(|(role, _)| has(person, role)),
        };
        let Some((role, weight)) = role else { return };
        let at = self.0.iter().position(|known| is_same(known.person, person)).unwrap_or_else(|| {
            self.0.push(Pile { person, did: Vec::new(), weight: 0 });
            self.0.len() - 1
        });
        let knower = &mut self.0[at];
        if !knower.did.contains(&(role, path)) {
            knower.did.push((role, path));
            knower.weight += weight;
        }
    }

    /// The first few: who, what they did most of what tells most, and with how many documents.
    fn first(mut self, unasked: &Unasked, most: usize) -> Vec<Knower> {
        self.0.retain(|pile| !unasked.is_silent(pile.person));
        self.0.sort_by_key(|pile| (unasked.has_left(pile.person), std::cmp::Reverse(pile.weight)));
        let said = |pile: &Pile<'_>| {
            let count = |role: &str| pile.did.iter().filter(|(did, _)| *did == role).count();
            let said = ROLES.iter().map(|(role, weight)| (*role, count(role), weight * count(role))).rev().max_by_key(|(.., sum)| *sum);
            let (role, documents, _) = said.filter(|(_, count, _)| *count > 0)?;
            let left = unasked.has_left(pile.person);
            let Person { handle, name, .. } = pile.person.clone();
            Some(Knower { handle, name, left, gone: left, last: None, did: role.to_owned(), documents, communities: Vec::new() })
        };
        self.0.iter().filter_map(said).take(most).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Knower, Person, Piles, Unasked, is_below};

    #[test]
    fn who_asked_does_not_count_and_who_answered_does() {
        let person = |name: &str, roles: &[&str]| Person {
            handle: Some(name.to_lowercase()),
            name: name.into(),
            roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        };
        let (asker, writer) = (person("Asker", &["created", "asked", "edited"]), person("Writer", &["created"]));
        let answerer = person("Answerer", &["answered", "created"]);
        let mut knowers = Piles::default();
        knowers.add(&asker, "questions/a.md");
        knowers.add(&answerer, "questions/a/b.md");
        knowers.add(&answerer, "questions/a/b.md");
        knowers.add(&writer, "practices/a.md");
        knowers.add(&writer, "practices/b.md");
        let told = |one: &Knower| format!("{} {} {}", one.name, one.did, one.documents);
        let first = knowers.first(&Unasked::default(), 9);
        assert_eq!(first.iter().map(told).collect::<Vec<_>>(), ["Writer created 2", "Answerer answered 1"]);
    }

    #[test]
    fn who_left_stands_last_and_who_is_not_to_be_asked_nowhere() {
        let person = |name: &str| Person { handle: Some(name.to_lowercase()), name: name.into(), roles: vec!["created".to_owned()] };
        let (gone, shy, here) = (person("Gone"), person("Shy"), person("Here"));
        let mut knowers = Piles::default();
        knowers.add(&gone, "a.md");
        knowers.add(&gone, "b.md");
        knowers.add(&shy, "a.md");
        knowers.add(&here, "a.md");
        let unasked = Unasked { left: ["gone".to_owned()].into(), silent: ["shy".to_owned()].into() };
        let told: Vec<_> = knowers.first(&unasked, 9).into_iter().map(|told| (told.name, told.left)).collect();
        assert_eq!(told, [("Here".to_owned(), false), ("Gone".to_owned(), true)]);
    }

    #[test]
    fn an_answer_stands_below_its_question() {
        for (answer, question, expected) in [
            ("questions/how/bram.md", "questions/how.md", true),
            ("questions/how/bram.md", "questions/how.nl.md", true),
            ("questions/v1.2/how/bram.md", "questions/v1.2/how.md", true),
            ("questions/v1.2/why/bram.md", "questions/v1.2/how.md", false),
            ("questions/v1/bram.md", "questions/v1.2/how.md", false),
            ("questions/however/bram.md", "questions/how.md", false),
        ] {
            assert_eq!(is_below(answer, question), expected, "{answer} {question}");
        }
    }
}
