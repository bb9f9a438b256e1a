//! Something was decided by one who may not decide it.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `foreign-move`
pub static RULE: Rule = Rule {
    code: "HIS001",
    name: "foreign-move",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document was moved to a state, made in it or taken away from it by one who may not.",
            why: "The community agreed who decides this; what somebody else decides is not decided.",
            mend: "Let one of those who may make the change or merge it; until then, take it back.",
        },
        nl: Words {
            says: "Een document is door iemand die dat niet mag in een status gezet, of eruit weggehaald.",
            why: "De gemeenschap heeft afgesproken wie dit beslist; wat een ander beslist, is niet beslist.",
            mend: "Laat iemand die het mag de wijziging maken of samenvoegen; draai haar tot die tijd terug.",
        },
        bad: "status: accepted   # by a member, where governance has: decision accepted: [steward]",
        good: "status: accepted   # by a steward, or merged by one",
    },
    check: Check::History,
};
