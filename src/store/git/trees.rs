//! What commits did, from the raw bytes of their folders and their parents': both are read at once, and what is equal is skipped.
//!
//! The walk goes folder by folder and not commit by commit: all versions of one folder, then of the folders in it. A version is packed as its
//! difference from the next, so that each is at hand when it is needed, and nothing but two of them has to be.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use git2::OdbObject;

use super::reader::Reader;
use crate::model::history::{Change, ChangeKind, Endings, ObjectId, Other};

/// Folders in folders beyond this are not entered: no file system could hold them.
const DEPTH: usize = 256;

/// What stands in the place of a folder that is not there.
pub(super) const NOTHING: ObjectId = ObjectId([0; 20]);

/// One folder, and what became of it in the commits that touched it, newest first.
#[derive(Default)]
pub(super) struct Folder {
    /// Its path with a slash at the end; empty for the root.
    prefix: Vec<u8>,
    depth: usize,
    steps: Vec<Step>,
    olds: Vec<ObjectId>,
}

/// The folder in one commit, and where in `olds` it is in the commit's parents.
struct Step {
    commit: u32,
    new: ObjectId,
    olds: std::ops::Range<u32>,
}

impl Folder {
    /// Adds a commit: the folder in its parents (for the very first, nothing) and in itself.
    pub(super) fn push(&mut self, commit: u32, olds: impl IntoIterator<Item = ObjectId>, new: ObjectId) {
        let start = self.olds.len() as u32;
        self.olds.extend(olds);
        self.steps.push(Step { commit, new, olds: start..self.olds.len() as u32 });
    }
}

impl Folder {
    /// How many commits touched it.
    pub(super) fn len(&self) -> usize {
        self.steps.len()
    }

    /// The same in so many parts, the newest commits last.
    pub(super) fn split(mut self, parts: usize) -> Vec<Self> {
        let size = self.steps.len().div_ceil(parts.max(1)).max(1);
        let mut out = Vec::new();
        while self.steps.len() > size {
            let rest = self.steps.split_off(size);
            let steps = std::mem::replace(&mut self.steps, rest);
            out.push(Self { prefix: self.prefix.clone(), depth: self.depth, steps, olds: self.olds.clone() });
        }
        out.push(self);
        out.reverse();
        out
    }
}

/// What was seen of some folders.
#[derive(Default)]
pub(super) struct Partial {
    /// The changes, by the commit's place but in no order; paths are numbered in `paths`.
    pub(super) changes: Vec<Change>,
    /// What pages that merges changed were in the parents beside the first, in no order either.
    pub(super) others: Vec<Other>,
    /// The paths.
    pub(super) paths: Vec<Vec<u8>>,
    /// The places of the commits of which something could not be seen.
    pub(super) incomplete: Vec<u32>,
}

/// Compares folders and writes down what changed.
pub(super) struct Differ<'a, 'r> {
    reader: &'r Reader<'a>,
    endings: &'r Endings,
    /// How many more folders may be looked at, over all threads: only a tree made to be endless gets there.
    budget: &'r AtomicUsize,
    seen: Partial,
    numbers: HashMap<Vec<u8>, u32>,
    /// The folder at hand, then a file in it.
    path: Vec<u8>,
    /// The folders in it, and the place of each by its name.
    inner: Vec<Folder>,
    places: HashMap<Vec<u8>, usize>,
}

impl<'a, 'r> Differ<'a, 'r> {
    pub(super) fn new(reader: &'r Reader<'a>, endings: &'r Endings, budget: &'r AtomicUsize) -> Self {
        let (seen, numbers, path, inner, places) = (Partial::default(), HashMap::new(), Vec::new(), Vec::new(), HashMap::new());
        Self { reader, endings, budget, seen, numbers, path, inner, places }
    }

    /// Looks at a folder; gives those in it that are to be looked at.
    pub(super) fn look(&mut self, mut folder: Folder) -> Vec<Folder> {
        self.path = std::mem::take(&mut folder.prefix);
        for step in &folder.steps {
            let olds = folder.olds.get(step.olds.start as usize..step.olds.end as usize).unwrap_or_default();
            let spent = self.budget.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err();
            let whole = match olds {
                _ if spent || folder.depth > DEPTH => false,
                [old] => self.pair(step.commit, *old, step.new),
                olds => self.combined(step.commit, olds, step.new),
            };
            if !whole {
                self.seen.incomplete.push(step.commit);
            }
        }
        self.places.clear();
        let mut inner = std::mem::take(&mut self.inner);
        for inner in &mut inner {
            inner.prefix.splice(..0, self.path.iter().copied());
            inner.depth = folder.depth + 1;
        }
        inner
    }

    /// What was seen.
    pub(super) fn into_seen(mut self) -> Partial {
        let mut paths: Vec<_> = self.numbers.into_iter().collect();
        paths.sort_by_key(|(_, number)| *number);
        self.seen.paths = paths.into_iter().map(|(path, _)| path).collect();
        self.seen
    }

    /// The folder before and after; false if not all of it could be read.
    fn pair(&mut self, commit: u32, old: ObjectId, new: ObjectId) -> bool {
        let (Some(new), Some(old)) = (self.open(new), self.open(old)) else { return false };
        let (mut old, mut new) = (Entries::of(&old), Entries::of(&new));
        loop {
            old.skip_equal(&mut new);
            let (before, after) = match (old.first(), new.first()) {
                (None, None) => break,
                (Some(before), Some(after)) => match before.order(&after) {
                    std::cmp::Ordering::Less => (Some(before), None),
                    std::cmp::Ordering::Equal => (Some(before), Some(after)),
                    std::cmp::Ordering::Greater => (None, Some(after)),
                },
                one_side => one_side,
            };
            if before.is_some() {
                old.next();
            }
            if after.is_some() {
                new.next();
            }
            self.entry(commit, before, after);
        }
        !old.broken && !new.broken
    }

    fn entry(&mut self, commit: u32, before: Option<Entry<'_>>, after: Option<Entry<'_>>) {
        let Some(entry) = after.or(before) else { return };
        if entry.is_folder() {
            let id = |entry: Option<Entry<'_>>| entry.map_or(NOTHING, |entry| entry.id);
            if id(before) != id(after) {
                self.inner(entry.name).push(commit, [id(before)], id(after));
            }
        } else if self.endings.take(entry.name) {
            let (old, new) = (before.and_then(Entry::file), after.and_then(Entry::file));
            let kind = match (before, after) {
                _ if old.is_none() && new.is_none() => return,
                (None, _) => ChangeKind::Added,
                (_, None) => ChangeKind::Deleted,
                _ if old.is_none() || new.is_none() => ChangeKind::Type,
                _ if old != new => ChangeKind::Modified,
                (Some(before), Some(after)) if before.executable() != after.executable() => ChangeKind::Mode,
                _ => return,
            };
            self.push(commit, entry.name, kind, old, new);
        }
    }

    /// The folder of a merge and of its parents: what differs from every one of them; false if not all could be read.
    fn combined(&mut self, commit: u32, olds: &[ObjectId], new: ObjectId) -> bool {
        let Some(after) = self.open(new) else { return false };
        let Some(before) = olds.iter().map(|&old| self.open(old)).collect::<Option<Vec<_>>>() else { return false };
        let mut after = Entries::of(&after);
        let mut before: Vec<_> = before.iter().map(Entries::of).collect();
        while let Some(first) = before.iter().chain([&after]).filter_map(Entries::first).min_by(Entry::order) {
            let take = |entries: &mut Entries<'_>| {
                let entry = entries.first().filter(|entry| entry.order(&first).is_eq())?;
                entries.next();
                Some((entry.id, entry.mode))
            };
            let new = take(&mut after);
            let olds: Vec<_> = before.iter_mut().map(take).collect();
            if !olds.contains(&new) {
                self.combined_entry(commit, first, &olds, new);
            }
        }
        !after.broken && !before.iter().any(|entries| entries.broken)
    }

    fn combined_entry(&mut self, commit: u32, entry: Entry<'_>, olds: &[Option<(ObjectId, u32)>], new: Option<(ObjectId, u32)>) {
        if entry.is_folder() {
            let id = |entry: Option<(ObjectId, u32)>| entry.map_or(NOTHING, |(id, _)| id);
            self.inner(entry.name).push(commit, olds.iter().map(|&old| id(old)), id(new));
        } else if self.endings.take(entry.name) {
            let file = |(id, mode)| Entry { name: entry.name, id, mode }.file();
            // The first parent that has a file there stands for what it was.
            let old = olds.iter().flatten().find_map(|&old| file(old));
            let kind = match new {
                // A path that one parent does not have is gone as that parent wanted.
                None if olds.iter().all(|old| old.is_some_and(|old| file(old).is_some())) => ChangeKind::Deleted,
                None => return,
                Some(new) => match (old, file(new)) {
                    (Some(old), Some(new)) if old == new => ChangeKind::Mode,
                    (Some(_), Some(_)) => ChangeKind::Modified,
                    (None, Some(_)) if olds.iter().all(Option::is_none) => ChangeKind::Added,
                    (None, None) => return,
                    _ => ChangeKind::Type,
                },
            };
            let path = self.push(commit, entry.name, kind, old, new.and_then(file));
            let others = olds.iter().flatten().filter_map(|&old| file(old)).skip(1);
            self.seen.others.extend(others.map(|old| Other { commit, path, old }));
        }
    }

    /// The folder of that name in the one at hand.
    fn inner(&mut self, name: &[u8]) -> &mut Folder {
        let place = self.places.get(name).copied().unwrap_or_else(|| {
            self.places.insert(name.to_vec(), self.inner.len());
            self.inner.push(Folder { prefix: [name, b"/"].concat(), ..Folder::default() });
            self.inner.len() - 1
        });
        &mut self.inner[place]
    }

    /// Writes a change down; gives the number of its path.
    fn push(&mut self, commit: u32, name: &[u8], kind: ChangeKind, old: Option<ObjectId>, new: Option<ObjectId>) -> u32 {
        let length = self.path.len();
        self.path.extend_from_slice(name);
        let path = self.numbers.get(&self.path).copied().unwrap_or_else(|| {
            let number = self.numbers.len() as u32;
            self.numbers.insert(self.path.clone(), number);
            number
        });
        self.path.truncate(length);
        self.seen.changes.push(Change { commit, path, from: None, kind, old, new });
        path
    }

    /// A tree that is there, or an empty one in the place of none; `None` if it can't be read.
    fn open(&mut self, id: ObjectId) -> Option<Opened<'a>> {
        if id == NOTHING { Some(Opened(None)) } else { self.reader.tree(id).map(|tree| Opened(Some(tree))) }
    }
}

/// The regular file at a path below a tree.
pub(super) fn find(reader: &Reader<'_>, root: ObjectId, path: &[u8]) -> Option<ObjectId> {
    let mut at = root;
    let mut names = path.split(|&byte| byte == b'/').peekable();
    while let Some(name) = names.next() {
        let tree = Opened(Some(reader.tree(at)?));
        let mut entries = Entries::of(&tree);
        let entry = loop {
            let entry = entries.first()?;
            if entry.name == name && entry.is_folder() == names.peek().is_some() {
                break entry;
            }
            entries.next();
        };
        if names.peek().is_none() {
            return entry.file();
        }
        at = entry.id;
    }
    None
}

/// A tree, or an empty one.
struct Opened<'a>(Option<Rc<OdbObject<'a>>>);

/// One entry of a tree.
#[derive(Clone, Copy)]
struct Entry<'a> {
    name: &'a [u8],
    id: ObjectId,
    mode: u32,
}

impl Entry<'_> {
    fn is_folder(&self) -> bool {
        self.mode & 0o170_000 == 0o040_000
    }

    fn executable(&self) -> bool {
        self.mode & 0o100 != 0
    }

    /// Its content, if it is a regular file and not a link or a submodule.
    fn file(self) -> Option<ObjectId> {
        (self.mode & 0o170_000 == 0o100_000).then_some(self.id)
    }

    /// The order of a tree: a folder's name counts as if it ended in a slash, so that it never equals a file's.
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let common = self.name.len().min(other.name.len());
        let end = |entry: &Self| entry.name.get(common).copied().unwrap_or(if entry.is_folder() { b'/' } else { 0 });
        self.name[..common]
            .cmp(&other.name[..common])
            .then_with(|| end(self).cmp(&end(other)))
            .then_with(|| self.name.len().cmp(&other.name.len()))
    }
}

/// The entries of a tree, from its bytes: `mode name NUL twenty bytes of id`, again and again.
struct Entries<'a> {
    rest: &'a [u8],
    first: Option<(Entry<'a>, usize)>,
    broken: bool,
}

impl<'a> Entries<'a> {
    fn of(tree: &'a Opened<'_>) -> Self {
        let mut entries = Self { rest: tree.0.as_ref().map_or(&[], |tree| tree.data()), first: None, broken: false };
        entries.parse();
        entries
    }

    fn first(&self) -> Option<Entry<'a>> {
        self.first.map(|(entry, _)| entry)
    }

    fn next(&mut self) {
        if let Some((_, length)) = self.first {
            self.rest = &self.rest[length..];
            self.parse();
        }
    }

    fn parse(&mut self) {
        self.first = parse(self.rest);
        self.broken |= self.first.is_none() && !self.rest.is_empty();
    }

    /// Passes over what both begin with: most of two versions of a folder is equal, byte for byte.
    fn skip_equal(&mut self, other: &mut Self) {
        let mut equal = common(self.rest, other.rest);
        let mut skipped = 0;
        while let Some((_, length)) = self.first.filter(|(_, length)| *length <= equal) {
            equal -= length;
            skipped += length;
            self.first = self.rest.get(skipped..).and_then(parse);
        }
        if skipped > 0 {
            self.rest = &self.rest[skipped..];
            other.rest = &other.rest[skipped..];
            self.parse();
            other.parse();
        }
    }
}

/// How many bytes both begin with, compared in blocks: entry by entry it took longer than to inflate them.
fn common(one: &[u8], other: &[u8]) -> usize {
    const BLOCK: usize = 64;
    let blocks = one.as_chunks::<BLOCK>().0.iter().zip(other.as_chunks::<BLOCK>().0).take_while(|(one, other)| one == other).count();
    let start = blocks * BLOCK;
    start + one[start..].iter().zip(&other[start..]).take_while(|(one, other)| one == other).count()
}

fn parse(bytes: &[u8]) -> Option<(Entry<'_>, usize)> {
    let mut mode = 0_u32;
    let mut at = 0;
    loop {
        match *bytes.get(at)? {
            b' ' if at > 0 => break,
            digit @ b'0'..=b'7' if at < 7 => mode = mode << 3 | u32::from(digit - b'0'),
            _ => return None,
        }
        at += 1;
    }
    let start = at + 1;
    let name = bytes.get(start..)?;
    let length = zero(name).filter(|&length| length > 0)?;
    let id = name.get(length + 1..)?.first_chunk::<20>()?;
    Some((Entry { name: &name[..length], id: ObjectId(*id), mode }, start + length + 21))
}

/// Where the first zero byte is, looked for eight bytes at a time: most of a wide folder is names that did not change.
fn zero(bytes: &[u8]) -> Option<usize> {
    const LOW: u64 = 0x0101_0101_0101_0101;
    let mut start = 0;
    while let Some(word) = bytes.get(start..).and_then(<[u8]>::first_chunk::<8>) {
        let word = u64::from_le_bytes(*word);
        let zeros = word.wrapping_sub(LOW) & !word & (LOW << 7);
        if zeros != 0 {
            return Some(start + zeros.trailing_zeros() as usize / 8);
        }
        start += 8;
    }
    bytes.get(start..)?.iter().position(|&byte| byte == 0).map(|at| start + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Entry, ObjectId, common, parse, zero};

    #[test]
    fn an_entry_is_read_from_its_bytes() {
        let mut bytes = b"100644 a b.md\0".to_vec();
        bytes.extend([7; 20]);
        let (entry, length) = parse(&bytes).expect("an entry");
        assert_eq!((entry.name, entry.mode, entry.id, length), (&b"a b.md"[..], 0o100_644, ObjectId([7; 20]), bytes.len()));
        for broken in [&bytes[..bytes.len() - 1], b"", b" ", b"100644", b"1006448 a\0", b"100644 \0", b"x a\0"] {
            assert!(parse(broken).is_none());
        }
    }

    #[test]
    fn a_folder_stands_where_its_slash_puts_it() {
        let entry = |name: &'static str, mode| Entry { name: name.as_bytes(), id: ObjectId::default(), mode };
        let (file, folder) = (0o100_644, 0o040_000);
        let sorted = [entry("a", file), entry("a-b", file), entry("a.md", file), entry("a", folder), entry("a0", file), entry("b", folder)];
        for pair in sorted.windows(2) {
            assert!(pair[0].order(&pair[1]).is_lt() && pair[1].order(&pair[0]).is_gt());
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = parse(&bytes);
        }

        #[test]
        fn what_both_begin_with_is_found(one in proptest::collection::vec(0_u8..3, 0..200), at in 0_usize..250, tail in proptest::collection::vec(0_u8..3, 0..90)) {
            let other = [&one[..at.min(one.len())], &tail].concat();
            let longest = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
            prop_assert_eq!(common(&one, &other), longest);
        }

        #[test]
        fn the_first_zero_is_found(bytes in proptest::collection::vec(prop_oneof![Just(0_u8), Just(0x80), any::<u8>()], 0..40)) {
            prop_assert_eq!(zero(&bytes), bytes.iter().position(|&byte| byte == 0));
        }
    }
}
