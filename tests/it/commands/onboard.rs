//! `cop onboard`

mod young;

use super::{cop, dutch, each, example, narrow, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn a_newcomer_finds_a_way_in() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["onboard zoe"]), @r#"
$ cop onboard zoe
Welcome to The Long Table, Zoë
We are people who run a community of practice next to our other work. At this
table we learn from one another how to start one, how to keep it worth coming
to, and how to end it well.
We meet every 6 weeks; the next time is Thu 10 Dec: Looking back, two years on
You care for newcomers, language, roles

To read first
1  How do you get quiet members to speak?
   question: explored on the way to the goal "A newcomer gives a first
     contribution within a month of joining"
   questions/how-to-get-quiet-members-to-speak.md
2  Common ground
   term: a word you will meet; 1 document builds on it
   glossary/common-ground.md
3  Fetching and bringing
   term: a word you will meet; 1 document builds on it
   glossary/fetching-and-bringing.md
4  Search before you add
   practice: 2 documents build on it, and 3 members use it
   practices/search-before-you-add.md
5  Fetch and bring in balance
   practice: 2 documents build on it, and 2 members use it
   practices/fetch-and-bring.md
6  Open with a short round
   practice: it is about newcomers, and 3 members use it
   practices/open-with-a-short-round.md
7  Introduction to communities of practice (Wenger-Trayner)
   resource: it is about language
   resources/introduction-to-communities-of-practice.md

People to meet
Anna de Vries      @anna
  facilitator: helps people find each other
  ask about: how to begin, and how I let two communities die before this one
Fatima El Idrissi  @fatima
  knows about roles: keeps Elke vraag krijgt binnen een week een eerste
    antwoord; keeps Kerngroep
  ask about: how to let people with a rank listen to people without one
Tomasz Wójcik      @tomasz
  joined on 15 Jan, and remembers what it is like
  ask about: cards instead of folders, and toasters

To begin with
How do you run a community across time zones?
  still open after 1 answer; what you saw yourself is another
  cop answer question/how-do-you-run-a-community-across-time-zones
Open with a short round
  try it, and say how it went; 3 members use it
  cop used practice/open-with-a-short-round
"#);
    insta::assert_snapshot!(dutch(&world, &["onboard bram -t value -t toasters"]), @r"
$ COP_LANG=nl cop onboard bram -t value -t toasters
Welkom bij The Long Table, Bram
We are people who run a community of practice next to our other work. At this
table we learn from one another how to start one, how to keep it worth coming
to, and how to end it well.
We komen om de 6 weken bij elkaar; de volgende keer is do 10 dec: Looking back,
two years on
Je hebt interesse in waarde, toasters, bedoeling, besluiten, kennis; over
toasters staat hier nog niets

Om te beginnen met lezen
1  De eerste honderd dagen
   praktijk: 1 lid gebruikt het
   practices/de-eerste-honderd-dagen.nl.md
2  All Contributors
   bron: 1 document bouwt erop voort
   resources/all-contributors.nl.md
3  De reparatiemap die niemand opende
   verhaal: het gaat over waarde
   stories/de-reparatiemap-die-niemand-opende.nl.md
4  De verpleegkundigen van drie locaties
   verhaal: het gaat over waarde
   stories/de-verpleegkundigen-van-drie-locaties.nl.md
5  Search before you add
   praktijk: het gaat over kennis, en 3 leden gebruiken het
   practices/search-before-you-add.md

Mensen om te leren kennen
Kees Ørsted        @kees
  facilitator: helpt mensen elkaar te vinden
  vraag naar: short rounds, sand timers and what people say at the coat rack
Fatima El Idrissi  @fatima
  weet van kennis: beheert Fetching and bringing; beheert Fetch and bring in
    balance
  vraag naar: how to let people with a rank listen to people without one
Maryam Yıldız      @maryam
  beheert De eerste honderd dagen
  vraag naar: beginnen, stoppen en wat je een wethouder vertelt

Om mee te beginnen
Wat doe je met een kerngroep die leegloopt?
  niemand heeft nog geantwoord; wat je zelf zag is een antwoord
  cop answer question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl
Search before you add
  probeer het en vertel hoe het ging; 3 leden gebruiken het
  cop used practice/search-before-you-add
");
    insta::assert_snapshot!(narrow(&world, &["onboard jose"]), @r#"
$ COLUMNS=40 cop onboard jose
Welcome to The Long Table, José
We are people who run a community of
practice next to our other work. At this
table we learn from one another how to
start one, how to keep it worth coming
to, and how to end it well.
We meet every 6 weeks; the next time is
Thu 10 Dec: Looking back, two years on
You care for knowledge, online

To read first
1  How do you get quiet members to
   speak?
   question: explored on the way to the
     goal "A newcomer gives a first
     contribution within a month of
     joining"
   questions/how-to-get-quiet-members-to-speak.md
2  Common ground
   term: a word you will meet; 1
     document builds on it
   glossary/common-ground.md
3  Fetching and bringing
   term: a word you will meet; 1
     document builds on it
   glossary/fetching-and-bringing.md
4  Open with a short round
   practice: 4 documents build on it,
     and 3 members use it
   practices/open-with-a-short-round.md
5  Walk a newcomer in
   practice: 2 documents build on it,
     and 2 members use it
   practices/walk-a-newcomer-in.md
6  Fetch and bring in balance
   practice: it is about knowledge, and
     2 members use it
   practices/fetch-and-bring.md
7  The repair folder nobody opened
   story: it is about knowledge
   stories/the-repair-folder-nobody-opened.md

People to meet
Kees Ørsted        @kees
  facilitator: helps people find each
    other
  ask about: short rounds, sand timers
    and what people say at the coat rack
Fatima El Idrissi  @fatima
  knows about knowledge: keeps Fetching
    and bringing; keeps Fetch and bring
    in balance
  ask about: how to let people with a
    rank listen to people without one
Inês Carvalho      @ines
  keeps Walk a newcomer in true
  ask about: the first six weeks of
    anybody, anywhere

To begin with
How do you run a community across time
zones?
  it is about online, and still open
    after 1 answer; what you saw
    yourself is another
  cop answer
    question/how-do-you-run-a-community-across-time-zones
Fetch and bring in balance
  try it, and say how it went; 2 members
    use it
  cop used practice/fetch-and-bring
"#);
    let shown = valid(&cop(&world, "onboard zoe --json").run(), "onboard");
    assert_eq!(each(&shown["begin"], "type"), ["question", "try"]);
    assert_eq!(each(&shown["meet"], "why"), ["facilitator", "knows", "joined"]);
}

#[test]
fn as_a_page_to_send_it_is_in_the_communitys_language() {
    let world = example();
    let english = cop(&world, "onboard zoe -f md").run().done();
    let asked_in_dutch = cop(&world, "onboard zoe -f md").env("COP_LANG", "nl").run().done();
    assert_eq!(english, asked_in_dutch);
    insta::assert_snapshot!(english, @r#"
# Welcome to The Long Table, Zoë

We are people who run a community of practice next to our other work. At this table we learn from one another how to start one, how to keep it worth coming to, and how to end it well.

We meet every 6 weeks; the next time is Thu 10 Dec: Looking back, two years on

You care for newcomers, language, roles

## To read first

1. **How do you get quiet members to speak?**
   - question: explored on the way to the goal "A newcomer gives a first contribution within a month of joining"
   - `questions/how-to-get-quiet-members-to-speak.md`
2. **Common ground**
   - term: a word you will meet; 1 document builds on it
   - `glossary/common-ground.md`
3. **Fetching and bringing**
   - term: a word you will meet; 1 document builds on it
   - `glossary/fetching-and-bringing.md`
4. **Search before you add**
   - practice: 2 documents build on it, and 3 members use it
   - `practices/search-before-you-add.md`
5. **Fetch and bring in balance**
   - practice: 2 documents build on it, and 2 members use it
   - `practices/fetch-and-bring.md`
6. **Open with a short round**
   - practice: it is about newcomers, and 3 members use it
   - `practices/open-with-a-short-round.md`
7. **Introduction to communities of practice (Wenger-Trayner)**
   - resource: it is about language
   - `resources/introduction-to-communities-of-practice.md`

## People to meet

- **Anna de Vries** (@<!-- -->anna)
  - facilitator: helps people find each other
  - ask about: how to begin, and how I let two communities die before this one
- **Fatima El Idrissi** (@<!-- -->fatima)
  - knows about roles: keeps Elke vraag krijgt binnen een week een eerste antwoord; keeps Kerngroep
  - ask about: how to let people with a rank listen to people without one
- **Tomasz Wójcik** (@<!-- -->tomasz)
  - joined on 15 Jan, and remembers what it is like
  - ask about: cards instead of folders, and toasters

## To begin with

- **How do you run a community across time zones?**
  - still open after 1 answer; what you saw yourself is another
  - `cop answer question/how-do-you-run-a-community-across-time-zones`
- **Open with a short round**
  - try it, and say how it went; 3 members use it
  - `cop used practice/open-with-a-short-round`
"#);
}

#[test]
fn what_is_proposed_can_be_typed_and_nobody_is_proposed_who_left_or_is_silent() {
    let world = example();
    for handle in ["anna", "bram", "fatima", "ines", "jose", "kees", "maryam", "pieter", "tomasz", "zoe"] {
        let shown = valid(&cop(&world, &format!("onboard {handle} --json")).run(), "onboard");
        let read = shown["read"].as_array().unwrap().len();
        assert!((3..=7).contains(&read), "{handle} reads {read}");
        assert!(shown["meet"].as_array().unwrap().iter().all(|meet| meet["handle"] != handle && meet["handle"] != "pieter"), "{handle}");
        assert_eq!((shown["meet"].as_array().unwrap().len(), shown["begin"].as_array().unwrap().len()), (3, 2), "{handle}");
        for reading in each(&shown["read"], "ref") {
            cop(&world, &format!("show {reading}")).run().done();
        }
        for command in each(&shown["begin"], "command") {
            let command = command.strip_prefix("cop ").unwrap().to_owned();
            let with_text = if command.starts_with("answer") { " -b Yes" } else { "" };
            cop(&world, &format!("{command}{with_text} --author {handle} --dry-run")).run().done();
        }
    }
}

#[test]
fn who_does_not_want_to_be_asked_is_not_met_and_something_small_can_be_mended() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Small\n");
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\nask_me: no\nroles: [facilitator]\n---\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nstatus: alumnus\nroles: [facilitator]\n---\n");
    world.write("members/cas.md", "---\nname: Cas New\ninterests: [scan]\n---\n");
    world.write("members/dee.md", "---\nname: Dee Old\n---\n\n## Uses\n\n- [Scan](../practices/scan.md) 2026-05-01\n");
    world.write("practices/scan.md", "---\ntags: [scan]\nstatus: adopted\n---\n# Scan\n\nOf [no page](no.md), with [[jitter]].\n");
    world.write("practices/old.md", "---\ntags: [scan]\nstatus: retired\nreason: old\n---\n# Scan as of old\n");
    world.commit("Begin");
    insta::assert_snapshot!(transcript(&world, &["onboard cas"]), @r"
$ cop onboard cas
Welcome to Small, Cas
You care for scan

To read first
1  Scan
   practice: it is about scan, and 1 member uses it
   practices/scan.md

People to meet
Dee Old  @dee
  knows about scan: uses Scan

To begin with
jitter
  a text leads to this word, and nobody has said what it means
  cop add term jitter
Scan
  small and sure, line 7: no such document: no
  cop edit practice/scan
");
    insta::assert_snapshot!(dutch(&world, &["onboard cas"]), @r"
$ COP_LANG=nl cop onboard cas
Welkom bij Small, Cas
Je hebt interesse in scan

Om te beginnen met lezen
1  Scan
   praktijk: het gaat over scan, en 1 lid gebruikt het
   practices/scan.md

Mensen om te leren kennen
Dee Old  @dee
  weet van scan: gebruikt Scan

Om mee te beginnen
jitter
  een tekst verwijst naar dit woord, en niemand heeft verteld wat het betekent
  cop add term jitter
Scan
  klein en zeker, regel 7: dit document is er niet: no
  cop edit practice/scan
");
}

#[test]
fn who_is_no_member_is_told_how_to_become_one() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["onboard", "onboard zo", "onboard 'Lotte Bakker'", "newcomer"]), @r#"
$ cop onboard
» error: none of the members' pages has the address that git knows you by
» hint: your own page, and a way in: cop join
» hint: of somebody else: cop onboard HANDLE
[status 2]

$ cop onboard zo
» error: no member is called "zo"
» hint: did you mean zoe?
» hint: a page for them, and a letter: cop invite zo
» hint: your own page, and a way in: cop join
[status 2]

$ cop onboard 'Lotte Bakker'
» error: no member is called "Lotte Bakker"
» hint: a page for them, and a letter: cop invite 'Lotte Bakker'
» hint: your own page, and a way in: cop join
[status 2]

$ cop newcomer
» error: there is no command "newcomer"
» hint: here that is: cop onboard HANDLE
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["onboard", "onboard nobody", "inwerken zoe"]), @r#"
$ COP_LANG=nl cop onboard
» fout: op geen van de pagina's van leden staat het adres waaronder git je kent
» tip: een eigen pagina, en een weg naar binnen: cop join
» tip: van iemand anders: cop onboard NAAM
[status 2]

$ COP_LANG=nl cop onboard nobody
» fout: er is geen lid dat "nobody" heet
» tip: een pagina voor diegene, en een brief: cop invite nobody
» tip: een eigen pagina, en een weg naar binnen: cop join
[status 2]

$ COP_LANG=nl cop inwerken zoe
» fout: er is geen opdracht "inwerken"
» tip: zo heet dat hier: cop onboard zoe
[status 2]
"#);
}

#[test]
fn i_am_who_git_says() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["onboard"]), @r"
$ cop onboard
Welcome to Tiny, Ada

People to meet
Bo Guest  no member yet, last seen Jun
  worked on Hoe lang bewaren we brieven? lately

To begin with
Hoe lang bewaren we brieven?
  nobody has answered yet; what you saw yourself is an answer
  cop answer question/hoe-lang-nl
Ada Test
  say what interests you, and what others may ask you: a line each
  cop edit member/ada
");
}

#[test]
fn where_there_is_little_little_is_said() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Begun\n");
    world.write("members/ada.md", "---\nname: A. Test\n---\n");
    insta::assert_snapshot!(transcript(&world, &["onboard ada"]), @r"
$ cop onboard ada
Welcome to Begun, A. Test

To begin with
A. Test
  say what interests you, and what others may ask you: a line each
  cop edit member/ada
");
    world.write("members/bo.md", "---\nname: \"B\\e[31mo\\u202e\"\nask_me: \"\\e[2Jall\"\n---\n");
    world.write("practices/scan.md", "---\nstatus: adopted\nsteward: bo\n---\n# Scan\n\nWith [[jitter]] and [no](no.md).\n");
    world.write("questions/why.md", "# Why \u{202e}?\n\nSee [scan](../practices/scan.md).\n");
    insta::assert_snapshot!(transcript(&world, &["onboard ada", "onboard ada -f md"]), @r"
$ cop onboard ada
Welcome to Begun, A. Test

To read first
1  Scan
   practice: 1 document builds on it
   practices/scan.md

People to meet
B\u{1b}[31mo\u{202e}  @bo
  keeps Scan
  ask about: \u{1b}[2Jall

To begin with
Why \u{202e}?
  nobody has answered yet; what you saw yourself is an answer
  cop answer question/why
A. Test
  say what interests you, and what others may ask you: a line each
  cop edit member/ada

$ cop onboard ada -f md
# Welcome to Begun, A. Test

## To read first

1. **Scan**
   - practice: 1 document builds on it
   - `practices/scan.md`

## People to meet

- **B\\u{1b}\[31mo\\u{202e}** (@<!-- -->bo)
  - keeps Scan
  - ask about: \\u{1b}\[2Jall

## To begin with

- **Why \\u{202e}?**
  - nobody has answered yet; what you saw yourself is an answer
  - `cop answer question/why`
- **A. Test**
  - say what interests you, and what others may ask you: a line each
  - `cop edit member/ada`
");
}

/// Files that lay there before cop, without tags, links or members: what people worked on tells what to read, and whom to meet.
#[test]
fn in_files_that_lay_there_history_shows_the_way() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Adopted\nkinds:\n  practice: {paths: [\"docs/*.md\"], default_status: adopted}\n");
    for name in ["maps", "letters", "slides"] {
        world.write(&format!("docs/{name}.md"), format!("# Scan {name}\n"));
    }
    world.write("docs/CHANGELOG.md", "# What changed\n");
    world.commit_by("Cy Old", "cy@example.org", "All");
    for name in ["maps", "CHANGELOG"] {
        for (who, email) in [("Bo Guest", "bo@example.org"), ("Bo Guest", "bo@home.example.org"), ("fixer[bot]", "fixer[bot]@example.org")]
        {
            world.write(&format!("docs/{name}.md"), format!("# Scan {name}\n\nAs {email} says.\n"));
            world.commit_by(who, email, "More");
        }
    }
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.commit("Join");
    insta::assert_snapshot!(transcript(&world, &["onboard ada"]), @r"
$ cop onboard ada
Welcome to Adopted, Ada

To read first
1  Scan maps
   practice: 2 people worked on it in the last year
   docs/maps.md
2  Scan letters
   practice: one of the first things that stand here
   docs/letters.md
3  Scan slides
   practice: one of the first things that stand here
   docs/slides.md

People to meet
Cy Old    no member yet, last seen Jun
  knows much of what stands here: made Scan letters; made Scan maps
Bo Guest  no member yet, last seen Jun
  worked on Scan maps lately

To begin with
Ada Test
  say what interests you, and what others may ask you: a line each
  cop edit member/ada
Scan maps
  try it, and be the first who says how it went
  cop used practice/maps
");
    insta::assert_snapshot!(dutch(&world, &["onboard ada"]), @r"
$ COP_LANG=nl cop onboard ada
Welkom bij Adopted, Ada

Om te beginnen met lezen
1  Scan maps
   praktijk: het afgelopen jaar werkten er 2 mensen aan
   docs/maps.md
2  Scan letters
   praktijk: een van de eerste dingen die hier staan
   docs/letters.md
3  Scan slides
   praktijk: een van de eerste dingen die hier staan
   docs/slides.md

Mensen om te leren kennen
Cy Old    nog geen lid, laatst gezien jun
  weet veel van wat hier staat: maakte Scan letters; maakte Scan maps
Bo Guest  nog geen lid, laatst gezien jun
  werkte kortgeleden aan Scan maps

Om mee te beginnen
Ada Test
  vertel wat je boeit en wat anderen je mogen vragen: elk één regel
  cop edit member/ada
Scan maps
  probeer het en vertel als eerste hoe het ging
  cop used practice/maps
");
    let shown = valid(&cop(&world, "onboard ada --json").run(), "onboard");
    assert_eq!(each(&shown["meet"], "why"), ["knows", "recent"]);
}

#[test]
fn what_somebody_made_under_a_members_name_is_not_the_members() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Club\n");
    world.write("members/anna.md", "---\nname: Anna de Vries\nemails: [anna@example.org]\n---\n");
    world.write("members/bram.md", "---\nname: Bram Smit\nemails: [bram@example.org]\n---\n");
    world.commit("Begin");
    for at in 1..=5 {
        world.write(&format!("practices/a{at}.md"), format!("# Archive {at}\n\nKeep mail as EML.\n"));
        world.commit_by("Anna de Vries", "evil@evil.example", "Archive");
    }
    let text = world.cop(&["onboard", "bram"]).done();
    let anna = text.lines().skip_while(|line| !line.contains("@anna")).nth(1).unwrap_or_default();
    assert!(!anna.contains("made"), "{text}");
}

#[test]
fn who_left_is_not_welcomed_nor_asked() {
    let world = tiny();
    world.write("members/mia.md", "---\nname: Mia Vos\nstatus: alumnus\nemails: [mia@example.org]\nask_me: yes\n---\n");
    world.commit("Mia left");
    let first = |line: &str, lang: &str| {
        let told = world.command("cop").args(&line.split(' ').collect::<Vec<_>>()).env("COP_LANG", lang).run().stdout;
        told.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(first("onboard mia", "en"), "Mia left Tiny; this is the way in if they come back");
    assert_eq!(first("onboard mia", "nl"), "Mia is weg bij Tiny; dit is de weg naar binnen voor wie terugkomt");
    let asks = |lang: &str| world.command("cop").args(&["show", "mia"]).env("COP_LANG", lang).run().stdout;
    assert!(!asks("nl").contains("Je mag het me vragen") && !asks("en").contains("yes"), "{}", asks("en"));
    world.write("members/mia.md", world.read("members/mia.md").replace("status: alumnus\n", ""));
    assert!(asks("nl").contains("Je mag het me vragen"), "{}", asks("nl"));
}
