//! The words of the glossary, found in a text.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::kind::Capability;
use crate::model::query::of_document::names;
use crate::text::markdown::{Run, Zone};
use crate::text::words::{Language, surfaces, words};

/// What a word of either language may end in where there are several of it.
const PLURALS: [(&str, &[&str]); 2] = [("en", &["s", "es", "'s"]), ("nl", &["s", "en", "n", "'s"])];

/// A shorter word has no plural that is looked for: too many other words begin with it.
const LONG: usize = 4;

/// So many names that begin with one word are known: each is tried wherever that word stands.
const ALIKE: usize = 200;

/// Every name in the glossary, said or not to be said.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// The names of a language by their first word.
    by_start: HashMap<(String, String), Vec<Name>>,
    /// Whether any of them is not to be said.
    pub(super) has_avoided: bool,
}

/// A name of a term, in its language.
#[derive(Debug)]
pub(super) struct Name {
    /// Its words, folded.
    words: Vec<String>,
    /// Whether it is written in capitals only, so that the same word in small letters is another.
    is_capitals: bool,
    /// The term.
    pub(super) term: usize,
    /// As the glossary writes it.
    pub(super) text: String,
    /// Whether it is not to be said.
    pub(super) avoided: bool,
}

/// A name in a text.
pub(super) struct Said<'t> {
    /// Whose name.
    pub(super) name: &'t Name,
    /// Where.
    pub(super) span: Range<usize>,
    /// Whether it stands there letter for letter but for capitals and accents, and not as a plural.
    pub(super) is_whole: bool,
}

impl Terms {
    /// Those of the terms that still hold.
    pub(super) fn of(community: &Community, holds: impl Fn(usize) -> bool) -> Self {
        let mut terms = Self::default();
        for (term, document) in community.documents().iter().enumerate() {
            if !community.settings.kinds.at(document.kind).has(Capability::Glossary) || !holds(term) {
                continue;
            }
            for name in names(document) {
                let words = surfaces(&name.name);
                let Some(first) = words.first() else { continue };
                let start = (primary(&document.lang).to_owned(), first.clone());
                terms.has_avoided |= name.avoided;
                let is_capitals = is_capitals(&name.name);
                let named = terms.by_start.entry(start).or_default();
                if named.len() < ALIKE {
                    named.push(Name { words, is_capitals, term, text: name.name, avoided: name.avoided });
                }
            }
        }
        terms
    }

    /// The names in a document's prose, in order; where one is part of a longer one, that one.
    pub(super) fn said_in<'t>(&'t self, document: &Document) -> Vec<Said<'t>> {
        let (mut said, lang) = (Vec::new(), primary(&document.lang));
        for block in document.markdown.runs.chunk_by(|one, next| one.block == next.block) {
            let words = spoken(block, &document.text);
            let mut at = 0;
            while at < words.len() {
                match self.longest(lang, &words[at..], &document.text) {
                    Some((name, count, is_whole)) => {
                        said.push(Said { name, span: words[at].span.start..words[at + count - 1].span.end, is_whole });
                        at += count;
                    }
                    None => at += 1,
                }
            }
        }
        said
    }

    /// The longest name that words begin with, of how many of them, and whether letter for letter. Where the same can be said of one
    /// term and should not be said of another, it can be said.
    fn longest(&self, lang: &str, words: &[Spoken], text: &str) -> Option<(&Name, usize, bool)> {
        let mut best: Option<(&Name, usize, bool)> = None;
        for start in singulars(&words[0].surface, lang) {
            let names = self.by_start.get(&(lang.to_owned(), start.to_owned())).map_or(&[][..], Vec::as_slice);
            for name in names {
                let Some(is_whole) = name.begins(words, text, lang) else { continue };
                let better = |(other, count, whole): (&Name, usize, bool)| {
                    (name.words.len(), is_whole, !name.avoided) > (count, whole, !other.avoided)
                };
                if best.is_none_or(better) {
                    best = Some((name, name.words.len(), is_whole));
                }
            }
        }
        best
    }
}

impl Name {
    /// Whether words begin with this name: letter for letter, or with a plural at its end.
    fn begins(&self, words: &[Spoken], text: &str, lang: &str) -> Option<bool> {
        let words = words.get(..self.words.len())?;
        let (last, before) = self.words.split_last()?;
        let ending = words.last()?.surface.strip_prefix(last.as_str())?;
        let is_plural = last.chars().count() >= LONG && endings(lang).contains(&ending);
        let same = before.iter().zip(words).all(|(own, word)| *own == word.surface) && (ending.is_empty() || is_plural);
        // Between the words of one name stand only spaces, line ends, hyphens and the marks of a quote or of stress.
        let joined = words.windows(2).all(|pair| {
            let between = text.get(pair[0].span.end..pair[1].span.start).unwrap_or_default();
            between.chars().all(|letter| letter.is_whitespace() || matches!(letter, '-' | '*' | '_' | '>'))
        });
        let written = text.get(words.first()?.span.start..words.last()?.span.end).unwrap_or_default();
        let fits = !self.is_capitals || is_capitals(written.strip_suffix(ending).unwrap_or(written));
        (same && joined && fits).then_some(ending.is_empty())
    }
}

/// A word of a block.
struct Spoken {
    surface: String,
    span: Range<usize>,
}

/// The words of a block that are said: not those in code, nor those of which a part stands apart in stress or a link.
fn spoken(block: &[Run], text: &str) -> Vec<Spoken> {
    let mut all: Vec<Spoken> = Vec::new();
    for run in block {
        let plain = run.text(text);
        let is_code = run.zone == Zone::Code;
        let goes_on = run.glued && plain.starts_with(char::is_alphanumeric);
        let ended = all.last().is_some_and(|last| run.glued && last.span.end == run.span.start);
        let from = all.len();
        words(plain, Language::Other, |word| {
            if !word.is_part {
                let span =
                    if run.text.is_some() { run.span.clone() } else { run.span.start + word.range.start..run.span.start + word.range.end };
                all.push(Spoken { surface: if is_code { String::new() } else { word.surface.to_owned() }, span });
            }
        });
        // `mode**rator**` is one word, and neither part of it is.
        if (goes_on || ended) && from > 0 && all.len() > from && joins(text, all[from - 1].span.end, all[from].span.start) {
            all[from].surface.clear();
            all[from - 1].surface.clear();
        }
    }
    all
}

/// Whether nothing but marks of stress stands between two places.
fn joins(text: &str, end: usize, start: usize) -> bool {
    text.get(end..start).is_some_and(|between| between.chars().all(|letter| matches!(letter, '*' | '_' | '~')))
}

/// A word, and what it may be a plural of.
fn singulars<'w>(surface: &'w str, lang: &str) -> impl Iterator<Item = &'w str> {
    let endings = endings(lang);
    let singular = move |ending: &&str| surface.strip_suffix(*ending).filter(|word| word.chars().count() >= LONG);
    std::iter::once(surface).filter(|word| !word.is_empty()).chain(endings.iter().filter_map(singular))
}

fn endings(lang: &str) -> &'static [&'static str] {
    PLURALS.iter().find(|(known, _)| *known == lang).map_or(&[], |(_, endings)| endings)
}

/// The language of a tag without its region.
pub(super) fn primary(lang: &str) -> &str {
    lang.split(['-', '_']).next().unwrap_or(lang)
}

/// Whether every letter is a capital, of two or more.
pub(super) fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic()).peekable();
    letters.peek().is_some() && text.chars().filter(|letter| letter.is_uppercase()).count() >= 2 && letters.all(char::is_uppercase)
}
