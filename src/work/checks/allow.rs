//! `<!-- cop-allow: CODE reason -->`: what a writer knows and wants to hear no more of.

use std::ops::Range;

use crate::model::document::Document;

use super::rule::Rule;

/// What a document allows, and where.
#[derive(Debug, Default)]
pub(super) struct Allowed(Vec<(String, Range<usize>)>);

impl Allowed {
    /// A comment within a line allows on that line; one on a line of its own allows up to the next empty line, and one above the
    /// first heading and all text allows in the whole file.
    pub(super) fn of(document: &Document) -> Self {
        let mut allowed = Vec::new();
        for comment in &document.markdown.comments {
            let Some(rest) = comment.text.strip_prefix("cop-allow:") else { continue };
            let Some(name) = rest.split_whitespace().next() else { continue };
            allowed.push((name.trim_end_matches([',', ':']).to_owned(), reach(document, &comment.span)));
        }
        Self(allowed)
    }

    /// Whether a finding of a rule at a byte is allowed.
    pub(super) fn allows(&self, document: &Document, rule: &Rule, at: usize) -> bool {
        let line = || document.lines.range(&document.text, document.lines.line(at)).start;
        self.0.iter().any(|(name, range)| rule.is_meant_by(name) && (range.contains(&at) || range.contains(&line())))
    }
}

/// The bytes for which a comment speaks.
fn reach(document: &Document, comment: &Range<usize>) -> Range<usize> {
    let (text, lines) = (&*document.text, &document.lines);
    let before = text.get(document.front.body..comment.start).unwrap_or_default();
    let is_first = strip_comments(before).trim().is_empty();
    if is_first {
        return 0..text.len() + 1;
    }
    let first = lines.line(comment.start);
    let last = lines.line(comment.end.saturating_sub(1).max(comment.start));
    let (start, own_end) = (lines.range(text, first).start, lines.range(text, last).end);
    let alone = text[start..comment.start].trim().is_empty() && text[comment.end..own_end.max(comment.end)].trim().is_empty();
    if !alone {
        return start..own_end + 1;
    }
    let mut line = last;
    while line < lines.count() && !lines.text(text, line + 1).trim().is_empty() {
        line += 1;
    }
    start..lines.range(text, line).end + 1
}

fn strip_comments(text: &str) -> String {
    let mut rest = text;
    let mut bare = String::new();
    while let Some(start) = rest.find("<!--") {
        bare.push_str(&rest[..start]);
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    bare.push_str(rest);
    bare
}
