//! A file that can not be read.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `unreadable-file`
pub static RULE: Rule = Rule {
    code: "SET003",
    name: "unreadable-file",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A file that should be a document can not be read.",
            why: "It is not searched, not shown and not checked. Links that lead elsewhere are not followed: what they point at is not part of the community.",
            mend: "Make it a regular file that you may read, or move it out of the folder.",
        },
        nl: Words {
            says: "Een bestand dat een document hoort te zijn, is niet te lezen.",
            why: "Het wordt niet doorzocht, niet getoond en niet gecontroleerd. Koppelingen naar elders worden niet gevolgd: waar ze heen wijzen hoort niet bij de gemeenschap.",
            mend: "Maak er een gewoon bestand van dat je mag lezen, of zet het buiten de map.",
        },
        bad: "practices/scan.md -> /home/anna/scan.md",
        good: "practices/scan.md as a file of its own",
    },
    check: Check::Reading,
};
