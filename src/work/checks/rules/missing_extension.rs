//! A link to a document without its ending.

use crate::model::finding::{Safety, Severity};
use crate::msg;
use crate::work::checks::fate::Fate;
use crate::work::checks::fix;
use crate::work::checks::page::Page;
use crate::work::checks::paths;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `missing-extension`
pub static RULE: Rule = Rule {
    code: "REF003",
    name: "missing-extension",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: Some(Safety::Safe),
    about: About {
        en: Words {
            says: "A link leaves the ending of the file out.",
            why: "Some sites find it all the same, but on the git host and in an editor it leads nowhere.",
            mend: "Add the ending, mostly `.md`.",
        },
        nl: Words {
            says: "In een link ontbreekt het eind van de bestandsnaam.",
            why: "Sommige sites vinden het toch, maar op de git-host en in een editor leidt het nergens heen.",
            mend: "Zet het eind erachter, meestal `.md`.",
        },
        bad: "[scanning](scanning)",
        good: "[scanning](scanning.md)",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (link, fate) in page.links() {
        if let Fate::WithoutEnding(real) = fate {
            let raw = found.at(page.at, link.target_span.clone(), msg!("check-missing-extension", name = link.path().trim()));
            raw.help(msg!("check-write", text = paths::relative(&page.document.path, real)));
            raw.fix(fix::link(page, link, real, Safety::Safe));
        }
    }
}
