//! `cop list`

mod order;

use super::{cop, dutch, each, example, names, narrow, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn a_line_a_document_newest_first() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["list -n 6", "list decisions", "ls member -n 2 --offset 3", "list -n 2 -v"]), @r"
    $ cop list -n 6
    1 to 6 of 72 documents, newest first
    Wat laat je weg als je maar een halve  flag      raised    17 Nov
      dag hebt?
    Wat doe je met een kerngroep die       question  open      16 Nov, no answer yet
      leegloopt?
    Eindig met een oogst                   practice  draft     13 Nov
    Looking back, two years on             meeting   planned   12 Nov
    Zet onze verhalen op een openbare      decision  proposed  10 Nov
      site
    Value story                            term      proposed  2 Nov

    $ cop list decisions
    6 documents, newest first
    Zet onze verhalen op een openbare site                 proposed    10 Nov
    Give points for contributions                          rejected    29 Jan
    Meet every six weeks                                   accepted    30 Jun 2025
    Elke vraag krijgt binnen een week een eerste antwoord  accepted    31 Mar 2025
    Meet every two weeks                                   superseded  7 Jan 2025
    Keep our knowledge in plain files, with their history  accepted    10 Dec 2024

    $ cop ls member -n 2 --offset 3
    4 to 5 of 10 documents, newest first
    Inês Carvalho        active   8 May 2025
    Pieter van der Berg  alumnus  6 Mar 2025

    $ cop list -n 2 -v
    1 to 2 of 72 documents, newest first
    1  Wat laat je weg als je maar een halve dag hebt?
       flag, raised, changed 17 Nov
       flags/2026-11-17-de-eerste-honderd-dagen-nl-zoe.md
    2  Wat doe je met een kerngroep die leegloopt?   question, open, no answer yet
       questions/wat-doe-je-met-een-kerngroep-die-leegloopt.nl.md
    ");
    insta::assert_snapshot!(dutch(&world, &["list besluiten -n 3"]), @r"
    $ COP_LANG=nl cop list besluiten -n 3
    1 tot en met 3 van 6 documenten, nieuwste eerst
    Zet onze verhalen op een openbare site  voorgesteld  10 nov
    Give points for contributions           afgewezen    29 jan
    Meet every six weeks                    aanvaard     30 jun 2025
    ");
    insta::assert_snapshot!(narrow(&world, &["list -n 6", "list decision"]), @r"
    $ COLUMNS=40 cop list -n 6
    1 to 6 of 72 documents, newest first
    Wat laat je weg als je maar     raised
      een halve dag hebt?
       flag  17 Nov
    Wat doe je met een kerngroep    open
      die leegloopt?
       question  16 Nov, no answer yet
    Eindig met een oogst            draft
       practice  13 Nov
    Looking back, two years on      planned
       meeting  12 Nov
    Zet onze verhalen op een        proposed
      openbare site
       decision  10 Nov
    Value story                     proposed
       term  2 Nov

    $ COLUMNS=40 cop list decision
    6 documents, newest first
    Zet onze verhalen op een      proposed
      openbare site
       10 Nov
    Give points for               rejected
      contributions
       29 Jan
    Meet every six weeks          accepted
       30 Jun 2025
    Elke vraag krijgt binnen een  accepted
      week een eerste antwoord
       31 Mar 2025
    Meet every two weeks          superseded
       7 Jan 2025
    Keep our knowledge in plain   accepted
      files, with their history
       10 Dec 2024
    ");
    let wide = cop(&world, "list -n 3").env("COLUMNS", "150").run();
    insta::assert_snapshot!(wide, @r"
    $ COLUMNS=150 cop list -n 3
    1 to 3 of 72 documents, newest first
    Wat laat je weg als je maar een halve dag hebt?  flag      raised  17 Nov                 flags/2026-11-17-de-eerste-honderd-dagen-nl-zoe.md
    Wat doe je met een kerngroep die leegloopt?      question  open    16 Nov, no answer yet  questions/wat-doe-je-met-een-kerngroep-die-leegloopt.nl.md
    Eindig met een oogst                             practice  draft   13 Nov                 practices/eindig-met-een-oogst.nl.md
    ");
}

#[test]
fn each_filter_says_which() {
    let world = example();
    let paths = |line: &str| {
        let run = cop(&world, &format!("list -f paths {line}")).run();
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{run}");
        run.stdout.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let all = paths("");
    let count = |line: &str| {
        let found = paths(line);
        assert!(found.iter().all(|path| all.contains(path)) && found.len() < all.len(), "{line}: {found:?}");
        found.len()
    };
    insta::assert_debug_snapshot!(
        [
            "-k practice", "--kind vragen", "-t rhythm", "--tag ritme", "--status adopted", "--status aangenomen", "--steward anna",
            "--lang nl", "--where 'organisation=Regionale Waterdienst'", "--where steward=anna", "--created 2025-01..2025-03", "--updated 30d..",
            "--by kees", "--by @kees",
        ]
        .map(|line| (line, count(line))),
        @r#"
    [
        (
            "-k practice",
            15,
        ),
        (
            "--kind vragen",
            8,
        ),
        (
            "-t rhythm",
            11,
        ),
        (
            "--tag ritme",
            11,
        ),
        (
            "--status adopted",
            12,
        ),
        (
            "--status aangenomen",
            23,
        ),
        (
            "--steward anna",
            8,
        ),
        (
            "--lang nl",
            21,
        ),
        (
            "--where 'organisation=Regionale Waterdienst'",
            1,
        ),
        (
            "--where steward=anna",
            8,
        ),
        (
            "--created 2025-01..2025-03",
            18,
        ),
        (
            "--updated 30d..",
            25,
        ),
        (
            "--by kees",
            19,
        ),
        (
            "--by @kees",
            19,
        ),
    ]
    "#
    );
    // Any of one flag, all of different flags.
    assert_eq!(count("-k practice -k question"), count("-k practice") + count("-k question"));
    assert_eq!(count("practice --kind question"), count("-k practice -k question"));
    let both = paths("-k practice -t rhythm");
    assert!(!both.is_empty() && both.len() < paths("-t rhythm").len() && both.iter().all(|path| path.starts_with("practices/")));
    assert_eq!(paths("--created 2025.. --created ..2024"), all);
}

#[test]
fn every_form_has_the_same_documents() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &[
        "list question -n 2 -f csv",
        "list question -n 2 -f jsonl",
        "list question -n 2 -f paths",
        "list question -n 2 -f md",
    ]), @r#"
    $ cop list question -n 2 -f csv
    ref,path,kind,title,status,tags,score,people,created,updated
    question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl,questions/wat-doe-je-met-een-kerngroep-die-leegloopt.nl.md,question,Wat doe je met een kerngroep die leegloopt?,open,roles ending,,zoe,2026-11-16,2026-11-16
    question/how-do-you-run-a-community-across-time-zones,questions/how-do-you-run-a-community-across-time-zones.md,question,How do you run a community across time zones?,open,online rhythm,,ines,2026-10-20,2026-10-20

    $ cop list question -n 2 -f jsonl
    {"ref":"question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl","path":"questions/wat-doe-je-met-een-kerngroep-die-leegloopt.nl.md","kind":"question","title":"Wat doe je met een kerngroep die leegloopt?","status":"open","tags":["roles","ending"],"score":null,"snippets":[],"people":["zoe"],"created":"2026-11-16","updated":"2026-11-16","successor":null}
    {"ref":"question/how-do-you-run-a-community-across-time-zones","path":"questions/how-do-you-run-a-community-across-time-zones.md","kind":"question","title":"How do you run a community across time zones?","status":"open","tags":["online","rhythm"],"score":null,"snippets":[],"people":["ines"],"created":"2026-10-20","updated":"2026-10-20","successor":null}

    $ cop list question -n 2 -f paths
    questions/wat-doe-je-met-een-kerngroep-die-leegloopt.nl.md
    questions/how-do-you-run-a-community-across-time-zones.md

    $ cop list question -n 2 -f md
    1 to 2 of 8 documents, newest first

    - **Wat doe je met een kerngroep die leegloopt?** · open · 16 Nov, no answer yet
    - **How do you run a community across time zones?** · open · 20 Oct, 1 answer
    "#);
    let answer = valid(&cop(&world, "list question -n 2 --json").run(), "list");
    assert_eq!(answer["total"], 8);
    assert_eq!(
        names(&answer["hits"][0]),
        ["ref", "path", "kind", "title", "status", "tags", "score", "snippets", "people", "created", "updated", "successor"]
    );
    assert_eq!(each(&answer["hits"], "kind"), ["question", "question"]);
    insta::assert_snapshot!(transcript(&world, &["list -f yaml"]), @r#"
    $ cop list -f yaml
    » error: there is no format "yaml" here
    » hint: one of these: text, json, jsonl, csv, paths, md
    [status 2]
    "#);
}

#[test]
fn what_can_not_be_meant_is_answered_with_what_can() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &[
        "list practise",
        "list --status adoptd",
        "list --where stewrd=anna",
        "list --where anna",
        "list --sort size",
        "list --created someday",
        "list -n many",
        "list --tag nothing-like-it",
    ]), @r#"
    $ cop list practise
    » error: there is no kind "practise"
    » hint: did you mean practice?
    [status 2]

    $ cop list --status adoptd
    » note: no kind has a state "adoptd"; did you mean adopted? The kinds with their states: cop help kinds
    Nothing matches.

    $ cop list --where stewrd=anna
    » error: no document has the key "stewrd"
    » hint: did you mean steward?
    [status 2]

    $ cop list --where anna
    » error: --where can't be "anna"
    » hint: write it as --where KEY=VALUE
    [status 2]

    $ cop list --sort size
    » error: --sort can't be "size"
    » hint: one of these: best, newest, oldest, updated, reviewed, title
    [status 2]

    $ cop list --created someday
    » error: "someday" is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or "last month"
    [status 2]

    $ cop list -n many
    » error: --limit can't be "many"
    » hint: all about it: cop list --help
    [status 2]

    $ cop list --tag nothing-like-it
    » note: no document has the tag "nothing-like-it"
    Nothing matches.
    "#);
    insta::assert_snapshot!(dutch(&world, &["list praktijkn", "list --sort grootte", "list --tag niets-zo"]), @r#"
    $ COP_LANG=nl cop list praktijkn
    » fout: er is geen soort "praktijkn"
    » tip: bedoel je praktijk?
    [status 2]

    $ COP_LANG=nl cop list --sort grootte
    » fout: --sort kan niet "grootte" zijn
    » tip: kies uit: best, newest, oldest, updated, reviewed, title
    [status 2]

    $ COP_LANG=nl cop list --tag niets-zo
    » opmerking: geen document heeft het trefwoord "niets-zo"
    Niets gevonden.
    "#);
    let run = cop(&world, "list practise --json").run();
    let error: serde_json::Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(names(&error["error"]), ["kind", "message", "cause", "path", "line", "column", "hints"]);
}

#[test]
fn without_documents_it_says_how_to_begin() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Young\n");
    insta::assert_snapshot!(transcript(&world, &["list", "list practice", "list tags", "list words", "list --json"]), @r#"
    $ cop list
    There are no documents yet.
    every Markdown file in a kind's folder is a document, such as
    practices/our-first.md; if yours stand elsewhere, say in community.yaml where:
    kinds: practice: paths:

    $ cop list practice
    Nothing matches.

    $ cop list tags
    Nothing matches.

    $ cop list words
    Nothing matches.

    $ cop list --json
    {
      "schema": "cop/list/1",
      "total": 0,
      "hits": [],
      "problems": []
    }
    "#);
}

#[test]
fn tags_and_words_are_counted() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["list tags -n 4", "list tags -s title -n 3", "tags -n 1", "list words -n 3", "list tags -k decision", "list tags -n 2 -f csv"]), @r"
    $ cop list tags -n 4
    1 to 4 of 15 tags, those of most documents first; the number: in how many
    documents, those of the tags below it among them
    meetings   20  14 itself  Being together in a room or online
    knowledge  14  10 itself  Writing down and finding again
    value      12             What a community yields and for whom
    rhythm     11             When and how often

    $ cop list tags -s title -n 3
    1 to 3 of 15 tags, in the order of their letters; the number: in how many
    documents, those of the tags below it among them
    charter    5  What binds the members
    decisions  4  How we choose
    ending     2  Stopping and handing on

    $ cop tags -n 1
    1 to 1 of 15 tags, those of most documents first; the number: in how many
    documents, those of the tags below it among them
    meetings  20  14 itself  Being together in a room or online

    $ cop list words -n 3
    1 to 3 of 1830 words, the most telling first; the number: in how many documents
    kerngroep   5
    value      14
    meetings   20

    $ cop list tags -k decision
    8 tags, those of most documents first; the number: in how many documents, those
    of the tags below it among them
    decisions    2  How we choose
    rhythm       2  When and how often
    knowledge    1  Writing down and finding again
    meetings     1  Being together in a room or online
    questions    1  Asking and answering
    recognition  1  Seeing what people do
    roles        1  Who does what
    value        1  What a community yields and for whom

    $ cop list tags -n 2 -f csv
    name,count,description,with_below
    meetings,14,Being together in a room or online,20
    knowledge,10,Writing down and finding again,14
    ");
    insta::assert_snapshot!(dutch(&world, &["list trefwoorden -n 4"]), @r"
    $ COP_LANG=nl cop list trefwoorden -n 4
    1 tot en met 4 van 15 trefwoorden, die van de meeste documenten eerst; het
    getal: in hoeveel documenten, ook die van de trefwoorden eronder
    meetings   20  14 zelf  bijeenkomsten: Being together in a room or online
    knowledge  14  10 zelf  kennis: Writing down and finding again
    value      12           waarde: What a community yields and for whom
    rhythm     11           ritme: When and how often
    ");
    let answer = valid(&cop(&world, "list tags --json").run(), "words");
    assert_eq!(names(&answer["words"][0]), ["name", "count", "description", "with_below"]);
    valid(&cop(&world, "list words -n 5 --json").run(), "words");
}

#[test]
fn it_stands_anywhere_and_writes_anywhere() {
    let world = tiny();
    let below = cop(&world, "list -f paths").in_folder("practices").run();
    assert_eq!(below.done(), "../members/ada.md\nscan-letters.md\nscan-maps.md\n../questions/hoe-lang.nl.md\n");
    world.write("../elsewhere/x", "");
    let outside = || world.command("cop").in_folder("../elsewhere");
    let told = outside().args(&["-C", "../community", "list", "-f", "paths", "practice"]).run();
    assert_eq!(
        told.done(),
        "../community/practices/scan-letters.md\n../community/practices/scan-maps.md\n".replace("../community", "[world]/community")
    );
    let named = outside().args(&["list", "practice"]).env("COP_DIR", world.root()).run();
    insta::assert_snapshot!(named, @r"
    $ COP_DIR=[world]/community cop list practice
    2 documents, newest first
    Scan letters  adopted  1 Jun
    Scan maps     draft    1 Jun
    ");
    insta::assert_snapshot!(transcript(&world, &["list practice -o out.txt", "list practice -q -o out.csv -f csv", "list -o missing/out.txt"]), @r"
    $ cop list practice -o out.txt

    $ cop list practice -q -o out.csv -f csv

    $ cop list -o missing/out.txt
    » error: the output could not be written
    » [world]/community/missing/out.txt
    » because: there is no such file or folder
    [status 2]
    ");
    insta::assert_snapshot!(world.read("out.txt") + &world.read("out.csv"), @r"
    2 documents, newest first
    Scan letters  adopted  1 Jun
    Scan maps     draft    1 Jun
    ref,path,kind,title,status,tags,score,people,created,updated
    practice/scan-letters,practices/scan-letters.md,practice,Scan letters,adopted,scan,,ada,2026-06-01,2026-06-01
    practice/scan-maps,practices/scan-maps.md,practice,Scan maps,draft,scan maps,,ada,2026-06-01,2026-06-01
    ");
    assert_eq!(cop(&world, "list practice --color always").run().done().matches("\u{1b}[1m").count(), 2);
}

#[test]
fn a_kind_is_asked_for_in_any_language() {
    let world = World::archivists();
    for kind in ["practice", "practices", "praktijken"] {
        let paths = world.cop(&["list", kind, "-f", "paths"]).done();
        let mut paths: Vec<_> = paths.lines().collect();
        paths.sort_unstable();
        assert_eq!(paths, ["practices/export-a-mailbox.md", "practices/scan-letters.md"], "{kind}");
    }
}

#[test]
fn filters_narrow_it_and_an_empty_list_is_an_answer() {
    let world = World::archivists();
    assert_eq!(world.cop(&["list", "-t", "email", "-f", "paths"]).done(), "practices/export-a-mailbox.md\n");
    let run = world.cop(&["list", "decisions", "--json"]);
    assert_eq!((run.status, run.json()["total"].as_u64()), (0, Some(0)), "{run}");
}

#[test]
fn tags_are_counted() {
    let text = World::archivists().cop(&["list", "tags"]).done();
    assert!(text.contains("email"), "{text}");
}

#[test]
fn a_tag_counts_with_those_below_it_as_a_search_for_it_does() {
    let world = World::new();
    world.write(
        "community.yaml",
        "format: 1\nname: T\nlanguages: [en, nl]\ntags: {meetings: {label: {nl: bijeenkomsten}}, online: {parent: meetings, synonyms: [remote]}, \
         chat: {parent: online}, empty: {}}\n",
    );
    for (name, tags) in [("a", "meetings"), ("b", "remote, meetings"), ("c", "chat"), ("d", "Bijeenkomsten, other")] {
        world.write(&format!("practices/{name}.md"), format!("---\ntags: [{tags}]\n---\n\n# {name}\n"));
    }
    world.commit("Begin");
    insta::assert_snapshot!(transcript(&world, &["list tags", "list tags -f csv -n 2"]), @r"
    $ cop list tags
    5 tags, those of most documents first; the number: in how many documents, those
    of the tags below it among them
    meetings  4  3 itself
    online    2  1 itself
    chat      1
    other     1
    empty     0

    $ cop list tags -f csv -n 2
    name,count,description,with_below
    meetings,3,,4
    online,1,,2
    ");
    insta::assert_snapshot!(dutch(&world, &["list tags -n 1"]), @r"
    $ COP_LANG=nl cop list tags -n 1
    1 tot en met 1 van 5 trefwoorden, die van de meeste documenten eerst; het getal:
    in hoeveel documenten, ook die van de trefwoorden eronder
    meetings  4  3 zelf  bijeenkomsten
    ");
    for tag in valid(&cop(&world, "list tags --json").run(), "words")["words"].as_array().unwrap() {
        let name = tag["name"].as_str().unwrap();
        let found = world.cop(&["search", &format!("tag:{name}"), "--json", "-n", "0"]).json();
        assert_eq!(tag["with_below"], found["total"], "{name}");
    }
    let words = cop(&world, "list words --json").run().json();
    assert!(words["words"].as_array().unwrap().iter().all(|word| word.get("with_below").is_none()), "{words}");
}

#[test]
fn an_unknown_kind_is_refused_with_the_nearest() {
    let run = World::archivists().cop(&["list", "practises"]);
    assert_eq!(run.status, 2, "{run}");
    assert!(run.stderr.contains("practice"), "{run}");
}

#[test]
fn what_no_document_has_is_told_with_what_is_near() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["list --tag rythm", "list --by ana", "list --steward zzzzz", "list foo", "list practises"]), @r#"
    $ cop list --tag rythm
    » note: no document has the tag "rythm"; did you mean rhythm?
    Nothing matches.

    $ cop list --by ana
    » note: nobody here is called "ana"; did you mean anna?
    Nothing matches.

    $ cop list --steward zzzzz
    » note: nobody here is called "zzzzz"
    Nothing matches.

    $ cop list foo
    » error: there is no kind "foo"
    » hint: there are: practice, question, answer, decision, term, meeting, story, resource, flag, member
    [status 2]

    $ cop list practises
    » error: there is no kind "practises"
    » hint: did you mean practice?
    [status 2]
    "#);
    insta::assert_snapshot!(dutch(&world, &["list --tag rythm", "list --by ana"]), @r#"
    $ COP_LANG=nl cop list --tag rythm
    » opmerking: geen document heeft het trefwoord "rythm"; bedoel je rhythm?
    Niets gevonden.

    $ COP_LANG=nl cop list --by ana
    » opmerking: niemand heet hier "ana"; bedoel je anna?
    Niets gevonden.
    "#);
}

#[test]
fn the_words_that_tell_most_come_first() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["list words -n 8", "list words --kind decision -n 3 -f csv", "list words -n 2 --offset 5000"]), @r"
    $ cop list words -n 8
    1 to 8 of 1830 words, the most telling first; the number: in how many documents
    kerngroep   5
    value      14
    meetings   20
    charter    11
    ritme      11
    rollen     11
    kennis     10
    channel     3

    $ cop list words --kind decision -n 3 -f csv
    name,count,description
    meet,2,
    every,3,
    weeks,3,

    $ cop list words -n 2 --offset 5000
    There is nothing here any more: 1830 words in all.
    ");
    let answer = valid(&cop(&world, "list words --json").run(), "words");
    assert_eq!(answer["words"].as_array().map(Vec::len), Some(20));
}

#[test]
fn a_state_is_not_taken_for_another_kinds_word_for_one() {
    let world = example();
    let states = |line: &str| {
        let answer = cop(&world, line).run().json();
        let hits = answer["hits"].as_array().unwrap();
        let states: std::collections::BTreeSet<_> = hits.iter().map(|hit| hit["status"].as_str().unwrap().to_owned()).collect();
        states.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(states("list --status accepted --json"), ["accepted"]);
    assert_eq!(states("list practices --status accepted --json"), ["adopted"]);
    assert_eq!(states("search 'status:accepted kind:practice' --json"), ["adopted"]);
    assert_eq!(states("search status:accepted --kind practice --json"), ["adopted"]);
    assert_eq!(states("search status:accepted --json"), ["accepted"]);
}
