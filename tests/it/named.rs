//! What cop tells people to type exists: every command and every flag that its words name.

use std::collections::BTreeSet;

use clap::Command;

use cop::base::lang::Lang;
use cop::work::checks::rules;

use crate::support::{file, repository};

/// What stands behind "cop" where a sentence is about cop and names no command.
const DOES: [&str; 56] = [
    "adds",
    "against",
    "and",
    "begrijpt",
    "called",
    "can",
    "command",
    "de",
    "deelt",
    "derives",
    "die",
    "does",
    "doet",
    "en",
    "ervan",
    "finds",
    "from",
    "gebruikt",
    "has",
    "here",
    "houdt",
    "in",
    "is",
    "itself",
    "joins",
    "keeps",
    "kent",
    "knows",
    "laat",
    "leaves",
    "leest",
    "left",
    "maakt",
    "makes",
    "needs",
    "niet",
    "nog",
    "om",
    "over",
    "reads",
    "recht",
    "says",
    "sees",
    "shares",
    "shows",
    "stops",
    "takes",
    "te",
    "toont",
    "understands",
    "uses",
    "weet",
    "writes",
    "zelf",
    "zet",
    "ziet",
];

/// Whose command line a flag is on.
#[derive(Clone, Copy)]
enum Owner<'c> {
    /// Nobody said: it may be of any command of cop.
    Any,
    Cop(&'c Command),
    Another,
}

fn has_flag(command: &Command, flag: &str) -> bool {
    command.get_arguments().any(|arg| arg.get_long() == Some(flag))
}

/// What a text names that does not exist.
fn unknown(root: &Command, text: &str) -> Vec<String> {
    let mut unknown = Vec::new();
    for line in text.lines() {
        let mut owner = Owner::Any;
        let mut words = line.split_whitespace().peekable();
        while let Some(word) = words.next() {
            let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '-' | '$' | '{' | '…'));
            if matches!(bare, "git" | "cargo") {
                owner = Owner::Another;
            } else if bare == "cop" && !word.ends_with(['.', ',', ':', ';', '`', '"']) {
                owner = Owner::Cop(root);
                let next = words.peek().copied().unwrap_or_default();
                let name: String = next.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '-').collect();
                let is_name = name.starts_with(|first: char| first.is_ascii_lowercase());
                match root.find_subcommand(&name) {
                    Some(command) => owner = Owner::Cop(command),
                    // What is marked as typed is a command, whatever it sounds like.
                    None if is_name && (word.contains('`') || !DOES.contains(&name.as_str())) => unknown.push(format!("cop {name}")),
                    None => owner = if is_name { Owner::Any } else { owner },
                }
            } else if let Some(flag) = bare.strip_prefix("--").filter(|flag| flag.starts_with(|first: char| first.is_ascii_lowercase())) {
                let flag = flag.split('=').next().unwrap_or(flag);
                let exists = match owner {
                    Owner::Any => has_flag(root, flag) || root.get_subcommands().any(|command| has_flag(command, flag)),
                    Owner::Cop(command) => has_flag(command, flag) || has_flag(root, flag),
                    Owner::Another => true,
                };
                if !exists {
                    unknown.push(format!("--{flag}"));
                }
            }
            if word.len() > 1 && word.ends_with(['`', '.', ';']) {
                owner = Owner::Any;
            }
        }
    }
    unknown
}

/// All that cop says, each with where it says it.
fn texts(root: &Command) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for lang in Lang::ALL {
        let folder = format!("templates/lang/{}", lang.tag());
        for entry in std::fs::read_dir(repository().join(&folder)).unwrap() {
            let path = format!("{folder}/{}", entry.unwrap().file_name().to_string_lossy());
            let said = file(&path);
            texts.extend(said.lines().filter(|line| !line.starts_with('#')).map(|line| (path.clone(), line.to_owned())));
        }
        for rule in rules::all() {
            let words = rule.about.words(lang);
            texts.extend([words.says, words.why, words.mend].map(|text| (rule.name.to_owned(), text.to_owned())));
        }
    }
    texts.extend(["README.md", "CHANGELOG.md"].map(|path| (path.to_owned(), file(path))));
    for command in std::iter::once(root).chain(root.get_subcommands()) {
        let arguments = command.get_arguments().filter_map(|arg| arg.get_help());
        let said = arguments.chain(command.get_about()).chain(command.get_after_help());
        texts.extend(said.map(|text| (format!("cop {} --help", command.get_name()), text.to_string())));
    }
    for kind in cop::model::built_in::BUILT_IN {
        for lang in Lang::ALL {
            let path = format!("templates/kinds/{kind}/{}.md", lang.tag());
            if repository().join(&path).exists() {
                texts.push((path.clone(), file(&path)));
            }
        }
    }
    texts
}

fn root() -> Command {
    let mut root = cop::door::cli::command(Lang::En);
    root.build();
    root
}

#[test]
fn every_command_and_flag_that_is_named_exists() {
    let root = root();
    let texts = texts(&root);
    let faults: BTreeSet<_> = texts
        .iter()
        .flat_map(|(from, text)| {
            unknown(&root, text)
                .into_iter()
                .map(move |what| format!("{from}: {what}: {}", text.lines().find(|line| line.contains(&what)).unwrap_or(text)))
        })
        .collect();
    assert!(faults.is_empty(), "{}", Vec::from_iter(faults).join("\n"));
    let named = texts.iter().filter(|(_, text)| text.contains("cop check") || text.contains("cop show")).count();
    assert!(named > 3, "so few commands are named that they are not seen");
}

#[test]
fn what_does_not_exist_is_seen() {
    let root = root();
    for (text, expected) in [
        ("look it over: cop regard { $name }", vec!["cop regard"]),
        ("cop check --mend gives it the next", vec!["--mend"]),
        ("let `cop check --mend` do it, or --dance.", vec!["--mend", "--dance"]),
        ("`cop reads` is no command", vec!["cop reads"]),
        ("cop reads them; see cop check --rules.", vec![]),
        ("cop --demo search rhythm", vec![]),
        ("cop COMMAND --help, or `cop show REF`", vec![]),
        ("git config --global user.name", vec![]),
        ("git fetch; then cop list --global", vec!["--global"]),
    ] {
        assert_eq!(unknown(&root, text), expected, "{text}");
    }
    assert!(DOES.iter().all(|word| root.find_subcommand(word).is_none()));
}
