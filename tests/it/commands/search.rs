//! `cop search`

use crate::support::world::World;

#[test]
fn what_is_found_is_shown_with_where_it_stands() {
    let world = World::archivists();
    let json = world.cop(&["search", "mailboxes", "--json"]).json();
    assert_eq!(json["total"], 1, "{json}");
    assert_eq!(json["hits"][0]["ref"], "practice/export-a-mailbox");
    assert_eq!(json["hits"][0]["snippets"][0]["line"], 8);
    let text = world.cop(&["search", "mailboxes"]).done();
    assert!(text.contains("practices/export-a-mailbox.md:8"), "{text}");
}

#[test]
fn nothing_found_is_a_no() {
    let run = World::archivists().cop(&["search", "zeppelin"]);
    assert_eq!(run.status, 1, "{run}");
    let json = World::archivists().cop(&["search", "zeppelin", "--json"]);
    assert_eq!((json.status, json.json()["total"].as_u64()), (1, Some(0)));
}

#[test]
fn it_is_never_stale() {
    let world = World::archivists();
    let paths = |words: &str| world.cop(&["search", words, "-f", "paths"]).stdout;
    assert_eq!(paths("zeppelin"), "");
    world.write("practices/zeppelin.md", "# Moor a zeppelin\n");
    assert_eq!(paths("zeppelin"), "practices/zeppelin.md\n");
    world.write("practices/zeppelin.md", "# Moor a balloon\n");
    assert_eq!(paths("title:zeppelin"), "");
    std::fs::remove_file(world.path("practices/zeppelin.md")).unwrap();
    assert_eq!(paths("balloon"), "");
}

#[test]
fn a_filter_that_means_nothing_is_refused_with_the_nearest() {
    let run = World::archivists().cop(&["search", "kind:practise mailbox", "--json"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run}");
    let error: serde_json::Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(error["error"]["kind"], "query", "{run}");
    assert!(run.stderr.contains("practice"), "{run}");
}

#[test]
fn reading_changes_nothing_that_git_sees() {
    let world = World::archivists();
    world.cop(&["search", "mailbox"]).done();
    assert_eq!(world.git(&["status", "--porcelain", "--ignored"]), "");
}
