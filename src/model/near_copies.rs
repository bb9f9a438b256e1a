//! Which texts are nearly the same: by how many of their runs of five words they share (Broder, "On the resemblance and containment of
//! documents", 1997).
//!
//! Comparing every text with every other would take minutes where there are many. Two texts that share most of their shingles share one of
//! the few that are rarest in each (prefix filtering: Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007), so only
//! texts that meet there are compared, and none is missed. 15,000 texts of 400 words take well under a second on a core.

use std::collections::HashMap;

use rayon::prelude::*;

/// How many words a shingle has: fewer, and texts on one subject are alike; more, and one changed word hides too much.
const WORDS: usize = 5;

/// A shingle that so many texts have is a form's and not theirs: of more texts that share it only the first are looked at.
const MOST: usize = 16;

/// Slots for counting shingles, as a power of two, at most.
const MOST_SLOTS: usize = 1 << 24;

/// A text's shingles: a number for each run of words, in order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(Vec<u32>);

/// A text that is nearly one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NearCopy {
    /// The earlier text: of all before it the one that is most alike, and of several the first.
    pub of: usize,
    /// The text.
    pub at: usize,
    /// How many of a hundred shingles that either has both have.
    pub share: usize,
}

impl Shingles {
    /// Of a text in pieces: its words without their capitals, whatever stands between them.
    pub fn of<'t>(pieces: impl IntoIterator<Item = &'t str>) -> Self {
        let (mut last, mut count, mut all) = ([0_u64; WORDS], 0, Vec::new());
        let mut add = |word: u64| {
            last[count % WORDS] = word;
            count += 1;
            if count >= WORDS {
                let oldest_first = (0..WORDS).map(|at| last[(count + at) % WORDS]);
                let mixed = oldest_first.fold(0, |mixed: u64, word| mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(word));
                all.push((mix(mixed) >> 32) as u32);
            }
        };
        pieces.into_iter().for_each(|piece| each_word(piece, &mut add));
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// How many of a hundred that either has both have.
    fn share(&self, other: &Self) -> usize {
        let (mut one, mut two, mut both) = (self.0.iter().peekable(), other.0.iter().peekable(), 0);
        while let (Some(mine), Some(theirs)) = (one.peek(), two.peek()) {
            let order = mine.cmp(theirs);
            both += usize::from(order.is_eq());
            if order.is_le() {
                one.next();
            }
            if order.is_ge() {
                two.next();
            }
        }
        (100 * both).checked_div(self.count() + other.count() - both).unwrap_or_default()
    }
}

/// The texts that share at least so many of a hundred shingles with one before them, in order. Texts without shingles are like none.
pub fn near_copies(texts: &[Shingles], least: usize) -> Vec<NearCopy> {
    let counts = Counts::of(texts);
    let mut met: HashMap<u32, Vec<u32>> = HashMap::new();
    let mut copies = Vec::new();
    let rarest: Vec<Vec<u32>> = texts.par_iter().map(|text| counts.rarest(text, least)).collect();
    for (at, (text, rarest)) in texts.iter().zip(rarest).enumerate() {
        let mut others: Vec<usize> = rarest.iter().filter_map(|shingle| met.get(shingle)).flatten().map(|other| *other as usize).collect();
        others.sort_unstable();
        others.dedup();
        // Of texts that differ too much in length one can't hold enough of the other.
        let fits = |other: &usize| {
            let (one, two) = (text.count(), texts[*other].count());
            100 * one.min(two) >= least * one.max(two)
        };
        let alike = others.into_iter().filter(fits).map(|of| NearCopy { of, at, share: text.share(&texts[of]) });
        let best = alike.filter(|copy| copy.share >= least).max_by_key(|copy| (copy.share, std::cmp::Reverse(copy.of)));
        copies.extend(best);
        for shingle in rarest {
            let list = met.entry(shingle).or_default();
            if list.len() < MOST {
                list.push(at as u32);
            }
        }
    }
    copies
}

/// About how many texts have each shingle: never fewer than have it, so that one is surely rare.
struct Counts(Vec<u8>);

impl Counts {
    fn of(texts: &[Shingles]) -> Self {
        let all: usize = texts.iter().map(Shingles::count).sum();
        let mut counts = Self(vec![0; (2 * all).next_power_of_two().clamp(1, MOST_SLOTS)]);
        for shingle in texts.iter().flat_map(|text| &text.0) {
            let slot = counts.slot(*shingle);
            counts.0[slot] = counts.0[slot].saturating_add(1);
        }
        counts
    }

    fn slot(&self, shingle: u32) -> usize {
        shingle as usize & (self.0.len() - 1)
    }

    /// The rarest shingles of a text, so many that whatever shares at least so many of a hundred with it has one of them among its own
    /// rarest; without those that nothing else has, which are most of them where a text is its own.
    fn rarest(&self, text: &Shingles, least: usize) -> Vec<u32> {
        let enough = text.count() - (least * text.count()).div_ceil(100).min(text.count()) + usize::from(text.count() > 0);
        let count = |shingle: u32| self.0[self.slot(shingle)];
        let mut shared: Vec<(u8, u32)> = text.0.iter().map(|shingle| (count(*shingle), *shingle)).filter(|(count, _)| *count > 1).collect();
        let own = text.count() - shared.len();
        let wanted = enough.saturating_sub(own);
        if wanted < shared.len() {
            shared.select_nth_unstable(wanted);
            shared.truncate(wanted);
        }
        shared.into_iter().map(|(_, shingle)| shingle).collect()
    }
}

/// Calls `each` with a number for every word of a text, whatever its capitals (FNV-1a).
fn each_word(text: &str, each: &mut impl FnMut(u64)) {
    let start = 0xcbf2_9ce4_8422_2325;
    let mut number = start;
    let mut add = |letter: char, is_part: bool| match is_part {
        true => number = (number ^ u64::from(u32::from(letter))).wrapping_mul(0x0100_0000_01b3),
        false if number != start => each(std::mem::replace(&mut number, start)),
        false => {}
    };
    // Most text is ASCII, where no table need be asked what a letter is.
    if text.is_ascii() {
        text.bytes().for_each(|byte| add(char::from(byte.to_ascii_lowercase()), byte.is_ascii_alphanumeric()));
    } else {
        for letter in text.chars() {
            if letter.is_ascii() {
                add(letter.to_ascii_lowercase(), letter.is_ascii_alphanumeric());
            } else {
                letter.to_lowercase().for_each(|lower| add(lower, letter.is_alphanumeric()));
            }
        }
    }
    add(' ', false);
}

/// Spreads a number over all its bits (the finish of `MurmurHash3`).
fn mix(mut number: u64) -> u64 {
    number ^= number >> 33;
    number = number.wrapping_mul(0xff51_afd7_ed55_8ccd);
    number ^= number >> 33;
    number = number.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    number ^ number >> 33
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{NearCopy, Shingles, near_copies};

    /// The same by comparing each with all before it.
    fn slowly(texts: &[Shingles], least: usize) -> Vec<NearCopy> {
        let best = |at: usize| {
            let alike = (0..at).map(|of| NearCopy { of, at, share: texts[at].share(&texts[of]) });
            alike.filter(|copy| copy.share >= least).max_by_key(|copy| (copy.share, std::cmp::Reverse(copy.of)))
        };
        (0..texts.len()).filter_map(best).collect()
    }

    #[test]
    fn capitals_signs_and_pieces_make_no_difference() {
        let plain = Shingles::of(["lay the page flat and scan it twice"]);
        assert_eq!(plain.count(), 4);
        assert_eq!(Shingles::of(["Lay the page", "flat, and — scan; it TWICE!"]), plain);
        assert_eq!(Shingles::of(["too few words here"]).count(), 0);
        assert_eq!(plain.share(&Shingles::of(["lay the page flat and scan it once"])), 60);
    }

    #[test]
    fn texts_without_shingles_are_like_none() {
        let texts = vec![Shingles::default(); 3];
        assert!(near_copies(&texts, 80).is_empty());
        assert!(near_copies(&[], 80).is_empty());
    }

    proptest! {
        #[test]
        fn the_rarest_shingles_find_what_comparing_all_finds(
            originals in prop::collection::vec(prop::collection::vec(0_u8..40, 0..60), 1..5),
            copies in prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec((any::<prop::sample::Index>(), 0_u8..40), 0..6)), 0..12),
            least in prop::sample::select(vec![50_usize, 70, 80, 90, 100]),
        ) {
            let mut all = originals.clone();
            for (of, changes) in copies {
                let mut words = of.get(&originals).clone();
                for (place, word) in changes.iter().filter(|_| !of.get(&originals).is_empty()) {
                    let place = place.index(words.len());
                    words[place] = *word;
                }
                all.push(words);
            }
            let text = |words: &Vec<u8>| words.iter().map(|word| format!("w{word}")).collect::<Vec<_>>().join(" ");
            let texts: Vec<Shingles> = all.iter().map(|words| Shingles::of([text(words).as_str()])).collect();
            prop_assert_eq!(near_copies(&texts, least), slowly(&texts, least));
        }
    }
}
