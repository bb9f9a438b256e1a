//! Front matter that does not begin the file.

use crate::model::finding::{Safety, Severity};
use crate::msg;
use crate::work::checks::bare::late_front;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `front-not-first`
pub static RULE: Rule = Rule {
    code: "FM004",
    name: "front-not-first",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Safe),
    about: About {
        en: Words {
            says: "Something stands above the front matter.",
            why: "Git hosts and site generators only see front matter that begins on the first line; they show it as text.",
            mend: "Let `---` be the first line: move what stands above it below the front matter, and remove empty lines and spaces.",
        },
        nl: Words {
            says: "Er staat iets boven de metagegevens.",
            why: "Git-hosts en sitegeneratoren zien alleen metagegevens die op de eerste regel beginnen; anders tonen ze hem als tekst.",
            mend: "Laat `---` de eerste regel zijn: zet wat erboven staat onder de metagegevens, en haal lege regels en spaties weg.",
        },
        bad: "\n---\ntitle: Scanning\n---",
        good: "---\ntitle: Scanning\n---",
    },
    check: Check::Page(check),
};

/// What stands below blank lines is read all the same, and told of by who reads it; below a title or a text it is text.
fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    if page.document.front.range.is_some() {
        return;
    }
    if let Some(span) = late_front(page.document, page.kind) {
        found.at(page.at, span, msg!("check-front-below")).help(msg!("check-front-below-help"));
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn front_matter_below_a_title_or_a_text_is_seen() {
        let found = |text: &str| found("front-not-first", &[("practices/a.md", text)]);
        let words =
            "warning The front matter stands below other text, so it is read as text.; Move it to the top: `---` must be the first line.";
        for (text, line) in [
            ("# A\n\n---\nstatus: adopted\ntags:\n  - a\n---\n\nText\n", 3),
            ("Some text.\n---\nstatus: adopted\n---\n", 2),
            ("# A\r\n---\r\nTrefwoorden: a\r\n\r\n---\r\n", 2),
        ] {
            assert_eq!(found(text), [format!("practices/a.md:{line}:1 {words}")], "{text}");
        }
        for fine in [
            "# A\n\n---\n\nText\n\n---\n",
            "# A\n\n---\nNote: text\n---\n",
            "# A\n\n---\nstatus: adopted\nis text\n---\n",
            "# A\n\n---\nstatus: adopted\n",
        ] {
            assert!(found(fine).is_empty(), "{fine}");
        }
    }
}
