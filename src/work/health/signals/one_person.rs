//! What hangs on one person.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::figures::share;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `one-person`
pub(super) static SIGNAL: Signal = Signal {
    name: "one-person",
    group: Group::Practice,
    about: About {
        en: Words {
            title: "Hanging on one person",
            says: "Topics of at least three documents of which most of what shows who knows them comes from one person, as in cop gaps. As it is today; who it is stands there and not here.",
            why: "When they leave, it leaves with them.",
            bounds: "Ours: good at none, act above one topic in four, or where fewer than three people take part.",
            remedy: "See which, and find a second.",
            periods: "",
        },
        nl: Words {
            title: "Afhankelijk van één persoon",
            says: "Onderwerpen van minstens drie documenten waarvan het meeste waaruit blijkt wie ervan weet van één persoon komt, als in cop gaps. Zoals het vandaag is; wie dat is, staat daar en niet hier.",
            why: "Vertrekt die, dan vertrekt het mee.",
            bounds: "Van ons: goed bij geen, doe iets boven één op vier onderwerpen, of als er minder dan drie mensen meedoen.",
            remedy: "Kijk welke, en zoek een tweede.",
            periods: "",
        },
        source: "Avelino et al. 2016, truck factor; CHAOSS, Contributor Absence Factor",
    },
    command: "cop gaps",
    unit: Unit::Count,
    series: Unit::Count,
    is_of_today: true,
    measure,
    says,
};

fn measure(ground: &Ground, _: &Periods) -> Reading {
    let hanging = ground.hanging;
    if let Some(few) = hanging.few {
        return Reading::of(hanging.topics as f64, Verdict::Act).count("few", few).count("is_few", 1);
    }
    match share(hanging.topics as f64, hanging.judged as f64) {
        Some(part) => {
            let verdict = if hanging.topics == 0 { Verdict::Good } else { Verdict::low(part, 0.0, 0.25) };
            Reading::of(hanging.topics as f64, verdict).count("all", hanging.judged)
        }
        None => Reading::short(Lack::Topics, 0, 1),
    }
}

fn says(reading: &Reading, _: Lang) -> Msg {
    if reading.number("is_few") > 0 {
        return msg!("health-one-person-few", count = reading.number("few"));
    }
    msg!("health-one-person", count = reading.whole(), all = reading.number("all"))
}
