//! `cop due`

use super::{cop, dutch, each, example, tiny, transcript};
use crate::support::world::World;

/// A moment at which no file is so young that it could change unnoticed.
const LATER: &str = "2099-01-01T00:00:00Z";

/// What waits in a world, each as `urgency type: reason; command`, on a day.
fn waiting(world: &World, day: &str, for_whom: &[&str]) -> Vec<String> {
    let run = cop(world, "due --json").args(for_whom).env("COP_NOW", format!("{day}T12:00:00Z")).run();
    let items = run.json()["items"].as_array().unwrap_or_else(|| panic!("{run}")).clone();
    let text = |item: &serde_json::Value, key: &str| item[key].as_str().unwrap_or("-").to_owned();
    items
        .iter()
        .map(|item| format!("{} {}: {}; {}", text(item, "urgency"), text(item, "type"), text(item, "reason"), text(item, "command")))
        .collect()
}

#[test]
fn what_matters_soonest_comes_first_with_why_and_what_to_type() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["due", "due --for me", "due --for zoe", "due --for steward -n 2", "due -n 3 -f csv"]), @r#"
$ cop due
Now
1  De eerste honderd dagen
   review, flagged unclear by Zoë van 't Hoff · Maryam Yıldız
   cop review practice/de-eerste-honderd-dagen-nl

Soon
 2  asks two readers at the edge whether they want to come along
    action, by 3 Dec, Looking back, two years on · Fatima El Idrissi
    cop edit meeting/2026-12-10-looking-back
 3  haalt bij twee vestigingen een verhaal op dat nergens toe leidde
    action, by 8 Dec, Wat levert het op? · Kees Ørsted
    cop edit meeting/2026-10-29-wat-levert-het-op-nl
 4  finds the sheet from the first evening
    action, by 9 Dec, Looking back, two years on · Bram Smit
    cop edit meeting/2026-12-10-looking-back
 5  vraagt drie vrijwilligers of hun naam erbij mag
    action, by 10 Dec, Wat levert het op? · Tomasz Wójcik
    cop edit meeting/2026-10-29-wat-levert-het-op-nl
 6  counts nothing, and tells one story instead
    action, by 10 Dec, Looking back, two years on · Anna de Vries
    cop edit meeting/2026-12-10-looking-back
 7  Community of practice
    review, changed nearby: Domain · Anna de Vries
    cop review term/community-of-practice
 8  Write the charter together
    review, changed nearby: Common ground · Bram Smit
    cop review practice/write-the-charter-together
 9  How do you run a community across time zones?
    question, has an answer that nobody chose yet · Inês Carvalho
    cop accept answer/how-do-you-run-a-community-across-time-zones/kees
10  Wat doe je met een kerngroep die leegloopt?
    question, 6 days without an answer, 1 follows
    cop answer question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl
11  Collect value stories
    proposal, proposed 31 days ago · Inês Carvalho
    cop mark practice/collect-value-stories adopted
12  Value story
    proposal, proposed 20 days ago · Inês Carvalho
    cop mark term/value-story agreed
13  Zet onze verhalen op een openbare site
    proposal, proposed 12 days ago · Anna de Vries, Bram Smit, Fatima El
      Idrissi, Inês Carvalho
    cop mark decision/0006-zet-onze-verhalen-op-een-openbare-site-nl accepted
14  Keep our knowledge in plain files, with their history
    decision, to be looked at again by 10 Dec · Bram Smit
    cop review decision/0001-knowledge-in-plain-files
15  A newcomer gives a first contribution within a month of joining
    goal, by 31 Dec
    cop meet plan

$ cop due --for me
» error: nobody knows who you are: by your name and address in git you are no member here
» hint: cop join
[status 2]

$ cop due --for zoe
Nothing is waiting there
Next meeting: Looking back, two years on, 10 Dec

$ cop due --for steward -n 2
1  Community of practice       review, changed nearby: Domain · Anna de Vries
   cop review term/community-of-practice
2  Write the charter together  review, changed nearby: Common ground · Bram Smit
   cop review practice/write-the-charter-together

$ cop due -n 3 -f csv
type,ref,path,title,reason,since,by,people,urgency,command
review,practice/de-eerste-honderd-dagen-nl,practices/de-eerste-honderd-dagen.nl.md,De eerste honderd dagen,"flagged unclear by Zoë van 't Hoff",2026-11-17,,maryam,now,cop review practice/de-eerste-honderd-dagen-nl
action,meeting/2026-12-10-looking-back,meetings/2026-12-10-looking-back.md,asks two readers at the edge whether they want to come along,"by 3 Dec, Looking back, two years on",,2026-12-03,fatima,soon,cop edit meeting/2026-12-10-looking-back
action,meeting/2026-10-29-wat-levert-het-op-nl,meetings/2026-10-29-wat-levert-het-op.nl.md,haalt bij twee vestigingen een verhaal op dat nergens toe leidde,"by 8 Dec, Wat levert het op?",2026-10-29,2026-12-08,kees,soon,cop edit meeting/2026-10-29-wat-levert-het-op-nl
"#);
    insta::assert_snapshot!(dutch(&world, &["due --for mij", "due --for kees", "due --for begeleider -n 2", "due --help"]), @r"
$ COP_LANG=nl cop due --for mij
» fout: niemand weet wie je bent: met je naam en adres in git ben je hier geen lid
» tip: cop join
[status 2]

$ COP_LANG=nl cop due --for kees
1  haalt bij twee vestigingen een verhaal op dat nergens toe leidde
   actie, voor 8 dec, Wat levert het op?
   cop edit meeting/2026-10-29-wat-levert-het-op-nl
2  Wat doe je met een kerngroep die leegloopt?
   vraag, 6 dagen zonder antwoord, 1 volgt hem
   cop answer question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl
3  A newcomer gives a first contribution within a month of joining
   doel, voor 31 dec
   cop meet plan

$ COP_LANG=nl cop due --for begeleider -n 2
1  Wat doe je met een kerngroep die leegloopt?
   vraag, 6 dagen zonder antwoord, 1 volgt hem
   cop answer question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl
2  A newcomer gives a first contribution within a month of joining
   doel, voor 31 dec
   cop meet plan

$ COP_LANG=nl cop due --help
Laat zien wat er ligt te wachten, het dringendste eerst, met waarom en wat je
typt

Gebruik: cop due [OPTIES]

Opties
      --for WHO         Voor wie: me, een lid, een rol of een team

Hoeveel, in welke volgorde
  -n, --limit NUMBER    Hooguit zoveel

Bij elke opdracht
  -C MAP                De map van de gemeenschap, of een map daarbinnen, in
                        plaats van de huidige
  -f, --format VORM     De vorm van het antwoord: text, json, …
      --json            Hetzelfde als -f json
  -o, --output BESTAND  Schrijf het antwoord in een bestand
      --color WANNEER   Wanneer in kleur: auto, always, never
  -q, --quiet           Alleen het antwoord en fouten
  -v, --verbose         Meer dan het antwoord: lijsten met de paden erbij,
                        documenten met alle links
      --demo            In de voorbeeldgemeenschap, met de geschiedenis van haar
                        leden
  -h, --help            Deze hulp

Eerst waar iemand op wacht of wat is beloofd: bijeenkomsten, wat daar is
afgesproken, wat is gemeld, vragen zonder antwoord, voorstellen die te lang
liggen, fouten van een controle. Dan waar een reden voor is: er veranderde iets
in de buurt, wie het bijhield is vertrokken, de dag van een doel of een besluit
komt dichterbij. Als laatste wat alleen een datum zegt; -v toont dat allemaal.
Wat van niemand is, is voor wie de rol steward of begeleider heeft.
  cop due
  cop due --for me
  cop due --for steward
  cop due --for @anna -f md
  cop due --for me -f ics -o todo.ics
");
}

#[test]
fn each_sort_of_thing_that_waits_is_found_on_its_day() {
    let people = "---\nname: Ada Test\nemails: [ada@example.org]\nroles: [facilitator]\n---\n";
    let settings = "format: 1\nname: Tiny\nrhythm: every 6 weeks\ngoals:\n  - {text: All maps, until: 2026-12-01, questions: [how-long]}\n  - {text: Far away, until: 2027-12-01}\n";
    let world = tiny();
    world.write("community.yaml", settings);
    world.write("members/ada.md", people);
    world.write("members/kees.md", "---\nname: Kees Weg\nstatus: alumnus\n---\n");
    world.write("questions/how-long.md", "---\ntags: [maps]\n---\n\n# How long?\n\nText.\n");
    world.write("questions/how-long/kees.md", "Ten years.\n");
    world.write("decisions/0001-boxes.md", "---\nstatus: accepted\nrevisit: 2026-12-10\ndeciders: [ada]\n---\n\n# Boxes\n\nText.\n");
    world.write("decisions/0002-racks.md", "---\ncreated: 2026-06-01\n---\n\n# Racks\n\nText.\n");
    world.write("decisions/0003-shelves.md", "---\ncreated: 2026-11-20\ndeciders: [ada]\n---\n\n# Shelves\n\nText.\n");
    world.write("practices/left.md", "---\nstatus: adopted\nsteward: kees\n---\n\n# Left\n\nText.\n");
    world.write("practices/old.md", "---\nstatus: adopted\nreviewed: 2025-01-01\nsteward: Team Maps\n---\n\n# Old\n\nText.\n");
    world.write("practices/wrong.md", "---\nstatus: adopted\n---\n\n# Wrong\n\nSee [nothing](nowhere.md).\n");
    world.write("flags/2026-11-20-gone-ada.md", "---\nabout: practice/gone\ntype: wrong\n---\n\n# Gone is wrong\n");
    world.write("meetings/2026-11-10-first.md", "---\nwhen: 2026-11-10T14:00\n---\n\n# First\n\n## Minutes\n\nWe spoke.\n\n- [ ] @ada writes it down (2026-11-25)\n- [x] @ada is done\n- [ ] somebody buys soup\n");
    world.write(
        "meetings/2026-11-30-second.md",
        "---\nwhen: 2026-11-30T14:00\n---\n\n# Second\n\n## Agenda\n\n<!-- cop: what to talk about -->\n",
    );
    world.commit("All");
    insta::assert_snapshot!(waiting(&world, "2026-11-22", &[]).join("\n"), @r"
now meeting: was on 10 Nov; nobody wrote down what came of it; cop meet close meeting/2026-11-10-first
now action: by 25 Nov, First; cop edit meeting/2026-11-10-first
now question: 174 days without an answer; cop answer question/hoe-lang-nl
now check: 1 error: dead-relation; cop check flags/2026-11-20-gone-ada.md
now check: 1 error: dead-link; cop check practices/wrong.md
now proposal: proposed 174 days ago; cop mark decision/0002-racks accepted
soon meeting: in 8 days, and has no agenda; cop meet plan meeting/2026-11-30-second
soon action: promised at First; cop edit meeting/2026-11-10-first
soon review: Kees Weg, who kept it true, has left; cop review practice/left
soon flag: it is about something that is not there; cop show flag/2026-11-20-gone-ada
soon question: has an answer that nobody chose yet; cop accept answer/how-long/kees
soon proposal: proposed 2 days ago; cop mark decision/0003-shelves accepted
soon decision: to be looked at again by 10 Dec; cop review decision/0001-boxes
soon goal: by 1 Dec, 1 question open; cop show question/how-long
later review: was to be reviewed by 1 Jan; cop review practice/old
");
    // What is past is said to be, and by the rhythm there would be a meeting again.
    insta::assert_snapshot!(waiting(&world, "2027-02-01", &["-n", "12"]).join("\n"), @r"
now meeting: was on 10 Nov 2026; nobody wrote down what came of it; cop meet close meeting/2026-11-10-first
now meeting: was on 30 Nov 2026; nobody wrote down what came of it; cop meet minutes meeting/2026-11-30-second
now meeting: by the rhythm it would be on 11 Jan, and none is planned; cop meet plan
now action: was for 25 Nov 2026, First; cop edit meeting/2026-11-10-first
now question: 245 days without an answer; cop answer question/hoe-lang-nl
now check: 1 error: dead-relation; cop check flags/2026-11-20-gone-ada.md
now check: 1 error: dead-link; cop check practices/wrong.md
now proposal: proposed 245 days ago; cop mark decision/0002-racks accepted
now goal: was for 1 Dec 2026, 1 question open; cop show question/how-long
soon action: promised at First; cop edit meeting/2026-11-10-first
soon review: Kees Weg, who kept it true, has left; cop review practice/left
soon flag: it is about something that is not there; cop show flag/2026-11-20-gone-ada
");
    // To the facilitator goes what is nobody's, to a team what is its own.
    insta::assert_snapshot!(waiting(&world, "2026-11-22", &["--for", "ada"]).join("\n"), @r"
now meeting: was on 10 Nov; nobody wrote down what came of it; cop meet close meeting/2026-11-10-first
now action: by 25 Nov, First; cop edit meeting/2026-11-10-first
now question: 174 days without an answer; cop answer question/hoe-lang-nl
now check: 1 error: dead-relation; cop check flags/2026-11-20-gone-ada.md
now check: 1 error: dead-link; cop check practices/wrong.md
now proposal: proposed 174 days ago; cop mark decision/0002-racks accepted
soon meeting: in 8 days, and has no agenda; cop meet plan meeting/2026-11-30-second
soon action: promised at First; cop edit meeting/2026-11-10-first
soon review: Kees Weg, who kept it true, has left; cop review practice/left
soon flag: it is about something that is not there; cop show flag/2026-11-20-gone-ada
soon question: has an answer that nobody chose yet; cop accept answer/how-long/kees
soon proposal: proposed 2 days ago; cop mark decision/0003-shelves accepted
soon decision: to be looked at again by 10 Dec; cop review decision/0001-boxes
soon goal: by 1 Dec, 1 question open; cop show question/how-long
");
    insta::assert_snapshot!(waiting(&world, "2026-11-22", &["--for", "team maps"]).join("\n"), @"later review: was to be reviewed by 1 Jan; cop review practice/old");
}

#[test]
fn where_there_is_nothing_it_says_so_and_who_asks_for_nobody_is_told() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Tiny\nrhythm: every 6 weeks\n");
    insta::assert_snapshot!(transcript(&world, &["due", "due --json", "due --for me"]), @r#"
$ cop due
Nothing is waiting

$ cop due --json
{
  "schema": "cop/due/1",
  "items": [],
  "total": 0,
  "bumps": [],
  "problems": []
}

$ cop due --for me
» error: nobody knows who you are: by your name and address in git you are no member here
» hint: cop join
[status 2]
"#);
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.write("meetings/2026-12-20-later.md", "---\nwhen: 2026-12-20T14:00\n---\n\n# Later\n");
    insta::assert_snapshot!(transcript(&world, &["due", "due --for me", "due --for aad", "due --for archivists", "due --for adda"]), @r#"
$ cop due
Nothing is waiting
Next meeting: Later, 20 Dec

$ cop due --for me
Nothing is waiting there
Next meeting: Later, 20 Dec

$ cop due --for aad
» error: there is no member, role or team "aad"
» hint: did you mean ada?
[status 2]

$ cop due --for archivists
» error: there is no member, role or team "archivists"
» hint: me, a handle, a role such as steward, or a team
[status 2]

$ cop due --for adda
» error: there is no member, role or team "adda"
» hint: did you mean ada?
[status 2]
"#);
    let bare = World::without_git();
    bare.write("community.yaml", "format: 1\nname: Tiny\n");
    bare.write("questions/how.md", "# How?\n");
    insta::assert_snapshot!(transcript(&bare, &["due"]), @r"
$ cop due
1  How?                                          question, asked today
   cop answer question/how
");
}

#[test]
fn a_clock_that_is_wrong_makes_nothing_wait_for_ever() {
    let world = tiny();
    world.write("questions/later.md", "---\ncreated: 2099-01-01\n---\n\n# Later?\n\nText.\n");
    world.write("decisions/0001-later.md", "---\ncreated: 9999-12-31\n---\n\n# Later\n\nText.\n");
    world.write("meetings/2099-01-01-far.md", "# Far\n\n## Minutes\n\n- [ ] @ada comes (9999-12-31)\n- [ ] @ada comes (2026-02-31)\n");
    world.commit("Later");
    insta::assert_snapshot!(waiting(&world, "2026-11-22", &[]).join("\n"), @r"
now question: 174 days without an answer; cop answer question/hoe-lang-nl
soon action: promised at Far; cop edit meeting/2099-01-01-far
soon question: asked today; cop answer question/later
soon proposal: proposed today; cop mark decision/0001-later accepted
later action: by 31 Dec 9999, Far; cop edit meeting/2099-01-01-far
");
    let early = waiting(&world, "1970-01-01", &[]);
    assert!(early.iter().all(|line| !line.contains(" -")), "{early:#?}");
}

#[test]
fn dates_that_were_moved_in_bulk_are_shown_for_what_they_are() {
    let dated = |day: &str, at: usize| format!("---\nstatus: adopted\nreviewed: {day}\n---\n\n# Page {at}\n\nText {at}.\n");
    let world = tiny();
    let write =
        |day: &str, pages: std::ops::Range<usize>| pages.for_each(|at| world.write(&format!("practices/page-{at:02}.md"), dated(day, at)));
    write("2026-01-01", 0..20);
    world.commit("Pages");
    write("2026-11-02", 0..12);
    world.commit("All of them are fine");
    write("2026-11-03", 12..15);
    world.commit("These three too");
    write("2026-11-03", 15..19);
    world.commit("And these four");
    write("2026-11-03", 19..20);
    world.commit("And after a minute this one");
    insta::assert_snapshot!(transcript(&world, &["due", "due -n 13 -f paths"]), @r"
$ cop due
Now
1  Hoe lang bewaren we brieven?             question, 174 days without an answer
   cop answer question/hoe-lang-nl

When there is time
2  Page 0  review, its date of review was moved on 1 Jun together with 11 others
   cop review practice/page-00
3  Page 1  review, its date of review was moved on 1 Jun together with 11 others
   cop review practice/page-01
4  Page 2  review, its date of review was moved on 1 Jun together with 11 others
   cop review practice/page-02
5  Page 3  review, its date of review was moved on 1 Jun together with 11 others
   cop review practice/page-03
6  Page 4  review, its date of review was moved on 1 Jun together with 11 others
   cop review practice/page-04
and 14 more whose date is all that says so: cop due -v

7 dates of review were moved on 1 Jun within seconds of each other: nobody read
so many texts at once
12 dates of review were moved on 1 Jun in one commit: nobody read so many texts
at once

$ cop due -n 13 -f paths
questions/hoe-lang.nl.md
practices/page-00.md
practices/page-01.md
practices/page-02.md
practices/page-03.md
practices/page-04.md
practices/page-05.md
practices/page-06.md
practices/page-07.md
practices/page-08.md
practices/page-09.md
practices/page-10.md
practices/page-11.md
");
    let bumps = cop(&world, "due --json").run().json()["bumps"].clone();
    let sizes: Vec<(u64, usize)> = bumps
        .as_array()
        .expect("bumps")
        .iter()
        .map(|bump| (bump["commits"].as_u64().expect("a number"), bump["paths"].as_array().expect("paths").len()))
        .collect();
    assert_eq!(sizes, [(2, 7), (1, 12)]);
    // A review after it is one.
    cop(&world, "review page-03 still-true").run().done();
    assert_eq!(
        each(&cop(&world, "due --json").run().json()["items"], "ref").into_iter().filter(|name| *name == "practice/page-03").count(),
        0
    );
}

#[test]
fn what_is_kept_is_what_is_found() {
    let world = example();
    let due = |world: &World| cop(world, "due --json").env("COP_NOW", LATER).run().done();
    let fresh = |world: &World| {
        let _ = std::fs::remove_dir_all(world.path(".git/cop"));
        due(world)
    };
    let first = fresh(&world);
    assert!(world.path(".git/cop/root/due").exists());
    assert_eq!(due(&world), first);
    let steps: [(&str, &str); 4] = [
        ("questions/new-one.md", "# Who knows?\n\nText.\n"),
        ("meetings/2026-12-10-looking-back.md", "# Looking back\n\n- [ ] @anna comes (2026-11-23)\n"),
        ("members/fatima.md", "---\nname: Fatima\nstatus: alumnus\n---\n"),
        ("community.yaml", "format: 1\nname: Another\n"),
    ];
    let mut seen = vec![first];
    for (path, text) in steps {
        world.write(path, text);
        let now = due(&world);
        assert_eq!(now, fresh(&world), "{path}");
        assert!(!seen.contains(&now), "{path}");
        seen.push(now);
    }
}

#[test]
fn what_waits_can_stand_in_a_calendar() {
    let world = example();
    let calendar = cop(&world, "due --for fatima -f ics").run().done();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
    let task = calendar.split("BEGIN:VTODO").find(|task| task.contains("asks two readers")).unwrap_or_else(|| panic!("{calendar}"));
    assert!(task.contains("DUE;VALUE=DATE:20261203") && task.contains("STATUS:NEEDS-ACTION"), "{task}");
    let uids = |calendar: &str| {
        calendar.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(uids(&calendar).len(), calendar.matches("BEGIN:VTODO").count());
    // Another day, and another title of the meeting: the tasks are the same ones.
    world.git(&["mv", "meetings/2026-12-10-looking-back.md", "meetings/2026-12-17-looking-back.md"]);
    world.commit("A week later");
    assert!(uids(&cop(&world, "due --for fatima -f ics").run().done()).is_superset(&uids(&calendar)));
}
