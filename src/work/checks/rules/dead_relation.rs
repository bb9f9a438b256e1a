//! A relation to a document that is not there.

use crate::model::finding::Severity;
use crate::model::targets::{Target, join};
use crate::msg;
use crate::work::checks::advice;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `dead-relation`
pub static RULE: Rule = Rule {
    code: "REF008",
    name: "dead-relation",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A relation in the front matter leads to nothing.",
            why: "A successor that is not there leaves readers with what no longer holds, and `cop show` has nothing to show.",
            mend: "Take the document that is proposed, or remove the line.",
        },
        nl: Words {
            says: "Een relatie in de metagegevens leidt naar niets.",
            why: "Een opvolger die er niet is, laat lezers zitten met wat niet meer geldt, en `cop show` heeft niets te tonen.",
            mend: "Neem het document dat wordt voorgesteld, of haal de regel weg.",
        },
        bad: "superseded_by: decision/0012-use-mtdo",
        good: "superseded_by: decision/0012-use-mdto",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (relation, target) in page.document.relations.iter().zip(scope.targets(page.at)) {
        let dead = matches!(target, Target::Unknown | Target::Missing(_) | Target::Outside(_));
        // A way out of the repository is the business of another rule.
        let leaves = relation.is_path && join(&page.document.path, &relation.target).is_none();
        let nothing = ["n/a", "none", "nvt", "n.v.t.", "tbd", "-", "–"].iter().any(|word| relation.target.eq_ignore_ascii_case(word));
        if !dead || leaves || nothing {
            continue;
        }
        let wanted: String = relation.target.chars().take(120).collect();
        let raw = found.at(page.at, relation.span.clone(), msg!("check-dead-relation", relation = &relation.name, name = &wanted));
        // Elsewhere a key of that name may hold anything, and so may a line of an older record.
        if relation.span.start >= page.document.front.body {
            raw.at_most(Severity::Note);
        }
        raw.later(move |scope| advice::document(scope, &wanted));
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn what_is_not_there_is_named_with_what_is_near() {
        let files = [
            (
                "practices/a.md",
                "---\nsupersedes: practice/scaning\nrelated: [scanning, scanning.md, ./scanning.md, practices/scanning.md, https://x.nl]\n---\n\n# A\n",
            ),
            ("practices/scanning.md", "---\nsuperseded_by: practice/a\n---\n\n# Scanning\n"),
        ];
        assert_eq!(
            found("dead-relation", &files),
            ["practices/a.md:2:13 error supersedes: nothing is called \"practice/scaning\"; nearest: practice/scanning"]
        );
    }
}
