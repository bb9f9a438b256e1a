//! A page of help as a manual page, for man(1): what is typed first, then options, examples, exit status, environment and files.

use clap_mangen::roff::{Inline, Roff, bold, roman};

use crate::base::lang::{Lang, words};

use super::help::Page;

/// What the exit status says, in the order of the numbers.
const EXITS: [(&str, &str); 3] = [("0", "man-exit-done"), ("1", "man-exit-no"), ("2", "man-exit-failed")];

/// What is read from the environment.
const VARIABLES: [(&str, &str); 7] = [
    ("COP_LANG", "man-env-lang"),
    ("COP_DIR", "man-env-dir"),
    ("COP_NOW", "man-env-now"),
    ("NO_COLOR, CLICOLOR, CLICOLOR_FORCE", "man-env-colour"),
    ("COLUMNS, PAGER, LESS", "man-env-screen"),
    ("XDG_CACHE_HOME, HOME", "man-env-cache"),
    ("XDG_CONFIG_HOME, HOME", "man-env-config"),
];

/// What is read beside documents.
const FILES: [(&str, &str); 4] = [
    ("community.yaml", "man-file-settings"),
    (".cop/kinds/KIND/kind.yaml", "man-file-kinds"),
    (".mailmap", "man-file-mailmap"),
    ("~/.config/cop/config.yaml", "man-file-config"),
];

/// The manual page of a command.
pub(super) fn of(page: &Page, lang: Lang) -> String {
    let say = |key: &str| words(lang, key).unwrap_or_else(|| key.to_owned());
    let name = if page.command == "cop" { "cop".to_owned() } else { format!("cop-{}", page.command) };
    let mut roff = Roff::new();
    let source = concat!("cop ", env!("CARGO_PKG_VERSION"));
    roff.control("TH", [name.as_str(), "1", "", source, "cop"]);
    roff.control("SH", [say("man-name").as_str()]);
    roff.text([roman(format!("{name} - {}", page.about))]);
    roff.control("SH", [say("man-synopsis").as_str()]);
    roff.text([bold(page.usage.as_str())]);
    for section in &page.sections {
        roff.control("SH", [section.title.to_uppercase().as_str()]);
        for part in &section.parts {
            item(&mut roff, &part.name, &part.help);
        }
    }
    let (examples, notes): (Vec<&String>, Vec<&String>) = page.more.iter().partition(|line| line.starts_with("cop "));
    if !notes.is_empty() {
        roff.control("SH", [say("man-notes").as_str()]);
        for note in notes {
            roff.control("PP", []);
            roff.text([roman(note.as_str())]);
        }
    }
    if !examples.is_empty() {
        roff.control("SH", [say("man-examples").as_str()]);
        roff.control("nf", []);
        for example in examples {
            roff.text([Inline::Roman(example.clone())]);
        }
        roff.control("fi", []);
    }
    for (title, list) in [("man-exit", EXITS.as_slice()), ("man-environment", VARIABLES.as_slice()), ("man-files", FILES.as_slice())] {
        roff.control("SH", [say(title).as_str()]);
        for (name, key) in list {
            item(&mut roff, name, &say(key));
        }
    }
    roff.render()
}

fn item(roff: &mut Roff, name: &str, help: &str) {
    roff.control("TP", []);
    roff.text([bold(name)]);
    roff.text([roman(help)]);
}

#[cfg(test)]
mod tests {
    use super::{EXITS, FILES, VARIABLES, of};
    use crate::base::lang::{Lang, words};
    use crate::door::cli::help::page;

    #[test]
    fn a_page_has_the_sections_of_a_manual_in_the_language_of_the_reader() {
        let titles = |lang| {
            let text = of(&page("search", lang).expect("a page"), lang);
            assert!(!text.contains("Possible values") && text.contains("cop\\-search \\- "), "{text}");
            text.lines().filter_map(|line| line.strip_prefix(".SH ")).map(|title| title.trim_matches('"').to_owned()).collect::<Vec<_>>()
        };
        let english = titles(Lang::En);
        assert_eq!(english[..3], ["NAME", "SYNOPSIS", "WHAT"]);
        assert_eq!(english[english.len() - 5..], ["NOTES", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "FILES"]);
        let dutch = titles(Lang::Nl);
        assert_eq!(dutch.len(), english.len());
        assert!(dutch.iter().all(|title| !english.contains(title)), "{dutch:?}");
    }

    #[test]
    fn everything_has_words() {
        for lang in Lang::ALL {
            for (name, key) in EXITS.iter().chain(&VARIABLES).chain(&FILES) {
                assert!(words(lang, key).is_some(), "{name} in {lang:?}");
            }
        }
    }
}
