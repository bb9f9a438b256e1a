//! `cop meet`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::base::coming;
use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::timespan::Timespan;
use crate::msg;
use crate::show::dates::weekday;
use crate::show::formats;
use crate::show::view::Status;
use crate::work::meetings;
use crate::work::render::calendar::ICS;
use crate::work::session::Session;
use crate::work::write::add::read_text;
use crate::work::write::meet::close;
use crate::work::write::meet::minutes::{self, Minutes};
use crate::work::write::meet::plan::{self, Wish};

use super::Door;
use crate::door::cli::arguments::{self, Writing};
use crate::door::cli::editor::Desk;

/// Show the meetings that are planned; plan one, write its minutes, or close it
#[derive(Debug, Args)]
#[command(after_help = "\
plan: makes the next meeting, on a day or so long after the last as the community's rhythm says, with what waits on its agenda: what was promised and is open, proposals, decisions to look at again, what was flagged, goals, questions without an answer. With a meeting that is planned: puts on its agenda what is not there yet.
minutes: writes what was said, in the editor or from a file. In them begin a line with decision:, proposal:, question: or action: (besluit:, voorstel:, vraag:, actie:) for what must not get lost.
close: makes a document of each such line, linked both ways, a task of each action, and says that the meeting was held; all in one commit. A second time nothing is made twice.
Without REF: the meeting that is today, or the last that is past and that nobody closed.
-f ics writes a calendar to subscribe to.
cop meet
cop meet -f ics -o meetings.ics
cop meet plan
cop meet plan \"3 Dec 14:00\" \"Looking ahead\" --where \"Reading room\"
cop meet plan 2027-01-21 --every \"6 weeks\" --times 8 --at 14:00
cop meet minutes --attendees anna,bram
cop meet close")]
pub(crate) struct Meet {
    /// plan, minutes or close; without, the list
    #[arg(value_name = "plan|minutes|close", hide_possible_values = true)]
    action: Option<Action>,
    /// plan: the day, and behind it the title, or a meeting; minutes, close: the meeting
    #[arg(value_name = "WHEN|REF TITLE", num_args = 0..)]
    what: Vec<String>,
    /// plan: a series, so far apart
    #[arg(long, value_name = "TIME")]
    every: Option<String>,
    /// plan: so many
    #[arg(long, value_name = "COUNT")]
    times: Option<u32>,
    /// plan: until then
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// plan: where it is
    #[arg(long = "where", value_name = "PLACE")]
    place: Option<String>,
    /// plan: at what time: 14:00
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// minutes: what was said, from a file or - for stdin
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// minutes, close: who was there; handles or names with commas between them
    #[arg(long, value_name = "HANDLE", value_delimiter = ',')]
    attendees: Vec<String>,
    #[command(flatten)]
    writing: Writing,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Action {
    #[value(aliases = ["schedule", "plannen"])]
    Plan,
    #[value(aliases = ["notes", "verslag", "notulen"])]
    Minutes,
    #[value(aliases = ["afsluiten", "sluit", "sluiten"])]
    Close,
    #[value(hide = true, alias = "ls")]
    List,
}

impl Meet {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let action = self.action.unwrap_or(Action::List);
        self.demand_fit(action)?;
        match action {
            Action::List => Self::list(door),
            Action::Plan => self.plan(door),
            Action::Minutes => self.minutes(door),
            Action::Close => self.close(door),
        }
    }

    /// Demands that what was typed goes with what is done.
    ///
    /// # Errors
    /// It does not; the error says with what it goes.
    fn demand_fit(&self, action: Action) -> Result<()> {
        let plans = [
            ("--every", self.every.is_some()),
            ("--times", self.times.is_some()),
            ("--until", self.until.is_some()),
            ("--where", self.place.is_some()),
            ("--at", self.at.is_some()),
        ];
        let refused = |flag: &str, action: &str| Err(Error::new(ErrorKind::Usage, msg!("meet-only-with", flag = flag, action = action)));
        if let Some((flag, _)) = plans.iter().find(|(_, given)| *given && action != Action::Plan) {
            return refused(flag, "plan");
        }
        if self.from.is_some() && action != Action::Minutes {
            return refused("--from", "minutes");
        }
        if !self.attendees.is_empty() && !matches!(action, Action::Minutes | Action::Close) {
            return refused("--attendees", "minutes");
        }
        // A title need not stand between quotes.
        let most = if action == Action::Plan { usize::MAX } else { usize::from(action != Action::List) };
        match self.what.get(most) {
            Some(text) => Err(Error::new(ErrorKind::Usage, msg!("meet-too-much", text = text))),
            None => Ok(()),
        }
    }

    fn list(door: &Door<'_>) -> Result<Status> {
        let name = door.global.format();
        if name != ICS && formats::find(name, true).is_err() {
            let names: Vec<&str> = formats::names(true).chain([ICS]).collect();
            let error = Error::new(ErrorKind::Usage, msg!("format-unknown", name = name));
            return Err(error.hint(msg!("format-choose", names = names.join(", "))));
        }
        let session = door.session()?;
        let list = meetings::list(session);
        if name == ICS { door.write(&list, |_| meetings::calendar(session)) } else { door.send(&list) }
    }

    fn plan(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let how = self.writing.how();
        let mut wish = Wish {
            every: self.every.as_deref().map(timespan).transpose()?,
            times: self.times,
            until: self.until.as_deref().map(|text| until(text, session.today())).transpose()?,
            place: self.place.clone(),
            time: self.at.as_deref().map(time).transpose()?,
            ..Wish::default()
        };
        let is_one = wish.every.is_none() && wish.times.is_none() && wish.until.is_none();
        match self.what.as_slice() {
            [] => {}
            [one] => match coming::day_and_time(one, session.today()) {
                Some((day, time)) => {
                    // What is asked for a second time is there already, and may have more to talk about.
                    if let Some(name) = plan::on(session, day).filter(|_| is_one) {
                        return door.wrote(&plan::refresh(session, &name, &how)?);
                    }
                    wish.day = Some(day);
                    wish.time = wish.time.or(time);
                }
                None if is_one && plan::is_named(session, one) => return door.wrote(&plan::refresh(session, one, &how)?),
                None if is_title(one) => wish.title = Some(one.clone()),
                None => return Err(no_day(one)),
            },
            [when, title @ ..] => {
                let (day, time) = coming::day_and_time(when, session.today()).ok_or_else(|| no_day(when))?;
                wish.day = Some(day);
                wish.time = wish.time.or(time);
                wish.title = Some(title.join(" "));
            }
        }
        if wish.day.is_none() && door.asks() && !self.writing.yes {
            let day = plan::proposed(session, wish.every)?;
            let question = msg!("meet-ask-plan", day = weekday(day, session.today(), door.lang()));
            if !door.ask_whether(&question, true)? {
                return Err(Error::new(ErrorKind::Usage, msg!("ask-stopped")).hint(msg!("meet-when-help")));
            }
        }
        door.wrote(&plan::plan(session, &wish, &how)?)
    }

    fn minutes(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let (name, _) = minutes::meant(session, self.what.first().map(String::as_str))?;
        let text = self.from.as_deref().map(|path| read(session, path)).transpose()?;
        let is_open = text.is_none() && self.attendees.is_empty();
        let desk = if is_open && !self.writing.yes { Desk::of(door, session)? } else { None };
        if is_open && desk.is_none() {
            let error = Error::new(ErrorKind::Usage, msg!("editor-no-terminal"));
            return Err(error.hint(msg!("do-this", command = format!("cop meet minutes {name} --from FILE"))));
        }
        let edit = |text: &str| desk.as_ref().map_or_else(|| Ok(text.to_owned()), |desk| desk.edit(text));
        let wanted = Minutes {
            meeting: Some(&name),
            attendees: self.attendees.clone(),
            text,
            edit: if desk.is_some() { Some(&edit) } else { None },
        };
        match (minutes::minutes(session, &wanted, &self.writing.how()), desk) {
            (Err(error), Some(desk)) => Err(desk.keep(error)),
            (written, _) => door.wrote(&written?),
        }
    }

    fn close(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let (name, there) = minutes::meant(session, self.what.first().map(String::as_str))?;
        let mut attendees = self.attendees.clone();
        if attendees.is_empty() && there == 0 && door.asks() && !self.writing.yes {
            let said = door.ask_line(&msg!("meet-ask-who"), Some(&msg!("meet-ask-who-about")), "")?;
            attendees = said.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
        }
        door.wrote(&close::close(session, Some(&name), &attendees, &self.writing.how())?)
    }
}

/// Whether words alone are what a meeting is to be called: one is more likely a slip, and so is what begins as a day does.
fn is_title(text: &str) -> bool {
    const DAYS: [&str; 10] = ["next", "this", "coming", "on", "in", "komende", "volgende", "deze", "aanstaande", "op"];
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    text.trim().contains(char::is_whitespace) && !first.starts_with(|sign: char| sign.is_ascii_digit()) && !DAYS.contains(&&*first)
}

fn read(session: &Session, path: &Path) -> Result<String> {
    read_text(session, path)
}

fn no_day(text: &str) -> Error {
    Error::new(ErrorKind::Usage, msg!("meet-what", text = text)).hint(msg!("meet-what-help"))
}

fn timespan(text: &str) -> Result<Timespan> {
    let refused = || Error::new(ErrorKind::Usage, msg!("flag-value", flag = "--every", value = text)).hint(msg!("meet-no-every-help"));
    Timespan::parse_recurring(text).ok_or_else(refused)
}

fn time(text: &str) -> Result<(u8, u8)> {
    // Behind `--at` a number alone is an hour.
    let said = if text.trim().bytes().all(|byte| byte.is_ascii_digit()) { format!("{}:00", text.trim()) } else { text.to_owned() };
    let refused = || Error::new(ErrorKind::Usage, msg!("meet-not-a-time", text = text)).hint(msg!("meet-not-a-time-help"));
    coming::time(&said).ok_or_else(refused)
}

/// The last day of what `--until` says; a day or month without a year is the next.
fn until(text: &str, today: Date) -> Result<Date> {
    coming::day(text, today).map_or_else(|| arguments::until(text, today), Ok)
}
