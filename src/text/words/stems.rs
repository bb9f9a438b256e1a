//! Stems, and a memory of those made last: a text uses few words often.

use std::cell::Cell;

use frostem::{Algorithm, Stemmer};

use super::Language;

/// How many stems are remembered; a power of two.
const SLOTS: usize = 1 << 14;

/// The longest word that is remembered, in bytes.
const REMEMBERED: usize = 32;

thread_local! {
    static ENGLISH: Cell<Option<Box<Stems>>> = const { Cell::new(None) };
    static DUTCH: Cell<Option<Box<Stems>>> = const { Cell::new(None) };
}

/// Calls `work` with the stemmer of a language, if it has one.
pub(super) fn with<T>(language: Language, work: impl FnOnce(&mut Option<Box<Stems>>) -> T) -> T {
    let (place, algorithm) = match language {
        Language::English => (&ENGLISH, Algorithm::English),
        Language::Dutch => (&DUTCH, Algorithm::Dutch),
        Language::Other => return work(&mut None),
    };
    // Taken out while it is used: a call inside a call starts with an empty memory.
    let mut stems = place.take().or_else(|| Some(Box::new(Stems::new(algorithm))));
    let result = work(&mut stems);
    place.set(stems);
    result
}

/// One language's stemmer.
pub(super) struct Stems {
    stemmer: Stemmer,
    slots: Vec<Slot>,
    last: String,
}

/// A word and, behind it, its stem.
#[derive(Clone, Default)]
struct Slot {
    text: String,
    word: usize,
}

impl Stems {
    fn new(algorithm: Algorithm) -> Self {
        Self { stemmer: Stemmer::new(algorithm), slots: Vec::new(), last: String::new() }
    }

    /// The stem of a folded word; a word that is not all ASCII letters is its own.
    pub(super) fn stem<'a>(&'a mut self, word: &'a str) -> &'a str {
        if !word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\'') {
            return word;
        }
        if word.len() > REMEMBERED {
            self.last = self.stemmer.stem(word).into_owned();
            return whole(&self.last, word);
        }
        if self.slots.is_empty() {
            self.slots.resize(SLOTS, Slot::default());
        }
        let slot = &mut self.slots[place(word)];
        if &slot.text[..slot.word] != word {
            slot.text.clear();
            slot.text.push_str(word);
            slot.text.push_str(&self.stemmer.stem(word));
            slot.word = word.len();
        }
        whole(&slot.text[slot.word..], word)
    }
}

/// The stem, or the word where nothing is left of it.
fn whole<'a>(stem: &'a str, word: &'a str) -> &'a str {
    if stem.is_empty() { word } else { stem }
}

/// Where a word is remembered: FNV-1a, folded to the number of slots.
fn place(word: &str) -> usize {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash ^ (hash >> 29)) as usize & (SLOTS - 1)
}

#[cfg(test)]
mod tests {
    use super::{Language, with};

    #[test]
    fn what_is_remembered_is_what_would_be_made() {
        let long = "x".repeat(40) + "ing";
        for word in ["vragen", "exports", "vragen", "'", "a", &long] {
            let twice = |language| [(); 2].map(|()| with(language, |stems| stems.as_mut().map(|stems| stems.stem(word).to_owned())));
            let [first, second] = twice(Language::English);
            assert_eq!(first, second);
            assert!(first.is_some_and(|stem| !stem.is_empty()));
            assert_eq!(twice(Language::Other), [None, None]);
        }
    }
}
