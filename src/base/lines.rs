//! From byte offsets to lines and columns, and back to the line's text.

use std::ops::Range;

/// Where the lines of one text begin.
///
/// Line ends are `\n`, `\r\n` and a lone `\r`, as an editor shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    starts: Vec<u32>,
    len: u32,
}

impl Lines {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends {
                starts.push(at as u32 + 1);
            }
        }
        Self { starts, len: bytes.len() as u32 }
    }

    /// The line of a byte, counted from 1.
    pub fn line(&self, byte: usize) -> u32 {
        let byte = (byte as u32).min(self.len);
        self.starts.partition_point(|start| *start <= byte) as u32
    }

    /// The line and the column of a byte, both counted from 1; a column is a character.
    pub fn position(&self, text: &str, byte: usize) -> (u32, u32) {
        let line = self.line(byte);
        let start = self.starts[line as usize - 1] as usize;
        let end = floor_char_boundary(text, byte);
        let mut before = &text[start.min(end)..end];
        if start == 0 {
            before = before.strip_prefix('\u{feff}').unwrap_or(before);
        }
        (line, before.chars().count() as u32 + 1)
    }

    /// The bytes of a line, without its line end; empty for a line that does not exist.
    pub fn range(&self, text: &str, line: u32) -> Range<usize> {
        let Some(start) = (line as usize).checked_sub(1).and_then(|at| self.starts.get(at)) else {
            return text.len()..text.len();
        };
        let start = *start as usize;
        let end = self.starts.get(line as usize).map_or(text.len(), |next| *next as usize);
        let trimmed = text[start..end].trim_end_matches(['\n', '\r']).len();
        start..start + trimmed
    }

    /// The text of a line, without its line end.
    pub fn text<'t>(&self, text: &'t str, line: u32) -> &'t str {
        &text[self.range(text, line)]
    }

    /// How many lines there are; a text that ends in a line end has an empty last one.
    pub fn count(&self) -> u32 {
        self.starts.len() as u32
    }
}

/// The last place at or before a byte where a text can be cut.
pub fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        let text = "één\r\ntwo\rthree\n";
        let lines = Lines::new(text);
        assert_eq!(lines.count(), 4);
        assert_eq!(lines.text(text, 1), "één");
        assert_eq!(lines.text(text, 2), "two");
        assert_eq!(lines.text(text, 3), "three");
        assert_eq!(lines.position(text, text.find('n').expect("there")), (1, 3));
        assert_eq!(lines.position(text, 999), (4, 1));
        assert_eq!(lines.text(text, 9), "");
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let text = "\u{feff}abc";
        assert_eq!(Lines::new(text).position(text, 4), (1, 2));
    }
}
