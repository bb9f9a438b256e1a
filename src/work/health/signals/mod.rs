//! The signals of `health`: a file each, and its line here.

mod accepted_answer;
mod concentration;
mod confidence;
mod decisions;
mod fetch_and_bring;
mod first_answer;
mod first_contribution;
mod freshness;
mod goals;
mod links;
mod newcomers;
mod one_person;
mod participation;
mod reuse;
mod rhythm;
mod rings;
mod stale_areas;

use crate::base::date::Date;

use super::figures::{Wait, median_wait};
use super::ground::Question;
use super::periods::Periods;
use super::signal::{Lack, Reading, Signal, Verdict};

/// All signals, in the order in which they are told within their group.
pub static ALL: [&Signal; 17] = [
    &goals::SIGNAL,
    &stale_areas::SIGNAL,
    &participation::SIGNAL,
    &concentration::SIGNAL,
    &rings::SIGNAL,
    &newcomers::SIGNAL,
    &first_contribution::SIGNAL,
    &fetch_and_bring::SIGNAL,
    &rhythm::SIGNAL,
    &first_answer::SIGNAL,
    &accepted_answer::SIGNAL,
    &freshness::SIGNAL,
    &confidence::SIGNAL,
    &reuse::SIGNAL,
    &one_person::SIGNAL,
    &decisions::SIGNAL,
    &links::SIGNAL,
];

/// Of fewer a median says nothing.
const ENOUGH: usize = 5;

/// How long something was waited for that began on one day and may have ended on another, as it was known on the last day that is looked at;
/// `None` for what began at another time.
fn wait(began: Date, ended: Option<Date>, periods: &Periods) -> Option<Wait> {
    let ended = ended.filter(|day| *day <= periods.until);
    let days = ended.unwrap_or(periods.until).days() - began.days();
    periods.holds(began).then_some(Wait { days, ended: ended.is_some() })
}

/// The median of some waits, which is good up to a day and too long from another.
fn waited(waits: &[Wait], of: Lack, good: i32, most: i32) -> Reading {
    if waits.len() < ENOUGH {
        return Reading::short(of, waits.len(), ENOUGH);
    }
    let longest = waits.iter().map(|wait| wait.days).max().unwrap_or_default();
    let ended = waits.iter().filter(|wait| wait.ended).count();
    let reading = match median_wait(waits) {
        Some(median) => Reading::of(median, Verdict::low(median, f64::from(good), f64::from(most))),
        // More than half still wait; whether that is too long shows only after a while.
        None if longest > most => Reading { verdict: Verdict::Act, ..Reading::default() },
        None => Reading::default(),
    };
    reading.count("all", waits.len()).count("ended", ended).count("waiting", waits.len() - ended).with("longest", f64::from(longest))
}

/// How many questions waited at the end of each period for what came to them on a day.
fn waiting(questions: &[Question], periods: &Periods, came: impl Fn(&Question) -> Option<Date>) -> Vec<Option<f64>> {
    let known = questions.iter().filter(|question| !question.is_settled_unseen);
    let known: Vec<_> = known.filter_map(|question| Some((question.asked?, came(question)))).collect();
    periods.at_ends(|end| known.iter().filter(|(asked, came)| *asked <= end && came.is_none_or(|day| day > end)).count())
}
