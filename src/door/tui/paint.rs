//! Lines of cop as the terminal's library draws them.

use ratatui::style::{Color, Modifier, Style};
use ratatui::text;

use crate::show::label::{Label, Tone};
use crate::show::line::Line;

/// How the parts of the screen look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    /// Whether there are colours beside weight.
    pub(super) colour: bool,
}

impl Paint {
    fn style(self, label: Label) -> Style {
        let colour = |style: Style, colour| if self.colour { style.fg(colour) } else { style };
        let style = Style::new();
        match label.tone() {
            // Among headings, which are bold too, what matches has to be found.
            Tone::Bold if label == Label::Match => style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Tone::Plain => style,
            Tone::Bold => style.add_modifier(Modifier::BOLD),
            Tone::Dim => style.add_modifier(Modifier::DIM),
            Tone::Italic => style.add_modifier(Modifier::ITALIC),
            Tone::Open => colour(style, Color::Cyan),
            Tone::Wrong => colour(style.add_modifier(Modifier::BOLD), Color::Red),
        }
    }

    /// A line with the looks of its labels.
    pub(super) fn line(self, line: &Line) -> text::Line<'_> {
        line.pieces().iter().map(|piece| text::Span::styled(piece.text(), self.style(piece.label()))).collect()
    }

    /// The look of the part of the question that can't be meant.
    pub(super) fn wrong(self) -> Style {
        self.style(Label::Error).add_modifier(Modifier::UNDERLINED)
    }
}
