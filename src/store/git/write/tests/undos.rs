//! cop's last commit, taken back.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::super::ground::Ground;
use super::super::undo::{undo, undone};
use super::*;

#[test]
fn the_last_commit_is_taken_back_wholly() {
    let world = world();
    user_works(&world);
    let (users, head) = (user_work(&world), world.git("rev-parse HEAD"));
    write(&world, &all_sorts(), &options()).expect("written");
    let undone = undo(&open(&world.root()), &options()).expect("undone");
    assert_eq!(undone.subject, "Do all sorts of things");
    assert_eq!(world.git("rev-parse HEAD"), head);
    for (path, text) in BEFORE {
        assert_eq!(content(&world.root(), path).as_deref(), text, "{path}");
    }
    assert_eq!(user_work(&world), users);
    assert_eq!(world.git("status --porcelain"), " M edited.md\nMM staged.md\n?? untracked.md\n");
    sound(&world);
    // And brought back, as the hint says.
    world.git(&format!("reset -q --keep {}", undone.commit));
    assert_eq!(content(&world.root(), "new/deep/a.md").as_deref(), Some("new\n"));
    assert!(undo(&open(&world.root()), &options()).is_err(), "once is enough");
}

#[test]
fn what_others_may_have_or_somebody_changed_is_not_taken_back() {
    let world = world();
    let refused = |says: &str| {
        let error = undo(&open(&world.root()), &options()).expect_err("refused");
        assert!(words(&error).contains(says), "{}", words(&error));
        sound(&world);
    };
    refused("cop knows of no commit of its own");
    write(&world, &all_sorts(), &options()).expect("written");
    world.write("b.md", "mine\n");
    refused("this file was changed since that commit [b.md]");
    world.git("checkout -q b.md");
    world.git(&format!("init -q --bare {}", world.beside("server").display()));
    world.git(&format!("remote add origin {}", world.beside("server").display()));
    world.git("push -q origin main");
    refused("is on origin/main already");
    world.git("update-ref -d refs/remotes/origin/main");
    world.commit("mine");
    refused("is not the newest one");
    let first = bare_world();
    write(&first, &one("x.md", "x\n"), &options()).expect("written");
    assert!(words(&undo(&open(&first.root()), &options()).expect_err("refused")).starts_with("this is the first commit"));
}

#[test]
fn line_ends_come_back_as_they_were() {
    let world = world();
    world.git("config core.autocrlf true");
    write(&world, &one("x.md", "a\r\n"), &options()).expect("written");
    let mut set = ChangeSet::new(Message::new("Edit"));
    set.edit("x.md", "a\r\n", "b\r\n").unwrap();
    write(&world, &set, &options()).expect("written");
    undo(&open(&world.root()), &options()).expect("undone");
    assert_eq!(content(&world.root(), "x.md").as_deref(), Some("a\r\n"));
    assert_eq!(world.git("status --porcelain"), "");
}

#[test]
fn an_undo_that_was_cut_off_is_completed_or_withdrawn() {
    for moment in moments().into_iter().filter(|moment| *moment != Moment::Agreed) {
        let world = world();
        write(&world, &all_sorts(), &options()).expect("written");
        let kill = |now| if now == moment { resume_unwind(Box::new("killed")) } else { Ok(()) };
        let repo = open(&world.root());
        assert!(catch_unwind(AssertUnwindSafe(|| undone(&Ground::of(&repo), &repo, &options(), &kill))).is_err(), "{moment:?}");
        let outcome = recovered(&world.root());
        let undone = world.git("log -1 --format=%s") == "begin\n";
        assert_eq!(undone, matches!(moment, Moment::Moved | Moment::Renamed | Moment::Released | Moment::Cleared), "{moment:?}");
        for (path, text) in if undone { BEFORE } else { AFTER } {
            assert_eq!(content(&world.root(), path).as_deref(), text, "{moment:?} {path} {outcome:?}");
        }
        assert_eq!(world.git("status --porcelain"), "", "{moment:?}");
        sound(&world);
    }
}

#[test]
fn what_somebody_wrote_survives_an_undo_that_is_cut_off_anywhere() {
    for moment in moments().into_iter().filter(|moment| *moment != Moment::Agreed) {
        let world = world();
        user_works(&world);
        let users = user_work(&world);
        let mut set = ChangeSet::new(Message::new("Save"));
        for (path, text) in [("staged.md", "3\n"), ("edited.md", "2\n"), ("untracked.md", "mine\n")] {
            set.keep(path, Some(text.into())).unwrap();
        }
        write(&world, &set, &Options { with_my_edits: true, ..options() }).expect("written");
        let kill = |now| if now == moment { resume_unwind(Box::new("killed")) } else { Ok(()) };
        let repo = open(&world.root());
        let killed = catch_unwind(AssertUnwindSafe(|| undone(&Ground::of(&repo), &repo, &options(), &kill))).is_err();
        assert_eq!(killed, !matches!(moment, Moment::Put(_) | Moment::Placed(4..)), "{moment:?}");
        recovered(&world.root());
        for (path, text) in [("staged.md", "3\n"), ("edited.md", "2\n"), ("untracked.md", "mine\n")] {
            assert_eq!(content(&world.root(), path).as_deref(), Some(text), "{moment:?} {path}");
        }
        if world.git("log -1 --format=%s") == "begin\n" {
            assert_eq!(user_work(&world), users, "{moment:?}");
        } else {
            assert_eq!(world.git("status --porcelain"), "", "{moment:?}");
        }
        sound(&world);
    }
}
