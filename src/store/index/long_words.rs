//! The long words of a volume by either end: those in which compounds are looked for.
//!
//! They are listed twice, in their order and in that of their last letters, so that what begins or ends with a word is found without going
//! through all of them.

use std::collections::BTreeSet;

use tantivy::directory::OwnedBytes;

use crate::text::words::Language;

use super::broken::Broken;

/// A shorter word is no compound, in letters.
pub(super) const SHORTEST: usize = 7;

/// A word of a volume.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    /// The folded word.
    pub word: String,
    /// How many documents have it at most: one that has it in several zones is counted in each.
    pub documents: u32,
}

/// The long words of a volume: how many there are, where each begins, their order by their last letters, how many documents had each at most
/// when it was written, and the words.
#[derive(Clone, Debug)]
pub(super) struct LongWords {
    starts: OwnedBytes,
    backward: OwnedBytes,
    documents: OwnedBytes,
    words: OwnedBytes,
}

impl LongWords {
    /// The long ones of some words, as bytes; of a volume without Dutch documents there are none.
    pub(super) fn write(words: &[Listed], languages: &BTreeSet<Language>) -> Vec<u8> {
        let is_long = |listed: &&Listed| listed.word.len() >= SHORTEST && listed.word.bytes().all(|byte| byte.is_ascii_lowercase());
        let any = languages.contains(&Language::Dutch);
        let long: Vec<&Listed> = words.iter().filter(|listed| any && is_long(listed)).collect();
        let mut backward: Vec<u32> = (0..long.len() as u32).collect();
        backward.sort_by(|a, b| long[*a as usize].word.bytes().rev().cmp(long[*b as usize].word.bytes().rev()));
        let mut out = (long.len() as u32).to_le_bytes().to_vec();
        let mut start = 0_u32;
        for listed in &long {
            out.extend(start.to_le_bytes());
            start += listed.word.len() as u32;
        }
        out.extend(start.to_le_bytes());
        out.extend(backward.iter().flat_map(|at| at.to_le_bytes()));
        out.extend(long.iter().flat_map(|listed| listed.documents.to_le_bytes()));
        out.extend(long.iter().flat_map(|listed| listed.word.bytes()));
        out
    }

    /// Opens what [`LongWords::write`] wrote.
    pub(super) fn open(bytes: &OwnedBytes) -> Result<Self, Broken> {
        let broken = || Broken::new("long words are cut off");
        let (count, rest) = bytes.split_first_chunk::<4>().ok_or_else(broken)?;
        let count = u32::from_le_bytes(*count) as usize;
        // Each has three numbers, and one says where the last ends.
        let numbers = count.checked_mul(3).and_then(|count| count.checked_add(1)?.checked_mul(4)).ok_or_else(broken)?;
        if rest.len() < numbers {
            return Err(broken());
        }
        let backward = 4 + (count + 1) * 4;
        let (documents, words) = (backward + count * 4, 4 + numbers);
        Ok(Self {
            starts: bytes.slice(4..backward),
            backward: bytes.slice(backward..documents),
            documents: bytes.slice(documents..words),
            words: bytes.slice(words..bytes.len()),
        })
    }

    fn len(&self) -> usize {
        self.backward.len() / 4
    }

    fn word(&self, at: usize) -> &str {
        let start = |at: usize| number(&self.starts, at);
        self.words.get(start(at)..start(at + 1)).and_then(|word| std::str::from_utf8(word).ok()).unwrap_or_default()
    }

    /// How many documents have a word at most; 0 for one that is not listed.
    pub(super) fn documents(&self, word: &str) -> u32 {
        let at = first(self.len(), |at| self.word(at) < word);
        if at < self.len() && self.word(at) == word { number(&self.documents, at) as u32 } else { 0 }
    }

    /// The words that begin so.
    pub(super) fn beginning<'a>(&'a self, with: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let from = first(self.len(), |at| self.word(at) < with);
        (from..self.len()).map(|at| self.word(at)).take_while(move |word| word.starts_with(with))
    }

    /// The words that end so.
    pub(super) fn ending<'a>(&'a self, with: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let word = |at: usize| self.word(number(&self.backward, at));
        let from = first(self.len(), |at| word(at).bytes().rev().lt(with.bytes().rev()));
        (from..self.len()).map(word).take_while(move |word| word.ends_with(with))
    }
}

/// The first of so many places of which something no longer holds.
fn first(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = usize::midpoint(from, to);
        if holds(middle) { from = middle + 1 } else { to = middle }
    }
    from
}

fn number(bytes: &OwnedBytes, at: usize) -> usize {
    bytes.as_chunks::<4>().0.get(at).map_or(0, |number| u32::from_le_bytes(*number) as usize)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use std::collections::BTreeSet;

    use super::{Language, Listed, LongWords, OwnedBytes};

    fn long(words: &BTreeSet<String>) -> LongWords {
        let listed = words.iter().map(|word| Listed { word: word.clone(), documents: word.len() as u32 }).collect::<Vec<_>>();
        LongWords::open(&OwnedBytes::new(LongWords::write(&listed, &[Language::Dutch].into()))).expect("whole")
    }

    proptest! {
        #[test]
        fn long_words_are_found_by_either_end(words in prop::collection::btree_set("[ab]{5,10}", 0..30), end in "[ab]{0,4}") {
            let long = long(&words);
            let of = |holds: &dyn Fn(&str) -> bool| -> BTreeSet<String> {
                words.iter().filter(|word| word.len() >= 7 && holds(word)).cloned().collect()
            };
            prop_assert_eq!(long.beginning(&end).map(str::to_owned).collect::<BTreeSet<_>>(), of(&|word| word.starts_with(&end)));
            for word in words.iter().chain(&["abababa".to_owned(), String::new(), "b".repeat(20)]) {
                let expected = if word.len() >= 7 && words.contains(word) { word.len() } else { 0 };
                prop_assert_eq!(long.documents(word), expected as u32, "{}", word);
            }
            prop_assert_eq!(long.ending(&end).map(str::to_owned).collect::<BTreeSet<_>>(), of(&|word| word.ends_with(&end)));
        }

        #[test]
        fn whatever_the_bytes_are_nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            if let Ok(long) = LongWords::open(&OwnedBytes::new(bytes)) {
                let _ = (long.beginning("a").count(), long.ending("a").count(), long.documents("abc"));
            }
        }
    }

    #[test]
    fn a_volume_without_dutch_lists_none() {
        let bytes = LongWords::write(&[Listed { word: "something".to_owned(), documents: 1 }], &[Language::English].into());
        assert_eq!(LongWords::open(&OwnedBytes::new(bytes)).expect("whole").len(), 0);
        assert_eq!(long(&["something".to_owned()].into()).len(), 1);
    }
}
