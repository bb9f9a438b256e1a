//! Which changes belong to one page, through renames, branches and merges.

use std::collections::{BinaryHeap, HashMap, HashSet};

use super::{Change, ChangeKind, Facts, ObjectId, wide};

const NONE: u32 = u32::MAX;
/// So many commits are visited at most to find out what is built on what.
const VISITS: usize = 1_000_000;
/// So many pages are told apart that were at one path.
const PAGES: usize = 100;

/// The life of every page: its changes in order.
///
/// Found in one pass from the oldest commit on. A change belongs to the page whose path and content it changes; because the content
/// is compared, a branch that goes on with a path that was renamed or reused elsewhere still finds the right one. What is added has no
/// content before it: at a path that several pages had, it is asked what happened there last among the commits that it builds on.
#[derive(Debug, Default)]
pub(super) struct Lives {
    /// The changes of all pages, page after page.
    changes: Vec<u32>,
    /// Where the changes of a page begin; one more than there are pages.
    starts: Vec<u32>,
    /// The page that was last at a path.
    at: HashMap<String, u32>,
}

impl Lives {
    /// Sorts out all changes.
    pub(super) fn of(facts: &Facts) -> Self {
        let mut pass = Pass {
            facts,
            paths: vec![Spot::default(); facts.paths.len()],
            pages: Vec::new(),
            touches: Vec::new(),
            budget: VISITS,
            next: 0,
        };
        pass.pages.reserve(facts.changes.len());
        pass.touches.reserve(facts.changes.len());
        facts.changes.iter().for_each(|change| pass.place(change));
        let tip = facts.commits.len() as u32;
        for path in 0..pass.paths.len() {
            // Which was last in the order of all branches need not be the one that is there now.
            let spot = pass.paths[path].clone();
            if spot.mixed
                && let Found::Page(page) = pass.there(&spot, tip)
            {
                pass.paths[path].page = page;
            }
        }
        let (pages, paths, count) = (pass.pages, pass.paths, pass.next as usize);

        let mut starts = vec![0_u32; count + 1];
        for &page in &pages {
            starts[page as usize + 1] += 1;
        }
        for page in 0..count {
            starts[page + 1] += starts[page];
        }
        let (mut changes, mut next) = (vec![0; pages.len()], starts.clone());
        for (change, &page) in (0..).zip(&pages) {
            let slot = &mut next[page as usize];
            changes[*slot as usize] = change;
            *slot += 1;
        }
        let seen = facts.paths.iter().zip(&paths).filter(|(_, spot)| spot.page != NONE);
        let at = seen.map(|(path, spot)| (path.text.clone(), spot.page)).collect();
        Self { changes, starts, at }
    }

    /// The changes of the page that is, or was last, at a path: their places in [`Facts::changes`], oldest first.
    pub(super) fn of_path(&self, path: &str) -> &[u32] {
        let Some(&page) = self.at.get(path) else { return &[] };
        let start = |page: u32| self.starts.get(page as usize).map_or(0, |&start| start as usize);
        self.changes.get(start(page)..start(page + 1)).unwrap_or_default()
    }
}

/// What is known of a path while the changes go by.
#[derive(Clone)]
struct Spot {
    /// The page that was last there.
    page: u32,
    /// What last happened there, in [`Pass::touches`].
    touch: u32,
    /// The page left for another path, so that what comes here next is another page.
    left: bool,
    /// Some page has come from elsewhere or left, or there were several: which one is meant depends on the branch.
    mixed: bool,
}

impl Default for Spot {
    fn default() -> Self {
        Self { page: NONE, touch: NONE, left: false, mixed: false }
    }
}

/// Something that happened at a path.
struct Touch {
    /// The change, which put something there, or took it away to another path.
    change: u32,
    left: bool,
    /// What happened there before, in any branch.
    before: u32,
}

struct Pass<'a> {
    facts: &'a Facts,
    paths: Vec<Spot>,
    /// The page of each change so far.
    pages: Vec<u32>,
    touches: Vec<Touch>,
    /// How many more commits may be visited to find out what is built on what.
    budget: usize,
    next: u32,
}

impl Pass<'_> {
    fn place(&mut self, change: &Change) {
        let this = self.pages.len() as u32;
        let Some(spot) = self.paths.get(change.path as usize).cloned() else {
            // Facts that point nowhere do not come from a walk; the change is a page of its own.
            let page = self.new_page();
            self.pages.push(page);
            return;
        };
        let source = change.from.unwrap_or(change.path);
        let page = match (change.kind, change.old) {
            (ChangeKind::Added | ChangeKind::Present, _) | (_, None) => self.brought(change, &spot).unwrap_or_else(|| self.new_page()),
            (_, Some(old)) => self.holder(source, old).unwrap_or_else(|| self.new_page()),
        };
        self.pages.push(page);
        if let Some(from) = change.from {
            let touch = self.touches.len() as u32;
            if let Some(from) = self.paths.get_mut(from as usize) {
                self.touches.push(Touch { change: this, left: true, before: from.touch });
                let left = from.left || from.page == page;
                *from = Spot { page: from.page, touch, left, mixed: true };
            }
        }
        let mixed = spot.mixed || change.from.is_some() || spot.page != NONE && spot.page != page;
        let touch = self.touches.len() as u32;
        self.touches.push(Touch { change: this, left: false, before: spot.touch });
        self.paths[change.path as usize] = Spot { page, touch, left: false, mixed };
    }

    /// What happened at a path, the latest first. A page that lives on many branches at once is rare, and so is a long search.
    fn touches(&self, spot: &Spot) -> impl Iterator<Item = &Touch> {
        let next = |touch: &&Touch| self.touches.get(touch.before as usize);
        std::iter::successors(self.touches.get(spot.touch as usize), next).take(10_000)
    }

    /// The page that had this content at this path, or else the last one there.
    fn holder(&self, path: u32, content: ObjectId) -> Option<u32> {
        let spot = self.paths.get(path as usize)?;
        let holds = |touch: &&Touch| {
            let change = self.facts.changes.get(touch.change as usize);
            !touch.left && change.is_some_and(|change| change.new == Some(content))
        };
        let held = self.touches(spot).find(holds).and_then(|touch| self.pages.get(touch.change as usize).copied());
        held.or((spot.page != NONE).then_some(spot.page))
    }

    /// The page that is brought back where something is added; `None` for a new one.
    fn brought(&mut self, change: &Change, spot: &Spot) -> Option<u32> {
        if !spot.mixed {
            return (spot.page != NONE).then_some(spot.page);
        }
        match self.there(spot, change.commit) {
            Found::Page(page) => return Some(page),
            Found::Left => return None,
            Found::Nothing => {}
        }
        // Branches that do not know of each other: what both add at one path is one page, what one moved there is another.
        let first = self.touches(spot).filter(|touch| self.pages.get(touch.change as usize) == Some(&spot.page)).last();
        let first = first.and_then(|touch| self.facts.changes.get(touch.change as usize));
        (!spot.left && first.is_some_and(|first| first.from.is_none())).then_some(spot.page)
    }

    /// What is, or was last deleted, at a path in what a commit builds on; nothing too where that takes too long to find out.
    fn there(&mut self, spot: &Spot, commit: u32) -> Found {
        self.all_there(spot, commit).map_or(Found::Nothing, |found| {
            let still = || found.iter().filter(|there| !there.left);
            match still().find(|there| !there.deleted).or_else(|| still().next()) {
                Some(there) => Found::Page(there.page),
                None if found.is_empty() => Found::Nothing,
                None => Found::Left,
            }
        })
    }

    /// All pages that were at a path in what a commit builds on, the latest first.
    fn all_there(&mut self, spot: &Spot, commit: u32) -> Option<Vec<There<'_>>> {
        let facts = self.facts;
        let mut below = Below::of(facts, commit);
        let mut found: Vec<There<'_>> = Vec::new();
        let mut at = spot.touch;
        while let Some(touch) = self.touches.get(at as usize) {
            let (change, page) = (facts.changes.get(touch.change as usize)?, *self.pages.get(touch.change as usize)?);
            at = touch.before;
            if !below.holds(change.commit, &mut self.budget)? {
                continue;
            }
            if let Some(there) = found.iter_mut().find(|there| there.page == page) {
                // It went on under the old path in one branch, or was deleted there, and goes by another path since another.
                there.left |= touch.left && !there.below.holds(change.commit, &mut self.budget)?;
            } else if found.len() < PAGES {
                let deleted = change.kind == ChangeKind::Deleted;
                found.push(There { page, left: touch.left, deleted, below: Below::of(facts, change.commit) });
            }
        }
        Some(found)
    }

    fn new_page(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }
}

/// What is at a path.
enum Found {
    /// Nothing that is known.
    Nothing,
    /// All that was there went elsewhere.
    Left,
    Page(u32),
}

/// A page that was at a path.
struct There<'a> {
    page: u32,
    /// It went elsewhere.
    left: bool,
    deleted: bool,
    /// What the last that happened to it there builds on.
    below: Below<'a>,
}

/// The commits that one builds on, found as far back as is asked for.
struct Below<'a> {
    facts: &'a Facts,
    all: bool,
    seen: HashSet<u32>,
    open: BinaryHeap<u32>,
}

impl<'a> Below<'a> {
    /// Of the place behind the last one: all commits, which is what the tip builds on.
    fn of(facts: &'a Facts, commit: u32) -> Self {
        Self { facts, all: commit as usize >= facts.commits.len(), seen: HashSet::new(), open: BinaryHeap::from([commit]) }
    }

    /// Whether a commit is one of them; asked from the newest to the oldest. `None` if it would take too long.
    fn holds(&mut self, wanted: u32, budget: &mut usize) -> Option<bool> {
        if self.all {
            return Some(true);
        }
        // Parents stand before their children: what has not been reached when all that stand after it were looked at is none of them.
        while let Some(commit) = self.open.peek().copied().filter(|commit| *commit > wanted) {
            *budget = budget.checked_sub(1)?;
            self.open.pop();
            let parents = self.facts.commits.get(commit as usize).map_or(0..0, |commit| wide(&commit.parents));
            for &parent in self.facts.parents.get(parents).unwrap_or_default() {
                if self.seen.insert(parent) {
                    self.open.push(parent);
                }
            }
        }
        Some(self.seen.contains(&wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, ChangeKind, Facts, Lives, ObjectId};
    use crate::model::history::PagePath;

    /// Changes as `kind path [from] old new`, contents named by a digit and `-` for none.
    fn lives(text: &str) -> Lives {
        let mut facts = Facts::default();
        for (commit, line) in (0..).zip(text.lines()) {
            let words: Vec<_> = line.split_whitespace().collect();
            let mut path = |name: &str| {
                let known = facts.paths.iter().position(|path| path.text == name);
                known.unwrap_or_else(|| {
                    facts.paths.push(PagePath::of(name.as_bytes()));
                    facts.paths.len() - 1
                }) as u32
            };
            let blob = |word: &str| (word != "-").then(|| ObjectId([word.as_bytes()[0]; 20]));
            let (from, at) = if words[0] == "R" { (Some(path(words[2])), path(words[1])) } else { (None, path(words[1])) };
            let kind = match words[0] {
                "A" => ChangeKind::Added,
                "M" => ChangeKind::Modified,
                "D" => ChangeKind::Deleted,
                _ => ChangeKind::Renamed,
            };
            let (old, new) = (blob(words[words.len() - 2]), blob(words[words.len() - 1]));
            facts.changes.push(Change { commit, path: at, from, kind, old, new });
        }
        Lives::of(&facts)
    }

    #[test]
    fn a_life_follows_the_page_and_not_the_path() {
        let cases: [(&str, &str, &str, &[u32]); 7] = [
            ("a plain life", "A x - 1\nM x 1 2\nA y - 3\nM x 2 4", "x", &[0, 1, 3]),
            ("renamed", "A x - 1\nR y x 1 2\nM y 2 3", "y", &[0, 1, 2]),
            ("deleted and brought back", "A x - 1\nD x 1 -\nA x - 2", "x", &[0, 1, 2]),
            ("another page at a path that became free", "A x - 1\nR y x 1 1\nA x - 1\nM x 1 2", "x", &[2, 3]),
            ("and the one that left", "A x - 1\nR y x 1 1\nA x - 1\nM x 1 2", "y", &[0, 1]),
            ("a branch that did not know of the rename", "A x - 1\nR y x 1 1\nM x 1 2\nM y 1 3", "y", &[0, 1, 2, 3]),
            ("a branch that did not know of a new page", "A x - 1\nR y x 1 1\nA x - 7\nM x 1 2\nM y 1 2", "y", &[0, 1, 3, 4]),
        ];
        for (name, text, path, expected) in cases {
            assert_eq!(lives(text).of_path(path), expected, "{name}");
        }
        assert!(lives("A x - 1").of_path("z").is_empty());
    }
}
