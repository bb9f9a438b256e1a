//! Many names, ready to be asked which of them is meant by one with a slip.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hasher};

use super::fold::fold;
use super::nearest::is_slip;

/// Up to how many letters a name may have for two slips in it to be seen; what is left of it after each two deletions is kept.
const TWO: usize = 20;
/// Up to how many for one slip.
const ONE: usize = 200;
/// So many names are compared for one that was typed: more share a rest only where names were made to.
const CLOSEST: usize = 200;

/// Names by what is left of them after a letter or two are taken out.
///
/// Two names that are a slip apart have such a rest in common: a letter too many goes out of the one, a letter too few out of the other,
/// a wrong or a swapped one out of both. So one look finds the few that are compared, however many names there are.
#[derive(Clone, Debug, Default)]
pub struct Slips {
    names: Vec<String>,
    /// The hashes of their rests with their places, in order: millions where names are long, so they take as little as they can.
    rests: Vec<(u64, u32)>,
}

impl Slips {
    /// Makes names ready to be asked for.
    pub fn of(names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let names: Vec<String> = names.into_iter().map(Into::into).collect();
        let mut rests = Vec::new();
        for (at, name) in (0..).zip(&names) {
            each_rest(name, |rest| rests.push((rest, at)));
        }
        rests.sort_unstable();
        rests.dedup();
        Self { names, rests }
    }

    /// The place of the first name of which `typed` is a slip, as [`is_slip`] judges. In a name of more than twenty letters only one slip
    /// is seen, and in one of more than two hundred none.
    pub fn meant_by(&self, typed: &str) -> Option<usize> {
        let mut near: BTreeSet<u32> = BTreeSet::new();
        each_rest(typed, |rest| {
            let start = self.rests.partition_point(|(known, _)| *known < rest);
            let same = self.rests.iter().skip(start).take_while(|(known, _)| *known == rest);
            near.extend(same.take(CLOSEST).map(|(_, at)| *at));
        });
        let mut near = near.into_iter().take(CLOSEST).map(|at| at as usize);
        near.find(|at| self.names.get(*at).is_some_and(|name| is_slip(typed, name)))
    }
}

/// The hashes of what is left of a name after as many deletions as it may have slips.
fn each_rest(name: &str, mut each: impl FnMut(u64)) {
    let letters: Vec<char> = fold(name).chars().take(ONE + 1).collect();
    let count = letters.len();
    if count > ONE {
        return;
    }
    let mut rest = |one: usize, two: usize| {
        let mut hasher = DefaultHasher::new();
        let left = letters.iter().enumerate().filter(|(at, _)| *at != one && *at != two);
        left.for_each(|(_, letter)| hasher.write_u32(u32::from(*letter)));
        each(hasher.finish());
    };
    rest(count, count);
    if count > 3 {
        (0..count).for_each(|one| rest(one, count));
    }
    if (10..=TWO).contains(&count) {
        (0..count).for_each(|one| (one + 1..count).for_each(|two| rest(one, two)));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Slips, is_slip};

    proptest! {
        #[test]
        fn one_look_finds_what_a_look_at_each_does(names in prop::collection::vec("[ab1é]{0,13}|[a-cA-C-]{8,16}", 0..20), typed in "[ab1é]{0,13}|[a-cA-C-]{8,16}") {
            let expected = names.iter().position(|name| is_slip(&typed, name));
            prop_assert_eq!(Slips::of(names).meant_by(&typed), expected);
        }

        #[test]
        fn a_slip_in_a_word_is_found(name in "[a-z]{10,20}", other in "[a-z]{10}", at in 0_usize..9, two in 0_usize..9, letter in "[a-z]") {
            let mut typed = name.clone();
            typed.remove(at);
            typed.insert_str(two, &letter);
            prop_assert_eq!(Slips::of([other, name.clone()]).meant_by(&typed).is_some(), typed != name);
        }
    }

    #[test]
    fn a_name_of_any_length_is_no_burden() {
        let long = "x".repeat(1 << 20);
        let names = Slips::of([long.clone(), "y".repeat(150), "newcomers".to_owned()]);
        assert_eq!(names.meant_by(&long[1..]), None);
        assert_eq!(names.meant_by(&"y".repeat(149)), Some(1));
        assert_eq!(names.meant_by("newcommers"), Some(2));
    }

    #[test]
    fn names_made_to_look_alike_are_no_burden() {
        let with = |at: usize, letters: &str| format!("{}{letters}{}", &"knowledge-sharing-"[..at], &"knowledge-sharing-"[at..]);
        let pairs = ('a'..='z').flat_map(|one| ('a'..='z').map(move |two| format!("{one}{two}")));
        let names = Slips::of(pairs.map(|pair| with(1, &pair)));
        assert_eq!(names.meant_by(&with(17, "zz")), None);
        assert_eq!(names.meant_by("kaanowledge-sharin-"), Some(0));
    }
}
