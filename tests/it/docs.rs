//! What the manuals say: that it works, and that what they name is there.

use std::collections::BTreeSet;

use crate::support::world::World;
use crate::support::{file, repository};

/// What a manual tells to type to run cop, less the `cop` itself.
fn typed(text: &str) -> Vec<&str> {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            inside = matches!(line, "```console" | "```sh");
        } else if inside {
            let line = line.strip_prefix("$ ").unwrap_or(line);
            lines.extend(line.strip_prefix("cop ").or_else(|| line.strip_prefix("cargo run --locked -- ")));
        }
    }
    lines
}

#[test]
fn every_command_in_the_readme_can_be_typed() {
    let world = World::without_git();
    world.cop(&["demo", "table"]).done();
    let text = file("README.md");
    let lines = typed(&text);
    assert!(lines.len() > 5, "{lines:?}");
    for line in lines.into_iter().filter(|line| !line.starts_with("demo ")) {
        let words = crate::cases::words(line).unwrap_or_else(|fault| panic!("{line}: {fault}"));
        let arguments: Vec<_> = words.iter().map(String::as_str).collect();
        let run = world.command("cop").args(&arguments).in_folder("table").run();
        assert!(run.status < 2, "{run}");
    }
}

#[test]
fn every_command_that_the_example_speaks_of_can_be_typed() {
    let world = World::without_git();
    world.cop(&["demo", "table"]).done();
    let pages = walkdir::WalkDir::new(repository().join("example-community")).into_iter().flatten();
    let pages = pages.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "md"));
    let mut count = 0;
    for page in pages {
        let text = std::fs::read_to_string(page.path()).expect("a page");
        let spoken = text.split('`').skip(1).step_by(2).filter_map(|code| code.strip_prefix("cop ")).filter(|line| !line.contains('\n'));
        for line in typed(&text).into_iter().chain(spoken) {
            let words = crate::cases::words(line).unwrap_or_else(|fault| panic!("{line}: {fault}"));
            let arguments: Vec<_> = words.iter().map(String::as_str).collect();
            let run = world.command("cop").args(&arguments).in_folder("table").run();
            assert!(run.status < 2, "{}: {run}", page.path().display());
            count += 1;
        }
    }
    assert!(count > 2, "{count}");
}

#[test]
fn the_manuals_name_what_exists() {
    let mut missing = BTreeSet::new();
    for manual in ["ARCHITECTURE.md", "CONTRIBUTING.md", "tests/cases/README.md"] {
        for name in file(manual).split('`').skip(1).step_by(2) {
            let is_ours = ["src/", "tests/", "templates/", "fuzz/", "example-community/"].iter().any(|folder| name.starts_with(folder));
            let is_floor = ["base/", "text/", "model/", "show/", "store/", "work/", "door/"].iter().any(|floor| name.starts_with(floor));
            // What is in capitals stands for a name.
            let is_pattern = name.contains(|letter: char| letter.is_uppercase() || letter.is_whitespace() || letter == '*');
            if is_pattern && !name.ends_with("README.md") || !(is_ours || is_floor) {
                continue;
            }
            let path = if is_ours { name.to_owned() } else { format!("src/{name}") };
            if !repository().join(&path).exists() {
                missing.insert(format!("{manual}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", Vec::from_iter(missing).join("\n"));
}
