//! Names that a sign makes another name than their letters: `C++`, `C#`, `.NET`.

use std::ops::Range;

/// Whether a word is a part of such a name; the parts before and behind it.
pub(super) fn signs(text: &str, word: &Range<usize>) -> Option<(&'static str, &'static str)> {
    let bytes = text.as_bytes();
    let before = word.start.checked_sub(1).and_then(|at| bytes.get(at)).copied();
    match bytes.get(word.clone())? {
        [letter] if letter.is_ascii_alphabetic() => {
            let rest = bytes.get(word.end..)?;
            let sign = if rest.starts_with(b"++") { "++" } else { "#" };
            let behind = rest.strip_prefix(sign.as_bytes())?.first();
            // `a++b` is arithmetic and `a#b` a place; `C++17` is still the language.
            let ends = behind.is_none_or(|next| !next.is_ascii_alphabetic() && !matches!(next, b'+' | b'#' | b'_'));
            (ends && !matches!(before, Some(b'#' | b'+'))).then_some(("", sign))
        }
        name if before == Some(b'.') && name.eq_ignore_ascii_case(b"net") => {
            let further = word.start.checked_sub(2).and_then(|at| bytes.get(at));
            // The end of an address is no name.
            further.is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric()).then_some((".", ""))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Language, words};

    #[test]
    fn a_name_with_a_sign_is_a_word_beside_its_letters() {
        for (text, expected) in [
            ("C++ and C#, not (c)", "c c++ and c c# not c"),
            ("F#. C++17 (C++) c++", "f f# c c++ 17 c c++ c c++"),
            (".NET, ASP.NET and example.net", "net .net asp net and example net"),
            ("a++b a#b c+++ C##", "a b a b c c"),
            ("#c #", "c"),
        ] {
            let mut seen = Vec::new();
            words(text, Language::Other, |word| seen.push(word.surface.to_owned()));
            assert_eq!(seen.join(" "), expected, "{text}");
        }
    }
}
