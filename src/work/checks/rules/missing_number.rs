//! A numbered document without a number.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::numbers::Numbers;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `missing-number`
pub static RULE: Rule = Rule {
    code: "NAM003",
    name: "missing-number",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
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
    let mut numbers: Option<Numbers<'_>> = None;
    for at in scope.by_age() {
        let (document, kind) = (scope.document(at), scope.kind(at));
        if kind.numbered.is_some() && !kind.is_adopted() && document.number(kind).is_none() {
            let name = numbers.get_or_insert_with(|| Numbers::of(scope)).next_name(scope, at);
            found.at(at, 0..0, msg!("check-missing-number")).help(msg!("check-missing-number-help", name = name));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

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
}
