//! Headings that pass over a level, or a second title.

use crate::model::finding::Severity;
use crate::msg;
use crate::text::markdown::Heading;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::{Scope, is_form};

/// `heading-levels`
pub static RULE: Rule = Rule {
    code: "CON007",
    name: "heading-levels",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A heading passes over a level, or a document has two titles.",
            why: "Who listens to a page goes from heading to heading, and thinks that something was left out; of two titles only one is the document's.",
            mend: "Take the level below the heading above it, and one `#` for the title alone.",
        },
        nl: Words {
            says: "Een kopje slaat een niveau over, of een document heeft twee titels.",
            why: "Wie een pagina laat voorlezen, gaat van kopje naar kopje en denkt dat er iets weg is; van twee titels is er maar één van het document.",
            mend: "Neem het niveau onder dat van het kopje erboven, en één `#` alleen voor de titel.",
        },
        bad: "# Scanning\n\n#### Pitfalls",
        good: "# Scanning\n\n## Pitfalls",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    if is_form(&document.path) {
        return;
    }
    let [lets_levels, lets_titles] = ["MD001", "MD025"].map(|code| document.markdown.comments.iter().any(|one| is_let(&one.text, code)));
    // What is written in HTML has its size for its looks.
    let is_plain =
        |heading: &&Heading| !heading.nested && document.text.get(heading.span.clone()).is_some_and(|text| !text.starts_with('<'));
    let headings: Vec<&Heading> = document.markdown.headings.iter().filter(is_plain).collect();
    for pair in headings.windows(2) {
        let (above, heading) = (pair[0].level, pair[1].level);
        if heading > above + 1 && !lets_levels {
            let msg = msg!("check-heading-skips", heading = &pair[1].text, level = usize::from(heading), above = usize::from(above));
            let raw = found.at(page.at, pair[1].span.clone(), msg);
            raw.help(msg!("check-heading-skips-help", marks = "#".repeat(usize::from(above) + 1)));
        }
    }
    let mut titles = headings.iter().filter(|heading| heading.level == 1);
    if let (Some(title), Some(second)) = (titles.next(), titles.next())
        && !lets_titles
    {
        let raw = found.at(page.at, second.span.clone(), msg!("check-second-title", heading = &second.text, title = &title.text));
        raw.help(msg!("check-second-title-help"));
    }
}

/// Whether a comment tells another checker, markdownlint, to let this be: the writer meant it.
fn is_let(comment: &str, code: &str) -> bool {
    let Some(rest) = comment.strip_prefix("markdownlint-disable") else { return false };
    let mut names = rest.split_whitespace().skip(usize::from(!rest.starts_with(char::is_whitespace))).peekable();
    names.peek().is_none() || names.any(|name| name.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn only_a_step_down_of_two_and_a_second_title_are_told() {
        for (text, count) in [
            ("# A\n\n## B\n\n### C\n\n## D\n", 0),
            ("# A\n\n### B\n\n### C\n\n## D\n", 1),
            ("### A\n\n#### B\n\n# C\n", 0),
            ("# A\n\n## B\n\n# C\n\n# D\n", 1),
            ("# A\n\n<!-- markdownlint-disable MD025 -->\n\n# B\n\n### C\n", 1),
            ("<!-- markdownlint-disable -->\n\n# A\n\n# B\n\n### C\n", 0),
            ("# A\n\n<h4>b</h4>\n\n> #### c\n\n```\n#### d\n```\n", 0),
        ] {
            assert_eq!(found("heading-levels", &[("practices/a.md", text)]).len(), count, "{text}");
        }
        assert_eq!(found("heading-levels", &[("practices/template.md", "# A\n\n### B\n")]).len(), 0);
    }
}
