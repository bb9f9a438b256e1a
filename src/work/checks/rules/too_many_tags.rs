//! More tags than anybody can use.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `too-many-tags`
pub static RULE: Rule = Rule {
    code: "FM031",
    name: "too-many-tags",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document has more tags than the limit.",
            why: "What has every tag is found by none.",
            mend: "Keep the few that say what it is about, or raise `tags` under `limits:` in `community.yaml`.",
        },
        nl: Words {
            says: "Een document heeft meer trefwoorden dan de grens.",
            why: "Wat elk trefwoord heeft, wordt door geen enkel gevonden.",
            mend: "Houd de paar over die zeggen waar het over gaat, of verhoog `tags` bij `limits:` in `community.yaml`.",
        },
        bad: "tags: [a, b, c, … a hundred more]",
        good: "tags: [email, retention]",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let (tags, limit) = (page.document.values("tags"), scope.settings().limits.tags);
    if let Some(first) = tags.get(limit) {
        let msg = msg!("check-too-many-tags", count = tags.len(), limit = limit);
        found.at(page.at, first.span.clone(), msg).help(msg!("check-too-many-tags-help"));
    }
}
