//! A state that its kind does not have.

use crate::base::nearest::{is_slip, nearest};
use crate::model::finding::{Safety, Severity};
use crate::msg;
use crate::work::checks::fix;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `unknown-state`
pub static RULE: Rule = Rule {
    code: "FM025",
    name: "unknown-state",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Unsafe),
    about: About {
        en: Words {
            says: "A document is in a state that its kind does not have.",
            why: "Nobody can tell whether it is in force: it is missing from every list by state.",
            mend: "Take a state of the kind, or teach the kind this word: `also:` under its states in `community.yaml`.",
        },
        nl: Words {
            says: "Een document heeft een status die zijn soort niet kent.",
            why: "Niemand kan zien of het geldt: het ontbreekt in elke lijst op status.",
            mend: "Neem een status van de soort, of leer de soort dit woord: `also:` bij de statussen in `community.yaml`.",
        },
        bad: "status: adoptd",
        good: "status: adopted",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let Some(said) = &page.document.said_state else { return };
    let states = &page.kind.states;
    if states.is_empty() || page.kind.state_meant_by(&said.text).is_some() {
        return;
    }
    let words = states.iter().flat_map(|state| {
        let labels = [state.label.en.as_ref(), state.label.nl.as_ref()].into_iter().flatten();
        std::iter::once(&state.name).chain(labels).map(move |word| (word.as_str(), state))
    });
    let words: Vec<_> = words.collect();
    // There are so many other words that a short one is near to anything: `klaar` (ready) is not meant as `klad` (rough).
    let slip = || states.iter().find(|state| state.also.iter().any(|word| is_slip(&said.text, word)));
    let shown: String = said.text.chars().take(60).collect();
    let raw = found.at(page.at, said.span.clone(), msg!("check-unknown-state", state = shown, kind = &page.kind.name));
    let near = nearest(&said.text, words.iter().map(|(word, _)| *word));
    let near = near.and_then(|near| words.iter().find(|(word, _)| *word == near)).map(|(_, state)| *state);
    let near = near.or_else(slip).map(|state| &state.name);
    // In the body it stands in a sentence.
    let in_front = said.span.start < page.document.front.body;
    if let Some(change) = near.filter(|_| in_front).and_then(|near| fix::word(page, said.span.clone(), &said.text, near, Safety::Unsafe)) {
        raw.fix(change);
    }
    raw.help(match near {
        Some(near) => msg!("check-did-you-mean", name = near),
        None => msg!("check-wants-one-of", values = states.iter().map(|state| state.name.as_str()).collect::<Vec<_>>().join(", ")),
    });
    // A line of an older record that was taken for its state may be any sentence.
    if !in_front {
        raw.at_most(Severity::Note);
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn a_state_in_any_known_word_is_known() {
        let status = |status: &str| found("unknown-state", &[("practices/a.md", &format!("---\nstatus: {status}\n---\n\n# A\n"))]);
        assert_eq!(status("adoptd"), ["practices/a.md:2:9 warning a practice has no state \"adoptd\"; did you mean adopted?"]);
        assert_eq!(status("vastgesteldt"), ["practices/a.md:2:9 warning a practice has no state \"vastgesteldt\"; did you mean adopted?"]);
        assert_eq!(status("validatd"), ["practices/a.md:2:9 warning a practice has no state \"validatd\"; did you mean adopted?"]);
        assert_eq!(
            status("klaar"),
            ["practices/a.md:2:9 warning a practice has no state \"klaar\"; one of these: draft, proposed, adopted, retired"]
        );
        assert_eq!(
            status("xyzzy"),
            ["practices/a.md:2:9 warning a practice has no state \"xyzzy\"; one of these: draft, proposed, adopted, retired"]
        );
        for fine in ["adopted", "Vastgesteld", "in review", "superseded by practice/b", ""] {
            assert!(status(fine).is_empty(), "{fine}");
        }
    }
}
