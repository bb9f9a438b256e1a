//! Time in equal parts: months, quarters or years, as many as can be looked at together.

use serde::{Deserialize, Serialize};

use schemars::JsonSchema;

use crate::base::date::Date;
use crate::base::lang::Lang;
use crate::msg;
use crate::show::dates;

/// Up to so many days are shown by month.
const MONTHS: i32 = 400;
/// More quarters than this are shown by year.
const QUARTERS: i32 = 40;
/// Where nobody says since when, so many quarters are shown, the one under way being the last.
const USUAL: i32 = 8;
/// Nothing is looked at that is longer ago than so many days: a screen has no more years.
const LONGEST: i32 = 50 * 366;
/// What happened lately is what happened in so many days.
const YEAR: i32 = 365;

/// How long a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Length {
    /// A month.
    Month,
    /// Three months, from January, April, July or October.
    Quarter,
    /// A year.
    Year,
}

/// A part of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// `2026-Q3`, `2026-09` or `2026`.
    pub name: String,
    /// Its first day that is looked at.
    pub from: Date,
    /// Its last day that is looked at.
    pub to: Date,
    /// Whether all of it is over and looked at, and the community was there from its first day; only such periods are compared.
    pub whole: bool,
}

/// Some time in parts, the oldest first; no parts where nothing is known to have happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Periods {
    /// How long each is.
    pub length: Length,
    /// Each of them.
    pub all: Vec<Period>,
    /// The first day.
    pub since: Date,
    /// The last day.
    pub until: Date,
}

impl Length {
    /// The first day of the part in which a day lies.
    fn start(self, day: Date) -> Date {
        let month = match self {
            Self::Month => day.month(),
            Self::Quarter => (day.month() - 1) / 3 * 3 + 1,
            Self::Year => 1,
        };
        Date::new(day.year(), month, 1).unwrap_or(day)
    }

    /// The last day of the part that begins on a day.
    fn end(self, first: Date) -> Date {
        let months = match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        };
        // 28 days are never more than a month.
        let mut last = first;
        for _ in 0..months {
            last = if last == first { first.last_of_month() } else { last.add_days(1).last_of_month() };
        }
        last
    }

    fn name(self, first: Date) -> String {
        match self {
            Self::Month => format!("{:04}-{:02}", first.year(), first.month()),
            Self::Quarter => format!("{:04}-Q{}", first.year(), (first.month() - 1) / 3 + 1),
            Self::Year => format!("{:04}", first.year()),
        }
    }
}

impl Period {
    /// What people call it.
    pub fn label(&self, length: Length, today: Date, lang: Lang) -> String {
        match length {
            Length::Month => dates::month(self.from, today, lang),
            Length::Quarter => {
                msg!("health-quarter", quarter = (self.from.month() - 1) / 3 + 1, year = self.from.year().to_string()).text(lang)
            }
            Length::Year => self.from.year().to_string(),
        }
    }
}

impl Periods {
    /// The time from one day to another in parts. Where nobody says since when that is two years, and never longer than since the community
    /// `began`, nor than fifty years; `None` where it is not known ever to have begun. What is still to come is left out.
    pub fn of(since: Option<Date>, until: Option<Date>, began: Option<Date>, today: Date) -> Self {
        let until = until.map_or(today, |until| until.min(today));
        let usual = (0..USUAL - 1).fold(Length::Quarter.start(until), |first, _| Length::Quarter.start(first.add_days(-1)));
        let since = since.unwrap_or(usual).max(until.add_days(-LONGEST));
        let since = began.map_or(since, |began| since.max(began.min(until)));
        let days = until.days() - since.days();
        let length = match days {
            ..=MONTHS => Length::Month,
            days if days <= QUARTERS * 92 => Length::Quarter,
            _ => Length::Year,
        };
        let mut periods = Self { length, all: Vec::new(), since, until };
        let mut first = length.start(since);
        while let Some(began) = began.filter(|_| first <= until) {
            let last = length.end(first);
            let is_over = last <= until && last < today;
            let whole = is_over && since <= first && began <= first;
            periods.all.push(Period { name: length.name(first), from: first.max(since), to: last.min(until), whole });
            first = last.add_days(1);
            if first <= last {
                break;
            }
        }
        periods
    }

    /// The time of equal length before it.
    pub fn before(&self, began: Option<Date>, today: Date) -> Option<Self> {
        let until = self.since.add_days(-1);
        let since = until.add_days(self.since.days() - self.until.days());
        let there = began.is_some_and(|began| began <= until);
        there.then(|| Self::of(Some(since), Some(until), began, today))
    }

    /// In which part a day lies.
    pub fn place(&self, day: Date) -> Option<usize> {
        self.all.iter().position(|period| period.from <= day && day <= period.to)
    }

    /// Whether a day lies in any.
    pub fn holds(&self, day: Date) -> bool {
        self.since <= day && day <= self.until
    }

    /// Whether a day lies in the year that ends with it, however long it is itself.
    pub fn is_lately(&self, day: Date) -> bool {
        day <= self.until && day.days() > self.until.days() - YEAR
    }

    /// The last whole part.
    pub fn last_whole(&self) -> Option<usize> {
        self.all.iter().rposition(|period| period.whole)
    }

    /// How many of some days lie in each part.
    pub fn count(&self, days: impl Iterator<Item = Date>) -> Vec<Option<f64>> {
        let mut counts = vec![0.0; self.all.len()];
        days.filter_map(|day| self.place(day)).for_each(|at| counts[at] += 1.0);
        counts.into_iter().map(Some).collect()
    }

    /// What is true at the end of each part.
    pub fn at_ends(&self, count: impl Fn(Date) -> usize) -> Vec<Option<f64>> {
        self.all.iter().map(|period| Some(count(period.to) as f64)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Length, Periods};
    use crate::base::date::Date;

    fn day(text: &str) -> Option<Date> {
        Date::parse(text)
    }

    fn told(periods: &Periods) -> String {
        let sign = |whole: bool| if whole { "" } else { "*" };
        let names: Vec<String> = periods.all.iter().map(|period| period.name.clone() + sign(period.whole)).collect();
        names.join(" ")
    }

    #[test]
    fn the_parts_are_as_long_as_can_be_looked_at_and_only_whole_ones_are_compared() {
        let today = day("2026-11-24").unwrap();
        for (since, until, began, expected) in [
            ("", "", "2010-05-05", "2025-Q1 2025-Q2 2025-Q3 2025-Q4 2026-Q1 2026-Q2 2026-Q3 2026-Q4*"),
            ("", "", "2025-05-05", "2025-Q2* 2025-Q3 2025-Q4 2026-Q1 2026-Q2 2026-Q3 2026-Q4*"),
            ("", "", "2026-09-10", "2026-09* 2026-10 2026-11*"),
            ("2026-09-01", "2026-10-31", "2010-05-05", "2026-09 2026-10"),
            ("2026-09-02", "2026-10-30", "2010-05-05", "2026-09* 2026-10*"),
            (
                "2010-01-01",
                "2099-01-01",
                "2010-05-05",
                "2010* 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026*",
            ),
            ("", "", "", ""),
            ("", "", "2026-11-24", "2026-11*"),
        ] {
            assert_eq!(told(&Periods::of(day(since), day(until), day(began), today)), expected, "{since} {until} {began}");
        }
    }

    #[test]
    fn the_last_day_of_a_quarter_is_still_under_way() {
        let periods = Periods::of(None, None, day("2020-01-01"), day("2026-09-30").unwrap());
        assert!(told(&periods).ends_with("2026-Q2 2026-Q3*"));
    }

    #[test]
    fn the_time_before_is_as_long() {
        let today = day("2026-11-24").unwrap();
        let periods = Periods::of(day("2026-09-01"), day("2026-09-30"), day("2020-01-01"), today);
        let before = periods.before(day("2020-01-01"), today).unwrap();
        assert_eq!((before.since, before.until), (day("2026-08-02").unwrap(), day("2026-08-31").unwrap()));
        assert_eq!(periods.before(day("2026-09-03"), today), None);
    }

    proptest! {
        #[test]
        fn every_day_lies_in_one_part_and_parts_follow_one_another(since in 0..20_000, long in 0..9_000, began in 0..20_000, later in 0..500) {
            let at = |days| Date::from_days(days).unwrap();
            let (since, until) = (at(since), at(since + long));
            let periods = Periods::of(Some(since), Some(until), Some(at(began)), until.add_days(later));
            prop_assert_eq!(periods.all.first().map(|period| period.from), Some(periods.since));
            prop_assert_eq!(periods.all.last().map(|period| period.to), Some(periods.until));
            prop_assert!(periods.all.windows(2).all(|two| two[0].to.add_days(1) == two[1].from));
            prop_assert!(periods.all.len() < 55);
            prop_assert!(periods.length == Length::Month || periods.all.len() < 45);
            prop_assert!(!periods.all.iter().any(|period| period.whole && period.from < at(began)));
        }
    }
}
