//! Two decisions with one number.

use crate::model::finding::{Safety, Severity};
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `duplicate-number`
pub static RULE: Rule = Rule {
    code: "NAM002",
    name: "duplicate-number",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Unsafe),
    about: About {
        en: Words {
            says: "Two documents have the same number.",
            why: "\"Decision 7\" means two things: it happens when two people number a decision on the same day.",
            mend: "Give the newer one the next number in the name of its file, and in the links to it. Not unasked: in a mail or a ticket \
                   somebody may have called it by the number that it has.",
        },
        nl: Words {
            says: "Twee documenten hebben hetzelfde nummer.",
            why: "\"Besluit 7\" betekent dan twee dingen: dat gebeurt als twee mensen op dezelfde dag een besluit nummeren.",
            mend: "Geef het nieuwste het volgende nummer in zijn bestandsnaam, en in de links erheen. Niet ongevraagd: in een \
                   mail of een melding kan iemand het al bij dit nummer hebben genoemd.",
        },
        bad: "decisions/0007-use-mdto.md and decisions/0007-scan-twice.md",
        good: "decisions/0007-use-mdto.md and decisions/0008-scan-twice.md",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let numbers = scope.numbers();
    for (at, document) in scope.documents().iter().enumerate() {
        let Some(given) = numbers.of_document(at) else { continue };
        let (Some(twin), Some(number)) = (given.twin, document.number(scope.kind(at))) else { continue };
        let msg = msg!("check-duplicate-number", number = number.to_string(), path = scope.community.path_of(twin));
        let raw = found.at(at, 0..0, msg).help(msg!("check-duplicate-number-help", name = &given.name));
        if given.is_clear {
            // Somebody may have spoken of it under its number where nobody can look.
            raw.fix(given.mend(document, Safety::Unsafe));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::base::date::Date;
    use crate::work::checks::scope::Context;
    use crate::work::checks::selection::Selection;
    use crate::work::checks::testing::{community, found, lines, today};

    #[test]
    fn a_number_is_given_once_but_to_translations() {
        let files = [
            ("decisions/0007-a.md", "# A\n"),
            ("decisions/0007-a.nl.md", "# A\n"),
            ("decisions/0007-b.md", "# B\n"),
            ("decisions/0008-c.md", "# C\n"),
        ];
        assert_eq!(
            found("duplicate-number", &files),
            ["decisions/0007-b.md error decisions/0007-a.md has number 7 already; \
                 rename this one to 0009-b.md, and the links to it"]
        );
    }

    #[test]
    fn what_is_one_in_two_languages_keeps_or_gets_one_number() {
        let (older, newer) = (("decisions/0007-b.md", "# B\n"), ("decisions/0007-b.nl.md", "# B\n"));
        assert!(
            found("duplicate-number", &[("decisions/0007-a.md", "# A\n"), older, newer])[1].contains("rename this one to 0008-b.nl.md")
        );
        let none = [("decisions/0003-a.md", "# A\n"), ("decisions/b.md", "# B\n"), ("decisions/b.nl.md", "# B\n")];
        assert_eq!(found("missing-number", &none).iter().filter(|line| line.contains("to 0004-b.")).count(), 2);
        // What moves away stands in nobody's way.
        let between = [("decisions/0007-a.md", "# A\n"), ("decisions/0007-a2.md", "# A2\n"), ("decisions/0007-x.md", TRANSLATION)];
        assert_eq!(found("duplicate-number", &between).len(), 1);
    }

    /// The first decision in another language, under a name of its own.
    const TRANSLATION: &str = "---\nlang: de\ntranslation_of: decision/0007-a\n---\n\n# X\n";

    #[test]
    fn the_newer_one_gives_way() {
        let files = [("decisions/0007-a.md", "# A\n"), ("decisions/0007-b.md", "# B\n"), ("decisions/0007-c.md", "# C\n")];
        let created = |path: &str| match path {
            "decisions/0007-a.md" => Date::parse("2026-03-02"),
            "decisions/0007-b.md" => Date::parse("2026-03-01"),
            _ => None,
        };
        let context = Context { created: &created, ..Context::plain(today()) };
        let selection = Selection::new(vec!["duplicate-number".into()], Vec::new(), Vec::new(), &[]).unwrap();
        assert_eq!(
            lines(&crate::work::checks::check(&community("", &files), &context, &selection)),
            [
                "decisions/0007-a.md error decisions/0007-b.md has number 7 already; \
                 rename this one to 0008-a.md, and the links to it",
                "decisions/0007-c.md error decisions/0007-b.md has number 7 already; \
                 rename this one to 0009-c.md, and the links to it",
            ]
        );
    }
}
