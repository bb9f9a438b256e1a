//! Settings and files that are made to be too much: cop says at once what is too much, and where.

use std::time::{Duration, Instant};

use insta::assert_snapshot;

use super::{club, says};
use crate::support::world::World;

/// Without optimisation, on a processor that is shared; what these settings take otherwise is minutes.
const SOON: Duration = Duration::from_secs(10);

fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

fn settings(world: &World, more: &str) {
    world.write("community.yaml", format!("format: 1\nname: Club\n{more}"));
}

#[test]
fn settings_that_are_too_much_are_refused_at_once_and_in_their_place() {
    let world = club();
    for (more, says, place) in [
        (format!("kinds:\n  x: {{paths: ['{}a{}/*.md']}}\n", "{".repeat(250), "}".repeat(250)), "levels of braces", ":4:15"),
        (format!("check:\n  exclude:\n    - '{}'\n", "*".repeat(100_000)), "1000 bytes", ":5:7"),
        (format!("kinds:\n{}", many(20_000, |at| format!("  k{at}: {{folder: f{at}}}\n"))), "500 entries", ":504:3"),
        (format!("kinds:\n{}", many(300, |at| format!("  k{at}: {{folder: f{at}}}\n"))), "200 kinds", ":194:3"),
        (format!("kinds:\n  practice:\n    paths:\n{}", many(40_000, |at| format!("      - f{at}/*.md\n"))), "1000 entries", ":1006:9"),
        (format!("kinds:\n  practice:\n    states:\n{}", many(20_000, |at| format!("      s{at}: {{}}\n"))), "100 states", ":106:7"),
        (many(60_000, |at| format!("nonsense{at}: 1\n")), "500 entries", ":501:1"),
    ] {
        settings(&world, &more);
        for command in ["list", "check -f concise"] {
            let start = Instant::now();
            let run = world.cop(&command.split(' ').collect::<Vec<_>>());
            assert!(start.elapsed() < SOON, "{says}: {:?}", start.elapsed());
            let said = format!("{}{}", run.stderr, run.stdout);
            assert_eq!(run.status, if command == "list" { 2 } else { 1 }, "{said}");
            assert!(said.contains(says) && said.contains(place), "{says}: {said:.2000}");
        }
    }
    settings(&world, "");
    for at in 0..1_000 {
        world.write(&format!(".cop/kinds/k{at}/kind.yaml"), format!("folder: f{at}\n"));
    }
    let start = Instant::now();
    let run = world.cop(&["list"]);
    assert!(run.status == 2 && run.stderr.contains("200 kinds") && start.elapsed() < SOON, "{run}");
}

#[test]
fn kinds_may_be_called_what_a_community_likes_and_allowing_little_is_no_error() {
    let world = club();
    settings(&world, "limits: {front: 2 KiB}\nkinds: {rule: {paths: ['rules/*.md']}, role: {paths: ['roles/*.md']}}\n");
    world.write("rules/quiet.md", "# Quiet\n\nAfter ten.\n");
    assert_snapshot!(says(&world, "cop list rule -f paths"), @"rules/quiet.md");
    settings(&world, "kinds: {practise: {paths: ['practices/*.md']}}\n");
    assert_snapshot!(says(&world, "cop check -f concise --select SET"), @r#"community.yaml:3:9 warning SET001 settings-key "practise" is read as a new kind, beside the built-in "practice"; did you mean "practice"?"#);
}

#[test]
fn a_file_full_of_one_thing_is_checked_like_any_other() {
    for (path, text) in [
        ("practices/full.md", format!("# Full\n\nWords.\n{}", "<!-- cop-allow: image-without-text y -->\n".repeat(25_000))),
        ("practices/links.md", format!("# Full\n\n{}\n", "<a href=full.md>".repeat(60_000))),
        ("decisions/0001-state.md", format!("# Full\n\n## Status\n\nfoo {}\n", "on ".repeat(40_000))),
        ("decisions/0001-long.md", format!("---\nstatus: foo {}\n---\n# Full\n", "on ".repeat(20_000))),
        ("decisions/0001-lines.md", format!("# Full\n\n## Status\n\n{}", "Superseded by\n".repeat(100_000))),
    ] {
        let world = club();
        world.write(path, text);
        let start = Instant::now();
        let run = world.cop(&["check", "-f", "concise"]);
        assert!(run.status < 2 && start.elapsed() < SOON, "{path} {:?} {}", start.elapsed(), run.status);
    }
}

#[test]
fn a_file_with_too_much_in_it_is_read_as_far_as_its_limit() {
    let world = club();
    settings(&world, "limits: {parts: 100}\n");
    world.write("practices/full.md", "# a\n".repeat(1_000));
    assert_snapshot!(says(&world, "cop check -f concise --select limit"), @"practices/full.md:101:1 warning SET005 limit More than 100 headings, links or other parts of one sort stand before this, or ten times as many signs; from here on it was not read; Make several files of it, or raise limits.parts in community.yaml");
    settings(&world, "");
    assert_snapshot!(says(&world, "cop check -f concise --select limit"), @"");
}

#[test]
fn paths_are_what_a_program_can_be_given() {
    let world = club();
    world.write("practices/-rf.md", "# Clean up\n");
    world.write("practices/two\nlines.md", "# Two lines\n");
    assert_snapshot!(says(&world, "cd practices && cop list -f paths --sort title"), @r"
    » warning: two\u{a}lines.md left out: the name holds a character that can not stand on a line; -f json has it
    ./-rf.md
    file-mail.md
    scan-mail.md
    ");
    assert_snapshot!(says(&world, "cop list tags -f paths"), @r#"
    » error: the format "paths" is for lists of files, and these are none
    » hint: one of these: text, json, jsonl, csv, md
    [status 2]
    "#);
}

#[test]
fn the_status_of_a_search_is_about_what_there_is_and_not_about_the_page() {
    let world = club();
    for (line, status) in [
        ("search zzzzz", 1),
        ("search zzzzz --offset 5", 1),
        ("search mail", 0),
        ("search mail --offset 5", 0),
        ("search mail -n 1 --offset 1", 0),
    ] {
        assert_eq!(world.cop(&line.split(' ').collect::<Vec<_>>()).status, status, "{line}");
    }
}

#[test]
fn what_reads_json_gets_errors_as_json() {
    let world = club();
    for format in ["json", "jsonl", "sarif", "gitlab", "rdjson"] {
        for arguments in [vec!["check", "nowhere/at-all.md"], vec!["check", "--nonsense"]] {
            let run = world.cop(&[&arguments[..], &["-f", format]].concat());
            assert!(run.status == 2 && run.stderr.starts_with("{\"error\":"), "{format}: {run}");
        }
    }
    assert_eq!(says(&world, "COP_NOW=9999-12-31T23:59:59Z cop list -f paths | wc -l").trim(), "2");
}
