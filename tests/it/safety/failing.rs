//! A disk that is full or broken, what may not be touched, no file handles left: at every call of `add`. It says what failed and
//! where, and everything is as it was; or it did what it says it did.

use std::sync::Mutex;

use super::*;

/// The calls that a disk or the system can refuse.
const REFUSABLE: &[&str] = &[
    "openat",
    "read",
    "pread64",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "ftruncate",
    "fchmod",
    "chmod",
    "utimensat",
    "copy_file_range",
    "flock",
    "getdents64",
];
const ERRORS: &[(&str, Words)] = &[
    ("ENOSPC", FULL_DISK),
    ("EIO", ["Input/output error"; 2]),
    ("EACCES", ["Permission denied", "you have no permission"]),
    ("EMFILE", ["Too many open files"; 2]),
];

/// What a failure is called: in the system's words, as libgit2 passes them on, or in ours.
type Words = [&'static str; 2];
const FULL_DISK: Words = ["No space left", "there is no room left on the disk"];

#[test]
fn an_error_at_every_system_call_leaves_all_or_nothing() {
    if !is_whole() || !has_strace() {
        return;
    }
    let world = busy();
    let writing = &writings(&world)[0];
    let sides = Sides::of(&world, writing.line);
    let calls = calls(&Copy::of(&world), writing.line);
    let mut trials: Vec<(String, String, &str, Words)> = Vec::new();
    for (call, count) in calls.iter().filter(|(call, _)| REFUSABLE.contains(&call.as_str())) {
        for number in 1..=*count {
            for (error, text) in ERRORS {
                trials.push((call.clone(), number.to_string(), error, *text));
            }
        }
    }
    // A full disk stays full.
    for (call, count) in calls.iter().filter(|(call, _)| ["write", "fsync", "mkdir", "link", "linkat"].contains(&call.as_str())) {
        trials.extend((1..=*count).map(|number| (call.clone(), format!("{number}+"), "ENOSPC", FULL_DISK)));
    }
    let (faults, tally, said) = (Mutex::new(Vec::new()), Mutex::new([0; 3]), Mutex::new(BTreeMap::new()));
    on_all_cores(&trials, |(call, number, error, text)| {
        let copy = Copy::of(&world);
        let inject = format!("inject={call}:error={error}:when={number}");
        let output = below_strace(&copy, writing.line, &["-o", "/dev/null", "-e", &inject]).output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.code() == Some(127) && stderr.contains("shared libraries") {
            tally.lock().unwrap()[2] += 1;
            return;
        }
        // Where nothing at all can be written, neither can what went wrong.
        let is_mute = call == "write" && number.ends_with('+') && stderr.is_empty();
        let fault =
            fault(&copy, &sides, &output, if is_mute { "/ No space left; the output could not be written" } else { &stderr }, *text);
        match fault {
            Ok(side) => tally.lock().unwrap()[usize::from(side == Side::After)] += 1,
            Err(fault) => faults.lock().unwrap().push(format!("{call} {number} {error}: {fault}: {stderr}")),
        }
        *said.lock().unwrap().entry(steady(&copy, &stderr)).or_insert(0) += 1;
    });
    let tally = tally.into_inner().unwrap();
    eprintln!(
        "R4: {} errors in add: {} refused, {} done all the same, {} in the system's loader; 0 half",
        trials.len(),
        tally[0],
        tally[1],
        tally[2]
    );
    for (said, count) in said.into_inner().unwrap() {
        eprintln!("{count:5} {}", said.replace('\n', "\n      "));
    }
    none(&faults.into_inner().unwrap(), trials.len());
}

fn fault(copy: &Copy<'_>, sides: &Sides, output: &std::process::Output, stderr: &str, text: Words) -> Result<Side, String> {
    let status = output.status.code();
    if !matches!(status, Some(0 | 2)) || stderr.contains("panicked") || stderr.contains("a bug in cop") {
        return Err(format!("{:?}", output.status));
    }
    let side = judged(copy, sides, status == Some(0))?;
    if status == Some(2) {
        // Who can't be told on stdout that it is done is told so on stderr.
        if side == Side::After && !stderr.contains("the output could not be written") {
            return Err("it says that it failed, and it is done".to_owned());
        }
        // libgit2 does not always say why it could not read what it says it could not read.
        let is_unread = stderr.contains("can't be read") || stderr.contains("that can be read");
        if side == Side::Before && !(text.iter().any(|text| stderr.contains(text)) && stderr.contains('/')) && !is_unread {
            return Err("it does not say what failed, and where".to_owned());
        }
    }
    Ok(side)
}

/// What was said, with nothing in it that differs from run to run.
fn steady(copy: &Copy<'_>, said: &str) -> String {
    let text = said.replace(&*copy.root.to_string_lossy(), "[community]");
    text.split_inclusive(['/', ' ', '\n'])
        .map(|word| if word.bytes().filter(u8::is_ascii_digit).count() > 5 { "[…] " } else { word })
        .collect()
}

/// A small disk, filled up until so many KiB are free; then again with more, until it all goes well.
const FULL: &str = r#"
set -u
mount -t tmpfs -o size=3m none "$1" && cp -a "$2" "$1/community" && cd "$1/community" || { echo unmounted; exit 0; }
git status --porcelain >"$3/before"
for free in 0 4 8 12 16 20 24 28 32 36 40 44 48 52 56 60 64 80 100 120 160 200; do
    dd if=/dev/zero of="$1/room" bs=1k count=$free 2>/dev/null
    dd if=/dev/zero of="$1/fill" bs=4k 2>/dev/null
    rm "$1/room"
    head=$(git rev-parse HEAD)
    path=$("$COP" -q add practice "With $free free" 2>"$3/said"); status=$?
    rm "$1/fill"
    "$COP" list >/dev/null 2>&1 || echo "FAULT $free: the next command"
    git status --porcelain | cmp -s - "$3/before" || echo "FAULT $free: status $(git status --porcelain | tr '\n' ';')"
    git fsck --strict --no-dangling >"$3/fsck" 2>&1 || echo "FAULT $free: $(cat "$3/fsck")"
    case $status in
    0) git cat-file -e "HEAD:$path" || echo "FAULT $free: lost"; echo "done $free" ;;
    2) [ "$head" = "$(git rev-parse HEAD)" ] || echo "FAULT $free: done though refused"; echo "refused $free: $(head -1 "$3/said")" ;;
    *) echo "FAULT $free: status $status" ;;
    esac
done
"#;

#[test]
fn a_full_disk_is_met_before_anything_is_half_done() {
    let world = busy();
    let folder = tempfile::tempdir().unwrap();
    let [disk, notes] = ["disk", "notes"].map(|name| folder.path().join(name));
    for made in [&disk, &notes] {
        fs::create_dir(made).unwrap();
    }
    let cop = world.command("cop").ready();
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", FULL, "sh"]).arg(&disk).arg(world.root()).arg(&notes);
    command.env_clear().envs(cop.get_envs().filter_map(|(name, value)| Some((name, value?)))).env("COP", cop.get_program());
    let said = command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    if said.is_empty() || said.contains("unmounted") {
        eprintln!("skipped: nobody may mount a small disk here");
        return;
    }
    let count = |word: &str| said.lines().filter(|line| line.starts_with(word)).count();
    eprintln!("R4: a disk with little room: {} refused, {} done, 0 half", count("refused"), count("done"));
    assert!(!said.contains("FAULT") && count("refused") > 0 && count("done") > 0, "{said}");
    assert!(said.lines().filter(|line| line.starts_with("refused")).all(|line| line.contains("can't") || line.contains("room")), "{said}");
}
