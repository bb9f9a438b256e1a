//! What cop says, held against the reference.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use super::ENDINGS;
use super::git::{Life, Place, Told, followed};

/// How much was equal, and why the rest was not.
#[derive(Default)]
pub(super) struct Tally {
    /// Pages that were looked at.
    pub(super) pages: usize,
    /// As `git log --follow` and as the reference.
    pub(super) equal: usize,
    /// As the reference; `--follow` went on with what the page was copied from, or with a file that was no page.
    pub(super) copied: usize,
    /// As the reference; `--follow` has one path for all branches, and lost it where it was renamed on one side of a merge.
    pub(super) one_line: Vec<String>,
    /// Otherwise than the reference, because a step is between 40 and 60 % alike.
    pub(super) near: Vec<String>,
    /// People who were looked at.
    pub(super) people: usize,
    /// Where cop says that it has no history, and why.
    pub(super) refused: Vec<String>,
    /// What git itself can't walk.
    pub(super) untold: Vec<String>,
    /// What cop has wrong.
    pub(super) ours: Vec<String>,
}

impl Tally {
    pub(super) fn add(&mut self, other: Self) {
        self.pages += other.pages;
        self.equal += other.equal;
        self.copied += other.copied;
        self.one_line.extend(other.one_line);
        self.people += other.people;
        self.near.extend(other.near);
        self.refused.extend(other.refused);
        self.untold.extend(other.untold);
        self.ours.extend(other.ours);
    }
}

impl Tally {
    /// Says how much it was, and fails where cop is wrong.
    pub(super) fn end(self) {
        eprintln!("{:30} {self}", "all");
        let list = |name: &str, lines: &[String]| lines.iter().for_each(|line| eprintln!("{name} {line}"));
        list("near:", &self.near);
        list("no history:", &self.refused);
        list("git can't walk:", &self.untold);
        assert!(self.ours.is_empty(), "{} differ:\n{}", self.ours.len(), self.ours.join("\n"));
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pages, equal, copied, one_line, near, people, refused, untold, ours } = self;
        let [one_line, near, ours, refused, untold] = [one_line, near, ours, refused, untold].map(Vec::len);
        write!(out, "{pages} pages: {equal} equal, {copied} copied, {one_line} lost by git in a merge, {near} near; {people} people; ")?;
        write!(out, "{ours} wrong; {refused} without history, {untold} that git can't walk")
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Compares some pages of a community, spread over all, and everyone in it.
pub(super) fn compare(place: &Place, name: &str, is_page: &dyn Fn(&str) -> bool, most: usize) -> Tally {
    let mut tally = Tally::default();
    let said = place.cop(&["contributors", "--json"]);
    if said.status.code() == Some(2) {
        let why = String::from_utf8_lossy(&said.stderr);
        tally.refused.push(format!("{name}: {}", why.lines().next().unwrap_or_default()));
        return tally;
    }
    let Some(told) = Told::by(place, &ENDINGS, 50) else {
        tally.untold.push(name.to_owned());
        return tally;
    };
    let (mut lower, mut upper) = (None, None);
    let paths = String::from_utf8_lossy(&place.cop(&["list", "-f", "paths"]).stdout).into_owned();
    let paths: Vec<&str> = paths.lines().filter(|path| told.pages.contains_key(*path)).collect();
    for path in paths.iter().step_by((paths.len() / most).max(1)) {
        tally.pages += 1;
        let life = &told.pages[*path];
        let (ours, faults) = events(place, path, &told, life);
        if ours == life.commits {
            match followed(place, path, &told) {
                Some((git, _)) if git == ours => tally.equal += 1,
                Some((_, true)) => tally.copied += 1,
                _ => tally.one_line.push(format!("{name}: {path}")),
            }
        } else {
            let is = |told: &Option<Told>| told.as_ref().and_then(|told| told.pages.get(*path)).is_some_and(|life| life.commits == ours);
            let lower = lower.get_or_insert_with(|| Told::by(place, &ENDINGS, 40));
            let upper = upper.get_or_insert_with(|| Told::by(place, &ENDINGS, 60));
            if is(lower) || is(upper) {
                tally.near.push(format!("{name}: {path}"));
            } else {
                let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
                    one.difference(other).map(|id| id[..8].to_owned()).collect::<Vec<_>>()
                };
                let (cop, git) = (only(&ours, &life.commits), only(&life.commits, &ours));
                tally.ours.push(format!("{name}: {path}: only cop has {cop:?}, only git {git:?}"));
            }
            continue;
        }
        tally.ours.extend(faults.into_iter().map(|fault| format!("{name}: {path}: {fault}")));
        let shares = place.json(&["contributors", path, "--json", "--emails"]);
        tally.ours.extend(people(&shares, &told, &life.commits).into_iter().map(|fault| format!("{name}: {path}: {fault}")));
    }
    let all = place.json(&["contributors", "--json", "--emails"]);
    tally.people = list(&all, "contributors").len();
    let touches = |id: &&String| {
        let commit = &told.commits[*id];
        commit.parents.len() < 2 && commit.paths.iter().any(|path| is_page(path))
    };
    let commits = told.commits.keys().filter(touches).cloned().collect();
    tally.ours.extend(people(&all, &told, &commits).into_iter().map(|fault| format!("{name}: {fault}")));
    tally
}

/// The commits that cop gives a page, merges left out, and what else is odd about its life.
fn events(place: &Place, path: &str, told: &Told, life: &Life) -> (BTreeSet<String>, Vec<String>) {
    let (answer, mut faults) = (place.json(&["history", path, "--json"]), Vec::new());
    let mut ids = BTreeSet::new();
    for event in list(&answer, "events") {
        let id = text(&event["commit"]);
        let Some(commit) = told.commits.get(id) else {
            faults.push(format!("git does not know {id}"));
            continue;
        };
        if event["date"] != Value::Null && event["date"] != commit.day.as_str() {
            faults.push(format!("{id} is of {} and not of {}", commit.day, event["date"]));
        }
        let is_made = life.made.contains(id);
        if event["action"] == "created" && !is_made && commit.parents.len() < 2 {
            faults.push(format!("it was not made in {id}"));
        }
        if commit.parents.len() < 2 && event["action"] != "present" {
            ids.insert(id.to_owned());
        }
    }
    (ids, faults)
}

/// What is wrong with how often people committed: of each, by the addresses that cop says are theirs.
fn people(answer: &Value, told: &Told, commits: &BTreeSet<String>) -> Vec<String> {
    let mut expected: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for id in commits {
        for who in &told.commits[id].writers {
            expected.entry(who).or_default().insert(id);
        }
    }
    let mut faults = Vec::new();
    for one in list(answer, "contributors") {
        let mut keys: Vec<String> = list(one, "emails").iter().map(|email| text(email).to_owned()).collect();
        if keys.is_empty() {
            keys.push(format!("={}", text(&one["name"]).to_lowercase()));
        }
        let theirs: BTreeSet<&str> = keys.iter().filter_map(|key| expected.remove(key.as_str())).flatten().collect();
        let days = || theirs.iter().map(|id| told.commits[*id].day.as_str());
        if one["commits"] != theirs.len() {
            faults.push(format!("{keys:?} has {} commits and not {}", theirs.len(), one["commits"]));
        } else if text(&one["first"]) != days().min().unwrap_or_default() || text(&one["last"]) != days().max().unwrap_or_default() {
            faults.push(format!("{keys:?}: first {} and last {}", one["first"], one["last"]));
        }
    }
    faults.extend(expected.into_iter().map(|(who, commits)| format!("{who} is missing, with {} commits", commits.len())));
    faults
}
