//! A numbered document without a number.

use crate::model::finding::{Safety, Severity};
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `missing-number`
pub static RULE: Rule = Rule {
    code: "NAM003",
    name: "missing-number",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Safe),
    about: About {
        en: Words {
            says: "A document of a numbered kind has no number.",
            why: "Members speak of decisions by their numbers; this one can not be called so.",
            mend: "Put the next number before the name of its file, and in the links to it.",
        },
        nl: Words {
            says: "Een document van een genummerde soort heeft geen nummer.",
            why: "Leden noemen besluiten bij hun nummer; bij dit besluit kan dat niet.",
            mend: "Zet het volgende nummer voor zijn bestandsnaam, en in de links erheen.",
        },
        bad: "decisions/use-mdto.md",
        good: "decisions/0007-use-mdto.md",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let numbers = scope.numbers();
    for (at, document) in scope.documents().iter().enumerate() {
        let Some(given) = numbers.of_document(at).filter(|given| given.twin.is_none()) else { continue };
        let raw = found.at(at, 0..0, msg!("check-missing-number")).help(msg!("check-missing-number-help", name = &given.name));
        if given.is_clear {
            // Nobody called it by a number, and what it was called stays a name of it.
            raw.fix(given.mend(document, Safety::Safe));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::finding::Mend;
    use crate::work::checks::selection::Selection;
    use crate::work::checks::testing::{community, found, report};

    #[test]
    fn each_is_given_a_number_of_its_own() {
        let files = [("decisions/0007-a.md", "# A\n"), ("decisions/b.md", "# B\n"), ("decisions/c.md", "# C\n")];
        assert_eq!(
            found("missing-number", &files),
            [
                "decisions/b.md note its name has no number; rename it to 0008-b.md, and the links to it",
                "decisions/c.md note its name has no number; rename it to 0009-c.md, and the links to it",
            ]
        );
    }

    #[test]
    fn no_two_rules_give_one_number() {
        let files = [("decisions/0007-a.md", "# A\n"), ("decisions/0007-b.md", "# B\n"), ("decisions/c.md", "# C\n")];
        assert!(found("duplicate-number", &files)[0].contains("rename this one to 0008-b.md"));
        assert!(found("missing-number", &files)[0].contains("rename it to 0009-c.md"));
    }

    #[test]
    fn a_number_in_its_title_is_its_own_unless_another_has_it() {
        let numbers = |title: &str| -> Vec<Option<u32>> {
            let files = [("decisions/0007-a.md", "# A\n"), ("decisions/b.md", title), ("decisions/c.md", "# C\n")];
            let selection = Selection::new(vec!["missing-number".into()], Vec::new(), Vec::new(), &[]).unwrap();
            let mends = report(&community("", &files), &selection).findings.into_iter().map(|finding| finding.fix);
            mends.map(|fix| if let Some(Mend::Number { number, .. }) = fix { Some(number) } else { None }).collect()
        };
        assert_eq!(numbers("# ADR-0003: B\n"), [Some(3), Some(8)]);
        assert_eq!(numbers("# 12. B\n"), [Some(12), Some(13)]);
        assert_eq!(numbers("# 12 things\n"), [Some(8), Some(9)]);
        // A person settles that.
        assert_eq!(numbers("# 7. B\n"), [None, Some(9)]);
    }
}
