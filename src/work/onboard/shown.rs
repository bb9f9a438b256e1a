//! How a way in looks: a page that can be sent.

use crate::base::lang::Msg;
use crate::base::timespan::Timespan;
use crate::msg;
use crate::show::dates::weekday;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Hit, Hits, View};

use super::Onboarding;
use super::begin::Begin;
use super::people::Meet;
use super::reading::Reading;

impl View for Onboarding {
    const SCHEMA: &'static str = "onboard";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let first = self.name.split_whitespace().next().filter(|first| first.trim_end_matches('.').chars().count() > 1);
        let name = first.unwrap_or(&self.name);
        let welcome = if self.left {
            msg!("onboard-left", community = &self.community, name = name)
        } else {
            msg!("onboard-welcome", community = &self.community, name = name)
        };
        let mut blocks = vec![Block::Title(Line::from(look.say(&welcome)))];
        blocks.extend(self.purpose.as_deref().map(|purpose| Block::Line(Line::from(purpose))));
        blocks.extend(self.meeting(look).map(|line| Block::Line(line.into())));
        blocks.extend(self.cares(look).map(Block::Line));
        blocks.extend(part(look, &msg!("onboard-read"), true, self.read.iter().map(|reading| reading.hit(look)).collect()));
        let meet = part(look, &msg!("onboard-meet"), false, self.meet.iter().map(|meet| meet.hit(look)).collect());
        // Names are short: what is said beside them stands right behind.
        blocks.extend(meet.into_iter().map(|block| if let Block::Hits(hits) = block { Block::Close(hits) } else { block }));
        blocks.extend(part(look, &msg!("onboard-begin"), false, self.begin.iter().map(|begin| begin.hit(look)).collect()));
        if self.read.is_empty() && self.meet.is_empty() && self.begin.is_empty() {
            blocks.extend([Block::Blank, Block::Line(look.say(&msg!("onboard-nothing")).into())]);
            let ask = look.say(&msg!("onboard-ask"));
            blocks.push(Block::Line(Line::new().command(ask)));
        }
        blocks
    }
}

/// A heading with what stands under it; nothing where that is nothing.
fn part(look: &Look, head: &Msg, is_numbered: bool, hits: Vec<Hit>) -> Vec<Block> {
    if hits.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(Line::from(look.say(head))), Block::Hits(Hits { first: is_numbered.then_some(1), hits })]
}

impl Onboarding {
    /// How often they meet, and when the next time is.
    fn meeting(&self, look: &Look) -> Option<String> {
        let next = self.next_meeting.as_ref().map(|next| (weekday(next.date, look.today, look.lang), &next.title));
        let every = |rhythm: &String| {
            let said = Timespan::parse_recurring(rhythm).and_then(Timespan::says_every);
            said.unwrap_or_else(|| Msg::literal(rhythm.to_lowercase()))
        };
        let msg = match (self.rhythm.as_ref().map(every), next) {
            (Some(every), Some((day, title))) => msg!("onboard-rhythm-next", every = every, day = day, title = title),
            (Some(every), None) => msg!("onboard-rhythm", every = every),
            (None, Some((day, title))) => msg!("onboard-next", day = day, title = title),
            (None, None) => return None,
        };
        Some(look.say(&msg))
    }

    /// What they care for, and what nothing is about yet.
    fn cares(&self, look: &Look) -> Option<Line> {
        if self.interests.is_empty() {
            return None;
        }
        let names = self.interests.iter().map(|topic| topic.label(look.lang)).collect::<Vec<_>>().join(", ");
        let line = Line::new().dim(look.say(&msg!("onboard-cares", topics = names)));
        let unknown = self.unknown.join(", ");
        Some(if unknown.is_empty() { line } else { line.dim("; ").dim(look.say(&msg!("onboard-unknown", topics = unknown))) })
    }
}

impl Reading {
    fn hit(&self, look: &Look) -> Hit {
        let kind = self.label.text(look.lang, &self.kind);
        let why = Line::new().dim(format!("{kind}: {}", self.reason.text(look.lang)));
        Hit { title: Line::from(&self.title), facts: Line::new(), under: vec![why, Line::new().path(look.path(&self.path))] }
    }
}

impl Meet {
    fn hit(&self, look: &Look) -> Hit {
        let reason = self.day.map_or_else(|| self.reason.text(look.lang), |day| look.say(&msg!("onboard-joined", day = look.on(day))));
        let proofs: Vec<String> = self.evidence.iter().filter(|_| !self.is_evidence).map(|proof| look.say(&proof.says())).collect();
        let reason = if proofs.is_empty() { reason } else { format!("{reason}: {}", proofs.join("; ")) };
        let ask = self.ask_me.as_ref().map(|ask| Line::new().dim(look.say(&msg!("onboard-ask-about", what = ask))));
        let facts = match (&self.handle, self.seen) {
            (Some(handle), _) => Line::new().dim(format!("@{handle}")),
            (None, Some(day)) => Line::new().dim(look.say(&msg!("onboard-guest", day = look.month(day)))),
            (None, None) => Line::new(),
        };
        let under = std::iter::once(Line::from(reason)).chain(ask).collect();
        Hit { title: Line::new().person(&self.name), facts, under }
    }
}

impl Begin {
    fn hit(&self, look: &Look) -> Hit {
        let under = vec![Line::from(self.reason.text(look.lang)), Line::new().command(&self.command)];
        Hit { title: Line::from(&self.title), facts: Line::new(), under }
    }
}
