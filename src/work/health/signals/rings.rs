//! Who carries it, who takes part, who looks on.

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::figures::fewest_for_half;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `rings`
pub(super) static SIGNAL: Signal = Signal {
    name: "rings",
    group: Group::Community,
    about: About {
        en: Words {
            title: "Core, active and edge",
            says: "In the last whole period: the core is the fewest people who made half of all contributions, active are the others who contributed, the edge are members who did nothing and whoever contributed in the year before and not then.",
            why: "A core of one is no group; an edge that nobody comes from is no nursery.",
            bounds: "Ours: good from three people in the core, act at one. Wenger, McDermott and Snyder saw 10 to 15 % core and 15 to 20 % active.",
            remedy: "Ask somebody active to carry one thing with you.",
            periods: "people in the core",
        },
        nl: Words {
            title: "Kern, actief en rand",
            says: "In de laatste hele periode: de kern is het kleinste aantal mensen dat de helft van alle bijdragen leverde, actief zijn de anderen die bijdroegen, de rand zijn leden die niets deden en wie het jaar ervoor nog bijdroeg en toen niet.",
            why: "Een kern van één is geen groep; uit een rand waar niemand uit komt, groeit niets.",
            bounds: "Van ons: goed vanaf drie mensen in de kern, doe iets bij één. Wenger, McDermott en Snyder zagen 10 tot 15 % kern en 15 tot 20 % actief.",
            remedy: "Vraag iemand die actief is om samen met jou één ding te dragen.",
            periods: "mensen in de kern",
        },
        source: "Wenger, McDermott & Snyder 2002, Cultivating Communities of Practice; CHAOSS, Contributor Absence Factor; Avelino et al. 2016",
    },
    command: "cop gaps",
    unit: Unit::Count,
    series: Unit::Count,
    is_of_today: false,
    measure,
    says,
};

/// Fewer people have no rings.
const PEOPLE: usize = 3;
/// Who contributed so many days before is still at the edge.
const YEAR: i32 = 365;

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let core = |from: Date, to: Date| {
        let counts: Vec<f64> = ground.gave(|day| from <= day && day <= to).into_values().collect();
        (fewest_for_half(&counts), counts.len())
    };
    let Some(period) = periods.last_whole().and_then(|at| periods.all.get(at)) else { return Reading::short(Lack::Periods, 0, 1) };
    let gave = ground.gave(|day| period.from <= day && day <= period.to);
    let before = ground.gave(|day| day < period.from && day.days() >= period.from.days() - YEAR);
    let is_edge = |who: &usize| {
        let is_member = ground.people.get(*who).is_some_and(|person| person.is_member && person.joined.is_none_or(|day| day <= period.to));
        !gave.contains_key(who) && (is_member || before.contains_key(who))
    };
    let edge = (0..ground.people.len()).filter(is_edge).count();
    let (few, all) = core(period.from, period.to);
    if all < PEOPLE {
        return Reading::short(Lack::People, all, PEOPLE);
    }
    let verdict = match few {
        0 | 1 => Verdict::Act,
        2 => Verdict::Watch,
        _ => Verdict::Good,
    };
    let series = periods.all.iter().map(|period| Some(core(period.from, period.to).0 as f64)).collect();
    Reading::of(few as f64, verdict).count("active", all - few).count("edge", edge).over(series)
}

fn says(reading: &Reading, _: Lang) -> Msg {
    msg!("health-rings", core = reading.whole(), active = reading.number("active"), edge = reading.number("edge"))
}
