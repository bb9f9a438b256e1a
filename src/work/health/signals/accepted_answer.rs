//! How long it takes until an answer is accepted.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Words};

use super::{wait, waited, waiting};

/// `accepted-answer`
pub(super) static SIGNAL: Signal = Signal {
    name: "accepted-answer",
    group: Group::Practice,
    about: About {
        en: Words {
            title: "Time to an accepted answer",
            says: "Of questions asked in this time: days until one answer was accepted. Half have one by then, with those that have none yet taken into account.",
            why: "An accepted answer is what others can rely on, and what a practice is made of.",
            bounds: "Good within the time that a question may wait (30 days unless the community says otherwise), act beyond three times that.",
            remedy: "Accept what helped, or say what is still missing.",
            periods: "questions without an accepted answer at the end",
        },
        nl: Words {
            title: "Tijd tot een aanvaard antwoord",
            says: "Van vragen die in deze tijd gesteld zijn: dagen tot er een antwoord is aanvaard. De helft heeft er dan een, waarbij vragen die er nog geen hebben meetellen.",
            why: "Op een aanvaard antwoord kunnen anderen bouwen, en er komen praktijken uit.",
            bounds: "Goed binnen de tijd die een vraag mag wachten (30 dagen, tenzij de gemeenschap iets anders zegt), doe iets na drie keer zo lang.",
            remedy: "Aanvaard wat hielp, of zeg wat er nog ontbreekt.",
            periods: "vragen zonder aanvaard antwoord aan het eind",
        },
        source: "Kaplan & Meier 1958; KCS v6, solve loop; CHAOSS, Time to Close",
    },
    command: "cop list question --status open",
    unit: Unit::Days,
    series: Unit::Count,
    is_of_today: false,
    measure,
    says,
};

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let known =
        ground.questions.iter().filter(|question| question.accepted.is_some() || !question.is_accepted && !question.is_settled_unseen);
    let waits: Vec<_> = known.filter_map(|question| wait(question.asked?, question.accepted, periods)).collect();
    let most = ground.patience.0;
    waited(&waits, Lack::Questions, most, most.saturating_mul(3)).over(waiting(&ground.questions, periods, |question| question.accepted))
}

fn says(reading: &Reading, _: Lang) -> Msg {
    let (all, open) = (reading.number("all"), reading.number("waiting"));
    match reading.value {
        Some(_) => msg!("health-accepted-answer", days = reading.whole(), all = all, open = open),
        None => msg!("health-accepted-answer-not", all = all, open = open),
    }
}
