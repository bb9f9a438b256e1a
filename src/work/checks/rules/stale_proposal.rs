//! A proposal that nobody decides on.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::options::UNDECIDED;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;
use crate::work::proposals::is_proposal;

/// `stale-proposal`
pub static RULE: Rule = Rule {
    code: "STW004",
    name: "stale-proposal",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A proposal has been open for longer than it may, ninety days unless the community says otherwise.",
            why: "As long as it is open, some act on it and others do not.",
            mend: "Decide and set `status` to accepted or rejected, or write down what it waits for.",
        },
        nl: Words {
            says: "Een voorstel staat langer open dan mag: negentig dagen, tenzij de gemeenschap iets anders zegt.",
            why: "Zolang het openstaat, handelt de een ernaar en de ander niet.",
            mend: "Hak de knoop door en zet `status` op `accepted` (aanvaard) of `rejected` (afgewezen), of schrijf op waarop het wacht.",
        },
        bad: "status: proposed   # since spring",
        good: "status: accepted",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    if !is_proposal(document, page.kind) {
        return;
    }
    let made = document.date("created").or_else(|| document.date("date")).or_else(|| (scope.context.created)(&document.path));
    let Some(made) = made.filter(|made| UNDECIDED.of(scope.settings()).after(*made) < scope.context.today) else { return };
    let days = scope.context.today.days() - made.days();
    let span = document.said_state.as_ref().map_or(0..0, |value| value.span.clone());
    let raw = found.at(page.at, span, msg!("check-stale-proposal", days = days));
    raw.help(msg!("check-stale-proposal-help"));
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found_in;

    #[test]
    fn a_record_that_was_filed_as_decided_is_no_proposal() {
        let settings = "kinds: {decision: {paths: ['resolutions/**/*.md']}}";
        let text = "---\nstatus: proposed\ndate: 2017-07-20\n---\n\n# A\n";
        for (path, count) in [("resolutions/approved/1.md", 0), ("resolutions/Declined/1.md", 0), ("resolutions/proposed/1.md", 1)] {
            assert_eq!(found_in("stale-proposal", settings, &[(path, text)]).len(), count, "{path}");
        }
    }

    #[test]
    fn a_record_from_before_is_a_proposal_only_where_it_says_so() {
        let found = |settings: &str, text: &str| found_in("stale-proposal", settings, &[("docs/adr/0001-a.md", text)]).len();
        let adopted = "kinds: {decision: {paths: ['docs/adr/*.md']}}";
        let said = "kinds: {decision: {paths: ['docs/adr/*.md'], default_status: proposed}}";
        for (settings, text, count) in [
            (adopted, "---\ndate: 2017-07-20\n---\n\n# A\n", 0),
            (adopted, "---\nstatus: proposed\ndate: 2017-07-20\n---\n\n# A\n", 1),
            (adopted, "# A\n\nDate: 2017-07-20\n\n## Status\n\nProposed\n", 1),
            (said, "---\ndate: 2017-07-20\n---\n\n# A\n", 1),
        ] {
            assert_eq!(found(settings, text), count, "{settings} {text}");
        }
    }
}
