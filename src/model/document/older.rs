//! Decision records from before front matter: `Date:` lines, `* Status:` bullets, a `## Status` section, small tables.
//!
//! The forms are those of Nygard's records (2011), of adr-tools, of MADR before version 3, and of resolutions that put
//! `Status:` and `Subject:` in their headings.

use std::ops::Range;

use crate::base::fold::fold;

use super::{Document, FieldValue, RelationValue, number_of};
use crate::model::field::{Field, FieldType, Value, typed};
use crate::model::kind::{Kind, State};

/// So many lines after the title, and below `## Status`, are looked at.
const LINES: u32 = 40;
/// So many headings are looked at for `Status:` and the like.
const HEADINGS: usize = 8;
/// More letters than this are a sentence about the state and not its name.
const STATE: usize = 60;
/// Words between a state and what is said about it: `Accepted on 2020-02-11`.
const BETWEEN: [&str; 20] = [
    "on", "by", "since", "as", "at", "in", "with", "for", "to", "until", "per", "and", "op", "door", "sinds", "met", "voor", "tot", "en",
    "of",
];

/// A label and what stands behind it, with its bytes.
struct Labelled {
    label: String,
    value: String,
    span: Range<usize>,
}

/// Reads what the text says where the front matter does not.
pub(super) fn read(document: &mut Document, kind: &Kind) {
    front_status(document, kind);
    for Labelled { label, value, span } in labelled_parts(document) {
        if label.eq_ignore_ascii_case("status") {
            state(document, kind, &value, span);
        } else if let Some(field) = field_of_label(kind, &label) {
            add_field(document, field, &label, &value, span);
        }
    }
    status_section(document, kind);
}

/// What a record calls itself under `Subject:` or `Title:`: in a heading, or above the first one.
pub(super) fn subject(document: &Document) -> Option<(String, Range<usize>)> {
    let first = document.markdown.headings.first().map_or(usize::MAX, |heading| heading.span.start);
    let is_heading = |at: usize| document.markdown.headings.iter().any(|heading| heading.span.contains(&at));
    labelled_parts(document)
        .into_iter()
        .find(|part| {
            let is_name = ["subject", "title", "onderwerp", "titel"].iter().any(|word| part.label.eq_ignore_ascii_case(word));
            is_name && !is_placeholder(&part.value) && (part.span.start < first || is_heading(part.span.start))
        })
        .map(|part| (part.value, part.span))
}

/// A state in the front matter in a sentence: the words of it that mean one, and the document that it names.
fn front_status(document: &mut Document, kind: &Kind) {
    let Some(value) = document.values("status").first().filter(|value| !value.text.is_empty()).cloned() else { return };
    superseding(document, kind, &value.text, &value.span);
    if kind.state_meant_by(&value.text).is_none()
        && let Some((_, words)) = state_in(kind, &value.text)
    {
        document.said_state = Some(Value { text: words.to_owned(), ..value });
    }
}

/// Everything that has a label: headings first, then lines between the title and the first section.
fn labelled_parts(document: &Document) -> Vec<Labelled> {
    let mut parts: Vec<Labelled> = Vec::new();
    let mut add = |line: &Range<usize>| {
        let text = document.text.get(line.clone()).unwrap_or_default();
        if let Some((label, value, at)) = labelled(text) {
            let start = line.start + at;
            parts.push(Labelled { label: label.to_owned(), value: value.to_owned(), span: start..start + value.len() });
        }
    };
    for heading in document.markdown.headings.iter().take(HEADINGS) {
        let line = document.lines.line(heading.span.start);
        add(&document.lines.range(&document.text, line));
    }
    let lines = leading_lines(document);
    lines.iter().for_each(&mut add);
    parts.extend(rows(document, &lines));
    parts
}

/// `| Status | Date |` above a line of dashes and `| accepted | 2020-02-11 |`.
fn rows(document: &Document, lines: &[Range<usize>]) -> Vec<Labelled> {
    let text = |line: &Range<usize>| document.text.get(line.clone()).unwrap_or_default();
    let is_rule = |line: &str| line.contains('-') && line.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' ' | '\t'));
    let mut found = Vec::new();
    for window in lines.windows(3) {
        let [head, rule, row] = window else { continue };
        if !text(head).trim_start().starts_with('|') || !is_rule(text(rule).trim()) {
            continue;
        }
        for ((label, _), (value, at)) in cells(text(head)).into_iter().zip(cells(text(row))) {
            let start = row.start + at;
            found.push(Labelled { label: bare(label).to_owned(), value: value.to_owned(), span: start..start + value.len() });
        }
    }
    found
}

/// The lines between the title and the first section.
fn leading_lines(document: &Document) -> Vec<Range<usize>> {
    let start = document.front.body;
    let end =
        document.markdown.headings.iter().find(|heading| heading.level >= 2).map_or(document.text.len(), |heading| heading.span.start);
    let first = document.lines.line(start);
    let last = document.lines.line(end.max(start)).min(first.saturating_add(LINES));
    (first..=last).map(|line| document.lines.range(&document.text, line)).filter(|line| line.start >= start && line.end <= end).collect()
}

/// `* Status: accepted`, `## Status: accepted` or `| Status | accepted |` as label, value, and the byte at which the value begins.
fn labelled(line: &str) -> Option<(&str, &str, usize)> {
    let is_label = |label: &str| label.len() <= 24 && !label.is_empty() && !label.contains(['.', '[', '<', '`', '/', '|']);
    if line.trim_start().starts_with('|') {
        let cells = cells(line);
        let [(label, _), (value, at)] = cells.as_slice() else { return None };
        return is_label(bare(label)).then_some((bare(label), *value, *at));
    }
    let start = line.trim_start().trim_start_matches(['*', '-', '+', '_', '#', '>']).trim_start();
    let colon = start.find(':')?;
    let label = bare(start.get(..colon)?);
    let rest = start.get(colon + 1..)?;
    let value = rest.trim_start_matches(['*', '_']).trim().trim_end_matches('#').trim_end();
    let at = line.len() - start.len() + colon + 1 + rest.find(value).unwrap_or_default();
    is_label(label).then_some((label, value, at))
}

/// The cells of a row, each with the byte at which it begins; empty ones too.
fn cells(line: &str) -> Vec<(&str, usize)> {
    let mut at = 0;
    let mut cells = Vec::new();
    for part in line.split('|') {
        let lead = part.len() - part.trim_start().len();
        cells.push((part.trim(), at + lead));
        at += part.len() + 1;
    }
    let edge = |cell: Option<&(&str, usize)>| cell.is_some_and(|(text, _)| text.is_empty());
    if edge(cells.first()) {
        cells.remove(0);
    }
    if edge(cells.last()) {
        cells.pop();
    }
    cells
}

/// A label without its marks.
fn bare(label: &str) -> &str {
    label.trim_matches(['*', '_', ' ', ':'])
}

/// The field that a label in the text means: by its key, or by its name in a language of the screen.
fn field_of_label<'k>(kind: &'k Kind, label: &str) -> Option<&'k Field> {
    let label = label.replace("(s)", "s");
    let by_key = kind.field_of_key(&label.to_lowercase().replace(' ', "-"));
    by_key.or_else(|| {
        let folded = fold(&label);
        let is_name = |field: &&Field| [&field.label.en, &field.label.nl].into_iter().flatten().any(|name| fold(name) == folded);
        kind.fields.iter().find(is_name)
    })
}

fn add_field(document: &mut Document, field: &Field, label: &str, value: &str, span: Range<usize>) {
    let has = document.fields.iter().any(|known| known.name == field.name);
    let fits = matches!(field.kind, FieldType::Date | FieldType::Person | FieldType::Tag);
    if has || !fits || value.is_empty() || is_placeholder(value) {
        return;
    }
    let values = if field.list { several(value) } else { vec![value.to_owned()] };
    let values = values
        .into_iter()
        .map(|text| if field.kind == FieldType::Person { text.trim_start_matches('@').to_owned() } else { text })
        .map(|text| Value { typed: typed(field.kind, &field.values, &text), text, part: None, span: span.clone() })
        .collect();
    document.fields.push(FieldValue { name: field.name.clone(), key: label.to_owned(), key_span: span, values, misshapen: false });
}

/// `Anna, [Bram](https://example.org/bram) and Fatima` as three names.
fn several(value: &str) -> Vec<String> {
    let value = value.replace(" and ", ", ").replace(" en ", ", ").replace(" & ", ", ").replace(';', ",");
    let name = |part: &str| {
        let part = part.trim();
        let link = part.strip_prefix('[').and_then(|rest| rest.split_once("]("));
        link.map_or(part, |(text, _)| text).trim_matches(['`', '*', '_']).trim().to_owned()
    };
    value.split(',').map(name).filter(|part| !part.is_empty()).collect()
}

/// What a template says where something is to be written: `{YYYY-MM-DD}`, `[list everyone]`, a comment.
fn is_placeholder(value: &str) -> bool {
    let value = value.trim();
    let bracketed = value.starts_with('[') && value.ends_with(']') && !value.contains("](");
    bracketed || value.starts_with('{') && value.ends_with('}') || value.starts_with("<!--")
}

/// What stands under `## Status`: a state, and links to what supersedes it.
fn status_section(document: &mut Document, kind: &Kind) {
    let heading = document.markdown.headings.iter().find(|heading| heading.text.trim().eq_ignore_ascii_case("status"));
    let Some((start, end)) = heading.map(|heading| (heading.span.end, heading.section.end)) else { return };
    let first = document.lines.line(start);
    let last = document.lines.line(end.saturating_sub(1).max(start)).min(first.saturating_add(LINES));
    for line in first..=last {
        let range = document.lines.range(&document.text, line);
        if range.start < start || range.end > end {
            continue;
        }
        let text = document.text[range.clone()].to_owned();
        let value = text.trim().trim_start_matches(['*', '-', '+', '_', '>']).trim().trim_end_matches(['*', '_']);
        let at = text.find(value).unwrap_or(0);
        if !value.is_empty() && !value.starts_with("<!--") {
            state(document, kind, value, range.start + at..range.start + at + value.len());
        }
    }
}

/// A state in words, the first that means one, and the document that it names.
fn state(document: &mut Document, kind: &Kind, value: &str, span: Range<usize>) {
    let plain = value.trim_matches(['*', '_', '`', ' ', '.']);
    let says_front = document.values("status").first().is_some_and(|value| !value.text.is_empty());
    let known = state_in(kind, plain);
    let newer = known.is_some_and(|(state, _)| state.needs.iter().any(|need| need == "superseded_by"));
    let is_unclear = document.said_state.as_ref().is_none_or(|said| kind.state_meant_by(&said.text).is_none());
    let better = newer || is_unclear;
    // What a template lists is told whole, so that a finding shows what was left in.
    let words = || if is_placeholder(plain) { Some(plain) } else { clause(plain) };
    let unknown = || words().filter(|text| document.said_state.is_none() && (is_placeholder(text) || text.chars().count() <= STATE));
    if !says_front
        && better
        && let Some(text) = known.map(|(_, words)| words).or_else(unknown)
    {
        document.said_state = Some(Value { text: text.to_owned(), part: None, span: span.clone(), typed: None });
    }
    superseding(document, kind, plain, &span);
}

/// The state that a text means, and the words of it that say so: all of it, its first clause, or what that begins with.
fn state_in<'k, 't>(kind: &'k Kind, text: &'t str) -> Option<(&'k State, &'t str)> {
    let whole = text.trim();
    if let Some(state) = kind.state_meant_by(whole) {
        return Some((state, whole));
    }
    let clause = clause(whole)?;
    if let Some(state) = kind.state_meant_by(clause) {
        return Some((state, clause));
    }
    // The words before one that only leads to more: `Decided on Bulma`, `accepted 2020-02-11`.
    let leads =
        |word: &str| BETWEEN.iter().any(|known| word.eq_ignore_ascii_case(known)) || word.starts_with(|first: char| first.is_ascii_digit());
    let mut at = 0;
    for word in clause.split(' ') {
        if at > STATE {
            break;
        }
        let before = clause.get(..at).unwrap_or_default().trim_end();
        if !before.is_empty()
            && leads(word)
            && let Some(state) = kind.state_meant_by(before)
        {
            return Some((state, before));
        }
        at += word.len() + 1;
    }
    None
}

/// What stands before the first full stop, comma, bracket or dash; `None` for a question, which is a template's.
fn clause(text: &str) -> Option<&str> {
    if text.contains('?') {
        return None;
    }
    let ends = [". ", ", ", "; ", ": ", " (", " [", " - ", " – ", " — "].iter().filter_map(|mark| text.find(mark)).min();
    let clause = text.get(..ends.unwrap_or(text.len()))?.trim_matches(['*', '_', '`', ' ', '.']);
    Some(clause).filter(|clause| !clause.is_empty())
}

/// What a state says of another record: `Superseded by [12. Use X](0012-use-x.md)`, `superseded by ADR-0012`.
fn superseding(document: &mut Document, kind: &Kind, text: &str, span: &Range<usize>) {
    let lower = text.to_lowercase();
    let after = |words: &[&str]| words.iter().find_map(|words| lower.find(words).map(|at| at + words.len()));
    let by = after(&["superseded by", "superceded by", "replaced by", "vervangen door"]).map(|at| ("superseded_by", at));
    let Some((relation, at)) = by.or_else(|| after(&["supersedes", "supercedes", "vervangt"]).map(|at| ("supersedes", at))) else { return };
    // What the front matter says counts alone; the text may say it a line each.
    if kind.relation(relation).is_none() || document.related(relation).any(|known| known.span.start < document.front.body) {
        return;
    }
    let links = document.markdown.links.iter().filter(|link| span.start <= link.span.start && link.span.end <= span.end);
    let mut targets: Vec<_> = links.map(|link| (link.target.clone(), link.target_span.clone(), true)).collect();
    if targets.is_empty() {
        let rest = text.get(at..).unwrap_or_default();
        targets.extend(in_link(rest).map(|target| (target.to_owned(), span.clone(), true)));
    }
    if targets.is_empty() {
        let words = text.get(at..).unwrap_or_default().split([' ', ',', ';', '(', ')', '[', ']', '"', '`']);
        targets.extend(words.filter_map(numbered).map(|target| (target, span.clone(), false)).take(1));
    }
    targets.retain(|(target, ..)| document.related(relation).all(|known| known.target != *target));
    for (target, span, is_path) in targets {
        document.relations.push(RelationValue { name: relation.to_owned(), target, span, is_path });
    }
}

/// The target of a link in a text that is not read as Markdown, such as a field's.
fn in_link(text: &str) -> Option<&str> {
    let (target, _) = text.split_once("](")?.1.split_once(')')?;
    Some(target.trim()).filter(|target| !target.is_empty())
}

/// `ADR-0012`, `#12` or `0012-use-x.md` as what names the record.
fn numbered(word: &str) -> Option<String> {
    let word = word.trim_matches(['.', ':', '#', '*', '_']);
    let name = word.strip_suffix(".md").unwrap_or(word).to_lowercase();
    let name = name.strip_prefix("adr").map_or(name.as_str(), |rest| rest.trim_start_matches(['-', '_']));
    number_of(name).map(|_| name.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::model::document::Document;
    use crate::model::kinds::Claim;
    use crate::model::settings::Settings;

    fn record(text: &str) -> Document {
        let (settings, _) = Settings::read("name: X\nkinds: {decision: {paths: ['*.md'], default_status: accepted}}", &[]);
        let claim = settings.kinds.claim("0007-x.md", &|_| false).unwrap_or(Claim { kind: 0, slug: String::new() });
        Document::read("0007-x.md", text.into(), &claim, &settings)
    }

    #[test]
    fn a_state_is_found_wherever_records_put_it() {
        for (text, state) in [
            ("# 1. X\n\nDate: 2020-01-02\n\n## Status\n\nAccepted\n\n## Context\n", "accepted"),
            ("# X\n\n* Status: proposed\n* Deciders: Anna\n", "proposed"),
            ("# X\n\n**Status:** Rejected\n", "rejected"),
            ("# X\n\nStatus: __superseded__ by [0009](0009-y.md)\n", "superseded"),
            ("# X\n\n| Status | Accepted |\n|---|---|\n", "accepted"),
            ("# X\n\n| Date | Status |\n| --- | :-: |\n| 2020-01-02 | **Deprecated** |\n", "deprecated"),
            ("# Committee\n## Resolution 2020-01\n## Status: Proposed on 2020-02-11\n\n## Subject: Charter\n", "proposed"),
            ("# X\n\n## Status\n\nDecided. We are open to new alternatives as they arise.\n", "accepted"),
            ("# X\n\n## Status\n\nProposed by Anna, to be discussed.\n", "proposed"),
            ("# X\n\n## Status\n\nAccepted\n\nSuperseded by [12. Use Y](0012-use-y.md)\n", "superseded"),
            ("# X\n\n## Status\n\nDate: 2020-01-02\n\nRejected\n", "rejected"),
            ("# X\n\n## Status\n\nGathering information. We start with the ends.\n", "Gathering information"),
            ("# X\n\n## Status\n\nWhat is the status, such as proposed or accepted?\n", "accepted"),
            ("# X\n\n* Status: [proposed, approved, rejected]\n", "[proposed, approved, rejected]"),
            ("# X\n\n## Status\n\n<!-- proposed -->\n", "accepted"),
            ("# X\n\n## Context\n\nStatus: rejected\n", "accepted"),
            ("---\nstatus: proposed\n---\n# X\n\n## Status\n\nAccepted\n", "proposed"),
            ("---\nstatus: superseded by ADR-0012\n---\n# X\n", "superseded"),
            ("---\nstatus: Rejected on 2020-01-02\n---\n# X\n", "rejected"),
        ] {
            assert_eq!(record(text).state.as_deref(), Some(state), "{text}");
        }
    }

    #[test]
    fn what_a_record_is_superseded_by_is_a_relation() {
        for (text, relation, target, is_path) in [
            ("# X\n\n## Status\n\nSuperseded by [12. Use Y](0012-use-y.md)\n", "superseded_by", "0012-use-y.md", true),
            ("# X\n\nStatus: superceded by 0012-use-y\n", "superseded_by", "0012-use-y", false),
            ("# X\n\n## Status\n\nAccepted\n\nSupersedes [3. Use Z](0003-use-z.md)\n", "supersedes", "0003-use-z.md", true),
            ("---\nstatus: superseded by ADR-0012\n---\n# X\n", "superseded_by", "0012", false),
            ("---\nstatus: \"superseded by [ADR-0012](0012-use-y.md)\"\n---\n# X\n", "superseded_by", "0012-use-y.md", true),
        ] {
            let record = record(text);
            let found: Vec<_> = record.relations.iter().map(|one| (one.name.as_str(), one.target.as_str(), one.is_path)).collect();
            assert_eq!(found, [(relation, target, is_path)], "{text}");
        }
        assert!(record("---\nstatus: superseded\n---\n# X\n").relations.is_empty());
    }

    #[test]
    fn people_and_dates_stand_in_lines_too() {
        let read = record(
            "# X\n\n* Deciders: @anna, [Bram Smit](https://example.org/bram) and Fatima\n* Datum: 2020-01-02\n* Consulted: [list everyone]\n",
        );
        let texts = |name: &str| read.values(name).iter().map(|value| value.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts("deciders"), ["anna", "Bram Smit", "Fatima"]);
        assert_eq!(read.date("date").map(|date| date.to_string()).as_deref(), Some("2020-01-02"));
        assert!(texts("consulted").is_empty(), "what a template asks for is nobody");
        let value = &read.values("date")[0];
        assert_eq!(read.text.get(value.span.clone()), Some("2020-01-02"));
    }

    #[test]
    fn a_resolution_is_called_by_its_subject() {
        for (text, title) in [
            ("# Committee\n\n## Resolution 2020-01\n\n## Status: Accepted\n\n## Subject: Formation of a group\n", "Formation of a group"),
            ("Resolution 2024-08\nStatus: Accepted\nSubject: New group\n\n ## Proposal\n", "New group"),
            ("# Use X\n\nSubject: why we use X\n", "Use X"),
            ("# Committee\n\n## Subject: {subject goes here}\n", "Committee"),
            ("---\ntitle: Said\n---\n# Committee\n\n## Subject: Other\n", "Said"),
        ] {
            assert_eq!(record(text).title, title, "{text}");
        }
    }
}
