//! Words of the template that were left in.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `template-text`
pub static RULE: Rule = Rule {
    code: "CON001",
    name: "template-text",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "Words of the template were left in the text.",
            why: "They tell the writer what to write; a reader who sees them knows that the document is not finished.",
            mend: "Write what they ask for, or remove them together with a heading that stays empty.",
        },
        nl: Words {
            says: "Er staan nog woorden van het sjabloon in de tekst.",
            why: "Ze zeggen de schrijver wat er moet komen; een lezer die ze ziet, weet dat het document niet af is.",
            mend: "Schrijf waar ze om vragen, of haal ze weg, samen met een kopje dat leeg blijft.",
        },
        bad: "## Pitfalls\n\n<!-- cop: Tell where people trip up. -->",
        good: "## Pitfalls\n\n- The feeder takes two sheets at once.",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for comment in &page.document.markdown.comments {
        if comment.text.starts_with("cop:") {
            found.at(page.at, comment.span.clone(), msg!("check-template-text")).help(msg!("check-template-text-help"));
        }
    }
}
