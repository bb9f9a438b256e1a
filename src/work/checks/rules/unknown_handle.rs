//! A field that names nobody.

use crate::base::nearest::is_slip;
use crate::model::field::FieldType;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

use super::placeholder_people::is_form_text;

/// `unknown-handle`
pub static RULE: Rule = Rule {
    code: "PEO002",
    name: "unknown-handle",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A field names a member who does not exist.",
            why: "A steward who is nobody is asked nothing, and no work is credited.",
            mend: "Take the handle that is proposed, or write the name of a team in full.",
        },
        nl: Words {
            says: "Een veld noemt een lid dat niet bestaat.",
            why: "Aan een beheerder die niemand is, wordt niets gevraagd, en werk komt op niemands naam.",
            mend: "Neem de naam die wordt voorgesteld, of schrijf de naam van een team voluit.",
        },
        bad: "steward: annna",
        good: "steward: anna",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let (people, document) = (scope.community.people(), page.document);
    if people.members().is_empty() || scope.lacks_members() {
        return;
    }
    for written in &document.fields {
        if page.kind.field(&written.name).is_none_or(|field| field.kind != FieldType::Person) || written.misshapen {
            continue;
        }
        for value in &written.values {
            let is_handle =
                value.text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'));
            // `@handle` is what a template says, and told as that.
            if is_form_text(&value.text) {
                continue;
            }
            if value.text.is_empty() || people.by_handle(&value.text).is_some() || value.text.contains(char::is_whitespace) {
                continue;
            }
            let near = people.members().iter().find(|member| is_slip(&value.text, &member.handle));
            // A word without `@` may be a team, and a name with capitals a person who is no member.
            let marked = document.text.get(value.span.clone()).is_some_and(|raw| raw.trim_start_matches(['"', '\'']).starts_with('@'));
            let sure = (marked && !page.is_adopted()) || (is_handle && near.is_some());
            if !sure {
                continue;
            }
            let raw = found.at(page.at, value.span.clone(), msg!("check-unknown-handle", handle = &value.text));
            match near {
                Some(member) => raw.help(msg!("check-did-you-mean", name = &member.handle)),
                None => raw.help(msg!("check-unknown-handle-help")),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn teams_and_names_are_left_alone() {
        let anna = ("members/anna.md", "---\nname: Anna\n---\n");
        let file = |front: &str| format!("---\n{front}\n---\n\n# A\n");
        for (front, finding) in [
            ("steward: annna", "practices/a.md:2:10 warning nobody here is called @annna; did you mean anna?"),
            (
                "authors: [\"@bart\"]",
                "practices/a.md:2:11 warning nobody here is called @bart; add the member's file, or write the name without @",
            ),
        ] {
            assert_eq!(found("unknown-handle", &[anna, ("practices/a.md", &file(front))]), [finding]);
        }
        for front in ["steward: archive-team", "steward: Anna", "authors: [Bart de Wit, team]", "steward:"] {
            assert!(found("unknown-handle", &[anna, ("practices/a.md", &file(front))]).is_empty(), "{front}");
        }
    }
}
