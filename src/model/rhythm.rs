//! How often a community means to meet, held against when it did.

use crate::base::date::Date;
use crate::base::timespan::Timespan;

/// A pause is too long that is this part of the rhythm longer than the rhythm: people look for a day that suits all, and that is no matter.
const SLACK: i32 = 4;

/// The rhythm of a community and its meetings, as they are on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pulse {
    /// The last day on which they met.
    pub last: Option<Date>,
    /// The first day from today on for which a meeting is planned.
    pub next: Option<Date>,
    /// The day on which they would meet next by the rhythm, so long after the last time. It may be past. `None` where they never met, or
    /// have no rhythm.
    pub expected: Option<Date>,
    /// How many days after the expected one the next meeting is, or today, where none is planned and that day is past; below zero where it
    /// is earlier. `None` where nothing is expected, or is yet to be planned in time.
    pub late: Option<i32>,
    /// The pauses that were, or by the plan will be, too long, oldest first: the last day before and the first day after.
    pub pauses: Vec<(Date, Date)>,
}

impl Pulse {
    /// Holds the days on which people met, and those for which a meeting is planned, in any order, against a rhythm. Days that are called off
    /// are in neither; what was planned for a day that is past, and never said to have been held, counts as held.
    pub fn of(every: Option<Timespan>, held: &[Date], planned: &[Date], today: Date) -> Self {
        let mut days = [held, planned].concat();
        days.sort_unstable();
        days.dedup();
        let past = planned.iter().filter(|day| **day < today);
        let last = held.iter().chain(past).max().copied();
        let next = planned.iter().filter(|day| **day >= today).min().copied();
        let expected = every.zip(last).map(|(every, last)| every.after(last));
        let late = expected.and_then(|expected| {
            let is = next.or_else(|| (expected < today).then_some(today))?;
            Some(is.days() - expected.days())
        });
        let is_long = |pair: &&[Date]| matches!(**pair, [from, to] if every.is_some_and(|every| is_late(every, from, to)));
        let pauses = days.windows(2).filter(is_long).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect();
        Self { last, next, expected, late, pauses }
    }

    /// Whether they meet as often as they mean to: what is planned comes no later than it may, and where nothing is, there is time still.
    pub fn is_kept(&self, every: Timespan, today: Date) -> bool {
        let Some(last) = self.last else { return self.next.is_some() };
        !is_late(every, last, self.next.unwrap_or(today))
    }
}

/// Whether a pause is longer than a rhythm allows.
fn is_late(every: Timespan, from: Date, to: Date) -> bool {
    let due = every.after(from);
    to.days() - due.days() > (due.days() - from.days()) / SLACK
}

#[cfg(test)]
mod tests {
    use super::Pulse;
    use crate::base::date::Date;
    use crate::base::timespan::Timespan;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    fn pulse(days: &[&str], today: &str) -> (Pulse, bool) {
        let every = Timespan::parse("6 weeks").expect("a rhythm");
        let days: Vec<Date> = days.iter().map(|day| date(day)).collect();
        let (past, ahead): (Vec<Date>, Vec<Date>) = days.iter().partition(|day| **day < date(today));
        let pulse = Pulse::of(Some(every), &past, &ahead, date(today));
        let kept = pulse.is_kept(every, date(today));
        (pulse, kept)
    }

    #[test]
    fn a_meeting_on_its_day_keeps_the_rhythm() {
        let (pulse, kept) = pulse(&["2026-12-10", "2026-10-29"], "2026-11-22");
        let expected = Pulse {
            last: Some(date("2026-10-29")),
            next: Some(date("2026-12-10")),
            expected: Some(date("2026-12-10")),
            late: Some(0),
            pauses: Vec::new(),
        };
        assert_eq!((pulse, kept), (expected, true));
    }

    #[test]
    fn what_is_late_is_told_by_the_day() {
        for (days, today, late, kept, pauses) in [
            // Nothing is planned, and there is time.
            (&["2026-10-29"][..], "2026-11-22", None, true, 0),
            // The day is past, and then so long that it is no longer kept.
            (&["2026-10-29"][..], "2026-12-13", Some(3), true, 0),
            (&["2026-10-29"][..], "2027-01-10", Some(31), false, 0),
            // A week later, a week earlier, and much later.
            (&["2026-10-29", "2026-12-17"][..], "2026-11-22", Some(7), true, 0),
            (&["2026-10-29", "2026-12-03"][..], "2026-11-22", Some(-7), true, 0),
            (&["2026-10-29", "2027-01-28"][..], "2026-11-22", Some(49), false, 1),
            // One of long ago.
            (&["2026-01-01", "2026-09-17", "2026-10-29"][..], "2026-11-22", None, true, 1),
            // They meet today.
            (&["2026-10-11", "2026-11-22"][..], "2026-11-22", Some(0), true, 0),
            (&[][..], "2026-11-22", None, false, 0),
        ] {
            let (pulse, is_kept) = pulse(days, today);
            assert_eq!((pulse.late, is_kept, pulse.pauses.len()), (late, kept, pauses), "{days:?} {today}");
        }
    }

    #[test]
    fn what_was_held_today_is_the_last_and_what_nobody_closed_was_held() {
        let (today, every) = (date("2026-12-10"), Timespan::parse("6 weeks"));
        let pulse = Pulse::of(every, &[today], &[], today);
        assert_eq!((pulse.last, pulse.next, pulse.expected), (Some(today), None, Some(date("2027-01-21"))));
        let pulse = Pulse::of(every, &[], &[date("2026-10-29"), today], today);
        assert_eq!((pulse.last, pulse.next, pulse.late), (Some(date("2026-10-29")), Some(today), Some(0)));
    }

    #[test]
    fn without_a_rhythm_nothing_is_expected() {
        let pulse = Pulse::of(None, &[date("2026-10-29"), date("2020-01-01")], &[], date("2026-11-22"));
        assert_eq!((pulse.last, pulse.expected, pulse.pauses.len()), (Some(date("2026-10-29")), None, 0));
    }
}
