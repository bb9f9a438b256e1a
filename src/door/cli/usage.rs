//! A command line that can't be understood: said in the reader's language, with what would do.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind as Clap};

use crate::base::error::{Error, ErrorKind};
use crate::base::nearest::nearest;
use crate::msg;
use crate::show::ui::Ui;
use crate::show::view::Status;

use super::command;

/// Words that people know from elsewhere, and what they are here.
const WORDS: [(&str, &str); 12] = [
    ("find", "cop search WORDS"),
    ("grep", "cop search WORDS"),
    ("zoek", "cop search WORDS"),
    ("lijst", "cop list"),
    ("toon", "cop show REF"),
    ("open", "cop show REF"),
    ("blame", "cop history REF"),
    ("authors", "cop contributors"),
    ("people", "cop contributors"),
    ("lint", "cop check"),
    ("validate", "cop check"),
    ("controleer", "cop check"),
];

/// The same command line with the forms that clap does not know: `cop tags` and `cop help COMMAND`.
pub(super) fn friendly(args: &[OsString]) -> Vec<OsString> {
    let mut args = args.to_vec();
    let is = |arg: Option<&OsString>, word: &str| arg.is_some_and(|arg| arg == word);
    if is(args.get(1), "tags") {
        args.splice(1..2, ["list".into(), "tags".into()]);
    } else if is(args.get(1), "help") {
        args.remove(1);
        args.truncate(2);
        args.push("--help".into());
    }
    args
}

/// Answers a command line that clap stopped at: help and version are what was asked for, the rest is an error.
pub(super) fn answer(error: &clap::Error, ui: &Ui) -> Status {
    match error.kind() {
        Clap::DisplayHelp | Clap::DisplayVersion => match ui.raw(&error.render().to_string()) {
            Ok(()) => Status::Done,
            Err(error) => ui.error(&error),
        },
        Clap::DisplayHelpOnMissingArgumentOrSubcommand | Clap::MissingSubcommand => {
            match ui.raw(&command(ui.lang()).render_help().to_string()) {
                Ok(()) => Status::Done,
                Err(error) => ui.error(&error),
            }
        }
        _ => ui.error(&told(error)),
    }
}

/// `COP_NOW` is set, and says no moment.
pub(super) fn no_moment(said: &str) -> Error {
    Error::new(ErrorKind::Usage, msg!("now-unclear", text = said)).hint(msg!("now-unclear-help"))
}

fn told(error: &clap::Error) -> Error {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let usage = |msg| Error::new(ErrorKind::Usage, msg);
    match error.kind() {
        Clap::InvalidSubcommand => unknown_command(&text(ContextKind::InvalidSubcommand)),
        Clap::UnknownArgument => {
            let near = text(ContextKind::SuggestedArg);
            let error = usage(msg!("usage-unknown-flag", flag = text(ContextKind::InvalidArg)));
            if near.is_empty() { error.hint(msg!("usage-help")) } else { error.hint(msg!("usage-nearest", name = near)) }
        }
        Clap::InvalidValue | Clap::ValueValidation => {
            let (value, flag, valid) = (text(ContextKind::InvalidValue), text(ContextKind::InvalidArg), text(ContextKind::ValidValue));
            let error =
                usage(if value.is_empty() { msg!("usage-no-value", flag = flag) } else { msg!("flag-value", flag = flag, value = value) });
            if valid.is_empty() { error.hint(msg!("usage-help")) } else { error.hint(msg!("usage-values", values = valid)) }
        }
        Clap::MissingRequiredArgument => usage(msg!("usage-missing", name = text(ContextKind::InvalidArg))).hint(msg!("usage-help")),
        Clap::ArgumentConflict => {
            usage(msg!("usage-conflict", one = text(ContextKind::InvalidArg), other = text(ContextKind::PriorArg))).hint(msg!("usage-help"))
        }
        Clap::InvalidUtf8 => usage(msg!("usage-not-utf8")),
        _ => usage(msg!("usage-other")).because(error.kind()).hint(msg!("usage-help")),
    }
}

fn unknown_command(typed: &str) -> Error {
    let error = Error::new(ErrorKind::Usage, msg!("usage-unknown-command", name = typed));
    if let Some((_, ours)) = WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(typed)) {
        return error.hint(msg!("usage-here-it-is", command = *ours));
    }
    let commands = command(crate::base::lang::Lang::En);
    let names: Vec<&str> = commands.get_subcommands().map(clap::Command::get_name).collect();
    match nearest(typed, names.iter().copied()) {
        Some(near) => error.hint(msg!("usage-nearest", name = format!("cop {near}"))),
        None => error.hint(msg!("usage-search-for", words = typed)).hint(msg!("usage-help")),
    }
}
