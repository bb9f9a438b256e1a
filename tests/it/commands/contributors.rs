//! `cop contributors`

use crate::support::world::World;

#[test]
fn each_person_is_listed_with_what_they_did() {
    let world = World::archivists();
    let json = world.cop(&["contributors", "--json"]).json();
    let rows: Vec<_> =
        json["contributors"].as_array().unwrap().iter().map(|row| (row["handle"].as_str(), row["commits"].as_u64())).collect();
    assert_eq!(rows, [(Some("anna"), Some(1)), (Some("bram"), Some(1))]);
    let text = world.cop(&["contributors"]).done();
    assert!(text.contains("Anna de Vries") && text.contains("Bram Smit"), "{text}");
}

#[test]
fn one_documents_contributors_are_asked_for_by_name() {
    let world = World::archivists();
    world.write("practices/new.md", "# New\n");
    world.commit_by("Carla", "carla@example.org", "Say something new");
    let json = world.cop(&["contributors", "new", "--json"]).json();
    assert_eq!(json["contributors"].as_array().map(Vec::len), Some(1), "{json}");
    assert_eq!(json["contributors"][0]["name"], "Carla");
    assert_eq!(json["contributors"][0]["handle"], serde_json::Value::Null);
}

#[test]
fn addresses_are_shown_only_when_asked_for_in_json() {
    let world = World::archivists();
    for arguments in [&["contributors"][..], &["contributors", "--json"], &["contributors", "--emails"]] {
        let text = world.cop(arguments).done();
        assert!(!text.contains("example.org"), "{text}");
    }
    let json = world.cop(&["contributors", "--emails", "--json"]).json();
    assert_eq!(json["contributors"][0]["emails"][0], "anna@example.org", "{json}");
}
