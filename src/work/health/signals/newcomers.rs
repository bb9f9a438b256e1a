//! How many come in.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::figures::share;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `newcomers`
pub(super) static SIGNAL: Signal = Signal {
    name: "newcomers",
    group: Group::Community,
    about: About {
        en: Words {
            title: "Newcomers",
            says: "People whose first contribution ever falls in the last year; before the community began nobody could be one.",
            why: "People leave any community; without newcomers it only gets smaller, and its words are not questioned any more.",
            bounds: "Ours: good from one newcomer in five of those who contributed in the year, act at none.",
            remedy: "Invite somebody, and offer a first contribution that is small.",
            periods: "first contributions",
        },
        nl: Words {
            title: "Nieuwkomers",
            says: "Mensen van wie de allereerste bijdrage in het laatste jaar valt; voordat de gemeenschap begon, kon niemand dat zijn.",
            why: "Uit elke gemeenschap vertrekken mensen; zonder nieuwkomers wordt zij alleen kleiner, en bevraagt niemand nog haar woorden.",
            bounds: "Van ons: goed vanaf één nieuwkomer op vijf van wie dat jaar bijdroeg, doe iets bij geen.",
            remedy: "Nodig iemand uit, en bied een eerste bijdrage aan die klein is.",
            periods: "eerste bijdragen",
        },
        source: "CHAOSS, New Contributors; Lave & Wenger 1991, legitimate peripheral participation",
    },
    command: "cop invite",
    unit: Unit::Count,
    series: Unit::Count,
    is_of_today: false,
    measure,
    says,
};

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let firsts = || ground.people.iter().filter_map(|person| person.first);
    let active = ground.gave(|day| periods.is_lately(day)).len();
    let Some(began) = ground.began.filter(|_| active > 0) else { return Reading::short(Lack::People, 0, 1) };
    let series = periods.count(firsts());
    let new = firsts().filter(|day| periods.is_lately(*day)).count();
    let reading = Reading::of(new as f64, Verdict::Unknown).count("active", active).over(series);
    // In its first year everyone is new.
    let is_old = periods.until.days() - began.days() >= 2 * 365;
    match share(new as f64, active as f64).filter(|_| is_old) {
        Some(_) if new == 0 => Reading { verdict: Verdict::Act, ..reading },
        Some(part) => Reading { verdict: Verdict::high(part, 0.2, 0.0), ..reading },
        None => reading.count("young", 1),
    }
}

fn says(reading: &Reading, _: Lang) -> Msg {
    let (count, active) = (reading.whole(), reading.number("active"));
    if reading.number("young") > 0 {
        return msg!("health-newcomers-young", count = count);
    }
    msg!("health-newcomers", count = count, active = active)
}
