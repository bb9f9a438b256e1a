//! A community at a glance: what `cop` alone answers with, and the ways in where there is no community.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::base::path::last;
use crate::base::timespan::Timespan;
use crate::base::width::{truncate, width};
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
use super::echoes::{self, Fresh};
use super::hits::Hit;
use super::home::{self, ForMe, News, Visit};
use super::page::Page;
use super::session::Session;
use super::unclaimed::Unclaimed;
use super::write::flag;

/// What was made longer ago is not called new.
const NEW: Timespan = Timespan { months: 0, days: 90 };
/// So many lines there are in all: the whole is to be seen at a glance.
const LINES: usize = 15;
/// However little room that leaves, so many lines there are for what is next, new, waiting and open.
const ROWS: usize = 6;
/// How many documents are shown of what is new, and of what is open.
const SHOWN: usize = 3;
/// How many are shown of what is for the person, and of what they follow.
const FOR_ME: (usize, usize) = (4, 2);
/// On a screen this wide what is to be said of a document stands beside its title.
const WIDE: usize = 60;
/// With less room than this for a title, what is said of it goes below.
const TITLE: usize = 24;
/// What somebody said is shown up to here at least.
const WORDS: usize = 18;

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
    /// What others added and changed since the person last looked, newest first; what they follow is apart.
    pub news: Vec<News>,
    /// What of that happened to what the person follows.
    pub followed: Vec<News>,
    /// The day of that; null for who never looked before.
    pub since: Option<Date>,
    /// What waits for the person who asks, and what came of what they did since they last looked.
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

/// Looks at a community; `None` for a program, to which nothing is new.
///
/// # Errors
/// What there is can't be had.
pub fn of(session: &Session, visit: Option<&Visit>) -> Result<Overview> {
    let (settings, lang, today) = (session.settings(), session.lang(), session.today());
    let kinds = &settings.kinds;
    let cards: Vec<Card> = catalogue::find(session, &Query::default(), Page::default())?.cards.into_iter().map(|(card, _)| card).collect();
    let kind_of = |card: &Card| kinds.named(&card.kind);
    let hit = |card: &Card| Hit::new(card.clone(), None, Vec::new(), kinds, lang);
    let mut open: Vec<&Card> = cards.iter().filter(|card| card.open && card.answers.is_some()).collect();
    open.sort_by_key(|card| card.answers);
    let is_merging = session.repo().is_some_and(crate::store::git::sync::mend::is_under_way);
    let fresh = visit.and_then(Visit::seen).and_then(|seen| Some((seen, Fresh::since(session, seen)?)));
    // Whoever was no member yet when they looked was told nothing of what concerns them.
    let is_unheard = visit.is_some_and(|visit| catalogue::me(session).is_some_and(|me| !visit.knew(&me)));
    let unheard = if is_unheard { Fresh::after(session, NEW.before(today)) } else { None };
    let mut waiting = echoes::for_me(session, &cards, unheard.as_ref().or(fresh.as_ref().map(|(_, fresh)| fresh)), is_merging);
    open.truncate(SHOWN);
    // What is shown as open or next need not be shown as new too.
    let next_meeting = cards.iter().filter_map(|card| meeting(card, kind_of(card)?, today)).min_by_key(|meeting| meeting.date);
    let is_next = |card: &Card| next_meeting.as_ref().is_some_and(|next| next.path == card.path);
    let is_told = |card: &Card| is_next(card) || open.iter().any(|open| open.path == card.path);
    let is_listed = |kind: &Kind| !kind.has(Capability::Person) && kind.name != flag::KIND;
    let newest = cards.iter().filter(|card| !is_told(card) && kind_of(card).is_some_and(is_listed));
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
    let since = fresh.as_ref().and_then(|(seen, _)| seen.day());
    let (mut followed, mut news) = fresh.map(|(_, fresh)| echoes::news(session, &cards, &fresh, &waiting)).unwrap_or_default();
    let is_fresh = |mark: &str| visit.is_none_or(|visit| !visit.is_told(mark));
    waiting.retain(|mine| mine.mark().is_none_or(|mark| is_fresh(&mark)));
    news.retain(|news| is_fresh(&news.mark()));
    followed.retain(|news| is_fresh(&news.mark()));
    let is_aged = |hit: &Hit| hit.created.is_some_and(|day| day < NEW.before(today));
    let is_counted = |card: &&Card| card.retired && kind_of(card).is_some_and(|kind| kind.parent.is_none());
    Ok(Overview {
        news,
        followed,
        since,
        waiting,
        past: cards.iter().filter(is_counted).count(),
        is_quiet: newest.iter().any(is_aged),
        advice,
        join: home::join(session),
        is_merging,
        name: settings.name.clone(),
        purpose: settings.purpose.clone(),
        kinds: counts.into_iter().map(|(_, counted)| counted).collect(),
        newest,
        open: open.iter().copied().map(hit).collect(),
        next_meeting,
    })
}

fn count(kind: &Kind, cards: &[Card], lang: Lang) -> KindCount {
    // A flag that is settled says nothing any more.
    let is_said = |card: &Card| !card.retired && (card.open || kind.name != flag::KIND);
    let holds: Vec<&Card> = cards.iter().filter(|card| card.kind == kind.name && is_said(card)).collect();
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

    /// What is next, new, waiting and open, in so many lines of the screen.
    fn rows(&self, look: &Look, lines: usize, is_narrow: bool) -> Vec<Row> {
        let most = |most: usize| if look.verbose { usize::MAX } else { most };
        let mine = self.waiting.len().min(most(FOR_ME.0)).min(if is_narrow { most(2) } else { usize::MAX });
        let followed = self.followed.len().min(most(FOR_ME.1)).min(if is_narrow { most(1) } else { usize::MAX });
        let each = if is_narrow { 2 } else { 1 };
        let taken = usize::from(self.next_meeting.is_some()) + each * (mine + followed) + usize::from(self.waiting.len() > mine);
        let room = |taken: usize| most((lines.saturating_sub(taken) / each).clamp(1, SHOWN));
        let is_all = self.since.is_none() || self.followed.len() == followed && self.news.len() <= room(taken);
        // That there is more takes a line too.
        let news = room(taken + usize::from(!is_all));
        let unseen = if is_all { 0 } else { self.news.len().saturating_sub(news) + self.followed.len() - followed };
        let more = |count: usize| {
            let says = || look.say(&msg!("echo-more", count = count, command = "cop -v"));
            (count > 0).then(|| Row { title: says(), ..Row::default() })
        };
        let mut rows = Vec::new();
        if let Some(next) = &self.next_meeting {
            let day = weekday(next.date, look.today, look.lang);
            rows.push(Row { head: look.say(&msg!("overview-next")), kind: day, title: next.title.clone(), ..Row::default() });
        }
        match self.since {
            Some(day) if self.news.is_empty() && self.followed.is_empty() && self.waiting.iter().all(|mine| mine.by.is_none()) => {
                let nothing = look.say(&msg!("home-nothing-new", day = look.day(day)));
                rows.push(Row { head: look.say(&msg!("overview-new")), title: nothing, ..Row::default() });
            }
            Some(_) => {
                let new = |news: &News| Row { mark: Some(news.mark()), ..Row::of(&news.label, &news.title, news.says(look)) };
                Row::group(&mut rows, look.say(&msg!("overview-new")), self.news.iter().take(news).map(new));
                Row::group(&mut rows, look.say(&msg!("echo-you-follow")), self.followed.iter().take(followed).map(new));
                // On a narrow screen one line tells of all that there is more.
                rows.extend(if is_narrow { None } else { more(unseen) });
            }
            None => {
                let new = |hit: &Hit| {
                    let day = hit.created.map(|day| look.day(day));
                    let first_name = hit.maker().and_then(|name| name.split_whitespace().next()).map(str::to_owned);
                    let says = [first_name, day].into_iter().flatten().collect::<Vec<_>>().join(", ");
                    Row::of(hit.kind_label(), &hit.title, says)
                };
                let word = if self.is_quiet { msg!("overview-newest") } else { msg!("overview-new") };
                Row::group(&mut rows, look.say(&word), self.newest.iter().take(news).map(new));
            }
        }
        let for_me = self.waiting.iter().take(mine).map(|mine| {
            let word = look.say(&mine.says());
            match mine.heard(look) {
                Some(heard) => Row { is_said: true, mark: mine.mark(), ..Row::of(&word, &mine.title, heard) },
                None => Row { command: mine.command.clone(), ..Row::of(&word, &mine.title, String::new()) },
            }
        });
        Row::group(&mut rows, look.say(&msg!("home-for-you")), for_me);
        rows.extend(more(self.waiting.len() - mine + if is_narrow { unseen } else { 0 }));
        // What is for the person has been shown.
        let is_mine = |hit: &&Hit| self.waiting.iter().take(mine).any(|mine| mine.reference == hit.reference);
        let open = self.open.iter().filter(|hit| !is_mine(hit)).take(most((lines / each).saturating_sub(rows.len()))).map(|hit| {
            let says = look.say(&msg!("hit-answers", count = hit.answers().unwrap_or_default()));
            Row::of(hit.kind_label(), &hit.title, says)
        });
        Row::group(&mut rows, look.say(&msg!("overview-open")), open);
        rows
    }

    /// All that is told once, each by what it is known again.
    pub fn told_once(&self) -> Vec<String> {
        let news = self.news.iter().chain(&self.followed).map(News::mark);
        news.chain(self.waiting.iter().filter_map(ForMe::mark)).collect()
    }

    /// Of that, what the person gets to see.
    pub fn seen(&self, look: &Look) -> Vec<String> {
        if self.kinds.is_empty() {
            return Vec::new();
        }
        let lines = self.lines(look, &self.above(look));
        self.laid(look, lines).0.into_iter().filter_map(|row| row.mark).collect()
    }

    /// What the community is, above what there is of it.
    fn above(&self, look: &Look) -> Vec<Block> {
        let mut blocks = vec![Block::Title(Line::from(&self.name))];
        let purpose = self.purpose.as_deref().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
        // A line or two of it on a screen: the rest of the page is what changes.
        let two = if look.width < WIDE { look.width } else { (look.width * 2).saturating_sub(12) };
        let room = if look.screen { two } else { usize::MAX };
        let whole_words = |text: &str| match truncate(text, room).rsplit_once(' ') {
            Some((words, last)) if last.ends_with('…') && !text.ends_with('…') => format!("{words} …"),
            _ => truncate(text, room).into_owned(),
        };
        if self.is_merging {
            blocks.push(Block::Line(Line::of(Label::Error, look.say(&msg!("doctor-merging")))));
            blocks.push(Block::Line(look.say(&msg!("write-state-merge-hint")).into()));
        }
        blocks.extend(purpose.map(|text| Block::Line(Line::new().dim(whole_words(&text)))));
        if !self.kinds.is_empty() {
            blocks.push(Block::Line(self.counts(look)));
        }
        blocks
    }

    /// So many lines there are for what is between the top and the bottom.
    fn lines(&self, look: &Look, above: &[Block]) -> usize {
        let cut = |line: &Line| line.width().div_ceil(look.width.max(1));
        let taken = |block: &Block| if let Block::Line(line) = block { cut(line) } else { 1 };
        let below = cut(&hints(look)) + self.join.as_ref().map_or(0, |msg| cut(&look.say(msg).into()));
        LINES.saturating_sub(above.iter().map(taken).sum::<usize>() + 2 + below).max(ROWS)
    }

    /// The rows of the table, with the room for a title beside what is said of it; `None` where that goes below.
    fn laid(&self, look: &Look, lines: usize) -> (Vec<Row>, Option<usize>) {
        let widest = |rows: &[Row], cell: &dyn Fn(&Row) -> &str| rows.iter().map(|row| width(cell(row))).max().unwrap_or_default();
        let room = |rows: &[Row]| {
            let before = widest(rows, &|row| &row.head) + widest(rows, &|row| &row.kind) + 6;
            if look.screen { look.width.saturating_sub(before) } else { usize::MAX }
        };
        let wide = |lines: usize| {
            let mut rows = self.rows(look, lines, false);
            // What somebody said gives way to the title that they said it of; a command never does, and has a line of its own if need be.
            let words = room(&rows).saturating_sub(TITLE + 4).max(WORDS);
            for row in rows.iter_mut().filter(|row| row.is_said && width(&row.says) > words && !look.verbose) {
                row.says = truncate(&row.says, words).into_owned();
            }
            let beside = room(&rows).saturating_sub(TITLE);
            for row in &mut rows {
                row.is_below = width(&row.command) > beside;
            }
            rows
        };
        if !look.screen || look.width >= WIDE {
            let mut rows = wide(lines);
            let below = rows.iter().filter(|row| row.is_below).count();
            if below > 0 {
                rows = wide(lines.saturating_sub(below));
            }
            let said = widest(&rows, &|row| {
                if row.is_below {
                    ""
                } else if row.command.is_empty() {
                    &row.says
                } else {
                    &row.command
                }
            });
            let room = room(&rows).saturating_sub(said);
            if room >= TITLE {
                return (rows, Some(room));
            }
        }
        let mut rows = self.rows(look, lines, true);
        let beside = look.width.saturating_sub(widest(&rows, &|row| &row.head) + 4);
        for row in &mut rows {
            row.is_below = width(&row.command) > beside;
        }
        (rows, None)
    }

    /// The same as a table: what is said of a document stands beside its title, or below where there is no room.
    fn table(&self, look: &Look, lines: usize) -> Table {
        let (rows, room) = self.laid(look, lines);
        let says = |row: &Row| match row.command.as_str() {
            "" => Line::new().dim(&row.says),
            // One that is wider than the screen is left to that to break, so that it is copied whole.
            long if look.screen && width(long) + 3 > look.width => Line::new().path(long),
            command => Line::new().command(command),
        };
        let apart = |row: &Row| if row.is_below { (Line::new(), says(row)) } else { (says(row), Line::new()) };
        if let Some(room) = room {
            let mut table = Table::new([Column::new(), Column::new(), Column::new().min(TITLE), Column::new(), Column::new().below()]);
            for row in rows {
                let (said, below) = apart(&row);
                // What stands alone may be as long as the screen is wide.
                let title = if said.is_empty() && below.is_empty() { row.title } else { truncate(&row.title, room).into_owned() };
                table.row([head(row.head), Line::new().dim(row.kind), title.into(), said, below]);
            }
            return table;
        }
        let mut table = Table::new([Column::new(), Column::new().min(TITLE), Column::new().below()]);
        for row in rows {
            let (said, below) = apart(&row);
            let kind = if row.kind.is_empty() { Line::new() } else { Line::new().dim(row.kind).plain("  ") };
            table.row([head(row.head), kind.plain(row.title), below]);
            if !said.is_empty() {
                table.row([Line::new(), Line::new().plain("  ").then(said), Line::new()]);
            }
        }
        table
    }
}

/// A line of it.
#[derive(Default)]
struct Row {
    head: String,
    kind: String,
    title: String,
    says: String,
    command: String,
    /// What is said of it are somebody's own words, of any length.
    is_said: bool,
    /// The command is too long to stand beside the title.
    is_below: bool,
    /// By what it is known again, of what is told once.
    mark: Option<String>,
}

impl Row {
    fn of(kind: &str, title: &str, says: String) -> Self {
        Self { kind: kind.to_owned(), title: title.to_owned(), says, ..Self::default() }
    }

    /// Adds rows, the first of them with a heading.
    fn group(rows: &mut Vec<Self>, head: String, group: impl Iterator<Item = Self>) {
        let at = rows.len();
        rows.extend(group);
        if let Some(first) = rows.get_mut(at) {
            first.head = head;
        }
    }
}

fn head(word: String) -> Line {
    Line::new().strong(word)
}

impl View for Overview {
    const SCHEMA: &'static str = "overview";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = self.above(look);
        if self.kinds.is_empty() {
            blocks.push(Block::Line(look.say(&msg!("list-nothing")).into()));
            blocks.extend(self.advice.iter().map(|msg| Block::Line(look.say(msg).into())));
            blocks.push(Block::Blank);
        } else {
            let table = self.table(look, self.lines(look, &blocks));
            blocks.push(Block::Blank);
            if !table.rows.is_empty() {
                blocks.extend([Block::Table(table), Block::Blank]);
            }
        }
        blocks.extend(self.join.as_ref().map(|msg| Block::Line(look.say(msg).into())));
        blocks.push(Block::Line(hints(look)));
        blocks
    }
}

/// How to go on from here.
fn hints(look: &Look) -> Line {
    let hint = |(word, command): (Msg, Msg)| Line::new().dim(look.say(&word)).plain(" ").command(look.say(&command));
    let hints = [
        (msg!("overview-hint-search"), msg!("do-search")),
        (msg!("overview-hint-show"), msg!("do-show")),
        (msg!("overview-hint-more"), Msg::literal("cop help")),
    ];
    Line::join(hints.map(hint), "   ")
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
