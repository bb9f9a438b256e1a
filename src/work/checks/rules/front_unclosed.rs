//! Front matter without an end.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `front-unclosed`
pub static RULE: Rule = Rule {
    code: "FM003",
    name: "front-unclosed",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The front matter is never closed.",
            why: "Without the closing `---` nobody can tell fields from text, so the whole file is read as text.",
            mend: "Put a line with only `---` after the last field.",
        },
        nl: Words {
            says: "De metagegevens worden nergens afgesloten.",
            why: "Zonder de afsluitende `---` is niet te zien waar de velden ophouden en de tekst begint, dus wordt alles als tekst gelezen.",
            mend: "Zet een regel met alleen `---` na het laatste veld.",
        },
        bad: "---\ntitle: Scanning\n\n# Scanning",
        good: "---\ntitle: Scanning\n---\n\n# Scanning",
    },
    check: Check::Reading,
};
