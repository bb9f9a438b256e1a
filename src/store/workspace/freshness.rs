//! What has changed since the last look, found without reading anything.
//!
//! Every known file and folder is looked at on all cores; a folder that is as it was is not listed again, and what is ignored is
//! judged again only where something new stands. If one of the files that say what is ignored changed, everything is walked.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::path::folder as folder_of;

use super::rules::{FILE as RULE_FILE, LARGEST, LARGEST_TOTAL, Outside, RuleFile, RulePlaces, Rules, look as look_at_rules};
use super::stat::{Base, Stat, What};
use super::table::{Digest, Rows, Table};
use super::walk::{Folder, Listing, OddFile, Pending, Seen, Tree, below, below_folder, list, walk};

/// What is different from a table. Numbers are rows of its files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are new.
    pub added: Vec<Seen>,
    /// Files that were written, or are others under the same name, and what they are now.
    pub changed: Vec<(usize, Stat)>,
    /// Files that look as they did, but so shortly after they were written that only reading them tells.
    pub young: Vec<usize>,
    /// Files that are gone.
    pub removed: Vec<usize>,
    /// What the next table holds beside files.
    rest: Option<Rest>,
}

/// What a table holds beside files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rest {
    taken: i64,
    folders: Vec<Folder>,
    outside: Vec<RuleFile>,
    rules: Vec<RuleFile>,
    ignore_case: bool,
    odd: Vec<(String, OddFile)>,
}

impl Changes {
    /// Whether the table still holds and nothing is to be read.
    pub fn is_none(&self) -> bool {
        self.rest.is_none()
    }

    /// The table that holds now; `digest` gives that of a file that was read, and is asked for every file that is added, changed or young.
    pub fn table(self, old: Table, mut digest: impl FnMut(&str) -> Option<Digest>) -> Table {
        let Some(rest) = self.rest else { return old };
        let mut table = Table {
            taken: rest.taken,
            outside: rest.outside,
            rules: rest.rules,
            ignore_case: rest.ignore_case,
            odd: rest.odd,
            ..Table::default()
        };
        rest.folders.iter().for_each(|folder| table.folders.push(&folder.path, folder.stat));
        let changed: HashMap<usize, Stat> = self.changed.into_iter().collect();
        let mut gone = vec![false; old.files.len()];
        self.removed.iter().for_each(|row| gone[*row] = true);
        let mut added = self.added.into_iter().peekable();
        let mut push = |path: &str, stat: Stat, known: Option<Digest>| {
            table.files.push(path, stat);
            table.digests.push(digest(path).or(known).unwrap_or_default());
        };
        for (row, gone) in gone.into_iter().enumerate() {
            let path = old.files.path(row);
            while let Some(file) = added.next_if(|file| file.path.as_str() < path) {
                push(&file.path, file.stat, None);
            }
            if !gone {
                let stat = changed.get(&row).copied();
                let known = old.digests.get(row).copied().filter(|_| stat.is_none());
                push(path, stat.unwrap_or_else(|| old.files.stat(row)), known);
            }
        }
        added.for_each(|file| push(&file.path, file.stat, None));
        table
    }
}

/// Looks at a community's root again. `claims` says whether a kind claims a path; other files don't count.
///
/// `now`, in nanoseconds since 1970, is a moment before the call. A table of nothing makes everything new.
pub fn refresh(root: &Path, places: &RulePlaces, table: &Table, now: i64, claims: &(dyn Fn(&str) -> bool + Sync)) -> Changes {
    let rules_hold = table.ignore_case == places.ignore_case && outer_rules_hold(root, places, table) && inner_rules_hold(root, table);
    let rule_files = || table.outside.iter().chain(&table.rules);
    let young_rules = rule_files().filter_map(|file| file.stat).any(|stat| stat.is_young(table.taken));
    // Where not all rules are read, which are depends on all of them.
    if table.folders.is_empty() || !rules_hold || young_rules || total(rule_files()) > LARGEST_TOTAL {
        return compare(table, walk(root, places), places, now, claims);
    }
    let (folders, files) = differing(root, table);
    let young = |rows: &Rows| -> Vec<usize> { (0..rows.len()).filter(|row| rows.stat(*row).is_young(table.taken)).collect() };
    let (young_folders, young_files) = (young(&table.folders), young(&table.files));
    if folders.is_empty() && files.is_empty() && young_folders.is_empty() && young_files.is_empty() {
        return Changes::default();
    }
    let mut again = Again::new(root, places, table);
    for row in young_folders {
        again.folders.entry(row).or_insert(Some(table.folders.stat(row)));
    }
    again.folders.extend(folders);
    match again.list() {
        Some(found) => found.changes(table, files, young_files, places, now, claims),
        None => compare(table, walk(root, places), places, now, claims),
    }
}

/// How many bytes of rules there are in files of a size that is read.
fn total<'f>(files: impl Iterator<Item = &'f RuleFile>) -> u64 {
    files.filter_map(|file| file.stat).map(|stat| stat.size).filter(|size| *size <= LARGEST).sum()
}

/// Whether the rules outside the root are as they were.
fn outer_rules_hold(root: &Path, places: &RulePlaces, table: &Table) -> bool {
    places.look(root).into_iter().eq(table.outside.iter().map(|file| (file.path.clone(), file.stat)))
}

/// Whether the rules below the root are as they were.
fn inner_rules_hold(root: &Path, table: &Table) -> bool {
    table.rules.par_iter().with_min_len(AT_ONCE).all(|file| look_at_rules(&root.join(&file.path)) == file.stat)
}

/// So many looks that handing them out costs nothing beside them.
const AT_ONCE: usize = 64;

/// Rows that are no longer what they were, with what they are; `None` for what is gone or something else.
type Differing = Vec<(usize, Option<Stat>)>;

/// The folders and the files that differ, looked at together so that all cores have work to the end.
fn differing(root: &Path, table: &Table) -> (Differing, Differing) {
    let base = &Base::new(root);
    let parts = |rows: &Rows| (0..rows.len()).step_by(AT_ONCE).map(|start| start..start + AT_ONCE).collect::<Vec<_>>();
    let folders = parts(&table.folders).into_par_iter().map(|part| look(base, &table.folders, part, What::Folder));
    let files = parts(&table.files).into_par_iter().map(|part| look(base, &table.files, part, What::File));
    let mut found: Vec<Differing> = folders.chain(files).collect();
    let files = found.split_off(table.folders.len().div_ceil(AT_ONCE));
    (found.concat(), files.concat())
}

/// Those of some rows that differ.
fn look(base: &Base<'_>, rows: &Rows, part: Range<usize>, what: What) -> Differing {
    let seen = (part.start..part.end.min(rows.len())).map(|row| (row, base.look(rows.path(row), what)));
    seen.filter(|(row, now)| *now != Some(rows.stat(*row))).collect()
}

/// Compares a walk with a table.
fn compare(table: &Table, tree: Tree, places: &RulePlaces, now: i64, claims: &(dyn Fn(&str) -> bool + Sync)) -> Changes {
    let Tree { files, folders, odd, rules, outside } = tree;
    let mut changes =
        Changes { rest: Some(Rest { taken: now, folders, outside, rules, ignore_case: places.ignore_case, odd }), ..Changes::default() };
    let mut row = 0;
    let mut new = Vec::new();
    for file in files {
        while row < table.files.len() && table.files.path(row) < file.path.as_str() {
            changes.removed.push(row);
            row += 1;
        }
        if row < table.files.len() && table.files.path(row) == file.path {
            if table.files.stat(row) != file.stat {
                changes.changed.push((row, file.stat));
            } else if file.stat.is_young(table.taken) {
                changes.young.push(row);
            }
            row += 1;
        } else {
            new.push(file);
        }
    }
    changes.removed.extend(row..table.files.len());
    changes.added = new.into_par_iter().filter(|file| claims(&file.path)).collect();
    changes
}

/// The folders that are listed again.
struct Again<'a> {
    root: &'a Path,
    places: &'a RulePlaces,
    table: &'a Table,
    /// Rows of folders, and what they are now; `None` for those that are gone.
    folders: HashMap<usize, Option<Stat>>,
}

/// What listing them gave.
#[derive(Default)]
struct Listed {
    /// The folders that were listed and are there, by path.
    listings: HashMap<String, Listing>,
    /// Folders of which nothing is left that was known, with their slashes.
    gone: Vec<String>,
    /// Everything in folders that are new.
    new: Tree,
}

impl<'a> Again<'a> {
    fn new(root: &'a Path, places: &'a RulePlaces, table: &'a Table) -> Self {
        Self { root, places, table, folders: HashMap::new() }
    }

    /// Lists them; `None` if what is ignored has changed.
    fn list(&self) -> Option<Listed> {
        let outside = Outside::read(self.root, self.places);
        let mut chains: HashMap<String, Option<Arc<Rules>>> = HashMap::new();
        let mut listed = Listed::default();
        let mut pending = Vec::new();
        let gone = self.folders.iter().filter(|(_, stat)| stat.is_none());
        listed.gone.extend(gone.map(|(row, _)| below_folder(self.table.folders.path(*row), "")));
        for (row, stat) in &self.folders {
            let path = self.table.folders.path(*row);
            // What seems to stand below a folder that is gone stands behind a link that took its place.
            if let Some(stat) = stat.filter(|_| !listed.is_gone(path)) {
                let rules = self.above(path, &outside, &mut chains);
                pending.push(Pending { path: path.to_owned(), stat, rules, names: false });
            }
        }
        let listings: Vec<Listing> = pending.into_par_iter().map(|folder| list(self.root, &outside, folder)).collect();
        let mut new = Vec::new();
        for listing in listings {
            let path = &listing.folder.path;
            let rule_file = below_folder(path, RULE_FILE);
            if listing.rules.as_ref() != self.table.rules.iter().find(|file| file.path == rule_file) {
                return None;
            }
            let entered = !listing.odd.iter().any(|(odd, _)| odd == path);
            let inside = below_folder(path, "");
            for row in self.table.folders.with_prefix(&inside) {
                let child = self.table.folders.path(row);
                let direct = child.len() > inside.len() && !child[inside.len()..].contains('/');
                if direct && !listing.folders.iter().any(|folder| folder.path == child) {
                    listed.gone.push(below_folder(child, ""));
                }
            }
            if !entered {
                listed.gone.push(inside);
            }
            let known = |folder: &&Pending| match self.table.folders.find(&folder.path) {
                Ok(row) => self.folders.get(&row).is_none_or(Option::is_some),
                Err(_) => false,
            };
            new.extend(listing.folders.iter().filter(|folder| !known(folder)).cloned());
            listed.listings.insert(path.clone(), listing);
        }
        listed.new = below(self.root, &outside, new);
        let rules = self.table.outside.iter().chain(&self.table.rules).chain(&listed.new.rules);
        (!outside.is_spent() && total(rules) <= LARGEST_TOTAL).then_some(listed)
    }

    /// The rules that hold in the folder above another.
    fn above(&self, path: &str, outside: &Outside, chains: &mut HashMap<String, Option<Arc<Rules>>>) -> Option<Arc<Rules>> {
        let mut rules = outside.rules.clone();
        if path.is_empty() {
            return rules;
        }
        // Every folder on the way down from the root, less the last.
        for end in std::iter::once(0).chain(path.match_indices('/').map(|(at, _)| at)) {
            let folder = &path[..end];
            if let Some(known) = chains.get(folder) {
                rules.clone_from(known);
                continue;
            }
            let file = below_folder(folder, RULE_FILE);
            if self.table.rules.iter().any(|known| known.path == file) {
                rules = outside.below(&self.root.join(&file), folder, rules).rules;
            }
            chains.insert(folder.to_owned(), rules.clone());
        }
        rules
    }
}

impl Listed {
    /// Whether a path lies below a folder of which nothing is left.
    fn is_gone(&self, path: &str) -> bool {
        self.gone.iter().any(|folder| path.starts_with(folder.as_str()))
    }

    /// What that means for a table: `looks` are its files that differ, `young` those that have to be read to know.
    fn changes(
        self,
        table: &Table,
        looks: Differing,
        young: Vec<usize>,
        places: &RulePlaces,
        now: i64,
        claims: &(dyn Fn(&str) -> bool + Sync),
    ) -> Changes {
        let (added, state) = self.files(table, looks, claims);
        let mut changes = Changes { added, rest: Some(self.rest(table, places, now)), ..Changes::default() };
        changes.young = young.into_iter().filter(|row| !state.contains_key(row)).collect();
        for (row, stat) in state {
            match stat {
                Some(stat) => changes.changed.push((row, stat)),
                None => changes.removed.push(row),
            }
        }
        changes.changed.sort_unstable_by_key(|(row, _)| *row);
        changes.removed.sort_unstable();
        changes
    }

    /// The files that are new, by path, and the rows of those that differ with what they are; `None` for what is gone.
    fn files(&self, table: &Table, looks: Differing, claims: &(dyn Fn(&str) -> bool + Sync)) -> (Vec<Seen>, HashMap<usize, Option<Stat>>) {
        let mut state: HashMap<usize, Option<Stat>> = looks.into_iter().collect();
        for folder in &self.gone {
            state.extend(table.files.with_prefix(folder).map(|row| (row, None)));
        }
        let mut found: Vec<&Seen> = Vec::new();
        for (folder, listing) in &self.listings {
            let inside = below_folder(folder, "");
            let there: HashSet<&str> = listing.files.iter().map(|file| file.path.as_str()).collect();
            for row in table.files.with_prefix(&inside) {
                let path = table.files.path(row);
                if !path[inside.len()..].contains('/') && !there.contains(path) {
                    state.insert(row, None);
                }
            }
            found.extend(listing.files.iter().filter(|file| table.files.find(&file.path).is_err()));
        }
        found.extend(&self.new.files);
        let mut added = Vec::new();
        for file in found {
            match table.files.find(&file.path) {
                // What was known below a folder that is another now.
                Ok(row) if table.files.stat(row) == file.stat => drop(state.remove(&row)),
                Ok(row) => drop(state.insert(row, Some(file.stat))),
                Err(_) if claims(&file.path) => added.push(file.clone()),
                Err(_) => {}
            }
        }
        added.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        (added, state)
    }

    /// What the next table holds beside files.
    fn rest(&self, table: &Table, places: &RulePlaces, now: i64) -> Rest {
        let listed = |path: &str| self.listings.contains_key(path);
        let is_there = |path: &str| !self.is_gone(path) && !self.is_gone(&below_folder(path, ""));
        let kept = table.folders.iter().filter(|(path, _)| is_there(path) && !listed(path));
        let mut folders: Vec<Folder> = kept.map(|(path, stat)| Folder { path: path.to_owned(), stat }).collect();
        folders.extend(self.listings.values().map(|listing| listing.folder.clone()));
        folders.extend(self.new.folders.iter().cloned());
        folders.sort_unstable_by(|a, b| a.path.cmp(&b.path));

        // What is odd about a folder as a whole is said of it, not of where it stands.
        let of_folder = |path: &str| table.folders.find(path).is_ok();
        let said_again = |path: &str| if of_folder(path) { listed(path) } else { listed(folder_of(path)) };
        let mut odd: Vec<_> = table.odd.iter().filter(|(path, _)| is_there(path) && !said_again(path)).cloned().collect();
        odd.extend(self.listings.values().flat_map(|listing| listing.odd.iter().cloned()));
        odd.extend(self.new.odd.iter().cloned());
        odd.sort_by(|a, b| a.0.cmp(&b.0));

        let mut rules: Vec<_> = table.rules.iter().filter(|file| !self.is_gone(&file.path)).cloned().collect();
        rules.extend(self.new.rules.iter().cloned());
        rules.sort_by(|a, b| a.path.cmp(&b.path));
        Rest { taken: now, folders, outside: table.outside.clone(), rules, ignore_case: places.ignore_case, odd }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::Duration;

    use proptest::prelude::*;

    use super::{Changes, LARGEST, RulePlaces, Table, refresh};
    use crate::base::clock::Now;

    /// So far ahead that nothing counts as young.
    const LATER: i64 = 1 << 62;

    fn is_page(path: &str) -> bool {
        path.strip_suffix("md").is_some_and(|rest| rest.ends_with('.'))
    }

    fn look(root: &Path, table: &Table, now: i64) -> Changes {
        refresh(root, &RulePlaces::default(), table, now, &is_page)
    }

    fn whole(root: &Path) -> Table {
        look(root, &Table::default(), LATER).table(Table::default(), |_| None)
    }

    /// Kernels count in ticks: two changes in one have the same time.
    fn tick() {
        std::thread::sleep(Duration::from_millis(12));
    }

    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    #[test]
    fn every_change_is_seen() {
        let root = tempfile::tempdir().expect("a folder");
        let root = root.path();
        for path in ["a.md", "b.md", "c/d.md", "c/e/f.md", "c/x.txt", "g/h.md"] {
            write(root, path, "one");
        }
        let mut table = whole(root);
        let mut expect = |added: &[&str], changed: &[&str], removed: &[&str]| {
            let changes = look(root, &table, LATER);
            let paths = |rows: Vec<usize>| rows.into_iter().map(|row| table.files.path(row).to_owned()).collect::<Vec<_>>();
            assert_eq!(changes.added.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(), added);
            assert_eq!(paths(changes.changed.iter().map(|(row, _)| *row).collect()), changed);
            assert_eq!(paths(changes.removed.clone()), removed);
            table = changes.table(table.clone(), |_| None);
            assert_eq!(table, Table { taken: table.taken, ..whole(root) });
            assert!(look(root, &table, LATER).is_none(), "looking again finds nothing");
            tick();
        };
        tick();
        expect(&[], &[], &[]);
        write(root, "a.md", "two");
        expect(&[], &["a.md"], &[]);
        fs::remove_file(root.join("b.md")).expect("removed");
        write(root, "c/n.md", "one");
        write(root, "c/n.txt", "one");
        expect(&["c/n.md"], &[], &["b.md"]);
        fs::rename(root.join("c"), root.join("z")).expect("renamed");
        expect(&["z/d.md", "z/e/f.md", "z/n.md"], &[], &["c/d.md", "c/e/f.md", "c/n.md"]);
        write(root, "z/.gitignore", "e/\n");
        expect(&[], &[], &["z/e/f.md"]);
        write(root, "z/.gitignore", "n.md\n");
        expect(&["z/e/f.md"], &[], &["z/n.md"]);
        fs::remove_file(root.join("z/.gitignore")).expect("removed");
        expect(&["z/n.md"], &[], &[]);
        fs::create_dir(root.join("g/.git")).expect("made");
        expect(&[], &[], &["g/h.md"]);
        write(root, "n.md", "a neighbour of what is not entered");
        expect(&["n.md"], &[], &[]);
        fs::remove_dir(root.join("g/.git")).expect("removed");
        expect(&["g/h.md"], &[], &[]);
    }

    #[test]
    fn a_changed_file_with_its_old_size_and_time_is_seen() {
        let root = tempfile::tempdir().expect("a folder");
        let path = root.path().join("a.md");
        fs::write(&path, "one").expect("written");
        let table = whole(root.path());
        let time = fs::metadata(&path).expect("there").modified().expect("known");
        tick();
        fs::write(&path, "two").expect("written");
        fs::File::options().write(true).open(&path).expect("open").set_modified(time).expect("set");
        assert_eq!(look(root.path(), &table, LATER).changed.len(), 1);
    }

    #[test]
    fn what_is_as_young_as_the_table_is_read_again() {
        let root = tempfile::tempdir().expect("a folder");
        write(root.path(), "a.md", "one");
        let now = Now::from_system().seconds() * 1_000_000_000;
        let table = look(root.path(), &Table::default(), now).table(Table::default(), |_| Some([1; 16]));
        let changes = look(root.path(), &table, now);
        assert_eq!((changes.young.as_slice(), changes.changed.len(), changes.added.len()), (&[0][..], 0, 0));
        let next = changes.table(table, |_| None);
        assert_eq!(next.digests, [[1; 16]]);
        let next = Table { taken: LATER, ..next };
        assert!(look(root.path(), &next, LATER).is_none());
    }

    #[test]
    fn where_not_all_rules_are_read_looking_again_is_as_good_as_walking() {
        let root = tempfile::tempdir().expect("a folder");
        let root = root.path();
        let large = "*.secret\n".repeat(LARGEST as usize / 9);
        for folder in ["a", "b", "c", "d"] {
            write(root, &format!("{folder}/x.md"), "one");
            write(root, &format!("{folder}/.gitignore"), &large);
        }
        let mut table = whole(root);
        assert_eq!(table.files.len(), 4);
        for step in 0..3 {
            tick();
            match step {
                0 => write(root, "aa/.gitignore", &large),
                1 => write(root, "aa/x.md", "one"),
                _ => fs::remove_file(root.join("b/.gitignore")).expect("removed"),
            }
            table = look(root, &table, LATER).table(table.clone(), |_| None);
            assert_eq!(table, Table { taken: table.taken, ..whole(root) });
            assert_eq!(table.files.len(), [3, 4, 5][step]);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_became_a_link_is_not_followed() {
        let root = tempfile::tempdir().expect("a folder");
        write(root.path(), "a/b/c.md", "one");
        write(root.path(), "elsewhere/b/c.md", "one");
        let table = whole(root.path());
        tick();
        fs::rename(root.path().join("a"), root.path().join("old")).expect("renamed");
        std::os::unix::fs::symlink("elsewhere", root.path().join("a")).expect("linked");
        write(root.path(), "elsewhere/b/d.md", "new");
        let next = look(root.path(), &table, LATER).table(table, |_| None);
        let paths: Vec<_> = next.files.iter().map(|(path, _)| path.to_owned()).collect();
        assert_eq!(paths, ["elsewhere/b/c.md", "elsewhere/b/d.md", "old/b/c.md"]);
        assert_eq!(next, Table { taken: next.taken, ..whole(root.path()) });
    }

    #[derive(Clone, Debug)]
    enum Step {
        Write(String, u8),
        Remove(String),
        Rename(String, String),
        Link(String),
        Ignore(String, String),
    }

    fn step() -> impl Strategy<Value = Step> {
        let path = || "[ab](/[ab]){0,2}(\\.md)?";
        let folder = || "[ab](/[ab])?";
        prop_oneof![
            4 => (path(), any::<u8>()).prop_map(|(path, byte)| Step::Write(path, byte)),
            2 => path().prop_map(Step::Remove),
            2 => (folder(), folder()).prop_map(|(from, to)| Step::Rename(from, to)),
            1 => folder().prop_map(Step::Link),
            1 => (folder(), "(!?[ab](/|\\.md)?\n){0,2}").prop_map(|(folder, rules)| Step::Ignore(folder, rules)),
        ]
    }

    fn take(root: &Path, step: &Step) {
        // Most steps can fail, as where a folder stands in a file's way; then nothing changes, which is as good.
        let _ = match step {
            Step::Write(path, byte) => {
                let path = root.join(path);
                fs::create_dir_all(path.parent().expect("a folder")).and_then(|()| fs::write(path, [*byte]))
            }
            Step::Remove(path) => fs::remove_file(root.join(path)).or_else(|_| fs::remove_dir_all(root.join(path))),
            Step::Rename(from, to) => fs::rename(root.join(from), root.join(to)),
            #[cfg(unix)]
            Step::Link(path) => std::os::unix::fs::symlink("a", root.join(path)),
            #[cfg(not(unix))]
            Step::Link(_) => Ok(()),
            Step::Ignore(folder, rules) => fs::write(root.join(folder).join(".gitignore"), rules),
        };
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
        #[test]
        fn looking_again_is_as_good_as_walking(rounds in proptest::collection::vec(proptest::collection::vec(step(), 1..4), 1..8)) {
            let root = tempfile::tempdir().expect("a folder");
            let mut table = whole(root.path());
            for steps in rounds {
                tick();
                for step in &steps {
                    take(root.path(), step);
                }
                let changes = look(root.path(), &table, LATER);
                table = changes.table(table, |_| None);
                let expected = whole(root.path());
                prop_assert_eq!(&Table { taken: expected.taken, ..table.clone() }, &expected);
            }
        }
    }
}
