//! The rules that a community makes for itself: `check: own:` in `community.yaml`.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{cop, each, example};

/// Searches of every sort that the example answers: fields, states, dates, people, relations, and their opposites.
const SEARCHES: [&str; 21] = [
    "kind:practice status:adopted",
    "kind:practice -has:steward",
    "is:unanswered",
    "is:retired OR is:stale",
    "tag:knowledge kind:practice",
    "created:2026",
    "updated:<2026-06-01 kind:practice",
    "by:anna kind:question",
    "creator:bram",
    "steward:fatima",
    "lang:nl kind:question",
    "status:geaccepteerd",
    "kind:decision status:aanvaard",
    "path:practices/*",
    "links-to:*",
    "answers:*",
    "supersedes:*",
    "(kind:practice OR kind:decision) -tag:meetings",
    "has:answer -lang:nl",
    "reviewed:>2025-06-01",
    "next-review:<2026-12-31 kind:practice",
];

/// Searches for words: a rule takes them as they stand, in all their forms; what a search adds, such as other words for the same and the
/// question that has the answer, it leaves out.
const WORDS: [&str; 4] = ["meeting minutes", "\"quiet members\"", "title:meeting", "begeleiders"];

#[test]
fn a_rule_finds_what_its_search_finds() {
    let world = example();
    let mut settings = world.read("community.yaml");
    settings.push_str("\ncheck:\n  own:\n");
    for (at, search) in SEARCHES.iter().chain(&WORDS).enumerate() {
        writeln!(settings, "    rule-{at}: {{none: '{search}'}}").expect("a text takes all");
    }
    world.write("community.yaml", settings);
    let findings = cop(&world, "check --json --select own-rule").run().json();
    let findings = findings["findings"].as_array().expect("findings").clone();
    for (at, search) in SEARCHES.iter().chain(&WORDS).enumerate() {
        let name = format!("rule-{at}");
        let objected: BTreeSet<String> = findings
            .iter()
            .filter(|finding| finding["rule"] == name.as_str())
            .map(|finding| finding["path"].as_str().expect("a path").to_owned())
            .collect();
        let run = cop(&world, "search --json --limit 1000").args(&[search]).run();
        let found: BTreeSet<String> = each(&run.json()["hits"], "path").into_iter().map(str::to_owned).collect();
        if WORDS.contains(search) {
            assert!(objected.is_subset(&found) && !objected.is_empty(), "{search}: {objected:?} of {found:?}");
        } else {
            assert_eq!(objected, found, "{search}");
            assert!(!found.is_empty(), "{search} is to find something");
        }
    }
}
