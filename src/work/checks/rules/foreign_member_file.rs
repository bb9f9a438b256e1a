//! A member's file was changed by another.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `foreign-member-file`
pub static RULE: Rule = Rule {
    code: "HIS003",
    name: "foreign-member-file",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A member's file, or what a member is known by, was changed by another.",
            why: "By their addresses, accounts and keys a member is told from everybody else: whoever writes those can be them.",
            mend: "Let the member or a steward make the change; take back what neither of them wants.",
        },
        nl: Words {
            says: "Het bestand van een lid, of waaraan een lid te herkennen is, is gewijzigd door een ander.",
            why: "Aan adressen, accounts en sleutels is een lid te herkennen: wie die schrijft, kan zich voor dat lid uitgeven.",
            mend: "Laat het lid zelf of een steward de wijziging maken; draai terug wat geen van beiden wil.",
        },
        bad: "emails: [anna@example.org, mallory@example.org]   # by Mallory, in members/anna.md",
        good: "emails: [anna@example.org]",
    },
    check: Check::History,
};
