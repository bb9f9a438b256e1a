//! Killed at any moment: what was acknowledged is there; the rest the next command completes or withdraws, wholly; and whoever
//! commits by hand then keeps every document.

use std::process::Child;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::*;

/// Calls that change nothing that outlives the process. A kill at one of them leaves what a kill at the next of the others does.
const IDLE: &[&str] = &[
    "access",
    "arch_prctl",
    "brk",
    "clone3",
    "close",
    "execve",
    "exit",
    "exit_group",
    "faccessat2",
    "fcntl",
    "futex",
    "getcwd",
    "getdents64",
    "geteuid",
    "getpid",
    "getrandom",
    "gettid",
    "getuid",
    "ioctl",
    "lseek",
    "madvise",
    "mmap",
    "mprotect",
    "mremap",
    "munmap",
    "newfstatat",
    "openat_read",
    "poll",
    "pread64",
    "prlimit64",
    "read",
    "readlink",
    "rseq",
    "rt_sigaction",
    "rt_sigprocmask",
    "sched_getaffinity",
    "sched_yield",
    "set_robust_list",
    "set_tid_address",
    "sigaltstack",
    "statx",
    "clock_nanosleep",
];

#[test]
fn killed_at_every_system_call_nothing_is_lost() {
    if !is_whole() || !has_strace() {
        return;
    }
    let world = busy();
    for writing in writings(&world).into_iter().filter(|writing| ["add", "set", "mark", "rename"].contains(&writing.name)) {
        let sides = Sides::of(&world, writing.line);
        let calls = calls(&Copy::of(&world), writing.line);
        let points: Vec<(String, usize)> = calls
            .into_iter()
            .filter(|(name, _)| !IDLE.contains(&name.as_str()))
            .flat_map(|(name, count)| (1..=count).map(move |number| (name.clone(), number)))
            .collect();
        let (faults, tally) = (Mutex::new(Vec::new()), Mutex::new([0; 3]));
        on_all_cores(&points, |(name, number)| {
            let copy = Copy::of(&world);
            let inject = format!("inject={name}:signal=KILL:when={number}");
            let output = below_strace(&copy, writing.line, &["-o", "/dev/null", "-e", &inject]).output().unwrap();
            let is_acknowledged = !output.stdout.is_empty();
            let fault = match judged(&copy, &sides, is_acknowledged) {
                Ok(side) => {
                    tally.lock().unwrap()[usize::from(side == Side::After) + usize::from(is_acknowledged)] += 1;
                    return;
                }
                Err(fault) => fault,
            };
            faults.lock().unwrap().push(format!("{} killed at {name} {number}: {fault}", writing.name));
        });
        let tally = tally.into_inner().unwrap();
        eprintln!(
            "R3: {} killed at {} calls: {} withdrawn, {} completed, {} acknowledged, 0 lost",
            writing.name,
            points.len(),
            tally[0],
            tally[1],
            tally[2]
        );
        none(&faults.into_inner().unwrap(), points.len());
    }
}

#[test]
fn killed_at_random_moments_nothing_is_lost() {
    let world = busy();
    let all = writings(&world);
    let mut chance = Chance(seed());
    let each = times(20usize.div_ceil(all.len()), 200);
    for writing in all {
        let sides = Sides::of(&world, writing.line);
        let took = (0..3).map(|_| took(&Copy::of(&world), writing.line)).max().unwrap();
        let moments: Vec<Duration> = (0..each).map(|_| took.mul_f64(chance.below(1100) as f64 / 1000.0)).collect();
        let (faults, tally) = (Mutex::new(Vec::new()), Mutex::new([0; 3]));
        on_all_cores(&moments, |moment| {
            let copy = Copy::of(&world);
            let mut child: Child = copy.command("cop").args(writing.line).spawn().unwrap();
            std::thread::sleep(*moment);
            let _ = child.kill();
            let output = child.wait_with_output().unwrap();
            // A person who meets what a kill left may well commit by hand before anything else; git refuses or does it.
            let is_acknowledged = !output.stdout.is_empty();
            match judged(&copy, &sides, is_acknowledged) {
                Ok(side) => tally.lock().unwrap()[usize::from(side == Side::After) + usize::from(is_acknowledged)] += 1,
                Err(fault) => faults.lock().unwrap().push(format!("{} killed after {moment:?}: {fault}", writing.name)),
            }
        });
        let tally = tally.into_inner().unwrap();
        eprintln!(
            "R3: {} killed {each} times: {} withdrawn, {} completed, {} acknowledged, 0 lost",
            writing.name, tally[0], tally[1], tally[2]
        );
        none(&faults.into_inner().unwrap(), each);
    }
}

fn took(copy: &Copy<'_>, line: &[&str]) -> Duration {
    let start = Instant::now();
    assert!(copy.command("cop").args(line).output().unwrap().status.success());
    start.elapsed()
}

#[test]
fn a_commit_by_hand_right_after_a_kill_keeps_every_document() {
    let world = busy();
    let writing = writings(&world)[0];
    let sides = Sides::of(&world, writing.line);
    let took = took(&Copy::of(&world), writing.line);
    let mut chance = Chance(seed());
    let mut tally = [0; 3];
    let trials = times(8, 200);
    for _ in 0..trials {
        let copy = Copy::of(&world);
        let mut child = copy.command("cop").args(writing.line).spawn().unwrap();
        std::thread::sleep(took.mul_f64(0.4 + chance.below(600) as f64 / 1000.0));
        let _ = child.kill();
        let is_acknowledged = !child.wait_with_output().unwrap().stdout.is_empty();
        let (said, fine) = copy.git(&["commit", "--quiet", "--message", "By hand"]);
        assert!(fine || said.contains(".lock"), "{said}");
        assert!(copy.command("cop").args(["list"]).output().unwrap().status.success());
        let now = copy.state();
        // With or without the commit by hand, ours is there wholly or not at all.
        let ours: Vec<_> = sides.after.differs(&sides.before).into_iter().collect();
        let has = |state: &State| {
            ours.iter()
                .map(|path| (state.head.get(path).cloned(), state.index.get(path).cloned(), state.disk.get(path).cloned()))
                .collect::<Vec<_>>()
        };
        let is_after = has(&now) == has(&sides.after);
        assert!(is_after || has(&now) == has(&sides.before), "{ours:?} {now:?}");
        assert!(is_after || !is_acknowledged);
        assert!(ours.iter().all(|path| !copy.git(&["status", "--porcelain", "--", path]).0.contains(path)));
        assert_eq!(copy.unsound(), None);
        tally[if fine { 1 + usize::from(is_after) } else { 0 }] += 1;
    }
    eprintln!(
        "R3: {trials} commits by hand right after a kill: git refused {}, made {} without and {} with the document, 0 lost",
        tally[0], tally[1], tally[2]
    );
}
