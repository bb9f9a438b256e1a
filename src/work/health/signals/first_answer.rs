//! How long a question waits for its first answer.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Words};

use super::{wait, waited, waiting};

/// `first-answer`
pub(super) static SIGNAL: Signal = Signal {
    name: "first-answer",
    group: Group::Practice,
    about: About {
        en: Words {
            title: "Time to a first answer",
            says: "Of questions asked in this time: days until the first answer. Half have one by then, with those that have none yet taken into account; duplicates and what was closed without an answer are left out.",
            why: "Who asked and heard nothing asks no second time.",
            bounds: "Good within a quarter of the time that a question may wait (30 days, or what check: options: unanswered-question: after: says), act beyond all of it.",
            remedy: "Answer one, or ask somebody who knows.",
            periods: "questions without an answer at the end",
        },
        nl: Words {
            title: "Tijd tot een eerste antwoord",
            says: "Van vragen die in deze tijd gesteld zijn: dagen tot het eerste antwoord. De helft heeft er dan een, waarbij vragen die er nog geen hebben meetellen; dubbele vragen en wat zonder antwoord gesloten is, tellen niet.",
            why: "Wie vroeg en niets hoorde, vraagt geen tweede keer.",
            bounds: "Goed binnen een kwart van de tijd die een vraag mag wachten (30 dagen, of wat check: options: unanswered-question: after: zegt), doe iets als het langer dan die tijd duurt.",
            remedy: "Beantwoord er een, of vraag het iemand die het weet.",
            periods: "vragen zonder antwoord aan het eind",
        },
        source: "Kaplan & Meier 1958; CHAOSS, Time to First Response",
    },
    command: "cop search is:unanswered",
    unit: Unit::Days,
    series: Unit::Count,
    is_of_today: false,
    measure,
    says,
};

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    // One that has an answer of which no day is known tells nothing of how long it took.
    let known =
        ground.questions.iter().filter(|question| question.answered.is_some() || question.answers == 0 && !question.is_settled_unseen);
    let waits: Vec<_> = known.filter_map(|question| wait(question.asked?, question.answered, periods)).collect();
    let most = ground.patience.0;
    waited(&waits, Lack::Questions, most / 4, most).over(waiting(&ground.questions, periods, |question| question.answered))
}

fn says(reading: &Reading, _: Lang) -> Msg {
    let (all, open) = (reading.number("all"), reading.number("waiting"));
    match reading.value {
        Some(_) => msg!("health-first-answer", days = reading.whole(), all = all, open = open),
        None => msg!("health-first-answer-not", all = all, open = open),
    }
}
