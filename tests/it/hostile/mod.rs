//! Files and repositories that mean harm: whatever stands in them, every command ends as it says it does, prints nothing that
//! steers a terminal, stays within its time and memory, reads nothing outside, starts nothing and changes nothing.
//!
//! A part of it runs always. All of it, with `COP_WHOLE=1`, takes many minutes: ten thousand files, every form of every command,
//! every document by itself. Where the files can't be made the tests pass and say so.
#![cfg(target_os = "linux")]

mod governance;
mod made;
mod run;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use std::thread;
use std::time::Duration;

use made::Made;
use run::{Ran, cop, run, shown, traced};

/// Without optimisation everything takes so many times longer.
const SLOWNESS: u32 = if cfg!(debug_assertions) { 5 } else { 1 };
/// How long a command may take on one file, or on a small repository.
const SMALL: Duration = Duration::from_secs(2);
/// How long it may take on everything.
const LARGE: Duration = Duration::from_secs(60);

pub(crate) fn is_whole() -> bool {
    std::env::var_os("COP_WHOLE").is_some_and(|value| !value.is_empty() && value != "0")
}

/// What the tests share; made once, and seen not to have changed when each of them ends.
fn made() -> Option<&'static (Made, BTreeMap<PathBuf, String>)> {
    static MADE: OnceLock<Option<(Made, BTreeMap<PathBuf, String>)>> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let made = made::make(if is_whole() { 10_000 } else { 2_000 })?;
        let print = made.fingerprint();
        Some((made, print))
    });
    made.as_ref()
}

/// A folder that is some test's own home, and nobody else's.
fn home(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-homes").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Nothing that was made is different, and nothing was left by a program that should not have been run.
fn assert_unchanged(made: &Made, before: &BTreeMap<PathBuf, String>) {
    let after = made.fingerprint();
    let mut changed: Vec<_> = before.iter().filter(|(path, print)| after.get(*path) != Some(print)).map(|(path, _)| path).collect();
    changed.extend(after.keys().filter(|path| !before.contains_key(*path)));
    assert!(changed.is_empty(), "changed: {changed:#?}");
}

/// Does all the work on all cores.
pub(crate) fn on_all_cores<T: Sync>(work: &[T], each: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(one) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    each(one);
                }
            });
        }
    });
}

/// What was found out, by all threads.
#[derive(Default)]
struct Report {
    faults: Mutex<Vec<String>>,
    figures: Mutex<BTreeMap<String, Figures>>,
}

#[derive(Default)]
struct Figures {
    runs: usize,
    by_status: [usize; 3],
    slowest: Duration,
    held: u64,
}

impl Report {
    fn add(&self, command: &OsString, ran: &Ran, canary: &str, most: Duration) {
        let mut figures = self.figures.lock().unwrap();
        let figures = figures.entry(command.to_string_lossy().into_owned()).or_default();
        figures.runs += 1;
        if let Some(count) = ran.status.and_then(|status| figures.by_status.get_mut(usize::try_from(status.code()?).ok()?)) {
            *count += 1;
        }
        figures.slowest = figures.slowest.max(ran.took);
        figures.held = figures.held.max(ran.held);
        self.faults.lock().unwrap().extend(ran.faults(canary, most));
    }

    fn end(self, name: &str) {
        for (command, figures) in self.figures.into_inner().unwrap() {
            let Figures { runs, by_status, slowest, held } = figures;
            eprintln!("{name}: {command:13} {runs:6} runs, status 0, 1, 2: {by_status:?}, at most {slowest:?} and {} MB", held >> 10);
        }
        let faults = self.faults.into_inner().unwrap();
        let first = &faults[..faults.len().min(50)];
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), first.join("\n"));
    }
}

fn words(line: &str) -> Vec<OsString> {
    line.split(' ').map(OsString::from).collect()
}

/// The commands that ask about a whole community.
fn questions() -> Vec<Vec<OsString>> {
    let quick = [
        "list",
        "list --json",
        "search zoekwoordterm kennis",
        "search --json praktijk",
        "contributors",
        "contributors --json --emails",
        "contributors -f csv",
        "check",
        "check --json",
        "doctor",
    ];
    let more = [
        "list -f csv",
        "list -f md",
        "list -f paths",
        "list -f jsonl",
        "list tags",
        "list words",
        "list practice --by anna",
        "list --sort title -n 3 --verbose",
        "search titel -f csv",
        "search titel -f md",
        "search titel -f paths",
        "search titel -f jsonl -n 1000",
        "search titel is:stale",
        "search has:tags no:reviewed",
        "contributors -f jsonl",
        "contributors -f md",
        "contributors --sort commits --since 2020",
        "check -f concise",
        "check -f jsonl",
        "check -f sarif",
        "check -f junit",
        "check -f github",
        "check -f gitlab",
        "check -f rdjson",
        "check -f md",
        "check --history",
        "doctor --json",
        "history",
        "history --json",
    ];
    quick.iter().chain(more.iter().filter(|_| is_whole())).map(|line| words(line)).collect()
}

/// The commands that ask about one document.
fn about(document: &OsString) -> Vec<Vec<OsString>> {
    let forms = ["show", "show --json", "history", "history --json", "show -f md", "contributors", "check"];
    let forms = if is_whole() { &forms[..] } else { &forms[..4] };
    let document = [OsString::from("--"), document.clone()];
    forms.iter().map(|form| words(form).into_iter().chain(document.clone()).collect()).collect()
}

#[test]
fn no_repository_makes_a_command_fail_or_change_anything() {
    let Some((made, before)) = made() else { return };
    let home = home("repositories");
    let report = Report::default();
    on_all_cores(&made.repositories(), |folder| {
        let documents = Made::documents(folder);
        let some = documents.iter().step_by((documents.len() / if is_whole() { 8 } else { 2 }).max(1));
        let lang = if folder.as_os_str().len() % 2 == 0 { "nl" } else { "en" };
        for command in questions().into_iter().chain(some.flat_map(about)) {
            // Twice as long as a file may take: some have thousands of commits.
            let most = SMALL * 2 * SLOWNESS;
            let ran = run(cop(&home, folder, &command, lang), most * 4);
            report.add(&command[0], &ran, &made.canary, most);
        }
    });
    report.end("repositories");
    assert_unchanged(made, before);
}

#[test]
fn no_file_makes_a_command_fail_or_change_anything() {
    let Some((made, before)) = made() else { return };
    let (home, report, tree) = (home("tree"), Report::default(), made.tree());
    let documents: Vec<OsString> = if is_whole() {
        Made::documents(&tree).into_iter().step_by(100).collect()
    } else {
        ["terminal"]
            .iter()
            .filter_map(|class| made.samples().into_iter().find(|case| case.class == *class)?.in_tree())
            .map(Into::into)
            .collect()
    };
    let mut work = questions();
    work.extend(documents.iter().flat_map(about));
    // The first alone: it makes what the others find ready.
    let (first, rest) = work.split_at(1);
    for part in [first, rest] {
        on_all_cores(part, |command| {
            let ran = run(cop(&home, &tree, command, "nl"), LARGE * SLOWNESS);
            report.add(&command[0], &ran, &made.canary, LARGE * SLOWNESS / 2);
        });
    }
    report.end("tree");
    assert_unchanged(made, before);
}

#[test]
fn no_file_takes_long_by_itself() {
    let Some((made, _)) = made() else { return };
    let (home, report) = (home("alone"), Report::default());
    let cases: Vec<_> = if is_whole() { made.cases.iter().collect() } else { made.samples() };
    let cases: Vec<_> = cases.into_iter().filter_map(|case| case.in_tree()).collect();
    let number = AtomicUsize::new(0);
    on_all_cores(&cases, |path| {
        let file = made.tree().join(path);
        if !file.symlink_metadata().is_ok_and(|about| about.is_file()) {
            return;
        }
        let folder = home.join(number.fetch_add(1, Ordering::Relaxed).to_string());
        let copy = folder.join(path);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(&file, &copy).unwrap();
        fs::write(folder.join("community.yaml"), "name: Alleen\n").unwrap();
        for command in ["show", "check"] {
            let ran = run(cop(&home, &folder, &[command.into(), "--".into(), path.into()], "en"), LARGE);
            report.add(&command.into(), &ran, &made.canary, SMALL * SLOWNESS);
        }
        fs::remove_dir_all(folder).unwrap();
    });
    report.end("alone");
}

#[test]
fn no_query_makes_search_fail() {
    let Some((made, _)) = made() else { return };
    let (home, report) = (home("queries"), Report::default());
    let folder = made.folder.join("repos/bron");
    let queries: Vec<_> = made.queries().into_iter().filter(|query| !query.contains('\0')).collect();
    let as_typed = |query: &String| {
        vec![vec!["search".into(), "--".into(), query.into()], vec!["search".into(), "--json".into(), "--".into(), query.into()]]
    };
    let mut commands: Vec<Vec<OsString>> = queries.iter().flat_map(as_typed).collect();
    commands.extend(
        queries.iter().map(|query| std::iter::once("search".into()).chain(query.split(' ').take(500).map(OsString::from)).collect()),
    );
    commands.extend(queries.iter().map(|query| vec!["show".into(), "--".into(), query.into()]));
    commands.extend(
        queries.iter().map(|query| {
            vec!["list".into(), "--by".into(), query.into(), "--where".into(), query.into(), "--created".into(), query.into()]
        }),
    );
    on_all_cores(&commands, |command| {
        let ran = run(cop(&home, &folder, command, "nl"), LARGE);
        report.add(&command[0], &ran, &made.canary, SMALL * SLOWNESS);
    });
    report.end("queries");
}

#[test]
fn reading_starts_no_program_and_writes_only_what_is_its_own() {
    let Some((made, before)) = made() else { return };
    let there = Command::new("strace").arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !there.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no strace");
        return;
    }
    let home = home("traced");
    let traps =
        ["config-traps", "hooks", "hook-refuses", "super", "inner", "include-conf", "mailmap-link", "worktree", "partial", "foreign-owner"];
    let mut folders = made.repositories();
    folders.retain(|folder| is_whole() || traps.iter().any(|trap| folder.ends_with(trap)));
    folders.push(made.tree());
    let faults = Mutex::new(Vec::new());
    on_all_cores(&folders, |folder| {
        let documents = Made::documents(folder);
        let lines = ["search kennis", "check", "contributors", "list", "doctor"].map(words);
        let commands = lines.into_iter().chain(documents.first().into_iter().flat_map(about).take(3));
        // The tree is large, and traced without optimisation it takes its time.
        let most = if folder.ends_with("tree") && !is_whole() { 2 } else { usize::MAX };
        for (number, command) in commands.enumerate().take(most) {
            let trace = home.join(format!("{}-{number}.trace", folder.file_name().unwrap().display()));
            let ran = run(traced(&cop(&home, folder, &command, "en"), &trace), LARGE * SLOWNESS);
            let traced = fs::read(&trace).unwrap_or_default();
            let traced = String::from_utf8_lossy(&traced);
            let odd = traced.lines().filter_map(|line| fault_of(line, &home, made));
            faults.lock().unwrap().extend(odd.map(|line| format!("{}: {}", ran.said, shown(&line))));
            if traced.lines().filter(|line| line.contains("exec")).count() != 1 {
                faults.lock().unwrap().push(format!("{}: more than one program, or no trace", ran.said));
            }
        }
    });
    let faults = faults.into_inner().unwrap();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(50)].join("\n"));
    assert_unchanged(made, before);
}

/// A line of a trace that tells of something which reading must not do.
fn fault_of(line: &str, home: &Path, made: &Made) -> Option<String> {
    let call = line.split_once(' ').map_or(line, |(_, call)| call.trim_start());
    let (name, rest) = call.split_once('(')?;
    let failed = call.contains(" = -1 ");
    let nets = ["socket", "connect", "bind", "sendto"];
    let writes = [
        "unlink",
        "unlinkat",
        "rename",
        "renameat",
        "renameat2",
        "mkdir",
        "mkdirat",
        "rmdir",
        "link",
        "linkat",
        "symlink",
        "symlinkat",
        "chmod",
        "fchmodat",
        "truncate",
        "utimensat",
        "mknod",
        "mknodat",
        "chown",
        "lchown",
    ];
    let opened_to_write = name.starts_with("open") && ["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| rest.contains(flag));
    let outside = made.folder.join("outside");
    if nets.contains(&name) || name.starts_with("open") && !failed && !opened_to_write && rest.contains(&*outside.to_string_lossy()) {
        // Git itself reads a file that the configuration includes.
        return Some(call.to_owned()).filter(|call| !call.contains("secret.txt"));
    }
    let own = [
        home.to_string_lossy().into_owned(),
        "/.git/cop".to_owned(),
        "/cop/".to_owned(),
        // The index of a work tree lies in the work tree's own part of the git folder.
        "/.git/worktrees/worktree/cop\"".to_owned(),
        "\"/dev/null\"".to_owned(),
        "\"/dev/tty\"".to_owned(),
    ];
    let is_own = own.iter().any(|own| rest.contains(own.as_str()));
    ((writes.contains(&name) || opened_to_write) && !failed && !is_own).then(|| call.to_owned())
}

#[test]
fn check_finds_what_is_wrong_and_nothing_else() {
    let Some((made, _)) = made() else { return };
    let home = home("expected");
    let ran = run(cop(&home, &made.tree(), &words("check --json"), "en"), LARGE * SLOWNESS);
    let Ok(answer) = serde_json::from_slice::<serde_json::Value>(&ran.stdout) else {
        eprintln!("skipped: no check");
        return;
    };
    let mut worst: BTreeMap<&str, bool> = BTreeMap::new();
    for finding in answer["findings"].as_array().unwrap() {
        *worst.entry(finding["path"].as_str().unwrap_or_default()).or_default() |= finding["severity"] == "error";
    }
    let mut wrong = Vec::new();
    for case in &made.cases {
        let Some(path) = case.in_tree() else { continue };
        let found = worst.get(path);
        let fits = match case.expect.as_str() {
            "ok" => found != Some(&true),
            "finding" => found.is_some(),
            _ => true,
        };
        if !fits {
            wrong.push(format!("{} {}: {} ({})", case.expect, case.class, shown(path), shown(&case.what)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), made.cases.len(), wrong.join("\n"));
}

#[test]
fn a_line_of_a_trace_is_read() {
    let made = Made { folder: "/made".into(), canary: String::new(), cases: Vec::new() };
    for (line, is_fault) in [
        (r#"12 openat(AT_FDCWD, "/made/tree/a.md", O_RDONLY|O_CLOEXEC) = 3"#, false),
        (r#"12 openat(AT_FDCWD, "/made/outside/secret.md", O_RDONLY|O_CLOEXEC) = 3"#, true),
        (r#"12 openat(AT_FDCWD, "/made/tree/.git/index", O_RDWR|O_CREAT, 0666) = 3"#, true),
        (r#"12 openat(AT_FDCWD, "/made/tree/.git/cop/root/history", O_RDWR|O_CREAT, 0666) = 3"#, false),
        (r#"12 unlink("/made/tree/a.md") = 0"#, true),
        (r#"12 unlink("/made/tree/a.md") = -1 ENOENT (No such file or directory)"#, false),
        (r"12 socket(AF_UNIX, SOCK_STREAM, 0) = 3", true),
    ] {
        assert_eq!(fault_of(line, Path::new("/home"), &made).is_some(), is_fault, "{line}");
    }
}
