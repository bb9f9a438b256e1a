//! History against what is known because it was made so: repositories made by chance, with branches, merges, clocks that lie, pages
//! that are moved, deleted, brought back and copied, of which the maker knows which page each change was of.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write;

use super::testing::{Scratch, life_in, load};

/// How many repositories are made, and of how many commits.
const SEEDS: u64 = 20;
const COMMITS: usize = 60;
/// How many lines a page has.
const LINES: usize = 24;

/// Numbers by chance, the same for a seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }

    fn of<T: Clone>(&mut self, list: &[T]) -> Option<T> {
        list.get(self.below(list.len())).cloned()
    }
}

/// What the pages are after a commit.
#[derive(Clone, Default, PartialEq, Eq)]
struct Version {
    /// The page at each path, and its lines by number.
    pages: BTreeMap<String, (usize, Vec<u32>)>,
    /// What was deleted, by the path that it had.
    gone: BTreeMap<String, (usize, Vec<u32>)>,
    /// Paths that a page left, which another may take.
    free: BTreeSet<String>,
}

impl Version {
    fn path_of(&self, page: usize) -> Option<(&String, &Vec<u32>)> {
        self.pages.iter().find(|(_, (own, _))| *own == page).map(|(path, (_, lines))| (path, lines))
    }
}

struct Maker {
    chance: Chance,
    versions: Vec<Version>,
    parents: Vec<Vec<usize>>,
    /// Which pages each commit touched; of a merge none.
    touched: Vec<BTreeSet<usize>>,
    branches: Vec<usize>,
    stream: String,
    pages: usize,
    lines: u32,
    paths: usize,
}

impl Maker {
    fn new(seed: u64) -> Self {
        let chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let (versions, parents, touched, branches) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { chance, versions, parents, touched, branches, stream: String::new(), pages: 0, lines: 0, paths: 0 }
    }

    fn make(mut self) -> Self {
        let mut first = Version::default();
        let mut touched = BTreeSet::new();
        for _ in 0..6 {
            touched.insert(self.add(&mut first));
        }
        self.commit(first, Vec::new(), touched);
        self.branches.push(0);
        while self.versions.len() < COMMITS {
            let at = self.chance.below(self.branches.len());
            match self.chance.below(10) {
                0 if self.branches.len() < 4 => self.branches.push(self.branches[at]),
                1 | 2 => self.merge(at),
                _ => self.work(at),
            }
        }
        // All that is left over comes together, so that every change counts.
        for _ in 1..self.branches.len() {
            self.join(0, self.branches.len() - 1);
            self.branches.pop();
        }
        self.work(0);
        self
    }

    fn commit(&mut self, version: Version, parents: Vec<usize>, touched: BTreeSet<usize>) -> usize {
        let at = self.versions.len();
        // Clocks lie: by up to an hour, where commits are a minute apart.
        let time = 1_700_000_000 + at * 60 + self.chance.below(3600);
        let out = &mut self.stream;
        let _ = writeln!(out, "commit refs/heads/main\nmark :{}\ncommitter A <a@b> {time} +0000\ndata <<E\nc{at}\nE", at + 1);
        for (number, parent) in parents.iter().enumerate() {
            let _ = writeln!(out, "{} :{}", if number == 0 { "from" } else { "merge" }, parent + 1);
        }
        let _ = writeln!(out, "deleteall");
        for (path, (_, lines)) in &version.pages {
            let _ = writeln!(out, "M 100644 inline {path}\ndata <<E");
            for line in lines {
                let _ = writeln!(out, "line {line} of some page or other");
            }
            let _ = writeln!(out, "E");
        }
        self.versions.push(version);
        self.parents.push(parents);
        self.touched.push(touched);
        at
    }

    fn path(&mut self) -> String {
        self.paths += 1;
        format!("f{}/p{}.md", self.chance.below(3), self.paths)
    }

    fn add(&mut self, version: &mut Version) -> usize {
        // A path that another page has left, or a new one.
        let free = version.free.pop_first();
        let path = match free.filter(|path| !version.pages.contains_key(path) && !version.gone.contains_key(path)) {
            Some(path) if self.chance.below(2) == 0 => path,
            _ => self.path(),
        };
        let lines = (0..LINES).map(|_| self.line()).collect();
        version.pages.insert(path, (self.pages, lines));
        self.pages += 1;
        self.pages - 1
    }

    fn line(&mut self) -> u32 {
        self.lines += 1;
        self.lines
    }

    /// Changes some lines of a page; few enough that everyone still takes it for the same.
    fn edit(&mut self, version: &mut Version, path: &str) {
        for _ in 0..=self.chance.below(3) {
            let (at, line) = (self.chance.below(LINES), self.line());
            if let Some((_, lines)) = version.pages.get_mut(path) {
                lines[at] = line;
            }
        }
    }

    /// A commit of one thing that is done with paths, and some edits.
    fn work(&mut self, branch: usize) {
        let parent = self.branches[branch];
        let mut version = self.versions[parent].clone();
        let mut touched = BTreeSet::new();
        let paths: Vec<String> = version.pages.keys().cloned().collect();
        let Some(path) = self.chance.of(&paths) else { return };
        let page = version.pages[&path].0;
        match self.chance.below(12) {
            0 => drop(touched.insert(self.add(&mut version))),
            1..=3 => {
                let (to, edited) = (self.path(), self.chance.below(2) == 0);
                if let Some(content) = version.pages.remove(&path) {
                    version.pages.insert(to.clone(), content);
                    version.gone.remove(&path);
                    version.free.insert(path);
                }
                if edited {
                    self.edit(&mut version, &to);
                }
                touched.insert(page);
            }
            4 if paths.len() > 3 => {
                version.gone.extend(version.pages.remove(&path).map(|content| (path, content)));
                touched.insert(page);
            }
            5 => {
                let gone: Vec<_> = version.gone.keys().cloned().collect();
                if let Some(back) = self.chance.of(&gone)
                    && let Some(content) = version.gone.remove(&back)
                {
                    touched.insert(content.0);
                    version.pages.insert(back.clone(), content);
                    if self.chance.below(2) == 0 {
                        self.edit(&mut version, &back);
                    }
                }
            }
            6 => {
                // A copy is a page of its own.
                let (lines, to) = (version.pages[&path].1.clone(), self.path());
                version.pages.insert(to, (self.pages, lines));
                touched.insert(self.pages);
                self.pages += 1;
            }
            7 => touched.extend(self.move_folder(&mut version, &path)),
            _ => {}
        }
        let paths: Vec<String> = version.pages.keys().cloned().collect();
        for _ in 0..self.chance.below(3) {
            if let Some(path) = self.chance.of(&paths).filter(|path| !touched.contains(&version.pages[path].0)) {
                self.edit(&mut version, &path);
                touched.insert(version.pages[&path].0);
            }
        }
        self.branches[branch] = self.commit(version, vec![parent], touched);
    }

    /// Moves all pages of a folder to another, or to the same in capitals, with an edit in one of them.
    fn move_folder(&mut self, version: &mut Version, path: &str) -> BTreeSet<usize> {
        let Some((folder, _)) = path.split_once('/') else { return BTreeSet::new() };
        let to = match folder.to_uppercase() {
            upper if upper != folder && !version.pages.keys().any(|path| path.starts_with(&format!("{upper}/"))) => upper,
            _ => format!("g{}", self.versions.len()),
        };
        let prefix = format!("{folder}/");
        let moved: Vec<String> = version.pages.keys().filter(|path| path.starts_with(&prefix)).cloned().collect();
        let mut touched = BTreeSet::new();
        for path in &moved {
            if let Some(content) = version.pages.remove(path) {
                touched.insert(content.0);
                version.pages.insert(format!("{to}/{}", &path[prefix.len()..]), content);
                version.gone.remove(path);
            }
        }
        self.edit(version, &format!("{to}/{}", &path[prefix.len()..]));
        touched
    }

    fn merge(&mut self, into: usize) {
        let other = self.chance.below(self.branches.len());
        if other != into {
            self.join(into, other);
        }
    }

    fn ancestors(&self, of: usize) -> HashSet<usize> {
        let (mut found, mut next) = (HashSet::from([of]), vec![of]);
        while let Some(at) = next.pop() {
            next.extend(self.parents[at].iter().filter(|parent| found.insert(**parent)));
        }
        found
    }

    /// Merges one branch into another: what one side did is taken, and of what both did, the first's.
    fn join(&mut self, into: usize, other: usize) {
        let (into_tip, other_tip) = (self.branches[into], self.branches[other]);
        let (ours, theirs) = (self.ancestors(into_tip), self.ancestors(other_tip));
        if ours.contains(&other_tip) {
            return;
        }
        let base = ours.intersection(&theirs).max().copied().unwrap_or_default();
        let (base, mine, other) = (&self.versions[base], &self.versions[into_tip], &self.versions[other_tip]);
        let free = mine.free.union(&other.free).cloned().collect();
        let mut merged = Version { pages: BTreeMap::new(), gone: mine.gone.clone(), free };
        merged.gone.extend(other.gone.clone());
        let pages: BTreeSet<usize> = mine.pages.values().chain(other.pages.values()).map(|(page, _)| *page).collect();
        for page in pages {
            let was = base.path_of(page);
            let (path, lines) = match (mine.path_of(page), other.path_of(page)) {
                (Some(mine), Some(other)) => {
                    let path = if was.is_some_and(|was| was.0 == mine.0) { other.0 } else { mine.0 };
                    let pick = |at: usize| if was.is_some_and(|was| was.1.get(at) == mine.1.get(at)) { other.1[at] } else { mine.1[at] };
                    (path, (0..LINES).map(pick).collect())
                }
                // Who deleted it and who did not touch it agree.
                (Some(one), None) | (None, Some(one)) if was.is_none_or(|was| was != one) => (one.0, one.1.clone()),
                _ => continue,
            };
            if merged.pages.insert(path.clone(), (page, lines)).is_some() {
                // Two pages at one path: a person would have to say, so this is not merged.
                return;
            }
        }
        merged.gone.retain(|path, (page, _)| !merged.pages.contains_key(path) && !merged.pages.values().any(|(other, _)| other == page));
        self.branches[into] = self.commit(merged, vec![into_tip, other_tip], BTreeSet::new());
    }
}

#[test]
fn of_every_page_it_is_known_who_touched_it() {
    let mut wrong = Vec::new();
    let (mut looked_at, mut commits) = (0, 0);
    for seed in 1..=SEEDS {
        let made = Maker::new(seed).make();
        let scratch = Scratch::new();
        scratch.import(&made.stream);
        let (tip, total) = (made.branches[0], made.versions.len());
        // What is kept of an earlier time, perhaps of another branch, makes no difference.
        let tips = [(seed as usize * 7) % total, (seed as usize * 13) % total, tip];
        for (step, tip) in tips.into_iter().enumerate() {
            scratch.git(&format!("update-ref --no-deref HEAD {}", scratch.marked(tip + 1)));
            let history = load(&scratch.root()).history;
            let reached = made.ancestors(tip);
            commits += reached.len();
            for (path, (page, _)) in &made.versions[tip].pages {
                let truth: BTreeSet<String> =
                    reached.iter().filter(|at| made.touched[**at].contains(page)).map(|at| format!("c{at}")).collect();
                let told: BTreeSet<String> = life_in(&history, path);
                looked_at += 1;
                if told != truth {
                    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).cloned().collect::<Vec<_>>();
                    wrong.push(format!("seed {seed}.{step} {path}: wrongly {:?}, missing {:?}", only(&told, &truth), only(&truth, &told)));
                }
            }
        }
    }
    assert!(looked_at > 500 && commits > 1000, "{looked_at} pages of {commits} commits");
    assert!(wrong.is_empty(), "{} of {looked_at}:\n{}", wrong.len(), wrong.join("\n"));
}
