//! Searching as one types, on the whole terminal: what `cop search -i` leads to.
//!
//! `app` is what it is at any moment, `draw` how that looks; `worker` searches and reads beside it, and this file goes round
//! between the keys, the three of them and the terminal.

mod app;
mod draw;
mod field;
mod help;
mod keys;
mod paint;
mod regions;
mod screen;
#[cfg(test)]
mod tests;
mod worker;

use std::ffi::OsString;
use std::io;
use std::time::{Duration, Instant};

use ratatui::crossterm::event;

use crate::base::bug;
use crate::base::error::{Error, ErrorKind, Result};
use crate::model::query::order::Order;
use crate::msg;
use crate::show::look::Look;
use crate::show::view::Status;

use super::next::Browse;

use app::{Action, App, Event, Start};
use screen::Screen;
use worker::{Question, Sight, Task, Worker};

/// Carries out another command line, with the terminal as it was, and gives its exit status.
type Again<'a> = &'a dyn Fn(Vec<OsString>) -> u8;

/// So long an answer is waited for before the screen shows that there is none yet: what comes within it is drawn once.
const AT_ONCE: Duration = Duration::from_millis(15);
/// How often an answer is looked for while one is on its way, and how often a signal is.
const PAUSES: (Duration, Duration) = (Duration::from_millis(8), Duration::from_millis(200));

/// Searches as a person types, and gives the exit status.
pub fn run(browse: &Browse, again: Again<'_>) -> u8 {
    let left = bug::caught(|| go_round(browse, again)).and_then(|left| left);
    match left.and_then(|left| finish(browse, left)) {
        Ok(status) => status.code(),
        Err(error) => browse.ui.error(&error).code(),
    }
}

/// How the person left.
enum Left {
    /// With a path.
    With(String),
    /// Without one.
    Without,
    /// Somebody ended the program.
    Ended(signals::Signal),
}

fn finish(browse: &Browse, left: Left) -> Result<Status> {
    match left {
        Left::With(path) => browse.ui.raw(&format!("{}\n", crate::show::clean::path(&browse.look.path(&path)))).map(|()| Status::Done),
        // A script that waits for a path is told that there is none.
        Left::Without => Ok(if browse.ui.shows_result() { Status::Done } else { Status::No }),
        Left::Ended(signal) => {
            signals::follow(signal);
            Ok(Status::Failed)
        }
    }
}

fn go_round(browse: &Browse, again: Again<'_>) -> Result<Left> {
    let no_screen = || Error::new(ErrorKind::Usage, msg!("search-no-terminal"));
    let failed = |cause: io::Error| no_screen().because_io(&cause);
    let signals = signals::Signals::new();
    signals::end_with_terminal();
    let mut screen = Screen::take(browse.ui.canvas().ok_or_else(no_screen)?).map_err(failed)?;
    let look = Look { colour: browse.ui.draws_in_colour(), ..browse.look.clone() };
    let mut app = App::new(Start {
        look,
        query: browse.query.clone(),
        given: browse.filters.keys.clone(),
        most: browse.page.limit,
        is_newest: matches!(browse.page.order, None | Some(Order::Newest)),
        prints: !browse.ui.shows_result(),
        size: screen.size().map_err(failed)?,
    });
    let worker = Worker::start(browse.opening.clone(), browse.filters.clone(), browse.page);
    let mut asked = Asked::default();
    loop {
        asked.of(&worker, &mut app)?;
        screen.draw(&app).map_err(failed)?;
        for event in events(&worker, &app, &signals).map_err(failed)? {
            match app.update(event) {
                Action::Nothing => {}
                Action::Leave => return Ok(Left::Without),
                Action::Print(path) => return Ok(Left::With(path)),
                Action::Copy(reference) => {
                    screen.copy(&reference).map_err(failed)?;
                    app.update(Event::Said(msg!("tui-copied", name = reference)));
                }
                Action::Edit(path) => {
                    edit(browse, again, &mut screen, &path).map_err(failed)?;
                    let _ = worker.tasks.send(Task::Renew);
                    let (width, height) = screen.size().map_err(failed)?;
                    app.update(Event::Resize(width, height));
                }
            }
        }
        if let Some(signal) = signals.came() {
            return Ok(Left::Ended(signal));
        }
    }
}

/// What the worker was asked last.
#[derive(Default)]
struct Asked {
    question: Option<Question>,
    sight: Option<Sight>,
}

impl Asked {
    /// Asks the worker for what the screen needs, and takes in what it says at once.
    fn of(&mut self, worker: &Worker, app: &mut App) -> Result<()> {
        let end = Instant::now() + AT_ONCE;
        // The worker catches its own bugs, so that it is there as long as this is.
        let gone = |_| Error::new(ErrorKind::Internal, msg!("bug-met")).hint(msg!("bug-report"));
        loop {
            let question = app.question();
            if self.question.as_ref() != Some(&question) {
                self.question = Some(question.clone());
                worker.tasks.send(Task::Find(question)).map_err(gone)?;
            }
            let sight = app.sight();
            if self.sight != sight {
                self.sight.clone_from(&sight);
                if let Some(sight) = sight {
                    worker.tasks.send(Task::Look(sight)).map_err(gone)?;
                }
            }
            let wait = end.saturating_duration_since(Instant::now());
            if app.is_answered() || wait.is_zero() {
                return Ok(());
            }
            if let Ok(answer) = worker.answers.recv_timeout(wait) {
                app.update(Event::Answer(Box::new(answer)));
            }
        }
    }
}

/// What happens next: keys that were pressed, and what the worker says.
fn events(worker: &Worker, app: &App, signals: &signals::Signals) -> io::Result<Vec<Event>> {
    let mut events = Vec::new();
    while events.is_empty() && signals.came().is_none() {
        let pause = if app.is_answered() { PAUSES.1 } else { PAUSES.0 };
        // What was typed meanwhile is taken in at once, up to a screen of it.
        let mut waits = pause;
        while events.len() < 100 && event::poll(waits)? {
            events.extend(of_terminal(event::read()?));
            waits = Duration::ZERO;
        }
        events.extend(worker.answers.try_iter().map(Box::new).map(Event::Answer));
    }
    Ok(events)
}

fn of_terminal(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) => keys::meant(&key).map(Event::Key),
        event::Event::Paste(text) => Some(Event::Paste(text)),
        event::Event::Resize(width, height) => Some(Event::Resize(width, height)),
        _ => None,
    }
}

/// Opens a document in the editor, as `cop edit` does. What that says of a failure stays until a key is pressed.
fn edit(browse: &Browse, again: Again<'_>, screen: &mut Screen, path: &str) -> io::Result<()> {
    screen.lend(|| {
        let status = again(browse.edit.iter().cloned().chain([path.into()]).collect());
        if status != Status::Done.code() {
            browse.ui.hint(&msg!("tui-press-enter"));
            let mut line = String::new();
            io::stdin().read_line(&mut line)?;
        }
        Ok(())
    })?
}

/// Signals by which somebody ends the program: the terminal is given back first.
#[cfg(unix)]
mod signals {
    use std::io::{IsTerminal, stdin};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGHUP, SIGTERM};

    /// How often it is seen whether the terminal is still there.
    const LOOK: Duration = Duration::from_secs(1);

    pub(super) type Signal = i32;

    pub(super) struct Signals(Arc<AtomicUsize>);

    impl Signals {
        pub(super) fn new() -> Self {
            let came = Arc::new(AtomicUsize::new(0));
            let before = Arc::new(AtomicBool::new(false));
            // Where the system says no, the signal does what it always did, as it does the second time: what reads the keys may never come
            // back from a terminal that is gone. For the same reason a hangup is left alone, after which nothing is left to give back.
            let _ = signal_hook::flag::register_conditional_default(SIGTERM, before.clone());
            let _ = signal_hook::flag::register(SIGTERM, before);
            let _ = signal_hook::flag::register_usize(SIGTERM, came.clone(), SIGTERM.unsigned_abs() as usize);
            Self(came)
        }

        pub(super) fn came(&self) -> Option<Signal> {
            Signal::try_from(self.0.load(Ordering::Relaxed)).ok().filter(|signal| *signal > 0)
        }
    }

    /// Ends cop soon after its terminal is gone. Mostly a hangup does that at once; where it is ignored, as below `nohup`, what reads the keys would go
    /// round at full speed for ever, and nothing here would be called again.
    pub(super) fn end_with_terminal() {
        thread::spawn(|| {
            while stdin().is_terminal() {
                thread::sleep(LOOK);
            }
            follow(SIGHUP);
        });
    }

    /// Ends as the signal would have ended the program.
    pub(super) fn follow(signal: Signal) {
        let _ = signal_hook::low_level::emulate_default_handler(signal);
    }
}

/// Elsewhere the console ends with the program.
#[cfg(not(unix))]
mod signals {
    pub(super) enum Signal {}

    pub(super) struct Signals;

    impl Signals {
        pub(super) fn new() -> Self {
            Self
        }

        pub(super) fn came(&self) -> Option<Signal> {
            None
        }
    }

    pub(super) fn end_with_terminal() {}

    pub(super) fn follow(signal: Signal) {
        match signal {}
    }
}
