//! The nearest known name to one that does not exist.

use super::fold::fold;
use super::typing_error::other_letters;

/// The known name that `typed` most likely meant, if one is near enough to propose.
///
/// Nearness is Damerau–Levenshtein similarity on folded text (a swap of two letters is one slip), and a name that begins
/// with what was typed counts as near.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    several(typed, known, 1).into_iter().next()
}

/// Up to `most` near names, nearest first; equal ones in the order given.
pub fn several<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let typed = Typed::new(typed);
    let mut near: Vec<(f64, &str)> = known.into_iter().filter_map(|name| Some((typed.nearness(name)?, name))).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.dedup_by(|a, b| a.1 == b.1);
    near.truncate(most);
    near.into_iter().map(|(_, name)| name).collect()
}

/// From which similarity on a name is near enough to propose.
const NEAR: f64 = 0.6;

/// A name that does not exist, ready to be compared with many that do.
#[derive(Clone, Debug)]
pub struct Typed {
    folded: String,
    sketch: Sketch,
}

impl Typed {
    /// A name as it was typed.
    pub fn new(name: &str) -> Self {
        let folded = fold(name).into_owned();
        Self { sketch: Sketch::of(&folded), folded }
    }

    /// How near a known name is, from 0.6 to 1; `None` for one that nobody would take for it.
    pub fn nearness(&self, known: &str) -> Option<f64> {
        let folded = fold(known);
        if self.sketch.letters >= 3 && folded.starts_with(&self.folded) {
            return Some(strsim::normalized_damerau_levenshtein(&self.folded, &folded).max(0.8));
        }
        let known = Sketch::of(&folded);
        let least = self.sketch.least_distance(known) as f64 / self.sketch.letters.max(known.letters) as f64;
        // Where there is nothing to divide by, the comparison decides.
        if 1.0 - least < NEAR {
            return None;
        }
        let score = strsim::normalized_damerau_levenshtein(&self.folded, &folded);
        (score >= NEAR).then_some(score)
    }
}

impl Typed {
    /// How many slips turn what was typed into a known name, which is folded, if so few that it can hardly be anything else: one in a word
    /// of four letters or more, two in one of eight. `None` for others, and for the name itself.
    ///
    /// Hands slip over letters that are there more than they take wrong ones, and hardly ever at the first: so it begins alike, in a short word
    /// no letter stands for another one, and of two slips only one adds, drops or changes a letter where a word is not long. `veld` is no slip for `held`, nor `aanmaken` for
    /// `aanpakken`.
    pub fn slips(&self, known: &str) -> Option<usize> {
        let other = Sketch::of(known);
        let most = match self.sketch.letters.min(other.letters) {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        };
        if self.sketch.least_distance(other) > most {
            return None;
        }
        if !begins_alike(&self.folded, known) {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&self.folded, known);
        let other_letters = other_letters(&self.folded, known);
        let is_likely = match distance {
            1 => other_letters < 2 || self.sketch.letters >= SUBSTITUTED,
            _ => other_letters < 2 || self.sketch.letters >= LONG,
        };
        ((1..=most).contains(&distance) && is_likely).then_some(distance)
    }
}

/// In a shorter word a letter that stands for another one makes another word, in letters.
const SUBSTITUTED: usize = 6;

/// In a shorter word two slips that bring in other letters make another word, in letters.
const LONG: usize = 9;

/// Whether two words begin with the same letter, or with the same two turned round.
fn begins_alike(one: &str, other: &str) -> bool {
    let [(a, b), (c, d)] = [one, other].map(|word| (word.chars().next(), word.chars().nth(1)));
    a == c || (a == d && b == c)
}

/// What can be seen of a text at a glance: nearly all words are told apart by it, for a hundredth of what the distance takes.
#[derive(Clone, Copy, Debug)]
struct Sketch {
    /// How many letters it has.
    letters: usize,
    /// Which letters it has; some share a bit.
    which: u64,
}

impl Sketch {
    fn of(text: &str) -> Self {
        text.chars().fold(Self { letters: 0, which: 0 }, |all, letter| Self {
            letters: all.letters + 1,
            which: all.which | 1 << (u32::from(letter) % 64),
        })
    }

    /// A distance that two texts have at least: a slip changes the length by one at most, and puts one letter in or out.
    fn least_distance(self, other: Self) -> usize {
        let only = |one: Self, other: Self| (one.which & !other.which).count_ones() as usize;
        self.letters.abs_diff(other.letters).max(only(self, other)).max(only(other, self))
    }
}

/// Whether `typed` is so near to `known` that it can hardly be anything but a slip: another case, a letter or two wrong in a long
/// word, one in a short one, or `s` for several. Equal texts are none.
pub fn is_slip(typed: &str, known: &str) -> bool {
    if typed == known {
        return false;
    }
    let (typed, known) = (fold(typed), fold(known));
    let (one, other) = (Sketch::of(&typed), Sketch::of(&known));
    let most = match one.letters.min(other.letters) {
        0..=3 => 0,
        4..=9 => 1,
        _ => 2,
    };
    one.least_distance(other) <= most && strsim::damerau_levenshtein(&typed, &known) <= most
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Sketch, Typed, is_slip, nearest};

    proptest! {
        #[test]
        fn a_glance_never_hides_what_is_near(one in "[a-cA-C1 éß-]{0,12}", other in "[a-cA-C1 éß-]{0,12}") {
            let (folded, known) = (super::fold(&one), super::fold(&other));
            let distance = strsim::damerau_levenshtein(&folded, &known);
            prop_assert!(Sketch::of(&folded).least_distance(Sketch::of(&known)) <= distance);
            let begins = folded.chars().count() >= 3 && known.starts_with(&*folded);
            let score = strsim::normalized_damerau_levenshtein(&folded, &known).max(if begins { 0.8 } else { 0.0 });
            prop_assert_eq!(Typed::new(&one).nearness(&other), (score >= 0.6).then_some(score));
        }
    }

    #[test]
    fn slips_are_counted_where_they_are_few() {
        for (typed, known, slips) in [
            ("malibox", "mailbox", Some(1)),
            ("aicraft", "aircraft", Some(1)),
            ("vailidty", "validity", Some(2)),
            ("developped", "developed", Some(1)),
            ("aeroelstc", "aeroelastic", Some(2)),
            ("rythm", "rhythm", Some(1)),
            ("anlysis", "analysis", Some(1)),
            ("naalysis", "analysis", Some(1)),
            ("facilitaotr", "facilitator", Some(1)),
            ("uitzetten", "inzetten", None),
            ("aanmaken", "aanpakken", None),
            ("tekenen", "rekenen", None),
            ("teken", "tegen", None),
            ("note", "none", None),
            ("box", "fox", None),
            ("mailbox", "mailbox", None),
        ] {
            assert_eq!(super::Typed::new(typed).slips(known), slips, "{typed}");
        }
    }

    #[test]
    fn a_slip_is_nearer_than_near() {
        for (typed, known) in
            [("tilte", "title"), ("Title", "title"), ("newcommers", "newcomers"), ("meeting", "meetings"), ("stewrad", "steward")]
        {
            assert!(is_slip(typed, known), "{typed}");
        }
        for (typed, known) in [
            ("title", "title"),
            ("date", "lang"),
            ("state", "status"),
            ("tag", "tags"),
            ("reviewers", "reviewed"),
            ("review_in", "review_by"),
        ] {
            assert!(!is_slip(typed, known), "{typed}");
        }
    }

    #[test]
    fn slips_are_seen_and_strangers_are_not() {
        let known = ["title", "tags", "steward", "status"];
        assert_eq!(nearest("tilte", known), Some("title"));
        assert_eq!(nearest("STEWRD", known), Some("steward"));
        assert_eq!(nearest("stew", known), Some("steward"));
        assert_eq!(nearest("zebra", known), None);
    }
}
