//! What stands in a word that no document has: two words that are written apart here, or one that the documents know.
//!
//! `timezones` is written as two words by others, and of `vergaderritme` a community may know the rhythm and not the meeting.

use crate::text::words::function::{is_asking_word, is_function_word};

use super::broken::Broken;
use super::compounds::LINKS;
use super::state::State;

/// The words in a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Within {
    /// Two words that it is made of, in each inflection of the second that documents have; each pair once, the likeliest first.
    pub pairs: Vec<[String; 2]>,
    /// The word that it ends or begins with, where the rest is no word here.
    pub half: Option<String>,
}

/// Either of two words is at least so long, in letters.
const OF_PAIR: usize = 3;

/// A word alone, and what is left of the other one, is at least so long: a shorter one stands in many by chance.
const HALF: usize = 4;

/// So many letters more or less has an inflection of a word.
const ENDING: usize = 2;

/// From so many letters on an end of a word is hardly there by chance.
const SURE: usize = 6;

/// A longer word is no compound that somebody typed.
const LONGEST: usize = 40;

/// So many pairs are given.
const PAIRS: usize = 12;

/// What stands in many words and is none there, though it may be one by itself: endings and beginnings, in English and Dutch.
#[rustfmt::skip]
const AFFIXES: [&str; 34] = [
    "aarde", "able", "achter", "after", "ation", "baar", "baarheid", "binnen", "boven", "buiten", "door", "eren", "ering", "heid", "hood",
    "inter", "isch", "ische", "less", "lijk", "lijke", "lijkheid", "loos", "ment", "multi", "ness", "over", "rijk", "ship", "super", "tegen",
    "tion", "under", "zaam",
];

impl State {
    /// The words that stand in a word which no document has, in whatever inflection; `None` for one that is there.
    pub(super) fn within(&self, word: &str) -> Result<Option<Within>, Broken> {
        if self.is_there(word)? {
            return Ok(None);
        }
        let letters = word.chars().count();
        if !(2 * OF_PAIR..=LONGEST).contains(&letters) || !word.chars().all(char::is_alphabetic) {
            return Ok(Some(Within::default()));
        }
        let mut pairs: Vec<(u32, [String; 2])> = Vec::new();
        let (mut ends, mut begins) = (None, None);
        let places: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        for (count, at) in places.iter().enumerate().skip(1) {
            let (head, tail) = word.split_at(*at);
            let (first, second) = (count, letters - count);
            if first >= OF_PAIR && second >= OF_PAIR {
                let known = self.documents_with(head)?;
                if known > 0 {
                    for tail in self.forms_of(tail)? {
                        let both = known.min(self.documents_with(&tail)?);
                        pairs.extend((both > 0).then(|| (both, [head.to_owned(), tail])));
                    }
                }
            }
            if first < HALF || second < HALF {
                continue;
            }
            // The longest end comes first, and the longest beginning last.
            if ends.is_none() && (second >= SURE || !begins_earlier(head, tail)) && self.can_be_half(tail)? {
                ends = Some(tail.to_owned());
            }
            for link in LINKS {
                let bare = head.strip_suffix(link).filter(|bare| bare.chars().count() >= HALF);
                if let Some(bare) = bare
                    && self.can_be_half(bare)?
                {
                    begins = Some(bare.to_owned());
                    break;
                }
            }
        }
        pairs.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        pairs.truncate(PAIRS);
        // What a compound ends with says what it is.
        Ok(Some(Within { pairs: pairs.into_iter().map(|(_, pair)| pair).collect(), half: ends.or(begins) }))
    }

    fn can_be_half(&self, word: &str) -> Result<bool, Broken> {
        let says = !is_function_word(word) && !is_asking_word(word) && AFFIXES.binary_search(&word).is_err();
        if !says {
            return Ok(false);
        }
        for form in self.forms_of(word)? {
            // What has the same stem and is much longer is no inflection of it: `noth` is no word, though `nothing` is.
            if form.len().abs_diff(word.len()) <= ENDING && self.documents_with(&form)? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether what a word ends with rather begins a letter earlier, as in `leerkring`, which has no `ring`: the two letters stand at the beginning
/// of many words.
fn begins_earlier(head: &str, tail: &str) -> bool {
    let (Some(last), Some(first)) = (head.chars().next_back(), tail.chars().next()) else { return false };
    match first {
        'r' => "bcdfgkptvw".contains(last),
        'l' => "bcfgkpsv".contains(last),
        'h' => "cstw".contains(last),
        'n' => "ks".contains(last),
        'w' => "dstz".contains(last),
        'c' | 'j' | 'k' | 'm' | 'p' | 't' => last == 's',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_word_begins_where_its_first_letters_do() {
        for (head, tail, earlier) in
            [("leerk", "ring", true), ("news", "letter", true), ("kern", "team", false), ("vergader", "ritme", false), ("", "team", false)]
        {
            assert_eq!(super::begins_earlier(head, tail), earlier, "{head} {tail}");
        }
    }

    #[test]
    fn the_affixes_are_in_order() {
        assert!(super::AFFIXES.is_sorted_by(|a, b| a < b));
    }
}
