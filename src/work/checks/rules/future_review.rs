//! A review on a day that is still to come.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `future-review`
pub static RULE: Rule = Rule {
    code: "STW005",
    name: "future-review",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document was last reviewed on a day that is still to come.",
            why: "The next review is counted from that day, so nobody is asked to look for too long.",
            mend: "Set the date to the day on which somebody read it last. If it says when to look again, use `review_by`.",
        },
        nl: Words {
            says: "Een document is laatst nagekeken op een dag die nog moet komen.",
            why: "Vanaf die dag telt de termijn, zodat te lang niemand wordt gevraagd om te kijken.",
            mend: "Zet de dag neer waarop iemand het voor het laatst las. Gaat het om de volgende keer, gebruik dan `review_by`.",
        },
        bad: "reviewed: 2062-11-22",
        good: "reviewed: 2026-11-22",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    let (Some(date), Some(value)) = (document.date("reviewed"), document.values("reviewed").first()) else { return };
    if date > scope.context.today {
        let raw = found.at(page.at, value.span.clone(), msg!("check-future-review", date = date.to_string()));
        raw.help(msg!("check-future-review-help"));
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn today_is_not_to_come() {
        let found = |date: &str| found("future-review", &[("practices/a.md", &format!("---\nreviewed: {date}\n---\n\n# A\n"))]);
        let finding = "practices/a.md:2:11 warning 2026-11-23 is still to come; write the day on which it was last read; for the next time: review_by";
        assert_eq!(found("2026-11-23"), [finding]);
        assert!(found("2026-11-22").is_empty() && found("soon").is_empty());
    }
}
