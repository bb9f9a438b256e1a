//! What was decided was changed by one who may not decide it.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `foreign-edit`
pub static RULE: Rule = Rule {
    code: "HIS002",
    name: "foreign-edit",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "What was decided was changed by one who may not decide it.",
            why: "Those who decided it agreed with what stood there then, and its state now speaks for other words.",
            mend: "Let one of those who may look at the change, and make or merge it themselves.",
        },
        nl: Words {
            says: "Wat besloten was, is gewijzigd door iemand die er niet over beslist.",
            why: "Wie het besloot, was het eens met wat er toen stond; de status staat nu voor andere woorden.",
            mend: "Laat iemand die erover beslist de wijziging bekijken, en zelf maken of samenvoegen.",
        },
        bad: "# Use EML, or PST   # by a member, in a decision that was accepted",
        good: "# Use EML   # as it was accepted",
    },
    check: Check::History,
};
