//! A document's title, changed where it says it.

use std::ops::Range;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::place::Place;
use crate::base::slug::slug;
use crate::model::document::{Document, FieldValue};
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::Claim;
use crate::model::settings::Settings;
use crate::text::front::edit::{New, Scalar, set};
use crate::work::write::add::title::{one_line, sparingly};

/// A document on its way to another title.
pub(super) struct Titled<'a> {
    pub(super) settings: &'a Settings,
    pub(super) kind: &'a Kind,
    claim: Claim,
    path: String,
}

impl<'a> Titled<'a> {
    /// A document that stands at this path afterwards: where nothing else gives it a title, its file does.
    pub(super) fn of(document: &Document, path: &str, settings: &'a Settings) -> Self {
        let claim = Claim { kind: document.kind, slug: document.slug.clone() };
        Self { settings, kind: settings.kinds.at(document.kind), claim, path: path.to_owned() }
    }

    pub(super) fn read(&self, text: &str) -> Document {
        Document::read(&self.path, text.into(), &self.claim, self.settings)
    }

    /// The text with another title: in its front matter, its first heading, or both, wherever the old one stands.
    ///
    /// # Errors
    /// The front matter can't be changed there without touching something else.
    pub(super) fn put(&self, document: &Document, title: &str) -> Result<String> {
        let mut text = document.text.to_string();
        let said = |name: &str| document.fields.iter().find(|field| field.name == name && !field.values.is_empty());
        let name = if self.kind.has(Capability::Person) { said("name") } else { None };
        let heading = document.markdown.first_heading().filter(|heading| one_line(&heading.text) == document.title);
        // A heading below the first level may be that of a section, and is the title only where the file is called after it.
        let is_heading = heading.is_some_and(|heading| heading.level == 1 || slug(&heading.text) == document.handle());
        for field in said("title").into_iter().chain(name) {
            if field.values.first().is_some_and(|value| one_line(&value.text) == document.title) {
                text = self.with_key(&text, field, title)?;
            }
        }
        if is_heading && let Some(changed) = self.with_heading(&text, title) {
            text = changed;
        }
        let is_label = heading.is_none() && document.title_span.start >= document.front.body && !document.title_span.is_empty();
        if is_label && self.read(&text).title != title {
            // What an older record calls itself under a label.
            if let Some(changed) =
                replaced(&document.text, document.title_span.clone(), title).filter(|text| self.read(text).title == title)
            {
                text = changed;
            }
        }
        if self.read(&text).title == title {
            return Ok(text);
        }
        let key = self.kind.field("title").and_then(|field| field.keys.first()).map_or("title", String::as_str);
        self.set(&text, key, &New::One(Scalar::text(title)))
    }

    fn with_key(&self, text: &str, field: &FieldValue, title: &str) -> Result<String> {
        self.set(text, &field.key, &New::One(Scalar::text(title)))
    }

    /// A key of the front matter set, or an error that shows where it can't be.
    pub(super) fn set(&self, text: &str, key: &str, new: &New) -> Result<String> {
        set(text, key, new, &self.settings.limits).map_err(|refusal| {
            let document = self.read(text);
            let position = document.lines.position(text, refusal.span.start);
            let line = document.lines.text(text, position.0).to_owned();
            Error::new(ErrorKind::Usage, refusal.msg).at(Place::at(&self.path, position)).line(line)
        })
    }

    /// The text with other words in its first heading; `None` where they can't be put there.
    fn with_heading(&self, text: &str, title: &str) -> Option<String> {
        let document = self.read(text);
        let heading = document.markdown.first_heading()?;
        let words = words(text.get(heading.span.clone())?)?;
        let span = heading.span.start + words.start..heading.span.start + words.end;
        let is_so = |text: &str| self.read(text).markdown.first_heading().is_some_and(|heading| one_line(&heading.text) == title);
        let with = |words: &str| replaced(text, span.clone(), words);
        sparingly(title, &|words| with(words).is_some_and(|text| is_so(&text))).and_then(|words| with(&words))
    }
}

fn replaced(text: &str, span: Range<usize>, with: &str) -> Option<String> {
    Some([text.get(..span.start)?, with, text.get(span.end..)?].concat())
}

/// Where in a heading's line or lines its words stand, without marks and attributes.
fn words(heading: &str) -> Option<Range<usize>> {
    let lead = heading.len() - heading.trim_start().len();
    let rest = &heading[lead..];
    if rest.starts_with('<') {
        let (start, end) = (rest.find('>')? + 1, rest.rfind("</")?);
        let inner = rest.get(start..end)?;
        let from = lead + start + inner.len() - inner.trim_start().len();
        return (!inner.contains('<')).then(|| from..from + inner.trim().len());
    }
    let (from, to) = if rest.starts_with('#') {
        let marks = rest.len() - rest.trim_start_matches('#').len();
        let inner = &rest[marks..];
        let bare = inner.trim_end();
        let closed = bare.trim_end_matches('#');
        // Marks at the end count where a space stands before them.
        let bare = if closed.is_empty() || closed.ends_with([' ', '\t']) { closed.trim_end() } else { bare };
        let lead = lead + marks + inner.len() - inner.trim_start().len();
        (lead, lead.max(heading.len() - rest.len() + marks + bare.len()))
    } else {
        // The last line underlines the others.
        let end = heading.trim_end().rfind('\n')?;
        (lead, lead.max(heading[..end].trim_end().len()))
    };
    let inner = heading.get(from..to)?;
    let attributes = inner.rfind('{').filter(|at| inner.ends_with('}') && (inner[*at..].contains('#') || inner[*at..].starts_with("{:")));
    Some(from..from + attributes.map_or(inner.len(), |at| inner[..at].trim_end().len()))
}

/// What stands before the words of a numbered record's title: `12. `, `ADR-0012: `; empty where it has no number of its own.
pub(in crate::work::write) fn number_before(title: &str, number: Option<u32>) -> &str {
    let Some(number) = number else { return "" };
    let marked = title.get(..3).filter(|start| start.eq_ignore_ascii_case("adr")).map_or(0, |_| 3);
    let rest = &title[marked..];
    let rest = if marked > 0 { rest.trim_start_matches(['-', ' ', '#']) } else { rest };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || rest[..digits].parse() != Ok(number) {
        return "";
    }
    let behind = &rest[digits..];
    let end = behind.trim_start_matches(['.', ':', ')', '-', '–', '—', ' ']);
    if end.len() == behind.len() || end.is_empty() { "" } else { &title[..title.len() - end.len()] }
}

#[cfg(test)]
mod tests {
    use super::{number_before, words};

    #[test]
    fn the_words_of_a_heading_are_found() {
        for (heading, found) in [
            ("# Scan maps", "Scan maps"),
            ("  ##   Scan maps  ##  ", "Scan maps"),
            ("# C#", "C#"),
            ("# Scan {#own}", "Scan"),
            ("# Scan {#own} #", "Scan"),
            ("# Use {x}", "Use {x}"),
            ("Scan\nmaps\n====", "Scan\nmaps"),
            ("Scan maps\r\n---", "Scan maps"),
            ("<h1 align=\"center\"> Scan </h1>", "Scan"),
            ("#", ""),
            ("# #", ""),
        ] {
            assert_eq!(words(heading).map(|range| &heading[range]), Some(found), "{heading:?}");
        }
        assert_eq!(words("<h1><b>Scan</b></h1>"), None);
        assert_eq!(words("no underline"), None);
    }

    #[test]
    fn a_number_in_a_title_stays_before_it() {
        for (title, number, before) in [
            ("12. Use X", Some(12), "12. "),
            ("ADR-0012: Use X", Some(12), "ADR-0012: "),
            ("ADR 12 – Use X", Some(12), "ADR 12 – "),
            ("12 things", Some(7), ""),
            ("12. Use X", None, ""),
            ("Use X", Some(12), ""),
            ("12", Some(12), ""),
            ("ÀDR", Some(1), ""),
        ] {
            assert_eq!(number_before(title, number), before, "{title}");
        }
    }
}
