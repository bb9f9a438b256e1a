//! One name for two terms.

use std::collections::HashMap;
use std::ops::Range;

use crate::base::path::last;
use crate::model::document::Document;
use crate::model::finding::Severity;
use crate::model::kind::Capability;
use crate::msg;
use crate::text::words::surfaces;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;
use crate::work::checks::terms::primary;

/// `two-definitions`
pub static RULE: Rule = Rule {
    code: "GLO002",
    name: "two-definitions",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "Two terms of the glossary have one name in one language.",
            why: "Who looks the word up finds two meanings, and does not know which one is meant where it is used.",
            mend: "Make one term of the two, or give each thing a name of its own.",
        },
        nl: Words {
            says: "Twee begrippen hebben in één taal dezelfde naam.",
            why: "Wie het woord opzoekt, vindt twee betekenissen en weet niet welke er bedoeld is waar het wordt gebruikt.",
            mend: "Maak er één begrip van, of geef elk van de twee een eigen naam.",
        },
        bad: "# glossary/mailbox.md\nsynonyms: [mail archive]\n# and glossary/archive.md\nsynonyms: [mail archive]",
        good: "# glossary/mailbox.md\nsynonyms: [postbox]",
    },
    check: Check::Community(check),
};

/// So many terms that have one name are looked at, where it is known of all of them that they do.
const REMEMBERED: usize = 16;

/// A language, and the words of a name in it.
type InLanguage = (String, Vec<String>);

/// How a term goes by a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum As {
    Title,
    Synonym,
    Abbreviation,
}

fn check(scope: &Scope<'_>, found: &mut Found) {
    let mut first: HashMap<InLanguage, Vec<(usize, As)>> = HashMap::new();
    let is_term = |at: &usize| scope.kind(*at).has(Capability::Glossary) && !scope.is_retired(*at);
    for at in scope.by_age().into_iter().filter(is_term) {
        let document = scope.document(at);
        for (name, span, by) in names(document) {
            let words = surfaces(name);
            if words.is_empty() {
                continue;
            }
            let list = first.entry((primary(&document.lang).to_owned(), words)).or_default();
            let known = list.iter().find(|(other, as_other)| *other != at && !is_told(scope, at, by, *other, *as_other)).copied();
            if list.len() < REMEMBERED && !list.iter().any(|(other, _)| *other == at) {
                list.push((at, by));
            }
            if let Some((other, as_other)) = known {
                let raw = found.at(at, span, msg!("check-two-definitions", name = name, path = &scope.document(other).path));
                raw.help(msg!("check-two-definitions-help"));
                // Letters are few: one abbreviation of two things is often nobody's fault.
                if by == As::Abbreviation && as_other == As::Abbreviation {
                    raw.at_most(Severity::Note);
                }
            }
        }
    }
}

/// What a term is called in its own language. Its aliases are names that any document may have, and have a rule of their own.
fn names(document: &Document) -> impl Iterator<Item = (&str, Range<usize>, As)> {
    let title = (document.title.as_str(), document.title_span.clone(), As::Title);
    let of =
        move |field: &'static str, by: As| document.values(field).iter().map(move |value| (value.text.as_str(), value.span.clone(), by));
    std::iter::once(title).chain(of("synonyms", As::Synonym)).chain(of("abbreviation", As::Abbreviation))
}

/// Whether somebody knows that two terms have one name: one took the place of the other or is its translation, or it is told of their files.
fn is_told(scope: &Scope<'_>, at: usize, by: As, other: usize, as_other: As) -> bool {
    let follows = scope.successors(at).contains(&other) || scope.successors(other).contains(&at);
    let translates = |one: usize, two: usize| scope.related(one, "translation_of").any(|of| of == two);
    let file = |at: usize| last(&scope.document(at).slug).to_lowercase();
    let by_file = by == As::Title && as_other == As::Title && file(at) == file(other);
    follows || translates(at, other) || translates(other, at) || by_file
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::{found, found_in};

    const ONE: (&str, &str) = ("glossary/a.md", "---\nsynonyms: [Mail archive]\nabbreviation: MA\n---\n\n# Mailbox\n");

    #[test]
    fn names_of_every_sort_meet_and_only_in_one_language() {
        for (front, severity) in [
            ("synonyms: [mail-archive]", Some("warning")),
            ("synonyms: [MAILBOX]", Some("warning")),
            ("synonyms: [ma]", Some("warning")),
            ("abbreviation: MA", Some("note")),
            ("synonyms: [mail]", None),
            ("aliases: [mailbox]", None),
            ("synonyms: [mailbox]\nlang: nl", None),
            ("synonyms: [mailbox]\nstatus: retired", None),
            ("synonyms: [mailbox]\nsupersedes: term/a", None),
            ("synonyms: [other, Other]", None),
        ] {
            let told =
                found_in("two-definitions", "languages: [en, nl]\n", &[ONE, ("glossary/b.md", &format!("---\n{front}\n---\n\n# Other\n"))]);
            assert_eq!(told.len(), usize::from(severity.is_some()), "{front}: {told:?}");
            assert!(told.iter().all(|one| one.contains(severity.unwrap_or_default())), "{front}: {told:?}");
        }
    }

    #[test]
    fn the_younger_one_is_told_which_the_older_is() {
        let told = found("two-definitions", &[ONE, ("glossary/b.md", "# Mailbox\n")]);
        assert_eq!(
            told,
            ["glossary/b.md:1:1 warning \"Mailbox\" is a name of glossary/a.md too; make one term of them, or give each a name of its own"]
        );
    }
}
