//! `cop check --fix` of decisions with a number that another has, or none: git says which file is called how.

use super::{cop, dutch, tiny, transcript};
use crate::support::world::World;

/// Two decisions of one day with one number, the later one first by name; two without; and what refers to them.
fn numbered() -> World {
    let world = tiny();
    let decision = |title: &str, front: &str, text: &str| {
        format!("---\nstatus: accepted # by all\nsteward: ada\n{front}---\n\n# {title}\n\n## Context\n\n{text}\n\n## Decision\n\nSo.\n")
    };
    world.write("decisions/0007-scan-twice.md", decision("ADR-0007: Scan twice", "", "Pages were lost."));
    world.commit("Scan twice");
    let text = "As [scanning](0007-scan-twice.md) and [this](0007-keep-paper.md#context).";
    world.write("decisions/0007-keep-paper.md", decision("ADR-0007: Keep paper", "related: 0007-scan-twice\n", text));
    world.commit("Keep paper");
    world.write("decisions/use-mdto.md", decision("Use MDTO", "", "Fields."));
    world.commit("Use MDTO");
    world.write("decisions/ask-first.md", decision("Ask first", "", "Questions."));
    world.commit("Ask first");
    world.write(
        "practices/all.md",
        "---\nrelated: [decision/0007-keep-paper, use-mdto]\n---\n\n# All\n\n[Paper](../decisions/0007-keep-paper.md#adr-0007-keep-paper), [[0007-keep-paper]],\n\
         [MDTO](../decisions/Use-MDTO.md), [scanning](../decisions/0007-scan-twice.md).\n\n    decisions/use-mdto.md\n",
    );
    world.write("README.md", "See [MDTO](decisions/use-mdto.md).\n");
    world.write(".github/template.md", "See decisions/use-mdto.md.\n");
    world.commit("Links");
    world
}

#[test]
fn who_has_no_number_gets_the_next_unasked() {
    let world = numbered();
    insta::assert_snapshot!(transcript(&world, &["check --select NAM,REF -f concise", "check --fix --select NAM,REF --dry-run"]), @r"
$ cop check --select NAM,REF -f concise
decisions/0007-keep-paper.md:1:1 error NAM002 duplicate-number decisions/0007-scan-twice.md has number 7 already; rename this one to 0008-keep-paper.md, and the links to it
decisions/ask-first.md:1:1 note NAM003 missing-number its name has no number; rename it to 0010-ask-first.md, and the links to it
decisions/use-mdto.md:1:1 note NAM003 missing-number its name has no number; rename it to 0009-use-mdto.md, and the links to it
practices/all.md:8:8 error REF002 wrong-case the file is called decisions/use-mdto.md; write: ../decisions/use-mdto.md
[status 1]

$ cop check --fix --select NAM,REF --dry-run
» Can be mended in 3 documents: 2 × missing-number, 1 × wrong-case
» note: .github/template.md:1:5: the old path is still named here; cop leaves this file to you
diff --git a/README.md b/README.md
--- a/README.md
+++ b/README.md
@@ -1 +1 @@
-See [MDTO](decisions/use-mdto.md).
+See [MDTO](decisions/0008-use-mdto.md).
diff --git a/decisions/use-mdto.md b/decisions/0008-use-mdto.md
rename from decisions/use-mdto.md
rename to decisions/0008-use-mdto.md
diff --git a/decisions/ask-first.md b/decisions/0009-ask-first.md
rename from decisions/ask-first.md
rename to decisions/0009-ask-first.md
diff --git a/practices/all.md b/practices/all.md
--- a/practices/all.md
+++ b/practices/all.md
@@ -1,10 +1,10 @@
 ---
-related: [decision/0007-keep-paper, use-mdto]
+related: [decision/0007-keep-paper, 0008-use-mdto]
 ---

 # All

 [Paper](../decisions/0007-keep-paper.md#adr-0007-keep-paper), [[0007-keep-paper]],
-[MDTO](../decisions/Use-MDTO.md), [scanning](../decisions/0007-scan-twice.md).
+[MDTO](../decisions/0008-use-mdto.md), [scanning](../decisions/0007-scan-twice.md).

     decisions/use-mdto.md
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    insta::assert_snapshot!(transcript(&world, &["check --fix --select NAM,REF -f concise"]), @r"
$ cop check --fix --select NAM,REF -f concise
decisions/0007-keep-paper.md:1:1 error NAM002 duplicate-number decisions/0007-scan-twice.md has number 7 already; rename this one to 0010-keep-paper.md, and the links to it
[status 1]
");
    insta::assert_snapshot!(world.git(&["show", "-M", "--format=%s", "--name-status"]), @r"
Mend missing-number, wrong-case

M	README.md
R100	decisions/use-mdto.md	decisions/0008-use-mdto.md
R100	decisions/ask-first.md	decisions/0009-ask-first.md
M	practices/all.md
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    // What it was called stays a name of it, and what is mended stays so.
    let head = world.git(&["rev-parse", "HEAD"]);
    insta::assert_snapshot!(transcript(&world, &["check --fix --select NAM,REF -f concise"]), @r"
$ cop check --fix --select NAM,REF -f concise
decisions/0007-keep-paper.md:1:1 error NAM002 duplicate-number decisions/0007-scan-twice.md has number 7 already; rename this one to 0010-keep-paper.md, and the links to it
[status 1]
");
    assert_eq!(cop(&world, "show use-mdto --json").run().json()["path"], "decisions/0008-use-mdto.md");
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
}

#[test]
fn the_younger_of_two_gets_another_number_if_a_person_wants_that() {
    let world = numbered();
    insta::assert_snapshot!(dutch(&world, &["check --select NAM", "check --fix --unsafe-fixes --select NAM"]), @r"
$ COP_LANG=nl cop check --select NAM
decisions/0007-keep-paper.md  fout duplicate-number
   decisions/0007-scan-twice.md heeft nummer 7 al
   hernoem dit naar 0008-keep-paper.md, en de links erheen
decisions/ask-first.md  opmerking missing-number  de naam heeft geen nummer
   hernoem het naar 0010-ask-first.md, en de links erheen
decisions/use-mdto.md  opmerking missing-number  de naam heeft geen nummer
   hernoem het naar 0009-use-mdto.md, en de links erheen
9 documenten, 1 fout, 0 waarschuwingen, 2 opmerkingen
cop check --fix herstelt er 2, en nog 1 met --unsafe-fixes
[status 1]

$ COP_LANG=nl cop check --fix --unsafe-fixes --select NAM
» Hersteld in 3 documenten: 1 × duplicate-number, 2 × missing-number
» Vastgelegd als [commit]
» opmerking: .github/template.md:1:5: hier staat het oude pad nog; aan dit bestand komt cop niet
9 documenten, 0 fouten, 0 waarschuwingen
");
    insta::assert_snapshot!(world.git(&["show", "-M", "--format=%s"]), @r"
Mend duplicate-number, missing-number

diff --git a/README.md b/README.md
index [commit]..[commit] 100644
--- a/README.md
+++ b/README.md
@@ -1 +1 @@
-See [MDTO](decisions/use-mdto.md).
+See [MDTO](decisions/0009-use-mdto.md).
diff --git a/decisions/0007-keep-paper.md b/decisions/0008-keep-paper.md
similarity index 50%
rename from decisions/0007-keep-paper.md
rename to decisions/0008-keep-paper.md
index [commit]..[commit] 100644
--- a/decisions/0007-keep-paper.md
+++ b/decisions/0008-keep-paper.md
@@ -2,13 +2,14 @@
 status: accepted # by all
 steward: ada
 related: 0007-scan-twice
+aliases: [0007-keep-paper]
 ---
 
-# ADR-0007: Keep paper
+# ADR-0008: Keep paper
 
 ## Context
 
-As [scanning](0007-scan-twice.md) and [this](0007-keep-paper.md#context).
+As [scanning](0007-scan-twice.md) and [this](0008-keep-paper.md#context).
 
 ## Decision
 
diff --git a/decisions/use-mdto.md b/decisions/0009-use-mdto.md
similarity index 100%
rename from decisions/use-mdto.md
rename to decisions/0009-use-mdto.md
diff --git a/decisions/ask-first.md b/decisions/0010-ask-first.md
similarity index 100%
rename from decisions/ask-first.md
rename to decisions/0010-ask-first.md
diff --git a/practices/all.md b/practices/all.md
index [commit]..[commit] 100644
--- a/practices/all.md
+++ b/practices/all.md
@@ -1,10 +1,10 @@
 ---
-related: [decision/0007-keep-paper, use-mdto]
+related: [decision/0008-keep-paper, 0009-use-mdto]
 ---
 
 # All
 
-[Paper](../decisions/0007-keep-paper.md#adr-0007-keep-paper), [[0007-keep-paper]],
-[MDTO](../decisions/Use-MDTO.md), [scanning](../decisions/0007-scan-twice.md).
+[Paper](../decisions/0008-keep-paper.md#adr-0008-keep-paper), [[0008-keep-paper]],
+[MDTO](../decisions/0009-use-mdto.md), [scanning](../decisions/0007-scan-twice.md).
 
     decisions/use-mdto.md
");
    insta::assert_snapshot!(transcript(&world, &["check -f concise --select NAM,REF001,REF004"]), @"$ cop check -f concise --select NAM,REF001,REF004");
    for (name, path) in [("7", "0007-scan-twice"), ("8", "0008-keep-paper"), ("0007-keep-paper", "0008-keep-paper")] {
        let shown = cop(&world, &format!("show {name} --json")).run().json();
        assert_eq!(shown["path"], format!("decisions/{path}.md"), "{name}");
    }
    assert_eq!(world.git(&["fsck", "--strict"]), "");
}

#[test]
fn what_cannot_be_read_keeps_its_name() {
    let world = numbered();
    world.write("decisions/use-mdto.md", "---\nsteward: [ada\n---\n\n# Use MDTO\n");
    world.commit("A fault");
    insta::assert_snapshot!(transcript(&world, &["check --fix --select NAM"]), @r"
$ cop check --fix --select NAM
» Mended in 1 document: 1 × missing-number
» Committed [commit]
decisions/0007-keep-paper.md  error duplicate-number
   decisions/0007-scan-twice.md has number 7 already
   rename this one to 0009-keep-paper.md, and the links to it
decisions/use-mdto.md  note missing-number  its name has no number
   rename it to 0010-use-mdto.md, and the links to it
9 documents, 1 error, 0 warnings, 1 note
1 of them can be mended by cop check --fix --unsafe-fixes
[status 1]
");
    insta::assert_snapshot!(world.git(&["show", "-M", "--format=%s", "--name-status"]), @r"
Mend missing-number

R100	decisions/ask-first.md	decisions/0008-ask-first.md
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn my_own_changes_of_what_refers_to_it_are_not_committed_with_it() {
    let world = numbered();
    world.write("README.md", "See [MDTO](decisions/use-mdto.md) or not.\n");
    insta::assert_snapshot!(transcript(&world, &["check --fix --select NAM"]), @r"
$ cop check --fix --select NAM
» Mended in 1 document: 1 × missing-number
» error: README.md would have to change too, and has changes of yours that are not committed
» decisions/use-mdto.md
» hint: --with-my-edits commits your changes together with what is mended; --no-commit mends the files and commits nothing
» Committed [commit]
decisions/0007-keep-paper.md  error duplicate-number
   decisions/0007-scan-twice.md has number 7 already
   rename this one to 0009-keep-paper.md, and the links to it
decisions/use-mdto.md  note missing-number  its name has no number
   rename it to 0010-use-mdto.md, and the links to it
9 documents, 1 error, 0 warnings, 1 note
1 of them can be mended by cop check --fix --unsafe-fixes
[status 1]
");
    assert_eq!(world.git(&["status", "--porcelain"]), " M README.md");
    insta::assert_snapshot!(transcript(&world, &["check --fix --select NAM --with-my-edits -q -f concise"]), @r"
$ cop check --fix --select NAM --with-my-edits -q -f concise
decisions/0007-keep-paper.md:1:1 error NAM002 duplicate-number decisions/0007-scan-twice.md has number 7 already; rename this one to 0010-keep-paper.md, and the links to it
[status 1]
");
    assert_eq!(world.read("README.md"), "See [MDTO](decisions/0009-use-mdto.md) or not.\n");
}

#[test]
fn files_whose_kind_has_no_numbers_or_were_there_before_keep_their_names() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Tiny\nkinds:\n  decision: {paths: ['adr/*.md']}\n");
    world.write("adr/no-number.md", "# No number\n\nText.\n");
    world.write("practices/0007-a.md", "# A\n\nText.\n");
    world.write("practices/0007-b.md", "# B\n\nText.\n");
    world.commit("Theirs");
    let json = cop(&world, "check --fix --unsafe-fixes --select NAM --json").run().json();
    assert_eq!(json["findings"], serde_json::json!([]));
    // Of records that were there before a number that is given twice is told, and changed in their own style.
    world.write("adr/adr-003-a.md", "# ADR 3 - A\n\nText.\n");
    world.write("adr/adr-003-b.md", "# ADR 3 - B\n\nText.\n");
    world.commit("More");
    insta::assert_snapshot!(transcript(&world, &["check --fix --unsafe-fixes --select NAM -f concise"]), @"$ cop check --fix --unsafe-fixes --select NAM -f concise");
    insta::assert_snapshot!(world.git(&["show", "-M", "--format=%s"]), @r"
Mend duplicate-number

diff --git a/adr/adr-003-b.md b/adr/adr-003-b.md
deleted file mode 100644
index [commit]..0000000
--- a/adr/adr-003-b.md
+++ /dev/null
@@ -1,3 +0,0 @@
-# ADR 3 - B
-
-Text.
diff --git a/adr/adr-004-b.md b/adr/adr-004-b.md
new file mode 100644
index 0000000..[commit]
--- /dev/null
+++ b/adr/adr-004-b.md
@@ -0,0 +1,3 @@
+# ADR 4 - B
+
+Text.
");
}

#[test]
fn a_name_with_spaces_becomes_the_one_that_a_new_file_has() {
    let world = tiny();
    let decision = |front: &str, title: &str| format!("{front}# {title}\n\n## Context\n\nText.\n");
    let text = "See [one](<Use MDTO.md>), [[Keep Paper]] and [two](<0001-Scan Twice.nl.md>).\n";
    world.write("decisions/0001-a.md", decision("", "A") + text);
    for name in ["0002-b", "0003-c", "0004-d"] {
        world.write(&format!("decisions/{name}.md"), decision("", name));
    }
    world.commit("First");
    world.write("decisions/Use MDTO.md", decision("", "Use MDTO for mail"));
    world.write("decisions/Keep Paper.md", decision("", "Keep paper"));
    world.write("decisions/0001-Scan Twice.nl.md", decision("---\nsteward: ada\n---\n\n", "ADR-0001: Scan twice"));
    world.commit("Second");
    insta::assert_snapshot!(transcript(&world, &["check --select NAM -f concise", "check --fix --unsafe-fixes --select NAM"]), @r"
$ cop check --select NAM -f concise
decisions/0001-Scan Twice.nl.md:1:1 error NAM002 duplicate-number decisions/0001-a.md has number 1 already; rename this one to 0005-scan-twice.nl.md, and the links to it
decisions/Keep Paper.md:1:1 note NAM003 missing-number its name has no number; rename it to 0006-keep-paper.md, and the links to it
decisions/Use MDTO.md:1:1 note NAM003 missing-number its name has no number; rename it to 0007-use-mdto-for-mail.md, and the links to it
[status 1]

$ cop check --fix --unsafe-fixes --select NAM
» Mended in 3 documents: 1 × duplicate-number, 2 × missing-number
» Committed [commit]
11 documents, 0 errors, 0 warnings
");
    insta::assert_snapshot!(world.git(&["show", "-M30%", "--format=%s", "--name-status"]), @r"
Mend duplicate-number, missing-number

M	decisions/0001-a.md
R045	decisions/0001-Scan Twice.nl.md	decisions/0005-scan-twice.nl.md
R100	decisions/Keep Paper.md	decisions/0006-keep-paper.md
R057	decisions/Use MDTO.md	decisions/0007-use-mdto-for-mail.md
");
    insta::assert_snapshot!(world.read("decisions/0005-scan-twice.nl.md") + &world.read("decisions/0007-use-mdto-for-mail.md"), @r"
---
steward: ada
aliases: [0001-Scan Twice]
---

# ADR-0005: Scan twice

## Context

Text.
---
aliases: [Use MDTO]
---

# Use MDTO for mail

## Context

Text.
");
    insta::assert_snapshot!(world.read("decisions/0001-a.md").lines().last().unwrap_or_default(), @"See [one](<0007-use-mdto-for-mail.md>), [[0006-keep-paper|Keep paper]] and [two](<0005-scan-twice.nl.md>).");
    assert_eq!(cop(&world, "show keep-paper --json").run().json()["path"], "decisions/0006-keep-paper.md");
    assert_eq!(world.cop(&["show", "Use MDTO", "--json"]).json()["path"], "decisions/0007-use-mdto-for-mail.md");
    // Where most files are called as people write, that is kept.
    let spoken = tiny();
    for name in ["0001 Ask First", "0002 Keep Paper", "0002 Scan Twice"] {
        spoken.write(&format!("decisions/{name}.md"), decision("", &name[5..]));
        spoken.commit(name);
    }
    insta::assert_snapshot!(transcript(&spoken, &["check --select NAM -f concise"]), @r"
$ cop check --select NAM -f concise
decisions/0002 Scan Twice.md:1:1 error NAM002 duplicate-number decisions/0002 Keep Paper.md has number 2 already; rename this one to 0003 Scan Twice.md, and the links to it
[status 1]
");
}
