//! Lines of a text that look like fields, which count only in front matter.

use std::ops::Range;

use crate::base::fold::fold;
use crate::model::document::Document;
use crate::model::field::Label;
use crate::model::kind::Kind;

/// So many lines are looked at.
const LINES: usize = 40;

/// Fields that say what becomes of a document: below a title a line that begins with another key may well be meant as text.
const OF_EVERY: [&str; 9] = ["status", "kind", "tags", "steward", "created", "reviewed", "review_by", "review_every", "lang"];

/// A line: its text, and its bytes in the file.
type Line<'d> = (&'d str, Range<usize>);

/// The lines from a byte on.
fn lines_from(document: &Document, start: usize) -> impl Iterator<Item = Line<'_>> {
    let first = document.lines.line(start);
    let ranges = (first..).take(LINES).map(|line| document.lines.range(&document.text, line));
    let ranges =
        ranges.take_while(|range| range.start < document.text.len()).filter(move |range| range.start >= start || range.end > start);
    // A byte order mark is no part of the first line.
    let ranges = ranges.map(move |range| range.start.max(start)..range.end);
    ranges.filter_map(|range| Some((document.text.get(range.clone())?, range)))
}

/// Whether a line reads `key:` or `key: value`, with the key and the value.
fn parts(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_key =
        key.starts_with(char::is_alphabetic) && key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | ' '));
    (is_key && (value.is_empty() || value.starts_with([' ', '\t']))).then_some((key, value.trim()))
}

/// Whether a text is a key of a kind, or its name for readers.
fn is_known(kind: &Kind, key: &str) -> bool {
    let folded = fold(key);
    let is_label = |label: &Label| [&label.en, &label.nl].into_iter().flatten().any(|label| fold(label) == folded);
    let same = |known: &str| fold(known).replace('-', "_") == folded.replace([' ', '-'], "_");
    kind.known_keys().any(same)
        || kind.fields.iter().any(|field| is_label(&field.label))
        || kind.relations.iter().any(|one| is_label(&one.label))
}

/// The bytes and the key of the first field in lines of nothing but fields, up to a blank line, if cop knows any of them.
fn fields<'d>(lines: impl Iterator<Item = Line<'d>>, knows: impl Fn(&str) -> bool) -> Option<(Range<usize>, String)> {
    let mut first: Option<(Range<usize>, String)> = None;
    let (mut is_known, mut has_value) = (false, false);
    for (line, range) in lines {
        let line = line.trim_end();
        if line.is_empty() || line.starts_with('#') || line.starts_with("---") {
            break;
        }
        let is_more = first.is_some() && (line.starts_with([' ', '\t']) || line.starts_with("- "));
        match parts(line) {
            Some((key, value)) if !is_more => {
                is_known |= knows(key);
                has_value |= !value.is_empty();
                first.get_or_insert((range.start..range.start + line.len(), key.to_owned()));
            }
            _ if is_more => has_value = true,
            _ => return None,
        }
    }
    first.filter(|_| is_known && has_value)
}

/// The first of the fields that a file without front matter begins with.
pub(super) fn first_lines(document: &Document, kind: &Kind) -> Option<(Range<usize>, String)> {
    let lines = lines_from(document, document.front.body).skip_while(|(line, _)| line.trim().is_empty());
    fields(lines, |key| is_known(kind, key))
}

/// A field that stands right below the title.
pub(super) fn below_title(document: &Document, kind: &Kind) -> Option<(Range<usize>, String)> {
    let title = document.markdown.first_heading()?;
    let is_told = |key: &str| {
        let folded = fold(key);
        let of_every = kind.fields.iter().filter(|field| OF_EVERY.contains(&field.name.as_str()));
        let mut words = of_every.flat_map(|field| field.keys.iter().chain([&field.label.en, &field.label.nl].into_iter().flatten()));
        words.any(|word| fold(word) == folded)
    };
    let lines = lines_from(document, title.span.end).skip_while(|(line, range)| range.start < title.span.end || line.trim().is_empty());
    fields(lines, is_told)
}

/// The `---` of front matter that stands below other text: a line of dashes, fields of which cop knows one, and dashes again.
pub(super) fn late_front(document: &Document, kind: &Kind) -> Option<Range<usize>> {
    let all: Vec<Line<'_>> = lines_from(document, document.front.body).collect();
    let is_fence = |line: &Line<'_>| line.0.trim_end() == "---";
    let open = all.iter().position(is_fence)?;
    let inside = all.get(open + 1..)?;
    let close = inside.iter().position(is_fence)?;
    let lines = inside.get(..close)?.iter().filter(|(line, _)| !line.trim().is_empty()).cloned();
    fields(lines, |key| is_known(kind, key))?;
    all.get(open).map(|(line, range)| range.start..range.start + line.trim_end().len())
}
