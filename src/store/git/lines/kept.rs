//! What was counted, kept between runs in one file beside the history.
//!
//! Whatever is odd about the file means that everything is counted again; it is never an error.

use std::collections::BTreeMap;

use crate::base::files::{self, OwnFolder};
use crate::model::history::ObjectId;
use crate::store::git::codec::{Bytes, Writer};

/// What the file begins with; another version of the form is another word.
const MAGIC: &[u8; 16] = b"cop lines 002  \n";
/// The name of the file.
const FILE: &str = "lines";
/// The largest file that is read or written, in bytes: some millions of comparisons.
const LARGEST: usize = 256 << 20;

/// How many lines a change added and removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Lines that are new.
    pub added: u32,
    /// Lines that are gone.
    pub removed: u32,
}

/// Two contents, in eight bytes.
pub(super) type Pair = u64;

/// What names a comparison of two contents, either of which may be nothing.
pub(super) fn pair(old: Option<ObjectId>, new: Option<ObjectId>) -> Pair {
    // Names are hashes already; a turn tells what came first.
    let first = |id: Option<ObjectId>| id.and_then(|id| id.0.first_chunk().copied()).map_or(0, u64::from_le_bytes);
    first(old).rotate_left(23) ^ first(new)
}

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// Of pairs of contents, in order; `None` for what is no text.
    pub(super) tallies: Vec<(Pair, Tally)>,
    /// Of pages as they are, by what names them with all they come from: how many lines are of which commit.
    pub(super) shares: BTreeMap<u64, Vec<(ObjectId, u32)>>,
}

impl Kept {
    /// Reads what is kept; nothing where there is none that can be used.
    pub(super) fn read(own: &OwnFolder) -> Self {
        Self::try_read(own).unwrap_or_default()
    }

    fn try_read(own: &OwnFolder) -> Option<Self> {
        let content = own.is_there().then(|| files::read(&own.path().join(FILE), LARGEST as u64).ok())??;
        let mut bytes = Bytes(&content);
        (bytes.array()? == *MAGIC).then_some(())?;
        let checksum: [u8; 32] = bytes.array()?;
        (*blake3::hash(bytes.0).as_bytes() == checksum).then_some(())?;
        let mut kept = Self::default();
        let count = bytes.count()?;
        kept.tallies.reserve(count.min(bytes.0.len() / 16));
        for _ in 0..count {
            let pair = u64::from_le_bytes(bytes.array()?);
            let (added, removed) = (u32::from_le_bytes(bytes.array()?), u32::from_le_bytes(bytes.array()?));
            kept.tallies.push((pair, Tally { added, removed }));
        }
        for _ in 0..bytes.count()? {
            let page = u64::from_le_bytes(bytes.array()?);
            let shares = (0..bytes.count()?).map(|_| Some((ObjectId(bytes.array()?), u32::from_le_bytes(bytes.array()?))));
            kept.shares.insert(page, shares.collect::<Option<_>>()?);
        }
        let is_sorted = kept.tallies.is_sorted_by(|one, other| one.0 < other.0);
        (bytes.0.is_empty() && is_sorted).then_some(kept)
    }

    /// Writes it for the next time; where that can't be done it is counted again.
    pub(super) fn write(&self, own: &OwnFolder) {
        let mut out = Writer(Vec::with_capacity(1024 + self.tallies.len() * 16 + self.shares.len() * 64));
        out.0.extend_from_slice(MAGIC);
        out.0.extend_from_slice(&[0; 32]);
        out.number(self.tallies.len() as u64);
        for (pair, tally) in &self.tallies {
            let Tally { added, removed } = *tally;
            out.0.extend_from_slice(&pair.to_le_bytes());
            out.0.extend_from_slice(&added.to_le_bytes());
            out.0.extend_from_slice(&removed.to_le_bytes());
        }
        out.number(self.shares.len() as u64);
        for (page, shares) in &self.shares {
            out.0.extend_from_slice(&page.to_le_bytes());
            out.number(shares.len() as u64);
            for (commit, lines) in shares {
                out.0.extend_from_slice(&commit.0);
                out.0.extend_from_slice(&lines.to_le_bytes());
            }
        }
        let checksum = blake3::hash(&out.0[48..]);
        out.0[16..48].copy_from_slice(checksum.as_bytes());
        if out.0.len() <= LARGEST && own.make().is_ok() {
            let _ = files::replace(&own.path().join(FILE), &out.0);
        }
    }

    /// What is known of a pair; `None` where it was not compared yet.
    pub(super) fn tally(&self, pair: Pair) -> Option<Tally> {
        let at = self.tallies.binary_search_by_key(&pair, |(known, _)| *known).ok()?;
        self.tallies.get(at).map(|(_, tally)| *tally)
    }

    /// Adds what is not known yet.
    pub(super) fn add(&mut self, more: Vec<(Pair, Tally)>) {
        self.tallies.extend(more);
        self.tallies.sort_by_key(|(pair, _)| *pair);
        self.tallies.dedup_by_key(|(pair, _)| *pair);
    }
}

#[cfg(test)]
mod tests {
    use super::{Kept, Tally, pair};
    use crate::base::files::OwnFolder;
    use crate::model::history::ObjectId;

    #[test]
    fn what_is_kept_reads_back_and_nothing_damaged_does() {
        let folder = tempfile::tempdir().unwrap();
        let own = OwnFolder::new(folder.path(), "own");
        assert_eq!(Kept::read(&own), Kept::default());
        let mut kept = Kept::default();
        kept.add(vec![(9, Tally::default()), (3, Tally { added: 1, removed: 70_000 }), (9, Tally::default())]);
        kept.shares.insert(5, vec![(ObjectId([1; 20]), 7)]);
        kept.write(&own);
        assert_eq!(Kept::read(&own), kept);
        assert_eq!((kept.tally(9), kept.tally(4)), (Some(Tally::default()), None));
        let file = own.path().join("lines");
        let good = std::fs::read(&file).unwrap();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x10;
            std::fs::write(&file, &bad).unwrap();
            assert_eq!(Kept::read(&own), Kept::default(), "byte {at}");
        }
        for length in 0..good.len() {
            std::fs::write(&file, &good[..length]).unwrap();
            assert_eq!(Kept::read(&own), Kept::default(), "cut to {length}");
        }
    }

    #[test]
    fn which_content_came_first_makes_another_pair() {
        let (one, other) = (ObjectId([1; 20]), ObjectId([2; 20]));
        let pairs = [pair(None, Some(one)), pair(Some(one), None), pair(Some(one), Some(other)), pair(Some(other), Some(one))];
        assert!((0..4).all(|at| (0..at).all(|before| pairs[at] != pairs[before])), "{pairs:?}");
    }
}
