//! What a commit of cop's is, and what it leaves alone.

use super::*;

#[test]
fn a_commit_has_its_own_files_and_nothing_else() {
    let world = world();
    user_works(&world);
    let before = user_work(&world);
    let done = write(&world, &all_sorts(), &options()).expect("written");
    assert_eq!(done.commit.as_deref(), Some(world.git("rev-parse HEAD").trim()));
    assert_eq!(done.paths, ["b.md", "c.md", "d/old.md", "moved/c.md", "new/deep/a.md"]);
    let log = world.git("log -1 --format=%an~<%ae>~%ad~%cn~%s --date=raw --name-status --no-renames");
    let files = "M\tb.md\nD\tc.md\nD\td/old.md\nA\tmoved/c.md\nA\tnew/deep/a.md\n";
    assert_eq!(log, format!("Bram <bram@example.org> 1700100000 +0100 Bram Do all sorts of things\n\n{files}"));
    for (path, text) in AFTER {
        assert_eq!(content(&world.root(), path).as_deref(), text, "{path}");
    }
    assert!(!world.root().join("d").exists(), "an empty folder goes, as with git");
    assert_eq!(user_work(&world), before);
    assert_eq!(world.git("status --porcelain"), " M edited.md\nMM staged.md\n?? untracked.md\n");
    sound(&world);
    // The next commit by hand has what was staged, and undoes nothing.
    world.git("commit -q -m mine");
    assert_eq!(world.git("show --name-status --format=%s HEAD"), "mine\n\nM\tstaged.md\n");
}

#[test]
fn git_need_not_read_the_files_again() {
    let world = world();
    write(&world, &all_sorts(), &options()).expect("written");
    // Plumbing trusts what the index says about files, and does not refresh it.
    assert_eq!(world.git("diff-files"), "");
    assert_eq!(world.git("diff-index HEAD"), "");
    assert_eq!(world.git("diff-index --cached HEAD"), "");
}

#[test]
fn an_edit_in_the_second_of_the_old_index_is_still_seen() {
    let world = world();
    // Same size, and the file is given the very times that the index has of it.
    let path = world.root().join("edited.md");
    let times = fs::metadata(&path).unwrap().modified().unwrap();
    fs::File::options().write(true).open(world.root().join(".git/index")).unwrap().set_modified(times).unwrap();
    world.git("config core.trustctime false");
    fs::write(&path, "9\n").unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(times).unwrap();
    assert_eq!(world.git("--no-optional-locks status --porcelain"), " M edited.md\n");
    write(&world, &one("x.md", "x\n"), &options()).expect("written");
    assert_eq!(world.git("--no-optional-locks status --porcelain"), " M edited.md\n");
}

#[test]
fn the_first_commit_makes_the_branch() {
    let world = bare_world();
    let done = write(&world, &one("deep/a.md", "a\n"), &options()).expect("written");
    assert_eq!(world.git("log --format=%H~%D~%P --name-status").trim(), format!("{} HEAD -> main \n\nA\tdeep/a.md", done.commit.unwrap()));
    assert_eq!(world.git("status --porcelain"), "");
    assert!(world.git("reflog").contains("commit (initial): Add deep/a.md"));
    sound(&world);
}

#[test]
fn a_community_in_a_folder_commits_below_it() {
    let world = world();
    world.write("club/community.yaml", "name: Club\n");
    world.commit("club");
    let folder = world.root().join("club");
    watched(Some(&open(&folder)), &folder, &one("x/a.md", "a\n"), &options(), &|_| Ok(())).expect("written");
    assert_eq!(world.git("show --format= --name-only HEAD"), "club/x/a.md\n");
}

#[test]
fn somebody_is_written_for() {
    let world = world();
    let author = crate::model::change::Author { name: "Zoë van Dijk".to_owned(), email: "zoe@example.org".to_owned() };
    let set = ChangeSet::new(Message {
        subject: "Add x".to_owned(),
        body: Some("Why.".to_owned()),
        trailers: vec![("Co-authored-by".to_owned(), "Cas <cas@example.org>".to_owned())],
    });
    let mut set = set.on_behalf_of(author);
    set.create("x.md", "x\n").unwrap();
    write(&world, &set, &options()).expect("written");
    let log = world.git("log -1 --format=%an~%ae~%cn~%B%(trailers:key=co-authored-by,valueonly)");
    assert!(log.starts_with("Zoë van Dijk zoe@example.org Bram Add x\n\nWhy.\n\nCo-authored-by: Cas <cas@example.org>\n"), "{log}");
    assert!(log.trim().ends_with("\nCas <cas@example.org>"), "{log}");
    sound(&world);
}

#[test]
fn line_ends_are_as_git_would_have_them() {
    for (setting, text, blob) in
        [("true", "a\r\nb\r\n", "a\nb\n"), ("input", "a\r\nb\r\n", "a\nb\n"), ("false", "a\r\nb\r\n", "a\r\nb\r\n")]
    {
        let world = world();
        world.git(&format!("config core.autocrlf {setting}"));
        write(&world, &one("x.md", text), &options()).expect("written");
        assert_eq!(content(&world.root(), "x.md").as_deref(), Some(text), "{setting}");
        assert_eq!(world.git("show HEAD:x.md"), blob, "{setting}");
        assert_eq!(world.git("status --porcelain"), "", "{setting}");
        // What is on the disk is not what is committed, and still not an edit of the user's.
        let mut set = ChangeSet::new(Message::new("Edit"));
        set.edit("x.md", text, "a\r\nc\r\n").unwrap();
        write(&world, &set, &options()).expect("written");
        assert_eq!(world.git("show HEAD:x.md"), blob.replace('b', "c"), "{setting}");
        assert_eq!(world.git("status --porcelain"), "", "{setting}");
    }
    let world = world();
    world.write(".gitattributes", "*.md text eol=crlf\n");
    world.commit("attributes");
    write(&world, &one("x.md", "a\r\n"), &options()).expect("written");
    assert_eq!(world.git("show HEAD:x.md"), "a\n");
    assert_eq!(world.git("status --porcelain"), "");
}

#[test]
fn my_edits_are_committed_only_if_i_say_so() {
    let world = world();
    user_works(&world);
    let mut set = ChangeSet::new(Message::new("Save"));
    set.edit("staged.md", "3\n", "3\n").unwrap();
    set.edit("untracked.md", "mine\n", "mine\nand more\n").unwrap();
    let refused = write(&world, &set, &options()).expect_err("refused");
    assert!(words(&refused).starts_with("this file has changes of yours that are not committed [staged.md] > cop save keeps them first"));
    let with = Options { with_my_edits: true, ..options() };
    write(&world, &set, &with).expect("written");
    assert_eq!(world.git("show --name-status --format= HEAD"), "M\tstaged.md\nA\tuntracked.md\n");
    assert_eq!(world.git("show HEAD:staged.md HEAD:untracked.md"), "3\nmine\nand more\n");
    assert_eq!(world.git("status --porcelain"), " M edited.md\n");
    sound(&world);
}

#[test]
fn without_a_commit_only_files_are_written() {
    let world = world();
    user_works(&world);
    let (before, index) = (user_work(&world), fs::read(world.root().join(".git/index")).unwrap());
    let head = world.git("rev-parse HEAD");
    let done = write(&world, &all_sorts(), &Options { no_commit: true, ..options() }).expect("written");
    assert_eq!(done.commit, None);
    assert_eq!(fs::read(world.root().join(".git/index")).unwrap(), index);
    assert_eq!(world.git("rev-parse HEAD"), head);
    for (path, text) in AFTER {
        assert_eq!(content(&world.root(), path).as_deref(), text, "{path}");
    }
    assert_eq!(user_work(&world), before);
    sound(&world);
}

#[test]
fn a_dry_run_changes_nothing() {
    let world = world();
    let (index, objects) = (fs::read(world.root().join(".git/index")).unwrap(), world.git("count-objects"));
    write(&world, &all_sorts(), &Options { dry_run: true, ..options() }).expect("fine");
    assert_eq!(fs::read(world.root().join(".git/index")).unwrap(), index);
    assert_eq!(world.git("count-objects"), objects);
    assert_eq!(world.git("status --porcelain"), "");
    assert!(!world.root().join(".git/cop").exists());
}

#[test]
fn the_diff_of_a_dry_run_is_what_git_can_apply() {
    let world = world();
    world.write("../set.diff", super::super::diff::diff(&all_sorts()));
    world.git("apply --index ../set.diff");
    for (path, text) in AFTER {
        assert_eq!(content(&world.root(), path).as_deref(), text, "{path}");
    }
    assert_eq!(world.git("status --porcelain --no-renames"), "M  b.md\nD  c.md\nD  d/old.md\nA  moved/c.md\nA  new/deep/a.md\n");
}

#[test]
fn without_git_files_are_written_the_same_way() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    for (path, text) in BEFORE.iter().filter_map(|(path, text)| Some((path, (*text)?))) {
        fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
        fs::write(root.join(path), text).unwrap();
    }
    let refused = watched(None, &root, &all_sorts(), &options(), &|moment| if moment == Moment::Placed(4) { Err(stop()) } else { Ok(()) });
    assert!(refused.is_err());
    for (path, text) in BEFORE {
        assert_eq!(content(&root, path).as_deref(), text, "{path}");
    }
    assert_eq!(fs::read_dir(&root).unwrap().count(), 3);
    assert_eq!(super::super::carry_out(None, &root, &all_sorts(), &options()).expect("written").commit, None);
    for (path, text) in AFTER {
        assert_eq!(content(&root, path).as_deref(), text, "{path}");
    }
}

#[test]
fn a_linked_work_tree_has_its_own_branch_and_index() {
    let world = world();
    let other = world.beside("other");
    world.git(&format!("worktree add -q -b side {}", other.display()));
    let repo = open(&other);
    watched(Some(&repo), &other, &one("x.md", "x\n"), &options(), &|_| Ok(())).expect("written");
    assert_eq!(world.git_in(&other, "log -1 --format=%s~%D"), "Add x.md HEAD -> side\n");
    assert_eq!(world.git_in(&other, "status --porcelain"), "");
    assert_eq!(world.git("log -1 --format=%s~%D"), "begin HEAD -> main\n");
    assert_eq!(world.git("status --porcelain"), "");
    sound(&world);
}

#[test]
fn odd_entries_of_a_tree_stay_as_they_are() {
    let world = world();
    // A mode that git no longer writes, and names that libgit2 would not.
    let blob = world.git("hash-object -w b.md").trim().to_owned();
    let id: Vec<u8> = (0..20).map(|at| u8::from_str_radix(&blob[at * 2..at * 2 + 2], 16).unwrap()).collect();
    let line = |mode: &str, name: &[u8]| [mode.as_bytes(), b" ", name, b"\0", &id].concat();
    let tree = [line("100664", b"a.md"), line("100644", b"b.md"), line("100644", b"\xff.md")].concat();
    world.write("../tree", tree);
    let tree = world.git("hash-object -t tree -w --literally ../tree");
    let commit = world.git(&format!("commit-tree -m odd {}", tree.trim()));
    world.git(&format!("reset -q --hard {}", commit.trim()));
    write(&world, &one("x/y.md", "x\n"), &options()).expect("written");
    let listed = world.git("cat-file tree HEAD^{tree}");
    assert!(listed.contains("100664 a.md\0") && listed.contains("\u{fffd}.md\0") && listed.contains("40000 x\0"), "{listed}");
    assert_eq!(world.git("show --name-only --format= HEAD"), "x/y.md\n");
    let mut set = ChangeSet::new(Message::new("Edit"));
    set.edit("a.md", "one\ntwo\n", "other\n").unwrap();
    write(&world, &set, &options()).expect("written");
    assert_eq!(world.git("show --name-only --format= HEAD"), "a.md\n");
}

#[cfg(unix)]
#[test]
fn what_a_file_may_be_run_by_stays() {
    use std::os::unix::fs::PermissionsExt;
    let world = world();
    let path = world.root().join("b.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    world.commit("run");
    write(&world, &all_sorts(), &options()).expect("written");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o755);
    assert_eq!(world.git("status --porcelain"), "");
    assert!(world.git("ls-tree HEAD b.md").starts_with("100755"));
}
