//! Two paths that differ only in how an accent is written.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `accent-twins`
pub static RULE: Rule = Rule {
    code: "NAM007",
    name: "accent-twins",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "Two paths look the same and are written otherwise.",
            why: "An é can be one character or two. On a Mac both are one file, elsewhere links lead to the other one.",
            mend: "Rename one of them.",
        },
        nl: Words {
            says: "Twee paden zien er hetzelfde uit maar zijn anders geschreven.",
            why: "Een é kan één teken zijn of twee. Op een Mac zijn beide één bestand, elders leiden links naar het verkeerde.",
            mend: "Hernoem er een.",
        },
        bad: "café.md and cafe\u{301}.md",
        good: "café.md",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    // Those that differ in capitals are another rule's.
    for (path, other) in scope.paths().twins(|one, other| one.to_lowercase() != other.to_lowercase()) {
        found.about(scope, path, msg!("check-accent-twins", other = other)).help(msg!("check-duplicate-slug-help"));
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn one_letter_written_in_two_ways_is_seen() {
        let files = [("practices/cafe\u{301}.md", "# A\n"), ("practices/café.md", "# B\n"), ("practices/cafe.md", "# C\n")];
        assert_eq!(found("accent-twins", &files).len(), 1);
        assert!(found("case-twins", &files).is_empty());
    }
}
