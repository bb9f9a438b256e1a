//! How long it takes a member to begin.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Words};

use super::{wait, waited};

/// `first-contribution`
pub(super) static SIGNAL: Signal = Signal {
    name: "first-contribution",
    group: Group::Community,
    about: About {
        en: Words {
            title: "Time to a first contribution",
            says: "Of members who joined in this time: days from joining (since, else when their file was made) to the first contribution that is more than their own file. Half have begun by then, with those who have not yet begun taken into account.",
            why: "Who has done one small thing comes back; who has not after some months seldom does.",
            bounds: "Ours: good within 30 days, act after 90.",
            remedy: "Show the way in: what to read, whom to meet, what to begin with.",
            periods: "members who joined",
        },
        nl: Words {
            title: "Tijd tot een eerste bijdrage",
            says: "Van leden die er in deze tijd bij kwamen: dagen van toetreden (since, anders wanneer hun bestand er kwam) tot de eerste bijdrage die meer is dan hun eigen bestand. De helft is dan begonnen, waarbij wie nog niet begon meetelt.",
            why: "Wie één klein ding deed, komt terug; wie dat na een paar maanden nog niet deed, zelden.",
            bounds: "Van ons: goed binnen 30 dagen, doe iets na 90.",
            remedy: "Wijs de weg: wat te lezen, wie te ontmoeten, waarmee te beginnen.",
            periods: "leden die erbij kwamen",
        },
        source: "Kaplan & Meier 1958; Steinmacher et al. 2015, barriers of newcomers; CHAOSS, New Contributors",
    },
    command: "cop onboard HANDLE",
    unit: Unit::Days,
    series: Unit::Count,
    is_of_today: false,
    measure,
    says,
};

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let joined = || ground.people.iter().filter_map(|person| Some((person.joined?, person)));
    let waits: Vec<_> = joined().filter_map(|(day, person)| wait(day, person.first, periods)).collect();
    waited(&waits, Lack::Joined, 30, 90).over(periods.count(joined().map(|(day, _)| day)))
}

fn says(reading: &Reading, _: Lang) -> Msg {
    let (all, begun) = (reading.number("all"), reading.number("ended"));
    match reading.value {
        Some(_) => msg!("health-first-contribution", days = reading.whole(), all = all, begun = begun),
        None => msg!("health-first-contribution-not", all = all, begun = begun),
    }
}
