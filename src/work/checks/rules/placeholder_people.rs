//! Somebody who still has to be filled in.

use crate::base::fold::fold;
use crate::model::field::FieldType;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::{Scope, is_form};

/// `placeholder-people`
pub static RULE: Rule = Rule {
    code: "LIF004",
    name: "placeholder-people",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "Where people should be named stands what the template says there, or that it is still to be filled in.",
            why: "Whoever wants to know who decided, or whom to ask, finds nobody; and nobody is credited.",
            mend: "Name the people, or remove the line.",
        },
        nl: Words {
            says: "Waar mensen genoemd horen te worden, staat nog wat het sjabloon zegt, of dat het nog ingevuld wordt.",
            why: "Wie wil weten wie besloot of wie je kunt vragen, vindt niemand; en niemand krijgt er eer van.",
            mend: "Noem de mensen, of haal de regel weg.",
        },
        bad: "decision-makers: [name]",
        good: "decision-makers: [anna, bram]",
    },
    check: Check::Page(check),
};

/// What stands in for a name in templates.
const FORM: [&str; 18] = [
    "your name",
    "your-name",
    "yourname",
    "first name",
    "full name",
    "firstname lastname",
    "name",
    "names",
    "jouw naam",
    "je naam",
    "naam",
    "namen",
    "voornaam achternaam",
    "handle",
    "username",
    "github handle",
    "github username",
    "gebruikersnaam",
];

/// What says that somebody is still to be named.
const LATER: [&str; 22] = [
    "tbd",
    "t.b.d.",
    "tba",
    "todo",
    "to do",
    "to be determined",
    "to be decided",
    "to be named",
    "to be announced",
    "to be confirmed",
    "fill in",
    "fill me in",
    "nog in te vullen",
    "nog te bepalen",
    "nog niet bekend",
    "nader te bepalen",
    "invullen",
    "in te vullen",
    "n.t.b.",
    "ntb",
    "xxx",
    "…",
];

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    if is_form(&document.path) || scope.is_retired(page.at) {
        return;
    }
    let is_open = page.state().is_some_and(|state| state.open);
    for written in &document.fields {
        if page.kind.field(&written.name).is_none_or(|field| field.kind != FieldType::Person) {
            continue;
        }
        for value in &written.values {
            let text = document.text.get(value.span.clone()).unwrap_or(&value.text);
            let is_member = scope.community.people().by_handle(&value.text).is_some();
            // Of what is still to be decided it may well be open by whom.
            let is_later = !is_open && !written.misshapen && is_among(&LATER, &value.text);
            if !is_member && (is_form_text(text) || is_later) {
                let shown: String = text.chars().take(60).collect();
                let raw = found.at(page.at, value.span.clone(), msg!("check-placeholder-people", key = &written.key, text = shown));
                raw.help(msg!("check-placeholder-people-help"));
            }
        }
    }
}

/// Whether a text, as it stands in a file, is what a template says where a name belongs.
pub(super) fn is_form_text(text: &str) -> bool {
    let bare = text.trim().trim_matches(['"', '\'']).trim();
    let is_between = |open: char, close: char| {
        let inner = bare.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).map(str::trim);
        inner.is_some_and(|inner| inner.starts_with(char::is_alphabetic) && !inner.contains([open, close, '@', ':']))
    };
    is_between('{', '}') || is_between('<', '>') || is_among(&FORM, bare.strip_prefix('@').unwrap_or(bare))
}

fn is_among(words: &[&str], text: &str) -> bool {
    let folded = fold(text.trim());
    words.iter().any(|word| *word == folded)
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    fn told(front: &str) -> Vec<String> {
        let text = format!("---\n{front}\n---\n\n# A\n");
        let rules = ["placeholder-people", "wrong-type", "unknown-handle"];
        rules
            .into_iter()
            .flat_map(|rule| found(rule, &[("decisions/0001-a.md", &text), ("members/anna.md", "---\nname: Anna\n---\n")]))
            .collect()
    }

    #[test]
    fn one_finding_tells_that_nobody_is_named() {
        for people in [
            "{list everyone involved in the decision}",
            "[\"{name}\", anna]",
            "\"<name>\"",
            "name",
            "[TBD]",
            "[\"@handle\"]",
            "Nog in te vullen",
            "n.t.b.",
        ] {
            let told = told(&format!("status: accepted\ndeciders: {people}"));
            assert_eq!(told.len(), 1, "{people}: {told:?}");
            assert!(told[0].contains("names nobody yet"), "{told:?}");
        }
    }

    #[test]
    fn people_teams_and_what_is_still_open_are_left_alone() {
        for front in [
            "status: accepted\ndeciders: [anna, Bart Name, archive-team]",
            "status: accepted\ndeciders: everyone",
            "status: accepted\ndeciders:",
            "status: accepted\nauthors: [Anna <anna@archief.example>]",
            "status: proposed\ndeciders: TBD",
            "status: rejected\ndeciders: TBD",
        ] {
            assert_eq!(told(front), [] as [&str; 0], "{front}");
        }
    }
}
