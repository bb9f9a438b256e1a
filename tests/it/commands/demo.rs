//! `cop demo` and `--demo`

use super::{cop, dutch, transcript};
use crate::support::world::World;

#[test]
fn the_example_is_a_repository_with_a_history() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["demo", "demo", "demo club/example -q"]), @r"
    $ cop demo
    » hint: go on with: cd the-long-table, then: cop
    the-long-table

    $ cop demo
    » error: [world]/community/the-long-table is not empty
    » hint: name a new folder: cop demo DIR
    [status 2]

    $ cop demo club/example -q
    club/example
    ");
    insta::assert_snapshot!(dutch(&world, &["demo een-ander", "demo een-ander"]), @r"
    $ COP_LANG=nl cop demo een-ander
    » tip: nu verder: cd een-ander, en dan: cop
    een-ander

    $ COP_LANG=nl cop demo een-ander
    » fout: [world]/community/een-ander is niet leeg
    » tip: noem een nieuwe map: cop demo MAP
    [status 2]
    ");
    let git = |arguments: &[&str]| world.command("git").in_folder("the-long-table").args(arguments).run().done();
    assert_eq!(git(&["status", "--short"]), "");
    assert!(git(&["rev-list", "--count", "HEAD"]).trim().parse::<usize>().unwrap() > 100);
    assert!(git(&["shortlog", "-sn", "HEAD"]).lines().count() > 8);
}

#[test]
fn any_command_can_be_tried_on_it() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["--demo list question -n 2", "list question -n 1 --demo -f paths", "--demo -C . list"]), @r"
    $ cop --demo list question -n 2
    1 to 2 of 8 documents, newest first
    Wat doe je met een kerngroep die leegloopt?    open  16 Nov, no answer yet
    How do you run a community across time zones?  open  20 Oct, 1 answer

    $ cop list question -n 1 --demo -f paths
    [world]/home/.cache/cop/demo/[commit]/questions/wat-doe-je-met-een-kerngroep-die-leegloopt.nl.md

    $ cop --demo -C . list
    » error: --demo and -C don't go together
    » hint: all about it: cop list --help
    [status 2]
    ");
    let cached = world.home().join(".cache/cop/demo");
    assert_eq!(std::fs::read_dir(cached).unwrap().count(), 1);
}

#[test]
fn the_example_is_a_repository_with_its_members_history() {
    let world = World::new();
    let made = world.cop(&["demo", "table"]);
    assert_eq!((made.status, made.stdout.as_str()), (0, "table\n"), "{made}");
    assert_eq!(world.command("git").args(&["status", "--short"]).in_folder("table").run().done(), "");
    let authors = world.command("git").args(&["log", "--format=%an"]).in_folder("table").run().done();
    assert!(authors.lines().count() > 50, "{authors}");
    let listed = world.cop(&["-C", "table", "list", "--json"]).json();
    assert!(listed["total"].as_u64() > Some(20), "{listed}");
}

#[test]
fn nothing_is_laid_over_what_is_there() {
    let world = World::new();
    world.write("table/mine.md", "mine");
    let run = world.cop(&["demo", "table"]);
    assert_eq!(run.status, 2, "{run}");
    assert_eq!(world.read("table/mine.md"), "mine");
}

#[test]
fn trying_leaves_nothing_in_the_folder() {
    let world = World::without_git();
    let run = world.cop(&["--demo", "search", "rhythm", "-f", "paths"]);
    assert_eq!(run.status, 0, "{run}");
    assert!(std::fs::read_dir(world.root()).unwrap().next().is_none(), "something was left in the current folder");
}

#[test]
fn a_folder_can_not_steer_the_terminal() {
    let world = World::without_git();
    let run = world.cop(&["demo", "x\u{1b}[31m"]);
    assert!(run.status == 0 && !run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'), "{run}");
    assert!(run.stdout.starts_with("x\\u{1b}[31m"), "{run}");
}

#[test]
fn what_is_written_goes_into_a_copy_of_its_own() {
    let world = World::new();
    let run = world.cop(&["--demo", "ask", "Who has tried this?", "-q"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "questions/who-has-tried-this.md\n"), "{run}");
    insta::assert_snapshot!(transcript(&world, &["--demo set 4 revisit=2027-01-01", "--demo set 4 revisit=2027-01-01 --dry-run"]), @r"
$ cop --demo set 4 revisit=2027-01-01
» Committed [commit]
» Meet every six weeks  look at it again on = 2027-01-01
» hint: written in a copy of the example, in which you are Tomasz Wójcik; go on there with: cd [world]/home/.cache/cop/demo/tried/2
decisions/0004-meet-every-six-weeks.md

$ cop --demo set 4 revisit=2027-01-01 --dry-run
diff --git a/decisions/0004-meet-every-six-weeks.md b/decisions/0004-meet-every-six-weeks.md
--- a/decisions/0004-meet-every-six-weeks.md
+++ b/decisions/0004-meet-every-six-weeks.md
@@ -4,7 +4,7 @@ date: 2025-09-11
 deciders: [anna, bram, fatima]
 consulted: [kees, jose, ines]
 informed: [pieter]
-revisit: 2027-09-09
+revisit: 2027-01-01
 supersedes: [decision/0002-meet-every-two-weeks]
 tags: [rhythm, meetings]
 steward: anna
");
    let tried = world.home().join(".cache/cop/demo/tried/1");
    assert_eq!(
        world.command("git").args(&["-C", &tried.to_string_lossy(), "log", "-1", "--format=%s"]).run().stdout.trim(),
        "Add question/who-has-tried-this"
    );
    insta::assert_snapshot!(transcript(&world, &["--demo show who-has-tried-this"]), @r#"
$ cop --demo show who-has-tried-this
» error: no document is called "who-has-tried-this"
» hint: documents with some of these words: cop search "who-has-tried-this"
[status 2]
"#);
}

#[test]
fn whoever_tries_something_is_a_member_there_and_the_last_three_copies_stay() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["--demo thank anna fetch-and-bring for the kitchen clock", "--demo used fetch-and-bring"]), @r"
$ cop --demo thank anna fetch-and-bring for the kitchen clock
» Committed [commit]
» hint: written in a copy of the example, in which you are Tomasz Wójcik; go on there with: cd [world]/home/.cache/cop/demo/tried/1
members/tomasz.md

$ cop --demo used fetch-and-bring
» Committed [commit]
» hint: written in a copy of the example, in which you are Tomasz Wójcik; go on there with: cd [world]/home/.cache/cop/demo/tried/2
members/tomasz.md
");
    let tried = world.home().join(".cache/cop/demo/tried");
    std::fs::create_dir_all(tried.join("mine")).unwrap();
    std::fs::create_dir_all(tried.join("0")).unwrap();
    // Whoever goes on in one keeps it.
    world.command("git").args(&["-C", &tried.join("2").to_string_lossy(), "commit", "-q", "--allow-empty", "-m", "Mine"]).run().done();
    for _ in 0..3 {
        cop(&world, "--demo follow --tag rhythm -q").run().done();
    }
    let mut left: Vec<String> =
        std::fs::read_dir(&tried).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    left.sort();
    assert_eq!(left, ["0", "2", "3", "4", "5", "mine"], "what is no copy of the example, or was gone on with, is left alone");
}
