//! An answer whose question is gone.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `orphaned-answer`
pub static RULE: Rule = Rule {
    code: "REF015",
    name: "orphaned-answer",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "An answer stands in a folder that belongs to no question.",
            why: "Without its question it is read as a question itself, and who asked never finds it.",
            mend: "Put the question back, or rename the folder to the name that the question has now.",
        },
        nl: Words {
            says: "Een antwoord staat in een map die bij geen vraag hoort.",
            why: "Zonder zijn vraag wordt het zelf als vraag gelezen, en wie het vroeg vindt het nooit.",
            mend: "Zet de vraag terug, of geef de map de naam die de vraag nu heeft.",
        },
        bad: "# questions/how-long/anna.md without questions/how-long.md",
        good: "# questions/how-long.md and questions/how-long/anna.md",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let kinds = &scope.settings().kinds;
    let has_children =
        kinds.all().iter().any(|kind| kind.parent.as_deref() == Some(page.kind.name.as_str()) && kind.name != page.kind.name);
    let Some((folder, _)) = page.document.slug.rsplit_once('/').filter(|_| has_children && !page.is_adopted()) else { return };
    // A file of the kind in a subfolder is only then an answer if it is called after who wrote it.
    let handle = page.document.handle();
    let bare =
        handle.rsplit_once('-').filter(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit())).map_or(handle, |(bare, _)| bare);
    let people = scope.community.people();
    if people.by_handle(handle).or_else(|| people.by_handle(bare)).is_some() {
        found.at(page.at, 0..0, msg!("check-orphaned-answer", name = folder)).help(msg!("check-orphaned-answer-help"));
    }
}
