//! A word with a minus on the line of `cop search`: what it leaves out, or a cluster of short options.
//!
//! Inside quotes `-quarterly` leaves a word out, so people type it outside quotes too, where it looks as `-q -u -a …`. What can be no options
//! is what it says; what could be is left to the options, and where those make no sense of it the hint has the words that do.

use std::ffi::{OsStr, OsString};

use clap::Command;

use crate::base::lang::Lang;
use crate::base::shell::quoted;

use super::{command, typed};

/// So few letters behind a minus are options.
const SHORT: usize = 2;

/// A command line in which a space stands before whatever leaves a word out of a search, so that it is not taken for options.
pub(super) fn spaced(args: &mut [OsString]) {
    // The options are looked up only where it matters: that takes as long as a small search.
    let Some(first) = args.iter().take_while(|arg| *arg != "--").position(|arg| excluded(arg).is_some()) else { return };
    let Some(search) = search(args) else { return };
    let end = args.iter().position(|arg| arg == "--").unwrap_or(args.len());
    for at in first..end {
        let Some(word) = excluded(&args[at]).filter(|word| !is_options(&search, word)) else { continue };
        args[at] = format!(" -{word}").into();
    }
}

/// A search without what could be meant as options: its words, and what is left out with `NOT`. `None` where nothing can be meant so.
pub(super) fn in_words(args: &[OsString]) -> Option<String> {
    let search = search(args)?;
    let (mut words, mut without) = (Vec::new(), Vec::new());
    let mut behind = args.iter().skip(2).map(|arg| arg.to_string_lossy());
    while let Some(arg) = behind.next() {
        match arg.strip_prefix('-') {
            None => words.push(arg.trim().to_owned()),
            Some(_) => match excluded(arg.as_ref().as_ref()) {
                Some(word) => without.push(format!("NOT {word}")),
                // What stands behind an option may be its value.
                None if takes_value(&search, &arg) => drop(behind.next()),
                None => {}
            },
        }
    }
    let text = words.iter().chain(&without).map(String::as_str).collect::<Vec<_>>().join(" ");
    (!without.is_empty()).then(|| format!("cop search {}", quoted(&text)))
}

/// The command, where it is the search that a line is for.
fn search(args: &[OsString]) -> Option<Command> {
    let mut commands = command(Lang::En);
    commands.build();
    typed(&commands, args).filter(|command| command.get_name() == "search").cloned()
}

/// What stands behind a single minus, where it is a word or begins with one.
fn excluded(arg: &OsStr) -> Option<String> {
    let rest = arg.to_str()?.strip_prefix('-')?;
    let letters = rest.chars().take_while(|letter| letter.is_alphabetic()).count();
    (letters > SHORT).then(|| rest.to_owned())
}

/// Whether a word can be short options, the last of them with a value behind it, or is a long one that misses a minus.
fn is_options(search: &Command, word: &str) -> bool {
    // `-tag:rhythm` is a field, though `-t` takes a value.
    if word.split_once(':').is_some_and(|(key, _)| key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))) {
        return false;
    }
    if search.get_arguments().any(|known| known.get_long() == Some(word.split('=').next().unwrap_or_default())) {
        return true;
    }
    for letter in word.chars() {
        match search.get_arguments().find(|known| known.get_short() == Some(letter)) {
            Some(known) if known.get_action().takes_values() => return true,
            Some(_) => {}
            None => return false,
        }
    }
    true
}

fn takes_value(search: &Command, option: &str) -> bool {
    let is_it = |known: &&clap::Arg| match option.strip_prefix("--") {
        Some(long) => known.get_long() == Some(long),
        None => known.get_short().is_some_and(|short| option.chars().nth(1) == Some(short) && option.chars().nth(2).is_none()),
    };
    search.get_arguments().find(is_it).is_some_and(|known| known.get_action().takes_values())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::{in_words, spaced};

    #[test]
    fn what_can_be_no_options_leaves_a_word_out() {
        for (line, expected) in [
            (&["cop", "search", "review", "-quarterly"][..], &["cop", "search", "review", " -quarterly"][..]),
            (&["cop", "search", "-quarterly review"], &["cop", "search", " -quarterly review"]),
            (&["cop", "q", "-tag:rhythm"], &["cop", "q", " -tag:rhythm"]),
            (&["cop", "search", "-steward:Anna de Vries"], &["cop", "search", " -steward:Anna de Vries"]),
            (
                &["cop", "search", "a", "-fjson", "-n5", "-kpractice", "-qv", "-json", "--json"],
                &["cop", "search", "a", "-fjson", "-n5", "-kpractice", "-qv", "-json", "--json"],
            ),
            (&["cop", "search", "--", "-quarterly"], &["cop", "search", "--", "-quarterly"]),
            (&["cop", "list", "-quarterly"], &["cop", "list", "-quarterly"]),
        ] {
            let mut args: Vec<OsString> = line.iter().map(OsString::from).collect();
            spaced(&mut args);
            assert_eq!(args, expected, "{line:?}");
        }
    }

    #[test]
    fn what_is_taken_for_options_is_told_in_words() {
        for (line, expected) in [
            (&["cop", "search", "review", "-notes"][..], Some("cop search 'review NOT notes'")),
            (&["cop", "search", "-n", "3", "-notes", "old", "mail"], Some("cop search 'old mail NOT notes'")),
            (&["cop", "search", "review", "-n", "x"], None),
            (&["cop", "list", "-notes"], None),
        ] {
            let args: Vec<OsString> = line.iter().map(OsString::from).collect();
            assert_eq!(in_words(&args).as_deref(), expected, "{line:?}");
        }
    }
}
