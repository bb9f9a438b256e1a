//! What a merge is credited with: what differs from all of its parents, and nothing else.

use super::super::{cop, dutch, each, transcript, valid};
use crate::support::world::World;

/// A practice whose state and steward stand apart, so that git merges them by itself.
fn page(status: &str, tags: &str, text: &str) -> String {
    format!(
        "---\nstatus: {status}\nsteward: anna\nreviewed: 2026-01-01\nreview_every: 6 months\ntags: [{tags}]\n---\n\n# Short branches\n\n{text}\n"
    )
}

/// A practice that anna proposed.
fn proposed() -> World {
    let world = World::archivists();
    world.write("practices/short.md", page("proposed", "git", "Keep them short."));
    world.commit_by("Anna de Vries", "anna@example.org", "Propose this");
    world
}

/// One branch with a version of the page by bram, and `main` with one by anna.
fn both(world: &World, bram: &str, anna: &str) {
    world.git(&["checkout", "--quiet", "-b", "side"]);
    world.write("practices/short.md", bram);
    world.commit_by("Bram Smit", "bram@example.org", "Bram's part");
    world.git(&["checkout", "--quiet", "main"]);
    world.write("practices/short.md", anna);
    world.commit_by("Anna de Vries", "anna@example.org", "Anna's part");
}

/// Brings the branch in; a page that is given is what the merger makes of the conflict.
fn merge(world: &World, solved: Option<&str>) {
    let merged = world.command("git").args(&["merge", "--quiet", "--no-ff", "--no-edit", "side"]).run();
    assert_eq!(merged.status == 0, solved.is_none(), "{merged}");
    if let Some(text) = solved {
        world.write("practices/short.md", text);
        world.commit("Merge side");
    }
}

/// What each person did, as `name commits edited reviewed`.
fn counts(world: &World) -> Vec<String> {
    let answer = valid(&cop(world, "contributors --json").run(), "contributors");
    let list = answer["contributors"].as_array().expect("a list");
    let line = |one: &serde_json::Value| {
        format!("{} {} {} {}", one["name"].as_str().unwrap_or_default(), one["commits"], one["edited"], one["reviewed"])
    };
    let mut lines: Vec<String> = list.iter().map(line).collect();
    lines.sort();
    lines
}

#[test]
fn a_merge_of_two_fields_is_nobodys_work() {
    let world = proposed();
    both(&world, &page("proposed", "git, speed", "Keep them short."), &page("adopted", "git", "Keep them short."));
    merge(&world, None);
    assert!(world.read("practices/short.md").contains("status: adopted") && world.read("practices/short.md").contains("git, speed"));
    insta::assert_snapshot!(transcript(&world, &["history short"]), @r"
$ cop history short
Short branches  practices/short.md
2026-06-01  proposed → adopted  Anna de Vries  [commit]
   Anna's part
2026-06-01  tags changed        Bram Smit      [commit]
   Tags: +speed; Bram's part
2026-06-01  made                Anna de Vries  [commit]
   Propose this
");
    insta::assert_snapshot!(dutch(&world, &["history short"]), @r"
$ COP_LANG=nl cop history short
Short branches  practices/short.md
2026-06-01  voorgesteld → vastgesteld  Anna de Vries  [commit]
   Anna's part
2026-06-01  trefwoorden gewijzigd      Bram Smit      [commit]
   Trefwoorden: +speed; Bram's part
2026-06-01  gemaakt                    Anna de Vries  [commit]
   Propose this
");
    assert_eq!(counts(&world), ["Anna de Vries 3 1 0", "Bram Smit 2 2 0"]);
    // What the index keeps of the past is the same.
    let found = valid(&cop(&world, "show short --json").run(), "show");
    assert_eq!(each(&found["people"], "name"), ["Anna de Vries", "Bram Smit"]);
}

#[test]
fn a_conflict_is_credited_for_the_field_that_was_decided() {
    let world = proposed();
    let bram = page("retired", "git, speed", "Keep them short.").replace("2026-01-01", "2026-03-03");
    both(&world, &bram, &page("adopted", "git", "Keep them short."));
    // The state is a third one; the date and the tag are bram's.
    merge(&world, Some(&bram.replace("retired", "draft")));
    insta::assert_snapshot!(transcript(&world, &["history short"]), @r"
$ cop history short
Short branches  practices/short.md
2026-06-01  adopted → draft     Ada Test       [commit]
   Merge side
2026-06-01  proposed → adopted  Anna de Vries  [commit]
   Anna's part
2026-06-01  proposed → retired  Bram Smit      [commit]
   Last reviewed: 2026-01-01 → 2026-03-03; Tags: +speed; Bram's part
2026-06-01  made                Anna de Vries  [commit]
   Propose this
");
    assert_eq!(counts(&world), ["Ada Test 0 1 0", "Anna de Vries 3 1 0", "Bram Smit 2 2 1"]);
}

#[test]
fn a_conflict_that_takes_what_a_side_has_is_nobodys_work() {
    let world = proposed();
    let bram = page("retired", "git, speed", "Keep them short.");
    both(&world, &bram, &page("adopted", "git", "Keep them short, and few."));
    merge(&world, Some(&page("adopted", "git, speed", "Keep them short, and few.")));
    let answer = valid(&cop(&world, "history short --json").run(), "history");
    assert_eq!(each(&answer["events"], "message"), ["Anna's part", "Bram's part", "Propose this"]);
}

#[test]
fn the_same_on_both_sides_is_no_third() {
    let world = proposed();
    both(&world, &page("adopted", "git, speed", "Keep them short."), &page("adopted", "git", "Keep them few."));
    merge(&world, None);
    let answer = valid(&cop(&world, "history short --json").run(), "history");
    assert_eq!(each(&answer["events"], "action"), ["status", "status", "created"]);
    assert_eq!(each(&answer["events"], "message"), ["Anna's part", "Bram's part", "Propose this"]);
}

#[test]
fn a_page_that_was_renamed_on_one_side_and_edited_on_the_other_is_nobodys_either() {
    let world = proposed();
    let long = "One line.\n\nAnother line.\n\nA third line.\n\nKeep them short.";
    world.write("practices/short.md", page("proposed", "git", long));
    world.commit_by("Anna de Vries", "anna@example.org", "Say more");
    world.git(&["checkout", "--quiet", "-b", "side"]);
    world.write("practices/short.md", page("adopted", "git", long));
    world.commit_by("Bram Smit", "bram@example.org", "Adopt");
    world.git(&["checkout", "--quiet", "main"]);
    world.git(&["mv", "practices/short.md", "practices/short-branches.md"]);
    world.write("practices/short-branches.md", page("proposed", "git", &long.replace("third", "last")));
    world.commit_by("Anna de Vries", "anna@example.org", "Rename");
    // Once with a history that is made at once, and once with one that is continued.
    let before = cop(&world, "history short-branches --json").run();
    assert_eq!(before.status, 0, "{before}");
    merge(&world, None);
    for _ in 0..2 {
        let answer = valid(&cop(&world, "history short-branches --json").run(), "history");
        assert_eq!(each(&answer["events"], "message"), ["Rename", "Adopt", "Say more", "Propose this"]);
        std::fs::remove_dir_all(world.path(".git/cop")).expect("removed");
    }
}
