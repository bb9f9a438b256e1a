//! A heading with nothing under it.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::{Scope, is_form};

use super::decision_without_outcome::tells_of;

/// `empty-section`
pub static RULE: Rule = Rule {
    code: "CON003",
    name: "empty-section",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
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

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    // A form to be filled in is empty because it is one.
    if is_form(&document.path) {
        return;
    }
    // `Status: accepted` needs no text, and says something of the heading above it.
    let says_all = |text: &str| text.contains(": ") || text.is_empty();
    let told = tells_of(scope, page.at);
    let headings: Vec<_> = document.markdown.headings.iter().filter(|heading| !heading.nested).collect();
    for pair in headings.windows(2).skip(usize::from(headings.first().is_some_and(|first| first.level > 1))) {
        let (heading, next) = (pair[0], pair[1]);
        // The title and what has headings of its own below it are not empty.
        if heading.level < 2 || next.level > heading.level || says_all(&heading.text) || says_all(&next.text) {
            continue;
        }
        let between = document.text.get(heading.span.end..next.span.start).unwrap_or_default();
        if between.trim().is_empty() && told.as_ref() != Some(&heading.span) {
            let raw = found.at(page.at, heading.span.clone(), msg!("check-empty-section", heading = &heading.text));
            raw.help(msg!("check-empty-section-help"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn only_what_promises_text_is_empty() {
        for (path, text, count) in [
            ("practices/a.md", "# A\n\n## B\n\n## C\n\ntext\n", 1),
            ("practices/a.md", "# A\n## Resolution 2020-01\n## Status: accepted\n\n## Subject: B\n\ntext\n", 0),
            ("practices/a.md", "# A\n\n## B\n\n### C\n\ntext\n\n### D\n\n## E\n\ntext\n", 1),
            ("practices/templates/a.md", "# A\n\n## B\n\n## C\n\ntext\n", 0),
        ] {
            assert_eq!(found("empty-section", &[(path, text)]).len(), count, "{text}");
        }
    }
}
