//! How much of what is contributed comes from few.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::show::numbers;
use crate::work::health::figures::{gini, share_of_top};
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `concentration`
pub(super) static SIGNAL: Signal = Signal {
    name: "concentration",
    group: Group::Community,
    about: About {
        en: Words {
            title: "Spread of contributions",
            says: "The part of all contributions of the last year that the three most active made together, and the Gini coefficient of everyone's (0: all as much; 1: one does all). Nobody is named, and one commit counts as one.",
            why: "In every open community few do most; where it is nearly all, it stops when they do.",
            bounds: "Ours: good up to 60 %, act above 85 %. Nielsen's rule of thumb is that one in a hundred makes most where anybody can join.",
            remedy: "Hand something over: small first contributions, a second steward.",
            periods: "part of the three most active",
        },
        nl: Words {
            title: "Spreiding van bijdragen",
            says: "Het deel van alle bijdragen van het laatste jaar dat de drie actiefsten samen leverden, en de Gini-coëfficiënt van die van iedereen (0: iedereen evenveel; 1: één doet alles). Niemand wordt genoemd, en een commit telt als één.",
            why: "In elke open gemeenschap doen weinigen het meeste; waar dat bijna alles is, houdt het op als zij ophouden.",
            bounds: "Van ons: goed tot 60 %, doe iets boven 85 %. Nielsens vuistregel is dat één op de honderd het meeste maakt waar iedereen kan meedoen.",
            remedy: "Geef iets uit handen: kleine eerste bijdragen, een tweede beheerder.",
            periods: "deel van de drie actiefsten",
        },
        source: "Nielsen 2006, participation inequality; Gini 1912; CHAOSS, Contributor Absence Factor",
    },
    command: "cop gaps",
    unit: Unit::Share,
    series: Unit::Share,
    is_of_today: false,
    measure,
    says,
};

/// So many of the most active are looked at together.
const TOP: usize = 3;
/// Of fewer people three always do most.
const PEOPLE: usize = 6;

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let top = |holds: &dyn Fn(crate::base::date::Date) -> bool| {
        let counts: Vec<f64> = ground.gave(holds).into_values().collect();
        (counts.len(), share_of_top(&counts, TOP).filter(|_| counts.len() >= PEOPLE), gini(&counts))
    };
    let (people, share, gini) = top(&|day| periods.is_lately(day));
    let series = periods.all.iter().map(|period| top(&|day| period.from <= day && day <= period.to).1).collect();
    match share {
        Some(share) => {
            Reading::of(share, Verdict::low(share, 0.6, 0.85)).count("people", people).with("gini", gini.unwrap_or_default()).over(series)
        }
        None => Reading::short(Lack::People, people, PEOPLE),
    }
}

fn says(reading: &Reading, lang: Lang) -> Msg {
    let gini = numbers::decimal(reading.figures.get("gini").copied().unwrap_or_default(), 2, lang);
    msg!("health-concentration", share = reading.percent(lang), people = reading.number("people"), gini = gini)
}
