//! Writes against the real git, in repositories that go away.

mod commits;
mod faults;
mod kills;
mod programs;
mod refusals;
mod together;
mod undos;

use std::fs;
use std::path::{Path, PathBuf};

use super::ground::{Moment, Watch};
use super::recover::{Recovered, recover};
use super::{Done, Options, When, watched};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Lang;
use crate::model::change::{ChangeSet, Message};
use crate::msg;
use crate::store::git::open::Repo;
use crate::store::git::testing::{Scratch, program};

/// A repository with an identity and a few committed files.
fn world() -> Scratch {
    let world = bare_world();
    for (path, text) in [("README.md", "read me\n"), ("b.md", "one\ntwo\n"), ("c.md", "moves\n"), ("d/old.md", "goes\n")] {
        world.write(path, text);
    }
    world.write("staged.md", "1\n");
    world.write("edited.md", "1\n");
    world.commit("begin");
    world
}

/// A repository with an identity and nothing else.
fn bare_world() -> Scratch {
    let world = Scratch::new();
    world.git("config user.name Bram");
    world.git("config user.email bram@example.org");
    // The tests' own configuration, not the machine's, as git is told in its environment.
    world.git("config commit.gpgSign false");
    world
}

/// What a person has under way: staged, edited after that, edited only, untracked.
fn user_works(world: &Scratch) {
    world.write("staged.md", "2\n");
    world.git("add staged.md");
    world.write("staged.md", "3\n");
    world.write("edited.md", "2\n");
    world.write("untracked.md", "mine\n");
}

/// What git says about that, byte for byte.
fn user_work(world: &Scratch) -> String {
    let staged = world.git("diff --cached -- staged.md edited.md untracked.md");
    let edited = world.git("diff -- staged.md edited.md untracked.md");
    let untracked = fs::read_to_string(world.root().join("untracked.md")).unwrap_or_default();
    format!("{staged}{edited}{untracked}{}", world.git("status --porcelain -- staged.md edited.md untracked.md"))
}

/// Creates, edits, deletes and moves, in folders that come and go.
fn all_sorts() -> ChangeSet {
    let mut set = ChangeSet::new(Message::new("Do all sorts of things"));
    set.create("new/deep/a.md", "new\n").unwrap();
    set.edit("b.md", "one\ntwo\n", "one\n2\n").unwrap();
    set.delete("d/old.md", "goes\n").unwrap();
    set.rename("c.md", "moved/c.md", "moves\n", "moved\n").unwrap();
    set
}

const BEFORE: [(&str, Option<&str>); 5] =
    [("new/deep/a.md", None), ("b.md", Some("one\ntwo\n")), ("d/old.md", Some("goes\n")), ("c.md", Some("moves\n")), ("moved/c.md", None)];
const AFTER: [(&str, Option<&str>); 5] =
    [("new/deep/a.md", Some("new\n")), ("b.md", Some("one\n2\n")), ("d/old.md", None), ("c.md", None), ("moved/c.md", Some("moved\n"))];

fn one(path: &str, text: &str) -> ChangeSet {
    let mut set = ChangeSet::new(Message::new(format!("Add {path}")));
    set.create(path, text).unwrap();
    set
}

fn options() -> Options {
    Options::at(When { seconds: 1_700_100_000, offset_minutes: 60 })
}

fn open(root: &Path) -> Repo {
    Repo::discover(root).expect("readable").expect("a repository")
}

fn write(world: &Scratch, set: &ChangeSet, options: &Options) -> Result<Done> {
    watch(world, set, options, &|_| Ok(()))
}

fn watch(world: &Scratch, set: &ChangeSet, options: &Options, watch: Watch<'_>) -> Result<Done> {
    watched(Some(&open(&world.root())), &world.root(), set, options, watch)
}

fn content(root: &Path, path: &str) -> Option<String> {
    fs::read_to_string(root.join(path)).ok()
}

/// Every moment of a write, in order.
fn moments() -> Vec<Moment> {
    let world = world();
    let seen = std::cell::RefCell::new(Vec::new());
    let note = |moment| {
        seen.borrow_mut().push(moment);
        Ok(())
    };
    watch(&world, &all_sorts(), &options(), &note).expect("written");
    seen.into_inner()
}

fn stop() -> Error {
    Error::new(ErrorKind::Internal, msg!("write-nothing"))
}

/// All files below a folder of cop's that a write leaves only when it is cut off, and temporary files in the work tree.
fn leftovers(world: &Scratch) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![world.root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            let in_cop = path.components().any(|part| part.as_os_str() == "cop");
            let kept = ["lock", "last", "write", "cop"].contains(&name.as_str());
            // Tests stop by unwinding, which takes scratch folders along; a kill leaves them, and age does away with them.
            if in_cop && !kept && path.is_file() && !path.to_string_lossy().contains("/write/.cop-")
                || path.extension().is_some_and(|ending| ending == "lock")
                || !in_cop && name.starts_with(".cop-")
            {
                found.push(path.clone());
            }
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}

/// What must hold whatever happened: git finds no fault, and nothing lies around.
fn sound(world: &Scratch) {
    let (said, fine) = world.try_git(&world.root(), "fsck --strict --no-dangling");
    assert!(fine && !said.contains("error") && !said.contains("warning"), "{said}");
    assert_eq!(leftovers(world), Vec::<PathBuf>::new());
    let index = world.git("write-tree");
    assert_eq!(index.trim().len(), 40, "the index makes a tree");
}

/// Recovery, once the lock of a writer that was cut off is free. Tests on other threads start programs, and for the moment between
/// fork and exec, each of those holds whatever lock this process had.
fn recovered(root: &Path) -> Option<Recovered> {
    for _ in 0..200 {
        let recovered = recover(&open(root)).expect("recovered");
        if recovered.is_some() || !root.join(".git/cop/journal").exists() {
            return recovered;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("the lock is held");
}

/// The whole refusal in English, as a person reads it.
fn words(error: &Error) -> String {
    let place = error.place().map(|place| format!(" [{place}]")).unwrap_or_default();
    let hints: Vec<_> = error.hints().iter().map(|hint| format!(" > {}", hint.text(Lang::En))).collect();
    format!("{}{place}{}", error.msg().text(Lang::En), hints.concat())
}
