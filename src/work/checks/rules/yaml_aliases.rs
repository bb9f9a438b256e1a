//! More YAML aliases than are followed.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `yaml-aliases`
pub static RULE: Rule = Rule {
    code: "FM009",
    name: "yaml-aliases",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A YAML alias is not filled in.",
            why: "An alias may stand for a value that holds aliases again: a few lines can become gigabytes. So only a few are followed.",
            mend: "Write the value out.",
        },
        nl: Words {
            says: "Een alias in YAML is niet ingevuld.",
            why: "Een alias kan staan voor een waarde vol aliassen: een paar regels worden dan gigabytes. Daarom worden er maar een paar gevolgd.",
            mend: "Schrijf de waarde voluit.",
        },
        bad: "authors: [*team, *team, …]",
        good: "authors: [anna, bram]",
    },
    check: Check::Reading,
};
