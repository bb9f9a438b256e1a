//! `cop search`

mod explain;
mod interactive;
mod language;
mod nothing;
mod query;
mod several;
mod values;
mod wider;

use super::{cop, dutch, each, example, names, narrow, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn what_is_found_is_shown_with_where_and_who() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search quiet members", "search rhythm -n 2 --offset 2", "q newcomer --kind practice -n 2"]), @r"
$ cop search quiet members
1 with every word, then those with some of them
 1  How do you get quiet members to speak?         question, answered, 2 answers
    questions/how-to-get-quiet-members-to-speak.md:8
    Fourteen people in the room, four voices. I know that the others have thing…
 2  The charter evening
    meeting, held, changed 9 Jan 2025
    meetings/2024-12-12-the-charter-evening.md:23
    Three questions went on the wall: how often to meet, how to get quiet peopl…
 3  Open with a short round
    practice, adopted, reviewed May
    practices/open-with-a-short-round.md:36  The quiet half shows up in the que…
 4  Community of practice
    term, agreed, changed 1 May 2025
    glossary/community-of-practice.md:19  helping: members answer each other's…
    glossary/community-of-practice.md:24  … long as its members have something…
 5  Facilitator                                    term, agreed, changed 5 Nov
    glossary/facilitator.md:12  Whoever keeps the members talking with each oth…
 6  Domain
    term, agreed, changed 16 Oct 2025
    glossary/domain.md:10  What binds the members: the field, or better the que…
 7  How do you run a community across time zones?  question, open, 1 answer
    questions/how-do-you-run-a-community-across-time-zones.md:7
    From January our group has members in Lisbon, Rotterdam and São Paulo, late…
 8  Who keeps a document true when its writer has left?
    question, answered, 1 answer
    questions/who-keeps-a-document-true-when-its-writer-has-left.md:8
    A founding member of my group changed jobs. Eleven texts are in his name. T…
 9  Thank by name, for something specific
    practice, adopted, reviewed Jun
    practices/thank-by-name.md:42  People thank members of another organisation.
    practices/thank-by-name.md:24  … in your own member file, under Thanks, wit…
10  Collect value stories
    practice, proposed, changed 2 Nov
    practices/collect-value-stories.md:17  … collecting. Members work in pairs…
    practices/collect-value-stories.md:41  Members discover value that they had…
Knows about it: Inês Carvalho (answered 1), Fatima El Idrissi (answered 1)

$ cop search rhythm -n 2 --offset 2
13 found, 3 to 4
3  Two rhythms at once                            answer, changed 21 Jan 2025
   questions/how-often-should-we-meet/kees.md:7
   Our claims people meet in a room every three months, because they come from…
4  How do you run a community across time zones?  question, open, 1 answer
   questions/how-do-you-run-a-community-across-time-zones.md  tag: rhythm
Knows about it: Anna de Vries (wrote 4), Fatima El Idrissi (worked on 6), Kees
Ørsted (answered 2)

$ cop q newcomer --kind practice -n 2
6 found, 1 to 2
1  Walk a newcomer in                            practice, adopted, reviewed Oct
   practices/walk-a-newcomer-in.md:48  Four newcomers and one neighbour. Let tw…
   practices/walk-a-newcomer-in.md:18  Give each newcomer one person for six we…
2  Open with a short round                       practice, adopted, reviewed May
   practices/open-with-a-short-round.md:21  A newcomer never goes first and nev…
Knows about it: Inês Carvalho (keeps 1), Anna de Vries (uses 3), Zoë van 't Hoff
(uses 1)
");
    insta::assert_snapshot!(dutch(&world, &["search ritme -n 3"]), @r#"
$ COP_LANG=nl cop search ritme -n 3
13 gevonden, 1 tot en met 3; ook gezocht: rhythm (trefwoord)
1  Zet het ritme voor een jaar vast         praktijk, vastgesteld, nagekeken dec
   practices/ritme-voor-een-jaar.nl.md:19  … een vast ritme en zet meteen alle…
   practices/ritme-voor-een-jaar.nl.md:47  Het ritme loslaten "omdat er nu even…
2  How often should we meet?                vraag, beantwoord, 2 antwoorden
   questions/how-often-should-we-meet.md:11  What rhythm do you keep, and how d…
3  A rhythm we can keep
   bijeenkomst, gehouden, gewijzigd 23 okt 2025
   meetings/2025-09-11-a-rhythm-we-can-keep.md:13
   Short round: what surprised you this summer?
Weet hiervan: Anna de Vries (beheert 3), Fatima El Idrissi (werkte aan 6), Kees
Ørsted (gaf 2 antwoorden)
"#);
    insta::assert_snapshot!(narrow(&world, &["search rhythm -n 2"]), @r"
$ COLUMNS=40 cop search rhythm -n 2
13 found, 1 to 2
1  How often should we meet?
   question, answered, 2 answers
   questions/how-often-should-we-meet.md:11
   What rhythm do you keep, and how did…
2  A rhythm we can keep
   meeting, held, changed 23 Oct 2025
   meetings/2025-09-11-a-rhythm-we-can-keep.md:13
   Short round: what surprised you this…
Knows about it: Anna de Vries (wrote 4),
Fatima El Idrissi (worked on 6), Kees
Ørsted (answered 2)
");
}

#[test]
fn every_form_has_the_same_hits() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search charter -n 2 -f csv", "search charter -n 2 -f paths", "search charter -n 1 -f md"]), @r"
$ cop search charter -n 2 -f csv
ref,path,kind,title,status,tags,score,people,created,updated
practice/write-the-charter-together,practices/write-the-charter-together.md,practice,Write the charter together,adopted,charter start decisions,3.496,bram maryam pieter,2025-01-06,2026-04-21
meeting/2024-12-12-the-charter-evening,meetings/2024-12-12-the-charter-evening.md,meeting,The charter evening,held,charter start,3.480,anna fatima bram,2024-12-05,2025-01-09

$ cop search charter -n 2 -f paths
practices/write-the-charter-together.md
meetings/2024-12-12-the-charter-evening.md

$ cop search charter -n 1 -f md
11 found, 1 to 1

1. **Write the charter together** (practice, adopted, reviewed Apr)
   - `practices/write-the-charter-together.md:14`  … careful: a **charter** that one pe…
   - `practices/write-the-charter-together.md:44`  … at the **charter**.

Knows about it: Bram Smit (keeps 2), Anna de Vries (wrote 6), Maryam Yıldız (wrote 2)
");
    let answer = valid(&cop(&world, "search charter -n 2 --json").run(), "search");
    assert_eq!(names(&answer), ["schema", "total", "hits", "people", "problems"]);
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
    1  Scan maps                                    practice, draft, changed 1 Jun
       practices/scan-maps.md:7  See letters.
    2  Scan letters                                 practice, adopted, changed 1 Jun
       practices/scan-letters.md:8  At 300 dpi, in colour.
    Knows about it: Ada Test (wrote 1)

    $ cop search letters kerosene
    nowhere: kerosene; 2 documents have some of the other words
    1  Scan letters                                 practice, adopted, changed 1 Jun
       practices/scan-letters.md:8  At 300 dpi, in colour.
    2  Scan maps                                    practice, draft, changed 1 Jun
       practices/scan-maps.md:7  See letters.
    Knows about it: Ada Test (wrote 1)
    ");
    let answer = valid(&cop(&world, "search letters kerosene --json").run(), "search");
    assert_eq!((&answer["relaxed"], &answer["total"]), (&true.into(), &2.into()));
}

#[test]
fn nothing_found_is_a_no_with_near_words() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search stewerd", "search zzzzz -q", "search zzzzz --json", "search zzzzz -f paths"]), @r#"
    $ cop search stewerd
    10 found; also searched: steward (spelling)
     1  Steward                                term, agreed, changed 4 Jun
        glossary/steward.md:11  … and findable. A steward answers flags, names the…
        glossary/steward.md:12  review and knows who has used a text. A steward doe…
     2  Whoever used it last, and otherwise nobody, visibly
        answer, changed 1 Sep
        questions/who-keeps-a-document-true-when-its-writer-has-left/fatima.md:10
        the last user of each to become its steward; nobody refused, because they n…
        questions/who-keeps-a-document-true-when-its-writer-has-left/fatima.md:14
        … said that they had no steward. That is no shame,
     3  Flag it or fix it                      practice, adopted, reviewed Oct
        practices/flag-it-or-fix-it.md:14  … list, every steward a share of it. The…
        practices/flag-it-or-fix-it.md:25  … goes to the steward.
     4  Facilitator                            term, agreed, changed 5 Nov
        glossary/facilitator.md:13  … and a steward
     5  Community of practice                  term, agreed, changed 1 May 2025
        glossary/community-of-practice.md:21  knowledge stewarding: they organise a…
     6  Bram Smit                              member, active, changed 16 Apr
        members/bram.md:14  Archivaris. Ik zorg voor stukken die vier systemen hebb…
     7  Inês Carvalho                          member, active, changed 30 Oct
        members/ines.md:13  I came from Lisbon to Utrecht for the trains and stayed…
     8  Anna de Vries                          member, active, changed 17 Nov
        members/anna.md:13  I work on dikes and with the people who inspect them. T…
     9  Fatima El Idrissi                      member, active, changed 5 Nov
        members/fatima.md:13  Nurse, and since the merger the one who links the nur…
    10  Review the whole list every quarter    practice, retired → Flag it or fix it
        practices/quarterly-review-list.md:12  … and four stewards it seemed fair t…
        practices/quarterly-review-list.md:17  … sends every steward a list of the…
    Knows about it: Bram Smit (keeps 1), Maryam Yıldız (wrote 1), Fatima El Idrissi
    (worked on 3)

    $ cop search zzzzz -q
    Nothing found for zzzzz.
    Ask everybody: cop ask zzzzz
    [status 1]

    $ cop search zzzzz --json
    {
      "schema": "cop/search/1",
      "total": 0,
      "hits": [],
      "people": [],
      "nowhere": [
        "zzzzz"
      ],
      "problems": []
    }
    [status 1]

    $ cop search zzzzz -f paths
    [status 1]
    "#);
    insta::assert_snapshot!(dutch(&world, &["search zzzzz"]), @r#"
    $ COP_LANG=nl cop search zzzzz
    Niets gevonden voor zzzzz.
    Vraag het iedereen: cop ask zzzzz
    [status 1]
    "#);
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
fn reading_changes_nothing_that_git_sees() {
    let world = World::archivists();
    world.cop(&["search", "mailbox"]).done();
    assert_eq!(world.git(&["status", "--porcelain", "--ignored"]), "");
}

#[test]
fn who_knows_is_told_by_what_answers_the_question() {
    let world = tiny();
    world.write("questions/scan-speed.md", "# How fast can a scanner be?\n");
    world.commit_by("Bo Guest", "bo@example.org", "Ask");
    world.write("questions/scan-speed/ada.md", "Ninety pages a minute.\n");
    world.commit_by("Cy Guest", "cy@example.org", "Answer");
    world.write("practices/fast.md", "# Fast\n\nFast is not everything.\n");
    world.commit_by("Dee Guest", "dee@example.org", "Write");
    world.write("members/eli.md", "---\nname: Eli Test\n---\n\n# Eli Test\n\nA fast scanner.\n");
    world.commit_by("Eli Test", "eli@example.org", "Join");
    let knows = |query: &str| {
        let answer = cop(&world, query).run().done();
        answer.split("Knows about it: ").nth(1).unwrap_or_default().replace('\n', " ").trim().to_owned()
    };
    // Who has only `fast` knows nothing of fast scanners, nor does a member's file; who answered does.
    assert_eq!(knows("search fast scanner"), "Cy Guest (answered 1)");
    let json = valid(&cop(&world, "search fast scanner --json").run(), "search");
    assert_eq!(json["hits"][0]["people"], serde_json::json!(["Bo Guest", "Cy Guest"]));
    // Where no document has every word, the strongest count.
    assert_eq!(knows("search fast kerosene"), "Dee Guest (wrote 1)");
}

#[test]
fn nothing_but_the_number_is_told_where_no_document_is_wanted() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search rhythm -n 0", "search quiet kerosene -n 0", "search zzzzz -n 0", "list -n 0", "list tags -n 0", "list words -n 0", "list -n 0 -f csv"]), @r#"
    $ cop search rhythm -n 0
    13 found

    $ cop search quiet kerosene -n 0
    nowhere: kerosene; 3 documents have some of the other words

    $ cop search zzzzz -n 0
    Nothing found for zzzzz.
    Ask everybody: cop ask zzzzz
    [status 1]

    $ cop list -n 0
    72 documents

    $ cop list tags -n 0
    15 tags

    $ cop list words -n 0
    1830 words

    $ cop list -n 0 -f csv
    ref,path,kind,title,status,tags,score,people,created,updated
    "#);
    assert_eq!(valid(&cop(&world, "search rhythm -n 0 --json").run(), "search")["hits"], serde_json::json!([]));
}

#[test]
fn what_a_word_is_about_comes_first() {
    let world = example();
    let first = |query: &str| {
        let answer = valid(&cop(&world, &format!("search --json {query}")).run(), "search");
        each(&answer["hits"], "ref").first().map(|reference| (*reference).to_owned()).unwrap_or_default()
    };
    for (query, expected) in [
        // Words that every text is full of do not outrank the one that says something.
        ("\"what's a steward\"", "term/steward"),
        ("wat is een kerngroep", "term/kerngroep-nl"),
        // A decision is called by its number.
        ("0004", "decision/0004-meet-every-six-weeks"),
        ("decision 4", "decision/0004-meet-every-six-weeks"),
        ("besluit 4", "decision/0004-meet-every-six-weeks"),
        ("decision/0004", "decision/0004-meet-every-six-weeks"),
        // `stille` is a form of `stil`, and not of the English `still`.
        ("stille", "story/de-verpleegkundigen-van-drie-locaties-nl"),
    ] {
        assert_eq!(first(query), expected, "{query}");
    }
    for term in ["Common ground", "Community of practice", "Domain", "Facilitator", "Kerngroep", "Meelezer", "Steward", "Value story"] {
        assert!(first(&format!("'{term}'")).starts_with("term/"), "{term}");
    }
    // A member's file comes after what is about a topic.
    for topic in ["newcomer", "facilitator", "rhythm", "charter", "roles"] {
        let answer = valid(&cop(&world, &format!("search {topic} -n 5 --json")).run(), "search");
        assert!(each(&answer["hits"], "kind").iter().all(|kind| *kind != "member"), "{topic}");
    }
}

#[test]
fn in_a_large_community_who_has_long_not_been_seen_is_marked_by_the_index_alone() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Large\n");
    for number in 0..3000 {
        world.write(&format!("files/{number}.md"), "x\n");
    }
    let practice = |name: &str, title: &str| world.write(&format!("practices/{name}.md"), format!("# {title}\n\nAbout the kettle.\n"));
    let commit = |day: &str, name: &str| {
        world.git(&["add", "--all"]);
        world.git(&[
            "commit",
            "--quiet",
            "--author",
            &format!("{name} <{name}@example.org>"),
            "--date",
            &format!("{day}T10:00:00Z"),
            "-m",
            "x",
        ]);
    };
    practice("one", "Kettle one");
    practice("two", "Kettle two");
    commit("2019-03-01", "Pat");
    practice("three", "Kettle three");
    commit("2026-11-01", "Dean");
    let said = world.cop(&["search", "kettle"]).stdout;
    assert!(said.contains("Knows about it: Dean (wrote 1), Pat (not seen for a year, wrote 2)"), "{said}");
    let people = &world.cop(&["search", "kettle", "--json"]).json()["people"];
    assert_eq!((&people[1]["gone"], &people[1]["last"]), (&true.into(), &serde_json::Value::Null), "{people}");
}
