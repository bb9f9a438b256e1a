//! Repositories that are in the middle of something, damaged, partial, linked, locked or not what they seem: writing works, or stops
//! and leaves everything as it was. Those that git is in the middle of are told how to go on.

use std::path::Path;
use std::process::Output;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::*;
use crate::support::repository;

/// Makes the repositories in a folder of its own; `None`, which is said, where that can't be done.
fn made() -> Option<PathBuf> {
    let data = std::env::var_os("COP_DATA").map_or_else(|| repository().join("../shared/data"), PathBuf::from);
    let maker = data.parent().map(|folder| folder.join("hostile/make.py")).filter(|program| program.is_file());
    let Some(maker) = maker else {
        eprintln!("skipped: no data");
        return None;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("safety");
    let made = Command::new("python3").arg(maker).arg(&folder).args(["--seed", "1", "--repos", "--force", "--files", "1"]).output();
    if !made.is_ok_and(|made| made.status.success()) {
        eprintln!("skipped: the repositories can't be made");
        return None;
    }
    Some(folder.canonicalize().unwrap().join("repos"))
}

/// What each command is on any document.
fn lines(document: Option<&str>) -> Vec<Vec<String>> {
    let mut all = vec![
        "add practice Foto's-sorteren --dry-run".to_owned(),
        "add practice Foto's-sorteren --body Per-jaar".to_owned(),
        "add practice Zonder-commit --body Nog-niet --no-commit".to_owned(),
        "ask Wie-scant? --body En-waar?".to_owned(),
        "answer wie-scant --body Anna --author nobody".to_owned(),
        "add practice Nog-een --with-my-edits".to_owned(),
    ];
    if let Some(document) = document {
        let about =
            ["set {} tags=papier", "tag {} archief", "mark {} adopted", "mark {} retired -m Oud", "set {} steward=anna --no-commit"];
        all.extend(about.map(|line| line.replace("{}", document)));
        let later =
            ["rename {} Anders", "review {} still-true", "flag {} outdated -m Oud", "used {}", "follow {}", "thank {}", "rm {} --yes"];
        all.extend(later.map(|line| line.replace("{}", document)));
    }
    all.push("undo".to_owned());
    all.into_iter().map(|line| line.split(' ').map(str::to_owned).collect()).collect()
}

/// Everything in a repository that is not an object, and none of cop's own.
fn print(folder: &Path) -> BTreeMap<PathBuf, String> {
    let ours = |path: &Path| {
        path.file_name().is_some_and(|name| name == "objects" || name == "cop")
            && path.components().any(|part| part.as_os_str() == ".git" || part.as_os_str() == "bare")
    };
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_entry(|entry| !ours(entry.path())).flatten();
    let one = |entry: walkdir::DirEntry| {
        let path = entry.path().to_owned();
        let content = if entry.file_type().is_file() {
            blake3::hash(&fs::read(&path).unwrap_or_default()).to_hex().to_string()
        } else {
            fs::read_link(&path).map(|to| to.display().to_string()).unwrap_or_default()
        };
        (path, content)
    };
    entries.map(one).collect()
}

fn fsck(world: &World, folder: &Path) -> BTreeSet<String> {
    let output = world
        .command("git")
        .ready()
        .current_dir(folder)
        .args(["-c", "core.fsmonitor=false", "fsck", "--no-dangling", "--no-progress"])
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    // A fault that was there is one still, though the folder that leads to it has another name now; and whoever leads to what is missing
    // is named beside what is missing.
    let nameless = |line: &str| line.split(' ').filter(|word| word.len() < 40).collect::<Vec<_>>().join(" ");
    let told = ["dangling", "notice:", "broken link", "   to "];
    text.lines().filter(|line| !told.iter().any(|word| line.contains(word))).map(nameless).collect()
}

#[test]
fn in_an_odd_repository_writing_works_or_leaves_all_as_it_was() {
    if !is_whole() {
        return;
    }
    let Some(folder) = made() else { return };
    let world = World::new();
    let mut folders: Vec<PathBuf> = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    let (faults, tally, said) = (Mutex::new(Vec::new()), Mutex::new([0; 3]), Mutex::new(BTreeMap::<String, Vec<String>>::new()));
    on_all_cores(&folders, |folder| {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let settings = "format: 1\nname: Kwaad\nlanguage: nl\n";
        if fs::write(folder.join("community.yaml"), settings).is_err() {
            return;
        }
        let document = walkdir::WalkDir::new(folder.join("practices")).sort_by_file_name().into_iter().flatten();
        let document = document.filter(|entry| entry.file_type().is_file()).find_map(|entry| {
            let path = entry.path().strip_prefix(folder).ok()?.to_str()?.to_owned();
            (path.to_lowercase().ends_with(".md") && !path.contains(' ')).then_some(path)
        });
        let (mut whole, mut before) = (fsck(&world, folder), print(folder));
        let mut waited = 0;
        for line in lines(document.as_deref()) {
            // Whoever waits for a lock that nobody holds waits its ten seconds; three times will do.
            if waited == 3 {
                break;
            }
            let start = Instant::now();
            let mut command = world.command("cop").ready();
            command.arg("-C").arg(folder).arg("-q").args(&line).stdin(Stdio::null()).env("COP_LANG", if waited == 0 { "en" } else { "nl" });
            command.env("GIT_CEILING_DIRECTORIES", folder.parent().unwrap());
            let output = command.output().unwrap();
            waited += usize::from(start.elapsed() > Duration::from_secs(3));
            let (now, sound) = (print(folder), fsck(&world, folder));
            let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
            if !stderr.contains("unrecognized") && !stderr.contains("no command") {
                let fault = fault(&name, &line, &output, &stderr, (&before, &now), (&whole, &sound));
                faults.lock().unwrap().extend(fault.map(|fault| format!("{name}: {}: {fault}: {stderr}", line.join(" "))));
                tally.lock().unwrap()[output.status.code().map_or(2, |code| usize::from(code != 0))] += 1;
                let short = stderr.lines().next().unwrap_or("done").replace(&*folder.to_string_lossy(), "[repo]");
                said.lock().unwrap().entry(name.clone()).or_default().push(format!("{}: {short}", line[..2.min(line.len())].join(" ")));
            }
            (before, whole) = (now, sound);
        }
    });
    let tally = tally.into_inner().unwrap();
    eprintln!("R5: {} repositories: {} writes done, {} refused with everything as it was", folders.len(), tally[0], tally[1]);
    for (name, said) in said.into_inner().unwrap() {
        eprintln!("  {name}\n      {}", said.join("\n      "));
    }
    none(&faults.into_inner().unwrap(), tally.iter().sum());
}

type Prints<'p> = (&'p BTreeMap<PathBuf, String>, &'p BTreeMap<PathBuf, String>);

fn fault(
    name: &str,
    line: &[String],
    output: &Output,
    stderr: &str,
    prints: Prints<'_>,
    sound: (&BTreeSet<String>, &BTreeSet<String>),
) -> Option<String> {
    let status = output.status.code();
    if !matches!(status, Some(0 | 2))
        || stderr.contains("panicked")
        || stderr.contains("a bug in cop")
        || stderr.contains("een fout in cop")
    {
        return Some(format!("{:?}", output.status));
    }
    let new: Vec<_> = sound.1.difference(sound.0).collect();
    if !new.is_empty() {
        return Some(format!("git fsck says more: {new:?}"));
    }
    let (before, now) = prints;
    let changed: Vec<_> = before.keys().chain(now.keys()).filter(|path| before.get(*path) != now.get(*path)).collect();
    let is_dry = line.iter().any(|word| word == "--dry-run");
    if (status == Some(2) || is_dry) && !changed.is_empty() {
        return Some(format!("it changed {changed:?}"));
    }
    if status == Some(2) && stderr.trim().is_empty() {
        return Some("it does not say why".to_owned());
    }
    let is_under_way = ["merge-conflict", "rebase-conflict", "cherry-conflict"].contains(&name);
    let commits = !is_dry && !line.iter().any(|word| word == "--no-commit") && line[0] == "add";
    if is_under_way && commits && !(status == Some(2) && stderr.contains("git ")) {
        return Some("it does not say what to do with git next".to_owned());
    }
    None
}

#[test]
fn what_git_is_in_the_middle_of_stops_writing_and_is_named() {
    let mut said = Vec::new();
    for (name, script, word) in [
        ("merge", "git merge side", "git merge --abort"),
        ("rebase", "git rebase side", "git rebase --abort"),
        ("cherry-pick", "git cherry-pick side", "git cherry-pick --abort"),
        ("revert", "git revert --no-edit HEAD~1", "git revert --abort"),
        ("bisect", "git bisect start HEAD HEAD~1", "git bisect reset"),
        ("detached", "git checkout --quiet --detach", "git switch"),
        ("index.lock", "touch .git/index.lock", "index.lock"),
    ] {
        let world = World::archivists();
        for (branch, text) in [("side", "side"), ("main", "main"), ("main", "again")] {
            let make = if branch == "side" { "-B" } else { "-q" };
            let _ = world.command("git").args(&["checkout", make, branch]).run();
            world.write("practices/scan-letters.md", format!("# Scan letters\n\nBy {text}.\n"));
            world.commit(text);
        }
        let copy = Copy::of(&world);
        let _ = copy.command("sh").args(["-c", script]).output().unwrap();
        let before = (copy.state(), copy.git(&["status", "--porcelain"]));
        for lang in ["en", "nl"] {
            let start = Instant::now();
            let output = copy.command("cop").args(["-q", "add", "practice", "Sort photos"]).env("COP_LANG", lang).output().unwrap();
            let text = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(2), "{name}: {text}");
            assert!(text.contains(word), "{name}: {text}");
            assert!(start.elapsed() < Duration::from_secs(30), "{name}");
            said.push(text);
        }
        assert_eq!((copy.state(), copy.git(&["status", "--porcelain"])), before, "{name}");
    }
    eprintln!("R5:\n{}", said.concat());
}

#[test]
fn an_unborn_branch_a_work_tree_and_a_folder_below_work() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: New\n");
    let run = world.cop(&["-q", "add", "practice", "First of all"]);
    assert_eq!(run.status, 0, "{run}");
    assert_eq!(world.git(&["ls-tree", "-r", "--name-only", "HEAD"]), "practices/first-of-all.md");
    world.commit("Begin");
    world.git(&["worktree", "add", "--quiet", "../second", "-b", "second"]);
    let second = world.root().parent().unwrap().join("second");
    let run = world.cop(&["-q", "-C", &second.to_string_lossy(), "add", "practice", "Second"]);
    assert_eq!(run.status, 0, "{run}");
    assert_eq!(world.git(&["ls-tree", "-r", "--name-only", "second", "practices/second.md"]), "practices/second.md");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    let run = world.command("cop").args(&["-q", "add", "practice", "Third"]).in_folder("practices").run();
    assert_eq!(run.stdout, "third.md\n", "{run}");
    assert_eq!(world.git(&["fsck", "--strict", "--no-dangling"]), "");
}

/// What makes a repository one that can't be written to, and the command to run there if it is not the usual one.
type Break<'b> = &'b dyn Fn(&Copy<'_>) -> Option<Command>;

#[test]
fn what_only_git_can_do_is_left_to_git() {
    let world = World::archivists();
    let no_links = |copy: &Copy<'_>| {
        let inject = "inject=linkat:error=EPERM";
        has_strace().then(|| below_strace(copy, &["-q", "add", "practice", "Sort photos"], &["-o", "/dev/null", "-e", inject]))
    };
    let hook = |copy: &Copy<'_>| {
        let made = "mkdir -p .git/hooks && echo 'exit 0' > .git/hooks/reference-transaction && chmod +x .git/hooks/reference-transaction";
        assert!(copy.command("sh").args(["-c", made]).status().unwrap().success());
        None
    };
    let unread = |copy: &Copy<'_>| {
        fs::write(copy.root.join(".git/config"), "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n").unwrap();
        None
    };
    let ways: [(Break<'_>, &str); 3] = [(&no_links, "hard links"), (&hook, "hook"), (&unread, "sha256")];
    let mut said = Vec::new();
    for (change, word) in ways {
        let copy = Copy::of(&world);
        let (files, commits) = (disk(&copy.root), copy.git(&["rev-parse", "HEAD"]));
        let special = change(&copy);
        let usual = || {
            let mut command = copy.command("cop");
            command.args(["-q", "add", "practice", "Sort photos"]);
            command
        };
        if word == "hard links" && special.is_none() {
            continue;
        }
        let output = special.unwrap_or_else(usual).output().unwrap();
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{word}: {text}");
        assert!(text.contains(word) && text.contains("--no-commit"), "{word}: {text}");
        assert!(disk(&copy.root) == files, "{word}");
        if word != "sha256" {
            assert_eq!(copy.git(&["rev-parse", "HEAD"]), commits);
            assert_eq!(copy.unsound(), None);
        }
        let output = usual().arg("--no-commit").output().unwrap();
        assert!(output.status.success(), "{word}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(copy.root.join("practices/sort-photos.md").is_file());
        said.push(text);
    }
    eprintln!("R22:\n{}", said.concat());
}

#[test]
fn an_error_names_a_file_from_where_the_person_stands() {
    let world = World::new();
    world.write("docs/kb/community.yaml", "format: 1\nname: Below\n");
    world.write("docs/kb/practices/scan.md", "# Scan\n");
    world.commit("Begin");
    world.write("docs/kb/practices/scan.md", "# Scan\n\nMore.\n");
    for (folder, shown) in [("docs/kb", "practices/scan.md"), ("docs/kb/practices", "scan.md")] {
        let run = world.command("cop").args(&["tag", "scan", "paper"]).in_folder(folder).run();
        assert_eq!((run.status, run.stderr.lines().nth(1)), (2, Some(shown)), "{run}");
        let run = world.command("cop").args(&["tag", "scan", "paper", "--json"]).in_folder(folder).run();
        assert!(run.stderr.contains("\"path\":\"practices/scan.md\""), "{run}");
    }
}

#[test]
fn in_a_repository_of_many_accounts_the_others_can_write_too() {
    let world = World::without_git();
    world.git(&["init", "--quiet", "--shared=group", "."]);
    world.write("community.yaml", "format: 1\nname: Shared\n");
    world.commit("Begin");
    let copy = Copy::of(&world);
    for title in ["Sort photos", "Name photos"] {
        let cop = copy.command("cop");
        let line = format!("umask 077; exec '{}' -q add practice '{title}'", cop.get_program().display());
        assert!(copy.command("sh").args(["-c", &line]).status().unwrap().success());
    }
    // No folder of the git folder is closed to the group, and no file but those of one write.
    let closed =
        "find .git \\( -type d ! -perm -2070 -o -type f ! -perm -040 \\) ! -path '.git/cop/*/*' ! -name '*.sample' ! -path '.git/cop/last'";
    let found = copy.command("sh").args(["-c", closed]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&found.stdout), "");
    let writable = "find .git/refs/heads/main .git/index .git/logs/HEAD .git/cop/lock ! -perm -020";
    let found = copy.command("sh").args(["-c", writable]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&found.stdout), "");
    assert_eq!(copy.unsound(), None);
}
