//! Which of a commit's new pages are old ones under another path, judged as `git log -M` judges, and by what a page itself says.
//!
//! First equal contents; then pages whose aliases have the name of one that is gone, which is how cop renames, and more than git
//! knows: a page of three lines with a new title is not alike; then files whose name stayed and that are three quarters alike, then the most alike of all pairs that
//! are at least half alike. Likeness is git's: the bytes of the lines (or pieces of 64 bytes) that both have, of the larger file.

use std::collections::HashMap;

use super::reader::Reader;
use crate::base::limits::Limits;
use crate::base::path::last;
use crate::base::slug::slug;
use crate::model::history::{Change, ChangeKind, ObjectId};
use crate::text::front;
use crate::text::front::nodes::Node;

/// git's measure of likeness: this is all.
const WHOLE: u64 = 60_000;
/// The least likeness of a rename.
const HALF: u64 = WHOLE / 2;
/// The least likeness of a move to another folder that is found by the name alone.
const SAME_NAME: u64 = WHOLE / 4 * 3;
/// More pairs than this are not compared: git's own limit.
const PAIRS: usize = 1_000_000;
/// A file larger than this is compared with none.
const SIZE: usize = 8 << 20;
/// So many different lines are held at once for one commit.
const LINES: usize = 8 << 20;
/// The fields in which a page says what it is also called.
const KEYS: [&str; 2] = ["aliases", "alias"];
/// It is looked for in so many bytes at the beginning.
const HEAD: usize = 4096;
/// So many of the best sources are remembered for each new page.
const BEST: usize = 4;

/// The changes of a commit, in the order of their paths, with additions and deletions that are one rename joined.
pub(super) fn join(changes: &[Change], paths: &[Vec<u8>], reader: &Reader<'_>) -> Vec<Change> {
    let of_kind = |kind| changes.iter().filter(|change: &&Change| change.kind == kind).copied().collect::<Vec<_>>();
    let (new, gone) = (of_kind(ChangeKind::Added), of_kind(ChangeKind::Deleted));
    let mut search = Search { paths, reader, source: vec![None; new.len()], used: vec![false; gone.len()], new, gone };
    search.exact();
    if search.open_pairs() > 0 {
        search.alike();
    }
    search.write(changes)
}

struct Search<'s, 'a> {
    paths: &'s [Vec<u8>],
    reader: &'s Reader<'a>,
    new: Vec<Change>,
    gone: Vec<Change>,
    /// Of each new page, the gone one that it was.
    source: Vec<Option<usize>>,
    /// Of each gone page, whether it has become a new one.
    used: Vec<bool>,
}

impl<'s> Search<'s, '_> {
    fn exact(&mut self) {
        let mut by_content: HashMap<ObjectId, Vec<usize>> = HashMap::new();
        for (at, gone) in self.gone.iter().enumerate() {
            by_content.entry(gone.old.unwrap_or_default()).or_default().push(at);
        }
        for new in 0..self.new.len() {
            let Some(same) = by_content.get(&self.new[new].new.unwrap_or_default()) else { continue };
            let free = || same.iter().copied().filter(|&gone| !self.used[gone]).take(100);
            if let Some(gone) = free().find(|&gone| self.name(&self.gone[gone]) == self.name(&self.new[new])).or_else(|| free().next()) {
                self.take(new, gone);
            }
        }
    }

    fn alike(&mut self) {
        let mut lines = LineCounts { reader: self.reader, held: 0, of: HashMap::new() };
        if self.open_pairs() <= PAIRS {
            self.aliased();
        }
        self.alike_of_same_name(&mut lines);
        let pairs = self.open_pairs();
        if pairs == 0 || pairs > PAIRS {
            return;
        }
        let (new, gone) = (self.open_new(), self.open_gone());
        let mut best: Vec<Candidate> = Vec::with_capacity(new.len() * BEST);
        for at in new {
            let mut own = [Candidate::NONE; BEST];
            for &from in &gone {
                let likeness = lines.likeness(self.gone[from].old, self.new[at].new, HALF);
                let same_name = self.name(&self.gone[from]) == self.name(&self.new[at]);
                let candidate = Candidate { likeness: Some(likeness), same_name, new: at, gone: from };
                let worst = (0..BEST).reduce(|worst, other| if own[other].rank() < own[worst].rank() { other } else { worst });
                if let Some(worst) = worst.filter(|&worst| own[worst].rank() < candidate.rank()) {
                    own[worst] = candidate;
                }
            }
            best.extend(own);
        }
        best.sort_by_key(|candidate| std::cmp::Reverse(candidate.rank()));
        for candidate in best {
            let alike = candidate.likeness.is_some_and(|likeness| likeness >= HALF);
            if alike && self.source[candidate.new].is_none() && !self.used[candidate.gone] {
                self.take(candidate.new, candidate.gone);
            }
        }
    }

    /// New pages that say what they were called, where one page of that name is gone and one new page says so.
    fn aliased(&mut self) {
        let gone = self.open_gone();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for at in gone {
            let stem = stem(self.path(&self.gone[at]));
            // The number or the day that it begins with is no part of what it is called.
            let bare = stem.trim_start_matches(|first: char| first.is_ascii_digit() || first == '-').to_owned();
            for name in [Some(stem.clone()), (bare != stem).then_some(bare)].into_iter().flatten().filter(|name| !name.is_empty()) {
                by_name.entry(name).or_default().push(at);
            }
        }
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for new in self.open_new() {
            let Some(blob) = self.new[new].new.and_then(|id| self.reader.blob(id, SIZE)) else { continue };
            let own = self.path(&self.new[new]);
            let mut said: Vec<usize> = Vec::new();
            for alias in aliases(blob.data()) {
                let of_name = by_name.get(&slug(&alias)).into_iter().flatten();
                // Two folders may each have a page of that name; what is renamed stays in its own, or is the only one.
                let (near, far): (Vec<usize>, Vec<usize>) = of_name.partition(|&&at| folder(self.path(&self.gone[at])) == folder(own));
                said.extend(if near.is_empty() { far } else { near });
            }
            said.sort_unstable();
            said.dedup();
            if let [gone] = said[..] {
                pairs.push((new, gone));
            }
        }
        for &(new, gone) in &pairs {
            if pairs.iter().filter(|(_, other)| *other == gone).count() == 1 {
                self.take(new, gone);
            }
        }
    }

    fn path(&self, change: &Change) -> &'s [u8] {
        self.paths.get(change.path as usize).map_or(&[][..], |path| path)
    }

    fn alike_of_same_name(&mut self, lines: &mut LineCounts<'_, '_>) {
        // A name that several have on one side says nothing.
        let only = |list: &[Change], open: &[usize]| {
            let mut names: HashMap<&'s [u8], Option<usize>> = HashMap::new();
            for &at in open {
                names.entry(self.name(&list[at])).and_modify(|only| *only = None).or_insert(Some(at));
            }
            names
        };
        let (new, gone) = (only(&self.new, &self.open_new()), only(&self.gone, &self.open_gone()));
        let mut pairs: Vec<_> = gone.iter().filter_map(|(name, gone)| Some(((*gone)?, (*new.get(name)?)?))).collect();
        pairs.sort_unstable();
        for (gone, new) in pairs {
            if lines.likeness(self.gone[gone].old, self.new[new].new, SAME_NAME) >= SAME_NAME {
                self.take(new, gone);
            }
        }
    }

    fn name(&self, change: &Change) -> &'s [u8] {
        let path = self.path(change);
        path.rsplit(|&byte| byte == b'/').next().unwrap_or(path)
    }

    fn open_new(&self) -> Vec<usize> {
        (0..self.new.len()).filter(|&at| self.source[at].is_none()).collect()
    }

    fn open_gone(&self) -> Vec<usize> {
        (0..self.gone.len()).filter(|&at| !self.used[at]).collect()
    }

    fn open_pairs(&self) -> usize {
        self.open_new().len().saturating_mul(self.open_gone().len())
    }

    fn take(&mut self, new: usize, gone: usize) {
        (self.source[new], self.used[gone]) = (Some(gone), true);
    }

    fn write(&self, changes: &[Change]) -> Vec<Change> {
        let mut changes = changes.to_vec();
        let mut used = self.used.iter();
        changes.retain(|change| change.kind != ChangeKind::Deleted || !used.next().is_some_and(|used| *used));
        let mut source = self.source.iter();
        for change in changes.iter_mut().filter(|change| change.kind == ChangeKind::Added) {
            if let Some(gone) = source.next().and_then(|source| self.gone.get((*source)?)) {
                (change.kind, change.from, change.old) = (ChangeKind::Renamed, Some(gone.path), gone.old);
            }
        }
        changes
    }
}

/// The folder of a path, without its slash.
fn folder(path: &[u8]) -> &[u8] {
    path.iter().rposition(|&byte| byte == b'/').and_then(|at| path.get(..at)).unwrap_or_default()
}

/// The name of a page by its path, as a slug: that of its file, or of its folder for an index.
fn stem(path: &[u8]) -> String {
    let path = String::from_utf8_lossy(path);
    let (above, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let name = name.split('.').next().unwrap_or(name);
    let is_index = name.eq_ignore_ascii_case("index") || name.eq_ignore_ascii_case("readme");
    slug(if is_index { last(above) } else { name })
}

/// What a page says it is also called. Nearly none does, and then nothing is parsed.
fn aliases(bytes: &[u8]) -> Vec<String> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if !head.windows(KEYS[1].len()).any(|part| part == KEYS[1].as_bytes()) {
        return Vec::new();
    }
    let front = front::read(&String::from_utf8_lossy(bytes), &Limits::default());
    let nodes = KEYS.iter().filter_map(|key| front.get(key));
    let all = nodes.flat_map(|node| node.items().unwrap_or_else(|| std::slice::from_ref(node)));
    all.filter_map(Node::text).map(str::to_owned).collect()
}

/// A gone page that a new one may have been.
#[derive(Clone, Copy)]
struct Candidate {
    /// `None` in a place that is still free.
    likeness: Option<u64>,
    same_name: bool,
    new: usize,
    gone: usize,
}

impl Candidate {
    const NONE: Self = Self { likeness: None, same_name: false, new: 0, gone: 0 };

    fn rank(&self) -> (Option<u64>, bool) {
        (self.likeness, self.same_name)
    }
}

/// The lines of the files of one commit, each read once.
struct LineCounts<'s, 'a> {
    reader: &'s Reader<'a>,
    held: usize,
    of: HashMap<ObjectId, Option<Lines>>,
}

impl LineCounts<'_, '_> {
    /// How much of two files is alike, in parts of [`WHOLE`]; 0 if it can't reach `least` or can't be known.
    fn likeness(&mut self, old: Option<ObjectId>, new: Option<ObjectId>, least: u64) -> u64 {
        let (Some(old), Some(new)) = (old, new) else { return 0 };
        self.read(old);
        self.read(new);
        match (self.of.get(&old), self.of.get(&new)) {
            (Some(Some(old)), Some(Some(new))) => old.likeness(new, least),
            _ => 0,
        }
    }

    fn read(&mut self, id: ObjectId) {
        if !self.of.contains_key(&id) {
            let blob = if self.held < LINES { self.reader.blob(id, SIZE) } else { None };
            let lines = blob.map(|blob| Lines::of(blob.data()));
            self.held += lines.as_ref().map_or(0, |lines| lines.counts.len());
            self.of.insert(id, lines);
        }
    }
}

/// How many bytes of each line, by the line's hash and in its order.
struct Lines {
    counts: Vec<(u32, u32)>,
    size: u64,
}

impl Lines {
    fn of(bytes: &[u8]) -> Self {
        let is_text = !bytes.iter().take(8000).any(|&byte| byte == 0);
        let mut counts: Vec<(u32, u32)> = Vec::with_capacity(bytes.len() / 32);
        let (mut first, mut second, mut length) = (0_u32, 0_u32, 0_u32);
        let hash = |first: u32, second: u32| first.wrapping_add(second.wrapping_mul(0x61)) % 107_927;
        for (at, &byte) in bytes.iter().enumerate() {
            if is_text && byte == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            let before = first;
            first = (first << 7) ^ (second >> 25);
            second = (second << 7) ^ (before >> 25);
            first = first.wrapping_add(u32::from(byte));
            length += 1;
            if length == 64 || byte == b'\n' {
                counts.push((hash(first, second), length));
                (first, second, length) = (0, 0, 0);
            }
        }
        if length > 0 {
            counts.push((hash(first, second), length));
        }
        counts.sort_unstable();
        counts.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0 };
            same
        });
        Self { counts, size: bytes.len() as u64 }
    }

    fn likeness(&self, new: &Self, least: u64) -> u64 {
        let (larger, smaller) = (self.size.max(new.size), self.size.min(new.size));
        if larger == 0 || larger * (WHOLE - least) < (larger - smaller) * WHOLE {
            return 0;
        }
        let (mut copied, mut others) = (0_u64, new.counts.iter().peekable());
        for &(hash, count) in &self.counts {
            while others.next_if(|other| other.0 < hash).is_some() {}
            if let Some(other) = others.next_if(|other| other.0 == hash) {
                copied += u64::from(count.min(other.1));
            }
        }
        copied * WHOLE / larger
    }
}

#[cfg(test)]
mod tests {
    use super::{HALF, Lines, SAME_NAME, WHOLE};

    #[test]
    fn likeness_counts_the_bytes_of_common_lines() {
        let like = |old: &str, new: &str, least| Lines::of(old.as_bytes()).likeness(&Lines::of(new.as_bytes()), least);
        assert_eq!(like("one\ntwo\n", "two\none\n", HALF), WHOLE);
        assert_eq!(like("one\r\ntwo\r\n", "one\ntwo\n", HALF), 8 * WHOLE / 10);
        assert_eq!(like("one\ntwo\n", "one\nsix\n", HALF), HALF);
        assert_eq!(like("one\n", "one\ntwo\nsix\nten\n", HALF), 0);
        assert_eq!(like("one\ntwo", "one\ntwo", SAME_NAME), WHOLE);
        assert_eq!(like("", "", HALF), 0);
    }
}
