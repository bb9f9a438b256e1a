//! The rules were changed by one who may not.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `foreign-rules`
pub static RULE: Rule = Rule {
    code: "HIS004",
    name: "foreign-rules",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The rules, the kinds or what a check weighs were changed by one who is no steward.",
            why: "Whoever can change who may decide can decide everything; what follows is judged by the rules as they were.",
            mend: "Let a steward make the change or merge it. Where rules begin, look at who is in them.",
        },
        nl: Words {
            says: "De regels, de soorten of wat een controle weegt zijn gewijzigd door iemand die geen steward is.",
            why: "Wie kan veranderen wie er beslist, kan alles beslissen; wat volgt, wordt beoordeeld met de regels zoals ze waren.",
            mend: "Laat een steward de wijziging maken of samenvoegen. Kijk waar regels beginnen wie erin staan.",
        },
        bad: "roles: {steward: [anna, mallory]}   # by Mallory",
        good: "roles: {steward: [anna, mallory]}   # by Anna",
    },
    check: Check::History,
};
