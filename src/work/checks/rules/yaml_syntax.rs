//! Front matter that is not YAML.

use crate::model::finding::{Safety, Severity};
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `yaml-syntax`
pub static RULE: Rule = Rule {
    code: "FM001",
    name: "yaml-syntax",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Safe),
    about: About {
        en: Words {
            says: "The front matter can not be read as YAML.",
            why: "A field that can not be read does not count: the document loses its tags, its state or its steward, and a site made of the files may not build at all.",
            mend: "Do what the finding says at that place; text with `: `, `#`, quotes or a first `@` in it goes between quotes.",
        },
        nl: Words {
            says: "De metagegevens van het bestand zijn geen geldige YAML.",
            why: "Een veld dat niet te lezen is, telt niet mee: het document raakt zijn trefwoorden, zijn status of zijn beheerder kwijt, en een site die van de bestanden wordt gemaakt, kan erop stuklopen.",
            mend: "Doe wat er op die plek staat; tekst met `: `, `#`, aanhalingstekens of een `@` vooraan hoort tussen aanhalingstekens.",
        },
        bad: "title: Scanning: the basics",
        good: "title: \"Scanning: the basics\"",
    },
    check: Check::Reading,
};
