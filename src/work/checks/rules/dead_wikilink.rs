//! A wikilink to a name that nothing has.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::advice;
use crate::work::checks::fate::Fate;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `dead-wikilink`
pub static RULE: Rule = Rule {
    code: "REF006",
    name: "dead-wikilink",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A wikilink names nothing that is there.",
            why: "It shows as plain text; who reads it can not go on.",
            mend: "Take the name that is proposed, or write the document that is missing.",
        },
        nl: Words {
            says: "Een wikilink noemt iets dat er niet is.",
            why: "Hij verschijnt als gewone tekst; wie hem leest, kan niet verder.",
            mend: "Neem de naam die wordt voorgesteld, of schrijf het document dat ontbreekt.",
        },
        bad: "[[sanning]]",
        good: "[[scanning]]",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (link, fate) in page.links() {
        if *fate != Fate::Nameless || !is_name(link.path()) {
            continue;
        }
        let wanted: String = link.path().trim().chars().take(120).collect();
        let raw = found.at(page.at, link.target_span.clone(), msg!("check-dead-wikilink", name = &wanted));
        raw.later(move |scope| advice::document(scope, &wanted));
    }
}

/// Whether what stands between the brackets can be a name: `[[1]]` is a note, and `[[ -f x ]]` a test in a script.
fn is_name(text: &str) -> bool {
    let text = text.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    !digits && text.chars().any(char::is_alphabetic) && !text.starts_with('-') && !text.contains(['=', '"', '$', ';'])
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn a_name_that_nothing_has_is_seen_and_a_number_is_text() {
        let text = "# A\n\n[[scaning]] [[scanning]] [[1]] [[scanning|the text]] [[practice/scanning#scanning]] [[ -f x ]]\n";
        let files = [("practices/a.md", text), ("practices/scanning.md", "# Scanning\n")];
        assert_eq!(
            found("dead-wikilink", &files),
            ["practices/a.md:3:3 warning nothing is called \"scaning\"; nearest: practice/scanning"]
        );
    }
}
