//! Dutch compounds: which words of the documents are made with a word, and which two words one is made of.
//!
//! Dutch writes `kennisvraag` as one word, so a search for `vragen` would pass it by. What a compound may be made of is not guessed from a
//! list of all Dutch: it is split only where both halves are words of the community's own documents. For that the long words of
//! a volume are listed twice, in their order and in that of their last letters.

use std::collections::{BTreeMap, BTreeSet};

use tantivy::directory::OwnedBytes;
use tantivy::postings::SegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use crate::text::words::function::{is_asking_word, is_function_word};
use crate::text::words::{Language, stem_term};

use super::broken::Broken;
use super::leaf::read;
use super::schema::FIELDS;
use super::state::{Bound, State};

/// A shorter word is no compound, in letters.
const SHORTEST: usize = 7;

/// A half of a compound is at least so long, in letters.
const HALF: usize = 4;

/// What may stand between the halves, as in `onderzoek-s-vraag` and `vrag-en-lijst`.
const LINKS: [&str; 4] = ["", "s", "en", "e"];

/// So many compounds with a word are looked for at most, those of most documents.
const MOST: usize = 24;

/// Of so many words it is looked up at most whether they are such compounds.
const LOOKED_AT: usize = 400;

/// The long words of a volume: how many there are, where each begins, their order by their last letters, and the words.
#[derive(Clone, Debug)]
pub(super) struct LongWords {
    starts: OwnedBytes,
    backward: OwnedBytes,
    words: OwnedBytes,
}

impl LongWords {
    /// The long ones of some words, as bytes; of a volume without Dutch documents there are none.
    pub(super) fn write(words: &BTreeSet<String>, languages: &BTreeSet<Language>) -> Vec<u8> {
        let is_long = |word: &&String| word.len() >= SHORTEST && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let any = languages.contains(&Language::Dutch);
        let long: Vec<&String> = words.iter().filter(|word| any && is_long(word)).collect();
        let mut backward: Vec<u32> = (0..long.len() as u32).collect();
        backward.sort_by(|a, b| long[*a as usize].bytes().rev().cmp(long[*b as usize].bytes().rev()));
        let mut out = (long.len() as u32).to_le_bytes().to_vec();
        let mut start = 0_u32;
        for word in &long {
            out.extend(start.to_le_bytes());
            start += word.len() as u32;
        }
        out.extend(start.to_le_bytes());
        out.extend(backward.iter().flat_map(|at| at.to_le_bytes()));
        out.extend(long.iter().flat_map(|word| word.bytes()));
        out
    }

    /// Opens what [`LongWords::write`] wrote.
    pub(super) fn open(bytes: &OwnedBytes) -> Result<Self, Broken> {
        let broken = || Broken::new("long words are cut off");
        let (count, rest) = bytes.split_first_chunk::<4>().ok_or_else(broken)?;
        let count = u32::from_le_bytes(*count) as usize;
        let (starts, backward) = (count.checked_add(1).and_then(|count| count.checked_mul(4)).ok_or_else(broken)?, count * 4);
        if rest.len() < starts.checked_add(backward).ok_or_else(broken)? {
            return Err(broken());
        }
        let (first, second) = (4 + starts, 4 + starts + backward);
        Ok(Self { starts: bytes.slice(4..first), backward: bytes.slice(first..second), words: bytes.slice(second..bytes.len()) })
    }

    fn len(&self) -> usize {
        self.backward.len() / 4
    }

    fn word(&self, at: usize) -> &str {
        let start = |at: usize| number(&self.starts, at);
        self.words.get(start(at)..start(at + 1)).and_then(|word| std::str::from_utf8(word).ok()).unwrap_or_default()
    }

    /// The words that begin so.
    fn beginning<'a>(&'a self, with: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let from = first(self.len(), |at| self.word(at) < with);
        (from..self.len()).map(|at| self.word(at)).take_while(move |word| word.starts_with(with))
    }

    /// The words that end so.
    fn ending<'a>(&'a self, with: &'a str) -> impl Iterator<Item = &'a str> + 'a {
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

impl State {
    /// The words of Dutch documents that are made with a word, in whatever inflection, and another one; those of most documents first.
    pub(super) fn compounds(&self, word: &str) -> Result<Vec<String>, Broken> {
        let mut known = Known { state: self, asked: BTreeMap::new() };
        let mut found: BTreeSet<String> = BTreeSet::new();
        for form in self.inflections(word)?.iter().filter(|form| form.len() >= HALF) {
            for bound in &self.volumes {
                let long = &bound.volume.long_words;
                for candidate in long.beginning(form).take(LOOKED_AT) {
                    let rest = &candidate[form.len()..];
                    if known.is_half(rest, |rest, link| rest.strip_prefix(link))? {
                        found.insert(candidate.to_owned());
                    }
                }
                for candidate in long.ending(form).take(LOOKED_AT) {
                    let rest = &candidate[..candidate.len() - form.len()];
                    if known.is_half(rest, |rest, link| rest.strip_suffix(link))? {
                        found.insert(candidate.to_owned());
                    }
                }
            }
        }
        let own = stem_term(word, Language::Dutch);
        found.retain(|candidate| candidate != word && stem_term(candidate, Language::Dutch) != own);
        let mut counted = Vec::new();
        for candidate in found {
            let documents = self.in_dutch(&candidate)?;
            counted.extend((documents > 0).then_some((documents, candidate)));
        }
        counted.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        counted.truncate(MOST);
        Ok(counted.into_iter().map(|(_, word)| word).collect())
    }

    /// The two words of the documents that a word is made of; of several such pairs the one whose rarer half is in most documents.
    pub(super) fn parts(&self, word: &str) -> Result<Option<[String; 2]>, Broken> {
        if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Ok(None);
        }
        let mut known = Known { state: self, asked: BTreeMap::new() };
        let mut best: Option<(u32, [String; 2])> = None;
        for at in HALF..=word.len().saturating_sub(HALF) {
            let (head, tail) = word.split_at(at);
            let behind = known.documents(tail)?;
            for link in LINKS.into_iter().filter(|_| behind > 0) {
                let Some(head) = head.strip_suffix(link).filter(|head| head.len() >= HALF) else { continue };
                let both = known.documents(head)?.min(behind);
                if both > best.as_ref().map_or(0, |(most, _)| *most) {
                    best = Some((both, [head.to_owned(), tail.to_owned()]));
                }
            }
        }
        Ok(best.map(|(_, parts)| parts))
    }

    /// A word and the others of the documents with its Dutch stem.
    fn inflections(&self, word: &str) -> Result<BTreeSet<String>, Broken> {
        let mut forms = BTreeSet::from([word.to_owned()]);
        let Some(stem) = stem_term(word, Language::Dutch) else { return Ok(forms) };
        for bound in &self.volumes {
            for form in bound.volume.forms.of(&stem)? {
                if !forms.contains(&form) && self.in_dutch(&form)? > 0 {
                    forms.insert(form);
                }
            }
        }
        Ok(forms)
    }

    /// How many Dutch documents have a word.
    fn in_dutch(&self, word: &str) -> Result<u32, Broken> {
        let mut documents = 0;
        for bound in &self.volumes {
            let mut here = BTreeSet::new();
            for zone in FIELDS.zones {
                let index = bound.volume.reader.inverted_index(zone)?;
                if let Some(postings) = read(&index, word.as_bytes(), IndexRecordOption::Basic)? {
                    dutch(bound, postings, &mut here);
                }
            }
            documents += here.len() as u32;
        }
        Ok(documents)
    }
}

/// Adds the Dutch documents of a list that are there.
fn dutch(bound: &Bound, mut postings: SegmentPostings, found: &mut BTreeSet<u32>) {
    let mut doc = postings.doc();
    while doc != TERMINATED {
        if bound.alive.contains(doc) && bound.volume.language(doc) == Language::Dutch {
            found.insert(doc);
        }
        doc = postings.advance();
    }
}

/// In how many Dutch documents words are, each asked once.
struct Known<'s> {
    state: &'s State,
    asked: BTreeMap<String, u32>,
}

impl Known<'_> {
    /// In how many a word is that can be a half: one that says something.
    fn documents(&mut self, word: &str) -> Result<u32, Broken> {
        if word.len() < HALF || is_function_word(word) || is_asking_word(word) {
            return Ok(0);
        }
        if let Some(documents) = self.asked.get(word) {
            return Ok(*documents);
        }
        let mut documents = 0;
        for form in self.state.inflections(word)? {
            documents = documents.max(self.state.in_dutch(&form)?);
        }
        self.asked.insert(word.to_owned(), documents);
        Ok(documents)
    }

    /// Whether what is left of a word is the other half, perhaps with a link.
    fn is_half(&mut self, rest: &str, without: impl for<'w> Fn(&'w str, &str) -> Option<&'w str>) -> Result<bool, Broken> {
        for link in LINKS {
            if let Some(half) = without(rest, link)
                && self.documents(half)? > 0
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BTreeSet, Language, LongWords, OwnedBytes};

    fn long(words: &BTreeSet<String>) -> LongWords {
        LongWords::open(&OwnedBytes::new(LongWords::write(words, &[Language::Dutch].into()))).expect("whole")
    }

    proptest! {
        #[test]
        fn long_words_are_found_by_either_end(words in prop::collection::btree_set("[ab]{5,10}", 0..30), end in "[ab]{0,4}") {
            let long = long(&words);
            let of = |holds: &dyn Fn(&str) -> bool| -> BTreeSet<String> {
                words.iter().filter(|word| word.len() >= 7 && holds(word)).cloned().collect()
            };
            prop_assert_eq!(long.beginning(&end).map(str::to_owned).collect::<BTreeSet<_>>(), of(&|word| word.starts_with(&end)));
            prop_assert_eq!(long.ending(&end).map(str::to_owned).collect::<BTreeSet<_>>(), of(&|word| word.ends_with(&end)));
        }

        #[test]
        fn whatever_the_bytes_are_nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            if let Ok(long) = LongWords::open(&OwnedBytes::new(bytes)) {
                let _ = (long.beginning("a").count(), long.ending("a").count());
            }
        }
    }

    #[test]
    fn a_volume_without_dutch_lists_none() {
        let words: BTreeSet<String> = ["something".to_owned()].into();
        let bytes = LongWords::write(&words, &[Language::English].into());
        assert_eq!(LongWords::open(&OwnedBytes::new(bytes)).expect("whole").len(), 0);
        assert_eq!(long(&words).len(), 1);
    }
}
