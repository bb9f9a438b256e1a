//! What cop says when something around it is not as it should be: where it stands, what git is like there, who runs it, where its
//! output goes. Each message is what a member reads who knows little of git.
#![cfg(unix)]
#![allow(clippy::too_many_lines, reason = "a circumstance and all that is said in it stand together")]

mod around;
mod derived;
mod disk;
mod limits;
mod repository;
mod screen;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, lchown};
use std::path::Path;

use crate::support::world::World;

/// A small community with one commit.
fn club() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Club\n");
    world.write("practices/scan-mail.md", "# Scan mail\n\nTurn every page, then [file](file-mail.md) it.\n");
    world.write("practices/file-mail.md", "# File mail\n\nBy year.\n");
    world.commit("Begin");
    world
}

/// What a line of shell in the community's folder prints, errors first; `cop` is the program.
fn says(world: &World, line: &str) -> String {
    run(world, line, "en")
}

/// The same for a reader of Dutch.
fn zegt(world: &World, line: &str) -> String {
    run(world, line, "nl")
}

fn run(world: &World, line: &str, lang: &str) -> String {
    let folder = Path::new(env!("CARGO_BIN_EXE_cop")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
    let run = world.command("sh").args(&["-c", line]).env("PATH", path).env("COP_LANG", lang).run();
    run.lines().join("\n")
}

/// What a line of shell prints when somebody runs it whom the modes of files hold back; `None`, which is said, if there is nobody.
fn says_to_other(world: &World, line: &str) -> Option<String> {
    if fs::metadata("/proc/self").is_ok_and(|about| about.uid() != 0) {
        return Some(says(world, line));
    }
    let base = world.root().parent().unwrap().to_owned();
    fs::set_permissions(&base, fs::Permissions::from_mode(0o755)).unwrap();
    let other = format!("setpriv --reuid=65534 --regid=65534 --clear-groups sh -c '{line}'");
    if says(world, "setpriv --reuid=65534 --regid=65534 --clear-groups cop --version").contains("[status") {
        eprintln!("skipped: no setpriv");
        return None;
    }
    Some(says(world, &other))
}

/// Gives a folder and all in it to the user that [`says_to_other`] runs as, where root makes it.
fn give_to_other(folder: &Path) {
    for entry in walkdir::WalkDir::new(folder) {
        let _ = lchown(entry.unwrap().path(), Some(65534), Some(65534));
    }
}
