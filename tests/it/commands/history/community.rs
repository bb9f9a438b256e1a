//! The story of the whole community: what `history` tells where no document is named.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::{cop, dutch, each, example, names, narrow, tiny, transcript, valid};
use crate::support::world::World;

/// The transcript on a screen of eighty columns.
fn screen(world: &World, lines: &[&str]) -> String {
    lines.iter().map(|line| cop(world, line).env("COLUMNS", "80").run().to_string()).collect::<Vec<_>>().join("\n")
}

#[test]
fn it_is_told_from_its_end() {
    let world = example();
    insta::assert_snapshot!(screen(&world, &["history"]), @r"
$ COLUMNS=80 cop history
» hint: there is more: -n 100, or --since with a time
19 Nov
  changed: Wat levert het op? (meeting)  Maryam Yıldız: actie gedaan
  changed: Eindig met een oogst (practice)  Maryam Yıldız: wat we nog niet weten
18 Nov
  changed: Looking back, two years on (meeting)  Anna de Vries: Zoë's question
    on the agenda
17 Nov
  followed: Wat doe je met een kerngroep die leegloopt?  Anna de Vries
  reported: Wat laat je weg als je maar een halve dag hebt? (flag)  Zoë van 't
    Hoff
  followed: De eerste honderd dagen  Zoë van 't Hoff
16 Nov
  asked: Wat doe je met een kerngroep die leegloopt?  Zoë van 't Hoff
13 Nov
  made: Eindig met een oogst (practice)  Maryam Yıldız
12 Nov
  followed: Zet onze verhalen op een openbare site  Tomasz Wójcik
  changed: Zet onze verhalen op een openbare site (decision)  Anna de Vries:
    meeting/2026-12-10-looking-back: plan
  made: Looking back, two years on (meeting)  Anna de Vries
10 Nov
  made: Zet onze verhalen op een openbare site (decision)  Inês Carvalho
  changed: Wat levert het op? (meeting)  Inês Carvalho:
    decision/0006-zet-onze-verhalen-op-een-openbare-site-nl: voorstel
5 Nov
  changed: 7 documents (Common ground, Facilitator, Flag it or fix it, …)
    Fatima El Idrissi: Link what belongs together
  followed: Collect value stories  Fatima El Idrissi
  used: Walk a newcomer in  Zoë van 't Hoff
4 Nov
  changed: Hoe overtuig je een leidinggevende die uren telt? (answer)  Maryam
    Yıldız: verwijs naar de vijf stappen
2 Nov
  changed: 2 documents (Give points for contributions, Introduction to
    communities of practice (Wenger-Trayner))  Inês Carvalho, Kees Ørsted:
    practice/collect-value-stories: pitfalls, proposed
  made: Value story (term)  Inês Carvalho, Kees Ørsted
  draft → proposed: Collect value stories (practice)  Inês Carvalho, Kees
    Ørsted: See also: Value story
");
    insta::assert_snapshot!(transcript(&world, &["log -n 6", "history -n 3 -v"]), @r"
$ cop log -n 6
» hint: there is more: -n 30, or --since with a time
19 Nov
  changed: Wat levert het op? (meeting)  Maryam Yıldız: actie gedaan
  changed: Eindig met een oogst (practice)  Maryam Yıldız: wat we nog niet weten
18 Nov
  changed: Looking back, two years on (meeting)  Anna de Vries: Zoë's question
    on the agenda
17 Nov
  followed: Wat doe je met een kerngroep die leegloopt?  Anna de Vries
  reported: Wat laat je weg als je maar een halve dag hebt? (flag)  Zoë van 't
    Hoff
  followed: De eerste honderd dagen  Zoë van 't Hoff

$ cop history -n 3 -v
» hint: there is more: -n 15, or --since with a time
19 Nov
  changed: Wat levert het op? (meeting)  Maryam Yıldız: actie gedaan  [commit]
  changed: Eindig met een oogst (practice)  Maryam Yıldız: wat we nog niet weten
    [commit]
18 Nov
  changed: Looking back, two years on (meeting)  Anna de Vries: Zoë's question
    on the agenda  [commit]
    And a third goal, which it belongs to.
");
    insta::assert_snapshot!(narrow(&world, &["history -n 8"]), @r"
$ COLUMNS=40 cop history -n 8
» hint: there is more: -n 40, or --since with a time
19 Nov
  changed: Wat levert het op? (meeting)
    Maryam Yıldız: actie gedaan
  changed: Eindig met een oogst
    (practice)  Maryam Yıldız: wat we
    nog niet weten
18 Nov
  changed: Looking back, two years on
    (meeting)  Anna de Vries: Zoë's
    question on the agenda
17 Nov
  followed: Wat doe je met een kerngroep
    die leegloopt?  Anna de Vries
  reported: Wat laat je weg als je maar
    een halve dag hebt? (flag)  Zoë van
    't Hoff
  followed: De eerste honderd dagen  Zoë
    van 't Hoff
16 Nov
  asked: Wat doe je met een kerngroep
    die leegloopt?  Zoë van 't Hoff
13 Nov
  made: Eindig met een oogst (practice)
    Maryam Yıldız
");
    // Where no screen ends, every line stands by itself.
    insta::assert_snapshot!(cop(&world, "history -n 8").env("COLUMNS", "").run().to_string(), @r"
$ COLUMNS='' cop history -n 8
» hint: there is more: -n 40, or --since with a time
2026-11-19  changed   Wat levert het op? (meeting)                            Maryam Yıldız    [commit]  actie gedaan
2026-11-19  changed   Eindig met een oogst (practice)                         Maryam Yıldız    [commit]  wat we nog niet weten
2026-11-18  changed   Looking back, two years on (meeting)                    Anna de Vries    [commit]  Zoë's question on the agenda
2026-11-17  followed  Wat doe je met een kerngroep die leegloopt?             Anna de Vries    [commit]
2026-11-17  reported  Wat laat je weg als je maar een halve dag hebt? (flag)  Zoë van 't Hoff  [commit]
2026-11-17  followed  De eerste honderd dagen                                 Zoë van 't Hoff  [commit]
2026-11-16  asked     Wat doe je met een kerngroep die leegloopt?             Zoë van 't Hoff  [commit]
2026-11-13  made      Eindig met een oogst (practice)                         Maryam Yıldız    [commit]
");
    insta::assert_snapshot!(dutch(&world, &["history -n 8"]), @r"
$ COP_LANG=nl cop history -n 8
» tip: er is meer: -n 40, of --since met een tijd
19 nov
  gewijzigd: Wat levert het op? (bijeenkomst)  Maryam Yıldız: actie gedaan
  gewijzigd: Eindig met een oogst (praktijk)  Maryam Yıldız: wat we nog niet
    weten
18 nov
  gewijzigd: Looking back, two years on (bijeenkomst)  Anna de Vries: Zoë's
    question on the agenda
17 nov
  gevolgd: Wat doe je met een kerngroep die leegloopt?  Anna de Vries
  gemeld: Wat laat je weg als je maar een halve dag hebt? (melding)  Zoë van 't
    Hoff
  gevolgd: De eerste honderd dagen  Zoë van 't Hoff
16 nov
  gevraagd: Wat doe je met een kerngroep die leegloopt?  Zoë van 't Hoff
13 nov
  gemaakt: Eindig met een oogst (praktijk)  Maryam Yıldız
");
}

#[test]
fn programs_get_each_event_with_its_document() {
    let world = example();
    let answer = valid(&cop(&world, "history -n 5 --json").run(), "history-community");
    assert_eq!(names(&answer), ["schema", "events", "more", "at_least", "problems"]);
    assert_eq!(answer["events"].as_array().map(Vec::len), Some(5));
    let event = &answer["events"][0];
    let keys = ["commit", "date", "people", "action", "from", "to", "changes", "text_changed", "message", "ref", "path", "kind", "title"];
    assert_eq!(names(event), keys);
    assert!(cop(&world, "history -n 5 --json").run().stderr.is_empty());
    let whole = valid(&cop(&world, "history --since 2020 --json").run(), "history-community");
    assert!(whole.get("more").is_none());
    // Everything in the life of a document is told of the community too.
    for one in ["practice/write-the-charter-together", "question/how-often-should-we-meet", "member/anna"] {
        let own = valid(&cop(&world, &format!("history {one} --json")).run(), "history");
        let commits = |events: &Value, of: &dyn Fn(&Value) -> bool| -> Vec<String> {
            events
                .as_array()
                .unwrap()
                .iter()
                .filter(|event| of(event))
                .map(|event| format!("{} {}", event["commit"], event["action"]))
                .collect()
        };
        assert_eq!(commits(&own["events"], &|event| event.get("ref").is_none()), commits(&whole["events"], &|event| event["ref"] == one));
    }
    insta::assert_snapshot!(transcript(&world, &["history -n 3 -f csv", "history -n 2 -f paths", "history -n 2 -f md"]), @r#"
$ cop history -n 3 -f csv
» hint: there is more: -n 15, or --since with a time
ref,title,commit,date,people,action,from,to,message
meeting/2026-10-29-wat-levert-het-op-nl,Wat levert het op?,[commit],2026-11-19,maryam,edited,,,meeting/2026-10-29-wat-levert-het-op-nl: actie gedaan
practice/eindig-met-een-oogst-nl,Eindig met een oogst,[commit],2026-11-19,maryam,edited,,,practice/eindig-met-een-oogst-nl: wat we nog niet weten
meeting/2026-12-10-looking-back,"Looking back, two years on",[commit],2026-11-18,anna,edited,,,"meeting/2026-12-10-looking-back: Zoë's question on the agenda"

$ cop history -n 2 -f paths
» hint: there is more: -n 10, or --since with a time
meetings/2026-10-29-wat-levert-het-op.nl.md
practices/eindig-met-een-oogst.nl.md

$ cop history -n 2 -f md
» hint: there is more: -n 10, or --since with a time
- 19 Nov
  - changed: **Wat levert het op? (meeting)**  Maryam Yıldız: actie gedaan
  - changed: **Eindig met een oogst (practice)**  Maryam Yıldız: wat we nog niet weten
"#);
}

#[test]
fn what_belongs_together_is_one_line() {
    let world = tiny();
    for number in 1..=6 {
        world.write(&format!("practices/old-{number}.md"), format!("# Old way {number}\n"));
    }
    world.commit_by("Bo Guest", "bo@example.org", "Import the wiki");
    for number in 1..=3 {
        world.write("practices/scan-maps.md", format!("---\ntags: [scan, maps]\n---\n\n# Scan maps\n\nIn {number} parts.\n"));
        world.commit_by("Bo Guest", "bo@example.org", &format!("Part {number}"));
        world.write(
            "practices/scan-letters.md",
            format!("---\ntags: [scan]\nstatus: adopted\n---\n\n# Scan letters\n\nAt {number}00 dpi.\n"),
        );
        world.commit("Finer");
    }
    world.git(&["rm", "-q", "practices/old-1.md", "questions/hoe-lang.nl.md"]);
    world.commit("Away with it");
    insta::assert_snapshot!(transcript(&world, &["history", "history -n 2"]), @r"
$ cop history
1 Jun
  taken away: Old way 1 (practice)  Ada Test
  taken away: Hoe lang bewaren we brieven? (question)  Ada Test
  changed 3 times: Scan letters (practice)  Ada Test
  changed 3 times: Scan maps (practice)  Bo Guest
  made: 6 practices (Old way 1, Old way 2, Old way 3, …)  Bo Guest: Import the
    wiki
  asked: Hoe lang bewaren we brieven?  Bo Guest
  joined: Ada Test
  made: Scan letters (practice)  Ada Test
  made: Scan maps (practice)  Ada Test

$ cop history -n 2
» hint: there is more: -n 10, or --since with a time
1 Jun
  taken away: Old way 1 (practice)  Ada Test
  taken away: Hoe lang bewaren we brieven? (question)  Ada Test
");
    insta::assert_snapshot!(dutch(&world, &["history"]), @r"
$ COP_LANG=nl cop history
1 jun
  weggehaald: Old way 1 (praktijk)  Ada Test
  weggehaald: Hoe lang bewaren we brieven? (vraag)  Ada Test
  3 keer gewijzigd: Scan letters (praktijk)  Ada Test
  3 keer gewijzigd: Scan maps (praktijk)  Bo Guest
  gemaakt: 6 praktijken (Old way 1, Old way 2, Old way 3, …)  Bo Guest: Import
    the wiki
  gevraagd: Hoe lang bewaren we brieven?  Bo Guest
  lid geworden: Ada Test
  gemaakt: Scan letters (praktijk)  Ada Test
  gemaakt: Scan maps (praktijk)  Ada Test
");
    let answer = valid(&cop(&world, "history --json --since 2020").run(), "history-community");
    let actions = each(&answer["events"], "action");
    let count = |wanted: &str| actions.iter().filter(|action| **action == wanted).count();
    assert_eq!((count("created"), count("edited"), count("deleted")), (10, 6, 2), "{actions:?}");
    assert_eq!(each(&answer["events"], "title")[..2], ["Old way 1", "Hoe lang bewaren we brieven?"]);
}

#[test]
fn it_can_be_of_part_of_the_community() {
    let world = example();
    for (line, of) in [("history -k besluit --since 2020 --json", "decisions/"), ("history practices --since 2020 --json", "practices/")] {
        let answer = valid(&cop(&world, line).run(), "history-community");
        let paths = each(&answer["events"], "path");
        assert!(paths.len() > 5 && paths.iter().all(|path| path.starts_with(of)), "{line} {paths:?}");
    }
    let answer = valid(&cop(&world, "history --by pieter --since 2020 --json").run(), "history-community");
    let events = answer["events"].as_array().unwrap();
    let is_his = |event: &Value| {
        let named = ["people", "reviewers"].into_iter().filter_map(|who| event[who].as_array()).flatten();
        named.into_iter().any(|person| *person == json!({"handle": "pieter", "name": "Pieter van der Berg", "left": true}))
    };
    assert!(events.len() > 5 && events.iter().all(is_his), "{answer}");
    insta::assert_snapshot!(screen(&world, &[
        "history -t rhythm -n 5",
        "history -k question -n 5",
        "history --by bram --since 2026-04 --until 2026-04",
        "history members -n 4",
        "history -k practise",
        "history --since 2019 --until 2020",
        "history -t nothing",
    ]), @r#"
$ COLUMNS=80 cop history -t rhythm -n 5
» hint: there is more: -n 25, or --since with a time
5 Nov
  changed: How often should we meet? (answer)  Fatima El Idrissi: Link what
    belongs together
27 Oct
  answered: How do you run a community across time zones?  Kees Ørsted
20 Oct
  asked: How do you run a community across time zones?  Inês Carvalho
22 Jan
  open → closed: How many meetings a year is normal? (question)  Anna de Vries,
    Tomasz Wójcik: Duplicate of: How often should we meet?
20 Jan
  asked: How many meetings a year is normal?  Tomasz Wójcik

$ COLUMNS=80 cop history -k question -n 5
» hint: there is more: -n 25, or --since with a time
16 Nov
  asked: Wat doe je met een kerngroep die leegloopt?  Zoë van 't Hoff
20 Oct
  asked: How do you run a community across time zones?  Inês Carvalho
4 Sep
  open → answered: Who keeps a document true when its writer has left?
    (question)  José Peña: Accepted answer: Whoever used it last, and otherwise
    nobody, visibly
28 Aug
  asked: Who keeps a document true when its writer has left?  José Peña
13 Apr
  open → answered: Do we need a chat channel between meetings? (question)
    Pieter van der Berg (left): Accepted answer: A year later: yes, if the asker
    carries the answer out

$ COLUMNS=80 cop history --by bram --since 2026-04 --until 2026-04
21 Apr
  raised → settled: The charter is written once and never read again (flag)
    Bram Smit: reviewed by Maryam Yıldız
  reviewed, revised: Write the charter together (practice)  Bram Smit: reviewed
    by Maryam Yıldız
16 Apr
  thanked: Fatima El Idrissi, for Flag it or fix it  Bram Smit

$ COLUMNS=80 cop history members -n 4
» hint: there is more: -n 20, or --since with a time
17 Nov
  followed: Wat doe je met een kerngroep die leegloopt?  Anna de Vries
  followed: De eerste honderd dagen  Zoë van 't Hoff
12 Nov
  followed: Zet onze verhalen op een openbare site  Tomasz Wójcik
5 Nov
  followed: Collect value stories  Fatima El Idrissi

$ COLUMNS=80 cop history -k practise
» error: there is no kind "practise"
» hint: did you mean practice?
[status 2]

$ COLUMNS=80 cop history --since 2019 --until 2020
nothing happened in that time; the history runs from 2024-11-21 to 2026-11-19

$ COLUMNS=80 cop history -t nothing
nothing of the kind happened
"#);
}

#[test]
fn where_there_is_nothing_that_is_said() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: New\n");
    world.write("practices/new.md", "# New\n");
    let none = transcript(&world, &["history", "history --json"]);
    world.git(&["add", "community.yaml"]);
    world.git(&["commit", "-q", "-m", "Begin"]);
    insta::assert_snapshot!(format!("{none}\n{}", transcript(&world, &["history"])), @r#"
$ cop history
nothing has happened here yet: no document has been committed

$ cop history --json
{
  "schema": "cop/history-community/1",
  "events": [],
  "at_least": false,
  "problems": []
}

$ cop history
nothing has happened here yet: no document has been committed
"#);
    insta::assert_snapshot!(dutch(&world, &["history", "history -k praktijk"]), @r"
$ COP_LANG=nl cop history
hier is nog niets gebeurd: er is nog geen document vastgelegd

$ COP_LANG=nl cop history -k praktijk
iets van dien aard is niet gebeurd
");
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Plain\n");
    insta::assert_snapshot!(transcript(&world, &["history"]), @r#"
$ cop history
» error: this community is not in a git repository, so nothing is known about who did what
» hint: to begin: git init && git add . && git commit -m "Our community"
[status 2]
"#);
}

#[test]
fn nobody_is_named_for_what_a_shallow_clone_begins_with() {
    let whole = tiny();
    whole.write("practices/scan-maps.md", "# Scan maps\n\nNew.\n");
    whole.commit_by("Cy Guest", "cy@example.org", "Change the maps");
    let world = World::without_git();
    world.git(&["clone", "--quiet", "--depth", "1", &format!("file://{}", whole.root().display()), "."]);
    insta::assert_snapshot!(transcript(&world, &["history"]), @r#"
$ cop history
» note: this clone does not have the whole history, so what it says is "at least"; git fetch --unshallow gets the rest
1 Jun
  was there already: 4 documents (Ada Test, Scan letters, Scan maps, …)
"#);
    let answer = valid(&cop(&world, "history --json").run(), "history-community");
    assert!(answer["events"].as_array().unwrap().iter().all(|event| event["people"] == json!([]) && event["action"] == "present"));
}

#[test]
fn a_clock_that_was_wrong_does_not_stand_before_all_else() {
    let world = tiny();
    world.write("practices/late.md", "# Late\n");
    world.git(&["add", "."]);
    world.command("git").args(&["commit", "-q", "-m", "From the future", "--date", "2099-01-01T12:00:00Z"]).run().done();
    world.write("practices/later.md", "# Later\n");
    world.git(&["add", "."]);
    world.command("git").args(&["commit", "-q", "-m", "After it", "--date", "2026-11-20T12:00:00Z"]).run().done();
    let answer = valid(&cop(&world, "history --json").run(), "history-community");
    assert_eq!(each(&answer["events"], "title")[..2], ["Later", "Late"]);
    assert_eq!(each(&answer["events"], "date")[1], "2099-01-01");
}

#[test]
fn what_others_wrote_steers_no_terminal() {
    let world = tiny();
    world.write("practices/evil.md", "# Evil \u{202e}title\u{1b}[31m\n");
    world.commit_by("Eve\u{7}", "eve@example.org", "Evil \u{1b}]0;title\u{7} subject \u{202e}desrever");
    world.write("practices/evil.md", "# Evil \u{202e}title\u{1b}[31m\n\nMore.\n");
    world.commit_by("Eve\u{7}", "eve@example.org", "More \u{1b}[2J evil\u{2028}");
    world.git(&["rm", "-q", "practices/evil.md"]);
    world.commit("Away\u{1b}[1m");
    for line in ["history", "history -v", "history -f md", "history practices"] {
        let run = cop(&world, line).run();
        let bad = run.stdout.chars().find(|letter| letter.is_control() && *letter != '\n' || matches!(letter, '\u{202e}' | '\u{2028}'));
        assert_eq!(bad, None, "{run}");
    }
    insta::assert_snapshot!(transcript(&world, &["history -n 3"]), @r"
$ cop history -n 3
» hint: there is more: -n 15, or --since with a time
1 Jun
  taken away: Evil \u{202e}title\u{1b}[31m (practice)  Ada Test
  changed: Evil \u{202e}title\u{1b}[31m (practice)  Eve: More \u{1b}[2J evil
  made: Evil \u{202e}title\u{1b}[31m (practice)  Eve
");
}

#[test]
fn whoever_reviewed_what_another_wrote_is_told_as_often_as_it_counts() {
    let world = example();
    let told = valid(&cop(&world, "history --by fatima -n 500 --json").run(), "history-community");
    let is_reviewer = |event: &Value| event["reviewers"].as_array().is_some_and(|all| all.iter().any(|one| one["handle"] == "fatima"));
    let is_dated = |event: &Value| {
        let by = event["people"].as_array().unwrap().iter().any(|one| one["handle"] == "fatima");
        by && event["changes"].as_array().unwrap().iter().any(|change| change["field"] == "reviewed")
    };
    let events = told["events"].as_array().unwrap();
    // What one commit says of several documents is one review.
    let said: BTreeSet<&str> = events.iter().filter(|event| is_reviewer(event)).filter_map(|event| event["message"].as_str()).collect();
    let reviews = said.len() + events.iter().filter(|event| is_dated(event)).count();
    let counted = cop(&world, "contributors @fatima --json").run().json();
    assert_eq!(counted["contributors"][0]["reviewed"], reviews);
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Seen\n");
    world.write("practices/scan.md", "---\nstatus: proposed\n---\n# Scan\n");
    world.commit("Begin");
    for (text, line) in
        [("---\nstatus: proposed\n---\n# Scan\n\nSlowly.\n", "Slowly"), ("---\nstatus: adopted\n---\n# Scan\n\nSlowly.\n", "Adopt it")]
    {
        world.write("practices/scan.md", text);
        world.commit(&format!("{line}\n\nReviewed-by: Bo \u{202e}Guest <bo@example.org>"));
    }
    insta::assert_snapshot!(transcript(&world, &["history", "history scan"]), @r"
$ cop history
1 Jun
  proposed → adopted: Scan (practice)  Ada Test: reviewed by Bo \u{202e}Guest
  changed: Scan (practice)  Ada Test: reviewed by Bo \u{202e}Guest; Slowly
  made: Scan (practice)  Ada Test

$ cop history scan
Scan  practices/scan.md
2026-06-01  proposed → adopted  Ada Test  [commit]
   reviewed by Bo \u{202e}Guest; Adopt it
2026-06-01  changed             Ada Test  [commit]
   reviewed by Bo \u{202e}Guest; Slowly
2026-06-01  made                Ada Test  [commit]
   Begin
");
    insta::assert_snapshot!(dutch(&world, &["history -n 2"]), @r"
$ COP_LANG=nl cop history -n 2
» tip: er is meer: -n 10, of --since met een tijd
1 jun
  voorgesteld → vastgesteld: Scan (praktijk)  Ada Test: nagekeken door Bo
    \u{202e}Guest
  gewijzigd: Scan (praktijk)  Ada Test: nagekeken door Bo \u{202e}Guest; Slowly
");
    let by = cop(&world, "history --by 'Bo \u{202e}Guest' --json").run().json();
    assert_eq!(each(&by["events"], "action"), ["status", "edited"]);
}

#[test]
fn what_was_renamed_since_is_called_as_it_is_now() {
    let world = example();
    let told = world.command("cop").args(&["history", "--since", "2024", "-n", "500"]).env("COLUMNS", "400").run().done();
    assert!(told.contains("thanked: Bram Smit, for Write the charter together"), "{told}");
    assert!(!told.contains("../practices/"), "{told}");
}
