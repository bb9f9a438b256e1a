//! The arithmetic of health: plain numbers in, plain numbers out. Nothing here divides by zero, and what can't be told is `None`.

/// The middle of some numbers; of an even count, halfway between the two in the middle.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    let lower = if sorted.len().is_multiple_of(2) { *sorted.get(middle.checked_sub(1)?)? } else { upper };
    Some(f64::midpoint(lower, upper))
}

/// How unequally something is spread: 0 where everyone has as much, nearly 1 where one has all. `None` for fewer than two, and where there
/// is nothing to spread.
pub fn gini(values: &[f64]) -> Option<f64> {
    let mut sorted = counted(values);
    let (count, sum) = (sorted.len(), sorted.iter().sum::<f64>());
    if count < 2 || sum <= 0.0 {
        return None;
    }
    sorted.sort_by(f64::total_cmp);
    let ranked: f64 = (1_u32..).zip(&sorted).map(|(rank, value)| (2.0 * f64::from(rank) - count as f64 - 1.0) * value).sum();
    Some((ranked / (count as f64 * sum)).clamp(0.0, 1.0))
}

/// Which part of all the `most` greatest have together.
pub fn share_of_top(values: &[f64], most: usize) -> Option<f64> {
    let sorted = falling(values);
    share(sorted.iter().take(most).sum(), sorted.iter().sum())
}

/// How many of the greatest it takes to have half of all; 0 where there is nothing.
pub fn fewest_for_half(values: &[f64]) -> usize {
    let sorted = falling(values);
    let half = sorted.iter().sum::<f64>() / 2.0;
    let mut sum = 0.0;
    let so_far = sorted.iter().take_while(|value| {
        let is_short = sum < half;
        sum += **value;
        is_short
    });
    so_far.count()
}

/// A part of a whole; `None` of nothing.
pub fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0 && part.is_finite()).then(|| part / whole)
}

fn counted(values: &[f64]) -> Vec<f64> {
    values.iter().copied().filter(|value| value.is_finite() && *value >= 0.0).collect()
}

fn falling(values: &[f64]) -> Vec<f64> {
    let mut sorted = counted(values);
    sorted.sort_by(|a, b| b.total_cmp(a));
    sorted
}

/// How long something was waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// So many days; fewer than none count as none.
    pub days: i32,
    /// Whether it came; else it is still waited for, and will take at least so long.
    pub ended: bool,
}

/// After how many days half of what is waited for has come, with what is still waited for taken into account (Kaplan and Meier 1958).
/// `None` where more than half would still be waited for, or nothing is.
pub fn median_wait(waits: &[Wait]) -> Option<f64> {
    let mut sorted: Vec<Wait> = waits.iter().map(|wait| Wait { days: wait.days.max(0), ..*wait }).collect();
    // Of one day those that ended come first: who was still waiting then was waiting when they ended.
    sorted.sort_by_key(|wait| (wait.days, !wait.ended));
    let (mut at_risk, mut left) = (sorted.len(), 1.0);
    for day in sorted.chunk_by(|a, b| a.days == b.days) {
        let ended = day.iter().filter(|wait| wait.ended).count();
        left *= 1.0 - share(ended as f64, at_risk as f64)?;
        // A half is a half, whatever the last bit of a product says.
        if ended > 0 && left <= 0.5 + 1e-9 {
            return Some(f64::from(day.first()?.days));
        }
        at_risk -= day.len();
    }
    None
}

/// Where a series goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Clearly more than usual.
    More,
    /// About as usual.
    Level,
    /// Clearly less.
    Less,
}

/// The last whole period beside those before it.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Trend {
    /// Where it goes.
    pub direction: Direction,
    /// The last whole period.
    pub last: f64,
    /// The median of the whole ones before it.
    pub usual: f64,
}

/// With fewer whole periods there is no trend.
pub const WHOLE: usize = 4;
/// What differs by less than this part of what is usual is as usual.
const CLEARLY: f64 = 0.25;

/// The last of some whole periods beside the median of those before; `None` with fewer than [`WHOLE`]. What differs by less than `smallest`, or
/// a quarter, is as usual.
pub fn trend(whole: &[f64], smallest: f64) -> Option<Trend> {
    let (last, before) = whole.split_last().filter(|_| whole.len() >= WHOLE)?;
    let usual = median(before)?;
    let change = last - usual;
    let is_clear = change.abs() >= smallest && change.abs() >= CLEARLY * usual.abs();
    let direction = match is_clear {
        true if change > 0.0 => Direction::More,
        true => Direction::Less,
        false => Direction::Level,
    };
    Some(Trend { direction, last: *last, usual })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Direction, Wait, fewest_for_half, gini, median, median_wait, share_of_top, trend};

    fn near(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-9), "{found:?} is not {expected}");
    }

    #[test]
    fn the_middle_of_two_is_between_them() {
        assert_eq!(median(&[]), None);
        near(median(&[3.0, 1.0, 2.0]), 2.0);
        near(median(&[4.0, 1.0]), 2.5);
    }

    #[test]
    fn gini_is_as_computed_by_hand() {
        // Sum of (2i - n - 1) x over n times the sum: (-3·1 - 1·1 + 1·1 + 3·7) / (4·10) = 18/40.
        near(gini(&[7.0, 1.0, 1.0, 1.0]), 0.45);
        near(gini(&[5.0, 5.0, 5.0]), 0.0);
        // One has all of it: (n - 1) / n.
        near(gini(&[0.0, 0.0, 0.0, 8.0]), 0.75);
        assert_eq!((gini(&[1.0]), gini(&[0.0, 0.0])), (None, None));
    }

    #[test]
    fn half_takes_as_few_as_have_it() {
        near(share_of_top(&[7.0, 1.0, 1.0, 1.0], 3), 0.9);
        for (values, expected) in [(vec![], 0), (vec![0.0], 0), (vec![5.0, 5.0], 1), (vec![4.0, 3.0, 3.0, 2.0], 2), (vec![1.0; 5], 3)] {
            assert_eq!(fewest_for_half(&values), expected, "{values:?}");
        }
    }

    #[test]
    fn a_median_wait_reckons_with_those_who_still_wait() {
        let came = |days| Wait { days, ended: true };
        let open = |days| Wait { days, ended: false };
        // Day 1: 1 - 1/5 = 0.8; day 3 one is censored; day 4: 0.8 · (1 - 1/3) = 0.533; day 9: 0.533 · (1 - 1/2) = 0.267.
        near(median_wait(&[came(1), open(3), came(4), came(9), open(20)]), 9.0);
        // Two of four came: exactly half of them are left.
        near(median_wait(&[came(2), came(2), open(30), open(40)]), 2.0);
        // Whoever is lost on the day of an end was still there.
        near(median_wait(&[came(5), open(5)]), 5.0);
        // More than half still wait.
        assert_eq!(median_wait(&[came(2), open(30), open(40)]), None);
        assert_eq!(median_wait(&[]), None);
        near(median_wait(&[came(-3)]), 0.0);
    }

    #[test]
    fn a_trend_needs_four_whole_periods_and_a_clear_difference() {
        assert_eq!(trend(&[1.0, 2.0, 9.0], 2.0), None);
        for (values, direction) in [
            ([4.0, 4.0, 4.0, 8.0], Direction::More),
            ([4.0, 4.0, 4.0, 1.0], Direction::Less),
            ([4.0, 4.0, 4.0, 5.0], Direction::Level),
            ([0.0, 0.0, 0.0, 1.0], Direction::Level),
            ([40.0, 40.0, 40.0, 43.0], Direction::Level),
        ] {
            assert_eq!(trend(&values, 2.0).map(|trend| trend.direction), Some(direction), "{values:?}");
        }
    }

    proptest! {
        #[test]
        fn figures_are_shares_or_nothing(values in prop::collection::vec(-5.0..50.0_f64, 0..12)) {
            for figure in [gini(&values), share_of_top(&values, 3)].into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&figure), "{}", figure);
            }
        }

        #[test]
        fn gini_is_the_same_in_other_money_and_order(mut values in prop::collection::vec(0.0..50.0_f64, 2..9), times in 1.0..9.0_f64) {
            let first = gini(&values);
            values.reverse();
            for value in &mut values {
                *value *= times;
            }
            let (Some(first), Some(again)) = (first, gini(&values)) else { return Ok(()) };
            prop_assert!((first - again).abs() < 1e-9);
        }

        #[test]
        fn where_everything_came_the_median_wait_is_the_lower_middle(days in prop::collection::vec(0..90, 1..20)) {
            let waits: Vec<Wait> = days.iter().map(|days| Wait { days: *days, ended: true }).collect();
            let mut sorted = days.clone();
            sorted.sort_unstable();
            prop_assert_eq!(median_wait(&waits), Some(f64::from(sorted[(sorted.len() - 1) / 2])));
        }

        #[test]
        fn who_waits_on_makes_no_median_wait_shorter(days in prop::collection::vec(0..90, 1..20), open in 0..90) {
            let mut waits: Vec<Wait> = days.iter().map(|days| Wait { days: *days, ended: true }).collect();
            let before = median_wait(&waits);
            waits.push(Wait { days: open, ended: false });
            prop_assert!(median_wait(&waits).is_none_or(|after| before.is_some_and(|before| after >= before)));
        }
    }
}
