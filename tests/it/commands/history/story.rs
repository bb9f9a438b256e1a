//! What an event tells: each field from what to what, what came of a review, and what other files say of a document.

use serde_json::{Value, json};

use super::super::{cop, dutch, each, example, transcript, valid};
use crate::support::world::World;

/// A practice with these fields and this text.
fn page(fields: &str, title: &str, text: &str) -> String {
    format!("---\n{fields}---\n\n# {title}\n\n{text}\n")
}

/// A practice through which much went.
fn eventful() -> World {
    let world = World::archivists();
    let version = |message: &str, fields: &str, title: &str, text: &str| {
        world.write("practices/short.md", page(fields, title, text));
        world.commit_by("Anna de Vries", "anna@example.org", message);
    };
    version("Begin", "tags: [git]\n", "Short", "Keep them short.");
    version("Somebody keeps it", "tags: [git]\nsteward: anna\n", "Short", "Keep them short.");
    version("Bram takes over", "tags: [git]\nsteward: bram\n", "Short", "Keep them short.");
    version("Say of what", "tags: [git]\nsteward: bram\n", "Short branches", "Keep them short.");
    version("Words to find it by", "tags: [speed, flow]\nsteward: bram\n", "Short branches", "Keep them short.");
    version("Weigh it", "tags: [speed, flow]\nsteward: bram\nweight: 3\n", "Short branches", "Keep them short, and few.");
    version(
        "Another took its place",
        "tags: [speed, flow]\nstatus: retired\nsuperseded_by: practice/scan-letters\nreason: Nobody did it.\n",
        "Short branches",
        "Keep them short, and few.",
    );
    world
}

/// The changes of an event as `field from to`, lists as `field +added -removed`.
fn changes(event: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let signed = |sign: char, list: &Value| {
        let list = list.as_array().cloned().unwrap_or_default();
        list.iter().fold(String::new(), |all, value| all + &format!(" {sign}{}", text(value)))
    };
    let all = event["changes"].as_array().expect("changes").iter();
    all.map(|change| match (change.get("added"), change.get("removed")) {
        (None, None) => format!("{} {} {}", text(&change["field"]), text(&change["from"]), text(&change["to"])),
        _ => format!("{}{}{}", text(&change["field"]), signed('+', &change["added"]), signed('-', &change["removed"])),
    })
    .collect()
}

#[test]
fn an_event_tells_what_changed_from_what_to_what() {
    let world = eventful();
    insta::assert_snapshot!(transcript(&world, &["history practices/short.md"]), @r"
$ cop history practices/short.md
Short branches  practices/short.md
2026-06-01  draft → retired  Anna de Vries  [commit]
   Reason: Nobody did it; Superseded by: Scan letters; Steward: taken out;
   weight: taken out; Another took its place
2026-06-01  changed          Anna de Vries  [commit]
   weight: 3; Weigh it
2026-06-01  tags changed     Anna de Vries  [commit]
   Tags: +speed, +flow, −git; Words to find it by
2026-06-01  new title        Anna de Vries  [commit]
   was called Short; Say of what
2026-06-01  new steward      Anna de Vries  [commit]
   Steward: Anna de Vries → Bram Smit; Bram takes over
2026-06-01  new steward      Anna de Vries  [commit]
   Steward: Anna de Vries; Somebody keeps it
2026-06-01  made             Anna de Vries  [commit]
   Begin
");
    insta::assert_snapshot!(dutch(&world, &["history practices/short.md"]), @r"
$ COP_LANG=nl cop history practices/short.md
Short branches  practices/short.md
2026-06-01  concept → vervallen    Anna de Vries  [commit]
   Reden: Nobody did it; Vervangen door: Scan letters; Beheerder: weggehaald;
   weight: weggehaald; Another took its place
2026-06-01  gewijzigd              Anna de Vries  [commit]
   weight: 3; Weigh it
2026-06-01  trefwoorden gewijzigd  Anna de Vries  [commit]
   Trefwoorden: +speed, +flow, −git; Words to find it by
2026-06-01  nieuwe titel           Anna de Vries  [commit]
   heette Short; Say of what
2026-06-01  nieuwe beheerder       Anna de Vries  [commit]
   Beheerder: Anna de Vries → Bram Smit; Bram takes over
2026-06-01  nieuwe beheerder       Anna de Vries  [commit]
   Beheerder: Anna de Vries; Somebody keeps it
2026-06-01  gemaakt                Anna de Vries  [commit]
   Begin
");
    let answer = valid(&cop(&world, "history practices/short.md --json").run(), "history");
    let events = answer["events"].as_array().unwrap();
    assert_eq!(each(&answer["events"], "action"), ["status", "edited", "tagged", "retitled", "handed", "handed", "created"]);
    let all: Vec<_> = events.iter().map(changes).collect();
    assert_eq!(
        all,
        [
            &["status draft retired", "reason - Nobody did it.", "superseded_by +practice/scan-letters", "steward bram -", "weight 3 -"][..],
            &["weight - 3"],
            &["tags +speed +flow -git"],
            &["title Short Short branches"],
            &["steward anna bram"],
            &["steward - anna"],
            &[],
        ]
    );
    let text: Vec<_> = events.iter().map(|event| event["text_changed"].as_bool().unwrap()).collect();
    assert_eq!(text, [false, true, false, true, false, false, false]);
    assert_eq!((&events[4]["from"], &events[4]["to"]), (&json!("anna"), &json!("bram")));
}

#[test]
fn a_review_tells_what_came_of_it() {
    let world = World::archivists();
    let version = |message: &str, fields: &str, text: &str| {
        world.write("practices/short.md", page(fields, "Short", text));
        world.commit_by("Bram Smit", "bram@example.org", message);
    };
    version("Begin", "reviewed: 2026-01-01\n", "Keep them short.");
    version("Looked at", "reviewed: 2026-02-01\nreview_by: 2026-08-01\n", "Keep them short.");
    version("Looked at again", "reviewed: 2026-03-01\nreview_by: 2026-09-01\n", "Keep them short, and few.");
    version("And its spaces", "reviewed: 2026-04-01\nreview_by: 2026-09-01\n", "Keep them\nshort, and few.");
    insta::assert_snapshot!(transcript(&world, &["history practices/short.md"]), @r"
$ cop history practices/short.md
Short  practices/short.md
2026-06-01  reviewed, still true  Bram Smit  And its spaces   [commit]
2026-06-01  reviewed, revised     Bram Smit  Looked at again  [commit]
2026-06-01  reviewed, still true  Bram Smit  Looked at        [commit]
2026-06-01  made                  Bram Smit  Begin            [commit]
");
    let answer = valid(&cop(&world, "history practices/short.md --json").run(), "history");
    assert_eq!(each(&answer["events"], "action"), ["reviewed", "reviewed", "reviewed", "created"]);
    assert_eq!(each(&answer["events"], "outcome"), ["still-true", "revised", "still-true", ""]);
    assert_eq!(changes(&answer["events"][2]), ["reviewed 2026-01-01 2026-02-01", "review_by - 2026-08-01"]);
}

#[test]
fn a_question_tells_who_answered_it() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["history how-often-should-we-meet"]), @r"
$ cop history how-often-should-we-meet
How often should we meet?  questions/how-often-should-we-meet.md
2025-07-08  open → answered  Bram Smit      [commit]
   Accepted answer: Let the work decide: two weeks for making, six for learning;
   accept anna
2025-07-03  answered         Anna de Vries  [commit]
2025-01-21  answered         Kees Ørsted    [commit]
2025-01-17  asked            Bram Smit      [commit]
   ask
   The first of the three on the wall.
");
    insta::assert_snapshot!(dutch(&world, &["history how-often-should-we-meet"]), @r"
$ COP_LANG=nl cop history how-often-should-we-meet
How often should we meet?  questions/how-often-should-we-meet.md
2025-07-08  open → beantwoord  Bram Smit      [commit]
   Gekozen antwoord: Let the work decide: two weeks for making, six for
   learning; accept anna
2025-07-03  beantwoord         Anna de Vries  [commit]
2025-01-21  beantwoord         Kees Ørsted    [commit]
2025-01-17  gevraagd           Bram Smit      [commit]
   ask
   The first of the three on the wall.
");
    let answer = valid(&cop(&world, "history how-often-should-we-meet --json").run(), "history");
    assert_eq!(each(&answer["events"], "action"), ["status", "answered", "answered", "created"]);
    assert_eq!(each(&answer["events"], "ref"), ["", "answer/how-often-should-we-meet/anna", "answer/how-often-should-we-meet/kees", ""]);
    assert_eq!(changes(&answer["events"][0]), ["status open answered", "accepted - answer/how-often-should-we-meet/anna"]);
    assert_eq!(each(&answer["events"], "kind"), ["", "answer", "answer", ""]);
}

#[test]
fn a_report_and_what_became_of_it_are_part_of_the_story() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["history write-the-charter-together"]), @r"
$ cop history write-the-charter-together
Write the charter together  practices/write-the-charter-together.md
2026-04-21  reviewed, revised     Bram Smit                   [commit]
   reviewed by Maryam Yıldız
   A date for reading it again, and what happens without one. Settles the flag.
2026-04-21  flag settled          Bram Smit                   [commit]
2026-04-14  flagged as outdated   Maryam Yıldız               [commit]
   Nothing is said about reading the charter again, and ours has not been read
   since two of us joined.
2026-01-05  reviewed, still true  Pieter van der Berg (left)  [commit]
   review: fourth quarter
   Six pages before lunch. I read one of them.
2025-10-16  renamed               Bram Smit                   [commit]
   was practices/write-a-charter.md; was called Write a charter; reviewed too;
   rename from write-a-charter
   The word that matters is the last one.
2025-03-20  proposed → adopted    Anna de Vries               [commit]
   reviewed too, also by Kees Ørsted
   Used by the dike inspectors in an hour and a half.
2025-03-13  draft → proposed      Bram Smit                   [commit]
   Steward: Bram Smit
2025-01-06  made                  Bram Smit                   [commit]
   draft
");
    insta::assert_snapshot!(dutch(&world, &["history write-the-charter-together --since 2026-02"]), @r"
$ COP_LANG=nl cop history write-the-charter-together --since 2026-02
Write the charter together  practices/write-the-charter-together.md
2026-04-21  nagekeken, herzien    Bram Smit      [commit]
   nagekeken door Maryam Yıldız; revised
   A date for reading it again, and what happens without one. Settles the flag.
2026-04-21  melding afgehandeld   Bram Smit      [commit]
2026-04-14  gemeld als verouderd  Maryam Yıldız  [commit]
   Nothing is said about reading the charter again, and ours has not been read
   since two of us joined.
");
    let answer = valid(&cop(&world, "history write-the-charter-together --json").run(), "history");
    let about = |action: &str| answer["events"].as_array().unwrap().iter().find(|event| event["action"] == action).unwrap().clone();
    assert_eq!(about("flagged")["to"], "outdated");
    assert_eq!(about("flagged")["ref"], about("settled")["ref"]);
}

#[test]
fn what_a_member_says_is_told_as_that() {
    let world = super::super::tiny();
    cop(&world, "used scan-letters -m 'two days less'").run().done();
    cop(&world, "follow scan-maps").run().done();
    insta::assert_snapshot!(transcript(&world, &["history @ada"]), @r"
$ cop history @ada
» hint: what they did: cop history --by ada
Ada Test  members/ada.md
2026-11-22  followed  Ada Test  Scan maps      [commit]
2026-11-22  used      Ada Test  Scan letters   [commit]
                                two days less
2026-06-01  joined    Ada Test  Begin          [commit]
");
    let answer = valid(&cop(&world, "history @ada --json").run(), "history");
    assert_eq!(each(&answer["events"], "action"), ["followed", "used", "created"]);
    assert_eq!(each(&answer["events"], "to"), ["practice/scan-maps", "practice/scan-letters", ""]);
}

#[test]
fn part_of_a_life_can_be_asked_for() {
    let world = eventful();
    let actions = |line: &str| {
        let answer = valid(&cop(&world, line).run(), "history");
        (each(&answer["events"], "action").iter().map(|action| (*action).to_owned()).collect::<Vec<_>>(), answer["more"].clone())
    };
    assert_eq!(actions("history practices/short.md -n 2 --json"), (vec!["status".to_owned(), "edited".to_owned()], json!(true)));
    assert_eq!(actions("history practices/short.md -n 7 --json").1, Value::Null);
    assert_eq!(actions("history practices/short.md --by bram --json").0, Vec::<String>::new());
    assert_eq!(actions("history practices/short.md --by 'Anna de Vries' --until 2026-06 --json").0.len(), 7);
    insta::assert_snapshot!(transcript(&world, &[
        "history practices/short.md --since 2027",
        "history practices/short.md --until 2025",
        "history practices/short.md --since 2026-06 --until 2026-05",
        "history practices/short.md --by bram",
        "history practices/short.md --by nobody",
        "history practices/short.md --kind practice",
        "history practices/short.md --since then",
    ]), @r#"
$ cop history practices/short.md --since 2027
Short branches  practices/short.md
2027-01-01 is still to come, so nothing happened since

$ cop history practices/short.md --until 2025
Short branches  practices/short.md
nothing happened in that time; the history runs from 2026-06-01 to 2026-06-01

$ cop history practices/short.md --since 2026-06 --until 2026-05
Short branches  practices/short.md
nothing can lie between 2026-06-01 and 2026-05-31: the first day comes after the
last

$ cop history practices/short.md --by bram
Short branches  practices/short.md
nothing of the kind happened

$ cop history practices/short.md --by nobody
» error: nobody is called "nobody"
» hint: who helped, with what they are called: cop contributors
[status 2]

$ cop history practices/short.md --kind practice
» error: -k and -t choose among documents, and one is named already
» hint: of all documents: cop history, without REF
[status 2]

$ cop history practices/short.md --since then
» error: --since can't be "then"
» hint: "then" is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or "last month"
[status 2]
"#);
}
