//! One address or account of two members.

use crate::model::finding::Severity;
use crate::model::kind::Capability;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;
use std::collections::HashMap;

/// `shared-address`
pub static RULE: Rule = Rule {
    code: "PEO001",
    name: "shared-address",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    about: About {
        en: Words {
            says: "Two members have the same e-mail address or account.",
            why: "What was done from that address is credited to the first of them only.",
            mend: "Leave it with the member whose it is.",
        },
        nl: Words {
            says: "Twee leden hebben hetzelfde e-mailadres of account.",
            why: "Wat vanaf dat adres is gedaan, staat alleen op naam van de eerste.",
            mend: "Laat het staan bij het lid van wie het is.",
        },
        bad: "# members/anna.md and members/anna-b.md\naccounts: [github:anna]",
        good: "# members/anna.md\naccounts: [github:anna]",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for (at, document) in scope.documents().iter().enumerate().filter(|(at, _)| scope.kind(*at).has(Capability::Person)) {
        for value in document.values("emails").iter().chain(document.values("accounts")).filter(|value| !value.text.is_empty()) {
            let earlier = *first.entry(value.text.to_lowercase()).or_insert(at);
            if earlier != at {
                let msg = msg!("check-shared-address", address = &value.text, path = &scope.document(earlier).path);
                found.at(at, value.span.clone(), msg).help(msg!("check-shared-address-help"));
            }
        }
    }
}
