//! An accepted answer that answers another question.

use crate::model::finding::Severity;
use crate::model::kind::Capability;
use crate::model::targets::Target;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `foreign-accepted-answer`
pub static RULE: Rule = Rule {
    code: "LIF002",
    name: "foreign-accepted-answer",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The accepted answer is not an answer to this question.",
            why: "The question counts as answered, with an answer that was given to another one.",
            mend: "Name one of its own answers under `accepted`.",
        },
        nl: Words {
            says: "Het gekozen antwoord is geen antwoord op deze vraag.",
            why: "De vraag geldt als beantwoord, met een antwoord dat op een andere vraag is gegeven.",
            mend: "Noem een van de eigen antwoorden bij `accepted`.",
        },
        bad: "# questions/how-long.md\naccepted: answer/how-often/bram",
        good: "accepted: answer/how-long/bram",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (relation, target) in page.document.relations.iter().zip(scope.targets(page.at)) {
        let Target::Document(to, _) = target else { continue };
        let answers = relation.name == "accepted" && scope.kind(*to).has(Capability::Acceptable);
        if answers && !scope.community.parents(*to).contains(&page.at) {
            let name = &scope.document(*to).reference;
            let raw = found.at(page.at, relation.span.clone(), msg!("check-foreign-answer", name = name));
            raw.help(msg!("check-foreign-answer-help"));
        }
    }
}
