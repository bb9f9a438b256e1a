//! `cop undo`

use std::fs;

use crate::support::world::World;

use super::{cop, dutch, tiny, transcript, valid};

#[test]
fn the_last_commit_is_taken_back() {
    let world = tiny();
    let head = world.git(&["rev-parse", "HEAD"]);
    insta::assert_snapshot!(transcript(&world, &["undo", "mark scan-maps proposed", "undo --dry-run", "undo", "undo"]), @r"
$ cop undo
» error: cop knows of no commit of its own here that it can take back
» hint: git log shows what there is; git revert COMMIT takes back any commit by a new one
[status 2]

$ cop mark scan-maps proposed
» Committed [commit]
» Scan maps  draft → proposed
practices/scan-maps.md

$ cop undo --dry-run
» Would be taken back: practice/scan-maps: draft → proposed
practices/scan-maps.md

$ cop undo
» Taken back: practice/scan-maps: draft → proposed
» git reset --keep [commit] brings it back
practices/scan-maps.md

$ cop undo
» error: cop knows of no commit of its own here that it can take back
» hint: git log shows what there is; git revert COMMIT takes back any commit by a new one
[status 2]
");
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    world.cop(&["mark", "scan-maps", "proposed"]).done();
    let answer = valid(&cop(&world, "undo --json").run(), "undo");
    assert_eq!(answer["paths"][0], "practices/scan-maps.md");
}

#[test]
fn that_a_commit_went_is_no_news_to_who_took_it_back() {
    let world = tiny();
    world.cop(&["mark", "scan-maps", "proposed"]).done();
    let names = |world: &World| world.cop(&["contributors", "-f", "csv"]);
    let before = names(&world);
    assert_eq!(before.stderr, "");
    world.cop(&["undo"]).done();
    let after = names(&world);
    assert_eq!(after.stderr, "");
    assert_ne!(after.stdout, before.stdout);
    // Who did that by hand is told.
    world.git(&["reset", "--quiet", "--keep", "HEAD~1"]);
    assert!(names(&world).stderr.contains("on no branch any more"));
}

#[test]
fn what_others_may_have_or_was_changed_since_is_left() {
    let world = tiny();
    world.cop(&["mark", "scan-maps", "proposed"]).done();
    world.write("practices/scan-maps.md", "# Mine\n");
    insta::assert_snapshot!(transcript(&world, &["undo"]), @r"
$ cop undo
» error: this file was changed since that commit
» practices/scan-maps.md
» hint: git diff HEAD -- :/practices/scan-maps.md shows how; commit that, or drop it with git restore --staged --worktree -- :/practices/scan-maps.md
[status 2]
");
    world.commit("Mine");
    insta::assert_snapshot!(dutch(&world, &["undo"]), @r#"
$ COP_LANG=nl cop undo
» fout: de laatste commit van cop, "practice/scan-maps: draft → proposed", is niet meer de nieuwste
» tip: git revert [commit] draait hem terug met een nieuwe commit
[status 2]
"#);
}

#[test]
fn what_was_written_by_hand_is_still_there() {
    let world = tiny();
    let read = |path: &str| fs::read_to_string(world.path(path)).unwrap_or_default();
    let letters = read("practices/scan-letters.md") + "\nWORK\n";
    world.write("practices/scan-letters.md", &letters);
    world.write("practices/by-hand.md", "# By hand\n");
    fs::remove_file(world.path("questions/hoe-lang.nl.md")).unwrap();
    let status = world.git(&["status", "--porcelain"]);
    world.cop(&["save", "-q"]).done();
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    insta::assert_snapshot!(transcript(&world, &["undo", "undo"]), @r"
$ cop undo
» Taken back: question/hoe-lang-nl: deleted
» What you changed by hand stays there, uncommitted; cop save keeps it
questions/hoe-lang.nl.md

$ cop undo
» Taken back: practice/scan-letters: edited
» What you changed by hand stays there, uncommitted; cop save keeps it
practices/scan-letters.md
");
    insta::assert_snapshot!(dutch(&world, &["undo"]), @r"
$ COP_LANG=nl cop undo
» Teruggedraaid: practice/by-hand: added
» Wat je met de hand hebt gewijzigd blijft staan en is nog niet vastgelegd; dat doe je met cop save
practices/by-hand.md
");
    assert_eq!(read("practices/scan-letters.md"), letters);
    assert_eq!(read("practices/by-hand.md"), "# By hand\n");
    assert!(!world.path("questions/hoe-lang.nl.md").exists());
    assert_eq!(world.git(&["status", "--porcelain"]), status);
}

#[test]
fn what_went_along_with_a_command_is_still_there() {
    let world = tiny();
    let read = |path: &str| fs::read_to_string(world.path(path)).unwrap_or_default();
    let maps = read("practices/scan-maps.md");
    world.write("practices/scan-maps.md", format!("{maps}\nSTAGED\n"));
    world.git(&["add", "practices/scan-maps.md"]);
    world.write("practices/scan-maps.md", format!("{maps}\nWORK\n"));
    let status = world.git(&["status", "--porcelain"]);
    world.cop(&["mark", "scan-maps", "proposed", "--with-my-edits"]).done();
    world.cop(&["undo"]).done();
    assert_eq!(read("practices/scan-maps.md"), format!("{maps}\nWORK\n"));
    assert_eq!(world.git(&["show", ":practices/scan-maps.md"]), format!("{maps}\nSTAGED"));
    assert_eq!(world.git(&["status", "--porcelain"]), status);
    // Written on since: that is somebody's work too.
    world.cop(&["save"]).done();
    world.write("practices/scan-maps.md", format!("{maps}\nMORE\n"));
    world.cop(&["undo"]).done();
    assert_eq!(read("practices/scan-maps.md"), format!("{maps}\nMORE\n"));
}

#[test]
fn one_commit_after_the_other_is_taken_back() {
    let world = tiny();
    let head = world.git(&["rev-parse", "HEAD"]);
    world.cop(&["mark", "scan-maps", "proposed"]).done();
    world.cop(&["tag", "scan-maps", "one"]).done();
    world.git(&["commit", "-q", "--allow-empty", "-m", "By hand"]);
    insta::assert_snapshot!(transcript(&world, &["undo"]), @r#"
$ cop undo
» error: cop's last commit, "practice/scan-maps: tags +one", is not the newest one any more
» hint: git revert [commit] takes it back by a new commit
[status 2]
"#);
    world.git(&["reset", "-q", "--hard", "HEAD~1"]);
    world.cop(&["undo"]).done();
    world.cop(&["undo"]).done();
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_was_in_no_commit_comes_back_too() {
    let world = tiny();
    world.write("practices/untr.md", "# Untr\n");
    world.write("practices/scan-maps/box.png", "png");
    let status = world.git(&["status", "--porcelain"]);
    for (old, new, path, text) in
        [("practice/untr", "Neu", "practices/untr.md", "# Untr\n"), ("scan-maps", "Kaarten", "practices/scan-maps/box.png", "png")]
    {
        world.cop(&["rename", old, new, "--with-my-edits"]).done();
        assert!(!world.path(path).exists(), "{path}");
        world.cop(&["undo"]).done();
        assert_eq!(fs::read_to_string(world.path(path)).ok().as_deref(), Some(text), "{path}");
        assert_eq!(world.git(&["status", "--porcelain"]), status);
    }
    // Somebody has put something else there since.
    world.cop(&["rename", "practice/untr", "Neu", "--with-my-edits"]).done();
    world.write("practices/untr.md", "# Another\n");
    let run = world.cop(&["undo"]);
    assert!(run.status == 2 && run.stderr.contains("practices/untr.md"), "{run}");
    assert_eq!(world.read("practices/untr.md"), "# Another\n");
}

#[cfg(unix)]
#[test]
fn what_can_be_run_still_can() {
    use std::os::unix::fs::PermissionsExt;
    let world = tiny();
    world.write("practices/scan-maps/run.sh", "#!/bin/sh\n");
    fs::set_permissions(world.path("practices/scan-maps/run.sh"), fs::Permissions::from_mode(0o755)).unwrap();
    world.commit("A program");
    world.cop(&["rename", "scan-maps", "Kaarten"]).done();
    assert!(world.git(&["ls-tree", "HEAD", "practices/kaarten/run.sh"]).starts_with("100755"));
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    for command in [["undo"].as_slice(), &["rm", "scan-maps"], &["undo"]] {
        world.cop(command).done();
        assert_eq!(world.git(&["status", "--porcelain"]), "", "{command:?}");
    }
    let mode = fs::metadata(world.path("practices/scan-maps/run.sh")).unwrap().permissions().mode();
    assert_eq!(mode & 0o111, 0o111, "{mode:o}");
}

#[test]
fn line_ends_alone_are_nothing_that_was_written_by_hand() {
    let world = tiny();
    world.git(&["config", "core.autocrlf", "true"]);
    let maps = world.read("practices/scan-maps.md").replace('\n', "\r\n");
    world.write("practices/scan-maps.md", &maps);
    world.git(&["add", "practices/scan-maps.md"]);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    world.cop(&["mark", "scan-maps", "proposed"]).done();
    let run = world.cop(&["undo"]);
    assert!(run.status == 0 && !run.stderr.contains("by hand") && run.stderr.contains("brings it back"), "{run}");
    assert_eq!(world.read("practices/scan-maps.md"), maps);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[cfg(unix)]
#[test]
fn the_commands_that_are_proposed_mean_that_file_and_nothing_else() {
    let world = tiny();
    let path = "practices/x;touch PWN$(id).md";
    world.write(path, "# X\n");
    world.commit("Odd");
    world.cop(&["tag", path, "one"]).done();
    world.write(path, "# Mine\n");
    let run = world.command("cop").args(&["undo"]).in_folder("practices").run();
    assert!(run.stderr.contains(&format!("git diff HEAD -- ':/{path}' shows how")), "{run}");
    let (_, command) = run.stderr.split_once("drop it with ").unwrap();
    let git = world.command("sh").args(&["-c", command.trim()]).in_folder("practices").run();
    assert_eq!(git.status, 0, "{git}");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}
