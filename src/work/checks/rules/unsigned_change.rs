//! A commit that has to be signed carries no good signature.

use crate::model::finding::Severity;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `unsigned-change`
pub static RULE: Rule = Rule {
    code: "HIS005",
    name: "unsigned-change",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A commit that has to be signed carries no good signature of a member.",
            why: "A name in a commit is typed by whoever makes it; only a signature says who that was.",
            mend: "Sign with a key that stands under `keys` in your member file: `git commit -S`.",
        },
        nl: Words {
            says: "Een commit die ondertekend moet zijn, heeft geen goede handtekening van een lid.",
            why: "De naam in een commit typt wie hem maakt; alleen een handtekening zegt wie dat was.",
            mend: "Onderteken met een sleutel die onder `keys` in je ledenbestand staat: `git commit -S`.",
        },
        bad: "git commit -m \"Accept\"   # where governance has: signed: [decision accepted]",
        good: "git commit -S -m \"Accept\"",
    },
    check: Check::History,
};
