//! Of which documents and of whom it tells, and in what order.

use crate::commands::{cop, example, transcript, valid};
use crate::support::world::World;

#[test]
fn it_can_be_narrowed_and_sorted() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &[
        "contributors how-often-should-we-meet how-often-should-we-meet/anna",
        "contributors --since 2026-11 --sort recent",
        "contributors --until 2024-12 --sort commits",
        "contributors --since 2027",
        "contributors --since soon",
        "contributors --sort size",
    ]), @r#"
    $ cop contributors how-often-should-we-meet how-often-should-we-meet/anna
    Anna de Vries      made 1, answered 1, of which 1 accepted (1 commit)
    Bram Smit          made 1, changed 1, asked 1 (2 commits)
    Fatima El Idrissi  changed 1 (1 commit)

    made, changed: today's documents; reviewed: times; more: cop contributors --help

    $ cop contributors --since 2026-11 --sort recent
    Maryam Yıldız      made 1, changed 3 (4 commits)
    Anna de Vries      made 1, changed 3, hosted 1 (3 commits)
    Zoë van 't Hoff    made 2, changed 1, asked 1, used 1 (3 commits)
    Tomasz Wójcik      changed 1 (1 commit)
    Inês Carvalho      made 2, changed 4 (2 commits)
    Fatima El Idrissi  changed 8 (1 commit)
    Kees Ørsted        made 1, changed 3 (1 commit)

    made, changed: today's documents; reviewed: times; more: cop contributors --help

    $ cop contributors --until 2024-12 --sort commits
    Bram Smit          made 3, changed 2, asked 1, decided 1 (5 commits)
    Anna de Vries      made 3, changed 1, decided 1, hosted 1 (4 commits)
    Fatima El Idrissi  made 2, answered 1, decided 1, reviewed 1 (2 commits)

    made, changed: today's documents; reviewed: times; more: cop contributors --help

    $ cop contributors --since 2027
    2027-01-01 is still to come, so nobody did anything since

    $ cop contributors --since soon
    » error: --since can't be "soon"
    » hint: "soon" is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or "last month"
    [status 2]

    $ cop contributors --sort size
    » error: --sort can't be "size"
    » hint: one of these: name, recent, commits, created, edited, asked, answered, accepted, decided, reviewed, used, thanked, hosted, gone, lines
    [status 2]
    "#);
}

#[test]
fn one_documents_contributors_are_asked_for_by_name() {
    let world = World::archivists();
    world.write("practices/new.md", "# New\n");
    world.commit_by("Carla", "carla@example.org", "Say something new");
    let json = world.cop(&["contributors", "new", "--json"]).json();
    assert_eq!(json["contributors"].as_array().map(Vec::len), Some(1), "{json}");
    assert_eq!(json["contributors"][0]["name"], "Carla");
    assert_eq!(json["contributors"][0]["handle"], serde_json::Value::Null);
}

#[test]
fn a_handle_gives_that_persons_row() {
    let world = example();
    let names = |line: &str| {
        let answer = cop(&world, &format!("contributors {line} --json")).run().json();
        answer["contributors"].as_array().unwrap().iter().map(|one| one["handle"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("@anna"), ["anna"]);
    assert_eq!(names("anna kees"), ["anna", "kees"]);
    assert!(names("anna fetch-and-bring").contains(&"anna".to_owned()));
    let file = names("members/anna.md");
    assert!(file.contains(&"anna".to_owned()), "{file:?}");
    let whole = cop(&world, "contributors --json").run().json();
    let all = whole["contributors"].as_array().unwrap();
    let one = cop(&world, "contributors @anna --json").run().json();
    assert!(all.contains(&one["contributors"][0]), "{one}");
}

#[test]
fn folders_patterns_and_filters_say_which_documents() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &[
        "contributors decisions/",
        "contributors 'questions/**/a*.md' --since 2025",
        "contributors -k decision -k term --status proposed",
        "contributors --tag meetings practices/ @anna --sort created",
        "contributors -C practices 'f*.md'",
        "contributors --kind decision --tag nothing-such",
        "contributors site/",
        "contributors 'x/*.md'",
        "contributors 'x/[.md'",
        "contributors --kind practise",
    ]), @r#"
$ cop contributors decisions/
Anna de Vries      made 1, changed 4, decided 5 (5 commits)
Bram Smit          made 1, changed 3, decided 5 (3 commits)
Fatima El Idrissi  made 2, changed 3, decided 5, reviewed 2 (5 commits)
Inês Carvalho      made 1, changed 1, decided 1, reviewed 1 (2 commits)
José Peña          made 1, changed 1 (2 commits)
Kees Ørsted        changed 2, decided 1 (2 commits)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop contributors 'questions/**/a*.md' --since 2025
Anna de Vries      made 1, answered 1, of which 1 accepted (1 commit)
Fatima El Idrissi  changed 1 (1 commit)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop contributors -k decision -k term --status proposed
Anna de Vries  changed 1 (1 commit)
Inês Carvalho  made 2 (2 commits)
Kees Ørsted    made 1 (1 commit)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop contributors --tag meetings practices/ @anna --sort created
Anna de Vries  made 1, changed 2, reviewed 2, used 1, thanked once (3 commits)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop contributors -C practices 'f*.md'
Anna de Vries               changed 1, reviewed 2 (1 commit)
Fatima El Idrissi           made 2, changed 2, reviewed 3, thanked once (8
                            commits)
Inês Carvalho               changed 1, reviewed 1, used 1 (1 commit)
José Peña                   used 1
Kees Ørsted                 changed 1, reviewed 2, used 1 (1 commit)
Maryam Yıldız               reviewed 1
Pieter van der Berg (left)  changed 1, reviewed 4 (4 commits)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop contributors --kind decision --tag nothing-such
» note: no document has the tag "nothing-such"
nobody did anything of the kind

$ cop contributors site/
» error: no document stands at site/
» hint: a folder such as practices/, or a pattern such as "practices/**/*.md", which the shell must not fill in
[status 2]

$ cop contributors 'x/*.md'
» error: no document stands at x/*.md
» hint: a folder such as practices/, or a pattern such as "practices/**/*.md", which the shell must not fill in
[status 2]

$ cop contributors 'x/[.md'
» error: "x/[.md" is no pattern for paths: unclosed character class; missing ']'
[status 2]

$ cop contributors --kind practise
» error: there is no kind "practise"
» hint: did you mean practice?
[status 2]
"#);
    // A folder is as good without its slash, unless a document is called so.
    assert_eq!(cop(&world, "contributors decisions --json").run().done(), cop(&world, "contributors decisions/ --json").run().done());
    let handles = |line: &str| -> Vec<String> {
        let answer = valid(&cop(&world, line).run(), "contributors");
        answer["contributors"].as_array().unwrap().iter().map(|one| one["handle"].to_string()).collect()
    };
    assert_eq!(handles("contributors . --json"), handles("contributors --json"));
}

#[test]
fn everyone_can_be_sorted_by_any_count() {
    let world = example();
    let everyone = valid(&cop(&world, "contributors --lines --json").run(), "contributors")["contributors"].as_array().unwrap().len();
    for count in [
        "commits", "created", "edited", "asked", "answered", "accepted", "decided", "reviewed", "used", "thanked", "hosted", "gone",
        "lines",
    ] {
        let answer = valid(&cop(&world, &format!("contributors --sort {count} --json")).run(), "contributors");
        let key = if count == "lines" { "lines_added" } else { count };
        let counts: Vec<u64> = answer["contributors"].as_array().unwrap().iter().map(|one| one[key].as_u64().unwrap()).collect();
        assert!(counts.is_sorted_by(|one, next| one >= next) && counts.len() == everyone, "{count}: {counts:?}");
    }
}
