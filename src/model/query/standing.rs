//! How a document stands, whatever is asked: whether it holds, whether people use it, how long ago somebody last looked at it.
//!
//! It moves a document a little among those that answer as well, and never hides one: what is asked for decides.

use crate::base::date::Date;

use super::tuning::Tuning;

/// How a document stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// It no longer holds.
    pub retired: bool,
    /// It does not hold yet: a draft, a proposal, a question without an accepted answer.
    pub unsettled: bool,
    /// How long ago its text was last changed, or it was reviewed, in days; `None` where nobody knows.
    pub age: Option<u32>,
    /// It is the answer that was accepted.
    pub accepted: bool,
    /// How many members say that they use it.
    pub users: u32,
}

/// What of a document's standing counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// [`Standing::unsettled`].
    Unsettled,
    /// [`Standing::age`].
    Fresh,
    /// [`Standing::accepted`].
    Accepted,
    /// [`Standing::users`].
    Used,
}

/// How many days ago the last of some days was, on a day; all in days since 1970. A day to come is a slip and counts for nothing, but for the one of what is in no
/// commit yet ([`Date::LAST`]).
pub fn age(today: Option<i32>, days: [Option<i32>; 2]) -> Option<u32> {
    let today = today?;
    let ago = |day: i32| if day == Date::LAST.days() { Some(0) } else { u32::try_from(i64::from(today) - i64::from(day)).ok() };
    days.into_iter().flatten().filter_map(ago).min()
}

/// A year, in days.
const YEAR: f64 = 365.25;

impl Standing {
    /// What each trait adds to the factor of 1, where it is not nothing.
    pub fn traits(&self, tuning: &Tuning) -> impl Iterator<Item = (Trait, f64)> {
        let used = (tuning.used * f64::from(self.users).ln_1p() / std::f64::consts::LN_2).min(tuning.used_most);
        let fresh = self.age.map_or(0.0, |age| tuning.fresh * (-f64::from(age) / YEAR).exp2());
        let flag = |holds: bool, value: f64| if holds { value } else { 0.0 };
        let all = [
            (Trait::Unsettled, flag(self.unsettled, -tuning.unsettled)),
            (Trait::Fresh, fresh),
            (Trait::Accepted, flag(self.accepted, tuning.accepted)),
            (Trait::Used, used),
        ];
        all.into_iter().filter(|(_, value)| *value != 0.0)
    }

    /// By how much the score is multiplied.
    pub fn factor(&self, tuning: &Tuning) -> f64 {
        self.traits(tuning).fold(1.0, |factor, (_, value)| factor + value)
    }

    /// The most that [`Standing::factor`] can be.
    pub fn highest(tuning: &Tuning) -> f64 {
        1.0 + tuning.fresh + tuning.accepted + tuning.used_most
    }
}

#[cfg(test)]
mod tests {
    use super::{Standing, Trait, Tuning};

    fn factor(standing: Standing) -> f64 {
        standing.factor(&Tuning::CHOSEN)
    }

    #[test]
    fn what_holds_is_used_and_fresh_counts_a_little_more() {
        let plain = Standing::default();
        assert!((factor(plain) - 1.0).abs() < 1e-12 && plain.traits(&Tuning::CHOSEN).next().is_none());
        let age = |days| Standing { age: Some(days), ..plain };
        let users = |users| Standing { users, ..plain };
        let rising = [Standing { unsettled: true, ..plain }, plain, age(3000), age(400), age(0), users(3), users(12)];
        assert!(rising.windows(2).all(|two| factor(two[0]) < factor(two[1])), "{:?}", rising.map(factor));
        assert!((factor(users(1000)) - factor(users(1_000_000))).abs() < 1e-12, "so many are enough");
        let best = Standing { age: Some(0), accepted: true, users: u32::MAX, ..plain };
        assert!(factor(best) <= Standing::highest(&Tuning::CHOSEN) + 1e-12 && factor(best) < 1.5, "it stays gentle");
        let names: Vec<Trait> = best.traits(&Tuning::CHOSEN).map(|(name, _)| name).collect();
        assert_eq!(names, [Trait::Fresh, Trait::Accepted, Trait::Used]);
    }
}
