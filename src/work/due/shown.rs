//! How what waits looks.

use crate::base::lang::Msg;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Hit, Hits, Rows, View};

use super::waits::Why;
use super::{Due, Item, Urgency, Whom};

/// So many of what nothing but a date says are shown; lists by date are not read.
const LATER: usize = 5;

impl View for Due {
    const SCHEMA: &'static str = "due";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = if self.items.is_empty() { self.nothing(look) } else { Vec::new() };
        let later = self.items.iter().filter(|item| item.urgency == Urgency::Later).count();
        // One line more or less is no reason to leave something out.
        let is_cut = !look.verbose && later > LATER + 1 && self.items.len() == self.total;
        let shown = if is_cut { self.items.len() - (later - LATER) } else { self.items.len() };
        blocks.extend(self.lists(look, shown));
        if is_cut {
            let more = msg!("due-later-more", count = self.items.len() - shown, command = "cop due -v");
            blocks.push(Block::Line(Line::new().dim(look.say(&more))));
        }
        if self.total > self.items.len() {
            let more = msg!("due-more", count = self.total - self.items.len());
            blocks.push(Block::Line(Line::new().dim(look.say(&more))));
        }
        blocks.extend(self.bumped(look));
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        const COLUMNS: &[&str] = &["type", "ref", "path", "title", "reason", "since", "by", "people", "urgency", "command"];
        let day = |day: Option<crate::base::date::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        Some(Rows::of(COLUMNS, &self.items, |item| {
            let cells = vec![
                item.sort.name().into(),
                item.reference.as_deref().unwrap_or_default().into(),
                item.path.as_deref().unwrap_or_default().into(),
                item.title.as_deref().unwrap_or_default().into(),
                item.reason.as_str().into(),
                day(item.since).into(),
                day(item.by).into(),
                item.people.join(", ").into(),
                item.urgency.name().into(),
                item.command.as_str().into(),
            ];
            (item.path.as_deref().unwrap_or_default().into(), cells)
        }))
    }
}

impl Due {
    /// What is shown of the first so many, under how soon it matters.
    fn lists(&self, look: &Look, shown: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let shown = &self.items[..shown];
        let has_more = |part: &[Item]| part.len() < shown.len();
        let mut first = 1;
        for part in shown.chunk_by(|one, next| one.urgency == next.urgency) {
            // One heading above all of it tells nothing.
            if let Some(item) = part.first().filter(|_| has_more(part)) {
                blocks.push(Block::Heading(Line::from(look.say(&item.urgency.says()))));
            }
            blocks.push(Block::Hits(Hits { first: Some(first), hits: part.iter().map(|item| self.hit(item, look)).collect() }));
            first += part.len();
        }
        blocks
    }

    fn hit(&self, item: &Item, look: &Look) -> Hit {
        let facts = Line::new().kind(look.say(&item.sort.says())).plain(", ").then(self.reason(item, look));
        Hit { title: Line::new().strong(item.title(look)), facts, under: vec![Line::new().command(&item.command)] }
    }

    /// Why it waits, and for whom where that is not who asks.
    fn reason(&self, item: &Item, look: &Look) -> Line {
        let why = Line::from(item.why.says(look));
        let is_whose = matches!(self.whom, Whom::Everyone | Whom::Role(_)) && !item.names.is_empty();
        if is_whose { why.plain(" · ").person(item.names.join(", ")) } else { why }
    }

    /// What is said where nothing waits.
    fn nothing(&self, look: &Look) -> Vec<Block> {
        let nothing = if self.whom == Whom::Everyone { msg!("due-nothing") } else { msg!("due-nothing-for") };
        let mut blocks = vec![Block::Line(look.say(&nothing).into())];
        if let Some((title, day)) = &self.next_meeting {
            blocks.push(Block::Line(look.say(&msg!("due-next-meeting", title = title, day = look.day(*day))).into()));
        }
        blocks
    }

    /// Dates of review that were moved in bulk, said once.
    fn bumped(&self, look: &Look) -> Vec<Block> {
        let waiting = |bump: &&crate::work::bumps::Bump| {
            self.items
                .iter()
                .any(|item| matches!(&item.why, Why::Bumped { day, others } if *day == bump.date && others + 1 == bump.paths.len()))
        };
        let says = |bump: &crate::work::bumps::Bump| {
            let day = bump.date.map(|day| look.on(day)).unwrap_or_default();
            let msg = msg!("due-bump", count = bump.paths.len(), day = day, commits = bump.commits);
            Block::Line(Line::new().dim(look.say(&msg)))
        };
        let mut blocks: Vec<Block> = self.bumps.iter().filter(waiting).map(says).collect();
        if !blocks.is_empty() {
            blocks.insert(0, Block::Blank);
        }
        blocks
    }
}

impl Item {
    fn title(&self, look: &Look) -> String {
        self.title.clone().unwrap_or_else(|| look.say(&msg!("due-no-meeting")))
    }
}

impl Urgency {
    /// What stands above all that is so urgent.
    fn says(self) -> Msg {
        match self {
            Self::Now => msg!("due-now"),
            Self::Soon => msg!("due-soon"),
            Self::Later => msg!("due-later"),
        }
    }

    /// Its name for programs.
    fn name(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Soon => "soon",
            Self::Later => "later",
        }
    }
}
