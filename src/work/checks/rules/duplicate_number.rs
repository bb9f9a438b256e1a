//! Two decisions with one number.

use std::collections::HashMap;

use crate::base::path::{folder, last};
use crate::base::slug::slug;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::numbers::Numbers;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `duplicate-number`
pub static RULE: Rule = Rule {
    code: "NAM002",
    name: "duplicate-number",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "Two documents have the same number.",
            why: "\"Decision 7\" means two things: it happens when two people number a decision on the same day.",
            mend: "Give the newer one the next number in the name of its file, and in the links to it.",
        },
        nl: Words {
            says: "Twee documenten hebben hetzelfde nummer.",
            why: "\"Besluit 7\" betekent dan twee dingen: dat gebeurt als twee mensen op dezelfde dag een besluit nummeren.",
            mend: "Geef het nieuwste het volgende nummer in zijn bestandsnaam, en in de links erheen.",
        },
        bad: "decisions/0007-use-mdto.md and decisions/0007-scan-twice.md",
        good: "decisions/0007-use-mdto.md and decisions/0008-scan-twice.md",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let mut first: HashMap<(usize, &str, u32), Vec<usize>> = HashMap::new();
    let mut numbers = Numbers::of(scope);
    for at in scope.by_age() {
        let document = scope.document(at);
        let Some(number) = document.number(scope.kind(at)) else { continue };
        let known = first.entry((document.kind, folder(&document.path), number)).or_default();
        let twin = known.iter().find(|earlier| !is_translation(scope, **earlier, at));
        if let Some(earlier) = twin {
            let other = &scope.document(*earlier).path;
            let raw = found.at(at, 0..0, msg!("check-duplicate-number", number = number.to_string(), path = other));
            raw.help(msg!("check-duplicate-number-help", name = numbers.next_name(scope, at)));
        }
        known.push(at);
    }
}

/// Whether two documents are one in two languages: they say so, or their files have one name but for the ending.
fn is_translation(scope: &Scope<'_>, one: usize, other: usize) -> bool {
    let says = |from: usize, to: usize| scope.related(from, "translation_of").any(|at| at == to);
    let stem = |at: usize| last(&scope.document(at).path).split('.').next().map(slug);
    let languages = scope.document(one).lang != scope.document(other).lang;
    says(one, other) || says(other, one) || (languages && stem(one) == stem(other))
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
