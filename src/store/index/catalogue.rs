//! The catalogue: which files were there, and where in which volume each document stands.

use std::collections::HashMap;

use crate::model::kinds::Claim;
use crate::model::query::kin::Kin;
use crate::model::settings::Settings;
use crate::store::workspace::table::Table;

/// The files of a community and what the index has of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Catalogue {
    /// The files.
    pub table: Table,
    /// What the index has of each, in the order of the table's files.
    pub rows: Vec<Row>,
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
    /// Of the ref of the document below which it stands, in that document's main language.
    pub parent: u64,
}

impl Keys {
    /// Whether a document with other keys stands below this one, or below the same in another language.
    pub(super) fn has_below(self, other: Self) -> bool {
        other.parent != 0 && [self.reference, self.family].contains(&other.parent)
    }

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

    /// How many documents stand below each, by row; rows below which none stands are left out.
    ///
    /// As in a community whole: of two documents with one ref the first in order of paths has it, and where none has it, the
    /// first of those that differ from it by a language at the end, in the order of the community's languages.
    pub(super) fn children(&self, settings: &Settings, claim: &dyn Fn(usize) -> Option<Claim>) -> HashMap<usize, u32> {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for row in self.rows.iter().filter(|row| row.keys.parent != 0) {
            *counts.entry(row.keys.parent).or_default() += 1;
        }
        let mut holders: HashMap<u64, usize> = HashMap::new();
        let mut relatives: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, row) in self.rows.iter().enumerate() {
            if counts.contains_key(&row.keys.reference) {
                holders.entry(row.keys.reference).or_insert(at);
            }
            if counts.contains_key(&row.keys.family) {
                relatives.entry(row.keys.family).or_default().push(at);
            }
        }
        let language = |at: usize| {
            let slug = claim(at).map(|claim| claim.slug).unwrap_or_default();
            let ends = |lang: &String| slug.strip_suffix(lang.as_str()).is_some_and(|rest| rest.ends_with('-'));
            settings.languages.iter().position(ends).unwrap_or(usize::MAX)
        };
        let mut children = HashMap::new();
        for (parent, count) in counts {
            let relative = || relatives.get(&parent)?.iter().copied().min_by_key(|at| (language(*at), *at));
            if let Some(at) = holders.get(&parent).copied().or_else(relative) {
                *children.entry(at).or_default() += count;
            }
        }
        children
    }

    /// The places of the documents below which any of some others stand, whose keys are given.
    pub(super) fn above<'a>(&'a self, below: &'a [Keys]) -> impl Iterator<Item = Place> + 'a {
        let mut parents: Vec<u64> = below.iter().map(|keys| keys.parent).filter(|parent| *parent != 0).collect();
        parents.sort_unstable();
        parents.dedup();
        let is_one = move |row: &&Row| [row.keys.reference, row.keys.family].iter().any(|key| parents.binary_search(key).is_ok());
        // Where nothing stands below anything there is nobody to look for.
        let rows = if below.iter().any(|keys| keys.parent != 0) { self.rows.as_slice() } else { &[] };
        rows.iter().filter(is_one).filter_map(|row| row.place)
    }

    /// The catalogue as bytes.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.rows.len() * 200);
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
        let table = Table::read(&mut bytes)?;
        let (rows, rest) = bytes.as_chunks::<40>();
        let rows: Vec<Row> = rows.iter().map(row).collect();
        (rows.len() == table.files.len() && rest.is_empty()).then_some(Self { table, rows })
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
