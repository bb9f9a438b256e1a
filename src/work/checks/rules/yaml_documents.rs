//! A second YAML document in front matter.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `yaml-documents`
pub static RULE: Rule = Rule {
    code: "FM014",
    name: "yaml-documents",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The front matter holds a line that ends it early.",
            why: "Only what stands before that line is read as fields.",
            mend: "Remove the line, or move what follows it into the text.",
        },
        nl: Words {
            says: "In de metagegevens staat een regel die ze te vroeg afsluit.",
            why: "Alleen wat voor die regel staat, wordt als veld gelezen.",
            mend: "Haal de regel weg, of zet wat erna komt in de tekst.",
        },
        bad: "title: a\n--- # more\nstatus: draft",
        good: "title: a\nstatus: draft",
    },
    check: Check::Reading,
};
