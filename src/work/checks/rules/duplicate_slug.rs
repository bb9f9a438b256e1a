//! Two files that make one name.

use std::collections::HashMap;

use crate::base::path::{folder, last};
use crate::model::finding::Severity;
use crate::model::left_out::Which;
use crate::msg;
use crate::work::checks::paths::folded;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `duplicate-slug`
pub static RULE: Rule = Rule {
    code: "NAM001",
    name: "duplicate-slug",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
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
    let mut first: HashMap<(usize, &str), Which> = HashMap::new();
    for which in scope.all_by_age() {
        let earlier = *first.entry(scope.community.claim_of(which)).or_insert(which);
        let Which::Here(at) = which else { continue };
        if earlier == which {
            continue;
        }
        let (document, other) = (scope.document(at), scope.community.path_of(earlier));
        // What differs in capitals or accents alone is told as that.
        if folded(other) == folded(&document.path) {
            continue;
        }
        let raw = found.at(at, 0..0, msg!("check-duplicate-slug", name = &document.reference, path = other));
        if !scope.kind(at).is_adopted() {
            raw.help(msg!("check-duplicate-slug-help"));
            continue;
        }
        match pattern(other, &document.path) {
            Some(pattern) => raw.help(msg!("check-duplicate-slug-pattern", pattern = pattern)),
            None => raw.help(msg!("check-duplicate-slug-help")),
        };
    }
}

/// The pattern by which two files in different folders have different names: it begins where their folders part.
fn pattern(one: &str, other: &str) -> Option<String> {
    let (one, other) = (folder(one), other);
    let shared = one.split('/').zip(folder(other).split('/')).take_while(|(one, other)| one == other);
    let shared: Vec<&str> = shared.map(|(part, _)| part).filter(|part| !part.is_empty()).collect();
    let ending = last(other).split_once('.').map(|(_, ending)| ending)?;
    (one != folder(other) && !shared.is_empty()).then(|| format!("{}/**/*.{ending}", shared.join("/")))
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::{found, found_in};

    #[test]
    fn two_patterns_can_be_one() {
        let settings = "kinds: {practice: {paths: [\"docs/a/*.md\", \"docs/b/*.md\"]}}\n";
        assert_eq!(
            found_in("duplicate-slug", settings, &[("docs/a/x.md", "# A\n"), ("docs/b/x.md", "# B\n")]),
            ["docs/b/x.md note practice/x is already docs/a/x.md; \
                 to name them by their folders too, write one pattern under paths: docs/**/*.md"]
        );
    }

    #[test]
    fn the_finding_stands_at_the_second() {
        let files = [("practices/a-b.md", "# A\n"), ("practices/a_b.md", "# A\n"), ("stories/a-b.md", "# A\n")];
        assert_eq!(
            found("duplicate-slug", &files),
            ["practices/a_b.md warning practice/a-b is already practices/a-b.md; rename one of them"]
        );
    }
}
