//! `cop history`

use crate::support::world::World;

#[test]
fn a_documents_life_is_told_newest_first() {
    let world = World::archivists();
    let json = world.cop(&["history", "scan-letters", "--json"]).json();
    let events: Vec<_> =
        json["events"].as_array().unwrap().iter().map(|event| (event["action"].as_str(), event["people"][0]["handle"].as_str())).collect();
    assert_eq!(events, [(Some("edited"), Some("bram")), (Some("created"), Some("anna"))]);
    insta::assert_snapshot!(world.cop(&["history", "scan-letters"]), @r"
    $ cop history scan-letters
    Scan letters  practices/scan-letters.md
    2026-06-01  changed  Bram Smit      Scan finer  [commit]
    2026-06-01  made     Anna de Vries  Begin       [commit]
    ");
}

#[test]
fn a_rename_by_hand_is_followed() {
    let world = World::archivists();
    world.git(&["mv", "practices/scan-letters.md", "practices/scan-post.md"]);
    world.commit("Call it post");
    let json = world.cop(&["history", "scan-post", "--json"]).json();
    assert_eq!(json["events"][0]["action"], "renamed", "{json}");
    assert_eq!(json["events"].as_array().map(Vec::len), Some(3), "{json}");
}

#[test]
fn an_unknown_document_is_refused() {
    let run = World::archivists().cop(&["history", "scan-lettres"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run}");
    assert!(run.stderr.contains("scan-letters"), "no nearest: {run}");
}
