//! `cop show`

mod named;
mod people;

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
    answer  questions/why/ada.md

    Because.

    $ cop show why -q
    Why?
    question, open  questions/why.md

    Ada Test
    answer  questions/why/ada.md

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
Did  made 4, changed 1, reviewed 1, thanked once (3 commits, 1 Jun to today)

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
Bijdragen  maakte 4, wijzigde 1, keek 1 na, 1 keer bedankt (3 commits, 1 jun tot
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
accepted answer, 1 Jun  questions/seams/ben.md

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
