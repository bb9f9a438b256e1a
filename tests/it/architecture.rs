//! The walls of the house: who may import whom, who may name which crate, what only one file may do.
//!
//! The rules stand in the tables of `ARCHITECTURE.md` and are read from there, so that what a person reads is what is tested.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write;
use std::path::Path;
use std::sync::OnceLock;

use crate::support::source::{self, Name, Source, module_of};
use crate::support::{file, repository, table};

/// More lines than this are more than one thing.
const LONGEST: usize = 600;

/// The sources, and what the tables say about them.
struct House {
    sources: Vec<Source>,
    /// The modules that are files, with the number of the source.
    modules: HashMap<Vec<String>, usize>,
    /// Every floor, with what it may import of the others.
    floors: BTreeMap<String, Vec<String>>,
    /// Every crate that may be named, with the places that may; none means everywhere.
    owners: BTreeMap<String, Vec<String>>,
    /// What is done in one place only, with that place; none means nowhere.
    duties: Vec<(String, Vec<String>)>,
}

fn house() -> &'static House {
    static HOUSE: OnceLock<House> = OnceLock::new();
    HOUSE.get_or_init(|| {
        let sources = source::read(&repository().join("src"), &dependencies());
        let modules = sources.iter().enumerate().filter(|(_, source)| source.path != "main.rs");
        let modules = modules.map(|(number, source)| (module_of(&source.path), number)).collect();
        let text = file("ARCHITECTURE.md");
        let floors = table(&text, "Floors").into_iter().map(|row| (row[0][0].clone(), row[2].clone())).collect();
        let pairs =
            |heading| table(&text, heading).into_iter().flat_map(|row| row[0].clone().into_iter().map(move |name| (name, row[1].clone())));
        House { sources, modules, floors, owners: pairs("Crates").collect(), duties: pairs("One place each").collect() }
    })
}

/// The crates in `Cargo.toml` that are part of the program, as they are called in code.
fn dependencies() -> HashSet<String> {
    let manifest = file("Cargo.toml");
    let mut ours = false;
    let lines = manifest.lines().filter(|line| {
        if line.starts_with('[') {
            ours = *line == "[dependencies]" || line.starts_with("[target.") && line.ends_with(".dependencies]");
        }
        ours
    });
    lines.filter_map(|line| line.split_once(" =")).map(|(name, _)| name.trim().replace('-', "_")).collect()
}

impl House {
    fn floor_of<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.split_once('/').map(|(floor, _)| floor).filter(|floor| self.floors.contains_key(*floor))
    }

    /// The file that defines what a path names: the longest part of it that is a module.
    fn target(&self, name: &Name) -> Option<usize> {
        let inside = name.path.strip_prefix(&["crate".to_owned()])?;
        if let [exported, ..] = inside
            && let Some(number) = self.sources.iter().position(|source| source.exports.contains(exported))
        {
            return Some(number);
        }
        (0..=inside.len()).rev().find_map(|length| self.modules.get(&inside[..length]).copied())
    }

    /// Whether a name may stand in a file of a floor.
    fn may_import(&self, source: &Source, floor: &str, name: &Name) -> bool {
        let Some(target) = self.target(name).map(|number| &self.sources[number]) else { return true };
        match self.floor_of(&target.path) {
            Some(theirs) if theirs == floor => floor != "door" || !are_two_doors(&source.path, &target.path),
            Some(_) => {
                let module = [&["crate".to_owned()], &module_of(&target.path)[..]].concat();
                let path = [&name.path[..], &module[..]];
                self.floors[floor].iter().any(|allowed| {
                    let allowed = format!("crate::{allowed}");
                    path.iter().any(|path| allowed.split("::").enumerate().all(|(at, part)| path.get(at).is_some_and(|mine| mine == part)))
                })
            }
            // `lib.rs` and `main.rs` stand above all floors.
            None => false,
        }
    }
}

/// Whether two files of the topmost floor are in different doors.
fn are_two_doors(one: &str, other: &str) -> bool {
    let door = |path: &str| path.split('/').nth(1).filter(|part| Path::new(part).extension().is_none()).map(str::to_owned);
    matches!((door(one), door(other)), (Some(one), Some(other)) if one != other)
}

/// Whether a file is the place that a table names: the file itself, or in that folder.
fn is_in(path: &str, places: &[String]) -> bool {
    places.iter().any(|place| if place.ends_with('/') { path.starts_with(place.as_str()) } else { path == place })
}

fn demand(faults: impl IntoIterator<Item = String>, rule: &str) {
    let faults: BTreeSet<_> = faults.into_iter().collect();
    let mut text = String::new();
    for fault in &faults {
        let _ = writeln!(text, "  {fault}");
    }
    assert!(faults.is_empty(), "{rule}\n{text}");
}

#[test]
fn a_floor_imports_only_what_it_stands_on() {
    let house = house();
    let mut faults = Vec::new();
    for source in &house.sources {
        let Some(floor) = house.floor_of(&source.path) else { continue };
        let wrong = source.names.iter().filter(|name| !house.may_import(source, floor, name));
        faults.extend(wrong.map(|name| format!("src/{}: {} may not import {}", source.path, floor, name.text())));
    }
    demand(faults, "A floor imports its own files and what its row under \"Floors\" in ARCHITECTURE.md lists:");
}

#[test]
fn every_file_is_on_a_floor() {
    let house = house();
    let lost = house.sources.iter().filter(|source| house.floor_of(&source.path).is_none());
    let lost = lost.filter(|source| !matches!(source.path.as_str(), "lib.rs" | "main.rs"));
    demand(lost.map(|source| format!("src/{}", source.path)), "Only lib.rs and main.rs stand outside the floors of ARCHITECTURE.md:");
    for floor in house.floors.values().flatten().filter_map(|allowed| allowed.split("::").next()) {
        assert!(house.floors.contains_key(floor), "ARCHITECTURE.md lets a floor import `{floor}`, which is none");
    }
}

#[test]
fn a_crate_is_named_only_by_its_owner() {
    let house = house();
    let mut faults = Vec::new();
    for source in &house.sources {
        for name in source.names.iter().filter(|name| !name.in_test) {
            match house.owners.get(&name.path[0]) {
                Some(owners) if !owners.is_empty() && !is_in(&source.path, owners) => {
                    faults.push(format!("src/{} names {}, which only {} may", source.path, name.path[0], owners.join(" and ")));
                }
                _ => {}
            }
        }
    }
    demand(faults, "A crate is wrapped by its owner and named nowhere else (ARCHITECTURE.md, \"Crates\"):");
}

#[test]
fn every_crate_is_on_the_list() {
    let listed: BTreeSet<_> = house().owners.keys().cloned().collect();
    let used: BTreeSet<_> = dependencies().into_iter().collect();
    demand(used.difference(&listed).cloned(), "In Cargo.toml, but without an owner in ARCHITECTURE.md, \"Crates\":");
    demand(listed.difference(&used).cloned(), "In ARCHITECTURE.md, \"Crates\", but not in Cargo.toml:");
}

#[test]
fn what_one_place_does_no_other_does() {
    let house = house();
    let mut faults = Vec::new();
    for (what, places) in &house.duties {
        for source in house.sources.iter().filter(|source| !is_in(&source.path, places)) {
            let does = match what.as_str() {
                "unsafe" => source.has_unsafe,
                call if call.ends_with('!') => source.macros.iter().any(|used| !used.in_test && used.text == call.trim_end_matches('!')),
                path => source.names.iter().any(|name| !name.in_test && name.is_within(path)),
            };
            if does {
                let places = if places.is_empty() { "nobody".to_owned() } else { places.join(" and ") };
                faults.push(format!("src/{} has {what}, which only {places} may", source.path));
            }
        }
    }
    demand(faults, "Some things are done in one place only (ARCHITECTURE.md, \"One place each\"):");
}

#[test]
fn no_path_climbs_and_nothing_is_given_on_between_floors() {
    let house = house();
    let mut faults = Vec::new();
    for source in &house.sources {
        for name in &source.names {
            if name.climbs && !name.in_test {
                faults.push(format!("src/{}: super::super for {}; say crate::…", source.path, name.text()));
            }
            let ours = name.path[0] == "crate"
                && house.target(name).is_some_and(|number| house.floor_of(&house.sources[number].path) == house.floor_of(&source.path));
            if name.given_on && !ours && !matches!(source.path.as_str(), "lib.rs" | "main.rs") {
                faults.push(format!("src/{}: pub use {}", source.path, name.text()));
            }
        }
    }
    demand(faults, "A name is imported from where it is defined:");
}

#[test]
fn no_circle_of_files_imports_one_another() {
    let house = house();
    let edges: Vec<BTreeSet<usize>> = house
        .sources
        .iter()
        .enumerate()
        .map(|(number, source)| {
            let names = source.names.iter().filter(|name| !name.in_test);
            let targets = names.filter_map(|name| house.target(name));
            // A part may use what its whole defines: the `mod.rs` of the folders that it is in.
            let is_whole = |other: usize| module_of(&source.path).starts_with(&module_of(&house.sources[other].path));
            targets.filter(|&other| other != number && !is_whole(other)).collect()
        })
        .collect();
    let circles = circles(&edges).into_iter().map(|circle| {
        let paths: Vec<_> = circle.iter().map(|&number| house.sources[number].path.as_str()).collect();
        format!("{} -> {}", paths.join(" -> "), paths[0])
    });
    demand(circles, "These files import one another; what they share belongs in a file below both:");
}

/// A circle through every node that is on one: the shortest from it back to itself, beginning at its lowest number.
fn circles(edges: &[BTreeSet<usize>]) -> BTreeSet<Vec<usize>> {
    let mut found = BTreeSet::new();
    for start in 0..edges.len() {
        let mut before: BTreeMap<usize, usize> = BTreeMap::new();
        let mut queue = std::collections::VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            if edges[node].contains(&start) {
                let mut circle = vec![node];
                while let Some(&previous) = circle.last().filter(|&&last| last != start).and_then(|last| before.get(last)) {
                    circle.push(previous);
                }
                circle.reverse();
                let lowest = circle.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
                circle.rotate_left(lowest);
                found.insert(circle);
                break;
            }
            for &next in &edges[node] {
                if next != start && !before.contains_key(&next) {
                    before.insert(next, node);
                    queue.push_back(next);
                }
            }
        }
    }
    found
}

#[test]
fn no_file_is_too_long() {
    let long = house().sources.iter().filter(|source| source.lines > LONGEST);
    demand(long.map(|source| format!("src/{} has {}", source.path, source.lines)), &format!("A file has at most {LONGEST} lines:"));
}

#[test]
fn every_file_is_on_a_list() {
    for (folder, roots) in [("src", vec!["lib.rs", "main.rs"]), ("tests/it", vec!["main.rs"])] {
        let sources = source::read(&repository().join(folder), &HashSet::new());
        let mut reached: BTreeSet<String> = BTreeSet::new();
        let mut queue: Vec<String> = roots.into_iter().map(str::to_owned).collect();
        while let Some(path) = queue.pop() {
            let source = sources.iter().find(|source| source.path == path).unwrap_or_else(|| panic!("{folder}/{path} is missing"));
            let module = module_of(&path).join("/");
            for declared in &source.declares {
                let beside = format!("{module}/{}", declared.text).trim_start_matches('/').to_owned();
                let file = [format!("{beside}.rs"), format!("{beside}/mod.rs")];
                queue.extend(file.into_iter().filter(|file| sources.iter().any(|source| source.path == *file)));
            }
            reached.insert(path);
        }
        let forgotten = sources.iter().filter(|source| !reached.contains(&source.path));
        demand(forgotten.map(|source| format!("{folder}/{}", source.path)), "No `mod` line names these files, so nobody compiles them:");
    }
}

#[test]
fn every_rule_has_a_case_and_every_command_a_test() {
    for (folder, is_proved_by) in [
        ("work/checks/rules/", (|name| format!("tests/cases/checks/{}.md", name.replace('_', "-"))) as fn(&str) -> String),
        ("door/cli/commands/", |name| format!("tests/it/commands/{name}.rs")),
    ] {
        let parts = house().sources.iter().filter_map(|source| source.path.strip_prefix(folder));
        // What has files of its own is a folder: its `mod.rs` counts, the rest of it does not.
        let names: BTreeSet<_> = parts.filter_map(|part| part.split('/').next()).map(|part| part.trim_end_matches(".rs")).collect();
        let proofs = names.into_iter().filter(|name| *name != "mod").map(is_proved_by);
        let missing = proofs.filter(|proof| !repository().join(proof).is_file());
        demand(missing, &format!("Each file in src/{folder} has a test of its own; missing:"));
    }
}

#[test]
fn a_circle_is_found_once() {
    let edges = |all: &[&[usize]]| all.iter().map(|to| to.iter().copied().collect()).collect::<Vec<_>>();
    assert_eq!(circles(&edges(&[&[1], &[2], &[0], &[0]])), BTreeSet::from([vec![0, 1, 2]]));
    assert_eq!(circles(&edges(&[&[1, 2], &[2], &[]])), BTreeSet::new());
    assert_eq!(circles(&edges(&[&[], &[2], &[1]])), BTreeSet::from([vec![1, 2]]));
}

#[test]
fn doors_are_told_apart() {
    assert!(are_two_doors("door/cli/run.rs", "door/web/mod.rs"));
    assert!(!are_two_doors("door/cli/run.rs", "door/cli/args.rs"));
    assert!(!are_two_doors("door/cli/run.rs", "door/next.rs"));
}
