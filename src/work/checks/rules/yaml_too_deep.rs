//! Values in values in values.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `yaml-too-deep`
pub static RULE: Rule = Rule {
    code: "FM008",
    name: "yaml-too-deep",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A value in the front matter is nested too deep.",
            why: "Nobody writes that by hand, and a program that follows it can run out of memory, so it is not read.",
            mend: "Write the values next to one another, or raise `depth` under `limits:` in `community.yaml`.",
        },
        nl: Words {
            says: "Een waarde in de metagegevens zit te diep genest.",
            why: "Dat schrijft niemand met de hand, en een programma dat het volgt kan zonder geheugen komen te zitten, dus het wordt niet gelezen.",
            mend: "Schrijf de waarden naast elkaar, of verhoog `depth` bij `limits:` in `community.yaml`.",
        },
        bad: "tags: [[[[…]]]]",
        good: "tags: [email]",
    },
    check: Check::Reading,
};
