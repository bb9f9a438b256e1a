//! A section that its kind asks for and that is not there.

use crate::base::lang::Lang;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `missing-section`
pub static RULE: Rule = Rule {
    code: "FM021",
    name: "missing-section",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
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
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    for (of, kind) in scope.settings().kinds.all().iter().enumerate() {
        for section in kind.sections.iter().filter(|section| section.required) {
            let has = |at: usize| scope.document(at).markdown.headings.iter().any(|heading| section.is_begun_by(&heading.text));
            if !scope.is_usual(of, has) {
                continue;
            }
            for (at, document) in scope.documents().iter().enumerate().filter(|(_, document)| document.kind == of) {
                // What is kept for its history only need not be completed, and of other languages the words are not known.
                let Some(lang) = Lang::of(&document.lang).filter(|_| !scope.is_retired(at) && !has(at)) else { continue };
                let title = section.title.text(lang, &section.name);
                let raw = found.at(at, document.title_span.clone(), msg!("check-missing-section", section = &title));
                raw.help(msg!("check-missing-section-help", section = title));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found_in;

    const ADOPTED: &str = "languages: [en, nl, tr]\nkinds: {decision: {paths: [\"docs/*/*.md\"]}}\n";

    #[test]
    fn a_heading_may_say_more_than_the_section() {
        for heading in ["Context", "Context and Requirements:", "1. **Context**", "2) Context & problem", "Context: mail", "Achtergrond"] {
            let text = format!("# A\n\n## {heading}\n\ntext\n");
            assert_eq!(found_in("missing-section", "", &[("decisions/0001-a.md", &text)]), Vec::<String>::new(), "{heading}");
        }
        for heading in ["Contextual", "The decision"] {
            let text = format!("# A\n\n## {heading}\n\ntext\n");
            assert_eq!(found_in("missing-section", "", &[("decisions/0001-a.md", &text)]).len(), 1, "{heading}");
        }
    }

    #[test]
    fn files_that_were_there_before_are_asked_for_what_most_of_them_have() {
        let (with, without) = ("# A\n\n## Context\n\ntext\n", "# A\n\ntext\n");
        let most = [("docs/en/a.md", with), ("docs/en/b.md", with), ("docs/en/c.md", without)];
        assert_eq!(found_in("missing-section", ADOPTED, &most).len(), 1);
        let few = [("docs/en/a.md", with), ("docs/en/b.md", without), ("docs/en/c.md", without)];
        assert_eq!(found_in("missing-section", ADOPTED, &few).len(), 0);
        let turkish = [("docs/en/a.md", with), ("docs/en/b.md", with), ("docs/tr/c.md", without)];
        assert_eq!(found_in("missing-section", ADOPTED, &turkish).len(), 0);
    }
}
