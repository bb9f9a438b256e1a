//! A text that YAML takes for the name of a value.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `yaml-anchor`
pub static RULE: Rule = Rule {
    code: "FM010",
    name: "yaml-anchor",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A value begins with `&`, which YAML takes for a name.",
            why: "The first word falls away: `&co` names the value and is no part of it.",
            mend: "Put the whole value in quotes if it is text; otherwise remove the name.",
        },
        nl: Words {
            says: "Een waarde begint met `&`, en dat leest YAML als een naam.",
            why: "Het eerste woord valt weg: `&co` geeft de waarde een naam en hoort er niet bij.",
            mend: "Zet de hele waarde tussen aanhalingstekens als het tekst is; haal anders de naam weg.",
        },
        bad: "organisation: &Partners BV",
        good: "organisation: \"&Partners BV\"",
    },
    check: Check::Reading,
};
