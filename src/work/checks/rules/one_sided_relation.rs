//! A relation that only one of the two documents tells.

use crate::model::finding::Severity;
use crate::model::targets::Target;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `one-sided-relation`
pub static RULE: Rule = Rule {
    code: "REF013",
    name: "one-sided-relation",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A relation that both documents tell stands in only one of them.",
            why: "Who opens the other one on the git host does not see that it was superseded.",
            mend: "Add the line that is proposed to the other document.",
        },
        nl: Words {
            says: "Een relatie die in beide documenten hoort, staat maar in een ervan.",
            why: "Wie het andere document op de git-host opent, ziet niet dat het is vervangen.",
            mend: "Zet de regel die wordt voorgesteld in het andere document.",
        },
        bad: "# practices/new.md\nsupersedes: practice/old\n# practices/old.md has no `superseded_by`",
        good: "# practices/old.md\nsuperseded_by: practice/new",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (written, target) in page.document.relations.iter().zip(scope.targets(page.at)) {
        let (Target::Document(to, _), Some(relation)) = (target, page.kind.relation(&written.name)) else { continue };
        let Some(inverse) = relation.inverse.as_deref().filter(|_| relation.both) else { continue };
        let takes = scope.kind(*to).relation(inverse).is_some();
        if !takes || *to == page.at || scope.related(*to, inverse).any(|back| back == page.at) {
            continue;
        }
        let other = scope.document(*to);
        let raw = found.at(page.at, written.span.clone(), msg!("check-one-sided", path = &other.path, relation = inverse));
        raw.help(msg!("check-one-sided-help", path = &other.path, line = format!("{inverse}: {}", page.document.reference)));
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn the_line_for_the_other_document_is_proposed() {
        let old = ("practices/old.md", "---\nstatus: retired\n---\n\n# Old\n");
        let new = ("practices/new.md", "---\nsupersedes: practice/old\n---\n\n# New\n");
        let finding = "practices/new.md:2:13 warning practices/old.md does not say superseded_by; add to practices/old.md: superseded_by: practice/new";
        assert_eq!(found("one-sided-relation", &[old, new]), [finding]);
        let told = ("practices/old.md", "---\nstatus: retired\nsuperseded_by: new\n---\n\n# Old\n");
        assert!(found("one-sided-relation", &[told, new]).is_empty());
    }
}
