//! `cop history`

mod community;
mod lines;
mod merges;
mod story;

use super::{cop, dutch, each, example, names, narrow, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn a_life_is_told_from_its_end() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["history fetch-and-bring", "log how-often-should-we-meet"]), @r"
$ cop history fetch-and-bring
Fetch and bring in balance  practices/fetch-and-bring.md
2026-09-14  reviewed, still true  Fatima El Idrissi               [commit]
   reviewed by Maryam Yıldız; review: fetch and bring, in both languages
   Still true. Read side by side with Maryam.
2026-03-09  reviewed, revised     Fatima El Idrissi, Kees Ørsted  [commit]
   Counting goes wrong here in the same way; also in Dutch.
2026-01-05  reviewed, still true  Pieter van der Berg (left)      [commit]
   review: fourth quarter
   Six pages before lunch. I read one of them.
2025-10-06  reviewed, still true  Pieter van der Berg (left)      [commit]
   review: third quarter
2025-07-01  reviewed, still true  Pieter van der Berg (left)      [commit]
   review: second quarter
   The list, done in one go.
2025-05-22  proposed → adopted    Anna de Vries                   [commit]
   reviewed too, also by Kees Ørsted
   Kees used it with a kitchen clock, in three offices.
2025-04-24  draft → proposed      Fatima El Idrissi               [commit]
   Steward: Fatima El Idrissi; See also: Fetching and bringing; how to tell,
   pitfalls, proposed
2025-02-04  made                  Fatima El Idrissi               [commit]
   draft

$ cop log how-often-should-we-meet
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
    insta::assert_snapshot!(dutch(&world, &["history fetch-and-bring"]), @r"
$ COP_LANG=nl cop history fetch-and-bring
Fetch and bring in balance  practices/fetch-and-bring.md
2026-09-14  nagekeken, klopt nog       Fatima El Idrissi                 [commit]
   nagekeken door Maryam Yıldız; review: fetch and bring, in both languages
   Still true. Read side by side with Maryam.
2026-03-09  nagekeken, herzien         Fatima El Idrissi, Kees Ørsted    [commit]
   revised
   Counting goes wrong here in the same way; also in Dutch.
2026-01-05  nagekeken, klopt nog       Pieter van der Berg (vertrokken)  [commit]
   review: fourth quarter
   Six pages before lunch. I read one of them.
2025-10-06  nagekeken, klopt nog       Pieter van der Berg (vertrokken)  [commit]
   review: third quarter
2025-07-01  nagekeken, klopt nog       Pieter van der Berg (vertrokken)  [commit]
   review: second quarter
   The list, done in one go.
2025-05-22  voorgesteld → vastgesteld  Anna de Vries                     [commit]
   ook nagekeken, mede door Kees Ørsted; adopted
   Kees used it with a kitchen clock, in three offices.
2025-04-24  concept → voorgesteld      Fatima El Idrissi                 [commit]
   Beheerder: Fatima El Idrissi; Zie ook: Fetching and bringing; how to tell,
   pitfalls, proposed
2025-02-04  gemaakt                    Fatima El Idrissi                 [commit]
   draft
");
    insta::assert_snapshot!(narrow(&world, &["history fetch-and-bring"]), @r"
$ COLUMNS=40 cop history fetch-and-bring
Fetch and bring in balance
practices/fetch-and-bring.md
2026-09-14  reviewed, still true
   Fatima El Idrissi  [commit]
   reviewed by Maryam Yıldız; review:
   fetch and bring, in both languages
   Still true. Read side by side with
   Maryam.
2026-03-09  reviewed, revised
   Fatima El Idrissi, Kees Ørsted
   [commit]
   Counting goes wrong here in the same
   way; also in Dutch.
2026-01-05  reviewed, still true
   Pieter van der Berg (left)  [commit]
   review: fourth quarter
   Six pages before lunch. I read one of
   them.
2025-10-06  reviewed, still true
   Pieter van der Berg (left)  [commit]
   review: third quarter
2025-07-01  reviewed, still true
   Pieter van der Berg (left)  [commit]
   review: second quarter
   The list, done in one go.
2025-05-22  proposed → adopted
   Anna de Vries  [commit]
   reviewed too, also by Kees Ørsted
   Kees used it with a kitchen clock, in
   three offices.
2025-04-24  draft → proposed
   Fatima El Idrissi  [commit]
   Steward: Fatima El Idrissi; See also:
   Fetching and bringing; how to tell,
   pitfalls, proposed
2025-02-04  made
   Fatima El Idrissi  [commit]
   draft
");
}

#[test]
fn programs_get_every_event() {
    let world = example();
    let answer = valid(&cop(&world, "history fetch-and-bring --json").run(), "history");
    assert_eq!(names(&answer), ["schema", "ref", "path", "events", "at_least", "problems"]);
    assert_eq!(
        names(&answer["events"][0]),
        ["commit", "date", "people", "reviewers", "action", "outcome", "from", "to", "changes", "text_changed", "message", "reason"]
    );
    assert_eq!(names(&answer["events"][0]["people"][0]), ["handle", "name"]);
    assert_eq!(each(&answer["events"], "action").last(), Some(&"created"));
    insta::assert_snapshot!(transcript(&world, &["history 2 -f csv", "history 2 -f md"]), @r"
$ cop history 2 -f csv
commit,date,people,action,from,to,message
[commit],2025-09-11,anna bram fatima,status,accepted,superseded,decision/0004-meet-every-six-weeks: accepted
[commit],2025-01-09,anna fatima,status,proposed,accepted,decision/0002-meet-every-two-weeks: accepted
[commit],2025-01-07,fatima,created,,,decision/0002-meet-every-two-weeks: propose

$ cop history 2 -f md
# Meet every two weeks  `decisions/0002-meet-every-two-weeks.md`

- 2025-09-11 · accepted → superseded · Anna de Vries, Bram Smit +1 · Superseded by: Meet every six weeks; decision/0004-meet-every-six-weeks: accepted · [commit]
  - Supersedes 0002. Four for, nobody against, one sigh of relief.
- 2025-01-09 · proposed → accepted · Anna de Vries, Fatima El Idrissi · Steward: Anna de Vries · [commit]
- 2025-01-07 · made · Fatima El Idrissi · propose · [commit]
");
}

#[test]
fn a_new_name_does_not_end_it() {
    let world = tiny();
    world.git(&["mv", "practices/scan-maps.md", "practices/scan-big-maps.md"]);
    world.commit("Rename");
    world.write(
        "practices/scan-big-maps.md",
        "---\ntags: [scan, maps]\nstatus: proposed\n---\n\n# Scan maps\n\nSee [letters](scan-letters.md).\n",
    );
    world.commit_by("Bo Guest", "bo@example.org", "Propose");
    insta::assert_snapshot!(transcript(&world, &["history scan-big-maps"]), @r"
$ cop history scan-big-maps
Scan maps  practices/scan-big-maps.md
2026-06-01  draft → proposed  Bo Guest  [commit]
2026-06-01  renamed           Ada Test  [commit]
   was practices/scan-maps.md; Rename
2026-06-01  made              Ada Test  [commit]
   Begin
");
}

#[test]
fn what_git_does_not_know_is_said() {
    let world = tiny();
    world.write("practices/new.md", "# New\n");
    insta::assert_snapshot!(transcript(&world, &["history new", "history nothing-like-it", "history"]), @r#"
$ cop history new
New  practices/new.md
git has nothing about it yet: it has not been committed

$ cop history nothing-like-it
» error: no document is called "nothing-like-it"
» hint: for all documents: cop list
[status 2]

$ cop history
1 Jun
  asked: Hoe lang bewaren we brieven?  Bo Guest
  joined: Ada Test
  made: Scan letters (practice)  Ada Test
  made: Scan maps (practice)  Ada Test
"#);
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Plain\n");
    world.write("practices/new.md", "# New\n");
    insta::assert_snapshot!(transcript(&world, &["history new", "history new --json"]), @r#"
$ cop history new
» error: this community is not in a git repository, so nothing is known about who did what
» hint: to begin: git init && git add . && git commit -m "Our community"
[status 2]

$ cop history new --json
» {"error":{"kind":"no-history","message":"this community is not in a git repository, so nothing is known about who did what","cause":null,"path":null,"line":null,"column":null,"hints":["to begin: git init && git add . && git commit -m \"Our community\""]}}
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["history new"]), @r#"
$ COP_LANG=nl cop history new
» fout: deze gemeenschap staat niet in een git-repository, dus wie wat deed is niet bekend
» tip: beginnen: git init && git add . && git commit -m "Onze gemeenschap"
[status 2]
"#);
}

#[test]
fn a_documents_life_is_told_newest_first() {
    let world = World::archivists();
    let json = world.cop(&["history", "scan-letters", "--json"]).json();
    let events: Vec<_> =
        json["events"].as_array().unwrap().iter().map(|event| (event["action"].as_str(), event["people"][0]["handle"].as_str())).collect();
    assert_eq!(events, [(Some("edited"), Some("bram")), (Some("created"), Some("anna"))]);
    insta::assert_snapshot!(world.cop(&["history", "scan-letters"]), @r"
$ cop history scan-letters
Scan letters  practices/scan-letters.md
2026-06-01  changed  Bram Smit      Scan finer  [commit]
2026-06-01  made     Anna de Vries  Begin       [commit]
");
}

#[test]
fn a_rename_by_hand_is_followed() {
    let world = World::archivists();
    world.git(&["mv", "practices/scan-letters.md", "practices/scan-post.md"]);
    world.commit("Call it post");
    let json = world.cop(&["history", "scan-post", "--json"]).json();
    assert_eq!(json["events"][0]["action"], "renamed", "{json}");
    assert_eq!(json["events"].as_array().map(Vec::len), Some(3), "{json}");
}

#[test]
fn an_unknown_document_is_refused() {
    let run = World::archivists().cop(&["history", "scan-lettres"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run}");
    assert!(run.stderr.contains("scan-letters"), "no nearest: {run}");
}

#[test]
fn nobody_is_named_for_what_was_there_before_a_shallow_clone() {
    let whole = tiny();
    whole.write("practices/scan-maps.md", "# Scan maps\n\nNew.\n");
    whole.commit_by("Cy Guest", "cy@example.org", "Change the maps");
    let world = World::without_git();
    let from = format!("file://{}", whole.root().display());
    world.git(&["clone", "--quiet", "--depth", "1", &from, "."]);
    let json = valid(&cop(&world, "history scan-letters --json").run(), "history");
    assert_eq!((&json["events"][0]["action"], &json["events"][0]["people"]), (&"present".into(), &serde_json::json!([])));
    let text = cop(&world, "history scan-letters").run().done();
    assert!(text.contains("was there already") && !text.contains("Cy Guest") && !text.contains("Change the maps"), "{text}");
}

#[test]
fn documents_with_one_ref_are_told_apart_by_path() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Two\n");
    world.write("practices/scan.md", "# Scan\n");
    world.write("praktijken/scan.md", "# Scannen\n");
    world.commit("Begin");
    insta::assert_snapshot!(transcript(&world, &["history scan", "history praktijken/scan.md -f csv"]), @r#"
$ cop history scan
» error: "scan" can be any of 2 documents
» hint: say which: practices/scan.md
» hint: say which: praktijken/scan.md
[status 2]

$ cop history praktijken/scan.md -f csv
commit,date,people,action,from,to,message
[commit],2026-06-01,Ada Test,created,,,Begin
"#);
}

#[test]
fn a_short_page_that_cop_renamed_keeps_its_history() {
    let world = tiny();
    world.write("questions/wie-scant.md", "---\nlang: nl\n---\n\n# Wie scant?\n");
    world.git(&["add", "."]);
    world.git(&[
        "-c",
        "user.name=Fatima",
        "-c",
        "user.email=fatima@example.org",
        "commit",
        "-q",
        "-m",
        "Ask",
        "--author",
        "Fatima <fatima@example.org>",
    ]);
    world.cop(&["rename", "wie-scant", "Welke organisatie neemt de grote kaarten voor ons op?"]).done();
    let said = world.git(&["show", "-M", "--format=", "--name-status"]);
    assert!(said.contains("A\t") && said.contains("D\t"), "git takes it for another: {said}");
    let new = "welke-organisatie-neemt-de-grote-kaarten-voor-ons-op";
    insta::assert_snapshot!(transcript(&world, &[&format!("history {new}"), &format!("show {new} -q"), &format!("contributors {new}")]), @r"
$ cop history welke-organisatie-neemt-de-grote-kaarten-voor-ons-op
Welke organisatie neemt de grote kaarten voor ons op?
questions/welke-organisatie-neemt-de-grote-kaarten-voor-ons-op.md
2026-11-22  renamed  Ada Test  was questions/wie-scant.md; was called    [commit]
                                 Wie scant?; renamed to
                                 question/welke-organisatie-neemt-de-gr
                                 ote-kaarten-voor-ons-op
2026-06-01  asked    Fatima    Ask                                       [commit]

$ cop show welke-organisatie-neemt-de-grote-kaarten-voor-ons-op -q
Welke organisatie neemt de grote kaarten voor ons op?
question, open, changed today
questions/welke-organisatie-neemt-de-grote-kaarten-voor-ons-op.md
Also known as  Wie scant?
Made by        Fatima
Changed by     Ada Test

$ cop contributors welke-organisatie-neemt-de-grote-kaarten-voor-ons-op
Ada Test  changed 1 (1 commit)
Fatima    made 1, asked 1 (1 commit)

made, changed: today's documents; reviewed: times; more: cop contributors --help
");
}

#[test]
fn the_reason_stands_below_what_it_is_for() {
    let world = super::tiny();
    cop(&world, "mark scan-maps adopted -m 'The law says five years'").run().done();
    cop(&world, "review scan-maps still-true -m 'Read with Bo'").run().done();
    cop(&world, "add practice 'Dust maps' -b Dry.").run().done();
    insta::assert_snapshot!(transcript(&world, &["history scan-maps", "history dust-maps"]), @r"
$ cop history scan-maps
Scan maps  practices/scan-maps.md
2026-11-22  reviewed, still true  Ada Test                           [commit]
                                            Read with Bo
2026-11-22  draft → adopted       Ada Test                           [commit]
                                            The law says five years
2026-06-01  made                  Ada Test  Begin                    [commit]

$ cop history dust-maps
Dust maps  practices/dust-maps.md
2026-11-22  made  Ada Test  [commit]
");
    insta::assert_snapshot!(cop(&world, "history scan-maps").env("COP_LANG", "nl").env("COLUMNS", "50").run().to_string(), @r"
$ COP_LANG=nl COLUMNS=50 cop history scan-maps
Scan maps  practices/scan-maps.md
2026-11-22  nagekeken, klopt nog   Ada Test
   [commit]
   reviewed, still true
   Read with Bo
2026-11-22  concept → vastgesteld  Ada Test
   [commit]
   The law says five years
2026-06-01  gemaakt                Ada Test
   [commit]
   Begin
");
    let life = valid(&cop(&world, "history scan-maps --json").run(), "history");
    assert_eq!(each(&life["events"], "reason"), ["Read with Bo", "The law says five years", ""]);
}
