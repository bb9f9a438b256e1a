//! `cop check`

use super::{cop, dutch, example, names, narrow, tiny, transcript, valid};
use crate::support::world::World;

/// A community with one fault of each weight.
fn faulty() -> World {
    let world = tiny();
    world.write("practices/scan.md", "---\ntags: [scan]\nstatus: adoptd\n---\n\n# Scan\n\n日本 [letters](scan-letter.md).\n");
    world.commit("Scan");
    world
}

#[test]
fn the_example_has_nothing_wrong() {
    insta::assert_snapshot!(transcript(&example(), &["check"]), @"");
}

#[test]
fn each_fault_is_shown_where_it_stands() {
    let world = faulty();
    insta::assert_snapshot!(transcript(&world, &["check", "check practices/scan-maps.md"]), @"");
    insta::assert_snapshot!(dutch(&world, &["check"]), @"");
    insta::assert_snapshot!(narrow(&world, &["check"]), @"");
    let below = cop(&world, "check scan.md").in_folder("practices").run();
    assert!(below.stdout.contains("\nscan.md:") || below.stdout.starts_with("scan.md:"), "{below}");
}

#[test]
fn programs_get_every_finding() {
    let world = faulty();
    let run = cop(&world, "check --json").run();
    assert_eq!(run.status, 1, "{run}");
    let answer = valid(&run, "check");
    assert_eq!(names(&answer["findings"][0])[..8], ["code", "rule", "severity", "path", "line", "column", "message", "help"]);
    assert_eq!(names(&answer["summary"])[..4], ["files", "errors", "warnings", "notes"]);
    for format in ["concise", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson", "csv", "paths", "md"] {
        let run = cop(&world, &format!("check -f {format}")).run();
        assert!(run.status < 2 && run.stdout.contains("practices/scan.md"), "{run}");
    }
}

#[test]
fn rules_can_be_chosen_and_explained() {
    let world = faulty();
    insta::assert_snapshot!(transcript(&world, &["check --explain dead-link", "check --explain dance", "check --select dance", "check missing.md"]), @"");
    assert!(cop(&world, "check --rules").run().done().lines().count() > 10);
}
