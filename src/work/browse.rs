//! Searching while the words are still being typed: what `search -i` does at every key.

use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::base::lines::floor_char_boundary;
use crate::model::query::ast::Query;
use crate::model::query::snippet;
use crate::msg;
use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::Block;
use crate::store::workspace::load;
use crate::text::front;
use crate::text::words::Language;

use super::beside::{self, AlsoSearched};
use super::catalogue;
use super::hits::Hit;
use super::instead::Said;
use super::nothing::Nothing;
use super::nowhere;
use super::page::Page;
use super::search::{Filters, meant, order_of, other_order, successor};
use super::session::Session;
use super::unknown;

/// How much of a text is shown beside what was found, in bytes: hundreds of screens, which are laid out before anybody waits.
const LONGEST: usize = 128 << 10;

/// The key that takes what is proposed.
pub const TAKES: &str = "Enter";

/// A kind that there are documents of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindOfSome {
    /// Its name, as a filter takes it.
    pub name: String,
    /// What it is called in the reader's language.
    pub label: String,
}

/// The kinds that there are documents of.
///
/// # Errors
/// The index can't be asked.
pub fn kinds(session: &Session, lang: Lang) -> Result<Vec<KindOfSome>> {
    let mut kinds = Vec::new();
    for kind in session.settings().kinds.all() {
        if catalogue::has_value(session, "kind", &kind.name)? {
            kinds.push(KindOfSome { name: kind.name.clone(), label: kind.label(lang) });
        }
    }
    Ok(kinds)
}

/// What was found for a text that is being typed.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How many documents have every word, or any word where `relaxed`; without words how many there are.
    pub total: usize,
    /// No document has every word.
    pub relaxed: bool,
    /// The last word was taken as the beginning of one, because nothing has it as it stands.
    pub begun: Option<String>,
    /// What a person should know about how the text was understood.
    pub notes: Vec<Msg>,
    /// What was looked for beside what was typed.
    pub also: Vec<AlsoSearched>,
    /// What to say where there is none.
    pub nothing: Vec<Said>,
    /// What finds something where there is none, with every filter in it.
    pub instead: Option<String>,
    /// The words that are in no document, where no document has every word.
    pub nowhere: Vec<String>,
    /// The first of them.
    pub hits: Vec<Hit>,
    /// No word was typed but one.
    pub is_one_word: bool,
}

/// Answers a text as `search` would, without reading a document; an empty one with all documents, newest first.
///
/// A word that is still being typed is in no document. Where nothing has every word, the last one counts as the beginning of a word.
///
/// # Errors
/// A value in the text or a filter can't be meant; the error shows where and what could be.
pub fn find(session: &Session, text: &str, filters: &Filters, page: Page) -> Result<Found> {
    let whole = one(session, text, filters, page)?;
    if whole.total > 0 && !whole.relaxed {
        return Ok(whole);
    }
    let with_nowhere = |found: Found, text: &str| -> Result<Found> {
        if !found.relaxed {
            return Ok(found);
        }
        let query = meant(session, text, filters)?;
        Ok(Found { nowhere: nowhere::of(session, &query, text), is_one_word: query.wanted.len() == 1, ..found })
    };
    let begins = format!("{text}*");
    if let Some(word) = begun(text)
        && let Ok(longer) = one(session, &begins, filters, page)
        && longer.total > 0
        // Where no document has every word even so, a word that some have as it stands is whole.
        && (!longer.relaxed || one(session, word, filters, Page { limit: Some(0), ..page })?.total == 0)
    {
        return with_nowhere(Found { begun: Some(format!("{word}*")), ..longer }, &begins);
    }
    if whole.total > 0 || text.trim().is_empty() { with_nowhere(whole, text) } else { nothing(session, text, filters, whole) }
}

/// What was found, which is nothing, with what there is to go on.
fn nothing(session: &Session, text: &str, filters: &Filters, found: Found) -> Result<Found> {
    let query = meant(session, text, filters)?;
    let nothing = Nothing::of(session, &query, text, filters)?;
    let notes = found.notes.into_iter().chain(unknown::says(session, &query)).collect();
    let say = nothing.says(session, text, filters, TAKES);
    Ok(Found { notes, nothing: say, instead: nothing.instead.map(|instead| instead.query), ..found })
}

fn one(session: &Session, text: &str, filters: &Filters, page: Page) -> Result<Found> {
    let mut query = meant(session, text, filters)?;
    query.notes.extend(other_order(&query, page));
    let order = page.order.or_else(|| order_of(&query));
    let found = catalogue::find(session, &query, Page { order, ..page })?;
    let (kinds, lang) = (&session.settings().kinds, session.lang());
    let hit = |(card, score)| {
        let successor = successor(session, &card);
        Hit::new(card, score, Vec::new(), kinds, lang).succeeded_by(successor)
    };
    let hits = found.cards.into_iter().map(hit).collect();
    let also = beside::all(&query.also);
    Ok(Found { total: found.total, relaxed: found.relaxed, notes: query.notes, also, hits, ..Found::default() })
}

/// The word that a text ends in, where it may be the beginning of another: not in quotes, and no field or operator.
fn begun(text: &str) -> Option<&str> {
    let last = text.rsplit(char::is_whitespace).next()?;
    let is_word = last.chars().all(char::is_alphanumeric) && !last.is_empty();
    let is_outside = text.matches('"').count().is_multiple_of(2);
    (is_word && is_outside && !matches!(last, "OR" | "OF" | "NOT" | "NIET" | "AND" | "EN")).then_some(last)
}

/// A document that is looked at beside what was found.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Its text.
    pub blocks: Vec<Block>,
    query: Query,
    language: Language,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The line, in which what matches is a [`Label::Match`].
    pub line: Line,
    /// Whether anything in it does.
    pub matches: bool,
}

/// A document as its file is now, beside what was found with a text; its words have the stems of a language.
///
/// # Errors
/// The file can't be read any more.
pub fn preview(session: &Session, path: &str, language: Language, text: &str, filters: &Filters) -> std::result::Result<Preview, Msg> {
    let settings = session.settings();
    let file = load::text(&session.dir().join(path), settings.limits.file).map_err(|problem| problem.msg)?;
    let body = file.get(front::read(&file, &settings.limits).body..).unwrap_or_default();
    let shown = &body[..floor_char_boundary(body, LONGEST)];
    let mut blocks = vec![Block::Prose(shown.to_owned())];
    if shown.len() < body.len() {
        blocks.extend([Block::Blank, Block::Line(Line::new().dim(msg!("tui-shortened").text(session.lang())))]);
    }
    // What is marked is what was asked for, with the word that is being typed as a beginning where it stands for one.
    let typed = begun(text).map(|_| format!("{text}*"));
    let mut query = meant(session, text, filters).unwrap_or_default();
    if let Some(longer) = typed.and_then(|typed| meant(session, &typed, filters).ok()) {
        query.leaves.extend(longer.leaves);
    }
    Ok(Preview { blocks, query, language })
}

impl Found {
    /// That no document has every word, and which of them are nowhere.
    pub fn counted_relaxed(&self) -> Msg {
        nowhere::says(&self.nowhere, self.is_one_word, self.total)
    }

    /// What stands behind the number: what was looked for beside what was typed; nothing where that was nothing.
    pub fn beside(&self, look: &Look) -> Line {
        beside::line(&self.also, look)
    }
}

impl Preview {
    /// Lines that were made of its blocks, with what matches marked.
    pub fn marked(&self, lines: Vec<Line>) -> Vec<Marked> {
        let text = lines.iter().map(Line::text).collect::<Vec<_>>().join("\n");
        let marks = snippet::marks(&self.query, self.language, &text);
        let marked =
            lines.into_iter().zip(marks).map(|(line, marks)| Marked { matches: !marks.is_empty(), line: relabelled(line, &marks) });
        marked.collect()
    }
}

/// A line with these bytes of it as matches.
fn relabelled(line: Line, marks: &[std::ops::Range<usize>]) -> Line {
    if marks.is_empty() {
        return line;
    }
    let (mut relabelled, mut start) = (Line::new(), 0);
    for piece in line.pieces() {
        let (text, mut at) = (piece.text(), 0);
        let inside = |byte: usize| byte.saturating_sub(start).min(text.len());
        for mark in marks.iter().filter(|mark| mark.start < start + text.len() && mark.end > start) {
            let (from, to) = (inside(mark.start), inside(mark.end));
            if let (Some(before), Some(matched)) = (text.get(at..from), text.get(from..to)) {
                relabelled.push(piece.label(), before);
                relabelled.push(Label::Match, matched);
                at = to;
            }
        }
        relabelled.push(piece.label(), text.get(at..).unwrap_or_default());
        start += text.len();
    }
    relabelled
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Filters, Label, Line, Page, begun, find, preview, relabelled};
    use crate::base::clock::Now;
    use crate::base::environment::Who;
    use crate::work::session::{Opening, Session};

    #[test]
    fn what_matches_is_marked_in_the_language_of_the_text() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("questions")).unwrap();
        std::fs::write(folder.path().join("community.yaml"), "format: 1\nname: T\nlanguage: en\nlanguages: [en, nl]\n").unwrap();
        let text = "# Wie beantwoordt alle vragen van de nieuwe collega's die er elke maand bij komen?\n";
        std::fs::write(folder.path().join("questions/wie.md"), text).unwrap();
        let now = Now::parse("2026-11-22T09:00:00Z").unwrap();
        let opening = Opening { folder: folder.path().into(), now, lang: None, cache: None, who: Who::default() };
        let session = Session::open(opening).unwrap();
        let found = find(&session, "vraag", &Filters::default(), Page::default()).unwrap();
        let preview = preview(&session, &found.hits[0].path, found.hits[0].stems(), "vraag", &Filters::default()).unwrap();
        let marked = preview.marked(vec![Line::new().plain("Alle vragen"), Line::new().plain("Alle maanden")]);
        assert_eq!(marked.iter().map(|line| line.matches).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn a_word_is_begun_where_it_is_the_last_and_stands_alone() {
        for (text, word) in [
            ("quiet memb", Some("memb")),
            ("quiet ", None),
            ("", None),
            ("\"quiet memb", None),
            ("\"quiet\" memb", Some("memb")),
            ("kind:pract", None),
            ("memb*", None),
            ("quiet OR", None),
            ("q", Some("q")),
            ("één", Some("één")),
        ] {
            assert_eq!(begun(text), word, "{text}");
        }
    }

    proptest! {
        #[test]
        fn marking_a_line_changes_no_letter(one in "\\PC{0,12}", two in "\\PC{0,12}", from in 0_usize..30, length in 0_usize..30) {
            let line = Line::new().plain(one).path(two);
            let text = line.text();
            let marks = Vec::from_iter([(from, length)].map(|(from, length)| from..from + length));
            let marked = relabelled(line, &marks);
            prop_assert_eq!(marked.text(), text.clone());
            let matched: String = marked.pieces().iter().filter(|piece| piece.label() == Label::Match).map(crate::show::line::Piece::text).collect();
            if let Some(expected) = text.get(from..(from + length).min(text.len())) {
                prop_assert!(expected.contains(&matched), "{} {}", expected, matched);
            }
        }
    }
}
