//! What a shell is told while a command line is typed: commands and options, and the community's own kinds, documents, tags and people.
//!
//! The script that `cop completions` prints calls cop again at each Tab, with the shell's name in [`VARIABLE`] and the words so far
//! behind `--`. Whatever goes wrong then completes nothing and says nothing.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};

use clap::builder::Resettable;
use clap::{Arg, ValueHint};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh};

use crate::base::environment::COMPLETES as VARIABLE;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Lang;
use crate::base::shell::is_plain;
use crate::model::query::fields::FLAGS;
use crate::model::query::order::Order;
use crate::msg;
use crate::show::{clean, formats};
use crate::work::checks::{self, rules};
use crate::work::contributors::forms;
use crate::work::digest;
use crate::work::health::HTML;
use crate::work::hits::Hit;
use crate::work::meetings::is_meeting;
use crate::work::page::Page;
use crate::work::render::calendar::ICS;
use crate::work::search::Filters;
use crate::work::session::{Opening, Session};
use crate::work::{search, vocabulary};

use super::{Door, command, schemas};

/// The shells that are known.
const SHELLS: [&dyn EnvCompleter; 5] = [&Bash, &Elvish, &Fish, &Powershell, &Zsh];

/// What can stand in the place of an argument.
#[derive(Clone, Copy)]
enum What {
    Kinds,
    Lists,
    Documents,
    Meetings,
    Tags,
    States,
    People,
    Rules,
    Languages,
    /// What is looked for: words, and values behind a key.
    Query,
    Formats,
    Orders,
    Searches,
    Commands,
    Communities,
    Schemas,
}

/// The script for a shell that makes it ask cop.
pub(super) fn script(shell: &str) -> Result<String> {
    let failed = |cause: String| Error::new(ErrorKind::Io, msg!("output-not-written")).because(cause);
    let known = SHELLS.into_iter().find(|known| known.is(shell));
    let mut text = Vec::new();
    let written = known.map(|known| known.write_registration(VARIABLE, "cop", "cop", "cop", &mut text));
    match written {
        Some(Ok(())) => Ok(String::from_utf8_lossy(&text).into_owned()),
        Some(Err(cause)) => Err(failed(cause.to_string())),
        None => Err(failed(shell.to_owned())),
    }
}

/// What a shell's question is answered with; `None` if no shell asks.
pub(super) fn answer(door: &Door<'_>, lang: Lang) -> Option<String> {
    let environment = door.environment;
    let shell = environment.look(VARIABLE)?;
    let known = SHELLS.into_iter().find(|known| known.is(shell))?;
    let typed: Vec<OsString> = environment.args.iter().skip_while(|arg| *arg != "--").skip(1).cloned().collect();
    let listed = door.config().personal().communities.iter().map(|one| (one.name.clone(), one.path.clone())).collect();
    let asked = Asked { opening: opening(door, &typed), typed: typed.clone(), listed };
    let mut command = completing(command(lang), &asked);
    let mut text = Vec::new();
    known.write_complete(&mut command, typed, Some(&environment.folder), &mut text).ok()?;
    Some(String::from_utf8_lossy(&text).into_owned())
}

/// What a shell asks.
#[derive(Clone)]
struct Asked {
    opening: Opening,
    /// The words so far.
    typed: Vec<OsString>,
    /// The communities on the person's list, with their folders.
    listed: Vec<(String, String)>,
}

/// The community that the words so far are about.
fn opening(door: &Door<'_>, typed: &[OsString]) -> Opening {
    let environment = door.environment;
    let named = typed.windows(2).find(|pair| pair[0] == "-C").map(|pair| pair[1].clone().into());
    let folder = match named.as_ref().or(environment.community.as_ref()) {
        Some(named) => environment.folder.join(named),
        None => environment.folder.clone(),
    };
    let now = environment.now.as_ref().map_or_else(|_| crate::base::clock::Now::from_system(), |now| *now);
    Opening { folder, now, lang: door.said_lang(), cache: environment.cache.clone(), who: environment.who.clone() }
}

fn completing(command: clap::Command, asked: &Asked) -> clap::Command {
    // Another name of a command is understood, but whoever is offered both wonders what the difference is.
    let others: Vec<String> = command.get_all_aliases().map(str::to_owned).collect();
    let command = command.alias(Resettable::Reset).aliases(others);
    let name = command.get_name().to_owned();
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = subcommands.iter().fold(command, |command, sub| command.mut_subcommand(sub, |sub| completing(sub, asked)));
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    ids.into_iter().fold(command, |command, id| match (what(&name, &id), id.as_str()) {
        (Some(what), _) => command.mut_arg(id, |arg| with(arg, what, asked.clone())),
        (None, "dir" | "folder") => command.mut_arg(id, |arg| arg.value_hint(ValueHint::DirPath)),
        (None, "output" | "paths" | "body_file") => command.mut_arg(id, |arg| arg.value_hint(ValueHint::AnyPath)),
        (None, "from") if name == "meet" || name == "invite" => command.mut_arg(id, |arg| arg.value_hint(ValueHint::AnyPath)),
        // Whatever is changed goes to the end, so the rest has to follow, or what is typed first would be asked for last.
        (None, _) => command.mut_arg(id, |arg| arg),
    })
}

fn what(command: &str, argument: &str) -> Option<What> {
    Some(match (command, argument) {
        (_, "kind") => What::Kinds,
        ("list", "what") => What::Lists,
        (_, "document" | "documents" | "answer" | "question" | "typed" | "superseded_by" | "duplicate_of") => What::Documents,
        ("meet", "what") => What::Meetings,
        (_, "tag" | "new_tag") => What::Tags,
        (_, "status" | "state") => What::States,
        (_, "lang" | "new_lang") => What::Languages,
        ("search", "query") => What::Query,
        (_, "steward" | "by" | "author" | "deciders" | "attendees") => What::People,
        ("check", "select" | "ignore" | "explain") => What::Rules,
        (_, "format") => What::Formats,
        ("search" | "list", "sort") => What::Orders,
        ("help", "topic") | ("man", "command") => What::Commands,
        ("search", "within") | ("communities", "listed") => What::Communities,
        ("schema", "command") => What::Schemas,
        _ => return None,
    })
}

fn with(arg: Arg, what: What, asked: Asked) -> Arg {
    arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
        let typed = typed.to_string_lossy();
        if matches!(what, What::Query) {
            return queried(&typed, &asked);
        }
        let candidate = |(value, help): (String, String)| {
            CompletionCandidate::new(value).help((!help.is_empty()).then(|| clean::line(&help).into_owned().into()))
        };
        let fits = |(value, _): &(String, String)| value.starts_with(&*typed) && can_be_typed(value);
        values(what, &typed, &asked).into_iter().filter(fits).map(candidate).collect::<Vec<_>>()
    }))
}

/// What can stand behind a key of a query. For bash, to which a colon is a word, the key is two words back.
fn queried(typed: &str, asked: &Asked) -> Vec<CompletionCandidate> {
    let words: Vec<&str> = asked.typed.iter().filter_map(|word| word.to_str()).collect();
    let (before, key, start) = match (typed.split_once(':'), words.as_slice()) {
        (Some(("", "")), [.., key, ":"]) | (None, [.., key, ":", _]) => ("", *key, typed.trim_start_matches(':')),
        (Some((key, start)), _) if !key.is_empty() => (&typed[..=key.len()], key, start),
        _ => return Vec::new(),
    };
    // Of several values the last is the one that is being typed.
    let comma = start.rfind(',').map_or(0, |at| at + 1);
    let (before, start) = (format!("{before}{}", &start[..comma]), &start[comma..]);
    let what = match key {
        "tag" => What::Tags,
        "kind" => What::Kinds,
        "status" => What::States,
        "by" | "creator" | "steward" => What::People,
        "lang" => What::Languages,
        "search" => What::Searches,
        "sort" => What::Orders,
        "is" => {
            return FLAGS
                .iter()
                .filter(|flag| flag.starts_with(start))
                .map(|flag| CompletionCandidate::new(format!("{before}{flag}")))
                .collect();
        }
        _ => return Vec::new(),
    };
    let values = values(what, start, asked).into_iter().filter(|(value, _)| value.starts_with(start) && can_be_typed(value));
    values.map(|(value, _)| CompletionCandidate::new(format!("{before}{value}"))).collect()
}

/// Whether a value can be proposed: what comes from a file must never become a command. A colon is the end of a word for bash.
fn can_be_typed(value: &str) -> bool {
    is_plain(value) && !value.contains(':')
}

/// Values with what each is, in the order in which they are proposed.
fn values(what: What, typed: &str, asked: &Asked) -> Vec<(String, String)> {
    let bare = |names: Vec<&str>| names.into_iter().map(|name| (name.to_owned(), String::new())).collect::<Vec<_>>();
    match what {
        What::Formats => {
            let is = |command: &str| asked.typed.iter().any(|word| word == command);
            let of_check = checks::formats::names().filter(|_| is("check"));
            let of_contributors = [forms::ALL_CONTRIBUTORS].into_iter().filter(|_| is("contributors"));
            let of_meet = [ICS].into_iter().filter(|_| is("meet") || is("due"));
            let of_health = [HTML].into_iter().filter(|_| is("health"));
            let of_digest = digest::names().filter(|_| is("digest"));
            let own = of_check.chain(of_contributors).chain(of_meet).chain(of_health).chain(of_digest);
            return bare(formats::names(true).chain(own).collect());
        }
        What::Communities => return communities(asked, typed),
        What::Orders => return bare(Order::NAMES.iter().map(|(name, _)| *name).collect()),
        What::Schemas => return bare(schemas::every().into_iter().map(|(name, _)| name).collect()),
        What::Rules => return bare(rules::all().map(|rule| rule.name).collect()),
        What::Commands => {
            let commands = command(Lang::En);
            let topics = ["kinds", "settings", "governance", "privacy", "words"];
            return bare(commands.get_subcommands().map(clap::Command::get_name).chain(topics).collect());
        }
        _ => {}
    }
    let Ok(session) = Session::open(asked.opening.clone()) else { return Vec::new() };
    match what {
        What::Kinds | What::Lists => {
            let mut kinds = kinds(&session);
            if matches!(what, What::Lists) {
                kinds.extend(bare(vec!["tags", "words", "searches"]));
            }
            kinds
        }
        What::Documents => documents(&session, typed),
        What::Meetings => meetings(&session),
        What::Tags => {
            let tags = vocabulary::tags(&session, &Filters::default(), Page::default()).map(|tags| tags.words).unwrap_or_default();
            tags.into_iter().map(|tag| (tag.name, tag.description.unwrap_or_default())).collect()
        }
        What::States => {
            let kinds = session.settings().kinds.all().iter();
            let mut states: Vec<(String, String)> = kinds
                .flat_map(|kind| &kind.states)
                .map(|state| (state.name.clone(), state.label.text(session.lang(), &state.name)))
                .collect();
            // Whoever reads Dutch may type it too.
            if session.lang() == Lang::Nl {
                let labels: Vec<_> = states.iter().map(|(name, label)| (label.clone(), name.clone())).collect();
                states.extend(labels);
            }
            states.sort();
            states.dedup_by(|one, other| one.0 == other.0);
            states
        }
        What::Languages => {
            let settings = session.settings();
            let every = settings.languages.iter().chain([&settings.language]).map(String::as_str).chain(Lang::ALL.map(Lang::tag));
            bare(every.collect::<BTreeSet<_>>().into_iter().collect())
        }
        What::Searches => {
            let searches = session.settings().searches.all().iter();
            searches.map(|search| (search.name.clone(), search.query.clone())).collect()
        }
        What::People => session.people().members().iter().map(|member| (member.handle.clone(), member.name.clone())).collect(),
        _ => Vec::new(),
    }
}

/// The communities on the list, without those that stand before the last comma already.
fn communities(asked: &Asked, typed: &str) -> Vec<(String, String)> {
    let before = |word: &OsString| word.to_str()?.rsplit_once(',').filter(|(_, last)| *last == typed).map(|(named, _)| named.to_owned());
    let named = asked.typed.iter().rev().find_map(before).unwrap_or_default();
    let named: Vec<&str> = named.split(['=', ',']).collect();
    asked.listed.iter().filter(|(name, _)| !named.contains(&name.as_str())).cloned().collect()
}

/// What kinds are called in the language of the screen.
fn kinds(session: &Session) -> Vec<(String, String)> {
    let lang = session.lang();
    session.settings().kinds.all().iter().map(|kind| (kind.plural(lang).to_lowercase(), kind.name.clone())).collect()
}

/// Meetings, those that come last first.
fn meetings(session: &Session) -> Vec<(String, String)> {
    let kinds = session.settings().kinds.all().iter().filter(|kind| is_meeting(kind)).map(|kind| kind.name.clone());
    let filters = Filters { keys: vec![("kind".to_owned(), kinds.collect())] };
    let hits = search::list(session, &filters, Page::default()).map(|found| found.hits).unwrap_or_default();
    let name = |hit: Hit| (hit.reference.split_once('/').map_or_else(|| hit.reference.clone(), |(_, name)| name.to_owned()), hit.title);
    let mut found: Vec<(String, String)> = hits.into_iter().map(name).collect();
    found.sort_by(|one, other| other.0.cmp(&one.0));
    found
}

/// Documents by the last part of their ref; behind a `/` by the whole of it, and members also behind an `@`.
fn documents(session: &Session, typed: &str) -> Vec<(String, String)> {
    if typed.starts_with('@') {
        return session.people().members().iter().map(|member| (format!("@{}", member.handle), member.name.clone())).collect();
    }
    let hits = search::list(session, &Filters::default(), Page::default()).map(|found| found.hits).unwrap_or_default();
    let mut found: Vec<(String, String)> = Vec::with_capacity(hits.len());
    for hit in hits {
        let (_, name) = hit.reference.split_once('/').unwrap_or(("", &hit.reference));
        if typed.contains('/') {
            found.push((hit.reference, hit.title));
        } else if !name.contains('/') {
            found.push((name.to_owned(), hit.title));
        }
    }
    found.sort();
    found.dedup_by(|one, other| one.0 == other.0);
    found
}

#[cfg(test)]
mod tests {
    use super::can_be_typed;

    #[test]
    fn what_a_file_says_does_not_become_a_command() {
        assert!(can_be_typed("practice/één-2.0") && can_be_typed("@anna"));
        for odd in ["$(rm)", "a b", "-rf", "a:b", ""] {
            assert!(!can_be_typed(odd), "{odd}");
        }
    }
}
