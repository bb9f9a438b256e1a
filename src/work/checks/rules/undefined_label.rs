//! A reference link whose label is defined nowhere.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `undefined-label`
pub static RULE: Rule = Rule {
    code: "REF005",
    name: "undefined-label",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A link uses a label that is defined nowhere.",
            why: "It is shown as text in brackets and leads nowhere.",
            mend: "Add the definition, `[label]: address`, or write the address behind the text in parentheses.",
        },
        nl: Words {
            says: "Een link gebruikt een label dat nergens is gedefinieerd.",
            why: "Hij wordt getoond als tekst tussen haken en leidt nergens heen.",
            mend: "Zet de definitie erbij, `[label]: adres`, of schrijf het adres tussen ronde haken achter de tekst.",
        },
        bad: "see [scanning][scan]",
        good: "see [scanning][scan]\n\n[scan]: scanning.md",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let text = &page.document.text;
    for undefined in &page.document.markdown.undefined {
        let before = text[..undefined.span.start].chars().next_back();
        let label = undefined.label.trim();
        // `matrix[i][j]`, `[ ][ ]` and the like are no links.
        let is_index = before.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, ']' | '_' | ')'));
        let is_sign = !label.chars().any(char::is_alphabetic) || label.chars().count() < 2;
        if is_index || is_sign || label.contains(['{', '}', '<', '>', '$', '|', '=']) || label.contains("::") {
            continue;
        }
        let shown: String = label.chars().take(60).collect();
        let raw = found.at(page.at, undefined.span.clone(), msg!("check-undefined-label", label = &shown));
        raw.help(msg!("check-undefined-label-help", label = shown));
    }
}
