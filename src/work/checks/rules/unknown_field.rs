//! A key that is nearly the key of a field.

use crate::base::lang::Msg;
use crate::base::nearest::is_slip;
use crate::model::finding::Severity;
use crate::model::kind::Kind;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `unknown-field`
pub static RULE: Rule = Rule {
    code: "FM022",
    name: "unknown-field",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A key is nearly that of a field.",
            why: "With one letter wrong a field does not count: nobody is the steward, no review is due. Other keys are yours and are left alone.",
            mend: "Take the key that is proposed. If it is a key of your own, declare it under `kinds:` in `community.yaml`.",
        },
        nl: Words {
            says: "Een sleutel is bijna die van een veld.",
            why: "Met één letter verkeerd telt een veld niet mee: niemand is beheerder, er hoeft niets nagekeken. Andere sleutels zijn van jou en blijven met rust.",
            mend: "Neem de sleutel die wordt voorgesteld. Is het een sleutel van jezelf, noem hem dan bij `kinds:` in `community.yaml`.",
        },
        bad: "stewrad: anna",
        good: "steward: anna",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for extra in &page.document.extra {
        let Some((_, help)) = meant(page.kind, &extra.key) else { continue };
        found.at(page.at, extra.key_span.clone(), msg!("check-unknown-field", key = &extra.key)).help(help);
    }
}

/// The key of the kind that is meant by one which is none, and what to say of it.
pub(in crate::work) fn meant<'k>(kind: &'k Kind, key: &str) -> Option<(&'k str, Msg)> {
    let near = slip(kind, key).map(|near| (near, msg!("check-did-you-mean", name = near)));
    near.or_else(|| kind.key_labelled(key).map(|known| (known, msg!("check-write", text = format!("{known}:")))))
}

/// The key that one nearly is.
fn slip<'k>(kind: &'k Kind, key: &str) -> Option<&'k str> {
    kind.known_keys().find(|known| is_slip(key, known))
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn slips_are_seen_and_strangers_are_left_alone() {
        let front = |front: &str| found("unknown-field", &[("practices/a.md", &format!("---\n{front}\n---\n\n# A\n"))]);
        assert_eq!(front("stewrad: anna"), ["practices/a.md:2:1 warning unknown key \"stewrad\"; did you mean steward?"]);
        assert_eq!(front("Title: x"), ["practices/a.md:2:1 warning unknown key \"Title\"; did you mean title?"]);
        assert_eq!(front("beheerder: anna"), ["practices/a.md:2:1 warning unknown key \"beheerder\"; write: steward:"]);
        for (key, write) in [("trefwoorden", "tags"), ("trefwoord", "tags"), ("taal", "lang"), ("auteur", "authors")] {
            assert_eq!(front(&format!("{key}: x")), [format!("practices/a.md:2:1 warning unknown key \"{key}\"; write: {write}:")]);
        }
        let term = found("unknown-field", &[("glossary/a.md", "---\nsynoniemen: [x]\n---\n\n# A\n")]);
        assert_eq!(term, ["glossary/a.md:2:1 warning unknown key \"synoniemen\"; write: synonyms:"]);
        assert!(front("steward: anna\nlayout: page\nweight: 3\nid: x\nstate: open\nsource: y\ndescription: z").is_empty());
    }

    #[test]
    fn the_day_of_a_meeting_is_read_from_its_date_and_proposed_for_datum() {
        let meeting = |key: &str| found("unknown-field", &[("meetings/2026-12-03-a.md", &format!("---\n{key}: 2026-12-03\n---\n\n# A\n"))]);
        assert_eq!(meeting("datum"), ["meetings/2026-12-03-a.md:2:1 warning unknown key \"datum\"; write: when:"]);
        assert!(meeting("date").is_empty());
        let text = "---\ndate: soon\n---\n\n# A\n";
        assert_eq!(found("impossible-date", &[("meetings/2026-12-03-a.md", text)]).len(), 1);
        let decision = found("unknown-field", &[("decisions/0001-a.md", "---\ndatum: 2026-12-03\n---\n\n# A\n")]);
        assert_eq!(decision, ["decisions/0001-a.md:2:1 warning unknown key \"datum\"; write: date:"]);
    }
}
