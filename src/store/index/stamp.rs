//! The stamp: what an index was made from and by, and what its files were when they were written.
//!
//! It is written last. An index whose files are not what the stamp says is looked at closely, and made anew if so much as a bit differs.

use crate::model::query::rank::Collection;
use crate::model::query::zone::Zone;
use crate::store::workspace::stat::Stat;
use crate::text::words;

/// Counts up whenever the same documents can come out as another index than before, or its files have another form.
const VERSION: u32 = 13;

/// The name of the stamp's file.
pub(super) const FILE: &str = "stamp";

/// What an index was made from and by.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Stamp {
    /// The community's settings, digested.
    pub settings: [u8; 32],
    /// Up to where history was read, and by whose list of names.
    pub past: String,
    /// The catalogue's file.
    pub catalogue: Mark,
    /// The volumes' files, in the order in which the catalogue counts them.
    pub volumes: Vec<Mark>,
    /// How many documents there are.
    pub documents: u32,
    /// How long each zone is on average.
    pub average: [f64; Zone::COUNT],
}

/// A file as it was when it was written.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct Mark {
    /// Its name in the index's folder.
    pub name: String,
    /// What the file system said of it.
    pub stat: Stat,
    /// The digest of its bytes.
    pub digest: [u8; 32],
}

/// What the bytes of a stamp are.
#[derive(Debug, PartialEq)]
pub(super) enum Reading {
    /// A stamp.
    Stamp(Box<Stamp>),
    /// A stamp by another cop.
    Other,
    /// No stamp.
    Garbage,
}

impl Stamp {
    /// The stamp as bytes: a line that says by whom, the stamp, and a digest of both.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        let mut bytes = maker().into_bytes();
        bytes.extend(postcard::to_stdvec(self)?);
        let digest = blake3::hash(&bytes);
        bytes.extend(digest.as_bytes());
        Ok(bytes)
    }

    /// Reads a stamp.
    pub(super) fn from_bytes(bytes: &[u8]) -> Reading {
        let Some((inner, digest)) = bytes.split_last_chunk::<32>() else { return Reading::Garbage };
        if blake3::hash(inner).as_bytes() != digest {
            return Reading::Garbage;
        }
        let Some(stamp) = inner.strip_prefix(maker().as_bytes()) else { return Reading::Other };
        postcard::from_bytes(stamp).map_or(Reading::Garbage, |stamp| Reading::Stamp(Box::new(stamp)))
    }

    /// What ranking needs to know of all documents together.
    pub(super) fn collection(&self) -> Collection {
        Collection { documents: self.documents, average: self.average }
    }
}

/// Everything that decides what an index looks like, beside what is in it.
fn maker() -> String {
    let stems: Vec<String> = SAMPLES.iter().filter_map(|(word, language)| words::stem_term(word, *language)).collect();
    let versions = (env!("CARGO_PKG_VERSION"), tantivy::version_string(), words::VERSION);
    format!("cop {} index {VERSION}, words {}, {}, {}\n", versions.0, versions.2, versions.1, stems.concat())
}

/// Words whose stems have changed between versions of stemmers, or could: a few, because they are stemmed at every search.
const SAMPLES: [(&str, words::Language); 8] = [
    ("generalisations", words::Language::English),
    ("communities", words::Language::English),
    ("skiing", words::Language::English),
    ("added", words::Language::English),
    ("gemeenschappen", words::Language::Dutch),
    ("vergaderingen", words::Language::Dutch),
    ("foto's", words::Language::Dutch),
    ("bewaarde", words::Language::Dutch),
];

#[cfg(test)]
mod tests {
    use super::{Mark, Reading, Stamp, Stat, maker};

    fn stamp() -> Stamp {
        let mark = |name: &str| Mark { name: name.into(), stat: Stat { size: 3, mtime: -1, ctime: 1 << 60, inode: 2 }, digest: [9; 32] };
        Stamp {
            settings: [1; 32],
            past: "abc".into(),
            catalogue: mark("catalogue-2"),
            volumes: vec![mark("volume-1"), mark("volume-2")],
            documents: 7,
            average: [0.0, 1.5, 2.0, 3.0, 4.0],
        }
    }

    #[test]
    fn only_an_undamaged_stamp_of_this_cop_is_one() {
        let bytes = stamp().to_bytes().expect("written");
        assert_eq!(Stamp::from_bytes(&bytes), Reading::Stamp(Box::new(stamp())));
        for end in 0..bytes.len() {
            assert_eq!(Stamp::from_bytes(&bytes[..end]), Reading::Garbage);
        }
        for bit in 0..bytes.len() * 8 {
            let mut bytes = bytes.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Stamp::from_bytes(&bytes), Reading::Garbage);
        }
        let mut other = maker().replacen("cop ", "cop 9.", 1).into_bytes();
        let digest = blake3::hash(&other);
        other.extend(digest.as_bytes());
        assert_eq!(Stamp::from_bytes(&other), Reading::Other);
    }
}
