//! The story of the whole community: what `history` tells where no document is named.

use serde_json::{Value, json};

use super::super::{cop, dutch, each, example, names, narrow, tiny, transcript, valid};
use crate::support::world::World;

/// The transcript on a screen of eighty columns.
fn screen(world: &World, lines: &[&str]) -> String {
    lines.iter().map(|line| cop(world, line).env("COLUMNS", "80").run().to_string()).collect::<Vec<_>>().join("\n")
}

#[test]
fn it_is_told_from_its_end() {
    let world = example();
    insta::assert_snapshot!(screen(&world, &["history"]), @"");
    insta::assert_snapshot!(transcript(&world, &["log -n 6", "history -n 3 -v"]), @"");
    insta::assert_snapshot!(narrow(&world, &["history -n 8"]), @"");
    insta::assert_snapshot!(dutch(&world, &["history -n 8"]), @"");
}

#[test]
fn programs_get_each_event_with_its_document() {
    let world = example();
    let answer = valid(&cop(&world, "history -n 5 --json").run(), "history-community");
    assert_eq!(names(&answer), ["schema", "events", "more", "problems"]);
    assert_eq!(answer["events"].as_array().map(Vec::len), Some(5));
    let event = &answer["events"][0];
    let keys = ["commit", "date", "people", "action", "from", "to", "changes", "text_changed", "message", "ref", "path", "kind", "title"];
    assert_eq!(names(event), keys);
    assert!(cop(&world, "history -n 5 --json").run().stderr.is_empty());
    let whole = valid(&cop(&world, "history --since 2020 --json").run(), "history-community");
    assert!(whole.get("more").is_none());
    // Everything in the life of a document is told of the community too.
    for one in ["practice/write-the-charter-together", "question/how-often-should-we-meet", "member/anna"] {
        let own = valid(&cop(&world, &format!("history {one} --json")).run(), "history");
        let commits = |events: &Value, of: &dyn Fn(&Value) -> bool| -> Vec<String> {
            events
                .as_array()
                .unwrap()
                .iter()
                .filter(|event| of(event))
                .map(|event| format!("{} {}", event["commit"], event["action"]))
                .collect()
        };
        assert_eq!(commits(&own["events"], &|event| event.get("ref").is_none()), commits(&whole["events"], &|event| event["ref"] == one));
    }
    insta::assert_snapshot!(transcript(&world, &["history -n 3 -f csv", "history -n 2 -f paths", "history -n 2 -f md"]), @"");
}

#[test]
fn what_belongs_together_is_one_line() {
    let world = tiny();
    for number in 1..=6 {
        world.write(&format!("practices/old-{number}.md"), format!("# Old way {number}\n"));
    }
    world.commit_by("Bo Guest", "bo@example.org", "Import the wiki");
    for number in 1..=3 {
        world.write("practices/scan-maps.md", format!("---\ntags: [scan, maps]\n---\n\n# Scan maps\n\nIn {number} parts.\n"));
        world.commit_by("Bo Guest", "bo@example.org", &format!("Part {number}"));
        world.write(
            "practices/scan-letters.md",
            format!("---\ntags: [scan]\nstatus: adopted\n---\n\n# Scan letters\n\nAt {number}00 dpi.\n"),
        );
        world.commit("Finer");
    }
    world.git(&["rm", "-q", "practices/old-1.md", "questions/hoe-lang.nl.md"]);
    world.commit("Away with it");
    insta::assert_snapshot!(transcript(&world, &["history", "history -n 2"]), @"");
    insta::assert_snapshot!(dutch(&world, &["history"]), @"");
    let answer = valid(&cop(&world, "history --json --since 2020").run(), "history-community");
    let actions = each(&answer["events"], "action");
    let count = |wanted: &str| actions.iter().filter(|action| **action == wanted).count();
    assert_eq!((count("created"), count("edited"), count("deleted")), (10, 6, 2), "{actions:?}");
    assert_eq!(each(&answer["events"], "title")[..2], ["Old way 1", "Hoe lang bewaren we brieven?"]);
}

#[test]
fn it_can_be_of_part_of_the_community() {
    let world = example();
    for (line, of) in [("history -k besluit --since 2020 --json", "decisions/"), ("history practices --since 2020 --json", "practices/")] {
        let answer = valid(&cop(&world, line).run(), "history-community");
        let paths = each(&answer["events"], "path");
        assert!(paths.len() > 5 && paths.iter().all(|path| path.starts_with(of)), "{line} {paths:?}");
    }
    let answer = valid(&cop(&world, "history --by pieter --since 2020 --json").run(), "history-community");
    let events = answer["events"].as_array().unwrap();
    let is_his = |event: &Value| {
        event["people"]
            .as_array()
            .unwrap()
            .iter()
            .any(|person| *person == json!({"handle": "pieter", "name": "Pieter van der Berg", "left": true}))
    };
    assert!(events.len() > 5 && events.iter().all(is_his), "{answer}");
    insta::assert_snapshot!(screen(&world, &[
        "history -t rhythm -n 5",
        "history -k question -n 5",
        "history --by bram --since 2026-04 --until 2026-04",
        "history members -n 4",
        "history -k practise",
        "history --since 2019 --until 2020",
        "history -t nothing",
    ]), @"");
}

#[test]
fn where_there_is_nothing_that_is_said() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: New\n");
    world.write("practices/new.md", "# New\n");
    let none = transcript(&world, &["history", "history --json"]);
    world.git(&["add", "community.yaml"]);
    world.git(&["commit", "-q", "-m", "Begin"]);
    insta::assert_snapshot!(format!("{none}\n{}", transcript(&world, &["history"])), @"");
    insta::assert_snapshot!(dutch(&world, &["history", "history -k praktijk"]), @"");
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Plain\n");
    insta::assert_snapshot!(transcript(&world, &["history"]), @"");
}

#[test]
fn nobody_is_named_for_what_a_shallow_clone_begins_with() {
    let whole = tiny();
    whole.write("practices/scan-maps.md", "# Scan maps\n\nNew.\n");
    whole.commit_by("Cy Guest", "cy@example.org", "Change the maps");
    let world = World::without_git();
    world.git(&["clone", "--quiet", "--depth", "1", &format!("file://{}", whole.root().display()), "."]);
    insta::assert_snapshot!(transcript(&world, &["history"]), @"");
    let answer = valid(&cop(&world, "history --json").run(), "history-community");
    assert!(answer["events"].as_array().unwrap().iter().all(|event| event["people"] == json!([]) && event["action"] == "present"));
}

#[test]
fn a_clock_that_was_wrong_does_not_stand_before_all_else() {
    let world = tiny();
    world.write("practices/late.md", "# Late\n");
    world.git(&["add", "."]);
    world.command("git").args(&["commit", "-q", "-m", "From the future", "--date", "2099-01-01T12:00:00Z"]).run().done();
    world.write("practices/later.md", "# Later\n");
    world.git(&["add", "."]);
    world.command("git").args(&["commit", "-q", "-m", "After it", "--date", "2026-11-20T12:00:00Z"]).run().done();
    let answer = valid(&cop(&world, "history --json").run(), "history-community");
    assert_eq!(each(&answer["events"], "title")[..2], ["Later", "Late"]);
    assert_eq!(each(&answer["events"], "date")[1], "2099-01-01");
}

#[test]
fn what_others_wrote_steers_no_terminal() {
    let world = tiny();
    world.write("practices/evil.md", "# Evil \u{202e}title\u{1b}[31m\n");
    world.commit_by("Eve\u{7}", "eve@example.org", "Evil \u{1b}]0;title\u{7} subject \u{202e}desrever");
    world.write("practices/evil.md", "# Evil \u{202e}title\u{1b}[31m\n\nMore.\n");
    world.commit_by("Eve\u{7}", "eve@example.org", "More \u{1b}[2J evil\u{2028}");
    world.git(&["rm", "-q", "practices/evil.md"]);
    world.commit("Away\u{1b}[1m");
    for line in ["history", "history -v", "history -f md", "history practices"] {
        let run = cop(&world, line).run();
        let bad = run.stdout.chars().find(|letter| letter.is_control() && *letter != '\n' || matches!(letter, '\u{202e}' | '\u{2028}'));
        assert_eq!(bad, None, "{run}");
    }
    insta::assert_snapshot!(transcript(&world, &["history -n 3"]), @"");
}
