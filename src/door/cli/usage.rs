//! A command line that can't be understood: said in the reader's language, with what would do.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind as Clap};

use crate::base::error::{Error, ErrorKind};
use crate::base::lang::{Lang, Msg};
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
pub(super) fn answer(error: &clap::Error, args: &[OsString], ui: &Ui) -> Status {
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
        _ => ui.error(&told(error, args)),
    }
}

/// `COP_NOW` is set, and says no moment.
pub(super) fn no_moment(said: &str) -> Error {
    Error::new(ErrorKind::Usage, msg!("now-unclear", text = said)).hint(msg!("now-unclear-help"))
}

fn told(error: &clap::Error, args: &[OsString]) -> Error {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = || bare(&text(ContextKind::InvalidArg));
    let usage = |msg| Error::new(ErrorKind::Usage, msg);
    let help = || help_for(args);
    match error.kind() {
        Clap::InvalidSubcommand => unknown_command(&text(ContextKind::InvalidSubcommand)),
        Clap::UnknownArgument if !text(ContextKind::InvalidArg).starts_with('-') => {
            let words = args.iter().skip(2).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
            usage(msg!("usage-too-many", word = argument())).hint(msg!("usage-quotes", words = words)).hint(help())
        }
        Clap::UnknownArgument => {
            let near = text(ContextKind::SuggestedArg);
            let error = usage(msg!("usage-unknown-flag", flag = argument()));
            if near.is_empty() { error.hint(help()) } else { error.hint(msg!("usage-nearest", name = near)) }
        }
        Clap::InvalidValue | Clap::ValueValidation => {
            let (value, valid) = (text(ContextKind::InvalidValue), text(ContextKind::ValidValue));
            let wrong = if value.is_empty() {
                msg!("usage-no-value", flag = argument())
            } else {
                msg!("flag-value", flag = argument(), value = value)
            };
            let hint = if valid.is_empty() { help() } else { msg!("usage-values", values = valid) };
            usage(wrong).hint(hint)
        }
        Clap::MissingRequiredArgument => usage(msg!("usage-missing", name = argument())).hint(help()),
        Clap::ArgumentConflict => usage(msg!("usage-conflict", one = argument(), other = bare(&text(ContextKind::PriorArg)))).hint(help()),
        Clap::InvalidUtf8 => usage(msg!("usage-not-utf8")).hint(msg!("usage-not-utf8-help")),
        _ => usage(msg!("usage-other")).because(error.kind()).hint(help()),
    }
}

/// An argument as it is typed, without the marks around it in a manual: `--format <FORMAT>` is `--format`, `<REF>...` is `REF`.
fn bare(argument: &str) -> String {
    let flag = argument.split(' ').next().filter(|first| first.starts_with('-'));
    flag.unwrap_or(argument).replace(['<', '>', '[', ']'], "").trim_end_matches("...").to_owned()
}

/// Where all about a command line stands: the help of its command, if it has one.
fn help_for(args: &[OsString]) -> Msg {
    let commands = command(Lang::En);
    let typed = args.iter().skip(1).filter_map(|arg| arg.to_str());
    let known = typed.filter_map(|word| commands.find_subcommand(word)).map(clap::Command::get_name).next();
    known.map_or_else(|| msg!("usage-help"), |name| msg!("usage-help-command", command = format!("cop {name} --help")))
}

fn unknown_command(typed: &str) -> Error {
    let error = Error::new(ErrorKind::Usage, msg!("usage-unknown-command", name = typed));
    if let Some((_, ours)) = WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(typed)) {
        return error.hint(msg!("usage-here-it-is", command = *ours));
    }
    let commands = command(Lang::En);
    let names: Vec<&str> = commands.get_subcommands().map(clap::Command::get_name).collect();
    match nearest(typed, names.iter().copied()) {
        Some(near) => error.hint(msg!("usage-nearest", name = format!("cop {near}"))),
        None => error.hint(msg!("usage-search-for", words = typed)).hint(msg!("usage-help")),
    }
}
