//! `cop demo`

use crate::support::world::World;

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
fn any_command_can_be_tried_on_it() {
    let world = World::without_git();
    let run = world.cop(&["--demo", "search", "rhythm", "-f", "paths"]);
    assert_eq!(run.status, 0, "{run}");
    assert!(std::fs::read_dir(world.root()).unwrap().next().is_none(), "something was left in the current folder");
}
