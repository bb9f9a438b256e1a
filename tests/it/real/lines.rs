//! Lines of the nine: how many everyone added and removed, as `git log --numstat` counts them, and who wrote those that stand, as `git blame -w`
//! has it. Of every page with `COP_WHOLE=1`, else of a few.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Commit, Real, git, list};
use crate::support::world::World;

/// Whether the history of a file is kept: its name ends as those of pages do.
fn is_page_like(path: &str) -> bool {
    let path = path.to_lowercase();
    [".md", ".rmd", ".markdown", ".md.erb"].iter().any(|ending| path.ends_with(ending))
}

/// Lines added and removed by everyone who wrote a commit.
pub(super) fn counts(real: &Real, world: &World, commits: &[Commit]) {
    let log = git(world, &["log", "--no-merges", "-M", "--numstat", "-z", "--format=%x01"]);
    let mut expected: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    // A page that was a file of another kind before is new to cop, and renamed to git.
    let mut unlike = BTreeSet::new();
    for (commit, counts) in commits.iter().zip(log.split('\u{1}').skip(1)) {
        let mut words = counts.split('\0').map(|word| word.trim_start_matches('\n')).filter(|word| !word.is_empty());
        while let Some(word) = words.next() {
            let [added, removed, path] = word.splitn(3, '\t').collect::<Vec<_>>().try_into().expect("two counts and a path");
            let (from, path) = if path.is_empty() { (words.next().expect("a path"), words.next().expect("a path")) } else { (path, path) };
            if !(real.is_page(path) || real.is_page(from)) {
                continue;
            }
            for who in commit.writers.iter().map(String::as_str) {
                let sum = expected.entry(who).or_default();
                *sum = (sum.0 + added.parse::<u64>().unwrap_or(0), sum.1 + removed.parse::<u64>().unwrap_or(0));
                if is_page_like(path) != is_page_like(from) {
                    unlike.insert(who);
                }
            }
        }
    }
    let answer = world.cop(&["contributors", "--lines", "--json", "--emails"]).json();
    let mut compared = 0;
    for one in list(&answer, "contributors").iter().filter(|one| one["commits"] != 0) {
        let who = one["emails"][0].as_str().unwrap_or_default();
        if !unlike.contains(who) {
            let told = (one["lines_added"].as_u64(), one["lines_removed"].as_u64());
            let sum = expected.get(who).copied().unwrap_or_default();
            assert_eq!(told, (Some(sum.0), Some(sum.1)), "{}: lines of {who}", real.name);
            compared += 1;
        }
    }
    assert!(compared > 0 && unlike.len() < 3, "{}: {compared} people, and not {unlike:?}", real.name);
}

/// Whose commit each line of a page is.
pub(super) fn living(real: &Real, world: &World, pages: &BTreeSet<String>) {
    let is_whole = std::env::var_os("COP_WHOLE").is_some_and(|value| !value.is_empty() && value != "0");
    let step = if is_whole { 1 } else { pages.len().div_ceil(4) };
    let (mut lines, mut others) = (0, BTreeMap::new());
    for page in pages.iter().step_by(step) {
        let told = git(world, &["blame", "-w", "--line-porcelain", "HEAD", "--", page]);
        let theirs = commits_of(&told);
        // What is written to a file has the names of its commits.
        world.cop(&["history", page, "--lines", "--json", "-o", "../lines.json"]).done();
        let answer: Value = serde_json::from_str(&world.read("../lines.json")).expect("JSON");
        let ours: Vec<&str> = list(&answer, "lines").iter().map(|line| line["commit"].as_str().unwrap_or_default()).collect();
        assert_eq!(ours.len(), theirs.len(), "{}: {page}", real.name);
        lines += ours.len();
        let differ = ours.iter().zip(&theirs).filter(|(one, other)| *one != *other).count();
        if differ > 0 {
            others.insert(page, differ);
        }
    }
    let off: usize = others.values().sum();
    // Of two equal pages that were renamed in one commit, git log and git blame do not choose the same: a page of one repository.
    let most = if real.name == "madr" { lines / 20 } else { lines / 200 };
    assert!(off <= most, "{}: {off} of {lines} lines, {others:?}", real.name);
}

/// The commits of the lines, as `git blame --line-porcelain` has them.
fn commits_of(told: &str) -> Vec<&str> {
    let mut commits = Vec::new();
    // What is known of a line stands before it, the commit first; the line itself begins with a tab.
    let mut is_first = true;
    for line in told.split('\n').filter(|line| !line.is_empty()) {
        if is_first {
            commits.push(line.split(' ').next().unwrap_or_default());
        }
        is_first = line.starts_with('\t');
    }
    commits
}
