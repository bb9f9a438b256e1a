//! What stands around a write: commits, what was staged, hooks, another writer, and no git at all.

use super::super::{dutch, example, tiny, transcript};
use crate::support::program;
use crate::support::world::World;

#[test]
fn what_is_not_to_be_committed_is_left_in_the_work_tree() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["set scan-maps steward=ada --no-commit", "set scan-maps steward=me", "set scan-maps reviewed=today"]), @r"
$ cop set scan-maps steward=ada --no-commit
» Written, and left for you to commit
» Scan maps  steward = ada
practices/scan-maps.md

$ cop set scan-maps steward=me
» Nothing to change: it is so already
practices/scan-maps.md

$ cop set scan-maps reviewed=today
» error: this file has changes of yours that are not committed
» practices/scan-maps.md
» hint: cop save keeps them first; or --with-my-edits commits them too, and --no-commit commits nothing
[status 2]
");
    assert_eq!(world.git(&["status", "--porcelain"]), " M practices/scan-maps.md");
    insta::assert_snapshot!(transcript(&world, &["set scan-maps reviewed=today --with-my-edits"]), @r"
$ cop set scan-maps reviewed=today --with-my-edits
» Committed [commit]
» Scan maps  last reviewed = 2026-11-22
practices/scan-maps.md
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_the_person_has_staged_stays_staged() {
    let world = tiny();
    world.write("practices/scan-letters.md", "# Mine\n");
    world.git(&["add", "practices/scan-letters.md"]);
    world.cop(&["set", "scan-maps", "steward=ada"]).done();
    assert_eq!(world.git(&["status", "--porcelain"]), "M  practices/scan-letters.md");
    assert_eq!(world.git(&["show", "--name-only", "--format=%s"]), "practice/scan-maps: steward = ada\n\npractices/scan-maps.md");
}

#[test]
fn on_behalf_of_a_member_the_member_is_the_author() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["set fetch-and-bring steward=bram --author fatima", "set fetch-and-bring steward=anna --author fatma"]), @r#"
$ cop set fetch-and-bring steward=bram --author fatima
» Committed [commit] for Fatima El Idrissi
» Fetch and bring in balance  steward = bram
practices/fetch-and-bring.md

$ cop set fetch-and-bring steward=anna --author fatma
» error: there is no member "fatma"
» hint: did you mean fatima?
[status 2]
"#);
    insta::assert_snapshot!(world.git(&["log", "-1", "--format=%an <%ae>, %cn <%ce>%n%s"]), @r"
Fatima El Idrissi <fatima@example.org>, Ada Test <ada@example.org>
practice/fetch-and-bring: steward = bram
");
}

#[test]
fn commits_are_in_the_language_of_the_community() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Klein\nlanguage: nl\n");
    world.commit("Op zijn Nederlands");
    insta::assert_snapshot!(dutch(&world, &["set scan-maps steward=ada", "set scan-maps steward=", "set scan-maps status=klaar", "set scan-maps stewrd=ada", "set scan-maps steward=ada --no-commit"]), @r#"
$ COP_LANG=nl cop set scan-maps steward=ada
» Vastgelegd als [commit]
» Scan maps  beheerder = ada
practices/scan-maps.md

$ COP_LANG=nl cop set scan-maps steward=
» Vastgelegd als [commit]
» Scan maps  geen beheerder
practices/scan-maps.md

$ COP_LANG=nl cop set scan-maps status=klaar
» fout: bij de soort praktijk hoort geen status "klaar"
» tip: kies uit: concept, voorgesteld, vastgesteld, vervallen
[status 2]

$ COP_LANG=nl cop set scan-maps stewrd=ada
» fout: een praktijk heeft geen veld "stewrd"
» tip: bedoel je steward?
[status 2]

$ COP_LANG=nl cop set scan-maps steward=ada --no-commit
» Geschreven; vastleggen doe je zelf
» Scan maps  beheerder = ada
practices/scan-maps.md
"#);
    insta::assert_snapshot!(world.git(&["log", "-2", "--format=%s"]), @r"
practice/scan-maps: geen beheerder
practice/scan-maps: beheerder = ada
");
}

#[test]
fn outside_git_the_file_is_written_and_that_is_said() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: X\n");
    world.write("practices/a.md", "# A\n");
    insta::assert_snapshot!(transcript(&world, &["set a tags=x,z"]), @r"
$ cop set a tags=x,z
» Written; there is no git repository here, so no history is kept
» A  tags = x, z
practices/a.md
");
    assert_eq!(world.read("practices/a.md"), "---\ntags: [x, z]\n---\n\n# A\n");
}

#[test]
fn a_write_that_was_cut_off_is_looked_for_by_whoever_comes_next() {
    let world = tiny();
    world.cop(&["set", "scan-maps", "steward=ada"]).done();
    world.write(".git/cop/journal", "half");
    insta::assert_snapshot!(transcript(&world, &["list practices", "set scan-maps steward="]), @r"
$ cop list practices
» note: a write that was cut off could not be put right: the journal of a write that was cut off can't be read; perhaps a newer cop left it
2 documents, newest first
Scan letters  adopted  1 Jun
Scan maps     draft    1 Jun

$ cop set scan-maps steward=
» error: the journal of a write that was cut off can't be read; perhaps a newer cop left it
» [world]/community/.git/cop/journal
» hint: run the newest cop here; or look with git status, and remove this file
[status 2]
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_hook_that_refuses_is_heard() {
    let world = tiny();
    let hook = world.path(".git/hooks/pre-commit");
    program(&hook, "#!/bin/sh\necho 'not on Sundays'\nexit 1\n");
    insta::assert_snapshot!(transcript(&world, &["set scan-maps steward=ada"]), @r"
$ cop set scan-maps steward=ada
» error: the hook pre-commit refuses this commit
» because: not on Sundays
» hint: nothing was written; --no-commit writes the files and leaves the commit to you
[status 2]
");
    program(&hook, "#!/bin/sh\necho 'looked at'\n");
    insta::assert_snapshot!(transcript(&world, &["set scan-maps steward=ada"]), @r"
$ cop set scan-maps steward=ada
» looked at
» Committed [commit]
» Scan maps  steward = ada
practices/scan-maps.md
");
}
