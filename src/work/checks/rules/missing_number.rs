//! A numbered document without a number.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `missing-number`
pub static RULE: Rule = Rule {
    code: "NAM003",
    name: "missing-number",
    severity: Severity::Note,
    since: "0.1.0",
    fixable: true,
    about: About {
        en: Words {
            says: "A document of a numbered kind has no number.",
            why: "Members speak of decisions by their numbers; this one can not be called so.",
            mend: "Let `cop check --fix` give it the next number.",
        },
        nl: Words {
            says: "Een document van een genummerde soort heeft geen nummer.",
            why: "Leden noemen besluiten bij hun nummer; bij dit besluit kan dat niet.",
            mend: "Laat `cop check --fix` het het volgende nummer geven.",
        },
        bad: "decisions/use-mdto.md",
        good: "decisions/0007-use-mdto.md",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    if page.kind.numbered.is_some() && !page.is_adopted() && page.document.number(page.kind).is_none() {
        found.at(page.at, 0..0, msg!("check-missing-number")).help(msg!("check-missing-number-help"));
    }
}
