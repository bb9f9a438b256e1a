//! A state that the rest of the front matter contradicts.

use crate::base::lang::Msg;
use crate::model::finding::Severity;
use crate::model::kind::State;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `contradictory-state`
pub static RULE: Rule = Rule {
    code: "LIF003",
    name: "contradictory-state",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The state says something else than the rest of the front matter.",
            why: "An accepted answer makes a question answered, whatever `status` says; readers of the file see the opposite.",
            mend: "Remove `status`: it follows from the rest.",
        },
        nl: Words {
            says: "De status zegt iets anders dan de rest van de metagegevens.",
            why: "Een gekozen antwoord maakt een vraag beantwoord, wat `status` ook zegt; wie het bestand leest, ziet het tegendeel.",
            mend: "Haal `status` weg: die volgt uit de rest.",
        },
        bad: "status: open\naccepted: answer/how-long/bram",
        good: "accepted: answer/how-long/bram",
    },
    check: Check::Page(check),
};

/// What names the document that took its place, and says that it still holds.
fn succeeded(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let Some(said) = &page.document.said_state else { return };
    let Some(meant) = page.kind.state_meant_by(&said.text).filter(|state| !state.retired) else { return };
    let names_it = |state: &&State| state.retired && state.needs.iter().any(|need| need == "superseded_by");
    let Some(state) = page.kind.states.iter().find(names_it) else { return };
    // As long as the new one is a proposal, the old one holds.
    let is_settled = |at: &usize| {
        !scope.is_retired(*at)
            && scope.document(*at).state.as_deref().is_some_and(|state| scope.kind(*at).state(state).is_some_and(|state| !state.open))
    };
    if let Some(new) = scope.related(page.at, "superseded_by").find(is_settled) {
        let (new, status) = (&scope.document(new).reference, format!("status: {}", state.name));
        let raw = found.at(page.at, said.span.clone(), msg!("check-contradictory-succeeded", said = meant.told(), new = new));
        raw.help(msg!("check-write", text = status));
    }
}

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    succeeded(scope, page, found);
    // Only where the state follows from what is accepted or said elsewhere.
    if page.kind.relation("accepted").is_none() {
        return;
    }
    let (Some(said), Some(state)) = (&document.said_state, &document.state) else { return };
    let Some(meant) = page.kind.state_meant_by(&said.text) else { return };
    if meant.name != *state {
        let follows = page.kind.state(state).map_or_else(|| Msg::literal(state.as_str()), State::told);
        let raw = found.at(page.at, said.span.clone(), msg!("check-contradictory-state", said = meant.told(), state = follows));
        raw.help(msg!("check-contradictory-state-help"));
    }
}
