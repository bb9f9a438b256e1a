//! How much deeds say of who knows about something: what they are, how often, how long ago, and with how fitting a document.

use std::collections::{BTreeMap, HashMap};

use crate::base::date::Date;

use super::{Deed, What};

/// After so many days, three years, a deed says half as much: who wrote a text then still knows it, and less well.
///
/// These numbers were tried on the histories of eight public handbooks, for topics on which `git log` names somebody beyond doubt. With a shorter
/// half-life whoever last put the dates right came before whoever wrote the text; with a longer one those came first who left years ago.
const HALF_LIFE: f64 = 1095.0;

/// However long ago it was, a deed says this much of what it did on its day: knowledge fades, and is not gone.
const FLOOR: f64 = 0.1;

/// What a deed without a day says: as if it were two half-lives old, for all that anybody knows.
const UNDATED: f64 = 0.25;

/// So many deeds of one sort with one document, fresh ones, say all that their number can say: the hundredth change shows no more than the
/// tenth that somebody knows a text, and whoever kept one page for years does not know by that what it mentions.
const OFTEN: f64 = 10.0;

/// What each deed says, fresh and with a document that fits wholly. To have an answer accepted, or to keep a document true, says most, since others
/// rely on it; to have been asked, thanked or named says that others think so. A change may be of a comma and a review of a date only, so that
/// it takes several to say what having made it says.
const WEIGHTS: [(What, f64); 10] = [
    (What::Accepted, 5.0),
    (What::Created, 4.0),
    (What::Keeps, 4.0),
    (What::Decided, 3.0),
    (What::Reviewed, 1.5),
    (What::Vouched, 1.5),
    (What::Edited, 1.5),
    (What::Consulted, 1.5),
    (What::Used, 1.5),
    (What::Thanked, 1.0),
];

/// What somebody did with one document in one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What they did.
    pub what: What,
    /// With which document, by its place.
    pub document: usize,
    /// The last day that they did it.
    pub day: Option<Date>,
    /// How often.
    pub times: usize,
    /// How much it says.
    pub weight: f64,
}

/// Someone who may know, with all that shows it, the most telling first.
#[derive(Clone, Debug, PartialEq)]
pub struct Knower {
    /// Who, as a place in [`super::cast::Cast::all`].
    pub who: usize,
    /// The sum of what the evidence says; it compares people on one subject and means nothing by itself.
    pub weight: f64,
    /// The evidence.
    pub evidence: Vec<Evidence>,
}

/// Weighs deeds person by person, who knows most first. `share` tells of a deed how much of it counts, from 0 to 1; what does not at all is
/// left out, and so are thanks that name no document.
pub fn weigh(deeds: impl IntoIterator<Item = Deed>, share: &dyn Fn(&Deed) -> f64, today: Date) -> Vec<Knower> {
    weigh_fitting(deeds, share, &|_| 1.0, today)
}

/// As [`weigh`]; `fits` tells of a document by its place how well it fits, from 0 to 1. To do something often makes no document fit better.
pub fn weigh_fitting(
    deeds: impl IntoIterator<Item = Deed>,
    share: &dyn Fn(&Deed) -> f64,
    fits: &dyn Fn(usize) -> f64,
    today: Date,
) -> Vec<Knower> {
    let mut piles: BTreeMap<(usize, usize, What), Pile> = BTreeMap::new();
    for deed in once_a_commit(deeds) {
        let share = share(&deed);
        let Some(document) = deed.document.filter(|at| share > 0.0 && fits(*at) > 0.0) else { continue };
        let pile = piles.entry((deed.who, document, deed.what)).or_default();
        pile.day = pile.day.max(deed.day);
        pile.times += 1;
        pile.worth += share * freshness(&deed, today);
    }
    let mut people: BTreeMap<usize, Knower> = BTreeMap::new();
    for ((who, document, what), Pile { day, times, worth }) in piles {
        // The tenth change says less than the first.
        let weight = fits(document) * value(what) * (1.0 + worth.min(OFTEN)).log2();
        let knower = people.entry(who).or_insert(Knower { who, weight: 0.0, evidence: Vec::new() });
        knower.weight += weight;
        knower.evidence.push(Evidence { what, document, day, times, weight });
    }
    let mut people: Vec<Knower> = people.into_values().collect();
    for knower in &mut people {
        knower.evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(b.day.cmp(&a.day)).then(a.document.cmp(&b.document)));
    }
    people.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.who.cmp(&b.who)));
    people
}

/// Of what somebody did with one document in one commit the most telling: a review that moves a date is no change of the text besides.
fn once_a_commit(deeds: impl IntoIterator<Item = Deed>) -> Vec<Deed> {
    let mut first: HashMap<(usize, Option<usize>, u32), usize> = HashMap::new();
    let mut kept: Vec<Deed> = Vec::new();
    for deed in deeds {
        let known = deed.commit.map(|commit| *first.entry((deed.who, deed.document, commit)).or_insert(kept.len()));
        match known.and_then(|at| kept.get_mut(at)) {
            Some(known) if value(known.what) >= value(deed.what) => {}
            Some(known) => *known = deed,
            None => kept.push(deed),
        }
    }
    kept
}

/// Deeds of one person with one document that are of one sort.
#[derive(Default)]
struct Pile {
    day: Option<Date>,
    times: usize,
    /// How fresh they are and how much of each counts, added up.
    worth: f64,
}

fn value(what: What) -> f64 {
    WEIGHTS.iter().find(|(one, _)| *one == what).map_or(0.0, |(_, weight)| *weight)
}

fn freshness(deed: &Deed, today: Date) -> f64 {
    if deed.what == What::Keeps {
        // Whoever keeps it true does so today.
        return 1.0;
    }
    let Some(day) = deed.day else { return UNDATED };
    let age = f64::from(today.days().saturating_sub(day.days()).max(0));
    FLOOR.max(0.5_f64.powf(age / HALF_LIFE))
}

#[cfg(test)]
mod tests {
    use super::{Deed, What, weigh, weigh_fitting};
    use crate::base::date::Date;

    fn deed(who: usize, what: What, document: usize, day: &str) -> Deed {
        Deed { who, what, document: Some(document), day: Date::parse(day), commit: None }
    }

    #[test]
    fn what_says_more_comes_first() {
        let today = Date::parse("2026-11-22").expect("a day");
        let order = |deeds: Vec<Deed>| weigh(deeds, &|_| 1.0, today).into_iter().map(|knower| knower.who).collect::<Vec<_>>();
        let (new, old) = ("2026-11-01", "2020-11-01");
        for (deeds, first) in [
            (vec![deed(1, What::Edited, 0, new), deed(2, What::Created, 0, new)], 2),
            (vec![deed(1, What::Created, 0, old), deed(2, What::Edited, 0, new)], 2),
            (vec![deed(1, What::Created, 0, "2023-11-01"), deed(2, What::Edited, 0, new)], 1),
            (vec![deed(1, What::Created, 0, new), deed(2, What::Edited, 0, new), deed(2, What::Reviewed, 0, new)], 1),
            (vec![deed(1, What::Created, 0, old), deed(1, What::Keeps, 0, ""), deed(2, What::Created, 1, new)], 1),
            (vec![deed(1, What::Edited, 0, new), deed(2, What::Edited, 0, new), deed(2, What::Edited, 0, new)], 2),
            (vec![deed(1, What::Used, 0, ""), deed(2, What::Used, 0, new)], 2),
        ] {
            assert_eq!(order(deeds.clone())[0], first, "{deeds:?}");
        }
    }

    #[test]
    fn one_commit_is_one_deed_with_a_document() {
        let today = Date::parse("2026-11-22").expect("a day");
        let of = |what, commit| Deed { commit: Some(commit), ..deed(1, what, 0, "2026-11-01") };
        let knowers = weigh([of(What::Edited, 7), of(What::Vouched, 7), of(What::Accepted, 7), of(What::Edited, 8)], &|_| 1.0, today);
        let told: Vec<_> = knowers[0].evidence.iter().map(|evidence| (evidence.what, evidence.times)).collect();
        assert_eq!(told, [(What::Accepted, 1), (What::Edited, 1)]);
    }

    #[test]
    fn a_document_that_fits_little_says_little_and_one_that_does_not_nothing() {
        let today = Date::parse("2026-11-22").expect("a day");
        let deeds =
            [deed(1, What::Created, 0, "2026-11-01"), deed(2, What::Edited, 1, "2026-11-01"), deed(3, What::Created, 2, "2026-11-01")];
        let fits = |at: usize| [0.2, 1.0, 0.0][at];
        let people: Vec<_> = weigh_fitting(deeds, &|_| 1.0, &fits, today).into_iter().map(|knower| knower.who).collect();
        assert_eq!(people, [2, 1]);
    }

    #[test]
    fn the_hundredth_change_says_no_more_than_the_tenth_and_makes_no_document_fit_better() {
        let today = Date::parse("2026-11-22").expect("a day");
        let often = |who, document, times| vec![deed(who, What::Edited, document, "2026-11-22"); times];
        let deeds = [often(1, 0, 10), often(2, 0, 160), often(3, 1, 160), often(4, 0, 1)].concat();
        let knowers = weigh_fitting(deeds, &|_| 1.0, &|at| [1.0, 0.1][at], today);
        let order: Vec<_> = knowers.iter().map(|knower| knower.who).collect();
        assert_eq!((order, knowers[0].weight.total_cmp(&knowers[1].weight)), (vec![1, 2, 4, 3], std::cmp::Ordering::Equal));
    }
}
