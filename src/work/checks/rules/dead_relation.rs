//! A relation, or a field that names a document, that leads to nothing.

use crate::model::document::RelationValue;
use crate::model::field::FieldType;
use crate::model::finding::Severity;
use crate::model::kinds::is_markdown;
use crate::model::targets::{Target, join, of_relation};
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
        if !dead || leaves || is_nothing(&relation.target) || scope.may_be_left_out(&relation.target) {
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
    for relation in references(page) {
        let target = of_relation(scope.community, page.document, &relation);
        let leaves = relation.is_path && join(&page.document.path, &relation.target).is_none();
        if !matches!(target, Target::Unknown) || leaves || is_nothing(&relation.target) || scope.may_be_left_out(&relation.target) {
            continue;
        }
        let wanted: String = relation.target.chars().take(120).collect();
        let raw = found.at(page.at, relation.span.clone(), msg!("check-dead-relation", relation = &relation.name, name = &wanted));
        raw.later(move |scope| advice::document(scope, &wanted));
    }
}

/// What the fields of a document name that its kind says are references: a term's `broader`, where a community has given it one.
fn references(page: &Page<'_>) -> impl Iterator<Item = RelationValue> {
    let fields = page.document.fields.iter().filter(|written| !written.misshapen);
    let named = fields.filter(|written| page.kind.field(&written.name).is_some_and(|field| field.kind == FieldType::Ref));
    let values = named.flat_map(|written| written.values.iter().map(|value| (written.key.clone(), value)));
    values.filter(|(_, value)| !value.text.trim().is_empty()).map(|(name, value)| {
        let target = value.text.trim().trim_start_matches("[[").trim_end_matches("]]").to_owned();
        let is_path = target.starts_with('.') || is_markdown(&target);
        RelationValue { name, target, span: value.span.clone(), is_path }
    })
}

/// Whether a text says that there is nothing.
fn is_nothing(text: &str) -> bool {
    ["n/a", "none", "nvt", "n.v.t.", "tbd", "-", "–"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::{found, found_in};

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

    #[test]
    fn a_field_of_references_is_one_too() {
        let settings = "kinds: {term: {fields: {broader: {type: ref, list: true}}}}\n";
        let text = "---\nbroader: [mail, male, ./mail.md, ./male.md, nvt, \"[[mail]]\", https://x.nl]\n---\n\n# Mailbox\n";
        let told = found_in("dead-relation", settings, &[("glossary/mailbox.md", text), ("glossary/mail.md", "# Mail\n")]);
        let told: Vec<&str> = told.iter().filter_map(|one| one.split(';').next()).collect();
        assert_eq!(
            told,
            [
                "glossary/mailbox.md:2:17 error broader: nothing is called \"male\"",
                "glossary/mailbox.md:2:34 error broader: nothing is called \"./male.md\"",
            ]
        );
    }
}
