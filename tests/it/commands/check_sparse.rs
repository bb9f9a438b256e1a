//! `check`, `check --fix`, `add` and `rename` in a sparse checkout: what git leaves out of the work tree is there all the same.

use super::{cop, tiny, transcript};
use crate::support::world::World;

/// Decisions in two folders and what refers to them, of which only the practices are to be in the work tree.
fn sparse() -> World {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Tiny\nlanguage: en\nkinds: {decision: {folder: {en: decisions}}}\n");
    world.write(
        "decisions/0007-scan-twice.md",
        "---\nsteward: ada\naliases: [Twice is enough]\n---\n\n# Scan twice\n\n## Context\n\nPages.\n",
    );
    world.write("decisions/pictures/scan.png", "x");
    world.write("members/bob.md", "---\nname: Bob\n---\n");
    world.write(".github/how.md", "# How\n");
    world.write(
        "practices/all.md",
        "---\nsteward: bob\nrelated: [decision/0007-scan-twice, 0007-scan-twice, Twice is enough]\n---\n\n# All\n\n\
         [Scan](../decisions/0007-scan-twice.md#context), [folder](../decisions/), [[0007-scan-twice]], [[Twice is enough]],\n\
         ![a picture](../decisions/pictures/scan.png), [how](../.github/how.md), @bob.\n\n[nothing](../decisions/0009-nothing.md)\n",
    );
    world.write("notes/see.md", "See [all](../practices/all.md) and [one](../practices/one.md).\n");
    world.write("practices/one.md", "# One\n\nAs it is.\n");
    world.commit("Begin");
    world
}

#[test]
fn what_is_left_out_counts_as_there() {
    let world = sparse();
    let whole = cop(&world, "check --select REF,NAM -f concise").run().stdout;
    world.git(&["sparse-checkout", "set", "practices"]);
    assert!(!world.path("decisions").exists() && !world.path("members").exists());
    insta::assert_snapshot!(whole, @"practices/all.md:11:11 error REF001 dead-link no such document: ../decisions/0009-nothing");
    insta::assert_snapshot!(transcript(&world, &["check -f concise"]), @r"
$ cop check -f concise
practices/all.md:11:11 error REF001 dead-link no such document: ../decisions/0009-nothing
practices/scan-letters.md:1:1 note STW002 no-steward nobody is its steward; name one: steward: HANDLE
[status 1]
");
}

#[test]
fn a_number_that_is_left_out_is_given() {
    let world = sparse();
    world.write("decisions/later/keep-paper.md", "---\nsteward: ada\n---\n\n# Keep paper\n\n## Context\n\nPaper.\n");
    world.write("decisions/mine.md", "---\nsteward: ada\n---\n\n# Mine\n\n## Context\n\nPaper.\n");
    world.commit("More");
    world.git(&["sparse-checkout", "set", "--no-cone", "/community.yaml", "/practices/", "/decisions/mine.md"]);
    insta::assert_snapshot!(transcript(&world, &["check --fix --select NAM --dry-run", "check --fix --select NAM -f concise"]), @r"
$ cop check --fix --select NAM --dry-run
» 5 documents are left out by your sparse checkout, and not checked.
» Can be mended in 1 document: 1 × missing-number
diff --git a/decisions/mine.md b/decisions/0008-mine.md
rename from decisions/mine.md
rename to decisions/0008-mine.md

$ cop check --fix --select NAM -f concise
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    world.write("decisions/0007-another.md", "---\nsteward: ada\n---\n\n# Another\n");
    world.git(&["add", "--sparse", "decisions/0007-another.md"]);
    insta::assert_snapshot!(transcript(&world, &["check --select NAM -f concise", "add decision Anew"]), @r"
$ cop check --select NAM -f concise
decisions/0007-another.md:1:1 error NAM002 duplicate-number decisions/0007-scan-twice.md has number 7 already; rename this one to 0009-another.md, and the links to it
[status 1]

$ cop add decision Anew
» Committed [commit]
decisions/0009-anew.md
");
    assert_eq!(world.git(&["fsck", "--strict"]), "");
}

#[test]
fn what_would_have_to_follow_and_is_left_out_is_told() {
    let world = sparse();
    world.write("decisions/mine.md", "---\nsteward: ada\n---\n\n# Mine\n\n## Context\n\nPaper.\n");
    world.write("notes/mine.md", "See [mine](../decisions/mine.md).\n");
    world.commit("More");
    world.git(&["sparse-checkout", "set", "--no-cone", "/community.yaml", "/practices/", "/decisions/mine.md"]);
    let asked = ["check --fix --select NAM -f concise", "rename one Uno", "rename decision/0007-scan-twice Twice", "rm one"];
    insta::assert_snapshot!(transcript(&world, &asked), @r"
$ cop check --fix --select NAM -f concise
» error: notes/mine.md would have to change too, and your sparse checkout leaves it out
» decisions/mine.md
» hint: git sparse-checkout disable
decisions/mine.md:1:1 note NAM003 missing-number its name has no number; rename it to 0008-mine.md, and the links to it

$ cop rename one Uno
» error: notes/see.md would have to change too, and your sparse checkout leaves it out
» hint: git sparse-checkout disable
[status 2]

$ cop rename decision/0007-scan-twice Twice
» error: decisions/0007-scan-twice.md would have to change too, and your sparse checkout leaves it out
» hint: git sparse-checkout disable
[status 2]

$ cop rm one
» error: something refers to practice/one: notes/see.md:1
» hint: better: cop mark practice/one retired keeps it, and all that refers to it
[status 2]
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    world.git(&["sparse-checkout", "disable"]);
    let run = cop(&world, "rename one Uno").run();
    assert_eq!(run.status, 0, "{run}");
    assert_eq!(world.read("notes/see.md"), "See [all](../practices/all.md) and [one](../practices/uno.md).\n");
}

#[test]
fn rules_and_kinds_of_the_community_hold_where_their_files_are_left_out() {
    let world = sparse();
    let kind = "name: recipe\nlabel: {en: [recipe, recipes]}\nfolder: {en: recipes}\nfields: {serves: {type: number, required: true}}\n";
    world.write(".cop/kinds/recipe/kind.yaml", kind);
    world.write("recipes/soup.md", "---\nsteward: ada\n---\n\n# Soup\n");
    world.write("recipes/bread.md", "---\nsteward: ada\n---\n\n# Bread\n");
    world.commit("Recipes");
    cop(&world, "check --write-baseline").run();
    world.write("recipes/pie.md", "---\nsteward: ada\n---\n\n# Pie\n");
    world.commit("Pie");
    let whole = cop(&world, "check recipes -f concise").run().stdout;
    world.git(&["sparse-checkout", "set", "recipes"]);
    assert!(!world.path(".cop").exists());
    let part = cop(&world, "check -f concise").run();
    assert!(whole.contains("recipes/pie.md") && !whole.contains("soup"), "{whole}");
    assert_eq!(part.stdout, whole, "{part}");
}
