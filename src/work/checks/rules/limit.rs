//! More than is read.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `limit`
pub static RULE: Rule = Rule {
    code: "SET005",
    name: "limit",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    about: About {
        en: Words {
            says: "Something is larger than its limit.",
            why: "What goes beyond the limit is not read, so it can not be found either.",
            mend: "Make it smaller, or raise the limit under `limits:` in `community.yaml`.",
        },
        nl: Words {
            says: "Iets is groter dan zijn grens.",
            why: "Wat boven de grens uitkomt wordt niet gelezen en is dus ook niet te vinden.",
            mend: "Maak het kleiner, of verhoog de grens bij `limits:` in `community.yaml`.",
        },
        bad: "a file of 20 MiB",
        good: "two files, or limits: {file: 32 MiB}",
    },
    check: Check::Reading,
};
