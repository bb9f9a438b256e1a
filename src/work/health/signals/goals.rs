//! Whether something is done for the goals.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `goals`
pub(super) static SIGNAL: Signal = Signal {
    name: "goals",
    group: Group::Domain,
    about: About {
        en: Words {
            title: "Goals",
            says: "Goals in community.yaml that name no question or other document that is there, and those whose day is past. As it is today.",
            why: "A goal that nothing leads to is a wish; one whose day is past has been reached, or is to be talked about.",
            bounds: "Ours: good at none, act where a day is past.",
            remedy: "Ask the question that leads there and name it in the goal, or take the goal out.",
            periods: "",
        },
        nl: Words {
            title: "Doelen",
            says: "Doelen in community.yaml die geen vraag of ander document noemen dat er is, en doelen waarvan de dag voorbij is. Zoals het vandaag is.",
            why: "Een doel waar niets heen leidt, is een wens; een doel waarvan de dag voorbij is, is bereikt of moet besproken worden.",
            bounds: "Van ons: goed bij geen, doe iets als een dag voorbij is.",
            remedy: "Stel de vraag die erheen leidt en noem die bij het doel, of haal het doel weg.",
            periods: "",
        },
        source: "Wenger, Trayner & de Laat 2011; Wenger, McDermott & Snyder 2002, the domain",
    },
    command: "cop ask",
    unit: Unit::Count,
    series: Unit::Count,
    is_of_today: true,
    measure,
    says,
};

fn measure(ground: &Ground, _: &Periods) -> Reading {
    let all = ground.goals.len();
    if all == 0 {
        return Reading::short(Lack::Goals, 0, 1);
    }
    let unlinked = ground.goals.iter().filter(|(_, is_linked)| !is_linked).count();
    let past = ground.goals.iter().filter(|(until, _)| until.is_some_and(|day| day < ground.today)).count();
    let verdict = match (past, unlinked) {
        (0, 0) => Verdict::Good,
        (0, _) => Verdict::Watch,
        _ => Verdict::Act,
    };
    Reading::of(unlinked as f64, verdict).count("all", all).count("past", past)
}

fn says(reading: &Reading, _: Lang) -> Msg {
    msg!("health-goals", all = reading.number("all"), unlinked = reading.whole(), past = reading.number("past"))
}
