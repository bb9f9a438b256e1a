//! Fields that stand in the text, where nothing reads them.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::bare::{below_title, first_lines};
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `front-unfenced`
pub static RULE: Rule = Rule {
    code: "FM034",
    name: "front-unfenced",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "What looks like a field stands in the text.",
            why: "Fields count only between two lines of `---` at the top of the file. Anywhere else they are text, and the document has no such status, tags or steward.",
            mend: "Let the file begin with a line of `---`, then the fields, then a line of `---` again, and the text below it.",
        },
        nl: Words {
            says: "Wat op een veld lijkt, staat in de tekst.",
            why: "Velden tellen alleen mee tussen twee regels met `---`, boven aan het bestand. Elders zijn ze tekst, en heeft het document die status, trefwoorden of beheerder niet.",
            mend: "Laat het bestand beginnen met een regel `---`, dan de velden, dan weer een regel `---`, en daaronder de tekst.",
        },
        bad: "status: adopted\n\n# Scanning",
        good: "---\nstatus: adopted\n---\n\n# Scanning",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let (document, kind) = (page.document, page.kind);
    // Records are read in the forms from before front matter too.
    if kind.numbered.is_some() {
        return;
    }
    let first = if document.front.range.is_none() { first_lines(document, kind) } else { None };
    if let Some((span, key)) = first.or_else(|| below_title(document, kind)) {
        found.at(page.at, span, msg!("check-front-unfenced", key = key)).help(msg!("check-front-unfenced-help"));
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn fields_without_fences_are_seen_and_text_is_left_alone() {
        let found = |path: &str, text: &str| found("front-unfenced", &[(path, text)]);
        let help = "; fields stand at the top of the file, between two lines with only ---";
        for (text, place) in [
            ("status: adopted\ntags: a\n\n# A\n", "1:1 warning \"status\""),
            ("\ntitel: Scannen\n\nTekst\n", "2:1 warning \"titel\""),
            ("Trefwoorden:\n  - a\n\n# A\n", "1:1 warning \"Trefwoorden\""),
            ("# A\n\nstatus: adopted\n\nText\n", "3:1 warning \"status\""),
            ("---\ntags: a\n---\n\n# A\nStatus: adopted\n", "6:1 warning \"Status\""),
            ("A\n=\n\nreviewed: 2026-01-01\n", "4:1 warning \"reviewed\""),
        ] {
            assert_eq!(found("practices/a.md", text), [format!("practices/a.md:{place} is text here and no field{help}")], "{text}");
        }
        for fine in [
            "---\nstatus: adopted\n---\n\n# A\n",
            "# A\n\nText\n\nstatus: adopted\n",
            "# A\n\nNote: this is text\n",
            "Note: this is text\n\n# A\n",
            "status: adopted is what we say of a practice that\nall of us keep to\n",
            "Status:\n\n# A\n",
            "# A\n\n## B\n\nstatus: adopted\n",
        ] {
            assert!(found("practices/a.md", fine).is_empty(), "{fine}");
        }
        assert!(found("decisions/0001-a.md", "# A\n\nStatus: accepted\n").is_empty());
    }
}
