//! A file name that another system can not have.

use crate::base::lang::Msg;
use crate::base::path::{is_device, last};
use crate::base::slug::slug;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `unportable-name`
pub static RULE: Rule = Rule {
    code: "NAM006",
    name: "unportable-name",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A file has a name that another system can not have.",
            why: "A checkout on Windows stops at such a name, and with it everything else.",
            mend: "Rename the file to letters, digits and `-`.",
        },
        nl: Words {
            says: "Een bestand heeft een naam die op een ander systeem niet kan.",
            why: "Op Windows stopt het uitchecken bij zo'n naam, en daarmee ook al het andere.",
            mend: "Hernoem het bestand naar letters, cijfers en `-`.",
        },
        bad: "practices/why?.md",
        good: "practices/why.md",
    },
    check: Check::Community(check),
};

/// The longest part of a path in bytes, and the longest path in letters, that every usual system takes.
const PART: usize = 255;
const PATH: usize = 240;

fn check(scope: &Scope<'_>, found: &mut Found) {
    let unread = scope.community.unread().iter().map(|unread| unread.path.as_str());
    for path in scope.community.paths().chain(unread) {
        let Some(msg) = fault(path) else { continue };
        let raw = found.about(scope, path, msg);
        let name = last(path);
        let plain = slug(name.split('.').next().unwrap_or(name));
        if !plain.is_empty() {
            raw.help(msg!("check-unportable-help", name = plain));
        }
    }
}

fn fault(path: &str) -> Option<Msg> {
    if path.chars().count() > PATH {
        return Some(msg!("check-long-path", limit = PATH));
    }
    path.split('/').find_map(|part| {
        let stem = part.split('.').next().unwrap_or(part).trim_end();
        if let Some(letter) =
            part.chars().find(|letter| matches!(letter, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\') || letter.is_control())
        {
            return Some(msg!("check-unportable-letter", letter = letter.escape_default().to_string()));
        }
        if is_device(stem) {
            return Some(msg!("check-unportable-device", name = stem));
        }
        if part.ends_with(['.', ' ']) || part.starts_with(' ') {
            return Some(msg!("check-unportable-end"));
        }
        (part.len() > PART).then(|| msg!("check-long-path", limit = PART))
    })
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn what_a_checkout_on_windows_stops_at() {
        for path in ["a/why?.md", "a:b.md", "con.md", "x/NUL", "a /b.md", "a./b.md", "a\u{1}.md", "lpt1.nl.md", " a.md"] {
            assert!(fault(path).is_some(), "{path}");
        }
        assert!(fault(&"x".repeat(256)).is_some() && fault(&"xx/".repeat(90)).is_some());
        for path in ["a/why.md", "console.md", "a.b.c.md", "één [concept].md", "a'b&c,d.md", "com10.md"] {
            assert!(fault(path).is_none(), "{path}");
        }
    }
}
