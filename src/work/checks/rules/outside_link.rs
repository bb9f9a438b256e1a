//! A link out of the repository.

use crate::model::finding::Severity;
use crate::model::targets::join;
use crate::msg;
use crate::work::checks::fate::Fate;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `outside-link`
pub static RULE: Rule = Rule {
    code: "SAF001",
    name: "outside-link",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A link leads out of the repository.",
            why: "It leads into the disk of whoever opens it: to something else for everybody, or to what should not be read.",
            mend: "Copy what is meant into the repository, or link to its address on the web.",
        },
        nl: Words {
            says: "Een link leidt buiten de repository.",
            why: "Hij leidt naar de schijf van wie hem opent: naar iets anders voor iedereen, of naar wat niet gelezen hoort te worden.",
            mend: "Zet wat bedoeld is in de repository, of verwijs naar het adres op het web.",
        },
        bad: "[plan](../../../home/anna/plan.md)",
        good: "[plan](plan.md)",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (link, fate) in page.links() {
        if *fate == Fate::Leaves {
            found.at(page.at, link.target_span.clone(), msg!("check-outside-link")).help(msg!("check-outside-link-help"));
        }
    }
    for relation in &page.document.relations {
        let leaves = relation.is_path && join(&page.document.path, &relation.target).is_none() && join("", &relation.target).is_none();
        if leaves {
            found.at(page.at, relation.span.clone(), msg!("check-outside-link")).help(msg!("check-outside-link-help"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn no_way_out_is_overlooked() {
        let ways = ["../../secret.md", "..%2f..%2fsecret.md", "file:///etc/passwd", "%2e%2e/%2e%2e/x", "FILE:/x"];
        for way in ways {
            let text = format!("# A\n\n[a](<{way}>)\n");
            let finding = "practices/a.md:3:6 error this leads out of the repository; copy it into the repository, or link to its address";
            assert_eq!(found("outside-link", &[("practices/a.md", &text)]), [finding], "{way}");
        }
        assert!(found("outside-link", &[("practices/a.md", "# A\n\n[a](../x.md) [b](....//x)\n")]).is_empty());
    }
}
