//! For the terminal: blocks laid out by display width, with colour where it is wanted.

use std::fmt::Write;

use crate::base::error::Result;
use crate::show::layout;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Remark, Shown};

use super::Format;

/// `text`
pub(super) struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn is_for_people(&self) -> bool {
        true
    }

    fn write(&self, result: &dyn Shown, _: &[Remark], look: &Look) -> Result<String> {
        Ok(paint(&layout::lay(&result.blocks(look), look.width), look.colour))
    }
}

/// Lines as text, their labels as colours or not at all, without spaces at their ends.
pub(in crate::show) fn paint(lines: &[Line], colour: bool) -> String {
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
