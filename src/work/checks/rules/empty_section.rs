//! A heading with nothing under it.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `empty-section`
pub static RULE: Rule = Rule {
    code: "CON003",
    name: "empty-section",
    severity: Severity::Note,
    since: "0.1.0",
    about: About {
        en: Words {
            says: "Nothing stands under a heading.",
            why: "The reader expects an answer and finds the next heading.",
            mend: "Write what belongs there, or remove the heading.",
        },
        nl: Words {
            says: "Onder een kopje staat niets.",
            why: "De lezer verwacht een antwoord en vindt het volgende kopje.",
            mend: "Schrijf wat er hoort, of haal het kopje weg.",
        },
        bad: "## Pitfalls\n\n## See also",
        good: "## Pitfalls\n\n- The feeder takes two sheets at once.\n\n## See also",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    let headings: Vec<_> = document.markdown.headings.iter().filter(|heading| !heading.nested).collect();
    for pair in headings.windows(2).skip(usize::from(headings.first().is_some_and(|first| first.level > 1))) {
        let (heading, next) = (pair[0], pair[1]);
        // The title, what has headings of its own below it, and a heading that says it all (`Status: accepted`) are not empty.
        let says_all = heading.text.contains(": ") || heading.text.is_empty();
        if heading.level < 2 || next.level > heading.level || says_all {
            continue;
        }
        let between = document.text.get(heading.span.end..next.span.start).unwrap_or_default();
        if between.trim().is_empty() {
            let raw = found.at(page.at, heading.span.clone(), msg!("check-empty-section", heading = &heading.text));
            raw.help(msg!("check-empty-section-help"));
        }
    }
}
