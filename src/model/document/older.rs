//! Decision records from before front matter: `Date:` lines, `* Status:` bullets, a `## Status` section.
//!
//! The forms are those of Nygard's records (2011), of adr-tools, and of MADR before version 3.

use std::ops::Range;

use super::{Document, FieldValue, RelationValue};
use crate::model::field::{FieldType, Value, typed};
use crate::model::kind::Kind;

/// Reads what the text says where the front matter does not.
pub(super) fn read(document: &mut Document, kind: &Kind) {
    let lines = leading_lines(document);
    for line in &lines {
        let text = document.text[line.clone()].to_owned();
        let Some((label, value, at)) = labelled(&text) else { continue };
        let span = line.start + at..line.start + at + value.len();
        if label.eq_ignore_ascii_case("status") {
            state(document, kind, value, span);
        } else if let Some(field) = kind.field_of_key(&label.to_lowercase().replace(' ', "-")) {
            let has = document.fields.iter().any(|known| known.name == field.name);
            let fits = matches!(field.kind, FieldType::Date | FieldType::Person);
            if has || !fits || value.is_empty() {
                continue;
            }
            let texts: Vec<&str> =
                if field.list { value.split(',').map(str::trim).filter(|part| !part.is_empty()).collect() } else { vec![value] };
            let values = texts
                .into_iter()
                .map(|text| text.trim_start_matches('@'))
                .map(|text| Value { text: text.to_owned(), part: None, span: span.clone(), typed: typed(field.kind, &field.values, text) })
                .collect();
            document.fields.push(FieldValue {
                name: field.name.clone(),
                key: label.to_owned(),
                key_span: line.clone(),
                values,
                misshapen: false,
            });
        }
    }
    status_section(document, kind);
}

/// The lines between the title and the first section.
fn leading_lines(document: &Document) -> Vec<Range<usize>> {
    let start = document.front.body;
    let end =
        document.markdown.headings.iter().find(|heading| heading.level >= 2).map_or(document.text.len(), |heading| heading.span.start);
    let first = document.lines.line(start);
    let last = document.lines.line(end.max(start)).min(first + 40);
    (first..=last).map(|line| document.lines.range(&document.text, line)).filter(|line| line.start >= start && line.end <= end).collect()
}

/// `* Status: accepted` as label, value, and the byte at which the value begins.
fn labelled(line: &str) -> Option<(&str, &str, usize)> {
    let bare = line.trim_start().trim_start_matches(['*', '-', '+', '_']).trim_start();
    let colon = bare.find(':')?;
    let label = bare[..colon].trim_matches(['*', '_', ' ']);
    let value = bare[colon + 1..].trim_start_matches(['*', '_']).trim();
    let at = line.len() - bare.len() + bare[colon + 1..].find(value).map_or(0, |skipped| colon + 1 + skipped);
    (label.len() <= 24 && !label.is_empty() && !label.contains(['.', '[', '<', '`', '/'])).then_some((label, value, at))
}

/// What stands under `## Status`: a state, and links to what supersedes it.
fn status_section(document: &mut Document, kind: &Kind) {
    let heading = document.markdown.headings.iter().find(|heading| heading.text.trim().eq_ignore_ascii_case("status"));
    let Some((start, end)) = heading.map(|heading| (heading.span.end, heading.section.end)) else { return };
    let first = document.lines.line(start);
    let last = document.lines.line(end.saturating_sub(1).max(start));
    for line in first..=last {
        let range = document.lines.range(&document.text, line);
        if range.start < start || range.end > end {
            continue;
        }
        let text = document.text[range.clone()].to_owned();
        let value = text.trim().trim_start_matches(['*', '-', '+', '_']).trim().trim_end_matches(['*', '_']);
        let at = text.find(value).unwrap_or(0);
        if !value.is_empty() {
            state(document, kind, value, range.start + at..range.start + at + value.len());
        }
    }
}

/// A state in words, the first that means one, and the document that a link in it names.
fn state(document: &mut Document, kind: &Kind, value: &str, span: Range<usize>) {
    let plain = value.trim_matches(['*', '_', '`', ' ', '.']);
    let says_front = document.fields.iter().any(|field| field.name == "status" && !field.values.is_empty());
    let meant = kind.state_meant_by(plain);
    let newer = meant.is_some_and(|state| state.needs.iter().any(|need| need == "superseded_by"));
    let better = document.said_state.is_none() || newer;
    if !says_front && better && (meant.is_some() || document.said_state.is_none() && plain.chars().count() <= 40) {
        document.said_state = Some(Value { text: plain.to_owned(), part: None, span: span.clone(), typed: None });
    }
    let lower = plain.to_lowercase();
    let relation = ["superseded by", "superceded by", "vervangen door"]
        .iter()
        .any(|words| lower.contains(words))
        .then_some("superseded_by")
        .or_else(|| ["supersedes", "supercedes", "vervangt"].iter().any(|words| lower.contains(words)).then_some("supersedes"));
    let Some(relation) = relation.filter(|name| kind.relation(name).is_some() && document.related(name).next().is_none()) else { return };
    let links = document.markdown.links.iter().filter(|link| span.start <= link.span.start && link.span.end <= span.end);
    let targets: Vec<_> = links.map(|link| (link.target.clone(), link.target_span.clone())).collect();
    for (target, span) in targets {
        document.relations.push(RelationValue { name: relation.to_owned(), target, span, is_path: true });
    }
}
