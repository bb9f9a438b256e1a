//! Durations as people say them: `12 months`, `6 weken`, `30d`.

use jiff::Span as Jiff;

use super::date::Date;
use super::fold::fold;
use super::lang::Msg;
use crate::msg;

/// A length of time in calendar units: a month is a month, however many days it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timespan {
    /// Whole months; a year is twelve.
    pub months: i32,
    /// Whole days; a week is seven.
    pub days: i32,
}

/// What people write for a unit, folded; the sign says months or days.
const UNITS: [(&[&str], bool, i32); 6] = [
    (&["d", "day", "days", "dag", "dagen"], false, 1),
    (&["w", "wk", "week", "weeks", "weken"], false, 7),
    (&["m", "mo", "mon", "month", "months", "maand", "maanden", "mnd"], true, 1),
    (&["quarter", "quarters", "kwartaal", "kwartalen"], true, 3),
    (&["halfjaar"], true, 6),
    (&["y", "yr", "year", "years", "j", "jaar", "jaren"], true, 12),
];

const NUMBERS: [(&str, i32); 36] = [
    ("a", 1),
    ("an", 1),
    ("een", 1),
    ("one", 1),
    ("elke", 1),
    ("iedere", 1),
    ("ieder", 1),
    ("eens", 1),
    ("once", 1),
    ("every", 1),
    ("per", 1),
    ("two", 2),
    ("twee", 2),
    ("three", 3),
    ("drie", 3),
    ("four", 4),
    ("vier", 4),
    ("six", 6),
    ("zes", 6),
    ("half", 0),
    ("twelve", 12),
    ("twaalf", 12),
    ("five", 5),
    ("vijf", 5),
    ("seven", 7),
    ("zeven", 7),
    ("eight", 8),
    ("acht", 8),
    ("nine", 9),
    ("negen", 9),
    ("ten", 10),
    ("tien", 10),
    ("eleven", 11),
    ("elf", 11),
    ("fourteen", 14),
    ("veertien", 14),
];

impl Timespan {
    /// Reads a duration in English or Dutch: `6 months`, `every 6 weeks`, `elke 2 weken`, `een jaar`, `30d`, `1y6m`, `yearly`.
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text.trim());
        // There is no time of less than nothing: `-5 months` is not five.
        let mut letters = folded.chars().peekable();
        while let Some(letter) = letters.next() {
            if matches!(letter, '-' | '\u{2212}') && letters.peek().is_some_and(char::is_ascii_digit) {
                return None;
            }
        }
        match &*folded {
            "yearly" | "annually" | "jaarlijks" => return Some(Self { months: 12, days: 0 }),
            "half a year" | "half year" | "half jaar" | "een half jaar" | "halfjaarlijks" => return Some(Self { months: 6, days: 0 }),
            "quarterly" | "elk kwartaal" => return Some(Self { months: 3, days: 0 }),
            "monthly" | "maandelijks" => return Some(Self { months: 1, days: 0 }),
            "weekly" | "wekelijks" => return Some(Self { months: 0, days: 7 }),
            "daily" | "dagelijks" => return Some(Self { months: 0, days: 1 }),
            _ => {}
        }
        let mut total = Self::default();
        let mut number: Option<i32> = None;
        let mut units = 0;
        for word in pieces(&folded) {
            if let Ok(digits) = word.parse::<i32>() {
                if number.replace(digits).is_some_and(|earlier| earlier != 1) {
                    return None;
                }
            } else if let Some((_, months, factor)) = UNITS.iter().find(|(names, ..)| names.contains(&word)) {
                let amount = number.take().unwrap_or(1).checked_mul(*factor)?;
                let sum = if *months { &mut total.months } else { &mut total.days };
                *sum = sum.checked_add(amount)?;
                units += 1;
            } else if let Some((_, value)) = NUMBERS.iter().find(|(name, _)| *name == word) {
                number = Some(*value);
            } else if !matches!(word, "and" | "en" | "of" | "alle" | "om" | "de" | "in") {
                return None;
            }
        }
        (units > 0 && number.is_none() && total.months.max(total.days) < 120_000).then_some(total)
    }

    /// The same for what has to come round again and again: never nothing, such as `0 weeks`.
    pub fn parse_recurring(text: &str) -> Option<Self> {
        Self::parse(text).filter(|span| *span != Self::default())
    }

    /// It in words, where it is of one unit: `6 weeks`.
    pub fn says(self) -> Option<Msg> {
        self.counted().map(|(unit, count)| match unit {
            Unit::Months => msg!("span-months", count = count),
            Unit::Weeks => msg!("span-weeks", count = count),
            Unit::Days => msg!("span-days", count = count),
        })
    }

    /// How often that is what comes round after it, where it is of one unit: `every 6 weeks`.
    pub fn says_every(self) -> Option<Msg> {
        self.counted().map(|(unit, count)| match unit {
            Unit::Months => msg!("every-months", count = count),
            Unit::Weeks => msg!("every-weeks", count = count),
            Unit::Days => msg!("every-days", count = count),
        })
    }

    /// The largest unit of which it is a whole number.
    fn counted(self) -> Option<(Unit, i32)> {
        match (self.months, self.days) {
            (months, 0) if months > 0 => Some((Unit::Months, months)),
            (0, days) if days > 0 && days % 7 == 0 => Some((Unit::Weeks, days / 7)),
            (0, days) if days > 0 => Some((Unit::Days, days)),
            _ => None,
        }
    }

    /// The day this much later; clamped to the end of a shorter month.
    pub fn after(self, date: Date) -> Date {
        date.plus(self.jiff())
    }

    /// The day this much earlier.
    pub fn before(self, date: Date) -> Date {
        date.plus(self.jiff().negate())
    }

    fn jiff(self) -> Jiff {
        Jiff::new().try_months(self.months).and_then(|span| span.try_days(self.days)).unwrap_or_default()
    }
}

/// What a length of time is counted in.
#[derive(Clone, Copy)]
enum Unit {
    Months,
    Weeks,
    Days,
}

/// Words and numbers, apart also where they touch: `30d` is `30`, `d`.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let digit = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|letter: char| !letter.is_alphanumeric() || letter.is_ascii_digit() != digit).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::Timespan;

    #[test]
    fn what_people_say() {
        for (text, months, days) in [
            ("6 months", 6, 0),
            ("every 6 weeks", 0, 42),
            ("elke 2 weken", 0, 14),
            ("een jaar", 12, 0),
            ("30d", 0, 30),
            ("1y6m", 18, 0),
            ("12 months", 12, 0),
            ("Jaarlijks", 12, 0),
            ("2 years and 3 months", 27, 0),
            ("half a year", 6, 0),
            ("elke maand", 1, 0),
            ("iedere 6 weken", 0, 42),
            ("eens in de zes weken", 0, 42),
            ("once every two months", 2, 0),
        ] {
            assert_eq!(Timespan::parse(text), Some(Timespan { months, days }), "{text}");
        }
        for text in ["", "soon", "6", "months of 6", "99999999999d", "-3", "-5 months", "\u{2212}5 months", "1y-6m"] {
            assert_eq!(Timespan::parse(text), None, "{text}");
        }
        assert_eq!(Timespan::parse("0 weeks"), Some(Timespan::default()));
        assert_eq!((Timespan::parse_recurring("0 weeks"), Timespan::parse_recurring("2w").is_some()), (None, true));
    }
}
