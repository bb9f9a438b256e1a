//! `cop save`

use std::fs;

use super::{cop, dutch, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn what_was_changed_by_hand_is_kept_a_commit_a_document() {
    let world = tiny();
    world.write("practices/scan-letters.md", "---\ntags: [scan]\nstatus: proposed\n---\n\n# Scan letters\n\nAt 300 dpi, in colour.\n");
    world.write("practices/scan-maps.md", "---\ntags: [scan, maps]\n---\n\n# Scan maps\n\nSee [letters](scan-letters.md), first.\n");
    world.write("practices/new.md", "# New\n\n![x](new/x.png)\n");
    world.write("practices/new/x.png", "png");
    fs::remove_file(world.path("questions/hoe-lang.nl.md")).unwrap();
    world.write("code/main.rs", "fn main() {}\n");
    world.git(&["add", "code/main.rs"]);
    world.write("community.yaml", "format: 1\nname: Tiny and more\n");
    insta::assert_snapshot!(transcript(&world, &["save --dry-run", "save new", "save -m 'After the meeting'", "save", "save scan-maps"]), @r"
$ cop save --dry-run
» practice/new: added
» practice/scan-letters: adopted → proposed
» practice/scan-maps: edited
» question/hoe-lang-nl: deleted
» community.yaml: edited
practices/new.md
practices/scan-letters.md
practices/scan-maps.md
questions/hoe-lang.nl.md
community.yaml

$ cop save new
» practice/new: added
practices/new.md

$ cop save -m 'After the meeting'
» practice/scan-letters: adopted → proposed
» practice/scan-maps: edited
» question/hoe-lang-nl: deleted
» community.yaml: edited
practices/scan-letters.md
practices/scan-maps.md
questions/hoe-lang.nl.md
community.yaml

$ cop save
» Nothing to save: no document was changed by hand

$ cop save scan-maps
» error: practice/scan-maps was not changed by hand
[status 2]
");
    insta::assert_snapshot!(world.git(&["log", "-5", "--format=%s%n%b", "--name-status"]), @r"
community.yaml: edited
After the meeting


M	community.yaml
question/hoe-lang-nl: deleted
After the meeting


D	questions/hoe-lang.nl.md
practice/scan-maps: edited
After the meeting


M	practices/scan-maps.md
practice/scan-letters: adopted → proposed
After the meeting


M	practices/scan-letters.md
practice/new: added


A	practices/new.md
A	practices/new/x.png
");
    assert_eq!(world.git(&["status", "--porcelain"]), "A  code/main.rs");
}

#[test]
fn a_file_that_was_moved_is_one_commit() {
    let world = tiny();
    fs::rename(world.path("practices/scan-maps.md"), world.path("practices/maps.md")).unwrap();
    insta::assert_snapshot!(dutch(&world, &["save", "save"]), @r"
$ COP_LANG=nl cop save
» practice/scan-maps: heet nu practice/maps
practices/maps.md

$ COP_LANG=nl cop save
» Niets te bewaren: er is geen document met de hand gewijzigd
");
    insta::assert_snapshot!(world.git(&["show", "-M", "--format=%s", "--name-status"]), @r"
practice/scan-maps: renamed to practice/maps

R100	practices/scan-maps.md	practices/maps.md
");
}

#[test]
fn what_can_not_be_read_is_told_and_the_others_are_kept() {
    let world = tiny();
    world.write("practices/scan-letters.md", "---\ntags: [scan\nstatus: proposed\n---\n\n# Scan letters\n");
    world.write("practices/scan-maps.md", "# Scan maps\n\n<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> other\n");
    world.write("practices/good.md", "# Good\n");
    insta::assert_snapshot!(transcript(&world, &["save", "save nothing-such"]), @r#"
$ cop save
» practice/good: added
» error: `[` opens a list or a mapping in YAML, and this is neither.
» practices/scan-letters.md:2:7
»    |  tags: [scan
»    |        ^
» hint: Write: tags: [scan]
» error: a conflict of a merge is still to be solved here
» practices/scan-maps.md:3:1
»    |  <<<<<<< HEAD
»    |  ^
» 2 documents were not saved
practices/good.md
[status 2]

$ cop save nothing-such
» error: no document is called "nothing-such"
» hint: for all documents: cop list
[status 2]
"#);
    assert_eq!(world.git(&["status", "--porcelain"]), " M practices/scan-letters.md\n M practices/scan-maps.md");
    world.git(&["checkout", "--", "."]);
    world.write("practices/json.md", "# J\n");
    let answer = valid(&cop(&world, "save --json").run(), "save");
    assert_eq!(answer["changed"][0]["ref"], "practice/json");
    let none = World::without_git();
    none.write("community.yaml", "format: 1\nname: X\n");
    insta::assert_snapshot!(transcript(&none, &["save"]), @r#"
$ cop save
» error: this community is not in a git repository, so nothing is known about who did what
» hint: to begin: git init && git add . && git commit -m "Our community"
[status 2]
"#);
}

#[cfg(unix)]
#[test]
fn what_git_takes_no_other_way_stops_nothing_else() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let world = tiny();
    world.write("practices/good.md", "# Good\n");
    fs::set_permissions(world.path("practices/scan-maps.md"), fs::Permissions::from_mode(0o755)).unwrap();
    fs::remove_file(world.path("practices/scan-letters.md")).unwrap();
    symlink("scan-maps.md", world.path("practices/scan-letters.md")).unwrap();
    world.git(&["rm", "-q", "--cached", "questions/hoe-lang.nl.md"]);
    insta::assert_snapshot!(transcript(&world, &["save --dry-run", "save"]), @r"
$ cop save --dry-run
» practice/good: added
» practice/scan-maps: edited
» error: this is no regular file
» practices/scan-letters.md
» One document was not saved
practices/good.md
practices/scan-maps.md
[status 2]

$ cop save
» practice/good: added
» practice/scan-maps: edited
» error: this is no regular file
» practices/scan-letters.md
» One document was not saved
practices/good.md
practices/scan-maps.md
[status 2]
");
    assert_eq!(world.git(&["ls-tree", "HEAD", "practices/scan-maps.md"]).get(..6), Some("100755"));
    assert!(world.path("questions/hoe-lang.nl.md").exists());
    world.git(&["reset", "-q", "--hard"]);
    // What a sparse checkout leaves out is not gone.
    world.git(&["update-index", "--skip-worktree", "practices/good.md"]);
    fs::remove_file(world.path("practices/good.md")).unwrap();
    insta::assert_snapshot!(transcript(&world, &["save"]), @r"
$ cop save
» Nothing to save: no document was changed by hand
");
}

#[test]
fn a_folder_in_the_place_of_a_file_stops_nothing_else() {
    let world = tiny();
    world.write("README.md", "# Tiny\n");
    world.write("practices/notes.md", "# Notes\n");
    world.commit("Files");
    for path in ["README.md", "practices/notes.md"] {
        fs::remove_file(world.path(path)).unwrap();
        world.write(&format!("{path}/x.md"), "# X\n");
    }
    world.write("practices/scan-maps.md", "# Scan maps\n\nAnew.\n");
    let run = world.cop(&["save"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, "practices/scan-maps.md\n"), "{run}");
    assert!(run.stderr.contains("practices/notes.md"), "{run}");
    assert_eq!(world.git(&["show", "--name-only", "--format=", "HEAD"]), "practices/scan-maps.md");
}

#[test]
fn what_check_calls_wrong_is_not_kept_and_what_it_warns_of_is_told() {
    let world = tiny();
    world.write("practices/scan-letters.md", "---\ntags: [scan]\nstatus: adoptd\n---\n\n# Scan letters\n\nAt 300 dpi, in colour.\n");
    world.write("practices/scan-maps.md", "# Scan maps\n\nSee [letters](scan-lettres.md).\n\n<<<<<<< HEAD\n");
    world.write("practices/warned.md", "---\nsteward: adda\nauthors: [nobody]\nstuard: ada\n---\n\n# Warned\n");
    insta::assert_snapshot!(transcript(&world, &["save --dry-run", "save"]), @r#"
$ cop save --dry-run
» practice/warned: added
» error: a practice has no state "adoptd"
» practices/scan-letters.md:3:9
»    |  status: adoptd
»    |          ^
» hint: did you mean adopted?
» hint: to keep it as it is all the same: git add -- :/practices/scan-letters.md && git commit --no-verify -- :/practices/scan-letters.md
» error: no such document: scan-lettres
» practices/scan-maps.md:3:15
»    |  See [letters](scan-lettres.md).
»    |                ^
» hint: nearest: scan-letters.md
» hint: 1 more here: cop check practices/scan-maps.md
» hint: to keep it as it is all the same: git add -- :/practices/scan-maps.md && git commit --no-verify -- :/practices/scan-maps.md
» 2 documents were not saved
» note: practices/warned.md:2:10: there is no member "adda"
» note: practices/warned.md:3:11: there is no member "nobody"
practices/warned.md
[status 2]

$ cop save
» practice/warned: added
» error: a practice has no state "adoptd"
» practices/scan-letters.md:3:9
»    |  status: adoptd
»    |          ^
» hint: did you mean adopted?
» hint: to keep it as it is all the same: git add -- :/practices/scan-letters.md && git commit --no-verify -- :/practices/scan-letters.md
» error: no such document: scan-lettres
» practices/scan-maps.md:3:15
»    |  See [letters](scan-lettres.md).
»    |                ^
» hint: nearest: scan-letters.md
» hint: 1 more here: cop check practices/scan-maps.md
» hint: to keep it as it is all the same: git add -- :/practices/scan-maps.md && git commit --no-verify -- :/practices/scan-maps.md
» 2 documents were not saved
» note: practices/warned.md:2:10: there is no member "adda"
» note: practices/warned.md:3:11: there is no member "nobody"
practices/warned.md
[status 2]
"#);
    assert_eq!(world.git(&["status", "--porcelain"]), " M practices/scan-letters.md\n M practices/scan-maps.md");
    // What was wrong before is no reason not to keep what is new.
    world.commit("All the same");
    world.write("practices/scan-maps.md", "# Scan maps\n\nSee [letters](scan-lettres.md), first.\n\n<<<<<<< HEAD\n");
    world.write("practices/scan-letters.md", "---\ntags: [scan]\nstatus: klaar\n---\n\n# Scan letters\n\nAt 300 dpi, in colour.\n");
    insta::assert_snapshot!(dutch(&world, &["save"]), @r#"
$ COP_LANG=nl cop save
» practice/scan-maps: bewerkt
» fout: bij de soort practice hoort geen status "klaar"
» practices/scan-letters.md:3:9
»    |  status: klaar
»    |          ^
» tip: een van deze: draft, proposed, adopted, retired
» tip: om het toch zo te bewaren: git add -- :/practices/scan-letters.md && git commit --no-verify -- :/practices/scan-letters.md
» Eén document is niet bewaard
practices/scan-maps.md
[status 2]
"#);
    assert_eq!(world.git(&["status", "--porcelain"]), " M practices/scan-letters.md");
}
