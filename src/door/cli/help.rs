//! The words of the help pages in the reader's language.
//!
//! The English words are the doc comments of the commands and their arguments; the Dutch ones stand in the catalogue under
//! `help-COMMAND` and `help-COMMAND-ARGUMENT`, those of arguments that many commands share under `help-any-ARGUMENT`.

use clap::Command;

use crate::base::lang::{Lang, words};

/// The arguments that several commands share.
const SHARED: [&str; 23] = [
    "dir", "format", "json", "output", "color", "quiet", "verbose", "demo", "kind", "tag", "status", "steward", "lang", "fields",
    "created", "updated", "by", "limit", "offset", "sort", "help", "version", "document",
];

/// A command with its help in a language.
pub(super) fn translated(command: Command, lang: Lang) -> Command {
    if lang == Lang::En {
        return command;
    }
    let name = command.get_name().to_owned();
    let command = match words(lang, &format!("help-{name}")) {
        Some(about) => command.about(about),
        None => command,
    };
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    let command = ids.iter().fold(command, |command, id| match words(lang, &key(&name, id)) {
        Some(help) => command.mut_arg(id, |arg| arg.help(help)),
        None => command,
    });
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = subcommands.iter().fold(command, |command, sub| command.mut_subcommand(sub, |sub| translated(sub, lang)));
    let headings = ["help-usage", "help-heading-commands", "help-heading-options", "help-heading-arguments"]
        .map(|key| words(lang, key).unwrap_or_default());
    let [usage, commands, options, arguments] = headings;
    let options_are_shown = command.get_arguments().next().is_some();
    let mut template = format!("{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n");
    if command.has_subcommands() {
        template.push_str(&format!("\n{commands}\n{{subcommands}}\n"));
    }
    if command.get_positionals().next().is_some() {
        template.push_str(&format!("\n{arguments}\n{{positionals}}\n"));
    }
    if options_are_shown {
        template.push_str(&format!("\n{options}\n{{options}}\n"));
    }
    template.push_str("{after-help}");
    command.help_template(template)
}

fn key(command: &str, argument: &str) -> String {
    let own = format!("help-{command}-{argument}");
    if words(Lang::Nl, &own).is_some() || !SHARED.contains(&argument) { own } else { format!("help-any-{argument}") }
}

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::key;
    use crate::base::lang::{Lang, words};

    fn missing(command: &Command, found: &mut Vec<String>) {
        let name = command.get_name();
        let own = [format!("help-{name}")];
        let arguments = command.get_arguments().filter(|arg| !arg.is_hide_set()).map(|arg| key(name, arg.get_id().as_str()));
        found.extend(own.into_iter().chain(arguments).filter(|key| words(Lang::Nl, key).is_none()));
        command.get_subcommands().for_each(|sub| missing(sub, found));
    }

    #[test]
    fn all_help_can_be_had_in_dutch() {
        let mut found = Vec::new();
        let mut command = super::super::command(Lang::En);
        command.build();
        missing(&command, &mut found);
        found.sort();
        found.dedup();
        assert_eq!(found, Vec::<String>::new());
    }
}
