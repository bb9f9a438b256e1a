//! How a community is doing, in signals with what they mean: `cop health`. No figure is of a person, and nobody is named.
//!
//! What the signals look at (`ground.rs`) is gathered once (`gather.rs`) and counted in parts of time (`periods.rs`); a signal is a file in `signals/`, and
//! its arithmetic is in `figures.rs`. What was measured is kept (`kept.rs`), since gathering it reads every document and old versions.

pub mod figures;
mod gather;
mod ground;
mod html;
mod kept;
pub mod periods;
mod shown;
pub mod signal;
pub mod signals;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Lang;
use crate::msg;
use crate::work::gaps;
use crate::work::search::Filters;
use crate::work::session::Session;
use crate::work::window::Window;

use self::figures::{Trend, trend};
use self::ground::Ground;
use self::kept::Measured;
use self::periods::{Length, Period, Periods};
use self::signal::{Group, Reading, Short, Signal, Unit, Verdict};

pub use html::{FORMAT as HTML, html};
pub use shown::Letter;

/// What `health` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Health {
    /// The first day that is looked at; null where nothing is known to have happened.
    pub since: Option<Date>,
    /// The last day that is looked at.
    pub until: Date,
    /// How long a period is.
    pub period: Length,
    /// The periods, the oldest first.
    pub periods: Vec<Period>,
    /// What was measured, group by group.
    pub signals: Vec<Measure>,
    /// So many commits have a day that can't be right and are left out; absent if none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub commits_left_out: usize,
    /// The time before that is set beside it; absent where that is not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared_with: Option<Before>,
    #[serde(skip)]
    name: String,
    #[serde(skip)]
    has_history: bool,
    #[serde(skip)]
    at_least: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

/// The time before.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Before {
    /// Its first day; null where the community had not begun.
    pub since: Option<Date>,
    /// Its last day.
    pub until: Option<Date>,
}

/// What was measured of one signal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Measure {
    /// The signal.
    pub name: String,
    /// What it is a sign of.
    pub group: Group,
    /// What it is called.
    pub title: String,
    /// What to think of it.
    pub verdict: Verdict,
    /// The value; null where it can't be told.
    pub value: Option<f64>,
    /// What the value is counted in.
    pub unit: Unit,
    /// What it is made of, by name.
    pub figures: BTreeMap<String, f64>,
    /// A figure for each period; null where it can't be told. Empty where the signal is of today only.
    pub series: Vec<Option<f64>>,
    /// What the periods are counted in; null without any.
    pub series_unit: Option<Unit>,
    /// What the periods count; null without any.
    pub series_of: Option<String>,
    /// The last whole period beside the median of those before; null with fewer than four.
    pub trend: Option<Trend>,
    /// What there is too little of to tell; null where there is enough.
    pub too_little: Option<Short>,
    /// The value of the time before; absent where that is not asked for, null where it can't be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Option<f64>>,
    /// The topics that it is about.
    pub topics: Vec<String>,
    /// What is counted, and how.
    pub definition: String,
    /// Why that matters.
    pub why: String,
    /// From where it is good, from where to act, and who says so.
    pub threshold: String,
    /// Where the method comes from.
    pub source: String,
    /// What to do.
    pub remedy: String,
    /// What to type for that.
    pub command: String,
    #[serde(skip)]
    signal: &'static Signal,
    #[serde(skip)]
    reading: Reading,
    #[serde(skip)]
    earlier: Option<Reading>,
}

/// Measures how a community is doing in some time, and where that is asked for, how it did in as long a time before.
///
/// # Errors
/// The time ends before it begins, or begins after today.
pub fn of(session: &Session, time: Window, compare: bool) -> Result<Health> {
    demand(time, session.today())?;
    let measured = kept::or(session, time, || measure(session, time))?;
    let Measured { periods, readings, before, odd, has_history, at_least } = measured;
    let mut earlier = before.as_ref().map(|(_, readings)| readings.clone()).unwrap_or_default().into_iter();
    let mut signals = Vec::new();
    for (signal, reading) in signals::ALL.iter().zip(readings) {
        let earlier = earlier.next();
        signals.push(Measure::of(signal, reading, earlier, compare, &periods));
    }
    let before = before.map(|(periods, _)| periods);
    let compared_with =
        compare.then(|| Before { since: before.as_ref().map(|one| one.since), until: before.as_ref().map(|one| one.until) });
    Ok(Health {
        since: (!periods.all.is_empty()).then_some(periods.since),
        until: periods.until,
        period: periods.length,
        periods: periods.all,
        signals,
        commits_left_out: odd,
        compared_with,
        name: session.settings().name.clone(),
        has_history,
        at_least,
    })
}

/// That a time can be looked at.
fn demand(time: Window, today: Date) -> Result<()> {
    let wrong = |msg| Err(Error::new(ErrorKind::Usage, msg));
    match (time.since, time.until) {
        (Some(since), Some(until)) if until < since => {
            wrong(msg!("contributors-backwards", since = since.to_string(), until = until.to_string()))
        }
        (Some(since), _) if since > today => wrong(msg!("history-future", since = since.to_string())),
        _ => Ok(()),
    }
}

fn measure(session: &Session, time: Window) -> Result<Measured> {
    let hanging = gaps::of(session, &Filters::default())?.hanging();
    let ground = gather::gather(session, hanging);
    let periods = Periods::of(time.since, time.until, ground.began, ground.today);
    let read = |periods: &Periods| signals::ALL.iter().map(|signal| signal.read(&ground, periods)).collect::<Vec<_>>();
    let before = periods.before(ground.began, ground.today);
    Ok(Measured {
        readings: read(&periods),
        before: before.map(|periods| (periods.clone(), read(&periods))),
        periods,
        odd: ground.odd,
        has_history: ground.has_history,
        at_least: session.history_if_any().is_some_and(|history| history.gaps().at_least()),
    })
}

impl Signal {
    /// What it measures; nothing where it needs a time in which anything happened and there is none.
    fn read(&self, ground: &Ground, periods: &Periods) -> Reading {
        let reading = (self.measure)(ground, periods);
        let has_any = reading.series.iter().flatten().any(|figure| *figure > 0.0);
        // Bars of which none is longer than nothing tell less than no bars.
        Reading { series: if has_any { reading.series } else { Vec::new() }, ..reading }
    }
}

impl Measure {
    fn of(signal: &'static Signal, reading: Reading, earlier: Option<Reading>, compare: bool, periods: &Periods) -> Self {
        let words = signal.about.words(Lang::En);
        let whole: Vec<Option<f64>> =
            periods.all.iter().zip(&reading.series).filter(|(period, _)| period.whole).map(|(_, figure)| *figure).collect();
        // Those before it of which nothing can be told are left out; without the last there is nothing to set beside them.
        let is_last_known = whole.last().is_some_and(Option::is_some);
        let whole: Option<Vec<f64>> = is_last_known.then(|| whole.into_iter().flatten().collect());
        let has_series = !reading.series.is_empty();
        // What was never otherwise than today can't be set beside an earlier time.
        let earlier = earlier.filter(|_| compare && !signal.is_of_today);
        Self {
            name: signal.name.to_owned(),
            group: signal.group,
            title: words.title.to_owned(),
            verdict: reading.verdict,
            value: reading.value,
            unit: signal.unit,
            figures: reading.figures.clone(),
            series: reading.series.clone(),
            series_unit: has_series.then_some(signal.series),
            series_of: has_series.then(|| words.periods.to_owned()),
            trend: whole.and_then(|whole| trend(&whole, signal.series.least())),
            too_little: reading.short,
            before: compare.then(|| earlier.as_ref().and_then(|reading| reading.value)),
            topics: reading.topics.iter().map(|[english, _]| english.clone()).collect(),
            definition: words.says.to_owned(),
            why: words.why.to_owned(),
            threshold: words.bounds.to_owned(),
            source: signal.about.source.to_owned(),
            remedy: words.remedy.to_owned(),
            command: signal.command.to_owned(),
            signal,
            reading,
            earlier,
        }
    }
}
