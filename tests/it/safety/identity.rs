//! Who commits: as git itself would know it, from the environment and the configuration. Whoever git could not write, or not read
//! again, is refused before anything is written.

use super::*;

/// A configuration, what the environment says, and whether cop commits.
struct Case {
    config: &'static [(&'static str, &'static str)],
    environment: &'static [(&'static str, &'static str)],
    works: bool,
}

const fn case(config: &'static [(&'static str, &'static str)], environment: &'static [(&'static str, &'static str)], works: bool) -> Case {
    Case { config, environment, works }
}

const NAME: (&str, &str) = ("user.name", "Ada Test");
const EMAIL: (&str, &str) = ("user.email", "ada@example.org");

const CASES: &[Case] = &[
    case(&[NAME, EMAIL], &[], true),
    case(&[NAME, EMAIL], &[("GIT_AUTHOR_NAME", "Bram")], true),
    case(&[NAME, EMAIL], &[("GIT_AUTHOR_EMAIL", "bram@example.org")], true),
    case(&[NAME, EMAIL], &[("GIT_COMMITTER_NAME", "Bram"), ("GIT_COMMITTER_EMAIL", "bram@example.org")], true),
    case(&[NAME, EMAIL, ("author.name", "Bram"), ("committer.email", "c@example.org")], &[], true),
    case(&[NAME, EMAIL, ("author.name", "Bram")], &[("GIT_AUTHOR_NAME", "Chris")], true),
    case(&[NAME, EMAIL], &[("EMAIL", "other@example.org")], true),
    case(&[NAME], &[("EMAIL", "other@example.org")], true),
    case(&[], &[("GIT_AUTHOR_NAME", "A"), ("GIT_AUTHOR_EMAIL", "a@b"), ("GIT_COMMITTER_NAME", "C"), ("GIT_COMMITTER_EMAIL", "c@b")], true),
    case(&[("user.name", " Ada. "), ("user.email", "<ada@example.org>")], &[], true),
    case(&[("user.name", "Żółć 猫"), EMAIL], &[], true),
    case(&[EMAIL], &[], false),
    case(&[NAME], &[], false),
    case(&[], &[], false),
    case(&[("user.name", ""), EMAIL], &[], false),
    case(&[("user.name", "  "), EMAIL], &[], false),
    case(&[("user.name", "<>"), EMAIL], &[], false),
    case(&[("user.name", "Ada <ada>x"), EMAIL], &[], false),
    case(&[("user.name", "Ada\nTest"), EMAIL], &[], false),
    case(&[NAME, ("user.email", "")], &[], false),
    case(&[NAME, ("user.email", "ada\n@example.org")], &[], false),
    case(&[NAME, ("user.email", "a<b@example.org")], &[], false),
    case(&[NAME, ("user.useConfigOnly", "true")], &[("EMAIL", "other@example.org")], false),
    case(&[NAME, EMAIL], &[("GIT_AUTHOR_NAME", "")], false),
    case(&[NAME, EMAIL], &[("GIT_COMMITTER_NAME", "<")], false),
    case(&[NAME, EMAIL], &[("GIT_AUTHOR_EMAIL", "a\nb")], false),
    case(&[], &[("GIT_AUTHOR_NAME", "A"), ("GIT_AUTHOR_EMAIL", "a@b")], false),
];

#[test]
fn who_commits_is_who_git_says_or_nobody() {
    let world = World::archivists();
    for Case { config, environment, works } in CASES {
        let copy = Copy::of(&world);
        let home = copy.root.with_file_name("home");
        fs::create_dir(&home).unwrap();
        let command = |program: &str| {
            let mut command = copy.command(program);
            command.env("HOME", &home).env("XDG_CONFIG_HOME", &home).envs(environment.iter().copied());
            command
        };
        for (key, value) in *config {
            assert!(command("git").args(["config", "--global", key, value]).status().unwrap().success());
        }
        let (before, objects) = (copy.state(), copy.git(&["count-objects"]));
        let output = command("cop").args(["-q", "add", "practice", "Sort photos"]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let about = format!("{config:?} {environment:?}: {said}");
        assert_eq!(output.status.code(), Some(if *works { 0 } else { 2 }), "{about}");
        if !works {
            assert_eq!((copy.state(), copy.git(&["count-objects"])), (before, objects), "{about}");
            assert!(said.contains("git config") || environment.iter().any(|(name, _)| said.contains(name)), "{about}");
            continue;
        }
        let who = || copy.git(&["log", "-1", "--format=%an <%ae> %cn <%ce>"]).0;
        let ours = who();
        let by_git = command("git").args(["commit", "--quiet", "--allow-empty", "--message", "By hand"]).output().unwrap();
        assert!(by_git.status.success(), "{about} {}", String::from_utf8_lossy(&by_git.stderr));
        assert_eq!(ours, who(), "{about}");
        assert_eq!(copy.unsound(), None, "{about}");
    }
    eprintln!("R16: {} identities, each as git has it or refused with nothing written", CASES.len());
}

/// Dates of a commit as git is told them; whether git and cop take them.
const DATES: &[(&str, bool)] = &[
    ("@1795338000 +0100", true),
    ("1795338000 -0330", true),
    ("@0 +0000", true),
    ("@1795338000 +01", true),
    ("1795338000", true),
    ("@1785338000", true),
    ("2026-11-22T10:00:00+01:00", true),
    ("2026-11-22T10:00:00Z", true),
    ("2026-11-22T10:00:00.75+0530", true),
    ("2026-11-22T10:00:00", true),
    ("2026-11-22 10:00:00 +0100", true),
    ("2026-11-22 10:00 +0100", true),
    ("Sun, 22 Nov 2026 10:00:00 +0100", true),
    ("Sun Nov 22 10:00:00 2026 -0800", true),
    ("", true),
    ("yesterday", false),
    ("@12", false),
    ("1969-12-31T10:00:00Z", false),
    ("2100-01-01T00:00:00Z", false),
    (" ", false),
];

#[test]
fn a_commit_is_of_the_date_that_git_is_told() {
    let world = World::archivists();
    for (at, (date, works)) in DATES.iter().enumerate() {
        let copy = Copy::of(&world);
        // Each of the two in its turn; the other is another day.
        let names = ["GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"];
        let command = |program: &str| {
            let mut command = copy.command(program);
            command.env(names[at % 2], date).env(names[(at + 1) % 2], "@1700000000 +0200").env("TZ", "Europe/Amsterdam");
            command
        };
        let before = copy.state();
        for lang in ["en", "nl"] {
            let output = command("cop").args(["-q", "add", "practice", "Sort photos"]).env("COP_LANG", lang).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(if *works { 0 } else { 2 }), "{date}: {said}");
            if *works {
                break;
            }
            let told = if lang == "en" { "invalid date format in " } else { "ongeldige datum in " };
            assert!(said.contains(&format!("{told}{}", names[at % 2])), "{date}: {said}");
            assert_eq!(copy.state(), before, "{date}");
        }
        let by_git = command("git").args(["commit", "--quiet", "--allow-empty", "--message", "By hand"]).output().unwrap();
        assert_eq!(by_git.status.success(), *works, "{date}: {}", String::from_utf8_lossy(&by_git.stderr));
        if *works && !date.is_empty() {
            let lines = |commit: &str| {
                let text = copy.git(&["cat-file", "commit", commit]).0;
                text.lines()
                    .filter(|line| line.starts_with("author") || line.starts_with("committer"))
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            assert_eq!(lines("HEAD~1"), lines("HEAD"), "{date}");
        }
        assert_eq!(copy.unsound(), None, "{date}");
    }
}
