//! The commands, run as a person runs them: one file each, named as in `src/door/cli/commands/`.
//!
//! What is typed stands in the snapshots together with what it answers: they are transcripts, to be read as such.
#![allow(clippy::too_many_lines, reason = "a transcript is as long as what was said")]

mod accept;
mod add;
mod answer;
mod ask;
mod check;
mod check_again;
mod check_fix;
mod check_fixes;
mod check_known;
mod check_numbers;
mod check_own;
mod check_sparse;
mod check_told;
mod check_watch;
mod communities;
mod completions;
mod contributors;
mod contributors_reviewed;
mod demo;
mod digest;
mod doctor;
mod due;
mod edit;
mod flag;
mod follow;
mod gaps;
mod health;
mod help;
mod history;
mod init;
mod invite;
mod join;
mod list;
mod man;
mod mark;
mod meet;
mod merge_driver;
mod onboard;
mod overview;
mod rename;
mod rename_references;
mod rename_spoken;
mod review;
mod rm;
mod save;
mod schema;
mod search;
mod search_typed;
mod set;
mod show;
mod sync;
mod sync_both;
mod tag;
mod thank;
mod undo;
mod used;
mod who;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;

use crate::support::world::{Call, Run, World};

/// The example community with its members' history, in a world of its own.
///
/// It is made once for each build of cop, and copied from there: a history takes longer to make than to copy.
fn example() -> World {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    let world = World::without_git();
    copy(MADE.get_or_init(made), &world.root());
    world
}

/// The folder below `target` with the example that this build of cop makes.
fn made() -> PathBuf {
    let about = fs::metadata(env!("CARGO_BIN_EXE_cop")).unwrap();
    let built = about.modified().unwrap().duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = tmp.join(format!("example-{built}-{}", about.len()));
    if !folder.is_dir() {
        // Those of earlier builds are of no more use.
        for old in fs::read_dir(tmp).unwrap().flatten().filter(|old| old.file_name().to_string_lossy().starts_with("example-")) {
            let _ = fs::remove_dir_all(old.path());
        }
        let world = World::without_git();
        world.cop(&["demo", "."]).done();
        world.git(&["gc", "--quiet"]);
        let fresh = tempfile::tempdir_in(tmp).unwrap();
        copy(&world.root(), fresh.path());
        // Whoever was faster made the same.
        let _ = fs::rename(fresh.path(), &folder);
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}

/// A community of two practices in English and a question in Dutch, with a commit each of two people.
fn tiny() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Tiny\n");
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.write("practices/scan-letters.md", "---\ntags: [scan]\nstatus: adopted\n---\n\n# Scan letters\n\nAt 300 dpi, in colour.\n");
    world.write("practices/scan-maps.md", "---\ntags: [scan, maps]\n---\n\n# Scan maps\n\nSee [letters](scan-letters.md).\n");
    world.commit("Begin");
    world.write("questions/hoe-lang.nl.md", "# Hoe lang bewaren we brieven?\n\nWij twijfelen.\n");
    world.commit_by("Bo Guest", "bo@example.org", "Ask");
    world
}

/// The words of a command line: parted by spaces, but for those between quotes.
fn parts(line: &str) -> Vec<String> {
    let (mut parts, mut open, mut quote) = (Vec::new(), None::<String>, None);
    for letter in line.chars() {
        match (letter, quote) {
            (' ', None) => parts.extend(open.take()),
            ('\'' | '"', None) => {
                quote = Some(letter);
                open.get_or_insert_default();
            }
            (letter, Some(end)) if letter == end => quote = None,
            (letter, _) => open.get_or_insert_default().push(letter),
        }
    }
    parts.extend(open);
    parts
}

/// cop with a command line, about to run.
fn cop<'w>(world: &'w World, line: &str) -> Call<'w> {
    let parts = parts(line);
    world.command("cop").args(&parts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Runs cop with each command line and gives the transcript.
fn transcript(world: &World, lines: &[&str]) -> String {
    lines.iter().map(|line| cop(world, line).run().to_string()).collect::<Vec<_>>().join("\n")
}

/// The same in Dutch.
fn dutch(world: &World, lines: &[&str]) -> String {
    lines.iter().map(|line| cop(world, line).env("COP_LANG", "nl").run().to_string()).collect::<Vec<_>>().join("\n")
}

/// The same on a screen of forty columns.
fn narrow(world: &World, lines: &[&str]) -> String {
    lines.iter().map(|line| cop(world, line).env("COLUMNS", "40").run().to_string()).collect::<Vec<_>>().join("\n")
}

/// The answer as JSON, which must be as the schema of this name says.
fn valid(run: &Run, name: &str) -> Value {
    let schema = cop::work::schemas::text(cop::work::schemas::all(), Some(name)).unwrap_or_else(|| panic!("{name} has no schema"));
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let answer = run.json();
    let faults: Vec<_> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&answer)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{}\n{run}", faults.join("\n"));
    assert_eq!(answer["schema"], format!("cop/{name}/1"));
    answer
}

/// What stands under a name in each part of a list.
fn each<'v>(list: &'v Value, name: &str) -> Vec<&'v str> {
    list.as_array().unwrap().iter().map(|part| part[name].as_str().unwrap_or_default()).collect()
}

/// The names in an object, in order.
fn names(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn a_command_line_is_taken_apart() {
    assert_eq!(parts("show \"a b\" -f json ''"), ["show", "a b", "-f", "json", ""]);
}
