//! The person's own work: staged, staged and changed again, changed, deleted, only intended, unknown to git, ignored. Writes beside
//! it leave every byte, and what git knows of it, as it was.

use std::os::unix::fs::{MetadataExt, PermissionsExt};

use super::*;

#[test]
fn nobodys_work_is_touched() {
    let world = World::archivists();
    world.write(".gitignore", "*.tmp\n");
    for name in ["staged", "twice", "edited", "gone", "gone-staged", "moved", "mode", "assumed"] {
        world.write(&format!("notes/{name}.md"), format!("{name}\n"));
    }
    world.commit("Begin");
    for (name, text) in [("staged", "2\n"), ("twice", "2\n"), ("new", "new\n")] {
        world.write(&format!("notes/{name}.md"), text);
        world.git(&["add", &format!("notes/{name}.md")]);
    }
    world.write("notes/twice.md", "3\r\n");
    world.write("notes/edited.md", "2 without an end");
    fs::remove_file(world.path("notes/gone.md")).unwrap();
    world.git(&["rm", "--quiet", "notes/gone-staged.md"]);
    world.git(&["mv", "notes/moved.md", "notes/moved-there.md"]);
    fs::set_permissions(world.path("notes/mode.md"), fs::Permissions::from_mode(0o755)).unwrap();
    world.write("notes/intended.md", "intended\n");
    world.git(&["add", "--intent-to-add", "notes/intended.md"]);
    world.git(&["update-index", "--assume-unchanged", "notes/assumed.md"]);
    world.write("notes/unknown.md", "mine\n");
    world.write("notes/ignored.tmp", "mine\n");
    world.git(&["stash", "list"]);
    let copy = Copy::of(&world);
    let seen = || {
        let (status, _) = copy.git(&["status", "--porcelain", "--ignored"]);
        let (staged, _) = copy.git(&["diff", "--cached", "--binary"]);
        let (edited, _) = copy.git(&["diff", "--binary"]);
        let (listed, _) = copy.git(&["ls-files", "-s", "-v", "--debug", "--", "notes"]);
        let files: Vec<_> = fs::read_dir(copy.root.join("notes")).unwrap().flatten().map(|entry| entry.path()).collect();
        let files: BTreeMap<_, _> = files
            .into_iter()
            .map(|path| {
                let about = fs::metadata(&path).unwrap();
                (path.clone(), (fs::read(path).unwrap(), about.ino(), about.mtime_nsec(), about.mode()))
            })
            .collect();
        (status, staged, edited, listed, files)
    };
    // What git refreshes by itself is refreshed before it is compared.
    copy.git(&["status"]);
    let before = seen();
    let trials = times(10, 200);
    for number in 0..trials {
        let title = format!("Practice {number}");
        let line: &[&str] = match number % 4 {
            0 => &["-q", "set", "scan-letters", if number % 8 == 0 { "steward=anna" } else { "steward=bram" }],
            _ => &["-q", "add", "practice", &title],
        };
        let output = copy.command("cop").args(line).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(seen() == before, "after {line:?}: {:#?}\nbefore: {:#?}", seen(), before);
    }
    assert_eq!(copy.unsound(), None);
    let (changed, _) = copy.git(&["log", "--format=", "--name-only", &format!("-{trials}")]);
    assert!(changed.lines().all(|path| path.starts_with("practices/")), "{changed}");
    eprintln!("R2: {trials} writes beside a person's work, 0 bytes of it touched");
}
