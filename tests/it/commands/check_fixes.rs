//! `cop check --fix` of what stands in documents: git says what was changed, and to the byte.

use super::{cop, dutch, tiny, transcript};
use crate::support::world::World;

/// A community with one of everything that can be mended unasked, and some that can not.
fn faulty() -> World {
    let world = tiny();
    world.write(
        "practices/scan.md",
        "---\ntags: [scan]\nstatus: vastgesteld # by all\n---\n\n# Scan\n\nSee [letters](Scan-Letters.md#dpi \"all\"), [maps](scan-maps?x=1) and\n\
         [more](..\\practices\\scan-maps.md). <!-- cop-allow: dead-link it comes -->\n\n<!-- cop-allow: SAF all of it -->\n\n[ref]: <Scan-Maps.md>\n[a][ref] and [b][ref]\n",
    );
    world.write("practices/both.md", "# Both\r\n\r\nText.\nMore.\r\n");
    world.write("practices/old.md", "---\nstatus: retired\nsuperseded_by: practice/scan-letters\n---\n\n# Old\n\nText.\n");
    world.write("practices/likely.md", "---\nstatus: adoptd\n---\n\n# Likely\n\nAs in [old](old.md), see [x](nowhere.md).\n");
    world.commit("Faults");
    world
}

#[test]
fn what_is_sure_is_mended_unasked_and_nothing_else_changes() {
    let world = faulty();
    insta::assert_snapshot!(transcript(&world, &["check -f concise", "check --fix --dry-run"]), @r#"
$ cop check -f concise
practices/both.md:3:6 note CON005 mixed-line-ends one line end differs from the other 3; save the file with one kind of line end
practices/likely.md:2:9 warning FM025 unknown-state a practice has no state "adoptd"; did you mean adopted?
practices/likely.md:7:13 warning REF012 retired-link "Old" no longer holds (retired); its successor: scan-letters.md
practices/likely.md:7:30 error REF001 dead-link no such document: nowhere
practices/old.md:3:16 warning REF013 one-sided-relation practices/scan-letters.md does not say supersedes; add to practices/scan-letters.md: supersedes: practice/old
practices/scan.md:3:9 note FM032 translated-state the state "vastgesteld" is not in the language of the keys; write: adopted
practices/scan.md:8:15 error REF002 wrong-case the file is called practices/scan-letters.md; write: scan-letters.md
practices/scan.md:8:50 warning REF003 missing-extension scan-maps?x=1 lacks the ending of the file; write: scan-maps.md
practices/scan.md:9:8 warning REF017 backslash-link folders are parted by / in a link; write: scan-maps.md
practices/scan.md:9:36 warning CON006 unused-allowance nothing here is wrong by dead-link; remove the comment
practices/scan.md:11:1 warning CON006 unused-allowance nothing here is wrong by SAF; remove the comment
practices/scan.md:13:9 error REF002 wrong-case the file is called practices/scan-maps.md; write: scan-maps.md
practices/scan.md:13:9 error REF002 wrong-case the file is called practices/scan-maps.md; write: scan-maps.md
questions/hoe-lang.nl.md:1:1 note STW003 unanswered-question no answer after 174 days; answer it in a file of your own: questions/hoe-lang/HANDLE.md
[status 1]

$ cop check --fix --dry-run
» Can be mended in 3 documents: 1 × backslash-link, 1 × missing-extension, 1 × mixed-line-ends, 1 × one-sided-relation, 1 × translated-state, 2 × unused-allowance, 2 × wrong-case
» practices/both.md: only line ends change, LF to CRLF in 1 line
diff --git a/practices/both.md b/practices/both.md
--- a/practices/both.md
+++ b/practices/both.md
@@ -1,4 +1,4 @@
 # Both

-Text.
+Text.
 More.
diff --git a/practices/scan-letters.md b/practices/scan-letters.md
--- a/practices/scan-letters.md
+++ b/practices/scan-letters.md
@@ -1,6 +1,7 @@
 ---
 tags: [scan]
 status: adopted
+supersedes: practice/old
 ---

 # Scan letters
diff --git a/practices/scan.md b/practices/scan.md
--- a/practices/scan.md
+++ b/practices/scan.md
@@ -1,14 +1,12 @@
 ---
 tags: [scan]
-status: vastgesteld # by all
+status: adopted # by all
 ---

 # Scan

-See [letters](Scan-Letters.md#dpi "all"), [maps](scan-maps?x=1) and
-[more](..\practices\scan-maps.md). <!-- cop-allow: dead-link it comes -->
+See [letters](scan-letters.md#dpi "all"), [maps](scan-maps.md?x=1) and
+[more](scan-maps.md).

-<!-- cop-allow: SAF all of it -->
-
-[ref]: <Scan-Maps.md>
+[ref]: <scan-maps.md>
 [a][ref] and [b][ref]
"#);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    insta::assert_snapshot!(transcript(&world, &["check --fix -f concise"]), @r#"
$ cop check --fix -f concise
practices/both.md:1:7 note CON009 other-line-ends the lines end in CRLF here, and in LF in 7 others; save the file with LF
practices/likely.md:2:9 warning FM025 unknown-state a practice has no state "adoptd"; did you mean adopted?
practices/likely.md:7:13 warning REF012 retired-link "Old" no longer holds (retired); its successor: scan-letters.md
practices/likely.md:7:30 error REF001 dead-link no such document: nowhere
practices/scan.md:8:30 warning REF004 missing-heading "Scan letters" has no heading #dpi
questions/hoe-lang.nl.md:1:1 note STW003 unanswered-question no answer after 174 days; answer it in a file of your own: questions/hoe-lang/HANDLE.md
[status 1]
"#);
    insta::assert_snapshot!(world.git(&["show", "--format=%s", "HEAD"]), @r#"
Mend backslash-link, missing-extension, mixed-line-ends, one-sided-relation, translated-state, unused-allowance, wrong-case

diff --git a/practices/both.md b/practices/both.md
index [commit]..[commit] 100644
--- a/practices/both.md
+++ b/practices/both.md
@@ -1,4 +1,4 @@
 # Both
 
-Text.
+Text.
 More.
diff --git a/practices/scan-letters.md b/practices/scan-letters.md
index [commit]..[commit] 100644
--- a/practices/scan-letters.md
+++ b/practices/scan-letters.md
@@ -1,6 +1,7 @@
 ---
 tags: [scan]
 status: adopted
+supersedes: practice/old
 ---
 
 # Scan letters
diff --git a/practices/scan.md b/practices/scan.md
index [commit]..[commit] 100644
--- a/practices/scan.md
+++ b/practices/scan.md
@@ -1,14 +1,12 @@
 ---
 tags: [scan]
-status: vastgesteld # by all
+status: adopted # by all
 ---
 
 # Scan
 
-See [letters](Scan-Letters.md#dpi "all"), [maps](scan-maps?x=1) and
-[more](..\practices\scan-maps.md). <!-- cop-allow: dead-link it comes -->
+See [letters](scan-letters.md#dpi "all"), [maps](scan-maps.md?x=1) and
+[more](scan-maps.md).
 
-<!-- cop-allow: SAF all of it -->
-
-[ref]: <Scan-Maps.md>
+[ref]: <scan-maps.md>
 [a][ref] and [b][ref]
"#);
    // What is mended stays so.
    let head = world.git(&["rev-parse", "HEAD"]);
    insta::assert_snapshot!(transcript(&world, &["check --fix -f concise"]), @r#"
$ cop check --fix -f concise
practices/both.md:1:7 note CON009 other-line-ends the lines end in CRLF here, and in LF in 7 others; save the file with LF
practices/likely.md:2:9 warning FM025 unknown-state a practice has no state "adoptd"; did you mean adopted?
practices/likely.md:7:13 warning REF012 retired-link "Old" no longer holds (retired); its successor: scan-letters.md
practices/likely.md:7:30 error REF001 dead-link no such document: nowhere
practices/scan.md:8:30 warning REF004 missing-heading "Scan letters" has no heading #dpi
questions/hoe-lang.nl.md:1:1 note STW003 unanswered-question no answer after 174 days; answer it in a file of your own: questions/hoe-lang/HANDLE.md
[status 1]
"#);
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
}

#[test]
fn what_is_likely_is_mended_if_a_person_wants_that() {
    let world = faulty();
    cop(&world, "check --fix").run();
    insta::assert_snapshot!(dutch(&world, &["check --fix --unsafe-fixes --dry-run", "check --fix --unsafe-fixes --select STW,REF"]), @r#"
$ COP_LANG=nl cop check --fix --unsafe-fixes --dry-run
» Te herstellen in 1 document: 1 × retired-link, 1 × unknown-state
diff --git a/practices/likely.md b/practices/likely.md
--- a/practices/likely.md
+++ b/practices/likely.md
@@ -1,7 +1,7 @@
 ---
-status: adoptd
+status: adopted
 ---

 # Likely

-As in [old](old.md), see [x](nowhere.md).
+As in [old](scan-letters.md), see [x](nowhere.md).

$ COP_LANG=nl cop check --fix --unsafe-fixes --select STW,REF
» Hersteld in 1 document: 1 × retired-link
» Vastgelegd als [commit]
practices/likely.md:7:39  fout dead-link  dit document is er niet: nowhere
   |  As in [old](scan-letters.md), see [x](nowhere.md).
   |                                        ^^^^^^^^^^
practices/scan.md:8:30  waarschuwing missing-heading  in "Scan letters" staat
   geen kop #dpi
   |  See [letters](scan-letters.md#dpi "all"), [maps](scan-maps.md?x=1) and
   |                               ^^^^
questions/hoe-lang.nl.md:1:1  opmerking unanswered-question  na 174 dagen nog
   geen antwoord
   |  # Hoe lang bewaren we brieven?
   |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |  beantwoord hem in een eigen bestand: questions/hoe-lang/NAAM.md
8 documenten, 1 fout, 1 waarschuwing, 1 opmerking
[status 1]
"#);
    insta::assert_snapshot!(world.git(&["show", "--format=%s", "HEAD"]), @r"
Mend retired-link

diff --git a/practices/likely.md b/practices/likely.md
index [commit]..[commit] 100644
--- a/practices/likely.md
+++ b/practices/likely.md
@@ -4,4 +4,4 @@ status: adoptd
 
 # Likely
 
-As in [old](old.md), see [x](nowhere.md).
+As in [old](scan-letters.md), see [x](nowhere.md).
");
}

#[test]
fn what_is_not_looked_at_or_let_be_stays_as_it_is() {
    let world = faulty();
    insta::assert_snapshot!(transcript(&world, &["check practices/both.md --fix -f concise", "check --fix --select REF001", "check --write-baseline", "check --fix"]), @r"
$ cop check practices/both.md --fix -f concise
practices/both.md:1:7 note CON009 other-line-ends the lines end in CRLF here, and in LF in 7 others; save the file with LF

$ cop check --fix --select REF001
» There is nothing here to mend in this way
practices/likely.md:7:30  error dead-link  no such document: nowhere
   |  As in [old](old.md), see [x](nowhere.md).
   |                               ^^^^^^^^^^
8 documents, 1 error, 0 warnings
[status 1]

$ cop check --write-baseline
» 14 findings are let be from now on; what is new is told.
» Committed [commit]
.cop/check-baseline.tsv

$ cop check --fix
» There is nothing here to mend in this way
8 documents, 0 errors, 0 warnings, 14 known
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn my_own_changes_are_not_committed_with_it() {
    let world = faulty();
    world.write("practices/both.md", "# Both\r\n\r\nText.\nMore of mine.\r\n");
    insta::assert_snapshot!(transcript(&world, &["check practices/both.md --fix", "check practices/both.md --fix --no-commit"]), @r"
$ cop check practices/both.md --fix
» error: this file has changes of yours that are not committed
» practices/both.md
» hint: --with-my-edits commits your changes together with what is mended; --no-commit mends the files and commits nothing
[status 2]

$ cop check practices/both.md --fix --no-commit
» Mended in 1 document: 1 × mixed-line-ends
» Written, and left for you to commit
practices/both.md:1:7  note other-line-ends  the lines end in CRLF here, and in
   LF in 7 others
   |  # Both
   |        ^ save the file with LF
1 document, 0 errors, 0 warnings, 1 note
");
    insta::assert_snapshot!(transcript(&world, &["check practices/both.md --unsafe-fixes"]), @r"
$ cop check practices/both.md --unsafe-fixes
» error: something is missing: --fix
» hint: for example: cop check practices --ignore STW
» hint: all about it: cop check --help
[status 2]
");
}

#[test]
fn what_i_am_changing_is_shown_and_left_and_all_else_is_mended() {
    let world = faulty();
    world.write("practices/both.md", "# Both\r\n\r\nText.\nMore of mine.\r\n");
    world.write("practices/new.md", "# New\n\nSee [maps](Scan-Maps.md).\n");
    insta::assert_snapshot!(transcript(&world, &["check practices/new.md practices/both.md --fix --dry-run", "check practices --fix -f concise"]), @r#"
$ cop check practices/new.md practices/both.md --fix --dry-run
» cop check --fix would leave these as they are, because they have changes of yours that are not committed: practices/both.md, practices/new.md
» hint: --with-my-edits commits your changes together with what is mended; --no-commit mends the files and commits nothing
» Can be mended in 2 documents: 1 × mixed-line-ends, 1 × wrong-case
» practices/both.md: only line ends change, LF to CRLF in 1 line
diff --git a/practices/both.md b/practices/both.md
--- a/practices/both.md
+++ b/practices/both.md
@@ -1,4 +1,4 @@
 # Both

-Text.
+Text.
 More of mine.
diff --git a/practices/new.md b/practices/new.md
--- a/practices/new.md
+++ b/practices/new.md
@@ -1,3 +1,3 @@
 # New

-See [maps](Scan-Maps.md).
+See [maps](scan-maps.md).

$ cop check practices --fix -f concise
practices/both.md:3:6 note CON005 mixed-line-ends one line end differs from the other 3; save the file with one kind of line end
practices/likely.md:2:9 warning FM025 unknown-state a practice has no state "adoptd"; did you mean adopted?
practices/likely.md:7:13 warning REF012 retired-link "Old" no longer holds (retired); its successor: scan-letters.md
practices/likely.md:7:30 error REF001 dead-link no such document: nowhere
practices/new.md:3:12 error REF002 wrong-case the file is called practices/scan-maps.md; write: scan-maps.md
practices/scan.md:8:30 warning REF004 missing-heading "Scan letters" has no heading #dpi
[status 1]
"#);
    insta::assert_snapshot!(dutch(&world, &["check practices --fix", "check practices --select REF --fix"]), @r"
$ COP_LANG=nl cop check practices --fix
» fout: in dit bestand staan wijzigingen van jou die nog niet zijn vastgelegd
» practices/both.md
» tip: --with-my-edits legt jouw wijzigingen samen met het herstelde vast; --no-commit herstelt de bestanden en legt niets vast
[status 2]

$ COP_LANG=nl cop check practices --select REF --fix
» fout: in dit bestand staan wijzigingen van jou die nog niet zijn vastgelegd
» practices/new.md
» tip: --with-my-edits legt jouw wijzigingen samen met het herstelde vast; --no-commit herstelt de bestanden en legt niets vast
[status 2]
");
    assert_eq!(world.git(&["status", "--porcelain"]), " M practices/both.md\n?? practices/new.md");
    // What the hint says is typed as it says it.
    insta::assert_snapshot!(transcript(&world, &["check --fix --no-commit --select CON", "check --fix --with-my-edits -q"]), @r#"
$ cop check --fix --no-commit --select CON
» Mended in 1 document: 1 × mixed-line-ends
» Written, and left for you to commit
practices/both.md:1:7  note other-line-ends  the lines end in CRLF here, and in
   LF in 8 others
   |  # Both
   |        ^ save the file with LF
9 documents, 0 errors, 0 warnings, 1 note

$ cop check --fix --with-my-edits -q
practices/both.md:1:7  note other-line-ends  the lines end in CRLF here, and in
   LF in 8 others
   |  # Both
   |        ^ save the file with LF
practices/likely.md:2:9  warning unknown-state  a practice has no state "adoptd"
   |  status: adoptd
   |          ^^^^^^ did you mean adopted?
practices/likely.md:7:13  warning retired-link  "Old" no longer holds (retired)
   |  As in [old](old.md), see [x](nowhere.md).
   |              ^^^^^^ its successor: scan-letters.md
practices/likely.md:7:30  error dead-link  no such document: nowhere
   |  As in [old](old.md), see [x](nowhere.md).
   |                               ^^^^^^^^^^
practices/scan.md:8:30  warning missing-heading  "Scan letters" has no heading
   #dpi
   |  See [letters](scan-letters.md#dpi "all"), [maps](scan-maps.md?x=1) and
   |                               ^^^^
questions/hoe-lang.nl.md:1:1  note unanswered-question  no answer after 174 days
   |  # Hoe lang bewaren we brieven?
   |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |  answer it in a file of your own: questions/hoe-lang/HANDLE.md
9 documents, 1 error, 3 warnings, 2 notes
2 of them can be mended by cop check --fix --unsafe-fixes
[status 1]
"#);
    insta::assert_snapshot!(world.git(&["show", "--format=%s", "--name-status"]), @r"
Mend wrong-case

A	practices/new.md
");
    assert_eq!(world.git(&["status", "--porcelain"]), " M practices/both.md");
}

#[test]
fn a_number_waits_where_what_refers_to_it_is_being_changed() {
    let world = tiny();
    world.write("decisions/0001-a.md", "# A\n\nSee [b](b.md).\n");
    world.write("decisions/b.md", "# B\n");
    world.write("decisions/c.md", "# C\n");
    world.commit("Decisions");
    world.write("decisions/0001-a.md", "# A\n\nSee [b](b.md), of mine.\n");
    insta::assert_snapshot!(transcript(&world, &["check --fix --select NAM -f concise"]), @r"
$ cop check --fix --select NAM -f concise
» error: decisions/0001-a.md would have to change too, and has changes of yours that are not committed
» decisions/b.md
» hint: --with-my-edits commits your changes together with what is mended; --no-commit mends the files and commits nothing
decisions/b.md:1:1 note NAM003 missing-number its name has no number; rename it to 0003-b.md, and the links to it
");
    insta::assert_snapshot!(world.git(&["show", "--format=%s", "--name-status"]), @r"
Mend missing-number

R100	decisions/c.md	decisions/0002-c.md
");
}

#[test]
fn a_number_waits_however_it_is_referred_to() {
    let links = [
        "[b](../decisions/b)",
        "[b](../decisions/b.html)",
        "[b](../decisions/b/)",
        "<a href=\"../decisions/b\">b</a>",
        "[[b]]",
        "[b](../d&#101;cisions/%62.md)",
    ];
    for link in links {
        let world = tiny();
        world.write("decisions/b.md", "# B\n");
        world.write("decisions/c.md", "# C\n");
        world.write("notes/see.md", format!("# See\n\nSee {link}.\n"));
        world.commit("Decisions");
        world.write("notes/see.md", format!("# See\n\nSee {link}, of mine.\n"));
        let run = cop(&world, "check --fix --select NAM").run();
        assert_eq!(run.status, 0, "{link}: {}", run.stderr);
        assert!(run.stderr.contains("notes/see.md would have to change too"), "{link}: {}", run.stderr);
        assert_eq!(world.git(&["show", "--format=", "--name-status"]).trim(), "R100\tdecisions/c.md\tdecisions/0001-c.md", "{link}");
        assert_eq!(world.git(&["status", "--porcelain"]), " M notes/see.md", "{link}");
    }
}

#[test]
fn no_error_of_mine_goes_in_with_what_is_mended() {
    let world = faulty();
    world.write("practices/tail.md", "# Tail\r\n\r\nText.\n");
    world.commit("Tail");
    world.write("practices/both.md", "# Both\r\n\r\nText.\nSee [it](nowhere.md).\r\n");
    world.write("practices/tail.md", "# Tail\r\n\r\nText.\nMine.\r\n");
    let commands = [
        "check practices/both.md --fix --with-my-edits",
        "check practices --fix --with-my-edits --select mixed-line-ends,dead-link -f concise",
    ];
    insta::assert_snapshot!(transcript(&world, &commands), @r"
$ cop check practices/both.md --fix --with-my-edits
» error: this file has changes of yours in which errors stay
» practices/both.md
» hint: cop check shows them; mend those first, or --no-commit mends the files and commits nothing
[status 2]

$ cop check practices --fix --with-my-edits --select mixed-line-ends,dead-link -f concise
practices/both.md:3:6 note CON005 mixed-line-ends one line end differs from the other 3; save the file with one kind of line end
practices/both.md:4:10 error REF001 dead-link no such document: nowhere
practices/likely.md:7:30 error REF001 dead-link no such document: nowhere
[status 1]
");
    insta::assert_snapshot!(world.git(&["show", "--format=%s", "--name-status"]), @r"
Mend mixed-line-ends

M	practices/tail.md
");
    assert_eq!(world.git(&["status", "--porcelain"]), " M practices/both.md");
}

#[test]
fn in_a_merge_it_is_said_how_it_is_done() {
    let world = faulty();
    world.git(&["branch", "other"]);
    world.write("notes/mine.md", "# Mine\n");
    world.commit("Mine");
    world.git(&["switch", "-q", "other"]);
    world.write("notes/theirs.md", "# Theirs\n");
    world.commit("Theirs");
    world.git(&["merge", "-q", "--no-commit", "-"]);
    insta::assert_snapshot!(transcript(&world, &["check practices/both.md --fix"]), @r"
$ cop check practices/both.md --fix
» error: a merge is under way, and a commit now would be the merge
» hint: solve what is left and finish it with cop sync, or drop it with git merge --abort
» hint: --no-commit mends the files and commits nothing
[status 2]
");
}

#[test]
fn where_there_is_no_git_it_is_said_that_nothing_is_kept() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Loose\n");
    world.write("practices/scan-maps.md", "---\nsteward: ada\n---\n\n# Scan maps\n");
    world.write("practices/new.md", "---\nsteward: ada\n---\n\n# New\n\nSee [maps](Scan-Maps.md).\n");
    insta::assert_snapshot!(transcript(&world, &["check", "check --fix"]), @r"
$ cop check
practices/new.md:7:12  error wrong-case  the file is called
   practices/scan-maps.md
   |  See [maps](Scan-Maps.md).
   |             ^^^^^^^^^^^^ write: scan-maps.md
2 documents, 1 error, 0 warnings
1 of them can be mended by cop check --fix
[status 1]

$ cop check --fix
» Mended in 1 document: 1 × wrong-case
» Written; there is no git repository here, so no history is kept
2 documents, 0 errors, 0 warnings
");
    assert!(world.read("practices/new.md").contains("(scan-maps.md)"));
}

#[test]
fn the_other_side_of_a_relation_is_told_too() {
    let world = tiny();
    let old = "---\r\nstatus: retired # in 2025\r\nreason: slow\r\n---\r\n\r\n# Copy letters\r\n\r\nOn the glass.\r\n";
    world.write("practices/copy-letters.md", old);
    world.write("practices/copy-maps.md", "---\nstatus: adopted\n---\n\n# Copy maps\n\nOn the table.\n");
    let new = "---\nsteward: ada\nsupersedes: [copy-letters, copy-maps]\n---\n\n# Scan all\n\nAt 300 dpi.\n";
    world.write("practices/scan-all.md", new);
    world.write(
        "decisions/0001-a.md",
        "---\nsteward: ada\nstatus: superseded\nsuperseded_by: decision/use-b\n---\n\n# A\n\n## Context\n\nx\n\n## Decision\n\nA.\n",
    );
    world.write("decisions/use-b.md", "---\nsteward: ada\nstatus: accepted\n---\n\n# Use B\n\n## Context\n\nx\n\n## Decision\n\nB.\n");
    world.commit("Old and new");
    insta::assert_snapshot!(dutch(&world, &["check --fix --select REF,NAM"]), @r"
$ COP_LANG=nl cop check --fix --select REF,NAM
» Hersteld in 2 documenten: 1 × missing-number, 2 × one-sided-relation
» Vastgelegd als [commit]
practices/scan-all.md:3:28  waarschuwing one-sided-relation
   practices/copy-maps.md zegt niet superseded_by
   |  supersedes: [copy-letters, copy-maps]
   |                             ^^^^^^^^^
   |  zet in practices/copy-maps.md: superseded_by: practice/scan-all
9 documenten, 0 fouten, 1 waarschuwing
");
    insta::assert_snapshot!(world.git(&["show", "-M", "--format=%s"]), @r"
Mend missing-number, one-sided-relation

diff --git a/decisions/0001-a.md b/decisions/0001-a.md
index [commit]..[commit] 100644
--- a/decisions/0001-a.md
+++ b/decisions/0001-a.md
@@ -1,7 +1,7 @@
 ---
 steward: ada
 status: superseded
-superseded_by: decision/use-b
+superseded_by: decision/0002-use-b
 ---
 
 # A
diff --git a/decisions/use-b.md b/decisions/0002-use-b.md
similarity index 73%
rename from decisions/use-b.md
rename to decisions/0002-use-b.md
index [commit]..[commit] 100644
--- a/decisions/use-b.md
+++ b/decisions/0002-use-b.md
@@ -1,6 +1,7 @@
 ---
 steward: ada
 status: accepted
+supersedes: decision/0001-a
 ---
 
 # Use B
diff --git a/practices/copy-letters.md b/practices/copy-letters.md
index [commit]..[commit] 100644
--- a/practices/copy-letters.md
+++ b/practices/copy-letters.md
@@ -1,6 +1,7 @@
 ---
 status: retired # in 2025
 reason: slow
+superseded_by: practice/scan-all
 ---
 
 # Copy letters
");
    assert_eq!(world.read("practices/copy-letters.md"), old.replace("slow\r\n", "slow\r\nsuperseded_by: practice/scan-all\r\n"));
    let head = world.git(&["rev-parse", "HEAD"]);
    let json = cop(&world, "check --fix --select REF,NAM --json").run().json();
    assert_eq!((&json["findings"][0]["rule"], &json["findings"][0]["fix"]), (&"one-sided-relation".into(), &serde_json::Value::Null));
    assert_eq!(json["findings"].as_array().unwrap().len(), 1);
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
}
