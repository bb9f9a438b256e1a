//! Who comes first: one order for `who` and beside `search`, by documents that are called by the words before those that only have them.

use super::seen::commit_on;
use crate::commands::{cop, each, transcript, valid};
use crate::support::world::World;

/// Andy wrote the page on Docker, Lou keeps changing a page of links on which it has a line, Dee does not want to be asked, and Cy left.
fn handbook() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Handbook\n");
    world.write("members/dee.md", "---\nname: Dee Shy\nemails: [dee@example.org]\nask_me: no\n---\n");
    world.write("members/cy.md", "---\nname: Cy Gone\nemails: [cy@example.org]\nstatus: alumnus\n---\n");
    world.commit("Members");
    world.write("practices/docker.md", "# Dockerfile guidance\n\nPin the image of Docker.\n");
    world.commit_by("Andy Loughran", "andy@example.org", "Docker");
    world.write("practices/docker.md", "# Dockerfile guidance\n\nPin the image of Docker by its digest.\n");
    world.commit_by("Dee Shy", "dee@example.org", "By digest");
    world.write("practices/docker.md", "# Dockerfile guidance\n\nPin the image of Docker by its digest, always.\n");
    world.commit_by("Cy Gone", "cy@example.org", "Always");
    for times in 1..10 {
        world.write("practices/links.md", format!("# Style guides\n\n- Docker\n- Others, {times}\n"));
        world.commit_by("Lou Links", "lou@example.org", "Links");
    }
    world
}

#[test]
fn who_has_the_page_that_is_called_so_stands_before_who_keeps_changing_another_that_has_the_words() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Handbook\n");
    let pair = |text: &str| world.write("practices/pair-programming.md", format!("# Pair programming\n\nTwo at a desk. {text}\n"));
    pair("");
    commit_on(&world, "2024-01-10", "Andy Loughran", "Pairs");
    pair("Change places.");
    commit_on(&world, "2026-02-01", "Bea Brown", "Places");
    for day in 1..=28 {
        world.write("practices/java.md", format!("# Java style guide\n\nPair programming helps. Version {day}.\n"));
        commit_on(&world, &format!("2026-10-{day:02}"), "Lou Links", "Style");
    }
    let asked = "ask 'When do we use pair programming?' -b x --dry-run";
    insta::assert_snapshot!(transcript(&world, &["who 'Pair Programming'", "search pair programming -n 1", asked]), @r"
$ cop who 'Pair Programming'
3 people, by 2 documents that tell of it
Bea Brown
  changed: Pair programming (Feb)
Andy Loughran (last seen Jan 2024)
  wrote: Pair programming (Jan 2024)
Lou Links
  wrote, changed 27 times: Java style guide (Oct)
last seen: no member, and not seen for a year

$ cop search pair programming -n 1
2 found, 1 to 1
1  Pair programming                              practice, draft, changed 1 Feb
   practices/pair-programming.md:3  Two at a desk. Change places.
Knows about it: Bea Brown (worked on 1), Andy Loughran (last seen Jan 2024,
wrote 1), Lou Links (worked on 1)

$ cop ask 'When do we use pair programming?' -b x --dry-run
» Like it: Pair programming (practice, draft)  practice/pair-programming
» May know: Bea Brown, changed: Pair programming (Feb)
» May know: Andy Loughran (last seen Jan 2024), wrote: Pair programming (Jan 2024)
diff --git a/questions/when-do-we-use-pair-programming.md b/questions/when-do-we-use-pair-programming.md
new file mode 100644
--- /dev/null
+++ b/questions/when-do-we-use-pair-programming.md
@@ -0,0 +1,7 @@
+---
+tags: []
+---
+
+# When do we use pair programming?
+
+x
");
    // Nobody who worked on the page is here any more; whoever only has the words elsewhere is no better first.
    let gone = World::new();
    gone.write("community.yaml", "format: 1\nname: Handbook\n");
    gone.write("practices/pair-programming.md", "# Pair programming\n\nTwo at a desk.\n");
    commit_on(&gone, "2024-01-10", "Andy Loughran", "Pairs");
    gone.write("practices/java.md", "# Java style guide\n\nPair programming helps.\n");
    commit_on(&gone, "2026-10-01", "Lou Links", "Style");
    insta::assert_snapshot!(transcript(&gone, &["who pair programming"]), @r"
$ cop who pair programming
2 people, by 2 documents that tell of it
Andy Loughran (last seen Jan 2024)
  wrote: Pair programming (Jan 2024)
Lou Links
  wrote: Java style guide (Oct)
last seen: no member, and not seen for a year
");
}

#[test]
fn search_names_the_people_of_who_in_their_order() {
    let world = handbook();
    insta::assert_snapshot!(transcript(&world, &["who docker", "search docker", "search docker --kind practice -n 1"]), @r"
$ cop who docker
3 people, by 2 documents that tell of it
Andy Loughran
  wrote: Dockerfile guidance (Jun)
Lou Links
  wrote, changed 8 times: Style guides (Jun)
Cy Gone (left)  @cy
  changed: Dockerfile guidance (Jun)

$ cop search docker
2 found
1  Style guides                                  practice, draft, changed 1 Jun
   practices/links.md:3  Docker
2  Dockerfile guidance                           practice, draft, changed 1 Jun
   practices/docker.md:3  Pin the image of Docker by its digest, always.
Knows about it: Andy Loughran (wrote 1), Lou Links (worked on 1), Cy Gone (left,
worked on 1)

$ cop search docker --kind practice -n 1
2 found, 1 to 1
1  Style guides                                  practice, draft, changed 1 Jun
   practices/links.md:3  Docker
Knows about it: Lou Links (worked on 1), Andy Loughran (wrote 1), Cy Gone (left,
worked on 1)
");
    let (found, who) = (valid(&cop(&world, "search docker --json").run(), "search"), valid(&cop(&world, "who docker --json").run(), "who"));
    let people = |answer: &serde_json::Value| each(&answer["people"], "name").into_iter().take(3).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(people(&found), people(&who));
    assert_eq!(people(&found), ["Andy Loughran", "Lou Links", "Cy Gone"]);
    insta::assert_snapshot!(serde_json::to_string_pretty(&found["people"]).unwrap(), @r#"
[
  {
    "handle": null,
    "name": "Andy Loughran",
    "left": false,
    "gone": false,
    "last": "2026-06-01",
    "did": "created",
    "documents": 1
  },
  {
    "handle": null,
    "name": "Lou Links",
    "left": false,
    "gone": false,
    "last": "2026-06-01",
    "did": "edited",
    "documents": 1
  },
  {
    "handle": "cy",
    "name": "Cy Gone",
    "left": true,
    "gone": true,
    "last": "2026-06-01",
    "did": "edited",
    "documents": 1
  }
]
"#);
    insta::assert_snapshot!(transcript(&world, &["search 'docker digest' -f csv", "list --json -n 1"]), @r#"
    $ cop search 'docker digest' -f csv
    ref,path,kind,title,status,tags,score,people,created,updated
    practice/docker,practices/docker.md,practice,Dockerfile guidance,draft,,3.123,Andy Loughran cy,2026-06-01,2026-06-01
    practice/links,practices/links.md,practice,Style guides,draft,,1.071,Lou Links,2026-06-01,2026-06-01

    $ cop list --json -n 1
    {
      "schema": "cop/list/1",
      "total": 4,
      "hits": [
        {
          "ref": "member/cy",
          "path": "members/cy.md",
          "kind": "member",
          "title": "Cy Gone",
          "status": "alumnus",
          "tags": [],
          "score": null,
          "snippets": [],
          "people": [
            "Ada Test"
          ],
          "created": "2026-06-01",
          "updated": "2026-06-01",
          "successor": null
        }
      ],
      "problems": []
    }
    "#);
}

#[test]
fn who_would_rather_not_be_asked_is_proposed_by_no_form() {
    let world = handbook();
    let found = cop(&world, "search docker --json").run();
    assert!(!found.stdout.contains("dee") && !found.stdout.contains("Dee"), "{found}");
    let asked = valid(&cop(&world, "ask 'Which Dockerfile guidance is there?' -b x --dry-run --json").run(), "ask");
    assert_eq!(each(&asked["people"], "name"), ["Andy Loughran"], "{asked}");
    assert_eq!(each(&asked["people"][0]["evidence"], "action"), ["created"], "{asked}");
}

#[test]
fn a_merge_tells_only_of_what_no_parent_has() {
    let world = handbook();
    world.git(&["checkout", "--quiet", "-b", "side", "HEAD~3"]);
    world.write("practices/docker.md", "# Dockerfile guidance\n\nPin the image of Docker by its digest, always. Twice.\n");
    world.commit_by("Andy Loughran", "andy@example.org", "Twice");
    world.git(&["checkout", "--quiet", "-"]);
    let merge = |name: &str| {
        let (key, email) = (name.split(' ').next().unwrap_or_default().to_lowercase(), "merger@example.org");
        world.git(&[
            "-c",
            &format!("user.name={name}"),
            "-c",
            &format!("user.email={key}-{email}"),
            "commit",
            "--quiet",
            "--no-edit",
            "--allow-empty",
        ]);
    };
    world.git(&["merge", "--quiet", "--no-ff", "--no-commit", "side"]);
    merge("Mia Merge");
    insta::assert_snapshot!(transcript(&world, &["who practice/docker -n 9"]), @r"
$ cop who practice/docker -n 9
2 people, by 1 document that tells of it
Andy Loughran
  wrote, changed: Dockerfile guidance (Jun)
Cy Gone (left)  @cy
  changed: Dockerfile guidance (Jun)
");
    // One that writes what neither side has is work, and told once.
    world.git(&["checkout", "--quiet", "-b", "other"]);
    world.write("practices/sound.md", "# Sound\n");
    world.commit("Sound");
    world.git(&["checkout", "--quiet", "-"]);
    world.git(&["merge", "--quiet", "--no-ff", "--no-commit", "other"]);
    world.write("practices/docker.md", "# Dockerfile guidance\n\nPin it.\n");
    world.git(&["add", "--all"]);
    merge("Max Merge");
    insta::assert_snapshot!(transcript(&world, &["who practice/docker -n 9", "contributors practice/docker"]), @r"
$ cop who practice/docker -n 9
3 people, by 1 document that tells of it
Andy Loughran
  wrote, changed: Dockerfile guidance (Jun)
Max Merge
  changed: Dockerfile guidance (Jun)
Cy Gone (left)  @cy
  changed: Dockerfile guidance (Jun)

$ cop contributors practice/docker
Andy Loughran   made 1, changed 1 (2 commits)
Cy Gone (left)  changed 1 (1 commit)
Dee Shy         changed 1 (1 commit)
Max Merge       changed 1

made, changed: today's documents; reviewed: times; more: cop contributors --help
");
}
