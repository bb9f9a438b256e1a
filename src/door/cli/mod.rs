//! The command line.

mod arguments;
mod asking;
mod commands;
mod complete;
mod content;
mod editor;
mod help;
mod manpage;
mod manual;
mod minus;
mod schemas;
mod topics;
mod usage;
mod watching;
mod words;

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{CommandFactory, FromArgMatches, Parser};

use crate::base::bug;
use crate::base::clock::Now;
use crate::base::date::Date;
use crate::base::environment::{COMPLETES, Environment};
use crate::base::error::{Error, Result};
use crate::base::lang::Lang;
use crate::base::place::Place;
use crate::door::next::Next;
use crate::model::kinds::Kinds;
use crate::msg;
use crate::show::clean::unsteering;
use crate::show::formats;
use crate::show::look::{Folder, Look};
use crate::show::screen;
use crate::show::ui::Ui;
use crate::show::view::{Remark, Shown, Status};
use crate::store::personal::Config;
use crate::work::communities;
use crate::work::session::{Opening, Session};
use crate::work::write::{Outcome, Written};

use arguments::{Global, When};
use commands::Command;

/// Keeps what a community of practice knows: plain Markdown in git, searched, checked and credited
#[derive(Debug, Parser)]
#[command(name = "cop", version, disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
#[command(
    after_help = "Without a command, cop shows the community. More: cop help COMMAND. Kinds with their fields and states: cop help kinds. Keys of community.yaml: cop help settings. Who may decide: cop help governance. What is kept of people: cop help privacy. Words that people try: cop help words.\n\
COP_LANG (en, nl): the language of the screen. COP_DIR: the community, as -C. COP_NOW (2026-11-22T09:00:00Z): replaces the clock. \
NO_COLOR: no colours. PAGER: what shows long answers."
)]
struct Cli {
    #[command(flatten)]
    global: Global,
    /// The version
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// The command line as clap knows it, with its words in a language.
pub fn command(lang: Lang) -> clap::Command {
    help::translated(Cli::command(), lang)
}

/// Carries out a command line and says what comes next: its exit status, or another door. A bug of cop is an error like any other.
pub fn run(environment: &Environment) -> Next {
    bug::caught(|| carry_out(environment)).unwrap_or_else(|bug| {
        let global = Global { json: usage::wants_json(&environment.args), ..Global::default() };
        Next::Done(ui(environment, &global, environment.lang.or(environment.locale).unwrap_or_default()).error(&bug).code())
    })
}

/// The command that was typed.
fn typed<'c>(commands: &'c clap::Command, args: &[OsString]) -> Option<&'c clap::Command> {
    args.iter().skip(1).filter_map(|arg| arg.to_str()).find_map(|word| commands.find_subcommand(word))
}

fn carry_out(environment: &Environment) -> Next {
    if environment.look(COMPLETES).is_some() {
        let door = Door::new(environment, Global::default());
        let text = complete::answer(&door, door.guessed_lang()).unwrap_or_default();
        return Next::Done(door.done(door.ui().raw(&text).map(|()| Status::Done)).code());
    }
    // What a page says is only put in where somebody wants to read it.
    let read = |command: clap::Command| {
        command.try_get_matches_from(usage::friendly(&environment.args)).and_then(|matches| Cli::from_arg_matches(&matches))
    };
    let parsed = read(Cli::command()).or_else(|error| match error.kind() {
        clap::error::ErrorKind::DisplayHelp => read(command(Lang::En)),
        _ => Err(error),
    });
    match parsed {
        Ok(cli) => {
            let door = Door::new(environment, cli.global);
            let status = match &environment.now {
                Ok(_) => door.run(cli.command.as_ref()),
                Err(said) => door.done(Err(usage::no_moment(said))),
            };
            let next = door.next.take().unwrap_or(Next::Done(status.code()));
            // Thousands of documents take a while to be given back one by one; the process is about to end, and gives back all.
            std::mem::forget(door);
            next
        }
        Err(error) => {
            let door = Door::new(environment, Global { json: usage::wants_json(&environment.args), ..Global::default() });
            Next::Done(usage::answer(&error, &environment.args, &door).code())
        }
    }
}

/// One run of one command.
pub(crate) struct Door<'a> {
    environment: &'a Environment,
    now: Now,
    global: Global,
    config: OnceCell<Config>,
    session: OnceCell<Session>,
    /// Whether the command changes the community.
    writes: Cell<bool>,
    /// The door that the command leads to, where it is another.
    next: Cell<Option<Next>>,
}

impl<'a> Door<'a> {
    fn new(environment: &'a Environment, global: Global) -> Self {
        let now = environment.now.as_ref().map_or_else(|_| Now::from_system(), |now| *now);
        Self {
            environment,
            now,
            global,
            config: OnceCell::new(),
            session: OnceCell::new(),
            writes: Cell::new(false),
            next: Cell::new(None),
        }
    }

    fn run(&self, command: Option<&Command>) -> Status {
        self.done(command.map_or_else(|| commands::overview::run(self), |command| command.run(self)))
    }

    /// The status of what was done, or of the error that is shown.
    fn done(&self, done: Result<Status>) -> Status {
        done.unwrap_or_else(|error| self.ui().error(&self.seen_from_here(error)))
    }

    /// An error about a file of the community, for people, names it as a result would: from where they stand. What they typed
    /// themselves names a file from there already, and programs count from the community's folder.
    fn seen_from_here(&self, error: Error) -> Error {
        let Some((session, place)) = self.session.get().zip(error.place().cloned()) else { return error };
        let is_there = |folder: &Path| folder.join(&place.path).symlink_metadata().is_ok();
        if usage::is_json(self.global.format()) || is_there(&self.environment.folder) || !is_there(session.dir()) {
            return error;
        }
        let path = self.ui().look(self.today(), self.here()).path(&place.path);
        error.at(Place { path, ..place })
    }

    /// The community, found and its settings without an error.
    fn session(&self) -> Result<&Session> {
        let session = self.lenient_session()?;
        session.demand_settings()?;
        Ok(session)
    }

    /// The community, whatever is wrong with its settings.
    fn lenient_session(&self) -> Result<&Session> {
        if let Some(session) = self.session.get() {
            return Ok(session);
        }
        let session = Session::open(self.opening()?)?;
        Ok(self.session.get_or_init(|| session))
    }

    fn opening(&self) -> Result<Opening> {
        let environment = self.environment;
        let folder = if self.global.demo { commands::demo::folder(self, self.writes.get())? } else { self.folder() };
        Ok(Opening { folder, now: self.now, lang: self.said_lang(), cache: environment.cache.clone(), who: environment.who.clone() })
    }

    /// The folder that `-C` or `COP_DIR` names, else the one in which the person stands.
    fn folder(&self) -> PathBuf {
        let said = self.global.dir.as_ref().or(self.environment.community.as_ref());
        said.map_or_else(|| self.environment.folder.clone(), |said| self.environment.folder.join(said))
    }

    /// Whether nobody said which community is meant, and the answer is for people.
    fn is_wherever(&self) -> bool {
        let said = self.global.dir.is_some() || self.environment.community.is_some();
        !said && matches!(self.global.format(), "text" | "md")
    }

    /// What the person says for all their communities on this machine.
    fn config(&self) -> &Config {
        self.config.get_or_init(|| Config::read(self.environment.config.as_deref(), self.environment.home.as_deref()))
    }

    /// The language of the screen as far as the person, or else their machine, says one.
    fn said_lang(&self) -> Option<Lang> {
        let environment = self.environment;
        environment.lang.or_else(|| self.config().personal().language).or(environment.locale)
    }

    /// The language of the screen: the person's, else that of the community if it is open.
    fn lang(&self) -> Lang {
        self.said_lang().or_else(|| self.session.get().map(Session::lang)).unwrap_or_default()
    }

    /// The same where no community need be there or in order: help, and what is said of the command line.
    fn guessed_lang(&self) -> Lang {
        if self.said_lang().is_none() {
            drop(self.lenient_session());
        }
        self.lang()
    }

    /// The kinds of the community, whatever else is wrong with its settings; outside one those that every community has.
    fn kinds(&self) -> Cow<'_, Kinds> {
        match self.lenient_session() {
            Ok(session) => Cow::Borrowed(&session.settings().kinds),
            Err(_) => Cow::Owned(manual::built_in()),
        }
    }

    fn ui(&self) -> Ui {
        ui(self.environment, &self.global, self.lang())
    }

    /// Shows a result in the form that was asked for, and what was met on the way.
    fn show(&self, result: &dyn Shown) -> Result<Status> {
        self.show_in(self.lang(), result)
    }

    /// The same of what is about no one community, and names files as they are opened from where the person stands.
    fn show_apart(&self, lang: Lang, today: Date, result: &dyn Shown, remarks: &[Remark]) -> Result<Status> {
        let format = formats::find(self.global.format(), result.rows().is_some())?;
        let ui = ui(self.environment, &self.global, lang);
        ui.show(result, format, &ui.look(today, Folder::Inside(String::new())), remarks)
    }

    /// The same of what is for others than who asks, as soon as it has a form that can be sent: then it is in the community's language.
    fn send(&self, result: &dyn Shown) -> Result<Status> {
        let theirs = self.session.get().filter(|_| self.global.format() == "md").map(|session| session.settings().tongue());
        self.show_in(theirs.unwrap_or_else(|| self.lang()), result)
    }

    fn show_in(&self, lang: Lang, result: &dyn Shown) -> Result<Status> {
        let list = result.rows().is_some();
        let format = formats::find(self.global.format(), list)?;
        let ui = ui(self.environment, &self.global, lang);
        let mut remarks = self.session.get().map(Session::remarks).unwrap_or_default();
        remarks.extend(communities::remarks(self.config()));
        ui.show(result, format, &ui.look(self.today(), self.here()), &remarks)
    }

    /// The community, about to be changed. That the answer can be given in the form that was asked for is looked at first.
    fn writable(&self) -> Result<&Session> {
        formats::find(self.global.format(), true)?;
        self.writing()
    }

    /// The same for a command with forms of its own.
    fn writing(&self) -> Result<&Session> {
        self.writes.set(true);
        let session = self.session()?;
        session.about_to_write();
        Ok(session)
    }

    /// Whether a person reads what is said beside the result.
    fn talks(&self) -> bool {
        self.global.format() == "text" && !self.global.quiet
    }

    /// Shows what a write did: the paths, or the diff, and beside them what became of it.
    fn wrote(&self, result: &dyn Wrote) -> Result<Status> {
        let (ui, outcome) = (self.ui(), result.outcome());
        let for_people = self.global.format() == "text";
        if for_people {
            outcome.heard().iter().for_each(|text| ui.pass_on(text));
            outcome.says().iter().chain(outcome.more()).for_each(|msg| ui.tell(msg));
            if let Some(session) = self.session.get().filter(|_| self.global.demo && outcome.is_written()) {
                let path = session.dir().to_string_lossy().replace('\\', "/");
                ui.hint(&msg!("demo-written", name = crate::work::demo::me()?.name, path = path));
            }
        }
        let look = ui.look(self.today(), self.here());
        match outcome.diff() {
            // What is not for a screen is for `git apply`, to the byte.
            Some(diff) if for_people && (!look.screen || self.global.output.is_some()) => {
                // But a pipe may end on a screen after all: what would steer that goes to a file only, where a person says so.
                let shown = if self.global.output.is_none() { unsteering(diff) } else { None };
                if shown.is_some() {
                    ui.warn(&msg!("change-diff-shown"));
                }
                ui.raw(shown.as_deref().unwrap_or(diff))?;
                Ok(Status::Done)
            }
            _ => self.show(result.shown()),
        }
    }

    /// Writes a result in a form that only it has.
    fn write(&self, result: &dyn Shown, write: impl Fn(&Look) -> String) -> Result<Status> {
        let ui = self.ui();
        ui.raw(&write(&ui.look(self.today(), self.here())))?;
        Ok(result.status())
    }

    fn today(&self) -> Date {
        self.session.get().map_or_else(|| self.now.today("UTC"), Session::today)
    }

    /// Where the person stands, seen from the community.
    fn here(&self) -> Folder {
        // Nobody stands in the example, which lies deep in a cache: its paths are shown from its own
        // root, unless it is only paths that are asked for.
        let is_apart = self.global.demo && self.global.format() != "paths";
        let Some(session) = self.session.get().filter(|_| !is_apart) else { return Folder::Inside(String::new()) };
        let folder = self.environment.folder.canonicalize().unwrap_or_else(|_| self.environment.folder.clone());
        let slashes = |path: &std::path::Path| path.to_string_lossy().replace('\\', "/");
        if let Ok(below) = folder.strip_prefix(session.dir()) {
            return Folder::Inside(slashes(below));
        }
        match session.dir().strip_prefix(&folder) {
            Ok(down) => Folder::Outside(slashes(down)),
            Err(_) => Folder::Outside(slashes(session.dir())),
        }
    }
}

/// What a command that writes answers with, whatever its type.
trait Wrote {
    fn outcome(&self) -> &Outcome;
    fn shown(&self) -> &dyn Shown;
}

impl<W: Written> Wrote for W {
    fn outcome(&self) -> &Outcome {
        Written::outcome(self)
    }

    fn shown(&self) -> &dyn Shown {
        self
    }
}

fn ui(environment: &Environment, global: &Global, lang: Lang) -> Ui {
    let variable = |name: &str| environment.look(name).map(str::to_owned);
    let variables = screen::Environment {
        no_color: variable("NO_COLOR"),
        clicolor: variable("CLICOLOR"),
        clicolor_force: variable("CLICOLOR_FORCE"),
        term: variable("TERM"),
        columns: variable("COLUMNS"),
        pager: variable("PAGER"),
        less: variable("LESS"),
    };
    let wishes = screen::Wishes {
        colour: match global.color {
            When::Auto => screen::When::Auto,
            When::Always => screen::When::Always,
            When::Never => screen::When::Never,
        },
        quiet: global.quiet,
        verbose: global.verbose,
        json_errors: usage::is_json(global.format()),
        lang,
        output: global.output.as_ref().map(|path| environment.folder.join(path)),
    };
    Ui::new(variables, wishes)
}
