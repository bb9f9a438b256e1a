//! Writing, attacked from outside with the real binary: what was acknowledged is there, what was refused left no trace, and nobody
//! else's work is touched, whatever happens meanwhile. One file a promise; git itself is the judge.
//!
//! A part of it runs always. All of it, with `COP_WHOLE=1`, takes most of an hour on two cores:
//! `COP_WHOLE=1 TMPDIR=/dev/shm cargo test --test it -- --nocapture --test-threads=1 safety::`. The numbers of trials are printed.
#![cfg(target_os = "linux")]

mod failing;
mod identity;
mod killed;
mod line_ends;
mod odd;
mod read_back;
mod together;
mod users;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use tempfile::TempDir;

use crate::hostile::{is_whole, on_all_cores};
use crate::support::world::World;

/// How often something is tried: so often always, and so often when all of it is run.
fn times(quick: usize, whole: usize) -> usize {
    if is_whole() { whole } else { quick }
}

/// A community with something in it for every command that writes, and with a person's own work under way: staged, changed after
/// that, changed only, and unknown to git.
fn busy() -> World {
    let world = World::archivists();
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.write("practices/name-files.md", "---\nstatus: adopted\nsteward: ada\n---\n\n# Name files\n\nBy day. See [scanning](scan-letters.md#top) and [[export-a-mailbox]].\n");
    world.write("notes/staged.txt", "one\n");
    world.write("notes/edited.txt", "one\n");
    world.commit("Begin well");
    world.write("practices/at-home.md", "# At home\n");
    world.commit_by("Ada Test", "ada@gmail.com", "From home");
    world.write("notes/staged.txt", "two\n");
    world.git(&["add", "notes/staged.txt"]);
    world.write("notes/staged.txt", "three\n");
    world.write("notes/edited.txt", "two\n");
    world.write("notes/unknown.txt", "mine\n");
    world
}

/// A command that writes, under its name, as it is typed in [`busy`]'s community.
struct Writing {
    name: &'static str,
    line: &'static [&'static str],
}

const fn writing(name: &'static str, line: &'static [&'static str]) -> Writing {
    Writing { name, line }
}

/// Every command that writes. A new one gets its line here, and with it all that this folder does to it.
const WRITINGS: &[Writing] = &[
    writing("add", &["-q", "add", "practice", "Sort photos", "--body", "By year.", "-t", "photo"]),
    writing("set", &["-q", "set", "scan-letters", "steward=bram"]),
    writing("mark", &["-q", "mark", "name-files", "superseded", "--superseded-by", "scan-letters"]),
    writing("tag", &["-q", "tag", "scan-letters", "paper"]),
    writing("ask", &["-q", "ask", "Who scans?", "--body", "And where?"]),
    writing("answer", &["-q", "answer", "how-long", "--body", "Ten years."]),
    writing("accept", &["-q", "accept", "how-long/bram"]),
    writing("rename", &["-q", "rename", "scan-letters", "Scan old letters"]),
    writing("rm", &["-q", "rm", "name-files"]),
    writing("review", &["-q", "review", "name-files", "still-true"]),
    writing("flag", &["-q", "flag", "name-files", "outdated", "-m", "Nobody does."]),
    writing("used", &["-q", "used", "name-files"]),
    writing("follow", &["-q", "follow", "how-long"]),
    writing("check", &["-q", "check", "--select", "unclaimed-address", "--fix", "--same", "ada"]),
    writing("thank", &["-q", "thank", "bram", "how-long/bram"]),
    writing("meet", &["-q", "meet", "plan", "2026-12-10", "--every", "6 weeks", "--times", "3"]),
];

/// Those that this cop has.
fn writings(world: &World) -> Vec<&'static Writing> {
    let is_there = |writing: &&Writing| world.cop(&[writing.name, "--help"]).status == 0;
    WRITINGS.iter().filter(is_there).collect()
}

/// A copy of a world's community, for one trial.
struct Copy<'w> {
    world: &'w World,
    _folder: TempDir,
    root: PathBuf,
}

impl<'w> Copy<'w> {
    fn of(world: &'w World) -> Self {
        let folder = tempfile::Builder::new().prefix("cop-trial-").tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap().join("community");
        let copied = Command::new("cp").arg("-a").arg(world.root()).arg(&root).status().unwrap();
        assert!(copied.success());
        // Where files are has changed, and git would look at all of them.
        let copy = Self { world, _folder: folder, root };
        copy.git(&["update-index", "-q", "--refresh"]);
        copy
    }

    /// A command in the copy, with what the world gives it.
    fn command(&self, program: &str) -> Command {
        let mut command = self.world.command(program).ready();
        command.current_dir(&self.root).env("GIT_CEILING_DIRECTORIES", self.root.parent().unwrap());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// What git prints, and whether it was content.
    fn git(&self, arguments: &[&str]) -> (String, bool) {
        let output = self.command("git").args(arguments).output().unwrap();
        let text = [output.stdout, output.stderr].concat();
        (String::from_utf8_lossy(&text).into_owned(), output.status.success())
    }

    /// Everything that a write could touch.
    fn state(&self) -> State {
        let lines = |arguments: &[&str]| {
            let (text, fine) = self.git(arguments);
            assert!(fine, "{arguments:?}: {text}");
            let entries = text.split_terminator('\0').filter_map(|line| line.split_once('\t'));
            entries.map(|(about, path)| (path.to_owned(), about.to_owned())).collect()
        };
        let blob = |about: String| about.split(' ').nth(2).unwrap_or_default().to_owned();
        let tree: BTreeMap<_, _> = lines(&["ls-tree", "-r", "-z", "HEAD"]);
        let head = tree.into_iter().map(|(path, about)| (path, blob(about))).collect();
        State { head, index: lines(&["ls-files", "-s", "-z"]), disk: disk(&self.root) }
    }

    /// What is wrong with the repository as git and a person see it when nobody is writing.
    fn unsound(&self) -> Option<String> {
        let (said, fine) = self.git(&["fsck", "--strict", "--no-dangling"]);
        // The objects of a write that was cut off are named by nothing; everything else that git says is a fault.
        let said: Vec<_> = said.lines().filter(|line| !line.starts_with("notice: ")).collect();
        if !fine || !said.is_empty() {
            return Some(format!("git fsck: {}", said.join("; ")));
        }
        let left = ["index.lock", "HEAD.lock", "refs/heads/main.lock", "cop/journal"];
        left.iter().find(|name| self.root.join(".git").join(name).symlink_metadata().is_ok()).map(|name| format!("{name} is left"))
    }
}

/// The files of a work tree, by path.
fn disk(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root).into_iter().filter_entry(|entry| entry.file_name() != ".git").flatten();
    let files = entries.filter(|entry| entry.file_type().is_file());
    let path = |entry: &walkdir::DirEntry| entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned();
    files.map(|entry| (path(&entry), fs::read(entry.path()).unwrap_or_default())).collect()
}

/// What the newest commit, git's index and the disk have.
#[derive(Clone, Debug, PartialEq)]
struct State {
    head: BTreeMap<String, String>,
    index: BTreeMap<String, String>,
    disk: BTreeMap<String, Vec<u8>>,
}

impl State {
    /// The paths that another state has differently.
    fn differs(&self, other: &Self) -> BTreeSet<String> {
        fn different<V: PartialEq>(one: &BTreeMap<String, V>, other: &BTreeMap<String, V>) -> Vec<String> {
            one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
        }
        let mut paths = different(&self.head, &other.head);
        paths.extend(different(&self.index, &other.index));
        paths.extend(different(&self.disk, &other.disk));
        paths.into_iter().collect()
    }
}

/// Before and after a write that nobody disturbed.
struct Sides {
    before: State,
    after: State,
}

/// What became of a write that was disturbed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

impl Sides {
    /// Does it undisturbed, in a copy of its own.
    fn of(world: &World, line: &[&str]) -> Self {
        let copy = Copy::of(world);
        let before = copy.state();
        let output = copy.command("cop").args(line).output().unwrap();
        assert!(output.status.success(), "{line:?}: {}", String::from_utf8_lossy(&output.stderr));
        let after = copy.state();
        assert_ne!(before, after, "{line:?}");
        assert_eq!(copy.unsound(), None, "{line:?}");
        Self { before, after }
    }

    /// On which side a copy is, all of it: an error names what is on neither.
    fn side(&self, now: &State) -> Result<Side, String> {
        if *now == self.before {
            return Ok(Side::Before);
        }
        if *now == self.after {
            return Ok(Side::After);
        }
        Err(format!("neither before (differs: {:?}) nor after (differs: {:?})", now.differs(&self.before), now.differs(&self.after)))
    }
}

/// After a write was disturbed: the next command of cop puts it right, a commit by hand keeps every document, and what was
/// acknowledged is there. Gives the side on which it came out.
fn judged(copy: &Copy<'_>, sides: &Sides, is_acknowledged: bool) -> Result<Side, String> {
    let next = copy.command("cop").args(["list", "--json"]).output().unwrap();
    if !next.status.success() {
        return Err(format!("the next command: {}", String::from_utf8_lossy(&next.stderr)));
    }
    let side = sides.side(&copy.state())?;
    if is_acknowledged && side == Side::Before {
        return Err("it was acknowledged and is lost".to_owned());
    }
    if let Some(fault) = copy.unsound() {
        return Err(fault);
    }
    let (said, fine) = copy.git(&["commit", "--quiet", "--message", "By hand"]);
    if !fine {
        return Err(format!("a commit by hand: {said}"));
    }
    // The commit by hand has what was staged, and everything else as it was.
    let now = copy.state();
    let kept = if side == Side::After { &sides.after } else { &sides.before };
    let (others, expected) = ([&now.head, &kept.head], "notes/staged.txt");
    let [now, kept] = others.map(|head| head.iter().filter(|(path, _)| *path != expected).collect::<Vec<_>>());
    if now == kept { Ok(side) } else { Err("a commit by hand lost something".to_owned()) }
}

/// A number that differs from run to run, which is printed so that a run can be repeated: `COP_SEED`.
fn seed() -> u64 {
    let given = std::env::var("COP_SEED").ok().and_then(|text| text.parse().ok());
    let seed = given.unwrap_or_else(|| SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |now| now.as_secs()));
    eprintln!("COP_SEED={seed}");
    seed
}

/// Numbers that look like chance and are the same for the same seed.
struct Chance(u64);

impl Chance {
    /// A number below this one.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % u64::try_from(end.max(1)).unwrap()) as usize
    }

    fn of<'c, T>(&mut self, all: &'c [T]) -> &'c T {
        &all[self.below(all.len())]
    }
}

/// Whether there is an strace that may watch other processes; where not, it says so.
fn has_strace() -> bool {
    let there = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let there = there.is_ok_and(|status| status.success());
    if !there {
        eprintln!("skipped: no strace");
    }
    there
}

/// How often each thread at most makes each system call in a command, from its beginning to its end.
fn calls(copy: &Copy<'_>, line: &[&str]) -> BTreeMap<String, usize> {
    let trace = copy.root.with_file_name("trace");
    let mut command = below_strace(copy, line, &["-o", &trace.to_string_lossy()]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{line:?}: {}", String::from_utf8_lossy(&output.stderr));
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let text = String::from_utf8_lossy(&fs::read(&trace).unwrap()).into_owned();
    for line in text.lines() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        // What was begun is counted, and what is resumed was counted before.
        let call = call.trim_start();
        if let Some((name, _)) = call.split_once('(')
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        {
            *counts.entry((thread, name)).or_default() += 1;
        }
    }
    let mut most: BTreeMap<String, usize> = BTreeMap::new();
    for ((_, name), count) in counts {
        let known = most.entry(name.to_owned()).or_default();
        *known = count.max(*known);
    }
    most
}

/// cop below strace.
fn below_strace(copy: &Copy<'_>, line: &[&str], options: &[&str]) -> Command {
    let cop = copy.command("cop");
    let mut command = Command::new("strace");
    command.args(["-f", "-qq"]).args(options).arg(cop.get_program()).args(line).env_clear();
    command.envs(cop.get_envs().filter_map(|(name, value)| Some((name, value?)))).current_dir(&copy.root);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Fails with the first of many faults, and how many there are.
fn none(faults: &[String], trials: usize) {
    let first = &faults[..faults.len().min(20)];
    assert!(faults.is_empty(), "{} faults in {trials} trials:\n{}", faults.len(), first.join("\n"));
}
