//! A name that more than one document has.

use crate::model::finding::Severity;
use crate::model::targets::Target;
use crate::msg;
use crate::work::checks::fate::Fate;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `ambiguous-reference`
pub static RULE: Rule = Rule {
    code: "REF007",
    name: "ambiguous-reference",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A wikilink or a relation names more than one document.",
            why: "Which one is meant can not be known, and the next one of that name may change it again.",
            mend: "Write more of the name: the kind before it, or the folder.",
        },
        nl: Words {
            says: "Een wikilink of relatie noemt meer dan één document.",
            why: "Welk document bedoeld is valt niet te zeggen, en een volgend document met die naam kan het weer veranderen.",
            mend: "Schrijf meer van de naam: de soort ervoor, of de map.",
        },
        bad: "[[scanning]]",
        good: "[[practice/scanning]]",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let links = page.links().filter_map(|(link, fate)| match fate {
        Fate::Several(several) => Some((link.path(), &link.target_span, several)),
        _ => None,
    });
    let relations = page.document.relations.iter().zip(scope.targets(page.at)).filter_map(|(relation, target)| match target {
        Target::Several(several) => Some((relation.target.as_str(), &relation.span, several)),
        _ => None,
    });
    for (name, span, several) in links.chain(relations) {
        let raw = found.at(page.at, span.clone(), msg!("check-ambiguous", name = name.trim(), count = several.len()));
        let names: Vec<_> = several.iter().take(3).map(|at| scope.document(*at).reference.as_str()).collect();
        raw.help(msg!("check-wants-one-of", values = names.join(", ")));
    }
}
