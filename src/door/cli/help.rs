//! The help pages, laid out by cop from what clap knows of the commands, in the reader's language.
//!
//! The English words are the doc comments of the commands and their arguments; the Dutch ones stand in the catalogue under
//! `help-COMMAND` and `help-COMMAND-ARGUMENT`, those of arguments that many commands share under `help-any-ARGUMENT`, and what
//! stands at the foot of a page under `help-COMMAND-more`.

use clap::{Arg, Command};
use schemars::JsonSchema;
use serde::Serialize;

use crate::base::lang::{Lang, words};
use crate::base::width::width;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, View};

/// The commands in the groups that the first page shows; a test demands that each is in one.
const GROUPS: [(&str, &[&str]); 6] = [
    ("help-group-every-day", &["search", "who", "show", "list", "add", "ask", "answer", "edit", "save", "due", "sync"]),
    ("help-group-change", &["mark", "accept", "set", "tag", "rename", "rm", "review", "flag", "used", "follow", "thank", "undo"]),
    ("help-group-people", &["invite", "join", "onboard", "meet", "contributors", "history"]),
    ("help-group-keep-true", &["check", "gaps", "health", "digest", "doctor"]),
    ("help-group-start", &["init", "demo", "communities"]),
    ("help-group-tools", &["help", "completions", "man", "schema", "merge-driver"]),
];

/// The arguments that several commands share, in the sections under which a page shows them.
const SHARED: [(&str, &[&str]); 5] = [
    ("help-section-content", &["new_tag", "new_lang", "new_set", "body", "body_file", "edit"]),
    ("help-section-writing", &["message", "author", "dry_run", "no_commit", "with_my_edits", "yes"]),
    ("help-section-which", &["kind", "tag", "status", "steward", "lang", "fields", "created", "updated", "by"]),
    ("help-section-how-much", &["limit", "offset", "sort"]),
    ("help-section-everywhere", &["dir", "format", "json", "output", "color", "quiet", "verbose", "demo", "help", "version"]),
];

/// Before the names on a page.
const INDENT: &str = "  ";

/// A command with its help in a language. What clap prints where it is asked for help is only the name of the page.
pub(super) fn translated(command: Command, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = subcommands.iter().fold(command, |command, sub| command.mut_subcommand(sub, |sub| translated(sub, lang)));
    let command = command.override_help(name.clone());
    if lang == Lang::En {
        return command;
    }
    let command = match words(lang, &format!("help-{name}")) {
        Some(about) => command.about(about),
        None => command,
    };
    let command = match words(lang, &format!("help-{name}-more")) {
        Some(more) => command.after_help(more),
        None => command,
    };
    let names: Vec<(String, Vec<String>)> = command
        .get_arguments()
        .map(|arg| {
            (arg.get_id().to_string(), arg.get_value_names().unwrap_or_default().iter().map(|name| placeholders(name, lang)).collect())
        })
        .collect();
    let command = names.into_iter().filter(|(_, names)| !names.is_empty()).fold(command, |command, (id, names)| {
        command.mut_arg(id, |arg| arg.value_names(names.into_iter().map(clap::builder::Str::from).collect::<Vec<_>>()))
    });
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    ids.iter().fold(command, |command, id| match words(lang, &key(&name, id)) {
        Some(help) => command.mut_arg(id, |arg| arg.help(help)),
        None => command,
    })
}

/// The names of what is to be filled in, such as `KIND|tags` or `KEY=VALUE`, in a language; other words are left as they are.
pub(super) fn placeholders(text: &str, lang: Lang) -> String {
    let (mut said, mut word) = (String::new(), String::new());
    let end = |said: &mut String, word: &mut String| {
        let known = words(lang, &format!("help-value-{}", word.to_lowercase())).filter(|_| word.len() > 1);
        said.push_str(known.as_deref().unwrap_or(word));
        word.clear();
    };
    for letter in text.chars() {
        if letter.is_ascii_uppercase() {
            word.push(letter);
        } else {
            end(&mut said, &mut word);
            said.push(letter);
        }
    }
    end(&mut said, &mut word);
    said
}

fn key(command: &str, argument: &str) -> String {
    let own = format!("help-{command}-{argument}");
    let is_shared = SHARED.iter().any(|(_, names)| names.contains(&argument));
    if words(Lang::Nl, &own).is_some() || !is_shared { own } else { format!("help-any-{argument}") }
}

/// Something that is named and explained.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Explained {
    /// What is typed.
    pub(super) name: String,
    /// What it is for.
    pub(super) help: String,
}

impl Explained {
    /// The name as it stands on a screen: without a short form the long one stands where the others do.
    fn shown(&self) -> String {
        let before = if self.name.starts_with("--") { "    " } else { "" };
        format!("{before}{}", self.name)
    }
}

/// Part of a page.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Section {
    /// What its parts have in common.
    pub(super) title: String,
    /// Its parts.
    pub(super) parts: Vec<Explained>,
}

/// A page of help.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Page {
    /// The command that it is about, `cop` for the first page; or a kind, `kinds` or `settings`.
    pub(super) command: String,
    /// What the command does, or the kind is for.
    pub(super) about: String,
    /// How it is typed; empty for what is not typed.
    pub(super) usage: String,
    /// Commands in their groups, arguments and options; states, fields and keys.
    pub(super) sections: Vec<Section>,
    /// The lines of a file that shows how it is written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub(super) example: Vec<String>,
    /// What is said at the foot: sentences, and examples that begin with `cop `.
    pub(super) more: Vec<String>,
}

impl Page {
    /// A page without sections.
    pub(super) fn new(topic: &str, about: String, usage: String) -> Self {
        Self { command: topic.to_owned(), about, usage, sections: Vec::new(), example: Vec::new(), more: Vec::new() }
    }

    /// The page with one more section of names with what is said of them; one without any adds nothing.
    #[must_use]
    pub(super) fn section(mut self, title: String, parts: impl IntoIterator<Item = (String, String)>) -> Self {
        let parts: Vec<Explained> = parts.into_iter().map(|(name, help)| Explained { name, help }).collect();
        if !parts.is_empty() {
            self.sections.push(Section { title, parts });
        }
        self
    }

    /// The page with a file that shows how it is written.
    #[must_use]
    pub(super) fn example(mut self, text: &str) -> Self {
        self.example = text.lines().map(str::to_owned).collect();
        self
    }

    /// The page with what is said at its foot.
    #[must_use]
    pub(super) fn more(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.more.extend(lines);
        self
    }
}

/// The page of a command by its name or one of its other names, `cop` for the first page; `None` if there is no such command.
pub(super) fn page(name: &str, lang: Lang) -> Option<Page> {
    let mut root = super::command(lang);
    root.build();
    let is_first = name == root.get_name();
    let command = if is_first { &root } else { root.find_subcommand(name)? };
    let say = |key: &str| words(lang, key).unwrap_or_else(|| key.to_owned());
    let mut sections = if is_first { groups(command, &say) } else { vec![] };
    let arguments: Vec<Explained> = command.get_positionals().map(argument).collect();
    sections.push(Section { title: say("help-section-arguments"), parts: arguments });
    let options: Vec<&Arg> = command.get_opts().chain(flags(command)).filter(|arg| !arg.is_hide_set()).collect();
    let is_own = |arg: &&&Arg| !SHARED.iter().any(|(_, names)| names.contains(&arg.get_id().as_str()));
    sections.push(Section { title: say("help-section-options"), parts: options.iter().filter(is_own).map(|arg| option(arg)).collect() });
    for (title, names) in SHARED {
        let find = |name: &&str| options.iter().find(|arg| arg.get_id() == *name);
        sections.push(Section { title: say(title), parts: names.iter().filter_map(find).map(|arg| option(arg)).collect() });
    }
    sections.retain(|section| !section.parts.is_empty());
    let more = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    Some(Page {
        command: command.get_name().to_owned(),
        about: command.get_about().map(ToString::to_string).unwrap_or_default(),
        usage: usage(&mut command.clone(), &say),
        sections,
        example: Vec::new(),
        more: more.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect(),
    })
}

/// `get_opts` leaves out what takes no value.
fn flags(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| !arg.is_positional() && !arg.get_action().takes_values())
}

fn groups(root: &Command, say: &dyn Fn(&str) -> String) -> Vec<Section> {
    let known = |name: &&str| root.find_subcommand(name).filter(|command| !command.is_hide_set());
    let command = |command: &Command| {
        let names: Vec<&str> = std::iter::once(command.get_name()).chain(command.get_visible_aliases()).collect();
        Explained { name: names.join(", "), help: command.get_about().map(ToString::to_string).unwrap_or_default() }
    };
    GROUPS
        .iter()
        .map(|(title, names)| Section { title: say(title), parts: names.iter().filter_map(known).map(command).collect() })
        .collect()
}

fn argument(arg: &Arg) -> Explained {
    let several = if arg.get_num_args().is_some_and(|count| count.max_values() > 1) { "…" } else { "" };
    Explained { name: format!("{}{several}", value_names(arg)), help: help_of(arg) }
}

/// `-k, --kind KIND`
fn option(arg: &Arg) -> Explained {
    let long = arg.get_long().map(|long| format!("--{long}"));
    let mut name = match (arg.get_short(), long) {
        (Some(short), Some(long)) => format!("-{short}, {long}"),
        (Some(short), None) => format!("-{short}"),
        (None, long) => long.unwrap_or_default(),
    };
    if arg.get_action().takes_values() {
        name = format!("{name} {}", value_names(arg));
    }
    Explained { name, help: help_of(arg) }
}

fn value_names(arg: &Arg) -> String {
    arg.get_value_names().unwrap_or_default().join(" ")
}

fn help_of(arg: &Arg) -> String {
    arg.get_help().map(ToString::to_string).unwrap_or_default()
}

/// How a command is typed, as clap says it without its first word and its signs: `cop show [OPTIONS] REF|HANDLE`.
fn usage(command: &mut Command, say: &dyn Fn(&str) -> String) -> String {
    let told = command.render_usage().to_string();
    let told = told.strip_prefix("Usage:").unwrap_or(&told).trim();
    let told = told.replace("[OPTIONS]", &format!("[{}]", say("help-word-options")));
    told.replace("[COMMAND]", &format!("[{}]", say("help-word-command"))).replace(['<', '>'], "").replace("...", "…")
}

impl View for Page {
    const SCHEMA: &'static str = "help";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        // Names stand in one column over all sections, where the screen has room for that.
        let names = self.sections.iter().flat_map(|section| &section.parts).map(|part| width(&part.shown()) + INDENT.len());
        let column = names.filter(|wide| *wide <= look.width / 3).max().unwrap_or(0);
        let usage = Line::new().dim(look.say(&msg!("help-usage"))).plain(" ").plain(&self.usage);
        let mut blocks = vec![Block::Line(Line::from(&self.about))];
        if !self.usage.is_empty() {
            blocks.extend([Block::Blank, Block::Line(usage)]);
        }
        for section in &self.sections {
            blocks.push(Block::Heading(Line::from(&section.title)));
            let part = |part: &Explained| {
                let name = part.shown();
                let missing = column.saturating_sub(width(&name) + INDENT.len());
                (Line::from(INDENT).command(name).plain(" ".repeat(missing)), Line::from(&part.help))
            };
            blocks.push(Block::Facts(section.parts.iter().map(part).collect()));
        }
        if !self.example.is_empty() {
            blocks.push(Block::Heading(Line::from(look.say(&msg!("help-example")))));
            blocks.extend(self.example.iter().map(|line| Block::Bare(Line::from(INDENT).plain(line))));
        }
        if !self.more.is_empty() {
            blocks.push(Block::Blank);
        }
        let example = |line: &String| Block::Bare(Line::from(INDENT).command(line));
        let says = |line: &String| if line.starts_with("cop ") { example(line) } else { Block::Line(Line::from(line)) };
        blocks.extend(self.more.iter().map(says));
        blocks
    }
}

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::{GROUPS, key, page};
    use crate::base::lang::{Lang, words};

    fn built() -> Command {
        let mut command = super::super::command(Lang::En);
        command.build();
        command
    }

    fn missing(command: &Command, found: &mut Vec<String>) {
        let name = command.get_name();
        let more = command.get_after_help().map(|_| format!("help-{name}-more"));
        let own = std::iter::once(format!("help-{name}")).chain(more);
        let arguments = command.get_arguments().filter(|arg| !arg.is_hide_set()).map(|arg| key(name, arg.get_id().as_str()));
        found.extend(own.chain(arguments).filter(|key| words(Lang::Nl, key).is_none()));
        command.get_subcommands().for_each(|sub| missing(sub, found));
    }

    #[test]
    fn all_help_can_be_had_in_dutch() {
        let mut found = Vec::new();
        missing(&built(), &mut found);
        found.sort();
        found.dedup();
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn every_command_is_in_one_group() {
        let grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        // What is hidden is another name, or for programs.
        for command in built().get_subcommands().filter(|command| !command.is_hide_set()) {
            let name = command.get_name();
            assert_eq!(grouped.iter().filter(|known| **known == name).count(), 1, "{name}");
            assert!(page(name, Lang::Nl).is_some(), "{name}");
        }
    }

    #[test]
    fn a_command_has_its_page_under_its_other_names_too() {
        assert_eq!(page("ls", Lang::En).map(|page| page.command).as_deref(), Some("list"));
        assert!(page("dance", Lang::En).is_none());
    }
}
