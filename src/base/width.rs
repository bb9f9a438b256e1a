//! How wide a text stands in a terminal: in cells, not in characters.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The cells that a text takes on one line: two for most of Chinese, Japanese, Korean and emoji, none for a combining mark.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// The text's parts that are shown as one sign, each a letter with what combines with it.
///
/// Coarser than a terminal in rare scripts, never finer: between two parts it is safe to break a line.
pub fn signs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut letters = rest.char_indices();
        let (_, mut before) = letters.next()?;
        let mut flags = usize::from(is_flag_half(before));
        let mut end = rest.len();
        for (at, letter) in letters {
            flags = if is_flag_half(letter) { flags + 1 } else { 0 };
            if !joins(before, letter) && flags != 2 {
                end = at;
                break;
            }
            before = letter;
        }
        let (sign, after) = rest.split_at(end);
        rest = after;
        Some(sign)
    })
}

/// The longest beginning of a text that is at most so many cells wide, and the rest.
pub fn split(text: &str, cells: usize) -> (&str, &str) {
    if text.is_ascii() {
        return text.split_at(cells.min(text.len()));
    }
    let (mut used, mut end) = (0, 0);
    for sign in signs(text) {
        used += width(sign);
        if used > cells {
            break;
        }
        end += sign.len();
    }
    text.split_at(end)
}

/// The text, or as much of it as fits in so many cells with `…` behind it.
pub fn truncate(text: &str, cells: usize) -> Cow<'_, str> {
    match (width(text) <= cells, cells) {
        (true, _) => Cow::Borrowed(text),
        (false, 0) => Cow::Borrowed(""),
        (false, _) => Cow::Owned(format!("{}…", split(text, cells - 1).0.trim_end())),
    }
}

fn joins(before: char, letter: char) -> bool {
    const ZERO_WIDTH_JOINER: char = '\u{200d}';
    let skin_tone = ('\u{1f3fb}'..='\u{1f3ff}').contains(&letter);
    before == ZERO_WIDTH_JOINER || skin_tone || letter.width().unwrap_or_default() == 0
}

/// Two regional indicators are one flag.
fn is_flag_half(letter: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{signs, split, truncate, width};

    #[test]
    fn cells_are_not_characters() {
        for (text, cells) in [("", 0), ("abc", 3), ("één", 3), ("e\u{301}", 1), ("日本", 4), ("👩‍👩‍👧", 2), ("🇳🇱", 2), ("☺\u{fe0f}", 2)]
        {
            assert_eq!(width(text), cells, "{text}");
        }
    }

    #[test]
    fn a_sign_is_never_broken() {
        let text = "e\u{301}👩‍👩‍👧🇳🇱🇧🇪👍🏽x";
        assert_eq!(signs(text).collect::<Vec<_>>(), ["e\u{301}", "👩‍👩‍👧", "🇳🇱", "🇧🇪", "👍🏽", "x"]);
        assert_eq!(split("日本語", 5), ("日本", "語"));
    }

    #[test]
    fn what_is_cut_says_so() {
        for (text, cells, cut) in
            [("mailbox", 7, "mailbox"), ("mailbox", 4, "mai…"), ("日本語", 4, "日…"), ("ab cd", 4, "ab…"), ("ab", 1, "…"), ("ab", 0, "")]
        {
            assert_eq!(truncate(text, cells), cut);
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_too_wide(text in "\\PC*", cells in 0_usize..30) {
            prop_assert_eq!(signs(&text).collect::<String>(), text.clone());
            let (first, rest) = split(&text, cells);
            prop_assert_eq!(format!("{first}{rest}"), text.clone());
            prop_assert!(width(first) <= cells);
            prop_assert!(width(&truncate(&text, cells)) <= cells);
        }
    }
}
