//! Identifiers: words that are several words to whoever reads them, as `camelCase`, `HTTPServer` and `snake_case` are.

use std::ops::Range;

/// The most parts that a name has; what has more is no name but a key or a picture, written as letters.
const MOST: usize = 8;

/// The fewest letters and digits that say something by themselves.
const SHORTEST: usize = 2;

/// What a letter is to where a part ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Lower,
    Upper,
    Digit,
    /// `_`.
    Line,
}

/// Whether a word may have parts: nearly none has, and this is quick.
pub(super) fn may_have_parts(word: &str) -> bool {
    // All of it is looked at, which is quicker than to stop early: a word is short.
    let bytes = word.as_bytes().get(1..).unwrap_or_default();
    let tells = |byte: &u8| u8::from(*byte == b'_') | u8::from(byte.is_ascii_uppercase()) | u8::from(!byte.is_ascii());
    bytes.iter().fold(0, |found, byte| found | tells(byte)) > 0
}

/// Calls `each` with the bytes of every part of a word, in order; of a part with a number at its end (`url2`) also those without it.
///
/// A part ends at `_`, before a capital after a small letter or a digit, and before the last of several capitals where small letters follow
/// (`HTTP|Server`, not `PD|Fs`). A single letter is no part, and without `_` one part alone is none either (`iPhone`, `PhD`).
pub(super) fn each_part(word: &str, mut each: impl FnMut(Range<usize>)) {
    let mut parts = Vec::new();
    let lines = word.contains('_');
    if !lines && !word.contains(char::is_lowercase) {
        return;
    }
    let mut start = 0;
    let mut before = Sort::Line;
    let mut letters = word.char_indices();
    while let Some((at, letter)) = letters.next() {
        let sort = sort(letter, before);
        let mut rest = letters.clone().map(|(_, letter)| letter.is_lowercase());
        let turns = match (before, sort) {
            (_, Sort::Line) | (Sort::Lower | Sort::Digit, Sort::Upper) => true,
            (Sort::Upper, Sort::Upper) => rest.next() == Some(true) && rest.next() == Some(true),
            _ => false,
        };
        if turns {
            parts.push(start..at);
            start = at + if sort == Sort::Line { letter.len_utf8() } else { 0 };
        }
        before = sort;
    }
    parts.push(start..word.len());
    parts.retain(|part| is_long(&word[part.clone()]));
    if parts.len() > MOST || parts.len() < if lines { 1 } else { 2 } {
        return;
    }
    for part in parts {
        let bare = word[part.clone()].trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
        let end = part.start + bare.len();
        let has_number = end < part.end && is_long(bare);
        each(part.clone());
        if has_number {
            each(part.start..end);
        }
    }
}

fn is_long(part: &str) -> bool {
    part.chars().filter(|letter| letter.is_alphanumeric()).count() >= SHORTEST
}

/// What has no case, as marks above a letter, goes with what stands before it.
fn sort(letter: char, before: Sort) -> Sort {
    match letter {
        '_' => Sort::Line,
        _ if letter.is_ascii_digit() => Sort::Digit,
        _ if letter.is_uppercase() => Sort::Upper,
        _ if letter.is_lowercase() || before == Sort::Line => Sort::Lower,
        _ => before,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{each_part, may_have_parts};

    fn parts(word: &str) -> Vec<&str> {
        let mut parts = Vec::new();
        each_part(word, |range| parts.push(&word[range]));
        parts
    }

    #[test]
    fn names_are_cut_where_a_reader_would() {
        for (word, expected) in [
            ("camelCase", "camel Case"),
            ("PascalCase", "Pascal Case"),
            ("HTTPServer", "HTTP Server"),
            ("getURL2", "get URL2 URL"),
            ("utf8Decode", "utf8 utf Decode"),
            ("getURLsFast", "get URLs Fast"),
            ("snake_case", "snake case"),
            ("COP_DATA", "COP DATA"),
            ("read_toEnd", "read to End"),
            ("x_axis", "axis"),
            ("verslag_2026", "verslag 2026"),
            ("besluit_v1.2", "besluit v1.2"),
            ("ÉénKeer", "Één Keer"),
            ("OpenAI's", "Open AI's"),
            ("a__bc", "bc"),
        ] {
            assert_eq!(parts(word).join(" "), expected, "{word}");
            assert!(may_have_parts(word), "{word}");
        }
    }

    #[test]
    fn other_words_are_whole() {
        let key = "aBcd".repeat(12);
        for word in ["mailbox", "Mailbox", "MAILBOX", "PDFs", "iPhone", "PhD", "IJsselmeer", "R2D2", "v1.2", "foto's", "漢", "_", "", &key]
        {
            assert!(parts(word).is_empty(), "{word}: {:?}", parts(word));
        }
    }

    proptest! {
        #[test]
        fn parts_lie_in_the_word_in_order(word in "([a-c]{1,3}|[A-C]{1,3}|_|é|É|\u{301}|9|\\.|'|ǅ|ß|漢){0,12}") {
            let mut last = 0;
            each_part(&word, |range| {
                assert!(range.start >= last && range.start < range.end && word.get(range.clone()).is_some());
                last = range.start;
            });
            // No word begins with a line.
            prop_assert!(word.starts_with('_') || parts(&word).is_empty() || may_have_parts(&word));
        }
    }
}
