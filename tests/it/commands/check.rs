//! `cop check`

use crate::support::world::World;

/// A community with one link that leads nowhere.
fn broken() -> World {
    let world = World::archivists();
    world.write("practices/export-a-mailbox.md", "# Export a mailbox\n\nFirst see [scanning](scan-leters.md).\n");
    world
}

#[test]
fn a_community_that_holds_together_is_a_yes() {
    let run = World::archivists().cop(&["check", "--json"]);
    assert_eq!((run.status, run.json()["summary"]["errors"].as_u64()), (0, Some(0)), "{run}");
}

#[test]
fn an_error_is_a_no_with_its_place_and_remedy() {
    let world = broken();
    let run = world.cop(&["check", "--json"]);
    let answer = run.json();
    let finding =
        answer["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "dead-link").unwrap_or_else(|| panic!("{run}"));
    assert_eq!(run.status, 1, "{run}");
    assert_eq!((finding["severity"].as_str(), finding["line"].as_u64()), (Some("error"), Some(3)), "{run}");
    assert!(finding["help"].as_str().unwrap().contains("scan-letters"), "{run}");
    let text = world.cop(&["check"]);
    assert!(text.status == 1 && text.stdout.contains("practices/export-a-mailbox.md:3:"), "{text}");
}

#[test]
fn programs_get_it_in_their_own_form() {
    let world = broken();
    for (format, begins) in [("sarif", "{"), ("junit", "<?xml"), ("github", "::"), ("gitlab", "["), ("rdjson", "{"), ("concise", "")] {
        let run = world.cop(&["check", "-f", format]);
        assert!(run.status == 1 && run.stdout.starts_with(begins) && run.stdout.contains("export-a-mailbox.md"), "{run}");
    }
}

#[test]
fn rules_are_chosen_and_explained_by_name() {
    let world = broken();
    assert_eq!(world.cop(&["check", "--ignore", "dead-link"]).status, 0);
    assert_eq!(world.cop(&["check", "--select", "dead-link"]).status, 1);
    assert!(world.cop(&["check", "--explain", "dead-link"]).done().contains("dead-link"));
    assert!(world.cop(&["check", "--rules"]).done().lines().count() > 20);
    let run = world.cop(&["check", "--explain", "dead-links"]);
    assert!(run.status == 2 && run.stderr.contains("dead-link"), "{run}");
}
