//! `cop check` where it was checked before: what did not change is told without being read, and what did is seen.

use std::fs;
use std::path::Path;

use crate::support::world::World;

/// A moment at which no file is so young that it could change unnoticed.
const LATER: &str = "2099-01-01T00:00:00Z";
/// Where the last check is kept.
const KEPT: &str = ".git/cop/root/check";

/// What a check finds, with everything that programs are told of it.
fn found(world: &World, now: &str) -> String {
    let run = world.command("cop").env("COP_NOW", now).args(&["check", "-f", "json"]).run();
    assert!(run.status < 2 && run.stderr.is_empty(), "{run}");
    run.stdout
}

/// Which file keeps the last check: another one once that was made again.
#[cfg(unix)]
fn kept(world: &World) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(world.path(KEPT)).ok().map(|about| about.ino())
}

#[cfg(not(unix))]
fn kept(world: &World) -> Option<std::time::SystemTime> {
    fs::metadata(world.path(KEPT)).ok().and_then(|about| about.modified().ok())
}

/// A community in which something of every sort is found: in the text, between documents, outside, in the settings and in history.
fn community() -> World {
    let world = World::new();
    let settings =
        "format: 1\nname: Digital Archivists\ncheck:\n  own:\n    named:\n      none: title:nameless\n      says: Call it something\n";
    world.write("club/community.yaml", settings);
    world.write("club/practices/one.md", "# One\n\n[two](two.md), [logo](../../logo.png), [gone](gone.md), [hidden](../.github/x.md)\n");
    world.write("club/practices/two.md", "---\nstatus: propsed\nsteward: anna\n---\n\n# Nameless\n\n## Why\n");
    world.write("club/members/anna.md", "---\nname: Anna de Vries\nemails: [anna@example.org]\n---\n");
    world.write("logo.png", "");
    world.commit_by("Anna de Vries", "anna@example.org", "Begin");
    world.commit_by("A. de Vries", "anna@elsewhere.example", "More");
    world
}

#[test]
fn what_did_not_change_is_told_again() {
    let world = World::archivists();
    world.write("practices/export-a-mailbox.md", "# Export\n\n[gone](gone.md), [scan](scan-leters.md), ![](x.png)\n\n## Nothing\n");
    let first = found(&world, LATER);
    let file = kept(&world);
    assert!(file.is_some() && first.contains("dead-link"), "{first}");
    assert_eq!((found(&world, LATER), kept(&world)), (first.clone(), file));
    // What is shown is not what was shown then: the language, the form and the baseline are of now.
    let dutch = world.command("cop").env("COP_NOW", LATER).env("COP_LANG", "nl").args(&["check"]).run();
    assert!(dutch.stdout.contains("fout") && dutch.stdout.contains("lijkt op"), "{dutch}");
    // A part of it is checked by itself.
    let part = world.command("cop").env("COP_NOW", LATER).args(&["check", "questions", "-f", "concise"]).run();
    assert_eq!((part.status, kept(&world)), (0, file), "{part}");
    fs::write(world.path(KEPT), "cop kept 1 nonsense").expect("written");
    assert_eq!(found(&world, LATER), first);
    fs::remove_dir_all(world.path(".git/cop")).expect("removed");
    assert_eq!(found(&world, LATER), first);
}

#[test]
fn what_is_so_young_that_it_could_change_unnoticed_is_read_again() {
    let world = World::archivists();
    // Every file is younger than this.
    found(&world, "2020-01-01T00:00:00Z");
    assert_eq!(kept(&world), None);
}

/// What is done between two checks.
type Step = (&'static str, fn(&World));

#[test]
fn whatever_a_check_rests_on_is_seen_when_it_changes() {
    let steps: [Step; 14] = [
        ("a text of the same length and time", |world| {
            let path = world.path("club/practices/one.md");
            let time = fs::metadata(&path).and_then(|about| about.modified()).expect("a time");
            let text = world.read("club/practices/one.md").replace("two.md", "six.md");
            world.write("club/practices/one.md", text);
            fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(time)).expect("set");
        }),
        ("a link's target comes", |world| world.write("club/practices/six.md", "# Six\n")),
        ("a file that is no document comes", |world| world.write("club/practices/gone.md.txt", "")),
        ("a file moves", |world| rename(world, "club/practices/six.md", "club/practices/Seven.md")),
        ("what is outside goes", |world| fs::remove_file(world.path("logo.png")).expect("removed")),
        ("what is hidden comes", |world| world.write("club/.github/x.md", "")),
        ("the settings", |world| world.write("club/community.yaml", "format: 1\nname: Archivists\ncheck:\n  dead-link: note\n")),
        ("a kind of its own", |world| {
            world.write("club/.cop/kinds/recipe/kind.yaml", "folder: recipes\nlabel: {en: recipe, nl: recept}\nfields: {}\n");
            world.write("club/recipes/soup.md", "# Soup\n");
        }),
        ("that kind asks more", |world| {
            let text = "folder: recipes\nlabel: {en: recipe, nl: recept}\nfields: {serves: {type: number, required: true}}\n";
            world.write("club/.cop/kinds/recipe/kind.yaml", text);
        }),
        ("what git ignores", |world| world.write("club/.gitignore", "two.md\n")),
        ("a commit", |world| drop(world.commit_by("Bram", "bram@example.org", "Others"))),
        ("who is who", |world| world.write(".mailmap", "Anna de Vries <anna@example.org> <anna@elsewhere.example>\n")),
        ("a link in place of a file", |world| {
            fs::remove_file(world.path("club/practices/Seven.md")).expect("removed");
            link(&world.path("club/practices/Seven.md"));
        }),
        ("a folder in place of a file", |world| {
            fs::remove_file(world.path("club/practices/Seven.md")).expect("removed");
            fs::create_dir(world.path("club/practices/Seven.md")).expect("made");
        }),
    ];
    let world = community();
    let check = |now: &str| {
        let run = world.command("cop").in_folder("club").env("COP_NOW", now).args(&["check", "-f", "json"]).run();
        assert!(run.status < 2 && run.stderr.is_empty(), "{run}");
        run.stdout
    };
    let file = world.path(".git/cop/club/check");
    let mut before = check(LATER);
    let mut differ = 0;
    for (what, step) in steps {
        step(&world);
        let again = check(LATER);
        assert!(file.is_file(), "{what}: it is kept");
        fs::remove_file(&file).expect("removed");
        assert_eq!(again, check(LATER), "{what}");
        differ += u32::from(again != before);
        before = again;
    }
    assert!(differ > 9, "most of it changes what is found: {differ}");
    assert_ne!(check("2026-11-22T09:00:00Z"), before, "another day");
}

fn rename(world: &World, from: &str, to: &str) {
    fs::rename(world.path(from), world.path(to)).expect("renamed");
}

#[cfg(unix)]
fn link(path: &Path) {
    std::os::unix::fs::symlink("two.md", path).expect("linked");
}

#[cfg(not(unix))]
fn link(path: &Path) {
    fs::write(path, "# Seven").expect("written");
}
