//! Front matter without fields.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `front-not-mapping`
pub static RULE: Rule = Rule {
    code: "FM006",
    name: "front-not-mapping",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The front matter holds no fields.",
            why: "What is not written as `key: value` has no name and can not be used.",
            mend: "Write each field as `key: value` on its own line, or remove both lines of `---`.",
        },
        nl: Words {
            says: "In de metagegevens staan geen velden.",
            why: "Wat niet als `sleutel: waarde` is geschreven, heeft geen naam en is niet te gebruiken.",
            mend: "Schrijf elk veld als `sleutel: waarde` op een eigen regel, of haal beide regels `---` weg.",
        },
        bad: "---\njust words\n---",
        good: "---\ntitle: Just words\n---",
    },
    check: Check::Reading,
};
