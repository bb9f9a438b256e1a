//! Pages of help that are about no command: who may decide what and how that is proved, and what is kept of people.

use crate::base::lang::{Lang, words};
use crate::work::checks::rules;

use super::help::Page;

/// The sections of a page by the end of their key; under each its parts: what is typed, or nothing where the name is a matter of
/// language, and the end of the key of its words.
type Sections = &'static [(&'static str, &'static [(&'static str, &'static str)])];

const GOVERNANCE: Sections = &[
    (
        "rules",
        &[
            ("roles", "roles"),
            ("steward", "steward"),
            ("moves", "moves"),
            ("own_file_only", "own"),
            ("signed", "signed"),
            ("keys", "keys"),
            ("", "order"),
        ],
    ),
    ("evidence", &[("0", "claimed"), ("1", "platform"), ("2", "signed"), ("3", "role")]),
    ("judged", &[("", "base"), ("", "steps"), ("", "who"), ("", "passed")]),
    ("ci", &[("", "push"), ("", "request"), ("", "kept"), ("", "protect"), ("", "deny")]),
    (
        "limits",
        &[("", "stop"), ("", "typed"), ("", "gone"), ("", "key"), ("", "planted"), ("", "squash"), ("", "unlisted"), ("", "itself")],
    ),
];

const PRIVACY: Sections = &[
    (
        "kept",
        &[
            ("", "files"),
            ("", "history"),
            (".git/cop/*/index", "index"),
            (".git/cop/*/history", "cache"),
            (".git/cop/*/seen", "seen"),
            (".git/cop/*/searches", "searches"),
            (".git/cop/journal", "journal"),
            ("~/.cache/cop", "user"),
            ("~/.config/cop/config.yaml", "config"),
        ],
    ),
    ("sent", &[("", "nothing"), ("cop sync", "sync"), ("cop invite", "invite")]),
    ("shown", &[("", "address"), ("", "counts"), ("ask_me: no", "ask")]),
    ("gone", &[("", "derived"), ("cop gaps --forget", "searches"), ("", "own"), ("", "leave"), ("", "name")]),
    ("never", &[("", "commit"), ("", "rewrite"), ("", "host"), ("", "before")]),
];

/// Rules that can be copied.
const RULES: [&str; 2] = [
    "\
governance:
  roles: {steward: [anna, bram]}
  moves:
    decision accepted: [steward]
  own_file_only: [member]
  signed: [decision accepted]",
    "\
governance:
  roles: {steward: [anna, bram]}
  moves:
    besluit aanvaard: [steward]
  own_file_only: [lid]
  signed: [besluit aanvaard]",
];

/// The topics that have a page here, by the name in each language.
const TOPICS: [(&str, &str); 2] = [("governance", "bestuur"), ("privacy", "privacy")];

/// The page on one of these topics, in any language; `None` for another.
pub(super) fn page(topic: &str, lang: Lang) -> Option<Page> {
    let folded = topic.to_lowercase();
    let (name, _) = TOPICS.into_iter().find(|(en, nl)| *en == folded || *nl == folded)?;
    let say = |key: String| words(lang, &key).unwrap_or_default();
    let about = say(format!("topic-{name}"));
    let is_governance = name == "governance";
    let usage = if is_governance { "cop check --history --base REV" } else { "" };
    let mut page = Page::new(name, about, usage.to_owned());
    for (section, parts) in if is_governance { GOVERNANCE } else { PRIVACY } {
        let part = |(typed, key): &(&str, &str)| {
            let key = format!("topic-{name}-{section}-{key}");
            (if typed.is_empty() { say(format!("{key}-name")) } else { (*typed).to_owned() }, say(key))
        };
        page = page.section(say(format!("topic-{name}-{section}")), parts.iter().map(part));
        if is_governance && *section == "judged" {
            let found = rules::all().filter(|rule| rule.code.starts_with("HIS"));
            let found = found.map(|rule| (rule.name.to_owned(), rule.about.words(lang).says.to_owned()));
            page = page.section(say("topic-governance-found".to_owned()), found);
        }
    }
    Some(match (is_governance, lang) {
        (true, Lang::En) => page.example(RULES[0]).more(lines(&["cop check --history --base origin/main", "cop help privacy"])),
        (true, Lang::Nl) => page.example(RULES[1]).more(lines(&["cop check --history --base origin/main", "cop help privacy"])),
        (false, Lang::En) => page.more(lines(&["cop help governance"])),
        (false, Lang::Nl) => page.more(lines(&["cop help bestuur"])),
    })
}

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{RULES, TOPICS, page};
    use crate::base::lang::Lang;
    use crate::model::settings::Settings;

    #[test]
    fn every_part_of_a_page_has_a_name_and_words_in_both_languages() {
        for (en, nl) in TOPICS {
            for lang in Lang::ALL {
                let page = page(en, lang).expect("a page");
                assert_eq!(super::page(nl, lang).map(|page| page.command), Some(en.to_owned()));
                assert!(page.about.len() > 20 && page.sections.len() > 3);
                for section in &page.sections {
                    assert!(!section.title.is_empty());
                    for part in &section.parts {
                        assert!(!part.name.is_empty() && part.help.len() > 10, "{en} {lang:?}: {} {}", part.name, part.help);
                    }
                }
            }
        }
        assert!(page("dance", Lang::En).is_none());
    }

    #[test]
    fn the_rules_that_can_be_copied_are_without_fault_and_the_same() {
        let [english, dutch] = RULES.map(|rules| Settings::read(&format!("name: A\n{rules}\n"), &[]));
        assert_eq!((&english.1, &dutch.1), (&vec![], &vec![]));
        assert_eq!(english.0.governance, dutch.0.governance);
        assert!(english.0.governance.movers("decision", "accepted").is_some());
    }
}
