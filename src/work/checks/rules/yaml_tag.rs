//! A text that YAML takes for a type.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `yaml-tag`
pub static RULE: Rule = Rule {
    code: "FM011",
    name: "yaml-tag",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A value begins with `!`, which YAML takes for a type.",
            why: "A type does nothing here and the word falls away.",
            mend: "Put the whole value in quotes if it is text; otherwise remove it.",
        },
        nl: Words {
            says: "Een waarde begint met `!`, en dat leest YAML als een type.",
            why: "Een type doet hier niets en het woord valt weg.",
            mend: "Zet de hele waarde tussen aanhalingstekens als het tekst is; haal het anders weg.",
        },
        bad: "title: !important",
        good: "title: \"!important\"",
    },
    check: Check::Reading,
};
