//! `cop rename`, where references are written in ways that few people write them.

use super::{tiny, transcript};
use crate::support::world::World;

/// The lines of standard error that name a file.
fn left(world: &World, command: &[&str]) -> Vec<String> {
    let run = world.cop(command);
    assert_eq!(run.status, 0, "{run}");
    run.stderr.lines().filter(|line| line.contains("left to you")).map(str::to_owned).collect()
}

#[test]
fn quotation_marks_in_names_stay_whole() {
    let world = tiny();
    world.write("practices/say.md", "---\ntitle: 'Say \"hello\"'\n---\n\n# Say \"hello\"\n");
    world.write("questions/why.md", "# Why \"now\"\n");
    world.write("practices/all.md", "---\nrelated: ['Say \"hello\"', \"Say \\\"hello\\\"\"]\nsteward: 'Kees \"K\"'\n---\n\n# All\n");
    world.write("practices/list.md", "---\nrelated:\n - Say \"hello\"\n---\n\n# List\n");
    world.write("members/kees.md", "---\nname: 'Kees \"K\"'\n---\n");
    world.write(
        "community.yaml",
        "format: 1\nname: Tiny\ngoals:\n  - text: X\n    questions: ['Why \"now\"']\nsearches:\n  h: 'steward:\"Kees Ørsted\" by:\"kees\"'\n",
    );
    world.commit("More");
    world.cop(&["rename", "practice/say", "Say \"bye\""]).done();
    world.cop(&["rename", "question/why", "Why \"then\""]).done();
    world.cop(&["rename", "@kees", "@keesje"]).done();
    world.cop(&["rename", "@keesje", "Kees \"J\""]).done();
    insta::assert_snapshot!(["practices/all.md", "practices/list.md", "community.yaml"].map(|path| world.read(path)).concat(), @r#"
---
related: ['Say "bye"', 'Say "bye"']
steward: 'Kees "J"'
---

# All
---
related:
 - 'Say "bye"'
---

# List
format: 1
name: Tiny
goals:
  - text: X
    questions: ['Why "then"']
searches:
  h: 'steward:"Kees Ørsted" by:"keesje"'
"#);
}

#[test]
fn one_reference_that_can_not_follow_leaves_the_others_alone() {
    let world = tiny();
    world.write("practices/t-doc.md", "# T doc\n");
    world.write("practices/a.md", "# A\n\n[x](t-doc.md#T%20doc) and [y](t-doc.md) and [[T doc#T doc|z]]\n");
    world.write("practices/b.md", "---\nrelated: &a t-doc\n---\n\n# B\n\n[y](t-doc.md)\n");
    world.commit("More");
    assert_eq!(left(&world, &["rename", "practice/t-doc", "New name"]), [""; 0]);
    insta::assert_snapshot!(["practices/a.md", "practices/b.md"].map(|path| world.read(path)).concat(), @r"
# A

[x](new-name.md#New%20name) and [y](new-name.md) and [[New name#New name|z]]
---
related: &a new-name
---

# B

[y](new-name.md)
");
    insta::assert_snapshot!(transcript(&world, &["rename practice/new-name 'A [b] c'", "rename practice/a-b-c 'A | c'"]), @r"
$ cop rename practice/new-name 'A [b] c'
» 5 references follow, in 2 other files
» Committed [commit]
» New name → A [b] c
» note: practices/a.md:3:56: this reference is left to you: it can't be changed safely
practices/a-b-c.md

$ cop rename practice/a-b-c 'A | c'
» 5 references follow, in 2 other files
» Committed [commit]
» A [b] c → A | c
practices/a-c.md
");
    insta::assert_snapshot!(world.read("practices/a.md"), @r"
# A

[x](a-c.md#A%20%7C%20c) and [y](a-c.md) and [[a-c|z]]
");
}

#[test]
fn only_what_names_somebody_or_something_changes_in_a_search() {
    let world = tiny();
    world.write("practices/meetings.md", "# Meetings\n");
    world.write("practices/letters.md", "# Letters\n");
    world.write("members/kees.md", "---\nname: Kees Ørsted\n---\n");
    world.write(
        "community.yaml",
        "format: 1\nname: Tiny\nsearches:\n  a: -tag:meetings trefwoord:meetings staat:meetings has:meetings no:meetings organisation:kees\n  b: ref:meetings -ref:practice/meetings related:meetings,practice/letters path:practices/meetings.md\n  c: steward:anna,kees beheerder:@kees -by:KEES steward:\"Kees Ørsted\" kees meetings\n",
    );
    world.commit("More");
    world.cop(&["rename", "practice/meetings", "Gatherings"]).done();
    world.cop(&["rename", "@kees", "Kees de Boer"]).done();
    world.cop(&["rename", "@kees", "@keesje"]).done();
    insta::assert_snapshot!(world.read("community.yaml"), @r#"
format: 1
name: Tiny
searches:
  a: -tag:meetings trefwoord:meetings staat:meetings has:meetings no:meetings organisation:kees
  b: 'ref:gatherings -ref:practice/gatherings related:gatherings,practice/letters path:practices/gatherings.md'
  c: 'steward:anna,keesje beheerder:@keesje -by:keesje steward:"Kees de Boer" kees meetings'
"#);
}

#[test]
fn what_another_program_reads_follows_or_is_told() {
    let world = tiny();
    world.write("practices/t-doc.md", "# T doc\n\n## Pitfalls\n");
    world.write("practices/t-doc/p.png", "png");
    world.write(
        "practices/all.md",
        "---\ncover:\n  image: t-doc/p.png\nresources:\n  - src: t-doc/p.png\nlinks: [t-doc.md#pitfalls, t-doc.md#t-doc]\n---\n\n# All\n\n{% link practices/t-doc.md %}\n\n{{< relref \"t-doc.md\" >}}\n\n<img srcset=\"t-doc/a,b.png, t-doc/p.png 2x\">\n\n<div style=\"background: url(t-doc/p.png)\"></div>\n\n`t-doc.md` <!-- t-doc.md -->\n",
    );
    world.commit("More");
    let told = left(&world, &["rename", "practice/t-doc", "New name"]);
    insta::assert_snapshot!(world.read("practices/all.md"), @r#"
---
cover:
  image: new-name/p.png
resources:
  - src: new-name/p.png
links: ['new-name.md#pitfalls', 'new-name.md#new-name']
---

# All

{% link practices/t-doc.md %}

{{< relref "t-doc.md" >}}

<img srcset="t-doc/a,b.png, new-name/p.png 2x">

<div style="background: url(t-doc/p.png)"></div>

`t-doc.md` <!-- t-doc.md -->
"#);
    insta::assert_snapshot!(told.join("\n"), @r"
note: practices/all.md:11:19: this reference is left to you: it can't be changed safely
note: practices/all.md:13:13: this reference is left to you: it can't be changed safely
note: practices/all.md:15:14: this reference is left to you: it can't be changed safely
note: practices/all.md:17:29: this reference is left to you: it can't be changed safely
");
}
