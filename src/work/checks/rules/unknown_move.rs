//! A document was moved to a state that does not follow on the one it was in.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `unknown-move`
pub static RULE: Rule = Rule {
    code: "HIS007",
    name: "unknown-move",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document was moved to a state that does not follow on the one it was in.",
            why: "A step was left out, or taken back without a word, and readers count on the usual way.",
            mend: "Go the usual way, or put the move under `moves` of the kind in `community.yaml`.",
        },
        nl: Words {
            says: "Een document is in een status gezet die niet volgt op de status die het had.",
            why: "Er is een stap overgeslagen, of zonder een woord teruggedraaid, en lezers rekenen op de gewone weg.",
            mend: "Volg de gewone weg, of zet de overgang onder `moves` van de soort in `community.yaml`.",
        },
        bad: "status: accepted   # of a decision that was rejected",
        good: "status: proposed   # in a new decision",
    },
    check: Check::History,
};
