//! An index in use: its catalogue, its volumes, and which documents of each are there.

use std::sync::Arc;

use tantivy::directory::OwnedBytes;

use crate::model::query::rank::Collection;

use super::bits::Bits;
use super::broken::Broken;
use super::catalogue::{Catalogue, Place};
use super::folder::Folder;
use super::shelf::Shelf;
use super::stamp::{Mark, Reading, Stamp};
use super::volume::Volume;

/// An index that can be asked.
pub(super) struct State {
    /// What tantivy reads from.
    pub shelf: Arc<Shelf>,
    /// The files and where their documents are.
    pub catalogue: Catalogue,
    /// The volumes, as the catalogue counts them.
    pub volumes: Vec<Bound>,
    /// What ranking needs of all documents together.
    pub collection: Collection,
    /// The settings that it was made with.
    pub settings: [u8; 32],
    /// The history that it was made with.
    pub past: String,
    /// The bytes of its stamp; empty for an index that is only in memory.
    pub stamp: Vec<u8>,
}

/// A volume and which of its documents are there.
#[derive(Clone)]
pub(super) struct Bound {
    /// The volume.
    pub volume: Arc<Volume>,
    /// Its documents that are there.
    pub alive: Arc<Bits>,
    /// Its file; `None` for a volume that is only in memory.
    pub mark: Option<Mark>,
    /// The bytes of a volume that is only in memory.
    pub bytes: Option<OwnedBytes>,
}

/// What is in a folder.
pub(super) enum Found {
    /// An index.
    State(Box<State>),
    /// An index that is whole, but was moved or copied: its stamp is to be written again.
    Moved(Box<State>),
    /// Nothing.
    Nothing,
    /// An index by another cop.
    Other,
    /// Something that is not as it was written.
    Damaged,
}

impl State {
    /// Opens what is in a folder.
    pub(super) fn load(folder: &Folder) -> Found {
        let mut stamp = folder.stamp();
        loop {
            let found = Self::try_load(folder, stamp.as_deref());
            if !matches!(found, Found::Damaged) {
                return found;
            }
            // Another process may have put a new index in place of the one that was being opened.
            let now = folder.stamp();
            if now == stamp {
                return found;
            }
            stamp = now;
        }
    }

    fn try_load(folder: &Folder, bytes: Option<&[u8]>) -> Found {
        let Some(bytes) = bytes else {
            return if folder.is_empty() { Found::Nothing } else { Found::Damaged };
        };
        let stamp = match Stamp::from_bytes(bytes) {
            Reading::Stamp(stamp) => stamp,
            Reading::Other => return Found::Other,
            Reading::Garbage => return Found::Damaged,
        };
        let whole = std::iter::once(&stamp.catalogue).chain(&stamp.volumes).all(|mark| folder.looks_whole(mark));
        if whole {
            return Self::open(folder, &stamp, bytes.to_vec()).map_or(Found::Damaged, |state| Found::State(Box::new(state)));
        }
        let marked = || -> Result<Self, Broken> {
            let catalogue = folder.mark_again(&stamp.catalogue)?;
            let volumes = stamp.volumes.iter().map(|mark| folder.mark_again(mark)).collect::<Result<_, _>>()?;
            let stamp = Stamp { catalogue, volumes, ..*stamp };
            let bytes = stamp.to_bytes()?;
            Self::open(folder, &stamp, bytes)
        };
        marked().map_or(Found::Damaged, |state| Found::Moved(Box::new(state)))
    }

    fn open(folder: &Folder, stamp: &Stamp, bytes: Vec<u8>) -> Result<Self, Broken> {
        let catalogue = Catalogue::from_bytes(&folder.read(&stamp.catalogue)?).ok_or_else(|| Broken::new("no catalogue"))?;
        let shelf = Arc::new(Shelf::new()?);
        let mut volumes = Vec::new();
        for (mark, bytes) in stamp.volumes.iter().zip(folder.map(stamp.volumes.iter())?) {
            volumes.push((Arc::new(Volume::open(&shelf, &bytes)?), Some(mark.clone()), None));
        }
        let (settings, past, collection) = (stamp.settings, stamp.past.clone(), stamp.collection());
        let volumes = bind(volumes, catalogue.rows.iter().filter_map(|row| row.place));
        Ok(Self { shelf, catalogue, volumes, collection, settings, past, stamp: bytes })
    }
}

/// Gives each volume the set of its documents that are there.
pub(super) fn bind(volumes: Vec<(Arc<Volume>, Option<Mark>, Option<OwnedBytes>)>, places: impl Iterator<Item = Place>) -> Vec<Bound> {
    let mut alive: Vec<Bits> = volumes.iter().map(|(volume, ..)| Bits::new(volume.documents)).collect();
    for place in places {
        if let Some(bits) = alive.get_mut(place.volume as usize) {
            bits.insert(place.doc);
        }
    }
    let bound = |((volume, mark, bytes), alive)| Bound { volume, alive: Arc::new(alive), mark, bytes };
    volumes.into_iter().zip(alive).map(bound).collect()
}
