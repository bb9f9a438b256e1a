//! Periods as people say them: `2025-01..`, `last month`, `sinds maart`.
//!
//! A period of a filter is days from one to another, both included; either end may be open. What is said means, on Sunday 22 November 2026:
//!
//! | said | means | from | to |
//! | --- | --- | --- | --- |
//! | `2025`, `2025-01`, `2025-q1`, `2025-w03`, `2025-01-03` | that year, month, quarter, week, day | its first day | its last |
//! | `march 2025`, `maart 2025`, `3 maart 2025` | that month, that day | its first day | its last |
//! | `march`, `maart` | the last time that it was that month, today's included | 2026-03-01 | 2026-03-31 |
//! | `q3 2025`, `3e kwartaal 2025`, `q3` | that quarter; the last time that it was that quarter | its first day | its last |
//! | `week 3 2025`, `week 47` | that week; the last time that it was that week | its first day | its last |
//! | `march last year`, `maart vorig jaar` | that month of that year | 2025-03-01 | 2025-03-31 |
//! | `monday`, `maandag` | the last time that it was that day, today included | 2026-11-16 | 2026-11-16 |
//! | `today`, `yesterday`, `vandaag`, `gisteren`, `eergisteren`, `tomorrow`, `morgen` | that day | | |
//! | `this week`, `deze maand`, `dit jaar` | the calendar week, month, quarter, year of today | 2026-11-16 | 2026-11-22 |
//! | `last month`, `vorige maand`, `next year`, `volgend jaar` | the calendar one before, after | 2026-10-01 | 2026-10-31 |
//! | `this weekend`, `vorig weekend` | Saturday and Sunday of that week | 2026-11-21 | 2026-11-22 |
//! | `next friday`, `komende vrijdag` | the first such day after today | | |
//! | `30d`, `last 6 weeks`, `past month`, `laatste 6 weken`, `afgelopen maand` | so long until today | today less that | today |
//! | `next 6 weeks`, `komende 6 weken` | so long from today | today | today and that |
//! | `6 weeks ago`, `6 weken geleden` | that day | 2026-10-11 | 2026-10-11 |
//! | `A..B`, `A to B`, `A t/m B`, `from A to B`, `between A and B`, `van A tot B`, `tussen A en B` | from one to the other | first day of A | last of B |
//! | `A..`, `>=A`, `since A`, `from A`, `sinds A`, `vanaf A` | not before A | first day of A | open |
//! | `..A`, `<=A`, `until A`, `tot A`, `t/m A` | not after A | open | last day of A |
//! | `>A`, `after A`, `na A` | after A is over | the day after A | open |
//! | `<A`, `before A`, `voor A` | before A begins | open | the day before A |
//! | `30d..`, `<30d`, `<=30d`, `since 30 days` | at most so old | today less that | open |
//! | `..30d`, `>=30d` | at least so old | open | today less that |
//! | `>30d`, `before 30 days ago`, `older than 30 days`, `ouder dan 30 dagen` | older | open | the day before that |

use super::date::Date;
use super::fold::fold;
use super::lang::Msg;
use super::nearest::nearest;
use super::timespan::Timespan;
use crate::msg;

/// Days from one to another, both included; an end that is absent is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateRange {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl DateRange {
    /// Reads what people say for a period; the error says what the nearest thing is that is understood.
    pub fn parse(text: &str, today: Date) -> Result<Self, Msg> {
        let folded = fold(text.trim());
        let said = folded.split_whitespace().collect::<Vec<_>>().join(" ");
        // Nothing that people say is this long, and an error should fit a line.
        let range = if said.len() <= LONGEST { Reader { today }.range(&said) } else { None };
        match range {
            Some(Self { from: Some(from), to: Some(to) }) if from > to => {
                Err(msg!("when-backwards", text = shortened(text), from = from.to_string(), to = to.to_string()))
            }
            Some(range) => Ok(range),
            None => Err(unknown(text, &said)),
        }
    }

    /// Whether a day lies in it.
    pub fn contains(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }

    fn days(from: Date, to: Date) -> Self {
        Self { from: Some(from), to: Some(to) }
    }
}

/// The longest thing that is read, in bytes.
const LONGEST: usize = 80;

/// What stands before a period and what it makes of it, folded; longer ones before those that they begin with.
const SIGNS: [(&str, Sign); 38] = [
    (">=", Sign::From),
    ("=>", Sign::From),
    ("<=", Sign::Until),
    ("=<", Sign::Until),
    (">", Sign::After),
    ("<", Sign::Before),
    ("=", Sign::In),
    ("since ", Sign::From),
    ("sinds ", Sign::From),
    ("vanaf ", Sign::From),
    ("from ", Sign::From),
    ("until ", Sign::Until),
    ("till ", Sign::Until),
    ("tot en met ", Sign::Until),
    ("t/m ", Sign::Until),
    ("tot ", Sign::Until),
    ("after ", Sign::After),
    ("na ", Sign::After),
    ("before ", Sign::Before),
    ("voor ", Sign::Before),
    ("older than ", Sign::Older),
    ("ouder dan ", Sign::Older),
    ("more than ", Sign::Older),
    ("meer dan ", Sign::Older),
    ("langer dan ", Sign::Older),
    ("newer than ", Sign::Newer),
    ("younger than ", Sign::Newer),
    ("nieuwer dan ", Sign::Newer),
    ("jonger dan ", Sign::Newer),
    ("less than ", Sign::Newer),
    ("minder dan ", Sign::Newer),
    ("within ", Sign::Newer),
    ("binnen ", Sign::Newer),
    ("during ", Sign::In),
    ("tijdens ", Sign::In),
    ("in ", Sign::In),
    ("on ", Sign::In),
    ("op ", Sign::In),
];

/// How two ends are told apart in words: what stands before the first and between the two.
const PAIRS: [(&str, &str); 15] = [
    ("between ", " and "),
    ("tussen ", " en "),
    ("from ", " to "),
    ("from ", " until "),
    ("van ", " tot en met "),
    ("van ", " t/m "),
    ("van ", " tot "),
    ("vanaf ", " tot en met "),
    ("vanaf ", " t/m "),
    ("vanaf ", " tot "),
    ("", " tot en met "),
    ("", " t/m "),
    ("", " tot "),
    ("", " to "),
    ("", " - "),
];

/// What stands behind a length of time that ends today.
const AGO: [&str; 3] = [" ago", " geleden", " terug"];

const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "januari"],
    &["feb", "february", "februari"],
    &["mar", "mrt", "march", "maart"],
    &["apr", "april"],
    &["may", "mei"],
    &["jun", "june", "juni"],
    &["jul", "july", "juli"],
    &["aug", "august", "augustus"],
    &["sep", "sept", "september"],
    &["oct", "okt", "october", "oktober"],
    &["nov", "november"],
    &["dec", "december"],
];

const WEEKDAYS: [[&str; 2]; 7] = [
    ["monday", "maandag"],
    ["tuesday", "dinsdag"],
    ["wednesday", "woensdag"],
    ["thursday", "donderdag"],
    ["friday", "vrijdag"],
    ["saturday", "zaterdag"],
    ["sunday", "zondag"],
];

const DAYS: [(&str, i32); 17] = [
    ("today", 0),
    ("vandaag", 0),
    ("now", 0),
    ("nu", 0),
    ("yesterday", -1),
    ("gisteren", -1),
    ("eergisteren", -2),
    ("day before yesterday", -2),
    ("this morning", 0),
    ("vanochtend", 0),
    ("vanmorgen", 0),
    ("vanmiddag", 0),
    ("vanavond", 0),
    ("day after tomorrow", 2),
    ("overmorgen", 2),
    ("tomorrow", 1),
    ("morgen", 1),
];

/// Which calendar unit, counted from this one.
const WHICH: [(&str, i32); 12] = [
    ("this", 0),
    ("current", 0),
    ("deze", 0),
    ("dit", 0),
    ("huidige", 0),
    ("huidig", 0),
    ("last", -1),
    ("previous", -1),
    ("vorige", -1),
    ("vorig", -1),
    ("next", 1),
    ("volgende", 1),
];

/// The same of a weekend, of which nobody means the days that have passed since.
const WHICH_WEEKEND: [(&str, i32); 4] = [("past", -1), ("afgelopen", -1), ("coming", 0), ("komend", 0)];

/// What people call a quarter by its number.
const NTH: [&[&str]; 4] = [
    &["1", "1e", "1st", "first", "eerste"],
    &["2", "2e", "2nd", "second", "tweede"],
    &["3", "3e", "3rd", "third", "derde"],
    &["4", "4e", "4th", "fourth", "vierde"],
];

/// A year by what it is called, behind something in it.
const OF_YEAR: [(&str, i32); 4] = [(" last year", -1), (" vorig jaar", -1), (" this year", 0), (" dit jaar", 0)];

const UNITS: [(&str, Unit); 10] = [
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("maand", Unit::Month),
    ("quarter", Unit::Quarter),
    ("kwartaal", Unit::Quarter),
    ("year", Unit::Year),
    ("jaar", Unit::Year),
    ("day", Unit::Day),
    ("dag", Unit::Day),
    ("weekend", Unit::Weekend),
];

#[derive(Clone, Copy)]
enum Sign {
    In,
    From,
    Until,
    After,
    Before,
    /// Longer ago than a length of time, or before a period.
    Older,
    /// Not so long ago, or after a period.
    Newer,
}

#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
}

/// A place in time that has been named.
#[derive(Clone, Copy)]
enum Point {
    /// From its first day to its last.
    Period(Date, Date),
    /// So long ago.
    Ago(Timespan),
}

struct Reader {
    today: Date,
}

impl Reader {
    fn range(&self, said: &str) -> Option<DateRange> {
        for (before, between) in PAIRS {
            let ends = said.strip_prefix(before).and_then(|rest| rest.split_once(between));
            let points = ends.and_then(|(first, second)| Some((self.point(first.trim())?, self.point(second.trim())?)));
            if let Some((first, second)) = points {
                return Some(DateRange::days(self.first(first), self.last(second)));
            }
        }
        if let Some((first, second)) = said.split_once("..") {
            let (first, second) = (first.trim(), second.trim_start_matches('.').trim());
            let end = |text: &str| if text.is_empty() { Some(None) } else { self.point(text).map(Some) };
            let (first, second) = (end(first)?, end(second)?);
            let some = first.is_some() || second.is_some();
            return some.then(|| DateRange { from: first.map(|point| self.first(point)), to: second.map(|point| self.last(point)) });
        }
        for (text, sign) in SIGNS {
            if let Some(rest) = said.strip_prefix(text) {
                let symbol = !text.ends_with(' ');
                // Somebody who says `more than 30 days ago` names a length of time, and no day.
                let length = matches!(sign, Sign::Older | Sign::Newer).then(|| AGO.iter().find_map(|ago| rest.strip_suffix(ago))).flatten();
                return Some(self.signed(sign, symbol, self.point(length.unwrap_or(rest).trim())?));
            }
        }
        Some(match self.point(said)? {
            Point::Period(first, last) => DateRange::days(first, last),
            Point::Ago(span) => DateRange::days(span.before(self.today), self.today),
        })
    }

    fn signed(&self, sign: Sign, symbol: bool, point: Point) -> DateRange {
        let (first, last) = (self.first(point), self.last(point));
        // With a sign a duration is an age: less than 30 days is later than 30 days ago.
        let sign = match (sign, point) {
            (Sign::Before | Sign::Until, Point::Ago(_)) if symbol => Sign::From,
            (Sign::After, Point::Ago(_)) if symbol => Sign::Before,
            (Sign::From, Point::Ago(_)) if symbol => Sign::Until,
            (Sign::Older, _) => Sign::Before,
            (Sign::Newer, Point::Ago(_)) => Sign::From,
            (Sign::Newer, Point::Period(..)) => Sign::After,
            _ => sign,
        };
        match sign {
            Sign::In => DateRange::days(first, if matches!(point, Point::Ago(_)) { self.today } else { last }),
            Sign::From => DateRange { from: Some(first), to: None },
            Sign::Until => DateRange { from: None, to: Some(last) },
            Sign::After | Sign::Newer => DateRange { from: Some(last.add_days(1)), to: None },
            Sign::Before | Sign::Older => DateRange { from: None, to: Some(first.add_days(-1)) },
        }
    }

    fn first(&self, point: Point) -> Date {
        match point {
            Point::Period(first, _) => first,
            Point::Ago(span) => span.before(self.today),
        }
    }

    fn last(&self, point: Point) -> Date {
        match point {
            Point::Period(_, last) => last,
            Point::Ago(span) => span.before(self.today),
        }
    }

    fn point(&self, text: &str) -> Option<Point> {
        let bare = |text, words: &[&str]| words.iter().find_map(|word| str::strip_prefix(text, word)).unwrap_or(text);
        let text = bare(bare(text, &["the ", "de ", "het "]), &["year ", "jaar "]);
        let of_year = OF_YEAR.iter().find_map(|(name, years)| Some((text.strip_suffix(name)?, years)));
        if let Some((part, years)) = of_year {
            let part = part.strip_suffix(" of").or_else(|| part.strip_suffix(" van")).unwrap_or(part);
            let text = format!("{part} {:04}", self.today.year() + years);
            return self.numbered(&text).or_else(|| self.month(&text));
        }
        iso(text)
            .or_else(|| self.named(text))
            .or_else(|| self.numbered(text))
            .or_else(|| self.calendar(text))
            .or_else(|| self.rolling(text))
            .or_else(|| self.month(text))
            .or_else(|| Timespan::parse(text).map(Point::Ago))
    }

    /// `yesterday`, `monday`.
    fn named(&self, text: &str) -> Option<Point> {
        if let Some((_, days)) = DAYS.iter().find(|(name, _)| *name == text) {
            return Some(day(self.today.add_days(*days)));
        }
        let ahead = ["next ", "coming ", "komende ", "volgende "].iter().find_map(|word| text.strip_prefix(word));
        let back = ["last ", "past ", "afgelopen ", "vorige "].iter().find_map(|word| text.strip_prefix(word));
        let name = ahead.or(back).unwrap_or(text);
        let (weekday, _) = (0..).zip(WEEKDAYS).find(|(_, names)| names.contains(&name))?;
        let date = self.today.monday().add_days(weekday);
        if ahead.is_some() {
            return Some(day(if date > self.today { date } else { date.add_days(7) }));
        }
        Some(day(if date > self.today { date.add_days(-7) } else { date }))
    }

    /// `last month`, `dit jaar`.
    fn calendar(&self, text: &str) -> Option<Point> {
        let (which, unit) = text.split_once(' ')?;
        let which = if which == "volgend" { "volgende" } else { which };
        let (_, unit) = UNITS.iter().find(|(name, _)| *name == unit)?;
        let weekend = if matches!(unit, Unit::Weekend) { &WHICH_WEEKEND[..] } else { &[] };
        let (_, steps) = WHICH.iter().chain(weekend).find(|(name, _)| *name == which)?;
        self.unit(*unit, *steps)
    }

    /// The calendar unit so many after the one of today.
    fn unit(&self, unit: Unit, steps: i32) -> Option<Point> {
        let (year, month) = (self.today.year(), self.today.month().cast_signed() - 1);
        match unit {
            Unit::Day => Some(day(self.today.add_days(steps))),
            Unit::Week => {
                let monday = self.today.monday().add_days(7 * steps);
                Some(Point::Period(monday, monday.add_days(6)))
            }
            Unit::Weekend => {
                let saturday = self.today.monday().add_days(7 * steps + 5);
                Some(Point::Period(saturday, saturday.add_days(1)))
            }
            Unit::Month => months(year * 12 + month + steps, 1),
            Unit::Quarter => months(year * 12 + month / 3 * 3 + 3 * steps, 3),
            Unit::Year => months((year + steps) * 12, 12),
        }
    }

    /// `last 6 weeks`, `afgelopen maand`, `6 weeks ago`, `komende 2 weken`.
    fn rolling(&self, text: &str) -> Option<Point> {
        for ago in AGO {
            if let Some(span) = text.strip_suffix(ago) {
                return span_of(span).map(|span| day(span.before(self.today)));
            }
        }
        for back in ["last ", "past ", "laatste ", "afgelopen ", "voorbije ", "vorige "] {
            if let Some(span) = text.strip_prefix(back) {
                return span_of(span).map(|span| Point::Period(span.before(self.today), self.today));
            }
        }
        for ahead in ["next ", "coming ", "komende ", "volgende "] {
            if let Some(span) = text.strip_prefix(ahead) {
                return Timespan::parse(span).map(|span| Point::Period(self.today, span.after(self.today)));
            }
        }
        None
    }

    /// `q3 2025`, `3e kwartaal`, `week 47`: without a year the last time that it was that, today's included.
    fn numbered(&self, text: &str) -> Option<Point> {
        let (mut year, mut number, mut unit) = (None, None, None);
        for word in text.split([' ', '/', '-', ',']).filter(|word| !matches!(*word, "" | "of" | "van")) {
            let quarter = word.strip_prefix(['q', 'k']).and_then(|digits| NTH.iter().position(|names| names[0] == digits));
            let named = UNITS.iter().find(|(name, _)| *name == word).map(|(_, unit)| *unit);
            let nth = || NTH.iter().position(|names| names.contains(&word)).map(|place| place + 1);
            let earlier = match (quarter, named) {
                (Some(place), _) => unit.replace(Unit::Quarter).is_some() || number.replace(place + 1).is_some(),
                (None, Some(named)) => unit.replace(named).is_some(),
                (None, None) if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) => year.replace(word).is_some(),
                (None, None) => number.replace(nth().or_else(|| word.parse().ok().filter(|_| word.len() <= 2))?).is_some(),
            };
            if earlier {
                return None;
            }
        }
        let sign = match unit? {
            Unit::Quarter => 'q',
            Unit::Week => 'w',
            Unit::Day | Unit::Weekend | Unit::Month | Unit::Year => return None,
        };
        let of = |year: &str| iso(&format!("{year}-{sign}{}", number?));
        if let Some(year) = year {
            return of(year);
        }
        let this = of(&format!("{:04}", self.today.year()))?;
        if self.first(this) <= self.today { Some(this) } else { of(&format!("{:04}", self.today.year() - 1)) }
    }

    /// `march`, `maart 2025`, `3 march 2025`, `march 3, 2025`.
    fn month(&self, text: &str) -> Option<Point> {
        let (mut month, mut year, mut in_month) = (None, None, None);
        for word in text.split([' ', ',']).filter(|word| !matches!(*word, "" | "of" | "van")) {
            let number = ["st", "nd", "rd", "th", "e"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
            let named = MONTHS.iter().position(|names| names.contains(&word.trim_end_matches('.')));
            let earlier = match (named, number.parse::<u32>()) {
                (Some(place), _) => month.replace(place as u32 + 1),
                (None, Ok(digits)) if word.len() == 4 => year.replace(digits),
                (None, Ok(digits)) => in_month.replace(digits),
                (None, Err(_)) => return None,
            };
            if earlier.is_some() {
                return None;
            }
        }
        let month = month?;
        let this_year = self.today.year();
        let year = match year {
            Some(year) => year.cast_signed(),
            None if (month, in_month.unwrap_or(1)) > (self.today.month(), self.today.day()) => this_year - 1,
            None => this_year,
        };
        match in_month {
            Some(number) => Date::new(year, month, number).map(day),
            None => months(year * 12 + month.cast_signed() - 1, 1),
        }
    }
}

/// `2025`, `2025-01`, `2025-q1`, `2025-w03`, `2025-01-03`, a datetime.
fn iso(text: &str) -> Option<Point> {
    if let Some(date) = Date::parse(text) {
        return Some(day(date));
    }
    let (year, rest) = text.split_at_checked(4)?;
    let number = |digits: &str| -> Option<i32> { digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())? };
    let year = number(year)?;
    if rest.is_empty() {
        return months(year * 12, 12);
    }
    let rest = rest.strip_prefix('-')?;
    if let Some(quarter) = rest.strip_prefix(['q', 'k']) {
        let quarter = number(quarter).filter(|quarter| (1..=4).contains(quarter))?;
        return months(year * 12 + (quarter - 1) * 3, 3);
    }
    if let Some(week) = rest.strip_prefix('w') {
        // Week 1 is the one that has the 4th of January.
        let week = number(week).filter(|week| (1..=53).contains(week))?;
        let monday = Date::new(year, 1, 4)?.monday().add_days(7 * (week - 1));
        return Some(Point::Period(monday, monday.add_days(6)));
    }
    let month = number(rest).filter(|month| (1..=12).contains(month) && rest.len() <= 2)?;
    months(year * 12 + month - 1, 1)
}

/// A length of time; hours are the days that they reach into.
fn span_of(text: &str) -> Option<Timespan> {
    let hours = [" hours", " hour", " uur", " uren"].iter().find_map(|unit| text.strip_suffix(unit));
    match hours.and_then(|number| number.trim().parse::<i32>().ok()).filter(|hours| (0..100_000).contains(hours)) {
        Some(hours) => Some(Timespan { months: 0, days: (hours + 23) / 24 }),
        None => Timespan::parse(text),
    }
}

fn day(date: Date) -> Point {
    Point::Period(date, date)
}

/// So many whole months, from one that is counted from the year 0.
fn months(first: i32, count: i32) -> Option<Point> {
    let start = |month: i32| Date::new(month.div_euclid(12), month.rem_euclid(12).cast_unsigned() + 1, 1);
    Some(Point::Period(start(first)?, start(first + count - 1)?.last_of_month()))
}

/// What to say of something that is no period: the right form of what it looks like, or how periods are written.
fn unknown(text: &str, said: &str) -> Msg {
    let text = shortened(text);
    if let Some(readings) = readings(said) {
        return msg!("when-nearest", text = text, nearest = readings);
    }
    let days = DAYS.iter().map(|(name, _)| *name);
    let months = MONTHS.iter().flat_map(|names| names.iter().copied().filter(|name| name.len() > 3));
    let phrases = ["this week", "last week", "last month", "last year", "deze week", "vorige week", "vorige maand", "vorig jaar"];
    let known = days.chain(months).chain(WEEKDAYS.iter().flatten().copied()).chain(phrases);
    match nearest(said, known) {
        Some(near) if said.len() <= LONGEST => msg!("when-nearest", text = text, nearest = near),
        _ => msg!("when-unknown", text = text),
    }
}

/// The day or days that three numbers may mean: `3/1/2025` is `2025-01-03`, or `2025-03-01`.
fn readings(said: &str) -> Option<String> {
    let said = said.trim_start_matches(['<', '>', '=', '.']).trim_end_matches('.');
    let numbers: Vec<u32> = said.split(['-', '/', '.', ' ']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let days: Vec<Option<Date>> = match *numbers.as_slice() {
        [year, month, day] if year > 31 => match Date::new(year.cast_signed(), month, day) {
            None if (1..=12).contains(&month) => vec![Date::new(year.cast_signed(), month, 1).map(Date::last_of_month)],
            date => vec![date],
        },
        [first, second, year] if year > 31 => {
            let readings = [Date::new(year.cast_signed(), second, first), Date::new(year.cast_signed(), first, second)];
            readings.into_iter().flatten().map(Some).collect()
        }
        [month, year] | [year, month] if year > 31 && (1..=12).contains(&month) => return Some(format!("{year:04}-{month:02}")),
        _ => return None,
    };
    let mut days: Vec<String> = days.into_iter().flatten().map(|date| date.to_string()).collect();
    days.dedup();
    (!days.is_empty()).then(|| days.join(", "))
}

/// Enough of what was typed to know it again.
fn shortened(text: &str) -> String {
    let mut short: String = text.trim().chars().take(40).collect();
    if short.len() < text.trim().len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests;
