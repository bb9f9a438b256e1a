//! Disks that say no.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;

use super::*;

/// Makes a folder unwritable; `false` for a user whom that does not stop.
fn close(folder: &Path) -> bool {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
    let stops = fs::write(folder.join("try"), "").is_err();
    let _ = fs::remove_file(folder.join("try"));
    stops
}

#[test]
fn a_folder_that_can_not_be_written_leaves_everything_as_it_was() {
    for folder in ["d", ".git/objects", ".git", ".git/refs/heads"] {
        let world = world();
        let path = world.root().join(folder);
        if close(&path) {
            assert!(write(&world, &all_sorts(), &options()).is_err(), "{folder}");
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        if content(&world.root(), "b.md").as_deref() == Some("one\ntwo\n") {
            assert_eq!(world.git("status --porcelain"), "", "{folder}");
            assert_eq!(world.git("log --format=%s"), "begin\n", "{folder}");
        }
        sound(&world);
    }
}

#[test]
fn something_in_the_way_of_a_temporary_file_or_a_folder_is_met_before_anything_is_lost() {
    let world = world();
    let meddle = |moment| {
        if moment == Moment::Journaled {
            world.write("new", "a file where a folder was to come\n");
        }
        Ok(())
    };
    assert!(watch(&world, &all_sorts(), &options(), &meddle).is_err());
    assert_eq!(content(&world.root(), "new").as_deref(), Some("a file where a folder was to come\n"));
    for (path, text) in BEFORE {
        assert_eq!(content(&world.root(), path).as_deref(), text, "{path}");
    }
    assert_eq!(world.git("status --porcelain"), "?? new\n");
    sound(&world);
}
