//! `cop gaps`

mod searches;

use super::{cop, dutch, each, example, narrow, tiny, transcript, valid};
use crate::support::world::World;

/// A community of three, in which one keeps what stands about scanning, one left, and one cares.
fn hanging() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Hanging\n");
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\ninterests: [scan]\n---\n");
    world.write("members/cas.md", "---\nname: Cas Away\nstatus: alumnus\nemails: [cas@example.org]\n---\n");
    world.write("members/dee.md", "---\nname: Dee Quiet\nemails: [dee@example.org]\nask_me: no\ninterests: [scan]\n---\n");
    for name in ["letters", "maps", "slides"] {
        world.write(&format!("practices/scan-{name}.md"), format!("---\ntags: [scan]\nstatus: adopted\n---\n\n# Scan {name}\n"));
    }
    world.commit("Scanning");
    for name in ["fire", "flood", "theft"] {
        world.write(&format!("practices/{name}.md"), format!("---\ntags: [rescue]\nstatus: adopted\n---\n\n# What to do about {name}\n"));
    }
    world.write("practices/rats.md", "---\nsteward: cas\nstatus: adopted\n---\n\n# Keep rats out\n");
    world.commit_by("Cas Away", "cas@example.org", "Rescue");
    world.write("practices/tea.md", "---\ntags: [kitchen]\nstatus: adopted\n---\n\n# Make tea\n");
    world.commit_by("Bo Guest", "bo@example.org", "Tea");
    world.write("practices/cake.md", "---\ntags: [kitchen]\nstatus: adopted\n---\n\n# Bake a cake\n");
    world.commit_by("Dee Quiet", "dee@example.org", "Cake");
    world
}

#[test]
fn what_hangs_on_one_person_is_told_with_who_could_be_the_second() {
    let world = hanging();
    insta::assert_snapshot!(transcript(&world, &["gaps", "gaps -t scan", "gaps -t kitchen", "gaps -k question"]), @r"
$ cop gaps
Topics that hang on one person
rescue  Cas Away (left)  3 of 3 documents
  What to do about fire; What to do about flood; What to do about theft
  a second: nobody yet; ask for one in the next meeting
  cop set practice/fire steward=HANDLE
  cop who rescue
scan    Ada Test  all of it, 3 of 3 documents
  Scan letters; Scan maps; Scan slides
  could be the second: Bo Guest (interested)
  cop set practice/scan-letters steward=bo
  cop who scan

Documents whose steward left
Cas Away (left)  keeps 1 document
  Keep rats out
  a second: nobody yet; ask for one in the next meeting
  cop set --steward cas steward=HANDLE

1 document has no tag and is about no topic: cop search no:tags

$ cop gaps -t scan
Topics that hang on one person
scan  Ada Test  all of it, 3 of 3 documents
  Scan letters; Scan maps; Scan slides
  could be the second: Bo Guest (interested)
  cop set practice/scan-letters steward=bo
  cop who scan

$ cop gaps -t kitchen
too little here for a judgment: no topic has three documents yet

What there is
kitchen  2 documents, Bo Guest, Dee Quiet

$ cop gaps -k question
Nothing matches.
");
    insta::assert_snapshot!(dutch(&world, &["gaps"]), @r"
$ COP_LANG=nl cop gaps
Onderwerpen die van één persoon afhangen
rescue  Cas Away (vertrokken)  3 van 3 documenten
  What to do about fire; What to do about flood; What to do about theft
  een tweede: nog niemand; vraag ernaar in de volgende bijeenkomst
  cop set practice/fire steward=NAAM
  cop who rescue
scan    Ada Test  alles, 3 van 3 documenten
  Scan letters; Scan maps; Scan slides
  kan de tweede zijn: Bo Guest (heeft interesse)
  cop set practice/scan-letters steward=bo
  cop who scan

Documenten waarvan de beheerder weg is
Cas Away (vertrokken)  beheert 1 document
  Keep rats out
  een tweede: nog niemand; vraag ernaar in de volgende bijeenkomst
  cop set --steward cas steward=NAAM

1 document heeft geen trefwoord en hoort bij geen onderwerp: cop search no:tags
");
    insta::assert_snapshot!(narrow(&world, &["gaps -t rescue"]), @r"
$ COLUMNS=40 cop gaps -t rescue
Topics that hang on one person
rescue
  Cas Away (left)  3 of 3 documents
  What to do about fire; What to do
    about flood; What to do about theft
  a second: nobody yet; ask for one in
    the next meeting
  cop set practice/fire steward=HANDLE
  cop who rescue
");
    // What it proposes can be typed.
    let told = valid(&cop(&world, "gaps --json").run(), "gaps");
    let commands: Vec<&str> = told["gaps"].as_array().unwrap().iter().filter_map(|gap| gap["commands"][0].as_str()).collect();
    for command in commands.iter().filter_map(|command| command.strip_prefix("cop ")).filter(|command| !command.contains("HANDLE")) {
        cop(&world, &format!("{command} --dry-run")).run().done();
    }
}

/// A community of three who are here and three who left, with what each of them made on two topics.
fn left_behind() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Left behind\n");
    for (handle, status) in
        [("ada", "active"), ("bo", "active"), ("fay", "active"), ("cas", "alumnus"), ("dee", "alumnus"), ("eef", "alumnus")]
    {
        let name = format!("{}{} Test", handle[..1].to_uppercase(), &handle[1..]);
        world.write(&format!("members/{handle}.md"), format!("---\nname: {name}\nstatus: {status}\nemails: [{handle}@example.org]\n---\n"));
    }
    world.commit("Members");
    let makes = |name: &str, tag: &str, titles: &[&str]| {
        for title in titles {
            world.write(
                &format!("practices/{title}.md"),
                format!("---\ntags: [{}]\nstatus: adopted\n---\n\n# Mind the {title}\n", tag.lines().next().unwrap()),
            );
        }
        world.commit_by(&format!("{name} Test"), &format!("{}@example.org", name.to_lowercase()), tag);
    };
    makes("Cas", "rescue", &["fire", "flood", "theft", "mould", "rats"]);
    makes("Dee", "rescue", &["moths"]);
    // What three left behind hangs on none of them.
    makes("Cas", "letters", &["stamps", "ink"]);
    makes("Dee", "letters", &["paper", "seals"]);
    makes("Eef", "letters\n\nCo-authored-by: Dee Test <dee@example.org>", &["envelopes", "postbox"]);
    makes("Ada", "letters", &["quills", "nibs"]);
    makes("Bo", "tea", &["kettle"]);
    makes("Fay", "tea", &["cups"]);
    makes("Ada", "tea", &["pot"]);
    world
}

#[test]
fn what_several_left_behind_is_told_of_each_with_a_filter_and_without() {
    let world = left_behind();
    insta::assert_snapshot!(transcript(&world, &["gaps", "gaps --by dee"]), @r"
$ cop gaps
Topics that hang on one person
rescue   Cas Test (left)  5 of 6 documents
  Mind the fire; Mind the flood; Mind the mould (+2)
  a second: nobody yet; ask for one in the next meeting
  cop set practice/fire steward=HANDLE
  cop who rescue
letters  Ada Test  all that anyone here knows of it, 2 of 8 documents
  Mind the nibs; Mind the quills
  a second: nobody yet; ask for one in the next meeting
  cop set practice/nibs steward=HANDLE
  cop who letters

Documents whose people are gone
Dee Test (left)                   3 documents
  Mind the moths; Mind the paper; Mind the seals
  a second: nobody yet; ask for one in the next meeting
  cop set practice/moths steward=HANDLE
Cas Test (left)                   2 documents
  Mind the ink; Mind the stamps
  a second: nobody yet; ask for one in the next meeting
  cop set practice/ink steward=HANDLE
Dee Test (left), Eef Test (left)  2 documents
  Mind the envelopes; Mind the postbox
  a second: nobody yet; ask for one in the next meeting
  cop set practice/envelopes steward=HANDLE

$ cop gaps --by dee
Topics that hang on one person
rescue   Cas Test (left)  5 of 6 documents
  Mind the fire; Mind the flood; Mind the mould (+2)
  a second: nobody yet; ask for one in the next meeting
  cop set practice/fire steward=HANDLE
  cop who rescue
letters  Ada Test  all that anyone here knows of it, 2 of 8 documents
  Mind the nibs; Mind the quills
  a second: nobody yet; ask for one in the next meeting
  cop set practice/nibs steward=HANDLE
  cop who letters

Documents whose people are gone
Dee Test (left)                   3 documents
  Mind the moths; Mind the paper; Mind the seals
  a second: nobody yet; ask for one in the next meeting
  cop set practice/moths steward=HANDLE
Dee Test (left), Eef Test (left)  2 documents
  Mind the envelopes; Mind the postbox
  a second: nobody yet; ask for one in the next meeting
  cop set practice/envelopes steward=HANDLE
");
    insta::assert_snapshot!(dutch(&world, &["gaps"]), @r"
$ COP_LANG=nl cop gaps
Onderwerpen die van één persoon afhangen
rescue   Cas Test (vertrokken)  5 van 6 documenten
  Mind the fire; Mind the flood; Mind the mould (+2)
  een tweede: nog niemand; vraag ernaar in de volgende bijeenkomst
  cop set practice/fire steward=NAAM
  cop who rescue
letters  Ada Test  alles wat hier nog iemand van weet, 2 van 8 documenten
  Mind the nibs; Mind the quills
  een tweede: nog niemand; vraag ernaar in de volgende bijeenkomst
  cop set practice/nibs steward=NAAM
  cop who letters

Documenten waarvan de mensen weg zijn
Dee Test (vertrokken)                         3 documenten
  Mind the moths; Mind the paper; Mind the seals
  een tweede: nog niemand; vraag ernaar in de volgende bijeenkomst
  cop set practice/moths steward=NAAM
Cas Test (vertrokken)                         2 documenten
  Mind the ink; Mind the stamps
  een tweede: nog niemand; vraag ernaar in de volgende bijeenkomst
  cop set practice/ink steward=NAAM
Dee Test (vertrokken), Eef Test (vertrokken)  2 documenten
  Mind the envelopes; Mind the postbox
  een tweede: nog niemand; vraag ernaar in de volgende bijeenkomst
  cop set practice/envelopes steward=NAAM
");
}

#[test]
fn programs_get_every_gap_with_its_sort() {
    let world = hanging();
    let told = valid(&cop(&world, "gaps --json").run(), "gaps");
    assert_eq!(each(&told["gaps"], "type"), ["one-person", "one-person", "steward-left"]);
    insta::assert_snapshot!(transcript(&world, &["gaps -f csv", "gaps -f md"]), @r#"
$ cop gaps -f csv
type,topic,people,gone,documents,refs,second,command
one-person,rescue,Cas Away,yes,3,"practice/fire, practice/flood, practice/theft",,cop set practice/fire steward=HANDLE
one-person,scan,Ada Test,no,3,"practice/scan-letters, practice/scan-maps, practice/scan-slides",Bo Guest,cop set practice/scan-letters steward=bo
steward-left,,Cas Away,yes,1,practice/rats,,cop set --steward cas steward=HANDLE

$ cop gaps -f md
## Topics that hang on one person

- **rescue** (Cas Away (left)  3 of 3 documents)
  - What to do about fire; What to do about flood; What to do about theft
  - a second: nobody yet; ask for one in the next meeting
  - `cop set practice/fire steward=HANDLE`
  - `cop who rescue`
- **scan** (Ada Test  all of it, 3 of 3 documents)
  - Scan letters; Scan maps; Scan slides
  - could be the second: Bo Guest (interested)
  - `cop set practice/scan-letters steward=bo`
  - `cop who scan`

## Documents whose steward left

- **Cas Away (left)** (keeps 1 document)
  - Keep rats out
  - a second: nobody yet; ask for one in the next meeting
  - `cop set --steward cas steward=HANDLE`

1 document has no tag and is about no topic: `cop search no:tags`
"#);
}

#[test]
fn where_few_take_part_that_is_said_once() {
    insta::assert_snapshot!(transcript(&tiny(), &["gaps"]), @r"
$ cop gaps
everything here hangs on 2 people: Ada Test, Bo Guest
the first remedy is company: cop invite
");
    insta::assert_snapshot!(dutch(&tiny(), &["gaps"]), @r"
$ COP_LANG=nl cop gaps
alles hangt hier van 2 mensen af: Ada Test, Bo Guest
het eerste wat helpt is gezelschap: cop invite
");
    let later = cop(&tiny(), "gaps").env("COP_NOW", "2029-01-01T09:00:00Z").run();
    insta::assert_snapshot!(later, @r"
$ COP_NOW=2029-01-01T09:00:00Z cop gaps
nobody took part in the last year: whatever stands here hangs on people who are
gone
the first remedy is company: cop invite
");
    let empty = World::new();
    empty.write("community.yaml", "format: 1\nname: Empty\n");
    insta::assert_snapshot!(transcript(&empty, &["gaps"]), @r"
$ cop gaps
nothing here yet that could hang on anybody
to see here what you searched for and did not find, remembered for you alone:
cop gaps --remember
");
    let plain = World::without_git();
    plain.write("community.yaml", "format: 1\nname: Plain\n");
    for who in ["ada", "bo", "cas"] {
        plain.write(&format!("members/{who}.md"), format!("---\nname: {who}\n---\n"));
    }
    for name in ["a", "b", "c"] {
        plain.write(&format!("practices/{name}.md"), format!("---\nsteward: ada\n---\n# {name}\n"));
    }
    insta::assert_snapshot!(transcript(&plain, &["gaps"]), @r"
$ cop gaps
Topics that hang on one person
practices  ada  all of it, 3 of 3 documents
  a; b; c
  a second: nobody yet; ask for one in the next meeting
  cop set practice/a steward=HANDLE

few documents have tags, so topics are kinds
without history only what documents say of people is known
");
}

#[test]
fn the_example_is_healthy_but_for_one_topic() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["gaps", "gaps -t rhythm", "gaps -t nosuchtag", "gaps -k practise", "bus-factor"]), @r#"
$ cop gaps
Topics that hang on one person
recognition  Kees Ørsted  most of it, 2 of 3 documents
  Thank by name, for something specific; All Contributors
  could be the second: Inês Carvalho (keeps Collect value stories), José Peña
    (uses Thank by name, for something specific)
  cop set practice/thank-by-name steward=ines
  cop who recognition

Asked about, with nothing written down that holds
online  2 questions
  Do we need a chat channel between meetings?; How do you run a community across
    time zones?
  Who could: José Peña (answered A year later: yes, if the asker carries the
    answer out), Kees Ørsted (answered Half an answer: two rooms and a carrier)
  cop add practice --from question/do-we-need-a-chat-channel

What nobody says they use
4 of 16
  All Contributors; Introduction to communities of practice (Wenger-Trayner);
    KCS v6 Practices Guide (+1)
  cop review resource/all-contributors-nl

$ cop gaps -t rhythm
nothing is lacking, as far as can be seen

$ cop gaps -t nosuchtag
» note: no document has the tag "nosuchtag"
Nothing matches.

$ cop gaps -k practise
» error: there is no kind "practise"
» hint: did you mean practice?
[status 2]

$ cop bus-factor
» error: there is no command "bus-factor"
» hint: here that is: cop gaps
[status 2]
"#);
}

#[test]
fn in_part_of_a_history_it_is_at_least_so_and_names_can_steer_nothing() {
    let world = hanging();
    world.write("practices/evil.md", "# \u{1b}[31mEvil\u{202e}\n");
    world.commit_by("\u{1b}[2JMallory\u{202e}", "mallory@example.org", "Evil");
    world.git(&["clone", "--quiet", "--depth", "3", &format!("file://{}", world.root().display()), "../shallow"]);
    let later = cop(&world, "-C ../shallow gaps").env("COP_NOW", "2027-01-01T09:00:00Z").run();
    assert!(later.stdout.contains("at least this") && !later.stdout.contains(['\u{1b}', '\u{202e}']), "{later}");
    let whole = cop(&world, "gaps").env("COP_NOW", "2027-01-01T09:00:00Z").run();
    assert!(!whole.stdout.contains(['\u{1b}', '\u{202e}']), "{whole}");
}

#[test]
fn where_there_is_little_nothing_is_judged_and_it_says_what_there_is() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Needles\n");
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.write("questions/seams.md", "---\ntags: [seams]\naccepted: answer/seams/ben\n---\n# How do we finish seams?\n");
    world.commit("Found it");
    world.write("members/ben.md", "---\nname: Ben Bakker\nemails: [ben@example.org]\n---\n");
    world.write("questions/seams/ben.md", "# How do we finish seams?\n\nZigzag.\n");
    world.commit_by("Ben Bakker", "ben@example.org", "Answer");
    world.write("members/cato.md", "---\nname: Cato Visser\nemails: [cato@example.org]\nstatus: alumnus\n---\n");
    world.write("questions/seams/cato.md", "# How do we finish seams?\n\nOverlock.\n");
    world.commit_by("Cato Visser", "cato@example.org", "Answer too");
    world.write("members/dirk.md", "---\nname: Dirk Smit\nemails: [dirk@example.org]\n---\n");
    world.write("practices/collar.md", "---\ntags: [collars]\n---\n# Turn a collar\n");
    world.commit_by("Dirk Smit", "dirk@example.org", "Collars");
    insta::assert_snapshot!(transcript(&world, &["gaps", "gaps -t collars"]), @r"
$ cop gaps
too little here for a judgment: no topic has three documents yet
to see here what you searched for and did not find, remembered for you alone:
cop gaps --remember

What there is
collars  1 document, Dirk Smit
seams    1 document, Ben Bakker, Cato Visser (left)

$ cop gaps -t collars
too little here for a judgment: no topic has three documents yet

What there is
collars  1 document, Dirk Smit
");
    insta::assert_snapshot!(dutch(&world, &["gaps"]), @r"
$ COP_LANG=nl cop gaps
te weinig om iets over te zeggen: nog geen onderwerp heeft drie documenten
om hier te zien wat je zocht en niet vond, alleen voor jou onthouden:
cop gaps --remember

Wat er is
collars  1 document, Dirk Smit
seams    1 document, Ben Bakker, Cato Visser (vertrokken)
");
    let told = valid(&cop(&world, "gaps --json").run(), "gaps");
    assert_eq!((told["gaps"].as_array().unwrap().len(), each(&told["too_little"], "documents").len()), (0, 2));
    // What nobody accepted another answer beside may be all that is known.
    world.write("questions/seams.md", "---\ntags: [seams]\n---\n# How do we finish seams?\n");
    world.write("questions/hems.md", "---\ntags: [hems]\naccepted: answer/hems/cato\n---\n# How do we hem?\n");
    world.write("questions/hems/cato.md", "By hand.\n");
    world.commit_by("Cato Visser", "cato@example.org", "Hems");
    insta::assert_snapshot!(transcript(&world, &["gaps"]), @r"
$ cop gaps
Documents whose people are gone
Cato Visser (left)  2 documents
  How do we hem?; How do we finish seams? (answer)
  a second: nobody yet; ask for one in the next meeting
  cop set question/hems steward=HANDLE

too little here for a judgment: no topic has three documents yet

What there is
collars  1 document, Dirk Smit
hems     1 document, Cato Visser (left)
seams    1 document, Ben Bakker, Cato Visser (left)
");
}

#[test]
fn a_filter_chooses_what_is_told_and_changes_no_verdict() {
    let world = left_behind();
    let hangs = |line: &str| -> Vec<serde_json::Value> {
        let told = cop(&world, &format!("gaps {line} --json")).run().json();
        let gaps = told["gaps"].as_array().unwrap().iter().filter(|gap| gap["type"] == "one-person");
        gaps.map(|gap| serde_json::json!([gap["topic"]["name"], gap["people"], gap["documents"], gap["much"]])).collect()
    };
    let whole = hangs("");
    assert_eq!(whole.len(), 2);
    for filter in ["--by ada", "--by bo", "--by cas", "--by dee", "-t tea", "-t letters", "-k practice"] {
        let told = hangs(filter);
        assert!(told.iter().all(|gap| whole.contains(gap)), "{filter}: {told:?}");
    }
    assert_eq!((hangs("--by ada").len(), hangs("--by bo").len(), hangs("--by cas").len()), (1, 0, 2));
}

#[test]
fn who_has_just_invited_is_told_of_those_and_not_to_invite() {
    let world = World::new();
    cop(&world, "init --name Young --question 'How long?'").run().done();
    cop(&world, "invite 'Ben Bakker'").run().done();
    cop(&world, "invite 'Mia Vos'").run().done();
    for (lang, said) in [
        ("en", "2 were invited and have not begun yet: Ben Bakker, Mia Vos"),
        ("nl", "2 zijn uitgenodigd en nog niet begonnen: Ben Bakker, Mia Vos"),
    ] {
        let told = world.command("cop").args(&["gaps"]).env("COP_LANG", lang).run().stdout;
        assert!(told.contains(said) && !told.contains("cop invite"), "{told}");
    }
}

#[test]
fn what_is_asked_for_unused_at_rest_or_led_to_by_nothing_is_lacking_too() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Tiny\ngoals:\n  - {text: All maps are found, questions: [nothing-such]}\n  - {text: Letters last, questions: [hoe-lang-nl]}\n");
    for at in 0..3 {
        world.write(&format!("questions/film-{at}.md"), format!("---\ntags: [film]\n---\n\n# How do we keep film {at}?\n\nText.\n"));
        world.write(&format!("practices/old-{at}.md"), format!("---\ntags: [old]\nstatus: adopted\n---\n\n# Old {at}\n\nText.\n"));
    }
    let uses = "- [Old 0](../practices/old-0.md) 2026-01-02 again\n".repeat(5);
    world.write("members/ada.md", format!("---\nname: Ada Test\nemails: [ada@example.org]\n---\n\n## Uses\n\n{uses}"));
    world.commit("More");
    let gaps = |day: &str| {
        let answer = valid(&cop(&world, "gaps --json").env("COP_NOW", day).run(), "gaps");
        let told = answer["gaps"].as_array().expect("gaps").iter().filter(|gap| gap["people"].as_array().is_some_and(Vec::is_empty));
        told.map(|gap| format!("{} {} {} {}", gap["type"], gap["topic"]["name"], gap["documents"], gap["commands"][0])).collect::<Vec<_>>()
    };
    insta::assert_snapshot!(gaps("2026-07-01T12:00:00Z").join("\n"), @r#"
"only-asked" "film" 3 "cop add practice -t film"
"goal-without-question" null 0 "cop ask 'All maps are found'"
"unused" null 3 "cop review practice/old-1"
"#);
    // A year later nothing was done about the old ones, nor about film.
    insta::assert_snapshot!(gaps("2027-07-01T12:00:00Z").join("\n"), @r#"
"few-people" null 9 null
"only-asked" "film" 3 "cop add practice -t film"
"goal-without-question" null 0 "cop ask 'All maps are found'"
"at-rest" "film" 3 null
"at-rest" "old" 3 "cop review practice/old-0"
"unused" null 3 "cop review practice/old-1"
"#);
    // With what holds, a topic is no longer only asked about.
    world.write("practices/film.md", "---\ntags: [film]\nstatus: adopted\n---\n\n# Keep film cold\n\nText.\n");
    world.commit("Film");
    assert!(!gaps("2026-07-01T12:00:00Z").iter().any(|gap| gap.contains("only-asked")));
}
