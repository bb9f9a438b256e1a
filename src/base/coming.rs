//! Days and hours that are still to come, as people say them: `3 Dec 14:00`, `next Thursday`, `2026-12-10 om 14 uur`.
//!
//! In a filter `3 Dec` is the last time that it was that day; of a plan it is the next. Everything else means the same as there
//! ([`super::when`]).

use super::date::Date;
use super::fold::fold;
use super::when::DateRange;

/// What may stand before a day and says nothing more about it, folded.
const WEEKDAYS: [&str; 28] = [
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "ma",
    "di",
    "wo",
    "do",
    "vr",
    "za",
    "zo",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
];

/// A day in any words that mean one; the first from `from` on, where the words leave the year or the week open. One that they name whole may
/// be earlier.
pub fn day(text: &str, from: Date) -> Option<Date> {
    let folded = fold(text.trim());
    let mut said = folded.trim_start_matches(['(', ' ']).trim_end_matches([')', '.', ',', ';', ' ']);
    // `Thursday 3 December` is 3 December.
    if let Some((_, rest)) = said.split_once([' ', ',']).filter(|(first, _)| WEEKDAYS.contains(&first.trim_end_matches('.'))) {
        said = rest.trim_start();
    }
    let one = |said: &str| match DateRange::parse(said, from) {
        Ok(DateRange { from: Some(first), to: Some(last) }) if first == last => Some(first),
        _ => None,
    };
    let named = one(said)?;
    if named >= from {
        return Some(named);
    }
    let later = [format!("{said} {:04}", from.year()), format!("{said} {:04}", from.year() + 1), format!("next {said}")];
    later.iter().filter_map(|said| one(said)).find(|day| *day >= from).or(Some(named))
}

/// An hour and a minute: `14:00`, `14.00`, `14u30`, `14 uur`, `2pm`, `at 9:15`.
pub fn time(text: &str) -> Option<(u8, u8)> {
    let folded = fold(text.trim());
    let said = ["at ", "om "].iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded).trim();
    let said = said.strip_suffix("uur").or_else(|| said.strip_suffix("hrs")).unwrap_or(said).trim_end();
    let (said, half) = match (said.strip_suffix("am"), said.strip_suffix("pm")) {
        (Some(said), _) => (said.trim_end(), Some(0)),
        (_, Some(said)) => (said.trim_end(), Some(12)),
        _ => (said, None),
    };
    let (hour, minute) = said.split_once([':', '.', 'u', 'h']).unwrap_or((said, ""));
    let number = |digits: &str| -> Option<u8> {
        (digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
    };
    // A number alone is no time, but behind a word for one.
    let is_bare = minute.is_empty() && half.is_none() && said == folded.trim() && said.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = (number(hour)?, if minute.is_empty() { 0 } else { number(minute).filter(|_| minute.len() == 2)? });
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
        None => hour,
    };
    (!is_bare && hour < 24 && minute < 60).then_some((hour, minute))
}

/// A day, and the time on it if one is said: in its last words, or behind the `T` of ISO 8601.
pub fn day_and_time(text: &str, from: Date) -> Option<(Date, Option<(u8, u8)>)> {
    if let Some(date) = day(text, from) {
        // What is cut off a datetime is its time.
        return Some((date, time_of(text)));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=3.min(words.len().saturating_sub(1))).rev().find_map(|count| {
        let (before, last) = words.split_at(words.len() - count);
        let time = time(&last.join(" "))?;
        Some((day(before.join(" ").trim_end_matches(','), from)?, Some(time)))
    })
}

/// The time in a datetime of ISO 8601: `14:00` of `2026-12-10T14:00`.
pub fn time_of(text: &str) -> Option<(u8, u8)> {
    Date::parse(text)?;
    let text = text.trim();
    let said = text.get(11..)?.trim_start().get(..5)?;
    if said.as_bytes().get(2) == Some(&b':') { time(said) } else { None }
}

#[cfg(test)]
mod tests {
    use super::{day, day_and_time, time, time_of};
    use crate::base::date::Date;

    fn today() -> Date {
        Date::parse("2026-11-22").expect("a day")
    }

    #[test]
    fn a_day_is_the_next_that_is_called_so() {
        for (text, expected) in [
            ("2026-12-10", Some("2026-12-10")),
            ("3 Dec", Some("2026-12-03")),
            ("15 december", Some("2026-12-15")),
            ("1 maart", Some("2027-03-01")),
            ("22 november", Some("2026-11-22")),
            ("21 november", Some("2027-11-21")),
            ("donderdag", Some("2026-11-26")),
            ("Thursday 3 December", Some("2026-12-03")),
            ("do 3 dec.", Some("2026-12-03")),
            ("next friday", Some("2026-11-27")),
            ("morgen", Some("2026-11-23")),
            ("(2026-12-15).", Some("2026-12-15")),
            // What is named whole is that day.
            ("2025-12-10", Some("2025-12-10")),
            ("3 March 2020", Some("2020-03-03")),
            ("december", None),
            ("6 weeks", None),
            ("soon", None),
            ("", None),
            ("2026-02-30", None),
        ] {
            assert_eq!(day(text, today()), expected.and_then(Date::parse), "{text}");
        }
    }

    #[test]
    fn a_time_is_said_in_many_ways() {
        for (text, expected) in [
            ("14:00", Some((14, 0))),
            ("9.15", Some((9, 15))),
            ("14u", Some((14, 0))),
            ("14u30", Some((14, 30))),
            ("14 uur", Some((14, 0))),
            ("14:30 uur", Some((14, 30))),
            ("om 9 uur", Some((9, 0))),
            ("at 2pm", Some((14, 0))),
            ("12 am", Some((0, 0))),
            ("2:30 pm", Some((14, 30))),
            ("14", None),
            ("25:00", None),
            ("14:60", None),
            ("14:5", None),
            ("13 pm", None),
            ("é", None),
            ("", None),
        ] {
            assert_eq!(time(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_may_come_with_its_time() {
        for (text, expected) in [
            ("3 Dec 14:00", Some(("2026-12-03", Some((14, 0))))),
            ("2026-12-10 14:00", Some(("2026-12-10", Some((14, 0))))),
            ("2026-12-10T14:00", Some(("2026-12-10", Some((14, 0))))),
            ("donderdag om 14 uur", Some(("2026-11-26", Some((14, 0))))),
            ("3 december, 2:30 pm", Some(("2026-12-03", Some((14, 30))))),
            ("3 dec", Some(("2026-12-03", None))),
            ("3 dec soup", None),
        ] {
            let expected = expected.and_then(|(day, time)| Some((Date::parse(day)?, time)));
            assert_eq!(day_and_time(text, today()), expected, "{text}");
        }
        assert_eq!((time_of("2026-12-10"), time_of("2026-12-10T09:30:00Z")), (None, Some((9, 30))));
    }
}
