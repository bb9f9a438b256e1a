//! A document in force that nobody keeps.

use crate::model::finding::Severity;
use crate::model::kind::Capability;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;
use std::collections::HashSet;

/// `no-steward`
pub static RULE: Rule = Rule {
    code: "STW002",
    name: "no-steward",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document that holds has no steward.",
            why: "When it goes out of date there is nobody to ask, and nobody is told that it was flagged.",
            mend: "Name who keeps it: a line `steward: HANDLE` in the front matter.",
        },
        nl: Words {
            says: "Een geldend document heeft geen beheerder.",
            why: "Als het veroudert is er niemand om het aan te vragen, en niemand hoort dat er iets is gemeld.",
            mend: "Noem wie het bijhoudt: een regel `steward: NAAM` in de metagegevens.",
        },
        bad: "status: adopted",
        good: "status: adopted\nsteward: anna",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    // A community that names no steward for any document of a kind does without them, and one whose files were there before and
    // mostly name none has not decided otherwise.
    let stewarded = |at: &usize| scope.kind(*at).has(Capability::Stewarded) && scope.document(*at).value("steward").is_some();
    let mut kinds: HashSet<usize> = (0..scope.documents().len()).filter(stewarded).map(|at| scope.document(at).kind).collect();
    kinds.retain(|kind| scope.is_usual(*kind, |at| scope.document(at).value("steward").is_some()));
    for (at, document) in scope.documents().iter().enumerate() {
        let kind = scope.kind(at);
        let first = kind.states.first().map(|state| state.name.as_str());
        let state = document.state.as_deref().and_then(|name| kind.state(name));
        let holds = state.is_some_and(|state| !state.open && !state.retired && Some(state.name.as_str()) != first);
        if kinds.contains(&document.kind) && holds && document.value("steward").is_none() {
            let raw = found.at(at, 0..0, msg!("check-no-steward"));
            raw.help(msg!("check-no-steward-help"));
        }
    }
}
