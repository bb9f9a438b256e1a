//! Writes that are cut off at every step, by an error and by a kill, and what is found afterwards.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::process::Command;

use super::*;

/// The name of the test that is run again as a process of its own, to be killed.
const CHILD: &str = "store::git::write::tests::kills::a_process_that_is_killed";

/// Everything as before, or everything as after, and the user's work as it was.
fn whole(world: &Scratch, users: &str, at: Moment) -> bool {
    let done = world.git("log -1 --format=%s") == "Do all sorts of things\n";
    for (path, text) in if done { AFTER } else { BEFORE } {
        assert_eq!(content(&world.root(), path).as_deref(), text, "{at:?} {path}");
    }
    assert_eq!(user_work(world), users, "{at:?}");
    assert_eq!(world.git("status --porcelain"), " M edited.md\nMM staged.md\n?? untracked.md\n", "{at:?}");
    assert_eq!(["new", "moved"].map(|folder| world.root().join(folder).exists()), [done; 2], "{at:?}");
    sound(world);
    done
}

/// Which moments come after the branch has moved.
fn is_late(moment: Moment) -> bool {
    matches!(moment, Moment::Moved | Moment::Renamed | Moment::Released | Moment::Cleared)
}

#[test]
fn an_error_at_any_step_leaves_all_or_nothing() {
    for moment in moments() {
        let world = world();
        user_works(&world);
        let users = user_work(&world);
        let done = watch(&world, &all_sorts(), &options(), &|now| if now == moment { Err(stop()) } else { Ok(()) });
        assert_eq!(done.is_ok(), is_late(moment), "{moment:?}");
        assert_eq!(whole(&world, &users, moment), is_late(moment), "{moment:?}");
        write(&world, &one("next.md", "next\n"), &options()).expect("the next one is written");
    }
}

/// Cuts a write off as a kill would: nothing of ours runs after that moment.
fn cut_off(world: &Scratch, set: &ChangeSet, options: &Options, moment: Moment) {
    let kill = |now| if now == moment { resume_unwind(Box::new("killed")) } else { Ok(()) };
    let killed = catch_unwind(AssertUnwindSafe(|| watch(world, set, options, &kill)));
    assert!(killed.is_err(), "{moment:?}");
}

#[test]
fn a_write_that_was_cut_off_is_completed_or_withdrawn() {
    for moment in moments() {
        let world = world();
        user_works(&world);
        let users = user_work(&world);
        cut_off(&world, &all_sorts(), &options(), moment);
        let outcome = recovered(&world.root());
        let early = matches!(moment, Moment::Looked | Moment::Agreed | Moment::Locked | Moment::Committed);
        let expected = match (is_late(moment), early || moment == Moment::Cleared) {
            (_, true) => None,
            (true, _) => Some(Recovered::Completed),
            (false, _) => Some(Recovered::Withdrawn),
        };
        assert_eq!(outcome, expected, "{moment:?}");
        assert_eq!(whole(&world, &users, moment), is_late(moment), "{moment:?}");
        assert_eq!(recover(&open(&world.root())).expect("nothing left"), None);
    }
}

#[test]
fn the_next_write_recovers_by_itself() {
    for moment in moments() {
        let world = world();
        cut_off(&world, &all_sorts(), &options(), moment);
        write(&world, &one("next.md", "next\n"), &options()).expect("written");
        let log = world.git("log --format=%s");
        let begin = if is_late(moment) { "Add next.md\nDo all sorts of things\nbegin\n" } else { "Add next.md\nbegin\n" };
        assert_eq!(log, begin, "{moment:?}");
        assert_eq!(world.git("status --porcelain"), "", "{moment:?}");
        sound(&world);
    }
}

#[test]
fn files_alone_are_withdrawn() {
    let options = Options { no_commit: true, ..options() };
    for moment in [Moment::Locked, Moment::Journaled, Moment::Put(0), Moment::Placed(2), Moment::Placed(5)] {
        let world = world();
        user_works(&world);
        let users = user_work(&world);
        cut_off(&world, &all_sorts(), &options, moment);
        recovered(&world.root());
        assert!(!whole(&world, &users, moment), "{moment:?}");
    }
}

#[test]
fn git_refuses_until_it_is_recovered_and_cop_recovers_though_the_lock_was_removed() {
    for moment in [Moment::Placed(2), Moment::Restated, Moment::Moved] {
        let world = world();
        cut_off(&world, &all_sorts(), &options(), moment);
        world.write("untracked.md", "mine\n");
        let (said, fine) = world.try_git(&world.root(), "add untracked.md");
        assert!(!fine && said.contains("index.lock"), "{said}");
        // As git advises.
        fs::remove_file(world.root().join(".git/index.lock")).unwrap();
        world.git("add untracked.md");
        let late = is_late(moment);
        recovered(&world.root());
        for (path, text) in if late { AFTER } else { BEFORE } {
            assert_eq!(content(&world.root(), path).as_deref(), text, "{moment:?} {path}");
        }
        assert_eq!(world.git("status --porcelain"), "A  untracked.md\n", "{moment:?}");
        sound(&world);
    }
}

#[test]
fn a_lock_that_was_taken_from_a_living_writer_is_not_published() {
    for moment in [Moment::Drafted, Moment::Restated, Moment::Moved] {
        let world = world();
        let lock = world.root().join(".git/index.lock");
        let steal = |now| {
            if now == moment {
                fs::remove_file(&lock).unwrap();
                fs::write(&lock, "of another git").unwrap();
            }
            Ok(())
        };
        assert!(watch(&world, &all_sorts(), &options(), &steal).is_err(), "{moment:?}");
        assert_eq!(content(&world.root(), ".git/index.lock").as_deref(), Some("of another git"), "{moment:?}");
        fs::remove_file(&lock).unwrap();
        recovered(&world.root());
        let done = world.git("log -1 --format=%s") != "begin\n";
        assert_eq!(done, moment == Moment::Moved);
        for (path, text) in if done { AFTER } else { BEFORE } {
            assert_eq!(content(&world.root(), path).as_deref(), text, "{moment:?} {path}");
        }
        assert_eq!(world.git("status --porcelain"), "", "{moment:?}");
        sound(&world);
    }
}

#[test]
fn what_somebody_made_theirs_since_is_left_alone() {
    let world = world();
    cut_off(&world, &all_sorts(), &options(), Moment::Restated);
    fs::remove_file(world.root().join(".git/index.lock")).unwrap();
    // One file is edited, one is committed by hand as cop wrote it.
    world.write("b.md", "theirs\n");
    world.git("add new/deep/a.md");
    world.git("commit -q -m theirs");
    assert_eq!(recovered(&world.root()), Some(Recovered::Withdrawn));
    assert_eq!(content(&world.root(), "b.md").as_deref(), Some("theirs\n"));
    assert_eq!(content(&world.root(), "new/deep/a.md").as_deref(), Some("new\n"));
    assert_eq!(world.git("status --porcelain"), " M b.md\n");
    sound(&world);
}

#[test]
fn a_recovery_that_is_cut_off_is_gone_on_with() {
    // Recovery has no watch: what it does first is done by hand, and then it is run.
    for (moment, first) in [(Moment::Placed(3), "b.md"), (Moment::Placed(5), "d/old.md")] {
        let world = world();
        user_works(&world);
        let users = user_work(&world);
        cut_off(&world, &all_sorts(), &options(), moment);
        if let Some((_, Some(text))) = BEFORE.iter().find(|(path, _)| *path == first) {
            world.write(first, text);
        }
        recovered(&world.root());
        assert!(!whole(&world, &users, moment));
    }
}

#[test]
fn another_work_tree_recovers_it_too() {
    for moment in [Moment::Placed(2), Moment::Moved] {
        let world = world();
        let other = world.beside("other");
        world.git(&format!("worktree add -q -b side {}", other.display()));
        let kill = |now| if now == moment { resume_unwind(Box::new("killed")) } else { Ok(()) };
        let set = one("x.md", "x\n");
        let mut more = all_sorts();
        more.create("x.md", "x\n").unwrap();
        let run = || watched(Some(&open(&other)), &other, &more, &options(), &kill);
        assert!(catch_unwind(AssertUnwindSafe(run)).is_err());
        // In the first work tree something is written next.
        write(&world, &set, &options()).expect("written");
        assert_eq!(world.git_in(&other, "status --porcelain"), "", "{moment:?}");
        assert_eq!(world.git("status --porcelain"), "", "{moment:?}");
        sound(&world);
    }
    // And where that work tree is gone, nothing is in the way.
    let world = world();
    let other = world.beside("other");
    world.git(&format!("worktree add -q -b side {}", other.display()));
    let kill = |now| if now == Moment::Placed(2) { resume_unwind(Box::new("killed")) } else { Ok(()) };
    let run = || watched(Some(&open(&other)), &other, &all_sorts(), &options(), &kill);
    assert!(catch_unwind(AssertUnwindSafe(run)).is_err());
    fs::remove_dir_all(&other).unwrap();
    world.git("worktree prune");
    write(&world, &one("x.md", "x\n"), &options()).expect("written");
    sound(&world);
}

#[test]
fn a_living_writer_is_not_recovered() {
    let world = world();
    let asked = Cell::new(0);
    let ask = |moment| {
        if !matches!(moment, Moment::Looked | Moment::Agreed) {
            asked.set(asked.get() + 1);
            assert_eq!(recover(&open(&world.root())).expect("asked"), None, "{moment:?}");
        }
        Ok(())
    };
    watch(&world, &all_sorts(), &options(), &ask).expect("written");
    assert!(asked.get() > 10);
    sound(&world);
}

#[test]
fn a_journal_that_can_not_be_read_stops_writing_and_nothing_else() {
    let world = world();
    cut_off(&world, &all_sorts(), &options(), Moment::Placed(2));
    let path = world.root().join(".git/cop/journal");
    let mut bytes = fs::read(&path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&path, bytes).unwrap();
    let error = write(&world, &one("x.md", "x\n"), &options()).expect_err("refused");
    assert!(words(&error).contains("journal of a write that was cut off"), "{}", words(&error));
    assert!(path.exists());
}

/// Not a test by itself: the process that the next one kills.
#[test]
fn a_process_that_is_killed() {
    let (Ok(root), Ok(at)) = (std::env::var("COP_TEST_ROOT"), std::env::var("COP_TEST_KILL")) else { return };
    let root = PathBuf::from(root);
    // A harness outside, which kills at system calls, has recovery done by a process of its own too.
    if at == "recover" {
        recover(&open(&root)).expect("recovered");
        return;
    }
    let at = at.parse::<usize>().unwrap();
    let count = Cell::new(0);
    let kill = |_| {
        count.set(count.get() + 1);
        if count.get() == at {
            let _ = Command::new("kill").args(["-9", &std::process::id().to_string()]).status();
            std::thread::sleep(std::time::Duration::from_secs(10));
        }
        Ok(())
    };
    let done = watched(Some(&open(&root)), &root, &all_sorts(), &options(), &kill);
    assert!(done.is_ok(), "{}", done.err().map(|error| words(&error)).unwrap_or_default());
}

#[cfg(unix)]
#[test]
fn a_process_that_was_killed_at_any_step_is_recovered_by_the_next() {
    use std::os::unix::process::ExitStatusExt;
    for (number, moment) in moments().into_iter().enumerate() {
        let world = world();
        user_works(&world);
        let users = user_work(&world);
        let status = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", CHILD, "--test-threads=1"])
            .env("COP_TEST_ROOT", world.root())
            .env("COP_TEST_KILL", (number + 1).to_string())
            .output()
            .unwrap()
            .status;
        assert_eq!(status.signal(), Some(9), "{moment:?}");
        recovered(&world.root());
        assert_eq!(whole(&world, &users, moment), is_late(moment), "{moment:?}");
    }
}
