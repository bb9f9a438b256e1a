//! What a search that finds nothing says: what is near, which condition leaves nothing, and what to type.

use crate::commands::{dutch, each, example, narrow, transcript, valid};
use crate::support::world::World;

#[test]
fn what_finds_something_is_said_with_what_it_finds() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search rythmn", "search rhythm kind:member tag:meetings", "search rhythm -k member -t meetings", "search rhythm kind:member created:2031"]), @r"
    $ cop search rythmn
    Nothing found for rythmn.
    Did you mean rhythm? cop search rhythm
    The nearest:
    - How often should we meet?  question/how-often-should-we-meet
    - A rhythm we can keep  meeting/2025-09-11-a-rhythm-we-can-keep
    - Two rhythms at once  answer/how-often-should-we-meet/kees
    May know: Anna de Vries (wrote 4), Fatima El Idrissi (worked on 6), Kees Ørsted
    (answered 2)
    Ask everybody: cop ask rythmn
    [status 1]

    $ cop search rhythm kind:member tag:meetings
    Nothing found for rhythm kind:member tag:meetings.
    With kind:member nothing is left; without, 7 documents are found:
    cop search 'rhythm tag:meetings'
    The nearest:
    - How often should we meet?  question/how-often-should-we-meet
    - A rhythm we can keep  meeting/2025-09-11-a-rhythm-we-can-keep
    - Two rhythms at once  answer/how-often-should-we-meet/kees
    May know: Anna de Vries (wrote 4), Fatima El Idrissi (worked on 6), Kees Ørsted
    (answered 2)
    Ask everybody: cop ask rhythm
    [status 1]

    $ cop search rhythm -k member -t meetings
    Nothing found for rhythm kind:member tag:meetings.
    With kind:member nothing is left; without, 7 documents are found:
    cop search 'rhythm tag:meetings'
    The nearest:
    - How often should we meet?  question/how-often-should-we-meet
    - A rhythm we can keep  meeting/2025-09-11-a-rhythm-we-can-keep
    - Two rhythms at once  answer/how-often-should-we-meet/kees
    May know: Anna de Vries (wrote 4), Fatima El Idrissi (worked on 6), Kees Ørsted
    (answered 2)
    Ask everybody: cop ask rhythm
    [status 1]

    $ cop search rhythm kind:member created:2031
    Nothing found for rhythm kind:member created:2031.
    With kind:member created:2031 nothing is left; without, 13 documents are found:
    cop search rhythm
    The nearest:
    - How often should we meet?  question/how-often-should-we-meet
    - A rhythm we can keep  meeting/2025-09-11-a-rhythm-we-can-keep
    - Two rhythms at once  answer/how-often-should-we-meet/kees
    May know: Anna de Vries (wrote 4), Fatima El Idrissi (worked on 6), Kees Ørsted
    (answered 2)
    Ask everybody: cop ask rhythm
    [status 1]
    ");
    insta::assert_snapshot!(dutch(&world, &["search rythmn", "search tag:rhythm created:2031"]), @r"
    $ COP_LANG=nl cop search rythmn
    Niets gevonden voor rythmn.
    Bedoel je rhythm? cop search rhythm
    Wat er het dichtst bij komt:
    - How often should we meet?  question/how-often-should-we-meet
    - A rhythm we can keep  meeting/2025-09-11-a-rhythm-we-can-keep
    - Two rhythms at once  answer/how-often-should-we-meet/kees
    Weet het misschien: Anna de Vries (schreef 4), Fatima El Idrissi (werkte aan 6),
    Kees Ørsted (gaf 2 antwoorden)
    Vraag het iedereen: cop ask rythmn
    [status 1]

    $ COP_LANG=nl cop search tag:rhythm created:2031
    Niets gevonden voor tag:rhythm created:2031.
    Met created:2031 blijft er niets over; zonder zijn er 11 documenten:
    cop search tag:rhythm
    Wat er het dichtst bij komt:
    - Half an answer: two rooms and a carrier
      answer/how-do-you-run-a-community-across-time-zones/kees
    - How do you run a community across time zones?
      question/how-do-you-run-a-community-across-time-zones
    - How many meetings a year is normal?  question/how-many-meetings-a-year
    [status 1]
    ");
    insta::assert_snapshot!(narrow(&world, &["search rhythm kind:member tag:meetings"]), @r"
    $ COLUMNS=40 cop search rhythm kind:member tag:meetings
    Nothing found for rhythm kind:member
    tag:meetings.
    With kind:member nothing is left;
    without, 7 documents are found:
    cop search 'rhythm tag:meetings'
    The nearest:
    - How often should we meet?
      question/how-often-should-we-meet
    - A rhythm we can keep
      meeting/2025-09-11-a-rhythm-we-can-keep
    - Two rhythms at once
      answer/how-often-should-we-meet/kees
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

#[test]
fn words_that_are_nowhere_lead_to_those_that_stand_in_them() {
    let world = example();
    for (query, reason, instead) in [
        ("vergaderritme", "part", "ritme"),
        ("wat is vergaderritme", "part", "wat is ritme"),
        ("kernteam xyzzy", "part", "team"),
        ("timezones", "apart", "\"time zones\""),
        ("timezone", "apart", "\"time zones\""),
        ("verpleeg", "beginning", "verpleeg*"),
        ("rythmn", "spelling", "rhythm"),
        ("rythmn tag:meetngs", "spelling", "rhythm tag:meetings"),
        ("tag:rythm", "spelling", "tag:rhythm"),
        ("status:adoptd kind:practice", "spelling", "status:adopted kind:practice"),
        ("rhythm kind:member tag:meetings", "condition", "rhythm tag:meetings"),
    ] {
        let answer = valid(&world.cop(&["search", query, "--json"]), "search");
        assert_eq!((answer["instead"]["reason"].as_str(), answer["instead"]["query"].as_str()), (Some(reason), Some(instead)), "{query}");
        let found = valid(&world.cop(&["search", instead, "--json"]), "search");
        assert_eq!(answer["instead"]["total"], found["total"], "{instead}");
    }
    insta::assert_snapshot!(transcript(&world, &["search vergaderritme", "search timezones"]), @r#"
    $ cop search vergaderritme
    Nothing found for vergaderritme.
    vergaderritme is in no document; ritme is in 13: cop search ritme
    The nearest:
    - Zet het ritme voor een jaar vast  practice/ritme-voor-een-jaar-nl
    - How often should we meet?  question/how-often-should-we-meet
    - A rhythm we can keep  meeting/2025-09-11-a-rhythm-we-can-keep
    Ask everybody: cop ask vergaderritme
    [status 1]

    $ cop search timezones
    Nothing found for timezones.
    timezones is not written as one word here; as "time zones" it is in 2 documents:
    cop search '"time zones"'
    The nearest:
    - How do you run a community across time zones?
      question/how-do-you-run-a-community-across-time-zones
    - Inês Carvalho  member/ines
    May know: Kees Ørsted (answered 1)
    Ask everybody: cop ask timezones
    [status 1]
    "#);
    insta::assert_snapshot!(dutch(&world, &["search vergaderritme", "search timezones", "search verpleeg"]), @r#"
    $ COP_LANG=nl cop search vergaderritme
    Niets gevonden voor vergaderritme.
    vergaderritme staat in geen document; ritme staat in 13 documenten:
    cop search ritme
    Wat er het dichtst bij komt:
    - Zet het ritme voor een jaar vast  practice/ritme-voor-een-jaar-nl
    - How often should we meet?  question/how-often-should-we-meet
    - A rhythm we can keep  meeting/2025-09-11-a-rhythm-we-can-keep
    Vraag het iedereen: cop ask vergaderritme
    [status 1]

    $ COP_LANG=nl cop search timezones
    Niets gevonden voor timezones.
    timezones staat hier nergens aan elkaar; als "time zones" staat het in 2
    documenten: cop search '"time zones"'
    Wat er het dichtst bij komt:
    - How do you run a community across time zones?
      question/how-do-you-run-a-community-across-time-zones
    - Inês Carvalho  member/ines
    Weet het misschien: Kees Ørsted (gaf 1 antwoord)
    Vraag het iedereen: cop ask timezones
    [status 1]

    $ COP_LANG=nl cop search verpleeg
    Niets gevonden voor verpleeg.
    Met woorden die beginnen met verpleeg is er één document: cop search 'verpleeg*'
    Wat er het dichtst bij komt:
    - De verpleegkundigen van drie locaties
      story/de-verpleegkundigen-van-drie-locaties-nl
    Vraag het iedereen: cop ask verpleeg
    [status 1]
    "#);
}

#[test]
fn what_is_only_alike_is_not_proposed_and_leads_to_nobody() {
    let world = example();
    for query in ["slack", "licentie", "inwerken", "gamification"] {
        let answer = valid(&world.cop(&["search", query, "--json"]), "search");
        assert_eq!(
            (answer["total"].as_u64(), &answer["instead"], each(&answer["people"], "name").len()),
            (Some(0), &serde_json::Value::Null, 0),
            "{query}"
        );
    }
    // Whoever knows of a part of it may know nothing of the whole.
    let answer = valid(&world.cop(&["search", "vergaderritme", "--json"]), "search");
    assert!(each(&answer["people"], "name").is_empty());
}

#[test]
fn fields_that_no_document_has_say_how_it_stands() {
    let world = example();
    let lines = ["search updated:yesterday", "search created:2031", "search is:stale", "search lang:de"];
    insta::assert_snapshot!(transcript(&world, &lines), @r#"
$ cop search updated:yesterday
Nothing found for updated:yesterday.
The last change was of "Wat levert het op?", on 19 Nov.
[status 1]

$ cop search created:2031
Nothing found for created:2031.
The newest document is "Wat laat je weg als je maar een halve dag hebt?", on 17
Nov.
[status 1]

$ cop search is:stale
Nothing at the moment for is:stale.
[status 1]

$ cop search lang:de
» note: no document is in the language "de"
Nothing found for lang:de.
For all documents: cop list
[status 1]
"#);
    insta::assert_snapshot!(dutch(&world, &lines), @r#"
$ COP_LANG=nl cop search updated:yesterday
Niets gevonden voor updated:yesterday.
Het laatst gewijzigd is "Wat levert het op?", op 19 nov.
[status 1]

$ COP_LANG=nl cop search created:2031
Niets gevonden voor created:2031.
Het nieuwste document is "Wat laat je weg als je maar een halve dag hebt?", op
17 nov.
[status 1]

$ COP_LANG=nl cop search is:stale
Nu niets voor is:stale.
[status 1]

$ COP_LANG=nl cop search lang:de
» opmerking: geen document is in de taal "de"
Niets gevonden voor lang:de.
Alle documenten zien: cop list
[status 1]
"#);
}

#[test]
fn a_text_that_nothing_is_like_can_be_asked() {
    let world = example();
    let run = world.command(env!("CARGO_BIN_EXE_cop")).args(&["search", "--like", "-"]).input("# xqzzy foobarbaz\n").run();
    assert_eq!((run.status, run.stdout.as_str()), (1, "No document is like it.\nAsk everybody: cop ask 'xqzzy foobarbaz'\n"));
}

#[test]
fn options_alone_ask_what_they_ask_in_a_query() {
    let world = example();
    for (options, query) in [(&["--tag", "rhythm"][..], "tag:rhythm"), (&["-k", "question", "--by", "anna"], "kind:question by:anna")] {
        let with_options = world.cop(&[&["search", "-f", "paths"], options].concat());
        assert_eq!(with_options.done(), world.cop(&["search", "-f", "paths", query]).done(), "{query}");
    }
}

#[test]
fn what_was_not_reviewed_longest_comes_first() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Reviews\n");
    for (name, fields) in [
        ("a", "reviewed: 2026-03-01"),
        ("b", "reviewed: 2024-05-01"),
        ("c", "created: 2025-01-01"),
        ("d", "created: 2020-01-01\nreviewed: 2026-09-01"),
    ] {
        world.write(&format!("practices/{name}.md"), format!("---\n{fields}\n---\n\n# Scan {name}\n"));
    }
    world.commit("Begin");
    let expected = ["b", "c", "a", "d"].map(|name| format!("practices/{name}.md\n")).concat();
    for query in ["scan sort:reviewed", "kind:practice volgorde:nagekeken"] {
        assert_eq!(world.cop(&["search", "-f", "paths", query]).done(), expected, "{query}");
    }
    assert_eq!(world.cop(&["list", "-f", "paths", "-s", "reviewed"]).done(), expected);
}

#[test]
fn a_proposal_keeps_what_stands_around_a_word_and_corrects_nothing_that_is_excluded() {
    let world = example();
    for (query, instead) in [
        ("rythmn -meetngs kind:question", "rhythm -meetngs kind:question"),
        ("rythmn NOT meetngs NOT (comunity lurkrs) kind:question", "rhythm NOT meetngs NOT (comunity lurkrs) kind:question"),
        ("\"quiet membrs\"", "\"quiet members\""),
        ("-lang:nl \"quiet membrs\"", "-lang:nl \"quiet members\""),
        ("xyzzyq,rythmn kind:question", "xyzzyq,rhythm kind:question"),
    ] {
        let answer = valid(&world.cop(&["search", "--json", "--", query]), "search");
        assert_eq!(answer["instead"]["query"].as_str(), Some(instead), "{query}");
    }
    insta::assert_snapshot!(transcript(&world, &["search -n 1 -- '-meetngs rhythm'", "search -n 1 'rhythm NOT comunity'", "search -n 1 'NOT NOT comunity'", "search -- '-meetngs zzqqy'"]), @r"
$ cop search -n 1 -- '-meetngs rhythm'
13 found, 1 to 1
1  How often should we meet?                     question, answered, 2 answers
   questions/how-often-should-we-meet.md:11  What rhythm do you keep, and how d…
Knows about it: Anna de Vries (answered 1), Kees Ørsted (answered 2), Fatima El
Idrissi (worked on 6)

$ cop search -n 1 'rhythm NOT comunity'
13 found, 1 to 1
1  How often should we meet?                     question, answered, 2 answers
   questions/how-often-should-we-meet.md:11  What rhythm do you keep, and how d…
Knows about it: Anna de Vries (answered 1), Kees Ørsted (answered 2), Fatima El
Idrissi (worked on 6)

$ cop search -n 1 'NOT NOT comunity'
17 found, 1 to 1; also searched: community (spelling)
1  Community of practice                        term, agreed, changed 1 May 2025
   glossary/community-of-practice.md:17  … and most communities mix them:
   glossary/community-of-practice.md:24  … is there. A community goes on as lon…
Knows about it: Anna de Vries (keeps 5), Bram Smit (wrote 2), Kees Ørsted
(answered 1)

$ cop search -- '-meetngs zzqqy'
Nothing found for -meetngs zzqqy.
Ask everybody: cop ask zzqqy
[status 1]
");
}

#[test]
fn a_very_long_query_is_not_said_back_whole_and_no_part_of_it_is_proposed() {
    let world = example();
    let words = |count: usize| (0..count).map(|number| format!("qzx{number}wvk")).collect::<Vec<_>>().join(" ");
    let excluded = |count: usize| (0..count).map(|number| format!("-qzx{number}wvk")).collect::<Vec<_>>().join(" ");
    for query in
        [words(300), format!("rythmn {}", words(300)), format!("rhythm kind:member \"{}\"", words(300)), format!("tag:{}", "q".repeat(900))]
    {
        for line in ["search", "who"] {
            let run = world.cop(&[line, "--", &query]);
            assert!(!run.stdout.contains("cop ask"), "{run}");
            assert!(run.stdout.split("cop search ").skip(1).all(|rest| !rest.lines().next().unwrap_or_default().contains('q')), "{run}");
            assert!(run.stdout.len() + run.stderr.len() < 2_500, "{run}");
        }
    }
    // What fits is proposed whole.
    let query = format!("rythmn {}", excluded(20));
    let run = world.cop(&["search", "--", &query]);
    assert!(run.stdout.replace('\n', " ").contains(&format!("cop search 'rhythm {}'", excluded(20))), "{run}");
    let proposed =
        valid(&world.cop(&["search", "--json", "--", &format!("rythmn {}", excluded(90))]), "search")["instead"]["query"].clone();
    assert_eq!(proposed, format!("rhythm {}", excluded(90)), "programs get it whole");
}
