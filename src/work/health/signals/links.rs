//! How well what is known hangs together.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::show::numbers;
use crate::work::health::figures::share;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `links`
pub(super) static SIGNAL: Signal = Signal {
    name: "links",
    group: Group::Practice,
    about: About {
        en: Words {
            title: "Links",
            says: "Of all documents that still hold: the part that no link or relation leads to or from, an answer belonging to its question; and links a document. As it is today.",
            why: "What nothing leads to is found only by who searches for it, and goes stale unseen.",
            bounds: "Ours: good up to a fifth, act above half.",
            remedy: "See what is like one of them, and link the two.",
            periods: "",
        },
        nl: Words {
            title: "Verbanden",
            says: "Van alle documenten die nog gelden: het deel waar geen link of verband heen of vandaan leidt, waarbij een antwoord bij zijn vraag hoort; en links per document. Zoals het vandaag is.",
            why: "Waar niets heen leidt, vindt alleen wie ernaar zoekt, en veroudert ongezien.",
            bounds: "Van ons: goed tot een vijfde, doe iets boven de helft.",
            remedy: "Kijk wat op een ervan lijkt, en link die twee.",
            periods: "",
        },
        source: "KCS v6, link and integrate; Wikipedia, orphan articles",
    },
    command: "cop search --like REF",
    unit: Unit::Share,
    series: Unit::Count,
    is_of_today: true,
    measure,
    says,
};

/// Of fewer documents a part says nothing.
const DOCUMENTS: usize = 5;

fn measure(ground: &Ground, _: &Periods) -> Reading {
    let kept = &ground.kept;
    let (all, islands) = (kept.linkable, kept.islands);
    if kept.astray > kept.links {
        // Of a site that makes other names of its files it is not known what leads where.
        return Reading::default().count("astray", kept.astray).count("links", kept.links);
    }
    match share(islands as f64, all as f64).filter(|_| all >= DOCUMENTS) {
        Some(part) => Reading::of(part, Verdict::low(part, 0.2, 0.5))
            .count("islands", islands)
            .count("all", all)
            .with("links_a_document", kept.links as f64 / all as f64),
        None => Reading::short(Lack::Documents, all, DOCUMENTS),
    }
}

fn says(reading: &Reading, lang: Lang) -> Msg {
    if reading.value.is_none() {
        return msg!("health-links-astray", astray = reading.number("astray"), links = reading.number("links"));
    }
    let links = numbers::decimal(reading.figures.get("links_a_document").copied().unwrap_or_default(), 1, lang);
    msg!("health-links", share = reading.percent(lang), islands = reading.number("islands"), all = reading.number("all"), links = links)
}
