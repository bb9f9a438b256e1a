//! `cop merge-driver`

use super::{cop, dutch, tiny, transcript};

#[test]
fn git_leaves_documents_to_cop_where_it_is_told_to() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["doctor --fix"]), @r"
$ cop doctor --fix
» git is told to leave the merging of documents to cop: two settings merge.cop.* in .git/config, and *.md merge=cop in .git/info/attributes. Nothing that is shared changes.
» git is told to run cop check --staged before a commit, also of a merge, by .git/hooks/pre-commit, .git/hooks/pre-merge-commit. An error stops the commit, unless git commit --no-verify; nothing that is shared changes.
» error: nobody can be asked here whether that is right
» hint: cop doctor --fix --yes does it without asking
[status 2]
");
    let told = dutch(&world, &["doctor --fix --yes"]);
    assert!(told.contains("git voegt documenten veld voor veld samen, met cop"), "{told}");
    insta::assert_snapshot!(transcript(&world, &["doctor --fix --yes -f json"]).lines().take(3).collect::<Vec<_>>().join("\n"), @r"
$ cop doctor --fix --yes -f json
» Nothing to fix
{
");
    assert_eq!(world.read(".git/info/attributes"), "*.md merge=cop\n*.markdown merge=cop\n");
    world.git(&["switch", "--quiet", "-c", "theirs"]);
    world.cop(&["tag", "scan-letters", "paper"]).done();
    world.cop(&["set", "scan-letters", "steward=Archive"]).done();
    world.git(&["switch", "--quiet", "main"]);
    world.cop(&["tag", "scan-letters", "colour"]).done();
    world.git(&["merge", "--quiet", "--no-edit", "theirs"]);
    insta::assert_snapshot!(world.read("practices/scan-letters.md"), @r"
---
tags: [scan, colour, paper]
status: adopted
steward: Archive
---

# Scan letters

At 300 dpi, in colour.
");
    // A rebase asks the driver too, and a contradiction is git's to tell.
    world.cop(&["set", "scan-letters", "steward=Library"]).done();
    world.git(&["switch", "--quiet", "theirs"]);
    world.cop(&["set", "scan-letters", "steward=Museum"]).done();
    let run = world.command("git").args(&["merge", "main"]).run();
    assert_eq!(run.status, 1, "{run}");
    insta::assert_snapshot!(world.read("practices/scan-letters.md"), @r"
---
tags: [scan, colour, paper]
status: adopted
<<<<<<< ours
steward: Museum
=======
steward: Library
>>>>>>> theirs
---

# Scan letters

At 300 dpi, in colour.
");
}

#[test]
fn a_cop_that_is_gone_leaves_the_merge_to_git() {
    let world = tiny();
    world.cop(&["doctor", "--fix", "--yes"]).done();
    let told = world.git(&["config", "merge.cop.driver"]).trim().to_owned();
    let gone = told.replace(env!("CARGO_BIN_EXE_cop"), "/nowhere/cop");
    world.git(&["config", "merge.cop.driver", &gone]);
    world.git(&["switch", "--quiet", "-c", "theirs"]);
    world.cop(&["tag", "scan-letters", "paper"]).done();
    world.git(&["switch", "--quiet", "main"]);
    world.cop(&["tag", "scan-letters", "colour"]).done();
    assert_eq!(world.command("git").args(&["merge", "theirs"]).run().status, 1);
    assert!(world.read("practices/scan-letters.md").contains("=======\ntags: [scan, paper]"));
    assert!(world.cop(&["doctor"]).stdout.contains("with a cop in another place"));
}

#[test]
fn what_can_not_be_merged_is_left_as_it_is() {
    let world = tiny();
    for (name, content) in [("a", "---\nt: 1\n---\n"), ("b", "---\nt: 2\n---\n"), ("c", "---\nt: 3\n---\n"), ("d", "\0")] {
        world.write(name, content);
    }
    insta::assert_snapshot!(transcript(&world, &["merge-driver a d c x.png", "merge-driver a b c x.md", "merge-driver a none c x.md", "merge-driver a b"]), @r"
$ cop merge-driver a d c x.png
» x.png: 1 place is left for you to solve
[status 1]

$ cop merge-driver a b c x.md
» x.md: 1 place is left for you to solve
[status 1]

$ cop merge-driver a none c x.md
» error: a version of a document can't be read
» [world]/community/none
» because: there is no such file or folder
[status 2]

$ cop merge-driver a b
» error: something is missing: THEIRS, PATH
» hint: all about it: cop merge-driver --help
[status 2]
");
    assert_eq!(
        (world.read("d"), world.read("b")),
        ("\0".to_owned(), "---\n<<<<<<< ours\nt: 2\n=======\nt: 3\n>>>>>>> theirs\n---\n".to_owned())
    );
    assert_eq!(cop(&world, "merge-driver a a c x.md").run().status, 0);
    assert_eq!(world.read("a"), world.read("c"));
}
