//! A date that is none, or that can be read in two ways.

use std::ops::Range;

use crate::base::date::Date;
use crate::base::fold::fold;
use crate::model::field::FieldType;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Raw, Rule, Words};
use crate::work::checks::scope::Scope;

/// `impossible-date`
pub static RULE: Rule = Rule {
    code: "FM024",
    name: "impossible-date",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A date can not be read, or in more than one way.",
            why: "03-01-2026 is in January or in March, depending on who reads it. A date that can not be read counts as absent.",
            mend: "Write the year first: `2026-03-01`.",
        },
        nl: Words {
            says: "Een datum is niet te lezen, of op meer dan één manier.",
            why: "03-01-2026 is in januari of in maart, het is maar wie het leest. Een datum die niet te lezen is, telt niet mee.",
            mend: "Schrijf het jaar voorop: `2026-03-01`.",
        },
        bad: "reviewed: 03-01-2026",
        good: "reviewed: 2026-01-03",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    beside(page, found);
    for written in &page.document.fields {
        let is_day = page.kind.field(&written.name).is_some_and(|field| matches!(field.kind, FieldType::Date | FieldType::DateTime));
        if !is_day || written.misshapen {
            continue;
        }
        for value in written.values.iter().filter(|value| value.typed.is_none() && !value.text.is_empty()) {
            let raw = tell(page, &written.key, &value.text, value.span.clone(), found);
            // In the text of an older record a date is only words.
            if value.span.start >= page.document.front.body {
                raw.at_most(Severity::Note);
            }
        }
    }
}

/// Keys that the kind does not know, with what has the form of a day and is none: other programs that read the file stop there.
fn beside(page: &Page<'_>, found: &mut Found) {
    for extra in &page.document.extra {
        let Some(text) = extra.value.text().map(str::trim).filter(|text| has_form(text) && Date::parse(text).is_none()) else { continue };
        tell(page, &extra.key, text, extra.value.span.clone(), found).at_most(Severity::Warning);
    }
}

/// Whether a text has the form of a day, whatever its digits.
fn has_form(text: &str) -> bool {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(text.split('-').collect::<Vec<_>>().as_slice(), [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

fn tell<'f>(page: &Page<'_>, key: &str, text: &str, span: Range<usize>, found: &'f mut Found) -> &'f mut Raw {
    let shown: String = text.chars().take(60).collect();
    let (readings, is_day) = readings(text);
    let readings: Vec<_> = readings.iter().map(Date::to_string).collect();
    found.at(page.at, span, msg!("check-impossible-date", key = key, value = shown)).help(match readings.as_slice() {
        [] if is_day => msg!("check-date-none"),
        [] => msg!("check-date-form"),
        [one] => msg!("check-write", text = one),
        [one, other, ..] => msg!("check-date-readings", one = one, other = other),
    })
}

/// The names of months in English and Dutch, by how they begin.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mar", "maa", "mrt"],
    &["apr"],
    &["may", "mei"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec"],
];

/// The days that a text may mean; and whether it names a day, a month and a year at all.
fn readings(text: &str) -> (Vec<Date>, bool) {
    let folded = fold(text);
    let mut numbers = Vec::new();
    let mut month = None;
    for word in folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).take(6) {
        let digits = word.len() - word.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        if let Ok(number) = word[..digits].parse::<u32>() {
            numbers.push((number, digits));
        } else if let Some(at) = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name))) {
            month = month.or(Some(at as u32 + 1));
        }
    }
    let year = |(number, digits): (u32, usize)| (digits == 4).then(|| i32::try_from(number).ok()).flatten();
    let tries: Vec<Option<Date>> = match (month, numbers.as_slice()) {
        (Some(month), [day, rest @ ..]) if year(*day).is_none() => {
            vec![rest.first().and_then(|last| Date::new(year(*last)?, month, day.0))]
        }
        (Some(month), [first, day, ..]) => vec![year(*first).and_then(|year| Date::new(year, month, day.0))],
        (None, [first, one, other, ..]) if year(*first).is_some() => {
            let of = |month: u32, day: u32| Date::new(year(*first)?, month, day);
            // Who puts the year first puts the month before the day.
            vec![of(one.0, other.0).or_else(|| of(other.0, one.0))]
        }
        (None, [one, other, last, ..]) => {
            let of = |month: u32, day: u32| Date::new(year(*last)?, month, day);
            vec![of(other.0, one.0), of(one.0, other.0)]
        }
        _ => Vec::new(),
    };
    let mut days: Vec<Date> = Vec::new();
    for day in tries.into_iter().flatten() {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    let parts = numbers.len() + usize::from(month.is_some());
    (days, parts >= 3 && numbers.iter().any(|number| year(*number).is_some()))
}

#[cfg(test)]
mod tests {
    use super::readings;
    use crate::work::checks::testing::found;

    #[test]
    fn a_date_is_read_as_it_may_be_meant() {
        for (text, days) in [
            ("01-03-2026", "2026-03-01 2026-01-03"),
            ("31-12-2026", "2026-12-31"),
            ("12/31/2026", "2026-12-31"),
            ("2026/3/1", "2026-03-01"),
            ("2026-11-5", "2026-11-05"),
            ("2026/11/05", "2026-11-05"),
            ("2026-31-12", "2026-12-31"),
            ("2026-02-30", "-"),
            ("31-02-2026", "-"),
            ("31 februari 2026", "-"),
            ("november 2026", ""),
            ("gisteren", ""),
            ("1 maart 2026", "2026-03-01"),
            ("March 1st, 2026", "2026-03-01"),
            ("2026-3-3", "2026-03-03"),
            ("1.3.26", ""),
            ("soon", ""),
            ("4294967296-1-1", ""),
        ] {
            let (read, is_day) = readings(text);
            let read = read.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            assert_eq!(if read.is_empty() && is_day { "-" } else { &read }, days, "{text}");
        }
    }

    #[test]
    fn the_finding_names_the_readings() {
        let file = "---\nreviewed: 01-03-2026\n---\n\n# A\n";
        let finding = "practices/a.md:2:11 error reviewed: \"01-03-2026\" is no date; 2026-03-01 or 2026-01-03?";
        assert_eq!(found("impossible-date", &[("practices/a.md", file)]), [finding]);
        for (text, count) in
            [("2022-30-09", 1), ("2018-04-31", 1), ("2018-04-30", 0), ("2022-30-9", 0), ("[2022-30-09]", 0), ("v2022-30-09", 0)]
        {
            let file = format!("---\nlast_reviewed_on: {text}\n---\n\n# A\n");
            assert_eq!(found("impossible-date", &[("practices/a.md", &file)]).len(), count, "{text}");
        }
        assert!(found("impossible-date", &[("practices/a.md", "---\nreviewed: 2026-03-01T10:00:00Z\ncreated:\n---\n\n# A\n")]).is_empty());
    }
}
