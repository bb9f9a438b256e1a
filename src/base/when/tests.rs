//! What people say for a period, and what it means on Sunday 22 November 2026.

use proptest::prelude::*;

use super::{Date, DateRange};
use crate::base::lang::Lang;

fn today() -> Date {
    Date::parse("2026-11-22").expect("a date")
}

fn read(text: &str) -> Option<String> {
    let end = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    DateRange::parse(text, today()).ok().map(|range| format!("{}..{}", end(range.from), end(range.to)))
}

#[test]
fn what_people_say() {
    for (texts, range) in [
        (&["2025", "=2025", "in 2025"][..], "2025-01-01..2025-12-31"),
        (&["2025-01", "2025-1", "jan 2025", "Januari 2025", "january, 2025"], "2025-01-01..2025-01-31"),
        (&["2025-q1", "2025-Q1"], "2025-01-01..2025-03-31"),
        (&["2026-w47"], "2026-11-16..2026-11-22"),
        (&["2025-01-03", "3 jan 2025", "January 3rd, 2025", "3 januari 2025", "2025-01-03T09:00:00Z"], "2025-01-03..2025-01-03"),
        (
            &["2025-01..2025-03", "2025-01 .. 2025-03", "between january 2025 and march 2025", "van januari 2025 t/m maart 2025"],
            "2025-01-01..2025-03-31",
        ),
        (&["..2025-03", "<=2025-03", "until march 2025", "tot en met maart 2025"], "..2025-03-31"),
        (&["2025-01..", ">=2025-01", "since 2025-01", "sinds januari 2025", "vanaf januari 2025"], "2025-01-01.."),
        (&[">2025-01", "> 2025-01", "after january 2025", "na januari 2025"], "2025-02-01.."),
        (&["<2025-01", "before 2025-01", "voor 2025"], "..2024-12-31"),
        (&["30d..", "<30d", "<=30d", "since 30 days", "sinds 30 dagen", "since 30 days ago"], "2026-10-23.."),
        (&[">30d", "before 30 days ago"], "..2026-10-22"),
        (&["..30d", ">=30d"], "..2026-10-23"),
        (&["30d", "last 30 days", "past 30 days", "afgelopen 30 dagen", "laatste 30 dagen"], "2026-10-23..2026-11-22"),
        (&["last 6 weeks", "the last six weeks", "laatste 6 weken", "de afgelopen zes weken"], "2026-10-11..2026-11-22"),
        (&["6 weeks ago", "6 weken geleden", "zes weken geleden"], "2026-10-11..2026-10-11"),
        (&["today", "Vandaag"], "2026-11-22..2026-11-22"),
        (&["yesterday", "gisteren"], "2026-11-21..2026-11-21"),
        (&["this week", "deze week"], "2026-11-16..2026-11-22"),
        (&["last week", "vorige week"], "2026-11-09..2026-11-15"),
        (&["last month", "vorige maand"], "2026-10-01..2026-10-31"),
        (&["this month", "deze maand"], "2026-11-01..2026-11-30"),
        (&["last quarter", "vorig kwartaal"], "2026-07-01..2026-09-30"),
        (&["this year", "dit jaar"], "2026-01-01..2026-12-31"),
        (&["last year", "vorig jaar"], "2025-01-01..2025-12-31"),
        (&["next year", "volgend jaar"], "2027-01-01..2027-12-31"),
        (&["past month", "afgelopen maand"], "2026-10-22..2026-11-22"),
        (&["next 2 weeks", "komende 2 weken"], "2026-11-22..2026-12-06"),
        (&["march", "maart", "mrt"], "2026-03-01..2026-03-31"),
        (&["december"], "2025-12-01..2025-12-31"),
        (&["since march", "sinds maart"], "2026-03-01.."),
        (&["since last month", "sinds vorige maand"], "2026-10-01.."),
        (&["monday", "maandag", "afgelopen maandag"], "2026-11-16..2026-11-16"),
        (&["yesterday..", "gisteren.."], "2026-11-21.."),
    ] {
        for text in texts {
            assert_eq!(read(text).as_deref(), Some(range), "{text}");
        }
    }
}

/// A phrase a row, in both languages; what a person would expect, by the calendar.
#[test]
fn what_is_said_in_either_language_means_the_same() {
    for (english, dutch, range) in [
        ("yesterday", "gisteren", "2026-11-21..2026-11-21"),
        ("day before yesterday", "eergisteren", "2026-11-20..2026-11-20"),
        ("the day before yesterday", "Eergisteren", "2026-11-20..2026-11-20"),
        ("this morning", "vanochtend", "2026-11-22..2026-11-22"),
        ("tomorrow", "morgen", "2026-11-23..2026-11-23"),
        ("day after tomorrow", "overmorgen", "2026-11-24..2026-11-24"),
        ("last week", "vorige week", "2026-11-09..2026-11-15"),
        ("past week", "afgelopen week", "2026-11-15..2026-11-22"),
        ("the past week", "de afgelopen week", "2026-11-15..2026-11-22"),
        ("the past year", "het afgelopen jaar", "2025-11-22..2026-11-22"),
        ("in the past year", "in het afgelopen jaar", "2025-11-22..2026-11-22"),
        ("previous month", "vorige maand", "2026-10-01..2026-10-31"),
        ("current month", "huidige maand", "2026-11-01..2026-11-30"),
        ("current year", "huidig jaar", "2026-01-01..2026-12-31"),
        ("last quarter", "vorig kwartaal", "2026-07-01..2026-09-30"),
        ("this quarter", "dit kwartaal", "2026-10-01..2026-12-31"),
        ("past quarter", "afgelopen kwartaal", "2026-08-22..2026-11-22"),
        ("past half year", "afgelopen halfjaar", "2026-05-22..2026-11-22"),
        ("Q3 2025", "3e kwartaal 2025", "2025-07-01..2025-09-30"),
        ("2025 Q3", "K3 2025", "2025-07-01..2025-09-30"),
        ("third quarter of 2025", "derde kwartaal van 2025", "2025-07-01..2025-09-30"),
        ("Q3", "derde kwartaal", "2026-07-01..2026-09-30"),
        ("Q4", "kwartaal 4", "2026-10-01..2026-12-31"),
        ("Q1 last year", "eerste kwartaal vorig jaar", "2025-01-01..2025-03-31"),
        ("week 47", "week 47 dit jaar", "2026-11-16..2026-11-22"),
        ("week 50", "week 50 van 2025", "2025-12-08..2025-12-14"),
        ("march last year", "maart vorig jaar", "2025-03-01..2025-03-31"),
        ("march of last year", "maart van vorig jaar", "2025-03-01..2025-03-31"),
        ("3 march last year", "3 maart vorig jaar", "2025-03-03..2025-03-03"),
        ("since march", "sinds maart", "2026-03-01.."),
        ("since yesterday", "sinds gisteren", "2026-11-21.."),
        ("since monday", "vanaf maandag", "2026-11-16.."),
        ("until friday", "t/m vrijdag", "..2026-11-20"),
        ("before march", "v\u{f3}\u{f3}r maart", "..2026-02-28"),
        ("after march", "na maart", "2026-04-01.."),
        ("during march", "tijdens maart", "2026-03-01..2026-03-31"),
        ("year 2025", "het jaar 2025", "2025-01-01..2025-12-31"),
        ("march to june", "maart tot en met juni", "2026-03-01..2026-06-30"),
        ("2024 - 2025", "2024 t/m 2025", "2024-01-01..2025-12-31"),
        ("from march until june", "vanaf maart tot juni", "2026-03-01..2026-06-30"),
        ("3 weeks ago", "3 weken geleden", "2026-11-01..2026-11-01"),
        ("a month ago", "een maand geleden", "2026-10-22..2026-10-22"),
        ("two years ago", "twee jaar terug", "2024-11-22..2024-11-22"),
        ("since 3 weeks ago", "sinds 3 weken geleden", "2026-11-01.."),
        ("last 24 hours", "afgelopen 24 uur", "2026-11-21..2026-11-22"),
        ("last seven days", "laatste zeven dagen", "2026-11-15..2026-11-22"),
        ("last ten days", "afgelopen tien dagen", "2026-11-12..2026-11-22"),
        ("last 12 months", "afgelopen 12 maanden", "2025-11-22..2026-11-22"),
        ("older than 30 days", "ouder dan 30 dagen", "..2026-10-22"),
        ("older than 2025", "ouder dan 2025", "..2024-12-31"),
        ("more than 30 days ago", "meer dan 30 dagen geleden", "..2026-10-22"),
        ("newer than a week", "nieuwer dan een week", "2026-11-15.."),
        ("less than a week ago", "minder dan een week geleden", "2026-11-15.."),
        ("newer than 2025", "jonger dan 2025", "2026-01-01.."),
        ("within a month", "binnen een maand", "2026-10-22.."),
        ("last friday", "vorige vrijdag", "2026-11-20..2026-11-20"),
        ("next friday", "komende vrijdag", "2026-11-27..2026-11-27"),
        ("next sunday", "volgende zondag", "2026-11-29..2026-11-29"),
        ("this weekend", "dit weekend", "2026-11-21..2026-11-22"),
        ("last weekend", "afgelopen weekend", "2026-11-14..2026-11-15"),
        ("next month", "volgende maand", "2026-12-01..2026-12-31"),
        ("coming 2 weeks", "komende 2 weken", "2026-11-22..2026-12-06"),
    ] {
        for text in [english, dutch] {
            assert_eq!(read(text).as_deref(), Some(range), "{text}");
        }
    }
    for text in ["zomer", "summer", "q5 2025", "q3 q2", "week 99", "q3 maart", "last q3 week", "older than", "3 2025"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn what_is_no_period_gets_the_nearest_right_form() {
    for (text, answer) in [
        ("bananas", "\"bananas\" is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or \"last month\""),
        ("3/1/2025", "\"3/1/2025\" is no date or period; did you mean 2025-01-03, 2025-03-01?"),
        ("25-12-2025", "\"25-12-2025\" is no date or period; did you mean 2025-12-25?"),
        ("2025/01/03", "\"2025/01/03\" is no date or period; did you mean 2025-01-03?"),
        ("2025-02-30", "\"2025-02-30\" is no date or period; did you mean 2025-02-28?"),
        ("1/2025", "\"1/2025\" is no date or period; did you mean 2025-01?"),
        ("yesterdy", "\"yesterdy\" is no date or period; did you mean yesterday?"),
        ("vorige mand", "\"vorige mand\" is no date or period; did you mean vorige maand?"),
        ("2025..2024", "\"2025..2024\" begins on 2025-01-01 and ends before that, on 2024-12-31"),
    ] {
        let said = DateRange::parse(text, today()).map_err(|msg| msg.text(Lang::En));
        assert_eq!(said, Err(answer.to_owned()), "{text}");
    }
    for text in ["", "..", ">", "2025-13", "2025-00", "0", "99999-01-01", "-1", "march march", "last", "2025-w99", "40 march 2025"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn an_open_end_contains_everything_beyond() {
    let range = DateRange::parse("2026-03..", today()).expect("a range");
    assert!(range.contains(today()) && !range.contains(Date::parse("2026-02-28").expect("a date")));
}

proptest! {
    #[test]
    fn anything_gives_a_range_or_a_message(text in "[0-9a-z<>=. /-]{0,20}|\\PC{0,60}") {
        if let Err(msg) = DateRange::parse(&text, today()) {
            prop_assert!(Lang::ALL.iter().all(|lang| !msg.text(*lang).starts_with("when-")));
        }
    }
}
