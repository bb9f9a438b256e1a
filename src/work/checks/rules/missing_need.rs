//! A state without what belongs to it.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `missing-need`
pub static RULE: Rule = Rule {
    code: "LIF001",
    name: "missing-need",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document is in a state that needs something it does not have.",
            why: "\"Superseded\" without a successor sends the reader away and says not where to.",
            mend: "Add the field that is named.",
        },
        nl: Words {
            says: "Een document heeft een status waarvoor iets nodig is dat ontbreekt.",
            why: "\"Vervangen\" zonder opvolger stuurt de lezer weg en zegt niet waarheen.",
            mend: "Zet het genoemde veld erbij.",
        },
        bad: "status: superseded",
        good: "status: superseded\nsuperseded_by: decision/0012-use-mdto",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    let Some(state) = page.state() else { return };
    for need in &state.needs {
        let has = document.value(need).is_some() || document.related(need).next().is_some();
        // A field that the kind asks for anyway has a rule of its own.
        let required = page.kind.field(need).is_some_and(|field| field.required);
        // The other side says it: that is another finding.
        let told = need == "superseded_by" && !scope.successors(page.at).is_empty();
        if has || required || told {
            continue;
        }
        let span = document.said_state.as_ref().map_or(0..0, |value| value.span.clone());
        let raw = found.at(page.at, span, msg!("check-missing-need", state = state.told(), need = need));
        raw.help(msg!("check-missing-field-help", field = need));
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn superseded_needs_a_successor_that_somebody_names() {
        let old = ("decisions/0001-a.md", "---\nstatus: superseded\n---\n\n# A\n");
        let new = ("decisions/0002-b.md", "---\nsupersedes: 1\n---\n\n# B\n");
        let finding = "decisions/0001-a.md:2:9 warning superseded needs superseded_by; add a line to the front matter: superseded_by: …";
        assert_eq!(found("missing-need", &[old]), [finding]);
        assert!(found("missing-need", &[old, new]).is_empty());
    }
}
