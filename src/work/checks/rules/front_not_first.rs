//! Front matter that does not begin the file.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `front-not-first`
pub static RULE: Rule = Rule {
    code: "FM004",
    name: "front-not-first",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    about: About {
        en: Words {
            says: "Something stands above the front matter.",
            why: "Git hosts and site generators only see front matter that begins on the first line; they show it as text.",
            mend: "Remove what stands above `---`, empty lines and spaces too.",
        },
        nl: Words {
            says: "Er staat iets boven de metagegevens.",
            why: "Git-hosts en sitegeneratoren zien alleen metagegevens die op de eerste regel beginnen; anders tonen ze hem als tekst.",
            mend: "Haal weg wat boven `---` staat, ook lege regels en spaties.",
        },
        bad: "\n---\ntitle: Scanning\n---",
        good: "---\ntitle: Scanning\n---",
    },
    check: Check::Reading,
};
