//! A name in front matter where the file's own name counts.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `ignored-name`
pub static RULE: Rule = Rule {
    code: "FM033",
    name: "ignored-name",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document gives itself a name that is not that of its file.",
            why: "A document is called by its folder and file name; an `id`, `ref` or `slug` beside it is not read, and who follows it finds nothing.",
            mend: "Rename the file, remove the key, or keep the name findable under `aliases`.",
        },
        nl: Words {
            says: "Een document geeft zichzelf een andere naam dan die van zijn bestand.",
            why: "Een document heet naar zijn map en bestand; een `id`, `ref` of `slug` ernaast wordt niet gelezen, en wie die volgt vindt niets.",
            mend: "Hernoem het bestand, haal de sleutel weg, of houd de naam vindbaar bij `aliases`.",
        },
        bad: "# practices/scanning.md\nid: how-to-scan",
        good: "aliases: [how-to-scan]",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    // Elsewhere the key belongs to another program.
    if page.is_adopted() {
        return;
    }
    for extra in document.extra.iter().filter(|extra| matches!(extra.key.as_str(), "id" | "ref" | "slug")) {
        let said = extra.value.text().unwrap_or_else(|| extra.value.raw(&document.text)).trim();
        if said == document.slug || said == document.reference || said == document.handle() || extra.value.is_null() {
            continue;
        }
        let shown: String = said.chars().take(60).collect();
        let raw = found.at(page.at, extra.value.span.clone(), msg!("check-ignored-name", key = &extra.key, name = shown));
        raw.help(msg!("check-ignored-name-help", name = &document.reference));
    }
}
