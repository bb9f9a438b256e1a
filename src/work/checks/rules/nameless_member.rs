//! A member without a name.

use crate::model::finding::Severity;
use crate::model::kind::Capability;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `nameless-member`
pub static RULE: Rule = Rule {
    code: "PEO003",
    name: "nameless-member",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A member file does not say what the member is called.",
            why: "Lists and thanks show the handle instead of the name.",
            mend: "Add `name:` with the name as the member writes it.",
        },
        nl: Words {
            says: "In een ledenbestand staat niet hoe het lid heet.",
            why: "In lijsten en dankwoorden staat nu de bestandsnaam in plaats van de naam.",
            mend: "Zet er `name:` bij, met de naam zoals het lid die schrijft.",
        },
        bad: "# members/anna.md without `name`",
        good: "name: Anna de Wit",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    if page.kind.has(Capability::Person) && document.value("name").is_none() && document.title_span.is_empty() {
        found.at(page.at, 0..0, msg!("check-nameless", handle = document.handle())).help(msg!("check-nameless-help"));
    }
}
