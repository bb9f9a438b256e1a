//! A key that is given twice.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `duplicate-key`
pub static RULE: Rule = Rule {
    code: "FM002",
    name: "duplicate-key",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A key stands in the front matter twice.",
            why: "Only the first one counts here, other programs take the last one, so readers of the same file see different things.",
            mend: "Keep the one that is right and remove the other.",
        },
        nl: Words {
            says: "Een sleutel staat twee keer in de metagegevens.",
            why: "Hier telt alleen de eerste, andere programma's nemen de laatste, zodat lezers van hetzelfde bestand iets anders zien.",
            mend: "Laat de goede staan en haal de andere weg.",
        },
        bad: "status: draft\nstatus: adopted",
        good: "status: adopted",
    },
    check: Check::Reading,
};
