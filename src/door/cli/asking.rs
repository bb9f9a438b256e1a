//! Questions that a person answers on the terminal.

use std::io::{IsTerminal, stdin};

use inquire::ui::{RenderConfig, Styled};
use inquire::{Confirm, InquireError, Select, Text};

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::msg;
use crate::show::line::{Line, Piece};

use super::Door;

impl Door<'_> {
    /// Whether a question can be asked: a person sits at the terminal, and reads the answer there.
    ///
    /// A command that asks has a flag for whatever it asks, and takes that or what is usual where this is false.
    pub(crate) fn asks(&self) -> bool {
        let is_dumb = self.environment.look("TERM") == Some("dumb");
        self.talks() && !is_dumb && stdin().is_terminal() && self.ui().is_interactive()
    }

    /// A line of text. `proposed` is what stands there if the person only presses Enter.
    ///
    /// # Errors
    /// The person stopped: nothing is to be done.
    pub(crate) fn ask_line(&self, question: &Msg, about: Option<&Msg>, proposed: &str) -> Result<String> {
        let (question, about) = (self.shown(question), about.map(|about| self.shown(about)));
        let text = Text::new(&question).with_render_config(self.plain());
        let text = if proposed.is_empty() { text } else { text.with_default(proposed) };
        let text = about.iter().fold(text, |text, about| text.with_help_message(about));
        text.prompt().map(|line| line.trim().to_owned()).map_err(stopped)
    }

    /// Yes or no. `usual` is what it is if the person only presses Enter.
    ///
    /// # Errors
    /// The person stopped: nothing is to be done.
    pub(crate) fn ask_whether(&self, question: &Msg, usual: bool) -> Result<bool> {
        let lang = self.lang();
        let word = move |is: bool| if is { msg!("ask-yes").text(lang) } else { msg!("ask-no").text(lang) };
        let (question, again) = (self.shown(question), self.shown(&msg!("ask-yes-or-no")));
        let parse = |typed: &str| match typed.trim().to_lowercase().as_str() {
            "y" | "yes" | "j" | "ja" => Ok(true),
            "n" | "no" | "nee" => Ok(false),
            _ => Err(()),
        };
        let choice = move |usual: bool| if usual { msg!("ask-usually-yes").text(lang) } else { msg!("ask-usually-no").text(lang) };
        let asked = Confirm::new(&question).with_default(usual).with_parser(&parse).with_formatter(&word);
        let asked = asked.with_default_value_formatter(&choice).with_error_message(&again).with_render_config(self.plain());
        asked.prompt().map_err(stopped)
    }

    /// One of several, by its place among them; `None` if the person wants none of them.
    ///
    /// # Errors
    /// The person stopped: nothing is to be done.
    pub(crate) fn ask_which(&self, question: &Msg, choices: &[String]) -> Result<Option<usize>> {
        let (question, about) = (self.shown(question), self.shown(&msg!("ask-which-help")));
        let choices: Vec<String> = choices.iter().map(|choice| safe(choice)).collect();
        let asked = Select::new(&question, choices).with_help_message(&about).with_render_config(self.plain());
        match asked.raw_prompt_skippable() {
            Ok(chosen) => Ok(chosen.map(|chosen| chosen.index)),
            Err(cause) => Err(stopped(cause)),
        }
    }

    fn shown(&self, msg: &Msg) -> String {
        safe(&msg.text(self.lang()))
    }

    /// Colours only where they are wanted.
    fn plain(&self) -> RenderConfig<'static> {
        let colour = self.ui().look(self.today(), self.here()).colour;
        let config = if colour { RenderConfig::default_colored() } else { RenderConfig::empty() };
        // What stands where no answer was given, in every language.
        config.with_canceled_prompt_indicator(Styled::new("–"))
    }
}

/// What is in it cannot move the cursor.
fn safe(text: &str) -> String {
    Line::from(text.to_owned()).pieces().iter().map(Piece::text).collect()
}

fn stopped(cause: InquireError) -> Error {
    match cause {
        InquireError::OperationCanceled | InquireError::OperationInterrupted => Error::new(ErrorKind::Usage, msg!("ask-stopped")),
        cause => Error::new(ErrorKind::Io, msg!("ask-failed")).because(cause),
    }
}
