//! Many at once, and commits by hand beside them: every success is in the history and on the disk, in a commit of its own with its
//! own files only.

use std::collections::{BTreeSet, HashSet};
use std::process::Child;
use std::time::{Duration, Instant};

use super::*;

#[test]
fn of_many_adds_at_once_none_is_lost() {
    let (rounds, at_once) = (times(1, 20), times(20, 50));
    let world = World::archivists();
    let copy = Copy::of(&world);
    let (mut added, mut slowest, mut refused) = (0, Duration::ZERO, 0);
    let mut known: HashSet<String> = HashSet::new();
    for round in 0..rounds {
        let start = Instant::now();
        let adding: Vec<Child> = (0..at_once).map(|number| add(&copy, round, number)).collect();
        let by_hand = commits_by_hand(&copy, round);
        let outputs: Vec<_> = adding.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
        slowest = slowest.max(start.elapsed());
        let outcomes: Vec<_> = outputs
            .into_iter()
            .map(|output| {
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                let answer = serde_json::from_slice::<serde_json::Value>(&output.stdout);
                assert_eq!((output.status.code() == Some(0)), answer.is_ok(), "{said}");
                assert!(matches!(output.status.code(), Some(0 | 2)), "{:?} {said}", output.status);
                (answer.ok(), said)
            })
            .collect();
        let (commits, _) = copy.git(&["rev-list", "HEAD"]);
        let commits: HashSet<&str> = commits.lines().collect();
        let state = copy.state();
        for (answer, said) in &outcomes {
            let Some(answer) = answer else {
                refused += 1;
                eprintln!("refused: {said}");
                continue;
            };
            added += 1;
            let (path, commit) = (answer["path"].as_str().unwrap(), answer["commit"].as_str().unwrap());
            assert!(known.insert(path.to_owned()), "two were told that {path} is theirs");
            assert!(commits.contains(commit), "{commit} of {path} is lost");
            assert!(state.head.contains_key(path), "{path} is not in HEAD");
            assert!(state.index.get(path).is_some_and(|about| about.contains(&state.head[path])), "{path} is not in the index");
            assert!(state.disk.contains_key(path), "{path} is not on the disk");
            let (changed, _) = copy.git(&["show", "--format=", "--name-status", "--no-renames", commit]);
            assert_eq!(changed, format!("A\t{path}\n"), "foreign paths in {commit}");
        }
        assert_eq!(by_hand, 3, "commits by hand that git made");
        // Nothing is there that nobody was told of.
        let there: BTreeSet<_> = state.head.keys().filter(|path| path.starts_with("practices/round")).collect();
        assert_eq!(there.len(), known.len());
        assert_eq!(copy.git(&["status", "--porcelain"]).0, "");
    }
    assert_eq!(copy.unsound(), None);
    eprintln!(
        "R1: {added} of {} adds done, {refused} refused, 0 lost, 0 foreign; {at_once} at once in {slowest:?} at most",
        rounds * at_once
    );
    assert_eq!(refused, 0);
    if is_whole() {
        assert!(slowest < Duration::from_secs(10), "{slowest:?}");
    }
}

/// Every fifth has the same title as others of its round, and wants the same name.
fn add(copy: &Copy<'_>, round: usize, number: usize) -> Child {
    let title = if number.is_multiple_of(5) { format!("Round {round}") } else { format!("Round {round} number {number}") };
    copy.command("cop").args(["-q", "add", "practice", &title, "--body", "Text.", "--json"]).spawn().unwrap()
}

/// Commits as people make them, who do it again when git says that another git is at it; gives how many were made.
fn commits_by_hand(copy: &Copy<'_>, round: usize) -> usize {
    let mut made = 0;
    for number in 0..3 {
        fs::create_dir_all(copy.root.join("notes")).unwrap();
        fs::write(copy.root.join(format!("notes/{round}-{number}.txt")), "by hand\n").unwrap();
        let path = format!("notes/{round}-{number}.txt");
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(60) {
            if copy.git(&["add", &path]).1 && copy.git(&["commit", "--quiet", "--message", "By hand", "--", &path]).1 {
                made += 1;
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }
    made
}

#[test]
fn of_many_writes_to_one_document_each_is_there_or_refused() {
    let world = World::archivists();
    let copy = Copy::of(&world);
    let tags: Vec<String> = (0..times(8, 40)).map(|number| format!("tag-{number}")).collect();
    let tagging = tags.iter().map(|tag| copy.command("cop").args(["-q", "tag", "scan-letters", tag]).spawn().unwrap());
    let tagging: Vec<Child> = tagging.collect();
    let done: Vec<bool> = tagging.into_iter().map(|child| child.wait_with_output().unwrap().status.success()).collect();
    let text = fs::read_to_string(copy.root.join("practices/scan-letters.md")).unwrap();
    for (tag, done) in tags.iter().zip(&done) {
        assert_eq!(
            text.contains(&format!("{tag}\n")) || text.contains(&format!("{tag},")) || text.contains(&format!("{tag}]")),
            *done,
            "{tag}: {text}"
        );
    }
    assert!(done.contains(&true));
    assert_eq!(copy.git(&["status", "--porcelain"]).0, "");
    assert_eq!(copy.unsound(), None);
    eprintln!(
        "R1: of {} tags set at once on one document {} are set, the others refused",
        done.len(),
        done.iter().filter(|done| **done).count()
    );
}

#[test]
fn of_many_decisions_at_once_each_has_a_number_of_its_own() {
    let world = World::archivists();
    let copy = Copy::of(&world);
    let count = times(12, 50);
    let adding: Vec<Child> = (0..count)
        .map(|number| copy.command("cop").args(["-q", "add", "decision", &format!("Decide {number}")]).spawn().unwrap())
        .collect();
    for child in adding {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let names = fs::read_dir(copy.root.join("decisions")).unwrap().flatten().map(|entry| entry.file_name().into_string().unwrap());
    let numbers: BTreeSet<String> = names.map(|name| name.split('-').next().unwrap().to_owned()).collect();
    assert_eq!(numbers.len(), count, "{numbers:?}");
    assert_eq!(copy.git(&["status", "--porcelain"]).0, "");
    assert_eq!(copy.unsound(), None);
    eprintln!("R1: {count} decisions at once, {count} numbers");
}
