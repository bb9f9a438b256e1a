//! What is refused before anything is written, and what is said then.

use super::*;

/// A write that has to be refused, with nothing of it left.
fn refused(world: &Scratch, set: &ChangeSet) -> String {
    let index = fs::read(world.root().join(".git/index")).unwrap_or_default();
    let (head, _) = world.try_git(&world.root(), "rev-parse HEAD");
    let error = write(world, set, &options()).expect_err(&set.message().subject);
    assert_eq!(fs::read(world.root().join(".git/index")).unwrap_or_default(), index);
    assert_eq!(world.try_git(&world.root(), "rev-parse HEAD").0, head);
    assert_eq!(content(&world.root(), "x.md"), None);
    let said = words(&error);
    assert!(said.contains(" > "), "a way on: {said}");
    said
}

fn x() -> ChangeSet {
    one("x.md", "x\n")
}

#[test]
fn in_the_middle_of_something_git_goes_first() {
    for (begin, says) in [
        ("merge side", "git merge --abort"),
        ("cherry-pick side", "git cherry-pick --continue"),
        ("revert --no-edit HEAD^", "git revert --continue"),
        ("rebase side", "git rebase --continue"),
    ] {
        let world = world();
        world.git("switch -q -c side");
        world.write("b.md", "side\n");
        world.commit("side");
        world.git("switch -q main");
        world.write("b.md", "main\n");
        world.commit("main");
        world.write("b.md", "more\n");
        world.commit("more");
        assert!(!world.try_git(&world.root(), begin).1, "a conflict: {begin}");
        assert!(refused(&world, &x()).contains(says), "{begin}");
        // Files alone can be written.
        write(&world, &x(), &Options { no_commit: true, ..options() }).expect("written");
    }
    let world = world();
    world.commit("two");
    world.git("bisect start");
    assert!(refused(&world, &x()).contains("git bisect reset"));
    // Between two commits of a list of cherry-picks there is only the list.
    let world = super::world();
    fs::create_dir(world.root().join(".git/sequencer")).unwrap();
    assert!(refused(&world, &x()).contains("a list of cherry-picks"));
}

#[test]
fn a_head_without_a_branch_is_refused() {
    let world = world();
    world.git("checkout -q --detach");
    assert!(refused(&world, &x()).starts_with("HEAD is not on a branch"));
    fs::write(world.root().join(".git/HEAD"), "nonsense\n").unwrap();
    assert!(write(&world, &x(), &options()).is_err() || Repo::discover(&world.root()).is_err());
}

#[test]
fn who_commits_has_a_name() {
    let world = world();
    for (key, value, says) in [
        ("user.name", "<>", "a commit can't have this name: <>"),
        ("user.name", "a<b", "a commit can't have this name: a<b"),
        ("user.email", "a>b", "a commit can't have this e-mail address: a>b"),
    ] {
        world.git(&format!("config {key} {value}"));
        assert!(refused(&world, &x()).starts_with(says), "{value}");
        world.git(&format!("config {key} fine"));
    }
    let config = fs::read_to_string(world.root().join(".git/config")).unwrap();
    fs::write(world.root().join(".git/config"), config.replace("name = fine", "name = \"a\\nb\"")).unwrap();
    assert!(refused(&world, &x()).contains("git config --global user.name"));
}

#[test]
fn a_name_that_is_taken_is_refused() {
    let world = world();
    world.write("Één.md", "1\n");
    world.write("Notes/a.md", "1\n");
    world.commit("names");
    for (path, says) in [
        ("b.md", "this file exists already [b.md]"),
        ("B.md", "there is b.md already, and on many computers the two names are one [B.md]"),
        ("e\u{301}e\u{301}n.md", "there is Één.md already"),
        ("notes/b.md", "there is Notes already"),
        ("b.md/c.md", "this is no folder, but a file or a link [b.md]"),
        (".git/hooks/pre-commit", "this is no name"),
        ("../x.md", "this is no name"),
    ] {
        let error = write(&world, &one(path, "x\n"), &options()).expect_err(path);
        let path = if path.contains("een") { "één.md" } else { path };
        assert!(words(&error).starts_with(says), "{path}: {}", words(&error));
    }
    // An old name that goes is not in the way.
    let mut set = ChangeSet::new(Message::new("Case"));
    set.rename("b.md", "B.md", "one\ntwo\n", "one\ntwo\n").unwrap();
    write(&world, &set, &options()).expect("written");
    assert_eq!(world.git("show --name-status --format= -M HEAD"), "R100\tb.md\tB.md\n");
    // A file that was deleted and not committed is the user's doing.
    fs::remove_file(world.root().join("c.md")).unwrap();
    assert!(words(&write(&world, &one("c.md", "x\n"), &options()).expect_err("refused")).starts_with("this file has changes of yours"));
}

#[test]
fn what_git_ignores_or_filters_is_refused() {
    let world = world();
    world.write(".gitignore", "x.md\n");
    world.write(".gitattributes", "*.big filter=lfs\n*.utf16 working-tree-encoding=UTF-16\n");
    world.commit("rules");
    assert!(refused(&world, &x()).contains("git check-ignore -v :/x.md"));
    assert!(refused(&world, &one("a.big", "x")).starts_with("git keeps this file through a filter of its own (lfs)"));
    assert!(refused(&world, &one("a.utf16", "x")).contains("(UTF-16)"));
    write(&world, &one("a.big", "x"), &Options { no_commit: true, ..options() }).expect("written");
    assert_eq!(content(&world.root(), "a.big").as_deref(), Some("x"));
}

#[test]
fn a_file_that_changed_since_it_was_read_is_not_written_over() {
    let world = world();
    let mut set = ChangeSet::new(Message::new("Edit"));
    set.edit("b.md", "something else\n", "mine\n").unwrap();
    assert!(words(&write(&world, &set, &options()).expect_err("refused")).starts_with("this file was changed by somebody else"));
    // Also at the last moment, under all locks.
    for moment in moments() {
        let world = super::world();
        let meddle = |now: Moment| {
            if now == moment {
                world.write("b.md", "theirs\n");
            }
            Ok(())
        };
        let done = watch(&world, &all_sorts(), &options(), &meddle);
        let found = content(&world.root(), "b.md").unwrap();
        assert_eq!(found, "theirs\n", "{moment:?}");
        if done.is_err() {
            for (path, text) in BEFORE.iter().filter(|(path, _)| *path != "b.md") {
                assert_eq!(content(&world.root(), path).as_deref(), *text, "{moment:?} {path}");
            }
            assert_eq!(world.git("log -1 --format=%s"), "begin\n");
        } else {
            assert_eq!(world.git("show HEAD:b.md"), "one\n2\n", "{moment:?}");
        }
        assert_eq!(world.git("status --porcelain"), " M b.md\n", "{moment:?}");
        sound(&world);
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_or_into_another_repository() {
    let world = world();
    let elsewhere = world.beside("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, world.root().join("way")).unwrap();
    fs::write(elsewhere.join("secret.md"), "secret\n").unwrap();
    std::os::unix::fs::symlink(elsewhere.join("secret.md"), world.root().join("link.md")).unwrap();
    world.git_in(&world.root(), "init -q nested");
    for (path, says) in [("way/a.md", "this is no folder"), ("nested/a.md", "this folder is a repository of its own")] {
        let error = write(&world, &one(path, "x\n"), &options()).expect_err("refused");
        assert!(words(&error).starts_with(says), "{}", words(&error));
    }
    let mut set = ChangeSet::new(Message::new("Edit"));
    set.edit("link.md", "secret\n", "mine\n").unwrap();
    for no_commit in [false, true] {
        assert!(write(&world, &set, &Options { no_commit, ..options() }).is_err());
    }
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 1);
    assert_eq!(content(&elsewhere, "secret.md").as_deref(), Some("secret\n"));
}

#[test]
fn a_sparse_or_split_index_is_not_guessed_at() {
    let world = world();
    world.git("sparse-checkout set --no-cone /README.md");
    let mut set = ChangeSet::new(Message::new("Edit"));
    set.create("d/old.md", "mine\n").unwrap();
    let error = write(&world, &set, &options()).expect_err("refused");
    assert!(words(&error).contains("git sparse-checkout add d"), "{}", words(&error));
    write(&world, &one("README2.md", "x\n"), &options()).expect("written");
    assert!(world.git("show --name-status --format= HEAD") == "A\tREADME2.md\n");
    assert_eq!(world.git("status --porcelain"), "");

    let world = super::world();
    world.git("update-index --split-index");
    assert!(refused(&world, &x()).contains("git update-index --no-split-index"));
}

#[test]
fn a_lock_of_gits_is_waited_for_and_never_removed() {
    let world = world();
    for lock in ["index.lock", "HEAD.lock", "refs/heads/main.lock"] {
        let path = world.root().join(".git").join(lock);
        fs::write(&path, "").unwrap();
        let error = write(&world, &x(), &Options { wait: std::time::Duration::from_millis(50), ..options() }).expect_err("held");
        assert!(words(&error).contains(lock), "{}", words(&error));
        assert!(path.exists());
        assert_eq!(content(&world.root(), "x.md"), None);
        fs::remove_file(&path).unwrap();
        sound(&world);
    }
    assert_eq!(world.git("log --format=%s"), "begin\n");
    write(&world, &x(), &options()).expect("written");
}

#[test]
fn nothing_to_commit_is_no_commit() {
    let world = world();
    let mut set = ChangeSet::new(Message::new("Same"));
    set.edit("b.md", "one\ntwo\n", "one\ntwo\n").unwrap();
    assert!(words(&write(&world, &set, &options()).expect_err("refused")).starts_with("there is nothing to write"));
    assert!(write(&world, &ChangeSet::new(Message::new("x")), &options()).is_err());
    assert_eq!(world.git("log --format=%s"), "begin\n");
    sound(&world);
}
