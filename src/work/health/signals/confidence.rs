//! How much of what is kept is still a draft or a proposal.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::figures::share;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `confidence`
pub(super) static SIGNAL: Signal = Signal {
    name: "confidence",
    group: Group::Practice,
    about: About {
        en: Words {
            title: "Confidence",
            says: "Of all documents that somebody keeps true and that are not retired: the part that is still a draft or a proposal. As it is today; what is retired is counted beside it, and files from before that say nothing of their state are left out.",
            why: "Whoever finds something should know whether others stand behind it; drafts that stay drafts teach people to pass over the word.",
            bounds: "Ours: good up to a quarter, act above half.",
            remedy: "Adopt what is used, retire what is not.",
            periods: "documents that came to hold",
        },
        nl: Words {
            title: "Zekerheid",
            says: "Van alle documenten die iemand beheert en die niet vervallen zijn: het deel dat nog concept of voorstel is. Zoals het vandaag is; wat vervallen is, staat ernaast, en bestanden van daarvoor die niets over hun staat zeggen, tellen niet mee.",
            why: "Wie iets vindt, moet weten of anderen erachter staan; concepten die concept blijven, leren mensen over dat woord heen te lezen.",
            bounds: "Van ons: goed tot een kwart, doe iets boven de helft.",
            remedy: "Stel vast wat gebruikt wordt, laat vervallen wat dat niet wordt.",
            periods: "documenten die gingen gelden",
        },
        source: "KCS v6, article confidence: work in progress, not validated, validated, archived",
    },
    command: "cop list practice --status proposed",
    unit: Unit::Share,
    series: Unit::Count,
    is_of_today: true,
    measure,
    says,
};

/// Of fewer documents a part says nothing.
const DOCUMENTS: usize = 5;

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let kept = &ground.kept;
    let all = kept.unsettled + kept.holding;
    let series = periods.count(kept.settled.iter().copied());
    match share(kept.unsettled as f64, all as f64).filter(|_| all >= DOCUMENTS) {
        Some(part) => {
            let reading =
                Reading::of(part, Verdict::low(part, 0.25, 0.5)).count("unsettled", kept.unsettled).count("holding", kept.holding);
            let reading = reading.count("retired", kept.retired).over(series);
            // Each state by itself, for programs.
            kept.states.iter().fold(reading, |reading, (name, count)| reading.count(&format!("state:{name}"), *count))
        }
        None => Reading::short(Lack::Documents, all, DOCUMENTS),
    }
}

fn says(reading: &Reading, lang: Lang) -> Msg {
    let number = |name| reading.number(name);
    let share = reading.percent(lang);
    msg!("health-confidence", share = share, unsettled = number("unsettled"), holding = number("holding"), retired = number("retired"))
}
