//! Whether people both ask and answer.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use std::collections::BTreeSet;

use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

use super::ENOUGH;

/// `fetch-and-bring`
pub(super) static SIGNAL: Signal = Signal {
    name: "fetch-and-bring",
    group: Group::Community,
    about: About {
        en: Words {
            title: "Fetching and bringing",
            says: "Questions asked in the last year, the answers to them, and how many people asked, answered, or did both.",
            why: "What binds people is what they do not know yet. Where some only ask and others only answer, those who answer tire.",
            bounds: "Ours: good from one answer a question, act below one to two.",
            remedy: "Answer one yourself, or ask somebody who knows.",
            periods: "questions asked",
        },
        nl: Words {
            title: "Halen en brengen",
            says: "Vragen die het laatste jaar gesteld zijn, de antwoorden daarop, en hoeveel mensen vroegen, antwoordden of allebei deden.",
            why: "Wat mensen bindt, is wat ze nog niet weten. Waar de een alleen vraagt en de ander alleen antwoordt, raakt wie antwoordt vermoeid.",
            bounds: "Van ons: goed vanaf één antwoord per vraag, doe iets onder één op twee.",
            remedy: "Beantwoord er zelf een, of vraag het iemand die het weet.",
            periods: "gestelde vragen",
        },
        source: "KCS v6, demand-driven content; Wenger 1998, mutual engagement",
    },
    command: "cop search is:unanswered",
    unit: Unit::Count,
    series: Unit::Count,
    is_of_today: false,
    measure,
    says,
};

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let asked = ground.questions.iter().filter(|question| question.asked.is_some_and(|day| periods.is_lately(day)));
    let (mut count, mut answers) = (0_usize, 0);
    let (mut askers, mut answerers) = (BTreeSet::<usize>::new(), BTreeSet::<usize>::new());
    for question in asked {
        count += 1;
        answers += question.answers;
        askers.extend(&question.askers);
        answerers.extend(&question.answerers);
    }
    if count < ENOUGH {
        return Reading::short(Lack::Questions, count, ENOUGH);
    }
    let both = askers.intersection(&answerers).count();
    Reading::of(count as f64, Verdict::high(answers as f64 / count as f64, 1.0, 0.5))
        .count("answers", answers)
        .count("askers", askers.len())
        .count("answerers", answerers.len())
        .count("both", both)
        .over(periods.count(ground.questions.iter().filter_map(|question| question.asked)))
}

fn says(reading: &Reading, _: Lang) -> Msg {
    let number = |name| reading.number(name);
    msg!(
        "health-fetch-and-bring",
        questions = reading.whole(),
        answers = number("answers"),
        askers = number("askers"),
        answerers = number("answerers"),
        both = number("both")
    )
}
