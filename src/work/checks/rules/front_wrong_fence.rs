//! Front matter between other marks than `---`.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `front-wrong-fence`
pub static RULE: Rule = Rule {
    code: "FM005",
    name: "front-wrong-fence",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The front matter is not between lines of three hyphens.",
            why: "Only `---` is front matter everywhere; with anything else the fields are text to most programs.",
            mend: "Write exactly three hyphens, alone on their line, before and after the fields.",
        },
        nl: Words {
            says: "De metagegevens staan niet tussen regels van drie streepjes.",
            why: "Alleen tussen `---` ziet elk programma ze; met iets anders zijn de velden voor de meeste programma's gewone tekst.",
            mend: "Schrijf precies drie streepjes, alleen op hun regel, voor en na de velden.",
        },
        bad: "----\ntitle: Scanning\n----",
        good: "---\ntitle: Scanning\n---",
    },
    check: Check::Reading,
};
