//! What a commit did, from the raw bytes of its folders and its parents': both are walked at once, and what is equal is skipped.

use std::collections::HashMap;
use std::rc::Rc;

use git2::OdbObject;

use super::reader::Reader;
use crate::model::history::{Change, ChangeKind, Endings, ObjectId};

/// Folders in folders beyond this are not entered: no file system could hold them.
const DEPTH: usize = 256;

/// So many changes of one commit are looked at; only a tree made to be endless has more.
const CHANGES: usize = 1_000_000;

/// So many folders are opened for one commit, for the same reason.
const FOLDERS: usize = 2_000_000;

/// Paths by number, each once.
#[derive(Default)]
pub(super) struct Paths {
    numbers: HashMap<Rc<[u8]>, u32>,
    list: Vec<Rc<[u8]>>,
}

impl Paths {
    /// The number of a path, new or known.
    pub(super) fn number(&mut self, path: &[u8]) -> u32 {
        if let Some(&number) = self.numbers.get(path) {
            return number;
        }
        let (path, number): (Rc<[u8]>, _) = (path.into(), self.list.len() as u32);
        self.list.push(Rc::clone(&path));
        self.numbers.insert(path, number);
        number
    }

    /// A path by its number.
    pub(super) fn bytes(&self, number: u32) -> &[u8] {
        self.list.get(number as usize).map_or(&[], |path| path)
    }

    /// All paths, in the order of their numbers.
    pub(super) fn into_list(self) -> Vec<Rc<[u8]>> {
        self.list
    }
}

/// Compares trees and writes down what changed; paths are numbered in `paths`.
pub(super) struct Differ<'a, 'r> {
    reader: &'r Reader<'a>,
    endings: &'r Endings,
    pub(super) paths: Paths,
    prefix: Vec<u8>,
    out: Vec<Change>,
    folders: usize,
    complete: bool,
}

impl<'a, 'r> Differ<'a, 'r> {
    pub(super) fn new(reader: &'r Reader<'a>, endings: &'r Endings) -> Self {
        Self { reader, endings, paths: Paths::default(), prefix: Vec::new(), out: Vec::new(), folders: 0, complete: true }
    }

    /// What turned the parents' trees into this one, and whether all of it could be seen.
    ///
    /// Against several parents it is what differs from every one of them; against none, all files. Not sorted, renames not found.
    pub(super) fn changes(&mut self, parents: &[ObjectId], tree: ObjectId) -> (Vec<Change>, bool) {
        (self.complete, self.folders) = (true, 0);
        self.prefix.clear();
        match parents {
            [] => self.pair(None, Some(tree), 0),
            [parent] => self.pair(Some(*parent), Some(tree), 0),
            parents if parents.contains(&tree) => {}
            parents => self.combined(&parents.iter().copied().map(Some).collect::<Vec<_>>(), Some(tree), 0),
        }
        (std::mem::take(&mut self.out), self.complete)
    }

    /// A folder before and after; either may be absent.
    fn pair(&mut self, old: Option<ObjectId>, new: Option<ObjectId>, depth: usize) {
        if old == new || !self.may_enter(depth) {
            return;
        }
        let (Some(old), Some(new)) = (self.open(old), self.open(new)) else { return };
        let mut old = Entries::of(old.as_ref());
        let mut new = Entries::of(new.as_ref());
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
            before.iter().for_each(|_| old.next());
            after.iter().for_each(|_| new.next());
            self.entry(before, after, depth);
        }
        self.complete &= !old.broken && !new.broken;
    }

    fn entry(&mut self, before: Option<Entry<'_>>, after: Option<Entry<'_>>, depth: usize) {
        let Some(entry) = after.or(before) else { return };
        if entry.is_folder() {
            let length = self.enter(entry.name);
            self.pair(before.map(|entry| entry.id), after.map(|entry| entry.id), depth + 1);
            self.prefix.truncate(length);
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
            self.push(entry.name, kind, old, new);
        }
    }

    /// A folder of a merge, and what each parent has there.
    fn combined(&mut self, parents: &[Option<ObjectId>], merged: Option<ObjectId>, depth: usize) {
        if parents.contains(&merged) || !self.may_enter(depth) {
            return;
        }
        let Some(after) = self.open(merged) else { return };
        let Some(before) = parents.iter().map(|parent| self.open(*parent)).collect::<Option<Vec<_>>>() else { return };
        let mut after = Entries::of(after.as_ref());
        let mut before: Vec<_> = before.iter().map(|tree| Entries::of(tree.as_ref())).collect();
        while let Some(first) = before.iter().chain([&after]).filter_map(Entries::first).min_by(Entry::order) {
            let take =
                |entries: &mut Entries<'_>| entries.first().filter(|entry| entry.order(&first).is_eq()).map(|entry| (entry.id, entry.mode));
            let new = take(&mut after);
            let olds: Vec<_> = before.iter_mut().map(take).collect();
            if !olds.contains(&new) {
                self.combined_entry(first, &olds, new, depth);
            }
            let step = |entries: &mut Entries<'_>| entries.first().filter(|entry| entry.order(&first).is_eq()).is_some();
            if new.is_some() {
                after.next();
            }
            for entries in &mut before {
                if step(entries) {
                    entries.next();
                }
            }
        }
        self.complete &= !after.broken && !before.iter().any(|entries| entries.broken);
    }

    fn combined_entry(&mut self, entry: Entry<'_>, olds: &[Option<(ObjectId, u32)>], new: Option<(ObjectId, u32)>, depth: usize) {
        if entry.is_folder() {
            let length = self.enter(entry.name);
            let olds: Vec<_> = olds.iter().map(|old| old.map(|(id, _)| id)).collect();
            self.combined(&olds, new.map(|(id, _)| id), depth + 1);
            self.prefix.truncate(length);
        } else if self.endings.take(entry.name) {
            let file = |(id, mode)| Entry { name: entry.name, id, mode }.file();
            // The first parent that has a file there stands for what it was.
            let old = olds.iter().flatten().find_map(|&old| file(old));
            let kind = match new {
                // Gone against every parent, or it was not there in one and that one is followed.
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
            self.push(entry.name, kind, old, new.and_then(file));
        }
    }

    fn push(&mut self, name: &[u8], kind: ChangeKind, old: Option<ObjectId>, new: Option<ObjectId>) {
        if self.out.len() >= CHANGES {
            self.complete = false;
            return;
        }
        let length = self.prefix.len();
        self.prefix.extend_from_slice(name);
        let path = self.paths.number(&self.prefix);
        self.prefix.truncate(length);
        self.out.push(Change { commit: 0, path, from: None, kind, old, new });
    }

    fn may_enter(&mut self, depth: usize) -> bool {
        self.folders += 1;
        let fine = depth <= DEPTH && self.folders <= FOLDERS && self.out.len() < CHANGES;
        self.complete &= fine;
        fine
    }

    /// Appends a folder's name to the prefix; gives the length to cut it to again.
    fn enter(&mut self, name: &[u8]) -> usize {
        let length = self.prefix.len();
        self.prefix.extend_from_slice(name);
        self.prefix.push(b'/');
        length
    }

    /// A tree that is there, or an empty one in the place of none; `None` if it can't be read.
    fn open(&mut self, id: Option<ObjectId>) -> Option<Option<Rc<OdbObject<'a>>>> {
        let Some(id) = id else { return Some(None) };
        let tree = self.reader.tree(id);
        self.complete &= tree.is_some();
        tree.map(Some)
    }
}

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
    fn of<'o: 'a>(tree: Option<&'a Rc<OdbObject<'o>>>) -> Self {
        let mut entries = Self { rest: tree.map_or(&[], |tree| tree.data()), first: None, broken: false };
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
        let mut skipped = false;
        while let Some((_, length)) = self.first {
            if self.rest.get(..length) != other.rest.get(..length) {
                break;
            }
            self.rest = &self.rest[length..];
            other.rest = &other.rest[length..];
            self.first = parse(self.rest);
            skipped = true;
        }
        if skipped {
            self.parse();
            other.parse();
        }
    }
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
    let length = name.iter().position(|&byte| byte == 0).filter(|&length| length > 0)?;
    let id = name.get(length + 1..)?.first_chunk::<20>()?;
    Some((Entry { name: &name[..length], id: ObjectId(*id), mode }, start + length + 21))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Entry, ObjectId, parse};

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
    }
}
