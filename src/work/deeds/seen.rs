//! When people were last seen, and who of them is still here: the one judgment of all that names people.

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::show::dates;
use crate::work::session::Session;

use super::Deed;
use super::cast::Cast;

/// Who is no member, and was not seen for so many days, is not here any more.
const SEEN: i32 = 365;

/// When everyone of a cast was last seen.
pub struct Seen<'a> {
    cast: &'a Cast,
    /// Of each, by who they most likely are.
    last: Vec<Option<Date>>,
    /// So many of the cast are known from the history; it has them first.
    committed: usize,
    today: Date,
    has_history: bool,
}

impl<'a> Seen<'a> {
    /// When everyone last committed anything, as the session's history tells it: whoever now keeps the website or the build can be asked about
    /// what they once wrote.
    pub fn of(session: &Session, cast: &'a Cast) -> Self {
        let mut seen = Self { cast, last: vec![None; cast.all().len()], committed: 0, today: session.today(), has_history: false };
        if let (Some(history), Ok(authors)) = (session.history_if_any(), session.authors()) {
            (seen.committed, seen.has_history) = (authors.all().len(), true);
            for commit in history.commits() {
                authors.writers(commit).into_iter().for_each(|who| seen.hear(who, commit.day()));
            }
        }
        seen
    }

    /// That somebody was there on a day.
    pub fn hear(&mut self, who: usize, day: Option<Date>) {
        if let Some(last) = self.last.get_mut(self.cast.most_likely(who)) {
            *last = (*last).max(day);
        }
    }

    /// That somebody did something: whom only documents name is known by the days of what they made, and by nothing else.
    pub fn hear_of(&mut self, deed: &Deed) {
        if deed.who >= self.committed {
            self.hear(deed.who, deed.day);
        }
    }

    /// The last day that anything was heard of somebody.
    pub fn last(&self, who: usize) -> Option<Date> {
        self.last.get(self.cast.most_likely(who)).copied().flatten()
    }

    /// Whether there is history to know people by.
    pub fn has_history(&self) -> bool {
        self.has_history
    }

    /// Whether somebody was seen within a year.
    fn is_lately(&self, who: usize) -> bool {
        self.last(who).is_some_and(|day| is_lately(day, self.today))
    }

    /// Whether somebody is still here: a member who did not leave, or somebody who was seen within a year.
    pub fn is_here(&self, who: usize) -> bool {
        let likely = self.cast.most_likely(who);
        let Some(someone) = self.cast.all().get(likely).filter(|someone| !someone.left && !someone.is_bot) else { return false };
        someone.handle.is_some() || !self.has_history || self.is_lately(who)
    }
}

/// Whether a day is no longer ago than somebody who is no member may be unseen and count as here.
pub fn is_lately(day: Date, today: Date) -> bool {
    today.days().saturating_sub(day.days()) <= SEEN
}

/// What stands behind the name of who is not here any more: that they left, or when they were last seen.
pub fn away(left: bool, gone: bool, last: Option<Date>, lang: Lang, today: Date) -> Option<String> {
    let says: Msg = match (left, gone, last) {
        (true, ..) => msg!("contributors-left"),
        (false, true, Some(day)) => msg!("gaps-last-seen", day = dates::month(day, today, lang)),
        _ => return None,
    };
    Some(says.text(lang))
}

#[cfg(test)]
mod tests {
    use super::{Date, Lang, away};

    #[test]
    fn who_is_not_here_any_more_is_marked() {
        let (today, day) = (Date::parse("2026-11-22").unwrap(), Date::parse("2019-02-03"));
        let said = |left, gone, last| away(left, gone, last, Lang::En, today);
        assert_eq!(said(true, true, day).as_deref(), Some("left"));
        assert_eq!(said(false, true, day).as_deref(), Some("last seen Feb 2019"));
        assert_eq!((said(false, true, None), said(false, false, day)), (None, None));
    }
}
