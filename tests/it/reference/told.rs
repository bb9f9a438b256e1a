//! What is said of a history that is not whole, or not what it was.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::git::Place;
use crate::support::world::World;

/// The odd repositories as they come out of the maker.
fn odd(name: &str) -> Option<PathBuf> {
    super::odd().iter().find(|root| root.ends_with(name)).cloned()
}

fn said(world: &World, words: &[&str]) -> (String, String) {
    let run = world.cop(words);
    assert_eq!(run.status, 0, "{run}");
    (run.stdout, run.stderr)
}

fn page(text: &str) -> String {
    format!("# Page\n\n{text}\n")
}

/// A community with three commits by two people, of which cop has read the history.
fn read() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Odd\n");
    world.write("practices/a.md", page("one"));
    world.commit("First");
    for (name, text) in [("Anna", "two"), ("Bram", "three")] {
        world.write("practices/a.md", page(text));
        world.commit_by(name, &format!("{}@example.org", name.to_lowercase()), &format!("Say {text}"));
    }
    assert_eq!(said(&world, &["history", "a"]).1, "");
    world
}

const GONE: &str = "on no branch any more";

#[test]
fn a_branch_that_lost_commits_is_told_of_once() {
    let world = read();
    world.git(&["reset", "--quiet", "--hard", "HEAD~2"]);
    let (_, stderr) = said(&world, &["contributors"]);
    assert_eq!(stderr, "note: this branch was rewritten: 2 commits that were counted before are on no branch any more\n");
    assert_eq!(said(&world, &["contributors"]).1, "");

    let world = read();
    world.write("practices/a.md", page("four"));
    world.git(&["reset", "--quiet", "--soft", "HEAD^"]);
    world.commit("Say it otherwise");
    let told = world.command("cop").args(&["history", "a"]).env("COP_LANG", "nl").run();
    assert_eq!(told.stderr, "opmerking: deze branch is herschreven: 1 commit die eerst meetelde, staat op geen enkele branch meer\n");
    assert!(!told.stdout.contains("Bram"), "{told}");
}

#[test]
fn what_is_amended_or_rebased_is_still_there() {
    let world = read();
    world.write("practices/a.md", page("three and more"));
    world.git(&["add", "--all"]);
    world.git(&["commit", "--quiet", "--amend", "--message", "Say three and more"]);
    assert_eq!(said(&world, &["history", "a"]).1, "");

    world.git(&["switch", "--quiet", "--create", "side", "HEAD^"]);
    world.write("practices/b.md", page("b"));
    world.commit("Say b");
    assert_eq!(said(&world, &["contributors"]).1, "", "another branch");
    world.git(&["rebase", "--quiet", "main"]);
    assert_eq!(said(&world, &["contributors"]).1, "", "rebased");
    world.git(&["switch", "--quiet", "main"]);
    assert_eq!(said(&world, &["contributors"]).1, "", "and back");
    // A branch that was taken in as one commit and thrown away was never this one.
    world.git(&["switch", "--quiet", "side"]);
    world.cop(&["contributors"]).done();
    world.git(&["switch", "--quiet", "main"]);
    world.git(&["merge", "--quiet", "--squash", "side"]);
    world.commit("Squashed");
    world.git(&["branch", "--quiet", "-D", "side"]);
    assert_eq!(said(&world, &["contributors"]).1, "", "squashed");
}

#[test]
fn what_others_force_is_told_and_what_they_add_is_not() {
    let world = read();
    world.git(&["clone", "--quiet", "--bare", ".", "../there.git"]);
    world.git(&["clone", "--quiet", "../there.git", "../other"]);
    world.git(&["remote", "add", "origin", "../there.git"]);
    world.git(&["fetch", "--quiet"]);
    let other = world.root().parent().expect("a folder").join("other");
    let other = other.to_string_lossy();
    let in_other = |words: &[&str]| world.git(&[&["-C", &other][..], words].concat());
    let write = |text: &str| {
        fs::write(Path::new(&*other).join("practices/a.md"), page(text)).expect("written");
        in_other(&["commit", "--quiet", "--all", "--message", text]);
    };
    write("four");
    in_other(&["push", "--quiet"]);
    world.git(&["pull", "--quiet", "origin", "main"]);
    assert_eq!(said(&world, &["contributors"]).1, "", "pulled");
    in_other(&["reset", "--quiet", "--hard", "HEAD~2"]);
    write("quite another");
    in_other(&["push", "--quiet", "--force"]);
    world.git(&["fetch", "--quiet"]);
    assert_eq!(said(&world, &["contributors"]).1, "", "only fetched");
    world.git(&["reset", "--quiet", "--hard", "origin/main"]);
    assert!(said(&world, &["contributors"]).1.contains(GONE));
}

#[test]
fn what_a_branch_without_commits_does_not_count_is_said() {
    let world = read();
    world.git(&["switch", "--quiet", "--orphan", "new"]);
    world.write("community.yaml", "format: 1\nname: Odd\n");
    world.write("practices/a.md", page("one"));
    for words in [&["contributors"][..], &["history", "a"], &["doctor"]] {
        let run = world.cop(words);
        assert!(format!("{run}").contains("the branch new has no commits yet"), "{run}");
    }
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Odd\n");
    assert_eq!(world.cop(&["contributors"]).stderr, "");
}

#[test]
fn a_part_of_history_is_never_taken_for_all() {
    let home = tempfile::tempdir().expect("a home");
    for name in ["shallow", "treeless", "tree-missing", "commit-missing"] {
        let Some(root) = odd(name) else { return };
        let place = Place { root, home: home.path().to_owned() };
        let answer = place.json(&["contributors", "--json"]);
        assert_eq!(answer["at_least"], true, "{name}");
        let pages = String::from_utf8_lossy(&place.cop(&["list", "-f", "paths"]).stdout).into_owned();
        for page in pages.lines() {
            assert_eq!(place.json(&["history", page, "--json"])["at_least"], true, "{name}: {page}");
            let shown = place.cop(&["show", page]);
            assert!(String::from_utf8_lossy(&shown.stderr).contains("at least"), "{name}: {page}");
        }
        let told = place.cop(&["contributors"]);
        let (stdout, stderr) = (String::from_utf8_lossy(&told.stdout), String::from_utf8_lossy(&told.stderr));
        assert!(stderr.contains("at least"), "{name}: {stderr}");
        assert!(stdout.contains("at least") || stdout.contains("that is here"), "{name}: {stdout}");
    }
    let whole = read();
    assert_eq!(whole.cop(&["contributors", "--json"]).json()["at_least"], Value::Bool(false));
    assert_eq!(whole.cop(&["history", "a", "--json"]).json()["at_least"], Value::Bool(false));
}

#[test]
fn commits_that_no_git_would_write_are_counted_and_said() {
    let home = tempfile::tempdir().expect("a home");
    let Some(root) = odd("authors") else { return };
    let place = Place { root, home: home.path().to_owned() };
    for (lang, note) in [
        ("en", "note: 4 commits have a name or date that can't be read"),
        ("nl", "opmerking: 4 commits hebben een naam of datum die niet te lezen is"),
    ] {
        for words in [&["contributors"][..], &["history", "practices/p0.md"], &["show", "practices/p0.md"]] {
            let out = place.cop_in(lang, words);
            assert_eq!(String::from_utf8_lossy(&out.stderr).trim_end(), note, "{words:?}");
            let longest = String::from_utf8_lossy(&out.stdout).lines().map(str::len).max().unwrap_or_default();
            assert!(longest < 200, "{words:?}: a line of {longest}");
        }
    }
}
