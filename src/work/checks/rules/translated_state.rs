//! A state in the words of a reader instead of the key.

use crate::base::fold::fold;
use crate::model::finding::{Safety, Severity};
use crate::msg;
use crate::work::checks::fix;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `translated-state`
pub static RULE: Rule = Rule {
    code: "FM032",
    name: "translated-state",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Safe),
    about: About {
        en: Words {
            says: "A state is written in another language than that of the keys.",
            why: "States are English in every file, so that tools, merges and other communities read one vocabulary; cop shows them in the language of the reader.",
            mend: "Write the key that is proposed, or make the word yours: `also:` under the states in `community.yaml`.",
        },
        nl: Words {
            says: "Een status staat er in een andere taal dan die van de sleutels.",
            why: "Statussen staan in elk bestand in het Engels, zodat hulpmiddelen, samenvoegingen en andere gemeenschappen één woordenschat lezen; cop toont ze in de taal van de lezer.",
            mend: "Schrijf de sleutel die wordt voorgesteld, of maak het woord van jullie: `also:` bij de statussen in `community.yaml`.",
        },
        bad: "status: vastgesteld",
        good: "status: adopted",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let Some(said) = page.document.values("status").first() else { return };
    if page.is_adopted() {
        return;
    }
    let Some(state) = page.kind.state_meant_by(&said.text) else { return };
    let is = |word: &str| fold(word.trim()) == fold(&said.text);
    let translated = state.label.nl.iter().chain(&state.dutch).any(|word| is(word));
    if translated && !is(&state.name) && !state.written.as_deref().is_some_and(is) {
        let raw = found.at(page.at, said.span.clone(), msg!("check-translated-state", state = &said.text));
        raw.help(msg!("check-write", text = &state.name));
        if let Some(change) = fix::word(page, said.span.clone(), &said.text, &state.name, Safety::Safe) {
            raw.fix(change);
        }
    }
}
