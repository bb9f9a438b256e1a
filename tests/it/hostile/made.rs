//! The hostile files and repositories: made anew from a seed, with a list of what each is and what cop should make of it.

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::support::repository;

/// A folder full of trouble.
pub(super) struct Made {
    /// Where it all stands: `tree/`, `repos/`, `outside/`, `pwned/`, `protocol/`.
    pub(crate) folder: PathBuf,
    /// What stands in files that are none of cop's business, and must never be printed.
    pub(crate) canary: String,
    /// Every file, link or repository that was made.
    pub(crate) cases: Vec<Case>,
}

/// One file, link or repository.
pub(super) struct Case {
    /// Where it is, from the folder that everything stands in.
    pub(crate) path: OsString,
    /// What sort of trouble it is.
    pub(crate) class: String,
    /// What it is, in words.
    pub(crate) what: String,
    /// `ok`, `finding`, `any` or `refuse`.
    pub(crate) expect: String,
}

impl Case {
    /// The path in the tree of files, if it is in there and is text.
    pub(crate) fn in_tree(&self) -> Option<&str> {
        self.path.to_str()?.strip_prefix("tree/")
    }
}

/// The program that makes it all, where there is real data: at `COP_DATA`, or beside the repository.
fn maker() -> Option<PathBuf> {
    let data = std::env::var_os("COP_DATA").map_or_else(|| repository().join("../shared/data"), PathBuf::from);
    Some(data.parent()?.join("hostile/make.py")).filter(|program| program.is_file())
}

/// Makes so many files, and all the repositories; `None`, which is said, where that can't be done.
pub(super) fn make(files: usize) -> Option<Made> {
    let Some(maker) = maker() else {
        eprintln!("skipped: no data");
        return None;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    let mut making = Command::new("python3");
    making.arg(maker).arg(&folder).args(["--seed", "1", "--repos", "--device-nodes", "--force", "--files", &files.to_string()]);
    let made = making.output();
    let Ok(made) = made else {
        eprintln!("skipped: no python3");
        return None;
    };
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let folder = folder.canonicalize().unwrap();
    let list = fs::read_to_string(folder.join("manifest.jsonl")).unwrap();
    let mut rows = list.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let canary = rows.next().unwrap()["canary"].as_str().unwrap().to_owned();
    let cases = rows.filter(|row| row["skipped"].is_null() && row["expect"].is_string()).map(|row| case(&row)).collect();
    let made = Made { folder, canary, cases };
    made.settle();
    Some(made)
}

fn case(row: &Value) -> Case {
    let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let bytes = |hex: &str| (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[at * 2..at * 2 + 2], 16).unwrap()).collect();
    let path = row["path_hex"].as_str().map_or_else(|| text("path").into(), |hex| OsString::from_vec(bytes(hex)));
    Case { path, class: text("class"), what: text("what"), expect: text("expect") }
}

impl Made {
    /// Gives every repository and the tree what makes it a community, and the tree a history.
    fn settle(&self) {
        for folder in self.repositories().into_iter().chain([self.tree()]) {
            let file = folder.join("community.yaml");
            // One repository can't be written: that is its point.
            let mode = fs::metadata(&folder).unwrap().permissions();
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
            fs::write(&file, "format: 1\nname: Kwaad\nlanguage: nl\n").unwrap();
            fs::set_permissions(&folder, mode).unwrap();
        }
        let git = |arguments: &[&str]| {
            let mut git = Command::new("git");
            git.arg("-C").arg(self.tree()).args(["-c", "user.name=Anna", "-c", "user.email=anna@example.org"]);
            // A name that git will not have is left out.
            git.args(["-c", "gc.auto=0", "-c", "core.fsync=none"]).args(arguments).output().expect("git");
        };
        git(&["init", "--quiet", "--initial-branch=main", "--template="]);
        git(&["add", "--all", "--ignore-errors"]);
        git(&["commit", "--quiet", "--message", "Alles"]);
    }

    /// The tree of files.
    pub(crate) fn tree(&self) -> PathBuf {
        self.folder.join("tree")
    }

    /// The repositories, by name.
    pub(crate) fn repositories(&self) -> Vec<PathBuf> {
        let listed = fs::read_dir(self.folder.join("repos")).unwrap();
        let mut folders: Vec<_> = listed.map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        folders
    }

    /// What every file holds, outside of what cop keeps for itself: to see that nothing has changed.
    pub(crate) fn fingerprint(&self) -> BTreeMap<PathBuf, String> {
        let ours = |path: &Path| {
            path.ends_with(".git/cop")
                || path.parent().is_some_and(|above| above.parent().is_some_and(|above| above.ends_with(".git/worktrees")))
                    && path.ends_with("cop")
        };
        let entries = walkdir::WalkDir::new(&self.folder).into_iter().filter_entry(|entry| !ours(entry.path()));
        entries.map(|entry| entry.unwrap()).map(|entry| (entry.path().to_owned(), print_of(&entry))).collect()
    }

    /// The queries that mean harm.
    pub(crate) fn queries(&self) -> Vec<String> {
        let lines = fs::read_to_string(self.folder.join("protocol/queries.jsonl")).unwrap();
        lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["q"].as_str().unwrap().to_owned()).collect()
    }

    /// The documents of a repository that can be named on a command line, those of the tree by what trouble they are.
    pub(crate) fn documents(folder: &Path) -> Vec<OsString> {
        let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| entry.file_name() != ".git");
        let files = entries.flatten().filter(|entry| entry.file_type().is_file());
        let names = files.map(|file| file.path().strip_prefix(folder).unwrap().as_os_str().to_owned());
        names.filter(|name| name.as_bytes().ends_with(b".md")).collect()
    }

    /// One file of every class.
    pub(crate) fn samples(&self) -> Vec<&Case> {
        let mut first: HashMap<&str, &Case> = HashMap::new();
        for case in self.cases.iter().filter(|case| case.in_tree().is_some()) {
            first.entry(&case.class).or_insert(case);
        }
        let mut samples: Vec<_> = first.into_values().collect();
        samples.sort_by(|one, other| one.path.cmp(&other.path));
        samples
    }
}

fn print_of(entry: &walkdir::DirEntry) -> String {
    let path = entry.path();
    let about = path.symlink_metadata().unwrap();
    let mode = about.permissions().mode();
    match entry.file_type() {
        link if link.is_symlink() => format!("link to {}", fs::read_link(path).unwrap().display()),
        file if file.is_file() => {
            let mut hash = blake3::Hasher::new();
            hash.update(&fs::read(path).unwrap_or_default());
            format!("file {mode:o} {}", hash.finalize().to_hex())
        }
        _ => format!("other {mode:o}"),
    }
}
