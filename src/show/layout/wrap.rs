//! Breaking a line where the screen ends.

use std::ops::Range;

use crate::base::width::{signs, truncate, width};
use crate::show::label::Label;
use crate::show::line::Line;

/// A line as lines of at most `first` and then `rest` cells; at least one.
///
/// It is broken at spaces, beside a wide sign, and inside a word that is longer than a line. A path and a command are not
/// broken: what is copied from the screen must be what was meant, so one that is longer than a line goes over the edge.
pub(in crate::show) fn wrap(line: &Line, first: usize, rest: usize) -> Vec<Line> {
    if line.width() <= first {
        return vec![line.clone()];
    }
    let flat = Flat::new(line);
    let mut done: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(Range<usize>, usize)> = None;
    for mut word in flat.words(rest) {
        loop {
            let room = if done.is_empty() { first } else { rest };
            if let Some((bytes, used)) = &mut open {
                let with = *used + (word.bytes.start - bytes.end) + word.width;
                if with <= room {
                    (bytes.end, *used) = (word.bytes.end, with);
                    break;
                }
                done.extend(open.take().map(|(bytes, _)| bytes));
            } else if word.width <= room || (word.whole && room >= rest) {
                open = Some((word.bytes.clone(), word.width));
                break;
            } else if room < rest && (word.whole || word.width <= rest) {
                done.push(0..0);
            } else {
                let (head, cells) = flat.beginning(&word, room);
                done.push(word.bytes.start..head);
                word.bytes.start = head;
                word.width = word.width.saturating_sub(cells);
                if word.bytes.is_empty() {
                    break;
                }
            }
        }
    }
    done.extend(open.map(|(bytes, _)| bytes));
    if done.is_empty() {
        done.push(0..0);
    }
    done.into_iter().map(|bytes| flat.slice(bytes)).collect()
}

/// As much of a line as fits in so many cells, with `…` behind what was cut.
pub(in crate::show) fn cut(line: &Line, cells: usize) -> Line {
    if line.width() <= cells {
        return line.clone();
    }
    let flat = Flat::new(line);
    let kept = truncate(&flat.text, cells);
    match kept.strip_suffix('…') {
        Some(kept) => flat.slice(0..kept.len()).plain("…"),
        None => flat.slice(0..kept.len()),
    }
}

/// A line's text in one piece, and where its labels end.
struct Flat {
    text: String,
    ends: Vec<(usize, Label)>,
}

/// What stays together on a line.
struct Word {
    bytes: Range<usize>,
    width: usize,
    whole: bool,
}

impl Flat {
    fn new(line: &Line) -> Self {
        let mut flat = Self { text: String::new(), ends: Vec::new() };
        for piece in line.pieces() {
            flat.text.push_str(piece.text());
            flat.ends.push((flat.text.len(), piece.label()));
        }
        flat
    }

    /// The words, of which a command that is wider than a line counts as several.
    fn words(&self, room: usize) -> Vec<Word> {
        let (mut words, mut start, mut word): (Vec<Word>, _, Option<Word>) = (Vec::new(), 0, None);
        for (end, label) in &self.ends {
            let piece = &self.text[start..*end];
            let whole = label.is_whole() && (*label == Label::Path || width(piece) <= room);
            let (mut at, mut was_wide) = (start, false);
            for sign in signs(piece) {
                let (bytes, cells) = (at..at + sign.len(), width(sign));
                at = bytes.end;
                let wide = cells > 1 && !whole;
                if wide || was_wide {
                    words.extend(word.take());
                }
                was_wide = wide;
                if sign == " " && !whole {
                    words.extend(word.take());
                    continue;
                }
                let word = word.get_or_insert(Word { bytes: bytes.clone(), width: 0, whole: false });
                word.bytes.end = bytes.end;
                word.width += cells;
                word.whole |= label.is_whole();
            }
            start = *end;
        }
        words.extend(word);
        words
    }

    /// Where the beginning of a word that fits ends, at least one sign, and its cells.
    fn beginning(&self, word: &Word, room: usize) -> (usize, usize) {
        let (mut end, mut used) = (word.bytes.start, 0);
        for sign in signs(&self.text[word.bytes.clone()]) {
            let cells = width(sign);
            if used + cells > room && end > word.bytes.start {
                break;
            }
            used += cells;
            end += sign.len();
        }
        (end, used)
    }

    fn slice(&self, bytes: Range<usize>) -> Line {
        let mut line = Line::new();
        let mut start = bytes.start;
        let first = self.ends.partition_point(|(end, _)| *end <= start);
        for (end, label) in &self.ends[first..] {
            if start >= bytes.end {
                break;
            }
            let end = bytes.end.min(*end);
            line.push(*label, &self.text[start..end]);
            start = end;
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{cut, wrap};
    use crate::show::line::Line;

    fn texts(line: &Line, first: usize, rest: usize) -> Vec<String> {
        wrap(line, first, rest).iter().map(Line::text).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_inside_what_is_too_long() {
        for (text, first, rest, lines) in [
            ("one two three", 7, 7, &["one two", "three"][..]),
            ("one", 2, 5, &["", "one"]),
            ("", 5, 5, &[""]),
            ("abcdefgh ij", 5, 5, &["abcde", "fgh", "ij"]),
            ("日本語の文", 4, 6, &["日本", "語の文"]),
            ("a  b", 4, 4, &["a  b"]),
            ("a   b", 3, 3, &["a", "b"]),
        ] {
            assert_eq!(texts(&text.into(), first, rest), lines, "{text}");
        }
    }

    #[test]
    fn what_is_copied_is_not_broken() {
        let line = Line::new().plain("see ").path("practices/a b c.md").plain(":14 or ").command("cop show a b");
        assert_eq!(texts(&line, 20, 20), ["see", "practices/a b c.md:14", "or cop show a b"]);
        assert_eq!(texts(&line, 8, 8), ["see", "practices/a b c.md:14", "or cop", "show a b"]);
    }

    #[test]
    fn what_is_very_long_takes_no_longer_than_its_length() {
        let word = Line::from("é".repeat(500_000));
        assert_eq!(wrap(&word, 50, 50).len(), 10_000);
        let pieces = (0..100_000).fold(Line::new(), |line, _| line.strong("a").plain(" b"));
        assert_eq!(wrap(&pieces, 30, 30).len(), 10_001);
    }

    #[test]
    fn a_cut_line_keeps_its_labels() {
        let line = Line::new().strong("Export").plain(" mailbox");
        assert_eq!(cut(&line, 9), Line::new().strong("Export").plain(" m…"));
        assert_eq!(cut(&line, 0), Line::new());
    }

    proptest! {
        #[test]
        fn nothing_is_too_wide_and_no_letter_is_lost(text: String, marked in "\\PC{0,20}", room in 2_usize..40) {
            let line = Line::new().plain(text.as_str()).strong(marked).plain(text);
            let lines = wrap(&line, room, room);
            prop_assert!(lines.iter().all(|line| line.width() <= room), "{:?}", lines);
            let letters = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
            prop_assert_eq!(letters(&lines.iter().map(Line::text).collect::<String>()), letters(&line.text()));
            prop_assert!(cut(&line, room).width() <= room);
        }
    }
}
