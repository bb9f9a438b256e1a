//! The only place that prints: the result to stdout, everything else to stderr.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use anstream::{AutoStream, ColorChoice};

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::msg;

use super::error::{self, said};
use super::format::Format;
use super::label::Label;
use super::layout;
use super::line::Line;
use super::look::{Folder, Look};
use super::paint::paint;
use super::screen::{Environment, Screen, Wishes};
use super::view::{Block, Remark, Shown, Status};

/// Longer than any message: one that does not go to a terminal is not wrapped, so that it can be searched in.
const UNWRAPPED: usize = 100_000;
/// Leave at once what fits, pass colour through, leave the text on the screen, stop together with cop at Ctrl-C.
const LESS: &str = "FRXK";

/// What clears a terminal, and goes to its beginning; what has scrolled away stays there.
const CLEAR: &str = "\u{1b}[H\u{1b}[2J";

type Sink = Mutex<Box<dyn Write + Send>>;

/// What prints, and what it knows of the reader.
pub struct Ui {
    out: Sink,
    err: Sink,
    environment: Environment,
    screen: Screen,
    wishes: Wishes,
}

impl Screen {
    /// The terminal that this process was started in, or the lack of it.
    pub fn of_process() -> Self {
        let size = terminal_size::terminal_size().map(|(columns, rows)| (columns.0.into(), rows.0.into()));
        Self { stdout_is_terminal: io::stdout().is_terminal(), stderr_is_terminal: io::stderr().is_terminal(), size }
    }
}

impl Ui {
    /// Prints to the process's own stdout and stderr.
    pub fn new(environment: Environment, wishes: Wishes) -> Self {
        let screen = Screen::of_process();
        let colour = |is_terminal| environment.colour(wishes.colour, is_terminal);
        // Only a stream in colour passes through anstream, which serves the consoles of older Windows.
        let out: Box<dyn Write + Send> = if colour(screen.stdout_is_terminal) {
            Box::new(AutoStream::new(io::stdout(), ColorChoice::Always))
        } else {
            Box::new(io::stdout())
        };
        let err: Box<dyn Write + Send> = if colour(screen.stderr_is_terminal) {
            Box::new(AutoStream::new(io::stderr(), ColorChoice::Always))
        } else {
            Box::new(io::stderr())
        };
        Self::to(out, err, screen, environment, wishes)
    }

    /// Prints to other streams: for tests, and for a door that answers over a connection.
    pub fn to(out: Box<dyn Write + Send>, err: Box<dyn Write + Send>, screen: Screen, environment: Environment, wishes: Wishes) -> Self {
        Self { out: Mutex::new(out), err: Mutex::new(err), environment, screen, wishes }
    }

    /// Whether stdout and stderr are terminals, so that a question can be asked if stdin is one too.
    pub fn is_interactive(&self) -> bool {
        self.screen.stdout_is_terminal && self.screen.stderr_is_terminal
    }

    /// The stream on which a picture can be drawn that fills the terminal: stdout, or stderr where stdout goes elsewhere; `None` where
    /// neither is a terminal, or it can do no more than print.
    pub fn canvas(&self) -> Option<Box<dyn Write + Send>> {
        match (self.screen.stdout_is_terminal, self.screen.stderr_is_terminal) {
            _ if self.environment.is_dumb() => None,
            (true, _) => Some(Box::new(io::stdout())),
            (false, true) => Some(Box::new(io::stderr())),
            (false, false) => None,
        }
    }

    /// Whether the result goes to a terminal, where a person reads it, and not to a file or a program.
    pub fn shows_result(&self) -> bool {
        self.screen.stdout_is_terminal && self.output().is_none()
    }

    /// Whether colours are wanted on the terminal that pictures are drawn on.
    pub fn draws_in_colour(&self) -> bool {
        self.environment.colour(self.wishes.colour, self.screen.stdout_is_terminal || self.screen.stderr_is_terminal)
    }

    /// What a result may know of its reader.
    pub fn look(&self, today: Date, folder: Folder) -> Look {
        let screen = if self.output().is_some() { Screen::default() } else { self.screen };
        Look {
            lang: self.wishes.lang,
            width: self.environment.width(&screen),
            screen: self.environment.is_screen(&screen),
            today,
            folder,
            verbose: self.wishes.verbose,
            colour: self.environment.colour(self.wishes.colour, screen.stdout_is_terminal),
        }
    }

    /// Prints a result, and beside it what was met on the way where the format does not hold that.
    ///
    /// # Errors
    /// The format can't hold it, or it can't be written. A closed pipe is no error: the reader has seen enough.
    pub fn show(&self, result: &dyn Shown, format: &dyn Format, look: &Look, remarks: &[Remark]) -> Result<Status> {
        let text = format.write(result, remarks, look)?;
        // What was met is read before the result; beside a pager it would be gone by then.
        let is_paged = format.is_for_people() && self.output().is_none() && self.is_long(&text);
        let remark = || {
            if format.name() != "json" {
                for remark in remarks {
                    self.remark(remark, look);
                }
            }
        };
        if !is_paged {
            remark();
        }
        if !self.deliver(&text, format.is_for_people())? {
            return Ok(Status::Done);
        }
        if is_paged {
            remark();
        }
        if let Some(msg) = format.left_out(result, look) {
            self.warn(&msg);
        }
        Ok(result.status())
    }

    /// Prints a result that is bytes already: a manual page, completions, a schema.
    ///
    /// # Errors
    /// It can't be written.
    pub fn raw(&self, text: &str) -> Result<()> {
        self.deliver(text, false).map(|_| ())
    }

    /// Prints what takes the place of what was printed before: a terminal is cleared first, elsewhere it stands below. `false` if nobody
    /// reads any more.
    ///
    /// # Errors
    /// It can't be written.
    pub fn renew(&self, text: &str) -> Result<bool> {
        let clears = self.shows_result() && !self.environment.is_dumb();
        self.deliver(&if clears { format!("{CLEAR}{text}") } else { text.to_owned() }, false)
    }

    /// Whether somebody may still read what is printed: not where a pipe has no other end.
    pub fn is_read(&self) -> bool {
        self.output().is_some() || is_open()
    }

    /// What to type next.
    pub fn hint(&self, msg: &Msg) {
        if !self.wishes.quiet {
            self.labelled(Label::Note, "said-hint", msg);
        }
    }

    /// What was done, beside the result.
    pub fn tell(&self, msg: &Msg) {
        if !self.wishes.quiet {
            self.aside(&[Block::Line(msg.text(self.wishes.lang).into())]);
        }
    }

    /// What another program said, a line a line.
    pub fn pass_on(&self, text: &str) {
        let lines: Vec<Block> = text.trim_end().lines().map(|line| Block::Bare(line.into())).collect();
        self.aside(&lines);
    }

    /// What is wrong and did not stop the work; `-q` does not silence it.
    pub fn warn(&self, msg: &Msg) {
        self.labelled(Label::Warning, "said-warning", msg);
    }

    /// A failure, as text or as JSON; gives the exit status.
    pub fn error(&self, error: &Error) -> Status {
        if self.wishes.json_errors {
            self.to_err(&(error::json(error) + "\n"));
        } else {
            self.aside(&error::blocks(error, self.wishes.lang));
        }
        Status::Failed
    }

    fn remark(&self, remark: &Remark, look: &Look) {
        let place = remark.place.as_ref().map(|place| {
            let mut place = place.clone();
            place.path = look.path(&place.path);
            Line::new().path(place.to_string()).plain(": ")
        });
        let line = said(Label::Note, "said-note", look.lang).then(place.unwrap_or_default()).plain(remark.msg.text(look.lang));
        if !self.wishes.quiet {
            self.aside(&[Block::Line(line)]);
        }
    }

    fn labelled(&self, label: Label, key: &str, msg: &Msg) {
        let lang = self.wishes.lang;
        self.aside(&[Block::Line(said(label, key, lang).plain(msg.text(lang)))]);
    }

    /// Blocks on stderr, wrapped where a terminal ends.
    fn aside(&self, blocks: &[Block]) {
        let screen = Screen { stdout_is_terminal: self.screen.stderr_is_terminal, ..self.screen };
        let cells = if self.screen.stderr_is_terminal { self.environment.width(&screen) } else { UNWRAPPED };
        let colour = self.environment.colour(self.wishes.colour, self.screen.stderr_is_terminal);
        self.to_err(&paint(&layout::lay(blocks, cells), colour));
    }

    fn to_err(&self, text: &str) {
        let mut err = self.err.lock().unwrap_or_else(PoisonError::into_inner);
        // Where not even an error can be written nobody is left to be told.
        let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
    }

    /// Writes a result where it was asked for; `false` if the reader left before its end.
    fn deliver(&self, text: &str, for_people: bool) -> Result<bool> {
        if let Some(path) = self.output() {
            return write_file(path, text).map(|()| true);
        }
        if for_people && self.is_long(text) && self.page(text) {
            return Ok(true);
        }
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => Ok(true),
            Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(false),
            Err(cause) => Err(Error::new(ErrorKind::Io, msg!("output-not-written")).because_io(&cause)),
        }
    }

    /// The file that the result goes to; `-` is stdout.
    fn output(&self) -> Option<&Path> {
        self.wishes.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    fn is_long(&self, text: &str) -> bool {
        let rows = self.screen.size.map_or(usize::MAX, |(_, rows)| rows);
        self.is_interactive() && text.lines().count() >= rows
    }

    /// Whether a pager took the text.
    fn page(&self, text: &str) -> bool {
        let [program, arguments @ ..] = &*self.environment.pager() else { return false };
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped());
        if self.environment.less.as_deref().unwrap_or_default().is_empty() {
            command.env("LESS", LESS);
        }
        let Ok(mut pager) = command.spawn() else { return false };
        if let Some(mut stdin) = pager.stdin.take() {
            // A reader who has seen enough closes it.
            let _ = stdin.write_all(text.as_bytes());
        }
        pager.wait().is_ok()
    }
}

/// Whether stdout has a reader, found out without printing.
#[cfg(unix)]
fn is_open() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let out = io::stdout();
    let mut asked = [PollFd::new(&out, PollFlags::empty())];
    // Where that can't be asked, the next thing that is printed tells.
    let told = poll(&mut asked, Some(&Timespec { tv_sec: 0, tv_nsec: 0 }));
    told.is_err() || asked.iter().all(|end| !end.revents().intersects(PollFlags::ERR | PollFlags::HUP))
}

/// Elsewhere the next thing that is printed tells.
#[cfg(not(unix))]
fn is_open() -> bool {
    true
}

/// The result as a file. What is there is overwritten in place, because it may be a device or a pipe.
fn write_file(path: &Path, text: &str) -> Result<()> {
    let written = std::fs::File::create(path).and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.flush()));
    written.map_err(|cause| Error::io(msg!("output-not-written"), path, &cause))
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex};

    use serde::Serialize;

    use super::Ui;
    use crate::base::date::Date;
    use crate::base::error::{Error, ErrorKind};
    use crate::base::lang::{Lang, Msg};
    use crate::show::formats;
    use crate::show::line::Line;
    use crate::show::look::{Folder, Look};
    use crate::show::screen::{Environment, Screen, When, Wishes};
    use crate::show::view::{Block, Remark, Status, View};

    #[derive(Clone, Default)]
    struct Stream {
        text: Arc<Mutex<Vec<u8>>>,
        breaks: Option<io::ErrorKind>,
    }

    impl Write for Stream {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.text.lock().unwrap().write(bytes)
        }

        // Small writes to a full disk or a closed pipe fail here.
        fn flush(&mut self) -> io::Result<()> {
            self.breaks.map_or(Ok(()), |kind| Err(kind.into()))
        }
    }

    #[derive(Serialize)]
    struct Added {
        path: String,
    }

    impl View for Added {
        const SCHEMA: &'static str = "add";

        fn blocks(&self, _: &Look) -> Vec<Block> {
            vec![Block::Bare(Line::new().path(&self.path))]
        }

        fn status(&self) -> Status {
            Status::No
        }
    }

    struct World {
        out: Stream,
        err: Stream,
        ui: Ui,
    }

    impl World {
        fn new(wishes: Wishes, breaks: Option<io::ErrorKind>) -> Self {
            let (out, err) = (Stream { breaks, ..Stream::default() }, Stream::default());
            let ui = Ui::to(Box::new(out.clone()), Box::new(err.clone()), Screen::default(), Environment::default(), wishes);
            Self { out, err, ui }
        }

        fn show(&self, format: &str) -> crate::base::error::Result<Status> {
            let look = self.ui.look(Date::new(2026, 11, 22).unwrap(), Folder::Inside("practices".into()));
            let remark = Remark { code: "index-rebuilt", msg: Msg::literal("the index was rebuilt"), place: None };
            let added = Added { path: format!("practices/{}.md", "long-".repeat(30)) };
            self.ui.show(&added, formats::find(format, false).unwrap(), &look, &[remark])
        }

        fn said(&self) -> (String, String) {
            let text = |stream: &Stream| String::from_utf8(stream.text.lock().unwrap().clone()).unwrap();
            (text(&self.out), text(&self.err))
        }
    }

    #[test]
    fn the_result_and_nothing_else_goes_to_stdout() {
        let world = World::new(Wishes::default(), None);
        assert_eq!(world.show("text").unwrap(), Status::No);
        world.ui.hint(&Msg::literal("cop list"));
        let (out, err) = world.said();
        assert_eq!(out.lines().count(), 1);
        assert_eq!(err, "note: the index was rebuilt\nhint: cop list\n");
    }

    #[test]
    fn quiet_leaves_warnings_and_errors() {
        let world = World::new(Wishes { quiet: true, lang: Lang::Nl, ..Wishes::default() }, None);
        world.show("text").unwrap();
        world.ui.hint(&Msg::literal("cop list"));
        world.ui.warn(&Msg::literal("a\x1b"));
        assert_eq!(world.ui.error(&Error::new(ErrorKind::Io, Msg::literal("nee"))), Status::Failed);
        assert_eq!(world.said().1, "waarschuwing: a\\u{1b}\nfout: nee\n");
    }

    #[test]
    fn json_holds_what_was_met_and_errors_are_json_too() {
        let world = World::new(Wishes { json_errors: true, ..Wishes::default() }, None);
        world.show("json").unwrap();
        assert!(world.said().0.contains("index-rebuilt"));
        assert_eq!(world.said().1, "");
        world.ui.error(&Error::new(ErrorKind::Io, Msg::literal("no")));
        assert!(world.said().1.starts_with("{\"error\":{\"kind\":\"io\",\"message\":\"no\""));
    }

    #[test]
    fn a_closed_pipe_is_quiet_and_a_full_disk_is_not() {
        let closed = World::new(Wishes::default(), Some(io::ErrorKind::BrokenPipe));
        assert_eq!(closed.show("text").unwrap(), Status::Done);
        assert_eq!(closed.said().1, "note: the index was rebuilt\n", "what was met is said before the result");
        let full = World::new(Wishes::default(), Some(io::ErrorKind::StorageFull));
        assert_eq!(full.show("text").unwrap_err().kind(), ErrorKind::Io);
    }

    #[test]
    fn a_result_can_go_to_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("result.txt");
        let world = World::new(Wishes { output: Some(path.clone()), colour: When::Auto, ..Wishes::default() }, None);
        world.show("text").unwrap();
        assert_eq!(world.said().0, "");
        assert!(std::fs::read_to_string(path).unwrap().ends_with("long-.md\n"));
        let nowhere = World::new(Wishes { output: Some(folder.path().join("no/such/folder")), ..Wishes::default() }, None);
        assert!(nowhere.show("text").unwrap_err().place().is_some());
    }
}
