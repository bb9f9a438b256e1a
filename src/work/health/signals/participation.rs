//! How many people take part.

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::work::health::figures::trend;
use crate::work::health::ground::Ground;
use crate::work::health::periods::Periods;
use crate::work::health::signal::{About, Group, Lack, Reading, Signal, Unit, Verdict, Words};

/// `participation`
pub(super) static SIGNAL: Signal = Signal {
    name: "participation",
    group: Group::Community,
    about: About {
        en: Words {
            title: "Taking part",
            says: "People who contributed (as author or co-author of a commit to a document, or named as its maker) and members who were at a meeting, each once a period, under whatever address. Programs and merges do not count.",
            why: "A community is people who interact; fewer of them is the first thing to show.",
            bounds: "By its own past, since no number fits every size: good from three quarters of what is usual and three people, act below half of it.",
            remedy: "Ask who has gone quiet what would bring them back.",
            periods: "people taking part",
        },
        nl: Words {
            title: "Meedoen",
            says: "Mensen die bijdroegen (als auteur of co-auteur van een commit op een document, of genoemd als maker) en leden die bij een bijeenkomst waren, elk één keer per periode, onder welk adres ook. Programma's en merges tellen niet.",
            why: "Een gemeenschap is mensen die met elkaar omgaan; dat het er minder worden, is het eerste wat je merkt.",
            bounds: "Naar het eigen verleden, want geen getal past bij elke omvang: goed vanaf driekwart van wat gewoon is en drie mensen, doe iets onder de helft.",
            remedy: "Vraag wie stil werd wat zou helpen om terug te komen.",
            periods: "mensen die meededen",
        },
        source: "CHAOSS, Contributors and Activity Dates; Wenger, McDermott & Snyder 2002",
    },
    command: "cop contributors --sort recent",
    unit: Unit::Count,
    series: Unit::Count,
    is_of_today: false,
    measure,
    says,
};

/// With fewer people it is never just good.
const PEOPLE: f64 = 3.0;

fn measure(ground: &Ground, periods: &Periods) -> Reading {
    let count = |from, to| ground.took_part(|day| from <= day && day <= to).len();
    let series: Vec<Option<f64>> = periods.all.iter().map(|period| Some(count(period.from, period.to) as f64)).collect();
    let everyone = ground.took_part(|day| periods.holds(day)).len();
    if everyone == 0 {
        // Where somebody did before, that nobody does any more is no lack of knowledge.
        let has_begun = ground.acts.iter().any(|act| act.day <= periods.until);
        return match (has_begun, periods.last_whole()) {
            (true, Some(_)) => Reading::of(0.0, Verdict::Act),
            (true, None) => Reading::short(Lack::Periods, 0, 1),
            (false, _) => Reading::short(Lack::People, 0, 1),
        };
    }
    let whole: Vec<f64> = periods.all.iter().zip(&series).filter(|(period, _)| period.whole).filter_map(|(_, count)| *count).collect();
    let verdict = match trend(&whole, 0.0) {
        Some(trend) if trend.last <= 0.0 => Verdict::Act,
        Some(trend) if trend.usual > 0.0 => Verdict::high(trend.last / trend.usual, 0.75, 0.5),
        _ => Verdict::Unknown,
    };
    // A community of one or two has not gone quiet, and is hardly one.
    let verdict = if verdict == Verdict::Good && whole.last().is_some_and(|last| *last < PEOPLE) { Verdict::Watch } else { verdict };
    let last = whole.last().copied().or(series.last().copied().flatten()).unwrap_or_default();
    let reading = Reading::of(last, verdict).count("everyone", everyone).over(series);
    if whole.is_empty() { reading.count("under_way", 1) } else { reading }
}

fn says(reading: &Reading, _: Lang) -> Msg {
    let (count, everyone) = (reading.whole(), reading.number("everyone"));
    if reading.number("under_way") > 0 {
        return msg!("health-participation-begun", count = count);
    }
    msg!("health-participation", count = count, everyone = everyone)
}
