//! Lines as bytes for a terminal or a pipe.

use std::fmt::Write;

use super::line::Line;

/// Lines as text, their labels as colours or not at all, without spaces at their ends.
pub(super) fn paint(lines: &[Line], colour: bool) -> String {
    let mut text = String::new();
    for line in lines {
        let start = text.len();
        for piece in line.pieces() {
            let style = piece.label().style();
            if colour && !style.is_plain() {
                let _ = write!(text, "{style}{}{style:#}", piece.text());
            } else {
                text.push_str(piece.text());
            }
        }
        text.truncate(start + text[start..].trim_end_matches(' ').len());
        text.push('\n');
    }
    text
}
