//! A field that its kind asks for and that is not there.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `missing-field`
pub static RULE: Rule = Rule {
    code: "FM020",
    name: "missing-field",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A field that the kind asks for is missing.",
            why: "The kind says that a document without it is not complete: lists, reports and other members count on it.",
            mend: "Add the field to the front matter.",
        },
        nl: Words {
            says: "Een veld waar de soort om vraagt, ontbreekt.",
            why: "De soort zegt dat een document zonder dat veld niet af is: lijsten, verslagen en andere leden rekenen erop.",
            mend: "Zet het veld in de metagegevens.",
        },
        bad: "# flags/2026-11-22-scanning-anna.md without `about`",
        good: "about: practice/scanning",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    let required = page.kind.fields.iter().filter(|field| field.required);
    for field in required.filter(|field| document.value(&field.name).is_none()) {
        let place = document.front.range.as_ref().map_or(0..0, |range| range.start..range.start);
        let key = field.keys.first().unwrap_or(&field.name);
        found.at(page.at, place, msg!("check-missing-field", field = key)).help(msg!("check-missing-field-help", field = key));
    }
}
