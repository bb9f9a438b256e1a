//! Days as people say them in a list: as short as they can be without a doubt.

use crate::base::date::Date;
use crate::base::lang::{Lang, words};
use crate::msg;

/// A day: `today`, `yesterday`, `tomorrow`, `3 Dec` in this year, `3 Dec 2025` in another.
pub fn day(date: Date, today: Date, lang: Lang) -> String {
    let near = match date.days() - today.days() {
        0 => Some("day-today"),
        -1 => Some("day-yesterday"),
        1 => Some("day-tomorrow"),
        _ => None,
    };
    match near {
        Some(key) => word(lang, key),
        None if is_plain_year(date, today) => format!("{} {}", date.day(), month_name(date, lang)),
        None => format!("{} {} {}", date.day(), month_name(date, lang), date.year()),
    }
}

/// The same in a sentence: `today`, `on 3 Dec`.
pub fn on(date: Date, today: Date, lang: Lang) -> String {
    let said = day(date, today, lang);
    let is_near = (date.days() - today.days()).abs() <= 1;
    if is_near { said } else { msg!("day-on", day = said).text(lang) }
}

/// A day as an appointment: `Thu 3 Dec`, with the year if that is in doubt.
pub fn weekday(date: Date, today: Date, lang: Lang) -> String {
    let monday_first = (date.days() + 3).rem_euclid(7);
    let name = word(lang, &format!("weekday-{}", monday_first + 1));
    let year = if is_plain_year(date, today) { String::new() } else { format!(" {}", date.year()) };
    format!("{name} {} {}{year}", date.day(), month_name(date, lang))
}

/// A day when only its month matters: `Sep` within the last year, `Sep 2024` further away.
pub fn month(date: Date, today: Date, lang: Lang) -> String {
    let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
    let near = (0..12).contains(&(months(today) - months(date)));
    let name = month_name(date, lang);
    if near { name } else { format!("{name} {}", date.year()) }
}

/// The year need not be said: it is this one, or the day is within two months around its turn.
fn is_plain_year(date: Date, today: Date) -> bool {
    date.year() == today.year() || (date.days() - today.days()).abs() <= 60
}

fn month_name(date: Date, lang: Lang) -> String {
    word(lang, &format!("month-{}", date.month()))
}

fn word(lang: Lang, key: &str) -> String {
    words(lang, key).unwrap_or_else(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{day, month, on, weekday};
    use crate::base::date::Date;
    use crate::base::lang::Lang::{En, Nl};

    #[test]
    fn days_are_said_as_people_say_them() {
        let date = |text: &str| Date::parse(text).unwrap();
        let today = date("2026-11-22");
        for (text, english, dutch) in [
            ("2026-11-22", "today", "vandaag"),
            ("2026-11-21", "yesterday", "gisteren"),
            ("2026-11-23", "tomorrow", "morgen"),
            ("2026-03-01", "1 Mar", "1 mrt"),
            ("2025-12-03", "3 Dec 2025", "3 dec 2025"),
            ("2027-01-09", "9 Jan", "9 jan"),
        ] {
            assert_eq!((day(date(text), today, En).as_str(), day(date(text), today, Nl).as_str()), (english, dutch));
        }
        assert_eq!((on(date("2026-11-21"), today, En).as_str(), on(date("2026-11-22"), today, Nl).as_str()), ("yesterday", "vandaag"));
        assert_eq!((on(date("2026-03-01"), today, En).as_str(), on(date("2026-03-01"), today, Nl).as_str()), ("on 1 Mar", "op 1 mrt"));
        assert_eq!(weekday(date("2026-12-03"), today, En), "Thu 3 Dec");
        assert_eq!(weekday(date("2026-11-22"), today, Nl), "zo 22 nov");
        assert_eq!(month(date("2026-09-30"), today, En), "Sep");
        assert_eq!(month(date("2025-12-01"), today, Nl), "dec");
        assert_eq!(month(date("2025-11-30"), today, En), "Nov 2025");
        assert_eq!(month(date("2026-12-01"), today, En), "Dec 2026");
    }
}
