//! `cop check` of what is told once, of what became of a document, and of what a hook has nothing to say of.

use super::{cop, tiny, transcript};
use crate::support::world::World;

#[test]
fn programs_are_told_every_file_that_is_not_read_and_people_a_few() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Digital Archivists\n");
    world.write("practices/a.md", "# A\n");
    for number in 0..30 {
        link(&world, &format!("practices/l{number}.md"));
    }
    let answer = cop(&world, "check --json").run().json();
    let findings = answer["findings"].as_array().expect("findings").len() as u64;
    assert_eq!(Some(findings), answer["summary"]["warnings"].as_u64());
    assert_eq!(findings, 30);
    assert_eq!(cop(&world, "check -f paths").run().stdout.lines().count(), 30);
    assert!(cop(&world, "check").run().stdout.contains("10 more"));
}

#[cfg(unix)]
fn link(world: &World, path: &str) {
    std::os::unix::fs::symlink("a.md", world.path(path)).expect("linked");
}

#[cfg(not(unix))]
fn link(_: &World, _: &str) {}

#[test]
fn what_is_brought_back_is_what_the_newest_commit_has() {
    let world = tiny();
    world.write("practices/scan.md", "# Scan\n\nSee [weigh](weigh.md).\n");
    world.write("practices/weigh.md", "# Weigh\n\nOnce.\n");
    world.commit("Weigh");
    world.git(&["rm", "--quiet", "practices/weigh.md"]);
    world.commit("Away");
    world.git(&["revert", "--no-edit", "HEAD"]);
    world.write("practices/weigh.md", "# Weigh\n\nOnce.\n\nAnd then again.\n");
    world.commit("More");
    std::fs::remove_file(world.path("practices/weigh.md")).expect("removed");
    let told = cop(&world, "check -f concise").run().stdout;
    assert!(told.contains("git restore -SW -s HEAD -- :/practices/weigh.md"), "{told}");
    world.git(&["restore", "-SW", "-s", "HEAD", "--", ":/practices/weigh.md"]);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    // What was moved and is in no commit yet was not taken away.
    world.git(&["mv", "practices/weigh.md", "practices/weigh-letters.md"]);
    for check in ["check -f concise", "check --staged -f concise"] {
        let told = cop(&world, check).run().stdout;
        assert!(told.contains("it was moved, in no commit so far; it is: weigh-letters.md"), "{check}: {told}");
    }
}

#[test]
fn a_baseline_lets_be_that_one_field_is_missing_and_not_another() {
    let world = World::new();
    let kind = "folder: recipes\nlabel: {en: recipe, nl: recept}\nfields: {serves: {type: number, required: true}, oven: {type: number, required: true}}\n";
    world.write(".cop/kinds/recipe/kind.yaml", kind);
    world.write("community.yaml", "format: 1\nname: Cooks\n");
    world.write("recipes/soup.md", "---\noven: 200\n---\n\n# Soup\n");
    world.commit("Begin");
    cop(&world, "check --write-baseline").run();
    assert!(!cop(&world, "check").run().stdout.contains("missing-field"));
    world.write("recipes/soup.md", "---\nserves: 4\n---\n\n# Soup\n");
    assert!(cop(&world, "check -f concise").run().stdout.contains("oven"));
    let run = cop(&world, "check --write-baseline").run();
    assert!(run.stderr.contains("1 of them was not in it before."), "{run}");
}

#[test]
fn a_hook_lets_a_branch_be_that_has_no_community() {
    let world = tiny();
    cop(&world, "doctor --fix --yes").run();
    let hook = world.read(".git/hooks/pre-commit");
    assert!(hook.contains("community.yaml"), "{hook}");
    world.git(&["checkout", "--quiet", "--orphan", "gh-pages"]);
    world.git(&["rm", "--quiet", "-rf", "."]);
    world.write("index.html", "<p>Hello\n");
    world.commit("A page");
    insta::assert_snapshot!(transcript(&world, &["check"]).lines().last().unwrap_or_default(), @"[status 2]");
}

#[test]
fn what_a_hook_refuses_can_be_mended_as_it_says() {
    let world = tiny();
    world.write("practices/weigh.md", "# Weigh\n\nSee [scan](scan-Maps.md).\n");
    world.git(&["add", "--all"]);
    let refused = cop(&world, "check --staged").run();
    assert!(refused.stdout.contains("mended by cop check --fix --no-commit; then git add"), "{refused}");
    cop(&world, "check --fix --no-commit").run();
    world.git(&["add", "practices/weigh.md"]);
    let after = cop(&world, "check --staged").run();
    assert!(!after.stdout.contains("wrong-case"), "{after}");
}
