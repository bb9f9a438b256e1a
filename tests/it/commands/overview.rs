//! `cop` alone

mod news;

use super::{cop, dutch, each, example, narrow, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn it_shows_the_community() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &[""]), @r"
$ cop
The Long Table
We are people who run a community of practice next to our other work. At this
table we learn from one another how to start one, how to keep it …
14 practices, 7 questions (2 open), 4 decisions, 9 terms, 4 meetings, 4 stories,
4 resources, 1 flag, 9 members; 5 more no longer hold

Next  Thu 10 Dec  Looking back, two years on
New   practice    Eindig met een oogst                           Maryam, 13 Nov
      decision    Zet onze verhalen op een openbare site         Inês, 10 Nov
      term        Value story                                    Kees, 2 Nov
Open  question    Wat doe je met een kerngroep die leegloopt?    no answer yet
      question    How do you run a community across time zones?  1 answer

You are no member here yet: cop join makes you one
Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    insta::assert_snapshot!(dutch(&world, &[""]), @r"
$ COP_LANG=nl cop
The Long Table
We are people who run a community of practice next to our other work. At this
table we learn from one another how to start one, how to keep it …
14 praktijken, 7 vragen (2 open), 4 besluiten, 9 begrippen, 4 bijeenkomsten, 4
verhalen, 4 bronnen, 1 melding, 9 leden; 5 gelden niet meer

Binnenkort  do 10 dec  Looking back, two years on
Nieuw       praktijk   Eindig met een oogst                    Maryam, 13 nov
            besluit    Zet onze verhalen op een openbare site  Inês, 10 nov
            begrip     Value story                             Kees, 2 nov
Open        vraag      Wat doe je met een kerngroep die leeg…  nog geen antwoord
            vraag      How do you run a community across tim…  1 antwoord

Je bent hier nog geen lid: met cop join word je het
Zoeken: cop search WOORDEN   Lezen: cop show TITEL   Meer: cop help
");
    insta::assert_snapshot!(narrow(&world, &[""]), @r"
$ COLUMNS=40 cop
The Long Table
We are people who run a community of …
14 practices, 7 questions (2 open), 4
decisions, 9 terms, 4 meetings, 4
stories, 4 resources, 1 flag, 9 members;
5 more no longer hold

Next  Thu 10 Dec  Looking back, two
        years on
New   practice  Eindig met een oogst
        Maryam, 13 Nov
      decision  Zet onze verhalen op een
        openbare site
        Inês, 10 Nov

You are no member here yet: cop join
makes you one
Find: cop search WORDS   Read:
cop show TITLE   More: cop help
");
    assert!(cop(&world, "").run().done().lines().count() <= 15);
}

#[test]
fn it_is_the_same_for_programs() {
    let world = example();
    let answer = valid(&cop(&world, "--json").run(), "overview");
    assert_eq!(answer["name"], "The Long Table");
    assert_eq!(answer["next_meeting"]["date"], "2026-12-10");
    assert_eq!(answer["newest"].as_array().unwrap().len(), 3);
    assert_eq!(each(&answer["open"], "status"), ["open", "open"]);
    let kinds = each(&answer["kinds"], "kind");
    assert_eq!((kinds.first(), kinds.last()), (Some(&"practice"), Some(&"member")));
}

#[test]
fn a_young_community_is_told_how_to_go_on() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Young\npurpose: |\n  To learn\n  together.\n");
    insta::assert_snapshot!(transcript(&world, &[""]), @r"
        $ cop
        Young
        To learn together.
        There are no documents yet.
        every Markdown file in a kind's folder is a document, such as
        practices/our-first.md; if yours stand elsewhere, say in community.yaml where:
        kinds: practice: paths:

        Find: cop search WORDS   Read: cop show TITLE   More: cop help
        ");
    insta::assert_snapshot!(transcript(&tiny(), &[""]), @r"
        $ cop
        Tiny
        2 practices, 1 question (1 open), 1 member

        Newest  practice  Scan letters                  Ada, 1 Jun
                practice  Scan maps                     Ada, 1 Jun
        Open    question  Hoe lang bewaren we brieven?  no answer yet

        Find: cop search WORDS   Read: cop show TITLE   More: cop help
        ");
}

#[test]
fn outside_a_community_it_names_the_ways_in() {
    let world = World::new();
    insta::assert_snapshot!(transcript(&world, &["", "-C .", "--json"]), @r#"
$ cop
There is no community here: no community.yaml in this folder or above it.

Begin one        cop init
Join one         git clone ADDRESS, and in it: cop join
Look around      cop --demo search rhythm
Make an example  cop demo
Go elsewhere     cop -C DIR
All commands     cop help

$ cop -C .
» error: [world]/community is not in a community: no community.yaml here or above
» hint: to start one here: cop init
» hint: to look in another folder: cop -C DIR …
» hint: to see what cop does: cop --demo search rhythm
[status 2]

$ cop --json
» {"error":{"kind":"no-community","message":"[world]/community is not in a community: no community.yaml here or above","cause":null,"path":null,"line":null,"column":null,"hints":["to start one here: cop init","to look in another folder: cop -C DIR …","to see what cop does: cop --demo search rhythm"]}}
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &[""]), @r"
$ COP_LANG=nl cop
Hier is geen gemeenschap: geen community.yaml in deze map of erboven.

Zelf beginnen    cop init
Doe mee          git clone ADRES, en daarin: cop join
Rondkijken       cop --demo search rhythm
Voorbeeld maken  cop demo
Andere map       cop -C MAP
Alle opdrachten  cop help
");
}

#[test]
fn settings_that_can_not_be_meant_are_shown_in_place() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Broken\nlanguge: nl\n");
    insta::assert_snapshot!(transcript(&world, &["", "list --json"]), @r#"
    $ cop
    » error: unknown key "languge"
    » community.yaml:3:1
    »    |  languge: nl
    »    |  ^
    » hint: did you mean "language"?
    [status 2]

    $ cop list --json
    » {"error":{"kind":"settings","message":"unknown key \"languge\"","cause":null,"path":"community.yaml","line":3,"column":1,"hints":["did you mean \"language\"?"]}}
    [status 2]
    "#);
}

#[test]
fn the_language_is_the_communitys_where_a_person_names_none() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Ons\nlanguage: nl\n");
    let run = |line| cop(&world, line).env("COP_LANG", "").env("LC_ALL", "").run();
    assert!(run("").stdout.contains("Er zijn nog geen documenten."));
    assert!(run("help").stdout.contains("Elke dag"));
    assert!(run("lst").stderr.contains("bedoel je cop list?"));
}

#[test]
fn it_shows_what_is_new_since_i_last_looked_and_what_waits_for_me() {
    let world = tiny();
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\ninterests: [letters]\n---\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    let old = "---\nstatus: adopted\nsteward: ada\nreviewed: 2025-01-01\n---\n\n";
    world.write("practices/old.md", format!("{old}# Old\n"));
    world.write("practices/flagged.md", format!("{old}# Flagged\n"));
    world.commit("Mine");
    let at = |day: &str, line: &str| cop(&world, line).env("COP_NOW", format!("{day}T09:00:00Z")).run();
    let first = at("2026-11-20", "").done();
    assert_eq!(at("2026-11-20", "").done(), first, "whoever looks again at once sees the same");
    world.write("practices/scan-maps.md", "# Scan maps\n\nAt 600 dpi.\n");
    world.write("practices/scan-photos.md", "# Scan photos\n\nIn colour.\n");
    world.write("questions/glue.md", "---\ntags: [letters]\n---\n\n# Which glue?\n");
    world.commit_by("Bo Guest", "bo@example.org", "More");
    cop(&world, "flag flagged wrong --author bo").run().done();
    cop(&world, "tag old letters").run().done();
    insta::assert_snapshot!(at("2026-11-22", "").to_string(), @r"
$ COP_NOW=2026-11-22T09:00:00Z cop
Tiny
5 practices, 2 questions (2 open), 1 flag, 2 members

New      practice    Scan maps                     changed by Bo, 1 Jun
         practice    Scan photos                   Bo, 1 Jun
         question    Which glue?                   Bo, 1 Jun
For you  flagged     Flagged                       cop review flagged
         to review   Old                           cop review old
         unanswered  Which glue?                   cop answer glue
Open     question    Hoe lang bewaren we brieven?  no answer yet

Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    // Within a visit it stays, in whatever language; afterwards it is not new any more.
    insta::assert_snapshot!(dutch(&world, &["status"]), @r"
$ COP_LANG=nl cop status
Tiny
5 praktijken, 2 vragen (2 open), 1 melding, 2 leden

Nieuw     praktijk      Scan maps                     gewijzigd door Bo, 1 jun
          praktijk      Scan photos                   Bo, 1 jun
          vraag         Which glue?                   Bo, 1 jun
Voor jou  gemeld        Flagged                       cop review flagged
          nakijken      Old                           cop review old
          onbeantwoord  Which glue?                   cop answer glue
Open      vraag         Hoe lang bewaren we brieven?  nog geen antwoord

Zoeken: cop search WOORDEN   Lezen: cop show TITEL   Meer: cop help
");
    insta::assert_snapshot!(at("2026-11-23", "").to_string(), @r"
$ COP_NOW=2026-11-23T09:00:00Z cop
Tiny
5 practices, 2 questions (2 open), 1 flag, 2 members

New                  nothing since you last looked
                       (yesterday)
For you  flagged     Flagged                                  cop review flagged
         to review   Old                                      cop review old
         unanswered  Which glue?                              cop answer glue
Open     question    Hoe lang bewaren we brieven?             no answer yet

Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    let answer = valid(&cop(&world, "--json").run(), "overview");
    assert_eq!(each(&answer["waiting"], "command"), ["cop review flagged", "cop review old", "cop answer glue"]);
}

#[test]
fn who_is_no_member_is_told_how_to_take_part() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Club\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n\nHello.\n");
    world.commit("Begin");
    insta::assert_snapshot!(transcript(&world, &[""]), @r"
$ cop
Club
1 member

You are no member here yet: cop join makes you one
Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    world.write("members/ada.md", "---\nname: Ada Test\n---\n\nHello.\n");
    world.commit("Invite");
    insta::assert_snapshot!(transcript(&world, &[""]), @r"
$ cop
Club
2 members

A page waits for you: members/ada.md; cop join makes it yours
Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    insta::assert_snapshot!(dutch(&world, &[""]), @r"
$ COP_LANG=nl cop
Club
2 leden

Er wacht een pagina op je: members/ada.md; met cop join wordt die van jou
Zoeken: cop search WOORDEN   Lezen: cop show TITEL   Meer: cop help
");
    world.cop(&["join"]).done();
    assert!(!world.cop(&[]).to_string().contains("join"));
}

/// A community of three, in which Ada asks, makes, flags and follows, and the others do something with it while she is away.
fn visited() -> World {
    let world = tiny();
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n\n## Follows\n\n- #maps 2026-11-01\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    world.write("questions/glue.md", "# Which glue?\n");
    world.write("practices/press.md", "---\nstatus: adopted\nsteward: bo\n---\n\n# Press flat\n");
    world.commit("Mine");
    cop(&world, "flag press wrong").run().done();
    cop(&world, "answer hoe-lang -b 'Ten years'").run().done();
    cop(&world, "").env("COP_NOW", "2026-11-20T09:00:00Z").run().done();
    world.git(&["config", "user.name", "Bo Guest"]);
    world.git(&["config", "user.email", "bo@example.org"]);
    for line in [
        "answer glue -b Starch",
        "thank ada scan-letters 'for the many hours that it saved all of us'",
        "used scan-letters 'two days saved'",
        "accept hoe-lang/ada",
        "review press still-true",
        "set scan-maps tags=maps",
        "add practice 'Dust maps' -t maps -b Dry.",
        "add practice 'Dust books' -b Dry.",
    ] {
        cop(&world, line).run().done();
    }
    world.git(&["config", "user.name", "Ada Test"]);
    world.git(&["config", "user.email", "ada@example.org"]);
    world
}

#[test]
fn whoever_did_something_hears_what_came_of_it() {
    let world = visited();
    let at = |lang: &str, columns: &str| {
        cop(&world, "").env("COP_NOW", "2026-11-24T09:00:00Z").env("COP_LANG", lang).env("COLUMNS", columns).run().to_string()
    };
    insta::assert_snapshot!(at("en", "80"), @r"
$ COP_NOW=2026-11-24T09:00:00Z COP_LANG=en COLUMNS=80 cop
Tiny
5 practices, 2 questions (1 open), 2 members

New         practice  Dust books                    Bo, 22 Nov
            practice  Press flat                    changed by Bo, 22 Nov
You follow  practice  Dust maps                     Bo, 22 Nov
            practice  Scan maps                     changed by Bo, 22 Nov
For you     answered  Which glue?                   cop accept glue/bo
            chosen    Hoe lang bewaren we brieven?  Bo
            thanked   Scan letters                  Bo: for the many hours that…
            used      Scan letters                  Bo: two days saved
                      one more: cop -v

Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    insta::assert_snapshot!(at("nl", "80"), @r"
$ COP_NOW=2026-11-24T09:00:00Z COP_LANG=nl COLUMNS=80 cop
Tiny
5 praktijken, 2 vragen (1 open), 2 leden

Nieuw     praktijk    Dust books                    Bo, 22 nov
          praktijk    Press flat                    gewijzigd door Bo, 22 nov
Je volgt  praktijk    Dust maps                     Bo, 22 nov
          praktijk    Scan maps                     gewijzigd door Bo, 22 nov
Voor jou  beantwoord  Which glue?                   cop accept glue/bo
          gekozen     Hoe lang bewaren we brieven?  Bo
          bedankt     Scan letters                  Bo: for the many hours that…
          gebruikt    Scan letters                  Bo: two days saved
                      nog een: cop -v

Zoeken: cop search WOORDEN   Lezen: cop show TITEL   Meer: cop help
");
    insta::assert_snapshot!(at("en", "50"), @r"
$ COP_NOW=2026-11-24T09:00:00Z COP_LANG=en COLUMNS=50 cop
Tiny
5 practices, 2 questions (1 open), 2 members

New         practice  Dust books
              Bo, 22 Nov
You follow  practice  Dust maps
              Bo, 22 Nov
For you     answered  Which glue?
              cop accept glue/bo
            chosen  Hoe lang bewaren we brieven?
              Bo
            5 more: cop -v

Find: cop search WORDS   Read: cop show TITLE
More: cop help
");
    insta::assert_snapshot!(at("nl", "50"), @r"
$ COP_NOW=2026-11-24T09:00:00Z COP_LANG=nl COLUMNS=50 cop
Tiny
5 praktijken, 2 vragen (1 open), 2 leden

Nieuw     praktijk  Dust books
            Bo, 22 nov
Je volgt  praktijk  Dust maps
            Bo, 22 nov
Voor jou  beantwoord  Which glue?
            cop accept glue/bo
          gekozen  Hoe lang bewaren we brieven?
            Bo
          nog 5: cop -v

Zoeken: cop search WOORDEN   Lezen: cop show TITEL
Meer: cop help
");
    for columns in ["80", "50"] {
        assert!(at("nl", columns).lines().skip(1).count() <= 15);
    }
    insta::assert_snapshot!(cop(&world, "-v").env("COP_NOW", "2026-11-24T09:00:00Z").run().to_string(), @r"
$ COP_NOW=2026-11-24T09:00:00Z cop -v
Tiny
5 practices, 2 questions (1 open), 2 members

New         practice  Dust books
              Bo, 22 Nov
            practice  Press flat
              changed by Bo, 22 Nov
You follow  practice  Dust maps
              Bo, 22 Nov
            practice  Scan maps
              changed by Bo, 22 Nov
For you     answered  Which glue?
              cop accept glue/bo
            chosen  Hoe lang bewaren we brieven?
              Bo
            thanked  Scan letters
              Bo: for the many hours that it saved all of us
            used  Scan letters
              Bo: two days saved
            settled  Press flat
              Bo

Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    // A day later she knows; what she has to do stands there still.
    insta::assert_snapshot!(cop(&world, "").env("COP_NOW", "2026-11-26T09:00:00Z").run().to_string(), @r"
$ COP_NOW=2026-11-26T09:00:00Z cop
Tiny
5 practices, 2 questions (1 open), 2 members

New                nothing since you last looked (24 Nov)
For you  answered  Which glue?                             cop accept glue/bo

Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    cop(&world, "accept glue/bo").run().done();
    let answer = valid(&cop(&world, "--json").run(), "overview");
    assert_eq!(each(&answer["waiting"], "type"), [""; 0]);
}
