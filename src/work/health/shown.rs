//! How `health` looks: on a screen, and as Markdown to send.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Hit, Hits, Rows, Table, View};

use super::figures::Direction;
use super::signal::{Group, Verdict};
use super::{Health, Measure};

/// A figure as a part of a line, from the least to the greatest.
const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// A figure that can't be told.
const NONE: char = '·';

impl Health {
    /// `How Tiny is doing, Jan 2025 to today`
    pub(super) fn title(&self, lang: Lang) -> String {
        msg!("health-title", name = &self.name).text(lang)
    }

    /// Of what time it is. What is sent is read on another day, and names its days whole.
    pub(super) fn time(&self, look: &Look, is_sent: bool) -> String {
        let Some(since) = self.since else { return look.say(&msg!("health-no-time")) };
        let day = |day: Date| if is_sent { day.to_string() } else { look.day(day) };
        let (since, until) = (day(since), day(self.until));
        look.say(&match self.period {
            super::Length::Month => msg!("health-by-month", since = since, until = until),
            super::Length::Quarter => msg!("health-by-quarter", since = since, until = until),
            super::Length::Year => msg!("health-by-year", since = since, until = until),
        })
    }

    /// How many signals are how.
    pub(super) fn summary(&self, lang: Lang) -> String {
        let count = |verdict| self.signals.iter().filter(|measure| measure.verdict == verdict).count();
        let [act, watch, good, unknown] = [Verdict::Act, Verdict::Watch, Verdict::Good, Verdict::Unknown].map(count);
        msg!("health-summary", act = act, watch = watch, good = good, unknown = unknown).text(lang)
    }

    /// What has to be known of all of it.
    pub(super) fn notes(&self, lang: Lang) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.has_history {
            notes.push(msg!("health-note-no-history"));
        } else if self.at_least {
            notes.push(msg!("contributors-at-least"));
        }
        if self.commits_left_out > 0 {
            notes.push(msg!("health-note-clock", count = self.commits_left_out));
        }
        if let Some(before) = &self.compared_with {
            notes.push(match before.since.zip(before.until) {
                Some((since, until)) => msg!("health-note-before", since = since.to_string(), until = until.to_string()),
                None => msg!("health-note-nothing-before"),
            });
        }
        notes.iter().map(|note| note.text(lang)).collect()
    }

    /// A signal's value in words; of an earlier time, that it is of today where it is.
    pub(super) fn says(&self, measure: &Measure, look: &Look) -> String {
        let says = measure.says(look.lang);
        let is_other = measure.signal.is_of_today && measure.value.is_some() && self.until != look.today;
        look.say(&if is_other { msg!("health-of-today", says = says) } else { says })
    }

    /// The signals of a group.
    pub(super) fn of_group(&self, group: Group) -> impl Iterator<Item = &Measure> {
        self.signals.iter().filter(move |measure| measure.group == group)
    }

    /// What the period at a place is called.
    pub(super) fn period_called(&self, at: usize, look: &Look) -> String {
        self.periods.get(at).map(|period| period.label(self.period, look.today, look.lang)).unwrap_or_default()
    }

    /// Whether the last period is still under way.
    fn is_under_way(&self) -> bool {
        self.periods.last().is_some_and(|period| !period.whole)
    }

    fn hit(&self, measure: &Measure, look: &Look) -> Hit {
        let words = measure.signal.about.words(look.lang);
        let title = Line::new().strong(words.title);
        if let Some(short) = measure.too_little.filter(|_| !look.verbose && self.compared_with.is_none() && measure.series.is_empty()) {
            // What can't be told yet takes a line.
            return Hit { title, facts: Line::new().dim(look.say(&short.says())), under: Vec::new() };
        }
        let mut under = vec![Line::from(self.says(measure, look))];
        under.extend(self.drawn(measure, look));
        under.extend(measure.trend_says(look.lang).map(|says| Line::new().dim(says)));
        under.extend(measure.before_says(self.compared_with.is_some(), look.lang).map(|says| Line::new().dim(says)));
        if measure.verdict.asks() {
            under.push(Line::from(words.remedy).plain(" ").command(measure.signal.command));
        }
        if look.verbose {
            under.extend(measure.about(look.lang).map(|says| Line::new().dim(says)));
        }
        Hit { title, facts: measure.verdict_line(look.lang), under }
    }

    /// `people taking part  Q1 2025 ▃▄▅▅▆▇▇▄ Q4 2026, under way`
    fn drawn(&self, measure: &Measure, look: &Look) -> Option<Line> {
        let most = measure.series.iter().flatten().copied().fold(0.0, f64::max);
        if measure.series.len() < 2 || most <= 0.0 {
            return None;
        }
        let step = |figure: &Option<f64>| match figure {
            Some(figure) => {
                STEPS.iter().zip(1_u32..).find(|(_, step)| figure / most * 7.0 < f64::from(*step) - 0.5).map_or('█', |(sign, _)| *sign)
            }
            None => NONE,
        };
        let drawn: String = measure.series.iter().map(step).collect();
        let last = self.period_called(measure.series.len() - 1, look);
        let last = if self.is_under_way() { look.say(&msg!("health-under-way", period = last)) } else { last };
        let line = Line::new().dim(format!("{} ", self.period_called(0, look))).plain(drawn).dim(format!(" {last}"));
        Some(line.dim(format!(" ({})", measure.signal.about.words(look.lang).periods)))
    }
}

impl Measure {
    /// Its value in words, or what there is too little of.
    fn says(&self, lang: Lang) -> Msg {
        self.said(&self.reading, lang)
    }

    fn said(&self, reading: &super::Reading, lang: Lang) -> Msg {
        reading.short.map_or_else(|| (self.signal.says)(reading, lang), super::Short::says)
    }

    /// How it is counted, why that matters, from where it is good, and where the method comes from.
    pub(super) fn about(&self, lang: Lang) -> [String; 4] {
        let words = self.signal.about.words(lang);
        let all = [
            msg!("health-counted", text = words.says),
            msg!("health-why", text = words.why),
            msg!("health-bounds", text = words.bounds),
            msg!("health-source", text = self.signal.about.source),
        ];
        all.map(|says| says.text(lang))
    }

    fn verdict_line(&self, lang: Lang) -> Line {
        let word = self.verdict.word().text(lang);
        match self.verdict {
            Verdict::Act => Line::new().strong(word),
            Verdict::Good | Verdict::Watch => Line::new().state(word),
            Verdict::Unknown => Line::new().dim(word),
        }
    }

    /// Where the last whole period stands beside those before it, or that there are too few.
    pub(super) fn trend_says(&self, lang: Lang) -> Option<String> {
        if self.series.is_empty() {
            return None;
        }
        let Some(trend) = self.trend else { return Some(msg!("health-no-trend").text(lang)) };
        if trend.last <= 0.0 && trend.usual <= 0.0 {
            return None;
        }
        let figure = |figure| self.signal.series.says(figure, lang);
        let (last, usual) = (figure(trend.last), figure(trend.usual));
        let says = match trend.direction {
            Direction::More => msg!("health-more", last = last, usual = usual),
            Direction::Level => msg!("health-level", last = last, usual = usual),
            Direction::Less => msg!("health-less", last = last, usual = usual),
        };
        Some(says.text(lang))
    }

    /// The same of the time before, where that is asked for.
    pub(super) fn before_says(&self, is_asked: bool, lang: Lang) -> Option<String> {
        let earlier = self.earlier.as_ref().filter(|_| is_asked)?;
        Some(msg!("health-before", says = self.said(earlier, lang)).text(lang))
    }
}

impl View for Health {
    const SCHEMA: &'static str = "health";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = vec![Block::Title(self.title(look.lang).into()), Block::Line(Line::new().dim(self.time(look, false)))];
        blocks.push(Block::Line(self.summary(look.lang).into()));
        for group in Group::ALL {
            let hits = self.of_group(group).map(|measure| self.hit(measure, look)).collect();
            blocks.extend([Block::Heading(look.say(&group.heading()).into()), Block::Close(Hits { first: None, hits })]);
        }
        let notes = self.notes(look.lang);
        if !notes.is_empty() {
            blocks.push(Block::Blank);
        }
        blocks.extend(notes.into_iter().map(|note| Block::Line(Line::new().dim(note))));
        if !look.verbose {
            let more = Line::new().dim(look.say(&msg!("health-more-about"))).plain(" ").command("cop health -v");
            blocks.extend([Block::Blank, Block::Line(more)]);
        }
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        let columns = &["name", "group", "verdict", "value", "unit", "trend"];
        let rows = Rows::of(columns, &self.signals, |measure| {
            let word = |value: Option<String>| value.unwrap_or_default();
            let trend = word(measure.trend.and_then(|trend| name(&trend.direction)));
            let value = measure.value.map(|value| value.to_string()).unwrap_or_default();
            let cells = [name(&measure.group), name(&measure.verdict)].map(word);
            let [group, verdict] = cells;
            let cells = [measure.name.clone(), group, verdict, value, word(name(&measure.unit)), trend];
            ("".into(), cells.into_iter().map(Into::into).collect())
        });
        Some(rows.of_no_files())
    }
}

/// The name that programs know a word by.
fn name(word: &impl Serialize) -> Option<String> {
    serde_json::to_value(word).ok().and_then(|value| value.as_str().map(str::to_owned))
}

/// The same to be sent: each signal with its definition and all its figures.
#[derive(Clone, Copy, Debug, JsonSchema)]
pub struct Letter<'a>(#[schemars(skip)] pub &'a Health);

impl Serialize for Letter<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl View for Letter<'_> {
    const SCHEMA: &'static str = "health";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let health = self.0;
        let lang = look.lang;
        let mut blocks = vec![Block::Title(health.title(lang).into()), Block::Line(health.time(look, true).into())];
        blocks.push(Block::Line(health.summary(lang).into()));
        blocks.extend(health.notes(lang).into_iter().map(|note| Block::Line(note.into())));
        for group in Group::ALL {
            blocks.push(Block::Heading(look.say(&group.heading()).into()));
            for measure in health.of_group(group) {
                let words = measure.signal.about.words(lang);
                let title = Line::new().strong(words.title).plain(" — ").then(Line::from(look.say(&measure.verdict.word())));
                blocks.extend([Block::Line(title), Block::Line(health.says(measure, look).into())]);
                blocks.extend(health.table(measure, look).map(Block::Table));
                let trend = measure.trend_says(lang).into_iter().chain(measure.before_says(true, lang));
                let mut items: Vec<Line> = trend.map(Line::from).collect();
                if measure.verdict.asks() {
                    items.push(Line::from(words.remedy).plain(" ").command(measure.signal.command));
                }
                items.extend(measure.about(lang).map(Line::from));
                blocks.push(Block::Items(items));
            }
        }
        blocks
    }
}

impl Health {
    /// The figures of a signal, a period a row.
    pub(super) fn table(&self, measure: &Measure, look: &Look) -> Option<Table> {
        let unit = measure.series_unit?;
        let periods = look.say(&msg!("health-period"));
        let mut table = Table::new([Column::headed(periods), Column::headed(measure.signal.about.words(look.lang).periods).right()]);
        for (at, figure) in measure.series.iter().enumerate() {
            table.row([self.name_of(at, look), figure.map_or_else(|| "–".to_owned(), |figure| unit.says(figure, look.lang)).into()]);
        }
        Some(table)
    }

    /// What the period at a place is called, and whether all of it is there.
    fn name_of(&self, at: usize, look: &Look) -> Line {
        let name = self.period_called(at, look);
        match self.periods.get(at) {
            Some(period) if !period.whole => look.say(&msg!("health-in-part", period = name)).into(),
            _ => name.into(),
        }
    }
}
