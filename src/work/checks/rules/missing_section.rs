//! A section that its kind asks for and that is not there.

use crate::base::lang::Lang;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `missing-section`
pub static RULE: Rule = Rule {
    code: "FM021",
    name: "missing-section",
    severity: Severity::Warning,
    since: "0.1.0",
    about: About {
        en: Words {
            says: "A section that the kind asks for is missing.",
            why: "Readers look for the same heading in every document of a kind; without it they can not tell whether it was forgotten.",
            mend: "Add the heading and what belongs under it.",
        },
        nl: Words {
            says: "Een onderdeel waar de soort om vraagt, ontbreekt.",
            why: "Lezers zoeken in elk document van een soort hetzelfde kopje; zonder dat weten ze niet of het vergeten is.",
            mend: "Zet het kopje erin, met wat eronder hoort.",
        },
        bad: "# decisions/0007-use-mdto.md without \"Context and Problem Statement\"",
        good: "## Context and Problem Statement",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    // What is kept for its history only need not be completed.
    if scope.is_retired(page.at) {
        return;
    }
    for section in page.kind.sections.iter().filter(|section| section.required) {
        if document.markdown.headings.iter().any(|heading| section.is_headed_by(&heading.text)) {
            continue;
        }
        let title = section.title.text(Lang::of(&document.lang).unwrap_or_default(), &section.name);
        let at = found.at(page.at, document.title_span.clone(), msg!("check-missing-section", section = &title));
        at.help(msg!("check-missing-section-help", section = title));
    }
}
