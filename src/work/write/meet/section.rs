//! The sections of a meeting's text, and putting something into them.

use std::ops::Range;

use crate::base::lang::Lang;
use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::text::markdown::Heading;

use super::line_end;

/// What is to be talked about.
pub(super) const AGENDA: &str = "agenda";
/// What was said.
pub(super) const MINUTES: &str = "minutes";

/// The heading of a section.
pub(super) fn heading<'d>(document: &'d Document, kind: &Kind, name: &str) -> Option<&'d Heading> {
    let section = kind.sections.iter().find(|section| section.name == name)?;
    let mut headings = document.markdown.headings.iter().filter(|heading| !heading.nested);
    headings.find(|heading| heading.level > 1 && section.is_headed_by(&heading.text))
}

/// What a section holds beside what its template explains; empty where there is none.
pub(super) fn said(document: &Document, kind: &Kind, name: &str) -> String {
    heading(document, kind, name).map_or_else(String::new, |heading| without_template(document, heading.content()).trim().to_owned())
}

/// A part of the text without what its template explains there.
fn without_template(document: &Document, range: Range<usize>) -> String {
    let mut left = String::new();
    let mut at = range.start;
    let comments = document.markdown.comments.iter().filter(|comment| comment.text.starts_with("cop:"));
    for span in comments.map(|comment| comment.span.clone()).filter(|span| span.start >= range.start && span.end <= range.end) {
        left.push_str(document.text.get(at..span.start).unwrap_or_default());
        at = span.end;
    }
    left.push_str(document.text.get(at..range.end).unwrap_or_default());
    left
}

/// The text of a document with a block of lines at the end of a section: what its template explains there goes. A document without the
/// section gets it: an agenda before the minutes, anything else at its end.
pub(super) fn with(document: &Document, kind: &Kind, name: &str, block: &str) -> String {
    let (text, end) = (&document.text, line_end(&document.text));
    let block = block.trim_end().replace("\r\n", "\n").replace('\n', end);
    let Some(found) = heading(document, kind, name) else {
        let section = kind.sections.iter().find(|section| section.name == name);
        let lang = Lang::of(&document.lang).unwrap_or_default();
        let title = section.map_or_else(|| name.to_owned(), |section| section.title.text(lang, name));
        let next = if name == AGENDA { heading(document, kind, MINUTES).map(|next| next.span.start) } else { None };
        let (before, after) = text.split_at(next.unwrap_or(text.len()));
        return joined(&format!("{}{end}{end}## {title}", before.trim_end()), &block, after, end);
    };
    let content = found.content();
    let kept = without_template(document, content.clone());
    let kept = kept.trim_end().trim_start_matches(['\r', '\n']);
    let block = if kept.is_empty() {
        block
    } else {
        let is_item = |line: &str| marker(line).is_some();
        // A list goes on, and anything else begins anew.
        let goes_on = kept.lines().rev().find(|line| !line.starts_with([' ', '\t'])).is_some_and(is_item)
            && block.lines().next().is_some_and(is_item);
        format!("{kept}{end}{}{block}", if goes_on { "" } else { end })
    };
    joined(text.get(..content.start).unwrap_or_default(), &block, text.get(content.end..).unwrap_or_default(), end)
}

/// The text of a document with words in a section, above its parts, in place of what its template explains there. Where the section is
/// missing, or says something, nothing is changed.
pub(super) fn filled(document: &Document, kind: &Kind, name: &str, words: &str) -> String {
    let (text, end) = (&document.text, line_end(&document.text));
    let Some(found) = heading(document, kind, name) else { return text.to_string() };
    let parts = document.markdown.headings.iter().map(|heading| heading.span.start);
    let content = found.content();
    let stop = parts.filter(|start| content.contains(start)).min().unwrap_or(content.end);
    if !without_template(document, content.start..stop).trim().is_empty() {
        return text.to_string();
    }
    joined(text.get(..content.start).unwrap_or_default(), words, text.get(stop..).unwrap_or_default(), end)
}

/// The text of a new document without the sections that hold nothing but what the template explains, save for the first of them: what is made of
/// one line need not ask for ten things.
pub(super) fn without_later(document: &Document) -> String {
    let is_waiting = |range: Range<usize>| {
        let comments = &document.markdown.comments;
        let has = comments.iter().any(|comment| comment.text.starts_with("cop:") && range.contains(&comment.span.start));
        // The headings of its parts say nothing either.
        let left = without_template(document, range);
        has && left.lines().all(|line| line.trim().is_empty() || line.starts_with('#'))
    };
    let waiting = document.markdown.headings.iter().filter(|heading| heading.level > 1 && !heading.nested && is_waiting(heading.content()));
    let mut text = document.text.to_string();
    let later: Vec<Range<usize>> = waiting.skip(1).map(|heading| heading.section.clone()).collect();
    // A part goes with what it is part of.
    let mut gone: Vec<Range<usize>> = Vec::new();
    for range in later {
        if gone.last().is_none_or(|last| last.end <= range.start) {
            gone.push(range);
        }
    }
    for range in gone.into_iter().rev() {
        text.replace_range(range, "");
    }
    format!("{}{}", text.trim_end(), line_end(&document.text))
}

fn joined(before: &str, block: &str, after: &str, end: &str) -> String {
    let after = after.trim_start_matches(['\r', '\n']);
    let gap = if after.is_empty() { "" } else { end };
    format!("{}{end}{end}{block}{end}{gap}{after}", before.trim_end())
}

/// The marker that a list item begins with, and what stands behind it: `- `, `2. `.
pub(super) fn marker(line: &str) -> Option<(&str, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let length = match line.as_bytes().get(digits)? {
        b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
        b'-' | b'*' | b'+' if digits == 0 => 1,
        _ => return None,
    };
    let (mark, rest) = line.split_at_checked(length)?;
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some((mark, rest.trim_start()))
}

/// The markers with which a list goes on behind the last item of a section: its numbers are counted on.
pub(super) fn next_markers(document: &Document, kind: &Kind, name: &str) -> impl Iterator<Item = String> {
    let said = said(document, kind, name);
    let last =
        said.lines().rev().filter(|line| !line.starts_with([' ', '\t'])).find_map(|line| marker(line).map(|(mark, _)| mark.to_owned()));
    let mark = last.unwrap_or_else(|| "-".to_owned());
    let number: Option<u64> = mark.trim_end_matches(['.', ')']).parse().ok();
    let sign = mark.chars().last().unwrap_or('-');
    (1_u64..).map(move |step| number.map_or_else(|| sign.to_string(), |number| format!("{}{sign}", number + step)))
}

#[cfg(test)]
mod tests {
    use super::{AGENDA, MINUTES, marker, next_markers, said, with};
    use crate::model::document::Document;
    use crate::model::settings::Settings;

    fn document(text: &str) -> (Document, Settings) {
        let (settings, _) = Settings::read("name: X", &[]);
        let claim = settings.kinds.claim("meetings/2026-12-10-a.md", &|_| false).expect("a meeting");
        (Document::read("meetings/2026-12-10-a.md", text.into(), &claim, &settings), settings)
    }

    fn put(text: &str, name: &str, block: &str) -> String {
        let (document, settings) = document(text);
        with(&document, settings.kinds.at(document.kind), name, block)
    }

    #[test]
    fn a_block_goes_to_the_end_of_its_section() {
        for (before, after) in [
            ("# A\n\n## Agenda\n\n<!-- cop: explains -->\n\n## Minutes\n", "# A\n\n## Agenda\n\n- new\n\n## Minutes\n"),
            ("# A\n\n## Agenda\n\n- one\n\n\n## Minutes\nx\n", "# A\n\n## Agenda\n\n- one\n- new\n\n## Minutes\nx\n"),
            ("# A\n\n## Agenda\n\nWords.\n", "# A\n\n## Agenda\n\nWords.\n\n- new\n"),
            ("# A\n\n## Programma\n- one\n  more\n", "# A\n\n## Programma\n\n- one\n  more\n- new\n"),
            ("# A\r\n\r\n## Agenda\r\n\r\n- one\r\n", "# A\r\n\r\n## Agenda\r\n\r\n- one\r\n- new\r\n"),
            ("# A\n\n## Minutes\n\nx\n", "# A\n\n## Agenda\n\n- new\n\n## Minutes\n\nx\n"),
            ("# A", "# A\n\n## Agenda\n\n- new\n"),
        ] {
            assert_eq!(put(before, AGENDA, "- new"), after, "{before:?}");
        }
        assert_eq!(put("# A\n\nx", MINUTES, "Two\nlines."), "# A\n\nx\n\n## Minutes\n\nTwo\nlines.\n");
    }

    #[test]
    fn a_list_is_counted_on() {
        for (text, expected) in [("1. a\n2. b\n   c", "3."), ("* a", "*"), ("", "-"), ("4) a", "5)"), ("words", "-")] {
            let (document, settings) = document(&format!("# A\n\n## Agenda\n\n{text}\n"));
            let next = next_markers(&document, settings.kinds.at(document.kind), AGENDA).next();
            assert_eq!(next.as_deref(), Some(expected), "{text}");
        }
        let (document, settings) = document("# A\n\n## Agenda\n\n<!-- cop: explains -->\n");
        assert_eq!(said(&document, settings.kinds.at(document.kind), AGENDA), "");
        assert_eq!(
            (marker("- a"), marker("10. a"), marker("-a"), marker("**a**"), marker("")),
            (Some(("-", "a")), Some(("10.", "a")), None, None, None)
        );
    }
}
