//! Which changes belong to one page, through renames, branches and merges.

use std::collections::HashMap;

use super::{Change, ChangeKind, Facts, ObjectId};

const NONE: u32 = u32::MAX;

/// The life of every page: its changes in order.
///
/// Found in one pass from the oldest commit on. A change belongs to the page whose path and content it changes; because the content
/// is compared, a branch that goes on with a path that was renamed or reused elsewhere still finds the right one.
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
            changes: &facts.changes,
            paths: vec![Spot::default(); facts.paths.len()],
            pages: Vec::new(),
            before: Vec::new(),
            next: 0,
        };
        pass.pages.reserve(facts.changes.len());
        pass.before.reserve(facts.changes.len());
        facts.changes.iter().for_each(|change| pass.place(change));
        let (pages, count) = (pass.pages, pass.next as usize);

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
        let seen = facts.paths.iter().zip(&pass.paths).filter(|(_, spot)| spot.page != NONE);
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
    /// The change that last put something there.
    change: u32,
    /// The page left for another path, so that what comes here next is another page.
    left: bool,
}

impl Default for Spot {
    fn default() -> Self {
        Self { page: NONE, change: NONE, left: false }
    }
}

struct Pass<'a> {
    changes: &'a [Change],
    paths: Vec<Spot>,
    /// The page of each change so far.
    pages: Vec<u32>,
    /// Of each change so far, the one before it that put something at the same path.
    before: Vec<u32>,
    next: u32,
}

impl Pass<'_> {
    fn place(&mut self, change: &Change) {
        let this = self.pages.len() as u32;
        let Some(spot) = self.paths.get(change.path as usize).cloned() else {
            // Facts that point nowhere do not come from a walk; the change is a page of its own.
            let page = self.new_page();
            self.pages.push(page);
            self.before.push(NONE);
            return;
        };
        let source = change.from.unwrap_or(change.path);
        let page = match (change.kind, change.old) {
            (ChangeKind::Added | ChangeKind::Present, _) | (_, None) if spot.page != NONE && !spot.left => spot.page,
            (ChangeKind::Added | ChangeKind::Present, _) | (_, None) => self.new_page(),
            (_, Some(old)) => self.holder(source, old).unwrap_or_else(|| self.new_page()),
        };
        self.pages.push(page);
        self.before.push(spot.change);
        if let Some(from) = change.from.and_then(|from| self.paths.get_mut(from as usize)) {
            from.left |= from.page == page;
        }
        self.paths[change.path as usize] = Spot { page, change: this, left: false };
    }

    /// The page that had this content at this path, or else the last one there.
    fn holder(&self, path: u32, content: ObjectId) -> Option<u32> {
        let spot = self.paths.get(path as usize)?;
        let mut at = spot.change;
        // A page that lives on many branches at once is rare, and so is a long search.
        for _ in 0..10_000 {
            let Some(change) = self.changes.get(at as usize) else { break };
            if change.new == Some(content) {
                return self.pages.get(at as usize).copied();
            }
            at = *self.before.get(at as usize)?;
        }
        (spot.page != NONE).then_some(spot.page)
    }

    fn new_page(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
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
