//! Days: what fields, filters and history are compared by.

use std::fmt;

use jiff::civil;

/// A day of the Gregorian calendar, without a time or a zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Date(civil::Date);

impl Date {
    /// The last day there is, which stands for what has no day yet.
    pub const LAST: Self = Self(civil::Date::MAX);

    /// A day that exists; `None` for the 30th of February.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let (year, month, day) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        civil::Date::new(year, month, day).ok().map(Self)
    }

    pub(super) fn of_civil(date: civil::Date) -> Self {
        Self(date)
    }

    /// Exactly `YYYY-MM-DD`, or a datetime that begins so and is cut: `2026-03-01`, `2026-03-01T09:00:00Z`, `2026-03-01 09:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, rest) = (text.get(..10)?, text.get(10..)?);
        let digits = |range: std::ops::Range<usize>| -> Option<i32> {
            let part = day.get(range)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
        };
        let dashes = day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-';
        let time = rest.is_empty()
            || rest.strip_prefix(['T', 't', ' ']).is_some_and(|time| time.trim_start().starts_with(|first: char| first.is_ascii_digit()));
        if !dashes || !time {
            return None;
        }
        Self::new(digits(0..4)?, digits(5..7)?.cast_unsigned(), digits(8..10)?.cast_unsigned())
    }

    /// The day of a moment at an offset from UTC, as a commit's author saw it.
    pub fn of_seconds(seconds: i64, offset_minutes: i32) -> Option<Self> {
        let local = seconds.checked_add(i64::from(offset_minutes) * 60)?;
        Self::from_days(i32::try_from(local.div_euclid(86_400)).ok()?)
    }

    /// The day so many days after 1970-01-01.
    pub fn from_days(days: i32) -> Option<Self> {
        let epoch = civil::date(1970, 1, 1);
        epoch.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(Self)
    }

    /// Days since 1970-01-01.
    pub fn days(self) -> i32 {
        let epoch = civil::date(1970, 1, 1);
        self.0.since(epoch).map(|span| span.get_days()).unwrap_or_default()
    }

    /// The year.
    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        self.0.month().cast_unsigned().into()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.0.day().cast_unsigned().into()
    }

    /// The first day of its month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// The last day of its month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        let back = i32::from(self.0.weekday().to_monday_zero_offset());
        Self::from_days(self.days() - back).unwrap_or(self)
    }

    /// So many days later, or earlier if negative; the last or first day there is where that lies beyond the calendar.
    #[must_use]
    pub fn add_days(self, days: i32) -> Self {
        self.plus(jiff::Span::new().try_days(days).unwrap_or_default())
    }

    pub(super) fn plus(self, span: jiff::Span) -> Self {
        Self(self.0.saturating_add(span))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or(text)
    }
}

impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "format": "date"})
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_days_that_exist() {
        for good in ["2026-03-01", "2024-02-29", " 2026-03-01T09:00:00+01:00", "2026-03-01 09:00"] {
            assert!(Date::parse(good).is_some(), "{good}");
        }
        for bad in ["2026-02-29", "2026-3-1", "01-03-2026", "2026-03-01x", "2026/03/01", "", "ééééé", "2026-03-0é"] {
            assert!(Date::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn days_count_from_1970() {
        let date = Date::parse("2026-11-22").expect("a date");
        assert_eq!(Date::from_days(date.days()), Some(date));
        assert_eq!(Date::of_seconds(0, -60).map(|date| date.to_string()).as_deref(), Some("1969-12-31"));
        assert_eq!(date.monday().to_string(), "2026-11-16");
        assert_eq!(date.last_of_month().to_string(), "2026-11-30");
    }
}
