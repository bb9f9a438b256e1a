//! One run of cop, watched: how it ended, what it printed, how long it took and how much memory it held.

use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How a run went.
pub(super) struct Ran {
    /// What was typed.
    pub(crate) said: String,
    /// How it ended; `None` if it had to be stopped.
    pub(crate) status: Option<ExitStatus>,
    /// What it printed.
    pub(crate) stdout: Vec<u8>,
    /// What it said beside that.
    pub(crate) stderr: Vec<u8>,
    /// How long it kept processors busy, as far as it was seen: unlike the time that passed, it does not grow with what else runs.
    pub(crate) took: Duration,
    /// How much memory it held at most, in KiB, as far as it was seen.
    pub(crate) held: u64,
}

/// A command line of cop in a folder, with nothing of the machine but `PATH`.
pub(super) fn cop(home: &Path, folder: &Path, arguments: &[OsString], lang: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cop"));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("HOME", home).env("COP_NOW", "2026-11-22T09:00:00Z").env("COP_LANG", lang);
    command.arg("-C").arg(folder).args(arguments);
    command
}

/// The same below strace, which writes down every program that is started, every file that is named and every address.
pub(super) fn traced(command: &Command, trace: &Path) -> Command {
    let mut traced = Command::new("strace");
    traced.args(["-f", "-qq", "-s", "4096", "-e", "trace=execve,execveat,%file,%net", "-o"]).arg(trace);
    traced.arg(command.get_program()).args(command.get_args()).env_clear();
    traced.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    traced
}

/// Runs it to its end, or until it takes too long.
pub(super) fn run(mut command: Command, patience: Duration) -> Ran {
    let said = command.get_args().map(|argument| shown(&argument.to_string_lossy())).collect::<Vec<_>>().join(" ");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let start = Instant::now();
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{said}: {error}"));
    let stdout = reader(child.stdout.take().unwrap());
    let stderr = reader(child.stderr.take().unwrap());
    let (mut held, mut took) = (0, Duration::ZERO);
    let status = loop {
        held = held.max(memory(&child));
        took = took.max(busy(&child));
        if let Some(status) = child.try_wait().unwrap() {
            break Some(status);
        }
        if start.elapsed() > patience {
            let _ = child.kill();
            let _ = child.wait();
            break None;
        }
        thread::sleep(Duration::from_millis(2));
    };
    Ran { said, status, stdout: stdout.join().unwrap(), stderr: stderr.join().unwrap(), took, held }
}

fn reader(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).expect("output that can be read");
        bytes
    })
}

/// The most memory that a process has held until now; 0 where the system does not say.
fn memory(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// How long a process has kept processors busy, all its threads together; zero where the system does not say.
fn busy(child: &Child) -> Duration {
    let about = fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap_or_default();
    // The name, which may hold anything, ends at the last bracket; times are in hundredths of a second.
    let numbers = about.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
    Duration::from_millis(10 * numbers.skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>())
}

/// Text that can be read in a report whatever is in it.
pub(super) fn shown(text: &str) -> String {
    let mut short: String = text.chars().take(300).flat_map(char::escape_debug).collect();
    if text.chars().count() > 300 {
        let _ = write!(short, "… ({} bytes)", text.len());
    }
    short
}

impl Ran {
    /// What is wrong with it, if anything.
    pub(crate) fn faults(&self, canary: &str, most: Duration) -> Vec<String> {
        let mut faults = Vec::new();
        match self.status.map(|status| status.code()) {
            None => faults.push(format!("had to be stopped, after {:?} of work", self.took)),
            Some(None) => faults.push(format!("killed: {:?}", self.status)),
            Some(Some(0..=2)) => {}
            Some(Some(other)) => faults.push(format!("status {other}")),
        }
        for (name, bytes) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            match std::str::from_utf8(bytes) {
                Ok(text) => faults.extend(steering(text).map(|(at, letter)| {
                    let around: String = text[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
                    format!("{name} has {} after {}", letter.escape_unicode(), shown(&around))
                })),
                Err(error) => faults.push(format!("{name} is no UTF-8: {error}")),
            }
        }
        let stderr = String::from_utf8_lossy(&self.stderr);
        let said = [String::from_utf8_lossy(&self.stdout), stderr.clone()];
        if said.iter().any(|said| said.contains(canary)) {
            faults.push("it printed what stands outside the community".to_owned());
        }
        if stderr.contains("panicked at")
            || stderr.contains("a bug in cop")
            || stderr.contains("een fout in cop")
            || stderr.contains("RUST_BACKTRACE")
            || stderr.contains("\"kind\":\"internal\"")
        {
            faults.push(format!("panic: {}", shown(&stderr)));
        }
        let failed = self.status.and_then(|status| status.code()) == Some(2);
        if failed && stderr.trim().is_empty() {
            faults.push("it failed and does not say why".to_owned());
        }
        if failed && !self.stdout.is_empty() {
            faults.push(format!("it failed and printed a result: {}", shown(&String::from_utf8_lossy(&self.stdout))));
        }
        if self.took > most {
            faults.push(format!("took {:?}", self.took));
        }
        if self.held > 512 << 10 {
            faults.push(format!("held {} MB", self.held >> 10));
        }
        faults.into_iter().map(|fault| format!("{}: {fault}", self.said)).collect()
    }
}

/// The first character in a text that steers a terminal or turns the order of reading, and where it stands.
fn steering(text: &str) -> Option<(usize, char)> {
    let steers = |letter: char| {
        letter != '\n' && letter.is_control()
            || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
    };
    text.char_indices().find(|(_, letter)| steers(*letter))
}
