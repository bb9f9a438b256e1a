//! A setting that can not be used.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `settings-value`
pub static RULE: Rule = Rule {
    code: "SET002",
    name: "settings-value",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A value in the settings can not be used.",
            why: "The default holds instead, which is not what the community decided.",
            mend: "Write a value of the form that the finding asks for.",
        },
        nl: Words {
            says: "Een waarde in de instellingen is niet te gebruiken.",
            why: "In plaats daarvan geldt de standaard, en dat is niet wat de gemeenschap besloot.",
            mend: "Schrijf een waarde in de vorm waar om gevraagd wordt.",
        },
        bad: "review: {every: now and then}",
        good: "review: {every: 12 months}",
    },
    check: Check::Reading,
};
