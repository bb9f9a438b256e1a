//! Forms: which words of a volume have which stem.
//!
//! Postings are kept for words as they are written. Other inflections of a word are found through its stem: the words of the volume that
//! have it are listed here, a few bytes a word, where postings and places of stems would double the index. A list holds
//! every word of the volume, in whatever language the documents with it are; who reads postings by it leaves out documents in
//! other languages than the stem's.

use std::collections::{BTreeMap, BTreeSet};

use tantivy::directory::OwnedBytes;

use crate::text::words::{Language, stem_term};

use super::broken::Broken;
use super::long_words::Listed;

/// The words of a volume by their stems: entries in the order of stem terms, then where each begins, then how many there are.
#[derive(Clone, Debug)]
pub(super) struct Forms {
    entries: OwnedBytes,
    starts: OwnedBytes,
}

/// A stem term, and its words: how much of the stem each begins with, in bytes, and what follows.
type Entry<'a> = (&'a str, Vec<(u8, &'a str)>);

impl Forms {
    /// The forms of words in those languages that have stems, as bytes.
    pub(super) fn write(words: &[Listed], languages: &BTreeSet<Language>) -> Result<Vec<u8>, Broken> {
        let mut stems: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (listed, language) in words.iter().flat_map(|listed| languages.iter().map(move |language| (listed, *language))) {
            if let Some(stem) = stem_term(&listed.word, language) {
                stems.entry(stem).or_default().push(&listed.word);
            }
        }
        let (mut out, mut starts) = (Vec::new(), Vec::new());
        for (stem, words) in &stems {
            starts.extend((out.len() as u32).to_le_bytes());
            let words: Vec<(u8, &str)> = words.iter().map(|word| part(stem, word)).collect();
            let entry: Entry<'_> = (stem, words);
            out.extend(postcard::to_stdvec(&entry)?);
        }
        out.extend(&starts);
        out.extend((stems.len() as u32).to_le_bytes());
        Ok(out)
    }

    /// Opens what [`Forms::write`] wrote.
    pub(super) fn open(bytes: &OwnedBytes) -> Result<Self, Broken> {
        let (rest, count) = bytes.split_last_chunk::<4>().ok_or_else(cut_off)?;
        let table = (u32::from_le_bytes(*count) as usize).checked_mul(4).ok_or_else(cut_off)?;
        let end = rest.len().checked_sub(table).ok_or_else(cut_off)?;
        Ok(Self { entries: bytes.slice(0..end), starts: bytes.slice(end..end + table) })
    }

    /// The words that have a stem, given as a stem term.
    pub(super) fn of(&self, stem: &str) -> Result<Vec<String>, Broken> {
        let Some(found) = self.entry_from(stem) else { return Ok(Vec::new()) };
        let ((known, words), _) = postcard::take_from_bytes::<Entry<'_>>(found)?;
        if known != stem {
            return Ok(Vec::new());
        }
        let bare = bare(stem);
        let whole = |(shared, rest): (u8, &str)| Some(bare.get(..usize::from(shared))?.to_owned() + rest);
        words.into_iter().map(|word| whole(word).ok_or_else(cut_off)).collect()
    }

    /// Calls `each` for every word of the volume, once, in no order; false where there are no stems by which to list them.
    ///
    /// A dictionary of every zone would have to be gone through for the same.
    pub(super) fn each_word(&self, mut each: impl FnMut(&str)) -> Result<bool, Broken> {
        let Some(mark) = self.first_mark()? else { return Ok(false) };
        // All words are listed again with the stems of every other language.
        self.each_with(mark, &mut each)?;
        Ok(true)
    }

    /// The same for the words alone that begin with one of some letters, and some others: a stemmer keeps the first letter of a word, but for
    /// the Dutch `ge`, so nearly all the rest need not be read. Words of three letters or less may be left out.
    pub(super) fn each_word_with(&self, letters: &[char], mut each: impl FnMut(&str)) -> Result<bool, Broken> {
        let Some(mark) = self.first_mark()? else { return Ok(false) };
        if letters.contains(&'g') && Language::of_stem_term(mark) == Some(Language::Dutch) {
            self.each_with(mark, &mut each)?;
        } else {
            for letter in letters {
                self.each_with(&format!("{mark}{letter}"), &mut each)?;
            }
        }
        Ok(true)
    }

    /// What marks the stems that stand first: the language of them.
    fn first_mark(&self) -> Result<Option<&str>, Broken> {
        if self.entries.is_empty() {
            return Ok(None);
        }
        let (stem, _) = postcard::take_from_bytes::<&str>(&self.entries)?;
        Ok(stem.get(..MARK))
    }

    /// Calls `each` for the words whose stem term begins so.
    fn each_with(&self, start: &str, each: &mut impl FnMut(&str)) -> Result<(), Broken> {
        let Some(from) = self.entry_from(start) else { return Ok(()) };
        let mut rest = from;
        let mut word = String::new();
        while !rest.is_empty() {
            let (stem, words) = postcard::take_from_bytes::<&str>(rest)?;
            if !stem.starts_with(start) {
                break;
            }
            let (count, mut words) = postcard::take_from_bytes::<usize>(words)?;
            for _ in 0..count {
                let ((shared, tail), behind) = postcard::take_from_bytes::<(u8, &str)>(words)?;
                word.clear();
                word.push_str(bare(stem).get(..usize::from(shared)).ok_or_else(cut_off)?);
                word.push_str(tail);
                each(&word);
                words = behind;
            }
            rest = words;
        }
        Ok(())
    }

    /// The entries from the first one on whose stem term is not before a text.
    fn entry_from(&self, text: &str) -> Option<&[u8]> {
        let (starts, _) = self.starts.as_chunks::<4>();
        let entry = |start: &[u8; 4]| self.entries.get(u32::from_le_bytes(*start) as usize..).unwrap_or_default();
        let before = |start: &[u8; 4]| postcard::take_from_bytes::<&str>(entry(start)).is_ok_and(|(known, _)| known < text);
        starts.get(starts.partition_point(before)).map(entry)
    }
}

/// How long the mark of a stem term is, in bytes: that it is one, and of which language.
const MARK: usize = 2;

/// A stem term without its mark.
fn bare(stem: &str) -> &str {
    stem.get(MARK..).unwrap_or_default()
}

/// How much of a stem a word begins with, and what follows.
fn part<'w>(stem: &str, word: &'w str) -> (u8, &'w str) {
    let pairs = bare(stem).chars().zip(word.chars()).take_while(|(a, b)| a == b);
    let shared: usize = pairs.map(|(letter, _)| letter.len_utf8()).sum();
    (shared as u8, &word[shared..])
}

fn cut_off() -> Broken {
    Broken::new("forms are cut off")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BTreeSet, Forms, Language, Listed, OwnedBytes};

    fn listed(words: &BTreeSet<String>) -> Vec<Listed> {
        words.iter().map(|word| Listed { word: word.clone(), documents: 1 }).collect()
    }

    #[test]
    fn a_stem_has_all_its_words() {
        let words: BTreeSet<String> = ["vraag", "vragen", "question", "questions", "mail", "één", "2026"].map(str::to_owned).into();
        let bytes = Forms::write(&listed(&words), &Language::STEMMED.into()).unwrap();
        let forms = Forms::open(&OwnedBytes::new(bytes)).unwrap();
        for (stem, expected) in [
            ("\u{1}nvraag", vec!["vraag", "vragen"]),
            ("\u{1}equestion", vec!["question", "questions"]),
            ("\u{1}email", vec!["mail"]),
            ("\u{1}e2026", vec!["2026"]),
            ("\u{1}nquestion", vec!["question", "questions"]),
            ("\u{1}e", vec![]),
            ("\u{1}zzz", vec![]),
        ] {
            assert_eq!(forms.of(stem).unwrap(), expected, "{stem}");
        }
    }

    #[test]
    fn every_word_is_listed_once_whatever_the_languages() {
        let words: BTreeSet<String> = ["vraag", "vragen", "question", "questions", "mail", "één", "2026", "zzz"].map(str::to_owned).into();
        for (languages, lists) in
            [(&[Language::English, Language::Dutch][..], true), (&[Language::Dutch, Language::Other], true), (&[Language::Other], false)]
        {
            let bytes = Forms::write(&listed(&words), &languages.iter().copied().collect()).unwrap();
            let (mut seen, mut count) = (BTreeSet::new(), 0);
            let listed = Forms::open(&OwnedBytes::new(bytes)).unwrap().each_word(|word| {
                seen.insert(word.to_owned());
                count += 1;
            });
            assert_eq!(listed.unwrap(), lists);
            assert_eq!((seen, count), if lists { (words.clone(), words.len()) } else { (BTreeSet::new(), 0) });
        }
    }

    proptest! {
        #[test]
        fn words_that_begin_so_are_among_those_that_are_looked_through(
            words in prop::collection::btree_set("(ge|v|z|be|ver|[a-z])[a-z']{0,9}(en|heid|ing|s|d)?", 0..40),
            letters in prop::collection::vec(prop::char::range('a', 'z'), 1..3),
            dutch: bool,
        ) {
            let language = if dutch { Language::Dutch } else { Language::English };
            let bytes = Forms::write(&listed(&words), &[language].into()).expect("written");
            let mut seen = BTreeSet::new();
            Forms::open(&OwnedBytes::new(bytes)).expect("whole").each_word_with(&letters, |word| { seen.insert(word.to_owned()); }).expect("read");
            let sought: BTreeSet<String> =
                words.iter().filter(|word| word.len() > 3 && word.starts_with(letters.as_slice())).cloned().collect();
            prop_assert!(sought.is_subset(&seen), "{:?} {:?}", sought, seen);
        }
    }

    #[test]
    fn a_volume_of_nothing_has_none() {
        let bytes = Forms::write(&[], &Language::STEMMED.into()).unwrap();
        assert!(Forms::open(&OwnedBytes::new(bytes)).unwrap().of("\u{1}email").unwrap().is_empty());
        assert!(Forms::open(&OwnedBytes::new(vec![1, 2])).is_err());
        assert!(Forms::open(&OwnedBytes::new(vec![9, 0, 0, 0])).is_err());
    }
}
