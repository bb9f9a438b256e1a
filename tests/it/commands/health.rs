//! `cop health`

use serde_json::Value;

use super::{cop, dutch, example, narrow, tiny, transcript, valid};
use crate::support::world::World;

/// Commits everything that is there, by somebody, on a day.
fn on(world: &World, day: &str, who: &str) {
    world.git(&["add", "--all"]);
    let (author, date) = (format!("{who} <{}@example.org>", who.to_lowercase()), format!("{day}T12:00:00Z"));
    let commit = world.command("git").args(&["commit", "--quiet", "--allow-empty", "--author", &author, "--message", day]);
    assert_eq!(commit.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date).run().status, 0);
}

/// A member's file, committed by Ada.
fn join(world: &World, day: &str, who: &str) {
    let handle = who.to_lowercase();
    world.write(&format!("members/{handle}.md"), format!("---\nname: {who}\nemails: [{handle}@example.org]\n---\n"));
    on(world, day, "Ada");
}

/// A file by somebody.
fn writes(world: &World, day: &str, who: &str, path: &str, text: &str) {
    world.write(path, text);
    on(world, day, who);
}

/// Eighteen months of five people, in which every figure can be counted by hand. Today is 22 November 2026.
fn counted() -> World {
    let world = World::new();
    world.write(
        "community.yaml",
        "format: 1\nname: Counted\ngoals:\n  - {text: Nothing is lost, questions: [one]}\n  - {text: All is scanned, until: 2026-01-01}\n",
    );
    let practice = |reviewed: &str| format!("---\nstatus: adopted\ntags: [scan]\n{reviewed}---\n\n# Scan\n");
    // Its next review was on 10 July 2026; that of the second is next year; the third was changed in August 2026 and is good for a year.
    world
        .write("practices/scan-maps.md", practice("reviewed: 2026-01-10\nreview_every: 6 months\n") + "\nAs [letters](scan-letters.md).\n");
    world.write("practices/scan-letters.md", practice("reviewed: 2026-09-01\n"));
    world.write("practices/scan-slides.md", practice(""));
    join(&world, "2025-06-02", "Ada");
    join(&world, "2025-07-01", "Bo");
    writes(&world, "2025-07-11", "Bo", "questions/one.md", "# One?\n");
    join(&world, "2025-08-01", "Cas");
    writes(&world, "2025-08-31", "Cas", "questions/one/cas.md", "Yes.\n");
    join(&world, "2025-09-01", "Dee");
    join(&world, "2025-10-01", "Eva");
    writes(&world, "2025-10-03", "Eva", "questions/two.md", "# Two?\n");
    writes(&world, "2025-11-05", "Bo", "questions/two/bo.md", "Yes.\n");
    writes(&world, "2026-02-02", "Cas", "questions/three.md", "# Three?\n");
    writes(&world, "2026-02-04", "Bo", "questions/three/bo.md", "Yes.\n");
    writes(&world, "2026-04-01", "Ada", "questions/four.md", "# Four?\n");
    writes(&world, "2026-04-11", "Eva", "questions/four/eva.md", "Yes.\n");
    writes(&world, "2026-05-01", "Ada", "questions/four.md", "---\naccepted: answer/four/eva\n---\n\n# Four?\n");
    writes(&world, "2026-05-10", "Bo", "practices/scan-slides.md", &practice("").replace("# Scan", "# Scan slides"));
    writes(&world, "2026-06-15", "Cas", "practices/scan-slides.md", &practice("").replace("# Scan", "# Scan all slides"));
    writes(&world, "2026-08-08", "Bo", "practices/scan-slides.md", &practice("").replace("# Scan", "# Scan every slide"));
    writes(&world, "2026-10-12", "Ada", "questions/five.md", "# Five?\n");
    let used = "---\nname: Eva\nemails: [eva@example.org]\n---\n\n## Uses\n\n- [Letters](../practices/scan-letters.md) 2026-11-01\n";
    writes(&world, "2026-11-01", "Eva", "members/eva.md", used);
    world
}

/// A signal of an answer.
fn signal<'v>(answer: &'v Value, name: &str) -> &'v Value {
    answer["signals"].as_array().unwrap().iter().find(|signal| signal["name"] == name).unwrap_or_else(|| panic!("no {name}"))
}

/// Its value, what is thought of it, and some of what it is made of.
fn told(answer: &Value, name: &str, figures: &[&str]) -> (Option<f64>, String, Vec<f64>) {
    let signal = signal(answer, name);
    let figure = |name: &&str| signal["figures"][*name].as_f64().unwrap_or(-1.0);
    (signal["value"].as_f64(), signal["verdict"].as_str().unwrap().to_owned(), figures.iter().map(figure).collect())
}

#[test]
fn every_figure_is_what_it_is_by_hand() {
    let world = counted();
    let answer = valid(&cop(&world, "health --json").run(), "health");
    let periods: Vec<_> =
        answer["periods"].as_array().unwrap().iter().map(|one| (one["name"].as_str().unwrap(), one["whole"] == true)).collect();
    // It began in the middle of a quarter, and this one is not over.
    let whole = ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"].map(|name| (name, true));
    assert_eq!(periods, [&[("2025-Q2", false)], &whole[..], &[("2026-Q4", false)]].concat());
    let act = || "act".to_owned();

    // Q2 Ada; Q3 Ada, Bo, Cas; Q4 Ada, Eva, Bo; Q1 Cas, Bo; Q2 Ada, Eva, Bo, Cas; Q3 Bo; Q4 Ada, Eva. One against a median of 3, 3, 2, 4 is a third.
    let taking = signal(&answer, "participation");
    assert_eq!(taking["series"], serde_json::json!([1.0, 3.0, 3.0, 2.0, 4.0, 1.0, 2.0]));
    assert_eq!(taking["trend"], serde_json::json!({"direction": "less", "last": 1.0, "usual": 3.0}));
    assert_eq!(told(&answer, "participation", &["everyone"]), (Some(1.0), act(), vec![4.0]));
    // Ada after 0 days, Eva 2, Bo 10, Cas 30; Dee waits 447: after ten days two fifths are left.
    assert_eq!(told(&answer, "first-contribution", &["all", "ended", "longest"]), (Some(10.0), "good".to_owned(), vec![5.0, 4.0, 447.0]));
    // After 2, 10, 33 and 51 days, and one waits 41: after 33 days two fifths are left. A question may wait thirty.
    assert_eq!(told(&answer, "first-answer", &["all", "waiting"]), (Some(33.0), act(), vec![5.0, 1.0]));
    assert_eq!(signal(&answer, "first-answer")["series"], serde_json::json!([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]));
    // One after thirty days; of the others more than half still wait, the first for 499.
    assert_eq!(told(&answer, "accepted-answer", &["all", "waiting", "longest"]), (None, act(), vec![5.0, 4.0, 499.0]));
    assert_eq!(told(&answer, "freshness", &["past", "all"]), (Some(2.0 / 3.0), act(), vec![1.0, 3.0]));
    assert_eq!(told(&answer, "reuse", &["used", "all", "uses"]), (Some(1.0 / 3.0), "good".to_owned(), vec![1.0, 3.0, 1.0]));
    // Three practices and five questions; one link ties two of them.
    assert_eq!(told(&answer, "links", &["islands", "all", "links_a_document"]), (Some(0.75), act(), vec![6.0, 8.0, 0.125]));
    assert_eq!(told(&answer, "goals", &["all", "past"]), (Some(1.0), act(), vec![2.0, 1.0]));
    // Nobody began in the last year, of a community that is not two years old.
    assert_eq!(told(&answer, "newcomers", &["active"]), (Some(0.0), "unknown".to_owned(), vec![4.0]));
    for (name, of, has, needs) in [
        ("concentration", "people", 4, 6),
        ("rings", "people", 1, 3),
        ("fetch-and-bring", "questions", 3, 5),
        ("decisions", "decisions", 0, 5),
        ("confidence", "documents", 3, 5),
        ("rhythm", "rhythm", 0, 1),
    ] {
        let expected = serde_json::json!({"of": of, "has": has, "needs": needs});
        assert_eq!((&signal(&answer, name)["too_little"], &signal(&answer, name)["value"]), (&expected, &Value::Null), "{name}");
    }
}

#[test]
fn what_hangs_on_one_person_is_what_gaps_tells() {
    for world in [counted(), example()] {
        let gaps = cop(&world, "gaps --json").run().json();
        let hanging = gaps["gaps"].as_array().unwrap().iter().filter(|gap| gap["type"] == "one-person").count();
        let answer = cop(&world, "health --json").run().json();
        assert_eq!(signal(&answer, "one-person")["value"], serde_json::json!(hanging as f64));
    }
}

#[test]
fn nobody_is_named() {
    let world = example();
    let people = cop(&world, "list member --json").run().json();
    let all = ["health -v", "health --json", "health -f md", "health -f html", "health -f csv"].map(|line| cop(&world, line).run().done());
    for member in people["hits"].as_array().unwrap() {
        let name = member["title"].as_str().unwrap();
        assert!(all.iter().all(|text| !text.contains(name)), "{name}");
    }
}

#[test]
fn it_is_told_in_words_with_what_to_do() {
    let world = counted();
    insta::assert_snapshot!(transcript(&world, &["health", "health --since 2026-05 --until 2026-10 --compare -f csv"]), @r"
$ cop health
How Counted is doing
2 Jun 2025 to today, by quarter
7 to act on, 0 to watch, 3 good, 7 without a verdict

Domain: what it is about
Goals          act
  2 goals; 1 with nothing that leads there, and the day of 1 is past
  Ask the question that leads there and name it in the goal, or take the goal
    out. cop ask
Areas at rest  good
  within a year something was changed or reviewed in every topic (2)

Community: the people
Taking part                   act
  1 person in the last whole period, 4 in all of this time
  Q2 2025 ▃▆▆▅█▃▅ Q4 2026, in part (people taking part)
  less than usual: 1 in the last whole period, 3 as a rule
  Ask who has gone quiet what would bring them back.
    cop contributors --sort recent
Spread of contributions       too little: 4 of at least 6 contributors
Core, active and edge         too little: 1 of at least 3 contributors
Newcomers                     no verdict
  nobody contributed for the first time in the last year; the community is too
    young to tell whether that is much
  Q2 2025 ▅█▅▁▁▁▁ Q4 2026, in part (first contributions)
  as usual: 0 in the last whole period, 0.5 as a rule
Time to a first contribution  good
  half contribute within 10 days of joining; 4 of 5 have begun
  Q2 2025 ▃█▃▁▁▁▁ Q4 2026, in part (members who joined)
  as usual: 0 in the last whole period, 0.5 as a rule
Fetching and bringing         too little: 3 of at least 5 dated questions
Rhythm                        no rhythm in community.yaml, as in rhythm: 6 weeks

Practice: what they know and keep
Time to a first answer      act
  half have an answer within 33 days; still open: 1 of 5
  Q2 2025 ▁▁▁▁▁▁█ Q4 2026, in part (questions without an answer at the end)
  Answer one, or ask somebody who knows. cop search is:unanswered
Time to an accepted answer  act
  not reached: more than half have no accepted answer yet (still open: 4 of 5)
  Q2 2025 ▁▃▅▆▆▆█ Q4 2026, in part (questions without an accepted answer at the
    end)
  as usual: 3 in the last whole period, 2.5 as a rule
  Accept what helped, or say what is still missing.
    cop list question --status open
Freshness                   act
  67 % of 3 documents within their time for review; past it: 1
  Review the next one: cop begins with what was flagged. cop review
Confidence                  too little: 3 of at least 5 documents
Reuse                       good
  somebody uses 1 of 3 documents, terms and decisions aside; 1 use and 0 thanks
    in this time
  Q2 2025 ▁▁▁▁▁▁█ Q4 2026, in part (uses and thanks)
Hanging on one person       act
  1 of 2 topics
  See which, and find a second. cop gaps
Time to a decision          too little: 0 of at least 5 decisions proposed first
Links                       act
  nothing leads to or from 6 of 8 documents (75 %); 0.1 links a document
  See what is like one of them, and link the two. cop search --like REF

how each is counted, why, and from where it is good: cop health -v

$ cop health --since 2026-05 --until 2026-10 --compare -f csv
name,group,verdict,value,unit,trend
goals,domain,act,1,count,
stale-areas,domain,good,0,count,
participation,community,watch,1,count,level
concentration,community,unknown,,share,
rings,community,unknown,,count,
newcomers,community,unknown,0,count,
first-contribution,community,unknown,,days,
fetch-and-bring,community,unknown,,count,
rhythm,community,unknown,,days,
first-answer,practice,unknown,,days,level
accepted-answer,practice,unknown,,days,level
freshness,practice,act,0.6666666666666666,share,
confidence,practice,unknown,,share,
reuse,practice,good,0.3333333333333333,share,
one-person,practice,act,1,count,
decisions,practice,unknown,,days,
links,practice,act,0.75,share,
");
    insta::assert_snapshot!(dutch(&world, &["health"]), @r"
$ COP_LANG=nl cop health
Hoe Counted ervoor staat
2 jun 2025 tot vandaag, per kwartaal
7 om iets aan te doen, 0 om op te letten, 3 goed, 7 zonder oordeel

Domein: waar het over gaat
Doelen            doe iets
  2 doelen; 1 waar niets heen leidt, en van 1 is de dag voorbij
  Stel de vraag die erheen leidt en noem die bij het doel, of haal het doel weg.
    cop ask
Gebieden in rust  goed
  in elk onderwerp (2) is het laatste jaar iets gewijzigd of nagekeken

Gemeenschap: de mensen
Meedoen                       doe iets
  1 persoon in de laatste hele periode, 4 in deze hele tijd
  Q2 2025 ▃▆▆▅█▃▅ Q4 2026, deels (mensen die meededen)
  minder dan gewoonlijk: 1 in de laatste hele periode, meestal 3
  Vraag wie stil werd wat zou helpen om terug te komen.
    cop contributors --sort recent
Spreiding van bijdragen       te weinig: 4 van minstens 6 bijdragers
Kern, actief en rand          te weinig: 1 van minstens 3 bijdragers
Nieuwkomers                   geen oordeel
  niemand droeg het laatste jaar voor het eerst bij; de gemeenschap is te jong
    om te zeggen of dat veel is
  Q2 2025 ▅█▅▁▁▁▁ Q4 2026, deels (eerste bijdragen)
  zoals gewoonlijk: 0 in de laatste hele periode, meestal 0,5
Tijd tot een eerste bijdrage  goed
  de helft draagt binnen 10 dagen na toetreden bij; 4 van 5 zijn begonnen
  Q2 2025 ▃█▃▁▁▁▁ Q4 2026, deels (leden die erbij kwamen)
  zoals gewoonlijk: 0 in de laatste hele periode, meestal 0,5
Halen en brengen              te weinig: 3 van minstens 5 gedateerde vragen
Ritme
  geen ritme in community.yaml, zoals rhythm: 6 weken

Praktijk: wat ze weten en bewaren
Tijd tot een eerste antwoord    doe iets
  de helft heeft binnen 33 dagen een antwoord; nog open: 1 van 5
  Q2 2025 ▁▁▁▁▁▁█ Q4 2026, deels (vragen zonder antwoord aan het eind)
  Beantwoord er een, of vraag het iemand die het weet. cop search is:unanswered
Tijd tot een aanvaard antwoord  doe iets
  niet gehaald: meer dan de helft heeft nog geen aanvaard antwoord (nog open: 4
    van 5)
  Q2 2025 ▁▃▅▆▆▆█ Q4 2026, deels (vragen zonder aanvaard antwoord aan het eind)
  zoals gewoonlijk: 3 in de laatste hele periode, meestal 2,5
  Aanvaard wat hielp, of zeg wat er nog ontbreekt.
    cop list question --status open
Bij de tijd                     doe iets
  67 % van 3 documenten binnen de nakijktermijn; eroverheen: 1
  Kijk het volgende na: cop begint met wat gemeld is. cop review
Zekerheid                       te weinig: 3 van minstens 5 documenten
Hergebruik                      goed
  iemand gebruikt 1 van 3 documenten, begrippen en besluiten niet meegeteld; 1
    keer gebruikt en 0 keer bedankt in deze tijd
  Q2 2025 ▁▁▁▁▁▁█ Q4 2026, deels (keer gebruikt en bedankt)
Afhankelijk van één persoon     doe iets
  1 van 2 onderwerpen
  Kijk welke, en zoek een tweede. cop gaps
Tijd tot een besluit
  te weinig: 0 van minstens 5 voorgestelde besluiten
Verbanden                       doe iets
  naar of van 6 van 8 documenten leidt niets (75 %); 0,1 links per document
  Kijk wat op een ervan lijkt, en link die twee. cop search --like REF

hoe elk geteld is, waarom, en vanaf waar het goed is: cop health -v
");
    insta::assert_snapshot!(narrow(&world, &["health"]), @r"
$ COLUMNS=40 cop health
How Counted is doing
2 Jun 2025 to today, by quarter
7 to act on, 0 to watch, 3 good, 7
without a verdict

Domain: what it is about
Goals          act
  2 goals; 1 with nothing that leads
    there, and the day of 1 is past
  Ask the question that leads there and
    name it in the goal, or take the
    goal out. cop ask
Areas at rest  good
  within a year something was changed or
    reviewed in every topic (2)

Community: the people
Taking part              act
  1 person in the last whole period, 4
    in all of this time
  Q2 2025 ▃▆▆▅█▃▅ Q4 2026, in part
    (people taking part)
  less than usual: 1 in the last whole
    period, 3 as a rule
  Ask who has gone quiet what would
    bring them back.
    cop contributors --sort recent
Spread of contributions
  too little: 4 of at least 6
    contributors
Core, active and edge
  too little: 1 of at least 3
    contributors
Newcomers                no verdict
  nobody contributed for the first time
    in the last year; the community is
    too young to tell whether that is
    much
  Q2 2025 ▅█▅▁▁▁▁ Q4 2026, in part
    (first contributions)
  as usual: 0 in the last whole period,
    0.5 as a rule
Time to a first contribution
  good
  half contribute within 10 days of
    joining; 4 of 5 have begun
  Q2 2025 ▃█▃▁▁▁▁ Q4 2026, in part
    (members who joined)
  as usual: 0 in the last whole period,
    0.5 as a rule
Fetching and bringing
  too little: 3 of at least 5 dated
    questions
Rhythm
  no rhythm in community.yaml, as in
    rhythm: 6 weeks

Practice: what they know and keep
Time to a first answer  act
  half have an answer within 33 days;
    still open: 1 of 5
  Q2 2025 ▁▁▁▁▁▁█ Q4 2026, in part
    (questions without an answer at the
    end)
  Answer one, or ask somebody who knows.
    cop search is:unanswered
Time to an accepted answer
  act
  not reached: more than half have no
    accepted answer yet (still open: 4
    of 5)
  Q2 2025 ▁▃▅▆▆▆█ Q4 2026, in part
    (questions without an accepted
    answer at the end)
  as usual: 3 in the last whole period,
    2.5 as a rule
  Accept what helped, or say what is
    still missing.
    cop list question --status open
Freshness               act
  67 % of 3 documents within their time
    for review; past it: 1
  Review the next one: cop begins with
    what was flagged. cop review
Confidence
  too little: 3 of at least 5 documents
Reuse                   good
  somebody uses 1 of 3 documents, terms
    and decisions aside; 1 use and 0
    thanks in this time
  Q2 2025 ▁▁▁▁▁▁█ Q4 2026, in part (uses
    and thanks)
Hanging on one person   act
  1 of 2 topics
  See which, and find a second. cop gaps
Time to a decision
  too little: 0 of at least 5 decisions
    proposed first
Links                   act
  nothing leads to or from 6 of 8
    documents (75 %); 0.1 links a
    document
  See what is like one of them, and link
    the two. cop search --like REF

how each is counted, why, and from where
it is good: cop health -v
");
}

#[test]
fn the_time_before_stands_beside_it() {
    let world = counted();
    let answer = valid(&cop(&world, "health --since 2026-04 --until 2026-06 --compare --json").run(), "health");
    assert_eq!(answer["compared_with"], serde_json::json!({"since": "2025-12-31", "until": "2026-03-31"}));
    let before = &signal(&answer, "participation")["before"];
    // By month: June has one; of the months before, March has nobody.
    assert_eq!((&answer["period"], &signal(&answer, "participation")["value"], before), (&"month".into(), &1.0.into(), &0.0.into()));
    let said = cop(&world, "health --since 2026-04 --until 2026-06 -f md").run().done();
    assert!(
        said.contains("2026-04-01 to 2026-06-30, by month") && said.contains("past it: 1 (today, whatever time is asked about)"),
        "{said}"
    );
    // What is of today is set beside nothing.
    assert_eq!(signal(&answer, "freshness")["before"], Value::Null);
    // A day in which nothing happened says nothing of a year, and fifty years are enough for any screen.
    let answer = valid(&cop(&world, "health --since 2026-11-22 --json").run(), "health");
    assert_eq!(told(&answer, "participation", &[]), (None, "unknown".to_owned(), vec![]));
    assert_eq!(told(&answer, "newcomers", &["active"]).2, [4.0]);
    let later = cop(&world, "health --since 0001 --json").env("COP_NOW", "9000-01-01T09:00:00Z").run();
    assert!(valid(&later, "health")["periods"].as_array().unwrap().len() < 55);
    let answer = cop(&world, "health --since 2025-06-02 --compare --json").run().json();
    assert_eq!(answer["compared_with"], serde_json::json!({"since": null, "until": null}));
}

#[test]
fn a_clock_that_is_wrong_stretches_no_axis() {
    let world = counted();
    let before = cop(&world, "health --json").run().json();
    writes(&world, "1970-01-02", "Bo", "practices/old.md", "# Old\n");
    writes(&world, "2099-01-02", "Cas", "practices/new.md", "# New\n");
    writes(&world, "2001-01-02", "Cas", "practices/newer.md", "# Newer\n");
    let after = valid(&cop(&world, "health --json").run(), "health");
    assert_eq!((&before["periods"], &before["commits_left_out"], &after["commits_left_out"]), (&after["periods"], &Value::Null, &3.into()));
    for name in ["participation", "newcomers", "first-answer"] {
        assert_eq!(signal(&before, name), signal(&after, name), "{name}");
    }
    let said = cop(&world, "health").run().done();
    assert!(said.contains("3 commits have a day that can't be right"), "{said}");
}

#[test]
fn where_there_is_little_it_says_how_much_would_do() {
    let empty = World::new();
    empty.write("community.yaml", "format: 1\nname: Empty\n");
    let alone = tiny();
    let unversioned = World::without_git();
    unversioned.write("community.yaml", "format: 1\nname: Bare\n");
    unversioned.write("practices/a.md", "---\ncreated: 2026-01-01\n---\n# A\n");
    let unborn = World::new();
    unborn.write("community.yaml", "format: 1\nname: Unborn\n");
    unborn.write("practices/a.md", "# A\n");
    for world in [&empty, &alone, &unversioned, &unborn] {
        for line in ["health", "health -v", "health --compare", "health -f md", "health -f html", "health --since 2010"] {
            let run = cop(world, line).run();
            assert!(run.status == 0 && !run.stdout.contains("NaN") && !run.stdout.contains("inf"), "{run}");
        }
        let answer = valid(&cop(world, "health --json").run(), "health");
        for signal in answer["signals"].as_array().unwrap() {
            assert!(
                (signal["value"].is_null() || signal["value"].is_number())
                    && (signal["trend"].is_null() || signal["trend"]["usual"].is_number()),
                "{signal}"
            );
            assert!(signal["series"].as_array().unwrap().iter().all(|figure| figure.is_null() || figure.is_number()), "{signal}");
        }
    }
    insta::assert_snapshot!(transcript(&empty, &["health"]), @r"
$ cop health
How Empty is doing
nothing is known to have happened yet
nothing to act on, 0 to watch, 0 good, 17 without a verdict

Domain: what it is about
Goals          no goals in community.yaml
Areas at rest  too little: no topics of three documents

Community: the people
Taking part                   too little: no contributors
Spread of contributions       too little: 0 of at least 6 contributors
Core, active and edge         too little: no whole periods
Newcomers                     too little: no contributors
Time to a first contribution  too little: 0 of at least 5 members who joined
Fetching and bringing         too little: 0 of at least 5 dated questions
Rhythm                        no rhythm in community.yaml, as in rhythm: 6 weeks

Practice: what they know and keep
Time to a first answer      too little: 0 of at least 5 dated questions
Time to an accepted answer  too little: 0 of at least 5 dated questions
Freshness                   too little: 0 of at least 3 documents to review
Confidence                  too little: 0 of at least 5 documents
Reuse                       too little: 0 of at least 3 documents that hold
Hanging on one person       too little: no topics of three documents
Time to a decision          too little: 0 of at least 5 decisions proposed first
Links                       too little: 0 of at least 5 documents

how each is counted, why, and from where it is good: cop health -v
");
}

#[test]
fn a_time_that_is_none_is_refused() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["health --since 2026-05 --until 2026-04", "health --since 2027", "health -f xml"]), @r#"
$ cop health --since 2026-05 --until 2026-04
» error: nothing can lie between 2026-05-01 and 2026-04-30: the first day comes after the last
[status 2]

$ cop health --since 2027
» error: 2027-01-01 is still to come, so nothing happened since
[status 2]

$ cop health -f xml
» error: there is no format "xml" here
» hint: one of these: text, json, jsonl, csv, paths, md, html
[status 2]
"#);
}

#[test]
fn it_is_told_again_where_nothing_changed_and_anew_where_something_did() {
    let world = counted();
    let first = cop(&world, "health --json").run().stdout;
    assert_eq!(first, cop(&world, "health --json").run().stdout);
    writes(&world, "2026-11-20", "Dee", "practices/scan-books.md", "---\nstatus: adopted\n---\n\n# Scan books\n");
    let answer = cop(&world, "health --json").run().json();
    assert_eq!(told(&answer, "first-contribution", &["all", "ended"]).2, [5.0, 5.0]);
    assert_eq!(signal(&answer, "participation")["series"][6], serde_json::json!(3.0));
}

#[test]
fn the_page_is_whole_and_fetches_nothing() {
    let world = counted();
    world.write("community.yaml", "format: 1\nname: \"A <b>&\\\" c\"\nlanguage: nl\n");
    let page = cop(&world, "health -f html").run().done();
    assert!(page.starts_with("<!doctype html>\n<html lang=\"nl\">") && page.contains("<h1>Hoe A &lt;b&gt;&amp;&quot; c ervoor staat</h1>"));
    for outside in ["http:", "https:", "<script", "url(", "@import", "<link", "src="] {
        assert!(!page.contains(outside), "{outside}");
    }
    // Every element is closed, and every chart has a name, a description and its figures.
    let mut open: Vec<&str> = Vec::new();
    for tag in page.split('<').skip(1).map(|part| part.split('>').next().unwrap()).filter(|tag| !tag.starts_with(['!'])) {
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap();
        match tag {
            tag if tag.starts_with('/') => assert_eq!(open.pop(), Some(name), "{tag}"),
            tag if tag.ends_with('/') || name == "meta" => {}
            _ => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    let count = |text: &str| page.matches(text).count();
    assert!(count("<svg") > 3 && count("<svg") == count("<desc") && count("<svg") == count("<table>"));
}

#[test]
fn meetings_decisions_and_who_carries_it_are_counted_by_hand_too() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Table\nrhythm: every 4 weeks\n");
    for day in ["2026-01-05", "2026-02-02", "2026-03-16", "2026-04-13", "2026-12-01"] {
        world.write(&format!("meetings/{day}-round.md"), "---\nstatus: planned\n---\n\n# Round\n");
    }
    world.write("meetings/2026-02-20-not.md", "---\nstatus: cancelled\n---\n\n# Not\n");
    let decision = |number: u32, status: &str| {
        world.write(&format!("decisions/000{number}-it.md"), format!("---\nstatus: {status}\n---\n\n# It, {number}\n"));
    };
    let in_text = |status: &str| world.write("decisions/0005-it.md", format!("# It, 5\n\n## Status\n\n{status}\n"));
    let scan = |times: usize| world.write("practices/scan.md", format!("# Scan\n\n{}\n", "again ".repeat(times)));
    // What was decided before it was written down tells nothing of how long it took.
    decision(6, "accepted");
    on(&world, "2026-01-01", "Abe");
    decision(1, "proposed");
    decision(2, "proposed");
    on(&world, "2026-02-01", "Abe");
    decision(1, "accepted");
    on(&world, "2026-02-11", "Bea");
    decision(3, "proposed");
    on(&world, "2026-03-01", "Abe");
    decision(2, "rejected");
    on(&world, "2026-03-03", "Cor");
    decision(3, "accepted");
    on(&world, "2026-05-30", "Bea");
    decision(4, "proposed");
    on(&world, "2026-08-14", "Abe");
    in_text("Proposed");
    on(&world, "2026-09-01", "Abe");
    in_text("Accepted");
    on(&world, "2026-09-21", "Dot");
    for (times, (day, who)) in
        [("2026-09-22", "Eef"), ("2026-09-23", "Fee"), ("2026-10-01", "Abe"), ("2026-10-02", "Bea"), ("2026-10-03", "Cor")]
            .into_iter()
            .enumerate()
    {
        scan(times);
        on(&world, day, who);
    }
    let answer = valid(&cop(&world, "health --json").run(), "health");
    // 28, 42 and 28 days between the four that are past and not cancelled; the next is planned.
    assert_eq!(told(&answer, "rhythm", &["wanted", "ago", "planned"]), (Some(28.0), "good".to_owned(), vec![28.0, 223.0, 1.0]));
    // After 10, 20, 30 and 90 days, and one is open for 100: after thirty two fifths are left.
    assert_eq!(told(&answer, "decisions", &["all", "waiting", "recorded"]), (Some(30.0), "good".to_owned(), vec![5.0, 1.0, 1.0]));
    // Six, three, two, and one of three people each: eleven of fourteen. (-5 - 3 - 1 + 2 + 9 + 30) / (6 · 14).
    let (share, verdict, gini) = told(&answer, "concentration", &["gini"]);
    assert!(
        (share.unwrap() - 11.0 / 14.0).abs() < 1e-9 && (gini[0] - 32.0 / 84.0).abs() < 1e-9 && verdict == "watch",
        "{share:?} {gini:?}"
    );
    // In October three people did as much each: two of them are half, and those three are at the edge who did something before.
    assert_eq!(told(&answer, "rings", &["active", "edge"]), (Some(2.0), "watch".to_owned(), vec![1.0, 3.0]));
}

#[test]
fn what_files_from_before_do_not_say_is_not_made_up() {
    let world = World::new();
    let kinds = "kinds:\n  decision: {paths: ['resolutions/**/*.md']}\n  practice: {paths: ['docs/*.md']}\n";
    world.write("community.yaml", format!("format: 1\nname: Before\n{kinds}"));
    for number in 1..7 {
        world.write(&format!("resolutions/approved/{number}.md"), format!("# Number {number}\n\n## Status\n\nProposed\n"));
        world.write(&format!("docs/page-{number}.md"), format!("# Page {number}\n\nSee [the other](/standards/other-{number}.html).\n"));
    }
    world.commit("Begin");
    let answer = valid(&cop(&world, "health --json").run(), "health");
    // What was filed as approved waits for nothing, and a page without a state is no draft.
    assert_eq!(told(&answer, "decisions", &["recorded"]), (None, "unknown".to_owned(), vec![6.0]));
    assert_eq!(signal(&answer, "confidence")["too_little"], serde_json::json!({"of": "documents", "has": 0, "needs": 5}));
    // The pages link one another by the addresses of their site.
    assert_eq!(told(&answer, "links", &["astray", "links"]), (None, "unknown".to_owned(), vec![6.0, 0.0]));
}
