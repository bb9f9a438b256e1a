//! A picture that is not there.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::advice;
use crate::work::checks::fate::Fate;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `missing-image`
pub static RULE: Rule = Rule {
    code: "REF011",
    name: "missing-image",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A picture is not there.",
            why: "The reader sees a broken frame where the drawing was to explain it.",
            mend: "Take the file that is proposed, or put the picture beside the document or in `assets/`.",
        },
        nl: Words {
            says: "Een afbeelding is er niet.",
            why: "De lezer ziet een leeg kader op de plek waar de tekening het moest uitleggen.",
            mend: "Neem het bestand dat wordt voorgesteld, of zet de afbeelding naast het document of in `assets/`.",
        },
        bad: "![The rings](../asset/rings.svg)",
        good: "![The rings](../assets/rings.svg)",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (link, fate) in page.links().filter(|(link, _)| link.form.is_image()) {
        let Fate::Missing(path) = fate else { continue };
        let (from, path) = (page.document.path.clone(), path.clone());
        let raw = found.at(page.at, link.target_span.clone(), msg!("check-missing-image", name = link.path().trim()));
        raw.later(move |scope| advice::link(scope, &from, &path));
    }
}
