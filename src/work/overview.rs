//! A community at a glance: what `cop` alone answers with, and the ways in where there is no community.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::base::path::last;
use crate::base::timespan::Timespan;
use crate::base::width::truncate;
use crate::model::kind::{Capability, Kind};
use crate::model::query::ast::Query;
use crate::model::query::card::Card;
use crate::msg;
use crate::show::dates::weekday;
use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Table, View};

use super::catalogue;
use super::hits::Hit;
use super::home::{self, ForMe, News, Seen};
use super::page::Page;
use super::session::Session;
use super::unclaimed::Unclaimed;

/// What was made longer ago is not called new.
const NEW: Timespan = Timespan { months: 0, days: 90 };
/// So many lines there are for all that is next, new, waiting and open: the whole is to be seen at a glance.
const ROWS: usize = 7;
/// How many documents are shown of what is new, and of what is open.
const SHOWN: usize = 3;

/// How many documents of a kind there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KindCount {
    /// The kind's name.
    pub kind: String,
    /// How many hold: those that are retired, closed or have left are not among them.
    pub count: usize,
    /// How many of these wait for something: an answer, a decision.
    pub open: usize,
    #[serde(skip)]
    label: String,
    #[serde(skip)]
    is_answered: bool,
}

/// When the members come together next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NextMeeting {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// The title.
    pub title: String,
    /// The day.
    pub date: Date,
}

/// A community at a glance.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Overview {
    /// What it is called.
    pub name: String,
    /// What binds its members.
    pub purpose: Option<String>,
    /// What there is, kind by kind; answers and their like are counted with what they belong to.
    pub kinds: Vec<KindCount>,
    /// When the members come together next, if that is planned.
    pub next_meeting: Option<NextMeeting>,
    /// The newest documents; members are not among them, nor what is under `open` or `next_meeting`.
    pub newest: Vec<Hit>,
    /// Questions that are open, those without an answer first.
    pub open: Vec<Hit>,
    /// What others added and changed since the person last looked, newest first.
    pub news: Vec<News>,
    /// The day of that; null for who never looked before.
    pub since: Option<Date>,
    /// What waits for the person who asks.
    pub waiting: Vec<ForMe>,
    /// How many more there are that hold no longer.
    #[serde(skip)]
    past: usize,
    /// The newest were made some time ago.
    #[serde(skip)]
    is_quiet: bool,
    /// What is said where there are no documents.
    #[serde(skip)]
    advice: Vec<Msg>,
    /// A merge is under way, and nothing can be written before it is done.
    #[serde(skip)]
    is_merging: bool,
    /// How to take part, for who is no member.
    #[serde(skip)]
    pub join: Option<Msg>,
}

/// Looks at a community. `seen` is how it stood when the person last looked.
///
/// # Errors
/// What there is can't be had.
pub fn of(session: &Session, seen: Option<&Seen>) -> Result<Overview> {
    let (settings, lang, today) = (session.settings(), session.lang(), session.today());
    let kinds = &settings.kinds;
    let cards: Vec<Card> = catalogue::find(session, &Query::default(), Page::default())?.cards.into_iter().map(|(card, _)| card).collect();
    let kind_of = |card: &Card| kinds.named(&card.kind);
    let hit = |card: &Card| Hit::new(card.clone(), None, Vec::new(), kinds, lang);
    let mut open: Vec<&Card> = cards.iter().filter(|card| card.open && card.answers.is_some()).collect();
    open.sort_by_key(|card| card.answers);
    let waiting = home::for_me(session, &cards);
    open.truncate(SHOWN);
    // What is shown as open or next need not be shown as new too.
    let next_meeting = cards.iter().filter_map(|card| meeting(card, kind_of(card)?, today)).min_by_key(|meeting| meeting.date);
    let is_next = |card: &Card| next_meeting.as_ref().is_some_and(|next| next.path == card.path);
    let is_told = |card: &Card| is_next(card) || open.iter().any(|open| open.path == card.path);
    let newest = cards.iter().filter(|card| !is_told(card) && kind_of(card).is_some_and(|kind| !kind.has(Capability::Person)));
    let mut counts: Vec<(bool, KindCount)> = kinds
        .all()
        .iter()
        .filter(|kind| kind.parent.is_none())
        .map(|kind| (kind.has(Capability::Person), count(kind, &cards, lang)))
        .collect();
    counts.retain(|(_, counted)| counted.count > 0);
    counts.sort_by_key(|(is_person, _)| *is_person);
    let advice = if counts.is_empty() { Unclaimed::advice(session) } else { Vec::new() };
    let newest: Vec<Hit> = newest.take(SHOWN).map(hit).collect();
    let (news, since) = match seen {
        Some(seen) => home::news(session, &cards, seen).map_or((Vec::new(), None), |news| (news, seen.day())),
        None => (Vec::new(), None),
    };
    let is_aged = |hit: &Hit| hit.created.is_some_and(|day| day < NEW.before(today));
    let is_counted = |card: &&Card| card.retired && kind_of(card).is_some_and(|kind| kind.parent.is_none());
    Ok(Overview {
        news,
        since,
        waiting,
        past: cards.iter().filter(is_counted).count(),
        is_quiet: newest.iter().any(is_aged),
        advice,
        join: home::join(session),
        is_merging: session.repo().is_some_and(crate::store::git::sync::mend::is_under_way),
        name: settings.name.clone(),
        purpose: settings.purpose.clone(),
        kinds: counts.into_iter().map(|(_, counted)| counted).collect(),
        newest,
        open: open.iter().copied().map(hit).collect(),
        next_meeting,
    })
}

fn count(kind: &Kind, cards: &[Card], lang: Lang) -> KindCount {
    let holds: Vec<&Card> = cards.iter().filter(|card| card.kind == kind.name && !card.retired).collect();
    KindCount {
        kind: kind.name.clone(),
        count: holds.len(),
        open: holds.iter().filter(|card| card.open).count(),
        label: if holds.len() == 1 { kind.label(lang) } else { kind.plural(lang) },
        is_answered: holds.iter().any(|card| card.answers.is_some()),
    }
}

/// A meeting that is still to come; its day is the beginning of its name.
fn meeting(card: &Card, kind: &Kind, today: Date) -> Option<NextMeeting> {
    if !card.open || !kind.has(Capability::Dated) || kind.field("attendees").is_none() {
        return None;
    }
    let slug = last(&card.reference);
    let date = slug.get(..10).and_then(Date::parse).filter(|date| *date >= today)?;
    Some(NextMeeting { reference: card.reference.clone(), path: card.path.clone(), title: card.title.clone(), date })
}

impl Overview {
    /// `15 practices, 8 questions (3 open), 9 members`.
    fn counts(&self, look: &Look) -> Line {
        let counts = self.kinds.iter().map(|counted| {
            let open = if counted.is_answered && counted.open > 0 {
                format!(" ({})", look.say(&msg!("overview-open-count", count = counted.open)))
            } else {
                String::new()
            };
            Line::from(format!("{} {}", look.count(counted.count), counted.label)).dim(open)
        });
        let counts = Line::join(counts, ", ");
        if self.past > 0 { counts.dim(format!("; {}", look.say(&msg!("overview-past", count = self.past)))) } else { counts }
    }

    /// What is next, new, waiting and open, a line each.
    fn table(&self, look: &Look) -> Table {
        let columns = [Column::new(), Column::new().spare(2), Column::new().min(20), Column::new().spare(1)];
        let mut table = Table::new(columns);
        // The line for who is no member takes its room here, and one row more where a title wraps.
        let mut room = if self.join.is_some() { ROWS - 2 } else { ROWS };
        let mut row = |label: String, kind: String, title: &str, says: String, command: &str| {
            if room > 0 {
                room -= 1;
                let says = if command.is_empty() { Line::new().dim(says) } else { Line::new().command(command) };
                table.row([head(label), Line::new().dim(kind), title.into(), says]);
            }
        };
        let first = |at: usize, msg: Msg| if at == 0 { look.say(&msg) } else { String::new() };
        if let Some(next) = &self.next_meeting {
            row(look.say(&msg!("overview-next")), weekday(next.date, look.today, look.lang), &next.title, String::new(), "");
        }
        match self.since {
            Some(day) if self.news.is_empty() => {
                row(
                    look.say(&msg!("overview-new")),
                    String::new(),
                    &look.say(&msg!("home-nothing-new", day = look.day(day))),
                    String::new(),
                    "",
                );
            }
            Some(_) => {
                for (at, news) in self.news.iter().take(SHOWN).enumerate() {
                    row(first(at, msg!("overview-new")), news.label.clone(), &news.title, news.says(look), "");
                }
            }
            None => {
                for (at, hit) in self.newest.iter().enumerate() {
                    let new = if self.is_quiet { msg!("overview-newest") } else { msg!("overview-new") };
                    let day = hit.created.map(|day| look.day(day));
                    let first_name = hit.maker().and_then(|name| name.split_whitespace().next()).map(str::to_owned);
                    let says = [first_name, day].into_iter().flatten().collect::<Vec<_>>().join(", ");
                    row(first(at, new), hit.kind_label().to_owned(), &hit.title, says, "");
                }
            }
        }
        for (at, mine) in self.waiting.iter().take(SHOWN).enumerate() {
            row(first(at, msg!("home-for-you")), look.say(&mine.says()), &mine.title, String::new(), &mine.command);
        }
        // What is for the person has been shown.
        let is_mine = |hit: &&Hit| self.waiting.iter().take(SHOWN).any(|mine| mine.reference == hit.reference);
        for (at, hit) in self.open.iter().filter(|hit| !is_mine(hit)).enumerate() {
            let says = look.say(&msg!("hit-answers", count = hit.answers().unwrap_or_default()));
            row(first(at, msg!("overview-open")), hit.kind_label().to_owned(), &hit.title, says, "");
        }
        table
    }
}

fn head(word: String) -> Line {
    Line::new().strong(word)
}

impl View for Overview {
    const SCHEMA: &'static str = "overview";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = vec![Block::Title(Line::from(&self.name))];
        let purpose = self.purpose.as_deref().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
        // Two lines of it on a screen: the rest of the page is what changes.
        let room = if look.screen { (look.width * 2).saturating_sub(12) } else { usize::MAX };
        let whole_words = |text: &str| match truncate(text, room).rsplit_once(' ') {
            Some((words, last)) if last.ends_with('…') && !text.ends_with('…') => format!("{words} …"),
            _ => truncate(text, room).into_owned(),
        };
        if self.is_merging {
            blocks.push(Block::Line(Line::of(Label::Error, look.say(&msg!("doctor-merging")))));
            blocks.push(Block::Line(look.say(&msg!("write-state-merge-hint")).into()));
        }
        blocks.extend(purpose.map(|text| Block::Line(Line::new().dim(whole_words(&text)))));
        if self.kinds.is_empty() {
            blocks.push(Block::Line(look.say(&msg!("list-nothing")).into()));
            blocks.extend(self.advice.iter().map(|msg| Block::Line(look.say(msg).into())));
            blocks.push(Block::Blank);
        } else {
            blocks.extend([Block::Line(self.counts(look)), Block::Blank, Block::Table(self.table(look)), Block::Blank]);
        }
        blocks.extend(self.join.iter().map(|msg| Block::Line(look.say(msg).into())));
        let hint = |(word, command): (Msg, Msg)| Line::new().dim(look.say(&word)).plain(" ").command(look.say(&command));
        let hints = [
            (msg!("overview-hint-search"), msg!("do-search")),
            (msg!("overview-hint-show"), msg!("do-show")),
            (msg!("overview-hint-more"), Msg::literal("cop help")),
        ];
        blocks.push(Block::Line(Line::join(hints.map(hint), "   ")));
        blocks
    }
}

/// What to do where there is no community.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct WaysIn {}

impl View for WaysIn {
    const SCHEMA: &'static str = "overview";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let ways = [
            (msg!("ways-begin"), Msg::literal("cop init")),
            (msg!("home-join"), msg!("do-clone")),
            (msg!("ways-try"), Msg::literal("cop --demo search rhythm")),
            (msg!("ways-example"), Msg::literal("cop demo")),
            (msg!("ways-elsewhere"), msg!("do-elsewhere")),
            (msg!("ways-help"), Msg::literal("cop help")),
        ];
        let facts = ways.into_iter().map(|(why, command)| (Line::from(look.say(&why)), Line::new().command(look.say(&command)))).collect();
        vec![Block::Line(look.say(&msg!("ways-none")).into()), Block::Blank, Block::Facts(facts)]
    }
}
