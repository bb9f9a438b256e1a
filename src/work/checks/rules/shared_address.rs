//! One address, account or key of two members.

use crate::model::finding::Severity;
use crate::model::identity::{account, shortened};
use crate::model::kind::Capability;
use crate::msg;
use crate::store::git::signature::key;
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
    fix: None,
    about: About {
        en: Words {
            says: "Two members have the same e-mail address, account or key.",
            why: "What was done from that address is credited to the first of them only; what was signed with that key can be of either. \
                  Whoever lists another's may mean to pass for them.",
            mend: "Leave it with the member whose it is; the file that was there first keeps it meanwhile.",
        },
        nl: Words {
            says: "Twee leden hebben hetzelfde e-mailadres, account of dezelfde sleutel.",
            why: "Wat vanaf dat adres is gedaan, staat alleen op naam van de eerste; wat met die sleutel is ondertekend, kan van allebei \
                  zijn. Wie die van een ander opgeeft, wil misschien voor die ander doorgaan.",
            mend: "Laat het staan bij het lid van wie het is; zolang houdt het bestand dat er eerst was het.",
        },
        bad: "# members/anna.md and members/anna-b.md\naccounts: [github:anna]",
        good: "# members/anna.md\naccounts: [github:anna]",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut members: Vec<usize> = (0..scope.documents().len()).filter(|at| scope.kind(*at).has(Capability::Person)).collect();
    // Whoever comes later and lists what is another's is the one to be asked. The order of commits tells that; their dates anybody can type.
    if let Some(past) = scope.context.past {
        members.sort_by_cached_key(|at| {
            let first = past.history.of_path(&format!("{}{}", past.prefix, scope.document(*at).path)).next().map(|change| change.commit);
            (first.is_none(), first)
        });
    }
    for at in members {
        for field in ["emails", "accounts", "keys"] {
            for value in scope.document(at).values(field).iter().filter(|value| !value.text.trim().is_empty()) {
                let text = value.text.trim();
                let same = if field == "keys" { key(text) } else { Some(text.to_lowercase()) };
                // A host's no-reply address is the account that it stands for, under whichever of both somebody lists it.
                let meant = if field == "emails" { account(text) } else { None };
                let others = same.into_iter().chain(meant).map(|same| *first.entry(same).or_insert(at));
                let Some(earlier) = others.fold(None, |found, other| found.or((other != at).then_some(other))) else { continue };
                let path = &scope.document(earlier).path;
                let msg = match field {
                    "emails" => msg!("check-shared-address", address = shortened(text), path = path),
                    "accounts" => msg!("check-shared-address", address = text, path = path),
                    _ => msg!("check-shared-key", path = path),
                };
                // No line of the file is shown: those with addresses end up in logs with what a check says.
                let span = if field == "accounts" { value.span.clone() } else { 0..0 };
                found.at(at, span, msg).help(msg!("check-shared-address-help"));
            }
        }
    }
}
