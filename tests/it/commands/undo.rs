//! `cop undo`

use super::{cop, dutch, tiny, transcript, valid};

#[test]
fn the_last_commit_is_taken_back() {
    let world = tiny();
    let head = world.git(&["rev-parse", "HEAD"]);
    insta::assert_snapshot!(transcript(&world, &["undo", "mark scan-maps proposed", "undo --dry-run", "undo", "undo"]), @r"
$ cop undo
» error: there is no commit of cop's to take back
» hint: git log shows what there is; git revert COMMIT takes back any commit by a new one
[status 2]

$ cop mark scan-maps proposed
» Committed [commit]
» Scan maps  draft → proposed
practices/scan-maps.md

$ cop undo --dry-run
» Would be taken back: practice/scan-maps: draft → proposed
practices/scan-maps.md

$ cop undo
» Taken back: practice/scan-maps: draft → proposed
» git reset --keep [commit] brings it back
practices/scan-maps.md

$ cop undo
» error: there is no commit of cop's to take back
» hint: git log shows what there is; git revert COMMIT takes back any commit by a new one
[status 2]
");
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    world.cop(&["mark", "scan-maps", "proposed"]).done();
    let answer = valid(&cop(&world, "undo --json").run(), "undo");
    assert_eq!(answer["paths"][0], "practices/scan-maps.md");
}

#[test]
fn what_others_may_have_or_was_changed_since_is_left() {
    let world = tiny();
    world.cop(&["mark", "scan-maps", "proposed"]).done();
    world.write("practices/scan-maps.md", "# Mine\n");
    insta::assert_snapshot!(transcript(&world, &["undo"]), @r"
$ cop undo
» error: this file was changed since that commit
» practices/scan-maps.md
» hint: git diff HEAD -- practices/scan-maps.md shows how; commit that, or drop it with git restore --staged --worktree -- practices/scan-maps.md
[status 2]
");
    world.commit("Mine");
    insta::assert_snapshot!(dutch(&world, &["undo"]), @r"
$ COP_LANG=nl cop undo
» fout: de laatste commit van cop is niet meer de nieuwste
» tip: git revert [commit] draait hem terug met een nieuwe commit
[status 2]
");
}
