//! Two paths that differ only in capitals.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `case-twins`
pub static RULE: Rule = Rule {
    code: "NAM004",
    name: "case-twins",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "Two paths differ only in capitals.",
            why: "On a Mac and on Windows they are one file: a checkout loses one of the two, and every commit from there is wrong.",
            mend: "Rename one of them.",
        },
        nl: Words {
            says: "Twee paden verschillen alleen in hoofdletters.",
            why: "Op een Mac en op Windows zijn ze één bestand: bij het uitchecken gaat er een verloren, en elke commit vandaar is fout.",
            mend: "Hernoem er een.",
        },
        bad: "practices/Scan.md and practices/scan.md",
        good: "practices/scan.md and practices/scan-photos.md",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    for (path, other) in scope.paths().twins(|one, other| one.to_lowercase() == other.to_lowercase()) {
        found.about(scope, path, msg!("check-case-twins", path = path, other = other)).help(msg!("check-duplicate-slug-help"));
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn files_and_folders_are_told_apart_by_more_than_case() {
        let files = [("practices/Scan.md", "# A\n"), ("practices/scan.md", "# B\n"), ("Assets/a.png", ""), ("assets/b.png", "")];
        assert_eq!(
            found("case-twins", &files),
            [
                "assets error assets differs from Assets only in capitals; rename one of them",
                "practices/scan.md error practices/scan.md differs from practices/Scan.md only in capitals; rename one of them",
            ]
        );
    }
}
