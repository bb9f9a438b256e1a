//! What a signal is: what it measures and why, how it is read, and what can be done.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::show::numbers;

use super::ground::Ground;
use super::periods::Periods;

/// One thing that is measured. None is of a person, and none names one.
#[derive(Debug)]
pub struct Signal {
    /// Its name for programs.
    pub name: &'static str,
    /// What it is a sign of.
    pub group: Group,
    /// What it says of itself.
    pub about: About,
    /// What to type to do something about it.
    pub command: &'static str,
    /// What its value is counted in.
    pub unit: Unit,
    /// What its periods are counted in.
    pub series: Unit,
    /// Whether its value is of today, whatever time is looked at.
    pub is_of_today: bool,
    /// Measures it.
    pub measure: fn(&Ground, &Periods) -> Reading,
    /// Its value in words.
    pub says: fn(&Reading, Lang) -> Msg,
}

/// What makes a community of practice (Wenger): what binds people, the people, and what they share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// What it is about.
    Domain,
    /// The people, and what goes on between them.
    Community,
    /// What they know and keep.
    Practice,
}

impl Group {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Domain, Self::Community, Self::Practice];

    /// What stands above its signals.
    pub fn heading(self) -> Msg {
        match self {
            Self::Domain => msg!("health-domain"),
            Self::Community => msg!("health-community"),
            Self::Practice => msg!("health-practice"),
        }
    }
}

/// What a signal says of itself.
#[derive(Debug)]
pub struct About {
    /// In English.
    pub en: Words,
    /// In Dutch.
    pub nl: Words,
    /// Where the method comes from.
    pub source: &'static str,
}

/// The same in one language.
#[derive(Debug)]
pub struct Words {
    /// What it is called.
    pub title: &'static str,
    /// What is counted, and how.
    pub says: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// From where it is good, from where to act, and who says so.
    pub bounds: &'static str,
    /// What to do.
    pub remedy: &'static str,
    /// What its periods count; empty where it has none.
    pub periods: &'static str,
}

impl About {
    /// The words of a language.
    pub fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::En => &self.en,
            Lang::Nl => &self.nl,
        }
    }
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Whole things: people, questions, meetings.
    Count,
    /// A part of a whole, from 0 to 1.
    Share,
    /// Days.
    Days,
}

impl Unit {
    /// A figure as people read it.
    pub fn says(self, figure: f64, lang: Lang) -> String {
        match self {
            Self::Share => format!("{} %", numbers::decimal(figure * 100.0, 0, lang)),
            Self::Count | Self::Days if figure.fract().abs() < 0.05 => numbers::decimal(figure, 0, lang),
            Self::Count | Self::Days => numbers::decimal(figure, 1, lang),
        }
    }

    /// What differs by less is as usual: one more or less of few says nothing.
    pub fn least(self) -> f64 {
        match self {
            Self::Count => 2.0,
            Self::Share => 0.1,
            Self::Days => 3.0,
        }
    }
}

/// What to think of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing need be done.
    Good,
    /// Keep an eye on it.
    Watch,
    /// Do something.
    Act,
    /// There is not enough to tell.
    #[default]
    Unknown,
}

impl Verdict {
    /// Of what should be low.
    pub fn low(value: f64, good: f64, act: f64) -> Self {
        match value {
            value if value <= good => Self::Good,
            value if value > act => Self::Act,
            _ => Self::Watch,
        }
    }

    /// Of what should be high.
    pub fn high(value: f64, good: f64, act: f64) -> Self {
        Self::low(-value, -good, -act)
    }

    /// In a word.
    pub fn word(self) -> Msg {
        match self {
            Self::Good => msg!("health-good"),
            Self::Watch => msg!("health-watch"),
            Self::Act => msg!("health-act"),
            Self::Unknown => msg!("health-unknown"),
        }
    }

    /// Whether something should be done, or looked at.
    pub fn asks(self) -> bool {
        matches!(self, Self::Watch | Self::Act)
    }
}

/// What there is too little of for a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// Anything in git that tells of a day.
    History,
    /// Whole periods.
    Periods,
    /// People who contributed.
    People,
    /// Members who joined.
    Joined,
    /// Questions.
    Questions,
    /// Decisions that were proposed first.
    Decisions,
    /// Meetings.
    Meetings,
    /// A rhythm in `community.yaml`.
    Rhythm,
    /// Goals in `community.yaml`.
    Goals,
    /// Documents.
    Documents,
    /// Documents with a day to be reviewed.
    Reviewable,
    /// Practices in use.
    Adopted,
    /// Topics of three documents.
    Topics,
}

impl Lack {
    fn word(self) -> Msg {
        match self {
            Self::History => msg!("health-of-history"),
            Self::Periods => msg!("health-of-periods"),
            Self::People => msg!("health-of-people"),
            Self::Joined => msg!("health-of-joined"),
            Self::Questions => msg!("health-of-questions"),
            Self::Decisions => msg!("health-of-decisions"),
            Self::Meetings => msg!("health-of-meetings"),
            Self::Rhythm => msg!("health-of-rhythm"),
            Self::Goals => msg!("health-of-goals"),
            Self::Documents => msg!("health-of-documents"),
            Self::Reviewable => msg!("health-of-reviewable"),
            Self::Adopted => msg!("health-of-adopted"),
            Self::Topics => msg!("health-of-topics"),
        }
    }
}

/// That there is too little, and how much would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Short {
    /// Of what.
    pub of: Lack,
    /// How much there is.
    pub has: usize,
    /// How much would be enough.
    pub needs: usize,
}

impl Short {
    /// In words.
    pub fn says(self) -> Msg {
        match self.of {
            Lack::History => msg!("health-no-history"),
            Lack::Rhythm => msg!("health-no-rhythm"),
            Lack::Goals => msg!("health-no-goals"),
            of => msg!("health-short", has = self.has, needs = self.needs, of = of.word()),
        }
    }
}

/// What was measured.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The value; `None` where it can't be told.
    pub value: Option<f64>,
    /// What it is made of, by name.
    pub figures: BTreeMap<String, f64>,
    /// A figure for each period, the oldest first; empty where none is told.
    pub series: Vec<Option<f64>>,
    /// What to think of it.
    pub verdict: Verdict,
    /// What there is too little of.
    pub short: Option<Short>,
    /// What it is about by name, in English and Dutch: topics, never people.
    pub topics: Vec<[String; 2]>,
}

impl Reading {
    /// A value, and what to think of it.
    pub fn of(value: f64, verdict: Verdict) -> Self {
        Self { value: Some(value).filter(|value| value.is_finite()), verdict, ..Self::default() }
    }

    /// No value, for there is too little.
    pub fn short(of: Lack, has: usize, needs: usize) -> Self {
        Self { short: Some(Short { of, has, needs }), ..Self::default() }
    }

    /// With a figure that it is made of.
    #[must_use]
    pub fn with(mut self, name: &str, figure: impl Into<f64>) -> Self {
        let figure = figure.into();
        if figure.is_finite() {
            self.figures.insert(name.to_owned(), figure);
        }
        self
    }

    /// With a count that it is made of.
    #[must_use]
    pub fn count(self, name: &str, count: usize) -> Self {
        self.with(name, count as f64)
    }

    /// With a figure for each period.
    #[must_use]
    pub fn over(self, series: Vec<Option<f64>>) -> Self {
        Self { series, ..self }
    }

    /// A figure that it is made of, as a whole number; 0 where there is none.
    pub fn number(&self, name: &str) -> i64 {
        self.figures.get(name).copied().unwrap_or_default().round() as i64
    }

    /// The value as a whole number.
    pub fn whole(&self) -> i64 {
        self.value.unwrap_or_default().round() as i64
    }

    /// The value as a share in words.
    pub fn percent(&self, lang: Lang) -> String {
        Unit::Share.says(self.value.unwrap_or_default(), lang)
    }
}
