//! A check of whole communities: the example has no fault on any day, and each fault that real people made is found.
//!
//! The malformed files are those of the folder that `COP_DATA` names, or of `../shared/data` beside the repository; without it they
//! are not tested.

use std::collections::HashMap;

use crate::support::world::World;
use crate::support::{data, repository};

/// The rules that are found in each file, by its path.
fn rules(json: &serde_json::Value) -> HashMap<String, Vec<String>> {
    let mut rules: HashMap<String, Vec<String>> = HashMap::new();
    for finding in json["findings"].as_array().expect("findings") {
        let text = |key: &str| finding[key].as_str().expect("a text").to_owned();
        rules.entry(text("path")).or_default().push(text("rule"));
    }
    rules
}

#[test]
fn the_example_community_is_without_a_fault_on_any_day() {
    let world = World::new();
    let example = repository().join("example-community");
    let check = |now: &str| {
        let call = world.command("cop").env("COP_NOW", now);
        call.args(&["-C", &example.to_string_lossy(), "check", "--json"]).run().json()
    };
    let summary = &check("2026-11-22T09:00:00Z")["summary"];
    for severity in ["errors", "warnings", "notes"] {
        assert_eq!(summary[severity], 0, "{summary}");
    }
    for now in ["2027-06-01T09:00:00Z", "2030-01-01T09:00:00Z"] {
        let found = check(now);
        assert_eq!(found["summary"]["errors"], 0, "{now}: {found:#}");
    }
}

/// The rule that objects to a fault that `MANIFEST.tsv` names.
fn rule(fault: &str) -> &'static str {
    match fault {
        "CRLF" => "other-line-ends",
        "blank lines or space before ---" => "front-not-first",
        "never closed" => "front-unclosed",
        "wrong fence" => "front-wrong-fence",
        "duplicate key" => "duplicate-key",
        "mixed line ends" => "mixed-line-ends",
        "not UTF-8" | "YAML: control character" => "not-utf8",
        "title is NoneType" => "no-title",
        "YAML: impossible date" => "impossible-date",
        "merge conflict markers" => "merge-conflict",
        _ => "yaml-syntax",
    }
}

#[test]
fn every_fault_of_real_files_is_a_finding() {
    let Some(data) = data().map(|data| data.join("malformed")) else { return };
    let Ok(manifest) = std::fs::read_to_string(data.join("MANIFEST.tsv")) else { return };
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Malformed\n");
    let faults: Vec<(&str, &str)> = manifest.lines().filter_map(|line| line.split_once('\t')).collect();
    for (name, _) in &faults {
        if let Ok(bytes) = std::fs::read(data.join(name)) {
            world.write(&format!("practices/{name}"), bytes);
        }
    }
    let found = rules(&world.cop(&["check", "--json"]).json());
    for (name, rest) in faults {
        let fault = rest.split('\t').next().unwrap_or_default();
        // These show in a block of code what the marks of a conflict look like.
        let is_example = name.starts_with("NHSDigital") && fault.starts_with("merge");
        let path = format!("practices/{name}");
        if world.path(&path).exists() && !is_example {
            let of = found.get(&path);
            assert!(of.is_some_and(|rules| rules.iter().any(|one| one == rule(fault))), "{name} ({fault}): {of:?}");
        }
    }
}
