//! The only place that asks what time it is.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::date::Date;

/// The moment that a command runs at; `COP_NOW` (RFC 3339) replaces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now(Timestamp);

impl Now {
    /// The machine's clock.
    pub fn from_system() -> Self {
        Self(Timestamp::now())
    }

    /// A moment in RFC 3339, such as `2026-11-22T09:00:00Z`; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Self)
    }

    /// Seconds since 1970.
    pub fn seconds(self) -> i64 {
        self.0.as_second()
    }

    /// What day it is in a time zone of the IANA database; an unknown zone counts as UTC.
    pub fn today(self, zone: &str) -> Date {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        Date::of_civil(self.0.to_zoned(zone).date())
    }
}

/// Whether the IANA database knows a time zone.
pub fn is_zone(name: &str) -> bool {
    TimeZone::get(name).is_ok()
}
