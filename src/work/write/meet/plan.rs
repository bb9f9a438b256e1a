//! Meetings that are to be: the next one, or a series, each a document; and what waits put on an agenda.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Lang;
use crate::base::slug::slug;
use crate::base::timespan::Timespan;
use crate::msg;
use crate::show::dates::weekday;
use crate::work::meetings::{self, Stage, rhythm};
use crate::work::session::Session;
use crate::work::write::add::{self, NewDocument, Place};
use crate::work::write::draft::Draft;
use crate::work::write::{Assignment, How, Met, write};

use super::agenda::with_points;
use super::{days, demand_past, kind_at, named};

/// More meetings than this are not planned at once: nobody knows a day ten years ahead.
pub const MOST: u32 = 60;

/// The meetings that are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The day of the first; without one it is so long after the last meeting as the rhythm is.
    pub day: Option<Date>,
    /// What each is called; without a title it is named for its day.
    pub title: Option<String>,
    /// How far apart those of a series are; without it as far as the community's rhythm says.
    pub every: Option<Timespan>,
    /// How many.
    pub times: Option<u32>,
    /// The last day on which one may be.
    pub until: Option<Date>,
    /// Where.
    pub place: Option<String>,
    /// At what time.
    pub time: Option<(u8, u8)>,
}

/// The day that comes next by a rhythm, or by the community's: so long after the last meeting that was or is planned, and not past. Where
/// nobody ever met, so long after today.
///
/// # Errors
/// There is no rhythm.
pub fn proposed(session: &Session, every: Option<Timespan>) -> Result<Date> {
    let Some(every) = every.or_else(|| rhythm(session)) else {
        let error = match &session.settings().rhythm {
            Some(said) => Error::new(ErrorKind::Usage, msg!("meet-rhythm-unread", rhythm = said)),
            None => Error::new(ErrorKind::Usage, msg!("meet-when")),
        };
        return Err(error.hint(msg!("meet-when-help")));
    };
    let today = session.today();
    let last =
        meetings::all(session.community()).into_iter().filter(|meeting| meeting.stage != Stage::Cancelled).map(|meeting| meeting.day).max();
    Ok(stepped(last.unwrap_or(today), every).skip(1).find(|day| *day >= today).unwrap_or(today))
}

/// A day and those that come so far after one another. Each is counted from the first: a month after 31 January is 28 February, and two are
/// 31 March.
fn stepped(first: Date, every: Timespan) -> impl Iterator<Item = Date> {
    (0..i32::from(u16::MAX)).map_while(move |step| {
        let span = Timespan { months: every.months.checked_mul(step)?, days: every.days.checked_mul(step)? };
        Some(span.after(first))
    })
}

/// Plans meetings.
///
/// # Errors
/// There is no rhythm to go by, a day is past, no day is left that has no meeting, or git says no. Then nothing is changed.
pub fn plan(session: &Session, wish: &Wish, how: &How) -> Result<Met> {
    let settings = session.settings();
    let at = kind_at(session)?;
    let kind = settings.kinds.at(at);
    let today = session.today();
    let is_series = wish.times.is_some() || wish.until.is_some() || wish.every.is_some();
    let every = wish.every.or_else(|| rhythm(session));
    let first = wish.day.map_or_else(|| proposed(session, every), Ok)?;
    demand_day(session, first)?;
    let wanted = demand_series(wish, every, first)?;
    let all = meetings::all(session.community());
    let taken_days = days(&all);
    let (mut skipped, mut free) = (Vec::new(), Vec::new());
    for day in wanted {
        match taken_days.iter().find(|(taken, _)| *taken == day) {
            Some((_, document)) if !is_series => {
                let error = Error::new(ErrorKind::Usage, msg!("meet-taken", name = &document.reference, day = day.to_string()));
                return Err(error.hint(msg!("meet-taken-help", name = &document.reference)));
            }
            Some(_) => skipped.push(day),
            None => free.push(day),
        }
    }
    if free.is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("meet-all-taken", count = skipped.len())));
    }
    let lang = settings.tongue();
    let mut draft = if is_series { Draft::of_many(session) } else { Draft::new(session) };
    let mut paths = BTreeSet::new();
    let mut points = 0;
    for (place, day) in free.iter().enumerate() {
        let made = add::draw(&mut draft, &document(wish, kind.name.as_str(), &kind.label(lang), *day, lang), &mut paths)?;
        // What waits is for the next time; what waits then is not known yet.
        if place == 0 {
            let (text, count) = with_points(session, &made, *day);
            draft.rewrite(&made.path, &text);
            points = count;
        }
    }
    let made = draft.changed();
    let subject = match made.as_slice() {
        [one] => msg!("meet-commit-plan", name = &one.reference),
        many => msg!("meet-commit-series", count = many.len(), from = free[0].to_string(), to = free[free.len() - 1].to_string()),
    };
    let mut says = vec![msg!("meet-planned", day = weekday(free[0], today, session.lang()), count = free.len())];
    if !skipped.is_empty() {
        let days: Vec<String> = skipped.iter().map(|day| weekday(*day, today, session.lang())).collect();
        says.push(msg!("meet-skipped", days = days.join(", ")));
    }
    if let Some(ends) = settings.ends.filter(|ends| free.iter().any(|day| day > ends)) {
        says.push(msg!("meet-after-end", day = weekday(ends, today, session.lang())));
    }
    says.push(if points == 0 { msg!("meet-agenda-empty") } else { msg!("meet-agenda-filled", count = points) });
    Ok(Met(write(session, &draft, &subject, how)?.became(says)))
}

/// Demands that a meeting can be planned for a day.
///
/// # Errors
/// It is past.
fn demand_day(session: &Session, day: Date) -> Result<()> {
    if day >= session.today() {
        return Ok(());
    }
    let kind = session.settings().kinds.at(kind_at(session)?);
    let word = session.settings().kinds.word_for(kind, session.lang());
    let error = Error::new(ErrorKind::Usage, msg!("meet-past", day = day.to_string()));
    Err(error.hint(msg!("meet-past-help", kind = word, day = day.to_string())))
}

/// The days of a series, or the one day.
///
/// # Errors
/// The series has no rhythm, no end, or too many meetings.
fn demand_series(wish: &Wish, every: Option<Timespan>, first: Date) -> Result<Vec<Date>> {
    if wish.times.is_none() && wish.until.is_none() {
        if wish.every.is_some() && wish.day.is_some() {
            return Err(Error::new(ErrorKind::Usage, msg!("meet-no-end")).hint(msg!("meet-no-end-help")));
        }
        return Ok(vec![first]);
    }
    let Some(every) = every else {
        return Err(Error::new(ErrorKind::Usage, msg!("meet-no-every")).hint(msg!("meet-no-every-help")));
    };
    let times = wish.times.unwrap_or(MOST + 1);
    if times == 0 || wish.times.is_some_and(|times| times > MOST) {
        return Err(Error::new(ErrorKind::Usage, msg!("meet-times", most = MOST)));
    }
    let days: Vec<Date> =
        stepped(first, every).take(times as usize).take_while(|day| wish.until.is_none_or(|until| *day <= until)).collect();
    match days.len() {
        0 => Err(Error::new(ErrorKind::Usage, msg!("meet-until", day = first.to_string()))),
        count if count > MOST as usize => Err(Error::new(ErrorKind::Usage, msg!("meet-times", most = MOST))),
        _ => Ok(days),
    }
}

/// What a planned meeting is made of.
fn document(wish: &Wish, kind: &str, label: &str, day: Date, lang: Lang) -> NewDocument<'static> {
    let when = wish.time.map_or_else(|| day.to_string(), |(hour, minute)| format!("{day}T{hour:02}:{minute:02}"));
    let mut assignments = vec![Assignment::one("when", &when)];
    assignments.extend(wish.place.as_deref().map(|place| Assignment::one("where", place)));
    let (title, name) = match &wish.title {
        Some(title) => (title.clone(), None),
        // Its day is in its name already.
        None => (msg!("meet-title", day = crate::show::dates::day(day, far(day), lang)).text(lang), Some(format!("{day}-{}", slug(label)))),
    };
    NewDocument {
        place: Place::Kind(kind.to_owned()),
        title: Some(title),
        name,
        subject: None,
        lang: None,
        assignments,
        body: None,
        edit: None,
    }
}

/// A day so far away that another is said with its year: a title is read in any.
fn far(day: Date) -> Date {
    day.add_days(-1000)
}

/// Puts what waits on the agenda of a meeting that is planned, beside what stands there.
///
/// # Errors
/// It is no meeting, it is past, or git says no. Then nothing is changed.
pub fn refresh(session: &Session, name: &str, how: &How) -> Result<Met> {
    let meeting = named(session, name)?;
    if meeting.stage != Stage::Planned || meeting.day < session.today() {
        demand_past(session, &meeting)?;
        let error = Error::new(ErrorKind::Usage, msg!("meet-was", name = &meeting.document.reference, day = meeting.day.to_string()));
        return Err(error.hint(msg!("do-this", command = "cop meet plan")));
    }
    let mut draft = Draft::new(session);
    let path = draft.ask(&meeting.document);
    let (text, count) = with_points(session, &meeting.document, meeting.day);
    draft.rewrite(&path, &text);
    let subject = msg!("meet-commit-agenda", name = &meeting.document.reference, count = count);
    Ok(Met(write(session, &draft, &subject, how)?.became([msg!("meet-agenda-added", count = count)])))
}

/// The meeting that is planned for a day, by its reference.
pub fn on(session: &Session, day: Date) -> Option<String> {
    days(&meetings::all(session.community())).into_iter().find(|(taken, _)| *taken == day).map(|(_, document)| document.reference.clone())
}

/// Whether a name is that of a meeting.
pub fn is_named(session: &Session, name: &str) -> bool {
    named(session, name).is_ok()
}
