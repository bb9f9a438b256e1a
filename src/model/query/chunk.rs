//! A stretch of a query between spaces, as the words in it.

use crate::text::words::{self, Language};

use super::ast::{Form, Slot};

/// What `mail*` begins with; `None` for anything else that has an asterisk.
pub(super) fn prefix(chunk: &str) -> Option<String> {
    let start = chunk.strip_suffix('*')?;
    let surfaces = words::surfaces(start);
    let whole = start.starts_with(char::is_alphanumeric) && start.ends_with(char::is_alphanumeric);
    match surfaces.as_slice() {
        [only] if whole => Some(only.clone()),
        _ => None,
    }
}

/// A word of a query, perhaps one that is written as several.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Unit {
    /// One word, or several with signs between them.
    pub(super) words: Vec<String>,
    /// What the identifiers among them are made of: `camelCase` of `camel` and `case`.
    pub(super) parts: Vec<String>,
    /// Those of the parts that follow one another: of `getURL2`, which has a part `url` too, `get` and `url2`.
    spread: Vec<String>,
}

impl Unit {
    /// What else it is written as: `re-use` as `reuse`, `camelCase` as `camel case` or `camel-case`.
    pub(super) fn otherwise(&self) -> Option<Form> {
        let letters = |part: &String| part.bytes().all(|byte| byte.is_ascii_alphabetic());
        match (self.words.as_slice(), self.spread.as_slice()) {
            ([first, second], _) if letters(first) && letters(second) => Some(Form::Word(Slot::any(&format!("{first}{second}")))),
            ([_], spread) if spread.len() > 1 => Some(Form::Phrase(spread.iter().map(|part| Slot::any(part)).collect())),
            _ => None,
        }
    }
}

/// The words of a chunk; those that are one word with a sign in it (`e-mail`, `example.com`, `1,000`, `std::fs`, `漢字`) together.
pub(super) fn units(chunk: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let (mut end, mut end_of_part) = (0, 0);
    words::words(chunk, Language::Other, |word| {
        let surface = word.surface.to_owned();
        if let Some(unit) = units.last_mut().filter(|_| word.is_part) {
            if word.range.start >= end_of_part {
                unit.spread.push(surface.clone());
                end_of_part = word.range.end;
            }
            unit.parts.push(surface);
            return;
        }
        let between = &chunk[end..word.range.start];
        let digits = chunk[..end].ends_with(|letter: char| letter.is_ascii_digit())
            && word.surface.starts_with(|letter: char| letter.is_ascii_digit());
        let together = matches!(between, "" | "-" | "." | "@" | "'" | "’" | "::" | "\u{2010}" | "\u{2011}") || (between == "," && digits);
        match units.last_mut() {
            Some(unit) if together => unit.words.push(surface),
            _ => units.push(Unit { words: vec![surface], ..Unit::default() }),
        }
        end = word.range.end;
    });
    units
}

#[cfg(test)]
mod tests {
    use super::{Form, Slot, prefix, units};

    #[test]
    fn what_is_written_as_one_is_one() {
        for (typed, expected) in [
            ("e-mail", "e+mail or email"),
            ("camelCase", "camelcase (camel case) or [camel case]"),
            ("getURL2", "geturl2 (get url2 url) or [get url2]"),
            ("foo_foo", "foo_foo (foo)"),
            ("x_axis", "x_axis (axis)"),
            ("src/my_file.rs", "src; my_file+rs (my file)"),
            ("std::fs::read", "std+fs+read"),
            ("v1.2-rc", "v1.2+rc"),
            ("--no-commit", "no+commit or nocommit"),
            ("one,twoThree", "one; twothree (two three) or [two three]"),
        ] {
            let shown: Vec<_> = units(typed).iter().map(super::Unit::shown).collect();
            assert_eq!(shown.join("; "), expected, "{typed}");
        }
    }

    #[test]
    fn a_prefix_is_one_word() {
        assert_eq!(prefix("camelCase*").as_deref(), Some("camelcase"));
        assert_eq!(prefix("e-mail*"), None);
    }

    impl super::Unit {
        fn shown(&self) -> String {
            let list = |slots: &[Slot]| slots.iter().map(|slot| slot.surface.as_str()).collect::<Vec<_>>().join(" ");
            let parts = if self.parts.is_empty() { String::new() } else { format!(" ({})", self.parts.join(" ")) };
            let otherwise = self.otherwise().map_or(String::new(), |form| match form {
                Form::Word(slot) => format!(" or {}", slot.surface),
                Form::Phrase(slots) => format!(" or [{}]", list(&slots)),
                Form::Prefix(prefix) => format!(" or {prefix}*"),
            });
            self.words.join("+") + &parts + &otherwise
        }
    }
}
