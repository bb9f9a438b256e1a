//! Topics that nobody touches any more.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::figures::share;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `stale-areas`
pub(super) static SIGNAL: Signal = Signal {
    name: "stale-areas",
    group: Group::Domain,
    about: About {
        en: Words {
            title: "Areas at rest",
            says: "Topics of at least three documents that hold, of which none was changed or reviewed for a year. As it is today.",
            why: "What a community is about changes. An area at rest is finished, or nobody cares for it any more; both are worth saying.",
            bounds: "Ours: good at none, act above half.",
            remedy: "Review one document of it, or retire what is over.",
            periods: "",
        },
        nl: Words {
            title: "Gebieden in rust",
            says: "Onderwerpen van minstens drie documenten die gelden, waarvan er een jaar lang geen is gewijzigd of nagekeken. Zoals het vandaag is.",
            why: "Waar een gemeenschap over gaat, verandert. Een gebied in rust is af, of niemand geeft er nog om; allebei is het waard om te zeggen.",
            bounds: "Van ons: goed bij geen, doe iets boven de helft.",
            remedy: "Kijk er één document van na, of laat vervallen wat voorbij is.",
            periods: "",
        },
        source: "KCS v6, content health; Wenger, McDermott & Snyder 2002, the domain",
    },
    command: "cop list --sort updated",
    unit: Unit::Count,
    series: Unit::Count,
    is_of_today: true,
    measure,
    says,
};

/// After so many days an area is at rest.
const YEAR: i32 = 365;
/// So many are named.
const NAMED: usize = 5;

fn measure(ground: &Ground, _: &Periods) -> Reading {
    let all = ground.areas.iter().filter(|area| area.looked.is_some()).count();
    let mut stale: Vec<_> =
        ground.areas.iter().filter(|area| area.looked.is_some_and(|day| ground.today.days() - day.days() > YEAR)).collect();
    stale.sort_by_key(|area| std::cmp::Reverse(area.documents));
    let Some(part) = share(stale.len() as f64, all as f64) else { return Reading::short(Lack::Topics, 0, 1) };
    let verdict = if stale.is_empty() { Verdict::Good } else { Verdict::low(part, 0.0, 0.5) };
    let topics = stale.iter().take(NAMED).map(|area| area.name.clone()).collect();
    Reading { topics, ..Reading::of(stale.len() as f64, verdict).count("all", all) }
}

fn says(reading: &Reading, lang: Lang) -> Msg {
    let names: Vec<&str> = reading.topics.iter().map(|name| name[usize::from(lang == Lang::Nl)].as_str()).collect();
    let count = reading.whole();
    let more = if count > i64::try_from(names.len()).unwrap_or_default() { ", …" } else { "" };
    match count {
        0 => msg!("health-stale-areas-none", all = reading.number("all")),
        _ => msg!("health-stale-areas", count = count, all = reading.number("all"), names = names.join(", ") + more),
    }
}
