//! The line that is typed: a text and a cursor that always stands between two signs.

use crate::base::width::{signs, width};
use crate::show::clean::is_hidden;

/// What is longer, in bytes, is no question; a paste is cut there.
const LONGEST: usize = 4_000;

/// A line of text that is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Field {
    text: String,
    /// A byte of the text, where a sign begins or the text ends.
    cursor: usize,
}

impl Field {
    /// A field with a text, and the cursor behind it.
    pub(super) fn new(text: &str) -> Self {
        let mut field = Self::default();
        field.insert(text);
        field
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Puts a text in where the cursor is; line ends and tabs become spaces, and what can't be seen is left out.
    pub(super) fn insert(&mut self, text: &str) {
        let seen = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).filter(|letter| !is_hidden(*letter));
        for letter in seen {
            if self.text.len() + letter.len_utf8() > LONGEST {
                break;
            }
            self.text.insert(self.cursor, letter);
            self.cursor += letter.len_utf8();
        }
        self.settle();
    }

    /// What was put in may have become one sign with what stands behind it.
    fn settle(&mut self) {
        let wanted = self.cursor;
        self.cursor = self.starts().into_iter().find(|start| *start >= wanted).unwrap_or(self.text.len());
    }

    /// Where each sign begins.
    fn starts(&self) -> Vec<usize> {
        let mut at = 0;
        let start = |sign: &str| {
            at += sign.len();
            at - sign.len()
        };
        signs(&self.text).map(start).collect()
    }

    /// A sign to the left; whether there was one.
    pub(super) fn left(&mut self) -> bool {
        let before = self.starts().into_iter().rfind(|start| *start < self.cursor);
        before.inspect(|start| self.cursor = *start).is_some()
    }

    /// A sign to the right; whether there was one.
    pub(super) fn right(&mut self) -> bool {
        let is_before_end = self.cursor < self.text.len();
        self.cursor = self.starts().into_iter().find(|start| *start > self.cursor).unwrap_or(self.text.len());
        is_before_end
    }

    /// To the beginning of the word to the left.
    pub(super) fn word_left(&mut self) {
        let before = self.text.get(..self.cursor).unwrap_or_default().trim_end();
        self.cursor = before.rfind(' ').map_or(0, |space| space + 1);
        self.settle();
    }

    /// Behind the word to the right.
    pub(super) fn word_right(&mut self) {
        let behind = self.text.get(self.cursor..).unwrap_or_default();
        let spaces = behind.len() - behind.trim_start().len();
        self.cursor = behind.trim_start().find(' ').map_or(self.text.len(), |space| self.cursor + spaces + space);
        self.settle();
    }

    /// To the beginning; whether the cursor was not there.
    pub(super) fn home(&mut self) -> bool {
        std::mem::take(&mut self.cursor) > 0
    }

    /// To the end; whether the cursor was not there.
    pub(super) fn end(&mut self) -> bool {
        let end = self.text.len();
        std::mem::replace(&mut self.cursor, end) < end
    }

    /// Takes away the sign to the left.
    pub(super) fn backspace(&mut self) {
        let end = self.cursor;
        if self.left() {
            self.text.replace_range(self.cursor..end, "");
            self.settle();
        }
    }

    /// Takes away the sign to the right.
    pub(super) fn delete(&mut self) {
        let start = self.cursor;
        if self.right() {
            self.text.replace_range(start..self.cursor, "");
            self.cursor = start;
            self.settle();
        }
    }

    /// Takes away the word to the left.
    pub(super) fn delete_word(&mut self) {
        let end = self.cursor;
        self.word_left();
        self.text.replace_range(self.cursor..end, "");
        self.settle();
    }

    /// Takes away all.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The byte of the cursor.
    #[cfg(test)]
    pub(super) fn cursor(&self) -> usize {
        self.cursor
    }

    /// What of the text is seen in so many cells, as bytes, and in which of them the cursor stands; it always does in one.
    pub(super) fn seen(&self, cells: usize) -> (std::ops::Range<usize>, usize) {
        // The cursor takes a cell of its own behind the text.
        let room = cells.saturating_sub(1);
        let mut start = 0;
        for sign in signs(self.text.get(..self.cursor).unwrap_or_default()) {
            if width(self.text.get(start..self.cursor).unwrap_or_default()) <= room {
                break;
            }
            start += sign.len();
        }
        let (seen, _) = crate::base::width::split(self.text.get(start..).unwrap_or_default(), cells);
        (start..start + seen.len(), width(self.text.get(start..self.cursor).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Field;
    use crate::base::width::{signs, width};

    #[test]
    fn what_is_typed_is_edited_by_signs_and_words() {
        let mut field = Field::new("een e\u{301}\u{301}n 漢字");
        field.backspace();
        assert_eq!(field.text(), "een e\u{301}\u{301}n 漢");
        field.word_left();
        field.word_left();
        field.delete();
        assert_eq!(field.text(), "een n 漢");
        field.insert("\té\u{1b}\u{202e}\n");
        assert_eq!(field.text(), "een  é n 漢");
        field.end();
        field.delete_word();
        field.delete_word();
        assert_eq!(field.text(), "een  é ");
        field.home();
        field.word_right();
        assert_eq!((field.cursor(), field.right(), field.left()), (3, true, true));
        field.clear();
        assert_eq!((field.left(), field.right(), field.text()), (false, false, ""));
    }

    #[test]
    fn of_a_long_text_the_cursor_is_seen() {
        let mut field = Field::new("quiet members 漢字");
        assert_eq!(field.seen(40), (0.."quiet members 漢字".len(), 18));
        let (seen, at) = field.seen(8);
        assert_eq!((&field.text()[seen], at), ("rs 漢字", 7));
        field.home();
        let (seen, at) = field.seen(8);
        assert_eq!((&field.text()[seen], at), ("quiet me", 0));
    }

    #[test]
    fn a_paste_has_an_end() {
        assert_eq!(Field::new(&"é".repeat(9_000)).text().len(), super::LONGEST);
    }

    proptest! {
        #[test]
        fn the_cursor_always_stands_between_two_signs(steps in proptest::collection::vec((0_u8..11, "\\PC{0,3}"), 0..40), cells in 1_usize..30) {
            let mut field = Field::default();
            for (step, text) in steps {
                match step {
                    0 => drop(field.left()),
                    1 => drop(field.right()),
                    2 => field.word_left(),
                    3 => field.word_right(),
                    4 => drop(field.home()),
                    5 => field.backspace(),
                    6 => field.delete(),
                    7 => field.delete_word(),
                    _ => field.insert(&text),
                }
                let before = field.text().get(..field.cursor());
                prop_assert!(before.is_some());
                let mut at = 0;
                let is_between = field.cursor() == field.text().len() || signs(field.text()).any(|sign| {
                    at += sign.len();
                    at - sign.len() == field.cursor()
                });
                prop_assert!(is_between, "{:?}", field);
                let (seen, column) = field.seen(cells);
                prop_assert!(column < cells && width(&field.text()[seen]) <= cells);
            }
        }
    }
}
