//! `cop show`

use super::{cop, dutch, each, example, names, narrow, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn a_question_has_its_answers_under_it() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["show how-often-should-we-meet"]), @r#"
$ cop show how-often-should-we-meet
How often should we meet?
question, answered, changed 8 Jul 2025  questions/how-often-should-we-meet.md
Tags     rhythm, meetings
Made by  Bram Smit

I have seven towns with one or two archivists in each. A book says every two
weeks. My feeling says once a quarter, but then each time is like starting over.

What rhythm do you keep, and how did you find it? I would like to hear what made
you change it, more than the number.

Let the work decide: two weeks for making, six for learning
accepted answer, Anna de Vries, 3 Jul 2025
questions/how-often-should-we-meet/anna.md

We have had both. While we were making something together (our first charter, a
set of intake questions), two weeks was right: a longer gap and we had to
explain everything again. When we only learned from each other, two weeks was
too short to have tried anything, so people came without news and felt they were
behind on homework.

Six weeks gives you four working weeks to try something and two for holidays and
flu. Fix the dates for a year at once; that mattered more to us than the number.
I wrote down how in ritme-voor-een-jaar-nl.

If you doubt: ask at the end of a meeting what people will have tried by the
next one. If the honest answer is "nothing yet", the interval is too short.

Two rhythms at once
answer, Kees Ørsted, 21 Jan 2025  questions/how-often-should-we-meet/kees.md

Our claims people meet in a room every three months, because they come from five
offices. In between there is a phone hour on the first Monday, half past eight,
no agenda. Three to eight people call in. Nobody would travel for that hour and
nobody would discuss a delicate case in it either, so the two do not compete.

What made us change: somebody had a question in week two and was told to keep it
for week twelve.

Asked again as
  How many meetings a year is normal? (closed)
  questions/how-many-meetings-a-year.md
Linked from
  Meet every six weeks  decisions/0004-meet-every-six-weeks.md
"#);
    let answer = valid(&cop(&world, "show how-often-should-we-meet --json").run(), "show");
    assert_eq!(each(&answer["answers"], "ref"), ["answer/how-often-should-we-meet/anna", "answer/how-often-should-we-meet/kees"]);
    assert_eq!((&answer["answers"][0]["accepted"], &answer["answers"][1]["accepted"]), (&true.into(), &false.into()));
}

#[test]
fn a_practice_has_its_relations_and_people() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["show quarterly-review-list"]), @r"
    $ cop show quarterly-review-list
    Review the whole list every quarter
    practice, retired, changed 2 Apr  practices/quarterly-review-list.md
    Tags         review
    Reason       Four rounds changed dates and hardly any text; what was really
                 wrong was found by readers.
    Made by      Pieter van der Berg
    Changed by   Inês Carvalho, Bram Smit
    Reviewed by  Anna de Vries

    Context

    Texts grow old without telling anybody. With some twenty pages and four stewards
    it seemed fair to divide them up and to go through all of them in a fixed turn.

    Practice

    On the first Monday of each quarter the facilitator sends every steward a list
    of the pages in their name, oldest date first. Stewards read them within two
    weeks and set reviewed to the day on which they did.

    Why it works

    We expected that a fixed turn would leave no page out, and that a list with
    names on it would be hard to ignore.

    How to tell it works

    Every page carries a date from this quarter. We reached that in three of the
    four rounds.

    Pitfalls

    - The date becomes the goal. In the last round six pages were reviewed before
      lunch, and one of them was read.
    - The list treats a page that fifty people use and a page that nobody opens
      alike.
    - Readers trust the date and stop looking for themselves.

    Superseded by
      Flag it or fix it  practices/flag-it-or-fix-it.md
    ");
    insta::assert_snapshot!(dutch(&world, &["show practice/eindig-met-een-oogst-nl"]), @r"
$ COP_LANG=nl cop show practice/eindig-met-een-oogst-nl
Eindig met een oogst
praktijk, concept, gewijzigd 19 nov  practices/eindig-met-een-oogst.nl.md
Trefwoorden   afronden, waarde
Beheerder     Maryam Yıldız
Gemaakt door  Maryam Yıldız

Context

Gemeenschappen sterven zelden. Ze doven uit: de opkomst daalt, niemand zegt
iets, en op een dag is de map alleen nog te lezen voor wie het wachtwoord weet.
Jammer van alles wat erin zit.

Praktijk

Spreek af dat stoppen een besluit is, met een datum. Neem daarna drie
bijeenkomsten de tijd.

1. Terugkijken. Welke vragen van het begin zijn beantwoord? Welke niet, en wie
   zit daar nog mee?
2. Oogsten. Per praktijk: wie gebruikt dit, en wie zorgt er straks voor? Vindt
   een tekst geen nieuw thuis, dan krijgt hij een regel bovenaan waarin dat
   staat.
3. Doorgeven en vieren. Iedereen neemt iets mee naar de eigen organisatie en
   zegt hardop wat. Daarna eten we.

Zet alles in een vorm die zonder ons leesbaar blijft, en op een plek waar iemand
de sleutel van heeft.

Waarom het werkt

Wie weet wanneer het ophoudt, durft de oogst binnen te halen. Het netwerk blijft
bovendien bestaan: mensen die elkaar goed kennen, bellen elkaar over drie jaar
ook nog.

Hoe merk je dat het werkt

Dit weten we nog niet. We hebben het één keer gedaan, bij de leergroep
schuldhulp. Een halfjaar later werden vier van de zeven praktijken nog gebruikt.

Valkuilen

- Wachten tot er niemand meer is om mee te oogsten.
- Een eindrapport schrijven in plaats van het werk over te dragen.

Zie ook
  Collect value stories  practices/collect-value-stories.md
");
    insta::assert_snapshot!(narrow(&world, &["show 2"]), @r"
    $ COLUMNS=40 cop show 2
    Meet every two weeks
    decision, superseded, changed 11 Sep
    2025
    decisions/0002-meet-every-two-weeks.md
    Date        2025-01-09
    Decided by  Anna de Vries, Bram Smit,
                Fatima El Idrissi
    Tags        rhythm
    Steward     Anna de Vries
    Made by     Fatima El Idrissi
    Changed by  Anna de Vries, Bram Smit

    Context and problem

    We have a charter, three questions and
    no rhythm. After the first evening it
    took sixteen mails to find the second
    one.

    Considered options

    - Meet when there is a reason
    - Every two weeks, one hour and a half
    - Every month, half a day

    Decision outcome

    Every two weeks on Thursday from four to
    half past five, because we are still
    making things together and lose the
    thread in a month.

    Consequences

    - Good: a date that needs no mail.
    - Bad: twenty-six times a year is a lot
      next to other work. We will notice it
      in the attendance.

    Superseded by
      Meet every six weeks
      decisions/0004-meet-every-six-weeks.md
    ");
}

#[test]
fn a_member_is_shown_by_handle() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["show tomasz"]), @r"
$ cop show tomasz
Tomasz Wójcik
member, active, changed 12 Nov  members/tomasz.md
Organisation    Repaircafé De Vlinder
Roles           member
Interests       knowledge, value
You may ask me  cards instead of folders, and toasters
Member since    2026-01-15
Did             made 4, changed 3, asked 1, reviewed 2, used 1, thanked once (6
                commits, 15 Jan to 12 Nov)

I repair things on Saturdays and bring together the people who do that in eleven
villages. I do not like typing; Kees wrote my story down while I was soldering.

Knows about  knowledge: made De reparatiemap die niemand opende (+2)
             value: made De reparatiemap die niemand opende (+1)
             questions: uses Search before you add
Brought      2 stories, 1 question
             De reparatiemap die niemand opende (story, 29 Sep)
             The repair folder nobody opened (story, 28 May)
Uses         Search before you add, 20 Aug: for our cards, in visitors' words
Thanked by   Kees Ørsted, 18 Jun  The repair folder nobody opened: for the dust
             on your sleeve
");
    let shown = |name| cop(&world, &format!("show {name}")).run().done();
    assert_eq!(shown("tomasz"), shown("@tomasz"));
    assert_eq!(shown("tomasz"), shown("'Tomasz Wójcik'"));
}

#[test]
fn a_document_has_many_names() {
    let world = example();
    let path = |name: &str| cop(&world, &format!("show --json {name}")).run().json()["path"].clone();
    for name in [
        "decision/0004-meet-every-six-weeks",
        "decisions/0004-meet-every-six-weeks.md",
        "4",
        "0004",
        "0004-meet-every-six-weeks",
        "'Meet every six weeks'",
        "'meet every SIX weeks'",
    ] {
        assert_eq!(path(name), "decisions/0004-meet-every-six-weeks.md", "{name}");
    }
    assert_eq!(path("how-often-should-we-meet/an"), "questions/how-often-should-we-meet/anna.md");
    let here = cop(&world, "show 0004-meet-every-six-weeks.md -f paths").in_folder("decisions").run();
    insta::assert_snapshot!(here, @r#"
    $ cop show 0004-meet-every-six-weeks.md -f paths
    » error: the format "paths" is for lists, and this is none
    » hint: one of these: text, json, md
    [status 2]
    "#);
    let here = cop(&world, "show 0004-meet-every-six-weeks.md").in_folder("decisions").run();
    assert!(here.done().contains("  0004-meet-every-six-weeks.md\n"));
}

#[test]
fn a_name_that_is_none_or_several_is_answered_with_what_is() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["show how-oftn-should-we-meet", "show kees", "show a", "show nothing-like-it", "show one two", "show"]), @r#"
$ cop show how-oftn-should-we-meet
» error: no document is called "how-oftn-should-we-meet"
» hint: did you mean this? cop show question/how-often-should-we-meet
[status 2]

$ cop show kees
Kees Ørsted
member, active, changed 28 Oct  members/kees.md
Organisation    Deltaborg Insurance
Roles           facilitator
Interests       meetings, recognition, online
You may ask me  short rounds, sand timers and what people say at the coat rack
Member since    2025-01-16
Did             made 8, changed 14, answered 2, decided 1, reviewed 9, used 2,
                thanked once (23 commits, 16 Jan 2025 to 2 Nov)

Danish father, Zeeland mother, claims expert for nineteen years. I bring people
from five offices together who used to compete for the same parking space.

Knows about  recognition: keeps Thank by name, for something specific (+2)
             meetings: keeps Open with a short round (+3)
             questions: made The storm and the forty-one claims (+4)
Keeps true   All Contributors; Thank by name, for something specific (+1)
Brought      2 answers, 2 practices, 1 resource, 1 story, 1 term
             Value story (term, 2 Nov)
             Half an answer: two rooms and a carrier (answer, 27 Oct)
Uses         Start from a question, not from a library, 12 Feb: the storm made
             it easy
             Fetch and bring in balance, 28 Aug 2025: with a kitchen clock
Used by      José Peña, 26 Mar  Thank by name, for something specific: instead
             of the points (+3)
Thanked by   Fatima El Idrissi, 6 Nov 2025  Thank by name, for something
             specific: we now end every shift with it

$ cop show a
» error: "a" can be any of 2 documents
» hint: say which: member/anna
» hint: say which: resource/all-contributors-nl
[status 2]

$ cop show nothing-like-it
» error: no document is called "nothing-like-it"
» hint: documents with some of these words: cop search "nothing-like-it"
[status 2]

$ cop show one two
» error: "two" is one thing too many here
» hint: what has several words goes between quotes: cop show 'one two'
» hint: all about it: cop show --help
[status 2]

$ cop show
» error: something is missing: REF|HANDLE
» hint: for example: cop show fetch-and-bring
» hint: all about it: cop show --help
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["show nergens-te-vinden", "show", "show een twee"]), @r#"
    $ COP_LANG=nl cop show nergens-te-vinden
    » fout: er is geen document dat "nergens-te-vinden" heet
    » tip: documenten met een deel van deze woorden: cop search "nergens-te-vinden"
    [status 2]

    $ COP_LANG=nl cop show
    » fout: er ontbreekt iets: DOCUMENT|NAAM
    » tip: bijvoorbeeld: cop show fetch-and-bring
    » tip: alles erover: cop show --help
    [status 2]

    $ COP_LANG=nl cop show een twee
    » fout: "twee" is er één te veel
    » tip: wat uit meer woorden bestaat, staat tussen aanhalingstekens: cop show 'een twee'
    » tip: alles erover: cop show --help
    [status 2]
    "#);
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["show scan", "show scan --json"]), @r#"
    $ cop show scan
    » error: "scan" can be any of 2 documents
    » hint: say which: practice/scan-letters
    » hint: say which: practice/scan-maps
    [status 2]

    $ cop show scan --json
    » {"error":{"kind":"ambiguous","message":"\"scan\" can be any of 2 documents","cause":null,"path":null,"line":null,"column":null,"hints":["say which: practice/scan-letters","say which: practice/scan-maps"]}}
    [status 2]
    "#);
}

#[test]
fn programs_get_every_field() {
    let world = example();
    let answer = valid(&cop(&world, "show fetch-and-bring --json").run(), "show");
    assert_eq!(
        names(&answer),
        [
            "schema",
            "ref",
            "path",
            "kind",
            "title",
            "status",
            "lang",
            "created",
            "updated",
            "fields",
            "extra",
            "body",
            "relations",
            "answers",
            "people",
            "knows",
            "heard",
            "problems"
        ]
    );
    assert_eq!(names(&answer["relations"][0]), ["type", "ref", "title"]);
    assert_eq!(names(&answer["people"][0]), ["handle", "name", "roles"]);
    assert!(answer["body"].as_str().unwrap().contains("# Fetch and bring in balance"));
    insta::assert_snapshot!(serde_json::to_string_pretty(&answer["fields"]).unwrap(), @r#"
    {
      "status": "adopted",
      "tags": [
        "knowledge",
        "questions",
        "meetings"
      ],
      "steward": "fatima",
      "reviewed": "2026-09-14",
      "related": [
        "term/fetching-and-bringing"
      ]
    }
    "#);
    for name in ["anna", "4", "2026-12-10", "steward", "how-to-get-quiet-members-to-speak/ines", "madr"] {
        valid(&cop(&world, &format!("show {name} --json")).run(), "show");
    }
}

#[test]
fn it_can_be_had_as_markdown() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["show scan-maps -f md", "show scan-maps -v", "cat hoe-lang-nl"]), @r"
    $ cop show scan-maps -f md
    # Scan maps

    practice, draft, changed 1 Jun  `practices/scan-maps.md`

    - **Tags:** scan, maps
    - **Made by:** Ada Test

    See [letters](scan-letters.md).

    $ cop show scan-maps -v
    Scan maps
    practice, draft, changed 1 Jun  practices/scan-maps.md
    Tags     scan, maps
    Made by  Ada Test

    See letters (scan-letters.md).

    Links to
      Scan letters  practices/scan-letters.md

    $ cop cat hoe-lang-nl
    Hoe lang bewaren we brieven?
    question, open, changed 1 Jun  questions/hoe-lang.nl.md
    Made by  Bo Guest

    Wij twijfelen.
    ");
}

#[test]
fn without_git_it_shows_what_the_file_says() {
    let world = crate::support::world::World::without_git();
    world.write("community.yaml", "format: 1\nname: Plain\n");
    world.write("questions/why.md", "# Why?\n");
    world.write("questions/why/ada.md", "Because.\n");
    world.write("members/ada.md", "---\nname: Ada Test\n---\n");
    insta::assert_snapshot!(transcript(&world, &["show why", "show why -q"]), @r"
    $ cop show why
    Why?
    question, open  questions/why.md

    Ada Test
    answer, Ada Test  questions/why/ada.md

    Because.

    $ cop show why -q
    Why?
    question, open  questions/why.md

    Ada Test
    answer, Ada Test  questions/why/ada.md

    Because.
    ");
}

#[test]
fn a_document_is_shown_with_what_hangs_on_it() {
    let world = World::archivists();
    insta::assert_snapshot!(world.cop(&["show", "scan-letters"]), @r"
    $ cop show scan-letters
    Scan letters
    practice, draft, changed 1 Jun  practices/scan-letters.md
    Made by     Anna de Vries
    Changed by  Bram Smit

    At 300 dpi, or 600.

    Linked from
      Export a mailbox to EML  practices/export-a-mailbox.md
    ");
}

#[test]
fn a_document_is_called_in_many_ways() {
    let world = World::archivists();
    for name in ["practice/scan-letters", "scan-letters", "scan", "practices/scan-letters.md", "Scan letters"] {
        assert_eq!(world.cop(&["show", name, "--json"]).json()["ref"], "practice/scan-letters", "{name}");
    }
}

#[test]
fn a_member_is_shown_without_addresses() {
    let world = World::archivists();
    for name in ["@anna", "member/anna"] {
        let text = world.cop(&["show", name]).done();
        assert!(text.contains("Anna de Vries") && !text.contains("example.org"), "{text}");
    }
}

#[test]
fn an_unknown_name_is_refused() {
    let run = World::archivists().cop(&["show", "nothing"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run}");
    assert!(run.stderr.starts_with("error: "), "{run}");
}

#[test]
fn a_decision_is_found_by_its_kind_and_number_and_a_near_handle_is_proposed() {
    let world = example();
    let shown = |name: &str| world.cop(&["show", name, "--json"]).done();
    assert_eq!(shown("decision 4"), shown("4"));
    assert_eq!(shown("besluit 0004"), shown("4"));
    insta::assert_snapshot!(transcript(&world, &["show @ana", "show anna de vries", "leden"]), @r#"
$ cop show @ana
» error: nobody is called "@ana"
» hint: did you mean this? cop show @anna
» hint: who helped, with what they are called: cop contributors
[status 2]

$ cop show anna de vries
» error: "de" is one thing too many here
» hint: what has several words goes between quotes: cop show 'anna de vries'
» hint: all about it: cop show --help
[status 2]

$ cop leden
» error: there is no command "leden"
» hint: here that is: cop list leden
[status 2]
"#);
}

#[test]
fn who_used_it_and_who_thanked_whom_for_it_is_told_with_their_words() {
    let world = super::tiny();
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    world.commit("Bo");
    for line in
        ["used scan-letters 'two days saved'", "thank ada scan-letters 'for the drawing'", "follow scan-letters", "flag scan-letters wrong"]
    {
        cop(&world, &format!("{line} --author bo")).run().done();
    }
    cop(&world, "review scan-letters still-true").run().done();
    insta::assert_snapshot!(transcript(&world, &["show scan-letters", "show @ada"]), @r"
$ cop show scan-letters
Scan letters
practice, adopted, changed today  practices/scan-letters.md
Tags           scan
Last reviewed  2026-11-22
Made by        Ada Test

At 300 dpi, in colour.

Used by
  Bo Guest, today: two days saved
Thanks
  Bo Guest → Ada Test, today: for the drawing
Followed by
  Bo Guest, today

Flagged by
  Scan letters is wrong (settled)  flags/2026-11-22-scan-letters-bo.md
Linked from
  Scan maps  practices/scan-maps.md

$ cop show @ada
Ada Test
member, active, changed 1 Jun  members/ada.md
Did  made 4, changed 2, reviewed 1, thanked once (3 commits, 1 Jun to today)

Knows about  scan: made Scan letters; made Scan maps
             maps: made Scan maps
Brought      2 practices
             Scan letters (practice, 1 Jun)
             Scan maps (practice, 1 Jun)
Used by      Bo Guest, today  Scan letters: two days saved
Thanked by   Bo Guest, today  Scan letters: for the drawing
");
    insta::assert_snapshot!(dutch(&world, &["show scan-letters", "show @ada"]), @r"
$ COP_LANG=nl cop show scan-letters
Scan letters
praktijk, vastgesteld, gewijzigd vandaag  practices/scan-letters.md
Trefwoorden       scan
Laatst nagekeken  2026-11-22
Gemaakt door      Ada Test

At 300 dpi, in colour.

Gebruikt door
  Bo Guest, vandaag: two days saved
Dank
  Bo Guest → Ada Test, vandaag: for the drawing
Gevolgd door
  Bo Guest, vandaag

Meldingen
  Scan letters is wrong (afgehandeld)  flags/2026-11-22-scan-letters-bo.md
Verwezen vanuit
  Scan maps  practices/scan-maps.md

$ COP_LANG=nl cop show @ada
Ada Test
lid, actief, gewijzigd 1 jun  members/ada.md
Bijdragen  maakte 4, wijzigde 2, keek 1 na, 1 keer bedankt (3 commits, 1 jun tot
           vandaag)

Weet van       scan: maakte Scan letters; maakte Scan maps
               maps: maakte Scan maps
Bracht in      2 praktijken
               Scan letters (praktijk, 1 jun)
               Scan maps (praktijk, 1 jun)
Gebruikt door  Bo Guest, vandaag  Scan letters: two days saved
Bedankt door   Bo Guest, vandaag  Scan letters: for the drawing
");
    let shown = valid(&cop(&world, "show @ada --json").run(), "show");
    assert_eq!(each(&shown["heard"], "by"), ["bo", "bo"]);
    assert_eq!(each(&shown["heard"], "text"), ["two days saved", "for the drawing"]);
}

#[test]
fn somebody_without_a_page_is_known_by_what_they_did() {
    let world = super::tiny();
    world.write("practices/scan-slides.md", "---\ntags: [scan]\n---\n\n# Scan slides\n");
    world.commit_by("Bo Guest", "bo@example.org", "Slides");
    world.write("practices/sort-maps.md", "# Sort maps\n");
    world.commit_by("\u{202e}Ed \u{1b}[31mRed", "ed@example.org", "Sort");
    insta::assert_snapshot!(transcript(&world, &["show 'bo guest'", "show 'Ed Nobody'"]), @r#"
$ cop show 'bo guest'
Bo Guest
Did  made 2, asked 1 (2 commits, 1 Jun)

Knows about  scan: made Scan slides
Brought      1 practice, 1 question
             Scan slides (practice, 1 Jun)
             Hoe lang bewaren we brieven? (question, 1 Jun)

no page as a member yet; to invite them: cop invite 'Bo Guest'

$ cop show 'Ed Nobody'
» error: no document is called "Ed Nobody"
» hint: for all documents: cop list
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["show 'Bo Guest'"]), @r"
$ COP_LANG=nl cop show 'Bo Guest'
Bo Guest
Bijdragen  maakte 2, stelde 1 vraag (2 commits, 1 jun)

Weet van   scan: maakte Scan slides
Bracht in  1 praktijk, 1 vraag
           Scan slides (praktijk, 1 jun)
           Hoe lang bewaren we brieven? (vraag, 1 jun)

heeft nog geen eigen pagina; uitnodigen kan zo: cop invite 'Bo Guest'
");
    let shown = valid(&cop(&world, "show 'Bo Guest' --json").run(), "person");
    assert_eq!((shown["handle"].is_null(), shown["topics"][0]["name"].as_str()), (true, Some("scan")));
    // Two addresses of one name are one person to whoever asks, as for `who` and `gaps`.
    world.write("practices/more.md", "# More\n");
    world.commit_by("Bo Guest", "another@example.org", "More");
    let shown = valid(&cop(&world, "show 'Bo Guest' --json").run(), "person");
    assert_eq!(shown["contributions"]["commits"], 3);
}

#[test]
fn who_left_is_marked_and_who_does_not_want_to_be_asked_is_left_in_peace() {
    let world = super::tiny();
    world.write("members/bo.md", "---\nname: Bo Guest\nstatus: alumnus\nask_me: no\nemails: [bo@example.org]\n---\n\nI sail now.\n");
    world.commit("Bo");
    insta::assert_snapshot!(transcript(&world, &["show bo"]), @r"
$ cop show bo
Bo Guest
member, alumnus, changed 1 Jun  members/bo.md
Questions  rather not in person; cop ask reaches everybody
Did        made 1, asked 1 (1 commit, 1 Jun)

I sail now.

Brought  Hoe lang bewaren we brieven? (question, 1 Jun)
");
    insta::assert_snapshot!(dutch(&world, &["show bo"]), @r"
$ COP_LANG=nl cop show bo
Bo Guest
lid, oud-lid, gewijzigd 1 jun  members/bo.md
Vragen     liever niet persoonlijk; met cop ask bereik je iedereen
Bijdragen  maakte 1, stelde 1 vraag (1 commit, 1 jun)

I sail now.

Bracht in  Hoe lang bewaren we brieven? (vraag, 1 jun)
");
    insta::assert_snapshot!(super::narrow(&world, &["show ada"]), @r"
$ COLUMNS=40 cop show ada
Ada Test
member, active, changed 1 Jun
members/ada.md
Did  made 4 (2 commits, 1 Jun)

Knows about  scan: made Scan letters
             (+1)
             maps: made Scan maps
Brought      2 practices
             Scan letters (practice, 1
             Jun)
             Scan maps (practice, 1 Jun)
");
    insta::assert_snapshot!(transcript(&world, &["show bo -v"]), @r"
$ cop show bo -v
Bo Guest
member, alumnus, changed 1 Jun  members/bo.md
Questions  rather not in person; cop ask reaches everybody
Did        made 1, asked 1 (1 commit, 1 Jun)

I sail now.

Brought  Hoe lang bewaren we brieven? (question, 1 Jun)
");
}

#[test]
fn a_member_is_shown_without_history_and_with_a_part_of_it() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Plain\n");
    world.write("practices/scan.md", "---\nsteward: ada\nauthors: [ada]\n---\n# Scan\n");
    world.write("members/ada.md", "---\nname: Ada Test\n---\n\n## Uses\n\n- [Scan](../practices/scan.md) 2026-11-01 daily\n");
    world.write("members/bo.md", "---\nname: Bo Guest\n---\n");
    insta::assert_snapshot!(transcript(&world, &["show ada", "show bo"]), @r"
$ cop show ada
Ada Test
member, active  members/ada.md

Knows about  practices: keeps Scan
Keeps true   Scan
Brought      Scan (practice)
Uses         Scan, 1 Nov: daily

$ cop show bo
Bo Guest
member, active  members/bo.md
");
    let world = super::tiny();
    world.git(&["clone", "--quiet", "--depth", "1", &format!("file://{}", world.root().display()), "../shallow"]);
    let shallow = cop(&world, "-C ../shallow show ada").run();
    assert!(shallow.stdout.contains("at least this"), "{shallow}");
}

#[test]
fn an_answer_that_repeats_its_question_is_told_by_whose_it_is() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Needles\n");
    world.write("members/ben.md", "---\nname: Ben Bakker\nask_me: yes\n---\n");
    world.write("questions/seams.md", "# How do we finish seams?\n");
    world.write("questions/seams/ben.md", "---\nauthors: [ben]\n---\n# How do we finish seams?\n\nZigzag.\n");
    world.commit("Begin");
    world.write("questions/seams.md", "---\naccepted: answer/seams/ben\n---\n# How do we finish seams?\n");
    world.commit("Choose");
    insta::assert_snapshot!(transcript(&world, &["show question/seams", "history question/seams"]), @r"
$ cop show question/seams
How do we finish seams?
question, answered, changed 1 Jun  questions/seams.md
Made by  Ada Test

Ben Bakker
accepted answer, Ben Bakker, 1 Jun  questions/seams/ben.md

Zigzag.

$ cop history question/seams
How do we finish seams?  questions/seams.md
2026-06-01  open → answered  Ada Test  [commit]
   Accepted answer: Ben Bakker's; Choose
2026-06-01  asked            Ada Test  [commit]
   Begin
2026-06-01  answered         Ada Test  [commit]
");
    insta::assert_snapshot!(dutch(&world, &["show @ben", "history -n 1"]), @r"
$ COP_LANG=nl cop show @ben
Ben Bakker
lid, actief, gewijzigd 1 jun  members/ben.md
Je mag het me vragen  ja
Bijdragen             maakte 1, gaf 1 antwoord, waarvan 1 gekozen

Weet van   questions/seams: beantwoordde How do we finish seams?
Bracht in  How do we finish seams? (antwoord, 1 jun)

$ COP_LANG=nl cop history -n 1
» tip: er is meer: -n 5, of --since met een tijd
1 jun
  open → beantwoord: How do we finish seams? (vraag)  Ada Test: Gekozen
  antwoord: dat van Ben Bakker
");
}
