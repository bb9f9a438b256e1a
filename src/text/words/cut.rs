//! Where words begin and end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Calls `each` with the bytes of every word, in order.
///
/// Most of most texts is plain ASCII, which is cut by hand; a stretch between spaces that has anything else in it goes
/// through Unicode's word boundaries. Both give the same.
pub(super) fn cut(text: &str, mut each: impl FnMut(Range<usize>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if is_space(bytes[at]) {
            at += 1;
            continue;
        }
        let start = at;
        let mut ascii = true;
        while at < bytes.len() && !is_space(bytes[at]) {
            ascii &= bytes[at].is_ascii();
            at += 1;
        }
        let mut placed = |range: Range<usize>| each(start + range.start..start + range.end);
        if ascii {
            cut_ascii(&bytes[start..at], &mut placed);
        } else {
            cut_unicode(&text[start..at], &mut placed);
        }
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn cut_ascii(bytes: &[u8], each: &mut impl FnMut(Range<usize>)) {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
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
        cut(text, |range| fast.push(range));
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
