//! A comment that allows what nobody objects to.

use crate::model::finding::{Safety, Severity};
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `unused-allowance`
pub static RULE: Rule = Rule {
    code: "CON006",
    name: "unused-allowance",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: Some(Safety::Safe),
    about: About {
        en: Words {
            says: "A comment allows something that no rule objects to there, or names no rule.",
            why: "Whoever reads it looks for a fault that is not there; and when one comes, it is allowed without anybody having thought about it.",
            mend: "Remove the comment, or name the rule that it is about.",
        },
        nl: Words {
            says: "Een opmerking staat iets toe waar geen regel bezwaar tegen heeft, of noemt geen regel.",
            why: "Wie haar leest, zoekt een fout die er niet is; en komt er een, dan is die toegestaan zonder dat iemand erover nadacht.",
            mend: "Haal de opmerking weg, of noem de regel waar ze over gaat.",
        },
        bad: "The [plan](plan.md) is ready. <!-- cop-allow: dead-link it comes next week -->",
        good: "The [plan](plan.md) is ready.",
    },
    check: Check::Reading,
};
