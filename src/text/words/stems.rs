//! Stems, and a memory of those made last: a text uses few words often.

use std::borrow::Cow;
use std::cell::Cell;

use frostem::{Algorithm, Stemmer};

use super::Language;

/// How many stems are remembered; a power of two.
const SLOTS: usize = 1 << 14;

/// The longest word that is remembered, in bytes.
const REMEMBERED: usize = 32;

/// Dutch words that say where, when or how much, and whose stem would be that of words which say something: `over` that of `overheid`, `voor` that of
/// `vorige`, `waar` that of `waarden`. They share a stem with no other word. In order.
const ALONE: [&str; 14] = ["al", "als", "door", "een", "kan", "men", "niet", "over", "uit", "van", "voor", "waar", "waren", "wil"];

/// How Dutch words begin whose `ge` is part of them and no sign of a past: `gemeente` is not of one stem with `mening`, nor `gebied` with `bieden`.
const GE: [&str; 11] = ["gebied", "gedicht", "gelijk", "gemeen", "gemiddeld", "geval", "gevoel", "gewicht", "gewoon", "gezicht", "gezin"];

/// Whether a word is one of the Dutch ones that share a stem with no other.
pub(super) fn is_alone(word: &str) -> bool {
    ALONE.binary_search(&word).is_ok()
}

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
    let kept = if language == Language::Dutch { Some(Algorithm::DutchPorter) } else { None };
    let mut stems = place.take().or_else(|| Some(Box::new(Stems::new(algorithm, kept))));
    let result = work(&mut stems);
    place.set(stems);
    result
}

/// One language's stemmer.
pub(super) struct Stems {
    stemmer: Stemmer,
    /// For Dutch words that keep their `ge`.
    kept: Option<Stemmer>,
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
    fn new(algorithm: Algorithm, kept: Option<Algorithm>) -> Self {
        Self { stemmer: Stemmer::new(algorithm), kept: kept.map(Stemmer::new), slots: Vec::new(), last: String::new() }
    }

    /// The stem of a folded word; a word that is not all ASCII letters is its own.
    pub(super) fn stem<'a>(&'a mut self, word: &'a str) -> &'a str {
        if word.len() > REMEMBERED || !has_stem(word) {
            return self.stem_once(word);
        }
        if self.slots.is_empty() {
            self.slots.resize(SLOTS, Slot::default());
        }
        let slot = &mut self.slots[place(word)];
        if &slot.text[..slot.word] != word {
            slot.text.clear();
            slot.text.push_str(word);
            slot.text.push_str(&made(&self.stemmer, self.kept.as_ref(), word));
            slot.word = word.len();
        }
        whole(&slot.text[slot.word..], word)
    }

    /// The same, which is not remembered.
    pub(super) fn stem_once<'a>(&'a mut self, word: &'a str) -> &'a str {
        if !has_stem(word) {
            return word;
        }
        self.last = made(&self.stemmer, self.kept.as_ref(), word).into_owned();
        whole(&self.last, word)
    }
}

/// Whether a stemmer knows what to do with a folded word.
fn has_stem(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\'')
}

/// The stem of a word, made anew; what `kept` is given for is Dutch.
fn made<'a>(stemmer: &Stemmer, kept: Option<&Stemmer>, word: &'a str) -> Cow<'a, str> {
    let Some(kept) = kept else { return stemmer.stem(word) };
    if is_alone(word) {
        // No stem has a full stop.
        return Cow::Owned(format!("{word}."));
    }
    let keeps = GE.iter().any(|start| word.starts_with(start));
    if keeps { kept.stem(word) } else { stemmer.stem(word) }
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
    fn dutch_words_that_mean_something_else_have_another_stem() {
        let stem = |word: &str| with(Language::Dutch, |stems| stems.as_mut().map(|stems| stems.stem(word).to_owned())).unwrap_or_default();
        for alike in [
            &["gemeente", "gemeenten"][..],
            &["mening", "meningen"],
            &["overheid", "overheden"],
            &["waarde", "waarden"],
            &["gevraagd", "vragen"],
        ] {
            assert!(alike.windows(2).all(|two| stem(two[0]) == stem(two[1])), "{alike:?}");
        }
        for apart in
            [["gemeente", "mening"], ["over", "overheid"], ["voor", "vorige"], ["waar", "waarde"], ["gebied", "bieden"], ["waren", "waar"]]
        {
            assert_ne!(stem(apart[0]), stem(apart[1]), "{apart:?}");
        }
        assert!(super::ALONE.is_sorted());
    }

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
