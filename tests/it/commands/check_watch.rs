//! `cop check --watch`: a process that goes on, while files are written.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::{cop, dutch, tiny, transcript};
use crate::support::world::World;

/// What is not told by then is never told.
const PATIENCE: Duration = Duration::from_secs(60);

/// cop, watching.
struct Watching {
    child: Child,
    lines: Receiver<String>,
    told: Vec<String>,
}

impl Watching {
    fn begin(world: &World, line: &str) -> Self {
        let mut child = cop(world, line).ready().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (send, lines) = channel();
        let tell = |from: Box<dyn std::io::Read + Send>, mark: &'static str| {
            let send = send.clone();
            thread::spawn(move || {
                BufReader::new(from).lines().map_while(Result::ok).try_for_each(|line| send.send(format!("{mark}{line}")))
            });
        };
        tell(Box::new(child.stdout.take().unwrap()), "");
        tell(Box::new(child.stderr.take().unwrap()), "» ");
        Self { child, lines, told: Vec::new() }
    }

    /// Waits for a line with this in it; gives all that was told since the last one, without the times.
    fn tells(&mut self, part: &str) -> String {
        let end = Instant::now() + PATIENCE;
        let mut told = Vec::new();
        while told.last().is_none_or(|line: &String| !line.contains(part)) {
            let line = self.lines.recv_timeout(end.saturating_duration_since(Instant::now()));
            let line = line.unwrap_or_else(|_| panic!("{part} is not told, but:\n{}\n{}", self.told.join("\n"), told.join("\n")));
            // Between what belongs together stands a line without words.
            if line.is_empty() {
                continue;
            }
            // Clocks differ: only that there is a time is the same.
            let time = line.get(..8).filter(|time| time.split(':').filter(|part| part.parse::<u8>().is_ok()).count() == 3);
            told.push(time.map_or_else(|| line.clone(), |time| line.replacen(time, "[time]", 1)));
        }
        self.told.extend(told.clone());
        told.join("\n")
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_is_written_is_checked_as_it_comes() {
    let world = tiny();
    let mut watching = Watching::begin(&world, "check --watch --ignore STW");
    insta::assert_snapshot!(watching.tells("documents,"), @r"
    [time]  checks again when something changes, until Ctrl-C
    4 documents, 0 errors, 0 warnings
    ");
    world.write("practices/scan.md", "# Scan\n\n[letters](scan-letter.md)\n");
    insta::assert_snapshot!(watching.tells("documents,"), @r"
    [time]  changed: practices/scan.md
    practices/scan.md:3:11  error dead-link  no such document: scan-letter
       |  [letters](scan-letter.md)
       |            ^^^^^^^^^^^^^^ nearest: scan-letters.md
    5 documents, 1 error, 0 warnings
    ");
    world.write("practices/scan.md", "# Scan\n\n[letters](scan-letters.md)\n");
    insta::assert_snapshot!(watching.tells("documents,"), @r"
    [time]  changed: practices/scan.md
    mended: practices/scan.md  dead-link  no such document: scan-letter
    5 documents, 0 errors, 0 warnings
    ");
    fs::remove_file(world.path("practices/scan-letters.md")).unwrap();
    insta::assert_snapshot!(watching.tells("documents,"), @r"
    [time]  changed: practices/scan-letters.md
    practices/scan-maps.md:7:15  error dead-link  no such document: scan-letters
       |  See [letters](scan-letters.md).
       |                ^^^^^^^^^^^^^^^
       |  the last commit has it and it is gone since; take the reference away, or
       |  bring the document back: git restore -SW -s HEAD --
       |  :/practices/scan-letters.md
    practices/scan.md:3:11  error dead-link  no such document: scan-letters
       |  [letters](scan-letters.md)
       |            ^^^^^^^^^^^^^^^
       |  the last commit has it and it is gone since; take the reference away, or
       |  bring the document back: git restore -SW -s HEAD --
       |  :/practices/scan-letters.md
    4 documents, 2 errors, 0 warnings
    ");
}

#[test]
fn settings_that_break_are_told_and_waited_for() {
    let world = tiny();
    let mut watching = Watching::begin(&world, "check --watch --ignore STW -f concise");
    insta::assert_snapshot!(watching.tells("Ctrl-C"), @"[time]  checks again when something changes, until Ctrl-C");
    world.write("community.yaml", "format: 1\nname: [Tiny\n");
    insta::assert_snapshot!(watching.tells("yaml-syntax"), @r#"
    [time]  changed: community.yaml
    community.yaml:2:7 error FM001 yaml-syntax `[` opens a list or a mapping in YAML, and this is neither; Write: name: "[Tiny"
    "#);
    fs::remove_file(world.path("community.yaml")).unwrap();
    watching.tells("» error: ");
    world.write("community.yaml", "format: 1\nname: Tiny\n");
    watching.tells("changed: community.yaml");
    world.write("practices/scan.md", "# Scan\n\n[letters](scan-letter.md)\n");
    let told = watching.tells("dead-link");
    assert!(
        told.ends_with("\npractices/scan.md:3:11 error REF001 dead-link no such document: scan-letter; nearest: scan-letters.md"),
        "{told}"
    );
    // A commit can make a difference without a file that is written.
    world.commit("Scan");
    watching.tells("changed: HEAD");
}

#[test]
fn what_an_editor_keeps_for_a_moment_is_no_news() {
    let world = tiny();
    let mut watching = Watching::begin(&world, "check --watch --ignore STW -f concise");
    watching.tells("Ctrl-C");
    // As vim and others write: beside the file, and then in its place.
    world.write("practices/4913", "");
    world.write("practices/.scan-maps.md.swp", "x");
    fs::remove_file(world.path("practices/4913")).unwrap();
    world.write("practices/scan-maps.md~", "old");
    world.write("practices/scan-letters.md.tmp", "# Scan letters\n\n[x](y.md)\n");
    fs::rename(world.path("practices/scan-letters.md.tmp"), world.path("practices/scan-letters.md")).unwrap();
    let told = watching.tells("dead-link");
    assert!(told.contains("scan-letters.md") && told.lines().count() <= 2, "{told}");
    world.write("practices/scan-letters.md", "# Scan letters\n\n[x](z.md)\n");
    let told = watching.tells("no such document: z");
    assert!(told.lines().count() == 3 && told.contains("mended: practices/scan-letters.md"), "{told}");
    // What was told before is counted.
    world.write("practices/scan-maps.md", "# Scan maps\n\n[letters](letters.md)\n");
    let told = watching.tells("no such document: letters");
    assert!(told.contains("\n1 as before\n") && !told.contains("z.md"), "{told}");
}

#[test]
fn it_ends_when_nobody_reads() {
    let world = tiny();
    let mut child = cop(&world, "check --watch").ready().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    lines.read_line(&mut first).unwrap();
    assert!(first.contains("Ctrl-C"), "{first}");
    drop::<BufReader<ChildStdout>>(lines);
    let start = Instant::now();
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if start.elapsed() > PATIENCE => panic!("{:?}", child.kill()),
            None => thread::sleep(Duration::from_millis(5)),
        }
    };
    assert_eq!(status.code(), Some(0));
}

#[test]
fn what_has_an_end_is_refused() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["check --watch -f md", "check --watch --fix", "check --watch --staged"]), @r"
    $ cop check --watch -f md
    » error: --watch goes on telling, and -f md is for what has an end
    » hint: one of these: text, concise
    [status 2]

    $ cop check --watch --fix
    » error: --watch and --fix don't go together
    » hint: all about it: cop check --help
    [status 2]

    $ cop check --watch --staged
    » error: --watch and --staged don't go together
    » hint: all about it: cop check --help
    [status 2]
    ");
    insta::assert_snapshot!(dutch(&world, &["check --watch -f junit"]), @r"
    $ COP_LANG=nl cop check --watch -f junit
    » fout: --watch blijft vertellen, en -f junit is voor wat een einde heeft
    » tip: kies uit: text, concise
    [status 2]
    ");
}
