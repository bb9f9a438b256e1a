//! `cop contributors`

mod guests;

use super::{cop, dutch, each, example, names, narrow, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn everyone_is_named_with_what_they_did() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["contributors"]), @r"
    $ cop contributors
    Anna de Vries               made 15, changed 21, answered 1, of which 1
                                accepted, decided 5, reviewed 10, hosted 4, used 3,
                                thanked 2 times (36 commits)
    Bram Smit                   made 12, changed 22, asked 2, answered 1, decided 5,
                                reviewed 10, used 2, thanked once (28 commits)
    Fatima El Idrissi           made 13, changed 22, answered 2, of which 1
                                accepted, decided 5, reviewed 14, used 2, thanked 2
                                times (34 commits)
    Inês Carvalho               made 7, changed 8, asked 1, answered 1, of which 1
                                accepted, decided 1, reviewed 5, used 3, thanked 2
                                times (15 commits)
    José Peña                   made 7, changed 5, asked 1, answered 2, of which 1
                                accepted, reviewed 2, used 2 (13 commits)
    Kees Ørsted                 made 8, changed 14, answered 2, decided 1, reviewed
                                9, used 2, thanked once (23 commits)
    Lotte Bakker                changed 1 (1 commit)
    Maryam Yıldız               made 7, changed 5, answered 1, of which 1 accepted,
                                reviewed 3, used 2, thanked once (13 commits)
    Pieter van der Berg (left)  made 4, changed 10, asked 2, reviewed 12, used 1 (12
                                commits)
    Tomasz Wójcik               made 4, changed 3, asked 1, reviewed 2, used 1,
                                thanked once (6 commits)
    Zoë van 't Hoff             made 3, changed 4, asked 1, reviewed 1, used 1 (9
                                commits)

    made, changed: documents; reviewed: times; more: cop contributors --help
    ");
    insta::assert_snapshot!(dutch(&world, &["contributors fetch-and-bring"]), @r"
    $ COP_LANG=nl cop contributors fetch-and-bring
    Anna de Vries      wijzigde 1, keek 1 na (1 commit)
    Fatima El Idrissi  maakte 1, wijzigde 1, keek 2 na (4 commits)
    Inês Carvalho      gebruikte 1
    Kees Ørsted        wijzigde 1, keek 2 na, gebruikte 1 (1 commit)
    Maryam Yıldız      keek 1 na
    Pieter van der Berg (vertrokken)
      wijzigde 1, keek 3 na (3 commits)

    maakte, wijzigde: documenten; keek na: keren; meer: cop contributors --help
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
      changed 1, reviewed 3

    made, changed: documents; reviewed:
    times; more: cop contributors --help
    ");
}

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

    made, changed: documents; reviewed: times; more: cop contributors --help

    $ cop contributors --since 2026-11 --sort recent
    Maryam Yıldız      made 1, changed 3 (4 commits)
    Anna de Vries      made 1, changed 3, hosted 1 (3 commits)
    Zoë van 't Hoff    made 2, changed 1, asked 1, used 1 (3 commits)
    Tomasz Wójcik      changed 1 (1 commit)
    Inês Carvalho      made 2, changed 4 (2 commits)
    Fatima El Idrissi  changed 8 (1 commit)
    Kees Ørsted        made 1, changed 3 (1 commit)

    made, changed: documents; reviewed: times; more: cop contributors --help

    $ cop contributors --until 2024-12 --sort commits
    Bram Smit          made 3, changed 2, asked 1, decided 1 (5 commits)
    Anna de Vries      made 3, changed 1, decided 1, hosted 1 (4 commits)
    Fatima El Idrissi  made 2, answered 1, decided 1, reviewed 1 (2 commits)

    made, changed: documents; reviewed: times; more: cop contributors --help

    $ cop contributors --since 2027
    2027-01-01 is still to come, so nobody did anything since

    $ cop contributors --since soon
    » error: --since can't be "soon"
    » hint: "soon" is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or "last month"
    [status 2]

    $ cop contributors --sort size
    » error: --sort can't be "size"
    » hint: one of these: name, recent, commits, created, edited, asked, answered, accepted, decided, reviewed, used, thanked, hosted, lines
    [status 2]
    "#);
}

#[test]
fn every_form_has_the_same_people() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["contributors fetch-and-bring -f csv", "contributors fetch-and-bring -f md", "contributors fetch-and-bring -f paths"]), @r"
    $ cop contributors fetch-and-bring -f csv
    handle,name,commits,created,edited,asked,answered,accepted,decided,reviewed,used,thanked,hosted,first,last
    anna,Anna de Vries,1,0,1,0,0,0,0,1,0,0,0,2025-05-22,2025-05-22
    fatima,Fatima El Idrissi,4,1,1,0,0,0,0,2,0,0,0,2025-02-04,2026-09-14
    ines,Inês Carvalho,0,0,0,0,0,0,0,0,1,0,0,,
    kees,Kees Ørsted,1,0,1,0,0,0,0,2,1,0,0,2026-03-09,2026-03-09
    maryam,Maryam Yıldız,0,0,0,0,0,0,0,1,0,0,0,,
    pieter,Pieter van der Berg,3,0,1,0,0,0,0,3,0,0,0,2025-07-01,2026-01-05

    $ cop contributors fetch-and-bring -f md
    <!-- contributors: cop contributors -f md -->

    - **Anna de Vries:** changed 1, reviewed 1
    - **Fatima El Idrissi:** made 1, changed 1, reviewed 2
    - **Inês Carvalho:** used 1
    - **Kees Ørsted:** changed 1, reviewed 2, used 1
    - **Maryam Yıldız:** reviewed 1
    - **Pieter van der Berg (left):** changed 1, reviewed 3

    <!-- /contributors -->

    $ cop contributors fetch-and-bring -f paths
    members/anna.md
    members/fatima.md
    members/ines.md
    members/kees.md
    members/maryam.md
    members/pieter.md
    ");
    let answer = valid(&cop(&world, "contributors --json").run(), "contributors");
    assert_eq!(
        names(&answer["contributors"][0]),
        [
            "handle",
            "name",
            "commits",
            "created",
            "edited",
            "asked",
            "answered",
            "accepted",
            "decided",
            "reviewed",
            "used",
            "thanked",
            "hosted",
            "lines_added",
            "lines_removed",
            "lines_alive",
            "first",
            "last"
        ]
    );
    let handles = each(&answer["contributors"], "handle");
    assert_eq!((handles[0], handles.len()), ("anna", 11));
}

#[test]
fn addresses_are_told_only_to_who_asks() {
    let world = tiny();
    assert!(!cop(&world, "contributors --json").run().stdout.contains("@example.org"));
    assert!(!cop(&world, "contributors --emails").run().stdout.contains("@example.org"));
    let answer = valid(&cop(&world, "contributors --json --emails").run(), "contributors");
    assert_eq!(answer["contributors"][1]["emails"], serde_json::json!(["bo@example.org"]));
    assert_eq!(answer["contributors"][1]["handle"], serde_json::Value::Null);
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
    handle,name,commits,created,edited,asked,answered,accepted,decided,reviewed,used,thanked,hosted,first,last
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
fn addresses_are_shown_only_when_asked_for_in_json() {
    let world = World::archivists();
    for arguments in [&["contributors"][..], &["contributors", "--json"], &["contributors", "--emails"]] {
        let text = world.cop(arguments).done();
        assert!(!text.contains("example.org"), "{text}");
    }
    let json = world.cop(&["contributors", "--emails", "--json"]).json();
    assert_eq!(json["contributors"][0]["emails"][0], "anna@example.org", "{json}");
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
    assert_eq!(counts(&[]), ["Ada Test 1 2 0 0 0 0 0 0 0 0 0", "Anna 7 6 2 1 0 0 1 0 2 0 1", "Bram 3 1 2 0 1 1 1 1 0 1 0"]);
    assert_eq!(counts(&["scan"]), ["Anna 1 1 0 0 0 0 0 0 1 0 0", "Bram 1 0 1 0 0 0 0 1 0 1 0"]);
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
fn whoever_has_no_file_has_no_path() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["contributors -f paths"]), @r"
    $ cop contributors -f paths
    members/ada.md
    ");
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

made, changed: documents; reviewed: times; more: cop contributors --help

$ cop contributors 'questions/**/a*.md' --since 2025
Anna de Vries      made 1, answered 1, of which 1 accepted (1 commit)
Fatima El Idrissi  changed 1 (1 commit)

made, changed: documents; reviewed: times; more: cop contributors --help

$ cop contributors -k decision -k term --status proposed
Anna de Vries  changed 1 (1 commit)
Inês Carvalho  made 2 (2 commits)
Kees Ørsted    made 1 (1 commit)

made, changed: documents; reviewed: times; more: cop contributors --help

$ cop contributors --tag meetings practices/ @anna --sort created
Anna de Vries  made 1, changed 2, reviewed 2, used 1, thanked once (3 commits)

made, changed: documents; reviewed: times; more: cop contributors --help

$ cop contributors -C practices 'f*.md'
Anna de Vries               changed 1, reviewed 2 (1 commit)
Fatima El Idrissi           made 2, changed 2, reviewed 3, thanked once (8
                            commits)
Inês Carvalho               changed 1, reviewed 1, used 1 (1 commit)
José Peña                   used 1
Kees Ørsted                 changed 1, reviewed 2, used 1 (1 commit)
Maryam Yıldız               reviewed 1
Pieter van der Berg (left)  changed 2, reviewed 4 (4 commits)

made, changed: documents; reviewed: times; more: cop contributors --help

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
    for count in
        ["commits", "created", "edited", "asked", "answered", "accepted", "decided", "reviewed", "used", "thanked", "hosted", "lines"]
    {
        let answer = valid(&cop(&world, &format!("contributors --sort {count} --json")).run(), "contributors");
        let key = if count == "lines" { "lines_added" } else { count };
        let counts: Vec<u64> = answer["contributors"].as_array().unwrap().iter().map(|one| one[key].as_u64().unwrap()).collect();
        assert!(counts.is_sorted_by(|one, next| one >= next) && counts.len() == everyone, "{count}: {counts:?}");
    }
}

#[test]
fn there_are_forms_for_a_readme() {
    let world = tiny();
    world.git(&["remote", "add", "origin", "git@github.com:us/notes.git"]);
    world.write("members/ada.md", "---\nname: Ada Test\naccounts: [github:Ada-T]\nemails: [ada@example.org]\n---\n");
    world.commit("An account");
    world.write("practices/x.md", "# X\n");
    world.commit_by("*Zed* | [x](y)\u{202e}", "7+zed@users.noreply.github.com", "X");
    insta::assert_snapshot!(transcript(&world, &["contributors -f md", "contributors -f all-contributors", "contributors -f readme"]), @r#"
$ cop contributors -f md
<!-- contributors: cop contributors -f md -->

- **\*Zed\* \| \[x\](y)\\u{202e}:** made 1
- **Ada Test:** made 3, changed 1
- **Bo Guest:** made 1, asked 1

<!-- /contributors -->

$ cop contributors -f all-contributors
{
  "projectName": "notes",
  "projectOwner": "us",
  "repoType": "github",
  "repoHost": "https://github.com",
  "files": [
    "README.md"
  ],
  "imageSize": 100,
  "commit": false,
  "contributorsSortAlphabetically": true,
  "contributors": [
    {
      "login": "zed",
      "name": "*Zed*  x(y)\u202e",
      "avatar_url": "https://github.com/zed.png",
      "profile": "https://github.com/zed",
      "contributions": [
        "content"
      ]
    },
    {
      "login": "ada-t",
      "name": "Ada Test",
      "avatar_url": "https://github.com/ada-t.png",
      "profile": "https://github.com/ada-t",
      "contributions": [
        "content",
        "doc"
      ]
    },
    {
      "name": "Bo Guest",
      "avatar_url": "https://github.com/ghost.png",
      "contributions": [
        "content"
      ]
    }
  ]
}

$ cop contributors -f readme
» error: there is no format "readme" here
» hint: one of these: text, json, jsonl, csv, paths, md, all-contributors
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["contributors -f md scan-maps"]), @r"
$ COP_LANG=nl cop contributors -f md scan-maps
<!-- contributors: cop contributors -f md -->

- **Ada Test:** maakte 1

<!-- /contributors -->
");
    let gitlab = World::new();
    gitlab.write("community.yaml", "format: 1\nname: Loose\n");
    gitlab.commit("Begin");
    insta::assert_snapshot!(transcript(&gitlab, &["contributors -f all-contributors", "contributors -f md"]), @r#"
$ cop contributors -f all-contributors
{
  "projectName": "Loose",
  "projectOwner": "",
  "repoType": "github",
  "repoHost": "https://github.com",
  "files": [
    "README.md"
  ],
  "imageSize": 100,
  "commit": false,
  "contributorsSortAlphabetically": true,
  "contributors": []
}

$ cop contributors -f md
nobody has done anything here yet
"#);
}

#[test]
fn lines_are_counted_where_they_are_asked_for() {
    let world = World::archivists();
    world.write("practices/scan-letters.md", "# Scan letters\n\nAt 600 dpi.\n\nIn colour.\n");
    world.write("notes.txt", "no knowledge\n");
    world.commit_by("Bram Smit", "bram@example.org", "Finer\n\nCo-authored-by: Anna de Vries <anna@example.org>");
    insta::assert_snapshot!(transcript(&world, &["contributors --lines", "contributors scan-letters --lines", "contributors @bram --lines -f csv"]), @r"
$ cop contributors --lines
Anna de Vries  made 6, changed 1, asked 1, answered 1, 26 lines added, 1
               removed, 25 there today (2 commits)
Bram Smit      changed 1, 4 lines added, 2 removed, 3 there today (2 commits)

made, changed: documents; reviewed: times; more: cop contributors --help

$ cop contributors scan-letters --lines
Anna de Vries  made 1, changed 1, 6 lines added, 1 removed, 5 there today (2
               commits)
Bram Smit      changed 1, 4 lines added, 2 removed, 3 there today (2 commits)

made, changed: documents; reviewed: times; more: cop contributors --help

$ cop contributors @bram --lines -f csv
handle,name,commits,created,edited,asked,answered,accepted,decided,reviewed,used,thanked,hosted,lines_added,lines_removed,lines_alive,first,last
bram,Bram Smit,2,0,1,0,0,0,0,0,0,0,0,4,2,3,2026-06-01,2026-06-01
");
    insta::assert_snapshot!(dutch(&world, &["contributors --lines"]), @r"
$ COP_LANG=nl cop contributors --lines
Anna de Vries  maakte 6, wijzigde 1, stelde 1 vraag, gaf 1 antwoord, 26 regels
               toegevoegd, 1 weggehaald, 25 staan er nu (2 commits)
Bram Smit      wijzigde 1, 4 regels toegevoegd, 2 weggehaald, 3 staan er nu (2
               commits)

maakte, wijzigde: documenten; keek na: keren; meer: cop contributors --help
");
    let lines = |line: &str| {
        let answer = valid(&cop(&world, line).run(), "contributors");
        let all = answer["contributors"].as_array().cloned().unwrap_or_default();
        all.iter().map(|one| ["lines_added", "lines_removed", "lines_alive"].map(|name| one[name].as_u64())).collect::<Vec<_>>()
    };
    assert_eq!(lines("contributors scan-letters --json"), [[None; 3], [None; 3]]);
    assert_eq!(lines("contributors scan-letters --lines --json"), [[Some(6), Some(1), Some(5)], [Some(4), Some(2), Some(3)]]);
    // The counts are kept; another time they are the same, and so they are when what is kept is damaged.
    let kept = world.path(".git/cop/root/lines");
    assert!(kept.is_file());
    std::fs::write(&kept, "damaged").unwrap();
    assert_eq!(lines("contributors scan-letters --lines --json"), [[Some(6), Some(1), Some(5)], [Some(4), Some(2), Some(3)]]);
}

#[test]
fn lines_that_can_not_be_counted_are_said() {
    let world = World::archivists();
    world.write("practices/scan-letters.md", "# Scan letters\n\nAt 600 dpi.\n\nIn colour.\n");
    world.commit_by("Bram Smit", "bram@example.org", "Finer");
    world.write("practices/scan-letters.md", "# Scan letters\n\nAt 600 dpi.\n\nIn colour, and both sides.\n");
    world.commit_by("Bram Smit", "bram@example.org", "Both sides");
    let lost = world.git(&["rev-parse", "HEAD~1:practices/scan-letters.md"]);
    std::fs::remove_file(world.path(&format!(".git/objects/{}/{}", &lost[..2], lost[2..].trim()))).unwrap();
    // A second time nothing that was not known has been kept as known.
    for _ in 0..2 {
        let answer = cop(&world, "contributors scan-letters --lines").run();
        let note = "not all lines of practices/scan-letters.md are counted, and those of 2 changes are not: what stood there";
        assert!(answer.stderr.replace('\n', " ").contains(note), "{}", answer.stderr);
        assert!(answer.stdout.contains("at least this"), "{}", answer.stdout);
        assert_eq!(valid(&cop(&world, "contributors scan-letters --lines --json").run(), "contributors")["at_least"], true);
    }
    assert_eq!(valid(&cop(&world, "contributors scan-letters --json").run(), "contributors")["at_least"], false);
    let dutch = cop(&world, "contributors scan-letters --lines").env("COP_LANG", "nl").run();
    assert!(dutch.stderr.contains("niet alle regels van practices/scan-letters.md"), "{}", dutch.stderr);
}
