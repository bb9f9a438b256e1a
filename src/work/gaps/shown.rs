//! How gaps look.

use std::borrow::Cow;

use crate::base::lang::Msg;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Hit, Hits, Row, Rows, View};
use crate::work::deeds::seen::away;
use crate::work::topics::By;
use crate::work::unfound::{NOT_FOUND, Unfound};

use super::sections::{ALL, Section};
use super::{FEW_PEOPLE, Gap, Gaps, Holder, Reason, Second, Small, Title, UNDEFINED};

/// So many gaps of a sort are shown, those first on which most leans.
const SHOWN: usize = 5;
/// So many people are named who know about a topic of which there is little.
const NAMES: usize = 3;

impl View for Gaps {
    const SCHEMA: &'static str = "gaps";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = Vec::new();
        if self.gaps.is_empty() {
            let nothing = match (self.looked_at, self.is_part) {
                (0, true) => msg!("list-nothing-such"),
                (0, false) => msg!("gaps-no-documents"),
                _ if !self.is_judged => msg!("gaps-too-little"),
                _ => msg!("gaps-nothing"),
            };
            blocks.push(Block::Line(look.say(&nothing).into()));
            if self.searches.is_none() && !self.is_part {
                let hint = Line::new().dim(look.say(&msg!("gaps-searches-hint"))).plain(" ").command("cop gaps --remember");
                blocks.push(Block::Line(hint));
            }
        }
        blocks.extend(self.gaps.iter().filter(|gap| gap.section == FEW_PEOPLE).flat_map(|gap| few(gap, &self.waiting, look)));
        for Section { name, heading, .. } in &ALL {
            blocks.extend(self.section(name, &heading(), look));
        }
        blocks.extend(self.section(UNDEFINED, &msg!("gaps-undefined"), look));
        blocks.extend(self.little(look));
        blocks.extend(self.searched(look));
        let notes = self.notes(look);
        if !notes.is_empty() {
            blocks.push(Block::Blank);
            blocks.extend(notes.into_iter().map(Block::Line));
        }
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        const COLUMNS: &[&str] = &["type", "topic", "people", "gone", "documents", "refs", "second", "command"];
        let names = |names: Vec<&str>| names.join(", ");
        let rows = Rows::of(COLUMNS, &self.gaps, |gap| {
            let cells = vec![
                gap.section.as_str().into(),
                gap.topic.as_ref().map(|topic| topic.name.as_str()).unwrap_or_default().into(),
                names(gap.people.iter().map(|holder| holder.name.as_str()).collect()).into(),
                if gap.is_gone() { "yes" } else { "no" }.into(),
                gap.documents.to_string().into(),
                names(gap.examples.iter().map(|example| example.reference.as_str()).collect()).into(),
                names(gap.second.iter().map(|second| second.name.as_str()).collect()).into(),
                gap.commands.first().map(|command| command.text(crate::base::lang::Lang::En)).unwrap_or_default().into(),
            ];
            ("".into(), cells)
        });
        let mut rows = rows.of_no_files();
        let searches = self.searches.iter().flatten().map(|search| {
            let mut cells: Vec<Cow<'_, str>> = vec![NOT_FOUND.into(), search.words.as_str().into()];
            cells.resize(COLUMNS.len(), "".into());
            Row { path: "".into(), cells, value: search }
        });
        rows.rows.extend(searches);
        Some(rows)
    }
}

impl Gaps {
    fn section(&self, name: &str, heading: &Msg, look: &Look) -> Vec<Block> {
        let gaps: Vec<&Gap> = self.gaps.iter().filter(|gap| gap.section == name).collect();
        if gaps.is_empty() {
            return Vec::new();
        }
        let most = if look.verbose { usize::MAX } else { SHOWN };
        let hits = gaps.iter().take(most).map(|gap| gap.hit(look)).collect();
        let mut blocks = vec![Block::Heading(Line::from(look.say(heading))), Block::Close(Hits { first: None, hits })];
        if gaps.len() > most {
            let more = msg!("echo-more", count = gaps.len() - most, command = "cop gaps -v");
            blocks.push(Block::Line(Line::new().dim(look.say(&more))));
        }
        blocks
    }

    /// What was searched for and not found.
    fn searched(&self, look: &Look) -> Vec<Block> {
        let searches: Vec<&Unfound> = self.searches.iter().flatten().collect();
        if searches.is_empty() {
            return Vec::new();
        }
        let most = if look.verbose { usize::MAX } else { SHOWN };
        let hits = searches.iter().take(most).map(|search| Hit {
            title: Line::new().strong(&search.words),
            facts: Line::new().dim(look.say(&msg!("gaps-searched", count = search.count, when = look.on(search.last)))),
            under: Vec::new(),
        });
        let hits = Hits { first: None, hits: hits.collect() };
        let mut blocks = vec![Block::Heading(Line::from(look.say(&msg!("gaps-searches")))), Block::Close(hits)];
        if searches.len() > most {
            let more = msg!("echo-more", count = searches.len() - most, command = "cop gaps -v");
            blocks.push(Block::Line(Line::new().dim(look.say(&more))));
        }
        let note = Line::new().dim(look.say(&msg!("gaps-searches-note"))).plain(" ").command("cop gaps --forget");
        blocks.push(Block::Line(note));
        blocks
    }

    /// What there is, where that is too little for a judgment.
    fn little(&self, look: &Look) -> Vec<Block> {
        if self.is_judged {
            return Vec::new();
        }
        let says = || vec![Block::Blank, Block::Line(look.say(&msg!("gaps-too-little")).into())];
        let mut blocks = if self.gaps.is_empty() { Vec::new() } else { says() };
        if self.too_little.is_empty() {
            return blocks;
        }
        let most = if look.verbose { usize::MAX } else { SHOWN };
        let mut rows: Vec<(Line, Line)> = self.too_little.iter().take(most).map(|small| small.row(look)).collect();
        if self.too_little.len() > most {
            let more = msg!("echo-more", count = self.too_little.len() - most, command = "cop gaps -v");
            rows.push((Line::new(), Line::new().dim(look.say(&more))));
        }
        blocks.extend([Block::Heading(Line::from(look.say(&msg!("gaps-what-there-is")))), Block::Facts(rows)]);
        blocks
    }

    /// What has to be known of the answer.
    fn notes(&self, look: &Look) -> Vec<Line> {
        let has_topics = self.gaps.iter().any(|gap| gap.topic.is_some());
        let note = |msg: Msg| Line::new().dim(look.say(&msg));
        let mut notes = Vec::new();
        if self.gaps.iter().any(|gap| gap.people.iter().any(|holder| holder.gone && !holder.left)) {
            notes.push(note(msg!("gaps-note-gone")));
        }
        match self.topics {
            By::Folder if has_topics => notes.push(note(msg!("gaps-note-folders"))),
            By::Kind if has_topics => notes.push(note(msg!("gaps-note-kinds"))),
            By::Tag if self.without > 0 && !self.is_part && !self.gaps.iter().any(|gap| gap.section == FEW_PEOPLE) => {
                notes.push(note(msg!("gaps-note-untagged", count = self.without)).plain(" ").command("cop search no:tags"));
            }
            _ => {}
        }
        if !self.has_history {
            notes.push(note(msg!("gaps-note-no-history")));
        } else if self.at_least {
            notes.push(note(msg!("contributors-at-least")));
        }
        notes
    }
}

/// That everything hangs on few, in a line or two.
fn few(gap: &Gap, waiting: &[String], look: &Look) -> Vec<Block> {
    let people = Line::join(gap.people.iter().map(|holder| holder.line(look)), ", ");
    let says = Line::from(look.say(&gap.says));
    let says = if people.is_empty() { says } else { says.plain(": ").then(people) };
    // Who has just invited some need not be told to.
    let help = if waiting.is_empty() {
        Line::new().plain(look.say(&msg!("gaps-few-help"))).plain(" ").command("cop invite")
    } else {
        let more = waiting.len().saturating_sub(SHOWN);
        let names = waiting.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
        Line::from(look.say(&msg!("gaps-waiting", count = waiting.len(), names = names, more = more)))
    };
    vec![Block::Line(says), Block::Line(help)]
}

impl Gap {
    /// Whether nobody of those on whom it hangs is here.
    fn is_gone(&self) -> bool {
        self.people.iter().all(|holder| holder.gone)
    }

    fn hit(&self, look: &Look) -> Hit {
        let people = Line::join(self.people.iter().map(|holder| holder.line(look)), ", ");
        let says = look.say(&self.says);
        let (title, facts) = match &self.topic {
            Some(topic) if people.is_empty() => (Line::new().strong(topic.label(look.lang)), Line::new().dim(says)),
            Some(topic) => (Line::new().strong(topic.label(look.lang)), people.dim(format!("  {says}"))),
            None if people.is_empty() => (Line::new().strong(says), Line::new()),
            None => (people, Line::new().dim(says)),
        };
        let titles = Line::join(self.examples.iter().map(|example| example.line(look)), "; ");
        let more = self.documents.saturating_sub(self.examples.len());
        let mut under = vec![if more > 0 { titles.dim(format!(" (+{more})")) } else { titles }];
        let seconds = Line::join(self.second.iter().map(|second| second.line(look)), ", ");
        // What hangs on nobody needs no second.
        under.push(match (seconds.is_empty(), self.people.is_empty()) {
            (true, true) => Line::new(),
            (true, false) => Line::from(look.say(&msg!("gaps-nobody-yet"))),
            (false, true) => Line::from(look.say(&msg!("gaps-knows"))).plain(" ").then(seconds),
            (false, false) => Line::from(look.say(&msg!("gaps-second"))).plain(" ").then(seconds),
        });
        under.extend(self.commands.iter().map(|command| Line::new().command(look.say(command))));
        under.retain(|line| !line.is_empty());
        Hit { title, facts, under }
    }
}

impl Small {
    /// `mail  2 documents, Ada Test`
    fn row(&self, look: &Look) -> (Line, Line) {
        let people = Line::join(self.people.iter().take(NAMES).map(|holder| holder.line(look)), ", ");
        let more = self.people.len().saturating_sub(NAMES);
        let people = if more > 0 { people.dim(format!(" +{more}")) } else { people };
        let count = Line::from(look.say(&msg!("gaps-made", count = self.documents)));
        (Line::new().strong(self.topic.label(look.lang)), Line::join([count, people], ", "))
    }
}

impl Title {
    fn line(&self, look: &Look) -> Line {
        let what = self.below.as_ref().map(|(label, kind)| format!(" ({})", label.text(look.lang, kind)));
        Line::from(&self.title).dim(what.unwrap_or_default())
    }
}

impl Holder {
    fn line(&self, look: &Look) -> Line {
        let line = Line::new().person(&self.name);
        match away(self.left, self.gone, self.last, look.lang, look.today) {
            Some(away) => line.dim(format!(" ({away})")),
            None => line,
        }
    }
}

impl Second {
    fn line(&self, look: &Look) -> Line {
        let why = match (self.reason, self.evidence.first()) {
            (Reason::Follows, _) => look.say(&msg!("gaps-follows")),
            (Reason::Knows, Some(proof)) => look.say(&proof.says()),
            _ => look.say(&msg!("gaps-interested")),
        };
        Line::new().person(&self.name).dim(format!(" ({why})"))
    }
}
