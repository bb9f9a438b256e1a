//! `cop contributors`

mod forms;
mod guests;
mod lines;
mod scope;

use super::{cop, dutch, each, example, narrow, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn everyone_is_named_with_what_they_did() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["contributors"]), @r"
    $ cop contributors
    Anna de Vries               made 15, changed 20, answered 1, of which 1
                                accepted, decided 5, reviewed 10, hosted 4, used 3,
                                thanked 2 times (36 commits)
    Bram Smit                   made 12, changed 21, asked 2, answered 1, decided 5,
                                reviewed 10, used 2, thanked once (28 commits)
    Fatima El Idrissi           made 13, changed 22, answered 2, of which 1
                                accepted, decided 5, reviewed 14, used 2, thanked 2
                                times (34 commits)
    Inês Carvalho               made 7, changed 8, asked 1, answered 1, of which 1
                                accepted, decided 1, reviewed 5, used 3, thanked 2
                                times (15 commits)
    José Peña                   made 7, changed 5, asked 1, answered 2, of which 1
                                accepted, reviewed 2, used 2 (13 commits)
    Kees Ørsted                 made 8, changed 13, answered 2, decided 1, reviewed
                                9, used 2, thanked once (23 commits)
    Lotte Bakker                changed 1 (1 commit)
    Maryam Yıldız               made 7, changed 5, answered 1, of which 1 accepted,
                                reviewed 3, used 2, thanked once (13 commits)
    Pieter van der Berg (left)  made 4, changed 5, asked 2, reviewed 12, used 1 (12
                                commits)
    Tomasz Wójcik               made 4, changed 3, asked 1, reviewed 2, used 1,
                                thanked once (6 commits)
    Zoë van 't Hoff             made 3, changed 4, asked 1, reviewed 1, used 1 (9
                                commits)

    made, changed: today's documents; reviewed: times; more: cop contributors --help
    ");
    insta::assert_snapshot!(dutch(&world, &["contributors fetch-and-bring"]), @r"
    $ COP_LANG=nl cop contributors fetch-and-bring
    Anna de Vries      wijzigde 1, keek 1 na (1 commit)
    Fatima El Idrissi  maakte 1, wijzigde 1, keek 2 na (4 commits)
    Inês Carvalho      gebruikte 1
    Kees Ørsted        wijzigde 1, keek 2 na, gebruikte 1 (1 commit)
    Maryam Yıldız      keek 1 na
    Pieter van der Berg (vertrokken)
      keek 3 na (3 commits)

    maakte, wijzigde: wat er nu staat; keek na: keren; meer: cop contributors --help
    ");
    insta::assert_snapshot!(narrow(&world, &["contributors fetch-and-bring"]), @r"
    $ COLUMNS=40 cop contributors fetch-and-bring
    Anna de Vries           1 commit
      changed 1, reviewed 1
    Fatima El Idrissi       4 commits
      made 1, changed 1, reviewed 2
    Inês Carvalho
      used 1
    Kees Ørsted             1 commit
      changed 1, reviewed 2, used 1
    Maryam Yıldız
      reviewed 1
    Pieter van der Berg (left)
      3 commits
      reviewed 3

    made, changed: today's documents;
    reviewed: times; more:
    cop contributors --help
    ");
}

#[test]
fn without_history_it_says_why() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Plain\n");
    insta::assert_snapshot!(transcript(&world, &["contributors"]), @r#"
    $ cop contributors
    » error: this community is not in a git repository, so nothing is known about who did what
    » hint: to begin: git init && git add . && git commit -m "Our community"
    [status 2]
    "#);
    world.git(&["init", "--quiet", "."]);
    insta::assert_snapshot!(transcript(&world, &["contributors", "contributors -f csv"]), @r"
    $ cop contributors
    nobody has done anything here yet

    $ cop contributors -f csv
    handle,name,commits,created,edited,asked,answered,accepted,decided,reviewed,used,thanked,hosted,gone,first,last
    ");
}

#[test]
fn each_person_is_listed_with_what_they_did() {
    let world = World::archivists();
    let json = world.cop(&["contributors", "--json"]).json();
    let rows: Vec<_> =
        json["contributors"].as_array().unwrap().iter().map(|row| (row["handle"].as_str(), row["commits"].as_u64())).collect();
    assert_eq!(rows, [(Some("anna"), Some(1)), (Some("bram"), Some(1))]);
    let text = world.cop(&["contributors"]).done();
    assert!(text.contains("Anna de Vries") && text.contains("Bram Smit"), "{text}");
}

#[test]
fn everything_that_people_do_is_counted_when_they_did_it() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Archivists\n");
    for (handle, name) in [("anna", "Anna"), ("bram", "Bram")] {
        world.write(&format!("members/{handle}.md"), format!("---\nname: {name}\nemails: [{handle}@example.org]\n---\n"));
    }
    world.commit("Begin");
    let by = |handle: &str, path: &str, text: &str| {
        world.write(path, text);
        world.commit_by(handle, &format!("{handle}@example.org"), path)
    };
    by("anna", "practices/scan.md", "---\nreviewed: 2026-01-01\n---\n# Scan\n");
    by("bram", "practices/scan.md", "---\nreviewed: 2026-06-01\n---\n# Scan\n");
    by("bram", "practices/typed.md", "---\nauthors: [anna]\n---\n# Typed\n");
    by("anna", "questions/how-long.md", "# How long?\n");
    by("bram", "questions/how-long/bram.md", "Ten years.\n");
    by("anna", "questions/how-long.md", "---\naccepted: answer/how-long/bram\n---\n# How long?\n");
    by("anna", "decisions/0001-x.md", "---\nstatus: accepted\ndate: 2025-02-03\ndeciders: [anna, Bram]\n---\n# X\n");
    by("anna", "decisions/0002-y.md", "---\nstatus: proposed\ndeciders: [anna]\n---\n# Y\n");
    by("anna", "meetings/2026-06-01-first.md", "# First\n");
    let member = "---\nname: Anna\nemails: [anna@example.org]\n---\n## Uses\n\n- [Typed](../practices/typed.md) 2026-05-01\n- [Scan](../practices/scan.md) 2025-05-01\n\n## Thanks\n\n- @bram [Scan](../practices/scan.md) 2026-05-02 for the date\n- @anna\n";
    by("anna", "members/anna.md", member);

    let counts = |arguments: &[&str]| {
        let json = world.cop(&[&["contributors", "--json"], arguments].concat()).json();
        let keys = ["commits", "created", "edited", "asked", "answered", "accepted", "decided", "reviewed", "used", "thanked", "hosted"];
        let of = |one: &serde_json::Value| {
            let numbers: Vec<_> = keys.iter().map(|key| one[*key].to_string()).collect();
            format!("{} {}", one["name"].as_str().unwrap_or_default(), numbers.join(" "))
        };
        json["contributors"].as_array().unwrap().iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(counts(&[]), ["Ada Test 1 2 0 0 0 0 0 0 0 0 0", "Anna 7 6 2 1 0 0 1 0 2 0 1", "Bram 3 1 1 0 1 1 1 1 0 1 0"]);
    assert_eq!(counts(&["scan"]), ["Anna 1 1 0 0 0 0 0 0 1 0 0", "Bram 1 0 0 0 0 0 0 1 0 1 0"]);
    assert_eq!(counts(&["--until", "2026-05-31"]), ["Anna 0 0 0 0 0 0 1 0 2 0 0", "Bram 0 0 0 0 0 0 1 0 0 1 0"]);
    assert_eq!(counts(&["--since", "2026-07-01"]), Vec::<String>::new());
}

#[test]
fn dates_that_are_bumped_in_bulk_are_no_reviews() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Bumps\n");
    let write = |count: usize, date: &str| {
        (0..count).for_each(|at| world.write(&format!("practices/p{at}.md"), format!("---\nreviewed: {date}\n---\n# P{at}\n")));
    };
    // An import brings dates along that somebody else set.
    write(12, "2025-01-01");
    world.commit_by("Imp Orter", "imp@example.org", "Import");
    write(11, "2026-01-01");
    world.commit_by("Bulk Bumper", "bulk@example.org", "Bump");
    write(10, "2026-03-01");
    world.commit_by("Rea Reader", "rea@example.org", "Review");
    let json = world.cop(&["contributors", "--json"]).json();
    let reviewed = |name: &str| {
        let one = json["contributors"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap();
        (one["edited"].as_u64(), one["reviewed"].as_u64())
    };
    assert_eq!(["Imp Orter", "Bulk Bumper", "Rea Reader"].map(|name| reviewed(name).1), [Some(0), Some(0), Some(10)]);
    // To move a date and nothing else is a review or, in bulk, a change of dates; a review is no change besides.
    assert_eq!(["Bulk Bumper", "Rea Reader"].map(|name| reviewed(name).0), [Some(11), Some(0)]);
    assert_eq!(reviewed("Bulk Bumper").0, Some(11), "they changed the files all the same");
    let one = world.cop(&["contributors", "p3", "--json"]).json();
    let counts: Vec<_> = one["contributors"].as_array().unwrap().iter().map(|one| one["reviewed"].as_u64().unwrap()).collect();
    assert_eq!(counts, [0, 0, 1], "of one document as of all");
    let actions = |name: &str| {
        let json = world.cop(&["history", name, "--json"]).json();
        each(&json["events"], "action").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(actions("p3"), ["reviewed", "redated", "created"]);
    insta::assert_snapshot!(transcript(&world, &["history p3"]), @r"
    $ cop history p3
    P3  practices/p3.md
    2026-06-01  reviewed, still true     Rea Reader           [commit]
    2026-06-01  review date set in bulk  Bulk Bumper  Bump    [commit]
    2026-06-01  made                     Imp Orter    Import  [commit]
    ");
}

#[test]
fn an_empty_time_is_told_as_what_it_is() {
    let world = World::archivists();
    insta::assert_snapshot!(transcript(&world, &["contributors --since 2030", "contributors --until 2001", "contributors --since 2026-03 --until 2026-01", "contributors scan --since 2030"]), @r"
    $ cop contributors --since 2030
    2030-01-01 is still to come, so nobody did anything since

    $ cop contributors --until 2001
    nobody did anything in that time; the history runs from 2026-06-01 to 2026-06-01

    $ cop contributors --since 2026-03 --until 2026-01
    nothing can lie between 2026-03-01 and 2026-01-31: the first day comes after the
    last

    $ cop contributors scan --since 2030
    nobody did anything of the kind
    ");
    insta::assert_snapshot!(dutch(&world, &["contributors --since 2030", "contributors --until 2001"]), @r"
    $ COP_LANG=nl cop contributors --since 2030
    2030-01-01 moet nog komen, dus daarna deed nog niemand iets

    $ COP_LANG=nl cop contributors --until 2001
    in die tijd deed niemand iets; de geschiedenis loopt van 2026-06-01 tot en met
    2026-06-01
    ");
}

#[test]
fn what_a_sparse_checkout_leaves_out_counts_all_the_same() {
    let world = tiny();
    let counts = |line: &str| {
        let json = valid(&cop(&world, line).run(), "contributors");
        let one = |one: &serde_json::Value| (one["name"].to_string(), one["created"].as_u64(), one["edited"].as_u64());
        json["contributors"].as_array().unwrap().iter().map(one).collect::<Vec<_>>()
    };
    let (all, one) = (counts("contributors --json"), counts("contributors scan-maps --json"));
    world.git(&["sparse-checkout", "set", "--no-cone", "/*", "!/practices/scan-letters.md"]);
    assert!(!world.root().join("practices/scan-letters.md").exists());
    assert_eq!((counts("contributors --json"), counts("contributors scan-maps --json")), (all, one));
}
