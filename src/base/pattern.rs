//! Patterns of values, as `check: own:` in `community.yaml` writes them.

use regex::{Regex, RegexBuilder};

use super::lang::Msg;
use super::limits::pattern::{LENGTH, SIZE};
use crate::msg;

/// A regular expression, as the `regex` crate reads it: without look-around and references back, so that it takes no longer than the text
/// that it is held against.
#[derive(Clone, Debug)]
pub struct Pattern {
    regex: Regex,
}

impl Pattern {
    /// Reads a pattern; the error says what is wrong with it, or which limit it goes beyond.
    pub fn new(text: &str) -> Result<Self, Msg> {
        if text.len() > LENGTH {
            return Err(msg!("settings-pattern-long", limit = LENGTH));
        }
        let wrong = |error: &regex::Error| match error {
            regex::Error::CompiledTooBig(_) => msg!("settings-pattern-large"),
            // The last line says what is wrong, those before it draw where.
            error => {
                let said = error.to_string();
                let cause = said.lines().last().unwrap_or_default().trim_start_matches("error: ");
                msg!("settings-pattern", pattern = text, error = cause)
            }
        };
        let regex = RegexBuilder::new(text).size_limit(SIZE).dfa_size_limit(SIZE).build().map_err(|error| wrong(&error))?;
        Ok(Self { regex })
    }

    /// Whether it is found anywhere in a text; `^` and `$` say that it is to begin or end there.
    pub fn is_in(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }

    /// The pattern as it was written.
    pub fn text(&self) -> &str {
        self.regex.as_str()
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use crate::base::lang::Lang;

    #[test]
    fn it_is_sought_anywhere_unless_it_says_where() {
        for (pattern, text, holds) in [
            ("^20\\d\\d-", "2026-01-02", true),
            ("^20\\d\\d-", "x 2026-01-02", false),
            ("MDTO", "we use MDTO", true),
            ("MDTO", "we use mdto", false),
            ("(?i)MDTO", "we use mdto", true),
            ("^\\p{Lu}", "Één", true),
        ] {
            assert_eq!(Pattern::new(pattern).map(|pattern| pattern.is_in(text)), Ok(holds), "{pattern} in {text}");
        }
    }

    #[test]
    fn what_is_none_says_why() {
        for (pattern, why) in [("(a", "unclosed group"), ("[z-a]", "invalid"), ("(?=a)", "look-around")] {
            let said = Pattern::new(pattern).expect_err(pattern).text(Lang::En);
            assert!(said.contains(why) && !said.contains('\n'), "{said}");
        }
        assert!(Pattern::new(&"a".repeat(2_000)).is_err());
        assert!(Pattern::new("((((a{100}){100}){100}){100}){100}").is_err());
    }
}
