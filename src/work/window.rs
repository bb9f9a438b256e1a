//! The part of time that a report from history is about.

use crate::base::date::Date;
use crate::model::history::{CommitView, History};

/// From one day to another, both included; all of time where neither is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// Only on or after this day.
    pub since: Option<Date>,
    /// Only on or before this day.
    pub until: Option<Date>,
}

/// Why nothing lies in a window.
pub(super) enum Empty {
    /// It ends before it begins: on these days, the later first.
    Backwards(Date, Date),
    /// It begins on this day, which is still to come.
    Future(Date),
    /// Something happened only between these days.
    Between(Date, Date),
}

impl Window {
    /// Whether it is only a part of time.
    pub(super) fn is_part(self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// Whether a day lies in it; one that is not known lies in all of time only.
    pub(super) fn holds(self, day: Option<Date>) -> bool {
        let after = self.since.is_none_or(|since| day.is_some_and(|day| day >= since));
        after && self.until.is_none_or(|until| day.is_some_and(|day| day <= until))
    }

    /// Why nothing of a history lies in it; `None` where it is all of time, or nothing happened at all.
    pub(super) fn why_nothing(self, history: &History, today: Date) -> Option<Empty> {
        match (self.since, self.until) {
            (None, None) => None,
            (Some(since), Some(until)) if until < since => Some(Empty::Backwards(since, until)),
            (Some(since), _) if since > today => Some(Empty::Future(since)),
            _ => {
                let days = || history.commits().filter_map(CommitView::day);
                Some(Empty::Between(days().min()?, days().max()?))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Window;
    use crate::base::date::Date;

    #[test]
    fn a_day_lies_between_the_first_and_the_last() {
        let day = Date::parse;
        for (since, until, at, expected) in [
            ("", "", "", true),
            ("", "", "2026-01-02", true),
            ("2026-01-02", "", "2026-01-02", true),
            ("2026-01-02", "", "2026-01-01", false),
            ("", "2026-01-02", "2026-01-02", true),
            ("", "2026-01-02", "2026-01-03", false),
            ("2026-01-02", "2026-01-02", "2026-01-02", true),
            ("2026-01-02", "", "", false),
            ("", "2026-01-02", "", false),
        ] {
            let window = Window { since: day(since), until: day(until) };
            assert_eq!(window.holds(day(at)), expected, "{since}..{until}: {at}");
        }
    }
}
