//! Whether what is kept is used.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::figures::share;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `reuse`
pub(super) static SIGNAL: Signal = Signal {
    name: "reuse",
    group: Group::Practice,
    about: About {
        en: Words {
            title: "Reuse",
            says: "Of all documents that hold, terms and decisions aside: the part that at least one member says to use; and how often somebody said so, or thanked, in each period.",
            why: "Use is the best review, and what a sponsor wants to see. Most of what is written down is rarely used again, so a low part is no fault by itself.",
            bounds: "Ours: good from 30 %; never a reason to act, since few note down what they use.",
            remedy: "Note down what you used; it takes a line.",
            periods: "uses and thanks",
        },
        nl: Words {
            title: "Hergebruik",
            says: "Van alle documenten die gelden, behalve begrippen en besluiten: het deel waarvan minstens één lid zegt het te gebruiken; en hoe vaak iemand dat zei, of bedankte, in elke periode.",
            why: "Gebruik is de beste controle, en wat een opdrachtgever wil zien. Het meeste dat is opgeschreven, wordt zelden opnieuw gebruikt, dus een klein deel is op zichzelf geen fout.",
            bounds: "Van ons: goed vanaf 30 %; nooit een reden om iets te doen, want weinigen noteren wat ze gebruiken.",
            remedy: "Noteer wat je gebruikte; het kost een regel.",
            periods: "keer gebruikt en bedankt",
        },
        source: "KCS v6, reuse is review; Wenger, Trayner & de Laat 2011, applied value",
    },
    command: "cop used REF",
    unit: Unit::Share,
    series: Unit::Count,
    is_of_today: true,
    measure,
    says,
};

/// Of fewer documents a part says nothing.
const DOCUMENTS: usize = 3;

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let (usable, used) = (ground.kept.usable, ground.kept.used);
    let said = || ground.uses.iter().chain(&ground.thanks).copied();
    let times = |days: &[crate::base::date::Date]| days.iter().filter(|day| periods.holds(**day)).count();
    match share(used as f64, usable as f64).filter(|_| usable >= DOCUMENTS) {
        Some(part) => {
            // Where nobody ever said so, it is not known.
            let verdict = if ground.uses.is_empty() && used == 0 { Verdict::Unknown } else { Verdict::high(part, 0.3, 0.0) };
            Reading::of(part, verdict)
                .count("used", used)
                .count("all", usable)
                .count("uses", times(&ground.uses))
                .count("thanks", times(&ground.thanks))
                .over(periods.count(said()))
        }
        None => Reading::short(Lack::Adopted, usable, DOCUMENTS),
    }
}

fn says(reading: &Reading, _: Lang) -> Msg {
    let number = |name| reading.number(name);
    if number("used") + number("uses") + number("thanks") == 0 {
        return msg!("health-reuse-none");
    }
    msg!("health-reuse", used = number("used"), all = number("all"), uses = number("uses"), thanks = number("thanks"))
}
