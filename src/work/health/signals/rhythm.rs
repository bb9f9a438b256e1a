//! Whether people meet as often as they meant to.

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::figures::median;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `rhythm`
pub(super) static SIGNAL: Signal = Signal {
    name: "rhythm",
    group: Group::Community,
    about: About {
        en: Words {
            title: "Rhythm",
            says: "The median of the days between meetings in this time, beside the rhythm in community.yaml; a planned meeting whose day is past counts as held, one that was cancelled does not.",
            why: "A structure that people know brings them together; a meeting that falls out makes the next one fall out too.",
            bounds: "Ours: good up to a quarter longer than the rhythm, act at twice as long, or where the last one is longer ago than that and none is planned. Fewer than three meetings in four times the rhythm are something to watch.",
            remedy: "Plan the next one, or agree on a rhythm that can be kept.",
            periods: "meetings",
        },
        nl: Words {
            title: "Ritme",
            says: "De mediaan van de dagen tussen bijeenkomsten in deze tijd, naast het ritme in community.yaml; een geplande bijeenkomst waarvan de dag voorbij is, telt als gehouden, een afgelaste niet.",
            why: "Een vast patroon brengt mensen bij elkaar; een keer die uitvalt, laat ook de volgende uitvallen.",
            bounds: "Van ons: goed tot een kwart langer dan het ritme, doe iets bij twee keer zo lang, of als de laatste langer dan dat geleden is en er geen gepland is. Minder dan drie bijeenkomsten in vier keer het ritme zijn iets om op te letten.",
            remedy: "Plan de volgende, of spreek een ritme af dat vol te houden is.",
            periods: "bijeenkomsten",
        },
        source: "Wenger, McDermott & Snyder 2002, create a rhythm for the community",
    },
    command: "cop meet plan",
    unit: Unit::Days,
    series: Unit::Count,
    is_of_today: false,
    measure,
    says,
};

/// Fewer meetings have no rhythm.
const MEETINGS: usize = 3;

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let Some(rhythm) = ground.rhythm else { return Reading::short(Lack::Rhythm, 0, 1) };
    let mut held: Vec<Date> = ground.meetings.iter().copied().filter(|day| periods.holds(*day)).collect();
    held.sort_unstable();
    held.dedup();
    let wanted = f64::from((rhythm.after(periods.since).days() - periods.since.days()).max(1));
    let (Some(last), true) = (held.last().copied(), held.len() >= MEETINGS) else {
        let span = f64::from(periods.until.days() - periods.since.days());
        let short = Reading::short(Lack::Meetings, held.len(), MEETINGS);
        if periods.all.is_empty() || span < wanted * (MEETINGS + 1) as f64 {
            return short;
        }
        // Hardly any where many were meant is something to look at, whether they were not held or not written down.
        let few = Reading { verdict: Verdict::Watch, ..Reading::default() };
        return few.with("wanted", wanted).with("span", span).count("few", held.len()).over(periods.count(held.into_iter()));
    };
    let gaps: Vec<f64> = held.windows(2).map(|two| f64::from(two[1].days() - two[0].days())).collect();
    let gap = median(&gaps).unwrap_or_default();
    let ago = f64::from(periods.until.days() - last.days());
    let is_planned = ground.meetings.iter().any(|day| *day > periods.until);
    let verdict = if !is_planned && ago > 2.0 * wanted { Verdict::Act } else { Verdict::low(gap / wanted, 1.25, 2.0) };
    Reading::of(gap, verdict)
        .with("wanted", wanted)
        .with("ago", ago)
        .count("planned", usize::from(is_planned))
        .over(periods.count(held.into_iter()))
}

fn says(reading: &Reading, _: Lang) -> Msg {
    if reading.value.is_none() {
        return msg!("health-rhythm-few", count = reading.number("few"), span = reading.number("span"), wanted = reading.number("wanted"));
    }
    let (days, wanted) = (reading.whole(), reading.number("wanted"));
    match reading.number("planned") {
        0 => msg!("health-rhythm-none", days = days, wanted = wanted, ago = reading.number("ago")),
        _ => msg!("health-rhythm", days = days, wanted = wanted),
    }
}
