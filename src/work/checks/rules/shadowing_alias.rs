//! An alias that is the name of another document.

use crate::base::fold::fold;
use crate::model::finding::Severity;
use crate::model::names::Found as Named;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `shadowing-alias`
pub static RULE: Rule = Rule {
    code: "NAM005",
    name: "shadowing-alias",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "An alias of one document is the name of another.",
            why: "Who types the name gets the other document; the alias never counts.",
            mend: "Remove the alias, or rename the other document.",
        },
        nl: Words {
            says: "Een alias van het ene document is de naam van een ander.",
            why: "Wie de naam typt, krijgt het andere document; de alias telt nooit.",
            mend: "Haal de alias weg, of hernoem het andere document.",
        },
        bad: "# practices/a.md\naliases: [scanning]\n# and practices/scanning.md",
        good: "aliases: [digitising]",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for alias in page.document.values("aliases").iter().filter(|alias| !alias.text.is_empty()) {
        // What a part of a name or a number happens to fit is no name.
        let Named::One(other) = scope.community.resolve(&alias.text) else { continue };
        let (document, folded) = (scope.document(other), fold(&alias.text));
        let is_name = [&document.reference, &document.slug, &document.path].into_iter().any(|name| *name == alias.text)
            || fold(&document.title) == folded;
        // A translation goes by the same names.
        let related = scope.related(page.at, "translation_of").chain(scope.related(page.at, "supersedes")).any(|at| at == other);
        if other == page.at || !is_name || related || scope.related(other, "translation_of").any(|at| at == page.at) {
            continue;
        }
        let raw = found.at(page.at, alias.span.clone(), msg!("check-shadowing-alias", alias = &alias.text, path = &document.path));
        raw.help(msg!("check-shadowing-alias-help"));
    }
}
