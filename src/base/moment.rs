//! Moments as git is told them in `GIT_AUTHOR_DATE` and `GIT_COMMITTER_DATE`.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};

/// git knows no date before 1970, nor one in words after 2099.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=2099;

/// A number of seconds without an `@` has so many digits at least; a shorter one may be a year.
const DIGITS: usize = 9;

/// As people write mail, and as git itself shows a commit's date.
const IN_WORDS: [&str; 4] = ["%a, %d %b %Y %H:%M:%S %z", "%d %b %Y %H:%M:%S %z", "%a %b %d %H:%M:%S %Y %z", "%a %b %d %H:%M:%S %Y"];

/// A moment as seconds since 1970 and the minutes that the clock on the wall was ahead of UTC; `None` if it is none.
///
/// It is `@SECONDS +ZZZZ`, the same without the `@`, ISO 8601 (RFC 3339, or with a space for the `T` and before the offset), RFC 2822, or
/// what `git log` shows. A date without an offset is the machine's. Fractions of a second are cut off, as git cuts them.
pub fn parse(text: &str) -> Option<(i64, i32)> {
    let text = text.trim_ascii();
    seconds(text).or_else(|| iso(text)).or_else(|| IN_WORDS.iter().find_map(|form| in_words(form, text)))
}

fn seconds(text: &str) -> Option<(i64, i32)> {
    let bare = text.strip_prefix('@');
    let (seconds, zone) =
        bare.unwrap_or(text).split_once(' ').map_or((bare.unwrap_or(text), None), |(seconds, zone)| (seconds, Some(zone)));
    // With an @ and a whole offset any number will do, as in a commit itself.
    let is_exact = bare.is_some() && zone.is_some_and(|zone| zone.len() == 5);
    if !is_number(seconds) || !is_exact && seconds.len() < DIGITS {
        return None;
    }
    // What is beyond the calendar is no moment for whoever reads the commit.
    let moment = Timestamp::from_second(seconds.parse().ok()?).ok()?;
    let minutes = match zone {
        Some(zone) => minutes(zone)?,
        None => TimeZone::system().to_offset(moment).seconds() / 60,
    };
    Some((moment.as_second(), minutes))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An offset: `+0100`, `+01:00` or `+01`.
fn minutes(text: &str) -> Option<i32> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits = text.strip_prefix(['+', '-'])?;
    let (hours, minutes) = match digits.len() {
        2 => (digits, "0"),
        4 => digits.split_at_checked(2)?,
        _ => digits.split_once(':').filter(|(hours, minutes)| hours.len() == 2 && minutes.len() == 2)?,
    };
    let number = |text: &str| is_number(text).then(|| text.parse::<i32>().ok()).flatten();
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

fn iso(text: &str) -> Option<(i64, i32)> {
    if !text.is_ascii() || text.contains('[') {
        return None;
    }
    // Between time and offset a space may stand, as git itself writes it.
    let whole = match text.rsplit_once(' ') {
        Some((time, offset)) if time.contains(':') && offset.starts_with(['+', '-', 'Z']) => format!("{}{offset}", time.trim_end()),
        _ => text.to_owned(),
    };
    let pieces = Pieces::parse(&whole).ok()?;
    at(DateTime::from_parts(pieces.date(), pieces.time()?), pieces.to_numeric_offset())
}

fn in_words(form: &str, text: &str) -> Option<(i64, i32)> {
    let read = BrokenDownTime::parse(form, text).ok()?;
    at(read.to_datetime().ok()?, read.offset())
}

fn at(time: DateTime, offset: Option<Offset>) -> Option<(i64, i32)> {
    if !YEARS.contains(&time.year()) {
        return None;
    }
    let offset = match offset {
        Some(offset) => offset,
        None => time.to_zoned(TimeZone::system()).ok()?.offset(),
    };
    let seconds = offset.to_timestamp(time).ok()?.duration_since(Timestamp::UNIX_EPOCH).as_secs();
    (seconds >= 0).then_some((seconds, offset.seconds() / 60))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn git_s_forms_of_a_moment_are_read() {
        let nine = Some((1_795_338_000, 60));
        for text in [
            "@1795338000 +0100",
            "1795338000 +0100",
            "1795338000 +01:00",
            "@1795338000 +01",
            "2026-11-22T10:00:00+01:00",
            "2026-11-22T10:00:00+0100",
            "2026-11-22T10:00:00.75+01:00",
            "2026-11-22 10:00:00 +0100",
            "2026-11-22 10:00 +0100",
            "Sun, 22 Nov 2026 10:00:00 +0100",
            "22 Nov 2026 10:00:00 +0100",
            "Sun Nov 22 10:00:00 2026 +0100",
            "  @1795338000 +0100\n",
        ] {
            assert_eq!(parse(text), nine, "{text}");
        }
        assert_eq!(parse("2026-11-22T09:00:00Z"), Some((1_795_338_000, 0)));
        assert_eq!(parse("2026-11-22T05:30:00-03:30"), Some((1_795_338_000, -210)));
        assert_eq!(parse("@0 -0200"), Some((0, -120)));
    }

    #[test]
    fn anything_else_is_no_moment() {
        for text in [
            "",
            " ",
            "yesterday",
            "@",
            "@12",
            "@12 0000",
            "@12 +000",
            "@12 +00",
            "@12 +00000",
            "@12 +2400",
            "@1795338000 +010",
            "@1795338000 01:00",
            "@1795338000 Z",
            "@ 1795338000",
            "@-1 +0000",
            "@99999999999999999999 +0000",
            "12345678 +0000",
            "2026-11-22",
            "2026-13-22T10:00:00Z",
            "2026-11-22T10:00:00+01:00[Europe/Amsterdam]",
            "1969-12-31T10:00:00Z",
            "2100-01-01T00:00:00Z",
            "1970-01-01T00:00:00+01:00",
            "Sun, 22 Nov 2026",
            "Zo, 22 nov 2026 10:00:00 +0100",
            "２０26-11-22T10:00:00Z",
            "@1795338000 +0\u{e9}0",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
