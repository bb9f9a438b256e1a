//! A tag that is nearly one that the community has agreed on.

use crate::base::fold::fold_tag;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `near-tag`
pub static RULE: Rule = Rule {
    code: "FM028",
    name: "near-tag",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A tag is nearly one of the list.",
            why: "Two spellings of one tag are two tags: who follows the one does not see the other.",
            mend: "Take the tag of the list, or add this spelling to its `synonyms`.",
        },
        nl: Words {
            says: "Een trefwoord lijkt sterk op een van de lijst.",
            why: "Twee schrijfwijzen van één trefwoord zijn twee trefwoorden: wie het ene volgt, ziet het andere niet.",
            mend: "Neem het trefwoord van de lijst, of zet deze schrijfwijze bij zijn `synonyms`.",
        },
        bad: "tags: [newcommers]",
        good: "tags: [newcomers]",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let settings = scope.settings();
    if settings.tags_closed || settings.tags.is_empty() {
        return;
    }
    for tag in page.document.values("tags").iter().filter(|tag| !tag.text.is_empty()) {
        if settings.agreed_tag(&tag.text).is_some() {
            continue;
        }
        let near = scope.tag_slips().meant_by(&fold_tag(&tag.text));
        if let Some(near) = near.and_then(|at| settings.tags.get(at)) {
            let raw = found.at(page.at, tag.span.clone(), msg!("check-near-tag", tag = &tag.text));
            raw.help(msg!("check-did-you-mean", name = &near.name));
        }
    }
}
