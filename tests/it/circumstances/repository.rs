//! Git's repository is not what it usually is.

use std::fs;
use std::os::unix::fs::symlink;

use insta::assert_snapshot;

use super::{club, give_to_other, says, zegt};
use crate::support::world::World;

/// A repository in a state that libgit2 can't read, or not all of: what is asked of the files is answered all the same.
fn three(world: &World, folder: &str) -> String {
    let lines = ["search mail -f paths", "show scan-mail | head -n 1", "contributors", "history scan-mail"];
    lines.map(|line| format!("$ cop {line}\n{}\n", says(world, &format!("cd {folder}; cop {line}")))).concat()
}

#[test]
fn a_clone_is_not_whole() {
    let world = club();
    world.write("practices/scan-mail.md", "# Scan mail\n\nTwice.\n");
    world.commit_by("Bram Smit", "bram@example.org", "Twice");
    world.git(&["config", "uploadpack.allowFilter", "true"]);
    let from = format!("file://{}", world.root().display());
    world.git(&["clone", "--quiet", "--depth", "1", &from, "shallow"]);
    assert_snapshot!(three(&world, "shallow"), @r#"
    $ cop search mail -f paths
    » note: this clone does not have the whole history, so what it says is "at least"; git fetch --unshallow gets the rest
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: this clone does not have the whole history, so what it says is "at least"; git fetch --unshallow gets the rest
    Scan mail
    $ cop contributors
    » note: this clone does not have the whole history, so what it says is "at least"; git fetch --unshallow gets the rest
    the part of the history that is here names nobody
    $ cop history scan-mail
    » note: this clone does not have the whole history, so what it says is "at least"; git fetch --unshallow gets the rest
    Scan mail  practices/scan-mail.md
    2026-06-01  was there already  [commit]
    "#);
    assert_snapshot!(zegt(&world, "cop -C shallow contributors"), @r#"
    » opmerking: deze kloon heeft niet de hele geschiedenis, dus lees elk aantal als "minstens"; git fetch --unshallow haalt de rest op
    het deel van de geschiedenis dat in deze kloon zit, noemt niemand
    "#);
    world.git(&["clone", "--quiet", "--filter=blob:none", &from, "blobless"]);
    assert_snapshot!(three(&world, "blobless"), @"
    $ cop search mail -f paths
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    Scan mail
    $ cop contributors
    Ada Test   made 2 (1 commit)
    Bram Smit  changed 1 (1 commit)

    made, changed: today's documents; reviewed: times; more: cop contributors --help
    $ cop history scan-mail
    Scan mail  practices/scan-mail.md
    2026-06-01  changed  Bram Smit  Twice  [commit]
    2026-06-01  made     Ada Test   Begin  [commit]
    ");
    world.git(&["clone", "--quiet", "--filter=tree:0", &from, "treeless"]);
    assert_snapshot!(three(&world, "treeless"), @r#"
    $ cop search mail -f paths
    » note: this is a partial clone: 1 object is not here, so what history says is "at least"; git fetch --refetch --no-filter gets the rest (git 2.36)
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: this is a partial clone: 1 object is not here, so what history says is "at least"; git fetch --refetch --no-filter gets the rest (git 2.36)
    Scan mail
    $ cop contributors
    » note: this is a partial clone: 1 object is not here, so what history says is "at least"; git fetch --refetch --no-filter gets the rest (git 2.36)
    the part of the history that is here names nobody
    $ cop history scan-mail
    » note: this is a partial clone: 1 object is not here, so what history says is "at least"; git fetch --refetch --no-filter gets the rest (git 2.36)
    Scan mail  practices/scan-mail.md
    the part of the history that is here says nothing about it
    "#);
    world.git(&["clone", "--quiet", "--no-checkout", ".", "empty"]);
    assert_snapshot!(says(&world, "cp community.yaml empty; cop -C empty list"), @r"
    There are no documents yet.
    every Markdown file in a kind's folder is a document, such as
    practices/our-first.md; if yours stand elsewhere, say in community.yaml where:
    kinds: practice: paths:
    ");
}

#[test]
fn head_is_somewhere_else() {
    let world = club();
    let usual = three(&world, ".");
    assert_snapshot!(usual, @"
    $ cop search mail -f paths
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    Scan mail
    $ cop contributors
    Ada Test  made 2 (1 commit)

    made, changed: today's documents; reviewed: times; more: cop contributors --help
    $ cop history scan-mail
    Scan mail  practices/scan-mail.md
    2026-06-01  made  Ada Test  Begin  [commit]
    ");
    world.git(&["checkout", "--quiet", "--detach"]);
    assert_eq!(three(&world, "."), usual);
    world.git(&["worktree", "add", "--quiet", "-b", "other", "../other"]);
    assert_eq!(three(&world, "../other"), usual);
    world.write(".git/HEAD", b"\xff\0garbage");
    assert_snapshot!(three(&world, "."), @"
    $ cop search mail -f paths
    » note: the repository's HEAD points to nothing that can be read
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: the repository's HEAD points to nothing that can be read
    Scan mail
    $ cop contributors
    » error: the repository's HEAD points to nothing that can be read
    » because: corrupted loose reference file: HEAD
    » hint: git log -1 says more; git switch BRANCH points HEAD to a branch again
    [status 2]
    $ cop history scan-mail
    » error: the repository's HEAD points to nothing that can be read
    » because: corrupted loose reference file: HEAD
    » hint: git log -1 says more; git switch BRANCH points HEAD to a branch again
    [status 2]
    ");
    assert_snapshot!(zegt(&world, "cop contributors"), @"
    » fout: HEAD van deze repository wijst naar niets dat te lezen is
    » oorzaak: corrupted loose reference file: HEAD
    » tip: git log -1 vertelt meer; met git switch BRANCH wijst HEAD weer naar een branch
    [status 2]
    ");
    world.write(".git/HEAD", "ref: refs/heads/nowhere\n");
    assert_snapshot!(three(&world, "."), @"
    $ cop search mail -f paths
    » note: the branch nowhere has no commits yet; what other branches hold is not counted
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: the branch nowhere has no commits yet; what other branches hold is not counted
    Scan mail
    $ cop contributors
    » note: the branch nowhere has no commits yet; what other branches hold is not counted
    nobody has done anything here yet
    $ cop history scan-mail
    » note: the branch nowhere has no commits yet; what other branches hold is not counted
    Scan mail  practices/scan-mail.md
    git has nothing about it yet: it has not been committed
    ");
    world.write(".git/HEAD", "");
    assert_snapshot!(says(&world, "cop contributors"), @"
    » error: the repository's HEAD points to nothing that can be read
    » because: corrupted loose reference file: HEAD
    » hint: git log -1 says more; git switch BRANCH points HEAD to a branch again
    [status 2]
    ");
}

#[test]
fn the_repository_is_of_another_sort() {
    let world = club();
    world.git(&["clone", "--quiet", "--bare", ".", "../bare"]);
    assert_snapshot!(says(&world, "cop -C ../bare list"), @r#"
    » error: [world]/bare is not in a community: no community.yaml here or above
    » hint: to start one here: cop init
    » hint: to look in another folder: cop -C DIR …
    » hint: to see what cop does: cop --demo search rhythm
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cp community.yaml ../bare; cop -C ../bare contributors"), @"
    » error: this is a repository without a work tree
    » hint: git clone THIS-FOLDER NEW-FOLDER makes a copy with the files in it; then: cop -C NEW-FOLDER …
    [status 2]
    ");
    for sort in ["--object-format=sha256", "--ref-format=reftable"] {
        let made = says(
            &world,
            &format!("rm -rf .git ../new; git init --quiet {sort} ../new && mv ../new/.git . && git add . && git commit --quiet -m x"),
        );
        if !made.is_empty() {
            eprintln!("skipped: git can't {sort}");
            continue;
        }
        let is_sha256 = sort.contains("sha256");
        if is_sha256 {
            assert_snapshot!(three(&world, "."), @"
            $ cop search mail -f paths
            » note: this repository names its objects with SHA-256, which cop can't read yet
            practices/file-mail.md
            practices/scan-mail.md
            $ cop show scan-mail | head -n 1
            » note: this repository names its objects with SHA-256, which cop can't read yet
            Scan mail
            $ cop contributors
            » error: this repository names its objects with SHA-256, which cop can't read yet
            » because: unknown object format 'sha256'
            » hint: search, list, show and check do their work without history
            [status 2]
            $ cop history scan-mail
            » error: this repository names its objects with SHA-256, which cop can't read yet
            » because: unknown object format 'sha256'
            » hint: search, list, show and check do their work without history
            [status 2]
            ");
            assert_snapshot!(zegt(&world, "cop history scan-mail"), @"
            » fout: deze repository geeft objecten namen met SHA-256, en die kan cop nog niet lezen
            » oorzaak: unknown object format 'sha256'
            » tip: zoeken, opsommen, tonen en controleren werkt ook zonder geschiedenis
            [status 2]
            ");
        } else {
            assert_snapshot!(three(&world, "."), @"
            $ cop search mail -f paths
            » note: this repository keeps its branches in the reftable format, which cop can't read yet
            practices/file-mail.md
            practices/scan-mail.md
            $ cop show scan-mail | head -n 1
            » note: this repository keeps its branches in the reftable format, which cop can't read yet
            Scan mail
            $ cop contributors
            » error: this repository keeps its branches in the reftable format, which cop can't read yet
            » because: unsupported extension name extensions.refstorage
            » hint: git refs migrate --ref-format=files
            [status 2]
            $ cop history scan-mail
            » error: this repository keeps its branches in the reftable format, which cop can't read yet
            » because: unsupported extension name extensions.refstorage
            » hint: git refs migrate --ref-format=files
            [status 2]
            ");
        }
    }
    let world = club();
    world.git(&["config", "core.repositoryformatversion", "1"]);
    world.git(&["config", "extensions.future", "1"]);
    assert_snapshot!(three(&world, "."), @"
    $ cop search mail -f paths
    » note: this repository uses a git extension that cop does not know: future
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: this repository uses a git extension that cop does not know: future
    Scan mail
    $ cop contributors
    » error: this repository uses a git extension that cop does not know: future
    » because: unsupported extension name extensions.future
    » hint: search, list, show and check do their work without history
    [status 2]
    $ cop history scan-mail
    » error: this repository uses a git extension that cop does not know: future
    » because: unsupported extension name extensions.future
    » hint: search, list, show and check do their work without history
    [status 2]
    ");
}

#[test]
fn the_repository_is_elsewhere_or_damaged() {
    let world = club();
    let usual = three(&world, ".");
    fs::create_dir(world.root().parent().unwrap().join("elsewhere")).unwrap();
    world.git(&["config", "core.worktree", "../../elsewhere"]);
    assert_snapshot!(three(&world, "."), @"
    $ cop search mail -f paths
    » note: the work tree of this repository is somewhere else: [world]/elsewhere
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: the work tree of this repository is somewhere else: [world]/elsewhere
    Scan mail
    $ cop contributors
    » error: the work tree of this repository is somewhere else: [world]/elsewhere
    » hint: core.worktree in its configuration says so: git config --unset core.worktree
    [status 2]
    $ cop history scan-mail
    » error: the work tree of this repository is somewhere else: [world]/elsewhere
    » hint: core.worktree in its configuration says so: git config --unset core.worktree
    [status 2]
    ");
    says(&world, "git --work-tree=. config --unset core.worktree");
    assert_eq!(three(&world, "."), usual);
    let git = world.root().parent().unwrap().join("git");
    fs::rename(world.path(".git"), &git).unwrap();
    symlink(&git, world.path(".git")).unwrap();
    assert_eq!(three(&world, "."), usual, "a link to the git folder");
    fs::remove_file(world.path(".git")).unwrap();
    world.write(".git", "gitdir: ../git\n");
    assert_eq!(three(&world, "."), usual, "a file that names the git folder");
    world.write(".git", "gitdir: ../nowhere\n");
    assert_snapshot!(three(&world, "."), @"
    $ cop search mail -f paths
    » note: the repository can't be read
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: the repository can't be read
    Scan mail
    $ cop contributors
    » error: the repository can't be read
    » because: failed to resolve path '[world]/community/../nowhere': No such file or directory
    » hint: git status and git fsck say more
    [status 2]
    $ cop history scan-mail
    » error: the repository can't be read
    » because: failed to resolve path '[world]/community/../nowhere': No such file or directory
    » hint: git status and git fsck say more
    [status 2]
    ");
    world.write(".git", "nonsense\n");
    assert_snapshot!(says(&world, "cop contributors"), @"
    » error: the repository can't be read
    » because: the `.git` file at '[world]/community/.git' is malformed
    » hint: git status and git fsck say more
    [status 2]
    ");
    let world = club();
    world.write(".git/config", "[core\n");
    assert_snapshot!(three(&world, "."), @"
    $ cop search mail -f paths
    » note: the repository can't be read
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: the repository can't be read
    Scan mail
    $ cop contributors
    » error: the repository can't be read
    » because: failed to parse config file: missing ']' in section header (in [world]/community/.git/config:1)
    » hint: git status and git fsck say more
    [status 2]
    $ cop history scan-mail
    » error: the repository can't be read
    » because: failed to parse config file: missing ']' in section header (in [world]/community/.git/config:1)
    » hint: git status and git fsck say more
    [status 2]
    ");
    let world = club();
    let lose = |what: &str| {
        says(&world, &format!("hash=$(git rev-parse '{what}'); rm -f .git/objects/$(echo $hash | cut -c1-2)/$(echo $hash | cut -c3-)"))
    };
    assert_eq!(lose("HEAD^{tree}"), "");
    assert_snapshot!(three(&world, "."), @r#"
    $ cop search mail -f paths
    » note: the repository is damaged: 1 object can't be read, so what history says is "at least"; git fsck says more
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: the repository is damaged: 1 object can't be read, so what history says is "at least"; git fsck says more
    Scan mail
    $ cop contributors
    » note: the repository is damaged: 1 object can't be read, so what history says is "at least"; git fsck says more
    the part of the history that is here names nobody
    $ cop history scan-mail
    » note: the repository is damaged: 1 object can't be read, so what history says is "at least"; git fsck says more
    Scan mail  practices/scan-mail.md
    the part of the history that is here says nothing about it
    "#);
    assert_eq!(lose("HEAD"), "");
    assert_snapshot!(three(&world, "."), @"
    $ cop search mail -f paths
    » note: the repository's HEAD points to nothing that can be read
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: the repository's HEAD points to nothing that can be read
    Scan mail
    $ cop contributors
    » error: the repository's HEAD points to nothing that can be read
    » because: object not found - cannot read header for ([commit])
    » hint: git log -1 says more; git switch BRANCH points HEAD to a branch again
    [status 2]
    $ cop history scan-mail
    » error: the repository's HEAD points to nothing that can be read
    » because: object not found - cannot read header for ([commit])
    » hint: git log -1 says more; git switch BRANCH points HEAD to a branch again
    [status 2]
    ");
}

#[test]
fn the_repository_belongs_to_another() {
    let world = club();
    let usual = three(&world, ".");
    give_to_other(&world.root());
    if three(&world, ".") == usual {
        eprintln!("skipped: not root");
        return;
    }
    assert_snapshot!(three(&world, "."), @"
    $ cop search mail -f paths
    » note: the repository in [world]/community belongs to another user, so git does not trust it
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: the repository in [world]/community belongs to another user, so git does not trust it
    Scan mail
    $ cop contributors
    » error: the repository in [world]/community belongs to another user, so git does not trust it
    » because: repository path '[world]/community' is not owned by current user
    » hint: if you trust it: git config --global --add safe.directory [world]/community
    [status 2]
    $ cop history scan-mail
    » error: the repository in [world]/community belongs to another user, so git does not trust it
    » because: repository path '[world]/community' is not owned by current user
    » hint: if you trust it: git config --global --add safe.directory [world]/community
    [status 2]
    ");
    assert_snapshot!(zegt(&world, "cop history scan-mail"), @"
    » fout: de repository in [world]/community is van een andere gebruiker, dus git vertrouwt hem niet
    » oorzaak: repository path '[world]/community' is not owned by current user
    » tip: vertrouw je hem wel: git config --global --add safe.directory [world]/community
    [status 2]
    ");
    let folder = world.root();
    world.git(&["config", "--global", "--add", "safe.directory", &folder.to_string_lossy()]);
    assert_eq!(three(&world, "."), usual, "after what the hint says");
}

#[test]
fn objects_and_references_are_kept_in_other_ways() {
    let world = club();
    let usual = three(&world, ".");
    world.git(&["pack-refs", "--all"]);
    says(&world, "hash=$(git rev-parse HEAD); seq -f \"$hash refs/tags/z%06.0f\" 50000 >> .git/packed-refs");
    assert_eq!(three(&world, "."), usual, "50,000 references");
    world.git(&["clone", "--quiet", "--shared", ".", "../shared"]);
    assert_eq!(three(&world, "../shared"), usual, "objects in another repository");
    fs::write(world.root().parent().unwrap().join("shared/.git/objects/info/alternates"), "/nowhere\n").unwrap();
    assert_snapshot!(three(&world, "../shared"), @"
    $ cop search mail -f paths
    » note: the repository's HEAD points to nothing that can be read
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    » note: the repository's HEAD points to nothing that can be read
    Scan mail
    $ cop contributors
    » error: the repository's HEAD points to nothing that can be read
    » because: object not found - cannot read header for ([commit])
    » hint: git log -1 says more; git switch BRANCH points HEAD to a branch again
    [status 2]
    $ cop history scan-mail
    » error: the repository's HEAD points to nothing that can be read
    » because: object not found - cannot read header for ([commit])
    » hint: git log -1 says more; git switch BRANCH points HEAD to a branch again
    [status 2]
    ");
    let packed = fs::read(world.path(".git/packed-refs")).unwrap();
    world.write(".git/packed-refs", [&packed[..], b"nonsense\n"].concat());
    assert_snapshot!(three(&world, "."), @"
    $ cop search mail -f paths
    practices/file-mail.md
    practices/scan-mail.md
    $ cop show scan-mail | head -n 1
    Scan mail
    $ cop contributors
    Ada Test  made 2 (1 commit)

    made, changed: today's documents; reviewed: times; more: cop contributors --help
    $ cop history scan-mail
    Scan mail  practices/scan-mail.md
    2026-06-01  made  Ada Test  Begin  [commit]
    ");
    world.write(".git/packed-refs", packed);
    world.git(&["sparse-checkout", "set", "--no-cone", "/community.yaml", "/practices/file-mail.md"]);
    assert_snapshot!(says(&world, "cop list -f paths; cop show scan-mail; cop contributors"), @r#"
    » error: no document is called "scan-mail"
    » hint: documents with some of these words: cop search "scan-mail"
    practices/file-mail.md
    Ada Test  made 2 (1 commit)

    made, changed: today's documents; reviewed: times; more: cop contributors --help
    "#);
}

#[test]
fn other_repositories_inside_are_not_entered() {
    let world = club();
    let usual = says(&world, "cop list");
    world.write("practices/inner/x.md", "# Inner\n");
    assert_ne!(says(&world, "cop list"), usual);
    world.git(&["init", "--quiet", "practices/inner"]);
    assert_eq!(says(&world, "cop list"), usual);
    world.write("practices/module/y.md", "# Module\n");
    world.write("practices/module/.git", "gitdir: ../../.git/modules/module\n");
    assert_eq!(says(&world, "cop list"), usual);
}

#[test]
fn commits_are_malformed() {
    let world = club();
    let authors: [&[u8]; 6] = [
        b"New\\nLine <n@example.org> 1700000000 +0000",
        b"No Address 1700000000 +0000",
        b"Esc \x1b[2J <e@example.org> 1700000000 +0000",
        b"\xff\xfe <l@example.org> 1700000000 +0000",
        b"Late <late@example.org> 99999999999999999999 +0000",
        b" <> 0 +0000",
    ];
    for author in authors {
        world.write("author", [b"author ", author, b"\ncommitter C <c@example.org> 1700000000 +0000\n\nm\n"].concat());
        let commit = "(echo tree $(git rev-parse 'HEAD^{tree}'); echo parent $(git rev-parse HEAD); cat author) > commit";
        let made = "git update-ref refs/heads/main $(git hash-object -t commit -w --literally commit) && rm author commit";
        assert_eq!(says(&world, &format!("{commit} && {made}")), "");
    }
    assert_snapshot!(says(&world, "cop contributors"), @"
    » note: 3 commits have a name or date that can't be read
    Ada Test  made 2 (1 commit)

    made, changed: today's documents; reviewed: times; more: cop contributors --help
    ");
    assert_snapshot!(says(&world, "cop history scan-mail"), @"
    » note: 3 commits have a name or date that can't be read
    Scan mail  practices/scan-mail.md
    2026-06-01  made  Ada Test  Begin  [commit]
    ");
}
