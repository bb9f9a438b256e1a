//! The newest commit does not come from the base.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `rewritten-history`
pub static RULE: Rule = Rule {
    code: "HIS006",
    name: "rewritten-history",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The newest commit does not come from the commit that it should.",
            why: "What was there is gone or stands beside it, and nothing can be proved of how it came to this.",
            mend: "Merge the base and check again; where it was taken away on purpose, say so to everybody.",
        },
        nl: Words {
            says: "De nieuwste commit komt niet voort uit de commit waar hij van zou moeten komen.",
            why: "Wat er was is weg of staat ernaast, en hoe het zo gekomen is valt niet meer na te gaan.",
            mend: "Voeg het vertrekpunt samen en controleer opnieuw; is het met opzet weggehaald, zeg dat dan tegen iedereen.",
        },
        bad: "git push --force",
        good: "git push",
    },
    check: Check::History,
};
