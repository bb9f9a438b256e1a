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
    fix: None,
    about: About {
        en: Words {
            says: "Something is larger than its limit.",
            why: "What goes beyond the limit is not read, so it can not be found either.",
            mend: "Make it smaller. The limits of files, titles and parts of a text can be raised under `limits:` in `community.yaml`; those of the settings themselves are fixed.",
        },
        nl: Words {
            says: "Iets is groter dan zijn grens.",
            why: "Wat boven de grens uitkomt wordt niet gelezen en is dus ook niet te vinden.",
            mend: "Maak het kleiner. De grenzen van bestanden, titels en delen van een tekst kun je verhogen bij `limits:` in `community.yaml`; die van de instellingen zelf staan vast.",
        },
        bad: "a file of 20 MiB",
        good: "two files, or limits: {file: 32 MiB}",
    },
    check: Check::Reading,
};
