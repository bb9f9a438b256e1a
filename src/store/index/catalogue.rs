//! The catalogue: which files were there, and where in which volume each document stands.

use std::collections::{HashMap, HashSet};

use crate::model::kinds::Claim;
use crate::model::query::kin::{Kin, Sharing};
use crate::model::settings::Settings;
use crate::store::workspace::table::Table;

/// The files of a community and what the index has of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Catalogue {
    /// The files.
    pub table: Table,
    /// What the index has of each, in the order of the table's files.
    pub rows: Vec<Row>,
    /// Below which of them a document in a folder stands.
    pub sharing: Sharing,
}

/// What the index has of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Where the document is; `None` for a file that no kind claims, or that could not be read.
    pub place: Option<Place>,
    /// How the document is called.
    pub keys: Keys,
    /// The fingerprint of what history told of it.
    pub past: u64,
}

/// A document's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The volume's place among the volumes.
    pub volume: u32,
    /// Its number in there.
    pub doc: u32,
}

/// Digests of names, so that who stands below whom is known without names; 0 is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Keys {
    /// Of its ref.
    pub reference: u64,
    /// Of its ref without the language at its end.
    pub family: u64,
    /// Of the ref of the document below which it stands, without a language.
    pub parent: u64,
}

impl Keys {
    /// The names of a claimed file.
    pub(super) fn of(claim: &Claim, settings: &Settings) -> Self {
        let kin = Kin::of(settings.kinds.at(claim.kind), &claim.slug, settings);
        let digest = |name: Option<&String>| name.map_or(0, |name| key(name));
        Self { reference: key(&kin.reference), family: digest(kin.family.as_ref()), parent: digest(kin.parent.as_ref()) }
    }
}

/// A digest that is not 0.
fn key(name: &str) -> u64 {
    let digest = blake3::hash(name.as_bytes());
    digest.as_bytes()[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte)).max(1)
}

impl Catalogue {
    /// The catalogue of nothing.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// How many documents stand below each, by row; rows below which none stands are left out. Of two documents with one ref the first in
    /// order of paths has what stands below it.
    pub(super) fn children(&self) -> HashMap<usize, u32> {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for row in self.rows.iter().filter(|row| row.keys.parent != 0) {
            *counts.entry(row.keys.parent).or_default() += 1;
        }
        let folders = self.folders(counts.keys().copied().collect());
        let (mut children, mut seen) = (HashMap::new(), HashSet::new());
        for (at, row) in self.rows.iter().enumerate() {
            let own = [row.keys.reference, row.keys.family].into_iter().filter(|folder| folders.belongs(*folder, row.keys));
            let count: u32 = own.filter_map(|folder| counts.get(&folder)).sum();
            if count > 0 && seen.insert(row.keys.reference) {
                children.insert(at, count);
            }
        }
        children
    }

    /// The folders in which some documents are, whose keys are given.
    pub(super) fn above(&self, below: &[Keys]) -> Folders {
        self.folders(below.iter().map(|keys| keys.parent).filter(|parent| *parent != 0).collect())
    }

    fn folders(&self, asked: HashSet<u64>) -> Folders {
        // Where translations share them, or nothing stands below anything, nobody has to look who is there.
        let rows = if self.sharing.is_said || asked.is_empty() { &[] } else { self.rows.as_slice() };
        let there = rows.iter().map(|row| row.keys.reference).filter(|reference| asked.contains(reference)).collect();
        Folders { sharing: self.sharing, asked, there }
    }

    /// The places of the documents to which any of some folders belongs.
    pub(super) fn owners<'a>(&'a self, folders: &'a Folders) -> impl Iterator<Item = Place> + 'a {
        let rows = if folders.asked.is_empty() { &[] } else { self.rows.as_slice() };
        rows.iter().filter(|row| folders.belong(row.keys)).filter_map(|row| row.place)
    }

    /// The catalogue as bytes.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.rows.len() * 200);
        out.push(u8::from(self.sharing.is_said));
        self.table.write(&mut out);
        for row in &self.rows {
            let Place { volume, doc } = row.place.unwrap_or(Place { volume: u32::MAX, doc: u32::MAX });
            out.extend(volume.to_le_bytes());
            out.extend(doc.to_le_bytes());
            for key in [row.keys.reference, row.keys.family, row.keys.parent, row.past] {
                out.extend(key.to_le_bytes());
            }
        }
        out
    }

    /// Reads what [`Catalogue::to_bytes`] wrote; `None` for anything else.
    pub(super) fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let (is_said, rest) = bytes.split_first().filter(|(is_said, _)| **is_said < 2)?;
        let sharing = Sharing { is_said: *is_said == 1 };
        bytes = rest;
        let table = Table::read(&mut bytes)?;
        let (rows, rest) = bytes.as_chunks::<40>();
        let rows: Vec<Row> = rows.iter().map(row).collect();
        (rows.len() == table.files.len() && rest.is_empty()).then_some(Self { table, rows, sharing })
    }
}

/// Folders by the refs of the documents that have their names, and to whom they belong.
pub(super) struct Folders {
    sharing: Sharing,
    asked: HashSet<u64>,
    /// Those of which there is a document with their name, where that matters.
    there: HashSet<u64>,
}

impl Folders {
    /// Whether one of these folders belongs to a document.
    pub(super) fn belongs(&self, folder: u64, keys: Keys) -> bool {
        let family = Some(&keys.family).filter(|family| **family != 0);
        self.asked.contains(&folder) && self.sharing.belongs(&folder, &keys.reference, family, |name| self.there.contains(name))
    }

    /// Whether any of these folders belongs to a document.
    fn belong(&self, keys: Keys) -> bool {
        self.belongs(keys.reference, keys) || self.belongs(keys.family, keys)
    }

    /// Whether one document stands below another.
    pub(super) fn has_below(&self, above: Keys, below: Keys) -> bool {
        below.parent != 0 && self.belongs(below.parent, above)
    }
}

fn row(bytes: &[u8; 40]) -> Row {
    let (words, _) = bytes.as_chunks::<8>();
    let word = |at: usize| words.get(at).map_or(0, |word| u64::from_le_bytes(*word));
    let place = word(0);
    let (volume, doc) = (place as u32, (place >> 32) as u32);
    Row {
        place: (volume != u32::MAX).then_some(Place { volume, doc }),
        keys: Keys { reference: word(1), family: word(2), parent: word(3) },
        past: word(4),
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, Keys, Place, Row};
    use crate::store::workspace::stat::Stat;

    #[test]
    fn it_comes_back_as_it_was() {
        let mut catalogue = Catalogue::new();
        for number in 0..3 {
            catalogue.table.files.push(&format!("{number}.md"), Stat::default());
            catalogue.table.digests.push([7; 16]);
            let place = (number > 0).then_some(Place { volume: number, doc: 9 });
            let keys = Keys { reference: 1 << 63, family: 0, parent: u64::MAX };
            catalogue.rows.push(Row { place, keys, past: 5 });
        }
        let bytes = catalogue.to_bytes();
        let read = Catalogue::from_bytes(&bytes).expect("read");
        assert_eq!((read.rows, read.table), (catalogue.rows, catalogue.table));
        for end in 0..bytes.len() {
            assert!(Catalogue::from_bytes(&bytes[..end]).is_none());
        }
    }
}
