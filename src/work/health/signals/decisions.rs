//! How long a proposal waits for a decision.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Words};

use super::{wait, waited};

/// `decisions`
pub(super) static SIGNAL: Signal = Signal {
    name: "decisions",
    group: Group::Practice,
    about: About {
        en: Words {
            title: "Time to a decision",
            says: "Of decisions that were proposed in this time: days until their state left proposed. Half are decided by then, with those still open taken into account; what was written down when it had been decided is left out.",
            why: "As long as a proposal is open, some act on it and others do not.",
            bounds: "Good within a third of the time that a proposal may wait (90 days, or what check: options: stale-proposal: after: says), act beyond all of it.",
            remedy: "Decide one in the next meeting, or say what it waits for.",
            periods: "open proposals at the end",
        },
        nl: Words {
            title: "Tijd tot een besluit",
            says: "Van besluiten die in deze tijd voorgesteld zijn: dagen tot ze geen voorstel meer waren. De helft is dan besloten, waarbij wat nog openstaat meetelt; wat pas na het besluit is opgeschreven, telt niet.",
            why: "Zolang een voorstel openstaat, handelt de een ernaar en de ander niet.",
            bounds: "Goed binnen een derde van de tijd die een voorstel mag wachten (90 dagen, of wat check: options: stale-proposal: after: zegt), doe iets als het langer dan die tijd duurt.",
            remedy: "Hak er op de volgende bijeenkomst een knoop over door, of zeg waarop het wacht.",
            periods: "open voorstellen aan het eind",
        },
        source: "Kaplan & Meier 1958; Nygard 2011, architecture decision records",
    },
    command: "cop list decision --status proposed",
    unit: Unit::Days,
    series: Unit::Count,
    is_of_today: false,
    measure,
    says,
};

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let waits: Vec<_> = ground.decisions.iter().filter_map(|one| wait(one.proposed, one.decided, periods)).collect();
    let most = ground.patience.1;
    let is_open = |end| ground.decisions.iter().filter(|one| one.proposed <= end && one.decided.is_none_or(|day| day > end)).count();
    waited(&waits, Lack::Decisions, most / 3, most).count("recorded", ground.recorded).over(periods.at_ends(is_open))
}

fn says(reading: &Reading, _: Lang) -> Msg {
    let (all, open) = (reading.number("all"), reading.number("waiting"));
    match reading.value {
        Some(_) => msg!("health-decisions", days = reading.whole(), all = all, open = open),
        None => msg!("health-decisions-not", all = all, open = open),
    }
}
