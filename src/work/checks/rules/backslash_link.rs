//! A link with `\` between its folders.

use crate::model::finding::{Safety, Severity};
use crate::msg;
use crate::work::checks::fate::Fate;
use crate::work::checks::fix;
use crate::work::checks::page::Page;
use crate::work::checks::paths;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `backslash-link`
pub static RULE: Rule = Rule {
    code: "REF017",
    name: "backslash-link",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: Some(Safety::Safe),
    about: About {
        en: Words {
            says: "A link has `\\` where `/` should stand.",
            why: "It works on Windows only: a browser and a git host look for a file with `\\` in its name.",
            mend: "Write `/` between folders.",
        },
        nl: Words {
            says: "In een link staat `\\` waar `/` hoort.",
            why: "Dat werkt alleen op Windows: een browser en een git-host zoeken een bestand met `\\` in zijn naam.",
            mend: "Schrijf `/` tussen mappen.",
        },
        bad: "[scan](scans\\scan.md)",
        good: "[scan](scans/scan.md)",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (link, fate) in page.links() {
        if let Fate::Backslashes(real) = fate {
            let raw = found.at(page.at, link.target_span.clone(), msg!("check-backslash"));
            raw.help(msg!("check-write", text = paths::relative(&page.document.path, real)));
            raw.fix(fix::link(page, link, real, Safety::Safe));
        }
    }
}
