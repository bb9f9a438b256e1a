//! What is refused, and what is left alone.

use super::super::{cop, dutch, tiny, transcript, valid};

#[test]
fn slips_are_told_and_nothing_is_changed() {
    let world = tiny();
    world.write("glossary/scan.md", "# Scan\n");
    world.write("glossary/map.md", "# Map\n");
    world.write("practices/broken.md", "---\ntags: [a\n---\n\n# Broken\n");
    world.commit("Terms");
    let head = world.git(&["rev-parse", "HEAD"]);
    insta::assert_snapshot!(transcript(&world, &["rename scan-mops X", "rename scan-maps ''", "rename scan-maps", "rename term/map Scan", "rename broken Whole", "rename scan-maps 'Scan maps'"]), @r#"
$ cop rename scan-mops X
» error: no document is called "scan-mops"
» hint: did you mean practice/scan-maps?
[status 2]

$ cop rename scan-maps ''
» error: the title is empty
[status 2]

$ cop rename scan-maps
» error: something is missing: TITLE
» hint: for example: cop rename fetch-and-bring "Ask, and bring something"
» hint: all about it: cop rename --help
[status 2]

$ cop rename term/map Scan
» error: there is a term scan already
» glossary/scan.md
» hint: cop show term/scan
[status 2]

$ cop rename broken Whole
» error: `[` opens a list or a mapping in YAML, and this is neither.
» practices/broken.md:2:7
»    |  tags: [a
»    |        ^
» hint: Write: tags: [a]
[status 2]

$ cop rename scan-maps 'Scan maps'
» Nothing to change: it is so already
practices/scan-maps.md
"#);
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
    insta::assert_snapshot!(dutch(&world, &["rename term/map Scan", "rename scan-letters 'Scan maps' --dry-run", "rename scan-letters 'Scan maps'"]), @r#"
$ COP_LANG=nl cop rename term/map Scan
» fout: er is al een begrip scan
» glossary/scan.md
» tip: cop show term/scan
[status 2]

$ COP_LANG=nl cop rename scan-letters 'Scan maps' --dry-run
diff --git a/practices/scan-letters.md b/practices/scan-maps-2.md
rename from practices/scan-letters.md
rename to practices/scan-maps-2.md
--- a/practices/scan-letters.md
+++ b/practices/scan-maps-2.md
@@ -1,8 +1,9 @@
 ---
 tags: [scan]
 status: adopted
+aliases: [Scan letters]
 ---

-# Scan letters
+# Scan maps

 At 300 dpi, in colour.
diff --git a/practices/scan-maps.md b/practices/scan-maps.md
--- a/practices/scan-maps.md
+++ b/practices/scan-maps.md
@@ -4,4 +4,4 @@ tags: [scan, maps]

 # Scan maps

-See [letters](scan-letters.md).
+See [letters](scan-maps-2.md).

$ COP_LANG=nl cop rename scan-letters 'Scan maps'
» Eén verwijzing gaat mee, in een ander bestand
» practice/scan-maps heet ook "Scan maps": hernoem nog eens, of cop undo, als dat niet de bedoeling is
» Vastgelegd als [commit]
» Scan letters → Scan maps
practices/scan-maps-2.md
"#);
}

#[test]
fn edits_of_mine_are_not_committed_along() {
    let world = tiny();
    world.write("practices/scan-maps.md", "# Scan maps\n\nSee [letters](scan-letters.md), now.\n");
    insta::assert_snapshot!(transcript(&world, &["rename scan-letters Post"]), @r"
$ cop rename scan-letters Post
» error: this file has changes of yours that are not committed
» practices/scan-maps.md
» hint: cop save keeps them first; or --with-my-edits commits them too, and --no-commit commits nothing
[status 2]
");
    let run = cop(&world, "mv scan-letters Post --with-my-edits --json").run();
    let answer = valid(&run, "rename");
    assert_eq!((answer["ref"].as_str(), answer["path"].as_str()), (Some("practice/post"), Some("practices/post.md")));
    assert!(world.read("practices/scan-maps.md").contains("(post.md), now"));
}

#[test]
fn a_handle_that_can_be_nobodys_is_refused() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["rename @ada @con", "rename @ada @me", "rename @ada @Ada_T"]), @r#"
$ cop rename @ada @con
» error: @con can be nobody's handle: Windows allows no file of that name
» hint: a handle has small letters, digits and dashes: @con-2
[status 2]

$ cop rename @ada @me
» error: @me is whoever runs cop, and can be nobody's handle
[status 2]

$ cop rename @ada @Ada_T
» error: "Ada_T" is no handle
» hint: a handle has small letters, digits and dashes: @ada-t
[status 2]
"#);
    let run = dutch(&world, &["rename @ada @con", "rename @ada @me"]);
    assert!(run.contains("@con kan van niemand de korte naam zijn: op Windows mag een bestand niet zo heten"), "{run}");
    assert!(run.contains("@me is wie cop gebruikt, en kan dus van niemand de korte naam zijn"), "{run}");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}
