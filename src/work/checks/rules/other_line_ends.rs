//! A file whose lines end otherwise than those of most other files.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `other-line-ends`
pub static RULE: Rule = Rule {
    code: "CON009",
    name: "other-line-ends",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The lines of a file end in `CRLF`, and those of most others in `LF`.",
            why: "Whoever saves it in another editor changes every line, so that nobody sees what was changed and two people who change one sentence each contradict each other.",
            mend: "Let your editor save the file with `LF`; and let `.gitattributes` say `* text=auto`, then git looks after it.",
        },
        nl: Words {
            says: "De regels van een bestand eindigen op `CRLF`, en die van de meeste andere op `LF`.",
            why: "Wie het in een andere editor opslaat, wijzigt elke regel: niemand ziet dan wat er veranderde, en twee mensen die elk één zin wijzigen, spreken elkaar tegen.",
            mend: "Laat je editor het bestand met `LF` opslaan; en zet `* text=auto` in `.gitattributes`, dan let git erop.",
        },
        bad: "a file saved with CRLF",
        good: "a file with LF only",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let documents = scope.documents();
    let others: Vec<usize> = (0..documents.len()).filter(|at| is_windows(&documents[*at].text)).collect();
    let usual = documents.iter().filter(|document| document.text.contains('\n') && !document.text.contains('\r')).count();
    // Where git gives every file such ends, as it does on Windows, there is nothing odd about them.
    if others.len() >= usual {
        return;
    }
    for at in others {
        let first = scope.document(at).text.find('\r').unwrap_or_default();
        // It says the same with other ends, but git would show each of its lines as changed, or none where it turns them itself: that is
        // somebody's to decide.
        found.at(at, first..first, msg!("check-other-line-ends", count = usual)).help(msg!("check-other-line-ends-help"));
    }
}

/// Whether all lines end in `CRLF`.
fn is_windows(text: &str) -> bool {
    text.contains('\r') && text.contains("\r\n") && text.split("\r\n").all(|line| !line.contains(['\r', '\n']))
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn what_most_files_have_is_usual() {
        let (windows, unix, mixed) = ("# A\r\n\r\nOne.\r\n", "# A\n\nOne.\n", "# A\r\n\nOne.\n");
        for (files, count) in [
            (vec![windows, unix, unix], 1),
            (vec![windows, unix], 0),
            (vec![windows, windows, unix], 0),
            (vec![windows], 0),
            (vec![mixed, unix, unix], 0),
            (vec!["# A", unix], 0),
        ] {
            let named: Vec<(String, &str)> = files.iter().enumerate().map(|(at, text)| (format!("practices/p{at}.md"), *text)).collect();
            let named: Vec<(&str, &str)> = named.iter().map(|(path, text)| (path.as_str(), *text)).collect();
            assert_eq!(found("other-line-ends", &named).len(), count, "{files:?}");
        }
    }
}
