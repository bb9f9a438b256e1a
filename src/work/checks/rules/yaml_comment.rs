//! A text that YAML takes for a comment.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `yaml-comment`
pub static RULE: Rule = Rule {
    code: "FM012",
    name: "yaml-comment",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A value begins with `#`, which YAML takes for a comment.",
            why: "The field is empty, though something stands there: a tag with its `#`, a channel, a number.",
            mend: "Put the value in quotes, or write a tag without `#`.",
        },
        nl: Words {
            says: "Een waarde begint met `#`, en dat leest YAML als commentaar.",
            why: "Het veld is leeg, hoewel er iets staat: een trefwoord met zijn `#`, een kanaal, een nummer.",
            mend: "Zet de waarde tussen aanhalingstekens, of schrijf een trefwoord zonder `#`.",
        },
        bad: "tags: #email",
        good: "tags: [email]",
    },
    check: Check::Reading,
};
