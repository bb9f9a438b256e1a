//! A control character in front matter.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `yaml-control`
pub static RULE: Rule = Rule {
    code: "FM013",
    name: "yaml-control",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A character that can not be seen stands in the front matter.",
            why: "YAML does not allow it, and it can steer the terminal of whoever prints the file.",
            mend: "Remove it: delete the value and type it again.",
        },
        nl: Words {
            says: "Er staat een onzichtbaar stuurteken in de metagegevens.",
            why: "YAML staat het niet toe, en het kan de terminal besturen van wie het bestand afdrukt.",
            mend: "Haal het weg: wis de waarde en typ die opnieuw.",
        },
        bad: "title: Scan\\x07ning",
        good: "title: Scanning",
    },
    check: Check::Reading,
};
