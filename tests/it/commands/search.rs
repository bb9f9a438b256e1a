//! `cop search`

use super::{cop, dutch, each, example, names, narrow, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn what_is_found_is_shown_with_where_and_who() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search quiet members", "search rhythm -n 2 --offset 2", "q newcomer --kind practice -n 2"]), @r"
    $ cop search quiet members
    3 with every word, then those with some of them
     1  How do you get quiet members to speak?         question, answered, 2 answers
        questions/how-to-get-quiet-members-to-speak.md:8
        Fourteen people in the room, four voices. I know that the others have thing…
     2  Inês Carvalho                                  member, active, 30 Oct
        members/ines.md:24  @fatima How do you get quiet members to speak? 2025-06-…
     3  Anna de Vries                                  member, active, 17 Nov
        members/anna.md:25  @ines How do you get quiet members to speak? 2025-06-12…
     4  The charter evening                            meeting, held, 9 Jan 2025
        meetings/2024-12-12-the-charter-evening.md:23
        … went on the wall: how often to meet, how to get quiet people to speak, an…
     5  Community of practice                          term, agreed, 1 May 2025
        glossary/community-of-practice.md:19  helping: members answer each other's…
        glossary/community-of-practice.md:24  … long as its members have something…
     6  Open with a short round
        practice, adopted, reviewed May
        practices/open-with-a-short-round.md:36  The quiet half shows up in the que…
     7  Facilitator                                    term, agreed, 5 Nov
        glossary/facilitator.md:12  Whoever keeps the members talking with each oth…
     8  Domain                                         term, agreed, 16 Oct 2025
        glossary/domain.md:10  What binds the members: the field, or better the que…
     9  How do you run a community across time zones?  question, open, 1 answer
        questions/how-do-you-run-a-community-across-time-zones.md:7
        From January our group has members in Lisbon, Rotterdam and São Paulo, late…
    10  Who keeps a document true when its writer has left?
        question, answered, 1 answer
        questions/who-keeps-a-document-true-when-its-writer-has-left.md:8
        A founding member of my group changed jobs. Eleven texts are in his name. T…
    Knows about it: Anna de Vries (wrote 5), Bram Smit (worked on 7), Fatima El
    Idrissi (reviewed 3)

    $ cop search rhythm -n 2 --offset 2
    13 found, 3 to 4
    3  How often should we meet?                     question, answered, 2 answers
       questions/how-often-should-we-meet.md:11  What rhythm do you keep, and how d…
    4  The charter evening                           meeting, held, 9 Jan 2025
       meetings/2024-12-12-the-charter-evening.md:33
       @fatima proposes a rhythm (2025-01-09)
    Knows about it: Bram Smit (worked on 2), Anna de Vries (wrote 1), Fatima El
    Idrissi (worked on 1)

    $ cop q newcomer --kind practice -n 2
    6 found, 1 to 2
    1  Walk a newcomer in                            practice, adopted, reviewed Oct
       practices/walk-a-newcomer-in.md:48  Four newcomers and one neighbour. Let tw…
       practices/walk-a-newcomer-in.md:18  Give each newcomer one person for six we…
    2  Open with a short round                       practice, adopted, reviewed May
       practices/open-with-a-short-round.md:21  A newcomer never goes first and nev…
    Knows about it: Inês Carvalho (wrote 1), Kees Ørsted (wrote 1), Zoë van 't Hoff
    (worked on 1)
    ");
    insta::assert_snapshot!(dutch(&world, &["search ritme -n 3"]), @r#"
    $ COP_LANG=nl cop search ritme -n 3
    13 gevonden, 1 tot en met 3
    1  Zet het ritme voor een jaar vast         praktijk, vastgesteld, nagekeken dec
       practices/ritme-voor-een-jaar.nl.md:19  … een vast ritme en zet meteen alle…
       practices/ritme-voor-een-jaar.nl.md:47  Het ritme loslaten "omdat er nu even…
    2  Let the work decide: two weeks for making, six for learning
       antwoord, 5 nov
       questions/how-often-should-we-meet/anna.md:13
       at once; that mattered more to us than the number. I wrote down how in ritme…
    3  Bram Smit                                lid, actief, 16 apr
       members/bram.md:20  Zet het ritme voor een jaar vast 2025-12-04 alle data in…
    Weet hiervan: Anna de Vries (schreef 2), Bram Smit (werkte aan 2), Fatima El
    Idrissi (keek 2 na)
    "#);
    insta::assert_snapshot!(narrow(&world, &["search rhythm -n 2"]), @r"
    $ COLUMNS=40 cop search rhythm -n 2
    13 found, 1 to 2
    1  A rhythm we can keep
       meeting, held, 23 Oct 2025
       meetings/2025-09-11-a-rhythm-we-can-keep.md:13
       Short round: what surprised you this…
    2  Two rhythms at once
       answer, 21 Jan 2025
       questions/how-often-should-we-meet/kees.md:7
       Our claims people meet in a room eve…
    Knows about it: Kees Ørsted (answered
    1), Anna de Vries (wrote 1)
    ");
}

#[test]
fn words_phrases_and_fields_say_what_is_meant() {
    let world = example();
    let refs = |line: &str| {
        let run = cop(&world, &format!("search --json {line}")).run();
        let answer = valid(&run, "search");
        each(&answer["hits"], "ref").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    insta::assert_debug_snapshot!(
        [
            "'\"six weeks\"'", "'six weeks'", "charter NOT story", "'charter -story'", "charter OF ritme -n 3", "'steward* kind:term'",
            "tag:rhythm kind:decision", "is:unanswered", "by:zoe kind:question", "has:abbreviation", "'is:open kind:besluit'",
            "'created:>2026-10 kind:practice'", "title:oogst", "steward:anna kind:practice",
        ]
        .map(|line| (line, refs(line))),
        @r#"
    [
        (
            "'\"six weeks\"'",
            [
                "decision/0004-meet-every-six-weeks",
                "question/do-we-need-a-chat-channel",
                "meeting/2025-09-11-a-rhythm-we-can-keep",
                "practice/walk-a-newcomer-in",
                "member/zoe",
                "member/ines",
                "answer/how-often-should-we-meet/anna",
            ],
        ),
        (
            "'six weeks'",
            [
                "decision/0004-meet-every-six-weeks",
                "answer/how-often-should-we-meet/anna",
                "meeting/2025-09-11-a-rhythm-we-can-keep",
                "question/do-we-need-a-chat-channel",
                "practice/walk-a-newcomer-in",
                "member/zoe",
                "member/ines",
                "story/the-repair-folder-nobody-opened",
                "practice/start-from-a-question",
                "decision/0002-meet-every-two-weeks",
            ],
        ),
        (
            "charter NOT story",
            [
                "meeting/2024-12-12-the-charter-evening",
                "practice/write-the-charter-together",
                "flag/2026-04-14-write-the-charter-together-maryam",
                "term/domain",
                "meeting/2025-09-11-a-rhythm-we-can-keep",
                "practice/de-eerste-honderd-dagen-nl",
                "member/ines",
                "answer/how-often-should-we-meet/anna",
                "member/anna",
                "decision/0004-meet-every-six-weeks",
            ],
        ),
        (
            "'charter -story'",
            [
                "meeting/2024-12-12-the-charter-evening",
                "practice/write-the-charter-together",
                "flag/2026-04-14-write-the-charter-together-maryam",
                "term/domain",
                "meeting/2025-09-11-a-rhythm-we-can-keep",
                "practice/de-eerste-honderd-dagen-nl",
                "member/ines",
                "answer/how-often-should-we-meet/anna",
                "member/anna",
                "decision/0004-meet-every-six-weeks",
            ],
        ),
        (
            "charter OF ritme -n 3",
            [
                "answer/how-often-should-we-meet/anna",
                "meeting/2025-09-11-a-rhythm-we-can-keep",
                "meeting/2024-12-12-the-charter-evening",
            ],
        ),
        (
            "'steward* kind:term'",
            [
                "term/steward",
                "term/facilitator",
                "term/community-of-practice",
            ],
        ),
        (
            "tag:rhythm kind:decision",
            [
                "decision/0004-meet-every-six-weeks",
                "decision/0002-meet-every-two-weeks",
            ],
        ),
        (
            "is:unanswered",
            [
                "question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl",
            ],
        ),
        (
            "by:zoe kind:question",
            [
                "question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl",
            ],
        ),
        (
            "has:abbreviation",
            [
                "term/community-of-practice",
            ],
        ),
        (
            "'is:open kind:besluit'",
            [
                "decision/0006-zet-onze-verhalen-op-een-openbare-site-nl",
            ],
        ),
        (
            "'created:>2026-10 kind:practice'",
            [
                "practice/eindig-met-een-oogst-nl",
            ],
        ),
        (
            "title:oogst",
            [
                "practice/eindig-met-een-oogst-nl",
            ],
        ),
        (
            "steward:anna kind:practice",
            [
                "practice/ritme-voor-een-jaar-nl",
                "practice/start-from-a-question",
            ],
        ),
    ]
    "#
    );
}

#[test]
fn every_form_has_the_same_hits() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search charter -n 2 -f csv", "search charter -n 2 -f paths", "search charter -n 1 -f md"]), @r"
    $ cop search charter -n 2 -f csv
    ref,path,kind,title,status,tags,score,people,created,updated
    meeting/2024-12-12-the-charter-evening,meetings/2024-12-12-the-charter-evening.md,meeting,The charter evening,held,charter start,3.772,anna fatima bram,2024-12-05,2025-01-09
    practice/write-the-charter-together,practices/write-the-charter-together.md,practice,Write the charter together,adopted,charter start decisions,3.766,bram maryam pieter,2025-01-06,2026-04-21

    $ cop search charter -n 2 -f paths
    meetings/2024-12-12-the-charter-evening.md
    practices/write-the-charter-together.md

    $ cop search charter -n 1 -f md
    14 found, 1 to 1

    1. **The charter evening** (meeting, held, 9 Jan 2025)
       - `meetings/2024-12-12-the-charter-evening.md:24`
       - written true. The **charter** was written in pairs and read aloud at ten to ten.
       - `meetings/2024-12-12-the-charter-evening.md:31`
       - @<!-- -->anna types up the **charter** tonight (2024-12-12)

    Knows about it: Anna de Vries (wrote 1), Fatima El Idrissi (worked on 1), Bram Smit (worked on 1)
    ");
    let answer = valid(&cop(&world, "search charter -n 2 --json").run(), "search");
    assert_eq!(names(&answer), ["schema", "total", "hits", "problems"]);
    assert_eq!(
        names(&answer["hits"][0]),
        ["ref", "path", "kind", "title", "status", "tags", "score", "snippets", "people", "created", "updated", "successor"]
    );
    assert_eq!(names(&answer["hits"][0]["snippets"][0]), ["line", "text"]);
    let lines = cop(&world, "search charter -n 2 -f jsonl").run().done();
    assert_eq!(
        lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()).collect::<Vec<_>>(),
        *answer["hits"].as_array().unwrap()
    );
}

#[test]
fn where_no_document_has_every_word_any_word_counts() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["search letters maps", "search letters kerosene"]), @r"
    $ cop search letters maps
    1 with every word, then those with some of them
    1  Scan maps                                     practice, draft, 1 Jun
       practices/scan-maps.md:7  See letters.
    2  Scan letters                                  practice, adopted, 1 Jun
       practices/scan-letters.md:8  At 300 dpi, in colour.
    Knows about it: Ada Test (wrote 2)

    $ cop search letters kerosene
    no document has every word; 2 have some of them
    1  Scan letters                                  practice, adopted, 1 Jun
       practices/scan-letters.md:8  At 300 dpi, in colour.
    2  Scan maps                                     practice, draft, 1 Jun
       practices/scan-maps.md:7  See letters.
    Knows about it: Ada Test (wrote 2)
    ");
    let answer = valid(&cop(&world, "search letters kerosene --json").run(), "search");
    assert_eq!((&answer["relaxed"], &answer["total"]), (&true.into(), &2.into()));
}

#[test]
fn nothing_found_is_a_no_with_near_words() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search stewerd", "search zzzzz -q", "search zzzzz --json", "search zzzzz -f paths"]), @r#"
    $ cop search stewerd
    Nothing found for stewerd.
    Near words here: steward
    Try fewer or other words, or a beginning with a star: cop search "meet*"
    [status 1]

    $ cop search zzzzz -q
    Nothing found for zzzzz.
    Try fewer or other words, or a beginning with a star: cop search "meet*"
    [status 1]

    $ cop search zzzzz --json
    {
      "schema": "cop/search/1",
      "total": 0,
      "hits": [],
      "problems": []
    }
    [status 1]

    $ cop search zzzzz -f paths
    [status 1]
    "#);
    insta::assert_snapshot!(dutch(&world, &["search zzzzz"]), @r#"
    $ COP_LANG=nl cop search zzzzz
    Niets gevonden voor zzzzz.
    Probeer minder of andere woorden, of een begin met een sterretje: cop search
    "bijeen*"
    [status 1]
    "#);
}

#[test]
fn a_query_that_can_not_be_meant_is_shown_with_where() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &[
        "search 'ritme kind:practise'",
        "search '日本 kind:practise'",
        "search created:sometime",
        "search ''",
        "search",
        "search 'NOT'",
    ]), @r#"
    $ cop search 'ritme kind:practise'
    » error: there is no kind “practise”
    » query:1:12
    »    |  ritme kind:practise
    »    |             ^
    » hint: did you mean practice?
    [status 2]

    $ cop search '日本 kind:practise'
    » error: there is no kind “practise”
    » query:1:9
    »    |  日本 kind:practise
    »    |            ^
    » hint: did you mean practice?
    [status 2]

    $ cop search created:sometime
    » error: “sometime” is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or "last month"
    » query:1:9
    »    |  created:sometime
    »    |          ^
    [status 2]

    $ cop search ''
    » error: there is nothing to look for
    » hint: type a word: cop search rhythm
    » hint: for all documents: cop list
    [status 2]

    $ cop search
    » error: something is missing: QUERY
    » hint: all about it: cop search --help
    [status 2]

    $ cop search NOT
    30 found, 1 to 10
     1  Flag it or fix it                            practice, adopted, reviewed Oct
        practices/flag-it-or-fix-it.md:15  … that had not existed since the
        practices/flag-it-or-fix-it.md:20  … that is not right, you have two choice…
     2  Start from a question, not from a library    practice, adopted, reviewed Mar
        practices/start-from-a-question.md:21  … did you not know last
        practices/start-from-a-question.md:22  … words down, not your summary.
     3  Collect value stories                        practice, proposed, 2 Nov
        practices/collect-value-stories.md:12  … they are not the
        practices/collect-value-stories.md:23  … you did not have before? A checkli…
     4  The storm and the forty-one claims           story, published, 26 Feb
        stories/the-storm-and-the-forty-one-claims.md:13
        … on which nothing could be seen. She did not ask for anything. Three other…
        stories/the-storm-and-the-forty-one-claims.md:23
        … to two. I know these figures because Marit kept a list; I do not know how…
     5  Yes, one channel, for calling out            answer, 29 Mar 2025
        questions/do-we-need-a-chat-channel/jose.md:7
        We have one at work and I would not want to miss it. You call "has anyone…?…
     6  Steward                                      term, agreed, 4 Jun
        glossary/steward.md:12  … and knows who has used a text. A steward does not…
     7  Domain                                       term, agreed, 16 Oct 2025
        glossary/domain.md:10  … to become good. Not the list of
     8  Who keeps a document true when its writer has left?
        question, answered, 1 answer
        questions/who-keeps-a-document-true-when-its-writer-has-left.md:9
        them, and I do not understand all of them.
     9  The charter is written once and never read again
        flag, settled, 21 Apr
        flags/2026-04-14-write-the-charter-together-maryam.md:11
        The text stops on the evening on which the charter is written. When I joine…
    10  Common ground                                term, agreed, 5 Nov
        glossary/common-ground.md:13  changes. If a newcomer does not understand a…
    Knows about it: Anna de Vries (wrote 3), Bram Smit (wrote 3), Fatima El Idrissi
    (worked on 4)
    "#);
    insta::assert_snapshot!(dutch(&world, &["search '日本 kind:practise'", "search"]), @r"
    $ COP_LANG=nl cop search '日本 kind:practise'
    » fout: er is geen soort “practise”
    » query:1:9
    »    |  日本 kind:practise
    »    |            ^
    » tip: bedoel je practice?
    [status 2]

    $ COP_LANG=nl cop search
    » fout: er ontbreekt iets: QUERY
    » tip: alles erover: cop search --help
    [status 2]
    ");
}

#[test]
fn it_sees_what_is_not_committed() {
    let world = tiny();
    world.write("practices/new.md", "# Fold parchment\n");
    assert_eq!(cop(&world, "search parchment -f paths").run().done(), "practices/new.md\n");
    world.write("practices/new.md", "# Roll parchment\n");
    assert_eq!(cop(&world, "search fold -f paths").run().status, 1);
}

#[test]
fn what_is_found_is_shown_with_where_it_stands() {
    let world = World::archivists();
    let json = world.cop(&["search", "mailboxes", "--json"]).json();
    assert_eq!(json["total"], 1, "{json}");
    assert_eq!(json["hits"][0]["ref"], "practice/export-a-mailbox");
    assert_eq!(json["hits"][0]["snippets"][0]["line"], 8);
    let text = world.cop(&["search", "mailboxes"]).done();
    assert!(text.contains("practices/export-a-mailbox.md:8"), "{text}");
}

#[test]
fn nothing_found_is_a_no() {
    let run = World::archivists().cop(&["search", "zeppelin"]);
    assert_eq!(run.status, 1, "{run}");
    let json = World::archivists().cop(&["search", "zeppelin", "--json"]);
    assert_eq!((json.status, json.json()["total"].as_u64()), (1, Some(0)));
}

#[test]
fn it_is_never_stale() {
    let world = World::archivists();
    let paths = |words: &str| world.cop(&["search", words, "-f", "paths"]).stdout;
    assert_eq!(paths("zeppelin"), "");
    world.write("practices/zeppelin.md", "# Moor a zeppelin\n");
    assert_eq!(paths("zeppelin"), "practices/zeppelin.md\n");
    world.write("practices/zeppelin.md", "# Moor a balloon\n");
    assert_eq!(paths("title:zeppelin"), "");
    std::fs::remove_file(world.path("practices/zeppelin.md")).unwrap();
    assert_eq!(paths("balloon"), "");
}

#[test]
fn a_filter_that_means_nothing_is_refused_with_the_nearest() {
    let run = World::archivists().cop(&["search", "kind:practise mailbox", "--json"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run}");
    let error: serde_json::Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(error["error"]["kind"], "query", "{run}");
    assert!(run.stderr.contains("practice"), "{run}");
}

#[test]
fn reading_changes_nothing_that_git_sees() {
    let world = World::archivists();
    world.cop(&["search", "mailbox"]).done();
    assert_eq!(world.git(&["status", "--porcelain", "--ignored"]), "");
}
