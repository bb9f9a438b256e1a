//! Where words begin and end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// What a byte is to whoever cuts words: any of these.
const SPACE: u8 = 1;
/// A letter, a digit or `_`.
const WORD: u8 = 2;
/// A word with it is another than its surface, or may have parts: a capital, or `_`.
const TELLS: u8 = 4;
/// Not ASCII.
const FAR: u8 = 8;

/// What every byte is; to look it up is quicker than to find out.
const SORTS: [u8; 256] = sorts();

const fn sorts() -> [u8; 256] {
    let mut sorts = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        let mut sort = 0;
        if matches!(byte, b' ' | b'\t'..=b'\r') {
            sort |= SPACE;
        }
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            sort |= WORD;
        }
        if byte.is_ascii_uppercase() || byte == b'_' {
            sort |= TELLS;
        }
        if !byte.is_ascii() {
            sort |= FAR;
        }
        sorts[at] = sort;
        at += 1;
    }
    sorts
}

fn sort(byte: u8) -> u8 {
    SORTS[usize::from(byte)]
}

/// Calls `each` with the bytes of every word, in order, and with whether the word is its own surface and has no parts, as most are: nothing but
/// small ASCII letters, digits and marks.
///
/// Most of most texts is plain ASCII, which is cut by hand; a stretch between spaces that has anything else in it goes
/// through Unicode's word boundaries. Both give the same.
pub(super) fn cut(text: &str, mut each: impl FnMut(Range<usize>, bool)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let (mut any, mut all) = (0, WORD);
        while let Some(sort) = bytes.get(at).map(|byte| sort(*byte)).filter(|sort| sort & SPACE == 0) {
            any |= sort;
            all &= sort;
            at += 1;
        }
        let plain = any & (TELLS | FAR) == 0;
        if start == at {
            at += 1;
        } else if plain && all == WORD {
            each(start..at, true);
        } else {
            let mut placed = |range: Range<usize>| each(start + range.start..start + range.end, plain);
            if any & FAR == 0 {
                cut_ascii(&bytes[start..at], &mut placed);
            } else {
                cut_unicode(&text[start..at], &mut placed);
            }
        }
    }
}

fn cut_ascii(bytes: &[u8], each: &mut impl FnMut(Range<usize>)) {
    let is_word = |byte: u8| sort(byte) & WORD != 0;
    let mut at = 0;
    while at < bytes.len() {
        if !is_word(bytes[at]) {
            at += 1;
            continue;
        }
        let start = at;
        loop {
            while at < bytes.len() && is_word(bytes[at]) {
                at += 1;
            }
            match bytes.get(at + 1) {
                Some(next) if joins(bytes[at - 1], bytes[at], *next) => at += 1,
                _ => break,
            }
        }
        let underscores = |range: &[u8]| range.iter().take_while(|byte| **byte == b'_').count();
        let (mut from, mut to) = (start, at);
        from += underscores(&bytes[start..at]);
        while to > from && bytes[to - 1] == b'_' {
            to -= 1;
        }
        if from < to {
            each(from..to);
        }
    }
}

/// Whether a mark between two letters or digits leaves them one word.
fn joins(before: u8, mark: u8, after: u8) -> bool {
    let letters = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match mark {
        b'\'' => letters || digits,
        b'.' => digits,
        _ => false,
    }
}

fn cut_unicode(text: &str, each: &mut impl FnMut(Range<usize>)) {
    for (start, word) in text.unicode_word_indices() {
        let mut from = 0;
        let mut before = None;
        let mut letters = word.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let number = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
            let point = letter == '.' && number(before) && number(letters.peek().map(|(_, next)| *next));
            if is_mark(letter) && !point {
                part(word, from..at, start, each);
                from = at + letter.len_utf8();
            }
            before = Some(letter);
        }
        part(word, from..word.len(), start, each);
    }
}

/// What Unicode lets stand inside a word or a number, and we don't: whoever types one half means to find it.
fn is_mark(letter: char) -> bool {
    matches!(letter, '.' | ',' | ':' | ';' | '\u{37e}' | '\u{202f}' | '\u{2024}' | '\u{fe10}'..='\u{fe14}' | '\u{fe50}'..='\u{fe55}')
        || matches!(letter, '\u{ff0c}' | '\u{ff0e}' | '\u{ff1a}' | '\u{ff1b}')
}

/// Gives a part of a word on, without the underscores at its edges, if there is a letter or digit in it.
fn part(word: &str, range: Range<usize>, start: usize, each: &mut impl FnMut(Range<usize>)) {
    let text = &word[range.clone()];
    let trimmed = text.trim_start_matches('_');
    let from = start + range.start + (text.len() - trimmed.len());
    let trimmed = trimmed.trim_end_matches('_');
    if trimmed.contains(char::is_alphanumeric) {
        each(from..from + trimmed.len());
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use proptest::prelude::*;

    use super::{cut, cut_unicode};

    fn both(text: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        let (mut fast, mut slow) = (Vec::new(), Vec::new());
        cut(text, |range, plain| {
            let word = &text[range.clone()];
            assert!(
                !plain || word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"'.".contains(&byte)),
                "{word}"
            );
            fast.push(range);
        });
        cut_unicode(text, &mut |range| slow.push(range));
        (fast, slow)
    }

    proptest! {
        #[test]
        fn by_hand_is_as_by_unicode(text in "[ -~\t\n]{0,40}") {
            let (fast, slow) = both(&text);
            prop_assert_eq!(fast, slow);
        }

        #[test]
        fn by_hand_is_as_by_unicode_where_it_is_hard(text in "[a-b1-2_'.,:; \u{e9}\u{2019}\u{301}漢]{0,24}") {
            let (fast, slow) = both(&text);
            prop_assert_eq!(fast, slow);
        }
    }
}
