//! `cop set`

use super::{cop, dutch, example, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn a_field_is_set_and_nothing_else_changes() {
    let world = tiny();
    world
        .write("practices/scan-maps.md", "---\n# Ours\ntags: [scan, maps]   # two\nsource: 'An old one'\n---\n\n# Scan maps\r\n\nText  \n");
    world.commit("Make it odd");
    insta::assert_snapshot!(transcript(&world, &["set scan-maps steward=ada", "set scan-maps review_every='6 months' -m 'They change'"]), @"");
    let expected = "---\n# Ours\ntags: [scan, maps]   # two\nsource: 'An old one'\nsteward: ada\nreview_every: 6 months\n---\n\n# Scan maps\r\n\nText  \n";
    assert_eq!(world.read("practices/scan-maps.md"), expected);
    insta::assert_snapshot!(world.git(&["log", "-2", "--format=%an <%ae> %ai%n%B---", "--stat"]), @"");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    world.git(&["fsck", "--strict"]);
}

#[test]
fn a_value_is_what_its_field_takes() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &[
        "set scan-maps stewrd=ada",
        "set scan-maps zzz=1",
        "set scan-maps steward=adda",
        "set scan-maps steward=@nobody",
        "set scan-maps status=adpted",
        "set scan-maps reviewed=soon",
        "set scan-maps review_every=often",
        "set scan-maps audience=publick",
        "set scan-maps title=a title=b",
        "set scan-maps kind=decision",
        "set scan-maps related=scan-leters",
        "set scan-maps supersedes=hoe-lang",
        "set scan-maps related=scan-maps",
        "set scan-maps steward",
        "set scan-maps",
        "set",
        "set scan-mops steward=ada",
        "set scan-maps steward=ada --author bo",
    ]), @"");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    assert_eq!(world.git(&["rev-list", "--count", "HEAD"]), "2");
}

#[test]
fn dates_people_and_states_may_be_said_as_people_say_them() {
    let world = tiny();
    world
        .cop(&[
            "set",
            "scan-maps",
            "reviewed=yesterday",
            "review_by=1 maart 2027",
            "steward=Ada Test",
            "status=vastgesteld",
            "authors=me, Jo Guest",
        ])
        .done();
    assert_eq!(
        world.read("practices/scan-maps.md").split("---").nth(1).unwrap(),
        "\ntags: [scan, maps]\nreviewed: 2026-11-21\nreview_by: 2027-03-01\nsteward: ada\nstatus: adopted\nauthors: [ada, Jo Guest]\n"
    );
    assert_eq!(world.git(&["log", "-1", "--format=%s"]), "practice/scan-maps: last reviewed, review by, steward, status, authors");
}

#[test]
fn a_field_without_a_value_goes() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["set scan-letters status=", "set scan-maps --remove tags", "set scan-maps tags="]), @"");
    assert_eq!(world.read("practices/scan-maps.md"), "---\n---\n\n# Scan maps\n\nSee [letters](scan-letters.md).\n");
    insta::assert_snapshot!(world.git(&["log", "-2", "--format=%s"]), @"");
}

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
    insta::assert_snapshot!(transcript(&world, &["set --tag nothing steward=ada", "set --tag maps scan-maps steward=ada"]), @"");
}

#[test]
fn nothing_is_written_where_only_a_look_was_asked_for() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["set scan-maps steward=ada --dry-run"]), @"");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    let diff = world.cop(&["set", "scan-maps", "steward=ada", "--dry-run"]).done();
    assert_eq!(world.command("git").args(&["apply", "--check"]).input(diff).run().status, 0);
    let answer = valid(&cop(&world, "set scan-maps steward=ada --dry-run --json").run(), "set");
    assert!(answer["diff"].as_str().unwrap().contains("+steward: ada") && answer["commit"].is_null());
}

#[test]
fn what_is_not_to_be_committed_is_left_in_the_work_tree() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["set scan-maps steward=ada --no-commit", "set scan-maps steward=me", "set scan-maps reviewed=today"]), @"");
    assert_eq!(world.git(&["status", "--porcelain"]), " M practices/scan-maps.md");
    insta::assert_snapshot!(transcript(&world, &["set scan-maps reviewed=today --with-my-edits"]), @"");
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
    insta::assert_snapshot!(transcript(&world, &["set fetch-and-bring steward=bram --author fatima", "set fetch-and-bring steward=anna --author fatma"]), @"");
    insta::assert_snapshot!(world.git(&["log", "-1", "--format=%an <%ae>, %cn <%ce>%n%s"]), @"");
}

#[test]
fn commits_are_in_the_language_of_the_community() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Klein\nlanguage: nl\n");
    world.commit("Op zijn Nederlands");
    insta::assert_snapshot!(dutch(&world, &["set scan-maps steward=ada", "set scan-maps steward=", "set scan-maps status=klaar", "set scan-maps stewrd=ada", "set scan-maps steward=ada --no-commit"]), @"");
    insta::assert_snapshot!(world.git(&["log", "-2", "--format=%s"]), @"");
}

#[test]
fn keys_that_a_community_has_of_its_own_are_written() {
    let world = World::new();
    world.write(
        "community.yaml",
        "format: 1\nname: X\nkinds:\n  practice:\n    paths: ['source/**/*.html.md.erb']\n    states: {adopted: {also: [active]}}\n    fields: {reviewed: last_reviewed_on, steward: owner_slack}\n",
    );
    world.write("source/a.html.md.erb", "---\ntitle: A\nlast_reviewed_on: 2025-01-01\n---\n\n<%= x %>\n");
    world.commit("Begin");
    world.cop(&["set", "a", "reviewed=2026-01-02", "steward=#team", "status=adopted"]).done();
    assert_eq!(
        world.read("source/a.html.md.erb"),
        "---\ntitle: A\nlast_reviewed_on: 2026-01-02\nowner_slack: \"#team\"\nstatus: active\n---\n\n<%= x %>\n"
    );
}

#[test]
fn outside_git_the_file_is_written_and_that_is_said() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: X\n");
    world.write("practices/a.md", "# A\n");
    insta::assert_snapshot!(transcript(&world, &["set a tags=x,z"]), @"");
    assert_eq!(world.read("practices/a.md"), "---\ntags: [x, z]\n---\n\n# A\n");
}

#[test]
fn a_write_that_was_cut_off_is_looked_for_by_whoever_comes_next() {
    let world = tiny();
    world.cop(&["set", "scan-maps", "steward=ada"]).done();
    world.write(".git/cop/journal", "half");
    insta::assert_snapshot!(transcript(&world, &["list practices", "set scan-maps steward="]), @"");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_hook_that_refuses_is_heard() {
    let world = tiny();
    world.write(".git/hooks/pre-commit", "#!/bin/sh\necho 'not on Sundays'\nexit 1\n");
    #[cfg(unix)]
    std::fs::set_permissions(world.path(".git/hooks/pre-commit"), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    insta::assert_snapshot!(transcript(&world, &["set scan-maps steward=ada"]), @"");
    world.write(".git/hooks/pre-commit", "#!/bin/sh\necho 'looked at'\n");
    insta::assert_snapshot!(transcript(&world, &["set scan-maps steward=ada"]), @"");
}
