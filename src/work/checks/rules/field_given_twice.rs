//! One field under two of its keys.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `field-given-twice`
pub static RULE: Rule = Rule {
    code: "FM030",
    name: "field-given-twice",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A field is given under two keys.",
            why: "Both keys stand for the same field; only the first one counts.",
            mend: "Keep one of the two.",
        },
        nl: Words {
            says: "Een veld staat er onder twee sleutels.",
            why: "Beide sleutels staan voor hetzelfde veld; alleen de eerste telt.",
            mend: "Laat er één staan.",
        },
        bad: "review_by: 2026-12-01\nreview-by: 2027-01-01",
        good: "review_by: 2027-01-01",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let entries = page.document.front.root.as_ref().and_then(|root| root.entries()).unwrap_or_default();
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for entry in entries.iter().filter(|entry| !entry.value.is_null()) {
        let Some(field) = page.kind.field_of_key(&entry.key) else { continue };
        match seen.iter().find(|(name, _)| *name == field.name) {
            // The same key twice is another rule's.
            Some((_, earlier)) if *earlier == entry.key => {}
            Some((_, earlier)) => {
                let raw = found.at(page.at, entry.key_span.clone(), msg!("check-field-twice", key = &entry.key, earlier = *earlier));
                raw.help(msg!("check-field-twice-help"));
            }
            None => seen.push((&field.name, &entry.key)),
        }
    }
}
