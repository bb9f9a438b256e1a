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

#[test]
fn everything_that_people_do_is_counted_when_they_did_it() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Archivists\n");
    for (handle, name) in [("anna", "Anna"), ("bram", "Bram")] {
        world.write(&format!("members/{handle}.md"), format!("---\nname: {name}\nemails: [{handle}@example.org]\n---\n"));
    }
    world.commit("Begin");
    let by = |handle: &str, path: &str, text: &str| {
        world.write(path, text);
        world.commit_by(handle, &format!("{handle}@example.org"), path)
    };
    by("anna", "practices/scan.md", "---\nreviewed: 2026-01-01\n---\n# Scan\n");
    by("bram", "practices/scan.md", "---\nreviewed: 2026-06-01\n---\n# Scan\n");
    by("bram", "practices/typed.md", "---\nauthors: [anna]\n---\n# Typed\n");
    by("anna", "questions/how-long.md", "# How long?\n");
    by("bram", "questions/how-long/bram.md", "Ten years.\n");
    by("anna", "questions/how-long.md", "---\naccepted: answer/how-long/bram\n---\n# How long?\n");
    by("anna", "decisions/0001-x.md", "---\nstatus: accepted\ndate: 2025-02-03\ndeciders: [anna, Bram]\n---\n# X\n");
    by("anna", "decisions/0002-y.md", "---\nstatus: proposed\ndeciders: [anna]\n---\n# Y\n");
    by("anna", "meetings/2026-06-01-first.md", "# First\n");
    let member = "---\nname: Anna\nemails: [anna@example.org]\n---\n## Uses\n\n- [Typed](../practices/typed.md) 2026-05-01\n- [Scan](../practices/scan.md) 2025-05-01\n\n## Thanks\n\n- @bram [Scan](../practices/scan.md) 2026-05-02 for the date\n- @anna\n";
    by("anna", "members/anna.md", member);

    let counts = |arguments: &[&str]| {
        let json = world.cop(&[&["contributors", "--json"], arguments].concat()).json();
        let keys = ["commits", "created", "edited", "asked", "answered", "accepted", "decided", "reviewed", "used", "thanked", "hosted"];
        let of = |one: &serde_json::Value| {
            let numbers: Vec<_> = keys.iter().map(|key| one[*key].to_string()).collect();
            format!("{} {}", one["name"].as_str().unwrap_or_default(), numbers.join(" "))
        };
        json["contributors"].as_array().unwrap().iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(counts(&[]), ["Ada Test 1 2 0 0 0 0 0 0 0 0 0", "Anna 7 6 2 1 0 0 1 0 2 0 1", "Bram 3 1 2 0 1 1 1 1 0 1 0"]);
    assert_eq!(counts(&["scan"]), ["Anna 1 1 0 0 0 0 0 0 1 0 0", "Bram 1 0 1 0 0 0 0 1 0 1 0"]);
    assert_eq!(counts(&["--until", "2026-05-31"]), ["Anna 0 0 0 0 0 0 1 0 2 0 0", "Bram 0 0 0 0 0 0 1 0 0 1 0"]);
    assert_eq!(counts(&["--since", "2026-07-01"]), Vec::<String>::new());
}
