//! Two files that make one name.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::paths::folded;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;
use std::collections::HashMap;

/// `duplicate-slug`
pub static RULE: Rule = Rule {
    code: "NAM001",
    name: "duplicate-slug",
    severity: Severity::Warning,
    since: "0.1.0",
    about: About {
        en: Words {
            says: "Two files have the same name among documents of their kind.",
            why: "Names, links by name and what history keeps speak of only one of them; the other can be reached by its path alone.",
            mend: "Rename the second one.",
        },
        nl: Words {
            says: "Twee bestanden hebben dezelfde naam onder documenten van hun soort.",
            why: "Namen, links op naam en wat de geschiedenis bewaart gaan over maar één ervan; het andere is alleen via zijn pad te bereiken.",
            mend: "Hernoem het tweede.",
        },
        bad: "practices/Scanning.md and practices/scanning.md",
        good: "practices/scanning.md and practices/scanning-photos.md",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for at in scope.by_age() {
        let document = scope.document(at);
        let earlier = *first.entry(&document.reference).or_insert(at);
        if earlier == at {
            continue;
        }
        let other = &scope.document(earlier).path;
        // What differs in capitals or accents alone is told as that.
        if folded(other) == folded(&document.path) {
            continue;
        }
        let raw = found.at(at, 0..0, msg!("check-duplicate-slug", name = &document.reference, path = other));
        raw.help(msg!("check-duplicate-slug-help"));
        if scope.kind(at).is_adopted() {
            raw.at_most(Severity::Note);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn the_finding_stands_at_the_second() {
        let files = [("practices/a-b.md", "# A\n"), ("practices/a_b.md", "# A\n"), ("stories/a-b.md", "# A\n")];
        assert_eq!(
            found("duplicate-slug", &files),
            ["practices/a_b.md warning practice/a-b is already practices/a-b.md; rename one of them"]
        );
    }
}
