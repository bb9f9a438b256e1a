//! How much of what is kept was looked at in time.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::figures::share;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `freshness`
pub(super) static SIGNAL: Signal = Signal {
    name: "freshness",
    group: Group::Practice,
    about: About {
        en: Words {
            title: "Freshness",
            says: "Of all documents that hold and are to be reviewed at times: the part whose next review (review_by, else reviewed or the last change plus the interval) is today or later. As it is today.",
            why: "What nobody looked at for long may still be true, but nobody knows. A date alone says little, so review first what was flagged and what changed nearby.",
            bounds: "Ours: good from 90 %, act below 70 %.",
            remedy: "Review the next one: cop begins with what was flagged.",
            periods: "reviews",
        },
        nl: Words {
            title: "Bij de tijd",
            says: "Van alle documenten die gelden en af en toe nagekeken moeten worden: het deel waarvan de volgende keer (review_by, anders reviewed of de laatste wijziging plus de termijn) vandaag of later is. Zoals het vandaag is.",
            why: "Wat lang niemand bekeek, kan nog kloppen, maar niemand weet het. Een datum alleen zegt weinig: kijk eerst na waarover iets gemeld is en waar vlakbij iets veranderde.",
            bounds: "Van ons: goed vanaf 90 %, doe iets onder 70 %.",
            remedy: "Kijk het volgende na: cop begint met wat gemeld is.",
            periods: "keer nagekeken",
        },
        source: "KCS v6, content health; reuse is review",
    },
    command: "cop review",
    unit: Unit::Share,
    series: Unit::Count,
    is_of_today: true,
    measure,
    says,
};

/// Of fewer documents a part says nothing.
const DOCUMENTS: usize = 3;

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let all = ground.kept.next_reviews.len();
    let late = ground.kept.next_reviews.iter().filter(|day| **day < ground.today).count();
    let series = periods.count(ground.reviews.iter().copied());
    match share((all - late) as f64, all as f64).filter(|_| all >= DOCUMENTS) {
        Some(part) => Reading::of(part, Verdict::high(part, 0.9, 0.7)).count("all", all).count("past", late).over(series),
        None => Reading::short(Lack::Reviewable, all, DOCUMENTS),
    }
}

fn says(reading: &Reading, lang: Lang) -> Msg {
    msg!("health-freshness", share = reading.percent(lang), past = reading.number("past"), all = reading.number("all"))
}
