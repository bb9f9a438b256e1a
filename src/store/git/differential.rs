//! History against git itself, on repositories that are each about one thing.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use super::blobs::{Blobs, Content};
use super::identity::mailmap;
use super::open::{Head, Reason, Repo};
use super::testing::{Scratch, by_cop, by_git, life, load};
use crate::base::files::OwnFolder;
use crate::model::history::{ChangeKind, CommitView, Created, Endings, History, ObjectId, TrailerKind};

/// Text of some length, of which a part may be another.
fn text(lines: usize, other: usize) -> String {
    (0..lines).map(|line| if line < other { format!("another line {line}\n") } else { format!("line number {line}\n") }).collect()
}

#[test]
fn what_git_log_says_is_said_here() {
    let scratch = Scratch::new();
    scratch.write("a.md", text(20, 0));
    scratch.write("docs/b.md", text(30, 0));
    scratch.write("docs/deep/c.md", "c\n");
    scratch.write("program.rs", "fn main() {}\n");
    scratch.commit("first");
    scratch.git("mv docs/b.md docs/renamed.md");
    scratch.write("docs/renamed.md", text(30, 5));
    scratch.commit("rename with an edit");
    scratch.git("mv docs handbook");
    scratch.commit("move a folder");
    scratch.write("a.md", text(20, 18));
    scratch.git("mv a.md z.md");
    scratch.commit("rename with too much of an edit");
    fs::set_permissions(scratch.root().join("z.md"), fs::Permissions::from_mode(0o755)).expect("set");
    scratch.commit("mode only");
    scratch.git("rm -q handbook/deep/c.md");
    symlink("../z.md", scratch.root().join("handbook/link.md")).expect("linked");
    scratch.commit("delete one and link another");
    fs::remove_file(scratch.root().join("handbook/renamed.md")).expect("removed");
    symlink("../z.md", scratch.root().join("handbook/renamed.md")).expect("linked");
    scratch.commit("a page becomes a link");
    scratch.write("handbook/deep/c.md", "c again\n");
    scratch.write("e1.md", "");
    scratch.write("e2.md", "");
    scratch.commit("bring back, and two empty ones");
    scratch.git("mv e1.md x1.md");
    scratch.git("mv e2.md e1.md");
    scratch.commit("move empty ones");
    scratch.git("update-index --add --cacheinfo 160000,0123456789abcdef0123456789abcdef01234567,sub.md");
    scratch.git("commit -q -m submodule");
    let loaded = scratch.load();
    // A link that is new is a file to git, and no page here; that a page became a link is told by both.
    let git: Vec<_> =
        by_git(&scratch, &scratch.root()).into_iter().filter(|line| !line.ends_with("link.md") && !line.ends_with("sub.md")).collect();
    assert_eq!(by_cop(&loaded.history), git);
    assert_eq!(
        scratch.life("handbook/deep/c.md"),
        [
            "Added docs/deep/c.md in first",
            "Renamed handbook/deep/c.md in move a folder",
            "Deleted handbook/deep/c.md in delete one and link another",
            "Added handbook/deep/c.md in bring back, and two empty ones",
        ]
    );
    let mode = scratch.load().history;
    assert_eq!(mode.of_path("z.md").map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Added, ChangeKind::Mode]);
}

#[test]
fn renames_are_judged_as_git_judges_them() {
    let scratch = Scratch::new();
    for page in 0..12 {
        scratch.write(&format!("old/{page}.md"), text(20 + page, page));
        scratch.write(&format!("same/page{page}/index.md"), format!("{}only here {page}\n", text(12, 0)));
    }
    scratch.commit("first");
    for page in 0..12 {
        scratch.git(&format!("rm -q old/{page}.md"));
        scratch.write(&format!("new/{}.md", (page * 5) % 12), text(20 + page, 12 - page));
        scratch.git(&format!("mv same/page{page} same/moved{}", 11 - page));
    }
    scratch.commit("everything at once");
    for page in 0..12 {
        scratch.git(&format!("rm -q same/moved{page}/index.md"));
        scratch.write(&format!("flat/{page}.md"), format!("{}only here {page}\r\nand no end", text(12, page)));
    }
    scratch.commit("and again");
    assert_eq!(by_cop(&scratch.load().history), by_git(&scratch, &scratch.root()));
}

#[test]
fn a_page_is_followed_through_branches_and_merges() {
    let scratch = Scratch::new();
    scratch.write("x.md", text(30, 0));
    scratch.commit("first");
    scratch.git("checkout -q -b side");
    scratch.write("x.md", text(30, 2));
    scratch.commit("edit on the side");
    scratch.git("checkout -q main");
    scratch.git("mv x.md y.md");
    scratch.commit("rename on main");
    scratch.git("merge -q side");
    scratch.write("y.md", text(30, 3));
    scratch.commit("after the merge");
    scratch.write("x.md", "a new page at the old path\n");
    scratch.commit("new x");
    let lives = scratch.life("y.md");
    assert_eq!(
        lives.iter().map(String::as_str).filter(|line| !line.contains("Merge")).collect::<Vec<_>>(),
        ["Added x.md in first", "Modified x.md in edit on the side", "Renamed y.md in rename on main", "Modified y.md in after the merge"]
    );
    assert_eq!(scratch.life("x.md"), ["Added x.md in new x"]);
    assert_eq!(by_cop(&scratch.load().history), by_git(&scratch, &scratch.root()));
}

#[test]
fn a_merge_did_only_what_no_parent_has() {
    let scratch = Scratch::new();
    for page in ["a", "b", "c", "d"] {
        scratch.write(&format!("docs/{page}.md"), text(10, 0));
    }
    scratch.commit("first");
    for (branch, page) in [("one", "a"), ("two", "b"), ("three", "c")] {
        scratch.git(&format!("checkout -q -b {branch} main"));
        scratch.write(&format!("docs/{page}.md"), text(10, 5));
        scratch.commit(branch);
    }
    scratch.git("checkout -q main");
    scratch.git("merge -q one two three");
    let octopus = scratch.load().history;
    let merge = octopus.commits().next_back().expect("a merge");
    assert_eq!((merge.parents().len(), merge.changes().len()), (3, 0));

    scratch.git("checkout -q -b evil");
    scratch.write("docs/a.md", text(10, 6));
    scratch.commit("on evil");
    scratch.git("checkout -q main");
    scratch.write("docs/b.md", text(10, 6));
    scratch.commit("on main");
    scratch.git("merge -q --no-commit --no-ff evil");
    scratch.write("docs/d.md", "smuggled in\n");
    scratch.write("docs/new.md", "new in the merge\n");
    scratch.git("rm -q docs/c.md");
    scratch.commit("evil merge");
    let evil = scratch.load().history;
    let merge = evil.commits().next_back().expect("a merge");
    let did: Vec<_> = merge.changes().iter().map(|change| (change.kind, evil.path(change.path))).collect();
    assert_eq!(did, [(ChangeKind::Deleted, "docs/c.md"), (ChangeKind::Modified, "docs/d.md"), (ChangeKind::Added, "docs/new.md")]);
    let git = scratch.git("diff-tree -c -r --name-only --no-commit-id HEAD");
    assert_eq!(git.lines().collect::<Vec<_>>(), ["docs/c.md", "docs/d.md", "docs/new.md"]);
}

#[test]
fn a_squash_and_co_authors_and_two_roots() {
    let scratch = Scratch::new();
    scratch.write("a.md", "a\n");
    scratch.commit("first");
    scratch.git("checkout -q -b side");
    scratch.write("b.md", "b\n");
    scratch.commit("side");
    scratch.git("checkout -q main");
    scratch.git("merge -q --squash side");
    scratch.git("commit -q -m Squashed -m Co-authored-by:~Fatima~<f@example.org>\nReviewed-by:~Cees~<c@example.org>");
    scratch.git("checkout -q --orphan other");
    scratch.git("rm -rfq .");
    scratch.write("c.md", "c\n");
    scratch.commit("second root");
    scratch.git("checkout -q main");
    scratch.git("merge -q --allow-unrelated-histories other");
    let loaded = scratch.load();
    let history = &loaded.history;
    assert_eq!(by_cop(history), by_git(&scratch, &scratch.root()));
    let squash = history.commits().find(|commit| commit.subject() == "Squashed").expect("there");
    let named: Vec<_> = squash.trailers().map(|(kind, who)| (kind, who.email.as_str())).collect();
    assert_eq!(named, [(TrailerKind::CoAuthor, "f@example.org"), (TrailerKind::Reviewed, "c@example.org")]);
    assert_eq!((squash.author().name.as_str(), squash.committer().email.as_str()), ("Anna", "bram@example.org"));
    assert_eq!(squash.day().map(|day| day.to_string()).as_deref(), Some("2023-11-14"));
    assert_eq!(history.commits().filter(|commit| commit.parents().is_empty()).count(), 2);
    assert!(matches!(history.created("c.md"), Created::In(_)) && history.created("z.md") == Created::Unknown);
}

#[test]
fn history_is_continued_and_the_same_as_from_scratch() {
    let scratch = Scratch::new();
    let fresh = || {
        let repo = scratch.repo();
        let other = OwnFolder::new(&scratch.beside(""), "other");
        let _ = fs::remove_dir_all(other.path());
        super::cache::history(&repo, &other, &Endings::with([""; 0])).expect("history").history
    };
    let tell = |history: &History| {
        let mut lines = by_cop(history);
        lines.extend(history.commits().map(|commit| format!("{} {} {:?}", commit.id(), commit.subject(), commit.author())));
        lines.extend(history.facts().paths.iter().flat_map(|path| life(history, &path.text)).filter(|line| !line.is_empty()));
        lines.sort();
        lines
    };
    scratch.write("a.md", text(10, 0));
    scratch.commit("first");
    assert_eq!((scratch.load().new, scratch.load().new), (1, 0));
    scratch.git("checkout -q -b side");
    scratch.git("mv a.md b.md");
    scratch.commit("rename");
    scratch.git("checkout -q main");
    scratch.write("c.md", "c\n");
    scratch.commit("second");
    let second = scratch.load();
    assert_eq!((second.new, second.rewritten), (1, false));
    scratch.git("merge -q side");
    let merged = scratch.load();
    assert_eq!((merged.new, merged.rewritten, tell(&merged.history)), (2, false, tell(&fresh())));
    let order = |history: &History| history.commits().map(CommitView::id).collect::<Vec<_>>();
    assert_eq!(order(&merged.history), order(&fresh()), "order");

    scratch.git("reset -q --hard HEAD^");
    scratch.write("d.md", "d\n");
    scratch.commit("another second");
    let rewritten = scratch.load();
    assert_eq!((rewritten.new, rewritten.rewritten, tell(&rewritten.history)), (1, true, tell(&fresh())));
}

#[test]
fn a_damaged_cache_is_made_again() {
    let scratch = Scratch::new();
    scratch.write("a.md", "a\n");
    scratch.commit("first");
    scratch.write("a.md", "b\n");
    scratch.commit("second");
    assert!(scratch.load().kept);
    let repo = scratch.repo();
    let file = repo.own_folder(repo.root()).path().join("history");
    let good = fs::read(&file).expect("kept");
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0x10;
        fs::write(&file, &bad).expect("written");
        assert_eq!(scratch.load().new, 2, "byte {at}");
    }
    for length in [0, 1, 16, 48, 67, 68, good.len() - 1] {
        fs::write(&file, &good[..length]).expect("written");
        assert_eq!(scratch.load().new, 2, "cut to {length}");
    }
    // A folder in the place of the file can't be written over: history is there all the same.
    fs::remove_file(&file).expect("removed");
    fs::create_dir_all(file.join("x")).expect("made");
    let loaded = scratch.load();
    assert_eq!((loaded.new, loaded.kept, loaded.history.count("a.md")), (2, false, 2));
}

#[test]
fn more_endings_mean_another_walk() {
    let scratch = Scratch::new();
    scratch.write("a.md", "a\n");
    scratch.write("a.txt", "a\n");
    scratch.commit("first");
    let with = |endings: &[&str]| {
        let repo = scratch.repo();
        super::cache::history(&repo, &repo.own_folder(repo.root()), &Endings::with(endings)).expect("history")
    };
    assert_eq!(with(&[]).history.count("a.txt"), 0);
    let more = with(&[".txt"]);
    assert_eq!((more.new, more.history.count("a.txt")), (1, 1));
    // Two readers with different wishes do not take turns in walking.
    assert_eq!((with(&[]).new, with(&[".txt"]).new), (0, 0));
}

#[test]
fn a_shallow_clone_says_at_least() {
    let scratch = Scratch::new();
    scratch.write("a.md", "a\n");
    scratch.write("b.md", "b\n");
    scratch.commit("first");
    scratch.write("a.md", "aa\n");
    scratch.commit("second");
    scratch.write("a.md", "aaa\n");
    scratch.commit("third");
    let clone = scratch.beside("clone");
    scratch.git(&format!("clone -q --depth 2 file://{} {}", scratch.root().display(), clone.display()));
    let loaded = load(&clone);
    assert!(loaded.history.gaps().shallow && loaded.history.gaps().at_least());
    assert_eq!(life(&loaded.history, "a.md"), ["Present a.md in second", "Modified a.md in third"]);
    assert!(matches!(loaded.history.created("b.md"), Created::Before(_)));
    assert_eq!((loaded.history.count("a.md"), loaded.history.count("b.md"), loaded.history.gaps().notes().len()), (1, 0, 1));
    scratch.git_in(&clone, "fetch -q --unshallow");
    let whole = load(&clone);
    assert_eq!((whole.new, whole.history.count("a.md"), whole.history.gaps().at_least()), (3, 3, false));
}

#[test]
fn a_partial_clone_goes_as_far_as_it_can() {
    let scratch = Scratch::new();
    scratch.write("a.md", text(20, 0));
    scratch.commit("first");
    scratch.git("mv a.md b.md");
    scratch.write("b.md", text(20, 2));
    scratch.commit("second");
    scratch.git("config uploadpack.allowFilter true");
    let clone = scratch.beside("clone");
    scratch.git(&format!("clone -q --no-checkout --filter=blob:none file://{} {}", scratch.root().display(), clone.display()));
    let loaded = load(&clone);
    assert_eq!((loaded.history.commits().len(), loaded.history.gaps().partial), (2, true));
    assert!(loaded.history.gaps().missing > 0 && loaded.history.gaps().at_least());
    assert_eq!(loaded.history.count("b.md"), 1);
}

#[test]
fn grafts_and_replaced_commits_bend_history_as_in_git() {
    let scratch = Scratch::new();
    for step in 0..4 {
        scratch.write("a.md", text(10, step));
        scratch.commit(&format!("step {step}"));
    }
    assert_eq!(scratch.load().history.commits().len(), 4);
    scratch.git("replace --graft HEAD^^");
    let replaced = scratch.load();
    assert_eq!((replaced.history.commits().len(), by_cop(&replaced.history)), (3, by_git(&scratch, &scratch.root())));
    scratch.git("replace -d HEAD^^");
    assert_eq!(scratch.load().history.commits().len(), 4);
}

#[test]
fn missing_objects_are_counted_and_the_rest_is_read() {
    let scratch = Scratch::new();
    scratch.write("a.md", "a\n");
    scratch.write("docs/b.md", "b\n");
    scratch.commit("first");
    scratch.write("docs/b.md", "bb\n");
    scratch.commit("second");
    scratch.write("a.md", "aa\n");
    scratch.commit("third");
    let lose = |name: &str| {
        let id = scratch.git(&format!("rev-parse {name}"));
        fs::remove_file(scratch.root().join(".git/objects").join(&id[..2]).join(id[2..].trim())).expect("lost");
    };
    lose("HEAD^^:docs");
    let loaded = scratch.load();
    assert_eq!((loaded.history.gaps().missing, loaded.history.count("a.md"), loaded.history.count("docs/b.md")), (1, 2, 0));
    assert_eq!(loaded.history.commits().filter(|commit| commit.facts().partial).count(), 2);
    fs::remove_dir_all(scratch.root().join(".git/cop")).expect("removed");
    lose("HEAD^^");
    let loaded = scratch.load();
    assert_eq!((loaded.history.commits().len(), loaded.history.gaps().at_least()), (2, true));
    assert_eq!(loaded.history.created("a.md"), Created::Before(loaded.history.of_path("a.md").next().expect("found")));
}

#[test]
fn what_was_missing_and_came_back_is_read() {
    let scratch = Scratch::new();
    for step in 0..6 {
        scratch.write("a.md", text(10, step));
        scratch.commit(&format!("step {step}"));
    }
    let standing = || {
        let repo = scratch.repo();
        super::cache::standing(&repo, &repo.own_folder(repo.root()))
    };
    let whole = scratch.load();
    assert_eq!((whole.history.commits().len(), &whole.standing), (6, &standing()));
    for count in [6, 7] {
        let id = scratch.git("rev-parse HEAD^^^");
        let object = scratch.root().join(".git/objects").join(&id[..2]).join(id[2..].trim());
        let away = scratch.beside("away");
        fs::rename(&object, &away).expect("moved");
        fs::remove_dir_all(scratch.root().join(".git/cop")).expect("removed");
        let cut = scratch.load();
        assert_eq!((cut.history.commits().len(), cut.history.gaps().missing, scratch.load().new), (3, 1, 0));
        assert!(cut.standing == standing() && cut.standing != whole.standing);
        scratch.commit("one more");
        let on = scratch.load();
        assert_eq!((on.history.commits().len(), on.history.gaps().missing), (4, 1), "nothing is built on what was cut");
        fs::rename(&away, &object).expect("moved");
        assert_ne!(standing(), on.standing);
        let again = scratch.load();
        assert_eq!((again.history.commits().len(), again.history.gaps().missing), (count + 1, 0));
        assert_eq!((&again.standing, &standing()), (&whole.standing, &whole.standing));
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_holds_nobody_up() {
    let scratch = Scratch::new();
    scratch.write("a.md", "a\n");
    scratch.commit("first");
    let own = scratch.repo().own_folder(&scratch.root());
    let pipe = |path: &std::path::Path| {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        assert!(std::process::Command::new("mkfifo").arg(path).status().expect("run").success());
    };
    pipe(&own.path().join("history"));
    assert_eq!(scratch.load().history.count("a.md"), 1);
    assert!(scratch.load().kept, "it was replaced");
    for name in ["info/grafts", "shallow"] {
        let path = scratch.root().join(".git").join(name);
        pipe(&path);
        let said = Repo::discover(&scratch.root()).err().expect("not readable");
        assert!(said.reason == Reason::Unreadable && said.cause.is_some_and(|cause| cause.contains(name)), "{name}");
        fs::remove_file(path).expect("removed");
    }
}

#[cfg(unix)]
#[test]
fn history_is_not_written_through_a_link() {
    let scratch = Scratch::new();
    scratch.write("a.md", "a\n");
    scratch.commit("first");
    let elsewhere = scratch.beside("elsewhere");
    fs::create_dir_all(elsewhere.join("root")).expect("made");
    symlink(&elsewhere, scratch.root().join(".git/cop")).expect("linked");
    let loaded = scratch.load();
    assert_eq!((loaded.kept, loaded.history.count("a.md")), (false, 1));
    assert_eq!(fs::read_dir(elsewhere.join("root")).expect("listed").count(), 0);
}

#[test]
fn odd_names_and_odd_commits_are_kept() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let scratch = Scratch::new();
    let odd: [&[u8]; 4] = [b"caf\xe9.md", "tab\tand \"quote\".md".as_bytes(), "emoji \u{1f600} \u{202e}.md".as_bytes(), b"-rf.md"];
    for name in odd {
        fs::write(scratch.root().join(OsStr::from_bytes(name)), "x\n").expect("written");
    }
    scratch.commit("odd names");
    let tree = scratch.git("rev-parse HEAD^{tree}");
    let head = scratch.git("rev-parse HEAD");
    let commit = format!("tree {}\nparent {}\nauthor Nobody <> later\ncommitter \n\nmalformed\n", tree.trim(), head.trim());
    fs::write(scratch.beside("commit"), commit).expect("written");
    let id = scratch.git("hash-object -t commit -w --literally ../commit");
    scratch.git(&format!("update-ref refs/heads/main {}", id.trim()));
    let loaded = scratch.load();
    let history = &loaded.history;
    assert_eq!((history.commits().len(), history.gaps().malformed, history.facts().paths.len()), (2, 1, 4));
    assert_eq!(history.facts().paths.iter().filter(|path| path.raw.is_some()).count(), 1);
    assert!(history.commits().any(|commit| commit.day().is_none() && commit.author().name == "Nobody"));
    assert_eq!(scratch.load().history.facts(), history.facts());
}

#[test]
fn every_state_of_head_is_told() {
    let scratch = Scratch::new();
    assert_eq!(scratch.repo().head(), &Head::Unborn("main".to_owned()));
    assert_eq!(scratch.load().history.commits().len(), 0);
    scratch.write("a.md", "a\n");
    scratch.commit("first");
    let tip = ObjectId::parse(scratch.git("rev-parse HEAD").trim()).expect("an id");
    assert_eq!(scratch.repo().head(), &Head::Branch("main".to_owned(), tip));
    scratch.git("checkout -q --detach");
    assert_eq!(scratch.repo().head(), &Head::Detached(tip));
    assert_eq!(scratch.load().history.commits().len(), 1);
    for garbage in ["", "ref: \n", "ref: refs/heads/../../x\n", "nothing\n", "0123456789abcdef0123456789abcdef01234567\n", "\0\u{1}"] {
        fs::write(scratch.root().join(".git/HEAD"), garbage).expect("written");
        match Repo::discover(&scratch.root()) {
            Ok(Some(repo)) => assert!(repo.tip().is_err_and(|none| none.reason == Reason::Head && none.hint().is_some()), "{garbage:?}"),
            Ok(None) => {}
            Err(none) => assert!(matches!(none.reason, Reason::Unreadable | Reason::Head), "{garbage:?}: {none:?}"),
        }
    }
}

#[test]
fn each_work_tree_has_its_own_history_and_index() {
    let scratch = Scratch::new();
    scratch.write("docs/a.md", "a\n");
    scratch.commit("first");
    let second = scratch.beside("second");
    scratch.git(&format!("worktree add -q {}", second.display()));
    let (main, other) = (scratch.repo(), Repo::discover(&second.join("docs")).expect("readable").expect("a repository"));
    assert_eq!((other.root(), other.common_dir() == main.common_dir()), (&*second, true));
    assert_ne!(main.own_folder(main.root()), other.own_folder(other.root()));
    assert!(main.own_folder(&main.root().join("docs")).path().ends_with(".git/cop/docs"));
    fs::create_dir_all(scratch.root().join("root/é 100%/x")).expect("made");
    assert!(main.own_folder(&main.root().join("root")).path().ends_with("cop/%72oot"));
    assert!(main.own_folder(&main.root().join("root/é 100%/x")).path().ends_with("cop/root%2F%C3%A9%20100%25%2Fx"));
    assert_eq!(load(&second).history.count("docs/a.md"), 1);
    scratch.git_in(&second, "commit -q --allow-empty -m second");
    assert_eq!((scratch.load().new, load(&second).new), (1, 1));
    // Whoever goes from one to the other walks neither again.
    assert_eq!((scratch.load().new, load(&second).new), (0, 0));
}

#[test]
fn where_there_is_no_history_the_reason_is_told() {
    let reason = |path: &std::path::Path| Repo::discover(path).err().map(|none| none.reason);
    let outside = tempfile::tempdir().expect("a folder");
    assert!(Repo::discover(outside.path()).is_ok_and(|repo| repo.is_none()));
    fs::write(outside.path().join(".git"), "gitdir: /nowhere/at/all\n").expect("written");
    assert_eq!(reason(outside.path()), Some(Reason::Unreadable));

    let scratch = Scratch::new();
    scratch.write("a.md", "a\n");
    scratch.commit("first");
    scratch.git("clone -q --bare . ../bare.git");
    assert_eq!(reason(&scratch.beside("bare.git")), Some(Reason::Bare));
    assert_eq!(reason(&scratch.root().join(".git")), Some(Reason::Bare));
    for (format, expected) in [("--ref-format=reftable", Reason::Reftable), ("--object-format=sha256", Reason::Sha256)] {
        let folder = scratch.beside(&format[2..5]);
        if scratch.try_git(&scratch.root(), &format!("init -q {format} {}", folder.display())).1 {
            assert_eq!(reason(&folder), Some(expected));
        }
    }
    fs::create_dir(scratch.beside("away")).expect("made");
    scratch.git("config core.worktree ../../away");
    assert_eq!(reason(&scratch.root()), Some(Reason::Elsewhere(scratch.beside("away"))));
    scratch.git_in(&scratch.beside("away"), "config --file ../repo/.git/config --unset core.worktree");
    scratch.git("config core.repositoryformatversion 1");
    scratch.git("config extensions.fromTheFuture true");
    assert_eq!(reason(&scratch.root()), Some(Reason::Extension("fromthefuture".to_owned())));
    fs::write(scratch.root().join(".git/config"), "[core\n\0").expect("written");
    assert_eq!(reason(&scratch.root()), Some(Reason::Unreadable));
}

#[test]
fn the_mailmap_is_applied_as_git_applies_it() {
    let scratch = Scratch::new();
    scratch.commit("first");
    scratch.git("commit -q --allow-empty --author=Joe~<shared@example> -m one");
    scratch.git("commit -q --allow-empty --author=Sue~<SHARED@example> -m two");
    scratch
        .write(".mailmap", "Anna de Vries <anna@example.org>\nJoseph <joe@example> joe <Shared@Example>\n<all@example> <shared@example>\n");
    let map = crate::model::identity::Mailmap::parse(&mailmap(&scratch.root()));
    let history = scratch.load().history;
    let ours: Vec<_> =
        history.commits().rev().map(|commit| map.resolve(commit.author())).map(|who| format!("{} <{}>", who.name, who.email)).collect();
    assert_eq!(ours, scratch.git("log --use-mailmap --format=%aN~<%aE>").lines().collect::<Vec<_>>());
    fs::remove_file(scratch.root().join(".mailmap")).expect("removed");
    symlink("/etc/passwd", scratch.root().join(".mailmap")).expect("linked");
    assert!(mailmap(&scratch.root()).is_empty());
}

#[test]
fn a_content_is_read_up_to_a_limit() {
    let scratch = Scratch::new();
    scratch.write("a.md", "hello\n");
    scratch.commit("first");
    let history = scratch.load().history;
    let id = history.last("a.md").and_then(|change| change.new).expect("a blob");
    let repo = scratch.repo();
    let blobs = Blobs::of(&repo).expect("objects");
    assert_eq!(blobs.read(id, 6), Content::Bytes(b"hello\n".to_vec()));
    assert_eq!(blobs.read(id, 5), Content::TooLarge(6));
    assert_eq!(blobs.read(ObjectId([7; 20]), 100), Content::Missing);
    assert_eq!(blobs.read(repo.tip().expect("a head").expect("a commit"), 1000), Content::Missing);
}
