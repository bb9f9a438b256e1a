//! A kind that does not exist, or that is another than the folder says.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `unknown-kind`
pub static RULE: Rule = Rule {
    code: "FM026",
    name: "unknown-kind",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document says that it is of another kind than its folder.",
            why: "The folder decides what a document is, so that what its front matter says about it has no effect.",
            mend: "Move the file to the folder of the kind that you mean, or remove `kind`.",
        },
        nl: Words {
            says: "Een document zegt dat het van een andere soort is dan zijn map.",
            why: "De map bepaalt wat een document is; wat de metagegevens daarover zeggen, heeft geen gevolg.",
            mend: "Zet het bestand in de map van de soort die je bedoelt, of haal `kind` weg.",
        },
        bad: "# practices/scanning.md\nkind: decision",
        good: "# decisions/0007-scanning.md",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    // In files that were there before, another program may mean something else by it.
    if page.is_adopted() {
        return;
    }
    let kinds = &scope.settings().kinds;
    for value in page.document.values("kind").iter().filter(|value| !value.text.is_empty()) {
        let meant = kinds.meant_by(&value.text);
        if meant.is_some_and(|kind| kind.name == page.kind.name) {
            continue;
        }
        let shown: String = value.text.chars().take(60).collect();
        let msg = match meant {
            Some(_) => msg!("check-other-kind", kind = shown, own = &page.kind.name),
            None => msg!("check-unknown-kind", kind = shown, own = &page.kind.name),
        };
        let raw = found.at(page.at, value.span.clone(), msg);
        if let Some(near) = kinds.nearest_to(&value.text).filter(|_| meant.is_none()) {
            raw.help(msg!("check-did-you-mean", name = &near.name));
        }
    }
}
