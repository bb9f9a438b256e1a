//! A question that waits too long.

use crate::model::finding::Severity;
use crate::model::kinds::folders_of_children;
use crate::msg;
use crate::work::checks::options::UNANSWERED;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `unanswered-question`
pub static RULE: Rule = Rule {
    code: "STW003",
    name: "unanswered-question",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A question has had no answer for longer than it should, a month unless the community says otherwise.",
            why: "Who asked and heard nothing asks no second time.",
            mend: "Answer it, ask somebody who knows, or close it: `status: closed` and a `reason`.",
        },
        nl: Words {
            says: "Een vraag heeft te lang geen antwoord: een maand, tenzij de gemeenschap iets anders zegt.",
            why: "Wie vroeg en niets hoorde, vraagt geen tweede keer.",
            mend: "Beantwoord hem, vraag het iemand die het weet, of sluit hem: `status: closed` en een `reason`.",
        },
        bad: "# questions/how-long.md of 40 days ago, without an answer",
        good: "# questions/how-long/bram.md",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    let state = page.state();
    if page.kind.relation("accepted").is_none() || !state.is_some_and(|state| state.open) || scope.has_children(page.at) {
        return;
    }
    let asked = document.date("created").or_else(|| (scope.context.created)(&document.path));
    let Some(asked) = asked.filter(|asked| UNANSWERED.of(scope.settings()).after(*asked) < scope.context.today) else { return };
    let folder = folders_of_children(&document.path).next().unwrap_or(&document.path);
    let days = scope.context.today.days() - asked.days();
    let raw = found.at(page.at, document.title_span.clone(), msg!("check-unanswered", days = days));
    raw.help(msg!("check-unanswered-help", folder = folder));
}
