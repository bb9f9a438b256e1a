//! What a text is about: the words of it that tell.

use std::collections::BTreeMap;

use crate::text::words::function::is_function_word;
use crate::text::words::{Language, stem_term, surfaces};

/// So many words of a text say what it is about.
const TELLING: usize = 6;

/// An ending of so many letters makes another form of a word; a longer one another word.
const ENDING: usize = 5;

/// A word, with what is left of it in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The folded word.
    pub(super) surface: String,
    stems: Vec<String>,
}

impl Word {
    /// A folded word.
    pub(super) fn of(surface: &str) -> Self {
        let stems = Language::STEMMED.iter().filter_map(|language| stem_term(surface, *language)).collect();
        Self { surface: surface.to_owned(), stems }
    }

    /// Whether they are one word in some form.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.surface == other.surface || self.stems.iter().any(|stem| other.stems.contains(stem))
    }

    /// Whether they are one word in forms that end nearly alike: `access` and `accessibility` share a stem, and are two things to know about.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        let shared = self.surface.chars().zip(other.surface.chars()).take_while(|(one, other)| one == other).count();
        let longer = self.surface.chars().count().max(other.surface.chars().count());
        // A form that begins otherwise, as `gescand`, is told by its stem alone.
        self.is(other) && (shared == 0 || longer - shared <= ENDING)
    }
}

/// The words of a title that say what it is about, each once.
pub(super) fn telling(title: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for surface in surfaces(title).into_iter().filter(|word| !is_function_word(word)) {
        let word = Word::of(&surface);
        if !words.iter().any(|known| known.is(&word)) {
            words.push(word);
        }
    }
    words
}

/// The words that a text says most.
pub(super) fn most_telling(text: &str) -> Vec<Word> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in surfaces(text).into_iter().filter(|word| word.chars().count() > 3 && !is_function_word(word)) {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(String, usize)> = counts.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| b.0.len().cmp(&a.0.len())));
    words.iter().take(TELLING).map(|(word, _)| Word::of(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::{most_telling, telling};

    #[test]
    fn words_are_one_in_every_form() {
        let (one, many) = (telling("Scan the letter"), telling("Scanning letters"));
        assert!(one.iter().zip(&many).all(|(one, many)| one.is(many)), "{one:?} {many:?}");
        assert!(!telling("map")[0].is(&telling("letter")[0]));
    }

    #[test]
    fn another_word_with_the_same_stem_is_not_near() {
        for (one, other, expected) in [
            ("accessibility", "access", false),
            ("accessibility", "accessible", true),
            ("scan", "scanning", true),
            ("scannen", "gescand", true),
            ("letter", "letters", true),
        ] {
            let (one, other) = (super::Word::of(one), super::Word::of(other));
            assert_eq!(one.is_near(&other), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_text_is_about_what_it_says_most() {
        let words: Vec<String> = most_telling("Brieven scannen: de brieven uit de kelder.").into_iter().map(|word| word.surface).collect();
        assert_eq!(words.first().map(String::as_str), Some("brieven"));
    }
}
