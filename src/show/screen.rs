//! Where output goes and what is wanted of it: handed in by the door, decided on here.

use std::path::PathBuf;

use crate::base::lang::Lang;

use super::layout::NARROWEST;

/// The variables of the environment that say something about output, as they were found.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// `NO_COLOR`: not empty means no colour.
    pub no_color: Option<String>,
    /// `CLICOLOR`: `0` means no colour.
    pub clicolor: Option<String>,
    /// `CLICOLOR_FORCE`: not empty and not `0` means colour in a pipe too.
    pub clicolor_force: Option<String>,
    /// `TERM`: `dumb` can do no more than print.
    pub term: Option<String>,
    /// `COLUMNS`: the width, if it is a number above 0.
    pub columns: Option<String>,
    /// `PAGER`: the command for long texts; empty or `cat` means none.
    pub pager: Option<String>,
    /// `LESS`: the options of the usual pager, which are left alone if there are any.
    pub less: Option<String>,
}

/// What is known of the terminal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Screen {
    /// Whether the result goes to a terminal.
    pub stdout_is_terminal: bool,
    /// Whether messages go to a terminal.
    pub stderr_is_terminal: bool,
    /// Its columns and rows, if it says.
    pub size: Option<(usize, usize)>,
}

/// When colour is wanted: `--color`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// On a terminal, unless the environment says otherwise.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What the command line wants of output.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// `--color`
    pub colour: When,
    /// `-q`: no notes and no hints.
    pub quiet: bool,
    /// `-v`: more than the answer.
    pub verbose: bool,
    /// Errors are JSON too, because who reads the result reads JSON.
    pub json_errors: bool,
    /// The language of the screen.
    pub lang: Lang,
    /// `-o`: the file that the result goes to.
    pub output: Option<PathBuf>,
}

impl Environment {
    /// Whether labels show as colour on a stream that is or is not a terminal.
    pub fn colour(&self, when: When, is_terminal: bool) -> bool {
        let is_set = |variable: &Option<String>| variable.as_deref().is_some_and(|value| !value.is_empty());
        match when {
            When::Always => true,
            When::Never => false,
            When::Auto if is_set(&self.no_color) => false,
            When::Auto if is_set(&self.clicolor_force) && self.clicolor_force.as_deref() != Some("0") => true,
            When::Auto => is_terminal && !self.is_dumb() && self.clicolor.as_deref() != Some("0"),
        }
    }

    /// The cells of a line: `COLUMNS`, else what the terminal says, else 80; never less than 20.
    pub fn width(&self, screen: &Screen) -> usize {
        let says = screen.size.filter(|_| screen.stdout_is_terminal).map(|(columns, _)| columns);
        self.wanted_columns().or(says.filter(|columns| *columns > 0)).unwrap_or(80).max(NARROWEST)
    }

    /// Whether lines end where a screen does: on a terminal, and wherever `COLUMNS` says so.
    pub fn is_screen(&self, screen: &Screen) -> bool {
        screen.stdout_is_terminal || self.wanted_columns().is_some()
    }

    fn wanted_columns(&self) -> Option<usize> {
        self.columns.as_deref().and_then(|columns| columns.trim().parse().ok()).filter(|columns| *columns > 0)
    }

    /// Whether the terminal can do no more than print.
    pub fn is_dumb(&self) -> bool {
        self.term.as_deref() == Some("dumb")
    }

    /// The pager with its arguments; empty if there shall be none.
    pub fn pager(&self) -> Vec<&str> {
        match self.pager.as_deref().unwrap_or("less").trim() {
            "cat" => Vec::new(),
            _ if self.is_dumb() => Vec::new(),
            command => command.split_whitespace().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Environment, Screen, When};

    #[test]
    fn colour_follows_what_people_agreed_on() {
        let plain = Environment::default;
        let set = |value: &str| Some(value.to_owned());
        for (environment, when, on_terminal, in_pipe) in [
            (plain(), When::Auto, true, false),
            (plain(), When::Always, true, true),
            (plain(), When::Never, false, false),
            (Environment { no_color: set("1"), clicolor_force: set("1"), ..plain() }, When::Auto, false, false),
            (Environment { no_color: set("1"), ..plain() }, When::Always, true, true),
            (Environment { no_color: set(""), ..plain() }, When::Auto, true, false),
            (Environment { clicolor: set("0"), ..plain() }, When::Auto, false, false),
            (Environment { clicolor_force: set("1"), term: set("dumb"), ..plain() }, When::Auto, true, true),
            (Environment { clicolor_force: set("0"), ..plain() }, When::Auto, true, false),
            (Environment { term: set("dumb"), ..plain() }, When::Auto, false, false),
        ] {
            assert_eq!((environment.colour(when, true), environment.colour(when, false)), (on_terminal, in_pipe), "{environment:?}");
        }
    }

    #[test]
    fn there_is_always_a_width() {
        let terminal = |columns| Screen { stdout_is_terminal: true, stderr_is_terminal: true, size: Some((columns, 24)) };
        let set = |value: &str| Some(value.to_owned());
        let pipe = Screen { stdout_is_terminal: false, ..terminal(132) };
        for (columns, screen, width) in [
            (None, terminal(132), 132),
            (None, terminal(0), 80),
            (None, pipe, 80),
            (set("100"), pipe, 100),
            (set("0"), terminal(50), 50),
            (set("wide"), Screen::default(), 80),
            (set("3"), terminal(50), 20),
        ] {
            assert_eq!(Environment { columns, ..Environment::default() }.width(&screen), width);
        }
    }

    #[test]
    fn the_pager_can_be_chosen_or_refused() {
        let pager = |pager: Option<&str>| Environment { pager: pager.map(str::to_owned), ..Environment::default() };
        assert_eq!(pager(None).pager(), ["less"]);
        assert_eq!(pager(Some("most -s")).pager(), ["most", "-s"]);
        assert!(pager(Some("")).pager().is_empty());
        assert!(pager(Some("cat")).pager().is_empty());
    }
}
