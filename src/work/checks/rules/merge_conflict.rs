//! A merge that was not finished.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `merge-conflict`
pub static RULE: Rule = Rule {
    code: "CON002",
    name: "merge-conflict",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The marks of an unfinished merge stand in the file.",
            why: "Two versions of one passage stand below each other and nobody knows which one holds; in front matter the fields can not be read.",
            mend: "Choose between the two, remove the three lines of marks, and save.",
        },
        nl: Words {
            says: "In het bestand staan de tekens van een samenvoeging die niet is afgemaakt.",
            why: "Twee versies van één stuk tekst staan onder elkaar en niemand weet welke geldt; in de metagegevens zijn de velden niet te lezen.",
            mend: "Kies een van de twee, haal de drie regels met tekens weg en sla op.",
        },
        bad: "<<<<<<< HEAD\nScan twice.\n=======\nScan once.\n>>>>>>> topic",
        good: "Scan twice.",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    let text = &*document.text;
    if !text.contains("<<<<<<<") && !text.contains(">>>>>>>") {
        return;
    }
    // Of a conflict the first mark is enough; a mark that stands alone is what somebody forgot.
    let mut within = false;
    for line in 1..=document.lines.count() {
        let range = document.lines.range(text, line);
        let written = &text[range.clone()];
        let opens = is_mark(written, '<');
        let closes = is_mark(written, '>');
        if !opens && !closes {
            continue;
        }
        // In a page about git a single mark in code is an example.
        let in_code = document.markdown.code.iter().any(|code| code.contains(&range.start));
        // Seven levels of a quote look like the last mark.
        let follows = || text[..range.start].lines().any(|line| line.trim_end() == "=======" || is_mark(line, '<'));
        if !in_code && (opens || (closes && !within && follows())) {
            found.at(page.at, range, msg!("check-merge-conflict")).help(msg!("check-merge-conflict-help"));
        }
        within = opens;
    }
}

/// Seven of a sign at the start of a line, and then the name of a branch or nothing.
fn is_mark(line: &str, sign: char) -> bool {
    let rest = line.trim_start_matches(sign);
    line.len() - rest.len() == 7 && (rest.trim().is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn a_conflict_is_told_once_and_examples_are_left_alone() {
        let conflict = "# A\n\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> topic\n";
        assert_eq!(
            found("merge-conflict", &[("practices/a.md", conflict)]),
            ["practices/a.md:3:1 error an unfinished merge; choose one version and remove the marks"]
        );
        let fine = "Heading\n=======\n\n```\n<<<<<<< HEAD\n=======\n>>>>>>> topic\n```\n\n<<<<<<<<<< ten\n";
        assert!(found("merge-conflict", &[("practices/a.md", fine)]).is_empty());
        let front = "---\n<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> topic\n---\n";
        assert_eq!(found("merge-conflict", &[("practices/a.md", front)]).len(), 1);
    }
}
