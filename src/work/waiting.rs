//! What waits to be reviewed: what was flagged, what leads to something that changed since, and what is past its day, in that order.
//!
//! Dates alone are a poor guide: nearly every review that mends something follows a reader's word or a change nearby.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::kind::Capability;
use crate::model::query::ast::Query;
use crate::model::query::card::Card;
use crate::model::review::interval;
use crate::model::targets::{Target, of_link, of_relation, of_wikilink};
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, View};

use super::bumps;
use super::catalogue;
use super::page::Page;
use super::session::Session;
use super::write::flag;

/// Why a document waits for a review; what is first comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// Somebody flagged it.
    Flagged,
    /// What it leads to has changed since it was looked at.
    Nearby,
    /// Who kept it true has left.
    Left,
    /// Its day is past.
    Overdue,
}

/// What somebody said of a document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Flag {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What is the matter: outdated, unclear, duplicate or wrong.
    #[serde(rename = "type")]
    pub what: Option<String>,
    /// Why, in their words.
    pub reason: Option<String>,
    /// Who says so, as far as is known.
    pub by: Option<String>,
}

/// A document that waits for a review.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Waiting {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// The title.
    pub title: String,
    /// Why it waits.
    pub reason: Reason,
    /// Since when.
    pub since: Option<Date>,
    /// Who keeps it true.
    pub steward: Option<String>,
    /// When it was last reviewed.
    pub reviewed: Option<Date>,
    /// How many other documents got their date of review together with it, where nobody could read them all; null where it was reviewed.
    pub bumped: Option<usize>,
    /// What was said of it.
    pub flags: Vec<Flag>,
    /// The titles of what changed nearby, newest first.
    pub changed: Vec<String>,
    #[serde(skip)]
    is_for_others: bool,
    /// What the steward is called.
    #[serde(skip)]
    pub(super) steward_name: Option<String>,
    #[serde(skip)]
    body: String,
}

/// The next document to review.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NextReview {
    /// How many wait.
    pub waiting: usize,
    /// The first of them.
    pub next: Option<Waiting>,
    /// When the first is due, where nothing waits.
    pub due: Option<Date>,
    /// Whether something waits that the person put off.
    #[serde(skip)]
    has_put_off: bool,
}

/// What is to be reviewed next: what is the person's own or nobody's before what others keep; not what they put off, by its path.
///
/// # Errors
/// What there is can't be had.
pub fn next(session: &Session, put_off: &BTreeSet<String>) -> Result<NextReview> {
    let mut all = all(session)?;
    all.retain(|waiting| !put_off.contains(&waiting.path));
    all.sort_by(|a, b| (a.is_for_others, a.reason, a.since, &a.path).cmp(&(b.is_for_others, b.reason, b.since, &b.path)));
    let due = if all.is_empty() && put_off.is_empty() { cards(session)?.iter().filter_map(|card| card.next_review).min() } else { None };
    let waiting = all.len();
    let next = all.into_iter().next().map(|mut next| {
        let bumps = if next.reviewed.is_some() { bumps::of(session) } else { Vec::new() };
        next.bumped = bumps.iter().find(|bump| bump.paths.contains(&next.path)).map(|bump| bump.paths.len() - 1);
        next
    });
    Ok(NextReview { waiting, next, due, has_put_off: !put_off.is_empty() })
}

fn cards(session: &Session) -> Result<Vec<Card>> {
    Ok(catalogue::find(session, &Query::default(), Page::default())?.cards.into_iter().map(|(card, _)| card).collect())
}

/// All that waits, each with why: first what was flagged, in the order of the files.
///
/// # Errors
/// What there is can't be had.
pub fn all(session: &Session) -> Result<Vec<Waiting>> {
    let (community, today) = (session.community(), session.today());
    let cards = cards(session)?;
    let by_path: HashMap<&str, &Card> = cards.iter().map(|card| (card.path.as_str(), card)).collect();
    let me = catalogue::me(session);
    let mut waiting = Vec::new();
    for (at, flags) in flagged(community) {
        let document = &community.documents()[at];
        let since = flags.iter().filter_map(|flag| flag.slug.get(..10).and_then(Date::parse)).min();
        let told = flags.iter().map(|flag| told(session, flag, by_path.get(flag.path.as_str()).copied())).collect();
        waiting.push(Waiting { flags: told, ..Waiting::of(session, document, Reason::Flagged, since, me.as_deref()) });
    }
    for (at, document) in community.documents().iter().enumerate() {
        let kind = community.kind(document);
        let state = document.state.as_deref().and_then(|name| kind.state(name));
        let is_kept = state.is_none_or(|state| !state.retired && !state.open) && !kind.has(Capability::Person);
        let is_known = waiting.iter().any(|known: &Waiting| known.path == document.path);
        if !is_kept || is_known || interval(document, session.settings()).is_none() {
            continue;
        }
        let Some(own) = by_path.get(document.path.as_str()) else { continue };
        let looked = document.date("reviewed").max(own.updated);
        let mut near: Vec<(Date, &Card)> = targets(community, at)
            .into_iter()
            .filter(|to| !community.kind(&community.documents()[*to]).has(Capability::Person))
            .filter_map(|to| {
                let other = by_path.get(community.documents()[to].path.as_str())?;
                // A date that was moved by a review changed nothing nearby.
                let is_review = community.documents()[to].date("reviewed").is_some_and(|day| other.updated == Some(day));
                Some((other.updated.filter(|_| !is_review).filter(|day| looked.is_some_and(|looked| *day > looked))?, *other))
            })
            .collect();
        near.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.path.cmp(&b.1.path)));
        near.dedup_by(|a, b| a.1.path == b.1.path);
        if let Some((since, _)) = near.last() {
            let changed = near.iter().map(|(_, card)| card.title.clone()).collect();
            waiting.push(Waiting { changed, ..Waiting::of(session, document, Reason::Nearby, Some(*since), me.as_deref()) });
        } else if session.people().named(document.value("steward").unwrap_or_default()).is_some_and(|member| member.left) {
            waiting.push(Waiting::of(session, document, Reason::Left, None, me.as_deref()));
        } else if let Some(since) = own.next_review.filter(|day| *day < today) {
            waiting.push(Waiting::of(session, document, Reason::Overdue, Some(since), me.as_deref()));
        }
    }
    Ok(waiting)
}

/// What has open flags, each with them.
fn flagged(community: &Community) -> Vec<(usize, Vec<Arc<Document>>)> {
    let mut about: Vec<(usize, Vec<Arc<Document>>)> = Vec::new();
    for document in community.documents() {
        let kind = community.kind(document);
        let is_open = document.state.as_deref().and_then(|name| kind.state(name)).is_some_and(|state| state.open);
        if kind.name != flag::KIND || !is_open {
            continue;
        }
        for value in document.related("about") {
            if let Target::Document(at, _) = of_relation(community, document, value) {
                match about.iter_mut().find(|(known, _)| *known == at) {
                    Some((_, flags)) => flags.push(document.clone()),
                    None => about.push((at, vec![document.clone()])),
                }
            }
        }
    }
    about
}

fn told(session: &Session, flag: &Document, card: Option<&Card>) -> Flag {
    let author = flag.value("authors").map(|who| session.people().named(who).map_or_else(|| who.to_owned(), |member| member.name.clone()));
    let maker = || card?.people.iter().find(|person| person.roles.iter().any(|role| role == "created")).map(|person| person.name.clone());
    Flag {
        reference: flag.reference.clone(),
        what: flag.value("type").map(str::to_owned),
        reason: flag.value("reason").map(str::to_owned),
        by: author.or_else(maker),
    }
}

/// The text below the title.
fn text(document: &Document) -> &str {
    let title = document.markdown.first_heading().filter(|heading| heading.level == 1 && heading.text == document.title);
    let start = title.map_or(document.front.body, |heading| heading.span.end);
    document.text.get(start..).unwrap_or_default()
}

/// The documents that a document leads to.
fn targets(community: &Community, at: usize) -> Vec<usize> {
    let document = &community.documents()[at];
    let relations = document.relations.iter().map(|relation| of_relation(community, document, relation));
    let links = document.markdown.links.iter().filter(|link| !link.opaque).map(|link| {
        let read = if link.form.is_wiki() { of_wikilink } else { of_link };
        read(community, document, &link.target)
    });
    let found = relations.chain(links).filter_map(|target| if let Target::Document(to, _) = target { Some(to) } else { None });
    found.filter(|to| *to != at).collect()
}

impl Waiting {
    fn of(session: &Session, document: &Document, reason: Reason, since: Option<Date>, me: Option<&str>) -> Self {
        let steward = document.value("steward").map(str::to_owned);
        let member = steward.as_deref().and_then(|steward| session.people().named(steward));
        let is_mine = member.is_some_and(|member| Some(member.handle.as_str()) == me);
        Self {
            reference: document.reference.clone(),
            path: document.path.clone(),
            title: document.title.clone(),
            reason,
            since,
            reviewed: document.date("reviewed"),
            bumped: None,
            flags: Vec::new(),
            changed: Vec::new(),
            // Who left keeps nothing.
            is_for_others: steward.is_some() && !is_mine && member.is_none_or(|member| !member.left),
            steward_name: steward.as_ref().map(|steward| member.map_or_else(|| steward.clone(), |member| member.name.clone())),
            steward,
            body: text(document).trim().to_owned(),
        }
    }

    /// Why it waits, in a line each.
    pub fn reasons(&self, look: &Look) -> Vec<Line> {
        match self.reason {
            Reason::Flagged => self.flags.iter().map(|flag| Line::from(look.say(&flag.says()))).collect(),
            Reason::Nearby => {
                vec![look.say(&msg!("review-nearby", titles = self.changed.iter().take(3).cloned().collect::<Vec<_>>().join(", "))).into()]
            }
            Reason::Left => {
                let name = self.steward_name.as_deref().unwrap_or_default();
                vec![look.say(&msg!("review-steward-left", name = name)).into()]
            }
            Reason::Overdue => {
                let day = self.since.map(|day| look.on(day)).unwrap_or_default();
                vec![look.say(&msg!("review-overdue", day = day)).into()]
            }
        }
    }
}

impl Flag {
    /// `outdated, says Kees: …`
    pub fn says(&self) -> Msg {
        let what = self.what.as_deref().map_or_else(|| Msg::literal(""), flag::called);
        match (&self.by, &self.reason) {
            (Some(by), Some(why)) => msg!("review-flag-why", what = what, by = by, why = why),
            (Some(by), None) => msg!("review-flag", what = what, by = by),
            (None, Some(why)) => msg!("review-flag-reason", what = what, why = why),
            (None, None) => what,
        }
    }
}

impl View for NextReview {
    const SCHEMA: &'static str = "review-next";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let Some(next) = &self.next else {
            let nothing = if self.has_put_off { msg!("review-nothing-more") } else { msg!("review-nothing") };
            let mut blocks = vec![Block::Line(look.say(&nothing).into())];
            blocks.extend(self.due.map(|day| Block::Line(look.say(&msg!("review-nothing-next", day = look.on(day))).into())));
            return blocks;
        };
        let mut blocks = if self.has_put_off { vec![Block::Blank] } else { Vec::new() };
        blocks.extend([Block::Title(Line::from(&next.title)), Block::Line(Line::new().path(look.path(&next.path)))]);
        let mut facts: Vec<(Line, Line)> = Vec::new();
        for (at, reason) in next.reasons(look).into_iter().enumerate() {
            let name = if at == 0 { look.say(&msg!("review-why")) } else { String::new() };
            facts.push((name.into(), reason));
        }
        if let Some(name) = &next.steward_name {
            facts.push((look.say(&msg!("review-steward")).into(), Line::new().person(name.clone())));
        }
        if let Some(day) = next.reviewed {
            let others = next.bumped.map(|others| format!(", {}", look.say(&msg!("review-bumped", count = others))));
            facts.push((look.say(&msg!("review-last")).into(), Line::from(look.day(day)).plain(others.unwrap_or_default())));
        }
        blocks.extend([Block::Facts(facts), Block::Blank]);
        if look.screen && !next.body.is_empty() {
            blocks.extend([Block::Prose(next.body.clone()), Block::Blank]);
        }
        for verdict in super::write::review::Verdict::ALL {
            let word = look.say(&verdict.word());
            blocks.push(Block::Line(Line::new().command(format!("cop review {} {word}", next.reference))));
        }
        if self.waiting > 1 {
            blocks.push(Block::Line(Line::new().dim(look.say(&msg!("review-more", count = self.waiting - 1)))));
        }
        blocks
    }
}
