//! Names as they are compared.

use crate::base::fold::fold;

/// A name as it is compared: its words, folded, in the order of the alphabet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name(Vec<String>);

/// Whether a word is one of a list.
pub(super) fn is_among(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// Words between a first name and a surname.
const PARTICLES: &str = "al bin da das de del den der di dos du el het ibn la le op te ten ter the van von zu";

/// A whole name written as one word, as people do for an account; `None` where it is short, or no whole name.
pub(super) fn together(text: &str) -> Option<String> {
    Name::of(text).filter(Name::is_whole)?;
    let word: String = fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect();
    (word.chars().count() > 5).then_some(word)
}

impl Name {
    /// `None` for what is hardly a name: an address, or a letter or two.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.contains('@') {
            return None;
        }
        let folded = fold(text);
        let mut words: Vec<String> =
            folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        words.sort();
        let letters: usize = words.iter().map(|word| word.chars().count()).sum();
        (letters > 2).then_some(Self(words))
    }

    /// The words that say who it is.
    pub(super) fn telling(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str).filter(|word| word.chars().count() > 1 && !is_among(PARTICLES, word))
    }

    /// Whether it has a first name and a surname, none of them only an initial.
    pub(super) fn is_whole(&self) -> bool {
        self.telling().count() > 1
    }

    pub(super) fn shares_with(&self, other: &Self) -> bool {
        self.telling().any(|word| other.telling().any(|same| same == word))
    }
}
