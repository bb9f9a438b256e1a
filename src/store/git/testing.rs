//! Small repositories for tests, made by the real git in a world of their own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::cache::{Loaded, history};
use super::open::Repo;
use crate::model::history::{ChangeKind, Endings, History};

/// A repository in a folder that goes away.
pub(super) struct Scratch {
    folder: TempDir,
    clock: std::cell::Cell<u32>,
}

impl Scratch {
    pub(super) fn new() -> Self {
        let scratch = Self { folder: tempfile::tempdir().expect("a folder"), clock: std::cell::Cell::new(0) };
        std::fs::create_dir_all(scratch.root()).expect("made");
        scratch.git("init -q -b main");
        scratch
    }

    pub(super) fn root(&self) -> PathBuf {
        self.folder.path().canonicalize().expect("a folder").join("repo")
    }

    /// Another folder of this world.
    pub(super) fn beside(&self, name: &str) -> PathBuf {
        self.root().with_file_name(name)
    }

    pub(super) fn git(&self, words: &str) -> String {
        self.git_in(&self.root(), words)
    }

    /// Runs git; words are split at spaces, and `~` stands for a space. Each run is a minute after the one before.
    pub(super) fn git_in(&self, dir: &Path, words: &str) -> String {
        let (output, fine) = self.try_git(dir, words);
        assert!(fine, "git {words}: {output}");
        output
    }

    pub(super) fn try_git(&self, dir: &Path, words: &str) -> (String, bool) {
        self.clock.set(self.clock.get() + 60);
        let date = format!("{} +0100", 1_700_000_000 + self.clock.get());
        let output = Command::new("git")
            .current_dir(dir)
            .args(words.split(' ').map(|word| word.replace('~', " ")))
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.folder.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_AUTHOR_NAME", "Anna")
            .env("GIT_AUTHOR_EMAIL", "anna@example.org")
            .env("GIT_COMMITTER_NAME", "Bram")
            .env("GIT_COMMITTER_EMAIL", "bram@example.org")
            .env("GIT_AUTHOR_DATE", &date)
            .env("GIT_COMMITTER_DATE", &date)
            .env("GIT_MERGE_AUTOEDIT", "no")
            .output()
            .expect("git runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        (text, output.status.success())
    }

    pub(super) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }

    /// Commits all there is.
    pub(super) fn commit(&self, message: &str) {
        self.git("add -A");
        self.git(&format!("commit -q --allow-empty -m {}", message.replace(' ', "~")));
    }

    /// Takes in commits as `git fast-import` reads them.
    pub(super) fn import(&self, stream: &str) {
        std::fs::write(self.beside("stream"), stream).expect("written");
        let stdin = std::fs::File::open(self.beside("stream")).expect("opened");
        let mut import = Command::new("git");
        import.arg("-C").arg(self.root()).args(["fast-import", "--quiet", "--force", "--export-marks=../marks"]);
        assert!(import.env("HOME", self.folder.path()).stdin(stdin).status().expect("git runs").success());
    }

    /// The commit that has this mark in what was taken in.
    pub(super) fn marked(&self, mark: usize) -> String {
        let marks = std::fs::read_to_string(self.beside("marks")).expect("marks");
        let mark = format!(":{mark} ");
        marks.lines().find_map(|line| line.strip_prefix(&mark)).expect("a commit").to_owned()
    }

    pub(super) fn repo(&self) -> Repo {
        Repo::discover(&self.root()).expect("readable").expect("a repository")
    }

    /// History as it is kept for the whole repository.
    pub(super) fn load(&self) -> Loaded {
        load(&self.root())
    }

    pub(super) fn life(&self, path: &str) -> Vec<String> {
        life(&self.load().history, path)
    }
}

pub(super) fn load(root: &Path) -> Loaded {
    let repo = Repo::discover(root).expect("readable").expect("a repository");
    history(&repo, &repo.own_folder(repo.root()), &Endings::with([""; 0])).expect("history")
}

/// What happened to a page: `Added x.md in first`.
pub(super) fn life(history: &History, path: &str) -> Vec<String> {
    let line = |change: &crate::model::history::Change| {
        let commit = history.commit(change.commit).expect("a commit");
        format!("{:?} {} in {}", change.kind, history.path(change.path), commit.subject())
    };
    history.of_path(path).map(line).collect()
}

/// The subjects of the commits that did something to the page that is now at a path, merges left out.
pub(super) fn life_in(history: &History, path: &str) -> std::collections::BTreeSet<String> {
    let commits = history.of_path(path).filter_map(|change| history.commit(change.commit));
    commits.filter(|commit| commit.parents().len() < 2).map(|commit| commit.subject().to_owned()).collect()
}

/// All changes but those of merges, as `git log -M --name-status` has them: commit, letter, path before and path after.
pub(super) fn by_cop(history: &History) -> Vec<String> {
    let mut lines = Vec::new();
    for commit in history.commits().filter(|commit| commit.parents().len() < 2) {
        for change in commit.changes() {
            let letter = match change.kind {
                ChangeKind::Added | ChangeKind::Present => 'A',
                ChangeKind::Modified | ChangeKind::Mode | ChangeKind::Merged => 'M',
                ChangeKind::Deleted => 'D',
                ChangeKind::Renamed => 'R',
                ChangeKind::Type => 'T',
            };
            let from = change.from.map(|from| history.path(from)).unwrap_or_default();
            lines.push(format!("{} {letter} {from} {}", commit.id(), history.path(change.path)));
        }
    }
    lines.sort();
    lines
}

/// The same from git itself.
pub(super) fn by_git(scratch: &Scratch, dir: &Path) -> Vec<String> {
    let log = scratch.git_in(dir, "-c core.quotePath=false log -M --name-status --no-merges --root -z --format=%x01%H");
    let mut lines = Vec::new();
    for commit in log.split('\u{1}').skip(1) {
        let mut words = commit.split('\0').map(|word| word.trim_start_matches('\n')).filter(|word| !word.is_empty());
        let id = words.next().expect("an id");
        while let Some(status) = words.next() {
            let letter = &status[..1];
            let from = if letter == "R" { words.next().expect("a path") } else { "" };
            let path = words.next().expect("a path");
            if Endings::with([""; 0]).take(path.as_bytes()) {
                lines.push(format!("{id} {letter} {from} {path}"));
            }
        }
    }
    lines.sort();
    lines
}

/// Writes a program that can be run. Another process does the writing: what one test has open for writing is open, for a moment, in
/// every program that another test starts just then, and the system runs no file that somebody writes.
pub(super) fn program(path: &Path, text: &str) {
    let mut shell = Command::new("sh");
    shell.args(["-c", "mkdir -p \"${0%/*}\" && cat >\"$0\" && chmod 755 \"$0\""]).arg(path).stdin(Stdio::piped());
    let mut shell = shell.spawn().expect("a shell");
    shell.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("taken");
    assert!(shell.wait().expect("it ends").success(), "{}", path.display());
}
