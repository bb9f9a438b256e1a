//! Records that say their state in the text: under `## Status`, as adr-tools writes them, or behind `* Status:`.
//!
//! What was read there is written there, in the words of the records around it; the front matter of such a record stays as it is.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::error::Result;
use crate::base::lang::Lang;
use crate::model::document::{Document, number_of};
use crate::model::kind::{Kind, State};
use crate::model::targets::join;
use crate::text::markdown::Heading;

use super::add::title::escaped;
use super::draft::Draft;
use super::rename::heading::number_before;
use super::way::way;

/// The relations that such a record has in its text, with the words for them: English, Dutch, and others that are read.
const PHRASES: [(&str, [&str; 4]); 2] = [
    ("superseded_by", ["Superseded by", "Vervangen door", "Superceded by", "Replaced by"]),
    ("supersedes", ["Supersedes", "Vervangt", "Supercedes", "Supersedes"]),
];

/// Where a document's text says its state.
struct Said {
    /// The words for the state.
    words: Range<usize>,
    /// All that stands on the line behind its label or marks.
    value: Range<usize>,
    /// The section, where it is one; else it is a line with a label.
    section: Option<Range<usize>>,
}

impl Said {
    fn of(document: &Document) -> Option<Self> {
        let said = document.said_state.as_ref().filter(|said| said.span.start >= document.front.body && !said.span.is_empty())?;
        let at = said.span.start + document.text.get(said.span.clone())?.find(&said.text)?;
        let holds = |section: &Range<usize>| section.start <= at && at < section.end;
        let headings = document.markdown.headings.iter().filter(|heading| heading.text.trim().eq_ignore_ascii_case("status"));
        let section = headings.map(Heading::content).find(holds);
        Some(Self { words: at..at + said.text.len(), value: said.span.clone(), section })
    }
}

/// Whether a document says its state in its text.
pub(super) fn says_in_text(document: &Document) -> bool {
    Said::of(document).is_some()
}

/// Lets a document say a state where its text says one; whether it does.
pub(super) fn put_state(draft: &mut Draft<'_>, path: &str, state: &State) -> Result<bool> {
    let document = draft.document(path)?;
    let Some(said) = Said::of(&document) else { return Ok(false) };
    if document.state.as_deref() != Some(state.name.as_str()) {
        let kind = draft.kind(&document);
        let others = draft.session().community().documents().iter().map(AsRef::as_ref).filter(|other| other.kind == document.kind);
        let word = word_for(others, kind, state, &document);
        let text = in_state(&document, kind, &said, &word);
        draft.rewrite(path, &text);
    }
    Ok(true)
}

/// Lets a document say in its text what it supersedes or is superseded by: references, or paths as links have them. Whether that is
/// the place for it.
pub(super) fn put_relation(draft: &mut Draft<'_>, path: &str, relation: &str, names: &[String]) -> Result<bool> {
    let document = draft.document(path)?;
    let (Some(said), Some((_, phrases))) = (Said::of(&document), PHRASES.iter().find(|(name, _)| *name == relation)) else {
        return Ok(false);
    };
    if document.related(relation).any(|known| known.span.start < document.front.body) {
        return Ok(false);
    }
    let phrase = phrase_for(draft, &document, phrases);
    let links: Vec<String> = names.iter().map(|name| link(draft, &document, name)).collect();
    let text = if relation == "superseded_by" {
        // Without one, the state that is written next takes the line.
        if links.is_empty() {
            return Ok(true);
        }
        in_state(&document, draft.kind(&document), &said, &format!("{phrase} {}", links.join(", ")))
    } else {
        with_superseded(&document, &said, &phrase, names, &links)
    };
    draft.rewrite(path, &text);
    Ok(true)
}

/// The text with other words for its state, and none of those that it had beside them.
fn in_state(document: &Document, kind: &Kind, said: &Said, words: &str) -> String {
    let mut edits = vec![(said.words.clone(), words.to_owned())];
    for line in lines(document, said) {
        let written = bare(&document.text[line.clone()]);
        if !line.contains(&said.words.start) && !written.is_empty() && kind.state_meant_by(written).is_some() {
            edits.push((whole_line(&document.text, line), String::new()));
        }
    }
    edited(&document.text, edits)
}

/// The text with these as what it supersedes: a line each below the state, or behind it on its line.
fn with_superseded(document: &Document, said: &Said, phrase: &str, names: &[String], links: &[String]) -> String {
    let known: Vec<_> = document.related("supersedes").collect();
    let new: Vec<&String> =
        names.iter().zip(links).filter(|(name, _)| known.iter().all(|one| one.target != **name)).map(|(_, link)| link).collect();
    if said.section.is_none() {
        let tail = if links.is_empty() { String::new() } else { format!(", {} {}", phrase.to_lowercase(), links.join(", ")) };
        let value = &document.text[said.words.end..said.value.end.max(said.words.end)];
        let lower = value.to_ascii_lowercase();
        let old = ["supersedes", "supercedes", "vervangt"]
            .iter()
            .find_map(|word| lower.find(word))
            .map_or(value.len(), |at| value[..at].trim_end_matches([' ', ',', ';', '(']).len());
        return edited(&document.text, vec![(said.words.end + old..said.words.end + value.len(), tail)]);
    }
    let mut edits = Vec::new();
    let mut last = document.lines.range(&document.text, document.lines.line(said.words.start)).end;
    for line in lines(document, said) {
        let told: Vec<_> = known.iter().filter(|one| line.contains(&one.span.start)).collect();
        if told.is_empty() {
            continue;
        }
        if told.iter().any(|one| names.contains(&one.target)) {
            last = last.max(line.end);
        } else {
            edits.push((whole_line(&document.text, line), String::new()));
        }
    }
    let end = if document.text.contains("\r\n") { "\r\n" } else { "\n" };
    let added = new.iter().map(|link| format!("{end}{end}{phrase} {link}")).collect::<Vec<_>>().concat();
    if !added.is_empty() {
        edits.push((last..last, added));
    }
    edited(&document.text, edits)
}

/// The lines among which the state stands.
fn lines(document: &Document, said: &Said) -> Vec<Range<usize>> {
    let Some(section) = &said.section else { return Vec::new() };
    let (first, last) = (document.lines.line(section.start), document.lines.line(section.end.saturating_sub(1).max(section.start)));
    let lines = (first..=last).map(|line| document.lines.range(&document.text, line));
    lines.filter(|line| line.start >= section.start && line.end <= section.end).collect()
}

/// A line without the marks of a list, a quote or emphasis.
fn bare(line: &str) -> &str {
    line.trim().trim_start_matches(['*', '-', '+', '_', '>']).trim().trim_end_matches(['*', '_'])
}

/// A line with its end, and with the empty line below it where another stands above.
fn whole_line(text: &str, line: Range<usize>) -> Range<usize> {
    let end_of = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at + 1);
    let end = end_of(line.end);
    let is_apart = text[..line.start].ends_with("\n\n") || text[..line.start].ends_with("\n\r\n");
    let next = end_of(end);
    if is_apart && text[end..next].trim().is_empty() { line.start..next } else { line.start..end }
}

/// A text with some of its parts replaced; those don't overlap.
fn edited(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut edited = text.to_owned();
    for (span, with) in edits {
        if edited.get(span.clone()).is_some() {
            edited.replace_range(span, &with);
        }
    }
    edited
}

/// A link to a document: its title behind its number, as such records have it.
fn link(draft: &Draft<'_>, document: &Document, name: &str) -> String {
    let path = join(&document.path, name);
    let documents = draft.session().community().documents();
    let known = documents.iter().find(|other| other.reference == name || path.as_ref() == Some(&other.path)).cloned();
    let Some(other) = known.or_else(|| draft.called(name)) else { return format!("[{name}]({name})") };
    let title = if other.title.contains(['[', ']', '\\', '`', '<']) { escaped(&other.title) } else { other.title.clone() };
    format!("[{title}]({})", way(&document.path, &other.path))
}

/// The word for a state: the one that most records with it have, else that of the language in which this one says its own.
pub(super) fn word_for<'d>(others: impl Iterator<Item = &'d Document>, kind: &Kind, state: &State, like: &Document) -> String {
    let said = |document: &'d Document| document.said_state.as_ref().filter(|said| said.span.start >= document.front.body);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for words in others.filter(|other| other.state.as_deref() == Some(state.name.as_str())).filter_map(said).map(|said| said.text.as_str())
    {
        // What says more than the state is about one record only.
        if words.split_whitespace().count() <= 2 {
            *counts.entry(words).or_default() += 1;
        }
    }
    if let Some((word, _)) = counts.into_iter().max_by_key(|(_, count)| *count) {
        return word.to_owned();
    }
    let word = if is_dutch(kind, like) { state.label.text(Lang::Nl, &state.name) } else { state.name.clone() };
    cased_like(&word, like.said_state.as_ref().map_or("X", |said| said.text.as_str()))
}

/// Whether a record says its state in Dutch.
fn is_dutch(kind: &Kind, document: &Document) -> bool {
    let words = document.said_state.as_ref().map(|said| said.text.to_lowercase()).unwrap_or_default();
    let is_english = kind.states.iter().any(|state| words.starts_with(&state.name.to_lowercase()));
    !is_english && Lang::of(&document.lang) == Some(Lang::Nl)
}

/// A word with a capital where another has one.
fn cased_like(word: &str, other: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return String::new() };
    let is_large = other.trim_start_matches(['*', '_', '`']).starts_with(char::is_uppercase);
    let first: String = if is_large { first.to_uppercase().collect() } else { first.to_lowercase().collect() };
    first + letters.as_str()
}

/// The words for a relation as most records have them, with a capital where this one's state has one.
fn phrase_for(draft: &Draft<'_>, document: &Document, phrases: &[&str; 4]) -> String {
    let kind = draft.kind(document);
    let usual = phrases[usize::from(is_dutch(kind, document))];
    let others = draft.session().community().documents().iter().filter(|other| other.kind == document.kind && says_in_text(other));
    let texts: Vec<String> = others.map(|other| other.text.to_lowercase()).collect();
    let count = |phrase: &str| texts.iter().filter(|text| text.contains(&format!("{} [", phrase.to_lowercase()))).count();
    let most = phrases.iter().map(|phrase| (count(phrase), *phrase)).filter(|(count, _)| *count > 0).max_by_key(|(count, _)| *count);
    let phrase = most.map_or(usual, |(_, phrase)| phrase);
    cased_like(phrase, document.said_state.as_ref().map_or("X", |said| said.text.as_str()))
}

/// How the records of a kind are made that say their state in their text; read from the newest of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// What stands before the title: `12. `, and the record's number.
    before: Option<(String, u32)>,
    /// The lines between the title and the sections, with the day of today and the state in which a record begins.
    top: String,
    /// The titles of the sections below that.
    sections: Vec<String>,
}

impl Form {
    /// The form of records, if more than half of them say their state in the text.
    pub(super) fn of(documents: &[Document], kind: &Kind, today: &str) -> Option<Self> {
        let mut own: Vec<&Document> = documents.iter().filter(|document| says_in_text(document)).collect();
        own.sort_by_key(|document| std::cmp::Reverse(number_of(&document.slug)));
        if kind.numbered.is_none() || own.len() * 2 <= documents.len() {
            return None;
        }
        let newest = *own.first()?;
        let said = Said::of(newest)?;
        let begins = kind.beginning()?;
        let word = word_for(own.iter().copied(), kind, begins, newest);
        let line = |at: usize| newest.lines.range(&newest.text, newest.lines.line(at));
        let label = |at: usize| newest.text.get(line(at).start..at).unwrap_or_default().to_owned();
        let date = newest.values("date").first().filter(|date| date.span.start >= newest.front.body);
        let mut parts: Vec<(usize, String)> =
            date.map(|date| (date.span.start, format!("{}{today}", label(date.span.start)))).into_iter().collect();
        let heading =
            newest.markdown.headings.iter().find(|heading| said.section.as_ref().is_some_and(|section| heading.content() == *section));
        parts.push(match heading {
            Some(heading) => (heading.span.start, format!("{}\n\n{word}", &newest.text[heading.span.clone()].trim_end())),
            None => (said.value.start, format!("{}{word}", label(said.value.start))),
        });
        parts.sort();
        // Items of one list stand together, whatever else is apart.
        let is_list = parts.iter().all(|(_, part)| part.starts_with(['*', '-', '+', '|']));
        let top = parts.into_iter().map(|(_, part)| part).collect::<Vec<_>>().join(if is_list { "\n" } else { "\n\n" });
        let is_other = |text: &str| !text.trim().eq_ignore_ascii_case("status") && !text.contains(':');
        let sections = |document: &Document| -> Vec<String> {
            let headings =
                document.markdown.headings.iter().filter(|heading| heading.level == 2 && !heading.nested && is_other(&heading.text));
            headings.map(|heading| heading.text.clone()).collect()
        };
        // A record without sections is no example of them.
        let sections = own.iter().map(|document| sections(document)).find(|sections| !sections.is_empty()).unwrap_or_default();
        let number = newest.number(kind);
        let before = number_before(&newest.title, number);
        let before = number.filter(|_| !before.is_empty()).map(|number| (before.to_owned(), number));
        Some(Self { before, top, sections })
    }

    /// A template: the title and the sections.
    pub(super) fn template(&self) -> String {
        let sections = self.sections.iter().map(|title| format!("\n## {title}\n")).collect::<Vec<_>>().concat();
        format!("# {{{{ title }}}}\n{sections}")
    }

    /// A text with the lines below its title that records have there, unless it says a state already.
    pub(super) fn dressed(&self, document: &Document) -> String {
        let Some(heading) = document.markdown.first_heading().filter(|_| document.said_state.is_none()) else {
            return document.text.to_string();
        };
        let (before, behind) = document.text.split_at(heading.span.end);
        let gap = if behind.trim().is_empty() { "" } else { "\n" };
        format!("{}\n\n{}\n{gap}{}", before.trim_end(), self.top, behind.trim_start_matches('\n'))
    }

    /// A text with a number before its title, as the others have it.
    pub(super) fn numbered(&self, document: &Document, number: u32) -> String {
        let Some((before, of)) = &self.before else { return document.text.to_string() };
        let digits: String = before.chars().filter(char::is_ascii_digit).collect();
        let own = if digits.starts_with('0') { format!("{number:0width$}", width = digits.len()) } else { number.to_string() };
        let heading =
            document.markdown.first_heading().filter(|heading| heading.level == 1 && document.text[heading.span.clone()].starts_with("# "));
        match heading {
            Some(heading) if digits.parse() == Ok(*of) => {
                let at = heading.span.start + 2;
                format!("{}{}{}", &document.text[..at], before.replace(&digits, &own), &document.text[at..])
            }
            _ => document.text.to_string(),
        }
    }
}
