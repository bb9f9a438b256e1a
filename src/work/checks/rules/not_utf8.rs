//! A file that is no UTF-8 text.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `not-utf8`
pub static RULE: Rule = Rule {
    code: "SET004",
    name: "not-utf8",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A file is not UTF-8 text.",
            why: "Its letters can only be guessed at, so it is not read at all.",
            mend: "Open it in an editor that shows it well, and save it as UTF-8.",
        },
        nl: Words {
            says: "Een bestand is geen UTF-8-tekst.",
            why: "Naar de letters kan alleen geraden worden, dus het wordt helemaal niet gelezen.",
            mend: "Open het in een editor die het goed toont en sla het op als UTF-8.",
        },
        bad: "a file saved as Windows-1252",
        good: "the same file saved as UTF-8",
    },
    check: Check::Reading,
};
