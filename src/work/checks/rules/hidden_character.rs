//! A character that can not be seen.

use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `hidden-character`
pub static RULE: Rule = Rule {
    code: "SAF003",
    name: "hidden-character",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "The text holds a character that can not be seen.",
            why: "Characters that turn the direction of reading make a text look other than it is; others keep a word from being found.",
            mend: "Delete it and type the words around it again.",
        },
        nl: Words {
            says: "In de tekst staat een teken dat niet te zien is.",
            why: "Tekens die de leesrichting omkeren laten een tekst anders lijken dan hij is; door andere wordt een woord niet gevonden.",
            mend: "Wis het en typ de woorden eromheen opnieuw.",
        },
        bad: "status: accepted\\u{202e}",
        good: "status: accepted",
    },
    check: Check::Page(check),
};

/// What a character that can not be seen does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Harm {
    /// It turns the direction of reading, or hides a text in another.
    Deceives,
    /// It steers a terminal, or is no character of a text at all.
    Steers,
    /// It only keeps words from being found.
    Hides,
}

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let text = &*page.document.text;
    let plain = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    if text.bytes().all(plain) {
        return;
    }
    let mut last = (0, Harm::Hides);
    let mut first = true;
    for (at, letter) in text.char_indices() {
        // Nearly all letters; none of them is meant by anything below.
        if matches!(letter, ' '..='~' | '\n' | '\u{a0}'..='\u{5ff}') {
            continue;
        }
        let Some(harm) = harm(text, at, letter) else { continue };
        // In front matter it is told as what it is there: no YAML.
        if page.document.problems.iter().any(|problem| problem.rule == "yaml-control" && problem.span.contains(&at)) {
            continue;
        }
        // A line with many of them is one finding.
        let line = page.document.lines.line(at);
        if !first && last == (line, harm) {
            continue;
        }
        (first, last) = (false, (line, harm));
        let code = format!("U+{:04X}", u32::from(letter));
        let msg = match harm {
            Harm::Deceives => msg!("check-hidden-deceives", code = code),
            Harm::Steers => msg!("check-hidden-steers", code = code),
            Harm::Hides => msg!("check-hidden", code = code),
        };
        let raw = found.at(page.at, at..at + letter.len_utf8(), msg);
        raw.help(msg!("check-hidden-help"));
        match harm {
            Harm::Deceives => raw.weighs(Severity::Error),
            Harm::Steers => raw.weighs(Severity::Warning),
            Harm::Hides => raw,
        };
    }
}

#[allow(clippy::match_same_arms, reason = "each character has its own reason")]
fn harm(text: &str, at: usize, letter: char) -> Option<Harm> {
    let near = |is: fn(char) -> bool| {
        let before = text[..at].chars().rev().take_while(|letter| !matches!(letter, '\n' | '\r')).take(40).any(is);
        before || text[at..].chars().skip(1).take_while(|letter| !matches!(letter, '\n' | '\r')).take(40).any(is)
    };
    match letter {
        // Marks and isolates belong to a text in Hebrew or Arabic.
        '\u{200e}' | '\u{200f}' | '\u{61c}' => (!near(is_right_to_left)).then_some(Harm::Hides),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            let plain = matches!(letter, '\u{2066}'..='\u{2069}') && near(is_right_to_left);
            (!plain).then_some(Harm::Deceives)
        }
        // A flag of a region is made of them, after a black flag.
        '\u{e0020}'..='\u{e007f}' if near(|letter| letter == '\u{1f3f4}') => None,
        '\u{e0000}'..='\u{e007f}' => Some(Harm::Deceives),
        '\u{feff}' if at == 0 => None,
        // Joiners make emoji and letters of some scripts what they are, and no difference between letters of ours.
        '\u{200c}' | '\u{200d}' => {
            let ours = |letter: Option<char>| letter.is_none_or(|letter| letter.is_ascii() || ('\u{a0}'..='\u{24f}').contains(&letter));
            let before = text[..at].chars().next_back();
            let after = text[at + letter.len_utf8()..].chars().next();
            (ours(before) && ours(after)).then_some(Harm::Hides)
        }
        // A place where a line may break: in code and long names people put it there knowingly.
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{180e}' | '\u{2061}'..='\u{2065}' | '\u{206a}'..='\u{206f}' => Some(Harm::Hides),
        '\u{fff9}'..='\u{fffb}' => Some(Harm::Deceives),
        '\t' | '\n' | '\r' | '\u{c}' | '\u{85}' => None,
        letter if letter.is_control() => Some(Harm::Steers),
        _ => None,
    }
}

fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn what_hides_is_named_by_its_code() {
        let at = |text: &str| found("hidden-character", &[("practices/a.md", &format!("# A\n\n{text}\n"))]);
        assert_eq!(
            at("acc\u{202e}epted"),
            ["practices/a.md:3:4 error U+202E turns the direction of reading or hides text; delete it and type the words around it again"]
        );
        assert_eq!(at("a\u{7}b"), ["practices/a.md:3:2 warning U+0007 steers a terminal; delete it and type the words around it again"]);
        assert_eq!(
            at("a\u{200b}b \u{200b}"),
            ["practices/a.md:3:2 warning U+200B can not be seen; delete it and type the words around it again"]
        );
        assert_eq!(at("x\u{e0041}").len(), 1);
        assert_eq!(at("a\u{200d}b").len(), 1);
    }

    #[test]
    fn what_a_script_or_an_emoji_needs_is_left_alone() {
        for text in [
            "👩\u{200d}👩\u{200d}👧",
            "❤\u{fe0f}",
            "soft\u{ad}hyphen",
            "می\u{200c}خواهم",
            "שלום\u{200f}!",
            "🏴\u{e0067}\u{e0062}\u{e007f}",
            "e\u{301}",
            "a\u{a0}b",
        ] {
            assert!(found("hidden-character", &[("practices/a.md", text)]).is_empty(), "{text}");
        }
        assert!(found("hidden-character", &[("practices/a.md", "\u{feff}# A\n")]).is_empty());
    }
}
