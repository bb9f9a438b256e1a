//! Facts as bytes: small numbers in few bytes, names of objects whole, and what follows from the line before not at all.

use crate::model::history::{Change, ChangeKind, Commit, Facts, Identity, ObjectId, Other, PagePath, Trailer, TrailerKind};

/// Bytes that grow.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A number that may be negative, small either way.
    fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63).cast_unsigned());
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }
}

/// Bytes that are read; every answer is `None` where they do not hold what is asked for.
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    /// A count of things that take at least a byte each, so that a wrong one asks for no memory.
    pub(super) fn count(&mut self) -> Option<usize> {
        self.number()?.try_into().ok().filter(|&count| count <= self.0.len())
    }

    pub(super) fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.count()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (array, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*array)
    }
}

const KINDS: [ChangeKind; 8] = [
    ChangeKind::Added,
    ChangeKind::Modified,
    ChangeKind::Mode,
    ChangeKind::Deleted,
    ChangeKind::Renamed,
    ChangeKind::Type,
    ChangeKind::Present,
    ChangeKind::Merged,
];
const TRAILERS: [TrailerKind; 3] = [TrailerKind::CoAuthor, TrailerKind::Reviewed, TrailerKind::Acked];

/// Writes facts.
pub(super) fn write(facts: &Facts, out: &mut Writer) {
    let gaps = &facts.gaps;
    out.0.push(u8::from(gaps.shallow) | u8::from(gaps.partial) << 1);
    out.number(gaps.missing.into());
    out.number(gaps.malformed.into());
    out.number(facts.identities.len() as u64);
    for who in &facts.identities {
        out.bytes(who.name.as_bytes());
        out.bytes(who.email.as_bytes());
    }
    out.number(facts.paths.len() as u64);
    facts.paths.iter().for_each(|path| out.bytes(path.bytes()));
    out.bytes(facts.subjects.as_bytes());
    out.number(facts.commits.len() as u64);
    let mut time = 0;
    for (at, commit) in (0_u32..).zip(&facts.commits) {
        out.0.extend_from_slice(&commit.id.0);
        out.0.push(u8::from(commit.malformed) | u8::from(commit.boundary) << 1 | u8::from(commit.partial) << 2);
        out.number(commit.author.into());
        out.number(commit.committer.into());
        out.signed(commit.commit_time.wrapping_sub(time));
        out.signed(commit.author_time.wrapping_sub(commit.commit_time));
        out.signed(commit.author_offset.into());
        time = commit.commit_time;
        out.number(u64::from(commit.parents.end - commit.parents.start));
        let parents = facts.parents.get(commit.parents.start as usize..commit.parents.end as usize).unwrap_or_default();
        for &parent in parents {
            out.number(u64::from(at.saturating_sub(parent)));
        }
        out.number(u64::from(commit.trailers.end - commit.trailers.start));
        let trailers = facts.trailers.get(commit.trailers.start as usize..commit.trailers.end as usize).unwrap_or_default();
        for trailer in trailers {
            out.0.push(TRAILERS.iter().position(|kind| *kind == trailer.kind).unwrap_or_default() as u8);
            out.number(trailer.who.into());
        }
        out.number(u64::from(commit.subject.end - commit.subject.start));
        out.number(u64::from(commit.changes.end - commit.changes.start));
    }
    let mut last = vec![None; facts.paths.len()];
    let mut path = 0;
    for change in &facts.changes {
        write_change(change, &mut path, &mut last, out);
    }
    out.number(facts.others.len() as u64);
    for other in &facts.others {
        out.number(other.commit.into());
        out.number(other.path.into());
        out.0.extend_from_slice(&other.old.0);
    }
}

/// A change: its path as the distance from the one before, and a content that the path was known to have not at all.
fn write_change(change: &Change, path: &mut i64, last: &mut [Option<ObjectId>], out: &mut Writer) {
    let kind = KINDS.iter().position(|kind| *kind == change.kind).unwrap_or_default() as u8;
    let known = last.get(change.from.unwrap_or(change.path) as usize).copied().flatten();
    let old = change.old.map_or(0, |old| if Some(old) == known { 1 } else { 2 });
    let new = change.new.map_or(0, |new| if Some(new) == change.old { 1 } else { 2 });
    out.0.push(kind | old << 3 | new << 5 | u8::from(change.from.is_some()) << 7);
    out.signed(i64::from(change.path) - *path);
    *path = change.path.into();
    change.from.iter().for_each(|&from| out.number(from.into()));
    change.old.iter().filter(|_| old == 2).for_each(|id| out.0.extend_from_slice(&id.0));
    change.new.iter().filter(|_| new == 2).for_each(|id| out.0.extend_from_slice(&id.0));
    if let Some(last) = last.get_mut(change.path as usize) {
        *last = change.new;
    }
}

/// Reads facts; `None` if they are not whole.
pub(super) fn read(bytes: &mut Bytes<'_>) -> Option<Facts> {
    let mut facts = Facts::default();
    let flags = bytes.byte()?;
    (facts.gaps.shallow, facts.gaps.partial) = (flags & 1 != 0, flags & 2 != 0);
    (facts.gaps.missing, facts.gaps.malformed) = (bytes.small()?, bytes.small()?);
    for _ in 0..bytes.count()? {
        facts.identities.push(Identity { name: bytes.text()?.to_owned(), email: bytes.text()?.to_owned() });
    }
    let count = bytes.count()?;
    facts.paths.reserve(count);
    for _ in 0..count {
        facts.paths.push(PagePath::of(bytes.bytes()?));
    }
    bytes.text()?.clone_into(&mut facts.subjects);
    let (count, mut time, mut subjects, mut changes) = (bytes.count()?, 0_i64, 0_u32, 0_u32);
    facts.commits.reserve(count);
    for at in 0..count as u32 {
        let commit = read_commit(bytes, &mut facts, at, &mut time, &mut subjects, &mut changes)?;
        facts.commits.push(commit);
    }
    // Every change takes two bytes at least.
    facts.changes.reserve((changes as usize).min(bytes.0.len() / 2));
    let (mut last, mut path) = (vec![None; facts.paths.len()], 0);
    for at in 0..facts.commits.len() {
        for _ in facts.commits[at].changes.clone() {
            facts.changes.push(read_change(bytes, at as u32, &mut path, &mut last)?);
        }
    }
    for _ in 0..bytes.count()? {
        let commit = bytes.small().filter(|&commit| (commit as usize) < facts.commits.len())?;
        let path = bytes.small().filter(|&path| (path as usize) < facts.paths.len())?;
        facts.others.push(Other { commit, path, old: ObjectId(bytes.array()?) });
    }
    (bytes.0.is_empty() && subjects as usize == facts.subjects.len()).then_some(facts)
}

fn read_commit(bytes: &mut Bytes<'_>, facts: &mut Facts, at: u32, time: &mut i64, subjects: &mut u32, changes: &mut u32) -> Option<Commit> {
    let id = ObjectId(bytes.array()?);
    let flags = bytes.byte()?;
    let person = |bytes: &mut Bytes<'_>| bytes.small().filter(|&who| (who as usize) < facts.identities.len());
    let (author, committer) = (person(bytes)?, person(bytes)?);
    let commit_time = bytes.signed()?.wrapping_add(*time);
    *time = commit_time;
    let author_time = bytes.signed()?.wrapping_add(commit_time);
    let author_offset = bytes.signed()?.try_into().ok()?;
    let (parents, trailers) = (facts.parents.len() as u32, facts.trailers.len() as u32);
    for _ in 0..bytes.count()? {
        let back = bytes.small().filter(|&back| back > 0)?;
        facts.parents.push(at.checked_sub(back)?);
    }
    for _ in 0..bytes.count()? {
        let kind = *TRAILERS.get(usize::from(bytes.byte()?))?;
        facts.trailers.push(Trailer { kind, who: bytes.small().filter(|&who| (who as usize) < facts.identities.len())? });
    }
    let (subject, first) = (*subjects, *changes);
    *subjects = subjects.checked_add(bytes.small()?)?;
    *changes = changes.checked_add(bytes.small()?)?;
    Some(Commit {
        id,
        author,
        committer,
        author_time,
        author_offset,
        commit_time,
        malformed: flags & 1 != 0,
        boundary: flags & 2 != 0,
        partial: flags & 4 != 0,
        parents: parents..facts.parents.len() as u32,
        trailers: trailers..facts.trailers.len() as u32,
        subject: subject..*subjects,
        changes: first..*changes,
    })
}

fn read_change(bytes: &mut Bytes<'_>, commit: u32, path: &mut i64, last: &mut [Option<ObjectId>]) -> Option<Change> {
    let flags = bytes.byte()?;
    *path = path.checked_add(bytes.signed()?)?;
    let at = usize::try_from(*path).ok().filter(|&at| at < last.len())?;
    let from = if flags & 0x80 == 0 { None } else { Some(bytes.small().filter(|&from| (from as usize) < last.len())?) };
    let known = last[from.map_or(at, |from| from as usize)];
    let old = match flags >> 3 & 3 {
        0 => None,
        1 => Some(known?),
        _ => Some(ObjectId(bytes.array()?)),
    };
    let new = match flags >> 5 & 3 {
        0 => None,
        1 => Some(old?),
        _ => Some(ObjectId(bytes.array()?)),
    };
    last[at] = new;
    Some(Change { commit, path: at as u32, from, kind: *KINDS.get(usize::from(flags & 7))?, old, new })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Bytes, Writer, read};

    proptest! {
        #[test]
        fn numbers_read_back(number: i64) {
            let mut out = Writer::default();
            out.signed(number);
            out.number(number.unsigned_abs());
            let mut bytes = Bytes(&out.0);
            prop_assert_eq!((bytes.signed(), bytes.number(), bytes.0.len()), (Some(number), Some(number.unsigned_abs()), 0));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&mut Bytes(&bytes));
        }
    }
}
