//! A tag that the community has not agreed on.

use crate::base::nearest::nearest;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `unknown-tag`
pub static RULE: Rule = Rule {
    code: "FM027",
    name: "unknown-tag",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A tag is not on the list that the community agreed on.",
            why: "The list is closed (`tags_closed: true`): a tag beside it splits what belongs together.",
            mend: "Take a tag of the list, or propose to add this one to `tags:` in `community.yaml`.",
        },
        nl: Words {
            says: "Een trefwoord staat niet op de lijst die de gemeenschap heeft afgesproken.",
            why: "De lijst is gesloten (`tags_closed: true`): een trefwoord ernaast haalt uit elkaar wat bij elkaar hoort.",
            mend: "Neem een trefwoord van de lijst, of stel voor dit woord bij `tags:` in `community.yaml` te zetten.",
        },
        bad: "tags: [emial]",
        good: "tags: [email]",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let settings = scope.settings();
    if !settings.tags_closed {
        return;
    }
    for tag in page.document.values("tags").iter().filter(|tag| !tag.text.is_empty()) {
        if settings.agreed_tag(&tag.text).is_some() {
            continue;
        }
        let raw = found.at(page.at, tag.span.clone(), msg!("check-unknown-tag", tag = &tag.text));
        let raw = raw.help(msg!("check-unknown-tag-help"));
        let typed = tag.text.clone();
        raw.later(move |scope| {
            let near = nearest(&typed, scope.settings().tags.iter().map(|tag| tag.name.as_str()));
            near.map(|near| msg!("check-did-you-mean", name = near))
        });
    }
}
