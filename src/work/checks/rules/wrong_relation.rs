//! A relation to a document of a kind that it can not have.

use crate::model::finding::Severity;
use crate::model::targets::Target;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `wrong-relation`
pub static RULE: Rule = Rule {
    code: "REF009",
    name: "wrong-relation",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A relation leads to a document of another kind than it can.",
            why: "A decision is superseded by a decision and a question answered by an answer; anything else has no meaning.",
            mend: "Name a document of the right kind, or use `related`.",
        },
        nl: Words {
            says: "Een relatie leidt naar een document van een andere soort dan kan.",
            why: "Een besluit wordt vervangen door een besluit en een vraag beantwoord door een antwoord; iets anders heeft geen betekenis.",
            mend: "Noem een document van de juiste soort, of gebruik `related`.",
        },
        bad: "supersedes: question/how-long",
        good: "related: question/how-long",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (written, target) in page.document.relations.iter().zip(scope.targets(page.at)) {
        let (Target::Document(to, _), Some(relation)) = (target, page.kind.relation(&written.name)) else { continue };
        let kind = &scope.kind(*to).name;
        if *to == page.at {
            found.at(page.at, written.span.clone(), msg!("check-self-relation", relation = &written.name));
        } else if !relation.to.is_empty() && !relation.to.contains(kind) {
            let msg = msg!("check-wrong-relation", relation = &written.name, kind = kind, wanted = relation.to.join(", "));
            found.at(page.at, written.span.clone(), msg);
        }
    }
}
