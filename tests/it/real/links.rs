//! Links of real repositories: what lychee says of each that leads nowhere, cop says too, and where it does not there is a reason.

use std::collections::BTreeSet;

use super::{ALL, list};
use crate::support::file;

/// The rules that say of a link that nothing stands where it leads.
const DEAD: [&str; 8] = [
    "dead-link",
    "missing-image",
    "missing-heading",
    "wrong-case",
    "missing-extension",
    "backslash-link",
    "host-root-link",
    "outside-link",
];

#[test]
fn a_link_that_leads_nowhere_is_one_for_lychee_too_or_there_is_a_reason() {
    let table = file("tests/it/fixtures/real/links.tsv");
    let rows: Vec<Vec<&str>> = table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    for real in ALL {
        let Some(world) = real.open() else { return };
        world.write("community.yaml", "format: 1\nname: All\nkinds:\n  page: {paths: [\"**/*.md\"]}\n");
        let mut expected = BTreeSet::new();
        for row in rows.iter().filter(|row| row[0] == real.name) {
            let [_, path, line, whose, ..] = row[..] else { panic!("{row:?}") };
            assert_eq!(whose == "both", row.len() < 6, "what differs has a reason: {row:?}");
            if whose != "lychee" {
                expected.insert((path.to_owned(), line.parse::<u64>().expect("a number")));
            }
        }
        let answer = world.cop(&["check", "--select", "REF", "--json"]).json();
        let dead = list(&answer, "findings").iter().filter(|finding| DEAD.iter().any(|rule| finding["rule"] == *rule));
        let found: BTreeSet<(String, u64)> = dead
            .map(|finding| (finding["path"].as_str().unwrap_or_default().to_owned(), finding["line"].as_u64().unwrap_or_default()))
            .collect();
        assert_eq!(found, expected, "{}", real.name);
    }
    assert!(rows.len() > 70);
}
