//! A setting that does not exist.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `settings-key`
pub static RULE: Rule = Rule {
    code: "SET001",
    name: "settings-key",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A key in the settings is not known.",
            why: "What is set there has no effect. A key that is nearly a known one is an error, because its writer thinks that it works.",
            mend: "Take the key that is proposed, or remove the line.",
        },
        nl: Words {
            says: "Een sleutel in de instellingen bestaat niet.",
            why: "Wat daar staat, heeft geen gevolg. Een sleutel die bijna klopt is een fout, want wie hem schreef denkt dat hij werkt.",
            mend: "Neem de sleutel die wordt voorgesteld, of haal de regel weg.",
        },
        bad: "langauge: nl",
        good: "language: nl",
    },
    check: Check::Reading,
};
