//! What a text is about: the words of it that tell.

use std::collections::BTreeMap;

use crate::text::words::function::is_function_word;
use crate::text::words::{Language, stem_term, surfaces};

/// So many words of a text say what it is about.
const TELLING: usize = 6;

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
    fn a_text_is_about_what_it_says_most() {
        let words: Vec<String> = most_telling("Brieven scannen: de brieven uit de kelder.").into_iter().map(|word| word.surface).collect();
        assert_eq!(words.first().map(String::as_str), Some("brieven"));
    }
}
