//! The only place that asks what time it is.

use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;

use super::date::Date;
use super::files;

/// The moment that a command runs at; `COP_NOW` (RFC 3339) replaces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now(Timestamp);

impl Now {
    /// The machine's clock.
    pub fn from_system() -> Self {
        Self(Timestamp::now())
    }

    /// A moment in RFC 3339, such as `2026-11-22T09:00:00Z`; `None` if it is none. What comes after the last moment that is a day in
    /// every time zone, 22:00 UTC of 30 December 9999, is that moment.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        text.parse().ok().or_else(|| is_at_the_end(text)?.then_some(Timestamp::MAX)).map(Self)
    }

    /// Seconds since 1970.
    pub fn seconds(self) -> i64 {
        self.0.as_second()
    }

    /// The moment that comes so long after it.
    #[must_use]
    pub fn after(self, time: Duration) -> Self {
        Self(self.0.checked_add(time).unwrap_or(self.0))
    }

    /// What the clock on the wall shows where the machine stands: `14:03:12`.
    pub fn on_the_wall(self) -> String {
        self.0.to_zoned(TimeZone::system()).strftime("%H:%M:%S").to_string()
    }

    /// How many minutes the clock on the wall is ahead of UTC where the machine stands, as git writes it into a commit.
    pub fn offset_minutes(self) -> i32 {
        TimeZone::system().to_offset(self.0).seconds() / 60
    }

    /// What day it is in a time zone of the IANA database; an unknown zone counts as UTC.
    pub fn today(self, zone: &str) -> Date {
        let zone = named_zone(zone).unwrap_or(TimeZone::UTC);
        Date::of_civil(self.0.to_zoned(zone).date())
    }

    /// The moment in a time zone as part of a name: `2026-11-22-1210`.
    pub fn stamp(self, zone: &str) -> String {
        let zone = named_zone(zone).unwrap_or(TimeZone::UTC);
        self.0.to_zoned(zone).strftime("%Y-%m-%d-%H%M").to_string()
    }
}

/// Whether a text is a moment in RFC 3339 of the last two days that it can name.
fn is_at_the_end(text: &str) -> Option<bool> {
    let pieces = Pieces::parse(text).ok()?;
    pieces.time()?;
    pieces.to_numeric_offset()?;
    Some(pieces.date() >= jiff::civil::date(9999, 12, 30))
}

/// The time zone that the machine is set to, by its name in the IANA database; `None` for UTC, and where it has no such name.
pub fn system_zone() -> Option<String> {
    let zone = TimeZone::system();
    zone.iana_name().filter(|name| !["UTC", "Etc/UTC", "Etc/Unknown"].contains(name) && is_zone(name)).map(str::to_owned)
}

/// What the machine's clock says, in nanoseconds since 1970: for comparing with the times of files, never for what day it is.
pub fn system_nanoseconds() -> i64 {
    i64::try_from(Timestamp::now().as_nanosecond()).unwrap_or(i64::MAX)
}

/// A moment in RFC 3339 as seconds since 1970 and the minutes that its offset is ahead of UTC.
pub fn moment(text: &str) -> Option<(i64, i32)> {
    let moment: Timestamp = text.trim().parse().ok()?;
    let offset = Pieces::parse(text.trim()).ok()?.to_numeric_offset()?;
    Some((moment.as_second(), offset.seconds() / 60))
}

/// The moment at which the clock on the wall shows a time on a day in a time zone of the IANA database, in seconds since 1970. Where clocks go
/// forward over it, it is the moment so long after they did; where they go back, the first of the two. `None` for a time that there is
/// on no clock; an unknown zone counts as UTC.
pub fn moment_in(zone: &str, day: Date, hour: u8, minute: u8) -> Option<i64> {
    let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
    let zone = named_zone(zone).unwrap_or(TimeZone::UTC);
    let local = jiff::civil::Date::new(i16::try_from(day.year()).ok()?, i8::try_from(day.month()).ok()?, i8::try_from(day.day()).ok()?);
    let moment = zone.to_timestamp(local.ok()?.to_datetime(time)).ok()?;
    Some(moment.as_second())
}

/// A moment in UTC as calendars write it: `20261210T130000Z`.
pub fn in_utc(seconds: i64) -> String {
    let moment = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Whether the IANA database knows a time zone.
pub fn is_zone(name: &str) -> bool {
    named_zone(name).is_some()
}

/// Where systems keep the IANA database, a file for each zone.
const ZONES: [&str; 3] = ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"];

/// The largest file of a zone that is read, in bytes; they have some thousands.
const LARGEST_ZONE: u64 = 1 << 20;

/// A zone of the IANA database. Only its own file is opened; jiff lists all there are before it opens one.
fn named_zone(name: &str) -> Option<TimeZone> {
    if name == "UTC" {
        return Some(TimeZone::UTC);
    }
    let is_plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-_".contains(&byte));
    let fits = name.len() <= 64 && name.split('/').all(is_plain) && !name.starts_with("posix/") && !name.starts_with("right/");
    let read = |folder: &str| {
        // The file of another name for a zone may be a link.
        let file = Path::new(folder).join(name).canonicalize().ok()?;
        TimeZone::tzif(name, &files::read(&file, LARGEST_ZONE).ok()?).ok()
    };
    let found = if fits { ZONES.into_iter().find_map(read) } else { None };
    // In capitals that are none, or where a system keeps zones elsewhere, jiff finds it.
    found.or_else(|| TimeZone::get(name).ok())
}

#[cfg(test)]
mod tests {
    use super::{Now, in_utc, is_zone, moment, moment_in};
    use crate::base::date::Date;

    #[test]
    fn a_zone_is_known_by_its_name_and_by_nothing_else() {
        for name in ["UTC", "Europe/Amsterdam", "US/Eastern", "europe/amsterdam", "Etc/GMT+12"] {
            assert!(is_zone(name), "{name}");
        }
        for name in ["", "Mars/Olympus", "../zoneinfo/Europe/Amsterdam", "Europe", "/etc/localtime", "zone.tab", "Europe//Amsterdam"] {
            assert!(!is_zone(name), "{name}");
        }
        let now = Now::parse("2026-06-30T22:30:00Z").unwrap();
        let day = |zone| now.today(zone).to_string();
        assert_eq!([day("Europe/Amsterdam"), day("UTC"), day("nowhere")], ["2026-07-01", "2026-06-30", "2026-06-30"]);
    }

    #[test]
    fn a_time_on_the_wall_is_a_moment_in_its_zone() {
        let at = |zone, day, hour, minute| moment_in(zone, Date::parse(day).unwrap(), hour, minute).map(in_utc);
        for (zone, day, hour, minute, expected) in [
            ("Europe/Amsterdam", "2026-12-10", 14, 0, "20261210T130000Z"),
            ("Europe/Amsterdam", "2026-07-01", 14, 30, "20260701T123000Z"),
            ("Europe/Amsterdam", "2026-07-01", 0, 30, "20260630T223000Z"),
            ("nowhere", "2026-07-01", 0, 30, "20260701T003000Z"),
            // Clocks go forward over it, and back to it.
            ("Europe/Amsterdam", "2026-03-29", 2, 30, "20260329T013000Z"),
            ("Europe/Amsterdam", "2026-10-25", 2, 30, "20261025T003000Z"),
        ] {
            assert_eq!(at(zone, day, hour, minute).as_deref(), Some(expected), "{zone} {day} {hour}:{minute}");
        }
        assert_eq!((at("UTC", "2026-07-01", 24, 0), at("UTC", "2026-07-01", 9, 60)), (None, None));
    }

    #[test]
    fn every_moment_of_rfc_3339_is_one() {
        for text in ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-23:59", "9999-12-30T22:00:00Z", "9999-12-31T00:30:00+12:00"] {
            assert!(Now::parse(text).is_some_and(|now| now.seconds() > 253_402_000_000), "{text}");
        }
        assert!(Now::parse("0000-01-01T00:00:00Z").is_some());
        for text in ["9999-12-31", "9999-12-31T23:59:59", "9999-12-32T00:00:00Z", "10000-01-01T00:00:00Z", "tomorrow"] {
            assert_eq!(Now::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_keeps_its_offset() {
        assert_eq!(moment("1970-01-01T01:00:00+01:00"), Some((0, 60)));
        assert_eq!(moment("1970-01-01T00:00:00-02:30"), Some((9000, -150)));
        assert_eq!(moment("yesterday"), None);
    }
}
