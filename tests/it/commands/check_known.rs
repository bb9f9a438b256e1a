//! `cop check` of what is new: against a baseline, another commit, and what is staged.

use super::{cop, dutch, tiny, transcript};
use crate::support::world::World;

/// A community with two faults that everybody knows of.
fn known() -> World {
    let world = tiny();
    world.write("practices/scan.md", "# Scan\n\nSee [letters](scan-letter.md) and [letters](scan-letter.md).\n");
    world.commit("Write of scanning");
    world
}

#[test]
fn a_baseline_lets_be_what_is_there_and_tells_what_is_new() {
    let world = known();
    insta::assert_snapshot!(transcript(&world, &["check --write-baseline --dry-run", "check --write-baseline", "check"]), @r"
$ cop check --write-baseline --dry-run
diff --git a/.cop/check-baseline.tsv b/.cop/check-baseline.tsv
new file mode 100644
--- /dev/null
+++ b/.cop/check-baseline.tsv
@@ -0,0 +1,5 @@
+# What cop check let be when this was written, and does not tell: the rule, the file, and the words.
+# cop check --write-baseline writes it again, without what has been mended.
+REF001 practices/scan.md scan-letter.md
+REF001 practices/scan.md scan-letter.md
+STW003 questions/hoe-lang.nl.md

$ cop check --write-baseline
» 3 findings are let be from now on; what is new is told.
» Committed [commit]
.cop/check-baseline.tsv

$ cop check
5 documents, 0 errors, 0 warnings, 3 known
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    assert_eq!(world.git(&["show", "--stat", "--format=%s", "HEAD"]).lines().next(), Some("Let 3 findings of check be"));
    // Lines move, one of two equal faults is mended, and another one comes in.
    world.write("practices/scan.md", "# Scan\n\nFirst.\n\nSee [letters](scan-letter.md) and [maps](scan-map.md).\n");
    insta::assert_snapshot!(transcript(&world, &["check", "check --no-baseline -f concise", "check -f json"]), @r#"
$ cop check
» 1 finding of the baseline is mended; cop check --write-baseline takes it out.
practices/scan.md:5:42  error dead-link  no such document: scan-map
   |  See [letters](scan-letter.md) and [maps](scan-map.md).
   |                                           ^^^^^^^^^^^ nearest: scan-maps.md
5 documents, 1 error, 0 warnings, 2 known
[status 1]

$ cop check --no-baseline -f concise
practices/scan.md:5:15 error REF001 dead-link no such document: scan-letter; nearest: scan-letters.md
practices/scan.md:5:42 error REF001 dead-link no such document: scan-map; nearest: scan-maps.md
questions/hoe-lang.nl.md:1:1 note STW003 unanswered-question no answer after 174 days; answer it in a file of your own: questions/hoe-lang/HANDLE.md
[status 1]

$ cop check -f json
{
  "schema": "cop/check/1",
  "findings": [
    {
      "code": "REF001",
      "rule": "dead-link",
      "severity": "error",
      "path": "practices/scan.md",
      "line": 5,
      "column": 42,
      "end_line": 5,
      "end_column": 53,
      "message": "no such document: scan-map",
      "help": "nearest: scan-maps.md",
      "fixable": false,
      "fix": null
    }
  ],
  "summary": {
    "files": 5,
    "errors": 1,
    "warnings": 0,
    "notes": 0,
    "known": 2
  },
  "problems": []
}
[status 1]
"#);
    insta::assert_snapshot!(dutch(&world, &["check --select REF", "check --write-baseline --no-commit"]), @r"
$ COP_LANG=nl cop check --select REF
practices/scan.md:5:42  fout dead-link  dit document is er niet: scan-map
   |  See [letters](scan-letter.md) and [maps](scan-map.md).
   |                                           ^^^^^^^^^^^
   |  lijkt op: scan-maps.md
5 documenten, 1 fout, 0 waarschuwingen, 1 bekend
[status 1]

$ COP_LANG=nl cop check --write-baseline --no-commit
» 3 bevindingen blijven vanaf nu rusten; wat nieuw is, wordt gemeld.
» 1 daarvan stond er nog niet in.
» Geschreven; vastleggen doe je zelf
.cop/check-baseline.tsv
");
}

#[test]
fn a_baseline_can_stand_elsewhere_and_be_wrong() {
    let world = known();
    cop(&world, "check --write-baseline --baseline known.tsv").run().done();
    insta::assert_snapshot!(transcript(&world, &["check --baseline known.tsv", "check -f concise", "check --baseline nowhere.tsv"]), @r"
$ cop check --baseline known.tsv
5 documents, 0 errors, 0 warnings, 3 known

$ cop check -f concise
practices/scan.md:3:15 error REF001 dead-link no such document: scan-letter; nearest: scan-letters.md
practices/scan.md:3:45 error REF001 dead-link no such document: scan-letter; nearest: scan-letters.md
questions/hoe-lang.nl.md:1:1 note STW003 unanswered-question no answer after 174 days; answer it in a file of your own: questions/hoe-lang/HANDLE.md
[status 1]

$ cop check --baseline nowhere.tsv
» error: the file can't be read: there is no such file or folder
» nowhere.tsv
[status 2]
");
    world.write("known.tsv", "REF001 practices/scan.md\n");
    insta::assert_snapshot!(transcript(&world, &["check --baseline known.tsv", "check --baseline ../known.tsv"]), @r"
$ cop check --baseline known.tsv
» error: this is no line of a baseline
» known.tsv:1:1
»    |  REF001 practices/scan.md
»    |  ^
» hint: a line has the code of a rule, the file and the words, with a tab between each; cop check --write-baseline writes all of them again
[status 2]

$ cop check --baseline ../known.tsv
» error: .. is not in this community
[status 2]
");
}

#[test]
fn what_was_mended_leaves_no_baseline_behind() {
    let world = known();
    cop(&world, "check --write-baseline").run().done();
    world.write("practices/scan.md", "# Scan\n\nText.\n");
    world.write("questions/hoe-lang/ada.md", "Tien jaar.\n");
    world.commit("Mend");
    insta::assert_snapshot!(transcript(&world, &["check", "check --write-baseline", "check --write-baseline"]), @r"
$ cop check
» 3 findings of the baseline are mended; cop check --write-baseline takes them out.
6 documents, 0 errors, 0 warnings

$ cop check --write-baseline
» Nothing was found, so there is no baseline.
» Committed [commit]
.cop/check-baseline.tsv

$ cop check --write-baseline
» Nothing was found, so there is no baseline.
» Nothing to change: it is so already
.cop/check-baseline.tsv
");
    assert!(!world.root().join(".cop/check-baseline.tsv").exists());
}

#[test]
fn what_a_branch_caused_is_told_also_of_files_that_it_did_not_touch() {
    let world = known();
    world.git(&["switch", "--quiet", "-c", "without-letters"]);
    world.git(&["rm", "--quiet", "practices/scan-letters.md"]);
    world.commit("Leave letters out");
    // What happens on the other branch meanwhile is not this one's.
    world.git(&["switch", "--quiet", "main"]);
    world.write("practices/late.md", "# Late\n\n[x](z.md)\n");
    world.commit("Late");
    world.git(&["switch", "--quiet", "without-letters"]);
    world.write("practices/new.md", "# New\n\n[x](y.md)\n");
    insta::assert_snapshot!(transcript(&world, &["check --changed-since main -f concise", "check practices/new.md --changed-since main -f concise", "check --changed-since HEAD -f concise", "check --changed-since nowhere"]), @r#"
$ cop check --changed-since main -f concise
practices/new.md:3:5 error REF001 dead-link no such document: y
practices/scan-maps.md:7:15 error REF001 dead-link no such document: scan-letters; it was deleted on 2026-06-01, in [commit]; take the reference away, or bring the document back: git restore -SW -s [commit]~ -- :/practices/scan-letters.md
[status 1]

$ cop check practices/new.md --changed-since main -f concise
practices/new.md:3:5 error REF001 dead-link no such document: y
[status 1]

$ cop check --changed-since HEAD -f concise
practices/new.md:3:5 error REF001 dead-link no such document: y
[status 1]

$ cop check --changed-since nowhere
» error: no commit is called "nowhere"
» hint: a branch, a tag or a commit, such as origin/main
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["check --changed-since HEAD~1", "check --changed-since nergens"]), @r#"
$ COP_LANG=nl cop check --changed-since 'HEAD~1'
practices/new.md:3:5  fout dead-link  dit document is er niet: y
   |  [x](y.md)
   |      ^^^^
practices/scan-maps.md:7:15  fout dead-link  dit document is er niet:
   scan-letters
   |  See [letters](scan-letters.md).
   |                ^^^^^^^^^^^^^^^
   |  op 2026-06-01 verwijderd, in [commit]; haal de verwijzing weg, of zet het
   |  document terug: git restore -SW -s [commit]~ -- :/practices/scan-letters.md
5 documenten, 2 fouten, 0 waarschuwingen, 3 bekend
[status 1]

$ COP_LANG=nl cop check --changed-since nergens
» fout: geen commit heet "nergens"
» tip: een branch, een tag of een commit, zoals origin/main
[status 2]
"#);
}

#[test]
fn what_is_staged_is_checked_as_it_would_be_committed() {
    let world = known();
    insta::assert_snapshot!(transcript(&world, &["check --staged"]), @r"
$ cop check --staged
5 documents, 0 errors, 0 warnings, 3 known
");
    world.write("practices/new.md", "# New\n\n[x](y.md)\n");
    world.git(&["add", "practices/new.md"]);
    // Mended in the file, and not in what is staged; and a file that is not staged at all.
    world.write("practices/new.md", "# New\n\nText.\n");
    world.write("practices/later.md", "# Later\n\n[x](y.md)\n");
    world.git(&["rm", "--quiet", "--cached", "practices/scan-letters.md"]);
    insta::assert_snapshot!(transcript(&world, &["check --staged -f concise"]), @r"
$ cop check --staged -f concise
practices/new.md:3:5 error REF001 dead-link no such document: y
practices/scan-maps.md:7:15 error REF001 dead-link no such document: scan-letters; the last commit has it and it is gone since; take the reference away, or bring the document back: git restore -SW -s HEAD -- :/practices/scan-letters.md
[status 1]
");
    assert_eq!(world.git(&["status", "--porcelain"]).lines().count(), 4);
}

#[test]
fn without_a_commit_all_that_is_staged_is_new() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: New\n");
    world.write("practices/a.md", "# A\n\n[x](y.md)\n");
    insta::assert_snapshot!(transcript(&world, &["check --staged"]), @r"
$ cop check --staged
» error: community.yaml is not among what would be committed
» hint: git add community.yaml
[status 2]
");
    world.git(&["add", "-A"]);
    insta::assert_snapshot!(transcript(&world, &["check --staged -f concise", "check --changed-since HEAD"]), @r#"
$ cop check --staged -f concise
practices/a.md:3:5 error REF001 dead-link no such document: y
[status 1]

$ cop check --changed-since HEAD
» error: no commit is called "HEAD"
» hint: a branch, a tag or a commit, such as origin/main
[status 2]
"#);
}

#[test]
fn below_another_folder_paths_count_from_the_community() {
    let world = World::new();
    world.write("docs/community.yaml", "format: 1\nname: Below\n");
    world.write("docs/practices/a.md", "# A\n\n[x](../../README.md) [y](b.md)\n");
    world.write("docs/practices/b.md", "# B\n\nText.\n");
    world.write("README.md", "# All\n");
    world.commit("Begin");
    world.git(&["rm", "--quiet", "README.md", "docs/practices/b.md"]);
    insta::assert_snapshot!(transcript(&world, &["-C docs check --changed-since HEAD -f concise", "-C docs check --staged -f concise"]), @r"
$ cop -C docs check --changed-since HEAD -f concise
docs/practices/a.md:3:5 error REF001 dead-link no such document: ../../README
docs/practices/a.md:3:26 error REF001 dead-link no such document: b; the last commit has it and it is gone since; take the reference away, or bring the document back: git restore -SW -s HEAD -- :/docs/practices/b.md
[status 1]

$ cop -C docs check --staged -f concise
docs/practices/a.md:3:5 error REF001 dead-link no such document: ../../README
docs/practices/a.md:3:26 error REF001 dead-link no such document: b; the last commit has it and it is gone since; take the reference away, or bring the document back: git restore -SW -s HEAD -- :/docs/practices/b.md
[status 1]
");
}

/// Where the hook is run by git itself.
fn commit(world: &World, arguments: &[&str]) -> String {
    let mut all = vec!["commit", "-qm", "By hand"];
    all.extend(arguments);
    world.command("git").args(&all).run().to_string()
}

#[test]
fn git_has_a_commit_checked_before_it_is_made() {
    let world = known();
    cop(&world, "doctor --fix --yes").run();
    world.write("practices/new.md", "# New\n\n[x](y.md)\n");
    world.write("practices/fine.md", "# Fine\n\nText.\n");
    world.git(&["add", "practices/new.md", "practices/fine.md"]);
    let head = world.git(&["rev-parse", "HEAD"]);
    insta::assert_snapshot!(commit(&world, &[]), @r"
$ git commit -qm 'By hand'
» practices/new.md:3:5  error dead-link  no such document: y
»    |  [x](y.md)
»    |      ^^^^
» 7 documents, 1 error, 0 warnings, 3 known
» Nothing was committed. Mend it, git add it, and commit again; git commit --no-verify goes past it.
[status 1]
");
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
    // What is not part of the commit does not stop it, and what somebody wants anyway is made.
    insta::assert_snapshot!(commit(&world, &["--", "practices/fine.md"]), @r"
$ git commit -qm 'By hand' -- practices/fine.md
» 6 documents, 0 errors, 0 warnings, 3 known
");
    insta::assert_snapshot!(commit(&world, &["--no-verify"]), @r"
$ git commit -qm 'By hand' --no-verify
");
    // Cop's own commits have been looked at.
    insta::assert_snapshot!(transcript(&world, &["add practice Another", "doctor --fix --yes -q -f json"]).lines().take(8).collect::<Vec<_>>().join("\n"), @r#"
$ cop add practice Another
» Committed [commit]
practices/another.md

$ cop doctor --fix --yes -q -f json
{
  "schema": "cop/doctor/1",
  "checks": [
"#);
}

#[test]
fn a_hook_that_is_there_is_left_alone() {
    let world = known();
    world.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n");
    let looked = cop(&world, "doctor --json").run().json();
    let hook = looked["checks"].as_array().unwrap().iter().find(|check| check["name"] == "hook").unwrap();
    assert_eq!(
        hook["message"],
        "git runs .git/hooks/pre-commit before a commit; with the line \"cop check --staged -q || exit\" it checks that too"
    );
    cop(&world, "doctor --fix --yes").run();
    assert_eq!(world.read(".git/hooks/pre-commit"), "#!/bin/sh\nexit 0\n");
    world.git(&["config", "core.hooksPath", ".hooks"]);
    cop(&world, "doctor --fix --yes").run();
    assert!(!world.root().join(".hooks").exists());
}

#[test]
fn the_hook_knows_where_the_community_is() {
    let world = World::new();
    world.write("docs/community.yaml", "format: 1\nname: Below\n");
    world.commit("Begin");
    cop(&world, "-C docs doctor --fix --yes").run();
    world.write("docs/practices/a.md", "# A\n\n[x](y.md)\n");
    world.git(&["add", "-A"]);
    insta::assert_snapshot!(commit(&world, &[]), @r"
$ git commit -qm 'By hand'
» docs/practices/a.md:3:5  error dead-link  no such document: y
»    |  [x](y.md)
»    |      ^^^^
» 1 document, 1 error, 0 warnings
» Nothing was committed. Mend it, git add it, and commit again; git commit --no-verify goes past it.
[status 1]
");
}

#[test]
fn a_merge_is_checked_and_a_hook_whose_cop_is_gone_says_so() {
    let world = known();
    cop(&world, "doctor --fix --yes").run();
    let hook = world.read(".git/hooks/pre-merge-commit");
    assert_eq!(hook, world.read(".git/hooks/pre-commit"));
    world.git(&["switch", "-qc", "side"]);
    world.write("practices/side.md", "# Side\n\nSee [scanning](scan.md).\n");
    world.git(&["add", "-A"]);
    world.git(&["commit", "-qm", "Write it"]);
    world.git(&["switch", "-q", "main"]);
    world.git(&["rm", "-q", "practices/scan.md"]);
    world.git(&["commit", "-qm", "Away", "--no-verify"]);
    let merge = || world.command("git").args(&["merge", "-q", "side"]).run().to_string();
    insta::assert_snapshot!(merge(), @r"
$ git merge -q side
» practices/side.md:3:16  error dead-link  no such document: scan
»    |  See [scanning](scan.md).
»    |                 ^^^^^^^
»    |  it was deleted on 2026-06-01, in [commit]; take the reference away, or
»    |  bring the document back: git restore -SW -s [commit]~ --
»    |  :/practices/scan.md
» 5 documents, 1 error, 0 warnings, 1 known
» Nothing was committed. Mend it, git add it, and commit again; git commit --no-verify goes past it.
» Not committing merge; use 'git commit' to complete the merge.
[status 1]
");
    world.git(&["merge", "--abort"]);
    // Another cop, as after a new version elsewhere, and none at all.
    let program = hook.lines().find_map(|line| line.strip_prefix("cop=")).expect("the program").to_owned();
    let gone = hook.replace(&program, "/nowhere/cop");
    world.write(".git/hooks/pre-merge-commit", &gone);
    insta::assert_snapshot!(merge(), @r"
$ git merge -q side
» cop: this commit was not checked, for cop is neither where it was nor in PATH. Once it is there again: cop doctor --fix
");
    assert_eq!(world.git(&["log", "-1", "--format=%s"]).trim(), "Merge branch 'side'");
    let looked = cop(&world, "doctor --json").run().json();
    let told = looked["checks"].as_array().unwrap().iter().find(|check| check["name"] == "hook").unwrap();
    assert_eq!(told["message"], "git has another cop, or one that was elsewhere, check a commit before it is made");
}

#[test]
fn what_is_let_be_stays_so_where_a_file_is_moved_or_its_title_edited() {
    let world = known();
    world.write("practices/lone.md", "# Alone\n\n[x](nowhere.md) with enough of a text to be known again by.\n");
    world.commit("Write it");
    cop(&world, "check --write-baseline").run();
    let before = cop(&world, "check --json").run().json();
    assert_eq!(before["findings"].as_array().map(Vec::len), Some(0));
    let is_still_so = |what: &str| {
        let now = cop(&world, "check --json").run().json();
        assert_eq!((&now["findings"], &now["summary"]["known"]), (&before["findings"], &before["summary"]["known"]), "{what}");
    };
    let text = world.read("practices/lone.md");
    world.write("practices/lone.md", text.replace("# Alone", "# Together"));
    is_still_so("another title");
    world.write("practices/lone.md", text);
    std::fs::create_dir_all(world.path("practices/deep")).unwrap();
    world.git(&["mv", "practices/lone.md", "practices/deep/by-oneself.md"]);
    is_still_so("a path that no commit has");
    assert_eq!(cop(&world, "check --staged --json").run().json()["findings"].as_array().map(Vec::len), Some(0));
    world.commit("Move it");
    is_still_so("a path that a commit has");
}
