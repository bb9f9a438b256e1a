//! `cop` alone

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
        4 resources, 2 flags, 9 members; 5 more no longer hold

        Next  Thu 10 Dec  Looking back, two years on
        New   flag        Wat laat je weg als je maar een halve dag       Zoë, 17 Nov
                            hebt?
              practice    Eindig met een oogst                            Maryam, 13 Nov
              decision    Zet onze verhalen op een openbare site          Inês, 10 Nov
        Open  question    Wat doe je met een kerngroep die leegloopt?     no answer yet
              question    How do you run a community across time zones?   1 answer

        Find: cop search WORDS   Read: cop show TITLE   More: cop help
        ");
    insta::assert_snapshot!(dutch(&world, &[""]), @r"
        $ COP_LANG=nl cop
        The Long Table
        We are people who run a community of practice next to our other work. At this
        table we learn from one another how to start one, how to keep it …
        14 praktijken, 7 vragen (2 open), 4 besluiten, 9 begrippen, 4 bijeenkomsten, 4
        verhalen, 4 bronnen, 2 meldingen, 9 leden; nog 5 gelden niet meer

        Binnenkort  do 10 dec  Looking back, two years on
        Nieuw       melding    Wat laat je weg als je maar een halve   Zoë, 17 nov
                                 dag hebt?
                    praktijk   Eindig met een oogst                    Maryam, 13 nov
                    besluit    Zet onze verhalen op een openbare site  Inês, 10 nov
        Open        vraag      Wat doe je met een kerngroep die        nog geen antwoord
                                 leegloopt?
                    vraag      How do you run a community across time  1 antwoord
                                 zones?

        Zoeken: cop search WOORDEN   Lezen: cop show TITEL   Meer: cop help
        ");
    insta::assert_snapshot!(narrow(&world, &[""]), @r"
        $ COLUMNS=40 cop
        The Long Table
        We are people who run a community of
        practice next to our other …
        14 practices, 7 questions (2 open), 4
        decisions, 9 terms, 4 meetings, 4
        stories, 4 resources, 2 flags, 9
        members; 5 more no longer hold

        Next  Looking back, two years on
           Thu 10 Dec
        New   Wat laat je weg als je maar een
                halve dag hebt?
           flag  Zoë, 17 Nov
              Eindig met een oogst
           practice  Maryam, 13 Nov
              Zet onze verhalen op een openbare
                site
           decision  Inês, 10 Nov
        Open  Wat doe je met een kerngroep die
                leegloopt?
           question  no answer yet
              How do you run a community across
                time zones?
           question  1 answer

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
