//! Two ways to write one letter: `é` as one character, or as `e` and a mark.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The text with every letter and its marks as one character where there is one (Unicode's NFC): what most systems write in a file's name.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_letter_and_its_mark_become_one() {
        assert_eq!(super::composed("cafe\u{301}"), "café");
        assert_eq!(super::composed("cafe"), "cafe");
    }
}
