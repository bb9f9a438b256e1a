//! A document without a title.

use crate::model::finding::Severity;
use crate::model::kind::Capability;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `no-title`
pub static RULE: Rule = Rule {
    code: "FM029",
    name: "no-title",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document has no title.",
            why: "Its file name stands in for it in every list, which says less and changes when the file is moved.",
            mend: "Begin the text with a heading: `# What it is about`.",
        },
        nl: Words {
            says: "Een document heeft geen titel.",
            why: "In elke lijst staat nu zijn bestandsnaam; die zegt minder en verandert als het bestand verhuist.",
            mend: "Begin de tekst met een kop: `# Waar het over gaat`.",
        },
        bad: "# practices/scan.md that begins with a sentence",
        good: "# How we scan",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    // An answer has the title of its question, and a member a name.
    if page.kind.parent.is_some() || page.kind.has(Capability::Person) {
        return;
    }
    let empty = document.fields.iter().find(|field| field.name == "title" && field.values.iter().all(|value| value.text.is_empty()));
    if let Some(field) = empty {
        found.at(page.at, field.key_span.clone(), msg!("check-empty-title")).help(msg!("check-empty-title-help", title = &document.title));
    } else if document.title_span.is_empty() {
        found.at(page.at, 0..0, msg!("check-no-title")).help(msg!("check-no-title-help", title = &document.title));
    }
}
