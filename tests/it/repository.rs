//! What is true of the repository as a whole.

use std::path::Path;

use crate::support::{file, kept_files, repository};

/// How many packages `Cargo.lock` may hold, as `deny.toml` says.
fn ceiling() -> usize {
    let text = file("deny.toml");
    let line = text.lines().find_map(|line| line.strip_prefix("# packages in Cargo.lock: "));
    line.and_then(|number| number.trim().parse().ok()).expect("deny.toml says `# packages in Cargo.lock: N`")
}

#[test]
fn the_number_of_packages_is_a_decision() {
    let packages = file("Cargo.lock").lines().filter(|line| *line == "[[package]]").count();
    assert_eq!(
        packages,
        ceiling(),
        "Cargo.lock holds {packages} packages; if that is meant, say so in deny.toml, with the reason in the commit"
    );
}

#[test]
fn the_readme_and_ci_run_the_same_tests() {
    let command = "cargo test --locked";
    let has = |text: &str| text.lines().any(|line| line.trim() == command);
    assert!(has(&file(".ci/run").replace("step tests ", "")), ".ci/run does not run `{command}`");
    if repository().join("README.md").is_file() {
        assert!(has(&file("README.md")), "README.md does not tell to run `{command}`");
    } else {
        eprintln!("skipped: no README.md");
    }
}

#[test]
fn nothing_points_at_one_machine_or_at_how_it_was_made() {
    let Some(files) = kept_files() else {
        eprintln!("skipped: not in git");
        return;
    };
    // Put together here, so that this file does not hold them itself.
    let places = [["/wo", "rk/"], ["/ro", "ot/"], ["/tm", "p/"]].map(|parts| parts.concat());
    let phrases = [["issue", " #"], ["design ", "doc"], ["sub", "agent"], ["this ", "sandbox"]].map(|parts| parts.concat());
    let mut faults = Vec::new();
    for name in files {
        let Some(text) = std::fs::read(repository().join(&name)).ok().and_then(|bytes| String::from_utf8(bytes).ok()) else { continue };
        // A test or a fuzzer may make up any path; what the program and its manuals say is for every machine.
        let is_test = name.starts_with("tests/") || name.starts_with("benches/") || name.starts_with("fuzz/");
        let text = if Path::new(&name).extension().is_some_and(|ending| ending == "rs") {
            text.split("#[cfg(test)]").next().unwrap_or_default()
        } else {
            &text
        };
        for (number, line) in text.lines().enumerate() {
            let place = places.iter().filter(|_| !is_test).find(|place| names_place(line, place));
            let phrase = phrases.iter().find(|phrase| line.to_lowercase().contains(*phrase));
            faults.extend(place.or(phrase).map(|what| format!("{name}:{}: {what}", number + 1)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a line names a folder from the root of a disk, not one that only ends alike.
fn names_place(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| !line[..at].ends_with(|before: char| before.is_alphanumeric() || "._-~*}/".contains(before)))
}

#[test]
fn a_folder_of_the_machine_is_told_from_one_of_ours() {
    let place = ["/wo", "rk/"].concat();
    assert!(names_place(&format!("see {place}x"), &place));
    assert!(names_place(&format!("(`{place}x`)"), &place));
    assert!(!names_place(&format!("src{place}x"), &place));
}
