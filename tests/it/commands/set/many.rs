//! Many documents at once, and a look before anything is written.

use super::super::{cop, tiny, transcript, valid};

#[test]
fn filters_set_many_in_one_commit() {
    let world = tiny();
    let run = cop(&world, "set --tag scan steward=ada --json").run();
    let answer = valid(&run, "set");
    let changed: Vec<_> = answer["changed"].as_array().unwrap().iter().map(|one| one["ref"].as_str().unwrap()).collect();
    assert_eq!(changed, ["practice/scan-letters", "practice/scan-maps"]);
    assert_eq!(run.stderr, "");
    assert_eq!(
        world.git(&["log", "-1", "--format=%s", "--name-only"]),
        "steward = ada (2 documents)\n\npractices/scan-letters.md\npractices/scan-maps.md"
    );
    insta::assert_snapshot!(transcript(&world, &["set --tag nothing steward=ada", "set --tag maps scan-maps steward=ada"]), @r#"
$ cop set --tag nothing steward=ada
» error: no document meets these filters
[status 2]

$ cop set --tag maps scan-maps steward=ada
» error: "scan-maps" sets nothing
» hint: write KEY=VALUE, such as steward=anna; KEY+=VALUE adds to a list, and KEY= takes the field away
[status 2]
"#);
}

#[test]
fn nothing_is_written_where_only_a_look_was_asked_for() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["set scan-maps steward=ada --dry-run"]), @r"
$ cop set scan-maps steward=ada --dry-run
diff --git a/practices/scan-maps.md b/practices/scan-maps.md
--- a/practices/scan-maps.md
+++ b/practices/scan-maps.md
@@ -1,5 +1,6 @@
 ---
 tags: [scan, maps]
+steward: ada
 ---

 # Scan maps
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    let diff = world.cop(&["set", "scan-maps", "steward=ada", "--dry-run"]).done();
    assert_eq!(world.command("git").args(&["apply", "--check"]).input(diff).run().status, 0);
    let answer = valid(&cop(&world, "set scan-maps steward=ada --dry-run --json").run(), "set");
    assert!(answer["diff"].as_str().unwrap().contains("+steward: ada") && answer["commit"].is_null());
}

#[test]
fn a_diff_that_steers_is_shown_and_kept_in_a_file() {
    let world = tiny();
    world.write("practices/odd.md", "---\nsteward: bo\n---\n\n# Odd\x1b[31m\n");
    world.commit("Odd");
    let run = world.command("cop").args(&["set", "odd", "steward=ada", "--dry-run"]).env("COLUMNS", "").run();
    assert!(run.stdout.contains("# Odd\\u{1b}[31m") && !run.stdout.contains('\x1b'), "{run}");
    assert!(run.stderr.contains("the text has control characters"), "{run}");
    world.cop(&["set", "odd", "steward=ada", "--dry-run", "-o", "odd.patch"]).done();
    world.git(&["apply", "odd.patch"]);
    assert_eq!(world.read("practices/odd.md"), "---\nsteward: ada\n---\n\n# Odd\x1b[31m\n");
}
