//! A line of a document in which a query matched, as a result shows it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::width::{truncate, width};
use crate::show::label::Label;
use crate::show::line::Line;

/// A line of a document in which a query matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Snippet {
    /// The line in the file, from 1.
    pub line: u32,
    /// Part of its text.
    pub text: String,
    /// What matched, in bytes of the text.
    #[serde(skip)]
    pub marks: Vec<std::ops::Range<usize>>,
    /// Where most of it stands close together, in bytes of the text.
    #[serde(skip)]
    pub densest: std::ops::Range<usize>,
}

impl Snippet {
    /// As much of the text as fits in so many cells, with what matched best in it.
    pub(super) fn within(&self, cells: usize) -> Line {
        let text = self.text.as_str();
        if width(text) <= cells {
            return Line::marked(text, &self.marks, Label::Match);
        }
        // Of a stretch that is longer than the room, its first match.
        let first = || self.marks.iter().find(|mark| mark.start >= self.densest.start).cloned().unwrap_or(0..0);
        let fits = text.get(self.densest.clone()).is_some_and(|stretch| width(stretch) < cells);
        let best = if fits { self.densest.clone() } else { first() };
        let (before, seen) = (text.get(..best.start).unwrap_or_default(), text.get(..best.end).unwrap_or_default());
        // Where it would be cut off, the text begins at the word that leaves half of the room that is left before it, a third of all at most.
        let free = cells.saturating_sub(width(text.get(best).unwrap_or_default())) / 2;
        let start = if width(seen) < cells { 0 } else { word_start(before, free.min(cells / 3)) };
        let opening = if start > 0 { "… " } else { "" };
        let rest = truncate(text.get(start..).unwrap_or_default(), cells.saturating_sub(width(opening)));
        let whole = rest.trim_end_matches('…').len() + opening.len();
        let moved = |at: usize| (at.saturating_sub(start) + opening.len()).min(whole);
        let marks: Vec<_> = self.marks.iter().filter(|mark| mark.start >= start).map(|mark| moved(mark.start)..moved(mark.end)).collect();
        Line::marked(&format!("{opening}{rest}"), &marks, Label::Match)
    }
}

/// Where the last words of a text begin that take at most so many cells.
fn word_start(text: &str, cells: usize) -> usize {
    let starts = text.char_indices().filter(|(at, _)| *at == 0 || text[..*at].ends_with(' ')).map(|(at, _)| at);
    starts.into_iter().find(|at| width(&text[*at..]) <= cells).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::{Label, Snippet};

    #[test]
    fn of_a_long_line_the_match_is_seen() {
        let text = "Our claims people meet in a room every three months, because they come from five offices";
        let at = |word: &str| text.find(word).map(|at| at..at + word.len()).unwrap();
        let seen = |word: &str, cells: usize| {
            let line = Snippet { line: 1, text: text.into(), marks: vec![at(word)], densest: at(word) }.within(cells);
            let marked: String =
                line.pieces().iter().filter(|piece| piece.label() == Label::Match).map(crate::show::line::Piece::text).collect();
            assert_eq!(marked, word, "{}", line.text());
            assert!(line.width() <= cells, "{}", line.text());
            line.text()
        };
        assert_eq!(seen("months", 100), text);
        assert_eq!(seen("claims", 30), "Our claims people meet in a r…");
        assert_eq!(seen("months", 30), "… three months, because they…");
        assert_eq!(seen("offices", 20), "… five offices");
    }
}
