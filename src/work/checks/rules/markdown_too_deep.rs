//! Quotes and lists that are nested too deep.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `markdown-too-deep`
pub static RULE: Rule = Rule {
    code: "SET006",
    name: "markdown-too-deep",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "Quotes or lists are nested deeper than the limit.",
            why: "What is deeper was not read, so links and tasks in it are not seen.",
            mend: "Use fewer marks at the start of the line, or raise `depth` under `limits:` in `community.yaml`.",
        },
        nl: Words {
            says: "Citaten of lijsten zitten dieper in elkaar dan de grens.",
            why: "Wat dieper zit is niet gelezen, dus links en taken daarin worden niet gezien.",
            mend: "Gebruik minder tekens aan het begin van de regel, of verhoog `depth` bij `limits:` in `community.yaml`.",
        },
        bad: ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> a",
        good: "> a",
    },
    check: Check::Reading,
};
