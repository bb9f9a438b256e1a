//! A document that had to be reviewed.

use crate::model::finding::Severity;
use crate::model::review::next_review;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `review-overdue`
pub static RULE: Rule = Rule {
    code: "STW001",
    name: "review-overdue",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document is past the day of its review.",
            why: "Nobody has said for so long that it is still true that readers can not count on it.",
            mend: "Read it. If it still holds, set its review date to today; if not, mend it and do the same.",
        },
        nl: Words {
            says: "Een document had al nagekeken moeten zijn.",
            why: "Het is zo lang geleden dat iemand zei dat het nog klopt, dat lezers er niet op kunnen rekenen.",
            mend: "Lees het. Klopt het nog, zet dan de datum van nakijken op vandaag; zo niet, verbeter het eerst.",
        },
        bad: "reviewed: 2024-01-15   # with review: {every: 12 months}",
        good: "reviewed: 2026-11-22",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    let changed = (scope.context.changed)(&document.path);
    let Some(due) = next_review(document, scope.settings(), changed).filter(|due| *due < scope.context.today) else { return };
    let field = ["review_by", "reviewed"].into_iter().find_map(|name| document.values(name).first());
    let span = field.map_or(0..0, |value| value.span.clone());
    let raw = found.at(page.at, span, msg!("check-review-overdue", date = due.to_string()));
    // The key that this document has for the day of its review, else the one that its kind prefers.
    let written = document.fields.iter().find(|written| written.name == "reviewed").map(|written| written.key.as_str());
    let key = written.or_else(|| page.kind.field("reviewed")?.keys.first().map(String::as_str)).unwrap_or("reviewed");
    raw.help(msg!("check-review-overdue-help", key = key, today = scope.context.today.to_string()));
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn the_day_itself_is_in_time() {
        let file = |date: &str| format!("---\nstatus: adopted\nreviewed: {date}\n---\n\n# A\n");
        let late = file("2025-11-21");
        assert_eq!(
            found("review-overdue", &[("practices/a.md", &late)]),
            ["practices/a.md:3:11 warning a review was due on 2026-11-21; read it; if it still holds, write: reviewed: 2026-11-22",]
        );
        let in_time = file("2025-11-22");
        assert!(found("review-overdue", &[("practices/a.md", &in_time)]).is_empty());
    }
}
