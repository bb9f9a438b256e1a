//! Records that say their state in the text: under `## Status`, as adr-tools writes them, or behind `* Status:`.
//!
//! What was read there is written there, in the words of the records around it; the front matter of such a record stays as it is.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::error::Result;
use crate::base::lang::Lang;
use crate::base::path::way;
use crate::base::place::Place;
use crate::model::document::{Document, number_of};
use crate::model::kind::{Kind, State};
use crate::model::targets::join;
use crate::msg;
use crate::show::view::Remark;
use crate::text::markdown::Heading;

use super::add::title::escaped;
use super::draft::Draft;
use super::rename::heading::number_before;
use super::states::elsewhere;

/// The relations that such a record has in its text, with the words for them: English, Dutch, and others that are read.
const PHRASES: [(&str, [&str; 4]); 2] = [
    ("superseded_by", ["Superseded by", "Vervangen door", "Superceded by", "Replaced by"]),
    ("supersedes", ["Supersedes", "Vervangt", "Supercedes", "Supersedes"]),
];

/// The words that are read for what a record supersedes, in lower case.
const SUPERSEDES: [&str; 3] = ["supersedes", "supercedes", "vervangt"];

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
///
/// # Errors
/// What the text says there is more than a state, or none that is known; it is the writer's to change.
pub(super) fn put_state(draft: &mut Draft<'_>, path: &str, state: &State) -> Result<bool> {
    let document = draft.document(path)?;
    let Some(said) = Said::of(&document) else { return Ok(false) };
    if document.state.as_deref() != Some(state.name.as_str()) {
        let kind = draft.kind(&document);
        let others = draft.session().community().documents().iter().map(AsRef::as_ref).filter(|other| other.kind == document.kind);
        let word = word_for(others, kind, state, &document);
        let text = in_state(draft, &document, kind, &said, &word)?;
        draft.rewrite(path, &text);
    }
    Ok(true)
}

/// Lets a document say in its text what it supersedes or is superseded by: references, or paths as links have them. Whether that is
/// the place for it.
///
/// # Errors
/// More stands there than the relation; it is the writer's to change.
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
        in_state(draft, &document, draft.kind(&document), &said, &format!("{phrase} {}", links.join(", ")))?
    } else {
        with_superseded(&document, draft.kind(&document), &said, &phrase, names, &links)?
    };
    draft.rewrite(path, &text);
    Ok(true)
}

/// The text with other words for its state, and without the word of another in a paragraph of its own beside it.
///
/// # Errors
/// What stands there is no word for a state that cop could replace and leave all else as it is.
fn in_state(draft: &Draft<'_>, document: &Document, kind: &Kind, said: &Said, words: &str) -> Result<String> {
    let own = own_words(document, kind, said).filter(|_| !is_beyond(document, said));
    let own = own.ok_or_else(|| elsewhere(document, said.words.start))?;
    let mut left = (!is_end(&document.text[own.end..said.value.end.max(own.end)])).then_some(own.start);
    let mut edits = vec![(own.clone(), words.to_owned())];
    let lines = lines(document, said);
    let at = lines.iter().position(|line| line.contains(&own.start));
    let filled = |line: &&Range<usize>| !document.text[(*line).clone()].trim().is_empty();
    let above = at.and_then(|at| lines[..at].iter().rfind(filled));
    let below = at.and_then(|at| lines[at + 1..].iter().find(filled));
    for line in lines.iter().filter(|line| !line.contains(&own.start)) {
        let is_beside = [above, below].contains(&Some(line));
        if is_beside && is_only_a_state(document, kind, line) {
            edits.push((whole_line(&document.text, line.clone()), String::new()));
        } else if left.is_none() && kind.state_meant_by(bare(&document.text[line.clone()])).is_some() {
            left = Some(line.start);
        }
    }
    if let Some(at) = left {
        let place = Place::at(&document.path, document.position(&(at..at)));
        draft.session().remark(Remark { code: "status-left", msg: msg!("mark-left"), place: Some(place) });
    }
    Ok(edited(&document.text, edits))
}

/// The words that say the state and nothing else; `None` where they can't be told from what else stands there.
fn own_words(document: &Document, kind: &Kind, said: &Said) -> Option<Range<usize>> {
    let (text, start) = (document.text.get(said.words.clone())?, said.words.start);
    let Some(state) = kind.state_meant_by(text) else {
        return lists_states(kind, text).then(|| said.words.clone());
    };
    let value = start..said.value.end.max(said.words.end);
    let shortest = || -> Option<usize> {
        if is_word_for(state, text) {
            return Some(said.words.end);
        }
        let ends = text.match_indices(char::is_whitespace).map(|(at, _)| at).chain([text.len()]);
        let mut starts = ends.filter_map(|end| text.get(..end));
        let word = starts.find(|part| kind.state_meant_by(part).is_some_and(|meant| meant.name == state.name))?;
        Some(start + word.trim_end_matches([',', ':', ';', '(', '.', '*', '_', '`', ' ']).len())
    };
    if state.needs.iter().any(|need| need == "superseded_by") {
        let lower = document.text.get(value.clone())?.to_ascii_lowercase();
        let phrase = PHRASES[0].1.iter().find(|phrase| lower.starts_with(&phrase.to_lowercase()));
        let end = phrase.map_or_else(shortest, |phrase| Some(own_links(document, start + phrase.len()..value.end)))?;
        return is_end(document.text.get(end..value.end)?).then_some(start..end);
    }
    let end = shortest()?;
    // `Amended by [4. Use X](0004-use-x.md)` says something of another record, which a word for another state would make untrue.
    let rest = document.text.get(end..value.end)?.trim_start();
    let is_of_another = rest.starts_with("by ") || rest.starts_with("door ");
    let has_link = document.markdown.links.iter().any(|link| end <= link.span.start && link.span.end <= value.end);
    (!is_of_another || !has_link).then_some(start..end)
}

/// Whether a text is a word for a state, and no longer than that.
fn is_word_for(state: &State, text: &str) -> bool {
    state.is_called(text) || state.also.iter().any(|word| word.to_lowercase() == text.trim().to_lowercase())
}

/// Whether a text is what a template has there: `[proposed | accepted | rejected]`.
fn lists_states(kind: &Kind, text: &str) -> bool {
    let inner = text.strip_prefix(['[', '{']).and_then(|text| text.strip_suffix([']', '}']));
    inner.is_some_and(|inner| inner.split([',', '|', '/']).all(|part| kind.states.iter().any(|state| is_word_for(state, part))))
}

/// Whether nothing is said in what stands behind the words: marks and a full stop.
fn is_end(text: &str) -> bool {
    text.chars().all(|letter| matches!(letter, ' ' | '.' | '*' | '_' | '`'))
}

/// Whether the state that was read stands in a block of code, in a comment, or under a heading of its own within the section.
fn is_beyond(document: &Document, said: &Said) -> bool {
    let at = said.words.start;
    let is_below =
        |heading: &Heading| said.section.as_ref().is_some_and(|section| section.start <= heading.span.start) && heading.span.end <= at;
    is_unread(document, at) || document.markdown.headings.iter().any(is_below)
}

/// Whether a byte stands in a block of code or in a comment.
fn is_unread(document: &Document, at: usize) -> bool {
    let is_block = |span: &&Range<usize>| {
        let code = document.text.get((*span).clone()).unwrap_or_default();
        code.contains('\n') || !code.starts_with('`')
    };
    document.markdown.code.iter().filter(is_block).any(|span| span.contains(&at))
        || document.markdown.comments.iter().any(|comment| comment.span.contains(&at))
}

/// Whether a line is a paragraph of its own that has a word for a state and nothing else, as cop would have written it.
fn is_only_a_state(document: &Document, kind: &Kind, line: &Range<usize>) -> bool {
    let text = document.text[line.clone()].trim_end();
    let number = document.lines.line(line.start);
    let is_empty = |number: u32| document.text[document.lines.range(&document.text, number)].trim().is_empty();
    let is_heading = |number: u32| document.markdown.headings.iter().any(|heading| document.lines.line(heading.span.end) == number);
    let is_first = number.checked_sub(1).is_none_or(|above| is_empty(above) || is_heading(above));
    let is_last = line.end >= document.text.trim_end().len() || is_empty(number.saturating_add(1));
    let is_apart = is_first && is_last && !is_unread(document, line.start);
    is_apart && text.starts_with(char::is_alphabetic) && kind.states.iter().any(|state| is_word_for(state, text))
}

/// Where the links end that stand at the beginning of a part of the text, one behind another; or the number, where there is no link.
fn own_links(document: &Document, part: Range<usize>) -> usize {
    let mut end = part.start;
    loop {
        let rest = document.text.get(end..part.end).unwrap_or_default();
        let next = rest.trim_start_matches([' ', ',', '&']);
        let next = ["and ", "en "].iter().find_map(|word| next.strip_prefix(word)).unwrap_or(next);
        let at = part.end - next.len();
        match document.markdown.links.iter().find(|link| link.span.start == at && at < link.span.end && link.span.end <= part.end) {
            Some(link) => end = link.span.end,
            None if end > part.start => return end,
            None => {
                let number = next.split([' ', ',', ';', ')']).next().filter(|word| word.contains(|letter: char| letter.is_ascii_digit()));
                return number.map_or(end, |number| at + number.trim_end_matches('.').len());
            }
        }
    }
}

/// The text with these as what it supersedes: a line each below the state, or behind it on its line.
///
/// # Errors
/// More is said where they are to go.
fn with_superseded(document: &Document, kind: &Kind, said: &Said, phrase: &str, names: &[String], links: &[String]) -> Result<String> {
    let own = own_words(document, kind, said).filter(|_| !is_beyond(document, said));
    let own = own.ok_or_else(|| elsewhere(document, said.words.start))?;
    let behind = own.end..said.value.end.max(own.end);
    let known: Vec<_> = document.related("supersedes").collect();
    // What stays is written as it was.
    let written = |name: &String, link: &String| {
        let one = known.iter().find(|one| one.target == *name);
        let own = one.and_then(|one| document.markdown.links.iter().find(|link| link.target_span == one.span));
        own.and_then(|own| document.text.get(own.span.clone())).unwrap_or(link).to_owned()
    };
    if said.section.is_none() {
        let all: Vec<String> = names.iter().zip(links).map(|(name, link)| written(name, link)).collect();
        return Ok(edited(&document.text, vec![on_its_line(document, behind, phrase, &all)?]));
    }
    let new: Vec<&String> =
        names.iter().zip(links).filter(|(name, _)| known.iter().all(|one| one.target != **name)).map(|(_, link)| link).collect();
    let mut edits = Vec::new();
    let mut last = document.lines.range(&document.text, document.lines.line(said.words.start)).end;
    for line in lines(document, said) {
        let told: Vec<_> = known.iter().filter(|one| line.contains(&one.span.start)).collect();
        if told.is_empty() {
            continue;
        }
        let kept: Vec<String> =
            told.iter().filter(|one| names.contains(&one.target)).map(|one| written(&one.target, &one.target)).collect();
        if kept.len() == told.len() {
            last = last.max(line.end);
        } else if line.contains(&own.start) {
            edits.push(on_its_line(document, behind.clone(), phrase, &kept)?);
        } else {
            let said = superseded_alone(document, &line).ok_or_else(|| elsewhere(document, line.start))?;
            if kept.is_empty() {
                edits.push((whole_line(&document.text, line), String::new()));
            } else {
                last = last.max(line.end);
                edits.push((said, format!(" {}", kept.join(", "))));
            }
        }
    }
    let end = if document.text.contains("\r\n") { "\r\n" } else { "\n" };
    let added = new.iter().map(|link| format!("{end}{end}{phrase} {link}")).collect::<Vec<_>>().concat();
    if !added.is_empty() {
        edits.push((last..last, added));
    }
    Ok(edited(&document.text, edits))
}

/// The change that makes the part of a line behind its state say what is superseded.
fn on_its_line(document: &Document, behind: Range<usize>, phrase: &str, links: &[String]) -> Result<(Range<usize>, String)> {
    let tail = if links.is_empty() { String::new() } else { format!(", {} {}", phrase.to_lowercase(), links.join(", ")) };
    let value = document.text.get(behind.clone()).unwrap_or_default();
    let lower = value.to_ascii_lowercase();
    let Some((word, at)) = SUPERSEDES.iter().find_map(|word| Some((word, lower.find(word)?))) else {
        return Ok((behind.end..behind.end, tail));
    };
    let old = value[..at].trim_end_matches([' ', ',', ';', '(']).len();
    let mut end = own_links(document, behind.start + at + word.len()..behind.end);
    if value[old..at].contains('(') && document.text[end..].starts_with(')') {
        end += 1;
    }
    if end > behind.end || !is_end(&document.text[end..behind.end]) {
        return Err(elsewhere(document, behind.start + at));
    }
    Ok((behind.start + old..end, tail))
}

/// What stands behind the words on a line that says what is superseded and nothing more, if it is one.
fn superseded_alone(document: &Document, line: &Range<usize>) -> Option<Range<usize>> {
    let text = document.text.get(line.clone())?;
    let start = line.start + text.find(bare(text))?;
    let lower = document.text.get(start..line.end)?.to_ascii_lowercase();
    let from = start + SUPERSEDES.iter().find(|word| lower.starts_with(*word))?.len();
    let end = own_links(document, from..line.end);
    let below = document.text[line.end..].lines().nth(1).unwrap_or_default().trim_start();
    let goes_on = !below.is_empty()
        && !below.starts_with(['*', '-', '+', '#', '>'])
        && !SUPERSEDES.iter().any(|word| below.to_lowercase().starts_with(word));
    (is_end(document.text[end..line.end].trim_end()) && !goes_on).then_some(from..end)
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
