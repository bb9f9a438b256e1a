//! More front matter than is read.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `front-too-large`
pub static RULE: Rule = Rule {
    code: "FM007",
    name: "front-too-large",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The front matter is larger than the limit.",
            why: "So much is nearly always a mistake, and reading it would make everything slow, so none of it is read.",
            mend: "Move text below the front matter, or raise `front` under `limits:` in `community.yaml`.",
        },
        nl: Words {
            says: "De metagegevens zijn groter dan de grens.",
            why: "Zoveel is bijna altijd een vergissing en het lezen ervan zou alles traag maken, dus er wordt niets van gelezen.",
            mend: "Zet tekst onder de metagegevens, of verhoog `front` bij `limits:` in `community.yaml`.",
        },
        bad: "limits: {front: 1 KiB}   # and 2,000 bytes of front matter",
        good: "limits: {front: 8 KiB}",
    },
    check: Check::Reading,
};
