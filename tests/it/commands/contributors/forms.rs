//! The forms that it is written in, and the addresses that stand in none unless they are asked for.

use crate::commands::{cop, dutch, each, example, names, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn every_form_has_the_same_people() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["contributors fetch-and-bring -f csv", "contributors fetch-and-bring -f md", "contributors fetch-and-bring -f paths"]), @r"
    $ cop contributors fetch-and-bring -f csv
    handle,name,commits,created,edited,asked,answered,accepted,decided,reviewed,used,thanked,hosted,gone,first,last
    anna,Anna de Vries,1,0,1,0,0,0,0,1,0,0,0,0,2025-05-22,2025-05-22
    fatima,Fatima El Idrissi,4,1,1,0,0,0,0,2,0,0,0,0,2025-02-04,2026-09-14
    ines,Inês Carvalho,0,0,0,0,0,0,0,0,1,0,0,0,,
    kees,Kees Ørsted,1,0,1,0,0,0,0,2,1,0,0,0,2026-03-09,2026-03-09
    maryam,Maryam Yıldız,0,0,0,0,0,0,0,1,0,0,0,0,,
    pieter,Pieter van der Berg,3,0,0,0,0,0,0,3,0,0,0,0,2025-07-01,2026-01-05

    $ cop contributors fetch-and-bring -f md
    <!-- contributors: cop contributors -f md -->

    - **Anna de Vries:** changed 1, reviewed 1
    - **Fatima El Idrissi:** made 1, changed 1, reviewed 2
    - **Inês Carvalho:** used 1
    - **Kees Ørsted:** changed 1, reviewed 2, used 1
    - **Maryam Yıldız:** reviewed 1
    - **Pieter van der Berg (left):** reviewed 3

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
            "gone",
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
fn addresses_are_told_only_to_who_asks_for_them_in_json() {
    let world = tiny();
    for typed in ["contributors", "contributors --json", "contributors --emails"] {
        let run = cop(&world, typed).run();
        assert!(!run.stdout.contains("example.org"), "{run}");
    }
    let answer = valid(&cop(&world, "contributors --json --emails").run(), "contributors");
    // Of members and of others.
    assert_eq!(answer["contributors"][0]["emails"], serde_json::json!(["ada@example.org"]));
    assert_eq!(answer["contributors"][1]["emails"], serde_json::json!(["bo@example.org"]));
    assert_eq!(answer["contributors"][1]["handle"], serde_json::Value::Null);
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

- **Ada Test:** made 1

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
