//! The way from one commit to the newest, commit by commit, each against the one before it.
//!
//! This is for proving things, so nothing that stands in for something else is believed: no cache, no `git replace`, no grafts, only the
//! objects themselves. Dates say nothing about order.

pub mod checkout;

use std::cell::{Cell, OnceCell, RefCell};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use git2::{ObjectType, Odb, Oid};

use super::commits::RawCommit;
use super::open::{NoHistory, Repo, id, oid};
use crate::model::history::{Identity, ObjectId};
use crate::model::settings::FILE;

/// Folders in folders beyond this are not entered: no file system could hold them.
const DEPTH: usize = 256;

/// Why there is no way.
#[derive(Clone, Debug)]
pub enum NoWay {
    /// What was named is no commit that this clone has.
    Unknown,
    /// More than one thing is called so, and they are not the same: whoever may push tags could choose. What it could be, in full.
    Ambiguous(Vec<String>),
    /// The clone ends before the base is reached.
    Cut,
    /// The newest commit does not come from the base.
    Apart {
        /// The base.
        base: ObjectId,
        /// The newest commit.
        head: ObjectId,
    },
    /// A commit, folder or file on the way is missing or damaged.
    Damaged(ObjectId),
    /// In the base this path of the settings is a link or another repository, so nothing says what the rules are.
    Linked(String),
    /// There is no history at all.
    None(NoHistory),
}

/// The way from a base to the newest commit.
pub struct Mainline<'r> {
    repo: &'r Repo,
    odb: Odb<'r>,
    prefix: String,
    base: ObjectId,
    steps: Vec<Step>,
    folders: RefCell<Folders>,
    /// The base and what it comes from, once that was asked.
    older: OnceCell<HashSet<ObjectId>>,
}

/// One commit on the way.
#[derive(Clone, Debug)]
pub struct Step {
    /// The commit.
    pub commit: ObjectId,
    /// The one before it on the way: its first parent, or the one through which the base is reached.
    pub before: ObjectId,
    /// Who it says made it.
    pub author: Identity,
    tree: ObjectId,
    tree_before: ObjectId,
}

/// A regular file that is another after a commit, or new, or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The path from the community's root.
    pub path: String,
    /// What it held before; `None` where it was not there, or was no regular file.
    pub old: Option<ObjectId>,
    /// What it holds now.
    pub new: Option<ObjectId>,
}

impl<'r> Mainline<'r> {
    /// The way from the commit that `base` names to `HEAD`, for the community at `prefix`, which ends in a slash or is empty.
    ///
    /// From a merge it goes on to the first parent. Only where that one does not come from the base, and another does, it goes there: who
    /// fetches and merges before pushing has the base on the other side.
    ///
    /// # Errors
    /// There is no such way.
    pub fn find(repo: &'r Repo, base: &str, prefix: &str) -> Result<Self, NoWay> {
        let head = repo.tip().map_err(NoWay::None)?.ok_or(NoWay::Unknown)?;
        let meant = meanings(repo.raw(), base);
        if meant.iter().any(|(_, id)| *id != meant[0].1) {
            return Err(NoWay::Ambiguous(meant.into_iter().map(|(name, _)| name).collect()));
        }
        let unknown = |_| if repo.raw().is_shallow() { NoWay::Cut } else { NoWay::Unknown };
        let base = repo.raw().revparse_single(base).and_then(|object| object.peel_to_commit()).map_err(unknown)?;
        let odb = repo.raw().odb().map_err(|_| NoWay::Damaged(head))?;
        let mut way = Self {
            repo,
            odb,
            prefix: prefix.to_owned(),
            base: id(base.id()),
            steps: Vec::new(),
            folders: RefCell::default(),
            older: OnceCell::new(),
        };
        way.steps = way.walk(head)?;
        Ok(way)
    }

    /// The commit that it begins behind.
    pub fn base(&self) -> ObjectId {
        self.base
    }

    /// The commits on it, the oldest first.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    fn walk(&self, head: ObjectId) -> Result<Vec<Step>, NoWay> {
        let first = |commit: &RawCommit| commit.parents.first().copied();
        let mut line = vec![head];
        // Nearly always the first parents lead there; only else all of history is looked through.
        while let Some(at) = line.last().copied().filter(|at| *at != self.base) {
            match self.commit(at).and_then(|commit| first(&commit)) {
                Some(parent) => line.push(parent),
                None => break,
            }
        }
        if line.last() != Some(&self.base) {
            line = self.around(head)?;
        }
        let mut steps = Vec::with_capacity(line.len());
        for pair in line.windows(2).rev() {
            let &[commit, before] = pair else { continue };
            let said = self.commit(commit).ok_or(NoWay::Damaged(commit))?;
            let tree_before = self.commit(before).ok_or(NoWay::Damaged(before))?.tree;
            steps.push(Step { commit, before, author: said.author, tree: said.tree, tree_before });
        }
        Ok(steps)
    }

    /// The way where first parents alone do not lead to the base, the newest first.
    fn around(&self, head: ObjectId) -> Result<Vec<ObjectId>, NoWay> {
        let mut parents: HashMap<ObjectId, Vec<ObjectId>> = HashMap::new();
        let mut children: HashMap<ObjectId, Vec<ObjectId>> = HashMap::new();
        let (mut open, mut cut) = (vec![head], false);
        while let Some(at) = open.pop() {
            if parents.contains_key(&at) {
                continue;
            }
            let found = if at == self.base { Some(Vec::new()) } else { self.commit(at).map(|commit| commit.parents) };
            cut |= found.is_none();
            let found = found.unwrap_or_default();
            for parent in &found {
                children.entry(*parent).or_default().push(at);
                open.push(*parent);
            }
            parents.insert(at, found);
        }
        if !parents.contains_key(&self.base) {
            return Err(if cut { NoWay::Cut } else { NoWay::Apart { base: self.base, head } });
        }
        let (mut leads, mut open) = (HashSet::new(), vec![self.base]);
        while let Some(at) = open.pop() {
            if leads.insert(at) {
                open.extend(children.get(&at).into_iter().flatten());
            }
        }
        let mut line = vec![head];
        while let Some(at) = line.last().copied().filter(|at| *at != self.base) {
            let next = parents.get(&at).into_iter().flatten().find(|parent| leads.contains(*parent));
            line.push(*next.ok_or(NoWay::Damaged(at))?);
        }
        Ok(line)
    }

    /// At most so many commits behind the base along the first parents, itself first, each against the one before it; fewer where the
    /// clone is cut off.
    pub fn behind(&self, count: usize) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut next = self.commit(self.base).map(|said| (self.base, said));
        while let Some((commit, said)) = next.take().filter(|_| steps.len() < count) {
            let Some((step, parent)) = self.against_first(commit, said) else { break };
            next = Some((step.before, parent));
            steps.push(step);
        }
        steps
    }

    /// A commit against its first parent, and what that says; `None` where there is none here.
    fn against_first(&self, commit: ObjectId, said: RawCommit) -> Option<(Step, RawCommit)> {
        let before = *said.parents.first()?;
        let parent = self.commit(before)?;
        Some((Step { commit, before, author: said.author, tree: said.tree, tree_before: parent.tree }, parent))
    }

    /// The parents of a commit besides the one before it on the way.
    pub fn others(&self, step: &Step) -> Vec<ObjectId> {
        let parents = self.commit(step.commit).map(|commit| commit.parents).unwrap_or_default();
        parents.into_iter().filter(|parent| *parent != step.before).collect()
    }

    /// The commits that a merge brings in through its other parents, parents first, each against its first parent; with all their parents.
    /// `is_known` tells of the commits on the way before it and those that came in with them. What a clone which was cut off does not have
    /// is passed over.
    ///
    /// # Errors
    /// A commit among them is damaged.
    pub fn brought(&self, step: &Step, is_known: &dyn Fn(ObjectId) -> bool) -> Result<Vec<(Step, Vec<ObjectId>)>, NoWay> {
        let mut seen: HashSet<ObjectId> = HashSet::new();
        let (mut brought, mut open) = (Vec::new(), Vec::new());
        let is_new = |at: ObjectId| at != self.base && !is_known(at);
        open.extend(self.others(step).into_iter().map(|other| (other, false)));
        while let Some((at, is_done)) = open.pop() {
            if !is_new(at) || !is_done && seen.contains(&at) || self.is_older(at)? {
                continue;
            }
            let Some(said) = self.commit(at) else {
                if self.repo.raw().is_shallow() {
                    continue;
                }
                return Err(NoWay::Damaged(at));
            };
            if is_done {
                let parents = said.parents.clone();
                brought.extend(self.against_first(at, said).map(|(step, _)| (step, parents)));
            } else if seen.insert(at) {
                open.push((at, true));
                open.extend(said.parents.iter().map(|parent| (*parent, false)));
            }
        }
        Ok(brought)
    }

    /// The commits at which two parted: the last that both come from, of which there can be several, or none.
    ///
    /// # Errors
    /// A commit on the way there is missing or damaged.
    pub fn meeting(&self, one: ObjectId, other: ObjectId) -> Result<Vec<ObjectId>, NoWay> {
        match self.repo.raw().merge_bases(oid(one), oid(other)) {
            Ok(found) => Ok(found.iter().copied().map(id).collect()),
            Err(none) if none.code() == git2::ErrorCode::NotFound => Ok(Vec::new()),
            Err(_) => Err(NoWay::Damaged(other)),
        }
    }

    /// Whether the base comes from a commit.
    fn is_older(&self, at: ObjectId) -> Result<bool, NoWay> {
        if let Some(older) = self.older.get() {
            return Ok(older.contains(&at));
        }
        let damaged = |_| NoWay::Damaged(self.base);
        let mut walk = self.repo.raw().revwalk().map_err(damaged)?;
        walk.push(oid(self.base)).map_err(damaged)?;
        let older = walk.map(|found| found.map(id)).collect::<Result<HashSet<_>, _>>().map_err(damaged)?;
        Ok(self.older.get_or_init(|| older).contains(&at))
    }

    fn commit(&self, at: ObjectId) -> Option<RawCommit> {
        RawCommit::parse(self.read(at, ObjectType::Commit)?.data())
    }

    fn read(&self, at: ObjectId, wanted: ObjectType) -> Option<git2::OdbObject<'_>> {
        let object = self.odb.read(oid(at)).ok().filter(|object| object.kind() == wanted)?;
        // Elsewhere cop takes git's word that an object is what its name says; here that is what everything rests on.
        Oid::hash_object(wanted, object.data()).is_ok_and(|real| real == oid(at)).then_some(object)
    }

    /// The bytes of a commit.
    pub fn bytes(&self, commit: ObjectId) -> Option<Vec<u8>> {
        self.read(commit, ObjectType::Commit).map(|object| object.data().to_vec())
    }

    /// The text of a file of at most so many bytes; `None` where it is larger or no UTF-8.
    ///
    /// # Errors
    /// It is missing or damaged: what can't be read proves nothing.
    pub fn text(&self, blob: ObjectId, limit: u64) -> Result<Option<String>, NoWay> {
        let (size, _) = self.odb.read_header(oid(blob)).map_err(|_| NoWay::Damaged(blob))?;
        if size as u64 > limit {
            return Ok(None);
        }
        let object = self.read(blob, ObjectType::Blob).ok_or(NoWay::Damaged(blob))?;
        Ok(String::from_utf8(object.data().to_vec()).ok())
    }

    /// What a commit did to the files of the community, by path.
    ///
    /// # Errors
    /// A folder is missing or damaged.
    pub fn changes(&self, step: &Step) -> Result<Vec<FileChange>, NoWay> {
        let (old, new) = (self.root(step.tree_before)?, self.root(step.tree)?);
        let mut changes = Vec::new();
        let mut open = vec![(String::new(), old, new, 0)];
        while let Some((folder, old, new, depth)) = open.pop() {
            if old == new || depth > DEPTH {
                continue;
            }
            let (olds, news) = (self.entries(old)?, self.entries(new)?);
            for (old, new) in pairs(&olds, &news) {
                let same = |one: &Entry, other: &Entry| one.id == other.id && one.mode == other.mode;
                if old.zip(new).is_some_and(|(old, new)| same(old, new)) {
                    continue;
                }
                // A name that is no UTF-8 is none of a document.
                let Some(name) = old.or(new).and_then(|entry| std::str::from_utf8(&entry.name).ok()) else { continue };
                let path = format!("{folder}{name}");
                let file = |entry: Option<&Entry>| entry.filter(|entry| entry.is_file()).map(|entry| entry.id);
                let (from, to) = (file(old), file(new));
                if from != to {
                    changes.push(FileChange { path: path.clone(), old: from, new: to });
                }
                let inner = |entry: Option<&Entry>| entry.filter(|entry| entry.is_folder()).map(|entry| entry.id);
                let (from, to) = (inner(old), inner(new));
                if from != to {
                    open.push((path + "/", from, to, depth + 1));
                }
            }
        }
        changes.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(changes)
    }

    /// Every regular file of the community in a commit, by path.
    ///
    /// # Errors
    /// The commit or one of its folders is missing or damaged.
    pub fn files(&self, commit: ObjectId) -> Result<Vec<(String, ObjectId)>, NoWay> {
        let tree = self.commit(commit).ok_or(NoWay::Damaged(commit))?.tree;
        let step = Step { commit, before: commit, author: Identity::default(), tree, tree_before: NOTHING };
        let changes = self.changes(&step)?;
        Ok(changes.into_iter().filter_map(|change| Some((change.path, change.new?))).collect())
    }

    /// The files that make the community's settings in a commit, by path: `community.yaml`, and what stands in `.cop/kinds/`.
    ///
    /// # Errors
    /// The commit or a folder on the way is missing or damaged.
    pub fn settings(&self, commit: ObjectId) -> Result<Vec<(String, ObjectId)>, NoWay> {
        let tree = self.commit(commit).ok_or(NoWay::Damaged(commit))?.tree;
        let top = self.entries(self.root(tree)?)?;
        let inner = |entries: &[Entry], name: &str| {
            let found = named(entries, name).filter(|entry| entry.is_folder());
            self.entries(found.map(|entry| entry.id))
        };
        let file = |entries: &[Entry], name: &str| named(entries, name).filter(|entry| entry.is_file()).map(|entry| entry.id);
        let mut files: Vec<(String, ObjectId)> = file(&top, FILE).map(|id| (FILE.to_owned(), id)).into_iter().collect();
        let kinds = inner(&inner(&top, ".cop")?, "kinds")?;
        let mut names: Vec<&str> = kinds.iter().filter_map(|entry| std::str::from_utf8(&entry.name).ok()).collect();
        names.sort_unstable();
        for name in names {
            let found = file(&inner(&kinds, name)?, "kind.yaml");
            files.extend(found.map(|id| (format!(".cop/kinds/{name}/kind.yaml"), id)));
        }
        Ok(files)
    }

    /// The regular file at a path of the community in any commit.
    ///
    /// # Errors
    /// The commit or a folder on the way is missing or damaged.
    pub fn file_in(&self, commit: ObjectId, path: &str) -> Result<Option<ObjectId>, NoWay> {
        self.file_below(self.commit(commit).ok_or(NoWay::Damaged(commit))?.tree, path)
    }

    /// The regular file at a path of the community, after a commit of the way or before it.
    ///
    /// # Errors
    /// A folder on the way is missing or damaged.
    pub fn file(&self, step: &Step, after: bool, path: &str) -> Result<Option<ObjectId>, NoWay> {
        self.file_below(if after { step.tree } else { step.tree_before }, path)
    }

    /// Whether there is one, for who asks about several; what is missing or damaged is put into `lost`.
    pub fn has_file(&self, step: &Step, after: bool, path: &str, lost: &Cell<Option<NoWay>>) -> bool {
        let found = self.file(step, after, path).unwrap_or_else(|none| {
            lost.set(Some(none));
            None
        });
        found.is_some()
    }

    fn file_below(&self, tree: ObjectId, path: &str) -> Result<Option<ObjectId>, NoWay> {
        let mut at = self.root(tree)?;
        let mut names = path.split('/').peekable();
        while let (Some(folder), Some(name)) = (at, names.next()) {
            let entries = self.entries(Some(folder))?;
            let Some(entry) = named(&entries, name) else { return Ok(None) };
            match names.peek() {
                None => return Ok(Some(entry.id).filter(|_| entry.is_file())),
                Some(_) => at = Some(entry.id).filter(|_| entry.is_folder()),
            }
        }
        Ok(None)
    }

    /// The community's folder in a tree; `None` where it has none.
    fn root(&self, tree: ObjectId) -> Result<Option<ObjectId>, NoWay> {
        let mut at = Some(tree).filter(|tree| *tree != NOTHING);
        for name in self.prefix.split('/').filter(|name| !name.is_empty()) {
            let entries = self.entries(at)?;
            let found = named(&entries, name);
            at = found.filter(|entry| entry.is_folder()).map(|entry| entry.id);
        }
        Ok(at)
    }

    /// What stands in a folder, by name; nothing in one that is not there.
    fn entries(&self, tree: Option<ObjectId>) -> Result<Rc<[Entry]>, NoWay> {
        let Some(tree) = tree else { return Ok(Rc::default()) };
        if let Some(known) = self.folders.borrow().known.get(&tree) {
            return Ok(Rc::clone(known));
        }
        let damaged = || NoWay::Damaged(tree);
        let object = self.read(tree, ObjectType::Tree).ok_or_else(damaged)?;
        let (mut rest, mut entries) = (object.data(), Vec::new());
        while !rest.is_empty() {
            let (entry, length) = entry(rest).ok_or_else(damaged)?;
            entries.push(entry);
            rest = &rest[length..];
        }
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        // Of two entries with one name git's programs take now this one, now that one.
        let is_twice = entries.windows(2).any(|pair| pair[0].name == pair[1].name);
        if is_twice || entries.iter().any(|entry| entry.name.is_empty() || entry.name.contains(&b'/')) {
            return Err(damaged());
        }
        Ok(self.folders.borrow_mut().keep(tree, entries.into()))
    }
}

/// Folders that were read, since what one commit leaves is what the next one finds.
#[derive(Default)]
struct Folders {
    known: HashMap<ObjectId, Rc<[Entry]>>,
    /// How many entries they have.
    count: usize,
}

impl Folders {
    /// So many entries are kept at once.
    const MOST: usize = 200_000;

    fn keep(&mut self, tree: ObjectId, entries: Rc<[Entry]>) -> Rc<[Entry]> {
        if self.count > Self::MOST {
            *self = Self::default();
        }
        self.count += entries.len();
        self.known.insert(tree, Rc::clone(&entries));
        entries
    }
}

/// The entry of a folder with a name.
fn named<'e>(entries: &'e [Entry], name: &str) -> Option<&'e Entry> {
    let at = entries.binary_search_by(|entry| entry.name.as_slice().cmp(name.as_bytes())).ok()?;
    entries.get(at)
}

/// The entries of two folders side by side, by name.
fn pairs<'e>(mut olds: &'e [Entry], mut news: &'e [Entry]) -> impl Iterator<Item = (Option<&'e Entry>, Option<&'e Entry>)> {
    std::iter::from_fn(move || {
        let (old, new) = (olds.first(), news.first());
        let order = match (old, new) {
            (None, None) => return None,
            (Some(old), Some(new)) => old.name.cmp(&new.name),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
        };
        olds = if order.is_gt() { olds } else { olds.get(1..).unwrap_or_default() };
        news = if order.is_lt() { news } else { news.get(1..).unwrap_or_default() };
        Some((old.filter(|_| order.is_le()), new.filter(|_| order.is_ge())))
    })
}

/// What a base can mean, each by its name in full: every reference that is called so, and the object whose name begins so. Of `main^` or
/// `main@{1}` it is `main` that is looked at: what follows counts from there.
fn meanings(repo: &git2::Repository, base: &str) -> Vec<(String, Oid)> {
    let name = base.split(['^', '~', ':']).next().unwrap_or_default().split("@{").next().unwrap_or_default();
    let places = ["refs/", "refs/tags/", "refs/heads/", "refs/remotes/"].map(|place| format!("{place}{name}"));
    let places = places.into_iter().chain([format!("refs/remotes/{name}/HEAD")]);
    let mut meant: Vec<(String, Oid)> = places.filter_map(|place| Some((place.clone(), repo.refname_to_id(&place).ok()?))).collect();
    let is_short = (4..40).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_short && !meant.is_empty() {
        let padded = format!("{name:0<40}");
        let found = Oid::from_str(&padded).and_then(|short| repo.odb()?.exists_prefix(short, name.len()));
        meant.extend(found.ok().map(|id| (id.to_string(), id)));
    }
    meant
}

/// What stands in the place of a tree that is not there.
const NOTHING: ObjectId = ObjectId([0; 20]);

/// One line of a tree.
struct Entry {
    mode: u32,
    name: Vec<u8>,
    id: ObjectId,
}

impl Entry {
    fn is_file(&self) -> bool {
        self.mode & 0o170_000 == 0o100_000
    }

    fn is_folder(&self) -> bool {
        self.mode & 0o170_000 == 0o040_000
    }
}

/// The first entry of a tree's bytes, and how many bytes it has: mode, space, name, zero, the twenty bytes of the object.
fn entry(bytes: &[u8]) -> Option<(Entry, usize)> {
    let space = bytes.iter().position(|byte| *byte == b' ')?;
    let mode = u32::from_str_radix(std::str::from_utf8(&bytes[..space]).ok()?, 8).ok()?;
    let rest = bytes.get(space + 1..)?;
    let end = rest.iter().position(|byte| *byte == 0)?;
    let id = rest.get(end + 1..)?.first_chunk::<20>()?;
    Some((Entry { mode, name: rest[..end].to_vec(), id: ObjectId(*id) }, space + end + 22))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::{Entry, named, pairs};
    use crate::model::history::ObjectId;

    fn folder(names: &BTreeMap<String, u8>) -> Vec<Entry> {
        names.iter().map(|(name, id)| Entry { mode: 0o100_644, name: name.clone().into_bytes(), id: ObjectId([*id; 20]) }).collect()
    }

    proptest! {
        #[test]
        fn every_name_of_two_folders_stands_beside_its_like(
            old in proptest::collection::btree_map("[ab.]{1,3}", 0_u8..3, 0..12),
            new in proptest::collection::btree_map("[ab.]{1,3}", 0_u8..3, 0..12),
        ) {
            let (olds, news) = (folder(&old), folder(&new));
            let id = |entry: Option<&Entry>| entry.map(|entry| entry.id.0[0]);
            let name = |entry: Option<&Entry>| entry.map(|entry| String::from_utf8(entry.name.clone()).unwrap());
            let told: Vec<_> = pairs(&olds, &news).map(|(one, other)| (name(one.or(other)).unwrap(), id(one), id(other))).collect();
            let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            let expected: Vec<_> =
                names.into_iter().map(|name| (name.clone(), old.get(name).copied(), new.get(name).copied())).collect();
            prop_assert_eq!(told, expected);
            for name in ["a", "b.", "zz"] {
                prop_assert_eq!(id(named(&olds, name)), old.get(name).copied());
            }
        }
    }
}
