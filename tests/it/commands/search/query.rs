//! What a query and its filters mean, and what is said of those that mean nothing.

use crate::commands::{cop, dutch, each, example, transcript, valid};
use crate::support::world::World;

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
                "practice/walk-a-newcomer-in",
                "meeting/2025-09-11-a-rhythm-we-can-keep",
                "answer/how-often-should-we-meet/anna",
                "member/zoe",
                "member/ines",
            ],
        ),
        (
            "'six weeks'",
            [
                "decision/0004-meet-every-six-weeks",
                "answer/how-often-should-we-meet/anna",
                "practice/walk-a-newcomer-in",
                "meeting/2025-09-11-a-rhythm-we-can-keep",
                "question/do-we-need-a-chat-channel",
                "question/how-often-should-we-meet",
                "story/the-repair-folder-nobody-opened",
                "practice/start-from-a-question",
                "member/zoe",
                "member/ines",
            ],
        ),
        (
            "charter NOT story",
            [
                "practice/write-the-charter-together",
                "meeting/2024-12-12-the-charter-evening",
                "flag/2026-04-14-write-the-charter-together-maryam",
                "term/domain",
                "meeting/2025-09-11-a-rhythm-we-can-keep",
                "answer/how-often-should-we-meet/anna",
                "practice/de-eerste-honderd-dagen-nl",
                "decision/0004-meet-every-six-weeks",
                "practice/start-from-a-question",
                "decision/0002-meet-every-two-weeks",
            ],
        ),
        (
            "'charter -story'",
            [
                "practice/write-the-charter-together",
                "meeting/2024-12-12-the-charter-evening",
                "flag/2026-04-14-write-the-charter-together-maryam",
                "term/domain",
                "meeting/2025-09-11-a-rhythm-we-can-keep",
                "answer/how-often-should-we-meet/anna",
                "practice/de-eerste-honderd-dagen-nl",
                "decision/0004-meet-every-six-weeks",
                "practice/start-from-a-question",
                "decision/0002-meet-every-two-weeks",
            ],
        ),
        (
            "charter OF ritme -n 3",
            [
                "practice/write-the-charter-together",
                "answer/how-often-should-we-meet/anna",
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
» error: there is no kind "practise"
» query:1:12
»    |  ritme kind:practise
»    |             ^
» hint: did you mean practice?
[status 2]

$ cop search '日本 kind:practise'
» error: there is no kind "practise"
» query:1:9
»    |  日本 kind:practise
»    |            ^
» hint: did you mean practice?
[status 2]

$ cop search created:sometime
» error: "sometime" is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or "last month"
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
» hint: for example: cop search rhythm meetings
» hint: all about it: cop search --help
[status 2]

$ cop search NOT
28 found, 1 to 10
 1  Start from a question, not from a library  practice, adopted, reviewed Mar
    practices/start-from-a-question.md:21  … did you not know last
    practices/start-from-a-question.md:22  … words down, not your summary.
 2  Flag it or fix it                          practice, adopted, reviewed Oct
    practices/flag-it-or-fix-it.md:15  … that had not existed since the
    practices/flag-it-or-fix-it.md:20  … that is not right, you have two choice…
 3  Who keeps a document true when its writer has left?
    question, answered, 1 answer
    questions/who-keeps-a-document-true-when-its-writer-has-left.md:9
    them, and I do not understand all of them.
 4  Collect value stories                      practice, proposed, changed 2 Nov
    practices/collect-value-stories.md:12  … they are not the
    practices/collect-value-stories.md:23  … you did not have before? A checkli…
 5  The storm and the forty-one claims         story, published, changed 26 Feb
    stories/the-storm-and-the-forty-one-claims.md:13
    photographs on which nothing could be seen. She did not ask for anything. T…
    stories/the-storm-and-the-forty-one-claims.md:23
    … Marit kept a list; I do not know how many would have been
 6  Whoever used it last, and otherwise nobody, visibly
    answer, changed 1 Sep
    questions/who-keeps-a-document-true-when-its-writer-has-left/fatima.md:9
    … past year and some had not. We asked
    questions/who-keeps-a-document-true-when-its-writer-has-left/fatima.md:17
    Better is not to get there: give each role a second name while everyone is…
 7  Yes, one channel, for calling out          answer, changed 29 Mar 2025
    questions/do-we-need-a-chat-channel/jose.md:7
    We have one at work and I would not want to miss it. You call "has anyone…?…
 8  Steward                                    term, agreed, changed 4 Jun
    glossary/steward.md:12  … A steward does not have to write it, and never po…
 9  Open with a short round                    practice, adopted, reviewed May
    practices/open-with-a-short-round.md:23  … that did not go well.
    practices/open-with-a-short-round.md:30  … who has not, often
10  Domain                                     term, agreed, changed 16 Oct 2025
    glossary/domain.md:10  … to become good. Not the list of
Knows about it: Fatima El Idrissi (answered 2), Anna de Vries (wrote 6), Bram
Smit (wrote 6)
"#);
    insta::assert_snapshot!(dutch(&world, &["search '日本 kind:practise'", "search"]), @r#"
    $ COP_LANG=nl cop search '日本 kind:practise'
    » fout: er is geen soort "practise"
    » query:1:9
    »    |  日本 kind:practise
    »    |            ^
    » tip: bedoel je praktijk?
    [status 2]

    $ COP_LANG=nl cop search
    » fout: er ontbreekt iets: VRAAG
    » tip: bijvoorbeeld: cop search ritme vergaderen
    » tip: alles erover: cop search --help
    [status 2]
    "#);
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
fn what_is_no_field_and_what_nothing_has_is_told() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search soort:x -n 1", "search tag:rythm", "search by:ana -f paths", "search creator:me", "search 'kind:story -tag:zzzzz' -f paths -n 1"]), @r#"
    $ cop search soort:x -n 1
    » error: there is no kind "x"
    » query:1:7
    »    |  soort:x
    »    |        ^
    » hint: there are: practice, question, answer, decision, term, meeting, story, resource, flag, member
    [status 2]

    $ cop search tag:rythm
    » note: no document has the tag "rythm"; did you mean rhythm?
    Nothing found for tag:rythm.
    Did you mean tag:rhythm? cop search tag:rhythm
    The nearest:
    - Half an answer: two rooms and a carrier
      answer/how-do-you-run-a-community-across-time-zones/kees
    - How do you run a community across time zones?
      question/how-do-you-run-a-community-across-time-zones
    - How many meetings a year is normal?  question/how-many-meetings-a-year
    [status 1]

    $ cop search by:ana -f paths
    » note: nobody here is called "ana"; did you mean anna?
    [status 1]

    $ cop search creator:me
    » note: cop does not know who you are, so nothing is yours
    Nothing found for creator:me.
    For all documents: cop list
    [status 1]

    $ cop search 'kind:story -tag:zzzzz' -f paths -n 1
    stories/de-reparatiemap-die-niemand-opende.nl.md
    "#);
    insta::assert_snapshot!(dutch(&world, &["search stewart:zzzz", "search tag:rythm"]), @r#"
    $ COP_LANG=nl cop search stewart:zzzz
    » opmerking: "stewart:" is hier geen veld en is dus als woord gezocht; bedoel je steward:?
    geen document heeft alle woorden; 10 documenten hebben er een paar; ook gezocht:
    steward (spelling)
     1  Steward                              begrip, afgesproken, gewijzigd 4 jun
        glossary/steward.md:11  … and findable. A steward answers flags, names the…
        glossary/steward.md:12  review and knows who has used a text. A steward doe…
     2  Whoever used it last, and otherwise nobody, visibly
        antwoord, gewijzigd 1 sep
        questions/who-keeps-a-document-true-when-its-writer-has-left/fatima.md:10
        the last user of each to become its steward; nobody refused, because they n…
        questions/who-keeps-a-document-true-when-its-writer-has-left/fatima.md:14
        … said that they had no steward. That is no shame,
     3  Flag it or fix it                    praktijk, vastgesteld, nagekeken okt
        practices/flag-it-or-fix-it.md:14  … list, every steward a share of it. The…
        practices/flag-it-or-fix-it.md:25  … goes to the steward.
     4  Facilitator                          begrip, afgesproken, gewijzigd 5 nov
        glossary/facilitator.md:13  … and a steward
     5  Community of practice
        begrip, afgesproken, gewijzigd 1 mei 2025
        glossary/community-of-practice.md:21  knowledge stewarding: they organise a…
     6  Bram Smit                            lid, actief, gewijzigd 16 apr
        members/bram.md:14  Archivaris. Ik zorg voor stukken die vier systemen hebb…
     7  Inês Carvalho                        lid, actief, gewijzigd 30 okt
        members/ines.md:13  I came from Lisbon to Utrecht for the trains and stayed…
     8  Anna de Vries                        lid, actief, gewijzigd 17 nov
        members/anna.md:13  I work on dikes and with the people who inspect them. T…
     9  Fatima El Idrissi                    lid, actief, gewijzigd 5 nov
        members/fatima.md:13  Nurse, and since the merger the one who links the nur…
    10  Review the whole list every quarter  praktijk, vervallen → Flag it or fix it
        practices/quarterly-review-list.md:12  … and four stewards it seemed fair t…
        practices/quarterly-review-list.md:17  … sends every steward a list of the…
    Weet hiervan: Bram Smit (beheert 1), Fatima El Idrissi (gaf 1 antwoord), Maryam
    Yıldız (schreef 1)

    $ COP_LANG=nl cop search tag:rythm
    » opmerking: geen document heeft het trefwoord "rythm"; bedoel je rhythm?
    Niets gevonden voor tag:rythm.
    Bedoel je tag:rhythm? cop search tag:rhythm
    Wat er het dichtst bij komt:
    - Half an answer: two rooms and a carrier
      answer/how-do-you-run-a-community-across-time-zones/kees
    - How do you run a community across time zones?
      question/how-do-you-run-a-community-across-time-zones
    - How many meetings a year is normal?  question/how-many-meetings-a-year
    [status 1]
    "#);
    let answer = valid(&cop(&world, "search tag:rythm --json").run(), "search");
    assert_eq!(answer["problems"][0]["code"], "unknown-value");
}

#[test]
fn an_identifier_is_found_whole_in_part_and_in_a_phrase() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Code\n");
    world.write("practices/names.md", "# Names in code\n\nUse camelCase for functions and snake_case here, and call getURL2.\n");
    world.write("practices/desert.md", "# In the desert\n\nA camel and a snake, and no functions.\n");
    world.write("practices/pages.md", "# Pages\n\nA preview on GitHub Pages: std::fs::read, config.yaml.\n");
    for (typed, found) in [
        ("camelCase", "names desert"),
        ("camelcase", "names"),
        ("'camel case'", "names desert"),
        ("'snake case'", "names desert"),
        ("'get url'", "names"),
        ("getURL", "names"),
        ("'\"use camelcase for\"'", "names"),
        ("'\"snake_case here\"'", "names"),
        ("'\"on github pages\"'", "pages"),
        ("hub", "pages"),
        ("std::fs::read", "pages"),
        ("config.yaml", "pages"),
        ("'\"case for\"'", "names"),
        ("'\"for case\"'", ""),
    ] {
        let paths = cop(&world, &format!("search -f paths {typed}")).run().stdout;
        let names = paths.lines().filter_map(|path| path.strip_prefix("practices/")?.strip_suffix(".md"));
        assert_eq!(names.collect::<Vec<_>>().join(" "), found, "{typed}");
    }
    let marked = cop(&world, "search 'snake case' -n 1 --color=always").run().stdout;
    assert!(marked.matches("snake").count() == 1 && !marked.contains("snake_case"), "both parts are marked by themselves: {marked:?}");
}

#[test]
fn a_text_in_another_language_has_the_stems_of_that() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Mixed\nlanguage: en\n");
    let dutch = "Vraag voor het exporteren van een postbus aan de eigenaar welke mappen bewaard moeten worden. Schrijf het antwoord naast het archief op, \
        want over drie jaar weet niemand het meer. De export zelf duurt een uur; nagaan of hij te openen is duurt langer.";
    world.write("practices/postbus.md", format!("# Een postbus exporteren\n\n{dutch}\n"));
    world.write("practices/folders.md", "# Folders\n\nWhich folders are kept of a mailbox, and which of them are thrown away.\n");
    let paths = |typed: &str| cop(&world, &format!("search -f paths {typed}")).run().stdout;
    assert_eq!(paths("map"), "practices/postbus.md\n", "what `mappen` are several of in Dutch");
    assert_eq!(paths("folder"), "practices/folders.md\n");
    assert_eq!(paths("lang:nl"), "", "it does not say so");
    let shown = cop(&world, "search map --color always").run().stdout;
    assert!(shown.contains("\u{1b}[1mmappen\u{1b}"), "{shown:?}");
    world.write("community.yaml", "format: 1\nname: Mixed\nlanguage: en\nlanguages: [en, nl]\n");
    assert_eq!(paths("map"), "practices/postbus.md\n");
}

#[test]
fn a_question_in_another_language_has_the_answers_of_the_first() {
    let world = World::new();
    world.write("questions/who.md", "# Who keeps the keys?\n\nSomebody has to.\n");
    world.write("questions/who-en.md", "# Who or what is plonk?\n\nNobody knows.\n");
    world.write("questions/who/ada.md", "# Ada\n\nIt is blompf.\n");
    world.write("questions/wat.nl.md", "# Wat is zoefel?\n\nDat is de vraag.\n");
    world.write("questions/wat/ada.md", "# Ada\n\nHet is flapdrol.\n");
    world.commit("All");
    let asked = |name: &str, words: &str| {
        let found = valid(&cop(&world, &format!("search --json answers:{name}")).run(), "search")["total"].as_u64();
        let lifted = valid(&cop(&world, &format!("search --json --explain '{words}'")).run(), "search");
        let hits = lifted["hits"].as_array().cloned().unwrap_or_default();
        let hit = hits.into_iter().find(|hit| hit["ref"] == format!("question/{name}")).unwrap_or_default();
        let title = hit["title"].as_str().unwrap_or_default().to_owned();
        let lines = cop(&world, "list --kind question").run().done();
        let line = lines.lines().find(|line| line.starts_with(&title)).unwrap_or_default().to_owned();
        (found, line.ends_with("1 answer"), hit["explained"]["every"].as_bool())
    };
    for (settings, translation) in [("", false), ("languages: [en, nl]\n", true)] {
        world.write("community.yaml", format!("name: Test\n{settings}"));
        assert_eq!(asked("who", "keys blompf"), (Some(1), true, Some(true)), "{settings}");
        assert_eq!(asked("wat-nl", "zoefel flapdrol"), (Some(1), true, Some(true)), "{settings}");
        assert_eq!(asked("who-en", "plonk blompf"), (Some(u64::from(translation)), translation, Some(translation)), "{settings}");
    }
}
