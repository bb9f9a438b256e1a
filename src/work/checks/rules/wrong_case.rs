//! A link that is right but for capitals.

use crate::model::finding::{Safety, Severity};
use crate::msg;
use crate::work::checks::fate::Fate;
use crate::work::checks::fix;
use crate::work::checks::page::Page;
use crate::work::checks::paths;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `wrong-case`
pub static RULE: Rule = Rule {
    code: "REF002",
    name: "wrong-case",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: Some(Safety::Safe),
    about: About {
        en: Words {
            says: "A link spells the path otherwise than the file is called.",
            why: "It works on some computers and not on the git host, which tells `Scan.md` and `scan.md` apart.",
            mend: "Spell the path as the file is called.",
        },
        nl: Words {
            says: "Een link spelt het pad anders dan het bestand heet.",
            why: "Op sommige computers werkt het, maar op de git-host niet: die houdt `Scan.md` en `scan.md` uit elkaar.",
            mend: "Spel het pad zoals het bestand heet.",
        },
        bad: "[scanning](Scanning.md)",
        good: "[scanning](scanning.md)",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (link, fate) in page.links() {
        if let Fate::OtherSpelling(real) = fate {
            let raw = found.at(page.at, link.target_span.clone(), msg!("check-wrong-case", name = real));
            raw.help(msg!("check-write", text = paths::relative(&page.document.path, real)));
            raw.fix(fix::link(page, link, real, Safety::Safe));
        }
    }
}
