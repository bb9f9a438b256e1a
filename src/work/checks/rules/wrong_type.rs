//! A value that means nothing of the type that its field has.

use crate::base::lang::Msg;
use crate::base::nearest::nearest;
use crate::model::field::{Field, FieldType, Value};
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::{Scope, is_form};

use super::placeholder_people::is_form_text;

/// `wrong-type`
pub static RULE: Rule = Rule {
    code: "FM023",
    name: "wrong-type",
    severity: Severity::Error,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A value does not fit its field.",
            why: "A field that can not be understood counts as empty: a review without an interval never comes, an address that is none can not be followed.",
            mend: "Write the value in the form that the finding asks for.",
        },
        nl: Words {
            says: "Een waarde past niet bij haar veld.",
            why: "Een veld dat niet te begrijpen is, telt als leeg: nakijken zonder termijn gebeurt nooit, een adres dat er geen is leidt nergens heen.",
            mend: "Schrijf de waarde in de vorm waar om gevraagd wordt.",
        },
        bad: "review_every: soon",
        good: "review_every: 6 months",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for written in &page.document.fields {
        let Some(field) = page.kind.field(&written.name) else { continue };
        if written.misshapen {
            // `{who decided}` in a form waits to be filled in.
            if is_form(&page.document.path) {
                continue;
            }
            let is_nobody = |value: &Value| page.document.text.get(value.span.clone()).is_some_and(is_form_text);
            if field.kind == FieldType::Person && written.values.iter().all(is_nobody) {
                continue;
            }
            let span = match (written.values.first(), written.values.last()) {
                (Some(first), Some(last)) => first.span.start..last.span.end,
                _ => written.key_span.clone(),
            };
            let (msg, help) = if field.map {
                (msg!("check-wants-mapping", key = &written.key), msg!("check-wants-mapping-help", key = &written.key))
            } else if field.list {
                (msg!("check-wants-list", key = &written.key), msg!("check-wants-list-help", key = &written.key))
            } else {
                (msg!("check-wants-one", key = &written.key), msg!("check-wants-one-help", key = &written.key))
            };
            found.at(page.at, span, msg).help(help);
            continue;
        }
        // Days, states and kinds have rules of their own.
        if matches!(field.kind, FieldType::Date | FieldType::DateTime) || matches!(field.name.as_str(), "status" | "kind") {
            continue;
        }
        for value in written.values.iter().filter(|value| value.typed.is_none() && !value.text.is_empty()) {
            let msg = msg!("check-wrong-type", key = &written.key, value = shortened(&value.text));
            found.at(page.at, value.span.clone(), msg).help(wants(field, &value.text));
        }
    }
}

/// What a field takes, said of a text that is not of its type.
pub(in crate::work) fn wants(field: &Field, text: &str) -> Msg {
    match field.kind {
        FieldType::Duration => msg!("check-wants-duration"),
        FieldType::Number => msg!("check-wants-number"),
        FieldType::YesNo => msg!("check-wants-yes-no"),
        FieldType::Url => msg!("check-wants-url"),
        FieldType::Email => msg!("check-wants-email"),
        FieldType::Language => msg!("check-wants-language"),
        FieldType::Line => msg!("check-wants-line"),
        FieldType::OneOf => match nearest(text, field.values.iter().map(String::as_str)) {
            Some(near) => msg!("check-did-you-mean", name = near),
            None => msg!("check-wants-one-of", values = field.values.join(", ")),
        },
        _ => msg!("check-wants-text"),
    }
}

/// As much of a value as is needed to know it again.
fn shortened(text: &str) -> String {
    let end = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    if end < text.len() { format!("{}…", &text[..end]) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn what_is_not_of_the_type_says_what_would_be() {
        for (path, front, finding) in [
            (
                "practices/a.md",
                "review_every: soon",
                "practices/a.md:2:15 error review_every: \"soon\" can not be used; write a length of time, such as 6 months",
            ),
            (
                "practices/a.md",
                "audience: publick",
                "practices/a.md:2:11 error audience: \"publick\" can not be used; did you mean public?",
            ),
            ("practices/a.md", "title: [a, b]", "practices/a.md:2:9 error title takes one value; write: title: …"),
            (
                "practices/a.md",
                "authors: {anna: x}",
                "practices/a.md:2:10 error authors takes a list of values, and this is no list; write: authors: [first, second]",
            ),
            (
                "resources/a.md",
                "url: example.org",
                "resources/a.md:2:6 error url: \"example.org\" can not be used; write the whole address, such as https://example.org/page",
            ),
        ] {
            assert_eq!(found("wrong-type", &[(path, &format!("---\n{front}\n---\n\n# A\n"))]), [finding]);
        }
        let fine =
            "---\ntags: a, b\nreview_every: elke 6 weken\naudience: Public\nauthors: [\"@anna\"]\nstatus: {x\nsteward:\n---\n\n# A\n";
        assert!(found("wrong-type", &[("practices/a.md", fine)]).is_empty());
    }
}
