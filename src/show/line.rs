//! A line of text whose pieces say what they are.

use std::ops::Range;

use crate::base::width::width;

use super::clean;
use super::label::Label;

/// A piece of text and what it is. Whatever it is made from, it holds nothing that could steer a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    text: String,
    label: Label,
}

impl Piece {
    /// A piece of one line: line ends become spaces, in a path they are shown.
    pub fn new(label: Label, text: impl Into<String>) -> Self {
        let text = text.into();
        let cleaned = if label == Label::Path { clean::path(&text) } else { clean::line(&text) };
        let text = match cleaned {
            std::borrow::Cow::Borrowed(_) => text,
            std::borrow::Cow::Owned(safe) => safe,
        };
        Self { text, label }
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What they are.
    pub fn label(&self) -> Label {
        self.label
    }
}

/// A line, before anything is known of how wide the screen is.
///
/// `Line::new().strong(title).plain("  ").dim(kind)`; a text alone is `"…".into()`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(Vec<Piece>);

impl Line {
    /// An empty line.
    pub fn new() -> Self {
        Self::default()
    }

    /// A line of one piece.
    pub fn of(label: Label, text: impl Into<String>) -> Self {
        Self::new().with(label, text)
    }

    /// The line with one more piece; an empty one changes nothing.
    #[must_use]
    pub fn with(mut self, label: Label, text: impl Into<String>) -> Self {
        self.push(label, text);
        self
    }

    /// Adds a piece; an empty one changes nothing.
    pub fn push(&mut self, label: Label, text: impl Into<String>) {
        let piece = Piece::new(label, text);
        match self.0.last_mut() {
            _ if piece.text.is_empty() => {}
            Some(last) if last.label == label && !label.is_whole() => last.text.push_str(&piece.text),
            _ => self.0.push(piece),
        }
    }

    /// The line with plain words behind it.
    #[must_use]
    pub fn plain(self, text: impl Into<String>) -> Self {
        self.with(Label::Plain, text)
    }

    /// The line with words that stand out.
    #[must_use]
    pub fn strong(self, text: impl Into<String>) -> Self {
        self.with(Label::Strong, text)
    }

    /// The line with words that stand back.
    #[must_use]
    pub fn dim(self, text: impl Into<String>) -> Self {
        self.with(Label::Dim, text)
    }

    /// The line with a path or address.
    #[must_use]
    pub fn path(self, text: impl Into<String>) -> Self {
        self.with(Label::Path, text)
    }

    /// The line with a kind.
    #[must_use]
    pub fn kind(self, text: impl Into<String>) -> Self {
        self.with(Label::Kind, text)
    }

    /// The line with a state.
    #[must_use]
    pub fn state(self, text: impl Into<String>) -> Self {
        self.with(Label::State, text)
    }

    /// The line with a command to type.
    #[must_use]
    pub fn command(self, text: impl Into<String>) -> Self {
        self.with(Label::Command, text)
    }

    /// The line with a person's name.
    #[must_use]
    pub fn person(self, text: impl Into<String>) -> Self {
        self.with(Label::Person, text)
    }

    /// The line with another behind it.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Lines with something between each two of them, the empty ones left out.
    pub fn join(lines: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut joined = Self::new();
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            if !joined.is_empty() {
                joined.push(Label::Plain, between);
            }
            joined = joined.then(line);
        }
        joined
    }

    /// A text in which some bytes stand out: `marks` in order and on character boundaries; what is not is left plain.
    pub fn marked(text: &str, marks: &[Range<usize>], label: Label) -> Self {
        let (mut line, mut at) = (Self::new(), 0);
        for mark in marks {
            if let (Some(before), Some(inside)) = (text.get(at..mark.start), text.get(mark.clone())) {
                line = line.plain(before).with(label, inside);
                at = mark.end;
            }
        }
        line.plain(text.get(at..).unwrap_or_default())
    }

    /// Its pieces.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// Whether nothing stands on it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its words without what they are.
    pub fn text(&self) -> String {
        self.0.iter().map(Piece::text).collect()
    }

    /// The cells that it takes.
    pub fn width(&self) -> usize {
        match &*self.0 {
            [piece] => width(&piece.text),
            pieces if pieces.iter().all(|piece| piece.text.is_ascii()) => pieces.iter().map(|piece| piece.text.len()).sum(),
            _ => width(&self.text()),
        }
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::new().plain(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::new().plain(text)
    }
}

impl From<&String> for Line {
    fn from(text: &String) -> Self {
        Self::new().plain(text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{Label, Line};

    #[test]
    fn a_line_is_built_piece_by_piece() {
        let line = Line::new().strong("Export").plain("").plain("  ").path("a\nb.md").state("adopted\nnow");
        assert_eq!(line.text(), "Export  a\\u{a}b.mdadopted now");
        assert_eq!(line.pieces().len(), 4);
        let facts = Line::join([Line::new().kind("practice"), Line::new(), Line::new().state("draft")], ", ");
        assert_eq!(facts.text(), "practice, draft");
    }

    #[test]
    fn marks_that_do_not_fit_are_left_plain() {
        let line = Line::marked("één mailbox", &[5..9, 8..10, 1..2, 90..99], Label::Match);
        assert_eq!(line.text(), "één mailbox");
        let hits: Vec<_> = line.pieces().iter().filter(|piece| piece.label() == Label::Match).map(super::Piece::text).collect();
        assert_eq!(hits, [" mai"]);
    }
}
