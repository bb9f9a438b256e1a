//! A list of documents: what `search` and `list` answer with.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::model::kinds::Kinds;
use crate::model::query::card::{Card, Person};
use crate::model::query::of_document::CREATED;
use crate::model::query::order::Order;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Hit as Shown, Hits as ShownHits, Rows, Status, Table, View};
use crate::text::words::Language;

use super::beside::{self, AlsoSearched};
use super::explained::Explained;
use super::instead::{Instead, Said};
use super::knowers::{Knower, Unasked};
use super::nowhere;
use super::snippet::Snippet;
use super::whereabouts::{Searched, Whereabouts};

/// A document that was found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Hit {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// The kind's name.
    pub kind: String,
    /// The title.
    pub title: String,
    /// The state; null for a kind without states.
    pub status: Option<String>,
    /// The tags, as written.
    pub tags: Vec<String>,
    /// How well it fits the query; null in a list without one.
    pub score: Option<f64>,
    /// Where it fits.
    pub snippets: Vec<Snippet>,
    /// Who knows about it: handles, and names of those who have none; in an answer to a search without who does not want to be asked.
    pub people: Vec<String>,
    /// When it was made, as far as is known.
    pub created: Option<Date>,
    /// When it last changed, as far as is known.
    pub updated: Option<Date>,
    /// What replaced it.
    pub successor: Option<String>,
    /// In which community, by the name that the person gave it; absent where only one was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<String>,
    /// The file's absolute path, which leads there from anywhere; absent where only one community was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// What its score is made of; absent unless that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explained: Option<Explained>,
    #[serde(skip)]
    way: Option<String>,
    #[serde(skip)]
    card: Card,
    #[serde(skip)]
    words: Words,
    /// Why it was found, where no line of its text tells.
    #[serde(skip)]
    reason: Option<Msg>,
}

/// What a hit says about itself in the reader's language.
#[derive(Clone, Debug, Default)]
struct Words {
    kind: String,
    state: Option<String>,
    successor: Option<String>,
}

/// The fewest cells in which the text of a match stands beside its place, not below it.
const BESIDE: usize = 32;

impl Hit {
    /// A hit from its card, with the words of the reader's language.
    pub fn new(card: Card, score: Option<f64>, snippets: Vec<Snippet>, kinds: &Kinds, lang: Lang) -> Self {
        let kind = kinds.named(&card.kind);
        let state = card.state.as_deref().map(|name| {
            let known = kind.and_then(|kind| kind.state(name));
            known.map_or_else(|| name.to_owned(), |state| state.label.text(lang, name))
        });
        let words =
            Words { kind: kind.map_or_else(|| card.kind.clone(), |kind| kind.label(lang)), state, successor: card.successor.clone() };
        Self {
            reference: card.reference.clone(),
            path: card.path.clone(),
            kind: card.kind.clone(),
            title: card.title.clone(),
            status: card.state.clone(),
            tags: card.tags.clone(),
            score,
            snippets,
            people: card.people.iter().map(|person| person.handle.clone().unwrap_or_else(|| person.name.clone())).collect(),
            created: card.created,
            updated: card.updated.filter(|day| *day != Date::LAST),
            successor: card.successor.clone(),
            community: None,
            file: None,
            explained: None,
            way: None,
            card,
            words,
            reason: None,
        }
    }

    /// With who else knows about it, who answered it or keeps it true, and without who would rather not be asked.
    #[must_use]
    pub(super) fn known_by(mut self, beside: &[Person], unasked: &Unasked) -> Self {
        self.people.clear();
        for person in self.card.people.iter().chain(beside).filter(|person| !unasked.is_silent(person)) {
            let name = person.handle.as_ref().unwrap_or(&person.name);
            if !self.people.contains(name) {
                self.people.push(name.clone());
            }
        }
        self
    }

    /// As one of several communities' documents.
    #[must_use]
    pub(super) fn found_in(mut self, place: Whereabouts) -> Self {
        self.community = Some(place.community);
        self.file = Some(place.file);
        self.way = Some(place.way);
        self
    }

    /// With what its score is made of.
    #[must_use]
    pub(super) fn explained(mut self, explained: Option<Explained>) -> Self {
        self.explained = explained;
        self
    }

    /// What a list shows of it.
    pub(super) fn card(&self) -> &Card {
        &self.card
    }

    /// The path of its file as it is opened: from the community's root, of one of several from where the person stands.
    fn path(&self) -> &str {
        self.way.as_deref().unwrap_or(&self.path)
    }

    /// With why it was found, where no line of its text tells.
    #[must_use]
    pub fn because(mut self, reason: Option<Msg>) -> Self {
        self.reason = reason;
        self
    }

    /// With the title of its successor, for people.
    #[must_use]
    pub fn succeeded_by(mut self, title: Option<String>) -> Self {
        self.words.successor = title.or(self.words.successor);
        self
    }

    /// Whose stems its words have: of the language that its text is in, where it does not say one.
    pub fn stems(&self) -> Language {
        self.card.stems
    }

    /// Kind and state, in the reader's language.
    pub fn is_what(&self) -> Line {
        Line::join([Line::new().kind(&self.words.kind), self.state()], ", ")
    }

    /// What its kind is called in the reader's language.
    pub(super) fn kind_label(&self) -> &str {
        &self.words.kind
    }

    /// Who made it, as far as is known.
    pub(super) fn maker(&self) -> Option<&str> {
        let made = self.card.people.iter().find(|person| person.roles.iter().any(|role| role == CREATED));
        made.map(|person| person.name.as_str())
    }

    /// How many answers it has; `None` for what is not answered.
    pub(super) fn answers(&self) -> Option<u32> {
        self.card.answers
    }

    /// The state, if the kind has states.
    fn state(&self) -> Line {
        self.words.state.as_ref().map(|state| Line::new().state(state)).unwrap_or_default()
    }

    /// What replaced it, else what matters most about its age: when it was reviewed, how it was answered, when it last changed.
    fn says(&self, look: &Look) -> Line {
        if let Some(successor) = self.words.successor.as_ref().filter(|_| self.card.retired) {
            return Line::new().plain("→ ").plain(successor);
        }
        match (self.card.reviewed, self.card.answers, self.updated) {
            (Some(reviewed), ..) => Line::new().dim(look.say(&msg!("hit-reviewed", when = look.month(reviewed)))),
            (None, Some(answers), _) => Line::new().dim(look.say(&msg!("hit-answers", count = answers))),
            (None, None, Some(updated)) => Line::new().dim(look.say(&msg!("hit-changed", when = look.day(updated)))),
            _ => self.uncommitted(look),
        }
    }

    /// That it is in no commit yet, where that is so.
    fn uncommitted(&self, look: &Look) -> Line {
        let is_new = self.card.updated == Some(Date::LAST);
        if is_new { Line::new().dim(look.say(&msg!("hit-uncommitted"))) } else { Line::new() }
    }

    /// The day by which a list is in its order; for an order by nothing of the kind what else matters most about its age.
    fn dated(&self, order: Option<Order>, look: &Look) -> Line {
        let date = match order {
            Some(Order::Newest | Order::Oldest) => self.created.or(self.updated),
            Some(Order::Updated | Order::Score) => self.updated,
            Some(Order::Reviewed) if self.card.reviewed.is_none() => self.created.or(self.updated),
            Some(Order::Reviewed | Order::Title) | None => return self.says(look),
        };
        let day = date.map_or_else(|| self.uncommitted(look), |date| Line::new().dim(look.day(date)));
        let answers =
            self.card.answers.filter(|_| !self.card.retired).map(|count| Line::new().dim(look.say(&msg!("hit-answers", count = count))));
        Line::join(std::iter::once(day).chain(answers), ", ")
    }

    /// Kind, state and what else it says, on one line.
    pub fn facts(&self, look: &Look) -> Line {
        let facts = self.is_what();
        let between = if self.card.retired && self.words.successor.is_some() { " " } else { ", " };
        let facts = Line::join([facts, self.says(look)], between);
        self.community.iter().fold(facts, |facts, name| Line::from(name).dim(": ").then(facts))
    }

    /// With the paths of what matched, each on one line with its text where the two fit; `gutter` cells stand before them.
    fn shown(&self, look: &Look, gutter: usize) -> Shown {
        let path = look.path(self.path());
        let room = if look.screen { look.width.saturating_sub(gutter) } else { usize::MAX };
        let mut under: Vec<Line> = Vec::new();
        if let Some(reason) = &self.reason {
            under.push(Line::new().path(path.clone()).dim("  ").dim(look.say(reason)));
        }
        // What matches nothing would only seem to be the reason.
        for snippet in self.snippets.iter().filter(|_| self.reason.is_none()) {
            let place = Line::new().path(format!("{path}:{}", snippet.line));
            let beside = room.saturating_sub(place.width() + 2);
            if beside >= BESIDE {
                under.push(place.plain("  ").then(snippet.within(beside)));
            } else {
                under.extend([place, snippet.within(room)]);
            }
        }
        if under.is_empty() {
            under.push(Line::new().path(path));
        }
        under.extend(self.explained.iter().flat_map(|explained| explained.lines(look)));
        Shown { title: Line::new().strong(&self.title), facts: self.facts(look), under }
    }
}

/// What `search` and `list` answer with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Hits {
    /// How many documents there are in all: with every word of a short query, or with any where `relaxed`; with any word of a long one.
    pub total: usize,
    /// No document has every word of a short query, so that any word counts; absent where one has.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    pub relaxed: bool,
    /// Those on this page, best or newest first.
    pub hits: Vec<Hit>,
    /// Who knows about it, in the order of `who`, or who may know where nothing was found; absent in a list without a query.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<Vec<Knower>>,
    /// The words that were typed and are in no document; absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub nowhere: Vec<String>,
    /// What was looked for beside what was typed; absent where that was nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub also: Vec<AlsoSearched>,
    /// The communities that answered; absent where only one was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub communities: Option<Vec<Searched>>,
    /// What to search for instead; absent where something was found, or nothing else would be.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(default)]
    pub instead: Option<Instead>,
    #[serde(skip)]
    is_one_word: bool,
    #[serde(skip)]
    in_tiers: bool,
    #[serde(skip)]
    offset: usize,
    #[serde(skip)]
    is_search: bool,
    #[serde(skip)]
    nothing: Vec<Said>,
    #[serde(skip)]
    order: Option<Order>,
}

impl Hits {
    /// The hits from `offset` on.
    pub fn new(total: usize, offset: usize, hits: Vec<Hit>) -> Self {
        Self {
            total,
            relaxed: false,
            hits,
            people: None,
            nowhere: Vec::new(),
            also: Vec::new(),
            communities: None,
            instead: None,
            is_one_word: false,
            in_tiers: false,
            offset,
            is_search: false,
            nothing: Vec::new(),
            order: None,
        }
    }

    /// The same as the answer to a search, which says no where nothing was found.
    #[must_use]
    pub fn searched(mut self, relaxed: bool) -> Self {
        self.is_search = true;
        self.relaxed = relaxed;
        self
    }

    /// With who knows about it, in that order.
    #[must_use]
    pub fn known_by(mut self, people: Vec<Knower>) -> Self {
        self.people = Some(people);
        self
    }

    /// With what was looked for beside what was typed.
    #[must_use]
    pub(super) fn also(mut self, also: Vec<AlsoSearched>) -> Self {
        self.also = also;
        self
    }

    /// With the words that are in no document; and whether no other word was typed.
    #[must_use]
    pub(super) fn without(mut self, nowhere: Vec<String>, is_one_word: bool) -> Self {
        self.nowhere = nowhere;
        self.is_one_word = is_one_word;
        self
    }

    /// Whether what was typed is one word that is in no document.
    pub(super) fn is_one_word_nowhere(&self) -> bool {
        self.is_one_word && !self.nowhere.is_empty()
    }

    /// Whether their scores lie in tiers, those with every word above the others.
    #[must_use]
    pub(super) fn in_tiers(mut self, in_tiers: bool) -> Self {
        self.in_tiers = in_tiers;
        self
    }

    /// Whether their scores lie in tiers, and in what order they are.
    pub(super) fn ranked(&self) -> (bool, Option<Order>) {
        (self.in_tiers, self.order)
    }

    /// As the answer of several communities.
    #[must_use]
    pub(super) fn of_several(mut self, communities: Vec<Searched>) -> Self {
        self.communities = Some(communities);
        self
    }

    /// In what order they are, which tells the date that a list shows.
    #[must_use]
    pub fn in_order(mut self, order: Order) -> Self {
        self.order = Some(order);
        self
    }

    /// What to say where there is nothing: what to type next.
    #[must_use]
    pub fn or_say(self, nothing: Vec<Msg>) -> Self {
        self.or_tell(nothing.into_iter().map(Said::Words).collect())
    }

    /// The same with what can be searched for instead.
    #[must_use]
    pub(super) fn or_tell(mut self, nothing: Vec<Said>) -> Self {
        self.nothing = nothing;
        self
    }

    /// Who knows most about it, and what they did.
    fn knowers(&self, look: &Look) -> Option<Line> {
        let told = |one: &Knower| Line::new().person(&one.name).dim(format!(" ({})", one.says(look.lang, look.today)));
        let names: Vec<Line> = self.people.iter().flatten().map(told).collect();
        (!names.is_empty()).then(|| Line::new().plain(look.say(&msg!("hits-knowers"))).plain(" ").then(Line::join(names, ", ")))
    }

    /// With what to search for where nothing was found.
    #[must_use]
    pub(super) fn or_search(mut self, instead: Option<Instead>) -> Self {
        self.instead = instead;
        self
    }

    /// How many there are, without saying which of them are shown.
    fn count_of_all(&self, look: &Look) -> Line {
        let msg = match (self.is_search, self.relaxed) {
            (true, true) => self.counted_relaxed(),
            (true, false) => msg!("hits-found", count = self.total),
            (false, _) => msg!("count-documents", count = self.total),
        };
        Line::new().dim(look.say(&msg))
    }

    fn count(&self, look: &Look) -> Line {
        let shown = self.hits.len();
        let first = self.offset + 1;
        if !self.is_search {
            let all = msg!("count-documents", count = self.total);
            let page = msg!("list-page", all = all.clone(), first = first, last = self.offset + shown);
            let count = look.say(if shown < self.total { &page } else { &all });
            let order = self.order.filter(|_| shown > 1).and_then(said).map(|order| format!(", {}", look.say(&order)));
            return Line::new().dim(count).dim(order.unwrap_or_default());
        }
        let msg = match (self.relaxed, shown < self.total) {
            (true, false) => self.counted_relaxed(),
            (true, true) => msg!("hits-relaxed-page", all = self.counted_relaxed(), first = first, last = self.offset + shown),
            // Documents with every word come first, then those with some of them.
            (false, _) if self.offset + shown > self.total => msg!("hits-found-more", count = self.total),
            (false, false) => msg!("hits-found", count = self.total),
            (false, true) => msg!("hits-found-page", count = self.total, first = first, last = self.offset + shown),
        };
        Line::new().dim(look.say(&msg))
    }

    /// That no document has every word.
    fn counted_relaxed(&self) -> Msg {
        nowhere::says(&self.nowhere, self.is_one_word, self.total)
    }
}

/// An order by a date in words, so that it is clear which date a list shows.
fn said(order: Order) -> Option<Msg> {
    match order {
        Order::Newest => Some(msg!("list-newest")),
        Order::Oldest => Some(msg!("list-oldest")),
        Order::Updated | Order::Score => Some(msg!("list-updated")),
        Order::Reviewed => Some(msg!("list-reviewed")),
        Order::Title => None,
    }
}

/// The first column where several communities were asked, and then those of one.
const OF_SEVERAL: &[&str] = &["community", "ref", "path", "kind", "title", "status", "tags", "score", "people", "created", "updated"];
const COLUMNS: &[&str] = &["ref", "path", "kind", "title", "status", "tags", "score", "people", "created", "updated"];

impl View for Hits {
    const SCHEMA: &'static str = "search";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        if self.hits.is_empty() && self.offset < self.total {
            // Nothing but the number was asked for: `-n 0`.
            return vec![Block::Line(self.count_of_all(look))];
        }
        if self.hits.is_empty() && self.total > 0 {
            let beyond = msg!("hits-page-beyond", all = msg!("count-documents", count = self.total));
            return vec![Block::Line(look.say(&beyond).into())];
        }
        if self.hits.is_empty() {
            return self.nothing.iter().map(|said| said.block(look)).collect();
        }
        let mut blocks = vec![Block::Line(self.count(look).then(beside::line(&self.also, look)))];
        let gutter = (self.offset + self.hits.len()).to_string().len() + 2;
        let hits = self.hits.iter().map(|hit| hit.shown(look, gutter)).collect();
        blocks.push(Block::Hits(ShownHits { first: Some(self.offset + 1), hits }));
        if self.is_search {
            blocks.extend(self.knowers(look).map(Block::Line));
        }
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        let columns = if self.communities.is_some() { OF_SEVERAL } else { COLUMNS };
        Some(Rows::of(columns, &self.hits, |hit| {
            let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
            let cells = vec![
                hit.reference.as_str().into(),
                hit.path().into(),
                hit.kind.as_str().into(),
                hit.title.as_str().into(),
                hit.status.as_deref().unwrap_or_default().into(),
                hit.tags.join(" ").into(),
                hit.score.map(|score| format!("{score:.3}")).unwrap_or_default().into(),
                hit.people.join(" ").into(),
                date(hit.created).into(),
                date(hit.updated).into(),
            ];
            let community = hit.community.as_deref().map(Into::into);
            (hit.path().into(), community.into_iter().chain(cells).collect())
        }))
    }

    fn status(&self) -> Status {
        if self.is_search && self.total == 0 { Status::No } else { Status::Done }
    }
}

/// What `list` answers with: hits in their order, without a query.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Listed(pub Hits);

impl View for Listed {
    const SCHEMA: &'static str = "list";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        if self.0.hits.is_empty() || look.verbose {
            return self.0.blocks(look);
        }
        vec![Block::Line(self.0.count(look)), Block::Table(self.table(look))]
    }

    fn rows(&self) -> Option<Rows<'_>> {
        View::rows(&self.0)
    }
}

/// A screen this wide has room for paths beside titles.
const WIDE: usize = 120;

impl Listed {
    /// A line a document, without what is the same for all of them.
    fn table(&self, look: &Look) -> Table {
        let hits = &self.0.hits;
        let kinds_differ = hits.iter().any(|hit| hit.kind != hits[0].kind) || hits.len() == 1;
        let mut table = Table::new([
            Column::new().min(24),
            Column::new().spare(2),
            Column::new().spare(1),
            Column::new().min(14).spare(3),
            Column::new().spare(4).lost(),
        ]);
        for hit in hits {
            table.row([
                Line::new().strong(&hit.title),
                Line::new().kind(if kinds_differ { &hit.words.kind } else { "" }),
                hit.state(),
                hit.dated(self.0.order, look),
                Line::new().path(if look.width >= WIDE { look.path(&hit.path) } else { String::new() }),
            ]);
        }
        table
    }
}
