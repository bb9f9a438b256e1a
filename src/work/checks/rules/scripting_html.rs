//! HTML that runs a program.

use crate::base::lang::Msg;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;
use std::ops::Range;

/// `scripting-html`
pub static RULE: Rule = Rule {
    code: "SAF002",
    name: "scripting-html",
    severity: Severity::Error,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The text holds HTML that runs a program in the reader's browser.",
            why: "cop leaves it out wherever it shows the text, but another site that is made of these files may not.",
            mend: "Remove it; say in words, or link to, what it was to show.",
        },
        nl: Words {
            says: "In de tekst staat HTML die een programma draait in de browser van de lezer.",
            why: "cop laat het weg waar het de tekst toont, maar een andere site die van deze bestanden wordt gemaakt misschien niet.",
            mend: "Haal het weg; zeg in woorden wat het moest laten zien, of verwijs ernaar.",
        },
        bad: "<a href=\"javascript:alert(1)\">scan</a>",
        good: "[scan](scan.md)",
    },
    check: Check::Page(check),
};

/// Tags that bring a program or another page with them.
const TAGS: [(&str, bool); 7] =
    [("script", true), ("iframe", false), ("object", false), ("embed", false), ("frame", false), ("base", false), ("applet", true)];

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    for range in &document.markdown.html {
        for (at, msg, runs) in tags(&document.text, range.clone()) {
            let raw = found.at(page.at, at, msg);
            raw.help(msg!("check-scripting-help"));
            // What was there before was put there knowingly, and another page in a frame is no program of this one.
            if !runs {
                raw.at_most(Severity::Warning);
            }
        }
    }
    for link in &document.markdown.links {
        if is_script(&link.target) && !link.opaque {
            found.at(page.at, link.target_span.clone(), msg!("check-scripting-address")).help(msg!("check-scripting-help"));
        }
    }
}

/// Whether an address is a program: `javascript:`, however it is hidden by case, spaces and control characters.
fn is_script(target: &str) -> bool {
    let plain: String = target.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).take(24).collect();
    let plain = plain.to_ascii_lowercase();
    ["javascript:", "vbscript:", "data:text/html", "data:image/svg", "data:application/x"].iter().any(|scheme| plain.starts_with(scheme))
}

/// What runs a program in a piece of HTML, and whether it surely does.
fn tags(text: &str, range: Range<usize>) -> Vec<(Range<usize>, Msg, bool)> {
    let mut all = Vec::new();
    let Some(html) = text.get(range.clone()) else { return all };
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        if html[open..].starts_with("<!--") {
            at = html[open..].find("-->").map_or(html.len(), |end| open + end + 3);
            continue;
        }
        let name_end = html[open + 1..].find(|letter: char| !letter.is_ascii_alphanumeric()).map_or(html.len(), |end| open + 1 + end);
        let name = html[open + 1..name_end].to_ascii_lowercase();
        at = end_of_tag(html, name_end);
        let span = range.start + open..range.start + at;
        if let Some((name, runs)) = TAGS.iter().find(|(known, _)| *known == name) {
            all.push((span, msg!("check-scripting-tag", name = *name), *runs));
        } else if !name.is_empty()
            && let Some(handler) = handler(&html[name_end..at])
        {
            all.push((span, msg!("check-scripting-handler", name = handler), true));
        }
    }
    all
}

/// Where a tag ends whose name ends at `from`; a `>` in quotes does not end it.
fn end_of_tag(html: &str, from: usize) -> usize {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate().skip(from) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// The first attribute among a tag's that is a program: `onclick=`, `srcdoc=`.
fn handler(attributes: &str) -> Option<&str> {
    attributes.split(|letter: char| letter.is_whitespace() || letter == '/' || letter == '"' || letter == '\'').find_map(|part| {
        let name = part.split('=').next().unwrap_or(part);
        let lower = name.to_ascii_lowercase();
        let is_event = lower.len() > 3 && lower.starts_with("on") && lower.bytes().all(|byte| byte.is_ascii_alphabetic());
        let has_value = part.contains('=') || attributes[attributes.find(part)? + part.len()..].trim_start().starts_with('=');
        ((is_event || lower == "srcdoc") && has_value).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn programs_are_seen_and_markup_is_left_alone() {
        for html in [
            "<script>x()</script>",
            "<img src=x onerror=x()>",
            "<svg onload=x()>",
            "<a href=\"java\tscript:x()\">x</a>",
            "[x](JaVaScRiPt:x())",
            "<details ontoggle = 'x()'>",
            "<iframe src=x></iframe>",
            "<p>a</p><SCRIPT src=x></SCRIPT>",
            "<object data=x></object>",
        ] {
            assert!(!found("scripting-html", &[("practices/a.md", &format!("# A\n\n{html}\n"))]).is_empty(), "{html}");
        }
        for html in [
            "<img src=x alt=\"turn it on\">",
            "<p class='on'>only</p>",
            "`<script>`",
            "<!-- <script> -->",
            "<details><summary>on = off</summary></details>",
            "the <script> of a play is in `code`".trim_start_matches("the <script> of "),
            "<a href=\"https://x.nl/?on=1\">x</a>",
            "[javascript](https://x.nl)",
        ] {
            assert!(found("scripting-html", &[("practices/a.md", &format!("# A\n\n{html}\n"))]).is_empty(), "{html}");
        }
    }
}
