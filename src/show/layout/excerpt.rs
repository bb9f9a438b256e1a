//! A line of a file with marks under the part that is meant.

use crate::base::width::{signs, split, truncate, width};
use crate::show::clean;
use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::view::Excerpt;

use super::parts::hang;

/// Before a line of a file.
const MARGIN: &str = "   |  ";

/// How much of a line a file or a program gets, in cells: any line that was written to be read, and of one that was not what is around the
/// part that is meant.
const LONGEST: usize = 400;

/// So many marks stand under a part at most.
const MARKS: usize = 60;

/// An excerpt on a screen of so many cells.
pub(super) fn lay(excerpt: &Excerpt, screen: usize) -> Vec<Line> {
    lay_in(excerpt, screen, screen - MARGIN.len())
}

/// An excerpt for a file or a program: what is said stands on one line, however long it gets.
pub(super) fn lay_whole(excerpt: &Excerpt) -> Vec<Line> {
    lay_in(excerpt, usize::MAX, LONGEST)
}

/// An excerpt with `screen` cells for what is said and `room` for the line of the file.
fn lay_in(excerpt: &Excerpt, screen: usize, room: usize) -> Vec<Line> {
    let head = Line::join([Line::new().path(excerpt.place.to_string()), excerpt.says.clone()], "  ");
    let mut lines = hang(&head, screen, &Line::new(), 3);
    if excerpt.source.trim().is_empty() {
        if !excerpt.label.is_empty() {
            lines.extend(hang(&excerpt.label, screen, &Line::from("   "), 3));
        }
        return lines;
    }
    let margin = Line::new().dim(MARGIN);
    let (source, before, marked) = window(excerpt, room);
    // Where a thing begins is what is looked for; more marks than this only repeat the line.
    let marked = marked.min(MARKS);
    lines.push(margin.clone().plain(source));
    let marks = margin.clone().plain(" ".repeat(before)).with(Label::Error, "^".repeat(marked));
    if excerpt.label.is_empty() || before + marked + 1 + excerpt.label.width() <= room {
        lines.push(Line::join([marks, excerpt.label.clone()], " "));
    } else {
        lines.push(marks);
        let indented = hang(&excerpt.label, screen.saturating_sub(MARGIN.len()), &Line::new(), 0);
        lines.extend(indented.into_iter().map(|line| margin.clone().then(line)));
    }
    lines
}

/// As much of the line as fits, the cells before the marked part and the cells of the marked part.
fn window(excerpt: &Excerpt, room: usize) -> (String, usize, usize) {
    let source = excerpt.source.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    let start = (excerpt.place.column.saturating_sub(1) as usize).saturating_sub(excerpt.skipped);
    let byte = |characters: usize| source.char_indices().nth(characters).map_or(source.len(), |(at, _)| at);
    let (start, end) = (byte(start), byte(start.saturating_add(excerpt.length)));
    let (mut before, marked) = (clean::lines(&source[..start]).into_owned(), clean::lines(&source[start..end]));
    let after = clean::lines(&source[end..]);
    let whole = width(&before) + width(&marked) + width(&after) <= room;
    if excerpt.skipped > 0 || !whole && width(&before) + width(&marked).max(8) + 1 > room {
        before = format!("…{}", last(&before, room / 3));
    } else if excerpt.place.column <= 1 || before.trim().is_empty() {
        // Indentation says nothing here.
        before = String::new();
    }
    let cells = width(&before);
    let text = truncate(&format!("{before}{marked}{after}"), room).trim_end().to_owned();
    (text, cells, width(&marked).clamp(1, room.saturating_sub(cells).max(1)))
}

/// The end of a text that is at most so many cells wide.
fn last(text: &str, cells: usize) -> &str {
    let mut over = width(text).saturating_sub(cells);
    let mut start = 0;
    for sign in signs(text) {
        if over == 0 {
            break;
        }
        over = over.saturating_sub(width(sign));
        start += sign.len();
    }
    split(&text[start..], cells).0
}

#[cfg(test)]
mod tests {
    use crate::base::place::Place;
    use crate::show::label::Label;
    use crate::show::line::Line;
    use crate::show::view::Excerpt;

    fn at(screen: usize, column: u32, source: &str, length: usize) -> String {
        let says = Line::of(Label::Error, "error").plain(" dead-link  no such document: sanning");
        let place = Place { path: "practices/scan.md".into(), line: 12, column };
        let excerpt = Excerpt { place, says, source: source.into(), skipped: 0, length, label: "nearest: scanning.md".into() };
        super::lay(&excerpt, screen).iter().map(|line| line.text() + "\n").collect()
    }

    #[test]
    fn of_a_very_long_line_what_was_kept_is_shown_at_its_place() {
        let kept = format!("{}[scanning](sanning.md){}", "before ".repeat(100), " after".repeat(100));
        let place = Place { path: "practices/scan.md".into(), line: 12, column: 90_701 };
        let excerpt = Excerpt { place, says: Line::new(), source: kept, skipped: 90_000, length: 22, label: Line::new() };
        let lines: Vec<String> = super::lay(&excerpt, 60).iter().map(Line::text).collect();
        let (mark, shown) = (lines[2].find('^').expect("marks"), lines[1].find("[scanning]").expect("what is meant"));
        // The ellipsis before it has three bytes and one cell.
        assert_eq!(mark + 2, shown, "{lines:?}");
    }

    #[test]
    fn the_marks_stand_under_what_is_meant() {
        insta::assert_snapshot!(at(80, 16, "see [scanning](sanning.md)", 10), @r"
        practices/scan.md:12:16  error dead-link  no such document: sanning
           |  see [scanning](sanning.md)
           |                 ^^^^^^^^^^ nearest: scanning.md
        ");
        insta::assert_snapshot!(at(80, 4, "日本\t[x](sanning.md)", 16), @r"
        practices/scan.md:12:4  error dead-link  no such document: sanning
           |  日本    [x](sanning.md)
           |          ^^^^^^^^^^^^^^^ nearest: scanning.md
        ");
    }

    #[test]
    fn of_a_long_line_the_part_that_matters_is_seen() {
        let source = format!("{}[scanning](sanning.md){}", "before ".repeat(20), " after".repeat(20));
        insta::assert_snapshot!(at(40, 141, &source, 22), @r"
        practices/scan.md:12:141  error
           dead-link  no such document: sanning
           |  …ore before [scanning](sanning.md…
           |              ^^^^^^^^^^^^^^^^^^^^^^
           |  nearest: scanning.md
        ");
    }

    #[test]
    fn where_no_screen_ends_only_a_line_that_nobody_reads_is_cut() {
        let whole = |column: u32, source: &str, length: usize| {
            let says = Line::of(Label::Error, "error").plain(" dead-link  no such document: sanning");
            let place = Place { path: "practices/scan.md".into(), line: 12, column };
            let label = "nearest: scanning.md".into();
            let lines = super::lay_whole(&Excerpt { place, says, source: source.into(), skipped: 0, length, label });
            lines.iter().map(Line::text).collect::<Vec<_>>()
        };
        let source = format!("{}[scanning](sanning.md){}", "before ".repeat(20), " after".repeat(20));
        let lines = whole(141, &source, 22);
        assert_eq!(lines[0], "practices/scan.md:12:141  error dead-link  no such document: sanning");
        assert_eq!(lines[1], format!("   |  {source}"));
        assert_eq!(lines[2], format!("   |  {}{} nearest: scanning.md", " ".repeat(140), "^".repeat(22)));
        let source = format!("{}[scanning](sanning.md){}", "before ".repeat(1_000), " after".repeat(1_000));
        let lines = whole(7_001, &source, 22);
        assert!(lines[1].contains("re before [scanning](sanning.md) after") && lines[1].ends_with('…'), "{lines:?}");
        assert!(lines[1].chars().count() <= super::LONGEST + super::MARGIN.len());
    }

    #[test]
    fn a_place_beyond_the_line_is_its_end() {
        insta::assert_snapshot!(at(60, 99, "short", 5), @r"
        practices/scan.md:12:99  error dead-link  no such document:
           sanning
           |  short
           |       ^ nearest: scanning.md
        ");
        insta::assert_snapshot!(at(80, 0, "  ", 5), @r"
        practices/scan.md:12  error dead-link  no such document: sanning
           nearest: scanning.md
        ");
    }
}
