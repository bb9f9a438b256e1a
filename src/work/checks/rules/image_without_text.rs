//! A picture without words.

use crate::model::finding::Severity;
use crate::msg;
use crate::text::markdown::LinkForm;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `image-without-text`
pub static RULE: Rule = Rule {
    code: "CON004",
    name: "image-without-text",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A picture has no words that stand in for it.",
            why: "Who can not see it, and who searches, does not learn what it shows.",
            mend: "Write between the brackets what the picture shows.",
        },
        nl: Words {
            says: "Een afbeelding heeft geen woorden die haar vervangen.",
            why: "Wie haar niet kan zien, en wie zoekt, komt niet te weten wat erop staat.",
            mend: "Schrijf tussen de haken wat erop te zien is.",
        },
        bad: "![](../assets/rings.svg)",
        good: "![Three rings: core, active, on the edge](../assets/rings.svg)",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for link in &page.document.markdown.links {
        let is_picture = matches!(link.form, LinkForm::Image | LinkForm::ReferenceImage);
        if is_picture && link.text.trim().is_empty() && !link.opaque {
            found.at(page.at, link.span.clone(), msg!("check-image-without-text")).help(msg!("check-image-without-text-help"));
        }
    }
}
