//! A sealed world: a folder of its own with a home, a clock and a community's repository, in which the real `cop` runs.
//!
//! Nothing of the machine comes in but `PATH`: no configuration of git, no language, no time zone. So every run is the same, to
//! the commit's hash.

use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// What time it is for cop.
pub(crate) const NOW: &str = "2026-11-22T09:00:00Z";
/// When the first commit is made, in seconds since 1970: 1 June 2026, 09:00 UTC.
const FIRST_COMMIT: u64 = 1_780_304_400;
/// How long after the one before it a commit is made, in seconds.
const TICK: u64 = 60;
/// What takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder to be in, with all that a person has.
pub(crate) struct World {
    folder: TempDir,
    commits: AtomicU64,
}

impl World {
    /// A world with an empty git repository, which the tests' own Ada Test works in.
    pub(crate) fn new() -> Self {
        let world = Self::without_git();
        world.git(&["init", "--quiet", "."]);
        world
    }

    /// A world whose community is not in git.
    pub(crate) fn without_git() -> Self {
        let folder = tempfile::Builder::new().prefix("cop-world-").tempdir().expect("a temporary folder");
        let world = Self { folder, commits: AtomicU64::new(0) };
        fs::create_dir_all(world.root()).expect("the community's folder");
        fs::create_dir_all(world.home().join(".config")).expect("a home");
        let config = "[user]\n\tname = Ada Test\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n[core]\n\tautocrlf = false\n[gc]\n\tauto = 0\n";
        fs::write(world.home().join(".gitconfig"), config).expect("git's configuration");
        world
    }

    /// A world with a small community: two practices, a question with an answer, two members, and a commit by each of those.
    pub(crate) fn archivists() -> Self {
        let world = Self::new();
        world.write("community.yaml", "format: 1\nname: Digital Archivists\n");
        world.write("practices/export-a-mailbox.md", "---\ntags: [email]\nsteward: anna\n---\n\n# Export a mailbox to EML\n\nThe whole mailbox as EML, not PST. See [scanning](scan-letters.md).\n");
        world.write("practices/scan-letters.md", "# Scan letters\n\nAt 300 dpi.\n");
        world.write("questions/how-long.md", "# How long do we keep chat?\n\nAnd who decides?\n");
        world.write("questions/how-long/bram.md", "Two years.\n");
        world.write("members/anna.md", "---\nname: Anna de Vries\nemails: [anna@example.org]\n---\n");
        world.write("members/bram.md", "---\nname: Bram Smit\nemails: [bram@example.org]\n---\n");
        world.commit_by("Anna de Vries", "anna@example.org", "Begin");
        world.write("practices/scan-letters.md", "# Scan letters\n\nAt 300 dpi, or 600.\n");
        world.commit_by("Bram Smit", "bram@example.org", "Scan finer");
        world
    }

    /// The community's folder, without symbolic links.
    pub(crate) fn root(&self) -> PathBuf {
        self.base().join("community")
    }

    /// The home folder of whoever runs cop.
    pub(crate) fn home(&self) -> PathBuf {
        self.base().join("home")
    }

    fn base(&self) -> PathBuf {
        self.folder.path().canonicalize().expect("a folder that is there")
    }

    /// The path of a file of the community.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file of the community, with the folders that it needs.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a path in a folder")).expect("folders");
        fs::write(path, content).expect("a file that can be written");
    }

    /// Reads a file of the community.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs git and gives what it printed, which it must do without a fault.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let run = self.command("git").args(arguments).run();
        assert_eq!(run.status, 0, "{run}");
        run.stdout.trim_end().to_owned()
    }

    /// Commits everything that is there, a minute after the last commit; gives the commit's hash.
    pub(crate) fn commit(&self, message: &str) -> String {
        self.commit_by("Ada Test", "ada@example.org", message)
    }

    /// The same by somebody else.
    pub(crate) fn commit_by(&self, name: &str, email: &str, message: &str) -> String {
        self.git(&["add", "--all"]);
        let author = format!("{name} <{email}>");
        self.git(&["commit", "--quiet", "--allow-empty", "--author", &author, "--message", message]);
        self.git(&["rev-parse", "HEAD"])
    }

    /// Runs cop in the community's folder.
    pub(crate) fn cop(&self, arguments: &[&str]) -> Run {
        self.command("cop").args(arguments).run()
    }

    /// A command that is about to run: cop, or a program of the machine such as git.
    pub(crate) fn command(&self, program: &str) -> Call<'_> {
        let file = if program == "cop" { OsStr::new(env!("CARGO_BIN_EXE_cop")) } else { OsStr::new(program) };
        let mut command = Command::new(file);
        command.env_clear().current_dir(self.root());
        for kept in ["PATH", "SYSTEMROOT", "LLVM_PROFILE_FILE"] {
            command.envs(std::env::var_os(kept).map(|value| (kept, value)));
        }
        let home = self.home();
        command.env("HOME", &home).env("XDG_CONFIG_HOME", home.join(".config")).env("XDG_CACHE_HOME", home.join(".cache"));
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CEILING_DIRECTORIES", self.base()).env("GIT_TERMINAL_PROMPT", "0");
        command.env("COP_NOW", NOW).env("COP_LANG", "en").env("TZ", "UTC").env("LC_ALL", "C.UTF-8");
        command.env("COLUMNS", "80").env("TERM", "xterm").env("PAGER", "cat");
        if program == "git" {
            let date = format!("{} +0000", FIRST_COMMIT + TICK * self.commits.load(Ordering::Relaxed));
            command.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date);
        }
        Call { world: self, command, set: Vec::new(), said: vec![program.to_owned()], input: Vec::new() }
    }

    /// Output in which nothing differs from one run to the next: the world's own folder is `[world]`, a commit `[commit]`.
    fn steady(&self, text: &str) -> String {
        without_commits(&self.without_folder(text))
    }

    fn without_folder(&self, text: &str) -> String {
        text.replace(&*self.base().to_string_lossy(), "[world]")
    }
}

/// A command that is about to run.
pub(crate) struct Call<'world> {
    world: &'world World,
    command: Command,
    set: Vec<String>,
    said: Vec<String>,
    input: Vec<u8>,
}

impl Call<'_> {
    /// With these arguments.
    pub(crate) fn args(mut self, arguments: &[&str]) -> Self {
        self.command.args(arguments);
        self.said.extend(arguments.iter().map(|&argument| quoted(argument)));
        self
    }

    /// With one more variable in its environment, or another value of one.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value.as_ref());
        self.set.push(format!("{name}={}", quoted(&value.as_ref().to_string_lossy())));
        self
    }

    /// In a folder of the community.
    pub(crate) fn in_folder(mut self, path: &str) -> Self {
        self.command.current_dir(self.world.path(path));
        self
    }

    /// With this on its stdin; without, that is empty.
    pub(crate) fn input(mut self, text: impl Into<Vec<u8>>) -> Self {
        self.input = text.into();
        self
    }

    /// The command itself, for whoever does more with a process than run it to its end.
    pub(crate) fn ready(self) -> Command {
        self.command
    }

    /// Runs it to its end, or until it takes too long.
    pub(crate) fn run(mut self) -> Run {
        let said = [&self.set[..], &self.said[..]].concat().join(" ");
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap_or_else(|error| panic!("{said}: {error}"));
        let mut stdin = child.stdin.take().expect("a pipe");
        let input = std::mem::take(&mut self.input);
        // A program need not read what it is given.
        let writer = thread::spawn(move || drop(stdin.write_all(&input)));
        let stdout = reader(child.stdout.take().expect("a pipe"));
        let stderr = reader(child.stderr.take().expect("a pipe"));
        let status = wait(&mut child, &said);
        writer.join().expect("a writer that ends");
        // Whoever asks git for a hash compares it with another.
        let asks_hash = self.said[0] == "git" && self.said.iter().any(|word| word == "rev-parse");
        let text = |bytes: thread::JoinHandle<Vec<u8>>| {
            let bytes = bytes.join().expect("a reader that ends");
            let text = String::from_utf8_lossy(&bytes);
            if asks_hash { self.world.without_folder(&text) } else { self.world.steady(&text) }
        };
        let (stdout, stderr) = (text(stdout), text(stderr));
        if self.said[0] == "git" && self.said.iter().any(|word| word == "commit") {
            self.world.commits.fetch_add(1, Ordering::Relaxed);
        }
        Run { command: self.world.steady(&said), stdout, stderr, status }
    }
}

/// What a command did. As text it is all of it together, for a snapshot.
pub(crate) struct Run {
    /// What was typed.
    pub(crate) command: String,
    /// What it printed as its result.
    pub(crate) stdout: String,
    /// What it said beside that.
    pub(crate) stderr: String,
    /// Its exit status.
    pub(crate) status: i32,
}

impl Run {
    /// The result of a command that must be carried out.
    pub(crate) fn done(self) -> String {
        assert_eq!(self.status, 0, "{self}");
        self.stdout
    }

    /// The result as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{self}"))
    }
}

impl fmt::Display for Run {
    /// As a terminal shows it: what was typed; what went to stderr, marked with `»`; the result; the status unless it is 0.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "$ {}", self.command)?;
        self.lines().iter().try_for_each(|line| writeln!(out, "{line}"))
    }
}

impl Run {
    /// Everything below the command.
    pub(crate) fn lines(&self) -> Vec<String> {
        let said = self.stderr.lines().map(|line| format!("» {line}").trim_end().to_owned());
        let mut lines: Vec<_> = said.chain(self.stdout.lines().map(str::to_owned)).collect();
        if !self.stdout.is_empty() && !self.stdout.ends_with('\n') {
            lines.push("[no line end]".to_owned());
        }
        if self.status != 0 {
            lines.push(format!("[status {}]", self.status));
        }
        lines
    }
}

fn reader(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).expect("output that can be read");
        bytes
    })
}

fn wait(child: &mut Child, said: &str) -> i32 {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a child to wait for") {
            return status.code().unwrap_or_else(|| panic!("{said}: killed ({status})"));
        }
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
            let _ = child.wait();
            panic!("{said}: still running after {PATIENCE:?}");
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// An argument as it is typed in a shell.
fn quoted(argument: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./=:@,+#%".contains(letter);
    if !argument.is_empty() && argument.chars().all(is_plain) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', r"'\''"))
    }
}

/// The text with `[commit]` for every word that looks like the hash of one: 7 or more hexadecimal digits, at least one of each sort.
fn without_commits(text: &str) -> String {
    let is_hash = |word: &str| {
        (7..=40).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
            && word.bytes().any(|byte| byte.is_ascii_digit())
            && word.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_').unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        result.push_str(if is_hash(word) { "[commit]" } else { word });
        let step = after.chars().next().map_or(0, char::len_utf8);
        result.push_str(&after[..step]);
        rest = &after[step..];
    }
    result
}

#[test]
fn the_same_commits_have_the_same_hashes_in_every_world() {
    let hashes = || {
        let world = World::new();
        world.write("practices/a.md", "# A\n");
        let first = world.commit("Say a");
        world.write("practices/a.md", "# B\n");
        [first, world.commit_by("Bram Smit", "bram@example.org", "Say b")]
    };
    assert_eq!(hashes(), hashes());
}

#[test]
fn a_world_has_nothing_of_the_machine() {
    let world = World::new();
    assert_eq!(world.git(&["config", "--get", "user.name"]), "Ada Test");
    assert_eq!(world.git(&["rev-parse", "--show-toplevel"]), "[world]/community");
    assert_eq!(world.git(&["log", "--all", "--oneline"]), "");
    let outside = World::without_git().command("git").args(&["status"]).run();
    assert_eq!(outside.status, 128, "{outside}");
}

#[test]
fn a_commit_is_a_minute_after_the_one_before() {
    let world = World::new();
    world.commit_by("Bram Smit", "bram@example.org", "One");
    world.commit("Two");
    assert_eq!(world.git(&["log", "--format=%an %ai"]), "Ada Test 2026-06-01 09:01:00 +0000\nBram Smit 2026-06-01 09:00:00 +0000");
}

#[test]
fn a_run_is_shown_as_a_terminal_shows_it() {
    let world = World::new();
    world.write("notes/a b.md", "x");
    assert_eq!(world.read("notes/a b.md"), "x");
    let run = world
        .command("sh")
        .args(&["-c", "cat; pwd; echo oops >&2; echo 0123abc; exit 3"])
        .in_folder("notes")
        .env("A", "b c")
        .input("in\n")
        .run();
    let shown =
        "$ A='b c' sh -c 'cat; pwd; echo oops >&2; echo [commit]; exit 3'\n» oops\nin\n[world]/community/notes\n[commit]\n[status 3]\n";
    assert_eq!(run.to_string(), shown);
    assert_eq!(world.command("sh").args(&["-c", "echo '{\"a\": 1}'"]).run().json()["a"], 1);
}

#[test]
fn cop_runs_in_it() {
    let world = World::new();
    assert!(Path::new(env!("CARGO_BIN_EXE_cop")).is_file());
    assert_eq!(world.cop(&["--version"]).status, 0);
    world.cop(&["--version"]).done();
}

#[test]
fn only_what_looks_like_a_commit_becomes_one() {
    for (text, expected) in [
        ("Committed 4be12c0 for Ada", "Committed [commit] for Ada"),
        ("2026112 deadbeef 4be12c", "2026112 deadbeef 4be12c"),
        ("practices/4be12c0-a.md 2026-11-22", "practices/4be12c0-a.md 2026-11-22"),
    ] {
        assert_eq!(without_commits(text), expected);
    }
}
