//! What a search that finds nothing says: what is near, which condition leaves nothing, and what to type.

use crate::commands::{dutch, each, example, narrow, transcript, valid};
use crate::support::world::World;

#[test]
fn what_finds_something_is_said_with_what_it_finds() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search rythmn", "search rhythm kind:member tag:meetings", "search rhythm -k member -t meetings", "search rhythm kind:member created:2031"]), @r"
    $ cop search rythmn
    Nothing found for rythmn.
    Did you mean rhythms? cop search rhythms
    The nearest: Two rhythms at once (answer/how-often-should-we-meet/kees); How
    often should we meet? (question/how-often-should-we-meet); A rhythm we can keep
    (meeting/2025-09-11-a-rhythm-we-can-keep)
    May know: Anna de Vries (wrote 4), Fatima El Idrissi (worked on 6), Kees Ørsted
    (answered 2)
    Ask everybody: cop ask rythmn
    [status 1]

    $ cop search rhythm kind:member tag:meetings
    Nothing found for rhythm kind:member tag:meetings.
    With kind:member nothing is left; without, 7 documents are found: cop search
    'rhythm tag:meetings'
    The nearest: How often should we meet? (question/how-often-should-we-meet); A
    rhythm we can keep (meeting/2025-09-11-a-rhythm-we-can-keep); Two rhythms at
    once (answer/how-often-should-we-meet/kees)
    May know: Anna de Vries (wrote 4), Fatima El Idrissi (worked on 6), Kees Ørsted
    (answered 2)
    Ask everybody: cop ask rhythm
    [status 1]

    $ cop search rhythm -k member -t meetings
    Nothing found for rhythm.
    With kind:member nothing is left; without, 7 documents are found: cop search
    'rhythm tag:meetings'
    The nearest: How often should we meet? (question/how-often-should-we-meet); A
    rhythm we can keep (meeting/2025-09-11-a-rhythm-we-can-keep); Two rhythms at
    once (answer/how-often-should-we-meet/kees)
    May know: Anna de Vries (wrote 4), Fatima El Idrissi (worked on 6), Kees Ørsted
    (answered 2)
    Ask everybody: cop ask rhythm
    [status 1]

    $ cop search rhythm kind:member created:2031
    Nothing found for rhythm kind:member created:2031.
    With kind:member created:2031 nothing is left; without, 13 documents are found:
    cop search rhythm
    The nearest: How often should we meet? (question/how-often-should-we-meet); A
    rhythm we can keep (meeting/2025-09-11-a-rhythm-we-can-keep); Two rhythms at
    once (answer/how-often-should-we-meet/kees)
    May know: Anna de Vries (wrote 4), Fatima El Idrissi (worked on 6), Kees Ørsted
    (answered 2)
    Ask everybody: cop ask rhythm
    [status 1]
    ");
    insta::assert_snapshot!(dutch(&world, &["search rythmn", "search tag:rhythm created:2031"]), @r"
    $ COP_LANG=nl cop search rythmn
    Niets gevonden voor rythmn.
    Bedoel je rhythms? cop search rhythms
    Wat er het dichtst bij komt: Two rhythms at once
    (answer/how-often-should-we-meet/kees); How often should we meet?
    (question/how-often-should-we-meet); A rhythm we can keep
    (meeting/2025-09-11-a-rhythm-we-can-keep)
    Weet het misschien: Anna de Vries (schreef 4), Fatima El Idrissi (werkte aan 6),
    Kees Ørsted (gaf 2 antwoorden)
    Vraag het iedereen: cop ask rythmn
    [status 1]

    $ COP_LANG=nl cop search tag:rhythm created:2031
    Niets gevonden voor tag:rhythm created:2031.
    Met created:2031 blijft er niets over; zonder zijn er 11 documenten: cop search
    tag:rhythm
    Wat er het dichtst bij komt: Half an answer: two rooms and a carrier
    (answer/how-do-you-run-a-community-across-time-zones/kees); How do you run a
    community across time zones?
    (question/how-do-you-run-a-community-across-time-zones); How many meetings a
    year is normal? (question/how-many-meetings-a-year)
    [status 1]
    ");
    insta::assert_snapshot!(narrow(&world, &["search rhythm kind:member tag:meetings"]), @r"
    $ COLUMNS=40 cop search rhythm kind:member tag:meetings
    Nothing found for rhythm kind:member
    tag:meetings.
    With kind:member nothing is left;
    without, 7 documents are found: cop
    search 'rhythm tag:meetings'
    The nearest: How often should we meet?
    (question/how-often-should-we-meet); A
    rhythm we can keep
    (meeting/2025-09-11-a-rhythm-we-can-keep
    ); Two rhythms at once
    (answer/how-often-should-we-meet/kees)
    May know: Anna de Vries (wrote 4),
    Fatima El Idrissi (worked on 6), Kees
    Ørsted (answered 2)
    Ask everybody: cop ask rhythm
    [status 1]
    ");
    for query in ["rythmn", "rhythm kind:member tag:meetings", "tag:rhythm created:2031"] {
        let answer = valid(&world.cop(&["search", query, "--json"]), "search");
        let instead = answer["instead"]["query"].as_str().unwrap();
        let found = valid(&world.cop(&["search", instead, "--json"]), "search");
        assert_eq!(answer["instead"]["total"], found["total"], "{instead}");
        let near = each(&answer["instead"]["documents"], "ref");
        assert_eq!(near, each(&found["hits"], "ref")[..near.len()], "{instead}");
    }
}

#[test]
fn an_empty_community_says_how_to_begin() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Empty\n");
    let run = world.cop(&["search", "scan"]);
    assert_eq!(run.status, 1, "{run}");
    assert!(run.stdout.starts_with("There are no documents yet.") && !run.stdout.contains("cop ask"), "{run}");
}
