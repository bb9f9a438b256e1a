//! Many writers at once, and a person with git among them.

use std::collections::BTreeSet;
use std::process::Command;
use std::time::{Duration, Instant};

use super::*;

#[test]
fn fifty_at_once_and_commits_by_hand_lose_nothing() {
    let world = world();
    user_works(&world);
    let users = user_work(&world);
    let root = world.root();
    let start = Instant::now();
    let by_hand = 12;
    let mut done = Vec::new();
    std::thread::scope(|scope| {
        let writers: Vec<_> = (0..50)
            .map(|number| {
                let root = root.clone();
                scope.spawn(move || {
                    let mut options = options();
                    options.wait = Duration::from_secs(60);
                    watched(Some(&open(&root)), &root, &one(&format!("many/{number}.md"), &format!("{number}\n")), &options, &|_| Ok(()))
                })
            })
            .collect();
        let hand = scope.spawn(|| {
            for number in 0..by_hand {
                let path = format!("hand-{number}.md");
                fs::write(root.join(&path), "by hand\n").unwrap();
                // A person waits and tries again where git says that the index is locked.
                for words in [["add", &path, "--"].as_slice(), ["commit", "-q", "-m", &path, "--", &path].as_slice()] {
                    while !hand_git(&root, words) {
                        std::thread::sleep(Duration::from_millis(7));
                        assert!(start.elapsed() < Duration::from_secs(120), "git gets its turn");
                    }
                }
            }
        });
        done.extend(writers.into_iter().map(|writer| writer.join().expect("no panic").expect("written")));
        hand.join().expect("no panic");
    });
    let commits: BTreeSet<_> = done.iter().filter_map(|done| done.commit.clone()).collect();
    assert_eq!(commits.len(), 50);
    let history: BTreeSet<_> = world.git("rev-list HEAD").lines().map(str::to_owned).collect();
    assert!(commits.is_subset(&history), "every success is in the branch");
    assert_eq!(history.len(), 51 + by_hand);
    for done in &done {
        let commit = done.commit.clone().unwrap();
        let files = world.git(&format!("show --name-status --format= {commit}"));
        assert_eq!(files, format!("A\t{}\n", done.paths[0]), "one commit, its own path");
    }
    for number in 0..50 {
        assert_eq!(content(&root, &format!("many/{number}.md")), Some(format!("{number}\n")));
    }
    assert_eq!(user_work(&world), users);
    assert_eq!(world.git("status --porcelain"), " M edited.md\nMM staged.md\n?? untracked.md\n");
    sound(&world);
}

fn hand_git(root: &Path, words: &[&str]) -> bool {
    let mut command = Command::new("git");
    command.current_dir(root).args(words).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.output().unwrap().status.success()
}

#[test]
fn who_can_not_get_the_lock_fails_with_nothing_written() {
    let world = world();
    let inner = |moment| {
        if moment == Moment::Locked {
            let short = Options { wait: Duration::from_millis(50), ..options() };
            let error = write(&world, &one("late.md", "late\n"), &short).expect_err("busy");
            assert_eq!(error.kind(), ErrorKind::Busy);
            assert_eq!(content(&world.root(), "late.md"), None);
        }
        Ok(())
    };
    watch(&world, &one("first.md", "first\n"), &options(), &inner).expect("written");
    assert_eq!(world.git("log --format=%s"), "Add first.md\nbegin\n");
    sound(&world);
}

#[test]
fn two_of_the_same_name_are_one_success() {
    let world = world();
    let again = std::cell::Cell::new(true);
    let inner = |moment| {
        if moment == Moment::Agreed && again.replace(false) {
            write(&world, &one("x.md", "theirs\n"), &options()).expect("written");
        }
        Ok(())
    };
    let error = watch(&world, &one("x.md", "mine\n"), &options(), &inner).expect_err("too late");
    assert!(words(&error).starts_with("somebody else just committed a change of this file [x.md]"), "{}", words(&error));
    assert_eq!(content(&world.root(), "x.md").as_deref(), Some("theirs\n"));
    assert_eq!(world.git("log --format=%s"), "Add x.md\nbegin\n");
    sound(&world);
}

#[test]
fn a_branch_that_moves_at_any_moment_keeps_both_commits() {
    for moment in moments() {
        let world = world();
        // As a push into this repository does, with no regard for the index.
        let tree = world.git("rev-parse HEAD^{tree}");
        let meddle = |now: Moment| {
            if now == moment {
                let commit = world.git(&format!("commit-tree -p HEAD -m theirs {}", world.git("rev-parse HEAD^{tree}").trim()));
                let (_, fine) = world.try_git(&world.root(), &format!("update-ref refs/heads/main {}", commit.trim()));
                assert_eq!(fine, moment != Moment::Held, "git keeps to the lock of the branch");
                let (_, fine) = world.try_git(&world.root(), "symbolic-ref HEAD refs/heads/main");
                assert_eq!(fine, moment != Moment::Held, "and to that of HEAD");
            }
            Ok(())
        };
        watch(&world, &all_sorts(), &options(), &meddle).expect("written");
        let log: BTreeSet<_> = world.git("log --format=%s").lines().map(str::to_owned).collect();
        let theirs = (moment != Moment::Held).then_some("theirs");
        let expected = ["Do all sorts of things", "begin"].into_iter().chain(theirs).map(str::to_owned);
        assert_eq!(log, expected.collect(), "{moment:?}");
        assert_ne!(world.git("rev-parse HEAD^{tree}"), tree);
        assert_eq!(world.git("status --porcelain"), "", "{moment:?}");
        sound(&world);
    }
}
