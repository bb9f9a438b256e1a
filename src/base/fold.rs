//! One spelling for many: case and accents folded, for comparing what people type.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents: `Één` and `een` are the same word.
///
/// Letters that carry no separate mark but stand for two (`ß`, `æ`, `ø`, `ĳ`) become what a keyboard without them types.
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    if text.is_ascii() {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            'ø' | 'Ø' => folded.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
            'ł' | 'Ł' => folded.push('l'),
            'þ' | 'Þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            '\u{2019}' | '\u{02bc}' => folded.push('\''),
            _ => folded.extend(letter.to_lowercase().filter(|letter| !is_combining_mark(*letter))),
        }
    }
    Cow::Owned(folded)
}

/// Whether a character is a mark that is written on the one before it.
pub fn is_mark(letter: char) -> bool {
    is_combining_mark(letter)
}

/// What is left of a text in ASCII: accents go, and so does every letter that has no ASCII one under its accent.
pub fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfkd().filter(char::is_ascii).collect()) }
}

/// A tag as it is compared: folded, with spaces and `_` as `-`.
pub fn fold_tag(tag: &str) -> String {
    let folded = fold(tag.trim().trim_start_matches('#'));
    let mut name = String::with_capacity(folded.len());
    for letter in folded.chars() {
        let dash = letter.is_whitespace() || letter == '_' || letter == '-';
        match (dash, name.ends_with('-')) {
            (true, true) => {}
            (true, false) => name.push('-'),
            (false, _) => name.push(letter),
        }
    }
    name.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{ascii, fold, fold_tag};

    #[test]
    fn case_and_accents_go() {
        for (text, folded) in [
            ("Één", "een"),
            ("Zoë", "zoe"),
            ("Ørsted", "orsted"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("İ", "i"),
            ("ĳs", "ijs"),
            ("vergadering’s", "vergadering's"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn letters_without_an_ascii_one_go() {
        assert_eq!(ascii("Één œuvre"), "Een uvre");
    }

    #[test]
    fn a_tag_is_one_word() {
        assert_eq!(fold_tag(" Born Digital "), "born-digital");
        assert_eq!(fold_tag("#e_mail"), "e-mail");
        assert_eq!(fold_tag("  "), "");
    }
}
