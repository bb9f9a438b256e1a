//! A link from the root of the host.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::fate::Fate;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `host-root-link`
pub static RULE: Rule = Rule {
    code: "REF016",
    name: "host-root-link",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A link begins with `/`, and nothing of the community stands there.",
            why: "It leads to the root of whatever host shows the page, which differs between the git host, a site and an editor.",
            mend: "Write the path from this document: `../assets/scan.png`.",
        },
        nl: Words {
            says: "Een link begint met `/`, en daar staat niets van de gemeenschap.",
            why: "Hij leidt naar de wortel van de host die de pagina toont, en die is op de git-host, op een site en in een editor telkens een andere.",
            mend: "Schrijf het pad vanaf dit document: `../assets/scan.png`.",
        },
        bad: "[scan](/handbook/scan.md)",
        good: "[scan](../practices/scan.md)",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (link, fate) in page.links() {
        if *fate == Fate::HostRoot {
            let raw = found.at(page.at, link.target_span.clone(), msg!("check-host-root", name = link.path().trim()));
            raw.help(msg!("check-host-root-help"));
        }
    }
}
