//! A command line that can't be understood: said in the reader's language, with what would do.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind as Clap};

use crate::base::error::{Error, ErrorKind};
use crate::base::lang::{Lang, Msg};
use crate::base::nearest::nearest;
use crate::base::shell::quoted;
use crate::msg;
use crate::show::view::Status;

use super::{Door, command, help, minus, typed, words};

/// The same command line with a form that clap does not know: `cop tags`, `cop browse`, `cop similar REF`, `cop blame REF`.
pub(super) fn friendly(args: &[OsString]) -> Vec<OsString> {
    let mut args = args.to_vec();
    if args.get(1).is_some_and(|arg| arg == "tags" || arg == "words") {
        args.insert(1, "list".into());
    }
    if args.get(1).is_some_and(|arg| arg == "browse") {
        args.splice(1..2, ["search".into(), "--interactive".into()]);
    }
    if args.get(1).is_some_and(|arg| arg == "similar") {
        args.splice(1..2, ["search".into(), "--like".into()]);
    }
    if args.get(1).is_some_and(|arg| arg == "blame") {
        args[1] = "history".into();
        if !args.iter().any(|arg| arg.to_string_lossy().starts_with("--lines")) {
            args.insert(2, "--lines".into());
        }
    }
    join_lines(&mut args);
    minus::spaced(&mut args);
    args
}

/// `--lines 10,20` means `--lines=10,20`; a number without a comma only behind the document, which may be called by a number itself.
fn join_lines(args: &mut Vec<OsString>) {
    let Some(at) = args.iter().position(|arg| arg == "--lines").filter(|_| args.get(1).is_some_and(|arg| arg == "history")) else { return };
    let Some(range) = args.get(at + 1).and_then(|arg| arg.to_str()).map(str::to_owned) else { return };
    let is_range = range.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') && range.bytes().any(|byte| byte.is_ascii_digit());
    let is_behind = args[2..at].iter().any(|arg| !arg.to_string_lossy().starts_with('-'));
    if is_range && (is_behind || range.contains(',')) {
        args[at] = format!("--lines={range}").into();
        args.remove(at + 1);
    }
}

/// Whether what reads a format reads JSON, so that an error is JSON too.
pub(super) fn is_json(format: &str) -> bool {
    matches!(format, "json" | "jsonl" | "sarif" | "gitlab" | "rdjson")
}

/// Whether a command line that could not be understood asks for JSON, so that the error is JSON too.
pub(super) fn wants_json(args: &[OsString]) -> bool {
    let is_json = |arg: &OsString| arg.to_str().is_some_and(is_json);
    let alone = |arg: &OsString| {
        let arg = arg.to_str().unwrap_or_default();
        let form = arg.strip_prefix("--format=").or_else(|| arg.strip_prefix("-f"));
        arg == "--json" || form.is_some_and(self::is_json)
    };
    args.iter().any(alone) || args.windows(2).any(|pair| (pair[0] == "-f" || pair[0] == "--format") && is_json(&pair[1]))
}

/// Answers a command line that clap stopped at: help and version are what was asked for, the rest is an error.
pub(super) fn answer(error: &clap::Error, args: &[OsString], door: &Door<'_>) -> Status {
    let lang = door.guessed_lang();
    let told = match error.kind() {
        // What clap would print is the name of the page; see `help::translated`.
        Clap::DisplayHelp => match help::page(error.render().to_string().trim(), lang) {
            Some(page) => door.show(&page),
            None => Err(told(error, args, lang)),
        },
        Clap::DisplayVersion => door.ui().raw(&error.render().to_string()).map(|()| Status::Done),
        _ => Err(told(error, args, lang)),
    };
    door.done(told)
}

/// `COP_NOW` is set, and says no moment.
pub(super) fn no_moment(said: &str) -> Error {
    Error::new(ErrorKind::Usage, msg!("now-unclear", text = said)).hint(msg!("now-unclear-help"))
}

fn told(error: &clap::Error, args: &[OsString], lang: Lang) -> Error {
    let told = told_alone(error, args, lang);
    let in_words = if error.kind() == Clap::InvalidSubcommand { None } else { minus::in_words(args) };
    in_words.into_iter().fold(told, |told, command| told.hint(msg!("usage-leave-out", command = command)))
}

/// The same without what a minus before a word may have meant.
fn told_alone(error: &clap::Error, args: &[OsString], lang: Lang) -> Error {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = || bare(&text(ContextKind::InvalidArg), lang);
    let usage = |msg| Error::new(ErrorKind::Usage, msg);
    let help = || help_for(args);
    match error.kind() {
        Clap::InvalidSubcommand => {
            let typed = text(ContextKind::InvalidSubcommand);
            unknown_command(&typed, &after(args, &typed))
        }
        Clap::UnknownArgument if !text(ContextKind::InvalidArg).starts_with('-') => {
            usage(msg!("usage-too-many", name = argument())).hint(msg!("usage-quote", command = in_quotes(args))).hint(help())
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
        Clap::MissingRequiredArgument => {
            let error = usage(msg!("usage-missing", name = argument()));
            let error = example(args, lang).into_iter().fold(error, |error, command| error.hint(msg!("usage-example", command = command)));
            error.hint(help())
        }
        Clap::ArgumentConflict => {
            let (one, other) = (argument(), bare(&text(ContextKind::PriorArg), lang));
            let wrong = if one == other { msg!("usage-twice", flag = one) } else { msg!("usage-conflict", one = one, other = other) };
            usage(wrong).hint(help())
        }
        Clap::InvalidUtf8 => usage(msg!("usage-not-utf8")).hint(msg!("usage-not-utf8-help")),
        _ => usage(msg!("usage-other")).because(error.kind()).hint(help()),
    }
}

/// An argument as it is typed, without the marks around it in a manual: `--format <FORMAT>` is `--format`, `<REF>...` is `REF`.
fn bare(argument: &str, lang: Lang) -> String {
    let flag = argument.split(' ').next().filter(|first| first.starts_with('-'));
    let name = flag.unwrap_or(argument).replace(['<', '>', '[', ']'], "");
    let name = name.trim_end_matches("...");
    if flag.is_some() { name.to_owned() } else { help::placeholders(name, lang) }
}

/// The first example of the command that was typed.
fn example(args: &[OsString], lang: Lang) -> Option<String> {
    let commands = command(lang);
    let more = typed(&commands, args)?.get_after_help()?.to_string();
    more.lines().find(|line| line.starts_with("cop ")).map(str::to_owned)
}

/// Where all about a command line stands: the help of its command, if it has one.
fn help_for(args: &[OsString]) -> Msg {
    let commands = command(Lang::En);
    let known = typed(&commands, args).map(clap::Command::get_name);
    known.map_or_else(|| msg!("usage-help"), |name| msg!("usage-help-command", command = format!("cop {name} --help")))
}

/// What was typed behind a word, as it would be typed again; without options.
fn after(args: &[OsString], word: &str) -> String {
    let behind = args.iter().skip_while(|arg| *arg != word).skip(1).filter_map(|arg| arg.to_str());
    behind.filter(|arg| !arg.starts_with('-')).map(quoted).collect::<Vec<_>>().join(" ")
}

/// The command line with all that was typed behind the command as one thing.
fn in_quotes(args: &[OsString]) -> String {
    let commands = command(Lang::En);
    let words: Vec<&str> = args.iter().skip(1).filter_map(|arg| arg.to_str()).filter(|arg| !arg.starts_with('-')).collect();
    let at = words.iter().position(|word| commands.find_subcommand(word).is_some()).unwrap_or_default();
    let name = words.get(at).copied().unwrap_or("show");
    format!("cop {name} {}", quoted(&words.get(at + 1..).unwrap_or_default().join(" ")))
}

/// A word that is no command, and what was typed behind it: what it is here, else the nearest command, else how to look for it.
pub(super) fn unknown_command(typed: &str, behind: &str) -> Error {
    let error = Error::new(ErrorKind::Usage, msg!("usage-unknown-command", name = typed));
    if let Some(here) = words::meaning(typed) {
        return error.hint(msg!("usage-here-it-is", command = here.says_of(typed, behind)));
    }
    let all = if behind.is_empty() { typed.to_owned() } else { format!("{typed} {behind}") };
    let commands = command(Lang::En);
    let names: Vec<&str> = commands.get_subcommands().map(clap::Command::get_name).collect();
    match nearest(typed, names.iter().copied()) {
        Some(near) => error.hint(msg!("usage-nearest", name = format!("cop {near}"))),
        None => error.hint(msg!("usage-search-for", words = all)).hint(msg!("usage-help")),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    #[test]
    fn whoever_asks_for_json_is_told_in_json() {
        for (line, expected) in [
            ("cop list --json --no", true),
            ("cop -f json list --no", true),
            ("cop list --format jsonl --no", true),
            ("cop list --format=json --no", true),
            ("cop list -fjson", true),
            ("cop search json -f csv", false),
            ("cop check -f gitlab --nonsense", true),
            ("cop check -frdjson --nonsense", true),
            ("cop check --format=sarif --nonsense", true),
        ] {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert_eq!(super::wants_json(&args), expected, "{line}");
        }
    }
}
