//! Dutch compounds: which words of the documents are made with a word, and which two words one is made of.
//!
//! Dutch writes `kennisvraag` as one word, so a search for `vragen` would pass it by. What a compound may be made of is not guessed from a
//! list of all Dutch: it is split only where both halves are words of the community's own documents.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use crate::text::words::function::{is_asking_word, is_function_word};
use crate::text::words::{Language, stands_alone, stem_term};

use super::broken::Broken;
use super::dictionary::{having, is_in};
use super::long_words::SHORTEST;
use super::state::State;

/// A half of a compound is at least so long, in letters.
const HALF: usize = 4;

/// What may stand between the halves, as in `onderzoek-s-vraag` and `vrag-en-lijst`.
pub(super) const LINKS: [&str; 4] = ["", "s", "en", "e"];

/// Endings of words that are words too, but not where another one ends in them: `menselijk` is made of no `lijk`.
const ENDINGS: [&str; 14] =
    ["baar", "bare", "eren", "erij", "heden", "heid", "ingen", "lijk", "lijke", "lijks", "loos", "loze", "zaam", "zame"];

/// So many compounds with a word are looked for at most, those of most documents.
const MOST: usize = 24;

/// Of so many words it is looked up at most whether they are such compounds.
const LOOKED_AT: usize = 400;

impl State {
    /// The words of Dutch documents that are made with a word, in whatever inflection, and another one; those of most documents first.
    pub(super) fn compounds(&self, word: &str) -> Result<Vec<String>, Broken> {
        let forms = self.inflections(word)?;
        let own = stem_term(word, Language::Dutch);
        let mut known = Known::of(self);
        let mut counted: Vec<(u32, &str)> = Vec::new();
        // In how many documents each of the best is, the fewest first out.
        let mut best = BinaryHeap::new();
        for (most, candidate, rests) in self.made_with(&forms) {
            // What follows is in fewer documents than all that are given.
            if best.len() == MOST && best.peek().is_some_and(|Reverse(least)| most < *least) {
                break;
            }
            if candidate == word || stem_term(candidate, Language::Dutch) == own || !known.is_any_half(&rests)? {
                continue;
            }
            let documents = self.in_dutch(candidate)?;
            if documents > 0 {
                counted.push((documents, candidate));
                best.push(Reverse(documents));
                if best.len() > MOST {
                    best.pop();
                }
            }
        }
        counted.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        counted.truncate(MOST);
        Ok(counted.into_iter().map(|(_, word)| word.to_owned()).collect())
    }

    /// The long words that begin or end with one of some words, with how many documents have each at most, and what is left of it; those of
    /// most documents first.
    fn made_with<'a>(&'a self, forms: &'a BTreeSet<String>) -> Vec<(u32, &'a str, Vec<Rest<'a>>)> {
        let mut rests: BTreeMap<&str, Vec<Rest<'_>>> = BTreeMap::new();
        for form in forms.iter().filter(|form| form.len() >= HALF) {
            for bound in &self.volumes {
                let long = &bound.volume.long_words;
                for candidate in long.beginning(form).take(LOOKED_AT) {
                    rests.entry(candidate).or_default().push(Rest::Behind(&candidate[form.len()..]));
                }
                for candidate in long.ending(form).take(LOOKED_AT) {
                    rests.entry(candidate).or_default().push(Rest::Before(&candidate[..candidate.len() - form.len()]));
                }
            }
        }
        let most = |word: &str| self.volumes.iter().map(|bound| bound.volume.long_words.documents(word)).sum();
        let mut made: Vec<(u32, &str, Vec<Rest<'_>>)> = rests.into_iter().map(|(word, rests)| (most(word), word, rests)).collect();
        made.sort_by_key(|(most, ..)| Reverse(*most));
        made
    }

    /// The two words of the documents that a word is made of; of several such pairs the one whose rarer half is in most documents.
    pub(super) fn parts(&self, word: &str) -> Result<Option<[String; 2]>, Broken> {
        if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Ok(None);
        }
        let mut known = Known::of(self);
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
                if !forms.contains(&form) && is_in(bound, &form, Language::Dutch)? {
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
            let is_dutch = |doc: &u32| bound.volume.language(*doc) == Language::Dutch;
            documents += having(bound, word)?.iter().filter(is_dutch).count() as u32;
        }
        Ok(documents)
    }

    /// Whether a Dutch document has a word in whatever inflection. A word that nobody wrote, as most of what is left of another one is, is
    /// known as such by the list of its stem, which is looked up once where there are dictionaries for every zone.
    fn is_inflected_in_dutch(&self, word: &str) -> Result<bool, Broken> {
        let Some(stem) = stem_term(word, Language::Dutch) else { return Ok(false) };
        for bound in &self.volumes {
            for form in bound.volume.forms.of(&stem)? {
                if is_in(bound, &form, Language::Dutch)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}

/// What is known of words that may be halves, each asked once.
struct Known<'s> {
    state: &'s State,
    /// Whether they are.
    halves: BTreeMap<String, bool>,
    /// In how many Dutch documents they are.
    asked: BTreeMap<String, u32>,
}

impl<'s> Known<'s> {
    fn of(state: &'s State) -> Self {
        Self { state, halves: BTreeMap::new(), asked: BTreeMap::new() }
    }
}

impl Known<'_> {
    /// Whether a word is one of the documents that can be a half: one that says something.
    fn can_be_half(&mut self, word: &str) -> Result<bool, Broken> {
        if word.len() < HALF {
            return Ok(false);
        }
        if let Some(known) = self.halves.get(word) {
            return Ok(*known);
        }
        let says = !is_function_word(word) && !is_asking_word(word) && !stands_alone(word) && !ENDINGS.contains(&word);
        let can_be = says && self.state.is_inflected_in_dutch(word)?;
        self.halves.insert(word.to_owned(), can_be);
        Ok(can_be)
    }

    /// In how many documents a word is that can be a half.
    fn documents(&mut self, word: &str) -> Result<u32, Broken> {
        if !self.can_be_half(word)? {
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

    /// Whether anything of what is left of a word is the other half, perhaps with a link.
    fn is_any_half(&mut self, rests: &[Rest<'_>]) -> Result<bool, Broken> {
        for (rest, link) in rests.iter().flat_map(|rest| LINKS.map(|link| (rest, link))) {
            if let Some(half) = rest.without(link)
                && self.can_be_half(half)?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// What is left of a long word where a word is taken off.
#[derive(Clone, Copy, Debug)]
enum Rest<'a> {
    /// What stands behind it.
    Behind(&'a str),
    /// What stands before it.
    Before(&'a str),
}

impl<'a> Rest<'a> {
    /// The same without what links the halves; `None` where that is not there.
    fn without(self, link: &str) -> Option<&'a str> {
        match self {
            Self::Behind(rest) => rest.strip_prefix(link),
            Self::Before(rest) => rest.strip_suffix(link),
        }
    }
}
