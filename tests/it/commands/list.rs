//! `cop list`

use crate::support::world::World;

#[test]
fn a_kind_is_asked_for_in_any_language() {
    let world = World::archivists();
    for kind in ["practice", "practices", "praktijken"] {
        let paths = world.cop(&["list", kind, "-f", "paths"]).done();
        let mut paths: Vec<_> = paths.lines().collect();
        paths.sort_unstable();
        assert_eq!(paths, ["practices/export-a-mailbox.md", "practices/scan-letters.md"], "{kind}");
    }
}

#[test]
fn filters_narrow_it_and_an_empty_list_is_an_answer() {
    let world = World::archivists();
    assert_eq!(world.cop(&["list", "-t", "email", "-f", "paths"]).done(), "practices/export-a-mailbox.md\n");
    let run = world.cop(&["list", "decisions", "--json"]);
    assert_eq!((run.status, run.json()["total"].as_u64()), (0, Some(0)), "{run}");
}

#[test]
fn tags_are_counted() {
    let text = World::archivists().cop(&["list", "tags"]).done();
    assert!(text.contains("email"), "{text}");
}

#[test]
fn an_unknown_kind_is_refused_with_the_nearest() {
    let run = World::archivists().cop(&["list", "practises"]);
    assert_eq!(run.status, 2, "{run}");
    assert!(run.stderr.contains("practice"), "{run}");
}
